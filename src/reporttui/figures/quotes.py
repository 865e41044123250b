"""Whether a quote says a metric's value, unit and bound, and where in the quote it stands."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from reporttui.figures.numerals import numerals
from reporttui.figures.units import AFTER, BEFORE, MEASURES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.figures.numerals import Numeral
    from reporttui.report.model import Metric

_RANGE = re.compile(r"\s*(?:[—–－~～-]{1,2}|至|到)\s*")
_LIST = re.compile(r"\s*(?:[、,，和及与]|以及)\s*")
_POINTS = ("个百分点", "百分点")


class Reading(NamedTuple):
    """A figure as a quote says it.

    Attributes:
        start: Where it begins in the quote, in code points: at its bound word.
        end: Where it ends: behind its unit and what bounds it from behind.
        value: The value, or the lower end of a range.
        high: The upper end of a range, else None.
        unit: Without multiplier; empty where no known unit follows.
        bound: As in `report.model.BOUNDS`.
    """

    start: int
    end: int
    value: Decimal
    high: Decimal | None
    unit: str
    bound: str


def readings(text: str) -> Iterator[Reading]:
    """Yield what each number of the text says, in order."""
    found = list(numerals(text))
    skip = False
    for index, numeral in enumerate(found):
        if skip:
            skip = False
            continue
        after = found[index + 1] if index + 1 < len(found) else None
        if after and _is_range(text, numeral, after):
            skip = True
            yield _reading(text, numeral, after, found[index + 2 :])
        else:
            yield _reading(text, numeral, None, found[index + 1 :])


def _is_range(text: str, first: Numeral, second: Numeral) -> bool:
    """Whether two numbers are the ends of a range: 3—5年, 10至20件, 800元—1200元."""
    unit = _unit_at(text, first.end)
    return bool(_RANGE.fullmatch(text[first.end + len(unit) : second.start]))


def _reading(text: str, first: Numeral, second: Numeral | None, later: list[Numeral]) -> Reading:
    last = second or first
    printed = _unit_at(text, last.end)
    end = last.end + len(printed)
    unit = "%" if last.percent else printed or _shared_unit(text, last, later)
    start, before = _bound_before(text, first.start)
    more, after = _bound_after(text, end)
    bound = before or after or ("over" if first.vague or last.vague else "exact")
    scale = second.value / first.value if second and first.value else 0
    low = first.value
    if second and scale > 1000 and not _unit_at(text, first.end):
        low = _scaled_like(text, first, second)  # 3—5万元: the multiplier is shared.
    high = second.value if second else None
    unit = "百分点" if unit in _POINTS else unit.replace("％", "%")
    return Reading(start, end + more, low, high, unit, bound)


def _scaled_like(text: str, first: Numeral, second: Numeral) -> Decimal:
    times = re.search(r"[十百千]?[万萬亿億]+", text[second.start : second.end])
    if not times or re.search(r"[万萬亿億]", text[first.start : first.end]):
        return first.value
    return first.value * next(numerals("1" + times[0])).value


@lru_cache(1)
def _units() -> dict[str, list[str]]:
    """Units by first character, longest first."""
    by_first: dict[str, list[str]] = {}
    for unit in sorted({*MEASURES, "％", *_POINTS}, key=len, reverse=True):
        by_first.setdefault(unit[0], []).append(unit)
    return by_first


def _unit_at(text: str, at: int) -> str:
    for unit in _units().get(text[at : at + 1], ()):
        if text.startswith(unit, at):
            return unit
    return ""


def _shared_unit(text: str, numeral: Numeral, later: list[Numeral]) -> str:
    """Return the unit that the last member of a list gives to all: 18、20和10件."""
    end = numeral.end
    for following in later:
        if not _LIST.fullmatch(text[end : following.start]):
            return ""
        if unit := _unit_at(text, following.end):
            return unit
        end = following.end
    return ""


def _bound_before(text: str, start: int) -> tuple[int, str]:
    """Return where the figure begins, its bound word included, and the bound; '' if none.

    达 and 达到 say that the value is exact, and are no part of the figure.
    """
    words = ((word, bound) for bound, words in BEFORE.items() for word in words)
    found = [(word, bound) for word, bound in words if text.endswith(word, 0, start)]
    if not found:
        return start, ""
    word, bound = max(found, key=lambda pair: len(pair[0]))
    return (start, "") if bound == "exact" else (start - len(word), bound)


def _bound_after(text: str, end: int) -> tuple[int, str]:
    for bound, words in AFTER.items():
        for word in words:
            if text.startswith(word, end):
                return len(word), bound
    return 0, ""


class Agreement(NamedTuple):
    """How a quote and a metric agree.

    Attributes:
        reading: The figure of the quote that comes nearest to the metric; None where none has
            its value.
        unit: Whether its unit is the metric's.
        bound: Whether its bound is the metric's.
    """

    reading: Reading | None
    unit: bool = False
    bound: bool = False


def agreement(quote: str, metric: Metric) -> Agreement:
    """Find the figure in a quote that a metric means: same value, then unit, then bound."""
    best = Agreement(None)
    for reading in readings(quote):
        if not _same_value(reading, metric):
            continue
        reading = _with_unit(quote, reading, metric.unit)
        found = Agreement(reading, reading.unit == metric.unit, reading.bound == metric.bound)
        if best.reading is None or (found.unit, found.bound) > (best.unit, best.bound):
            best = found
    return best


def _same_value(reading: Reading, metric: Metric) -> bool:
    if metric.value is not None:
        return reading.high is None and reading.value == metric.value
    low, high = metric.low, metric.high
    return low in (None, reading.value) and high in (None, reading.high or reading.value)


def _with_unit(quote: str, reading: Reading, unit: str) -> Reading:
    """Accept the metric's own unit where the table has none or a shorter one, if it is printed."""
    if reading.unit == unit:
        return reading
    number_end = reading.end - len(reading.unit)
    if not unit and reading.unit and not quote.startswith(reading.unit, number_end):
        return reading._replace(unit="")
    for at in (reading.end, number_end):
        if unit and quote.startswith(unit, at) and at + len(unit) >= reading.end:
            return reading._replace(unit=unit, end=at + len(unit))
    return reading
