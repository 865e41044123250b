"""The report as a person reads it: headings and paragraphs, each made of pieces of fields.

The one place that knows what stands in one paragraph with what. Screen and shell both show
these blocks, so they never differ; joined, the blocks are the official text.
"""

from __future__ import annotations

from typing import NamedTuple

from reporttui.report.outline import CLOSING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from reporttui.report.model import Report
    from reporttui.report.outline import Entry, Outline

    BlockKind = Literal["title", "addressee", "heading", "paragraph", "closing"]

_RUNS_ON = "。．.,，;；:：、!！?？…—"


class Piece(NamedTuple):
    """Characters of a block that come from one field of one entry.

    Attributes:
        entry: Index of the entry in the outline.
        field: Name of its field; `number` for a section's number.
        start: Where the piece begins in the field, in code points.
        text: The characters.
    """

    entry: int
    field: str
    start: int
    text: str


class Block(NamedTuple):
    """A heading or a paragraph.

    Attributes:
        kind: How it is set.
        level: Level of the section that begins it; 0 for the report's own.
        pieces: What it is made of, in reading order.
    """

    kind: BlockKind
    level: int
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """All its characters."""
        return "".join(piece.text for piece in self.pieces)


def runs_on(title: str) -> bool:
    """Whether a title ends like a sentence and so shares the line with its first paragraph."""
    return title.rstrip()[-1:] in _RUNS_ON if title else True


def blocks(report: Report, outline: Outline) -> Iterator[Block]:
    """Yield the whole report: title, addressee, opening, sections, closing lines."""
    yield Block("title", 0, (Piece(0, "title", 0, report.title),))
    if report.addressee:
        yield Block("addressee", 0, (Piece(0, "addressee", 0, report.addressee),))
    for paragraph in _paragraphs(0, "opening", report.opening):
        yield Block("paragraph", 0, (paragraph,))
    yield from section_blocks(outline, 1, len(outline))
    for field in CLOSING:
        if text := getattr(report, field):
            yield Block("closing", 0, (Piece(0, field, 0, text),))


def section_blocks(outline: Outline, first: int, end: int) -> Iterator[Block]:
    """Yield the sections from index `first` up to `end`, without what stands outside them."""
    pending: Block | None = None
    for entry in outline[first:end]:
        for block in _own_blocks(entry):
            if pending and _joins(entry, block, pending):
                pending = pending._replace(pieces=pending.pieces + block.pieces)
                continue
            if pending:
                yield pending
            pending = block
    if pending:
        yield pending


def _joins(entry: Entry, block: Block, before: Block) -> bool:
    """Whether the first block of a run-in section goes on in the paragraph before it."""
    begins = block.pieces[0].entry == entry.index and block.pieces[0].field in ("number", "title")
    return entry.section.run_in and begins and before.kind == "paragraph"


def _own_blocks(entry: Entry) -> Iterator[Block]:
    section = entry.section
    head = []
    if section.number:
        head.append(Piece(entry.index, "number", 0, section.number))
    if section.title:
        head.append(Piece(entry.index, "title", 0, section.title))
    paragraphs = list(_paragraphs(entry.index, "text", section.text))
    run_on = runs_on(section.title) or section.run_in
    if head and run_on:
        pieces = (*head, *paragraphs[:1])
        yield Block("paragraph", entry.level, pieces)
        paragraphs = paragraphs[1:]
    elif head:
        yield Block("heading", entry.level, tuple(head))
    for paragraph in paragraphs:
        yield Block("paragraph", entry.level, (paragraph,))


def _paragraphs(entry: int, field: str, text: str) -> Iterator[Piece]:
    start = 0
    for line in text.split("\n"):
        if stripped := line.strip():
            yield Piece(entry, field, start + line.index(stripped[0]), stripped)
        start += len(line) + 1
