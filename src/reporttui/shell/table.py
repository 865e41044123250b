"""Rows as a table: columns aligned by cells, cut to the terminal and never in a pipe."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from reporttui.shell.color import HEADING, Marked, Span, paint
from reporttui.shell.output import terminal_width
from reporttui.shell.paging import put
from reporttui.text.width import cell_len, clip, clip_left, fit
from reporttui.writers.cells import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

_GAP = "  "
_LEAST = 8
"""Cells that a column keeps on the narrowest terminal."""


class _Column(NamedTuple):
    """A column: its values, its cells below the name of its field, and how they are set."""

    values: Sequence[object]
    cells: list[str]
    cut_left: bool

    @property
    def align(self) -> str:
        number = all(value is None or isinstance(value, int | Decimal) for value in self.values)
        return "right" if number or self.cut_left else "left"

    def fitted(self, width: int) -> list[str]:
        """Return the cells, each of exactly so many terminal cells."""
        cells = [clip_left(cell, width) for cell in self.cells] if self.cut_left else self.cells
        align = self.align
        return [fit(cell, width, align) for cell in cells]


def write_table(
    fields: Sequence[str],
    rows: Iterable[tuple[Any, ...]],
    shown: Sequence[str],
    right: Sequence[str] = (),
) -> None:
    """Print a table with a line of field names; nothing at all where there are no rows.

    Args:
        fields: The fields of a row.
        rows: What to print; a part of a text that is `Marked` is painted.
        shown: The fields to print.
        right: Texts of which the end is kept, set to the right.
    """
    places = [fields.index(field) for field in shown]
    values = list(zip(*([row[place] for place in places] for row in rows), strict=True))
    if not values:
        return
    columns = [
        _Column(column, [name, *map(plain, column)], name in right)
        for name, column in zip(shown, values, strict=True)
    ]
    put(_lines(columns, terminal_width()))


def _lines(columns: Sequence[_Column], room: int | None) -> Iterator[str]:
    widths = _widths([column.cells for column in columns], room)
    fitted = [column.fitted(width) for column, width in zip(columns, widths, strict=True)]
    heads, *rows = zip(*fitted, strict=True)
    line = _line(heads, room)
    yield paint(line, [Span(0, len(line), HEADING)])
    for cells, values in zip(rows, zip(*(c.values for c in columns), strict=True), strict=True):
        yield paint(_line(cells, room), _spans(cells, values))


def _line(cells: Iterable[str], room: int | None) -> str:
    line = _GAP.join(cells).rstrip()
    return line if room is None else clip(line, room)


def _spans(cells: Iterable[str], values: Iterable[object]) -> Iterator[Span]:
    """Yield the marks of a row where they stand in its line."""
    start = 0
    for cell, value in zip(cells, values, strict=True):
        if isinstance(value, Marked):  # Set to the left: making text safe moves nothing.
            end = min(value.end, len(cell.rstrip()))
            yield Span(start + value.start, start + end, value.style)
        start += len(cell) + len(_GAP)


def _widths(columns: Sequence[Sequence[str]], room: int | None) -> list[int]:
    """Return the cells of each column; the widest give way until all fit into the room."""
    widths = [max(map(cell_len, column)) for column in columns]
    if room is not None:
        room -= len(_GAP) * (len(columns) - 1)
        widths = [min(width, room) for width in widths]
        while sum(widths) > room and max(widths) > _LEAST:
            widths[widths.index(max(widths))] -= 1
    return widths
