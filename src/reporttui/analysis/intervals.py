"""What a printed number can mean: all that is rounded to it, or lies on the side that it says."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporttui.figures.figure import Figure

_INFINITY = Decimal("Infinity")
_PRINTED = re.compile("([0-9０-９]+(?:[,，][0-9０-９]{3})*)(?:[.．]([0-9０-９]+))?")
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}


class Interval(NamedTuple):
    """All values from `low` to `high`, both included."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """Tell whether any value is in both."""
        return self.low <= other.high and other.low <= self.high


def interval(printed: str, figure: Figure) -> Interval | None:
    """Return what a figure can mean.

    A number is rounded to half of its last place: 95.20 % is 95.195 to 95.205, 24.2万 is 241,500 to
    242,500. A count printed in full is that count.

    Args:
        printed: Its characters.
        figure: What they say.

    Returns:
        None where that is open: about, vague, or no single value.
    """
    value = figure.value
    if value is None or figure.bound == "about":
        return None
    half = half_of_last_place(printed, figure.unit in ("%", "‰", "百分点", "倍"))
    low, high = value - half, value + half
    if figure.bound in ("over", "at_least"):
        return Interval(value, _INFINITY)
    if figure.bound in ("under", "at_most"):
        return Interval(Decimal(0), value)
    return Interval(low, high)


def half_of_last_place(printed: str, ratio: bool) -> Decimal:
    """Return half a unit of the last printed place, in full; 0 for a count printed in full."""
    found = _PRINTED.search(printed)
    behind = printed[found.end() :] if found else printed
    scale = 1
    for sign in behind if found else reversed(printed.rstrip("".join(set(printed) - set(_LARGE)))):
        if sign not in _LARGE:
            break
        scale *= _LARGE[sign]
    places = len(found[2] or "") if found else 0
    if scale == 1 and not places and not ratio:
        return Decimal(0)
    return Decimal(scale) * Decimal(10) ** -places / 2


def total(parts: Iterable[Interval]) -> Interval:
    """Return what the sum of several can be."""
    found = list(parts)
    low = sum((each.low for each in found), Decimal(0))
    return Interval(low, sum((each.high for each in found), Decimal(0)))
