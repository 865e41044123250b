"""DOCX → paragraphs, by the zip and its XML: ECMA-376 and ISO/IEC 29500, both editions."""

from __future__ import annotations

from reporttui.readers.docx.fields import CONTENTS
from reporttui.readers.docx.lines import Setter
from reporttui.readers.docx.log import Log
from reporttui.readers.docx.numbering import Numbering
from reporttui.readers.docx.parts import Package, damaged, value
from reporttui.readers.docx.rows import MOST_COLUMNS, Cell, as_cell, as_row, columns
from reporttui.readers.docx.runs import DELETED, GONE, Runs
from reporttui.readers.docx.styles import Styles
from reporttui.readers.source import Paragraph, Source
from reporttui.report.files import UnreadableFile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from reporttui.readers.docx.fields import Field
    from reporttui.readers.docx.lines import Draft

_INLINE = frozenset({"p", "r", "t", "m_oMath", "m_oMathPara"})
_ROW_PARTS = frozenset({"tr", "tc", "p", "r", "tbl"})
_ASIDES = {
    "header": "running header",
    "footer": "running footer",
    "comments": "comment",
    "diagramData": "diagram",
    "chart": "chart",
}


def read(data: bytes) -> Source:
    """Read a DOCX.

    Raises:
        UnreadableFile: `docx-damaged`, `docx-too-large`, `xml-entities`, `docx-encrypted` or
            `docx-no-text`.
    """
    package = Package(data)
    try:
        return _source(package)
    except RecursionError:
        raise damaged("nested too deeply") from None


def _source(package: Package) -> Source:
    root = package.root(package.main)
    if root is None or root.tag != "document":
        raise damaged("no document")
    reader = _Reader(package)
    paragraphs = reader.paragraphs(root)
    if reader.open_fields:
        # A field without an end would leave out, or take as a page number, all that follows it.
        instruction = reader.open_fields[0].instruction
        reader = _Reader(package, with_fields=False)
        reader.log.doubt("field without end", "".join(instruction).strip())
        paragraphs = reader.paragraphs(root)
    if not paragraphs:
        raise UnreadableFile("docx-no-text")
    reader.leave_asides()
    return Source(paragraphs, reader.log.left_out, tuple(reader.log.doubts))


