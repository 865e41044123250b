"""The lines around an article's text that tell about it: title, metadata, signature, annexes."""

from __future__ import annotations

import re

from reporttui.readers.html.blocks import Block
from reporttui.readers.html.noise import is_widget_line, named_noise, told_noise
from reporttui.readers.html.portals import ATTACHMENTS, LABEL, TITLES
from reporttui.readers.source import CELL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.readers.html.tree import Node, Page

_LINKS = 0.5
_LINE = 120
_LABEL = re.compile(rf"[【\[]?\s*{LABEL}\s*[】\]]?\s*(?:[:：{CELL}]|$)")
_ONLY_LABEL = re.compile(rf"[【\[]?\s*{LABEL}\s*[】\]]?\s*[:：]?")
_SIGNS = re.compile(r"[\W_]+")
_DATE = re.compile(
    r"[\d〇零○一二三四五六七八九]{2,4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
)
_DAY = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}")
_NAMED_TITLE = re.compile(TITLES)
_NAMED_ATTACHMENTS = re.compile(ATTACHMENTS)
_SITE = re.compile(r"\s*[-_|｜—–]+\s*(?!\d)")


def titles_of(page: Page) -> list[str]:
    """Return what the page's head gives as the title of its article, the surest first."""
    signs = list(_SITE.finditer(page.title))
    main = page.title[: signs[-1].start()] if signs else page.title
    first = page.title[: signs[0].start()] if signs else ""
    found = [page.meta.get("articletitle"), page.meta.get("og:title"), main or page.title, first]
    return [title for title in found if title]


def bare(text: str) -> str:
    """Return text without white space and punctuation, so that titles can be compared."""
    return _SIGNS.sub("", text)


def title_at(blocks: list[Block], begin: int, titles: list[str]) -> int:
    """Return the index of the first line of the title, or `begin` where there is none above."""
    for title in map(bare, titles):
        found = [i for i in range(begin) if _says(blocks[i], title)]
        if found:
            first = found[-1]
            while first - 1 in found:
                first -= 1
            return first
        if begin < len(blocks) and any(_says(block, title) for block in blocks[begin : begin + 5]):
            return begin
    near = range(begin - 1, max(begin - 12, -1), -1)
    return next((i for i in near if _looks_like_title(blocks[i])), begin)


def _says(block: Block, title: str) -> bool:
    text = bare(block.paragraph.text)
    if block.out or len(text) < 4 or block.linked * 2 > len(text):
        return False
    return text in title or (title in text and len(text) <= len(title) * 2)


def _looks_like_title(block: Block) -> bool:
    text = block.paragraph.text
    if block.out or block.linked or not 4 <= len(text) <= 100 or told_noise(text):
        return False
    return 0 < block.paragraph.heading < 4 or any(map(_NAMED_TITLE.search, block.node.names))


def is_head(block: Block, titles: list[str]) -> bool:
    """Whether a line from the title on, above the text, belongs to the article."""
    text = block.paragraph.text
    if block.out or is_widget_line(text):
        return False
    if _LABEL.match(text) or any(_says(block, bare(title)) for title in titles):
        return True
    if len(text) < _LINE and _DAY.search(text):
        return True
    return block.linked <= len(text) * _LINKS and not _named_around(block.node)


def _named_around(node: Node) -> str:
    """Return the reason that the names of a node, or of one near around it, give."""
    for above, _ in zip(node.up(), range(4), strict=False):
        if above.prose > 200:
            return ""
        if reason := named_noise(above):
            return reason
    return ""


def is_label(blocks: list[Block], index: int) -> bool:
    """Whether a line above the title is one of the portal's metadata."""
    block = blocks[index]
    if block.out or block.linked > len(block.paragraph.text) * _LINKS:
        return False
    if any(above.tag == "form" for above in block.node.up()):
        return False
    text = block.paragraph.text
    if _LABEL.match(text):
        following = blocks[index + 1] if index + 1 < len(blocks) else block
        return not _ONLY_LABEL.fullmatch(text) or are_pair(block, following)
    return index > 0 and are_pair(blocks[index - 1], block)


def are_pair(label: Block, value: Block) -> bool:
    """Whether two blocks are a label and its value, side by side."""
    if not _ONLY_LABEL.fullmatch(label.paragraph.text) or label.node is value.node:
        return False
    if label.out or value.out or value.paragraph.row or _LABEL.match(value.paragraph.text):
        return False
    return label.node.parent is value.node.parent or label.node.parent is value.node


def tail(blocks: list[Block], end: int) -> set[int]:
    """Return the lines after the text that belong to it: signature, attachments, editor."""
    kept: set[int] = set()
    for index in range(end, min(end + 4, len(blocks))):
        if _DATE.fullmatch(blocks[index].paragraph.text) and not blocks[index].out:
            kept.update(i for i in range(end, index + 1) if is_head(blocks[i], []))
            break
    kept.update(i for i in range(end, len(blocks)) if _belongs(blocks[i]))
    return kept


def _belongs(block: Block) -> bool:
    text = block.paragraph.text
    if block.out or told_noise(text):
        return False
    if block.file or re.match(r"附\s*件|附\s*[:：]", text):
        return True
    if any(map(_NAMED_ATTACHMENTS.search, block.node.names)):
        return True
    return bool(_LABEL.match(text)) and not block.linked and not _named_around(block.node)
