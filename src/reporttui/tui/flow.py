"""The document as lines at one width, broken only as far as they are looked at."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.session.document import Document, Position
from reporttui.tui.setting import BLANK, Line, set_passage


class At(NamedTuple):
    """A line: a passage, and the number of a line in it."""

    passage: int
    line: int


TOP = At(0, 0)


class Flow:
    """Lines of a document, walked over without ever breaking the whole text."""

    def __init__(self, document: Document, width: int) -> None:
        self._document = document
        self._width = width
        self._lines: dict[int, list[Line]] = {}

    def lines(self, passage: int) -> list[Line]:
        """Return the lines of a passage, with the space above it."""
        if passage not in self._lines:
            self._lines[passage] = set_passage(self._document, passage, self._width)
        return self._lines[passage]

    def line(self, at: At) -> Line:
        """Return a line."""
        return self.lines(at.passage)[at.line]

    def step(self, at: At, step: int) -> At | None:
        """Return the line below (1) or above (-1), or None at either end."""
        passage, number = at.passage, at.line + step
        if 0 <= number < len(self.lines(passage)):
            return At(passage, number)
        passage += step
        if not 0 <= passage < len(self._document.passages):
            return None
        return At(passage, 0 if step > 0 else len(self.lines(passage)) - 1)

    def walk(self, at: At, steps: int, *, over_blank: bool = False) -> At:
        """Go some lines down or up, as far as there are any.

        Args:
            at: Where to begin.
            steps: How many lines; negative for up.
            over_blank: Whether blank lines do not count.
        """
        direction, reached = (1 if steps > 0 else -1), at
        while steps and (after := self.step(at, direction)):
            at = after
            if not (over_blank and self.line(at) == BLANK):
                steps -= direction
                reached = at
        return reached

    def from_top(self, top: At, count: int) -> list[At]:
        """Return the lines from one on, as many as there are up to `count`."""
        shown, at = [top], self.step(top, 1)
        while at and len(shown) < count:
            shown.append(at)
            at = self.step(at, 1)
        return shown

    def line_of(self, position: Position) -> At:
        """Return the line on which a position stands."""
        number = 0
        for index, each in enumerate(self.lines(position.passage)):
            if each == BLANK or each.start <= position.offset:
                number = index
        return At(position.passage, number)

    def position(self, at: At) -> Position:
        """Return where a line begins."""
        return Position(at.passage, max(0, self.line(at).start))

    @property
    def last(self) -> At:
        """The last line."""
        passage = len(self._document.passages) - 1
        return At(passage, len(self.lines(passage)) - 1)
