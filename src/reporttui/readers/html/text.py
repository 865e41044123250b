"""White space as a browser shows it."""

from __future__ import annotations

import re

from reporttui.readers.html.style import Style
from reporttui.readers.source import CELL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.readers.html.tree import Node

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "listing", "main", "menu",
    "nav", "ol", "option", "p", "pre", "search", "section", "select", "summary", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul", "xmp", "caption", "textarea",
})  # fmt: skip
"""Elements that begin a line of their own."""

WHITE = " \t\r\n\f\v\xa0\u3000\u2002\u2003\u2000\u2001\u2009\u200a\u2007\u2008\u200b\ufeff"
_CJK = r"[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
_BREAKS = re.compile(rf"(?<={_CJK})[ \t\f]*[\r\n][ \t\r\n\f]*(?={_CJK})")
SPACES = re.compile(r"[ \t\r\n\f]+")


def compact(node: Node) -> str:
    """Return all the text below a node, white space collapsed."""
    return collapsed("".join(_texts(node)))


def collapsed(text: str) -> str:
    """Return text as a browser shows it; a line's end between Chinese characters is nothing."""
    return SPACES.sub(" ", _BREAKS.sub("", text)).strip(WHITE)


def _texts(node: Node) -> Iterator[str]:
    stack = [node]
    while stack:
        node = stack.pop()
        if node.tag in BLOCKS or node.tag == "br":
            yield "\n" if node.chars < 2 else " "
        yield node.text
        stack.extend(reversed(node.children))


def joined(pieces: list[tuple[str, Style]], row: bool) -> str:
    """Return the text of a paragraph, or of a row with its cells parted."""
    if not row:
        return collapsed("".join(piece for piece, _ in pieces))
    cells: list[list[str]] = [[]]
    for piece, _ in pieces:
        if piece == CELL:
            cells.append([])
        else:
            cells[-1].append(piece)
    return CELL.join(collapsed("".join(cell)) for cell in cells).strip(CELL)


def bold_at_start(pieces: list[tuple[str, Style]], text: str, row: bool) -> int:
    """Return how many code points at the beginning are bold."""
    count = 0
    while count < len(pieces) and (pieces[count][1].bold or not pieces[count][0].strip(WHITE)):
        count += 1
    start = joined(pieces[:count], row)
    return len(start) if text.startswith(start) else 0


def leading(pieces: list[tuple[str, Style]]) -> int:
    """Return how wide, in cells of half a Chinese character, the paragraph is indented by hand."""
    lead = "".join(piece for piece, _ in pieces).lstrip(" \t\r\n\f\ufeff\u200b")
    lead = lead[: len(lead) - len(lead.lstrip(WHITE))]
    return sum(2 if sign in "\u3000\u2003\u2001" else 1 for sign in lead if sign not in " \t\r\n\f")
