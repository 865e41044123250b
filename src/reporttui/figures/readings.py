"""Prose → figures: what each number says with the unit and the bound that stand beside it."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from reporttui.figures.numerals import numerals
from reporttui.figures.units import AFTER, BEFORE, MEASURES, NO_MEASURES

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from reporttui.figures.numerals import Numeral

_MINUS = ("-", "−", "－")
_SAME = {"个百分点": "百分点", "％": "%"}
_LONGEST_WORD = 3


class Reading(NamedTuple):
    """A figure as a text says it.

    Attributes:
        start: Where it begins in the text, in code points: at its bound word.
        end: Where it ends: behind its unit and what bounds it from behind.
        value: The value, or the lower end of a range.
        high: The upper end of a range, else None.
        unit: Without multiplier; empty where none is printed.
        bound: As in `report.model.BOUNDS`.
    """

    start: int
    end: int
    value: Decimal
    high: Decimal | None
    unit: str
    bound: str


class _Number(NamedTuple):
    """A numeral with its unit, and where the unit ends."""

    numeral: Numeral
    value: Decimal
    unit: str
    end: int


def readings(text: str, unit: str = "") -> Iterator[Reading]:
    """Yield what the numbers of a text say, in order.

    Args:
        text: Prose.
        unit: A unit to know beside those of `figures.units`.
    """
    numbers = _sharing_units(text, [_number(text, numeral, unit) for numeral in numerals(text)])
    index = 0
    while index < len(numbers):
        first, last = numbers[index], numbers[min(index + 1, len(numbers) - 1)]
        low = _low(text, first, last)
        if low is None:
            yield _reading(text, first, first, first.value)
        else:
            yield _reading(text, first, last, low)
        index += 1 if low is None else 2


def is_known(unit: str) -> bool:
    """Whether a unit is found without being asked for."""
    return any(unit == known for _, known in _units().get(unit[:1], ()))


def _number(text: str, numeral: Numeral, own: str) -> _Number:
    unit, end = unit_at(text, numeral.end, own)
    if unit == "成":
        return _Number(numeral, numeral.value * 10, "%", end)
    return _Number(numeral, numeral.value, "%" if numeral.percent else unit, end)


def _sharing_units(text: str, numbers: list[_Number]) -> list[_Number]:
    """Give each member of a list the unit that stands behind the last: 18、20和10件."""
    joint, found = _joint("[、和及与]|以及"), numbers[-1:]
    for number in reversed(numbers[:-1]):
        after = found[-1]
        joined = joint.fullmatch(text, number.end, after.numeral.start)
        # In 3、5万元, it is not certain whether the first is 3万元.
        if joined and not number.unit and number.numeral.scale == after.numeral.scale:
            number = number._replace(unit=after.unit)
        found.append(number)
    return found[::-1]


def _low(text: str, first: _Number, last: _Number) -> Decimal | None:
    """Return the lower end of a range, 3—5年 or 3—5万元; None where the two are none."""
    if not _joint("[—–~～－-]{1,2}|至|到").fullmatch(text, first.end, last.numeral.start):
        return None
    carried = first.numeral.percent and not last.unit  # 百分之三至五
    if first.unit not in ("", last.unit) and not carried:
        return None
    shared = first.numeral.scale == 1 and not first.unit
    ends = (first.value * last.numeral.scale if shared else first.value, first.value)
    return next((low for low in ends if low <= last.value), None)


@cache
def _joint(words: str) -> re.Pattern[str]:
    import re

    return re.compile(rf"\s?(?:{words})\s?")


def _reading(text: str, first: _Number, last: _Number, low: Decimal) -> Reading:
    start, sign = first.numeral.start, 1
    if start and text[start - 1] in _MINUS:
        start, sign = start - 1, -1
    before, bound_before = _bound_before(text, start)
    after, bound_after = _bound_after(text, last.end)
    vague = "over" if first.numeral.vague or last.numeral.vague else "exact"
    return Reading(
        start=start - before,
        end=last.end + after,
        value=sign * low,
        high=None if first is last else last.value,
        unit=last.unit or first.unit,
        bound=bound_before or bound_after or vague,
    )


def unit_at(text: str, at: int, own: str) -> tuple[str, int]:
    """Return the unit at a place, or one space behind it, and where it ends."""
    begin = at + 1 if text.startswith(" ", at) else at
    if own and text.startswith(own, begin):
        return own, begin + len(own)
    for printed, unit in _units().get(text[begin : begin + 1], ()):
        if text.startswith(printed, begin):
            return unit, begin + len(printed) if unit else at
    end = begin
    while text[end : end + 1].isascii() and text[end : end + 1].isalpha():
        end += 1
    return text[begin:end], end if end > begin else at


@cache
def _units() -> dict[str, list[tuple[str, str]]]:
    """What is printed and what unit that is, by the first character, the longest first."""
    units = {printed: _SAME.get(printed, printed) for printed in MEASURES.split()}
    units |= dict.fromkeys(NO_MEASURES.split(), "")
    by_first: dict[str, list[tuple[str, str]]] = {}
    for printed in sorted(units, key=len, reverse=True):
        by_first.setdefault(printed[0], []).append((printed, units[printed]))
    return by_first


@cache
def _words_before() -> dict[str, str]:
    return {word: bound for bound, words in BEFORE.items() for word in words.split()}


@cache
def _words_after() -> dict[str, str]:
    return {word: bound for bound, words in AFTER.items() for word in words.split()}


def _bound_before(text: str, start: int) -> tuple[int, str]:
    """Return the length of the bound word before a place, and the bound; 0 and '' if none."""
    for size in range(min(_LONGEST_WORD, start), 0, -1):
        if bound := _words_before().get(text[start - size : start]):
            return (0, "") if bound == "exact" else (size, bound)
    return 0, ""


def _bound_after(text: str, end: int) -> tuple[int, str]:
    for size in range(min(_LONGEST_WORD, len(text) - end), 0, -1):
        if bound := _words_after().get(text[end : end + size]):
            return size, bound
    return 0, ""
