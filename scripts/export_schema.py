"""Write the JSON Schema of the JSON export to `docs/report.json-schema`.

python scripts/export_schema.py            write it
python scripts/export_schema.py --check    exit with 1 where it is not up to date
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reporttui.figures.listing import Row
from reporttui.report.model import BOUNDS, KINDS, Metric, Report, Section, rules
from reporttui.writers.json import REPORT, VERSION

if TYPE_CHECKING:
    from typing import Any

TARGET = Path(__file__).parents[1] / "docs" / "report.json-schema"

PATH = {"type": "string", "pattern": r"^(0|[1-9][0-9]*(\.[1-9][0-9]*)*)$"}
TEXT = {"type": "string"}
TEXT_OR_NULL = {"type": ["string", "null"]}
OFFSET = {"type": ["integer", "null"], "minimum": 0}
DECIMAL = {"type": ["string", "null"], "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}

SECTION: dict[str, dict[str, Any]] = {
    "path": PATH,
    "level": {"type": "integer", "minimum": 1},
    "number": TEXT_OR_NULL,
    "title": TEXT_OR_NULL,
    "run_in": {"type": "boolean"},
    "text": TEXT_OR_NULL,
    "sections": {"type": "array", "items": {"$ref": "#/$defs/section"}},
}
METRIC: dict[str, dict[str, Any]] = {
    **dict.fromkeys(Row._fields, TEXT_OR_NULL),
    **dict.fromkeys(("name", "quote"), TEXT),
    **dict.fromkeys(("value", "low", "high"), DECIMAL),
    **dict.fromkeys(("start", "end", "figure_start", "figure_end"), OFFSET),
    "path": PATH,
    "bound": {"enum": list(BOUNDS)},
    "kind": {"enum": list(KINDS)},
    "origin": {"enum": ["curated", "extracted"]},
    "part_of": TEXT_OR_NULL,
}


def schema() -> dict[str, Any]:
    """Return the schema (2020-12): closed shapes, in which every field stands."""
    report: dict[str, dict[str, Any]] = dict.fromkeys(REPORT, TEXT_OR_NULL)
    report |= {"id": TEXT, "title": TEXT, "year": {"type": ["integer", "null"]}}
    said = {"path": "Its address.", "level": "1 for a part."}
    whole: dict[str, dict[str, Any]] = {
        "version": {"const": VERSION, "description": "Of this shape."},
        "report": {"$ref": "#/$defs/report"},
        "sections": {
            "description": "Those in view, each with those below it.",
            **SECTION["sections"],
        },
        "metrics": {
            "description": "Those in view: the fields of `reporttui metrics`, and part_of.",
            "type": "array",
            "items": {"$ref": "#/$defs/metric"},
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"reporttui export --format json, version {VERSION}",
        **shape("A report, or what was in view of it.", whole, {}),
        "$defs": {
            "report": shape("What the report says of itself.", report, docs(Report)),
            "section": shape(str(Section.__doc__), SECTION, docs(Section) | said),
            "metric": shape(str(Metric.__doc__), METRIC, docs(Metric) | attributes(Row)),
        },
    }


def shape(what: str, fields: dict[str, dict[str, Any]], said: dict[str, str]) -> dict[str, Any]:
    """Describe an object that has these fields and no others."""
    return {
        "description": what,
        "type": "object",
        "additionalProperties": False,
        "required": list(fields),
        "properties": {
            name: {"description": said[name], **form} if name in said else form
            for name, form in fields.items()
        },
    }


def docs(of: type[Report] | type[Section] | type[Metric]) -> dict[str, str]:
    """Return what the model says of its fields."""
    return {name: rule.doc for name, rule in rules(of).items()}


def attributes(of: type[Row]) -> dict[str, str]:
    """Return what a docstring says of its class's fields."""
    return dict(re.findall(r"^        (\w+): (.+)$", str(of.__doc__), re.MULTILINE))


def main(arguments: list[str]) -> int:
    text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    if arguments == ["--check"]:
        current = TARGET.exists() and TARGET.read_text(encoding="utf-8") == text
        if not current:
            print(f"{TARGET} is not up to date: run {sys.argv[0]}", file=sys.stderr)
        return 0 if current else 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
