"""The bytes of any file that reports come in → a report, and what became of each part."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from reporttui.readers.account import Account
from reporttui.readers.formats import format_of
from reporttui.readers.source import Remark
from reporttui.report.files import UnreadableFile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reporttui.readers.source import Source
    from reporttui.report.model import Report
    from reporttui.text.recognising import BadBytes

LIMIT = 4_000_000
"""Characters of a file's text that are read: some two hundred times a long report."""

MARKDOWN_LIMIT = 500_000
"""Characters of a Markdown file that are read; its parser wants a kilobyte for some of them."""

_TEXT_READERS = {
    "txt": "reporttui.readers.plain",
    "md": "reporttui.readers.markdown.reader",
    "html": "reporttui.readers.html.reader",
}


class Read(NamedTuple):
    """A report made of a file.

    Attributes:
        report: The report, without metrics.
        account: What became of the file's parts.
    """

    report: Report
    account: Account


def read(data: bytes, extension: str, stem: str) -> Read:
    """Read a report.

    Args:
        data: The bytes of the file.
        extension: Of its name, with its dot, in lower case; empty where it has none.
        stem: Its name without extension: the title where the file has none, and made into the id.

    Raises:
        UnreadableFile: With the reason.
    """
    try:
        return _read(data, extension, stem)
    except (UnreadableFile, KeyboardInterrupt):
        raise
    except Exception as fault:
        # A fault of ours, yet one file must not take ten thousand along, nor show a traceback.
        reason = f"{type(fault).__name__}: {fault}"
        raise UnreadableFile("reader-fault", reason=reason) from fault


def _read(data: bytes, extension: str, stem: str) -> Read:
    from reporttui.readers.assembling import assembled
    from reporttui.readers.ids import id_of

    form = format_of(data, extension)
    encoding = ""
    bad: tuple[BadBytes, ...] = ()
    if form in ("docx", "pdf"):
        source = _read_bytes(form, data)
    else:
        source, encoding, bad = _read_text(form, data)
    if sum(len(paragraph.text) for paragraph in source.paragraphs) > LIMIT:
        raise UnreadableFile("text-too-long", limit=LIMIT)
    found = assembled(source, id_of(stem), stem)
    doubts = (*(_said(each) for each in bad), *found.doubts)
    account = Account(form, encoding, found.recognised, found.placed, found.left_out, doubts)
    return Read(found.report, account)


def _said(bad: BadBytes) -> Remark:
    return Remark("bytes that are no character", bad.data.hex(" "), bad.line)


def _read_bytes(form: str, data: bytes) -> Source:
    read: Callable[[bytes], Source] = import_module(f"reporttui.readers.{form}.reader").read
    return read(data)


def _read_text(form: str, data: bytes) -> tuple[Source, str, tuple[BadBytes, ...]]:
    from reporttui.text.recognising import NoText, decode

    try:
        text, encoding, bad = decode(data, _declared(data) if form == "html" else "")
    except NoText:
        raise UnreadableFile("no-known-encoding") from None
    limit = MARKDOWN_LIMIT if form == "md" else 4 * LIMIT
    if len(text) > limit:
        raise UnreadableFile("text-too-long", limit=min(limit, LIMIT))
    read: Callable[[str], Source] = import_module(_TEXT_READERS[form]).read
    return read(text), encoding, bad


def _declared(data: bytes) -> str:
    """Return the encoding that a page says it has."""
    import re

    match = re.search(rb"(?i)<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-z0-9_-]+)", data[:4096])
    return match[1].decode("ascii") if match else ""
