"""Wholes and their parts, as `part_of` names them."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.report.model import Metric
    from reporttui.report.outline import Entry, Outline

    Placed = tuple[Entry, Metric]


class Whole(NamedTuple):
    """A metric and those that are its parts, in reading order."""

    whole: Placed
    parts: tuple[Placed, ...]


def wholes(outline: Outline) -> list[Whole]:
    """Return the wholes whose parts have values, the largest first, equals in reading order."""
    placed = {metric.name: (entry, metric) for entry, metric in outline.metrics()}
    parts: dict[str, list[Placed]] = {}
    for entry, metric in outline.metrics():
        named = metric.part_of in placed and metric.part_of != metric.name
        if named and metric.value is not None:
            parts.setdefault(metric.part_of, []).append((entry, metric))
    found = [Whole(placed[name], tuple(below)) for name, below in parts.items()]
    return sorted(filter(_size, found), key=_size, reverse=True)


def _size(whole: Whole) -> Decimal:
    return whole.whole[1].value or Decimal(0)
