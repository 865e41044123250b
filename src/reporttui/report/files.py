"""A path → bytes → text, refusing what is too large before it is read."""

from __future__ import annotations

import os
import stat
from itertools import islice

from reporttui.report.model import BadReport, Problem
from reporttui.report.problems import nearest
from reporttui.text.decoding import WrongEncoding, decode_utf8

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

LIMIT = 16 * 1024 * 1024
"""The largest report that is read, in bytes."""

_LOOKED_AT = 1000
"""Names in a folder among which the nearest is looked for."""


class UnreadableFile(BadReport):
    """There are no bytes to look at: no such file, a folder, a device, too large."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__([Problem(code, values)])


def read_file(path: Path | str) -> bytes:
    """Return the bytes of a report.

    Raises:
        UnreadableFile: With the reason.
    """
    try:
        with open(path, "rb", opener=_without_waiting) as stream:
            _refuse_by_status(os.fstat(stream.fileno()))
            return read_stream(stream)
    except FileNotFoundError:
        raise UnreadableFile("file-missing", nearest=_nearest(os.fspath(path))) from None
    except IsADirectoryError:
        raise UnreadableFile("file-is-folder") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFile("file-unreadable", reason=reason) from None


def _nearest(path: str) -> str:
    """Return the path beside a missing one that was probably meant, or nothing."""
    folder, name = os.path.split(path)
    try:
        with os.scandir(folder or ".") as entries:
            names = [entry.name for entry in islice(entries, _LOOKED_AT)]
    except OSError:
        return ""
    near = nearest(name, names)
    return near and os.path.join(folder, near)  # noqa: PTH118


def _without_waiting(path: str, flags: int) -> int:
    # Otherwise, to open a FIFO would mean to wait for a writer.
    return os.open(path, flags | os.O_NONBLOCK)


def _refuse_by_status(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableFile("file-special")
    if status.st_size > LIMIT:
        raise UnreadableFile("file-too-large", size=status.st_size, limit=LIMIT)


def read_stream(stream: BinaryIO) -> bytes:
    """Return the bytes of a stream whose size is not known before.

    Raises:
        UnreadableFile: When there are more than `LIMIT`; no more than that is ever kept.
    """
    data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise UnreadableFile("file-too-large", size=len(data), limit=LIMIT)
    return data


def decoded(data: bytes) -> str:
    """Return the text of a file: without its byte order mark, and with plain newlines.

    Raises:
        BadReport: A byte is not UTF-8.
    """
    try:
        return decode_utf8(data).text
    except WrongEncoding as wrong:
        values: dict[str, object] = {"byte": f"0x{wrong.byte:02X}", "guess": wrong.guess or ""}
        raise BadReport([Problem("wrong-encoding", values, wrong.line, wrong.column)]) from None
