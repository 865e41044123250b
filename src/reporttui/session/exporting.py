"""What of an open report is written into a file: all of it, a section, or the table as it is."""

from __future__ import annotations

import re

from reporttui.writers.view import view, view_of_metrics

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from reporttui.session.reading import Session
    from reporttui.writers.view import View

    Part = Literal["report", "section", "table"]

PARTS: tuple[Part, ...] = ("report", "section", "table")

_UNUSUAL = re.compile(r"[^\w.-]+")


def in_view(session: Session, part: Part) -> View:
    """Return a part of the report as the reader has it in view."""
    if part == "table":
        numbers = [row.number for row in session.table.rows]
        return view_of_metrics(session.source, numbers, all_figures=session.all_figures)
    if part == "report":
        return view(session.source)
    entry = session.document.outline[session.entry]
    return view(session.source, range(entry.index, entry.end if entry.index else 1))


def file_name(session: Session, part: Part) -> str:
    """Return what a file of a part may be called, without its extension."""
    path = session.document.outline[session.entry].path
    behind = {"report": "", "section": f"-{path}", "table": "-metrics"}[part]
    return _UNUSUAL.sub("-", session.document.report.id).lstrip(".-") + behind
