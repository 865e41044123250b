"""The table of metrics, with the sentence of the selected one below it."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.strip import Strip

from reporttui.session.changes import Change
from reporttui.session.reading import Session
from reporttui.session.table import Row
from reporttui.text.breaking import wrap
from reporttui.text.width import fit
from reporttui.tui.columns import GAP, HEADS, Columns
from reporttui.tui.glyphs import glyphs
from reporttui.tui.panes.base import Part
from reporttui.tui.panes.lists import ListPane
from reporttui.tui.strips import PLAIN, Layer, layered, line
from reporttui.words import _

_EXTRACTED = "~"
_SPACE: Part = (" " * GAP, PLAIN)


class MetricsPane(ListPane):
    """Shows the session's table; selecting a row shows its sentence."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="metrics")
        self.session = session
        self._lines: list[Row | str] = []
        self._columns = Columns(session.document, (), 0)
        self._clicked_x = 0
        self._list()
        session.watch(self._on_change)

    def _list(self) -> None:
        """List rows and, where they are grouped, a line for each unit before them."""
        rows, grouped = self.session.table.rows, self.session.table.order.grouped
        self._lines = []
        for number, row in enumerate(rows):
            unit = row.metric.unit
            if grouped and (number == 0 or rows[number - 1].metric.unit != unit):
                same = sum(other.metric.unit == unit for other in rows)
                self._lines.append(f"{unit or _('no unit')} ({same})")
            self._lines.append(row)
        self.cursor = self._line_of_selected()
        self.resized()

    def resized(self) -> None:
        """Fit the columns."""
        self._columns = Columns(self.session.document, self.session.table.rows, self.width)
        super().resized()

    def _on_change(self, change: Change) -> None:
        if change & (Change.TABLE | Change.REPORT):
            self._list()
            self.repaint()
        elif change & (Change.METRIC | Change.PLACE):
            self.set_cursor(self._line_of_selected())
        elif change & Change.BOOKMARKS:
            self.repaint()

    def _line_of_selected(self) -> int:
        for index, row in enumerate(self._lines):
            if isinstance(row, Row) and row.number == self.session.table.selected:
                return index
        return 0

    def heading(self) -> tuple[str, str]:
        """Return what is shown, how it is limited, and which of how many is selected."""
        session, table = self.session, self.session.table
        named = len(session.extracted) < len(session.document.metrics)
        said = [_("Metrics") if named or not session.extracted else _("Figures")]
        if table.section_only:
            section = session.document.outline[session.entry].label
            said.append(_("only {section}", section=section) if session.entry else _("all"))
        if table.order.grouped:
            said.append(_("by unit"))
        shown = [row.number for row in table.rows]
        number = shown.index(table.selected) + 1 if table.selected in shown else 0
        total = len(session.document.metrics)
        of = f"{number}/{len(shown)}" + (f" ({total})" if len(shown) != total else "")
        return f" {glyphs().crumb} ".join(said), of

    # Rows: column heads, metrics, a rule, the sentence.

    @property
    def page(self) -> int:
        """Rows for metrics."""
        return max(1, self.height - 2 - self._sentence_height)

    @property
    def _sentence_height(self) -> int:
        """Rows for the rule and the sentence."""
        return 0 if self.height < 8 else 1 + min(3, self.height // 6)

    @property
    def _sentence_rows(self) -> range:
        return range(self.height - 1 - self._sentence_height, self.height - 1)

    def count(self) -> int:
        """Return how many lines there are, unit lines included."""
        return len(self._lines)

    def row(self, y: int) -> Strip:
        """Return column heads, a metric, or a line of the sentence."""
        if y == 0:
            return self._heads()
        if y in self._sentence_rows:
            return self._sentence(y - self._sentence_rows.start)
        return super().row(y - 1)

    def repaint(self, rows: Iterable[int] | None = None) -> None:
        """Repaint rows of metrics, which stand below the column heads, and the sentence."""
        if rows is not None:
            below = {row + 1 for row in rows if 0 <= row < self.page}
            rows = below | set(self._sentence_rows)
        super().repaint(rows)

    def nothing(self) -> str:
        """Say why there is no metric."""
        if self.session.found.query:
            return _("No metric matches the query")
        if self.session.table.section_only:
            return _("No metric in this section")
        return _("This report names no metrics")

    # The cursor passes over the lines of units.

    def move_to(self, index: int) -> None:
        """Move the cursor to a metric, over lines that only name a unit."""
        index = max(0, min(index, self.count() - 1))
        step = 1 if index >= self.cursor else -1
        while 0 <= index < self.count() and not isinstance(self._lines[index], Row):
            index += step
        super().move_to(index if 0 <= index < self.count() else self.cursor)

    def chosen(self, index: int) -> None:
        """Select the metric under the cursor."""
        row = self._lines[index]
        if isinstance(row, Row):
            self.session.select(row.number)

    def keep_cursor_visible(self) -> None:
        """Keep the unit line above the first metric in view too."""
        super().keep_cursor_visible()
        if self.top == 1 and self.cursor < self.page:
            self.top = 0

    def click(self, y: int) -> None:
        """Select a row; a click on a column head sorts by it."""
        if y == 0:
            self.session.sort(self._columns.at(self._clicked_x))
        else:
            super().click(y - 1)

    def on_click(self, event: events.Click) -> None:
        """Remember the column; the base takes the click."""
        self._clicked_x = event.x

    # Drawing.

    def _heads(self) -> Strip:
        order, inks, signs = self.session.table.order, self.inks, glyphs()
        sign = signs.descending if order.descending else signs.ascending
        parts: list[Part] = []
        for column, width in self._columns.widths.items():
            sorted_by = column == order.column
            text = f"{_(HEADS[column])}{sign}" if sorted_by else _(HEADS[column])
            align = "right" if column == "value" else "left"
            ink = inks.title if sorted_by else inks.muted
            parts += [_SPACE, (fit(text, width, align=align), ink)]
        return line(parts, self.width)

    def item(self, index: int, current: bool) -> Strip:
        """Return a metric's row, or a unit's line."""
        row, inks = self._lines[index], self.inks
        if isinstance(row, str):
            return line([("  ", PLAIN), (row, inks.heading)], self.width)
        parts: list[Part] = []
        for column, width in self._columns.widths.items():
            align = "right" if column == "value" else "left"
            text = self._columns.text(row, column)
            parts.append(_SPACE)
            if column == "name" and self._is_marked(row):
                parts.append((_EXTRACTED, inks.muted))
                width -= len(_EXTRACTED)
            text = fit(text, width, align=align)
            ink = inks.muted if column in ("bound", "section") else inks.text
            hits = self._hits(row.number) if column == "name" else []
            parts += layered(text, 0, len(text), ink, hits)
        marked = row.number in self.session.marks.metrics
        parts[0] = self.cursor_sign(current, marked=marked)
        return line(parts, self.width)

    def _is_marked(self, row: Row) -> bool:
        """Tell whether a row is a figure that nobody has named, among others that have a name."""
        session = self.session
        return session.all_figures and row.metric in session.extracted

    def _hits(self, metric: int) -> list[Layer]:
        """Return what matches in a metric's name."""
        marked = self.session.found.matches.metrics.get(metric, ())
        return [(a, b, self.inks.hit) for field, a, b in marked if field == "name"]

    def _sentence(self, y: int) -> Strip:
        """Return a line of the sentence that says the selected metric; first a rule."""
        inks, selected = self.inks, self.session.table.selected
        if y == 0:
            return line([(glyphs().line * self.width, inks.muted)], self.width)
        if selected is None:
            return self.blank()
        text, start, end = self.session.document.sentence(selected)
        lines = wrap(text, max(2, self.width - 4), keep=[(start, end)])
        rows = self._sentence_height - 1
        with_figure = next((i for i, (_a, b) in enumerate(lines) if b > start), 0)
        number = max(0, with_figure - rows + 1) + y - 1
        if number >= len(lines):
            return self.blank()
        begin, stop = lines[number]
        layers: list[Layer] = [(start, end, inks.figure)]
        layers += [(a, b, inks.hit) for a, b in self.session.found.sentence_marks(selected)]
        return line([("  ", PLAIN), *layered(text, begin, stop, inks.text, layers)], self.width)
