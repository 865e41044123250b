"""The columns of the table of metrics: what stands in each and how wide it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reporttui.report.model import Metric
from reporttui.session.document import Document
from reporttui.session.table import COLUMNS, Column, Row
from reporttui.text.width import cell_len, fit
from reporttui.words import N_, _

HEADS: dict[Column, str] = {
    "name": N_("Metric"),
    "value": N_("Value"),
    "unit": N_("Unit"),
    "bound": N_("Bound"),
    "section": N_("Section"),
}
_BOUNDS = {
    "over": N_("over"),
    "under": N_("under"),
    "about": N_("about"),
    "at_least": N_("at least"),
    "at_most": N_("at most"),
}
GAP = 2
"""Cells between columns."""

_WHOLE = re.compile(r"-?[\d０-９][\d０-９,，]*|[零〇一二三四五六七八九十百千两]+")
_FRACTION = re.compile(r"(?:[.．点][\d０-９零一二三四五六七八九]+)?")
_TIMES = re.compile(r"[余多]?[十百千]?[万亿]*[余多]?")


class Printed(NamedTuple):
    """A value cut where magnitudes meet: 257 | .3 | 万, so that ones stand below ones."""

    whole: str
    fraction: str = ""
    times: str = ""


def printed(figure: str, metric: Metric) -> Printed:
    """Cut a figure as printed into whole number, fraction and multiplier, without unit or bound."""
    if metric.value is None:
        return Printed(figure.removesuffix(metric.unit))
    whole = _WHOLE.search(figure)
    if not whole:
        return Printed(format(metric.value, "f"))
    fraction = _FRACTION.match(figure, whole.end())
    assert fraction  # It matches nothing, if nothing else.
    times = _TIMES.match(figure, fraction.end())
    assert times
    return Printed(whole[0], fraction[0], times[0])


class Columns:
    """The columns for some rows, as narrow as what they hold; the name gives way."""

    def __init__(self, document: Document, rows: Sequence[Row], width: int) -> None:
        self._values = {
            row.number: printed(document.printed(row.number), row.metric) for row in rows
        }
        parts = zip(*self._values.values(), strict=True)
        self._parts = [max(map(cell_len, part)) for part in parts] or [0, 0, 0]
        self.widths: dict[Column, int] = {
            column: max(cell_len(_(head)) + 1, *(cell_len(self.text(r, column)) for r in rows), 0)
            for column, head in HEADS.items()
            if column != "name"
        }
        others = sum(self.widths.values()) + GAP * len(self.widths)
        longest = max((cell_len(row.metric.name) for row in rows), default=0)
        # Wide screens get space at the right, not between a name and its value.
        name = max(8, min(longest + GAP, width - 3 - others))
        self.widths = {"name": name, **self.widths}

    def text(self, row: Row, column: Column) -> str:
        """Return what stands in a cell of the table."""
        if column == "name":
            return row.metric.name
        if column == "unit":
            return row.metric.unit
        if column == "section":
            return row.entry.path
        if column == "bound":
            bound = _BOUNDS.get(row.metric.bound)
            return _(bound) if bound else ""
        whole, fraction, times = self._values[row.number]
        first, second, third = self._parts
        return fit(whole, first, align="right") + fit(fraction, second) + fit(times, third)

    def at(self, x: int) -> Column:
        """Return the column at a distance from the left edge, in cells."""
        end = GAP
        for column, width in self.widths.items():
            end += width + GAP
            if x < end:
                return column
        return COLUMNS[-1]
