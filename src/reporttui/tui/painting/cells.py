"""Strips → cells: a character and its pen; the second cell of a wide character is empty."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

from rich.color import ColorSystem
from rich.style import Style
from textual.strip import Strip

from reporttui.text.width import cell_len, cell_widths
from reporttui.tui.painting.pens import PLAIN, Pen, of_blank, pen

Cell: TypeAlias = tuple[str, Pen]
"""A character with what joins it, and how it is drawn. Plain tuples: a frame has thousands."""

BLANK: Cell = (" ", PLAIN)
UNKNOWN: Cell = ("?", Pen(frozenset({0})))
"""Stands for whatever a terminal shows after it was somebody else's; no cell is like it."""

_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Categories of what steers a terminal, or is no character at all. What the panes draw has none."""

_JOINER = "\u200d"
_SELECTOR = "\ufe0f"
_STEERED = "␦"


def cells(strip: Strip, colours: ColorSystem) -> list[Cell]:
    """Return the cells of a line: as many as Textual counts, whatever is in the text.

    Args:
        strip: Text and styles.
        colours: What the terminal has of colours.
    """
    row: list[Cell] = []
    ink = PLAIN
    for text, style, control in strip:
        if control or not text:
            continue
        marks, found = _of_text(text, style, colours)
        if marks and row:  # They join what stands before them, whatever their style.
            _join(row, marks, ink)
        if found:
            row += found
            ink = pen(style, colours)
    if len(row) == strip.cell_length - 1 and strip.text.startswith(_SELECTOR):
        # Textual has cut through a character that its selector makes wide: half of it is a blank.
        row.insert(0, (" ", of_blank(pen(next(iter(strip)).style, colours))))
    return row


@lru_cache(maxsize=512)  # A few screens: each line takes some kilobytes.
def _of_text(text: str, style: Style | None, colours: ColorSystem) -> tuple[str, tuple[Cell, ...]]:
    """Return the cells of a text, and before them what joins the cell in front of it."""
    ink = pen(style, colours)
    blank = (" ", of_blank(ink))
    marks, found = "", list[Cell]()
    for char, width in zip(_harmless(text), cell_widths(text), strict=True):
        if char == " " and width == 1:
            found.append(blank)
        elif width:
            found.append((char, ink))
            found += [("", ink)] * (width - 1)
        elif char and found:
            _join(found, char, ink)
        else:
            marks += char
    return marks, tuple(found)


def _harmless(text: str) -> Iterable[str]:
    """Return the characters, with a sign or nothing for each that could steer a terminal."""
    return text if text.isprintable() else map(_shown, text)


@lru_cache(maxsize=512)
def _shown(char: str) -> str:
    if char == _JOINER or unicodedata.category(char) not in _STEERING:
        return char
    return _STEERED * cell_len(char)


def _join(found: list[Cell], marks: str, ink: Pen) -> None:
    """Let characters without cells of their own join the one before them, drawn with an ink."""
    place = len(found) - 1
    while place and not found[place][0]:
        place -= 1
    found[place] = (found[place][0] + marks, ink)  # On a blank ink is seen now.
