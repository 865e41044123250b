"""The audit on one screen: what was computed, and below it the sentence, or the parts as bars."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual.binding import BindingType
from textual.strip import Strip

from reporttui.session.auditing import Audited, audited
from reporttui.session.reading import Session
from reporttui.text.breaking import wrap
from reporttui.text.safe import visible
from reporttui.text.width import cell_len, fit
from reporttui.tui.glyphs import bar
from reporttui.tui.keys import key_name
from reporttui.tui.panes.base import Part
from reporttui.tui.panes.lists import DetailedPane
from reporttui.tui.screens.lists import ListScreen, bound
from reporttui.tui.strips import PLAIN, Layer, layered, line
from reporttui.words import N_, _

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


class AuditPane(DetailedPane):
    """The findings, and in the last rows what the current one is about."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="audit")
        self.active = True
        self._found = audited(session.document)

    @property
    def current(self) -> Audited | None:
        """The finding under the cursor."""
        return self._found[self.cursor] if self._found else None

    def heading(self) -> tuple[str, str]:
        """Return the title, and which of how many the cursor is on."""
        number = self.cursor + 1 if self._found else 0
        return _("Do the figures add up?"), f"{number}/{len(self._found)}"

    def count(self) -> int:
        """Return how many findings there are."""
        return len(self._found)

    def nothing(self) -> str:
        """Say that there are none."""
        return _("Nothing here can be computed")

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

    def details(self) -> list[list[Part]]:
        """Return the sentence, and the parts of a whole as bars."""
        if not (found := self.current):
            return []
        bars = self._bars(found) if found.finding.kind == "parts" else []
        room = self.rows_below - 1 - min(len(bars), 4)
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


class AuditScreen(ListScreen["Audited | None"]):
    """The list lies over the room; it answers with a finding to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [bound("a", "dismiss(None)")]

    _pane: AuditPane

    def __init__(self, session: Session) -> None:
        super().__init__(AuditPane(session))

    def keys(self) -> list[tuple[str, str]]:
        """Return what the keys do here."""
        return [(key_name("enter"), _("to the sentence")), (key_name("escape"), _("close"))]

    def answer(self) -> Audited | None:
        """Return the finding under the cursor."""
        return self._pane.current
