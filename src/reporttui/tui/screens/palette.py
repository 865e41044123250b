"""Every command by name: type a part of it, Enter runs it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.widgets import Input

from reporttui.text.folding import fold, fold_needle
from reporttui.text.width import cell_len, clip
from reporttui.tui.arrangement import Rect
from reporttui.tui.commands import COMMANDS, Command, key_name
from reporttui.tui.layout import PlacedScreen
from reporttui.tui.panes.base import ListPane, Pane
from reporttui.tui.strips import PLAIN, line
from reporttui.tui.widgets.query import LineInput
from reporttui.words import _


class PalettePane(ListPane):
    """The commands that match what was typed."""

    def __init__(self, keymap: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(id="commands")
        self._keymap = keymap
        self.commands = list(COMMANDS.values())

    def filter(self, typed: str) -> None:
        """Show the commands that hold all words typed, in their name or their id."""
        words = fold_needle(typed).split()

        def rank(command: Command) -> int:
            names = (command.id, fold(_(command.text)).text)
            return 0 if any(name.startswith(tuple(words)) for name in names) else 1

        self.commands = sorted(
            (
                command
                for command in COMMANDS.values()
                if all(word in fold(f"{_(command.text)} {command.id}").text for word in words)
            ),
            key=rank,
        )
        self.cursor = self.top = 0
        self.repaint()

    def heading(self) -> tuple[str, str]:
        """Return the title and how many match."""
        return _("Commands"), f"{len(self.commands)}/{len(COMMANDS)}"

    def count(self) -> int:
        """Return how many commands match."""
        return len(self.commands)

    def item(self, index: int, current: bool) -> Strip:
        """Return a command's row: what it does, and its key at the right."""
        command = self.commands[index]
        key = next(map(key_name, self._keymap[command.id]), "")
        room = self.width - 4 - cell_len(key)
        text = clip(_(command.text), room)
        gap = " " * (room - cell_len(text))
        parts = [
            self.cursor_sign(current),
            (text, self.inks.title if current else self.inks.text),
            (gap, PLAIN),
            (key, self.inks.accent),
        ]
        return line(parts, self.width, self.inks.cursor if current else None)


class PaletteScreen(PlacedScreen[str | None], inherit_bindings=False):
    """The palette lies over the room; it answers with a command's action, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "dismiss(None)", show=False, priority=True),
        Binding("down,ctrl+n,tab", "move(1)", show=False, priority=True),
        Binding("up,ctrl+p,shift+tab", "move(-1)", show=False, priority=True),
        Binding("pagedown", "move(10)", show=False, priority=True),
        Binding("pageup", "move(-10)", show=False, priority=True),
    ]

    def __init__(self, keymap: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self._pane = PalettePane(keymap)
        self._input = LineInput(_("Type what you want to do"), id="typed")

    def compose(self) -> ComposeResult:
        """Make the input and the list below it."""
        yield self._input
        yield self._pane

    def places(self, width: int, height: int) -> dict[str, Rect]:
        """Give the input the first row and the list the rest."""
        return {"typed": Rect(0, 0, width, 1), "commands": Rect(0, 1, width, height - 1)}

    def on_mount(self) -> None:
        """Begin typing."""
        self.set_focus(self._input)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter as the reader types."""
        self._pane.filter(event.value)

    def on_pane_clicked(self, event: Pane.Clicked) -> None:
        """Go on typing; a double click chooses."""
        self.set_focus(self._input)
        if event.twice:
            self.on_input_submitted()

    def on_input_submitted(self) -> None:
        """Answer with the chosen command."""
        chosen: Command | None = None
        if self._pane.commands:
            chosen = self._pane.commands[self._pane.cursor]
        self.dismiss(chosen.action if chosen else None)

    def action_move(self, rows: int) -> None:
        """Move the cursor of the list."""
        self._pane.move(rows)
