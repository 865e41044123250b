"""What a query asks for, as a tree.

The trees of two queries are equal where the queries ask for the same in the same order.
"""

from __future__ import annotations

from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal
    from typing import Literal, TypeAlias


class Term(NamedTuple):
    """Characters, or what a regular expression describes.

    Attributes:
        text: What is looked for; single spaces, where it has any.
        is_regex: Whether it is a regular expression.
    """

    text: str
    is_regex: bool = False


class Condition(NamedTuple):
    """A field that has a value.

    Attributes:
        field: `unit`, `kind`, `bound` of a metric; `is`; or `in`, a section or one below it.
        value: The value, the path for `in`.
    """

    field: str
    value: str


class Range(NamedTuple):
    """Metrics whose value lies between two ends.

    Attributes:
        low: The lower end; None for no end.
        high: The upper end; None for no end.
        open: Whether the ends themselves are left out.
        unit: The unit of the ends; empty for any.
    """

    low: Decimal | None
    high: Decimal | None
    open: bool = False
    unit: str = ""


class Scoped(NamedTuple):
    """A node that looks at one field only.

    Attributes:
        field: `title`, of sections, or `name`, of metrics.
        node: Terms, joined or left out.
    """

    field: str
    node: Node


class Not(NamedTuple):
    """What a node does not match."""

    node: Node


class Group(NamedTuple):
    """Two or more nodes that must all match, or one of them."""

    operator: Literal["and", "or"]
    nodes: tuple[Node, ...]


Node: TypeAlias = "Term | Condition | Range | Scoped | Not | Group"


def group(operator: Literal["and", "or"], nodes: list[Node]) -> Node:
    """Join nodes; one alone stays itself, and groups of the same operator are one."""
    if len(nodes) == 1:
        return nodes[0]
    flat: list[Node] = []
    for node in nodes:
        same = isinstance(node, Group) and node.operator == operator
        flat.extend(node.nodes if isinstance(node, Group) and same else [node])
    return Group(operator, tuple(flat))


def terms(node: Node) -> Iterator[Term]:
    """Yield the terms of a tree from left to right."""
    if isinstance(node, Term):
        yield node
    elif isinstance(node, (Scoped, Not)):
        yield from terms(node.node)
    elif isinstance(node, Group):
        for each in node.nodes:
            yield from terms(each)
