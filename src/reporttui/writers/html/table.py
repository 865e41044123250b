"""The metrics as a table in HTML, each row with a link to its sentence."""

from __future__ import annotations

from reporttui.words import _
from reporttui.writers.columns import cells, heads
from reporttui.writers.html.markup import REPORT_LANGUAGE, safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.figures.listing import Listed
    from reporttui.writers.html.links import Links
    from reporttui.writers.view import View


def table(view: View, links: Links) -> str:
    """Return the section of the metrics; nothing where there are none."""
    return "\n".join(_lines(view, links)) if view.metrics else ""


def _lines(view: View, links: Links) -> Iterator[str]:
    yield '<section id="metrics">'
    yield f"<h2>{safe(_('Metrics'))}</h2>"
    # Shown by the script, without which it would do nothing.
    yield f'<p id="filter" hidden><label>{safe(_("Filter"))} <input type="search"></label>'
    yield '<output aria-live="polite"></output></p>'
    yield '<div class="scroll"><table>'
    yield f"<thead><tr>{''.join(_heads())}</tr></thead>"
    yield f'<tbody lang="{REPORT_LANGUAGE}">'
    for number, one in enumerate(view.metrics, 1):
        yield f'<tr id="m{number}">{"".join(_cells(number, one, links.mark_of(number)))}</tr>'
    yield "</tbody></table></div>"
    yield "</section>"


def _heads() -> Iterator[str]:
    for name, head in heads()._asdict().items():
        yield f'<th scope="col" class="{name}">{safe(head)}</th>'


def _cells(number: int, one: Listed, mark: int | None) -> Iterator[str]:
    shown = {name: safe(text) for name, text in cells(one.row)._asdict().items()}
    shown["path"] = _link(f"s{one.row.path}", shown["path"])
    if mark is not None:
        shown["quote"] = _link(f"f{mark}", shown["quote"])
    row = one.row
    value = next((f"{n:f}" for n in (row.value, row.low, row.high) if n is not None), "")
    keys = {"path": f' data-key="{number}"', "value": f' data-key="{value}"'}
    for name, text in shown.items():
        yield f'<td class="{name}"{keys.get(name, "")}>{text}</td>'


def _link(target: str, text: str) -> str:
    return f'<a href="#{target}">{text}</a>'
