"""A report and a query → hits in reading order, and the metrics that match."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from reporttui.report.outline import CLOSING
from reporttui.text.folding import Folded, fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.report.model import Metric
    from reporttui.report.outline import Entry, Outline
    from reporttui.search.query import Query


class Hit(NamedTuple):
    """A match of a query in the text.

    Attributes:
        entry: Index of the section in the outline.
        field: Name of the field in which it stands.
        start: Where it begins there, in code points.
        end: Where it ends.
    """

    entry: int
    field: str
    start: int
    end: int


class Matches(NamedTuple):
    """What a query found.

    Attributes:
        hits: In reading order.
        metrics: Indices of the metrics that match, counted over the whole report.
    """

    hits: tuple[Hit, ...] = ()
    metrics: tuple[int, ...] = ()


class Index:
    """A report made ready for search; each field is folded when it is first looked at."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline

    @cached_property
    def _fields(self) -> list[list[tuple[str, Folded]]]:
        return [_folded_fields(entry) for entry in self._outline]

    @cached_property
    def _metrics(self) -> list[Folded]:
        return [fold(_haystack(metric)) for _, metric in self._outline.metrics()]

    def prepare(self) -> None:
        """Do now what the first query would have to do."""
        _ = self._fields, self._metrics

    def matches(self, query: Query) -> Matches:
        """Find every place where all words of the query stand in one section or one metric."""
        if not query:
            return Matches()
        # What is the report's own comes first, but for its closing lines.
        hits = sorted(self._hits(query), key=lambda hit: hit.field in CLOSING)
        return Matches(tuple(hits), tuple(self._matching_metrics(query)))

    def _hits(self, query: Query) -> Iterator[Hit]:
        for index, fields in enumerate(self._fields):
            if all(any(word in folded.text for _, folded in fields) for word in query.words):
                for field, folded in fields:
                    for start, end in marks(folded, query):
                        yield Hit(index, field, start, end)

    def _matching_metrics(self, query: Query) -> Iterator[int]:
        for index, folded in enumerate(self._metrics):
            if all(word in folded.text for word in query.words):
                yield index


def marks(folded: Folded, query: Query) -> list[tuple[int, int]]:
    """Return the spans of all words of a query in a text, in order, overlapping ones as one."""
    spans = sorted(span for word in query.words for span in folded.find(word))
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _folded_fields(entry: Entry) -> list[tuple[str, Folded]]:
    return [(field, fold(text)) for field, text in entry.fields.items()]


def _haystack(metric: Metric) -> str:
    # A line break keeps a word from matching over the seam of two fields.
    return "\n".join((metric.name, metric.quote, metric.unit))
