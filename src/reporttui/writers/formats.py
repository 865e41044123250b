"""The one table of formats that a report can be written in."""

from __future__ import annotations

from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.writers.view import View


class Format(NamedTuple):
    """A format.

    Attributes:
        name: As typed; the module of this package that writes it is called so too.
        extensions: That a file of it may have, the usual one first.
        options: The fields of `Options` that mean something to it.
        binary: Whether its bytes are no text.
    """

    name: str
    extensions: tuple[str, ...]
    options: tuple[str, ...] = ()
    binary: bool = False


class Options(NamedTuple):
    """What can be chosen about some formats.

    Attributes:
        bom: Whether a byte order mark comes first, by which Excel knows UTF-8.
        raw_cells: Whether text that a spreadsheet may take for a formula is left as it is.
    """

    bom: bool = False
    raw_cells: bool = False


FORMATS = {
    known.name: known
    for known in (
        Format("txt", (".txt",)),
        Format("md", (".md", ".markdown")),
        Format("html", (".html", ".htm")),
        Format("json", (".json",)),
        Format("yaml", (".yaml", ".yml")),
        Format("csv", (".csv",), ("bom", "raw_cells")),
        Format("xlsx", (".xlsx",), ("raw_cells",), binary=True),
        Format("parquet", (".parquet",), binary=True),
    )
}
"""Name → format. The last three hold metrics alone."""

_BY_EXTENSION = {extension: known for known in FORMATS.values() for extension in known.extensions}


class MissingPackage(Exception):  # noqa: N818
    """A format needs a package that is not installed.

    Attributes:
        extra: The extra of this program that installs it.
    """

    def __init__(self, extra: str) -> None:
        super().__init__(extra)
        self.extra = extra


def format_of(path: str) -> Format | None:
    """Return the format that a file's extension tells; None where it tells none."""
    name = path.rpartition("/")[2].lower()
    return _BY_EXTENSION.get("." + name.rpartition(".")[2]) if "." in name else None


def written(view: View, known: Format, options: Options) -> bytes:
    """Return what is in view in a format; the same view always gives the same bytes.

    Raises:
        MissingPackage: The format is one of an extra that is not installed.
    """
    from importlib import import_module

    writer = import_module(f"reporttui.writers.{known.name}")
    return writer.write(view, options)  # type: ignore[no-any-return]
