"""A value → a cell of a table or of CSV."""

from __future__ import annotations

from decimal import Decimal

from reporttui.text.safe import escaped


def plain(value: object) -> str:
    """Return a value in one line that is safe to show.

    Decimals keep the zeros they came with; several values are joined by `|`.
    """
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "|".join(map(plain, value))
    return format(value, "f") if isinstance(value, Decimal) else escaped(str(value))
