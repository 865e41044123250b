"""The report as a person reads it: headings and paragraphs, each made of pieces of fields.

The one place that knows what stands in one paragraph with what. Screen and shell both show
these blocks, so they never differ; joined, the blocks are the official text.
"""

from __future__ import annotations

from typing import NamedTuple

from reporttui.report.outline import CLOSING, spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from typing import Literal

    from reporttui.report.model import Report, Section
    from reporttui.report.outline import Entry, Outline

    BlockKind = Literal["title", "subtitle", "addressee", "heading", "paragraph", "closing"]

_FRONT_KINDS: tuple[tuple[str, BlockKind], ...] = (
    ("title", "title"),
    ("subtitle", "subtitle"),
    ("addressee", "addressee"),
    ("opening", "paragraph"),
)

_RUNS_ON = "。．.,，;；:：、!！?？…—"
"""What a title ends with that is the beginning of a paragraph: a sentence, or a part of one."""

_LAYOUT = " \t\xa0\u3000"
"""White space around a paragraph that belongs to its layout. The other kinds are shown."""


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


def blocks(report: Report, outline: Outline) -> Iterator[Block]:
    """Yield the whole report: title, subtitle, addressee, opening, sections, closing lines."""
    yield from section_blocks(outline, 0, len(outline))
    for field in CLOSING:
        if text := getattr(report, field):
            yield Block("closing", 0, (Piece(0, field, 0, text),))


def section_blocks(outline: Outline, first: int, end: int) -> Iterator[Block]:
    """Yield the entries from index `first` up to `end`, without the report's closing lines."""
    pending: Block | None = None
    for entry in outline[first:end]:
        for number, block in enumerate(_own_blocks(entry)):
            if pending and number == 0 and _runs_in(entry, pending):
                pending = pending._replace(pieces=pending.pieces + block.pieces)
                continue
            if pending:
                yield pending
            pending = block
    if pending:
        yield pending


def limited(whole: Iterable[Block], entries: Container[int]) -> Iterator[Block]:
    """Yield what some blocks have of some entries, also where another's stands beside it."""
    for block in whole:
        if pieces := tuple(piece for piece in block.pieces if piece.entry in entries):
            yield block._replace(pieces=pieces)


def _runs_in(entry: Entry, before: Block) -> bool:
    """Whether a section begins in the paragraph before it."""
    return entry.section.run_in and before.kind == "paragraph"


def _own_blocks(entry: Entry) -> Iterator[Block]:
    return _front_blocks(entry) if entry.index == 0 else _blocks_of_section(entry)


def _front_blocks(entry: Entry) -> Iterator[Block]:
    for field, kind in _FRONT_KINDS:
        for line in _paragraphs(0, field, entry.fields.get(field, "")):
            yield Block(kind, 0, (line,))


def _blocks_of_section(entry: Entry) -> Iterator[Block]:
    section = entry.section
    head = [
        Piece(entry.index, field, 0, text)
        for field, text in (("number", _number(section)), ("title", section.title))
        if text
    ]
    paragraphs = list(_paragraphs(entry.index, "text", section.text))
    if head and not _runs_on(section, paragraphs):
        yield Block("heading", entry.level, tuple(head))
    elif head:
        yield Block("paragraph", entry.level, (*head, *paragraphs[:1]))
        del paragraphs[:1]
    for paragraph in paragraphs:
        yield Block("paragraph", entry.level, (paragraph,))


def _number(section: Section) -> str:
    return spaced(section.number) if section.title or section.text else section.number


def _runs_on(section: Section, paragraphs: list[Piece]) -> bool:
    """Whether number and title share a paragraph with the beginning of the text."""
    if section.run_in:
        return True
    if not section.title:
        return bool(paragraphs)
    return section.title.rstrip()[-1:] in _RUNS_ON


def _paragraphs(entry: int, field: str, text: str) -> Iterator[Piece]:
    start = 0
    for line in text.split("\n"):
        if stripped := line.strip(_LAYOUT):
            yield Piece(entry, field, start + line.index(stripped), stripped)
        start += len(line) + 1
