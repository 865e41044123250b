"""What a REPORT argument means: the bundled report, standard input, a file, or an id."""

from __future__ import annotations

import os
import re
from typing import NamedTuple

from reporttui.report.building import load
from reporttui.report.bundled import DEFAULT, ids, path_of
from reporttui.report.files import UnreadableFile, decoded, read_file, read_stream
from reporttui.report.problems import nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

    from reporttui.report.model import Report
    from reporttui.report.nodes import Node

STDIN = "-"
"""The argument that means standard input."""

YAML = (".yaml", ".yml", ".json")
"""Extensions of our own form; every JSON file is a YAML file (YAML 1.2, 1.3)."""

_OWN_FORM = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|#.*\n)*(?:%YAML|---|\{|[a-z_]+:(?:\s|$))")


class Opened(NamedTuple):
    """A report and where it came from.

    Attributes:
        report: The report.
        root: The nodes that it was read from, which know their places in the file; None where
            the file is no YAML.
        name: What it is called in messages.
        path: The file; None for standard input.
    """

    report: Report
    root: Node | None
    name: str
    path: str | None


def name_of(argument: str | None) -> str:
    """Return what a REPORT argument is called in messages."""
    if argument is None:
        return DEFAULT
    return "<stdin>" if argument == STDIN else argument


def is_id(argument: str) -> bool:
    """Tell whether an argument can only be an id: it has no separator and no extension."""
    return argument != STDIN and os.sep not in argument and "." not in argument


def open_report(argument: str | None, stdin: BinaryIO) -> Opened:
    """Open what a REPORT argument means.

    Args:
        argument: None for the bundled report, `-`, a path, or the id of a bundled report.
        stdin: Read where the argument is `-`.

    Raises:
        UnreadableFile: There is no such report, or no bytes to look at.
        BadReport: With everything that is wrong in the file.
    """
    if argument is None or is_id(argument):
        name = name_of(argument)
        return open_file(_bundled(name), stdin)._replace(name=name)
    return open_file(argument, stdin)


def open_file(path: str, stdin: BinaryIO) -> Opened:
    """Open a file, or standard input where the path is `-`, in any format.

    Raises:
        UnreadableFile: There are no bytes to look at, or none that a report can be made of.
        BadReport: With everything that is wrong in a YAML file.
    """
    file = None if path == STDIN else path
    data = _read_stdin(stdin) if file is None else read_file(path)
    extension = "" if file is None else extension_of(path)
    if extension in YAML or (not extension and _OWN_FORM.match(data)):
        return open_yaml(path, data)
    from reporttui.readers.reading import read

    stem = os.path.basename(path).removesuffix(extension) if file else name_of(path)  # noqa: PTH119
    return Opened(read(data, extension, stem).report, None, name_of(path), file)


def open_yaml(path: str, data: bytes) -> Opened:
    """Open the bytes of a file in our own form.

    Raises:
        BadReport: With everything that is wrong in it.
    """
    loaded = load(data)
    return Opened(loaded.report, loaded.root, name_of(path), None if path == STDIN else path)


def read_yaml(path: str, stdin: BinaryIO) -> Opened:
    """Open a file in our own form and in no other, or standard input.

    Raises:
        UnreadableFile: There are no bytes to look at, or it is in another format.
        BadReport: With everything that is wrong in the file.
    """
    if path == STDIN:
        return open_yaml(path, _read_stdin(stdin))
    data = read_file(path)
    if (extension := extension_of(path)) not in ("", *YAML):
        raise UnreadableFile("not-yaml", extension=extension)
    return open_yaml(path, data)


def read_text(path: str, stdin: BinaryIO) -> str:
    """Return the text of any file in UTF-8, or of standard input where the path is `-`.

    Without its byte order mark, and with plain newlines: what offsets are counted in.

    Raises:
        UnreadableFile: There are no bytes to look at.
        BadReport: They are not UTF-8.
    """
    return decoded(_read_stdin(stdin) if path == STDIN else read_file(path))


def _bundled(report_id: str) -> str:
    path = path_of(report_id)
    if path is None:
        known = ids()
        near, allowed = nearest(report_id, known), ", ".join(known)
        raise UnreadableFile("unknown-report", name=report_id, allowed=allowed, nearest=near)
    return path


def _read_stdin(stdin: BinaryIO) -> bytes:
    try:
        return read_stream(stdin)
    except OSError as error:  # A folder, or a terminal that has gone.
        raise UnreadableFile("file-unreadable", reason=error.strerror or str(error)) from None


def extension_of(path: str) -> str:
    """Return a file name's extension with its dot, in lower case; nothing where it has none."""
    stem, dot, extension = path.rpartition(os.sep)[2].rpartition(".")
    return dot + extension.lower() if stem else ""
