"""What the reader typed → what is looked for."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.text.folding import fold_needle


class Query(NamedTuple):
    """Words that must all be there.

    Attributes:
        source: As typed.
        words: Folded, without duplicates, in the order typed.
    """

    source: str
    words: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.words)


NOTHING = Query("", ())


def parse(source: str) -> Query:
    """Read a query: words between spaces of any width. Never fails."""
    return Query(source, tuple(dict.fromkeys(fold_needle(source).split())))