class _Reader:
    """Walks through the blocks of a document: paragraphs, tables, and what wraps them."""

    def __init__(self, package: Package, with_fields: bool = True) -> None:
        self.log = Log()
        self._package = package
        styles = Styles(package.first("styles"))
        numbering = Numbering(package.first("numbering"), styles)
        self._runs = Runs(self.log, styles, _notes(package), with_fields)
        self._setter = Setter(self.log, styles, numbering, self._runs)
        self._rows = 0

    def paragraphs(self, root: Element) -> tuple[Paragraph, ...]:
        """Return the paragraphs of the document that have text."""
        found: list[Paragraph] = []
        gap = False
        for paragraph in self._blocks(root):
            if paragraph.text:
                found.append(paragraph._replace(gap=gap))
            gap = not paragraph.text
        return tuple(found)

    @property
    def open_fields(self) -> list[Field]:
        """The fields that have begun and not ended, outermost first."""
        return self._runs.fields

    def leave_asides(self) -> None:
        """List what is not in the document itself, and the notes that nothing refers to."""
        self.log.outside = True
        for name in self._package.related(self._package.main, "aFChunk"):
            self.log.leave("embedded document", self._package.embedded(name))
        for note in self._runs.unused_notes():
            self._leave(note, "unused note")
        for kind, reason in _ASIDES.items():
            for name in dict.fromkeys(self._package.related(self._package.main, kind)):
                self._leave(self._package.root(name), reason)

    def _leave(self, root: Element | None, reason: str) -> None:
        if root is None:
            return
        self._runs.fields = []
        for _ in self._blocks(root, reason):
            pass
        self.log.next_paragraph()
        for element in root.iter():
            if element.tag in ("x_t", "x_v") and reason in ("diagram", "chart"):
                self.log.leave(reason, f"{element.text or ''} ")

    def _blocks(self, container: Iterable[Element], reason: str = "") -> Iterator[Paragraph]:
        draft = None
        for element in container:
            if element.tag in _INLINE:
                draft = self._setter.gathered(element, reason, draft)
                if not draft.joins:
                    yield from self._set(draft)
                    draft = None
            elif len(element):
                if draft:
                    yield from self._set(draft)
                    draft = None
                yield from self._wrapped(element, reason)
        if draft:
            yield from self._set(draft)

    def _wrapped(self, element: Element, reason: str) -> Iterator[Paragraph]:
        if element.tag == "tbl":
            yield from self._table(element, reason)
        elif element.tag == "mc_AlternateContent":
            yield from self._blocks(self._runs.chosen(element), reason)
        elif element.tag in GONE:
            yield from self._blocks(element, reason or DELETED)
        elif not element.tag.endswith("Pr"):
            yield from self._blocks(element, reason or _contents(element))

    def _set(self, draft: Draft) -> Iterator[Paragraph]:
        if not draft.reason:
            yield from self._setter.lines(draft)
        if not self._rows:
            yield from self._placed()

    def _placed(self) -> Iterator[Paragraph]:
        """Place footnotes and text boxes after what they are anchored in."""
        asides, self._runs.asides = self._runs.asides, []
        fields, self._runs.fields = self._runs.fields, []
        for element, reason, doubt in asides:
            for paragraph in self._blocks(_content(element), reason):
                if paragraph.text:
                    self.log.doubt(doubt, paragraph.text)
                    yield paragraph
            self._runs.fields = []
        self._runs.fields = fields

    def _table(self, table: Element, reason: str) -> Iterator[Paragraph]:
        rows = list(self._parts(table, reason))
        cells = list(self._parts(rows[0][0], reason)) if len(rows) == 1 else []
        if len(cells) == 1 and cells[0][0].tag == "tc":
            # A table of one cell is a frame around text, not a table.
            yield from self._blocks(*cells[0])
            return
        for row, fate in rows:
            yield from self._row(row, fate)
            if not self._rows:
                yield from self._placed()

    def _parts(self, container: Iterable[Element], reason: str) -> Iterator[tuple[Element, str]]:
        """Find the rows of a table, or the cells of a row, through what wraps them."""
        for element in container:
            if element.tag in _ROW_PARTS:
                yield element, reason or _fate(element)
            elif element.tag == "mc_AlternateContent":
                yield from self._parts(self._runs.chosen(element), reason)
            elif not element.tag.endswith("Pr"):
                gone = DELETED if element.tag in GONE else ""
                yield from self._parts(element, reason or gone)

    def _row(self, row: Element, reason: str) -> Iterator[Paragraph]:
        line = self.log.line + 1
        cells = [Cell("")] * columns(row.find("trPr/gridBefore"), 0)
        self._rows += 1
        for element, fate in self._parts(row, reason) if row.tag == "tr" else [(row, reason)]:
            texts: list[Paragraph] = []
            for paragraph in self._blocks(element if element.tag == "tc" else (element,), fate):
                if not paragraph.row:
                    texts.append(paragraph)
                    continue
                # The rows of a nested table cut the row, so that the order is kept.
                yield from as_row([*cells, as_cell(texts)], line)
                yield paragraph
                cells, texts, line = [], [], paragraph.line
            cells.append(as_cell(texts))
            spanned = columns(element.find("tcPr/gridSpan"), 1) - 1
            cells += [Cell("")] * min(spanned, MOST_COLUMNS - len(cells))
        self._rows -= 1
        yield from as_row(cells, line)


def _notes(package: Package) -> dict[tuple[str, str], Element]:
    notes = {}
    for kind in ("footnote", "endnote"):
        for note in package.first(f"{kind}s") or ():
            notes[kind, value(note, "id")] = note
    return notes


def _content(aside: Element) -> Iterable[Element]:
    return (aside,) if aside.tag in ("p", "tbl") else aside


def _contents(wrapper: Element) -> str:
    gallery = value(wrapper.find("sdtPr/docPartObj/docPartGallery"))
    return CONTENTS if gallery == "Table of Contents" else ""


def _fate(part: Element) -> str:
    gone = part.find("trPr/del") is not None or part.find("tcPr/cellDel") is not None
    return DELETED if gone else ""
