"""What is found around a text, gathered while it is taken away from there."""

from __future__ import annotations

from reporttui.readers.source import Remark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.readers.source import Paragraph


class Findings:
    """Fields of a report, and what became of the lines that are none of its text."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self.recognised: list[Remark] = []
        self.placed: list[Remark] = []
        self.left_out: list[Remark] = []
        self.doubts: list[Remark] = []

    def know(self, field: str, value: str) -> None:
        """Note the value of a field; the first one holds, and an empty one is none."""
        if value:
            self.fields.setdefault(field, value)

    def recognise(self, fields: str, line: Paragraph) -> None:
        """Note that a line holds the values of some fields."""
        self.recognised.append(Remark(fields, line.text, line.line, line.page))

    def place(self, field: str, line: Paragraph) -> None:
        """Note that a line of the report is a field, and no text."""
        self.placed.append(Remark(field, line.text, line.line, line.page))

    def leave(self, reason: str, line: Paragraph) -> None:
        """Note that a line is no part of the report."""
        self.left_out.append(Remark(reason, line.text, line.line, line.page))

    def doubt(self, reason: str, text: str, line: Paragraph) -> None:
        """Note that something may be read otherwise."""
        self.doubts.append(Remark(reason, text, line.line, line.page))
