"""The styles of a DOCX: what a paragraph or a run inherits through the chain of basedOn."""

from __future__ import annotations

import re
from typing import NamedTuple

from reporttui.readers.docx.parts import switched, value, whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from reporttui.readers.source import Align

DEEPEST = 32
"""The most styles of a chain that are looked at."""

_BODY_TEXT = 9  # the outline level that is none
_ALIGN: dict[str, Align] = {"center": "centre", "right": "right", "end": "right"}
_INDENTS = ("firstLine", "firstLineChars")
_HANGING = ("hanging", "hangingChars")


class Format(NamedTuple):
    """What is told of the form of a paragraph or a run; None where nothing is.

    Attributes:
        heading: From 1; 0 for body text.
        align: As in `Paragraph`.
        indented: As in `Paragraph`.
        num: The w:numId of its list; "0" takes it out of the list of its style.
        level: The w:ilvl, from 0.
        bold: Whether it is bold.
        hidden: Whether it is hidden text.
    """

    heading: int | None = None
    align: Align | None = None
    indented: bool | None = None
    num: str | None = None
    level: int | None = None
    bold: bool | None = None
    hidden: bool | None = None

    def over(self, base: Format) -> Format:
        """Return the format where this one stands over another."""
        if self == _UNTOLD:
            return base
        told = {name: told for name, told in self._asdict().items() if told is not None}
        return base._replace(**told)


_UNTOLD = Format()


class Style(NamedTuple):
    """A style with all that it inherits.

    Attributes:
        format: What it gives.
        lineage: Its id, and those of the styles that it is based on, nearest first.
    """

    format: Format = Format()
    lineage: tuple[str, ...] = ()


class Styles:
    """The styles by their ids."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else root.findall("style")
        self._elements = {value(element, "styleId"): element for element in found}
        self._default = next(filter(_is_default, found), None)
        defaults = None if root is None else root.find("docDefaults/pPrDefault/pPr")
        self._base = paragraph_format(defaults)
        self._owns: dict[str, tuple[Format, str]] = {}
        self._paragraphs: dict[str, Style] = {}
        self._styles: dict[str, Style] = {}

    def paragraph(self, style: str) -> Style:
        """Return the style of a paragraph, the default one where it names none."""
        if style not in self._paragraphs:
            found = self[style or value(self._default, "styleId")]
            inherited = found.format.over(self._base)
            self._paragraphs[style] = found._replace(format=inherited)
        return self._paragraphs[style]

    def __getitem__(self, style: str) -> Style:
        if style not in self._styles:
            self._styles[style] = self._inherited(style)
        return self._styles[style]

    def _inherited(self, style: str) -> Style:
        lineage: list[str] = []
        form = Format()
        while style and style not in lineage and len(lineage) < DEEPEST:
            lineage.append(style)
            own, style = self._own(style)
            form = form.over(own)
        return Style(form, tuple(lineage))

    def _own(self, style: str) -> tuple[Format, str]:
        """Return what a style itself gives, and the style that it is based on."""
        if style not in self._owns:
            element = self._elements.get(style)
            base = value(None if element is None else element.find("basedOn"))
            self._owns[style] = _own_format(style, element), base
        return self._owns[style]


def _is_default(style: Element) -> bool:
    return value(style, "type") == "paragraph" and value(style, "default") in ("1", "true", "on")


def _own_format(style: str, element: Element | None) -> Format:
    if element is None:
        return _named_format(style)
    bold, hidden = run_format(element.find("rPr"))
    form = paragraph_format(element.find("pPr"))._replace(bold=bold, hidden=hidden)
    if value(element, "type") not in ("paragraph", ""):
        return form
    return form.over(_named_format(style)).over(_named_format(value(element.find("name"))))


def _named_format(name: str) -> Format:
    """Return what the name of a built-in style means."""
    if name.lower() in ("title", "标题", "標題"):
        return Format(align="centre")
    heading = re.fullmatch(r"(?:heading|标题|標題)\s*([1-9])", name, re.IGNORECASE)
    return Format(heading=int(heading[1])) if heading else Format()


def paragraph_format(properties: Element | None) -> Format:
    """Return what a w:pPr itself says."""
    if properties is None:
        return _UNTOLD
    jc, numbering = properties.find("jc"), properties.find("numPr")
    return Format(
        _heading(whole(value(properties.find("outlineLvl")))),
        None if jc is None else _ALIGN.get(value(jc), ""),
        _indented(properties.find("ind")),
        None if numbering is None else value(numbering.find("numId")) or None,
        None if numbering is None else whole(value(numbering.find("ilvl"))),
    )


def run_format(properties: Element | None) -> tuple[bool | None, bool | None]:
    """Return whether a w:rPr itself says bold, and hidden."""
    return switched(properties, "b"), switched(properties, "vanish")


def _heading(level: int | None) -> int | None:
    if level is None:
        return None
    return level + 1 if 0 <= level < _BODY_TEXT else 0


def _indented(indent: Element | None) -> bool | None:
    firsts = [text for text in (value(indent, name) for name in _INDENTS) if text]
    if not firsts and not any(value(indent, name) for name in _HANGING):
        return None
    # The strict edition writes lengths with their unit: 24pt.
    return any(re.match(r"[0-9.]*[1-9]", text) for text in firsts)
