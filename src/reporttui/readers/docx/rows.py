"""From the paragraphs of a table's cells to a row of it in one line."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.readers.docx.parts import value, whole
from reporttui.readers.source import CELL, Paragraph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

MOST_COLUMNS = 63
"""The most columns that a table has in Word: a cell that says it spans more spans these."""


class Cell(NamedTuple):
    """A cell of a table: its text, and how much of its beginning is bold."""

    text: str
    bold: int = 0


def columns(element: Element | None, default: int) -> int:
    """Return how many columns a property says, within reason."""
    number = whole(value(element))
    return default if number is None else min(max(number, default), MOST_COLUMNS)


def as_cell(paragraphs: list[Paragraph]) -> Cell:
    """Return the text of a cell in one line."""
    told = [paragraph for paragraph in paragraphs if paragraph.text]
    text = " ".join(paragraph.text for paragraph in told).replace(CELL, " ")
    return Cell(text, told[0].bold if told else 0)


def as_row(cells: list[Cell], line: int) -> Iterator[Paragraph]:
    """Return a row, unless it is empty.

    Empty cells at its beginning stay: they tell the columns of the others.
    """
    text = CELL.join(cell.text for cell in cells).rstrip()
    if text:
        yield Paragraph(text, line, bold=cells[0].bold, row=True)
