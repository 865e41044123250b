"""Find Chinese text by how it is read: full syllables, initials, and both mixed with characters.

The characters of a match take up the needle one after the other: each takes itself, or a whole
syllable of any of its readings, or the initial; the last one also takes the beginning of a
syllable, since more may be typed. Nothing is cut into syllables beforehand: `xian` is 先 and 西安.

A needle is followed as it is typed, letter by letter, in all the ways to cut it; each way has the
places where a match begins. With a letter more they are fewer, so that only they are looked at.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from operator import itemgetter

from reporttui.text.data.syllables import LETTERS, typed_for
from reporttui.text.places import SoundPlaces
from reporttui.text.spelling import SEPARATORS, read, readings_of, spell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import TypeAlias

    from reporttui.text.places import Places

    # Where matches begin, by the number of characters so far, and by what the last one has taken
    # up; nothing after a separator, since it takes no more.
    _Ways: TypeAlias = dict[tuple[int, str], Places]

_LEAST_LETTERS = 3


def is_worth(needle: str) -> bool:
    """Tell whether to search for a needle by Pinyin: one or two letters alone find mostly noise.

    Args:
        needle: What is looked for, as typed.
    """
    spelled = spell(needle)
    letters = sum(char in LETTERS for char in spelled)
    return letters >= _LEAST_LETTERS or (letters > 0 and any(map(readings_of, spelled)))


class PinyinIndex:
    """A text made ready to be searched by Pinyin; the work is done at the first search."""

    def __init__(self, text: str) -> None:
        self._places = SoundPlaces(text)
        self._followed: dict[tuple[str, bool], _Ways] = {}

    def find(self, needle: str, fuzzy: bool = False) -> Iterator[tuple[int, int]]:
        """Find where the text reads as a needle, from left to right, without overlaps.

        Of the matches that begin at one place that one counts in which the fewest characters are
        read in part (by an initial, or the beginning of a syllable), and of these the shortest:
        `xian` in 西安那 is 西安 (xi an), not 西安那 (xi a n).

        Args:
            needle: Latin letters, with `'` or a space between syllables where one likes, and
                characters that stand for themselves, folded as they are in `folding`.
            fuzzy: Whether zh and z, ch and c, sh and s, n and l (initials), ing and in, eng and
                en are the same.

        Yields:
            Spans (code points), each within a line.
        """
        spelled = _spelled(needle)
        found = self._found(spelled, fuzzy)
        usual = max(found, key=lambda size: len(found[size]), default=0)
        sizes = self._sizes(spelled, fuzzy, found, usual)
        end = 0
        for start in sorted([*found[usual], *sizes]):
            if start >= end:
                end = start + sizes.get(start, usual)
                yield start, end

    def reading(self, needle: str, span: tuple[int, int], fuzzy: bool = False) -> str:
        """Tell how a span was read: «xing zheng fu yi», «行政 fu yi».

        Args:
            needle: What was looked for.
            span: What `find` found.
            fuzzy: As it was for `find`.
        """
        said = read(self._places.text[slice(*span)], _spelled(needle), fuzzy)
        runs = groupby(said, key=itemgetter(0))
        joined = (("" if literal else " ").join(part for _, part in run) for literal, run in runs)
        return " ".join(" ".join(joined).split())

    def _found(self, needle: str, fuzzy: bool) -> Mapping[int, Sequence[int]]:
        """Tell for each number of characters where matches begin that have so many."""
        found: dict[int, list[int]] = defaultdict(list)
        for (size, _), places in self._ways(needle, fuzzy).items():
            found[size] += self._places.listed(places)
        return found

    def _sizes(
        self, needle: str, fuzzy: bool, found: Mapping[int, Sequence[int]], usual: int
    ) -> Mapping[int, int]:
        """Give the size of the match at each place where one of another size than usual begins."""
        sizes: dict[int, int] = {}
        doubtful: set[int] = set()
        for size in sorted(found.keys() - {usual}):
            doubtful |= sizes.keys() & found[size]
            sizes |= dict.fromkeys(found[size], size)
        if sizes:
            doubtful |= sizes.keys() & found[usual]
        for place in doubtful:
            longest = self._places.text[place : place + max(sizes[place], usual)]
            sizes[place] = len(read(longest, needle, fuzzy))
        return sizes

    def _ways(self, needle: str, fuzzy: bool) -> _Ways:
        """Follow a needle, on from where the one before was the same."""
        self._places.prepare(fuzzy)
        ways: _Ways = {}
        followed = {}
        for size, char in enumerate(needle, 1):
            typed = needle[:size], fuzzy
            if typed in self._followed:
                ways = self._followed[typed]
            elif size == 1:
                ways = {(1, char): self._places.having(_itself(char, fuzzy))}
            else:
                ways = self._on(ways, char, fuzzy)
            followed[typed] = ways
        self._followed = followed
        return ways

    def _on(self, ways: _Ways, char: str, fuzzy: bool) -> _Ways:
        """Follow a character more: the last character of a match takes it too, or the next does."""
        typed, itself = typed_for(fuzzy), _itself(char, fuzzy)
        further: _Ways = defaultdict(list)
        for (size, begun), places in ways.items():
            ended, longer = places, begun + char
            if begun and longer in typed.begun:
                kept = self._last(places, size, typed.begun[longer])
                further[size, longer] = self._places.either(further[size, longer], kept)
            if len(begun) > 1:
                ended = self._last(places, size, typed.ended.get(begun, frozenset()))
            if char in SEPARATORS:
                further[size, ""] = self._places.either(further[size, ""], ended)
            if begun and isinstance(ended, frozenset):
                kept = self._places.before(ended, _itself(begun[0], fuzzy), itself)
            else:
                kept = self._places.kept(ended, size, itself)
            further[size + 1, char] = self._places.either(further[size + 1, char], kept)
        return {way: places for way, places in further.items() if places}

    def _last(self, places: Places, size: int, wanted: frozenset[str]) -> Places:
        """Keep the places where the last of so many characters has one of the sounds wanted."""
        if size == 1:
            return self._places.having(wanted)
        return self._places.kept(places, size - 1, wanted)


def _spelled(needle: str) -> str:
    return spell(needle).lstrip(SEPARATORS)


def _itself(char: str, fuzzy: bool) -> frozenset[str]:
    """Give the sounds for which a character of a needle may stand on its own."""
    return typed_for(fuzzy).ended.get(char) or frozenset(char)
