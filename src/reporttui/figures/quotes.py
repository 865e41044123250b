"""Whether a quote says a metric's value, unit and bound, and where."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reporttui.figures.readings import Reading, is_known, readings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.figures.figure import Figure
    from reporttui.report.model import Metric

__all__ = ["Agreement", "Reading", "agreement", "readings", "said"]


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


def said(text: str, start: int, end: int, unit: str = "") -> list[Reading]:
    """Return the figures that stand in a part of a text.

    They are read in the whole text, and those that the part cuts are left out: 960人次 does not
    say 960 where the text says 超960人次 or 1960人次.

    Args:
        text: The text.
        start: Where the part begins, in code points.
        end: Where it ends.
        unit: A unit to know beside those of `figures.units`.
    """
    own = "" if is_known(unit) else unit
    return [found for found in _read(text, own) if start <= found.start and found.end <= end]


@lru_cache(16)
def _extracted(text: str) -> tuple[Figure, ...]:
    from reporttui.figures.extraction import extract

    return tuple(extract(text)[0])


@lru_cache(16)
def _read(text: str, unit: str) -> tuple[Reading, ...]:
    return tuple(readings(text, unit))


def agreement(text: str, start: int, end: int, metric: Metric) -> Agreement:
    """Find the figure in a quote that a metric means: same value, then unit, then bound.

    Args:
        text: What the quote stands in.
        start: Where it begins, in code points.
        end: Where it ends.
        metric: The metric.
    """
    near = said(text, start, end, metric.unit)
    if not any(_same_value(reading, metric) for reading in near):
        near = _figures(text, start, end)
    found = [
        Agreement(reading, reading.unit == metric.unit, reading.bound == metric.bound)
        for reading in near
        if _same_value(reading, metric)
    ]
    return max(found, key=lambda one: (one.unit, one.bound), default=Agreement(None))


def _figures(text: str, start: int, end: int) -> list[Reading]:
    """Return what the whole grammar reads in a part: what is vague, ranks, fractions."""
    return [
        Reading(
            each.start,
            each.end,
            each.low if each.value is None else each.value,  # type: ignore[arg-type]
            each.high,
            each.unit,
            each.bound,
        )
        for each in _extracted(text)
        if start <= each.start and each.end <= end
    ]


def _same_value(reading: Reading, metric: Metric) -> bool:
    ends = [end for end in (metric.value, metric.low, metric.high) if end is not None]
    return ends == [end for end in (reading.value, reading.high) if end is not None]
