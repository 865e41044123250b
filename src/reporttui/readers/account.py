"""What became of a file's characters: recognised, left out, doubtful."""

from __future__ import annotations

from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.readers.source import Remark


class Account(NamedTuple):
    """How a file was read.

    Attributes:
        format: One of `readers.formats.FORMATS`.
        encoding: Of text; empty where the format has one of its own.
        recognised: Metadata by field.
        placed: Lines of the report itself that are a field: title, addressee, signature.
        left_out: What is in the file and not in the report, with the reason.
        doubts: What is in the report and may be read otherwise.
    """

    format: str
    encoding: str
    recognised: tuple[Remark, ...]
    placed: tuple[Remark, ...]
    left_out: tuple[Remark, ...]
    doubts: tuple[Remark, ...]
