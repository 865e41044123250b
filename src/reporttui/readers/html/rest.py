"""What of a page is not its article, one remark for each block of the page."""

from __future__ import annotations

from itertools import groupby

from reporttui.readers.html.noise import named_noise, told_noise
from reporttui.readers.source import CELL, Remark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.readers.html.article import Choice
    from reporttui.readers.html.blocks import Block
    from reporttui.readers.html.tree import Node


def left_out(blocks: list[Block], choice: Choice) -> Iterator[Remark]:
    """Yield what is not in the article, in the order of the page."""
    holding = _holding([blocks[index].node for index in choice.kept])
    tops: dict[Node, Node] = {}
    rest = [(index, block) for index, block in enumerate(blocks) if index not in choice.kept]

    def place(item: tuple[int, Block]) -> tuple[Node, str]:
        block = item[1]
        top = _top(block.node, holding, tops)
        return top, block.out if top is block.node else ""

    for (top, out), group in groupby(rest, place):
        members = list(group)
        begin, first = members[0]
        text = " ".join(block.paragraph.text.replace(CELL, " ") for _, block in members)
        linked = sum(block.linked for _, block in members)
        reason = out or _reason(top, text, linked, begin < choice.begin)
        yield Remark(reason, text, first.paragraph.line)


def _holding(nodes: list[Node]) -> set[Node]:
    """Return all that these nodes stand in, and themselves."""
    holding: set[Node] = set()
    for node in nodes:
        for above in node.up():
            if above in holding:
                break
            holding.add(above)
    return holding


def _top(node: Node, holding: set[Node], tops: dict[Node, Node]) -> Node:
    """Return the outermost node around `node` that holds nothing of the article."""
    path = []
    top = node
    for above in node.up():
        if above in tops:
            top = tops[above]
            break
        if above in holding:
            break
        path.append(above)
        top = above
    tops.update(dict.fromkeys(path, top))
    return top


def _reason(top: Node, text: str, linked: int, before: bool) -> str:
    """Return why a block of the page is left out."""
    if reason := named_noise(top) or told_noise(text):
        return reason
    if linked * 2 > len(text):
        return "navigation" if before else "related links"
    return "outside the article"
