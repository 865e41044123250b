"""What the reader typed → what is looked for."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.search.parsing import Mistake, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.search.tree import Node


class Query(NamedTuple):
    """A query.

    Attributes:
        source: As typed.
        tree: What it asks for; None where it is empty or wrong.
        mistake: What is wrong in it.
        fuzzy: Whether sounds that are easily confused are the same in Pinyin.
    """

    source: str
    tree: Node | None = None
    mistake: Mistake | None = None
    fuzzy: bool = False

    def __bool__(self) -> bool:
        """Whether anything is looked for."""
        return self.tree is not None


NOTHING = Query("")


def parse(source: str, *, fuzzy: bool = False) -> Query:
    """Read a query. Never fails: what is wrong with it is in the query."""
    found = read(source)
    if isinstance(found, Mistake):
        return Query(source, None, found, fuzzy)
    return Query(source, found, None, fuzzy)
