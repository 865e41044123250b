"""One-line widgets: the report's title above the panes, the footer below them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from reporttui.text.width import cell_len
from reporttui.tui.strips import line, sides

if TYPE_CHECKING:
    from reporttui.tui.themes import Inks

Item = tuple[str, str]
"""A key as shown, and what it does."""


class Bar(Widget):
    """A line of the screen."""

    ALLOW_SELECT = False

    @property
    def inks(self) -> Inks:
        """The styles of the current theme."""
        return self.app.inks  # type: ignore[attr-defined, no-any-return]


    def strip(self) -> Strip:
        """Return the line."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Draw the line; called by Textual."""
        return self.strip().apply_style(self.inks.base)


class Header(Bar):
    """Title and issuer of the report."""

    def __init__(self, title: Callable[[], tuple[str, str]]) -> None:
        super().__init__(id="header")
        self._title = title

    def strip(self) -> Strip:
        """Return the line."""
        title, issuer = self._title()
        left = [(" ", Style()), (title, self.inks.title)]
        return sides(left, [(f" {issuer} ", self.inks.muted)], self.size.width)


class Footer(Bar):
    """What is useful in the focused pane; as many commands as there is room for, whole ones."""

    def __init__(self, items: Callable[[], list[Item]]) -> None:
        super().__init__(id="footer")
        self._items = items

    def strip(self) -> Strip:
        """Return the line."""
        inks, width = self.inks, self.size.width
        parts: list[tuple[str, Style]] = []
        used = 1
        for key, text in self._items():
            cells = cell_len(f"{key} {text}")
            if used + cells > width:
                continue
            gap = "  " if parts else " "
            parts += [(gap, Style()), (key, inks.accent + Style(bold=True)), (f" {text}", inks.muted)]
            used += cells + 2
        return line(parts, width)


class Status(Bar):
    """Beside the query: hits and position, or what the program last said."""

    def __init__(self, said: Callable[[], tuple[str, bool]]) -> None:
        super().__init__(id="status")
        self._said = said

    def strip(self) -> Strip:
        """Return the line."""
        text, important = self._said()
        ink = self.inks.warning if important else self.inks.muted
        return sides([], [(f"{text} ", ink)], self.size.width)
