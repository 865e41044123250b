"""Find Chinese text by how it is read: full syllables, initials, and both mixed with characters.

The characters of a match take up the needle one after the other: each takes itself, or a whole
syllable of any of its readings, or the initial; the last one also takes the beginning of a
syllable, since more may be typed. Nothing is cut into syllables beforehand: `xian` is 先 and 西安.

A search has two steps. Integers whose bits are places in the text tell where a match may begin.
There the characters are followed through sets of offsets into the needle; where a character leads
from such a set is worked out once.
"""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from itertools import groupby
from operator import itemgetter

from reporttui.text.data.syllables import initials, readings, spellings, typed_syllables
from reporttui.text.folding import fold_needle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_SEPARATORS = "' "
_LEAST_LETTERS = 3
_LONGEST_SYLLABLE = 6


def is_worth(needle: str) -> bool:
    """Tell whether to search for a needle by Pinyin: one or two letters alone find mostly noise.

    Args:
        needle: What is looked for, as typed.
    """
    spelled = _spell(needle)
    letters = sum("a" <= char <= "z" for char in spelled)
    return letters >= _LEAST_LETTERS or (letters > 0 and any(map(readings, spelled)))


class PinyinIndex:
    """A text made ready to be searched by Pinyin; the work is done at the first search."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: dict[str, int] = {}

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
        path = _path(needle, fuzzy)
        if not path.needle:
            return
        starts = bin(self._starts(path))[:1:-1]
        start = starts.find("1")
        while start >= 0:
            end = path.end(self._text, start)
            if end:
                yield start, end
            start = starts.find("1", end or start + 1)

    def reading(self, needle: str, span: tuple[int, int], fuzzy: bool = False) -> str:
        """Tell how a span was read: «xing zheng fu yi», «行政 fu yi».

        Args:
            needle: What was looked for.
            span: What `find` found.
            fuzzy: As it was for `find`.
        """
        return _path(needle, fuzzy).reading(self._text[slice(*span)])

    def _starts(self, path: _Path) -> int:
        """Tell by first letters alone where a match may begin: bit p stands for place p."""
        begins = [0] * len(path.needle) + [-1]
        for offset, char in reversed(list(enumerate(path.needle))):
            rest = 0
            for end in path.ends[offset]:
                rest |= begins[end] >> 1
            begins[offset] = rest and rest & self._may_take(char, path.fuzzy)
        return begins[0]

    def _may_take(self, char: str, fuzzy: bool) -> int:
        letters = "nl" if fuzzy and char in "nl" else char
        places = self._standing(char)
        for letter in letters:
            places |= self._initials.get(letter, 0)
        return places

    def _standing(self, char: str) -> int:
        """Tell the places where a character stands for itself."""
        if char not in self._places:
            places, at = 0, self._spelled.find(char)
            while at >= 0:
                places |= 1 << at
                at = self._spelled.find(char, at + 1)
            self._places[char] = places
        return self._places[char]

    @cached_property
    def _spelled(self) -> str:
        spelled = _spell(self._text)
        if len(spelled) == len(self._text):
            return spelled
        return "".join(map(_literal, self._text))

    @cached_property
    def _initials(self) -> dict[str, int]:
        """Keep for each letter the places whose characters have a reading that begins with it."""
        digits: dict[str, bytearray] = {}
        for place, char in enumerate(reversed(self._text)):
            for letter in _first_letters(char):
                if letter not in digits:
                    digits[letter] = bytearray(b"0") * len(self._text)
                digits[letter][place] = ord("1")
        return {letter: int(row, 2) for letter, row in digits.items()}


class _Path:
    """A needle and the ways through it.

    Attributes:
        needle: The needle as it is compared.
        fuzzy: Whether sounds that are easily confused are the same.
        ends: For each offset, where a character that begins to take up the needle there may end.
    """

    def __init__(self, needle: str, fuzzy: bool) -> None:
        self.needle = _spell(needle).lstrip(_SEPARATORS)
        self.fuzzy = fuzzy
        self.ends = [set(self._ends(offset)) for offset in range(len(self.needle))]
        self._states: dict[frozenset[int], _State] = {}

    def _ends(self, offset: int) -> Iterator[int]:
        syllables, beginnings = _syllables(self.fuzzy)
        yield from self._boundary(offset + 1)
        for end in range(offset + 2, min(offset + _LONGEST_SYLLABLE, len(self.needle)) + 1):
            if self.needle[offset:end] in syllables:
                yield from self._boundary(end)
        if self.needle[offset:] in beginnings:
            yield len(self.needle)

    def _boundary(self, end: int) -> set[int]:
        """Give where the next character may begin: here, and after separators."""
        rest = self.needle[end:]
        return {end, end + len(rest) - len(rest.lstrip(_SEPARATORS))}

    def takes(self, char: str, offset: int) -> Iterator[tuple[int, str]]:
        """Tell where a character may end that begins at an offset, and how it reads then."""
        rest = self.needle[offset:]
        for part, reading in _parts(char, self.fuzzy):
            if rest.startswith(part):
                yield from ((end, reading) for end in self._boundary(offset + len(part)))
            elif rest and part.startswith(rest):
                yield len(self.needle), reading

    def state(self, offsets: frozenset[int]) -> _State:
        """Give the one state of these offsets."""
        if offsets not in self._states:
            self._states[offsets] = _State(self, offsets)
        return self._states[offsets]

    def end(self, text: str, start: int) -> int:
        """Tell where the longest match ends that begins at a place, 0 where none does."""
        state, end = self.state(frozenset([0])), 0
        for place in range(start, len(text)):
            state = state[text[place]]
            if not state.offsets:
                break
            if state.complete:
                end = place + 1
        return end

    def reading(self, chars: str) -> str:
        """Tell how characters that match were read, from the last of them back."""
        states = [self.state(frozenset([0]))]
        for char in chars:
            states.append(states[-1][char])
        end, said = len(self.needle), []
        for char, state in zip(reversed(chars), reversed(states[:-1]), strict=True):
            end, reading = next(
                (offset, reading)
                for offset in sorted(state.offsets)
                for reached, reading in self.takes(char, offset)
                if reached == end
            )
            said.append((reading == char, reading))
        return " ".join(
            ("" if literal else " ").join(reading for _, reading in run)
            for literal, run in groupby(reversed(said), key=itemgetter(0))
        )


class _State(dict[str, "_State"]):
    """Offsets that characters before have led to, and where each character leads from them."""

    def __init__(self, path: _Path, offsets: frozenset[int]) -> None:
        super().__init__()
        self._path = path
        self.offsets = offsets
        self.complete = len(path.needle) in offsets

    def __missing__(self, char: str) -> _State:
        takes = self._path.takes
        ends = frozenset(end for offset in self.offsets for end, _ in takes(char, offset))
        self[char] = state = self._path.state(ends)
        return state


@lru_cache(maxsize=64)
def _path(needle: str, fuzzy: bool) -> _Path:
    return _Path(needle, fuzzy)


def _spell(text: str) -> str:
    return fold_needle(text).replace("ü", "v")


@cache
def _literal(char: str) -> str:
    """Give what a character is as itself; what folds to several stays, and no needle has it."""
    spelled = _spell(char)
    return spelled if len(spelled) == 1 else char


@cache
def _readings(char: str) -> tuple[str, ...]:
    """Give the readings of a character, or of what it folds to (a radical, a rare variant)."""
    return readings(char) or readings(_literal(char))


@cache
def _first_letters(char: str) -> frozenset[str]:
    return frozenset(reading[0] for reading in _readings(char))


@cache
def _parts(char: str, fuzzy: bool) -> tuple[tuple[str, str], ...]:
    """Give what a character may take up of a needle, and how it is read then."""
    parts = {_literal(char): char}
    for reading in _readings(char):
        for spelling in spellings(reading, fuzzy):
            for part in (spelling, *initials(spelling)):
                parts.setdefault(part, reading.replace("v", "ü"))
    return tuple(parts.items())


@cache
def _syllables(fuzzy: bool) -> tuple[frozenset[str], frozenset[str]]:
    """Give all that one character may take up of a needle's letters, and the beginnings of it."""
    whole = typed_syllables(fuzzy)
    return whole, frozenset(part[:size] for part in whole for size in range(1, len(part) + 1))
