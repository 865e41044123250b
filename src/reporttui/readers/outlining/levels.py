"""How deep each heading stands: decided by the consistency of the whole document.

A family of marks stands above another where its own numbering goes on over items of the other,
while the other's begins anew; custom (`markers.RANKS`) decides where nothing else does.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from typing import NamedTuple

from reporttui.readers.outlining.items import PROSE
from reporttui.readers.outlining.markers import RANKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reporttui.readers.outlining.items import Item

_FIXED = frozenset({"part", "chapter", "section", "article", "point"})
"""Families whose place among each other says nothing but their names: articles, for one, are
counted through all chapters."""

_UNNUMBERED_RANK = RANKS["roman"] - 0.5


class Levels(NamedTuple):
    """The levels of a document's items.

    Attributes:
        of: The level of each item, from 1; 0 for prose.
        doubts: Index of an item → what is odd about its number.
    """

    of: list[int]
    doubts: dict[int, str]


class _Run:
    """Items of one family that count on: 一、 二、 三、."""

    def __init__(self, index: int, ordinal: int, outer: _Run | None) -> None:
        self.members = [index]
        self.last = ordinal
        self.outer = outer
        self.closed = False
        self.goes_on = False  # after a run inside of it

    @property
    def depth(self) -> int:
        """How many runs of its own family it stands inside of."""
        return self.outer.depth + 1 if self.outer and self.outer.goes_on else 0


def levels(items: Sequence[Item]) -> Levels:
    """Decide the level of each item."""
    numbering = _Numbering()
    for index, item in enumerate(items):
        if item.family != PROSE:
            numbering.add(index, item)
    order = _order(items, numbering)
    found = [0] * len(items)
    stack: list[tuple[float, int]] = []
    for index, item in enumerate(items):
        if item.family == PROSE:
            continue
        run = numbering.run_of.get(index)
        place = (order[item.family], run.depth if run else 0)
        while stack and stack[-1] >= place:
            stack.pop()
        stack.append(place)
        found[index] = len(stack)
    return Levels(found, numbering.doubts)


class _Numbering:
    """Finds which items count on from which."""

    def __init__(self) -> None:
        self.runs: dict[str, list[_Run]] = {}
        self.run_of: dict[int, _Run] = {}
        self.doubts: dict[int, str] = {}
        self._runs_in = False

    def add(self, index: int, item: Item) -> None:
        """Put an item into the run that it belongs to."""
        if item.marker is None:
            return
        self._runs_in = item.run_in
        self._close_below(item.family)
        key = item.family + item.marker.above
        runs = self.runs.setdefault(key, [])
        run = self._counting_on(runs, item.marker.ordinal)
        if run is None:
            run = self._begun(runs, index, item.marker.ordinal)
        else:
            if run.last + 1 != item.marker.ordinal:
                again = item.marker.ordinal <= run.last
                self.doubts[index] = "number repeated" if again else "number skipped"
            run.members.append(index)
            run.last = item.marker.ordinal
        self.run_of[index] = run

    def _close_below(self, family: str) -> None:
        for other, runs in self.runs.items():
            name = other.rstrip("0123456789.") if other.startswith("decimal") else other
            if _rank(name if name in RANKS else other) > RANKS[family]:
                for run in runs:
                    run.closed = True

    def _counting_on(self, runs: list[_Run], ordinal: int) -> _Run | None:
        """Return the run that an ordinal continues: exactly, or as a slip would."""
        for run in reversed(runs):
            if not run.closed and run.last + 1 == ordinal:
                self._leave_inner(runs, run)
                return run
        if ordinal == 1:
            return None
        if runs and runs[-1].last + 1 == ordinal:
            return runs[-1]  # Closed by what stands above it by custom, but not here.
        return next((run for run in reversed(runs[-1:]) if not run.closed), None)

    @staticmethod
    def _leave_inner(runs: list[_Run], outer: _Run) -> None:
        for run in runs[runs.index(outer) + 1 :]:
            if run.outer is outer and not run.closed:
                outer.goes_on = True
            run.closed = True

    def _begun(self, runs: list[_Run], index: int, ordinal: int) -> _Run:
        outer = next((run for run in reversed(runs) if not run.closed), None)
        if outer and outer.members[-1] == index - 1 and self._runs_in:
            outer.goes_on = True  # A list in the paragraph of an item is surely inside of it.
        run = _Run(index, ordinal, outer)
        runs.append(run)
        if ordinal != 1:
            self.doubts[index] = "number skipped"
        elif outer:
            self.doubts[index] = "numbering begins anew"
        return run


def _rank(family: str) -> float:
    return RANKS.get(family, _UNNUMBERED_RANK)


def _order(items: Sequence[Item], numbering: _Numbering) -> dict[str, float]:
    """Return families by how high they stand in this document."""
    places: dict[str, list[int]] = {}
    marked: dict[str, list[int]] = {}
    for index, item in enumerate(items):
        if item.family != PROSE:
            places.setdefault(item.family, []).append(index)
            marked.setdefault(item.family, []).append(item.heading)
    pairs = _pairs(places, numbering)

    def goes_on(numbered: str, unnumbered: str) -> bool:
        return _goes_on(items, places[numbered], places[unnumbered])

    order = sorted(places, key=lambda family: (_rank(family), family))
    for _ in order:
        for at in range(len(order) - 1):
            upper, lower = order[at : at + 2]
            if _stands_above(lower, upper, places, pairs, marked, goes_on):
                order[at : at + 2] = lower, upper
    return {family: place for place, family in enumerate(order)}


def _pairs(places: dict[str, list[int]], numbering: _Numbering) -> dict[str, list[tuple[int, int]]]:
    """Return for each family the items that follow on each other in one run."""
    pairs: dict[str, list[tuple[int, int]]] = {}
    for family, members in places.items():
        runs = {id(run): run for at in members if (run := numbering.run_of.get(at))}
        chains = [run.members for run in runs.values()] or [members]
        pairs[family] = [pair for chain in chains for pair in itertools.pairwise(chain)]
    return pairs


def _stands_above(
    one: str,
    other: str,
    places: dict[str, list[int]],
    pairs: dict[str, list[tuple[int, int]]],
    marked: dict[str, list[int]],
    goes_on: Callable[[str, str], bool],
) -> bool:
    """Whether there is evidence that `one` stands above `other`, against custom."""
    if one in RANKS and other in RANKS and {one, other} & _FIXED:
        return False
    levels = [sorted(marked[family])[len(marked[family]) // 2] for family in (one, other)]
    if all(levels) and levels[0] != levels[1]:
        return levels[0] < levels[1]
    if one in RANKS and other in RANKS:
        return _cut(pairs[one], places[other]) > _cut(pairs[other], places[one])
    # What has no number never begins anew: only the other one can tell.
    return one in RANKS and goes_on(one, other)


def _goes_on(items: Sequence[Item], numbered: list[int], unnumbered: list[int]) -> bool:
    """Whether numbers mostly count on over headings without one, and do not begin anew."""
    balance = 0
    for at, heading in enumerate(unnumbered):
        end = unnumbered[at + 1] if at + 1 < len(unnumbered) else len(items)
        place = bisect_left(numbered, heading)
        if place < len(numbered) and numbered[place] < end:
            marker = items[numbered[place]].marker
            balance += 1 if marker and marker.ordinal > 1 else -1
    return balance > 0


def _cut(pairs: list[tuple[int, int]], places: list[int]) -> int:
    """Count the pairs that have one of some places between them."""
    return sum(bisect_left(places, one) < bisect_left(places, other) for one, other in pairs)
