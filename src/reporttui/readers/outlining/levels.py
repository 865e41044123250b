"""How deep each heading stands: decided by the consistency of the whole document.

A family of marks stands above another where its own numbering goes on over items of the other,
while the other's begins anew; custom (`markers.RANKS`) decides where nothing else does.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from typing import NamedTuple

from reporttui.readers.outlining.items import CLOSING, PROSE
from reporttui.readers.outlining.markers import RANKS
from reporttui.readers.outlining.numbering import Numbering

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporttui.readers.outlining.items import Item

_FIXED = frozenset({"part", "chapter", "section", "article", "point"})
"""Families whose place among each other says nothing but their names: articles, for one, are
counted through all chapters."""

_DEEPEST = 20
"""Levels that are told apart; our form holds a few more."""


class Levels(NamedTuple):
    """The levels of a document's items.

    Attributes:
        of: The level of each item, from 1; 0 for prose.
        doubts: Index of an item → what is odd about its number.
    """

    of: list[int]
    doubts: dict[int, str]


def levels(items: Sequence[Item]) -> Levels:
    """Decide the level of each item."""
    numbering = Numbering()
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
        found[index] = min(len(stack), _DEEPEST)
    return Levels(found, numbering.doubts)


def _order(items: Sequence[Item], numbering: Numbering) -> dict[str, float]:
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


def _pairs(places: dict[str, list[int]], numbering: Numbering) -> dict[str, list[tuple[int, int]]]:
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
