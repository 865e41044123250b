"""All hits in one list, each in the middle of its context: a concordance, or KWIC."""

from __future__ import annotations

from typing import Literal, NamedTuple

from reporttui.session.table import alphabetical
from reporttui.text.folding import fold_needle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.report.outline import Entry
    from reporttui.session.document import Document
    from reporttui.session.finding import Finder

SortKey = Literal["place", "left", "right"]

SORT_KEYS: tuple[SortKey, ...] = ("place", "left", "right")

_REACH = 500
"""Code points of a hit, and of what stands at either side: more than any screen shows."""

_COMPARED = 60
"""Code points of context by which lines are sorted."""


class Order(NamedTuple):
    """How the lines are ordered.

    Attributes:
        key: By what: `place` is reading order, `left` and `right` what stands beside the hit,
            read away from it.
        descending: Whether the last comes first.
    """

    key: SortKey = "place"
    descending: bool = False

    def next(self) -> Order:
        """Return the order by the next key."""
        return Order(SORT_KEYS[(SORT_KEYS.index(self.key) + 1) % len(SORT_KEYS)])

    def turned(self) -> Order:
        """Return the order turned round."""
        return self._replace(descending=not self.descending)


class Line(NamedTuple):
    """A hit and the text of its passage around it, as far as a screen could show them.

    Attributes:
        hit: Its number, from 0 in reading order.
        entry: The section in which it stands.
        left: What stands before it.
        middle: Its own characters; none where a section matches as a whole.
        right: What stands behind it.
    """

    hit: int
    entry: Entry
    left: str
    middle: str
    right: str


class Concordance:
    """All hits of a query, in some order. A line is made when it is asked for."""

    def __init__(self, document: Document, found: Finder) -> None:
        self._document = document
        self._found = found
        self.order = Order()
        self.hits = list(range(len(found.matches.hits)))
        """Numbers of the hits in the order of the lines."""

    def line(self, hit: int, reach: int = _REACH) -> Line:
        """Return the line of a hit.

        Args:
            hit: Its number.
            reach: Code points of each part at most.
        """
        (passage, start), end = self._found.stretch(hit)
        text = self._document.passages[passage].text
        return Line(
            hit,
            self._document.outline[self._found.matches.hits[hit].entry],
            text[max(0, start - reach) : start],
            text[start : min(end, start + reach)],
            text[end : end + reach],
        )

    def sort(self, order: Order) -> None:
        """Bring the lines in an order; what is alike there stays in reading order."""
        self.order = order
        self.hits.sort()
        if order.key != "place":
            self.hits.sort(key=self._context, reverse=order.descending)
        elif order.descending:
            self.hits.reverse()

    def _context(self, hit: int) -> bytes:
        """Return what stands beside a hit as it is sorted, from the hit outwards."""
        line = self.line(hit, _COMPARED)
        beside = _letters(line.right) if self.order.key == "right" else _letters(line.left)[::-1]
        return alphabetical(beside)


def _letters(text: str) -> str:
    """Return the letters and digits of a text, however they are written."""
    return "".join(filter(str.isalnum, fold_needle(text)))
