"""The index of names of an open report, and the walk from place to place of one name."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from reporttui.analysis.names import KINDS, names
from reporttui.search.ranking import Match, Names
from reporttui.session.reading import Mark
from reporttui.session.table import alphabetical

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.analysis.names import Name
    from reporttui.session.document import Document
    from reporttui.session.reading import Session


class NameIndex:
    """The names of a document: by kind, and within each by Pinyin, as at the end of a book."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.names = sorted(names(document.outline), key=_order)

    def matches(self, typed: str) -> list[Match]:
        """Return the names that match what is typed, the best first; without any, all."""
        if not typed.strip():
            return [Match(number) for number in range(len(self.names))]
        return self._ranked.matches(typed)

    @cached_property
    def _ranked(self) -> Names:
        return Names([name.text for name in self.names], {})


def _order(name: Name) -> tuple[int, bytes]:
    return KINDS.index(name.kind), alphabetical(name.text)


class Step(NamedTuple):
    """Where a walk is: at which place, from 1, of how many."""

    number: int
    count: int  # type: ignore[assignment]  # a tuple's own `count`, which nobody misses here


class Walk:
    """Goes from one place of a name to the next, until the reader goes elsewhere."""

    def __init__(self, session: Session, name: Name) -> None:
        self.name = name.text
        self._session = session
        self._places = name.places
        self._at = -1
        self._mark: Mark | None = None

    @property
    def goes_on(self) -> bool:
        """Whether the reader is still where the walk has brought them, and there are more."""
        return self._session.mark is self._mark is not None and len(self._places) > 1

    def step(self, step: int = 1) -> Step:
        """Go to the next (1) or previous (-1) place, round the end; its figures are selected."""
        self._at = (self._at + step) % len(self._places)
        document = self._session.document
        position, end = document.stretch(*self._places[self._at])
        self._mark = Mark(position, end)
        self._session.go(position, self._mark)
        shown = {row.number for row in self._session.table.rows}
        figures = [each for each in document.metrics_at(position, end) if each in shown]
        if figures:
            self._session.select(figures[0])
        return Step(self._at + 1, len(self._places))
