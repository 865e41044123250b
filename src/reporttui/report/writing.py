"""A `Report` → YAML as a person would write it: block style, text as literal blocks."""

from __future__ import annotations

import json
import re

from reporttui.report.model import rules
from reporttui.report.nodes import UNWRITABLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.report.model import Metric, Report, Rule, Section

_HEADER = "# yaml-language-server: $schema=report.schema.json\n"

_MUST_ESCAPE = re.compile(f"[{UNWRITABLE}]")
_WORDS = re.compile("(?i)y|n|yes|no|on|off|true|false|null")
"""What an ordinary loader takes for something other than text: YAML 1.1's types."""


def dump(report: Report) -> str:
    """Return a report as YAML; loading that gives the same report.

    Args:
        report: One that the reader could have read: no text is empty or ends with a newline.
    """
    return _HEADER + "\n".join(_mapping(report, "")) + "\n"


def _mapping(value: Report | Section | Metric, indent: str) -> Iterator[str]:
    for name, rule in rules(type(value)).items():
        item = getattr(value, name)
        if item == value._field_defaults.get(name):
            continue
        if rule.form in ("metrics", "sections"):
            yield f"{indent}{name}:"
            for below in item:
                yield from _list_item(below, indent)
        elif rule.form == "text" and _is_literal(item):
            yield f"{indent}{name}: |"
            yield from (f"{indent}  {line}" if line else "" for line in item.split("\n"))
        else:
            yield f"{indent}{name}: {_scalar(item, rule)}"


def _list_item(value: Section | Metric, indent: str) -> Iterator[str]:
    first, *rest = _mapping(value, indent + "  ")
    yield f"{indent}- {first.lstrip()}"
    yield from rest


def _scalar(value: object, rule: Rule) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return format(value, "f" if rule.form == "decimal" else "")
    if rule.form in ("date", "datetime", "choice") or (rule.form != "label" and _is_plain(value)):
        return value
    return _MUST_ESCAPE.sub(_escape, json.dumps(value, ensure_ascii=False))


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _is_literal(text: str) -> bool:
    """Whether a literal block can hold a text: its first line shows how far it is indented."""
    return not (_MUST_ESCAPE.search(text) or text.startswith((" ", "\n", "\t")))


def _is_plain(text: str) -> bool:
    """Whether a line is the same text without quotes, to every YAML loader."""
    if _MUST_ESCAPE.search(text) or text != text.strip() or "\t" in text:
        return False
    if ": " in text or " #" in text or text.endswith(":"):
        return False
    if text.isascii():  # What is taken for a number, a date or a word is.
        return text[0].isalpha() and not _WORDS.fullmatch(text)
    return not text[0].isascii() or text[0].isalnum() or text[0] == "("
