"""JSON for programs: what the report says of itself, the tree of sections, the metrics.

`docs/report.json-schema` describes it; `json_schema` makes that.
"""

from __future__ import annotations

from json import dumps

from reporttui.figures.listing import Row
from reporttui.writers.cells import as_object, escaped_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.figures.listing import Listed
    from reporttui.report.outline import Entry
    from reporttui.writers.formats import Options
    from reporttui.writers.view import View

VERSION = 1
"""Of the shape. A field may be added to it; whatever else is changed makes the next version."""

REPORT = (
    *("id", "title", "issuer", "year", "document_number", "index_number", "dated", "published"),
    *("source", "addressee", "opening", "signed", "signed_date", "disclosure"),
)
"""The fields of the report itself."""


def write(view: View, _options: Options) -> bytes:
    """Return what is in view, with null for what is missing and decimals as strings."""
    whole = {
        "version": VERSION,
        "report": {field: getattr(view.report, field) or None for field in REPORT},
        "sections": _forest(view),
        "metrics": list(map(_metric, view.metrics)),
    }
    return (escaped_json(dumps(whole, ensure_ascii=False, indent=1)) + "\n").encode()


def _forest(view: View) -> list[dict[str, object]]:
    """Return the sections in view as trees: of each the topmost stands in the list."""
    roots: list[dict[str, object]] = []
    below: dict[int, list[dict[str, object]]] = {}
    for entry in view.entries():
        below[entry.index] = []
        tree = {**_section(entry), "sections": below[entry.index]}
        below.get(entry.parent, roots).append(tree)
    return roots


def _section(entry: Entry) -> dict[str, object]:
    section = entry.section
    return {
        "path": entry.path,
        "level": entry.level,
        "number": section.number or None,
        "title": section.title or None,
        "run_in": section.run_in,
        "text": section.text or None,
    }


def _metric(one: Listed) -> dict[str, object]:
    return {**as_object(Row._fields, one.row), "part_of": one.metric.part_of or None}
