"""Numerals in Chinese prose: Arabic digits of both widths, Chinese numerals, multipliers.

A small reader: enough to say what number a quote holds. It reads what is written and judges
nothing; whether a number is a statistical figure at all is decided elsewhere.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDTHS = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
    "兩": 2,
}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_HAN = "零〇○一二三四五六七八九两兩十百千万萬亿億"
_NUMERAL = re.compile(
    rf"""(?P<percent>百分之)?
    (?:
        (?P<arabic>-?[0-9０-９]+(?:[,，][0-9０-９]{{3}}(?![0-9０-９]))*(?:[.．][0-9０-９]+)?)
        (?P<vague>[余餘多来來])?
        (?P<times>[十百千]?[万萬亿億]{{1,2}}|[百千](?=[余餘多]))?
      | (?P<han>[{_HAN}]+(?:点[零〇一二三四五六七八九]+)?)
    )
    (?P<vague_after>[余餘多])?""",
    re.VERBOSE,
)


class Numeral(NamedTuple):
    """A number as printed.

    Attributes:
        start: Where it begins, in code points.
        end: Where it ends: behind the multiplier and 余 or 多.
        value: In full: 1150000 for 115万余.
        percent: Whether 百分之 stands before it.
        vague: Whether 余 or 多 says that there is more.
    """

    start: int
    end: int
    value: Decimal
    percent: bool
    vague: bool


def numerals(text: str) -> Iterator[Numeral]:
    """Yield every numeral of the text in order."""
    for match in _NUMERAL.finditer(text):
        value = _arabic(match) if match["arabic"] else chinese_value(match["han"])
        if value is not None:
            vague = bool(match["vague"] or match["vague_after"])
            yield Numeral(match.start(), match.end(), value, bool(match["percent"]), vague)


def _arabic(match: re.Match[str]) -> Decimal:
    digits = match["arabic"].translate(_WIDTHS).replace(",", "")
    value = Decimal(digits)
    for char in match["times"] or "":
        value *= _SMALL.get(char) or _LARGE[char]
    return value


def chinese_value(text: str) -> Decimal | None:
    """Return the value of a numeral in Chinese characters, or None where it is none.

    Both ways of writing are read: by place (一九八〇) and by multipliers (三百二十五).
    """
    whole, _, decimals = text.partition("点")
    digits = "".join(str(_DIGITS[char]) for char in decimals)
    if len(whole) > 1 and all(char in _DIGITS for char in whole):
        number = int("".join(str(_DIGITS[char]) for char in whole))
    else:
        number = _by_multipliers(whole)
    if number is None:
        return None
    return Decimal(f"{number}.{digits}") if digits else Decimal(number)


def _by_multipliers(text: str) -> int | None:
    total = section = 0
    digit: int | None = None
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _SMALL:
            section += (1 if digit is None and char == "十" else digit or 0) * _SMALL[char]
            digit = None
        else:
            if not (section or digit or total):
                return None  # A bare 万 or 亿 is a unit or a name.
            total = (total + section + (digit or 0)) * _LARGE[char]
            section, digit = 0, None
    if text in _SMALL and text != "十":
        return None  # A bare 百 or 千 is no number.
    return total + section + (digit or 0)
