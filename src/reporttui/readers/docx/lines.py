"""From a paragraph of a DOCX to its lines, with its number and what its form tells."""

from __future__ import annotations

import re
from typing import NamedTuple

from reporttui.readers.docx.log import LINE_END
from reporttui.readers.docx.numbering import Label
from reporttui.readers.docx.parts import switched, value
from reporttui.readers.docx.runs import GONE
from reporttui.readers.docx.styles import paragraph_format
from reporttui.readers.source import Paragraph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from reporttui.readers.docx.log import Log
    from reporttui.readers.docx.numbering import Numbering
    from reporttui.readers.docx.runs import Piece, Runs
    from reporttui.readers.docx.styles import Format, Style, Styles

_PRIVATE_USE = re.compile("[\ue000-\uf8ff]+")


class Draft(NamedTuple):
    """A paragraph whose text is read: of several elements where paragraph marks are deleted.

    Attributes:
        properties: The w:pPr of the last element.
        style: The style of the last element.
        pieces: The text.
        line: The ordinal of the first element.
        reason: Why it is left out; empty where it is not.
    """

    properties: Element | None
    style: Style
    pieces: list[Piece]
    line: int
    reason: str

    @property
    def mark(self) -> Element | None:
        """The form of its paragraph mark."""
        return None if self.properties is None else self.properties.find("rPr")

    @property
    def joins(self) -> bool:
        """Whether its paragraph mark is deleted, so that the next element goes on with it."""
        mark = self.mark
        return mark is not None and any(mark.find(tag) is not None for tag in GONE)


class Setter:
    """Gathers paragraphs, and sets them in lines."""

    def __init__(self, log: Log, styles: Styles, numbering: Numbering, runs: Runs) -> None:
        self._log = log
        self._styles = styles
        self._numbering = numbering
        self._runs = runs

    def gathered(self, element: Element, reason: str, before: Draft | None) -> Draft:
        """Read a paragraph, or what stands in the place of one.

        Args:
            element: A w:p; or what should stand in one, as a w:r.
            reason: Why it is left out; empty where it is not.
            before: What it goes on with.
        """
        self._log.next_paragraph()
        properties = element.find("pPr")
        named = None if properties is None else properties.find("pStyle")
        style = self._styles.paragraph(value(named))
        children = element if element.tag == "p" else (element,)
        pieces = self._runs.read(children, reason, (style.format.bold, style.format.hidden))
        if before is None:
            return Draft(properties, style, pieces, self._log.line, reason)
        before.pieces.extend(pieces)
        return before._replace(properties=properties, style=style)

    def lines(self, draft: Draft) -> Iterator[Paragraph]:
        """Return the lines of a paragraph."""
        own = paragraph_format(draft.properties)
        form = own.over(draft.style.format)
        label = self._label(draft, own, form)
        for index, pieces in enumerate(_split(draft.pieces)):
            line = _paragraph(pieces, draft.line, form, "" if index else label.text, index == 0)
            self._log.pay(line.text)
            yield line
        for text, _ in draft.pieces:
            for private in _PRIVATE_USE.findall(text):
                self._log.doubt("private-use character", private)

    def _label(self, draft: Draft, own: Format, form: Format) -> Label:
        if not form.num or form.num == "0":
            return Label()
        empty = not any(text.strip() for text, _ in draft.pieces)
        if empty and (switched(draft.mark, "vanish") or self._runs.fields):
            return Label()
        linked = self._numbering.level_of(form.num, draft.style.lineage)
        levels = (own.level, linked, form.level, 0)
        level = next(level for level in levels if level is not None)
        label = self._numbering.label(form.num, level)
        if label.doubt or (empty and label.text):
            self._log.doubt(label.doubt or "number without text", label.text.strip())
        return label


def _split(pieces: list[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece[0] == LINE_END:
            lines.append([])
        else:
            lines[-1].append(piece)
    return lines


def _paragraph(pieces: list[Piece], line: int, form: Format, label: str, first: bool) -> Paragraph:
    told = "".join(text for text, _ in pieces)
    text = told.strip()
    margin = len(told) - len(told.lstrip())
    bold = len(text[: max(0, _bold(pieces) - margin)].rstrip())
    indented = bool(form.indented and first) or margin > 1 or told.startswith("\t")
    return Paragraph(
        (label + text).strip(),
        line,
        heading=form.heading or 0,
        bold=bold + len(label) if bold else 0,
        align=form.align or "",
        indented=indented and bool(text),
    )


def _bold(pieces: list[Piece]) -> int:
    length = 0
    for text, bold in pieces:
        if not bold and text.strip():
            break
        length += len(text)
    return length
