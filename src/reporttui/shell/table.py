"""Rows as a table: columns aligned by cells, cut to the terminal and never in a pipe."""

from __future__ import annotations

from decimal import Decimal

from reporttui.shell.cells import plain
from reporttui.shell.output import terminal_width
from reporttui.text.width import cell_len, clip, clip_left, fit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

_GAP = "  "
_LEAST = 8
"""Cells that a column keeps on the narrowest terminal."""


def write_table(
    fields: Sequence[str],
    rows: Iterable[tuple[Any, ...]],
    shown: Sequence[str],
    right: Sequence[str] = (),
) -> None:
    """Print a table with a line of field names; nothing at all where there are no rows.

    Args:
        fields: The fields of a row.
        rows: What to print.
        shown: The fields to print.
        right: Texts of which the end is kept, set to the right.
    """
    places = [fields.index(field) for field in shown]
    columns = list(zip(*([row[place] for place in places] for row in rows), strict=True))
    if not columns:
        return
    cells = [[name, *map(plain, column)] for name, column in zip(shown, columns, strict=True)]
    numbers = map(_is_number, columns)
    aligns = [
        "right" if number or name in right else "left"
        for name, number in zip(shown, numbers, strict=True)
    ]
    room = terminal_width()
    widths = _widths(cells, room)
    for place, name in enumerate(shown):
        if name in right:
            cells[place] = [clip_left(cell, widths[place]) for cell in cells[place]]
    for row in zip(*cells, strict=True):
        line = _GAP.join(map(fit, row, widths, aligns)).rstrip()
        print(line if room is None else clip(line, room))


def _is_number(column: Sequence[object]) -> bool:
    return all(value is None or isinstance(value, int | Decimal) for value in column)


def _widths(columns: Sequence[Sequence[str]], room: int | None) -> list[int]:
    """Return the cells of each column; the widest give way until all fit into the room."""
    widths = [max(map(cell_len, column)) for column in columns]
    if room is not None:
        room -= len(_GAP) * (len(columns) - 1)
        widths = [min(width, room) for width in widths]
        while sum(widths) > room and max(widths) > _LEAST:
            widths[widths.index(max(widths))] -= 1
    return widths
