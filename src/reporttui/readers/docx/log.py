"""What the reading of a DOCX notes on its way: what is left out, doubtful, or to be placed."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.readers.docx.parts import LIMIT, too_large
from reporttui.readers.source import Remark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LINE_END = "\n"

_COST = 128  # what a paragraph takes up in memory beside its text, in bytes


class Aside(NamedTuple):
    """What is placed after the paragraph, or the row, where it is anchored.

    Attributes:
        element: A w:footnote, w:endnote or w:txbxContent.
        reason: Why it is left out; empty where it is not.
        doubt: The reason of the doubt about its place.
    """

    element: Element
    reason: str
    doubt: str


class Log:
    """What is left out and what is doubtful so far, and the line at which the reading stands."""

    def __init__(self) -> None:
        self.line = 0
        self.outside = False
        self.doubts: list[Remark] = []
        self._left: list[tuple[str, int, list[str]]] = []
        self._open = False
        self._room = LIMIT

    @property
    def _at(self) -> int:
        return 0 if self.outside else self.line

    @property
    def left_out(self) -> tuple[Remark, ...]:
        """What is left out, without what is nothing but white space."""
        remarks = (Remark(reason, "".join(texts).strip(), at) for reason, at, texts in self._left)
        return tuple(remark for remark in remarks if remark.text)

    def next_paragraph(self) -> None:
        """Count a paragraph; parts other than the document have no lines."""
        self.line += not self.outside
        self._open = False

    def leave(self, reason: str, text: str) -> None:
        """Add to what is left out; one remark for all that is left out in one go."""
        if not (self._open and self._left[-1][0] == reason):
            self._left.append((reason, self._at, []))
        self._left[-1][2].append(text.replace(LINE_END, " "))
        self._open = True

    def kept(self) -> None:
        """Say that text is kept here: what is left out after it is another piece."""
        self._open = False

    def pay(self, text: str) -> None:
        """Take the memory for a paragraph from what there is: long numbers may repeat."""
        self._room -= _COST + len(text)
        if self._room < 0:
            raise too_large()

    def doubt(self, reason: str, text: str) -> None:
        """Add a doubt."""
        self.doubts.append(Remark(reason, text, self._at))
