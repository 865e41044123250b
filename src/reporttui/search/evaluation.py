"""A tree and texts → which sections and metrics match, and which of their characters.

Every node of a tree is answered by a map from what matches to its marks; groups intersect and
join these maps. What a query leaves out has no marks.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from reporttui.search.texts import Stretch, Texts
from reporttui.search.tree import Condition, Group, Not, Range, Scoped, Term
from reporttui.text.folding import fold_needle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import TypeAlias

    from reporttui.report.model import Metric
    from reporttui.search.texts import Mark
    from reporttui.search.tree import Node

    Found: TypeAlias = Mapping[int, Sequence[Mark]]

FIGURE = (-1, -1, "")
"""Stands for the figure of a metric that meets a condition."""


class Owner(NamedTuple):
    """What a text belongs to: a section, or a metric in one.

    Attributes:
        entry: Number of the section.
        path: Of the section.
        metric: The metric; None for the section itself.
    """

    entry: int
    path: str
    metric: Metric | None = None


class Scope(NamedTuple):
    """What is looked at.

    Attributes:
        owners: Numbers of the owners.
        field: The one field; None for all.
    """

    owners: Iterable[int]
    field: str | None = None


class Evaluation:
    """Answers one query."""

    def __init__(
        self, texts: Texts, owners: Sequence[Owner], sections: int, fuzzy: bool, until: float
    ) -> None:
        """Take what is to be looked at.

        Args:
            texts: All fields.
            owners: All sections, then all metrics.
            sections: How many sections there are.
            fuzzy: Whether sounds that are easily confused are the same.
            until: When to give up, by `time.monotonic`.
        """
        self._texts = texts
        self._owners = owners
        self._sections = range(sections)
        self._metrics = range(sections, len(owners))
        self._fuzzy = fuzzy
        self._until = until

    def found(self, node: Node) -> Found:
        """Return what matches a tree.

        Raises:
            TooSlowError: When the time is up.
        """
        return self._found(node, Scope(range(len(self._owners))))

    def _found(self, node: Node, scope: Scope) -> Found:
        if isinstance(node, Term):
            return self._of_term(node, scope)
        if isinstance(node, Group):
            if node.operator == "and":
                return self._all_of(node.nodes, scope)
            return _any_of([self._found(each, scope) for each in node.nodes])
        if isinstance(node, Not):
            left_out = self._found(node.node, scope)
            return {owner: () for owner in scope.owners if owner not in left_out}
        if isinstance(node, Scoped):
            return self._in_field(node)
        if isinstance(node, Range):
            return self._metrics_that(scope, lambda metric: _lies_in(node, metric))
        return self._of_condition(node, scope)

    def _all_of(self, nodes: Sequence[Node], scope: Scope) -> Found:
        """Look at what terms leave over only for the other conditions, which look at each owner."""
        first, *rest = sorted(nodes, key=lambda node: not isinstance(node, Term))
        found = self._found(first, scope)
        for node in rest:
            part = self._found(node, scope._replace(owners=found.keys()))
            found = {
                owner: [*marks, *part[owner]] for owner, marks in found.items() if owner in part
            }
        return found

    def _of_term(self, term: Term, scope: Scope) -> Found:
        found: dict[int, list[Mark]] = defaultdict(list)
        marks = self._texts.find(term, fuzzy=self._fuzzy, until=self._until)
        for (owner, field, _), _start, mark in self._texts.within(marks):
            if scope.field in (None, field):
                found[owner].append(mark)
        return found

    def _in_field(self, node: Scoped) -> Found:
        """Look at one field: titles, which their sections' metrics match too, or names."""
        if node.field == "name":
            named = self._found(node.node, Scope(self._metrics, "name"))
            return {owner: [*marks, FIGURE] for owner, marks in named.items()}
        titled = self._found(node.node, Scope(self._sections, "title"))
        owners = ((owner, self._owners[owner].entry) for owner in self._metrics)
        return {**titled, **{owner: () for owner, entry in owners if entry in titled}}

    def _of_condition(self, node: Condition, scope: Scope) -> Found:
        if node.field == "in":
            below = f"{node.value}."
            paths = ((owner, self._owners[owner].path) for owner in scope.owners)
            return {n: () for n, path in paths if path == node.value or path.startswith(below)}
        if node.field == "unit":
            return self._metrics_that(scope, self._has_unit(node.value))
        if node.field == "is":
            return self._metrics_that(scope, lambda metric: True)
        return self._metrics_that(scope, lambda metric: getattr(metric, node.field) == node.value)

    def _metrics_that(self, scope: Scope, suits: Callable[[Metric], bool]) -> Found:
        metrics = ((owner, self._owners[owner].metric) for owner in scope.owners)
        return {owner: (FIGURE,) for owner, metric in metrics if metric and suits(metric)}

    def _has_unit(self, wanted: str) -> Callable[[Metric], bool]:
        """Tell units that are the one wanted, as written or as read, from end to end."""
        metrics = (self._owners[owner].metric for owner in self._metrics)
        units = sorted({metric.unit for metric in metrics if metric} - {""})
        texts = Texts([Stretch(number, "unit", unit) for number, unit in enumerate(units)])
        marks = texts.find(Term(wanted), fuzzy=self._fuzzy, until=self._until)
        cuts = [(texts.joined[start:end], sound) for start, end, sound in marks]
        # A part of a character is marked as the whole: m in ㎡.
        same = {cut for cut, sound in cuts if sound or fold_needle(cut) == fold_needle(wanted)}
        return lambda metric: metric.unit in same


def _any_of(parts: Sequence[Found]) -> Found:
    found: dict[int, list[Mark]] = defaultdict(list)
    for part in parts:
        for owner, marks in part.items():
            found[owner].extend(marks)
    return found


def _lies_in(node: Range, metric: Metric) -> bool:
    low = metric.low if metric.value is None else metric.value
    high = metric.high if metric.value is None else metric.value
    low, high = high if low is None else low, low if high is None else high
    if low is None or high is None or (node.unit and node.unit != metric.unit):
        return False
    if node.open:
        return (node.low is None or high > node.low) and (node.high is None or low < node.high)
    return (node.low is None or high >= node.low) and (node.high is None or low <= node.high)
