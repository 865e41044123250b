"""How deep each heading stands: decided by the consistency of the whole document.

A family of marks stands above another where its own numbering goes on over items of the other,
while the other's begins anew; custom (`markers.RANKS`) decides where nothing else does.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from typing import NamedTuple

from reporttui.readers.outlining.items import CLOSING, PROSE
from reporttui.readers.outlining.markers import RANKS, UNCOUNTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporttui.readers.outlining.items import Item

_FIXED = frozenset({"part", "chapter", "section", "article", "point"})
"""Families whose place among each other says nothing but their names: articles, for one, are
counted through all chapters."""

_UNNUMBERED_RANK = RANKS["roman"] - 0.5


_OPEN_AT_MOST = 8
"""Runs of one family, the newest ones, that an item may still continue."""


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
        self.left = False  # closed since the run around it went on
        self.alone = True  # whether its last member is a heading without text
        self.runs_in = False  # whether its last member stands inside of a paragraph
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
            below = items[index + 1] if index + 1 < len(items) else None
            above = items[index - 1] if index and items[index - 1].family == PROSE else None
            numbering.add(index, item, above, below)
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
        self._runs_in = self._heads = self._alone = self._led_in = False

    def add(self, index: int, item: Item, above: Item | None, below: Item | None) -> None:
        """Put an item into the run that it belongs to.

        Args:
            index: Its index.
            item: The item.
            above: The prose that stands before it; None where a heading does.
            below: The one that follows it.
        """
        if item.marker is None or item.family in UNCOUNTED:
            return  # Nothing is counted here.
        self._heads = bool(
            below and below.marker and below.family == item.family and below.marker.ordinal == 1
        )
        self._alone = not _has_sentence(item)
        self._runs_in, self._led_in = item.run_in, above is not None and above.text[-1] in ":："
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
            run.alone, run.runs_in = self._alone, self._runs_in
        self.run_of[index] = run

    def _close_below(self, family: str) -> None:
        for other, runs in self.runs.items():
            name = other.rstrip("0123456789.") if other.startswith("decimal") else other
            if _rank(name if name in RANKS else other) > RANKS[family]:
                for run in runs[-_OPEN_AT_MOST:]:
                    run.closed = True

    def _counting_on(self, runs: list[_Run], ordinal: int) -> _Run | None:
        """Return the run that an ordinal continues: exactly, or as a slip would."""
        exact = [run for run in runs[-_OPEN_AT_MOST:] if not run.closed and run.last + 1 == ordinal]
        if exact:
            # Of several, the outermost one for what heads a list of its own family, and
            # otherwise the innermost that looks alike: headings alone, or with their text.
            alike = [run for run in exact if run.alone == self._alone]
            run = exact[0] if self._heads else (alike or exact)[-1]
            self._leave_inner(runs, run)
            return run
        if ordinal == 1:
            return None
        if runs and runs[-1].last + 1 == ordinal and not runs[-1].left:
            return runs[-1]  # Closed by what stands above it by custom, but not here.
        recent = runs[-_OPEN_AT_MOST:]
        return next((run for run in reversed(recent) if not run.closed), None)

    def _is_inside(self, outer: _Run, index: int) -> bool:
        """Whether a list that begins is surely inside of the last item of another: it runs in
        there, or its lead-in, which ends with a colon, stands below it."""
        if outer.members[-1] == index - 1 and self._runs_in:
            return not outer.runs_in
        return self._led_in

    @staticmethod
    def _leave_inner(runs: list[_Run], outer: _Run) -> None:
        for run in runs[max(runs.index(outer, -_OPEN_AT_MOST) + 1, 0) :]:
            if run.outer is outer and not run.closed:
                outer.goes_on = True
            run.closed = run.left = True

    def _begun(self, runs: list[_Run], index: int, ordinal: int) -> _Run:
        recent = runs[-_OPEN_AT_MOST:]
        outer = next((run for run in reversed(recent) if not run.closed), None)
        if outer and ordinal == 1 and self._is_inside(outer, index):
            outer.goes_on = True
        run = _Run(index, ordinal, outer)
        run.alone, run.runs_in = self._alone, self._runs_in
        runs.append(run)
        if ordinal != 1:
            self.doubts[index] = "number skipped"
        elif outer:
            self.doubts[index] = "numbering begins anew"
        return run


def _has_sentence(item: Item) -> bool:
    return "。" in item.text or "；" in item.text


def _rank(family: str) -> float:
    return RANKS.get(family, _UNNUMBERED_RANK)


def _order(items: Sequence[Item], numbering: _Numbering) -> dict[str, float]:
    """Return families by how high they stand in this document."""
    places: dict[str, list[int]] = {}
    for index, item in enumerate(items):
        if item.family != PROSE:
            places.setdefault(item.family, []).append(index)
    marked = {
        family: sorted(items[at].heading for at in members)[len(members) // 2]
        for family, members in places.items()
    }
    order = _order_of_numbered(places, _pairs(places, numbering), marked)
    # What has no number stands just below the lowest family that counts on over it.
    unnumbered = sorted(places.keys() - RANKS.keys(), key=lambda family: places[family][0])
    for family in unnumbered:
        over = [
            place
            for place, other in enumerate(order)
            if _is_over(other, family, items, places, marked)
        ]
        order.insert(over[-1] + 1 if over else 0, family)
    return {family: place for place, family in enumerate(order)}


def _order_of_numbered(
    places: dict[str, list[int]],
    pairs: dict[str, list[tuple[int, int]]],
    marked: dict[str, int],
) -> list[str]:
    """Order families by custom, and change that where the document says otherwise."""
    order = sorted(places.keys() & RANKS.keys(), key=lambda family: RANKS[family])
    for _ in order:
        for at in range(len(order) - 1):
            upper, lower = order[at : at + 2]
            if _stands_above(lower, upper, places, pairs, marked):
                order[at : at + 2] = lower, upper
    return order


def _pairs(places: dict[str, list[int]], numbering: _Numbering) -> dict[str, list[tuple[int, int]]]:
    """Return for each family the items that follow on each other in one run."""
    pairs: dict[str, list[tuple[int, int]]] = {}
    for family, members in places.items():
        runs = {id(run): run for at in members if (run := numbering.run_of.get(at))}
        pairs[family] = [pair for run in runs.values() for pair in itertools.pairwise(run.members)]
    return pairs


def _stands_above(
    one: str,
    other: str,
    places: dict[str, list[int]],
    pairs: dict[str, list[tuple[int, int]]],
    marked: dict[str, int],
) -> bool:
    """Whether there is evidence that `one` stands above `other`, against custom."""
    if {one, other} & _FIXED:
        return False
    if marked[one] and marked[other] and marked[one] != marked[other]:
        return marked[one] < marked[other]
    return _cut(pairs[one], places[other]) > _cut(pairs[other], places[one])


def _is_over(
    other: str,
    family: str,
    items: Sequence[Item],
    places: dict[str, list[int]],
    marked: dict[str, int],
) -> bool:
    """Whether a family stands above one without numbers."""
    if family == CLOSING:
        return False
    if marked[other] and marked[family]:
        return marked[other] < marked[family]
    if other not in RANKS:
        return True  # It came first in the document.
    return _goes_on(items, places[other], places[family])


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
