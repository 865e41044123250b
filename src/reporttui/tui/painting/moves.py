"""The shortest way of the cursor from one cell to another (ECMA-48; all of it on a VT100)."""

from __future__ import annotations

from functools import lru_cache

_MOST_BACKSPACES = 3


def absolute(x: int, y: int) -> str:
    """Return the move to a cell from anywhere (CUP); both counted from 0."""
    if x == 0:
        return f"\x1b[{y + 1}H" if y else "\x1b[H"
    return f"\x1b[{y + 1 if y else ''};{x + 1}H"


def to_column(x: int) -> str:
    """Return the move to a column of the same row (CHA), counted from 0; not on a VT100."""
    return f"\x1b[{x + 1 if x else ''}G"


@lru_cache(maxsize=4096)
def move(before: tuple[int, int] | None, x: int, y: int) -> str:
    """Return the shortest move to a cell.

    Args:
        before: Column and row where the cursor is; None where that is not known.
        x: Column to go to, from 0.
        y: Row to go to, from 0.
    """
    if before is None:
        return absolute(x, y)
    down, across = _down(y - before[1]), _across(before[0], x)
    return min(absolute(x, y), down + across, key=len)


def _down(rows: int) -> str:
    return _steps(rows, "B") if rows > 0 else _steps(-rows, "A")


def _across(before: int, x: int) -> str:
    ways = ["\r" + _steps(x, "C")]
    if x >= before:
        ways.append(_steps(x - before, "C"))
    elif before - x <= _MOST_BACKSPACES:
        ways.append("\b" * (before - x))
    else:
        ways.append(_steps(before - x, "D"))
    return min(ways, key=len)


def _steps(count: int, command: str) -> str:
    return f"\x1b[{count if count > 1 else ''}{command}" if count else ""
