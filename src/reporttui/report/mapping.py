"""The same report with every text changed by a function: how it is made safe to show."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    Value = TypeVar("Value")


def mapped(value: Value, change: Callable[[str], str]) -> Value:
    """Return a report, section or metric with `change` applied to all its texts, at any depth."""
    if isinstance(value, str):
        return change(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        items = [mapped(item, change) for item in value]
        if hasattr(value, "_fields"):
            return type(value)(*items)
        return tuple(items)  # type: ignore[return-value]
    return value
