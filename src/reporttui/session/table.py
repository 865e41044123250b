"""Which metrics the table shows, and in what order."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.report.model import BOUNDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Literal

    from reporttui.report.model import Metric
    from reporttui.report.outline import Entry

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


class Row(NamedTuple):
    """A metric in the table, by its index in the report."""

    index: int
    entry: Entry
    metric: Metric


def rows(metrics: Iterable[Row], order: Order) -> list[Row]:
    """Return the rows in order; what has no value stands last either way."""
    ordered = sorted(
        metrics, key=lambda row: _key(row, order.column), reverse=order.descending
    )
    if order.column == "value":
        ordered.sort(key=lambda row: _value(row) is None)
    if order.grouped:
        ordered.sort(key=lambda row: _alphabetical(row.metric.unit))
    return ordered


def _value(row: Row) -> Any:
    metric = row.metric
    return next((v for v in (metric.value, metric.low, metric.high) if v is not None), None)


def _key(row: Row, column: Column) -> Any:
    if column == "name":
        return _alphabetical(row.metric.name)
    if column == "value":
        return _value(row) or 0
    if column == "unit":
        return _alphabetical(row.metric.unit)
    if column == "bound":
        return BOUNDS.index(row.metric.bound)
    return row.index


def _alphabetical(text: str) -> bytes:
    # GB 18030 keeps the common characters of GB 2312 in the order of their Pinyin.
    return text.encode("gb18030", "replace")
