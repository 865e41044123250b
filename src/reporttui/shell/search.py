"""`reporttui search`: the places where a query stands, in one report or many."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.report.outline import outline
from reporttui.search.matching import Index
from reporttui.search.query import parse
from reporttui.shell.exits import FAILED, FINE, UNUSABLE, Unusable, WrongUse
from reporttui.shell.output import opened, tell
from reporttui.shell.rows import write
from reporttui.text.sentences import sentence_at
from reporttui.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporttui.report.model import Report
    from reporttui.search.query import Query


class Row(NamedTuple):
    """A hit.

    Attributes:
        report: Id of the report.
        path: Of the section.
        field: Of the section, in which it stands.
        sentence: The sentence in which it begins.
        start: Where it begins in the field, in code points.
        end: Where it ends.
        matched: Its characters as printed.
    """

    report: str
    path: str
    field: str
    sentence: str
    start: int
    end: int
    matched: str


_SHOWN = ("report", "path", "matched", "sentence")


def run(query: str, report: Sequence[str], format: str) -> int:
    """Search reports, in the order given; the bundled one where none is."""
    wanted = parse(query)
    if not wanted:
        raise WrongUse(_("the query is empty"))
    unread: list[str | None] = []
    reports = report or (None,)
    count = write(Row._fields, _hits(reports, wanted, unread), format, _SHOWN)
    if len(unread) == len(reports) == 1:
        return UNUSABLE
    if not count:
        tell(_('nothing found for "{query}"', query=query))
    return FINE if count and not unread else FAILED


def _hits(reports: Sequence[str | None], query: Query, unread: list[str | None]) -> Iterator[Row]:
    """Yield the hits of all reports; note those that cannot be read, once that has been told."""
    for argument in reports:
        try:
            report = opened(argument).report
        except Unusable:
            unread.append(argument)
        else:
            yield from _rows(report, query)


def _rows(report: Report, query: Query) -> Iterator[Row]:
    entries = outline(report)
    for hit in Index(entries).matches(query).hits:
        entry = entries[hit.entry]
        text = entry.fields[hit.field]
        first, last = sentence_at(text, hit.start)
        yield Row(
            report=report.id,
            path=entry.path,
            field=hit.field,
            sentence=text[first:last],
            start=hit.start,
            end=hit.end,
            matched=text[hit.start : hit.end],
        )
