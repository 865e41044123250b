"""Wholes and their parts, as `part_of` names them."""

from __future__ import annotations

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
    """Return the wholes whose parts have values, the largest first.

    Only wholes in a unit are compared by size; ties and different units keep reading order.
    """
    placed = {metric.name: (entry, metric) for entry, metric in outline.metrics()}
    parts: dict[str, list[Placed]] = {}
    for entry, metric in outline.metrics():
        if metric.part_of in placed and metric.value is not None:
            parts.setdefault(metric.part_of, []).append((entry, metric))
    found = [Whole(placed[name], tuple(below)) for name, below in parts.items()]
    found = [whole for whole in found if whole.whole[1].value]
    return sorted(found, key=lambda whole: -(whole.whole[1].value or 0))
