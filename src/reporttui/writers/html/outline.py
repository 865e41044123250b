"""The outline as HTML: nested lists of links."""

from __future__ import annotations

from reporttui.words import _
from reporttui.writers.html.markup import REPORT_LANGUAGE, safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.report.outline import Entry
    from reporttui.writers.view import View


def navigation(view: View) -> str:
    """Return the links to the sections in view and to the table, with a heading."""
    lines = [f"<h2>{safe(_('Outline'))}</h2>"]
    if topmost := [e for e in view.entries() if e.parent == 0 or e.parent not in view.shown]:
        lines += [f'<ul lang="{REPORT_LANGUAGE}">', *_items(view, topmost), "</ul>"]
    if view.metrics:
        lines.append(f'<p><a href="#metrics">{safe(_("Metrics"))}</a></p>')
    return "\n".join(lines)


def _items(view: View, entries: list[Entry]) -> list[str]:
    lines = []
    for entry in entries:
        link = f'<a href="#s{entry.path}">{safe(entry.label)}</a>'
        inside = view.outline[entry.index + 1 : entry.end]
        below = [e for e in inside if e.parent == entry.index and e.index in view.shown]
        if below:
            lines += [f"<li>{link}", "<ul>", *_items(view, below), "</ul></li>"]
        else:
            lines.append(f"<li>{link}</li>")
    return lines
