"""Nodes → a `Report`: every problem of a file at once, each with its place."""

from __future__ import annotations

from typing import NamedTuple, cast

from reporttui.report.fields import WrongValue, value_of
from reporttui.report.model import BadReport, Metric, Report, Section, required, rules
from reporttui.report.nodes import Node, items, parse
from reporttui.report.problems import Problems, nearest, shortened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    from reporttui.report.model import Rule

    Built = TypeVar("Built", Report, Section, Metric)

__all__ = ["BadReport", "Loaded", "load"]


class Loaded(NamedTuple):
    """A report and the nodes that it was read from."""

    report: Report
    root: Node


def load(data: bytes) -> Loaded:
    """Read a report from YAML, strictly.

    Raises:
        BadReport: With all problems, in the order of the file.
    """
    problems = Problems()
    root = parse(data, problems)
    report = _Builder(problems).build(Report, root)
    if problems:
        raise problems.failure()
    return Loaded(cast("Report", report), root)


class _Builder:
    """Builds values from mappings. What is wrong is noted, and nothing is built any more."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._rules = {of: rules(of) for of in (Report, Section, Metric)}
        self._required = {of: required(of) for of in self._rules}

    def _note(self, code: str, node: Node, **values: object) -> None:
        self._problems.note(code, node.line, node.column, **values)

    def build(self, of: type[Built], node: Node) -> Built | None:
        where = of.__name__.lower()
        if node.kind == "refused":
            return None
        if node.kind != "mapping":
            self._note("not-mapping", node, where=where, found=node.what)
            return None
        values = self._values(self._rules[of], node)
        for key in self._required[of]:
            if key not in values:
                self._note("missing-key", node, key=key, where=where)
        if of is Section and not values.keys() & {"number", "title", "text"}:
            self._note("missing-key", node, key="title", where=where)
        if of is Metric:
            self._check_value(node, values)
        return None if self._problems else of(**values)

    def _values(self, known: dict[str, Rule], node: Node) -> dict[str, Any]:
        values = {}
        for key, value in items(node, self._problems):
            if key.value in known:
                values[key.value] = self._value(key.value, value, known[key.value])
            else:
                self._unknown(key, list(known))
        return values

    def _value(self, key: str, node: Node, rule: Rule) -> object:
        """Return what a field holds; None where that has been noted as a problem."""
        if node.kind == "refused":
            return None
        if rule.form == "metrics":
            return self._list(key, node, Metric)
        if rule.form == "sections":
            return self._list(key, node, Section)
        try:
            return value_of(node, rule)
        except WrongValue as wrong:
            self._note(wrong.code, node, key=key, **wrong.values)
            return None

    def _list(self, key: str, node: Node, of: type[Built]) -> object:
        if node.kind != "list":
            self._note("not-list", node, key=key, found=node.what)
            return None
        return tuple([self.build(of, item) for item in node.value])

    def _unknown(self, key: Node, allowed: list[str]) -> None:
        values = {"allowed": ", ".join(allowed), "nearest": nearest(key.value, allowed)}
        self._note("unknown-key", key, key=shortened(key.value), **values)

    def _check_value(self, node: Node, values: dict[str, Any]) -> None:
        low, high = values.get("low"), values.get("high")
        if not values.keys() & {"value", "low", "high"}:
            self._note("no-value", node)
        elif "value" in values and values.keys() & {"low", "high"}:
            self._note("value-and-range", node)
        elif low is not None and high is not None and low > high:
            self._note("range-disorder", node, low=low, high=high)
