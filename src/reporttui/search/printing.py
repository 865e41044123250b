"""A tree → the query that it is parsed from."""

from __future__ import annotations

import re

from reporttui.search.tree import Condition, Group, Not, Range, Scoped, Term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.search.tree import Node

_PLAIN = re.compile(r"[\w.%·、，。；]+")
"""Words that can mean nothing but themselves."""


def printed(node: Node) -> str:
    """Write a tree as a query, with English names of fields; it parses to the same tree."""
    if isinstance(node, Term):
        return f"/{node.text}/" if node.is_regex else quoted(node.text)
    if isinstance(node, Condition):
        return f"{node.field}:{quoted(node.value)}"
    if isinstance(node, Range):
        return f"value{_range(node)}"
    if isinstance(node, Scoped):
        return f"{node.field}:{_enclosed(node.node)}"
    if isinstance(node, Not):
        return f"-{_enclosed(node.node)}"
    if node.operator == "or":
        return " | ".join(map(printed, node.nodes))
    return " ".join(map(_enclosed, node.nodes))


def _enclosed(node: Node) -> str:
    """Put a group between parentheses, where it stands in something else."""
    return f"({printed(node)})" if isinstance(node, Group) else printed(node)


def quoted(text: str) -> str:
    """Write text as a query looks for it: between quotes where it has signs or spaces."""
    if _PLAIN.fullmatch(text):
        return text
    escaped = re.sub(r'(["＂\\])', r"\\\1", text)
    return f'"{escaped}"'


def _range(node: Range) -> str:
    low, high = (None if end is None else f"{end:f}{node.unit}" for end in (node.low, node.high))
    if low is None or high is None:
        return f"{'<' if low is None else '>'}{'' if node.open else '='}{high or low}"
    return f":{low}" if low == high else f":{low}..{high}"
