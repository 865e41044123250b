"""The outline: numbers and titles, with the metrics and hits that stand below each node."""

from __future__ import annotations

from textual.strip import Strip

from reporttui.report.outline import Entry, spaced
from reporttui.session.changes import Change
from reporttui.session.reading import Session
from reporttui.text.width import cell_len, clip
from reporttui.tui.glyphs import glyphs
from reporttui.tui.panes.base import Part
from reporttui.tui.panes.lists import ListPane
from reporttui.tui.strips import PLAIN, Layer, layered, line
from reporttui.words import _


class OutlinePane(ListPane):
    """Shows the outline; moving its cursor shows the section at once."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="outline")
        self.session = session
        self._entries: list[int] = session.visible_entries()
        session.watch(self._on_change)

    def _on_change(self, change: Change) -> None:
        if change & (Change.QUERY | Change.FOLDS | Change.REPORT):
            self._entries = self.session.visible_entries()
            self.cursor = self._index_of_place()
            self.keep_cursor_visible()
            self.repaint()
        elif change & Change.PLACE:
            self.set_cursor(self._index_of_place())
        elif change & Change.BOOKMARKS:
            self.repaint()

    def _index_of_place(self) -> int:
        """Return the row of the current section, or of the nearest one shown above it."""
        row = 0
        for index, entry in enumerate(self._entries):
            if entry > self.session.entry:
                break
            row = index
        return row

    def heading(self) -> tuple[str, str]:
        """Return the title and which of how many sections this is."""
        total = len(self.session.document.outline) - 1
        return _("Outline"), f"{self.session.entry}/{total}"

    def count(self) -> int:
        """Return how many nodes are shown."""
        return len(self._entries)

    def chosen(self, index: int) -> None:
        """Show the section under the cursor."""
        self.session.show(self._entries[index])

    def fold(self, folded: bool) -> None:
        """Fold or unfold the node; where that is done already go up, or down, one level."""
        outline, index = self.session.document.outline, self._entries[self.cursor]
        entry = outline[index]
        below = entry.end > entry.index + 1 and index > 0
        if below and (index in self.session.folded) != folded:
            self.session.fold(index, folded)
        elif folded and index > 0:
            self.move_to(self._entries.index(max(entry.parent, 0)))
        elif not folded and entry.end > entry.index + 1:
            self.move(1)

    def item(self, index: int, current: bool) -> Strip:
        """Return a node's row: gutter, indent, label, and its counts at the right."""
        entry = self.session.document.outline[self._entries[index]]
        inks, session = self.inks, self.session
        style = inks.heading if entry.level <= 1 else inks.text
        counts = self._counts(entry.index)
        signs = glyphs()
        room = self.width - 1 - sum(cell_len(text) for text, _ in counts)
        label = entry.label if entry.index else _("Overview")
        indent = (" " if self.width < 36 else "  ") * max(0, entry.level - 1)
        before = indent + (f"{signs.folded} " if entry.index in session.folded else "")
        text = clip(f"{before}{label}", max(0, room - 3))
        hits = self._hits(entry, len(before))
        gap = " " * max(0, room - 2 - cell_len(text))
        shown = layered(text, 0, len(text), style, hits)
        sign = self.cursor_sign(current, marked=entry.index in session.marks.sections)
        parts = [sign, *shown, (gap, PLAIN), *counts]
        strip = line(parts, self.width - 1)
        return Strip([*strip, *line([(signs.rule, inks.muted)], 1)], self.width)

    def _hits(self, entry: Entry, before: int) -> list[Layer]:
        """Return what matches in a node's label, which stands behind some characters."""
        if entry.index == 0:
            return []
        start = before + len(spaced(entry.section.number))
        field = "title" if entry.section.title else "text"
        spans = self.session.found.spans(entry.index, field)
        return [(start + a, start + b, self.inks.hit) for a, b in spans]

    def _counts(self, entry: int) -> list[Part]:
        """Return hits while a query is on, and metrics; nothing for none."""
        inks, session = self.inks, self.session
        if session.found.query:
            hits = session.found.count(entry)
            return [(f" {hits} ", inks.accent)] if hits else []
        metrics = session.document.outline[entry].metrics_total
        return [(f" {metrics} ", inks.muted)] if metrics else []

    def blank(self) -> Strip:
        """Return an empty row with the line at its right edge."""
        strip = line((), self.width - 1)
        return Strip([*strip, *line([(glyphs().rule, self.inks.muted)], 1)], self.width)
