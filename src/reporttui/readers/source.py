"""What a reader of a format hands to the outline builder: paragraphs, and what it left out."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    Align = Literal["", "centre", "right"]

CELL = "\t"
"""What parts the cells of a table's row: white space, so that nothing is added to the text."""


class Paragraph(NamedTuple):
    """A paragraph, or a line, as the file has it.

    Attributes:
        text: Without newlines, and without the white space of its layout around it.
        line: Where it begins, from 1: a line of the file; a paragraph of a DOCX; on a page of a
            PDF, its line there.
        page: From 1; 0 where the format has no pages.
        heading: The level that the format itself gives it as a heading, from 1; 0 for none.
        bold: Code points at its beginning that are set bold.
        align: How it is set, where that is told.
        indented: Whether its first line is indented, as a paragraph's is.
        gap: Whether a blank line stands before it.
        row: Whether it is a row of a table, its cells parted by `CELL`.
    """

    text: str
    line: int
    page: int = 0
    heading: int = 0
    bold: int = 0
    align: Align = ""
    indented: bool = False
    gap: bool = False
    row: bool = False


class Remark(NamedTuple):
    """Something that a person may want to look at.

    Attributes:
        reason: A key of `words.readers.REASONS`.
        text: The characters that it is about.
        line: As in `Paragraph`.
        page: As in `Paragraph`.
    """

    reason: str
    text: str
    line: int
    page: int = 0


class Source(NamedTuple):
    """A file as its format's reader understands it.

    Attributes:
        paragraphs: The article, in reading order, and the lines around it that may be metadata.
        left_out: What is in the file and not among the paragraphs, with the reason.
        doubts: What was read in a way that may be wrong.
        fields: Field of a report → its text, where the format has a place of its own for it.
    """

    paragraphs: tuple[Paragraph, ...]
    left_out: tuple[Remark, ...] = ()
    doubts: tuple[Remark, ...] = ()
    fields: Mapping[str, str] = MappingProxyType({})
