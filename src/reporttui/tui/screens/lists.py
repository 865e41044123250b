"""What all screens that lie over the room have in common: a list, and the keys to move in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ScreenResultType
from textual.strip import Strip
from textual.widgets import Input

from reporttui.tui.arrangement import Rect
from reporttui.tui.layout import PlacedScreen
from reporttui.tui.panes.base import Pane
from reporttui.tui.panes.lists import ListPane
from reporttui.tui.strips import line
from reporttui.tui.widgets.bars import Bar
from reporttui.tui.widgets.query import LineInput


def bound(keys: str, action: str) -> Binding:
    """Return a binding that is done before the next key is looked at."""
    return Binding(keys, action, show=False, priority=True)


class KeyLine(Bar):
    """What the keys do here, in the last row."""

    def __init__(self, items: Sequence[tuple[str, str]]) -> None:
        super().__init__(id="keys")
        self._items = items
        self._said = ""

    def say(self, text: str) -> None:
        """Say something in place of the keys; nothing for an empty text."""
        self._said = text
        self.refresh()

    def strip(self) -> Strip:
        """Return the line; it has room on every screen that has room to read."""
        if self._said:
            return line([(f" {self._said}", self.inks.warning)], self.size.width)
        parts = []
        for key, text in self._items:
            parts += [(f" {key}", self.inks.heading), (f" {text} ", self.inks.muted)]
        return line(parts, self.size.width)


class ListScreen(PlacedScreen[ScreenResultType], inherit_bindings=False):
    """A list that lies over the room; it answers with what was chosen in it, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("escape,q,ctrl+c", "dismiss(None)"),
        bound("enter", "choose"),
        bound("down,j", "move(1)"),
        bound("up,k", "move(-1)"),
        bound("space,pagedown", "turn(1)"),
        bound("b,pageup", "turn(-1)"),
        bound("g,home", "to_end(False)"),
        bound("G,end", "to_end(True)"),
    ]

    def __init__(self, pane: ListPane) -> None:
        super().__init__()
        self._pane = pane
        self._key_line = KeyLine(self.keys())

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys for the last row and what they do; without any, there is no such row."""
        return ()

    def say(self, text: str) -> None:
        """Say something in place of the keys, or show these again."""
        self._key_line.say(text)

    def answer(self) -> ScreenResultType | None:
        """Return what is chosen."""
        return None

    def compose(self) -> ComposeResult:
        """Make the list and the line of keys below it."""
        yield self._pane
        yield self._key_line

    def places(self, width: int, height: int) -> dict[str, Rect]:
        """Give the list the whole screen but for the line of keys."""
        rows = height - bool(self.keys())
        return {str(self._pane.id): Rect(0, 0, width, rows), "keys": Rect(0, rows, width, 1)}

    def on_pane_clicked(self, event: Pane.Clicked) -> None:
        """Choose what was clicked twice."""
        if event.twice:
            self.action_choose()

    def action_choose(self) -> None:
        """Answer with what is chosen."""
        self.dismiss(self.answer())

    def action_move(self, rows: int) -> None:
        """Move the cursor by rows."""
        self._pane.move(rows)

    def action_turn(self, pages: int) -> None:
        """Move the cursor by pages."""
        self._pane.turn(pages)

    def action_to_end(self, end: bool) -> None:
        """Move the cursor to the first or last row."""
        self._pane.to_end(end)


class TypedScreen(ListScreen[ScreenResultType], inherit_bindings=False):
    """A list, and above it a line in which the reader types what it is to show."""

    # Letters are typed; Enter is the line's own.
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("escape,ctrl+c", "dismiss(None)"),
        bound("down,ctrl+n,tab", "move(1)"),
        bound("up,ctrl+p,shift+tab", "move(-1)"),
        bound("pagedown", "turn(1)"),
        bound("pageup", "turn(-1)"),
    ]

    def __init__(self, pane: ListPane, placeholder: str) -> None:
        super().__init__(pane)
        self.line = LineInput(placeholder, id="typed")

    def find(self, typed: str) -> None:
        """Show what matches what was typed."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Make the line and the list below it."""
        yield self.line
        yield from super().compose()

    def places(self, width: int, height: int) -> dict[str, Rect]:
        """Give the line the first row, and the list the others."""
        below = super().places(width, height - 1)
        moved = {name: place._replace(y=place.y + 1) for name, place in below.items()}
        return {"typed": Rect(0, 0, width, 1), **moved}

    def on_mount(self) -> None:
        """Begin typing."""
        self.set_focus(self.line)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find as the reader types."""
        self.find(event.value)

    def on_input_submitted(self) -> None:
        """Answer with what is chosen."""
        self.action_choose()

    def on_pane_clicked(self, event: Pane.Clicked) -> None:
        """Go on typing; what was clicked twice is chosen below."""
        self.set_focus(self.line)
