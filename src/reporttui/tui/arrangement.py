"""Which panes are on the screen and where, as a pure function of its size."""

from __future__ import annotations

from typing import Literal, NamedTuple

PaneName = Literal["outline", "detail", "metrics"]
PANES: tuple[PaneName, ...] = ("outline", "detail", "metrics")

MINIMUM = (60, 16)
"""Columns and rows below which the screen only says that it is too small."""

_BARS = 3
"""Rows for the report's title, the query line and the footer."""

_DETAIL = 46
"""Least columns of the text beside another pane: 20 characters, indent, gutter and margin."""

_ROWS_FOR_THREE = 25
"""Rows from which text and table stand one above the other."""


class Rect(NamedTuple):
    """A part of the screen, in cells."""

    x: int
    y: int
    width: int
    height: int


class Sizes(NamedTuple):
    """What the reader chose; None where the screen decides."""

    outline_width: int | None = None
    table_height: int | None = None


AS_IT_FITS = Sizes()


def too_small(width: int, height: int) -> bool:
    """Whether there is no room to read."""
    return width < MINIMUM[0] or height < MINIMUM[1]


def arrange(
    width: int, height: int, focus: PaneName, *, maximised: bool = False, sizes: Sizes = AS_IT_FITS
) -> dict[PaneName, Rect]:
    """Return the panes that are shown and where.

    Wide and high: outline at the left, text above the table. Lower: outline, and of text and
    table the one in focus. Narrower: only the pane in focus.
    """
    if too_small(width, height):
        return {}
    body = height - _BARS
    whole = Rect(0, 1, width, body)
    if maximised or width < _DETAIL + 18:
        return {focus: whole}
    left = _outline_width(width, sizes)
    right = Rect(left, 1, width - left, body)
    shown: dict[PaneName, Rect] = {"outline": Rect(0, 1, left, body)}
    if body < _ROWS_FOR_THREE:
        shown["metrics" if focus == "metrics" else "detail"] = right
        return shown
    table = _table_height(body, sizes)
    shown["detail"] = right._replace(height=body - table)
    shown["metrics"] = right._replace(y=1 + body - table, height=table)
    return shown


def _outline_width(width: int, sizes: Sizes) -> int:
    wanted = sizes.outline_width or min(44, max(18, width * 3 // 10))
    return max(18, min(wanted, width - _DETAIL))


def _table_height(body: int, sizes: Sizes) -> int:
    wanted = sizes.table_height or max(9, body * 2 // 5)
    return max(8, min(wanted, body - 10))
