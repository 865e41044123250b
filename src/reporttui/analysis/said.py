"""What a check looks at, a sentence with its figures, and what it says of them."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from reporttui.analysis.intervals import Interval, interval

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporttui.figures.figure import Figure


class Said(NamedTuple):
    """A sentence: the text that it stands in, its figures in order, and where it ends."""

    text: str
    figures: Sequence[Figure]
    end: int

    def quote(self, figure: Figure) -> str:
        """Return a figure as printed."""
        return self.text[figure.start : figure.end]

    def between(self, one: Figure, two: Figure) -> str:
        """Return the words between two figures."""
        return self.text[one.end : two.start]

    def interval(self, figure: Figure) -> Interval | None:
        """Return what a figure can mean."""
        return interval(self.quote(figure), figure)


class Result(NamedTuple):
    """What a check has found; see `audit.Finding`."""

    kind: str
    verdict: str
    arithmetic: str
    figures: tuple[Figure, ...]


def plain(figure: Figure) -> str:
    """Write a figure's value as in arithmetic."""
    value = figure.value if figure.value is not None else Decimal(0)
    return number(value) + ("%" if figure.unit == "%" else "")


def number(value: Decimal) -> str:
    """Write a number as in arithmetic."""
    return format(value, "f")
