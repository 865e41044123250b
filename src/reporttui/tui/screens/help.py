"""All keys, and the query language, on one screen."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.strip import Strip

from reporttui.search.syntax import SYNTAX
from reporttui.text.breaking import wrap
from reporttui.text.width import fit
from reporttui.tui.commands import GROUPS
from reporttui.tui.keys import Keymap, key_name
from reporttui.tui.panes.lists import ListPane
from reporttui.tui.screens.lists import ListScreen, bound
from reporttui.tui.strips import PLAIN, line
from reporttui.words import _

_KEYS = 33


class HelpPane(ListPane):
    """The list of keys, by groups, and of what a query can say."""

    def __init__(self, keymap: Keymap) -> None:
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


class HelpScreen(ListScreen[None]):
    """Help lies over the room; Esc returns to it."""

    BINDINGS: ClassVar[list[BindingType]] = [bound("question_mark,f1", "dismiss(None)")]

    def __init__(self, keymap: Keymap) -> None:
        super().__init__(HelpPane(keymap))
