"""`reporttui outline`: the sections of a report."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.report.outline import names_any, outline
from reporttui.shell.exits import FINE
from reporttui.shell.output import opened
from reporttui.shell.rows import write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.report.model import Report


class Row(NamedTuple):
    """A section.

    Attributes:
        path: Its address.
        level: 1 for a part.
        number: As printed.
        title: As printed.
        metrics: Count of its own.
        metrics_total: Count with all below it.
    """

    path: str
    level: int
    number: str | None
    title: str | None
    metrics: int
    metrics_total: int


def run(report: str | None, format: str) -> int:
    """List the sections of a report, with the figures where nobody has named a metric."""
    found = opened(report).report
    if not names_any(found):  # Naming them takes a grammar to import.
        from reporttui.figures.naming import with_figures

        found, _ = with_figures(found)
    write(Row._fields, _rows(found), format)
    return FINE


def _rows(report: Report) -> Iterator[Row]:
    for entry in outline(report)[1:]:
        section = entry.section
        number, title = section.number or None, section.title or None
        counts = len(section.metrics), entry.metrics_total
        yield Row(entry.path, entry.level, number, title, *counts)
