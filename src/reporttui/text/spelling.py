"""How characters may be typed: as themselves, by a whole syllable, by the beginning of one."""

from __future__ import annotations

from functools import cache, lru_cache
from operator import itemgetter

from reporttui.text.data.syllables import LETTERS, readings, typed_for
from reporttui.text.folding import fold_needle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    # Whether a character stands for itself, and how it is read.
    Said: TypeAlias = tuple[bool, str]
    # How many characters are read in part, and each of all.
    _Way: TypeAlias = tuple[int, tuple[Said, ...]]

SEPARATORS = "' "

_LONGEST_SYLLABLE = 6


def spell(text: str) -> str:
    """Fold a text, with v for ü."""
    return fold_needle(text).replace("ü", "v")


@cache
def literal(char: str) -> str:
    """Give what a character is as itself; what folds to several stays, and no needle has it."""
    spelled = spell(char)
    return spelled if len(spelled) == 1 else char


@cache
def readings_of(char: str) -> tuple[str, ...]:
    """Give the readings of a character, or of what it folds to: a radical, a rare variant."""
    return readings(char) or readings(literal(char))


@cache
def sounds(char: str) -> tuple[str, ...]:
    """Give the readings of a character, and itself; a letter as a capital, unlike a reading."""
    itself = literal(char)
    return (*readings_of(char), itself.upper() if itself in LETTERS else itself)


@lru_cache(maxsize=4096)
def read(chars: str, needle: str, fuzzy: bool) -> Sequence[Said]:
    """Read characters from the first on as a needle, in the best way.

    The best way is the one in which the fewest characters are read in part (by an initial, or the
    beginning of a syllable), and of such the one with the fewest characters.

    Args:
        chars: Characters that begin with a match.
        needle: What is looked for, spelled.
        fuzzy: Whether sounds that are easily confused are the same.

    Returns:
        Of each character of the match whether it stands for itself, and how it is read.
    """
    ways: dict[int, _Way] = {0: (0, ())}
    whole = []
    for char in chars:
        further: dict[int, _Way] = {}
        for offset, (in_part, said) in ways.items():
            for end, is_part, one in _taken(char, needle, offset, fuzzy):
                way = in_part + is_part, (*said, one)
                for after in _boundaries(needle, end):
                    further[after] = min(further.get(after, way), way, key=itemgetter(0))
        ways = further
        whole += [ways[len(needle)]] if len(needle) in ways else []
    return min(whole, key=itemgetter(0))[1]


def _taken(char: str, needle: str, offset: int, fuzzy: bool) -> Iterator[tuple[int, bool, Said]]:
    """Tell what a character takes up: to which offset, whether it is read in part, and how."""
    typed, size = typed_for(fuzzy), len(needle)
    for end in range(offset + 1, min(offset + _LONGEST_SYLLABLE, size) + 1):
        part = needle[offset:end]
        if part == literal(char):
            yield end, False, (True, char)
        whole, allowed = typed.whole, typed.begun if end == size else typed.ended
        for reading in readings_of(char):
            if reading in allowed.get(part, ()):
                yield end, reading not in whole.get(part, ()), (False, reading.replace("v", "ü"))


def _boundaries(needle: str, end: int) -> range:
    """Give where the next character may go on: here, or after separators."""
    return range(end, len(needle) - len(needle[end:].lstrip(SEPARATORS)) + 1)
