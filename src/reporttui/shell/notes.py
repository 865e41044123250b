"""`reporttui notes`: the bookmarks and notes of a report, as they were made in the reading room."""

from __future__ import annotations

from pathlib import Path
from time import strftime
from typing import NamedTuple

from reporttui.analysis.citation import citation
from reporttui.analysis.citation_styles.markdown import plain, written
from reporttui.report.outline import outline
from reporttui.session.bookmarks import Bookmarks, refusal
from reporttui.settings.folders import state_dir
from reporttui.settings.store import FILE, Store
from reporttui.shell.commands import NOTES
from reporttui.shell.exits import FAILED, FINE, UNUSABLE
from reporttui.shell.output import opened, tell
from reporttui.shell.rows import write
from reporttui.text.safe import visible
from reporttui.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reporttui.report.model import Report
    from reporttui.report.outline import Outline
    from reporttui.session.bookmarks import Anchored


class Row(NamedTuple):
    """A bookmark.

    Attributes:
        path: Of its section; where it has lost its words, of the one in which they stood.
        field: Of the section, in which its words stand; None where they stand nowhere.
        start: Where they begin in the field, in code points.
        end: Where they end.
        quote: Its words.
        note: What the reader has written.
        made: When, in UTC.
        lost: Whether its words are in the report no more.
    """

    path: str
    field: str | None
    start: int | None
    end: int | None
    quote: str
    note: str | None
    made: str
    lost: bool


def run(report: str | None, format: str) -> int:
    """Print the bookmarks and notes of a report in reading order."""
    found = opened(report).report
    entries = outline(found)
    store = Store(Path(state_dir(), FILE))
    if refused := refusal(store):
        tell(f"reporttui: {refused}")
        return UNUSABLE
    bookmarks = Bookmarks(store, found, entries).listed()
    if not bookmarks:
        tell(_("no bookmarks yet; in the reading room, m makes one"))
        return FAILED
    if format == NOTES:
        print("\n\n".join(_markdown(found, entries, bookmarks)))
    else:
        write(Row._fields, (_row(entries, each) for each in bookmarks), format)
    return FINE


def _row(entries: Outline, found: Anchored) -> Row:
    (_id, target, note, made), anchor = found
    if anchor is None:
        return Row(target.path, None, None, None, target.exact, note or None, made, True)
    path = entries[anchor.entry].path
    return Row(path, *anchor.span, target.exact, note or None, made, False)


def _markdown(report: Report, entries: Outline, bookmarks: Iterable[Anchored]) -> Iterator[str]:
    """Yield the paragraphs: a heading, and each bookmark with its citation and its note."""
    yield "# " + _("Notes on 《{title}》", title=plain(report.title))
    today = strftime("%Y-%m-%d")
    for bookmark, anchor in bookmarks:
        target = bookmark.target
        if anchor is None:
            yield _lost(target.exact, target.path)
        else:
            quote = "" if target.kind == "section" else target.exact
            yield written(citation(report, today, entries[anchor.entry], quote))
        if bookmark.note:
            yield visible(bookmark.note)


def _lost(quote: str, path: str) -> str:
    words = _("these words of section {path} are in the report no more", path=path)
    return f"> {plain(quote)}\n\n— {words}"
