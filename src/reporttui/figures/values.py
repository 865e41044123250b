"""Printed numerals → values: plain, vague (数百, 十几, 两三), and with 余 or 多 in them."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from reporttui.figures.numerals import value_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_FEW = (2, 9)
"""What 数 and 几 stand for: 数百 is 200 to 900."""

_DIGITS = "一二三四五六七八九"
_WORTH = {digit: number for number, digit in enumerate(_DIGITS, 1)} | {"两": 2, "兩": 2}
_VAGUE = "余餘多"
_SOME = "数數几幾"


class Value(NamedTuple):
    """What a numeral says.

    Attributes:
        value: In full; None for a vague one.
        low: The least that a vague one may mean.
        high: The most.
        over: Whether 余 or 多 says that there is more.
    """

    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    over: bool = False


@cache
def _pattern(source: str) -> re.Pattern[str]:
    import re

    return re.compile(source)


def read(run: str) -> Value | None:
    """Read a numeral.

    Args:
        run: Its characters as printed, without 百分之, unit and sign.

    Returns:
        Its value; None where it is not well formed.
    """
    ends = _few(run) or _neighbours(run)
    if ends:
        low, high = (value_of(end) for end in ends)
        return Value(None, low, high) if low is not None and high is not None else None
    over = run[-1:] in _VAGUE or any(sign in run for sign in _VAGUE)
    value = value_of(run)
    return None if value is None else Value(value, over=over)


def _few(run: str) -> tuple[str, str] | None:
    """Return both ends of 数百, 几十万 and 十几."""
    if not any(word in run for word in _SOME):
        return None
    least = 1 if run[-1] in _SOME and len(run) > 1 else _FEW[0]
    low, high = (
        run.translate(dict.fromkeys(map(ord, _SOME), str(end))) for end in (least, _FEW[1])
    )
    return low, high


def _neighbours(run: str) -> tuple[str, str] | None:
    """Return both ends of 两三, 三四十 and 十七八; but 一九八〇 is read by place."""
    found = _pattern(
        f"(?<![{_DIGITS}零〇○点])([{_DIGITS}两兩])([{_DIGITS}两兩])(?![{_DIGITS}零〇○])"
    ).search(run)
    if not found or found[1] + found[2] == "三五" or _WORTH[found[2]] != _WORTH[found[1]] + 1:
        return (run.replace("三五", "三"), run.replace("三五", "五")) if "三五" in run else None
    before, after = run[: found.start()], run[found.end() :]
    return before + found[1] + after, before + found[2] + after
