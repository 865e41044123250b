"""`reporttui metrics`: the figures that have a name, and where they stand."""

from __future__ import annotations

from reporttui.figures.listing import Row, in_reading_order, listed
from reporttui.figures.naming import with_figures, with_metrics
from reporttui.report.outline import outline
from reporttui.shell.exits import FINE
from reporttui.shell.output import opened
from reporttui.shell.rows import write

_SHOWN = ("path", "name", "printed", "value", "unit", "bound", "kind")


def run(report: str | None, format: str, all: bool) -> int:
    """List the metrics of a report in reading order."""
    named = with_figures if all else with_metrics
    found, extracted = named(opened(report).report)
    metrics = in_reading_order(listed(outline(found), extracted))
    write(Row._fields, (metric.row for metric in metrics), format, _SHOWN)
    return FINE
