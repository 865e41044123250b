"""A page of a PDF → its glyphs, each with its place and its style, upright."""

from __future__ import annotations

import ctypes
from collections import Counter
from itertools import groupby
from math import atan2, cos, degrees, hypot, isfinite, radians, sin
from typing import NamedTuple

from reporttui.readers.source import Remark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType
    from typing import Any

    Handle = Any
    """Of pdfium: a pointer."""

_SLANT = 10
"""Degrees that text may be turned by and still be text of the page."""

_BOLD_NAMES = (
    "bold",
    "heavy",
    "black",
    "simhei",
    "heiti",
    "-hei",
    "xbs",
    "xiaobiao",
    "fzht",
    "msyhbd",
    "小标宋",
    "黑体",
)
_BOLD_WEIGHT = 600
_FILLED_AND_STROKED = 2
_NAME_BYTES = 256
_WHITE = dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " ")
_SMALLEST, _FARTHEST = 0.1, 1e5
"""Points: what is beyond is a damaged file's, or a hostile one's."""

_OUTSIDE = "outside the page"
_HYPHENS = (0x02, 0xFFFE)


class Style(NamedTuple):
    """How a text object is set: size in points, angle in degrees, name of its font."""

    size: float
    angle: float
    font: str
    bold: bool


class Glyph(NamedTuple):
    """A character where it stands: origin, end of its advance, both upright and in points."""

    char: str
    x: float
    y: float
    end: float
    style: Style


class _Frame:
    """A page as it is read: turned upright, its lower left corner at the origin.

    The page's own direction is the right angle by which most of its text is turned: a wide table
    is often set sideways on its page.
    """

    def __init__(self, pdfium: ModuleType, page: Handle, turn: int) -> None:
        self.turn = turn
        self._across, self._up = round(cos(radians(turn))), round(sin(radians(turn)))
        self._x = self._y = 0.0
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
        edges = [_measured(edge) for edge in (box.left, box.bottom, box.right, box.top)]
        (left, bottom), (right, top) = self.place(*edges[:2]), self.place(*edges[2:])
        self._x, self._y = min(left, right), min(bottom, top)
        self.width, self.height = abs(right - left), abs(top - bottom)

    def place(self, x: float, y: float) -> tuple[float, float]:
        across, up = self._across, self._up
        return x * across + y * up - self._x, y * across - x * up - self._y

    def upright(self, placed: _Placed) -> Glyph:
        char, x, y, (left, bottom, right, top), style = placed
        if not self.turn:  # by far the commonest, and this is done for each character
            return Glyph(char, x - self._x, y - self._y, _end(x, right) - self._x, style)
        ends = self.place(left, bottom)[0], self.place(right, top)[0]
        upright_x, upright_y = self.place(x, y)
        return Glyph(char, upright_x, upright_y, _end(upright_x, max(ends)), style)

    def off(self, placed: _Placed) -> str:
        """Return why a character is no text of the page, if it is none."""
        if placed[0] == "\0":
            return "no character"
        style = placed[4]
        if abs((style.angle - self.turn + 180) % 360 - 180) > _SLANT:
            return "rotated text"
        x, y = self.place(placed[1], placed[2])
        return "" if -style.size < x < self.width and -style.size < y < self.height else _OUTSIDE


def upright_glyphs(
    pdfium: ModuleType, page: Handle, text_page: Handle, number: int
) -> tuple[list[Glyph], float, list[Remark], set[int]]:
    """Return the text of a page.

    Returns:
        The glyphs in the file's order; the width of the page; what is no text of it; the addresses
        of the text objects that the glyphs are from.
    """
    styles = _Styles(pdfium, text_page)
    found = list(_glyphs(pdfium, text_page, styles))
    frame = _Frame(pdfium, page, _direction(found))
    kept: list[Glyph] = []
    left_out = []
    for reason, group in groupby(found, frame.off):
        if not reason:
            kept += map(frame.upright, group)
        elif text := "".join([placed[0] for placed in group]).strip():
            left_out.append(Remark(reason, text, 0, number))
    return kept, frame.width, left_out, styles.seen


