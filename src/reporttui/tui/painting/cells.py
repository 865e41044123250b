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
        marks = _leading_marks(text)
        if marks and row:  # They join what stands before them, whatever its style.
            _join(row, text[:marks])
        row += _of_text(text[marks:], style, colours)
    return row


def _leading_marks(text: str) -> int:
    """Return how many characters at the beginning have no cells of their own."""
    if text[:1].isascii():
        return 0
    return next((at for at, width in enumerate(cell_widths(text)) if width), len(text))


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
            if found[-1] is blank:  # Now it is seen.
                found[-1] = (" ", ink)
            _join(found, char)
    return tuple(found)


def _join(found: list[Cell], marks: str) -> None:
    """Let characters without cells of their own join the one before them."""
    place = len(found) - 1
    while place and not found[place][0]:
        place -= 1
    found[place] = (found[place][0] + marks, found[place][1])
