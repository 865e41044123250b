"""Where a page is set in columns, and where its lines are rows of a table."""

from __future__ import annotations

from itertools import pairwise

from reporttui.readers.pdf.lines import cells, lines_of
from reporttui.readers.source import Remark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporttui.readers.pdf.lines import Line, Piece

    Interval = tuple[float, float]

LINES = 5
"""Lines that each column must have, so that the page is taken for one with columns."""

ROWS = 3
"""Lines with aligned pieces that make a table."""

_BIN, _BINS = 2.0, 2000
_CROSSING = 0.2
_FULL = 0.8
_FULL_LINES = 0.5
_WIDTH = 8
_ALIKE = 0.75
_LEADING = 1.1


def in_columns(lines: list[Line]) -> list[Line]:
    """Return the lines of a page column by column, or as they are where it has one.

    Lines across all columns part the page into bands, each read by itself.
    """
    pieces = [piece for line in lines for piece in line.pieces]
    columns = _columns(pieces)
    if len(columns) < 2:
        return lines
    page, out = lines[0].page, []
    for band in _bands(pieces, columns):
        parted = [[piece for piece in band if _inside(piece, column)] for column in columns]
        if not any(parted):
            out += lines_of(band, page)
        for column, members in enumerate(parted):
            out += [
                line._replace(column=column, columns=len(columns))
                for line in lines_of(members, page)
            ]
    first = lines[0].number
    return [line._replace(number=number) for number, line in enumerate(out, first)]


def _bands(pieces: list[Piece], columns: list[Interval]) -> list[list[Piece]]:
    bands: list[list[Piece]] = [[]]
    across_before = False
    for piece in sorted(pieces, key=lambda piece: -piece.base):
        across = not any(_inside(piece, column) for column in columns)
        if across != across_before:
            bands.append([])
        bands[-1].append(piece)
        across_before = across
    return [band for band in bands if band]


def _inside(piece: Piece, column: Interval) -> bool:
    return column[0] <= (piece.left + piece.right) / 2 < column[1] and (
        piece.left >= column[0] - _BIN and piece.right <= column[1] + _BIN
    )


def _columns(pieces: list[Piece]) -> list[Interval]:
    if len(pieces) < 2 * LINES:
        return []
    left = min(piece.left for piece in pieces)
    right = max(piece.right for piece in pieces)
    inner = [gutter for gutter in _gutters(pieces, left, right) if left < gutter[0] < gutter[1]]
    edges = [left, *(sum(gutter) / 2 for gutter in inner if gutter[1] < right), right + _BIN]
    columns = list(pairwise(edges))
    widths = [end - start for start, end in columns]
    alike = min(widths) >= _ALIKE * max(widths)
    return columns if alike and all(_is_column(pieces, column) for column in columns) else []


def _gutters(pieces: list[Piece], left: float, right: float) -> list[Interval]:
    step = max(_BIN, (right - left) / _BINS)
    covered = [0] * (int((right - left) / step) + 3)
    for piece in pieces:
        covered[int((piece.left - left) / step)] += 1
        covered[int((piece.right - left) / step) + 1] -= 1
    gutters: list[Interval] = []
    depth, start = 0, None
    limit = len(pieces) * _CROSSING / 2
    for at, change in enumerate(covered):
        depth += change
        if depth <= limit and start is None:
            start = at
        elif depth > limit and start is not None:
            gutters.append((left + start * step, left + at * step))
            start = None
    return gutters


def _is_column(pieces: list[Piece], column: Interval) -> bool:
    members = [piece for piece in pieces if _inside(piece, column)]
    if len(members) < LINES:
        return False
    start, end = min(piece.left for piece in members), max(piece.right for piece in members)
    full = sum(piece.right - piece.left >= _FULL * (end - start) for piece in members)
    wide = end - start >= _WIDTH * max(piece.size for piece in members)
    return wide and full >= _FULL_LINES * len(members)


def with_rows(lines: list[Line]) -> tuple[list[Line], list[Remark]]:
    """Return lines with those of tables marked as rows, and the tables that are doubtful.

    A table is doubtful where its rows have not all as many cells: one may be empty, or broken
    into lines.
    """
    out: list[Line] = []
    doubts: list[Remark] = []
    at = 0
    while at < len(lines):
        table = _table_at(lines, at)
        rows = [line._replace(row=True) for line in table]
        if len({len(cells(row)) for row in rows}) > 1:
            first = rows[0]
            doubts.append(Remark("table by position", first.text, first.number, first.page))
        out += rows or [lines[at]]
        at += max(len(table), 1)
    return out, doubts


def _table_at(lines: Sequence[Line], start: int) -> Sequence[Line]:
    columns: list[Interval] = []
    spans: list[list[Interval]] = []
    rows, end, leading = 0, start, 0.0
    for at in range(start, len(lines)):
        line = lines[at]
        span = [(cell[0].left, cell[-1].right) for cell in cells(line)]
        distance = lines[at - 1].base - line.base if at > start else 0.0
        if len(span) < 2 and not (columns and _wraps(span[0], columns, distance, leading)):
            break
        merged = _merged([*columns, *span])
        # Columns that only grow keep the cells apart that they have; so this is quick.
        doubtful = [span] if _distinct([columns], merged) else [*spans, span]
        if line.column != lines[start].column or not _distinct(doubtful, merged):
            break
        columns = merged
        spans.append(span)
        leading = min(leading or distance, distance) if distance > 0 else leading
        if len(span) > 1:
            rows, end = rows + 1, at + 1
    return lines[start:end] if rows >= ROWS else ()


def _wraps(cell: Interval, columns: list[Interval], distance: float, leading: float) -> bool:
    # A lone cell goes on with one above it; below the first column, only if it is no farther
    # away than the lines above, since a heading between two tables would look the same.
    if cell[0] >= columns[0][1]:
        return True
    return 0 < distance <= _LEADING * leading and cell[1] <= columns[1][0]


def _merged(intervals: list[Interval]) -> list[Interval]:
    out: list[Interval] = []
    for left, right in sorted(intervals):
        if out and left < out[-1][1]:
            out[-1] = out[-1][0], max(out[-1][1], right)
        else:
            out.append((left, right))
    return out


def _distinct(spans: list[list[Interval]], columns: list[Interval]) -> bool:
    return len(columns) > 1 and all(
        len({_column(cell, columns) for cell in span}) == len(span) for span in spans
    )


def _column(cell: Interval, columns: list[Interval]) -> int:
    return next(at for at, column in enumerate(columns) if column[1] >= cell[1])
