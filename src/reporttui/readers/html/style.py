"""How a page sets its text: what an element's tag and style say, inherited as CSS has it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.readers.html.tree import Node
    from reporttui.readers.source import Align

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ALIGNS: dict[str, Align] = {
    "center": "centre", "middle": "centre", "-webkit-center": "centre",
    "right": "right", "end": "right", "left": "", "start": "", "justify": "",
}  # fmt: skip
_DOUBTS = dict.fromkeys(("del", "s", "strike"), "struck out") | {"rt": "reading aid"}
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)")
_BOLD = re.compile(r"(?:^|;)\s*font-weight\s*:\s*(bold|bolder|[6-9]00|normal|lighter|[1-5]00)")
_ALIGN = re.compile(r"(?:^|;)\s*text-align\s*:\s*([a-z-]+)")
_INDENT = re.compile(r"(?:^|;)\s*text-indent\s*:\s*(-?[\d.]+)")
_LIST = re.compile(r"(?:^|;)\s*list-style(?:-type)?\s*:\s*([a-z -]+)")


class Style(NamedTuple):
    """What is in force at a place of the page."""

    bold: bool = False
    align: Align = ""
    indented: bool = False
    heading: int = 0
    linked: bool = False
    pre: bool = False
    doubt: str = ""


class _Declared(NamedTuple):
    bold: bool | None
    align: Align | None
    indented: bool | None
    hidden: bool
    numbering: str


@lru_cache(4096)
def _declared(style: str) -> _Declared:
    style = style.lower()
    bold, align = _BOLD.search(style), _ALIGN.search(style)
    indent, numbering = _INDENT.search(style), _LIST.search(style)
    return _Declared(
        bold=bold[1][0] in "b6789" if bold else None,
        align=_ALIGNS.get(align[1]) if align else None,
        indented=not indent[1].startswith("-") and indent[1].strip("0.") != "" if indent else None,
        hidden=bool(_HIDDEN.search(style)),
        numbering=numbering[1].split()[0] if numbering and numbering[1].split() else "",
    )


def styled(node: Node, outer: Style) -> Style:
    """Return the style inside of an element."""
    declared = _declared(node.get("style"))
    align = declared.align
    if align is None:
        align = "centre" if node.tag == "center" else _ALIGNS.get(node.get("align").lower())
    bold = declared.bold
    if bold is None and node.tag in ("b", "strong", "th"):
        bold = True
    return Style(
        bold=outer.bold if bold is None else bold,
        align=outer.align if align is None else align,
        indented=outer.indented if declared.indented is None else declared.indented,
        heading=_HEADINGS.get(node.tag, outer.heading),
        linked=outer.linked or node.tag == "a",
        pre=outer.pre or node.tag in ("pre", "xmp", "listing"),
        doubt=outer.doubt or _DOUBTS.get(node.tag, ""),
    )


def is_hidden(node: Node) -> bool:
    """Whether the page itself, not a stylesheet, keeps an element from being seen."""
    return "hidden" in node.attributes or _declared(node.get("style")).hidden


def numbering(node: Node) -> str:
    """Return the `list-style-type` of a list, or what its `type` attribute means."""
    types = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
    return _declared(node.get("style")).numbering or types.get(node.get("type"), "decimal")
