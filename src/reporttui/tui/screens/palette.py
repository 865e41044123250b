"""Go to anything by name: type a part of a command, a section or a metric; Enter goes there."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from reporttui.report.outline import Entry
from reporttui.search.ranking import Match, Names
from reporttui.session.document import Document
from reporttui.session.reading import Session
from reporttui.session.table import Row
from reporttui.text.width import cell_len, clip
from reporttui.tui.commands import COMMANDS, Command
from reporttui.tui.keys import Keymap, key_name
from reporttui.tui.panes.lists import ListPane
from reporttui.tui.screens.lists import TypedScreen
from reporttui.tui.strips import PLAIN, Layer, layered, line
from reporttui.words import _

Goal = Command | Entry | Row
"""What one can go to: a command, a section, or a metric."""

_GAP = 2
"""Cells between a name and what it is, and at the right edge."""

_BEFORE = 4
"""Code points shown before what matched where the beginning of a name is left out."""


class Goals:
    """All that one can go to in a document, by number: commands, then sections, then metrics."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._commands = list(COMMANDS.values())
        self._names: Names | None = None

    def __len__(self) -> int:
        return len(self._commands) + len(self.document.outline) + len(self.document.metrics)

    def __getitem__(self, number: int) -> Goal:
        if number < len(self._commands):
            return self._commands[number]
        number -= len(self._commands)
        if number < len(self.document.outline):
            return self.document.outline[number]
        number -= len(self.document.outline)
        return Row(number, *self.document.metrics[number])

    @property
    def names(self) -> Names:
        """Their names; a command has its id too, and a section its path for an address."""
        if self._names is None:
            commands, outline = self._commands, self.document.outline
            texts = [f"{_(command.text)}\n{command.id}" for command in commands]
            texts += map(name_of, outline)
            texts += [metric.name for _entry, metric in self.document.metrics]
            paths = {entry.path: number for number, entry in enumerate(outline, len(commands))}
            self._names = Names(texts, paths)
        return self._names


def name_of(goal: Goal) -> str:
    """Return the name of a goal, as it is shown."""
    if isinstance(goal, Command):
        return _(goal.text)
    if isinstance(goal, Entry):
        return goal.label if goal.index else _("Overview")
    return goal.metric.name


def cut(name: str, spans: Sequence[tuple[int, int]], cells: int) -> tuple[str, int]:
    """Cut a name to a room, at its beginning too where what matched would not be seen.

    Returns:
        What is shown, and how many code points further on it stands in the name.
    """
    start, end = spans[0] if spans else (0, 0)
    first = start - _BEFORE
    # What matched a command's id is not in the name.
    hidden = end <= len(name) and cell_len(name[:end]) >= cells < cell_len(name)
    if hidden and first > 1:
        return clip(f"…{name[first:]}", cells), first - 1
    return clip(name, cells), 0


class PalettePane(ListPane):
    """The goals that match what was typed."""

    def __init__(self, keymap: Keymap, session: Session) -> None:
        super().__init__(id="commands")
        self._keymap = keymap
        self._session = session
        self._goals = Goals(session.document)
        self._typed = ""
        self._matches: list[Match] = []

    def find(self, typed: str) -> None:
        """Show the goals that match, the best one first and under the cursor."""
        self._typed = typed.strip()
        self._list()
        self.cursor = self.top = 0
        self.repaint()

    def _list(self) -> None:
        # Without anything typed no names are looked at, so that the palette opens at once.
        self._matches = self._goals.names.matches(self._typed) if self._typed else []

    def goal(self) -> Goal | None:
        """Return the goal under the cursor, if any, in the report as it is now."""
        if self._goals.document is not self._session.document:
            self._goals = Goals(self._session.document)
            self._list()
        index = min(self.cursor, self.count() - 1)
        return self._goals[self._match(index).number] if index >= 0 else None

    def _match(self, index: int) -> Match:
        return self._matches[index] if self._typed else Match(index)

    def heading(self) -> tuple[str, str]:
        """Return the title and how many match."""
        return _("Go to"), f"{self.count()}/{len(self._goals)}"

    def count(self) -> int:
        """Return how many match; all do where nothing is typed."""
        return len(self._matches) if self._typed else len(self._goals)

    def nothing(self) -> str:
        """Say that none does."""
        return _("No such name: try another part; Pinyin needs three letters")

    def item(self, index: int, current: bool) -> Strip:
        """Return a goal's row: its name, and at the right what it is."""
        match, inks = self._match(index), self.inks
        goal = self._goals[match.number]
        fill = inks.cursor if current else PLAIN
        what = self._what(goal)
        room = self.width - 3 * _GAP - cell_len(what)
        name, left_out = cut(name_of(goal), match.spans, max(0, room))
        # What matched is marked under the cursor too, above its colours.
        hits: list[Layer] = [(a - left_out, b - left_out, inks.hit) for a, b in match.spans]
        style = (inks.title if current else inks.text) + fill
        sign, ink = self.cursor_sign(current)
        parts = [
            (sign, ink + fill),
            *layered(name, 0, len(name), style, hits),
            (" " * (room + _GAP - cell_len(name)), fill),
            (what, inks.muted + fill),
            (" " * _GAP, fill),
        ]
        return line(parts, self.width)

    def _what(self, goal: Goal) -> str:
        """Return a command's key, a section's path, or a metric's value and path."""
        if isinstance(goal, Command):
            return next(map(key_name, self._keymap[goal.id]), "")
        if isinstance(goal, Entry):
            return goal.path
        value = clip(self._goals.document.printed(goal.number), self.width // 3)
        return f"{value}{' ' * _GAP}{goal.entry.path}"


class PaletteScreen(TypedScreen[Goal | None]):
    """The palette lies over the room; it answers with a goal, or None."""

    _pane: PalettePane

    def __init__(self, keymap: Keymap, session: Session) -> None:
        super().__init__(PalettePane(keymap, session), _("Type a command, a section or a metric"))

    def find(self, typed: str) -> None:
        """Show the goals that match."""
        self._pane.find(typed)

    def answer(self) -> Goal | None:
        """Return the chosen goal."""
        return self._pane.goal()
