"""The JSON Schema of the YAML form, generated from the model (JSON Schema 2020-12)."""

from __future__ import annotations

from reporttui.report.model import FORMAT, Metric, Report, Section, rules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reporttui.report.model import Rule

_LINE = r"^[^\n]*[^\s][^\n]*$"
_FORMS: dict[str, dict[str, Any]] = {
    "format": {"const": FORMAT},
    "id": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    "line": {"type": ["string", "number"], "pattern": _LINE},
    "text": {"type": "string", "pattern": r"\S"},
    "integer": {"type": "integer", "minimum": 0, "maximum": 999_999_999},
    "decimal": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "datetime": {
        "type": "string",
        "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2})?$",
    },
    "choice": {"type": "string"},
    "metrics": {"type": "array", "items": {"$ref": "#/$defs/metric"}},
    "sections": {"type": "array", "items": {"$ref": "#/$defs/section"}},
}


def schema() -> dict[str, Any]:
    """Return the schema of a report file."""
    metric = _object(Metric, ["name", "quote"])
    metric["oneOf"] = [
        {"required": ["value"]},
        {"anyOf": [{"required": ["low"]}, {"required": ["high"]}]},
    ]
    section = _object(Section, [])
    section["anyOf"] = [{"required": [key]} for key in ("number", "title", "text")]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "reporttui report",
        **_object(Report, ["format", "id", "title"]),
        "$defs": {"metric": metric, "section": section},
    }


def _object(of: Any, required: list[str]) -> dict[str, Any]:
    return {
        "description": (of.__doc__ or "").strip(),
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": {name: _property(rule) for name, rule in rules(of).items()},
    }


def _property(rule: Rule) -> dict[str, Any]:
    shape = dict(_FORMS[rule.form])
    if rule.choices:
        shape["enum"] = list(rule.choices)
    return {"description": rule.doc, **shape}
