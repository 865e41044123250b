"""Where a metric stands: its quote in the section's fields, its figure in the quote."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.figures.quotes import agreement
from reporttui.report.model import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.report.model import Metric
    from reporttui.report.outline import Entry


class Place(NamedTuple):
    """Where a metric stands in its section.

    Attributes:
        quote: The words that say it.
        figure: Bound word, number and unit; the whole quote where no figure in it agrees.
        printed: The characters of the figure.
    """

    quote: Span
    figure: Span
    printed: str


def occurrences(fields: dict[str, str], quote: str) -> list[Span]:
    """Return every place where a quote stands in an entry's fields, in reading order."""
    found = []
    for field, text in fields.items():
        start = text.find(quote)
        while start >= 0:
            found.append(Span(field, start, start + len(quote)))
            start = text.find(quote, start + 1)
    return found


def place(entry: Entry, metric: Metric) -> Place | None:
    """Find a metric in its section, or None where its quote stands nowhere in it."""
    found = occurrences(entry.fields, metric.quote)
    number = (metric.at or 1) - 1
    if not 0 <= number < len(found):
        return None
    quote = found[number]
    text = entry.fields[quote.field]
    reading = agreement(text, quote.start, quote.end, metric).reading
    figure = Span(quote.field, reading.start, reading.end) if reading else quote
    return Place(quote, figure, text[figure.start : figure.end])
