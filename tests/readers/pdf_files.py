"""PDFs for tests, written by hand: positioned text, images, and a password where one is wanted."""

from __future__ import annotations

import zlib
from hashlib import md5
from itertools import count
from math import cos, radians, sin
from struct import pack
from typing import NamedTuple

A4 = (595, 842)
LEFT, TOP, SIZE, LEADING, WIDE, TALL = 79, 740, 16, 29, 28, 22
"""The page of an official document: GB/T 9704 has 22 lines of 28 characters of 16 points."""

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


class Piece(NamedTuple):
    """Text whose baseline begins at a place, in points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = SIZE
    bold: bool = False
    angle: float = 0
    mode: int = 0
    stretch: float = 0


class Page(NamedTuple):
    pieces: tuple[Piece, ...] = ()
    image: bool = False
    width: int = A4[0]
    height: int = A4[1]
    rotate: int = 0


def width(text, size=SIZE):
    """How wide a text is set: ASCII takes half an em, all else an em."""
    return sum(size / 2 if char.isascii() else size for char in text)


def body(lines, top=TOP, left=LEFT, size=SIZE, leading=LEADING):
    """Pieces for lines one below the other; a line's leading ideographic spaces indent it."""
    return tuple(
        Piece(left + size * (len(line) - len(line.lstrip("　"))), top - leading * at, text, size)
        for at, line in enumerate(lines)
        if (text := line.lstrip("　"))
    )


def centred(text, y, size=SIZE, bold=False):
    return Piece(LEFT + (WIDE * SIZE - width(text, size)) / 2, y, text, size, bold)


def wrapped(paragraph, wide=WIDE, indent=2):
    """The lines of a paragraph of full-width characters, its first one indented."""
    text = "　" * indent + paragraph
    return [text[at : at + wide] for at in range(0, len(text), wide)]


def paged(lines, tall=TALL):
    """Pages of lines, each with its number at the foot."""
    return [
        Page((*body(lines[at : at + tall]), centred(f"— {at // tall + 1} —", 80, 14)))
        for at in range(0, len(lines), tall)
    ]


def pdf(*pages, password=None, embedded=True):
    """Return a PDF; with a password, encrypted by RC4 of 40 bits (PDF 1.7, 7.6.2)."""
    numbers = count(10)
    lock = None if password is None else _Lock(password)
    rows = {ord(char) >> 8 for page in pages for piece in page.pieces for char in piece.text}
    kids, objects = [], {1: b"<</Type/Catalog/Pages 2 0 R>>", **_fonts(lock, embedded, rows)}
    for page in pages:
        number, content = next(numbers), next(numbers)
        kids.append(f"{number} 0 R")
        objects[number] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {page.width} {page.height}]"
            f"/Rotate {page.rotate}/Contents {content} 0 R"
            "/Resources<</Font<</F0 3 0 R/F1 4 0 R>>/XObject<</I 7 0 R>>>>>>"
        ).encode()
        objects[content] = _stream(_content(page), content, lock)
    objects[2] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(pages)}>>".encode()
    return _file(objects, lock)


def _content(page):
    text = "".join(map(_shown, page.pieces))
    return (text + ("q 200 0 0 200 50 50 cm /I Do Q\n" if page.image else "")).encode()


def _shown(piece):
    turn = radians(piece.angle)
    matrix = f"{cos(turn):.4f} {sin(turn):.4f} {-sin(turn):.4f} {cos(turn):.4f}"
    return (
        f"BT /F{piece.bold:d} {piece.size} Tf {piece.mode} Tr {piece.stretch} Tc "
        f"{matrix} {piece.x} {piece.y} Tm <{piece.text.encode('utf-16-be').hex()}> Tj ET\n"
    )


