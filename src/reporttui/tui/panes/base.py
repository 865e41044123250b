"""The light base of all panes: draws itself by lines, knows its own cursor and scroll.

No tree, table or scroll view below it: Textual's own repaint whole widgets at each key, and over
SSH that is what a reader feels. A pane repaints the rows that changed.
"""

from __future__ import annotations

from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reporttui.tui.glyphs import glyphs
from reporttui.tui.strips import line, sides
from reporttui.tui.themes import Inks

Part = tuple[str, Style]


class Pane(Widget, can_focus=True):
    """A pane: a title in its first row, which says where one is, and rows below it."""

    ALLOW_SELECT = False

    class Activated(Message):
        """The reader chose what is under the cursor, by mouse."""

        def __init__(self, pane: Pane) -> None:
            super().__init__()
            self.pane = pane

    @property
    def inks(self) -> Inks:
        """The styles of the current theme."""
        return self.app.inks  # type: ignore[attr-defined, no-any-return]

    @property
    def page(self) -> int:
        """Rows below the title."""
        return max(1, self.size.height - 1)

    def heading(self) -> tuple[str, str]:
        """Return what the title says on the left and on the right."""
        raise NotImplementedError

    def row(self, y: int) -> Strip:
        """Return a row below the title, `y` counted from 0."""
        raise NotImplementedError

    def cursor_rows(self) -> range:
        """Return the rows that look different with and without focus."""
        return range(0)

    # What commands do to a pane.

    def move(self, rows: int) -> None:
        """Move the cursor by rows."""

    def turn(self, pages: int) -> None:
        """Move by pages."""
        self.move(pages * self.page)

    def to_end(self, end: bool) -> None:
        """Move to the first or last row."""

    def click(self, y: int, twice: bool) -> None:
        """Take a click on a row, `y` counted from 0."""

    # Drawing.

    def render_line(self, y: int) -> Strip:
        """Draw one line; called by Textual."""
        strip = self._title() if y == 0 else self.row(y - 1)
        return strip.apply_style(self.inks.base)

    def _title(self) -> Strip:
        inks, (left, right) = self.inks, self.heading()
        style = inks.heading if self.has_focus else inks.muted
        sign = glyphs().cursor if self.has_focus else glyphs().line
        start: list[Part] = [(f"{sign} ", style), (left, style)]
        return sides(start, [(f" {right} ", style if self.has_focus else inks.muted)], self.width)

    @property
    def width(self) -> int:
        """Cells in a row."""
        return self.size.width

    def cursor_sign(self, current: bool) -> Part:
        """Return the sign at the start of a row."""
        if not current:
            return ("  ", Style())
        return (f"{glyphs().cursor} ", self.inks.accent if self.has_focus else self.inks.muted)

    def repaint_rows(self, rows: range | set[int]) -> None:
        """Repaint rows below the title, and the title."""
        regions = [Region(0, row + 1, self.width, 1) for row in rows if 0 <= row < self.page]
        self.refresh(Region(0, 0, self.width, 1), *regions)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Repaint what shows the focus; Textual would restyle every node."""
        self.repaint_rows(self.cursor_rows())

    def blank(self) -> Strip:
        """Return an empty row."""
        return line((), self.width)

    def on_click(self, event: events.Click) -> None:
        """Focus the pane and take the click."""
        self.focus()
        if event.y > 0:
            self.click(event.y - 1, event.chain > 1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll three rows."""
        event.stop()
        self.scroll_rows(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll three rows back."""
        event.stop()
        self.scroll_rows(-3)

    def scroll_rows(self, rows: int) -> None:
        """Scroll by rows; by default the cursor goes along."""
        self.move(rows)


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

    @property
    def page(self) -> int:
        """Rows for items."""
        return max(1, self.size.height - 1)

    def row(self, y: int) -> Strip:
        """Return a row below the title."""
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
            self.set_cursor(index)
            self.chosen(index)

    def click(self, y: int, twice: bool) -> None:
        """Move the cursor to the clicked row; a double click activates it."""
        if self.top + y < self.count() and y < self.page:
            self.move_to(self.top + y)
            if twice:
                self.post_message(self.Activated(self))

    def set_cursor(self, index: int) -> None:
        """Show the cursor on an item, scrolling as little as needed."""
        before, top = self.cursor, self.top
        self.cursor = max(0, min(index, self.count() - 1))
        self.keep_cursor_visible()
        if self.top != top:
            self.refresh()
        else:
            self.repaint_rows({before - top, self.cursor - top})

    def keep_cursor_visible(self) -> None:
        """Scroll as little as needed for the cursor to be in view."""
        self.top = max(self.cursor - self.page + 1, min(self.top, self.cursor))
        self.top = max(0, min(self.top, self.count() - self.page))

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.keep_cursor_visible()
        self.refresh()
