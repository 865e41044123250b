"""Nodes → a `Report`: every problem of a file at once, each with its place."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, NamedTuple, cast

from reporttui.report.model import FORMAT, BadReport, Metric, Problem, Report, Section, rules
from reporttui.report.nodes import Node, items, parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reporttui.report.model import Rule

_INTEGER = re.compile(r"[0-9]{1,9}")
_DECIMAL = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,20})?")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DATETIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]([01][0-9]|2[0-3]):[0-5][0-9])?")


class Loaded(NamedTuple):
    """A report and the nodes that it was read from."""

    report: Report
    root: Node


def load(data: bytes) -> Loaded:
    """Read a report from YAML, strictly.

    Raises:
        BadReport: With all problems, in the order of the file.
    """
    root, problems = parse(data)
    builder = _Builder(problems)
    report = builder.build(Report, root)
    if problems:
        raise BadReport(sorted(problems, key=lambda problem: (problem.line, problem.column)))
    return Loaded(cast("Report", report), root)


class _Builder:
    """Reads fields by their rules. What is wrong is noted and the field left at its default."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self._readers: dict[str, Callable[[str, Node, Rule], Any]] = {
            "format": self._format,
            "id": self._id,
            "line": self._line,
            "text": self._text,
            "integer": self._integer,
            "decimal": self._decimal,
            "boolean": self._boolean,
            "date": self._date,
            "datetime": self._datetime,
            "choice": self._choice,
            "metrics": lambda key, node, _: self._list(key, node, Metric),
            "sections": lambda key, node, _: self._list(key, node, Section),
        }
        self._rules = {of: rules(of) for of in (Report, Section, Metric)}

    def note(self, code: str, node: Node, **values: object) -> None:
        self.problems.append(Problem(code, values, node.line, node.column))

    def build(self, of: type[Any], node: Node) -> Any:
        where = of.__name__.lower()
        if node.kind != "mapping":
            self.note("not-mapping", node, where=where, found=_what(node))
            return None
        known, values = self._rules[of], {}
        for key, value in items(node, self.problems):
            if key.value not in known:
                self._unknown(key, list(known))
                continue
            rule = known[key.value]
            values[key.value] = self._readers[rule.form](key.value, value, rule)
        self._required(of, node, values, where)
        if any(field not in of._field_defaults and field not in values for field in of._fields):
            return None
        return of(**{key: value for key, value in values.items() if value is not None})

    def _required(self, of: type[Any], node: Node, values: dict[str, Any], where: str) -> None:
        for field in of._fields:
            if field not in of._field_defaults and field not in values:
                self.note("missing-key", node, key=field, where=where)
        if of is Metric:
            self._metric(node, values)
        elif of is Section and not any(values.get(key) for key in ("number", "title", "text")):
            self.note("missing-key", node, key="title", where=where)

    def _metric(self, node: Node, values: dict[str, Any]) -> None:
        if "quote" not in values:
            self.note("missing-key", node, key="quote", where="metric")
        low, high = values.get("low"), values.get("high")
        if not {"value", "low", "high"} & values.keys():
            self.note("no-value", node)
        elif "value" in values and {"low", "high"} & values.keys():
            self.note("value-and-range", node)
        elif low is not None and high is not None and low > high:
            self.note("range-disorder", node, low=low, high=high)

    def _unknown(self, key: Node, allowed: list[str]) -> None:
        nearest = _nearest(key.value, allowed)
        code = "unknown-key-nearest" if nearest else "unknown-key"
        self.note(code, key, key=key.value, allowed=", ".join(allowed), nearest=nearest)

    def _list(self, key: str, node: Node, of: type[Any]) -> Any:
        if node.kind != "list":
            self.note("not-list", node, key=key, found=_what(node))
            return None
        return tuple(self.build(of, item) for item in node.value)

    def _text(self, key: str, node: Node, _rule: Rule | None = None) -> str | None:
        if node.kind != "text" or node.empty:
            self.note("not-text", node, key=key, found=_what(node))
            return None
        text: str = node.value.rstrip("\n")
        if not text.strip():
            self.note("empty-text", node, key=key)
            return None
        return text

    def _line(self, key: str, node: Node, _rule: Rule | None = None) -> str | None:
        text = self._text(key, node)
        if text is not None and "\n" in text:
            self.note("not-a-line", node, key=key)
            return None
        return text

    def _matching(self, key: str, node: Node, pattern: re.Pattern[str], code: str) -> str | None:
        text = self._line(key, node)
        if text is not None and not pattern.fullmatch(text):
            self.note(code, node, key=key, found=text)
            return None
        return text

    def _id(self, key: str, node: Node, _rule: Rule) -> str | None:
        return self._matching(key, node, _ID, "bad-id")

    def _integer(self, key: str, node: Node, _rule: Rule) -> int | None:
        text = self._matching(key, node, _INTEGER, "not-integer")
        if text is not None and (text != "0" and text.startswith("0")):
            self.note("not-integer", node, key=key, found=text)
            return None
        return None if text is None else int(text)

    def _format(self, key: str, node: Node, rule: Rule) -> int | None:
        found = self._integer(key, node, rule)
        if found is not None and found != FORMAT:
            self.note("wrong-format", node, found=found, supported=FORMAT)
        return found

    def _decimal(self, key: str, node: Node, _rule: Rule) -> Decimal | None:
        text = self._matching(key, node, _DECIMAL, "not-decimal")
        return None if text is None else Decimal(text)

    def _boolean(self, key: str, node: Node, _rule: Rule) -> bool | None:
        text = self._line(key, node)
        if text is not None and text not in ("true", "false"):
            self.note("not-boolean", node, key=key, found=text)
            return None
        return None if text is None else text == "true"

    def _choice(self, key: str, node: Node, rule: Rule) -> str | None:
        text = self._line(key, node)
        if text is not None and text not in rule.choices:
            allowed, nearest = ", ".join(rule.choices), _nearest(text, rule.choices)
            self.note("not-choice", node, key=key, found=text, allowed=allowed, nearest=nearest)
            return None
        return text

    def _date(self, key: str, node: Node, _rule: Rule) -> str | None:
        text = self._line(key, node)
        if text is not None and not _is_day(text):
            self.note("not-date", node, key=key, found=text)
            return None
        return text

    def _datetime(self, key: str, node: Node, _rule: Rule) -> str | None:
        text = self._line(key, node)
        if text is None:
            return None
        match = _DATETIME.fullmatch(text)
        if not match or not _is_day(match[1]):
            self.note("not-datetime", node, key=key, found=text)
            return None
        return text


def _what(node: Node) -> str:
    return "empty" if node.empty else node.kind


def _nearest(word: str, among: list[str] | tuple[str, ...]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, among, 1)), "")


def _is_day(text: str) -> bool:
    """Whether `text` is an ISO 8601 calendar date of a day that exists."""
    match = _DATE.fullmatch(text)
    if not match:
        return False
    import datetime

    try:
        datetime.date(*map(int, match.groups()))
    except ValueError:
        return False
    return True


__all__ = ["BadReport", "Loaded", "load"]
