"""Which paragraphs of a page are its article, and the lines around it that tell about it.

Known portals say where the text is by ids and classes (`portals.CONTENTS`). Elsewhere it is the
innermost element that has nearly all the prose of the page: sentences with few links, as in Arc90's
Readability, which credits paragraphs by their commas and length to what they stand in.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reporttui.readers.html.around import is_head, is_label, tail, title_at, titles_of
from reporttui.readers.html.blocks import Block
from reporttui.readers.html.noise import named_noise, told_noise
from reporttui.readers.html.portals import CONTENTS, LIKELY_CONTENTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reporttui.readers.html.tree import Node, Page

_NEARLY_ALL = 0.7
_MOSTLY = 0.8
_DISCOUNT = 8
_SENTENCE = re.compile(r"[。；！？;]|[，、,：].*[，、,：]")


class Choice(NamedTuple):
    """The blocks of a page, parted.

    Attributes:
        kept: The indexes of those that are the article or tell about it.
        begin: The index of the first block of the article's text.
        known: Whether a known portal's markup named it.
    """

    kept: set[int]
    begin: int
    known: bool


def choose(page: Page, blocks: list[Block]) -> Choice:
    """Find the article among the blocks of a page."""
    _credit(page, blocks)
    content, known = _content(page)
    inside = _inside(content, known)
    text = [index for index, block in enumerate(blocks) if not block.out and inside(block.node)]
    if not text:
        return Choice({i for i, block in enumerate(blocks) if not block.out}, 0, False)
    begin, end = text[0], text[-1] + 1
    titles = titles_of(page)
    title = title_at(blocks, begin, titles)
    kept = set(text)
    kept.update(i for i in range(title, begin) if is_head(blocks[i], titles))
    kept.update(i for i in range(title) if is_label(blocks, i))
    kept.update(tail(blocks, end))
    return Choice(kept, begin, known)


def _credit(page: Page, blocks: list[Block]) -> None:
    """Count the prose below each node."""
    noisy = _noisy(page)
    for block in blocks:
        if not block.out and _reads_like_prose(block):
            length = len(block.paragraph.text)
            block.node.prose += length // _DISCOUNT if block.node in noisy else length
    for node in reversed(page.nodes):
        if node.parent:
            node.parent.prose += node.prose


def _noisy(page: Page) -> set[Node]:
    """Return the nodes in parts of the page whose names say that they are no article."""
    noisy: set[Node] = set()
    half = page.body.chars // 2
    for node in page.nodes:
        if node.parent in noisy or (node.tag and node.chars < half and named_noise(node)):
            noisy.add(node)
    return noisy


def _reads_like_prose(block: Block) -> bool:
    text = block.paragraph.text
    if block.linked > len(text) * 0.3 or told_noise(text) == "footer":
        return False
    return block.paragraph.row or (len(text) >= 15 and bool(_SENTENCE.search(text)))


def _content(page: Page) -> tuple[Node, bool]:
    guess = _densest(page.body)
    named = _named(page)
    for selector in (*CONTENTS, *LIKELY_CONTENTS):
        best = max(named.get(selector, ()), key=lambda node: node.prose, default=None)
        sure = selector in CONTENTS or (best and best.prose > best.chars * _MOSTLY)
        if best and sure and best.prose * 2 >= guess.prose:
            return best, True
    return guess, False


def _named(page: Page) -> dict[str, list[Node]]:
    """Return selector → the elements with text of their own that it names."""
    named: dict[str, list[Node]] = {}
    for node in page.nodes:
        if node.attributes and node.chars > node.linked:
            classes = [f".{name}" for name in node.get("class").lower().split()]
            for selector in (f"#{node.get('id').lower()}", *classes):
                named.setdefault(selector, []).append(node)
    return named


def _densest(body: Node) -> Node:
    node = body
    while True:
        heir = max(node.children, key=lambda child: child.prose, default=None)
        if heir is None or not heir.prose or heir.prose < node.prose * _NEARLY_ALL:
            return node
        node = heir


def _inside(content: Node, known: bool) -> Callable[[Node], bool]:
    """Return what tells whether a block's node is in the article's text."""
    verdicts: dict[Node, bool] = {content: True}
    if not known and content.parent:
        verdicts |= {node: True for node in content.parent.children if _is_more_prose(node)}

    def inside(node: Node) -> bool:
        path = []
        for above in node.up():
            if above in verdicts:
                break
            path.append(above)
        else:
            verdicts[path[-1]] = False
            above = path[-1]
        verdict = verdicts[above]
        for below in reversed(path):
            verdict = verdict and (known or not _is_noise_in(below, content))
            verdicts[below] = verdict
        return verdict

    return inside


def _is_more_prose(node: Node) -> bool:
    return node.prose > node.chars * 0.5 and not named_noise(node)


def _is_noise_in(node: Node, content: Node) -> bool:
    if node.prose * 5 > content.prose:
        return False
    listed = node.tag in ("ul", "div", "table", "dl") and len(node.children) > 4
    return bool(named_noise(node)) or (listed and node.linked > node.chars * 0.8)
