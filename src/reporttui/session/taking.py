"""What a reader takes away of an open report: a section, a metric, or words of the text."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.analysis.citation import citation, first_sentence, written
from reporttui.report.model import Span
from reporttui.session.bookmarks import on_metric, on_section, on_words
from reporttui.session.selection import Selection, sentence_around

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reporttui.report.model import Metric, Report
    from reporttui.report.outline import Entry
    from reporttui.session.bookmarks import Target
    from reporttui.session.document import Document
    from reporttui.session.passages import Passage
    from reporttui.session.reading import Session

_STYLE = "gbt7714"
_HEADING = ("number", "title")


class Standing(NamedTuple):
    """Where words stand: in which section, and where in it."""

    entry: Entry
    span: Span

    @property
    def text(self) -> str:
        """The words."""
        field, start, end = self.span
        return self.entry.fields[field][start:end]


class Taken(NamedTuple):
    """What is taken.

    Attributes:
        entry: The section that holds it.
        quote: The words that its citation quotes; empty where it quotes none.
        words: What is copied of it itself, a paragraph a line.
        at: Where its words stand, or those of them that are in one field; None for a section.
        metric: The metric, where it is one.
    """

    entry: Entry
    quote: str
    words: str
    at: Standing | None = None
    metric: Metric | None = None

    def target(self) -> Target | None:
        """Return it as what a bookmark is on; None where its words stand nowhere."""
        if self.metric:
            return on_metric(self.entry, self.metric)
        return on_words(*self.at) if self.at else on_section(self.entry)

    def cited(self, report: Report, day: str) -> str:
        """Return its citation, as the shell writes it by default.

        Args:
            report: The report.
            day: The day on which it is cited, as ISO 8601 has it.
        """
        entry = self.entry if self.entry.index else None
        return written(citation(report, day, entry, self.quote), _STYLE)


def section(document: Document, index: int) -> Taken:
    """Take a section, with its first sentence; the report as a whole with nothing but its title."""
    entry = document.outline[index]
    if index == 0:
        return Taken(entry, "", document.report.title)
    quote = first_sentence(entry)
    return Taken(entry, quote, quote or entry.label)


def metric(document: Document, number: int) -> Taken:
    """Take a metric, by its number: its quote, and the sentence that says it."""
    entry, found = document.metrics[number]
    place, (sentence, _start, _end) = document.place(number), document.sentence(number)
    at = Standing(entry, place.quote) if place else None
    return Taken(entry, found.quote, sentence, at, found)


def text(session: Session) -> Taken:
    """Take the sentences that are selected, or else what stands where the reader is.

    That is a sentence, or a section by its heading; in the opening view the metric of a bar, or
    the report as a whole.
    """
    document, position = session.document, session.position
    bar = document.passages[position.passage].metric
    if session.selection:
        return _sentences(document, session.selection)
    if bar is not None:
        return metric(document, bar)
    found = sentence_around(document, position)
    return _sentences(document, Selection(found, found)) if found else section(document, 0)


def _sentences(document: Document, selection: Selection) -> Taken:
    first, last = sorted(selection)
    lines: list[str] = []
    pieces: list[tuple[int, Span]] = []
    for number in range(first.passage, last.passage + 1):
        passage = document.passages[number]
        start, end = selection.span_in(number, len(passage.text))
        if passage.pieces and start < end:
            lines.append(passage.text[start:end])
            pieces += _pieces(passage, start, end)
    words, entries = "\n".join(lines), {entry for entry, _span in pieces}
    if entries != {0} and len(entries) == 1 and all(s.field in _HEADING for _, s in pieces):
        return section(document, pieces[0][0])._replace(words=words)
    quote = " ".join(lines)
    return Taken(_holding(document, entries), quote, words, _standing(document, pieces))


def _pieces(passage: Passage, start: int, end: int) -> list[tuple[int, Span]]:
    """Return which characters of which fields stand in a stretch of a passage."""
    found, at = [], 0
    for entry, field, first, text in passage.pieces:
        begin, stop = max(start, at), min(end, at + len(text))
        if begin < stop:
            found.append((entry, Span(field, first + begin - at, first + stop - at)))
        at += len(text)
    return found


def _holding(document: Document, entries: Collection[int]) -> Entry:
    """Return the smallest section that holds all of some entries."""
    found = document.outline[min(entries)]
    while max(entries) >= found.end:
        found = document.outline[found.parent]
    return found


def _standing(document: Document, pieces: Sequence[tuple[int, Span]]) -> Standing | None:
    """Return where the pieces of the first field stand that is more than a number."""
    named = [(entry, span) for entry, span in pieces if span.field != "number"]
    if not named:
        return None
    entry, (field, start, _end) = named[0]
    end = max(span.end for other, span in named if (other, span.field) == (entry, field))
    return Standing(document.outline[entry], Span(field, start, end))
