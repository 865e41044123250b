"""Text and inks → strips: the one place where characters become cells on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reporttui.text.safe import visible
from reporttui.text.width import cell_len, clip

PLAIN = Style()
"""No style of its own."""

Layer = tuple[int, int, Style]
"""A style for the characters from start to end."""


def line(parts: Iterable[tuple[str, Style]], width: int, fill: Style | None = None) -> Strip:
    """Make one line of exactly `width` cells, cut where it is too long.

    Args:
        parts: Texts and their styles, from left to right.
        width: In cells.
        fill: Style of the rest of the line, and below every part.
    """
    base = fill or PLAIN
    segments, left = [], width
    for text, style in parts:
        shown = visible(text)
        cells = cell_len(shown)
        if cells > left:
            shown = clip(shown, left)
            cells = cell_len(shown)
        if cells:
            segments.append(Segment(shown, _over(base, style) if fill else style))
        left -= cells
        if left <= 0:
            break
    if left > 0:
        segments.append(Segment(" " * left, base))
    return Strip(segments, width)


def _over(fill: Style, style: Style) -> Style:
    """Lay a style over the fill of a row: what has a ground of its own, like a hit, keeps it."""
    return fill + style if style.bgcolor else style + fill


def sides(
    left: Sequence[tuple[str, Style]],
    right: Sequence[tuple[str, Style]],
    width: int,
    fill: Style | None = None,
) -> Strip:
    """Make one line with something at its right end, which is kept whole."""
    room = width - sum(cell_len(visible(text)) for text, _ in right)
    if room < 4:
        return line(left, width, fill)
    parts, used = [], 0
    for text, style in left:
        shown = clip(visible(text), max(0, room - 1 - used))
        used += cell_len(shown)
        parts.append((shown, style))
    parts.append((" " * (room - used), PLAIN))
    return line([*parts, *right], width, fill)


def layered(
    text: str, start: int, end: int, base: Style, layers: Sequence[Layer]
) -> list[tuple[str, Style]]:
    """Cut `text[start:end]` into runs of one style; later layers lie over earlier ones."""
    edges = {start, end}
    for first, last, _ in layers:
        edges.update(edge for edge in (first, last) if start < edge < end)
    bounds = sorted(edges)
    parts = []
    for first, last in pairwise(bounds):
        style = base
        for begin, stop, ink in layers:
            if begin <= first and last <= stop:
                style += ink
        parts.append((text[first:last], style))
    return parts
