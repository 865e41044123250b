"""The one-line widgets around the panes: title, what was said or found, keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from reporttui.session.changes import Change
from reporttui.session.reading import Session
from reporttui.text.width import cell_len, fit
from reporttui.tui.arrangement import PaneName
from reporttui.tui.commands import COMMANDS, key_name
from reporttui.tui.strips import PLAIN, line, sides
from reporttui.words import _, ngettext

if TYPE_CHECKING:
    from reporttui.tui.themes import Inks


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
    """Title and number of the report."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="header")
        self.session = session
        session.watch(self._on_change)

    def _on_change(self, change: Change) -> None:
        if change & Change.REPORT:
            self.refresh()

    def strip(self) -> Strip:
        """Return the line."""
        report = self.session.document.report
        number = report.document_number or report.issuer
        left = [(" ", PLAIN), (report.title, self.inks.title)]
        return sides(left, [(f" {number} ", self.inks.muted)], self.size.width)


class Status(Bar):
    """Beside the query: hits and position, or what the program said last."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="status")
        self.session = session
        self._said = ""
        session.watch(self._on_change)

    def _on_change(self, change: Change) -> None:
        if change & (Change.QUERY | Change.HIT | Change.REPORT):
            self.refresh()

    def say(self, text: str) -> None:
        """Say something, in place of what was said before."""
        if text != self._said:
            self._said = text
            self.refresh()

    def strip(self) -> Strip:
        """Return the line."""
        found = self._found()
        text = self._said or found or (_("nothing found") if self.session.found.query else "")
        ink = self.inks.muted if text == found else self.inks.warning
        return line([(fit(text, self.size.width - 1, align="right"), ink)], self.size.width)

    def _found(self) -> str:
        """Return hits and metrics found, and which hit is the current one."""
        found = self.session.found
        hits, metrics = len(found.matches.hits), len(found.matches.metrics)
        if not hits and not metrics:
            return ""
        count = f"{hits}" if found.hit is None else f"{found.hit + 1}/{hits}"
        said = ngettext("{n} metric", "{n} metrics", metrics)
        return _("hits {count}, {metrics}", count=count, metrics=said)


class Footer(Bar):
    """What is useful where the reader is: as many commands as there is room for, whole ones."""

    def __init__(self, keymap: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(id="footer")
        self._keymap = keymap
        self._pane: PaneName | None = "detail"

    def show(self, pane: PaneName | None) -> None:
        """Show the commands of a pane; of the query line for None."""
        if pane != self._pane:
            self._pane = pane
            self.refresh()

    def _items(self) -> list[tuple[str, str]]:
        if self._pane is None:
            return [
                (key_name("enter"), _("to the hits")),
                (key_name("escape"), _("take the query back")),
                (key_name("down"), _("to the panes")),
            ]
        return [
            (key_name(self._keymap[command.id][0]), _(command.footer))
            for command in COMMANDS.values()
            if command.footer
            and self._keymap[command.id]
            and (not command.panes or self._pane in command.panes)
        ]

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
            parts += [
                (gap, PLAIN),
                (key, inks.heading),
                (f" {text}", inks.muted),
            ]
            used += cells + 2
        return line(parts, width)
