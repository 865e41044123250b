"""Keeps the frame that a terminal shows, and makes it another one with as few bytes as it can."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reporttui.tui.painting.cells import BLANK, UNKNOWN, Cell
from reporttui.tui.painting.lines import Row, Writer
from reporttui.tui.painting.moves import absolute
from reporttui.tui.painting.pens import PLAIN
from reporttui.tui.painting.terminals import Terminal

Piece = tuple[int, int, Sequence[Cell]]
"""A part of the screen that is to be shown: column, row, and its cells."""

_LEAST_SCROLLED = 3
"""Lines that must stay the same for scrolling to be thought of."""


class Painter:
    """Paints a terminal, which keeps frame, cursor and pen as they were left."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._frame: list[Row] = []
        self._cursor = (0, 0)
        self._pen = PLAIN

    def forget(self) -> None:
        """Take note that the terminal may show anything, with any pen."""
        self._frame = []

    def paint(
        self, width: int, height: int, pieces: Iterable[Piece], cursor: tuple[int, int]
    ) -> str:
        """Return what makes the terminal show the pieces, and all else as before.

        Args:
            width: Columns of the terminal.
            height: Its rows.
            pieces: What is to be shown.
            cursor: Column and row at which the cursor is left.
        """
        start = ""
        if len(self._frame) != height or len(self._frame[0]) != width:
            self._frame = [[UNKNOWN] * width for _ in range(height)]
            start, self._pen = "\x1b[m", PLAIN
        after = _with(self._frame, pieces)
        if after == self._frame and cursor == self._cursor and not start:
            return ""
        writers = list(self._writers(after))
        for writer in writers:
            writer.go(*cursor)
        best = min(writers, key=lambda each: len(each.text().encode()))
        self._frame, self._cursor, self._pen = after, cursor, best.pen
        return start + best.text()

    def _writers(self, after: list[Row]) -> Iterator[Writer]:
        """Yield the ways to paint a frame, each written."""
        if UNKNOWN in self._frame[0] and not _has_unknown(after):
            yield _by_lines(*self._cleared(after), after)
            by_pens, before = self._cleared(after)
            by_pens.change_by_pens(before, after)
            yield by_pens
            return
        writer = Writer(self._terminal, len(after[0]), self._pen)
        yield _by_lines(writer, self._frame, after)
        shift = _shift(self._frame, after) if self._terminal.scrolls else 0
        if shift and not _has_unknown(after):
            yield _by_lines(*self._scrolled(after, shift), after)

    def _cleared(self, after: Sequence[Row]) -> tuple[Writer, Sequence[Row]]:
        """Clear the screen, to the blank that most of it consists of."""
        writer = Writer(self._terminal, len(after[0]), self._pen)
        ground = self._ground(after)
        writer.use(ground[1])
        writer.control("\x1b[2J")
        return writer, [[ground] * len(row) for row in after]

    def _ground(self, rows: Sequence[Row]) -> Cell:
        if not self._terminal.erases_in_colour:
            return BLANK
        blanks = Counter(cell for row in rows for cell in row if cell[0] == " ")
        found = (cell for cell, _ in blanks.most_common() if not cell[1].attributes)
        return next(found, BLANK)

    def _scrolled(self, after: list[Row], shift: int) -> tuple[Writer, Sequence[Row]]:
        """Let the terminal move up the lines that only stand elsewhere; down, if negative."""
        frame = self._frame
        same = [
            y
            for y in range(max(0, -shift), min(len(after), len(after) - shift))
            if after[y] == frame[y + shift] and after[y] != frame[y]
        ]
        top, bottom = min(same) + min(0, shift), max(same) + max(0, shift)
        writer = Writer(self._terminal, len(after[0]), self._pen)
        # Blank lines come in, on the background in use where the terminal erases in colour.
        writer.use(PLAIN._replace(foreground=self._pen.foreground))
        command = f"\x1b[{abs(shift)}{'M' if shift > 0 else 'L'}"
        writer.control(f"\x1b[{top + 1};{bottom + 1}r{absolute(0, top)}{command}\x1b[r")
        blank: list[Row] = [[BLANK] * len(after[0])] * abs(shift)
        region = frame[top : bottom + 1]
        moved = [*region[shift:], *blank] if shift > 0 else [*blank, *region[:shift]]
        return writer, [*frame[:top], *moved, *frame[bottom + 1 :]]


def _has_unknown(rows: Iterable[Row]) -> bool:
    return any(UNKNOWN in row for row in rows)


def _by_lines(writer: Writer, before: Sequence[Row], after: Sequence[Row]) -> Writer:
    """Let a writer make a frame another one, line by line."""
    for y, (old, new) in enumerate(zip(before, after, strict=True)):
        if old is not new and old != new:
            writer.change(y, old, new)
    return writer


def _with(frame: list[Row], pieces: Iterable[Piece]) -> list[Row]:
    """Return a frame with pieces in it; lines that stay the same are the same objects."""
    rows: dict[int, list[Cell]] = {}
    for x, y, piece in pieces:
        if not 0 <= y < len(frame) or x >= len(frame[y]):
            continue
        row = rows.setdefault(y, list(frame[y]))
        end = min(x + len(piece), len(row))
        if x and not row[x][0] and piece and piece[0][0]:
            row[x - 1] = BLANK
        row[x:end] = piece[: end - x]
        if end < x + len(piece) and not piece[end - x][0]:
            row[end - 1] = BLANK
        if end < len(row) and not row[end][0]:
            row[end] = BLANK
    return [rows.get(y, row) for y, row in enumerate(frame)]


def _shift(before: Sequence[Row], after: Sequence[Row]) -> int:
    """Return by how many lines most of what changed has moved up; 0 for no such number."""
    changed = [y for y, row in enumerate(after) if row != before[y]]
    if len(changed) < _LEAST_SCROLLED:
        return 0
    places = {tuple(row): y for y, row in enumerate(before) if any(c != row[0] for c in row)}
    shifts = Counter(places[row] - y for y in changed if (row := tuple(after[y])) in places)
    shifts.pop(0, None)
    best = shifts.most_common(1)
    return best[0][0] if best and best[0][1] >= _LEAST_SCROLLED else 0
