"""The one-line widgets around the panes: title, what was said or found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip
from textual.widget import Widget

from reporttui.session.changes import Change
from reporttui.session.reading import Session
from reporttui.text.width import cell_len, clip, fit
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
        inks, width = self.inks, self.size.width
        if self._said:
            return line([(fit(self._said, width - 1, align="right"), inks.warning)], width)
        session = self.session
        count = self._count()
        if not count:
            nothing = _("nothing found") if session.found.query else ""
            return line([(fit(nothing, width - 1, align="right"), inks.warning)], width)
        # How Latin letters were read is said first, and gives way.
        reading = clip(session.found.reading(), max(0, width - cell_len(count) - 4))
        before = fit(reading, width - 1 - cell_len(count) - 2, align="right")
        return line([(before, inks.accent), (f"  {count}", inks.muted)], width)

    def _count(self) -> str:
        """Return hits and metrics found, and which hit is the current one; nothing for none."""
        found = self.session.found
        hits, metrics = len(found.matches.hits), len(found.matches.metrics)
        if not hits and not metrics:
            return ""
        count = f"{hits}" if found.hit is None else f"{found.hit + 1}/{hits}"
        said = ngettext("{n} metric", "{n} metrics", metrics)
        return _("hits {count}, {metrics}", count=count, metrics=said)