def _fonts(lock, embedded, rows):
    ranges = "".join(f"<{row:02X}00><{row:02X}FF><{row:02X}00>\n" for row in rows)
    unicode_map = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <0000><FFFF> endcodespacerange\n"
        f"{len(rows)} beginbfrange\n{ranges}endbfrange\nendcmap end end"
    ).encode()
    return {
        3: _font("Song", embedded),
        4: _font("#BA#DA#CC#E5", embedded),
        5: _stream(unicode_map, 5, lock),
        6: _stream(_box(), 6, lock),
        7: _stream(
            b"\0",
            7,
            lock,
            b"/Type/XObject/Subtype/Image/Width 1/Height 1"
            b"/ColorSpace/DeviceGray/BitsPerComponent 8",
        ),
        8: _stream(b"\0\1" * 0x10000, 8, lock),
    }


def _font(name, embedded):
    # The name of the bold one is 黑体 in GBK, as it mostly is.
    # Positions come from the widths and characters from the map, but pdfium leaves out a single
    # character without a glyph: hence a font in which all have the same one.
    return (
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        f"/ToUnicode 5 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2"
        f"/BaseFont/{name}/CIDSystemInfo<</Registry()/Ordering()/Supplement 0>>"
        "/DW 1000/W[0 127 500]/CIDToGIDMap 8 0 R"
        f"/FontDescriptor<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[0 -140 1000 860]"
        "/Ascent 860/Descent -140/ItalicAngle 0/CapHeight 800/StemV 80"
        f"{'/FontFile2 6 0 R' * embedded}>>>>]>>"
    ).encode()


def _box():
    """A TrueType font whose glyphs are one box."""
    outline = pack(">hhhhhHH4B8h", 1, 0, 0, 400, 700, 3, 0, *[1] * 4, 0, 400, 0, -400, 0, 0, 700, 0)
    tables = {
        b"glyf": outline,
        b"head": pack(
            ">IIIIHH16x4hHHhhh", 0x10000, 0, 0, 0x5F0F3CF5, 0, 1000, 0, 0, 400, 700, 0, 8, 2, 1, 0
        ),
        b"hhea": pack(">I3hH11hH", 0x10000, 860, -140, 0, 1000, *[0] * 11, 1),
        b"hmtx": pack(">HhH", 1000, 0, 0),
        b"loca": pack(">III", 0, 0, len(outline)),
        b"maxp": pack(">IH13H", 0x10000, 2, 4, 1, *[0] * 11),
    }
    place, head, body = 12 + 16 * len(tables), pack(">IHHHH", 0x10000, len(tables), 0, 0, 0), b""
    for name, table in tables.items():
        head += pack(">4sIII", name, 0, place + len(body), len(table))
        body += table + b"\0" * (-len(table) % 4)
    return head + body


def _stream(data, number, lock, entries=b""):
    data = zlib.compress(data, 1)
    if lock:
        data = _rc4(md5(lock.key + number.to_bytes(3, "little") + b"\0\0").digest()[:10], data)
    head = b"<<%s/Filter/FlateDecode/Length %d>>stream\n" % (entries, len(data))
    return head + data + b"\nendstream"


def _file(objects, lock):
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, content in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += b"trailer<</Size %d/Root 1 0 R%s>>\n" % (
        max(objects) + 1,
        lock.entries if lock else b"",
    )
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % table)


class _Lock:
    """The standard security handler's second revision, with `owner` as the owner's password."""

    def __init__(self, password):
        user = (password.encode() + _PADDING)[:32]
        owner = _rc4(md5((b"owner" + _PADDING)[:32]).digest()[:5], user)
        name, allowed = b"0123456789abcdef", (-44).to_bytes(4, "little", signed=True)
        self.key = md5(user + owner + allowed + name).digest()[:5]
        self.entries = (
            f"/Encrypt<</Filter/Standard/V 1/R 2/P -44/O<{owner.hex()}>"
            f"/U<{_rc4(self.key, _PADDING).hex()}>>>/ID[<{name.hex()}><{name.hex()}>]"
        ).encode()


def _rc4(key, data):
    state, at = list(range(256)), 0
    for i in range(256):
        at = (at + state[i] + key[i % len(key)]) % 256
        state[i], state[at] = state[at], state[i]
    out, i, at = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        at = (at + state[i]) % 256
        state[i], state[at] = state[at], state[i]
        out.append(byte ^ state[(state[i] + state[at]) % 256])
    return bytes(out)
