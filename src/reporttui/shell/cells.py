"""A value → a cell of a table or of CSV."""

from __future__ import annotations

from decimal import Decimal

from reporttui.text.safe import escaped


def plain(value: object) -> str:
    """Return a value in one line that is safe to show; decimals with the zeros they came with."""
    if value is None:
        return ""
    return format(value, "f") if isinstance(value, Decimal) else escaped(str(value))
