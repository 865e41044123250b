"""What around an article is none of it: told by its tag, its names, and its words."""

from __future__ import annotations

import re

from reporttui.readers.html.portals import (
    LABEL,
    NOISE,
    SURE_WIDGET_WORD,
    WIDGET_SIGNS,
    WIDGET_WORD,
    WORDS,
)
from reporttui.readers.html.style import is_hidden
from reporttui.readers.html.text import compact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.readers.html.tree import Node

_SHORT = 60
_TAGS = {
    "nav": "navigation", "header": "navigation", "menu": "navigation", "footer": "footer",
    "select": "widget", "option": "widget", "textarea": "widget", "button": "widget",
    "aside": "related links", "noscript": "hidden text", "svg": "drawing",
}  # fmt: skip
_ALWAYS_OUT = frozenset({
    "select", "option", "textarea", "button", "noscript", "svg",
})  # fmt: skip
_ONLY_WIDGETS = re.compile(rf"(?:{WIDGET_WORD}|{WIDGET_SIGNS})+", re.IGNORECASE)
_SURE = re.compile(SURE_WIDGET_WORD)
_LABEL = re.compile(LABEL)
_NAMES = {reason: re.compile(names) for reason, names in NOISE.items()}
_WORDS = {reason: re.compile(words) for reason, words in WORDS.items()}


def mark(nodes: list[Node]) -> None:
    """Set `out` of each element that is surely no part of an article, whatever stands around it."""
    half = nodes[0].chars // 2
    for node in nodes[1:]:
        if node.tag and node.chars:
            node.out = _surely_out(node, half)


def _surely_out(node: Node, half: int) -> str:
    if node.tag in _ALWAYS_OUT:
        return _TAGS[node.tag]
    # What holds most of the page is shown by a script later, as WeChat's articles are.
    if node.chars <= half and is_hidden(node):
        return "hidden text"
    whole = node.parent is None or node.parent.chars != node.chars
    return "widget" if whole and node.chars <= _SHORT and _is_widget(node) else ""


def _is_widget(node: Node) -> bool:
    text = compact(node)
    if _LABEL.match(text) or node.tag in ("h1", "h2", "h3"):
        return False
    named = any(_NAMES["widget"].search(name) for name in node.names)
    if not _ONLY_WIDGETS.fullmatch(text):
        return named and len(text) <= _SHORT // 2
    return named or bool(node.linked) or len(_SURE.findall(text)) > 1


def is_widget_line(text: str) -> bool:
    """Whether a line outside of the text of an article says nothing but what widgets say."""
    return bool(_ONLY_WIDGETS.fullmatch(text))


def named_noise(node: Node) -> str:
    """Return the reason that an element's tag or names give to leave it out."""
    if node.tag in _TAGS:
        return _TAGS[node.tag]
    names = node.names
    return next(
        (reason for reason, known in _NAMES.items() if any(known.search(name) for name in names)),
        "",
    )


def told_noise(text: str) -> str:
    """Return the reason that the words of a line give to leave it out."""
    if is_widget_line(text):
        return "widget"
    return next((reason for reason, known in _WORDS.items() if known.search(text)), "")
