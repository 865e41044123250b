"""PDF with a text layer → paragraphs, by where its characters stand."""

from __future__ import annotations

from collections import Counter
from threading import Lock
from typing import NamedTuple

from reporttui.readers.pdf.columns import in_columns, with_rows
from reporttui.readers.pdf.furniture import without_furniture
from reporttui.readers.pdf.glyphs import upright_glyphs
from reporttui.readers.pdf.lines import lines_of, pieces_of, usual_leading, without_repeats
from reporttui.readers.pdf.objects import has_image, lost_texts
from reporttui.readers.pdf.paragraphs import paragraphs_of
from reporttui.readers.pdf.radicals import ordinary, radicals_in, with_ordinary
from reporttui.readers.source import Remark, Source
from reporttui.report.files import UnreadableFile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from pypdfium2 import PdfDocument, PdfiumError

    from reporttui.readers.pdf.glyphs import Handle
    from reporttui.readers.pdf.lines import Line

PAGES = 3000
"""Pages that are read at most."""

CHARACTERS = 3_000_000
"""Characters that are read at most, of all pages together; it bounds memory and time."""

PAGE_CHARACTERS = 200_000
"""Characters that a single page may have."""

INSTALL = "pip install pypdfium2"

_FEW = 200
"""Characters that a scanned page may have: its number, a stamp, a mark of the scanner."""

_SPACES = 0.2
"""Text objects without a shape, for each glyph, that may be no more than spaces."""

_NEEDS_PASSWORD = (4, 5)
"""FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY (a handler that pdfium does not know)."""

_ONE_AT_A_TIME = Lock()
"""pdfium must not be called from two threads at once."""


class _Page(NamedTuple):
    lines: list[Line]
    width: float = 0
    image: bool = False
    lost: bool = False
    left_out: tuple[Remark, ...] = ()
    damaged: bool = False


def read(data: bytes) -> Source:
    """Read a PDF.

    Raises:
        UnreadableFile: With the code `pdf-no-library`, `pdf-damaged`, `pdf-encrypted`,
            `pdf-scanned`, `pdf-no-text`, `pdf-too-large` or `pdf-too-much-text`.
    """
    try:
        import pypdfium2
    except ImportError:
        raise UnreadableFile("pdf-no-library", install=INSTALL) from None
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise _unopened(error) from None
        try:
            pages = list(_pages(pypdfium2.raw, document))
        finally:
            document.close()
    return _source(pages)


def _unopened(error: PdfiumError) -> UnreadableFile:
    if error.err_code in _NEEDS_PASSWORD:
        return UnreadableFile("pdf-encrypted")
    return UnreadableFile("pdf-damaged", reason=str(error))


def _pages(pdfium: ModuleType, document: PdfDocument) -> Iterator[_Page]:
    pages, seen = len(document), 0
    if pages > PAGES:
        raise UnreadableFile("pdf-too-large", limit=PAGES)
    for at in range(pages):
        page = pdfium.FPDF_LoadPage(document.raw, at)
        text = pdfium.FPDFText_LoadPage(page) if page else None
        try:
            count = pdfium.FPDFText_CountChars(text) if text else 0
            seen += count
            if seen > CHARACTERS or count > PAGE_CHARACTERS:
                raise UnreadableFile("pdf-too-much-text", limit=CHARACTERS)
            yield _page(pdfium, page, text, at + 1) if text else _Page([], damaged=True)
        finally:
            if text:
                pdfium.FPDFText_ClosePage(text)
            if page:
                pdfium.FPDF_ClosePage(page)


def _page(pdfium: ModuleType, page: Handle, text: Handle, number: int) -> _Page:
    glyphs, width, left_out, seen = upright_glyphs(pdfium, page, text, number)
    pieces, repeated = without_repeats(pieces_of(glyphs), number)
    image = len(glyphs) < _FEW and has_image(pdfium, page)
    lost = lost_texts(pdfium, page, seen) > len(glyphs) * _SPACES
    return _Page(lines_of(pieces, number), width, image, lost, (*left_out, *repeated))


def _source(pages: list[_Page]) -> Source:
    size = _usual_size(pages)
    leading = usual_leading([line for page in pages for line in page.lines])
    bodies, furniture = without_furniture([page.lines for page in pages], leading, size)
    lines, doubts = with_rows([line for body in bodies for line in in_columns(body)])
    if not lines:
        raise _without_text(pages)
    widths = [page.width for page in pages]
    paragraphs, hyphens = paragraphs_of(lines, widths, size)
    found = dict.fromkeys(char for paragraph in paragraphs for char in radicals_in(paragraph.text))
    radicals = ordinary(list(found))
    if radicals:
        doubts.append(Remark("radicals", "".join(radicals), 0))
    left_out = [*(remark for page in pages for remark in page.left_out), *furniture, *hyphens]
    return Source(
        tuple(
            paragraph._replace(text=with_ordinary(paragraph.text, radicals))
            for paragraph in paragraphs
        ),
        tuple(sorted(left_out, key=_place)),
        tuple(sorted((*doubts, *_unread(pages, bodies)), key=_place)),
    )


def _place(remark: Remark) -> tuple[int, int]:
    return remark.page, remark.line


def _usual_size(pages: list[_Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def _unread(pages: list[_Page], bodies: list[list[Line]]) -> Iterator[Remark]:
    for number, (page, body) in enumerate(zip(pages, bodies, strict=True), 1):
        if page.lost:
            yield Remark("text without glyphs", "", 0, number)
        if page.damaged:
            yield Remark("damaged page", "", 0, number)
        elif page.image and not body:
            yield Remark("page without text", "", 0, number)


def _without_text(pages: list[_Page]) -> UnreadableFile:
    if images := sum(page.image for page in pages):
        return UnreadableFile("pdf-scanned", pages=images)
    if pages and all(page.damaged for page in pages):
        return UnreadableFile("pdf-damaged", reason="no page can be read")
    return UnreadableFile("pdf-no-text")
