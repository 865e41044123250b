"""A `Report` → YAML as a person would write it: block style, text as literal blocks."""

from __future__ import annotations

import json
import re
from decimal import Decimal

from reporttui.report.model import rules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reporttui.report.model import Report, Rule

_HEADER = "# yaml-language-server: $schema=report.schema.json\n"
# What may stand without quotes: begins with a letter or a Han character, holds nothing that
# YAML reads as structure, and is no word that YAML reads as something else (YAML 1.1 §10).
_PLAIN = re.compile(r"[^\W\d_][^\x00-\x1f\x7f-\x9f:#\[\]{},&*!|>'\"%@`\u2028\u2029\ufeff]*")
_WORDS = re.compile(r"(?i)y|n|yes|no|on|off|true|false|null")
_MUST_ESCAPE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def dump(report: Report) -> str:
    """Return the report as YAML. Loading it gives the same report."""
    return _HEADER + "\n".join(_mapping(report, "")) + "\n"


def _mapping(value: Any, indent: str) -> Iterator[str]:
    for name, rule in rules(type(value)).items():
        item = getattr(value, name)
        if item == type(value)._field_defaults.get(name, ...):
            continue
        if rule.form in ("metrics", "sections"):
            yield f"{indent}{name}:"
            for below in item:
                first, *rest = _mapping(below, indent + "  ")
                yield f"{indent}- {first[len(indent) + 2 :]}"
                yield from rest
        else:
            yield f"{indent}{name}: {_scalar(item, rule, indent)}"


def _scalar(value: Any, rule: Rule, indent: str) -> str:
    if rule.form == "text" and not _MUST_ESCAPE.search(value) and _literal(value):
        lines = [f"{indent}  {line}" if line else "" for line in value.split("\n")]
        return "\n".join(["|", *lines])
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    if rule.form in ("id", "date", "datetime", "choice") or _is_plain(value):
        return str(value)
    return _MUST_ESCAPE.sub(_escape, json.dumps(value, ensure_ascii=False))


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _literal(text: str) -> bool:
    """Whether a literal block keeps the text: it strips no space that matters."""
    return not text.startswith((" ", "\n", "\t")) and not text.endswith("\n")


def _is_plain(text: str) -> bool:
    return bool(
        _PLAIN.fullmatch(text) and not _WORDS.fullmatch(text) and text == text.strip()
    )
