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

_MARK = re.compile(
    r"# reporttui import: source (?P<source>[0-9a-f]{64}) text (?P<text>[0-9a-f]{64})\n"
)
_BUILT_IN = "_sha256" if sys.version_info < (3, 12) else "_sha2"
_LENGTH = len("# reporttui import: source ") + 64 + len(" text ") + 64 + 1


class Mark(NamedTuple):
    """What a file says that it was made from.

    Attributes:
        source: SHA-256 of the bytes that were imported.
        text: SHA-256 of what was written below the mark.
    """

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


def marked(text: str, source: bytes) -> bytes:
    """Return a YAML text with its mark."""
    body = text.encode("utf-8", "surrogatepass")
    return f"# reporttui import: source {digest(source)} text {digest(body)}\n".encode() + body


def mark_of(data: bytes) -> Mark | None:
    """Return the mark at the head of a file, or None."""
    match = _MARK.match(data[:_LENGTH].decode("ascii", "replace"))
    return Mark(match["source"], match["text"]) if match else None


def is_untouched(data: bytes) -> bool:
    """Tell whether a marked file is still as it was written."""
    mark = mark_of(data)
    return mark is not None and mark.text == digest(data[_LENGTH:])


def marks_in(folder: str) -> Iterator[tuple[str, Mark]]:
    """Yield the imported files of a folder by name, with their marks."""
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".yaml"))  # noqa: PTH208
    except OSError:
        return  # What is wrong with the folder is told when something is to be written there.
    for name in names:
        try:
            with open(os.path.join(folder, name), "rb") as stream:  # noqa: PTH118, PTH123
                mark = mark_of(stream.read(_LENGTH))
        except OSError:
            continue
        if mark:
            yield name, mark
