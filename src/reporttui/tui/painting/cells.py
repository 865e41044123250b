"""Strips → cells: a character and its pen; the second cell of a wide character is empty."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

from reporttui.text.width import cell_widths
from reporttui.tui.painting.pens import PLAIN, Pen, of_blank, pen

Cell: TypeAlias = tuple[str, Pen]
"""A character with what joins it, and how it is drawn. Plain tuples: a frame has thousands."""

BLANK: Cell = (" ", PLAIN)
UNKNOWN: Cell = ("?", Pen(frozenset({0})))
"""Stands for whatever a terminal shows after it was somebody else's; no cell is like it."""


def cells(segments: Iterable[Segment], colours: ColorSystem) -> list[Cell]:
    """Return the cells of a line.

    Args:
        segments: Text and styles, safe for a terminal.
        colours: What the terminal has of colours.
    """
    row: list[Cell] = []
    for text, style, _control in segments:
        row += _of_text(text, style, colours)
    return row


@lru_cache(maxsize=512)  # A few screens: each line takes some kilobytes.
def _of_text(text: str, style: Style | None, colours: ColorSystem) -> tuple[Cell, ...]:
    ink = pen(style, colours)
    blank = (" ", of_blank(ink))
    found: list[Cell] = []
    for char, width in zip(text, cell_widths(text), strict=True):
        if char == " " and width == 1:
            found.append(blank)
        elif width:
            found.append((char, ink))
            found += [("", ink)] * (width - 1)
        elif found:
            _join(found, char)
    return tuple(found)


def _join(found: list[Cell], char: str) -> None:
    """Let a character without cells of its own join the one before it."""
    place = len(found) - 1
    while place and not found[place][0]:
        place -= 1
    found[place] = (found[place][0] + char, found[place][1])
