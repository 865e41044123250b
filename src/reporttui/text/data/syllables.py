"""How characters are read, and what may be typed for a reading; `pinyin.txt` is read when asked."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import product
from typing import NamedTuple

from reporttui.text import data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

LETTERS = "abcdefghijklmnopqrstuvwxyz"
INITIALS = (*LETTERS, "zh", "ch", "sh")

_FIRST = 0x3000

# Initials that are easily confused; of finals it is in and ing, en and eng.
_ALIKE = {"zh": "z", "z": "zh", "ch": "c", "c": "ch", "sh": "s", "s": "sh", "n": "l", "l": "n"}


@cache
def readings(char: str) -> tuple[str, ...]:
    """Give the readings of a character, the usual one first.

    Args:
        char: One character, simplified or traditional.

    Returns:
        Syllables of Hanyu Pinyin without tones, v for ü; none for what is not Chinese, or rare.
    """
    row, place = divmod(ord(char) - _FIRST, 16)
    codes = _codes(row) if row >= 0 else []
    if place >= len(codes) or codes[place] == ".":
        return ()
    code, (syllables, _) = codes[place].lower(), _table()
    return tuple([syllables[code[at : at + 2]] for at in range(0, len(code), 2)])


@cache
def _codes(row: int) -> list[str]:
    _, rows = _table()
    return re.findall(r"\.|..(?:[A-Z].)*+", rows[row]) if row < len(rows) else []


@cache
def _table() -> tuple[dict[str, str], list[str]]:
    """Read the table: a syllable for each code, and the codes of 16 code points in a row."""
    syllables, *rows = data.rows("pinyin.txt")
    codes = map("".join, product(LETTERS, repeat=2))
    return dict(zip(codes, syllables.split(), strict=False)), rows


class Typed(NamedTuple):
    """All that may be typed for syllables, and the syllables that each may stand for.

    Attributes:
        whole: A syllable.
        ended: Also an initial, as one or two letters; a letter stands for itself too, a capital.
        begun: Any beginning of a syllable; a letter, as above.
    """

    whole: Mapping[str, frozenset[str]]
    ended: Mapping[str, frozenset[str]]
    begun: Mapping[str, frozenset[str]]


@cache
def typed_for(fuzzy: bool) -> Typed:
    """Give all that may be typed for syllables.

    Args:
        fuzzy: Whether sounds that are easily confused may be typed for each other.
    """
    whole: dict[str, set[str]] = defaultdict(set)
    begun: dict[str, set[str]] = defaultdict(set, {one: {one.upper()} for one in LETTERS})
    for reading in _table()[0].values():
        for typed in _spellings(reading, fuzzy):
            whole[typed].add(reading)
            for size in range(1, len(typed) + 1):
                begun[typed[:size]].add(reading)
    frozen = {part: frozenset(syllables) for part, syllables in begun.items()}
    ended = {part: frozenset(syllables) for part, syllables in whole.items()}
    return Typed(ended, ended | {part: frozen[part] for part in INITIALS}, frozen)


def _spellings(reading: str, fuzzy: bool) -> set[str]:
    spellings = {reading, reading.replace("v", "u")}
    if fuzzy:
        spellings |= {re.sub("^([zcs]h?|[nl])", _other_initial, s) for s in spellings}
        spellings |= {re.sub("(?<=[ie])ng?$", _other_final, s) for s in spellings}
    return spellings


def _other_initial(match: re.Match[str]) -> str:
    return _ALIKE[match[0]]


def _other_final(match: re.Match[str]) -> str:
    return "n" if match[0] == "ng" else "ng"
