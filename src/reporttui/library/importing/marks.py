"""The line at the head of an imported YAML file that says what it was made from.

By it a file that was imported already is known by its content, and a report that somebody has
edited since is told from one that may be made anew. It is a comment to every YAML loader.
"""

from __future__ import annotations

import os
import re
import sys
from functools import cache
from importlib import import_module
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

_HASH = "[0-9a-f]{64}"
_MARK = re.compile(
    f"# reporttui import: file (?P<file>{_HASH}) source (?P<source>{_HASH})"
    f" text (?P<text>{_HASH})\n"
)
_LENGTH = len("# reporttui import: file  source  text \n") + 3 * 64
_BUILT_IN = "_sha256" if sys.version_info < (3, 12) else "_sha2"


class Mark(NamedTuple):
    """What a file says that it was made from.

    Attributes:
        file: SHA-256 of the path of the file that was imported.
        source: SHA-256 of the bytes that were imported.
        text: SHA-256 of what was written below the mark.
    """

    file: str
    source: str
    text: str


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    found: str = _sha256()(data).hexdigest()
    return found


@cache
def _sha256() -> Callable[[bytes], Any]:
    # As `random` does it: hashlib would first load the whole of OpenSSL.
    try:
        found: Callable[[bytes], Any] = import_module(_BUILT_IN).sha256
    except ImportError:
        found = import_module("hashlib").sha256
    return found


def key_of(path: str) -> str:
    """Return what a file is known by, wherever its path is written from."""
    return digest(os.path.realpath(path).encode("utf-8", "surrogateescape"))


def marked(text: str, source: bytes, path: str) -> bytes:
    """Return a YAML text with its mark.

    Args:
        text: The YAML.
        source: The bytes that it was made of.
        path: The file that they come from.
    """
    body = text.encode("utf-8", "surrogatepass")
    mark = f"file {key_of(path)} source {digest(source)} text {digest(body)}"
    return f"# reporttui import: {mark}\n".encode() + body


def mark_of(data: bytes) -> Mark | None:
    """Return the mark at the head of a file, or None."""
    match = _MARK.match(data[:_LENGTH].decode("ascii", "replace"))
    return Mark(match["file"], match["source"], match["text"]) if match else None


def is_untouched(data: bytes) -> bool:
    """Tell whether a marked file is still as it was written."""
    mark = mark_of(data)
    return mark is not None and mark.text == digest(data[_LENGTH:])


def marks_in(folder: str) -> Iterator[tuple[str, Mark | None]]:
    """Yield the YAML files of a folder by name, with their marks; None for what is no import."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return  # What is wrong with the folder is told when something is to be written there.
    for entry in entries:
        if entry.name.endswith(".yaml"):
            yield entry.name, mark_of(_head(entry.path) if entry.is_file() else b"")


def _head(path: str) -> bytes:
    try:
        with open(path, "rb") as stream:  # noqa: PTH123
            return stream.read(_LENGTH)
    except OSError:
        return b""
