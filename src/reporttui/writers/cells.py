"""A value → a cell of a table or of CSV, or its JSON."""

from __future__ import annotations

from decimal import Decimal

from reporttui.text.safe import escaped, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def plain(value: object) -> str:
    """Return a value in one line that is safe to show.

    Decimals keep the zeros they came with; several values are joined by `|`; true and false are
    written as JSON has them.
    """
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "|".join(map(plain, value))
    if isinstance(value, bool):
        return str(value).lower()
    return format(value, "f") if isinstance(value, Decimal) else escaped(str(value))


def as_object(fields: Iterable[str], row: Iterable[object]) -> dict[str, object]:
    """Return a row as an object for JSON: decimals are strings, with the zeros they came with."""
    values = (format(value, "f") if isinstance(value, Decimal) else value for value in row)
    return dict(zip(fields, values, strict=True))


def escaped_json(text: str) -> str:
    """Escape what may not be shown of a JSON text; it means the same as before."""
    if visible(text) == text:
        return text
    return "".join(char if visible(char) == char else _escape(char) for char in text)


def _escape(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
