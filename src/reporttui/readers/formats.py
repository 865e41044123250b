"""Which format a file has: what its name says, if its first bytes do not say otherwise."""

from __future__ import annotations

import re

from reporttui.report.files import UnreadableFile

FORMATS = ("txt", "md", "html", "docx", "pdf")
"""The formats that reports are read from, besides our own YAML."""

EXTENSIONS = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".shtml": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".docm": "docx",
    ".pdf": "pdf",
}
"""Extension → format."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"(?i)<(?:!doctype html|html|head|body)\b")
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_TEXTUAL = ("txt", "md", "html")
_LOOKED_AT = 2048


def format_of(data: bytes, extension: str) -> str:
    """Return one of `FORMATS`.

    Args:
        data: The bytes of the file.
        extension: Of its name, with its dot, in lower case; empty where there is none.

    Raises:
        UnreadableFile: The file is of no such format, or not of the one that its name says.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableFile("document-empty")
    looks = _looks_like(data)
    if extension and extension not in EXTENSIONS:
        if looks == "doc":
            raise UnreadableFile("old-word")
        raise UnreadableFile(
            "unknown-format", extension=extension, allowed=", ".join(sorted(EXTENSIONS))
        )
    named = EXTENSIONS.get(extension, looks or "txt")
    if looks in ("image", "program") or (looks == "doc" and named != "docx"):
        raise UnreadableFile("old-word" if looks == "doc" else "no-known-encoding")
    if looks and looks != named and not (looks == "doc" and named == "docx"):
        raise UnreadableFile("wrong-extension", extension=extension, looks=looks.upper())
    if not looks and named not in _TEXTUAL:
        raise UnreadableFile("not-the-format", extension=extension, format=named.upper())
    return named


def _looks_like(data: bytes) -> str:
    """Return what the first bytes show, or nothing for what may be any text."""
    start = data[:_LOOKED_AT]
    if b"%PDF-" in start[:1024]:
        return "pdf"
    if start.startswith(b"PK\x03\x04") or start.startswith(b"PK\x05\x06"):
        return "docx"
    if start.startswith(_OLE):
        return "doc"
    if start.startswith(_IMAGES):
        return "image"
    if start.startswith((b"\x7fELF", b"MZ", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        return "program"
    # In UTF-16 every second byte is NUL; what is left over shows the tag as well.
    plain = start.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return "html" if _HTML.match(_behind_comments(plain.replace(b"\0", b""))) else ""


def _behind_comments(data: bytes) -> bytes:
    """Leave out what may stand before the first tag: comments, and the declaration of XML."""
    data = data.lstrip()
    while data.startswith((b"<!--", b"<?")):
        end = b"-->" if data.startswith(b"<!--") else b">"
        data = data.partition(end)[2].lstrip()
    return data
