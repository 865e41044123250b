"""The nodes of a page → its paragraphs, all of them, in order."""

from __future__ import annotations

import re
from typing import NamedTuple

from reporttui.readers.html.lists import printed_numbers
from reporttui.readers.html.portals import ATTACHED_FILE
from reporttui.readers.html.style import Style, numbering, styled
from reporttui.readers.html.text import (
    BLOCKS,
    SPACES,
    WHITE,
    bold_at_start,
    collapsed,
    compact,
    joined,
    leading,
)
from reporttui.readers.html.tree import Node
from reporttui.readers.source import CELL, Paragraph, Remark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_CELLS = frozenset(("td", "th"))


class Block(NamedTuple):
    """A paragraph of the page, and where it came from.

    Attributes:
        node: The innermost block element around it.
        linked: Its code points in links.
        file: Whether it links to a file to be fetched.
        out: Why it is no part of the article, where that is known already.
        doubts: What is doubtful in it.
    """

    paragraph: Paragraph
    node: Node
    linked: int = 0
    file: bool = False
    out: str = ""
    doubts: tuple[Remark, ...] = ()


def blocks_of(body: Node) -> list[Block]:
    """Return all paragraphs of a page."""
    writer = _Writer((body.chars - body.linked) // 2)
    for node, entering in _walked(body):
        if not node.tag:
            writer.write(node)
        elif entering:
            writer.enter(node)
        else:
            writer.leave(node)
    writer.flush()
    return writer.blocks


def _walked(body: Node) -> Iterator[tuple[Node, bool]]:
    """Yield each node on entering and, if it is an element, on leaving it; nothing below `out`."""
    stack = [(body, True)]
    while stack:
        node, entering = stack.pop()
        yield node, entering
        if entering and node.tag and not node.out:
            stack.append((node, False))
            stack.extend((child, True) for child in reversed(node.children))


class _Writer:
    """Gathers pieces of text to paragraphs while the page is walked."""

    def __init__(self, half: int) -> None:
        self._half = half
        self.blocks: list[Block] = []
        self._doubts: list[Remark] = []
        self._pieces: list[tuple[str, Style]] = []
        self._styles = [Style()]
        self._around: list[Node] = []
        self._numbers: dict[Node, str] = {}
        self._row: Node | None = None
        self._line = 0
        self._file = self._gap = False

    def enter(self, node: Node) -> None:
        """Take up an element, or all of it where it is no part of the article."""
        if node.out:
            if node.chars:
                self._leave_out(node)
            return
        if node.tag == "br":
            self._break(node)
        elif node.tag in BLOCKS:
            self._enter_block(node)
        if node.tag == "a" and re.search(ATTACHED_FILE, node.get("href"), re.IGNORECASE):
            self._file = True
        self._styles.append(styled(node, self._styles[-1]))
        if node.tag == "li" and self._numbers.get(node):
            self._pieces.append((self._numbers[node], self._styles[-1]))

    def leave(self, node: Node) -> None:
        """Finish an element."""
        self._styles.pop()
        if node.tag not in BLOCKS:
            return
        if self._row is None:
            empty = node.tag == "p" and not node.chars
            self.flush()
            self._gap |= empty
        elif self._row is node:
            self.flush(row=True)
            self._row = None
        elif node.tag not in _CELLS:
            self._pieces.append((" ", Style()))
        self._around.pop()

    def write(self, node: Node) -> None:
        """Take up a text."""
        style = self._styles[-1]
        if style.doubt and node.chars:
            self._doubts.append(Remark(style.doubt, collapsed(node.text), node.line))
        if not self._line and node.chars:
            self._line = node.line
        # White space between two elements stays, even where it is a line's end.
        text = node.text.replace(CELL, " ") if node.chars or style.pre else node.text and " "
        first, *others = text.split("\n") if style.pre and self._row is None else [text]
        self._pieces.append((first, style))
        for other in others:
            self.flush()
            self._line = node.line
            self._pieces.append((other, style))

    def _enter_block(self, node: Node) -> None:
        if self._row is None:
            self.flush()
            if node.tag == "tr" and _is_row(node, self._half):
                self._row = node
        elif node.tag in _CELLS and node is not self._row.children[0]:
            self._pieces.append((CELL, Style()))
        if node.tag == "ol":
            items = [child for child in node.children if child.tag == "li"]
            printed = printed_numbers(items, node.get("start"), numbering(node))
            self._numbers.update(zip(items, printed, strict=True))
        self._around.append(node)

    def _break(self, node: Node) -> None:
        if self._row is not None:
            self._pieces.append((" ", Style()))
            return
        written = any(text.strip(WHITE) for text, _ in self._pieces)
        self.flush()
        self._gap |= not written and bool(self.blocks)

    def _leave_out(self, node: Node) -> None:
        line = next((below.line for below in _below(node) if below.line), self._line)
        text = compact(node)
        if text:
            self.blocks.append(Block(Paragraph(text, line), node, node.linked, out=node.out))

    def flush(self, row: bool = False) -> None:
        """Finish the paragraph that was being gathered, if it has any text."""
        if not self._pieces:
            return
        pieces, self._pieces = self._pieces, []
        text = joined(pieces, row)
        if text:
            style = next(style for piece, style in pieces if piece.strip(WHITE))
            self.blocks.append(
                Block(
                    Paragraph(
                        text,
                        self._line,
                        heading=max(style.heading for _, style in pieces),
                        bold=bold_at_start(pieces, text, row),
                        align=style.align,
                        indented=style.indented or leading(pieces) >= 2,
                        gap=self._gap,
                        row=row,
                    ),
                    self._around[-1] if self._around else self.blocks[-1].node,
                    sum(len(SPACES.sub("", piece)) for piece, style in pieces if style.linked),
                    self._file,
                    doubts=tuple(self._doubts),
                )
            )
            self._gap = False
            self._doubts.clear()
        self._line, self._file = 0, False


def _below(node: Node) -> Iterator[Node]:
    stack = [node]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.children))


def _is_row(node: Node, half: int) -> bool:
    """Whether a `<tr>` holds data, and is not what parts the page into columns.

    Args:
        node: The `<tr>`.
        half: Of the page's code points; a cell that holds more is a column of the page.
    """
    cells = [child for child in node.children if child.tag in _CELLS and child.chars]
    return len(cells) > 1 and not any(
        cell.table or cell.chars - cell.linked > half for cell in cells
    )
