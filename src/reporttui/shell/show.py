"""`reporttui show`: the text of a report or a section, a heading or paragraph a line."""

from __future__ import annotations

from reporttui.report.outline import FRONT, outline
from reporttui.report.prose import blocks, limited, section_blocks
from reporttui.shell.color import HEADING, Span, paint
from reporttui.shell.exits import FINE
from reporttui.shell.output import opened
from reporttui.shell.paging import put
from reporttui.shell.sections import is_path, section_at
from reporttui.text.safe import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporttui.report.model import Report
    from reporttui.report.prose import Block


def run(report: str | None, path: str | None) -> int:
    """Print a section with all below it; a lone argument of dotted digits is its path."""
    if path is None and report is not None and is_path(report):
        report, path = None, report
    found = opened(report).report
    if path is None:
        print_whole(found)
    else:
        _print(_section(found, path))
    return FINE


def print_whole(report: Report) -> None:
    """Print all of a report."""
    _print(blocks(report, outline(report)))


def _print(found: Iterable[Block]) -> None:
    put(map(_line, found))


def _line(block: Block) -> str:
    line = escaped(block.text)
    heads = block.kind in ("title", "heading")
    return paint(line, [Span(0, len(line), HEADING)]) if heads else line


def _section(report: Report, path: str) -> Iterable[Block]:
    entries = outline(report)
    if path == FRONT:
        return limited(blocks(report, entries), (0,))
    entry = section_at(entries, path)
    return section_blocks(entries, entry.index, entry.end)
