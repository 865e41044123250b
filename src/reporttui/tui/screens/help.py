"""All keys, and the query language, on one screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.strip import Strip

from reporttui.search.syntax import SYNTAX
from reporttui.text.breaking import wrap
from reporttui.text.width import fit
from reporttui.tui.arrangement import Rect
from reporttui.tui.commands import GROUPS, key_name
from reporttui.tui.layout import PlacedScreen
from reporttui.tui.panes.base import ListPane
from reporttui.tui.strips import PLAIN, line
from reporttui.words import _

_KEYS = 33


class HelpPane(ListPane):
    """The list of keys, by groups, and of what a query can say."""

    def __init__(self, keymap: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(id="help")
        self._keymap = keymap
        self._rows: list[tuple[str, str]] = []

    def resized(self) -> None:
        """Set the rows for the width."""
        self._rows = []
        for group in GROUPS:
            self._rows += [("", ""), ("", _(group.title))]
            for command in group.commands:
                self._explain("  ".join(map(key_name, self._keymap[command.id])), _(command.text))
        self._rows += [("", ""), ("", _("Queries"))]
        for typed, meaning in SYNTAX:
            self._explain(typed, _(meaning))
        super().resized()

    def _explain(self, what: str, text: str) -> None:
        """Set what something means beside it, on as many lines as that takes."""
        for number, (start, end) in enumerate(wrap(text, max(10, self.width - _KEYS - 4))):
            self._rows.append((what if number == 0 else " ", text[start:end]))

    def heading(self) -> tuple[str, str]:
        """Return the title and how to leave."""
        return _("Keys"), _("Esc closes")

    def count(self) -> int:
        """Return how many lines there are."""
        return len(self._rows)

    def item(self, index: int, current: bool) -> Strip:
        """Return a line: keys and what they do, or a group's title."""
        keys, text = self._rows[index]
        if not keys:
            return line([("  ", PLAIN), (text, self.inks.heading)], self.width)
        parts = [("  ", PLAIN), (fit(keys, _KEYS), self.inks.accent), (text, self.inks.text)]
        return line(parts, self.width)

    def move(self, rows: int) -> None:
        """Scroll: there is nothing to choose here."""
        self.top = max(0, min(self.top + rows, self.count() - self.page))
        self.cursor = self.top
        self.repaint()

    def to_end(self, end: bool) -> None:
        """Scroll to the beginning or the end."""
        self.move(self.count() if end else -self.count())


class HelpScreen(PlacedScreen[None], inherit_bindings=False):
    """Help lies over the room; Esc returns to it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter,ctrl+c", "dismiss", show=False, priority=True),
        Binding("down,j", "move(1)", show=False, priority=True),
        Binding("up,k", "move(-1)", show=False, priority=True),
        Binding("space,pagedown", "turn(1)", show=False, priority=True),
        Binding("b,pageup", "turn(-1)", show=False, priority=True),
        Binding("g,home", "to_end(False)", show=False, priority=True),
        Binding("G,end", "to_end(True)", show=False, priority=True),
    ]

    def __init__(self, keymap: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self._pane = HelpPane(keymap)

    def compose(self) -> ComposeResult:
        """Make the one pane."""
        yield self._pane

    def places(self, width: int, height: int) -> dict[str, Rect]:
        """Give the pane the whole screen."""
        return {"help": Rect(0, 0, width, height)}

    def action_move(self, rows: int) -> None:
        """Scroll by rows."""
        self._pane.move(rows)

    def action_turn(self, pages: int) -> None:
        """Scroll by pages."""
        self._pane.turn(pages)

    def action_to_end(self, end: bool) -> None:
        """Scroll to the beginning or the end."""
        self._pane.to_end(end)
