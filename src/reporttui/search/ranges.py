"""The values that `value` takes: numbers as a report prints them, and ranges of them."""

from __future__ import annotations

import re
from typing import NamedTuple

from reporttui.search.tree import Range

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal

_OPERATORS = {"≥": ">=", "≤": "<="}
_BETWEEN = re.compile(r"\.{2,}|…+|[~～至到]|[—–]+|(?<=[^-−－])[-－]")


class BadRangeError(ValueError):
    """A text that is no number and no range of numbers; its argument is what is none."""


class _End(NamedTuple):
    value: Decimal
    unit: str


def read_range(operator: str, text: str) -> Range:
    """Read what stands behind `value`.

    Args:
        operator: One of `: = > >= < <= ≥ ≤`.
        text: A number such as 20万, 1,000 or 95%; after `:` or `=` also a range, 10..50, of which
            one end may be missing.

    Raises:
        BadRangeError: For anything else.
    """
    operator = _OPERATORS.get(operator, operator)
    if operator[0] in "<>":
        end = _end(text)
        is_open = len(operator) == 1
        if operator[0] == "<":
            return Range(None, end.value, is_open, end.unit)
        return Range(end.value, None, is_open, end.unit)
    parts = _BETWEEN.split(text, maxsplit=1)
    found = [_end(part) if part else None for part in (parts[0], parts[-1])]
    units = {end.unit for end in found if end and end.unit}
    if not any(found) or len(units) > 1:
        raise BadRangeError(text)
    low, high = (end and end.value for end in found)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Range(low, high, unit="".join(units))


def _end(text: str) -> _End:
    from reporttui.figures.readings import readings

    number = text.lstrip("-−－")
    sign = -1 if number != text else 1
    for reading in readings(number):
        whole = (reading.start, reading.end) == (0, len(number))
        if whole and reading.high is None and reading.bound == "exact":
            return _End(reading.value * sign, reading.unit)
    raise BadRangeError(text)
