"""The parts of a DOCX: unpacked under a limit, parsed without DTDs, found by relationship."""

from __future__ import annotations

import posixpath
import re
import struct
import zipfile
import zlib
from io import BytesIO
from typing import NamedTuple
from xml.etree import ElementTree

from reporttui.report.files import UnreadableFile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LIMIT = 64 * 1024 * 1024
"""The most bytes to which the parts that are read may unpack together.

Each tag and each attribute counts for `MARK` bytes at least, as it takes up in memory.
"""

MARK = 32
"""The bytes that a tag or an attribute counts for."""

MOST_ENTRIES = 10_000
"""The most files that the zip may list."""

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_DOCTYPES = tuple("<!DOCTYPE".encode(codec) for codec in ("utf-8", "utf-16-le", "utf-16-be"))
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
_ENCRYPTED = 1  # bit 0 of a zip entry's flags

# Both editions of the standard, transitional and strict, name the same elements.
_PREFIXES = (
    (re.compile(r"wordprocessingml/(2006/)?main$"), ""),
    (re.compile(r"officeDocument/(2006/)?math$"), "m_"),
    (re.compile(r"markup-compatibility/2006$"), "mc_"),
)


class _Relation(NamedTuple):
    kind: str
    target: str


def damaged(reason: str) -> UnreadableFile:
    """Return the error to raise for a file that is not what it should be."""
    return UnreadableFile("docx-damaged", reason=reason)


def too_large() -> UnreadableFile:
    """Return the error to raise for a file that would take up too much memory."""
    return UnreadableFile("docx-too-large", limit=LIMIT // 2**20)


class Package:
    """A DOCX, its parts parsed when they are asked for.

    Elements are named by their local name: bare for WordprocessingML, with `m_` for mathematics,
    `mc_` for markup compatibility and `x_` for everything else.
    """

    def __init__(self, data: bytes) -> None:
        self._entries = _entries(data)
        self._room = LIMIT
        self._roots: dict[str, Element | None] = {}
        self.main = next(iter(self.related("", "officeDocument")), "word/document.xml")

    def root(self, name: str) -> Element | None:
        """Return the root element of a part; None where there is no such part."""
        if name not in self._roots:
            data = self._unpacked(name)
            self._roots[name] = None if data is None else _parsed(data, name)
        return self._roots[name]

    def related(self, source: str, kind: str) -> list[str]:
        """Return the names of the parts to which a part has a relation of a kind."""
        folder, base = posixpath.split(source)
        root = self.root(posixpath.join(folder, "_rels", f"{base}.rels"))
        relations = [] if root is None else [_relation(element) for element in root]
        targets = [relation.target for relation in relations if relation.kind == kind]
        return [posixpath.normpath(posixpath.join("/", folder, to)).lstrip("/") for to in targets]

    def first(self, kind: str) -> Element | None:
        """Return the root of the main part's first related part of a kind."""
        names = self.related(self.main, kind)
        return self.root(names[0] if names else f"word/{kind}.xml")

    def embedded(self, name: str) -> str:
        """Return the text of a document in the document; its name where it is no plain text."""
        from reporttui.text.recognising import NoText, decode

        try:
            text = decode(self._unpacked(name) or b"").text
        except NoText:
            return name
        return " ".join(re.sub("<[^<>]*>", " ", text).split()) or name

    def _unpacked(self, name: str) -> bytes | None:
        entry = self._entries.get(name.lower())
        if entry is None:
            return None
        archive, info = entry
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableFile("docx-encrypted")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            # The other methods are not in the standard, and cannot be unpacked by pieces.
            raise damaged("compression method")
        try:
            with archive.open(info) as stream:
                data = stream.read(self._room + 1)
        except _ZIP_ERRORS:
            raise damaged(f"zip: {name}") from None
        self._room -= max(len(data), MARK * (data.count(b"<") + data.count(b"=")))
        if self._room < 0:
            raise too_large()
        return data


def _entries(data: bytes) -> dict[str, tuple[zipfile.ZipFile, zipfile.ZipInfo]]:
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableFile("docx-encrypted")
        raise damaged("an old Word file")
    if data.count(b"PK\x01\x02") > MOST_ENTRIES:
        raise damaged("too many entries")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _ZIP_ERRORS:
        raise damaged("zip") from None
    # Some programs write backslashes, and part names know no case (OPC, ECMA-376-2 6.2.2).
    return {
        info.filename.replace("\\", "/").lstrip("/").lower(): (archive, info)
        for info in archive.infolist()
    }


def _parsed(data: bytes, name: str) -> Element:
    """Parse a part; without a DOCTYPE there are no entities to expand."""
    if any(doctype in data for doctype in _DOCTYPES):
        raise UnreadableFile("xml-entities", part=name)
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, LookupError, ValueError):
        raise damaged(f"xml: {name}") from None
    names: dict[str, str] = {}
    for element in root.iter():
        tag = element.tag
        if tag not in names:
            names[tag] = _name(tag)
        element.tag = names[tag]
    return root


def _name(tag: str) -> str:
    namespace, _, local = tag.rpartition("}")
    prefixes = (prefix for pattern, prefix in _PREFIXES if pattern.search(namespace))
    return next(prefixes, "x_") + local


def _relation(element: Element) -> _Relation:
    if value(element, "TargetMode") == "External":
        return _Relation("", "")
    return _Relation(value(element, "Type").rpartition("/")[2], value(element, "Target"))


def value(element: Element | None, name: str = "val") -> str:
    """Return an attribute by its local name; empty where there is none."""
    if element is None:
        return ""
    return next((text for key, text in element.items() if key.rpartition("}")[2] == name), "")


def switched(parent: Element | None, name: str) -> bool | None:
    """Tell whether a child of type ST_OnOff is on; None where there is none."""
    child = None if parent is None else parent.find(name)
    return None if child is None else value(child) not in ("0", "false", "off")


def whole(text: str) -> int | None:
    """Return the whole number that a text is, of nine digits at most."""
    return int(text) if re.fullmatch(r"[+-]?[0-9]{1,9}", text) else None
