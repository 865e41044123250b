"""A report's metrics as rows: what `reporttui metrics` lists and every export of metrics holds."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from reporttui.figures.places import place
from reporttui.report.outline import CLOSING
from reporttui.text.sentences import sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from decimal import Decimal

    from reporttui.figures.places import Place
    from reporttui.report.model import Metric
    from reporttui.report.outline import Entry, Outline


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


class Listed(NamedTuple):
    """A metric, its section, and its row.

    Attributes:
        entry: The section.
        metric: The metric.
        row: Its row.
    """

    entry: Entry
    metric: Metric
    row: Row

    @property
    def sentence(self) -> str:
        """The sentence in which the figure begins; the quote where it stands nowhere."""
        field, start = self.row.field, self.row.figure_start
        if field is None or start is None:
            return self.row.quote
        text = self.entry.fields[field]
        spans = _sentences(text)
        number = bisect_right(spans, start, key=itemgetter(1))
        return text[slice(*spans[number])] if number < len(spans) else self.row.quote


@lru_cache(16)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(sentences(text))


def listed(outline: Outline, extracted: Container[Metric]) -> list[Listed]:
    """List the metrics of a report, in the order in which the outline holds them.

    Args:
        outline: Of the report.
        extracted: Those that this program has named.
    """
    return [_listed(entry, metric, metric in extracted) for entry, metric in outline.metrics()]


def in_reading_order(metrics: Iterable[Listed]) -> list[Listed]:
    """Order by place; what stands behind the last section comes last, also where it is 0's."""
    return sorted(metrics, key=_position)


def _position(one: Listed) -> tuple[bool, int, int, int]:
    entry, field = one.entry, one.row.field
    if field is None:
        return False, entry.index, len(entry.fields), 0
    closing = entry.index == 0 and field in CLOSING
    return closing, entry.index, list(entry.fields).index(field), one.row.figure_start or 0


def _listed(entry: Entry, metric: Metric, extracted: bool) -> Listed:
    return Listed(entry, metric, _row(entry, metric, place(entry, metric), extracted))


def _row(entry: Entry, metric: Metric, found: Place | None, extracted: bool) -> Row:
    return Row(
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
        origin="extracted" if extracted else "curated",
    )
