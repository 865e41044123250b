"""Find Chinese text by how it is read: full syllables, initials, and both mixed with characters.

The characters of a match take up the needle one after the other: each takes itself, or a whole
syllable of any of its readings, or the initial; the last one also takes the beginning of a
syllable, since more may be typed. Nothing is cut into syllables beforehand: `xian` is 先 and 西安.

Sets of places in the text are integers, bit p for place p, so that a step of a search, for all
places at once, is a shift and an intersection.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from functools import cache, cached_property, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from reporttui.text.data.syllables import LETTERS, readings, typed_for
from reporttui.text.folding import fold_needle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

_SEPARATORS = "' "
_LEAST_LETTERS = 3
_LONGEST_SYLLABLE = 6


def is_worth(needle: str) -> bool:
    """Tell whether to search for a needle by Pinyin: one or two letters alone find mostly noise.

    Args:
        needle: What is looked for, as typed.
    """
    spelled = _spell(needle)
    letters = sum(char in LETTERS for char in spelled)
    return letters >= _LEAST_LETTERS or (letters > 0 and any(map(_readings, spelled)))


class PinyinIndex:
    """A text made ready to be searched by Pinyin; the work is done at the first search."""

    def __init__(self, text: str) -> None:
        self._text = text

    def find(self, needle: str, fuzzy: bool = False) -> Iterator[tuple[int, int]]:
        """Find where the text reads as a needle, from left to right, without overlaps.

        Args:
            needle: Latin letters, with `'` or a space between syllables where one likes, and
                characters that stand for themselves, folded as they are in `folding`.
            fuzzy: Whether zh and z, ch and c, sh and s, n and l (initials), ing and in, eng and
                en are the same.

        Yields:
            Spans (code points), the longest where several begin at one place.
        """
        found = [
            (match.start(), -length)
            for length, starts in self._starts(_path(needle, fuzzy)).items()
            for match in re.finditer("1", bin(starts)[:1:-1])
        ]
        end = 0
        for start, length in sorted(found):
            if start >= end:
                end = start - length
                yield start, end

    def reading(self, needle: str, span: tuple[int, int], fuzzy: bool = False) -> str:
        """Tell how a span was read: «xing zheng fu yi», «行政 fu yi».

        Args:
            needle: What was looked for.
            span: What `find` found.
            fuzzy: As it was for `find`.
        """
        said = _path(needle, fuzzy).readings(self._text[slice(*span)])
        runs = groupby(said, key=itemgetter(0))
        joined = (("" if literal else " ").join(part for _, part in run) for literal, run in runs)
        return " ".join(" ".join(joined).split())

    def _starts(self, path: _Path) -> Mapping[int, int]:
        """Tell, for each length of a match, the places where one starts."""
        # For each offset in the needle, by number of characters so far: the places to go on from.
        reached: list[dict[int, int]] = [{} for _ in path.steps]
        reached[0] = {0: -1}
        for offset, steps in enumerate(path.steps):
            for length, places in reached[offset].items():
                for part, ends in steps:
                    taken = (places & self._takers(part)) << 1
                    for end in ends if taken else ():
                        reached[end][length + 1] = reached[end].get(length + 1, 0) | taken
        return {length: ends >> length for length, ends in reached[-1].items() if length}

    def _takers(self, part: _Part) -> int:
        """Tell the places of the characters that can take up a part of a needle."""
        if part not in self._sets:
            self._sets[part] = self._set_of(part)
        return self._sets[part]

    @cached_property
    def _sets(self) -> dict[_Part, int]:
        """Keep what `_takers` has told; the large sets of single letters from the beginning."""
        letters = [_Part(letter, False, False) for letter in LETTERS]
        return {letter: self._set_of(letter) for letter in letters}

    def _set_of(self, part: _Part) -> int:
        bits = bytearray(len(self._text) // 8 + 1)
        for places in self._places_of(part):
            for place in places:
                bits[place >> 3] |= 1 << (place & 7)
        return int.from_bytes(bits, "little")

    def _places_of(self, part: _Part) -> Iterator[Iterable[int]]:
        if len(part.letters) == 1:
            yield _standing(part.letters, self._spelled)
        for syllable in part.syllables():
            yield self._places.get(syllable, ())

    @cached_property
    def _places(self) -> Mapping[str, Iterable[int]]:
        """Keep for each syllable the places of the characters that are read so."""
        places: dict[str, array[int]] = defaultdict(lambda: array("I"))
        for place, char in enumerate(self._text):
            for reading in _readings(char):
                places[reading].append(place)
        return dict(places)

    @cached_property
    def _spelled(self) -> str:
        spelled = _spell(self._text)
        return spelled if len(spelled) == len(self._text) else "".join(map(_literal, self._text))


class _Part(NamedTuple):
    """What one character may take up of a needle.

    Attributes:
        letters: A syllable, an initial, or a character.
        is_begun: Whether the letters, several and the last, may be the beginning of a syllable.
        fuzzy: Whether sounds that are easily confused are the same.
    """

    letters: str
    is_begun: bool
    fuzzy: bool

    def syllables(self) -> Collection[str]:
        """Give the syllables that the letters may stand for."""
        return typed_for(self.fuzzy)[self.is_begun].get(self.letters, ())


class _Path:
    """A needle and the ways through it.

    Attributes:
        steps: For each offset, what a character may take up from there, and the offsets at which
            the next one may go on; nothing at the end.
    """

    def __init__(self, needle: str, fuzzy: bool) -> None:
        self._needle = _spell(needle).lstrip(_SEPARATORS)
        self._fuzzy = fuzzy
        self.steps = [list(self._steps(offset)) for offset in range(len(self._needle) + 1)]

    def _steps(self, offset: int) -> Iterator[tuple[_Part, tuple[int, ...]]]:
        size = len(self._needle)
        for end in range(offset + 1, min(offset + _LONGEST_SYLLABLE, size) + 1):
            part = _Part(self._needle[offset:end], end == size > offset + 1, self._fuzzy)
            if end == offset + 1 or part.syllables():
                yield part, self._boundaries(end)

    def _boundaries(self, end: int) -> tuple[int, ...]:
        """Give where the next character may go on: here, and after separators."""
        after = end
        while after < len(self._needle) and self._needle[after] in _SEPARATORS:
            after += 1
        return (end,) if after == end else (end, after)

    def readings(self, chars: str) -> list[tuple[bool, str]]:
        """Tell of each character of a match whether it stands for itself, and how it is read."""
        reached: list[dict[int, tuple[int, bool, str]]] = []
        offsets = {0}
        for char in chars:
            ways: dict[int, tuple[int, bool, str]] = {}
            for offset in sorted(offsets):
                for end, literal, reading in self._ways(char, offset):
                    ways.setdefault(end, (offset, literal, reading))
            reached.append(ways)
            offsets = set(ways)
        end, said = len(self._needle), []
        for ways in reversed(reached):
            end, literal, reading = ways[end]
            said.append((literal, reading))
        return said[::-1]

    def _ways(self, char: str, offset: int) -> Iterator[tuple[int, bool, str]]:
        for part, ends in self.steps[offset]:
            if part.letters == _literal(char):
                yield from ((end, True, char) for end in ends)
            for reading in _readings(char):
                if reading in part.syllables():
                    yield from ((end, False, reading.replace("v", "ü")) for end in ends)


@lru_cache(maxsize=64)
def _path(needle: str, fuzzy: bool) -> _Path:
    return _Path(needle, fuzzy)


def _spell(text: str) -> str:
    return fold_needle(text).replace("ü", "v")


def _standing(char: str, text: str) -> Iterator[int]:
    place = text.find(char)
    while place >= 0:
        yield place
        place = text.find(char, place + 1)


@cache
def _literal(char: str) -> str:
    """Give what a character is as itself; what folds to several stays, and no needle has it."""
    spelled = _spell(char)
    return spelled if len(spelled) == 1 else char


@cache
def _readings(char: str) -> tuple[str, ...]:
    """Give the readings of a character, or of what it folds to: a radical, a rare variant."""
    return readings(char) or readings(_literal(char))
