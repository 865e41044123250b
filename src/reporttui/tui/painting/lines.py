"""The changes of one line → text, moves and pens."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reporttui.tui.painting.cells import UNKNOWN, Cell
from reporttui.tui.painting.moves import move, to_column
from reporttui.tui.painting.pens import Pen, change, of_blank
from reporttui.tui.painting.terminals import Terminal

Row = Sequence[Cell]

_LEAST_ERASED = 4
"""Blanks from which on erasing to the end of the line is shorter than writing them."""


class Writer:
    """Writes cells to a terminal of which it knows where the cursor is and with which pen.

    Attributes:
        pen: The pen in use.
        at: Column and row of the cursor; None where that is not certain.
    """

    def __init__(self, terminal: Terminal, width: int, pen: Pen) -> None:
        self._terminal = terminal
        self._width = width
        self._parts: list[str] = []
        self.pen = pen
        self.at: tuple[int, int] | None = None
        self._row = -1
        """The row of the cursor; -1 where that is not certain."""

    def text(self) -> str:
        """Return all that was written."""
        return "".join(self._parts)

    def go(self, x: int, y: int) -> None:
        """Move the cursor."""
        if self.at != (x, y):
            in_row = self.at is None and self._row == y and self._terminal.columns
            self._parts.append(to_column(x) if in_row else move(self.at, x, y))
            self.at, self._row = (x, y), y

    def control(self, sequence: str) -> None:
        """Write a control sequence that leaves the cursor anywhere."""
        self._parts.append(sequence)
        self.at, self._row = None, -1

    def change(self, y: int, before: Row, after: Row) -> None:
        """Make one line another one."""
        tail = _tail(after) if self._erases(after[-1]) else len(after)
        for start, end in _runs(before, after):
            if end > tail and end - max(start, tail) >= _LEAST_ERASED:
                if start < tail:
                    self._write(y, after, start, tail)
                self._erase(y, after, max(start, tail))
                return
            self._write(y, after, start, end)

    def change_by_pens(self, before: Sequence[Row], after: Sequence[Row]) -> None:
        """Make lines other ones, all that is drawn with one pen at a time."""
        parts: dict[Pen, list[tuple[int, int, int]]] = {}
        for y, (old, new) in enumerate(zip(before, after, strict=True)):
            for start, end in _runs(old, new):
                for pen, first, last in _of_one_pen(new, start, end):
                    parts.setdefault(pen, []).append((y, first, last))
        for places in parts.values():
            for y, first, last in places:
                self._write(y, after[y], first, last)

    def _erases(self, last: Cell) -> bool:
        plain = last[0] == " " and not last[1].attributes
        return plain and (not last[1].background or self._terminal.erases_in_colour)

    def _erase(self, y: int, row: Row, start: int) -> None:
        self.go(start, y)
        self._take(row[start])
        self._parts.append("\x1b[K")

    def _write(self, y: int, row: Row, start: int, end: int) -> None:
        """Write cells, from where the cursor is if writing on to them is shorter than moving."""
        for at in range(self._shorter_from(y, row, start), end):
            char = row[at][0]
            if not char:
                continue
            self.go(at, y)
            self._take(row[at])
            behind = self._behind(row, at)
            if behind - at > 1 and not is_certain(char):
                # Where it takes one cell after all, the other one must not stay as it was.
                self._parts.append(" " * (behind - at))
                self.at = None
                self.go(at, y)
            self._parts.append(char)
            # At the edge terminals differ too.
            is_within = behind < self._width
            self.at = (behind, y) if is_within and is_certain(char) else None
            self._row = y if is_within else -1

    def _shorter_from(self, y: int, row: Row, start: int) -> int:
        if self.at is None or self.at[1] != y or self.at[0] >= start:
            return start
        gap = row[self.at[0] : start]
        if not all(self._suits(cell) for cell in gap):
            return start
        written = sum(len(char.encode()) for char, _ in gap)
        return self.at[0] if written <= len(move(self.at, start, y)) else start

    def _behind(self, row: Row, at: int) -> int:
        """Return the column behind a character."""
        end = at + 1
        while end < len(row) and not row[end][0]:
            end += 1
        return end

    def _take(self, cell: Cell) -> None:
        """Take the pen of a cell, if that is seen on it."""
        if not self._suits(cell):
            self.use(cell[1])

    def _suits(self, cell: Cell) -> bool:
        """Tell whether a cell looks the same when drawn with the pen in use."""
        return cell[1] == (of_blank(self.pen) if cell[0] == " " else self.pen)

    def use(self, wanted: Pen) -> None:
        """Take a pen."""
        self._parts.append(change(self.pen, wanted, stepwise=self._terminal.stepwise))
        self.pen = wanted


@lru_cache(maxsize=8192)
def is_certain(char: str) -> bool:
    """Tell whether every terminal gives a character as many cells.

    Not those that are ambiguous (Unicode UAX #11), nor what is joined of several, nor emoji. But
    lines and blocks are drawn by the screen itself, and only where they are known to take one.
    """
    if len(char) > 1 or char >= "\U0001f000":
        return False
    return "─" <= char <= "▟" or unicodedata.east_asian_width(char) != "A"


def _runs(before: Row, after: Row) -> Iterator[tuple[int, int]]:
    """Yield where a line differs, wide characters whole.

    A terminal may give a character one cell more than we do: then the one behind it is damaged.
    """
    start = -1
    for at, (old, new) in enumerate(zip(before, after, strict=True)):
        if old is new or old == new:
            if start >= 0 and new[0] and _is_apart(before, after, at):
                yield start, at
                start = -1
        elif start < 0:
            start = at if new[0] else _leader(after, at)
    if start >= 0:
        yield start, len(after)


def _is_apart(before: Row, after: Row, at: int) -> bool:
    """Tell whether a cell that stays is not damaged by a change to the one before it.

    Of a cell that nobody knows nothing is to be kept.
    """
    return after[at] == UNKNOWN or (_ends(before[at - 1]) and _ends(after[at - 1]))


def _of_one_pen(row: Row, start: int, end: int) -> Iterator[tuple[Pen, int, int]]:
    """Part a run where the pen changes, but not where a character may reach into the next cell."""
    first = start
    for at in range(start + 1, end):
        char, pen = row[at]
        blank = char == " "
        if not char or pen == (of_blank(row[first][1]) if blank else row[first][1]):
            continue
        if _ends(row[at - 1]):
            yield row[first][1], first, at
            first = at
    yield row[first][1], first, end


def _ends(cell: Cell) -> bool:
    """Tell whether a character can be replaced without a change to the cell behind it."""
    return not cell[0] or is_certain(cell[0])


def _leader(row: Row, at: int) -> int:
    while at and not row[at][0]:
        at -= 1
    return at


def _tail(row: Row) -> int:
    """Return where the blanks at the end of a line begin that are all alike."""
    at = len(row)
    while at and row[at - 1] == row[-1]:
        at -= 1
    return at
