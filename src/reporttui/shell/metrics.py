"""`reporttui metrics`: the figures that have a name, and where they stand."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.figures.naming import with_figures, with_metrics
from reporttui.figures.places import place
from reporttui.report.model import Metric
from reporttui.report.outline import CLOSING, outline
from reporttui.shell.exits import FINE
from reporttui.shell.output import opened
from reporttui.shell.rows import write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from reporttui.figures.places import Place
    from reporttui.report.outline import Entry

    Placed = tuple[Entry, Metric, Place | None]


class Row(NamedTuple):
    """A metric.

    Attributes:
        path: Of its section.
        field: Of the section, in which its quote stands; None where it stands nowhere.
        name: What is counted.
        value: In full; None for a range.
        low: The lower end of a range.
        high: The upper end of a range.
        unit: Without multiplier.
        bound: One of `report.model.BOUNDS`.
        kind: One of `report.model.KINDS`.
        period: As printed.
        printed: The characters of the figure, from its bound word to its unit.
        quote: The words that say it.
        start: Where the quote begins in the field, in code points.
        end: Where the quote ends.
        figure_start: Where the figure begins in the field.
        figure_end: Where the figure ends.
        origin: Who named it: `curated` is a person, `extracted` this program.
    """

    path: str
    field: str | None
    name: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    bound: str
    kind: str
    period: str | None
    printed: str | None
    quote: str
    start: int | None
    end: int | None
    figure_start: int | None
    figure_end: int | None
    origin: str


_SHOWN = ("path", "name", "printed", "value", "unit", "bound", "kind")


def run(report: str | None, format: str, all: bool) -> int:
    """List the metrics of a report in reading order."""
    named = with_figures if all else with_metrics
    found, extracted = named(opened(report).report)
    placed = [(entry, metric, place(entry, metric)) for entry, metric in outline(found).metrics()]
    write(Row._fields, _rows(sorted(placed, key=_reading_order), extracted), format, _SHOWN)
    return FINE


def _reading_order(placed: Placed) -> tuple[bool, int, int, int]:
    """Order by place; what stands behind the last section comes last, also where it is 0's."""
    entry, _, found = placed
    if found is None:
        return False, entry.index, len(entry.fields), 0
    field = found.figure.field
    closing = entry.index == 0 and field in CLOSING
    return closing, entry.index, list(entry.fields).index(field), found.figure.start


def _rows(metrics: Iterable[Placed], extracted: frozenset[Metric]) -> Iterable[Row]:
    for entry, metric, found in metrics:
        yield Row(
            path=entry.path,
            field=found.quote.field if found else None,
            name=metric.name,
            value=metric.value,
            low=metric.low,
            high=metric.high,
            unit=metric.unit or None,
            bound=metric.bound,
            kind=metric.kind,
            period=metric.period or None,
            printed=found.printed if found else None,
            quote=metric.quote,
            start=found.quote.start if found else None,
            end=found.quote.end if found else None,
            figure_start=found.figure.start if found else None,
            figure_end=found.figure.end if found else None,
            origin="extracted" if metric in extracted else "curated",
        )