def _end(x: float, end: float) -> float:
    return end if x <= end < _FARTHEST else x


def _measured(place: float) -> float:
    return place if abs(place) < _FARTHEST else 0.0


def _direction(glyphs: list[_Placed]) -> int:
    turns = Counter(round(glyph[4].angle / 90) % 4 * 90 for glyph in glyphs)
    return turns.most_common(1)[0][0] if turns else 0


def _glyphs(pdfium: ModuleType, text_page: Handle, styles: _Styles) -> Iterator[_Placed]:
    style, last = Style(1, 0, "", False), 0
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    to_box, to_x, to_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    high = 0
    for at in range(pdfium.FPDFText_CountChars(text_page)):
        set_by = pdfium.FPDFText_GetTextObject(text_page, at)
        if not set_by:
            continue  # a space or a newline of pdfium's own making
        address = ctypes.addressof(set_by.contents)
        if address != last:
            style, last = styles.of(set_by, at), address
            styles.seen.add(address)
        code = pdfium.FPDFText_GetUnicode(text_page, at)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if code in _HYPHENS and pdfium.FPDFText_IsHyphen(text_page, at) == 1:
            code = 0x2D
        pdfium.FPDFText_GetCharOrigin(text_page, at, to_x, to_y)
        pdfium.FPDFText_GetLooseCharBox(text_page, at, to_box)
        place = (box.left, box.bottom, box.right, box.top)
        yield _char(code, high), x.value, y.value, place, style
        high = 0


def _char(code: int, high: int) -> str:
    # Where wchar_t has two bytes, pdfium gives a character beyond U+FFFF in two halves.
    if 0xDC00 <= code < 0xE000:
        code = 0x10000 + (high - 0xD800 << 10) + code - 0xDC00 if high else 0
    return _WHITE.get(code) or (chr(code) if code < 0x110000 else "\0")


def _decoded(name: bytes) -> str:
    # PDF says UTF-8, but fonts with Chinese names mostly have them in GBK.
    try:
        return name.decode()
    except UnicodeDecodeError:
        return name.decode("gb18030", "replace")


class _Styles:
    """The styles of a page's text objects; names of fonts are asked for once."""

    def __init__(self, pdfium: ModuleType, text_page: Handle) -> None:
        self._pdfium, self._page = pdfium, text_page
        self.seen: set[int] = set()
        self._fonts: dict[int, tuple[str, bool]] = {}
        self._matrix = pdfium.FS_MATRIX()

    def of(self, text_object: Handle, at: int) -> Style:
        matrix, pdfium = self._matrix, self._pdfium
        pdfium.FPDFText_GetMatrix(self._page, at, ctypes.byref(matrix))
        size = pdfium.FPDFText_GetFontSize(self._page, at) * hypot(matrix.c, matrix.d)
        font, bold = self._font(pdfium.FPDFTextObj_GetFont(text_object))
        stroked = pdfium.FPDFTextObj_GetTextRenderMode(text_object) == _FILLED_AND_STROKED
        angle = degrees(atan2(matrix.b, matrix.a)) if matrix.b else 180.0 * (matrix.a < 0)
        size = size if _SMALLEST < size < _FARTHEST else _SMALLEST
        return Style(size, angle if isfinite(angle) else 0.0, font, bold or stroked)

    def _font(self, handle: Handle) -> tuple[str, bool]:
        if not handle:
            return "", False
        address = ctypes.addressof(handle.contents)
        if address not in self._fonts:
            self._fonts[address] = self._name(handle)
        return self._fonts[address]

    def _name(self, handle: Handle) -> tuple[str, bool]:
        buffer = ctypes.create_string_buffer(_NAME_BYTES)
        self._pdfium.FPDFFont_GetBaseFontName(handle, buffer, _NAME_BYTES)
        name = _decoded(buffer.value).rpartition("+")[2]
        heavy = self._pdfium.FPDFFont_GetWeight(handle) >= _BOLD_WEIGHT
        return name, heavy or any(mark in name.lower() for mark in _BOLD_NAMES)


if TYPE_CHECKING:
    _Placed = tuple[str, float, float, tuple[float, float, float, float], Style]
