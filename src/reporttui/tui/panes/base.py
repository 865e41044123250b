"""The light base of all panes: draws itself by lines, knows its own cursor and scroll.

No tree, table or scroll view below it: Textual's own repaint whole widgets at each key, and over
SSH that is what a reader feels. A pane repaints the rows that changed.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reporttui.tui.glyphs import glyphs
from reporttui.tui.strips import PLAIN, line, sides
from reporttui.tui.themes import Inks

Part = tuple[str, Style]


class Pane(Widget):
    """A pane: a title in its first row, which says where one is, and rows below it.

    Which pane is the active one is the room's business, not Textual's focus: that repaints and
    restyles whole widgets.
    """

    ALLOW_SELECT = False

    class Clicked(Message):
        """The reader clicked a pane; twice on what is to be followed."""

        def __init__(self, pane: Pane, twice: bool) -> None:
            super().__init__()
            self.pane = pane
            self.twice = twice

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.active = False
        self.width = 0
        self.height = 0
        self._drawn: list[Strip] = []

    def activate(self, active: bool) -> None:
        """Show that keys go to this pane, or no longer do."""
        if active != self.active:
            self.active = active
            self.repaint(self.cursor_rows())

    @property
    def inks(self) -> Inks:
        """The styles of the current theme."""
        return self.app.inks  # type: ignore[attr-defined, no-any-return]

    @property
    def page(self) -> int:
        """Rows below the title."""
        return max(1, self.height - 1)

    def heading(self) -> tuple[str, str]:
        """Return what the title says on the left and on the right."""
        raise NotImplementedError

    def row(self, y: int) -> Strip:
        """Return a row below the title, `y` counted from 0."""
        raise NotImplementedError

    def cursor_rows(self) -> range:
        """Return the rows that look different in the active pane."""
        return range(0)

    # What commands do to a pane.

    def move(self, rows: int) -> None:
        """Move the cursor by rows."""

    def turn(self, pages: int) -> None:
        """Move by pages."""
        self.move(pages * self.page)

    def to_end(self, end: bool) -> None:
        """Move to the first or last row."""

    def click(self, y: int) -> None:
        """Take a click on a row, `y` counted from 0."""

    # Drawing.

    def repaint(self, rows: Iterable[int] | None = None) -> None:
        """Draw rows below the title anew, all by default, and repaint those that changed."""
        if not self.is_on_screen:
            self._drawn = []
            self.refresh()
            return
        lines = range(self.height) if rows is None else {0, *(row + 1 for row in rows)}
        changed = [y for y in lines if 0 <= y < len(self._drawn) and self._redraw(y)]
        if changed:
            self.refresh(*(Region(0, y, self.width, 1) for y in changed))

    def _redraw(self, y: int) -> bool:
        strip = self._draw(y)
        changed = strip != self._drawn[y]
        self._drawn[y] = strip
        return changed

    def _draw(self, y: int) -> Strip:
        return (self._title() if y == 0 else self.row(y - 1)).apply_style(self.inks.base)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give lines; called by Textual once a frame, perhaps before it tells of a new size."""
        self._take_size()
        if not self._drawn:
            self._drawn = [self._draw(y) for y in range(self.height)]
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Give a line; called by Textual."""
        return self._drawn[y]

    def _take_size(self) -> None:
        width, height = self.size
        if (width, height) != (self.width, self.height):
            self.width, self.height = width, height
            self._drawn = []
            self.resized()

    def resized(self) -> None:
        """Fit what is shown to a new size."""

    def on_resize(self) -> None:
        """Fit what is shown to a new size."""
        self._take_size()

    def notify_style_update(self) -> None:
        """Draw with other colours; called by Textual when the theme changes."""
        self._drawn = []
        super().notify_style_update()

    def _title(self) -> Strip:
        # Only the sign tells the active pane: what is drawn anew at each change costs bytes.
        inks, (left, right) = self.inks, self.heading()
        sign: Part = (f"{glyphs().cursor} ", inks.accent)
        if not self.active:
            sign = (f"{glyphs().line} ", inks.muted)
        return sides([sign, (left, inks.heading)], [(f" {right} ", inks.muted)], self.width)

    def cursor_sign(self, current: bool, *, marked: bool = False) -> Part:
        """Return the signs at the start of a row: of the cursor, and of a bookmark."""
        mark = glyphs().mark if marked else " "
        if not current:
            return (f" {mark}", self.inks.accent if marked else PLAIN)
        if self.active:
            return (f"{glyphs().cursor}{mark}", self.inks.accent)
        return (f"{glyphs().place}{mark}", self.inks.muted)

    def blank(self) -> Strip:
        """Return an empty row."""
        return line((), self.width)

    def on_click(self, event: events.Click) -> None:
        """Take the click, and tell."""
        if event.y > 0:
            self.click(event.y - 1)
        self.post_message(self.Clicked(self, event.y > 0 and event.chain == 2))

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
