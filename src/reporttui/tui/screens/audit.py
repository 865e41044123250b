"""The audit on one screen: what was computed, and below it the sentence, or the parts as bars."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.style import Style
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.strip import Strip

from reporttui.session.auditing import Audited, audited
from reporttui.session.reading import Session
from reporttui.text.breaking import wrap
from reporttui.text.safe import visible
from reporttui.text.width import cell_len, fit
from reporttui.tui.arrangement import Rect
from reporttui.tui.commands import key_name
from reporttui.tui.glyphs import bar, glyphs
from reporttui.tui.layout import PlacedScreen
from reporttui.tui.panes.base import ListPane, Pane, Part
from reporttui.tui.strips import PLAIN, Layer, layered, line
from reporttui.tui.widgets.bars import Bar
from reporttui.words import N_, _

_SHOWN_BELOW = 7
"""Rows for the sentence and the bars."""

_VERDICTS = {
    "fails": N_("does not add up"),
    "holds": N_("adds up"),
    "cannot_tell": N_("cannot tell"),
}
_CHECKS = {
    "parts": N_("parts and whole"),
    "share": N_("share"),
    "change": N_("change"),
    "percentage": N_("percentage"),
    "smallest_counts": N_("smallest counts"),
}
_GAP: Part = ("  ", PLAIN)


class AuditPane(ListPane):
    """The findings, and in the last rows what the current one is about."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="audit")
        self.active = True
        self._found = audited(session.document)

    @property
    def current(self) -> Audited | None:
        """The finding under the cursor."""
        return self._found[self.cursor] if self._found else None

    @property
    def page(self) -> int:
        """Rows for findings."""
        return max(1, self.height - 1 - _SHOWN_BELOW)

    def heading(self) -> tuple[str, str]:
        """Return the title, and which of how many the cursor is on."""
        number = self.cursor + 1 if self._found else 0
        return _("Do the figures add up?"), f"{number}/{len(self._found)}"

    def count(self) -> int:
        """Return how many findings there are."""
        return len(self._found)

    def row(self, y: int) -> Strip:
        """Return a finding, or a line about the current one."""
        if y >= self.page:
            return self._below(y - self.page)
        if y == 0 and not self._found:
            said = _("Nothing here can be computed")
            return line([_GAP, (said, self.inks.muted)], self.width)
        return super().row(y)

    def repaint(self, rows: Iterable[int] | None = None) -> None:
        """Repaint findings, and what stands below them."""
        if rows is not None:
            below = range(self.page, self.page + _SHOWN_BELOW)
            rows = {*rows, *below}
        super().repaint(rows)

    def item(self, index: int, current: bool) -> Strip:
        """Return a finding: verdict, section, check, and what was computed."""
        inks, (finding, entry, *_rest) = self.inks, self._found[index]
        ink = {"fails": inks.warning, "holds": inks.text}.get(finding.verdict, inks.muted)
        verdicts, checks = _said(_VERDICTS), _said(_CHECKS)
        parts = [
            self.cursor_sign(current),
            (fit(verdicts[finding.verdict], _widest(verdicts)), ink),
            _GAP,
            (fit(entry.path, 7), inks.muted),
            _GAP,
            (fit(checks[finding.kind], _widest(checks)), inks.muted),
            _GAP,
            (visible(finding.arithmetic), inks.text),
        ]
        return line(parts, self.width)

    def _below(self, y: int) -> Strip:
        if y == 0:
            return line([(glyphs().line * self.width, self.inks.muted)], self.width)
        lines = self._lines()
        return line(lines[y - 1], self.width) if y <= len(lines) else self.blank()

    def _lines(self) -> list[list[Part]]:
        """Return the sentence, and the parts of a whole as bars."""
        if not (found := self.current):
            return []
        bars = self._bars(found) if found.finding.kind == "parts" else []
        room = _SHOWN_BELOW - 1 - min(len(bars), 4)
        return [*self._sentence(found)[:room], *bars]

    def _sentence(self, found: Audited) -> list[list[Part]]:
        text = visible(found.sentence)
        layers: list[Layer] = [(a, b, self.inks.hit) for a, b in found.quotes]
        spans = wrap(text, max(2, self.width - 4), keep=found.quotes)
        first = min(a for a, _ in found.quotes)
        begin = next(number for number, (_, b) in enumerate(spans) if b > first)
        return [[_GAP, *layered(text, a, b, self.inks.text, layers)] for a, b in spans[begin:]]

    def _bars(self, found: Audited) -> list[list[Part]]:
        quotes = [visible(quote) for quote in found.finding.quotes]
        widest, cells = max(map(cell_len, quotes)), max(4, self.width // 2)
        values = [float(value) for value in found.finding.values]
        most = max(*values, 1e-9)
        drawn = []
        for quote, value in zip(quotes, values, strict=True):
            full, part = bar(value / most, cells)
            ink = self.inks.accent
            blocks = [(" " * full, ink + Style(reverse=True)), (part, ink)]
            drawn.append([_GAP, (fit(quote, widest, "right"), self.inks.figure), _GAP, *blocks])
        return drawn


def _said(words: dict[str, str]) -> dict[str, str]:
    return {key: _(text) for key, text in words.items()}


def _widest(words: dict[str, str]) -> int:
    return max(map(cell_len, words.values()))


class AuditKeys(Bar):
    """What the keys do here, at the foot of the list."""

    def __init__(self) -> None:
        super().__init__(id="keys")

    def strip(self) -> Strip:
        """Return the line; it has room on every screen that has room to read."""
        parts = []
        for key, text in (
            (key_name("enter"), _("to the sentence")),
            (key_name("escape"), _("close")),
        ):
            parts += [(f" {key}", self.inks.heading), (f" {text} ", self.inks.muted)]
        return line(parts, self.size.width)


class AuditScreen(PlacedScreen["Audited | None"], inherit_bindings=False):
    """The list lies over the room; it answers with a finding to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,a,ctrl+c", "dismiss(None)", show=False, priority=True),
        Binding("enter", "follow", show=False, priority=True),
        Binding("down,j", "move(1)", show=False, priority=True),
        Binding("up,k", "move(-1)", show=False, priority=True),
        Binding("space,pagedown", "turn(1)", show=False, priority=True),
        Binding("b,pageup", "turn(-1)", show=False, priority=True),
        Binding("g,home", "to_end(False)", show=False, priority=True),
        Binding("G,end", "to_end(True)", show=False, priority=True),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._pane = AuditPane(session)

    def compose(self) -> ComposeResult:
        """Make the list and the line of keys below it."""
        yield self._pane
        yield AuditKeys()

    def places(self, width: int, height: int) -> dict[str, Rect]:
        """Give the list the whole screen but for the last row."""
        return {"audit": Rect(0, 0, width, height - 1), "keys": Rect(0, height - 1, width, 1)}

    def on_pane_clicked(self, event: Pane.Clicked) -> None:
        """Go to a finding that was clicked twice."""
        if event.twice:
            self.action_follow()

    def action_follow(self) -> None:
        """Answer with the finding under the cursor."""
        self.dismiss(self._pane.current)

    def action_move(self, rows: int) -> None:
        """Move the cursor by rows."""
        self._pane.move(rows)

    def action_turn(self, pages: int) -> None:
        """Move the cursor by pages."""
        self._pane.turn(pages)

    def action_to_end(self, end: bool) -> None:
        """Move the cursor to the first or last finding."""
        self._pane.to_end(end)
