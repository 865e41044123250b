"""A page as a tree that can be walked without recursion and carries what is known of its nodes."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from selectolax.lexbor import LexborNode

NOT_TEXT = frozenset({
    "script", "style", "template", "head", "title", "meta", "link", "iframe",
    "embed", "canvas", "audio", "video", "noframes", "-comment", "!doctype",
})  # fmt: skip
"""Elements whose text no browser shows."""


class Node:
    """An element, or a text, whose `tag` is empty.

    Attributes:
        chars: Code points of its text that are not white.
        linked: Those in links.
        prose: Those in what reads like prose, as `html_article` counts them.
        table: Whether a table with text stands in it.
        out: Why its text is no part of the article, where that is known.
    """

    __slots__ = (
        "attributes", "chars", "children", "line", "linked", "out", "parent", "prose", "table",
        "tag", "text",
    )  # fmt: skip

    def __init__(self, tag: str, parent: Node | None, attributes: Mapping[str, str | None]) -> None:
        self.tag = tag
        self.parent = parent
        self.attributes = attributes
        self.children: list[Node] = []
        self.text = ""
        self.line = 0
        self.chars = self.linked = self.prose = 0
        self.out = ""
        self.table = False

    def get(self, name: str) -> str:
        """Return an attribute, empty where there is none."""
        return self.attributes.get(name) or ""

    @property
    def names(self) -> list[str]:
        """Its id and classes, in lower case."""
        return f"{self.get('id')} {self.get('class')}".lower().split()

    def up(self) -> Iterator[Node]:
        """Yield it and what it stands in, inside out."""
        node: Node | None = self
        while node:
            yield node
            node = node.parent


class Page:
    """A parsed page.

    Attributes:
        nodes: Every element and text of the body, in the page's order; the body is the first.
        meta: Name of a `<meta>`, in lower case → its content.
        title: The text of `<title>`.
    """

    def __init__(self, source: str) -> None:
        from selectolax.lexbor import LexborHTMLParser

        from reporttui.readers.html.scan import Lines, tame

        parsed = LexborHTMLParser(tame(source).encode("utf-8", "replace"))
        self.meta = {
            (node.attributes.get("name") or node.attributes.get("property") or "").lower(): (
                node.attributes.get("content") or ""
            ).strip()
            for node in parsed.css("meta")
        }
        title = parsed.css_first("head > title")
        self.title = " ".join(title.text().split()) if title else ""
        self.nodes = _copied(parsed.body) if parsed.body else [Node("body", None, {})]
        _count(self.nodes)
        lines = Lines(source)
        for node in self.nodes:
            if node.chars and not node.tag:
                node.line = lines.find(node.text)

    @property
    def body(self) -> Node:
        """The root."""
        return self.nodes[0]


def _copied(body: LexborNode) -> list[Node]:
    nodes: list[Node] = []
    stack: list[tuple[LexborNode, Node | None]] = [(body, None)]
    while stack:
        original, parent = stack.pop()
        tag = original.tag or ""
        if tag in NOT_TEXT:
            continue
        if tag == "-text":
            node = Node("", parent, {})
            node.text = original.text(deep=False) or ""
        else:
            node = Node(tag, parent, original.attributes)
            stack.extend((child, node) for child in reversed(list(original.iter(True))))
        if parent:
            parent.children.append(node)
        nodes.append(node)
    return nodes


def _count(nodes: list[Node]) -> None:
    for node in reversed(nodes):
        if not node.tag:
            node.chars = len(re.sub(r"\s+", "", node.text))
        elif node.tag == "a":
            node.linked = node.chars
        if node.parent:
            node.parent.chars += node.chars
            node.parent.linked += node.linked
            node.parent.table |= node.table or (node.tag == "table" and node.chars > 0)
