"""How characters are read, and what may be typed for a reading; `pinyin.txt` is read when asked."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import product

from reporttui.text import data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

LETTERS = "abcdefghijklmnopqrstuvwxyz"

_FIRST = 0x3000
_LONG_INITIALS = ("zh", "ch", "sh")

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
    return re.findall(r"[a-z]{2}(?:[A-Z][a-z])*|\.", rows[row]) if row < len(rows) else []


@cache
def _table() -> tuple[dict[str, str], list[str]]:
    """Read the table: a syllable for each code, and the codes of 16 code points in a row."""
    syllables, *rows = data.rows("pinyin.txt")
    codes = map("".join, product(LETTERS, repeat=2))
    return dict(zip(codes, syllables.split(), strict=False)), rows


@cache
def typed_for(fuzzy: bool) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    """Give all that may be typed for syllables: the whole, or the initial as one or two letters.

    Args:
        fuzzy: Whether sounds that are easily confused may be typed for each other.

    Returns:
        The syllables for which each may be typed; and the same for all beginnings of it.
    """
    whole: dict[str, set[str]] = defaultdict(set)
    begun: dict[str, set[str]] = defaultdict(set)
    for reading in _table()[0].values():
        for typed in _spellings(reading, fuzzy):
            for part in (typed, typed[0], _initial(typed)):
                whole[part].add(reading)
            for size in range(1, len(typed) + 1):
                begun[typed[:size]].add(reading)
    return whole, begun


def _spellings(reading: str, fuzzy: bool) -> set[str]:
    spellings = {reading, reading.replace("v", "u")}
    if fuzzy:
        spellings |= {re.sub("^([zcs]h?|[nl])", _other_initial, s) for s in spellings}
        spellings |= {re.sub("(?<=[ie])ng?$", _other_final, s) for s in spellings}
    return spellings


def _initial(syllable: str) -> str:
    return syllable[:2] if syllable.startswith(_LONG_INITIALS) else syllable[0]


def _other_initial(match: re.Match[str]) -> str:
    return _ALIKE[match[0]]


def _other_final(match: re.Match[str]) -> str:
    return "n" if match[0] == "ng" else "ng"
