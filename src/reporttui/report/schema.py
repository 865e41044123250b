"""The JSON Schema (2020-12) of the YAML form, generated from the model.

It is what editors complete and check with, so it describes the form as it should be written. The
strict reader also takes a number between quotes, and knows more: days that do not exist, keys
that stand twice.
"""

from __future__ import annotations

from reporttui.report.model import FORMAT, Metric, Report, Section, required, rules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reporttui.report.model import Rule

_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
# A literal block of one line is a line: its newline at the end is the YAML's.
_LINE = {"type": "string", "pattern": r"^[^\n]*\S[^\n]*\n*$"}
_FORMS: dict[str, dict[str, Any]] = {
    "format": {"const": FORMAT},
    "id": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    "label": _LINE,
    "line": _LINE,
    "text": {"type": "string", "pattern": r"\S"},
    "integer": {"type": "integer", "minimum": 1, "maximum": 999_999_999},
    "decimal": {"type": "number"},
    "boolean": {"type": "boolean"},
    # YAML 1.2, which editors speak, has no type for dates.
    "date": {"type": "string", "format": "date", "pattern": f"^{_DAY}$"},
    "datetime": {"type": "string", "pattern": f"^{_DAY}([T ][0-9]{{2}}:[0-9]{{2}})?$"},
    "choice": {"type": "string"},
    "metrics": {"type": "array", "items": {"$ref": "#/$defs/metric"}},
    "sections": {"type": "array", "items": {"$ref": "#/$defs/section"}},
}


def schema() -> dict[str, Any]:
    """Return the schema of a report file."""
    value, low, high = ({"required": [key]} for key in ("value", "low", "high"))
    metric = {**_object(Metric), "oneOf": [value, {"anyOf": [low, high]}]}
    heads = [{"required": [key]} for key in ("number", "title", "text")]
    section = {**_object(Section), "anyOf": heads}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "reporttui report",
        **_object(Report),
        "$defs": {"metric": metric, "section": section},
    }


def _object(of: type[Report] | type[Section] | type[Metric]) -> dict[str, Any]:
    return {
        "description": of.__doc__,
        "type": "object",
        "additionalProperties": False,
        "required": required(of),
        "properties": {name: _property(rule) for name, rule in rules(of).items()},
    }


def _property(rule: Rule) -> dict[str, Any]:
    choices = {"enum": list(rule.choices)} if rule.choices else {}
    return {"description": rule.doc, **_FORMS[rule.form], **choices}
