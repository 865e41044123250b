"""Which metrics the table shows, in what order, and which one is selected."""

from __future__ import annotations

from typing import Literal, NamedTuple

from reporttui.report.model import BOUNDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Sequence
    from decimal import Decimal
    from typing import Any

    from reporttui.report.model import Metric
    from reporttui.report.outline import Entry
    from reporttui.session.document import Document

Column = Literal["name", "value", "unit", "bound", "section"]

COLUMNS: tuple[Column, ...] = ("name", "value", "unit", "bound", "section")


class Order(NamedTuple):
    """How the table is ordered.

    Attributes:
        column: What it is sorted by; `section` is reading order.
        descending: Whether the largest comes first.
        grouped: Whether rows of one unit stand together.
    """

    column: Column = "section"
    descending: bool = False
    grouped: bool = False

    def sorted_by(self, column: Column | None) -> Order:
        """Return the order by a column, turned round if it is by that already.

        Without a column, by the next one. Values begin with the largest.
        """
        if column == self.column:
            return self.turned()
        chosen = column or COLUMNS[(COLUMNS.index(self.column) + 1) % len(COLUMNS)]
        return self._replace(column=chosen, descending=chosen == "value")

    def turned(self) -> Order:
        """Return the order turned round."""
        return self._replace(descending=not self.descending)


class Row(NamedTuple):
    """A metric in the table.

    Attributes:
        number: Which metric of the report it is, from 0 in reading order.
        entry: The section in which it stands.
        metric: The metric.
    """

    number: int
    entry: Entry
    metric: Metric


class Table:
    """The metrics of a document in view."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.order = Order()
        self.section_only = False
        self.rows: list[Row] = []
        self.selected: int | None = None
        """Number of the selected metric; None where no row is in view."""
        self._chosen: int | None = None

    def select(self, metric: int | None) -> None:
        """Select a metric; it stays selected through filters that leave it out. None: the first."""
        self.selected = self._chosen = metric

    def follow(self, metrics: Sequence[int]) -> None:
        """Select the first of some metrics that is in view; filters leave it to what was chosen."""
        shown = {row.number for row in self.rows}
        self.selected = next((metric for metric in metrics if metric in shown), self.selected)

    def fill(self, entry: int, matching: Container[int] | None) -> None:
        """List the metrics in view and keep the selection where it is in view.

        Args:
            entry: The current section, the only one where `section_only` says so.
            matching: Numbers of the metrics that match the query; None without one.
        """
        end = self._document.outline[entry].end
        self.rows = ordered(
            [
                Row(number, place, metric)
                for number, (place, metric) in enumerate(self._document.metrics)
                if (not self.section_only or entry <= place.index < end)
                and (matching is None or number in matching)
            ],
            self.order,
        )
        shown = [row.number for row in self.rows]
        if self._chosen in shown:
            self.selected = self._chosen
        elif self.selected not in shown:
            self.selected = shown[0] if shown else None


def ordered(rows: list[Row], order: Order) -> list[Row]:
    """Return rows in order; what has no value stands last either way."""
    found = sorted(rows, key=lambda row: _key(row, order.column), reverse=order.descending)
    if order.column == "value":
        found.sort(key=lambda row: _value(row) is None)
    if order.grouped:
        found.sort(key=lambda row: alphabetical(row.metric.unit))
    return found


def _value(row: Row) -> Decimal | None:
    metric = row.metric
    return next((v for v in (metric.value, metric.low, metric.high) if v is not None), None)


def _key(row: Row, column: Column) -> Any:  # noqa: ANN401 - one type for each column
    if column == "name":
        return alphabetical(row.metric.name)
    if column == "value":
        return _value(row) or 0
    if column == "unit":
        return alphabetical(row.metric.unit)
    if column == "bound":
        return BOUNDS.index(row.metric.bound)
    return row.number


def alphabetical(text: str) -> bytes:
    """Return what to sort a text by: Chinese by its Pinyin."""
    # GB 18030 keeps the common characters of GB 2312 in the order of their Pinyin.
    return text.encode("gb18030", "replace")
