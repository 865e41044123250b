"""What stands on a page of a PDF beside the text that pdfium hands out."""

from __future__ import annotations

import ctypes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from reporttui.readers.pdf.glyphs import Handle

_NESTED = 4
"""How deep forms within forms are looked into."""

_POINT = 0.01


def has_image(pdfium: ModuleType, page: Handle) -> bool:
    """Whether there is an image on a page."""
    image = pdfium.FPDF_PAGEOBJ_IMAGE
    return any(pdfium.FPDFPageObj_GetType(thing) == image for thing in _objects(pdfium, page))


def lost_texts(pdfium: ModuleType, page: Handle, seen: set[int]) -> int:
    """Return how many text objects pdfium gives no text for, since they have no shape.

    Such is a space, but also a single character of a font that is neither in the file nor on the
    machine.
    """
    return sum(
        ctypes.addressof(thing.contents) not in seen and _is_lost(pdfium, thing)
        for thing in _objects(pdfium, page)
    )


def _is_lost(pdfium: ModuleType, thing: Handle) -> bool:
    if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_TEXT:
        return False
    if pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(thing)) == 1:
        return False
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    return min(right.value - left.value, top.value - bottom.value) < _POINT


def _objects(pdfium: ModuleType, page: Handle) -> Iterator[Handle]:
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _with_parts(pdfium, pdfium.FPDFPage_GetObject(page, at), _NESTED)


def _with_parts(pdfium: ModuleType, thing: Handle, depth: int) -> Iterator[Handle]:
    yield thing
    if depth and pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_FORM:
        for at in range(pdfium.FPDFFormObj_CountObjects(thing)):
            yield from _with_parts(pdfium, pdfium.FPDFFormObj_GetObject(thing, at), depth - 1)
