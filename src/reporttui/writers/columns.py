"""The table of metrics as a person reads it, in Markdown and HTML."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.figures.listing import Row

_HEADS = (N_("Section"), N_("Metric"), N_("Value"), N_("Unit"), N_("Period"), N_("As printed"))


class Cells(NamedTuple):
    """A metric as cells.

    Attributes:
        path: Of its section.
        name: What is counted.
        value: In full; both ends of a range.
        unit: Without multiplier.
        period: As printed.
        quote: The words that say it.
    """

    path: str
    name: str
    value: str
    unit: str
    period: str
    quote: str


def heads() -> Cells:
    """Return the heads of the columns in the reader's language."""
    return Cells(*map(_, _HEADS))


def cells(row: Row) -> Cells:
    """Return the cells of a metric."""
    unit, period = row.unit or "", row.period or ""
    return Cells(row.path, row.name, _value(row), unit, period, row.quote)


def _value(row: Row) -> str:
    ends = (row.low, row.high) if row.value is None else (row.value,)
    if ends == (None, None):
        return ""
    return "–".join("" if end is None else format(end, "f") for end in ends)
