"""The table of metrics, with the sentence of the selected one below it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rich.style import Style
from textual import events
from textual.strip import Strip

from reporttui.report.model import Metric
from reporttui.session.reading import Change, Session
from reporttui.session.table import COLUMNS, Row
from reporttui.text.breaking import wrap
from reporttui.text.folding import fold
from reporttui.text.width import cell_len, fit
from reporttui.search.matching import marks
from reporttui.tui.glyphs import glyphs
from reporttui.tui.panes.base import ListPane, Part
from reporttui.tui.strips import Layer, layered, line
from reporttui.words import N_, _

_COLUMN_TITLES = {
    "name": N_("Metric"),
    "value": N_("Value"),
    "unit": N_("Unit"),
    "bound": N_("Bound"),
    "section": N_("Section"),
}
_BOUNDS = {
    "over": N_("over"),
    "under": N_("under"),
    "about": N_("about"),
    "at_least": N_("at least"),
    "at_most": N_("at most"),
}
_GAP = 2
"""Cells between columns, and behind a head for the sign of the order."""

_SENTENCE_ROWS = 3


class Printed(NamedTuple):
    """A value cut at the place where magnitudes meet: 257 | .3 | 万."""

    whole: str
    fraction: str
    times: str


class MetricsPane(ListPane):
    """Shows the session's rows; selecting one shows its sentence."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="metrics")
        self.session = session
        self._lines: list[Row | str] = []
        self._clicked_at = 0
        self._list()
        self.cursor = self._line_of_metric()
        session.watch(self._on_change)

    def _list(self) -> None:
        """List rows and, where they are grouped, a line for each unit before them."""
        rows, grouped = self.session.rows, self.session.order.grouped
        self._lines = []
        for number, row in enumerate(rows):
            unit = row.metric.unit
            if grouped and (number == 0 or rows[number - 1].metric.unit != unit):
                same = sum(other.metric.unit == unit for other in rows)
                self._lines.append(f"{unit or _('no unit')} ({same})")
            self._lines.append(row)
        values = [printed(self.session.document.printed(row.index), row.metric) for row in rows]
        self._column_widths: dict[str, int] = {}
        self._widths = tuple(
            max((cell_len(value[part]) for value in values), default=0) for part in range(3)
        )

    def _on_change(self, change: Change) -> None:
        if change & (Change.TABLE | Change.REPORT | Change.QUERY):
            self._list()
            self.cursor = self._line_of_metric()
            self.keep_cursor_visible()
            self.repaint()
        elif change & (Change.METRIC | Change.PLACE) and self._line_of_metric() != self.cursor:
            self.set_cursor(self._line_of_metric())

    def _line_of_metric(self) -> int:
        for index, row in enumerate(self._lines):
            if isinstance(row, Row) and row.index == self.session.metric:
                return index
        return 0

    def heading(self) -> tuple[str, str]:
        """Return what is shown, how it is limited, and which of how many is selected."""
        session, order = self.session, self.session.order
        said = [_("Metrics")]
        if session.section_only:
            said.append(_("only {section}", section=session.document.outline[session.entry].label))
        if order.grouped:
            said.append(_("by unit"))
        shown = [row.index for row in session.rows]
        number = shown.index(session.metric) + 1 if session.metric in shown else 0
        total = len(session.document.metrics)
        of = f"{number}/{len(shown)}" + (f" ({total})" if len(shown) != total else "")
        return " · ".join(said) if glyphs().eighths else ", ".join(said), of

    @property
    def page(self) -> int:
        """Rows for metrics: without title, column heads and sentence."""
        return max(1, self.height - 2 - self._sentence_height())

    def _sentence_height(self) -> int:
        height = self.height
        return 0 if height < 8 else 1 + min(_SENTENCE_ROWS, height // 6)

    def _sentence_rows(self) -> range:
        return range(self.height - 1 - self._sentence_height(), self.height - 1)

    def count(self) -> int:
        """Return how many lines there are, unit lines included."""
        return len(self._lines)

    def row(self, y: int) -> Strip:
        """Return column heads, a metric, or a line of the sentence."""
        if y == 0:
            return self._heads()
        if y in self._sentence_rows():
            return self._sentence(y - self._sentence_rows().start)
        if not self._lines:
            return self._nothing() if y == 1 else self.blank()
        return super().row(y - 1)

    def repaint(self, rows: Iterable[int] | None = None) -> None:
        """Repaint rows of metrics, which stand below the column heads, and the sentence."""
        if rows is None:
            super().repaint()
        else:
            below = {row + 1 for row in rows if 0 <= row < self.page}
            super().repaint(below | set(self._sentence_rows()))

    def _nothing(self) -> Strip:
        if self.session.query:
            said = _("No metric matches the query")
        elif self.session.section_only:
            said = _("No metric in this section")
        else:
            said = _("This report names no metrics")
        return line([("  ", Style()), (said, self.inks.muted)], self.width)

    # The cursor passes over the lines of units.

    def move_to(self, index: int) -> None:
        """Move the cursor to a metric, over lines that only name a unit."""
        index = max(0, min(index, self.count() - 1))
        step = 1 if index >= self.cursor else -1
        while 0 <= index < self.count() and not isinstance(self._lines[index], Row):
            index += step
        if not 0 <= index < self.count():
            index = self.cursor
        super().move_to(index)

    def chosen(self, index: int) -> None:
        """Select the metric under the cursor."""
        row = self._lines[index]
        if isinstance(row, Row):
            self.session.select(row.index)

    def keep_cursor_visible(self) -> None:
        """Keep the unit line above the first metric in view too."""
        super().keep_cursor_visible()
        if self.top == 1 and self.cursor - self.top < self.page - 1:
            self.top = 0

    def click(self, y: int) -> None:
        """Select a row; a click on a column head sorts by it."""
        if y > 0:
            super().click(y - 1)
            return
        x = 2
        for column, width in self._columns().items():
            x += width + _GAP
            if self._clicked_at < x:
                self.session.sort(column)
                return

    def on_click(self, event: events.Click) -> None:
        """Remember the column."""
        self._clicked_at = event.x

    # Drawing.

    def _columns(self) -> dict[str, int]:
        """Return the width of each column in cells; the name takes what is left."""
        if self._column_widths:
            return self._column_widths
        heads = {column: cell_len(_(head)) + _GAP for column, head in _COLUMN_TITLES.items()}
        widths = {"name": 0, "value": max(sum(self._widths), heads["value"])}
        for column in ("unit", "bound", "section"):
            cells = (self._cell(row, column) for row in self.session.rows)
            widths[column] = max(heads[column], *map(cell_len, cells), 0)
        others = sum(widths.values()) + _GAP * (len(widths) - 1)
        widths["name"] = max(8, self.width - 3 - others)
        self._column_widths = widths
        return widths

    def resized(self) -> None:
        """Fit the columns."""
        self._column_widths = {}
        super().resized()

    def _heads(self) -> Strip:
        order, inks, signs = self.session.order, self.inks, glyphs()
        parts: list[Part] = [("  ", Style())]
        for column, width in self._columns().items():
            title = _(_COLUMN_TITLES[column])
            sorted_by = column == order.column
            sign = signs.descending if order.descending else signs.ascending
            text = f"{title} {sign}" if sorted_by else title
            align = "right" if column == "value" else "left"
            parts.append((fit(text, width, align=align), inks.title if sorted_by else inks.muted))
            parts.append(("  ", Style()))
        return line(parts[:-1], self.width)

    def item(self, index: int, current: bool) -> Strip:
        """Return a metric's row, or a unit's line."""
        row, inks = self._lines[index], self.inks
        if isinstance(row, str):
            return line([("  ", Style()), (row, inks.heading)], self.width)
        style = inks.text + Style(bold=True) if current else inks.text
        parts: list[Part] = [self.cursor_sign(current)]
        for column, width in self._columns().items():
            if column == "name":
                name = fit(row.metric.name, width)
                parts += layered(name, 0, len(name), style, self._hits(name))
            else:
                align = "right" if column == "value" else "left"
                muted = inks.muted if column in ("bound", "section") else style
                parts.append((fit(self._cell(row, column), width, align=align), muted))
            parts.append(("  ", Style()))
        return line(parts[:-1], self.width, inks.cursor if current and self.active else None)

    def _cell(self, row: Row, column: str) -> str:
        if column == "value":
            return self._value(row)
        if column == "unit":
            return row.metric.unit
        if column == "section":
            return row.entry.path
        bound = _BOUNDS.get(row.metric.bound)
        return _(bound) if bound else ""

    def _value(self, row: Row) -> str:
        value = printed(self.session.document.printed(row.index), row.metric)
        whole, fraction, times = self._widths
        return fit(value.whole, whole, align="right") + fit(value.fraction, fraction) + fit(
            value.times, times
        )

    def _hits(self, text: str) -> list[Layer]:
        query = self.session.query
        if not query:
            return []
        return [(start, end, self.inks.hit) for start, end in marks(fold(text), query)]

    def _sentence(self, y: int) -> Strip:
        """Return a line of the sentence that says the selected metric; first a rule."""
        inks = self.inks
        if y == 0:
            return line([(glyphs().line * self.width, inks.muted)], self.width)
        if self.session.metric is None:
            return self.blank()
        text, start, end = self.session.sentence(self.session.metric)
        lines = wrap(text, max(2, self.width - 4), keep=[(start, end)])
        rows = self._sentence_height() - 1
        first = next((i for i, (_a, b) in enumerate(lines) if b > start), 0)
        first = max(0, min(first - rows + 1 if first >= rows else 0, len(lines) - rows))
        if first + y - 1 >= len(lines):
            return self.blank()
        begin, stop = lines[first + y - 1]
        layers: list[Layer] = [(start, end, inks.figure), *self._hits(text)]
        return line([("  ", Style()), *layered(text, begin, stop, inks.text, layers)], self.width)


def printed(figure: str, metric: Metric) -> Printed:
    """Cut a figure as printed into whole number, fraction and multiplier, without unit or bound.

    So that a column can be aligned by magnitude: ones below ones, 万 below 万.
    """
    import re

    match = re.search(r"-?[\d０-９][\d０-９,，]*|[零〇一二三四五六七八九十百千两]+", figure)
    if not match:
        value = metric.value if metric.value is not None else metric.low
        return Printed("" if value is None else format(value, "f"), "", "")
    rest = figure[match.end() :]
    fraction = re.match(r"(?:[.．点][\d０-９零一二三四五六七八九]+)?", rest)
    assert fraction
    times = re.match(r"[余多]?[十百千]?[万亿]*[余多]?", rest[fraction.end() :])
    assert times
    return Printed(match[0], fraction[0], times[0])


__all__ = ["COLUMNS", "MetricsPane", "Printed", "printed"]
