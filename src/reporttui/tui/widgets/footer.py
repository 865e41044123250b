"""The last line: the keys that are useful where the reader is, or what helps with a query."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate

from rich.style import Style
from textual.strip import Strip

from reporttui.search.parsing import Mistake
from reporttui.session.changes import Change
from reporttui.session.reading import Session
from reporttui.text.width import cell_len, clip, clip_left
from reporttui.tui.arrangement import PaneName
from reporttui.tui.commands import COMMANDS
from reporttui.tui.keys import Keymap, key_name
from reporttui.tui.strips import PLAIN, line
from reporttui.tui.widgets.bars import Bar
from reporttui.words import _

_GAP = 2


class Footer(Bar):
    """Keys, as many as there is room for; below a query what is wrong in it, or completes it."""

    def __init__(
        self,
        session: Session,
        keymap: Keymap,
        column: Callable[[int], int],
    ) -> None:
        """Make the footer.

        Args:
            session: What is read.
            keymap: The keys of each command.
            column: Tells in which cell a character of the query is shown.
        """
        super().__init__(id="footer")
        self.session = session
        self._keymap = keymap
        self._column = column
        self._pane: PaneName | None = "detail"
        self._said = self._file = ""
        self._words: Sequence[str] = ()
        self._chosen = 0
        session.watch(self._on_change)

    def _on_change(self, change: Change) -> None:
        mistaken = self._pane is None and change & (Change.QUERY | Change.MISTAKE)
        if mistaken or change & Change.SELECTION:
            self.refresh()

    def show(self, pane: PaneName | None) -> None:
        """Show the commands of a pane; of the query line for None."""
        if pane != self._pane:
            self._pane = pane
            self.refresh()

    def say(self, text: str, file: str = "") -> None:
        """Say something in place of the keys, in which a path gives way; show them for no text."""
        if text != self._said:
            self._said, self._file = text, file
            self.refresh()

    def offer(self, words: Sequence[str], chosen: int) -> None:
        """Show the words that complete a query, one of them chosen; none for no words."""
        if words or self._words:
            self._words, self._chosen = words, chosen
            self.refresh()

    def strip(self) -> Strip:
        """Return the line."""
        mistake = self.session.found.mistake
        if self._said:
            return self._saying()
        if self._words:
            return self._offer()
        if self._pane is None and mistake:
            return self._mistake(mistake)
        if self._pane is None:
            return self._keys(self._of_query())
        selecting = self._pane == "detail" and self.session.selection
        return self._keys(self._of_selection() if selecting else self._of_pane(self._pane))

    # Keys.

    def _of_query(self) -> list[tuple[str, str]]:
        return [
            (key_name("enter"), _("to the hits")),
            (key_name("escape"), _("take the query back")),
            (key_name("tab"), _("complete")),
            (key_name("up"), _("queries of before")),
            (key_name("down"), _("to the panes")),
        ]

    def _of_selection(self) -> list[tuple[str, str]]:
        commands = [
            ("down", _("one more")),
            ("up", _("one less")),
            ("copy-citation", _("cite")),
            ("copy-words", _("copy")),
            ("bookmark", _("bookmark")),
            ("escape", _("end")),
        ]
        return [
            (key_name(self._keymap[command][0]), text)
            for command, text in commands
            if self._keymap[command]
        ]

    def _of_pane(self, pane: PaneName) -> list[tuple[str, str]]:
        # What all panes have comes first: it need not be drawn anew.
        shown = (command for command in COMMANDS.values() if command.footer)
        return [
            (key_name(self._keymap[command.id][0]), _(command.footer))
            for command in sorted(shown, key=lambda command: bool(command.panes))
            if self._keymap[command.id] and (not command.panes or pane in command.panes)
        ]

    def _keys(self, items: list[tuple[str, str]]) -> Strip:
        """Draw keys and what they do, whole ones."""
        inks, width = self.inks, self.size.width
        parts: list[tuple[str, Style]] = []
        used = 1
        for key, text in items:
            cells = cell_len(f"{key} {text}")
            if used + cells > width:
                continue
            gap = "  " if parts else " "
            parts += [
                (gap, PLAIN),
                (key, inks.muted + Style(bold=True)),
                (f" {text}", inks.muted),
            ]
            used += cells + _GAP
        return line(parts, width)

    def _saying(self) -> Strip:
        room, said = self.size.width - 2, self._said
        if self._file and cell_len(said) > room:
            others = cell_len(said) - cell_len(self._file)
            said = said.replace(self._file, clip_left(self._file, max(2, room - others)))
        return line([(f" {clip(said, room)}", self.inks.warning)], self.size.width)

    # What completes a query.

    def _offer(self) -> Strip:
        """Draw the page of words that holds the chosen one, and which of how many it is."""
        inks, width = self.inks, self.size.width
        count = f" {self._chosen + 1}/{len(self._words)} "
        room = width - cell_len(count) - 1
        shown = [clip(word, room) for word in self._words]
        ends = list(accumulate(cell_len(word) + _GAP for word in shown))
        page, start = 0, 0
        for number, end in enumerate(ends[: self._chosen + 1]):
            if end - start > room + _GAP:
                page, start = number, ends[number - 1]
        parts: list[tuple[str, Style]] = [(" ", PLAIN)]
        for number in range(page, len(shown)):
            if ends[number] - start > room + _GAP:
                break
            ink = inks.current_hit if number == self._chosen else inks.text
            parts += [(shown[number], ink), (" " * _GAP, PLAIN)]
        used = sum(cell_len(text) for text, _ink in parts)
        return line(
            [*parts, (" " * (width - used - cell_len(count)), PLAIN), (count, inks.muted)], width
        )

    # What is wrong in a query.

    def _mistake(self, mistake: Mistake) -> Strip:
        """Draw a caret below the mistake, and say beside it what is wrong."""
        from reporttui.words.problems import sentences

        inks, width = self.inks, self.size.width
        column = max(0, min(self._column(mistake.start), width - 1))
        said = sentences(mistake.code, mistake.values)
        before, behind = column - 2, width - column - 3
        texts = [_("; ").join(said[:count]) for count in (3, 2, 1)]
        room = max(before, behind)
        text = next((text for text in texts if cell_len(text) <= room), clip(texts[-1], room))
        caret = ("^", inks.warning + Style(bold=True))
        if cell_len(text) <= behind:
            return line([(" " * column, PLAIN), caret, (f" {text}", inks.warning)], width)
        space = " " * (column - 1 - cell_len(text))
        return line([(space, PLAIN), (f"{text} ", inks.warning), caret], width)
