"""Numbers of many runs as cells of a table."""

from __future__ import annotations

import math
import statistics
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NONE = "–"


def p95(values: Sequence[float]) -> float:
    """The 95th percentile, by nearest rank."""
    return sorted(values)[math.ceil(0.95 * len(values)) - 1]


def median(values: Sequence[float], digits: int = 0) -> str:
    """The median as a cell."""
    return f"{statistics.median(values):,.{digits}f}" if values else NONE


def p50_p95(values: Sequence[float]) -> str:
    """The median and the 95th percentile as a cell."""
    return f"{statistics.median(values):.1f} / {p95(values):.1f}" if values else NONE


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> str:
    """The median of the ratios of values that were measured in pairs, as a cell."""
    return median([a / b for a, b in zip(ours, theirs, strict=True)], digits=2)


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Rows of cells as lines: the first and the last column on the left, numbers on the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths).rstrip() for row in rows)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *numbers, last = (
        cell.rjust(width) if 0 < column < len(row) - 1 else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join([first, *numbers, last])
