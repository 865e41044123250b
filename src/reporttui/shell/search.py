"""`reporttui search`: the places where a query stands, in one report or many."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import NamedTuple

from reporttui.figures.naming import with_metrics
from reporttui.report.outline import outline
from reporttui.search.matching import Index
from reporttui.search.parsing import Mistake
from reporttui.search.patterns import TooSlowError
from reporttui.search.query import parse
from reporttui.shell.color import MATCH, Marked
from reporttui.shell.exits import FAILED, FINE, UNUSABLE, Unusable, WrongUse
from reporttui.shell.output import opened, tell
from reporttui.shell.rows import write
from reporttui.text.sentences import sentences
from reporttui.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporttui.report.model import Report
    from reporttui.search.matching import Hit
    from reporttui.search.query import Query


_LONGEST = 2000
"""Code points of a sentence: without a stop, a megabyte would stand in the row of each hit."""

_PATIENCE = 1.0
"""Seconds that a query with regular expressions may take in one report."""


class Row(NamedTuple):
    """A hit.

    Attributes:
        report: Id of the report.
        path: Of the section.
        field: Of the section, in which it stands.
        sentence: The sentence in which it begins.
        start: Where it begins in the field, in code points.
        end: Where it ends.
        matched: Its characters as printed; None where a section matches as a whole.
    """

    report: str
    path: str
    field: str
    sentence: str
    start: int
    end: int
    matched: str | None


class RowWithContext(NamedTuple):
    """A hit and what stands around it: the fields of `Row`, and two more.

    Attributes:
        before: The characters before it, in the same paragraph.
        after: The characters behind it.
    """

    report: str
    path: str
    field: str
    sentence: str
    start: int
    end: int
    matched: str | None
    before: str
    after: str


_SHOWN = ("report", "path", "matched", "sentence")
_SHOWN_WITH_CONTEXT = ("report", "path", "before", "matched", "after")


def run(
    query: str, report: Sequence[str], format: str, context: int | None, fuzzy_pinyin: bool
) -> int:
    """Search reports, in the order given; the bundled one where none is."""
    wanted = parse(query, fuzzy=fuzzy_pinyin)
    if wanted.mistake:
        _point_out(query, wanted.mistake)
        return UNUSABLE
    if not wanted:
        raise WrongUse(_("the query is empty"))
    unread: list[str | None] = []
    reports = report or (None,)
    hits = _hits(reports, wanted, unread)
    if context is not None:
        wider = (_with_context(row, text, context) for row, text in hits)
        count = write(RowWithContext._fields, wider, format, _SHOWN_WITH_CONTEXT, ("before",))
    else:
        count = write(Row._fields, (row for row, _text in hits), format, _SHOWN)
    if len(unread) == len(reports) == 1:
        return UNUSABLE
    if not count:
        tell(_('nothing found for "{query}"', query=query))
    return FINE if count and not unread else FAILED


def _point_out(query: str, mistake: Mistake, report: str = "") -> None:
    """Say what is wrong in a query, perhaps in one report only, with a caret below it."""
    from reporttui.text.safe import escaped
    from reporttui.text.width import cell_len
    from reporttui.words.problems import sentences

    said = _("; ").join(sentences(mistake.code, mistake.values))
    tell(report + _("in the query: {problem}", problem=said))
    tell(f"  {query}")
    tell(" " * (2 + cell_len(escaped(query[: mistake.start]))) + "^")


def _hits(
    reports: Sequence[str | None], query: Query, unread: list[str | None]
) -> Iterator[tuple[Row, str]]:
    """Yield the hits of all reports, each with the text of its field.

    Reports that cannot be read, or take too long, are noted once that has been told.
    """
    from reporttui.library.opening import name_of

    for argument in reports:
        try:
            yield from _rows(with_metrics(opened(argument).report)[0], query)
        except Unusable:
            unread.append(argument)
        except TooSlowError:
            too_slow = Mistake("query-too-slow", {}, 0, len(query.source))
            _point_out(query.source, too_slow, f"{name_of(argument)}: ")
            unread.append(argument)


def _rows(report: Report, query: Query) -> Iterator[tuple[Row, str]]:
    entries = outline(report)
    place: tuple[int, str] | None = None
    for hit in Index(entries).matches(query, _PATIENCE).hits:
        entry = entries[hit.entry]
        text = entry.fields[hit.field]
        if place != (hit.entry, hit.field):  # Hits of one field come one after the other.
            place, spans = (hit.entry, hit.field), list(sentences(text))
        first, last = _sentence(spans, hit)
        matched = text[hit.start : hit.end]
        row = Row(
            report=report.id,
            path=entry.path,
            field=hit.field,
            sentence=Marked(text[first:last], MATCH, hit.start - first, hit.end - first),
            start=hit.start,
            end=hit.end,
            matched=Marked(matched, MATCH) if matched else None,
        )
        yield row, text


def _sentence(spans: list[tuple[int, int]], hit: Hit) -> tuple[int, int]:
    """Return the sentence in which a hit begins; of one without end, what is near the hit."""
    number = bisect_right(spans, hit.start, key=itemgetter(1))
    if number == len(spans):
        return hit.start, hit.start
    first, last = spans[number]
    return max(first, hit.start - _LONGEST // 2), min(last, hit.start + _LONGEST // 2)


def _with_context(row: Row, text: str, reach: int) -> RowWithContext:
    before = text[: row.start].rpartition("\n")[2]
    after = text[row.end :].partition("\n")[0]
    return RowWithContext(*row, before[max(0, len(before) - reach) :], after[: max(0, reach)])
