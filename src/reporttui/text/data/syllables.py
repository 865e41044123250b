"""How characters are read, and how a reading is typed; from `pinyin.txt`, read when first asked."""

from __future__ import annotations

import re
from functools import cache

from reporttui.text import data

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
    syllables, rows = _table()
    codes = _codes(rows.get(ord(char) >> 6, ""))
    place = ord(char) & 63
    if place >= len(codes):
        return ()
    pairs = re.findall("[a-z]{2}", codes[place].lower())
    return tuple(syllables[int(first, 36) * 26 + int(second, 36) - 270] for first, second in pairs)


@cache
def spellings(reading: str, fuzzy: bool) -> frozenset[str]:
    """Give the ways to type a syllable.

    Args:
        reading: The syllable, v for ü, which may also be typed u.
        fuzzy: Whether sounds that are easily confused are typed for each other.
    """
    typed = {reading, reading.replace("v", "u")}
    if fuzzy:
        typed |= {_other_initial(spelling) for spelling in typed}
        typed |= {_other_final(spelling) for spelling in typed}
    return frozenset(typed)


def _other_initial(syllable: str) -> str:
    return re.sub("^([zcs]h?|[nl])(?=[aeiouv])", lambda match: _ALIKE[match[0]], syllable)


def _other_final(syllable: str) -> str:
    return re.sub("(?<=[ie])ng?$", lambda match: "n" if match[0] == "ng" else "ng", syllable)


def initials(spelling: str) -> tuple[str, str]:
    """Give what may be typed for a syllable as its initial: one letter, or zh, ch, sh."""
    return spelling[0], spelling[:2] if spelling.startswith(_LONG_INITIALS) else spelling[0]


@cache
def typed_syllables(fuzzy: bool) -> frozenset[str]:
    """Give all syllables and initials as they may be typed."""
    syllables, _ = _table()
    typed = {spelling for reading in syllables for spelling in spellings(reading, fuzzy)}
    return frozenset(typed.union(*map(initials, typed)))


@cache
def _codes(row: str) -> list[str]:
    return re.findall(r"[a-z].(?:[A-Z].)*|\.", row)


@cache
def _table() -> tuple[list[str], dict[int, str]]:
    """Read all syllables, and for each block of 64 code points the codes of their readings."""
    syllables, *rows = data.rows("pinyin.txt")
    return syllables.split(), {int(row[:4], 16) >> 6: row[5:] for row in rows}
