"""Panes that are lists."""

from __future__ import annotations

from collections.abc import Iterable

from textual.strip import Strip

from reporttui.tui.glyphs import glyphs
from reporttui.tui.panes.base import Pane, Part
from reporttui.tui.strips import PLAIN, line

_GAP: Part = ("  ", PLAIN)


class ListPane(Pane):
    """A pane whose rows are a list with one of them current."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.cursor = 0
        self.top = 0

    def count(self) -> int:
        """Return how many items there are."""
        raise NotImplementedError

    def item(self, index: int, current: bool) -> Strip:
        """Return the row of an item."""
        raise NotImplementedError

    def chosen(self, index: int) -> None:
        """Take note that the cursor was moved to an item by the reader."""

    def nothing(self) -> str:
        """Return what is said where there are no items."""
        return ""

    def row(self, y: int) -> Strip:
        """Return a row below the title."""
        if y == 0 and not self.count():
            return line([_GAP, (self.nothing(), self.inks.muted)], self.width)
        index = self.top + y
        if index >= self.count() or y >= self.page:
            return self.blank()
        return self.item(index, index == self.cursor)

    def cursor_rows(self) -> range:
        """Return the cursor's row."""
        return range(self.cursor - self.top, self.cursor - self.top + 1)

    def move(self, rows: int) -> None:
        """Move the cursor by rows and tell what it is on."""
        self.move_to(self.cursor + rows)

    def to_end(self, end: bool) -> None:
        """Move to the first or last item."""
        self.move_to(self.count() - 1 if end else 0)

    def move_to(self, index: int) -> None:
        """Move the cursor to an item and tell that it was chosen."""
        index = max(0, min(index, self.count() - 1))
        if index != self.cursor and self.count():
            self.chosen(index)
            self.set_cursor(index)

    def click(self, y: int) -> None:
        """Move the cursor to the clicked row."""
        if self.top + y < self.count() and y < self.page:
            self.move_to(self.top + y)

    def set_cursor(self, index: int) -> None:
        """Show the cursor on an item, scrolling as little as needed."""
        before, top = self.cursor, self.top
        self.cursor = max(0, min(index, self.count() - 1))
        self.keep_cursor_visible()
        scrolled = self.top != top
        self.repaint(None if scrolled else {before - top, self.cursor - top})

    def keep_cursor_visible(self) -> None:
        """Scroll as little as needed for the cursor to be in view."""
        self.top = max(self.cursor - self.page + 1, min(self.top, self.cursor))
        self.top = max(0, min(self.top, self.count() - self.page))

    def resized(self) -> None:
        """Keep the cursor in view."""
        self.keep_cursor_visible()


class DetailedPane(ListPane):
    """A list with a few rows below it about the item that is current."""

    rows_below = 7
    """Of them the first is a rule."""

    def details(self) -> list[list[Part]]:
        """Return lines about the current item."""
        raise NotImplementedError

    @property
    def page(self) -> int:
        """Rows for items."""
        return max(1, self.height - 1 - self.rows_below)

    def row(self, y: int) -> Strip:
        """Return an item, or a line about the current one."""
        return super().row(y) if y < self.page else self._below(y - self.page)

    def repaint(self, rows: Iterable[int] | None = None) -> None:
        """Repaint items, and what stands below them."""
        if rows is not None:
            rows = {*rows, *range(self.page, self.page + self.rows_below)}
        super().repaint(rows)

    def _below(self, y: int) -> Strip:
        if y == 0:
            return line([(glyphs().line * self.width, self.inks.muted)], self.width)
        lines = self.details() if self.count() else []
        return line(lines[y - 1], self.width) if y <= len(lines) else self.blank()
