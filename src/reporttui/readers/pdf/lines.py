"""Glyphs → lines in reading order: of columns where a page has them, of tables' cells."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from reporttui.readers.source import CELL, Remark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reporttui.readers.pdf.glyphs import Glyph

PIECE_GAP = 0.9
"""Ems without a glyph that part two pieces; justified text has no gaps as wide."""

SPACE_GAP = 0.2
"""Ems between Latin words that stand apart without a space of their own."""

_SAME_LINE = 0.5
_SAME_PLACE = 0.3
_OPEN_TO_BOTH = "“”‘’—…·-–()[],.:;!?"


class Piece(NamedTuple):
    """Characters side by side on one baseline.

    Attributes:
        text: Without white space around it.
        lefts: Where each of its code points begins, in points.
        left: Where the first one begins.
        right: Where the last one ends.
        base: The height of the baseline.
        size: Of its largest character, in points.
        bold: Code points at its beginning that are set bold.
        fonts: Of its first and of its last ideograph; of any character where there is none.
    """

    text: str
    lefts: tuple[float, ...]
    left: float
    right: float
    base: float
    size: float
    bold: int
    fonts: tuple[str, str]


class Line(NamedTuple):
    """Pieces on one baseline, in reading order.

    Attributes:
        pieces: From left to right.
        page: From 1.
        number: Its place on the page in reading order, from 1.
        column: Which of the page's columns it is in, from 0.
        columns: How many columns the page has there.
        row: Whether it is a row of a table.
    """

    pieces: tuple[Piece, ...]
    page: int
    number: int = 0
    column: int = 0
    columns: int = 1
    row: bool = False

    @property
    def left(self) -> float:
        """Where its first character begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where its last character ends."""
        return self.pieces[-1].right

    @property
    def size(self) -> float:
        """The size of its longest piece."""
        return max(self.pieces, key=lambda piece: len(piece.text)).size

    @property
    def base(self) -> float:
        """The baseline of its largest piece."""
        return max(self.pieces, key=lambda piece: (piece.size, len(piece.text))).base

    @property
    def text(self) -> str:
        """Its words, or its cells parted by `CELL`."""
        if self.row:
            return CELL.join(_joined(cell) for cell in cells(self))
        return _joined(self.pieces)


def is_wide(char: str) -> bool:
    """Whether a character is of the kinds that are set without spaces between them."""
    return "\u2e80" <= char <= "\ufaff" or "\uff00" <= char <= "\uffef" or char >= "\U00020000"


def spaced(before: str, after: str) -> bool:
    """Whether words that stand apart need a space between them when they are joined."""
    near = (before.rstrip(_OPEN_TO_BOTH) or before)[-1:], (after.lstrip(_OPEN_TO_BOTH) or after)[:1]
    return not any(is_wide(char) for char in (before[-1:], after[:1], *near) if char)


def pieces_of(glyphs: Iterable[Glyph]) -> list[Piece]:
    """Return the pieces of a page in the file's order."""
    return [piece for run in _runs(glyphs) if (piece := _piece(run))]


def _runs(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and _stands_apart(run[-1], glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _stands_apart(before: Glyph, glyph: Glyph) -> bool:
    em = max(before.style.size, glyph.style.size)
    gap = glyph.x - before.end
    apart = abs(glyph.y - before.y) > em * _SAME_LINE
    return apart or gap > em * PIECE_GAP or glyph.x < before.x - em * SPACE_GAP


def _piece(run: list[Glyph]) -> Piece | None:
    while run and run[-1].char.isspace():
        run.pop()
    start = next((at for at, glyph in enumerate(run) if not glyph.char.isspace()), len(run))
    run = _with_spaces(run[start:])
    if not run:
        return None
    wide = [glyph for glyph in run if is_wide(glyph.char)] or run
    largest = max(run, key=lambda glyph: glyph.style.size)
    bold = next((at for at, glyph in enumerate(run) if not glyph.style.bold), len(run))
    return Piece(
        "".join([glyph.char for glyph in run]),
        tuple([glyph.x for glyph in run]),
        run[0].x,
        run[-1].end,
        largest.y,
        largest.style.size,
        bold,
        (wide[0].style.font, wide[-1].style.font),
    )


def _with_spaces(run: list[Glyph]) -> list[Glyph]:
    out = run[:1]
    for before, glyph in pairwise(run):
        gap = glyph.x - before.end
        if gap > before.style.size * SPACE_GAP and _are_words(before.char, glyph.char):
            out.append(before._replace(char=" ", x=before.end, end=glyph.x))
        out.append(glyph)
    return out


def _are_words(before: str, after: str) -> bool:
    return not (before.isspace() or after.isspace() or is_wide(before) or is_wide(after))


def without_repeats(pieces: list[Piece], page: int) -> tuple[list[Piece], list[Remark]]:
    """Return pieces without those printed twice at the same place, which looks bold."""
    kept: dict[str, list[Piece]] = {}
    out, left_out = [], []
    for piece in pieces:
        same = kept.setdefault(piece.text, [])
        if any(_over_each_other(piece, other) for other in same[-4:]):
            left_out.append(Remark("printed twice", piece.text, 0, page))
        else:
            same.append(piece)
            out.append(piece)
    return out, left_out


def _over_each_other(piece: Piece, other: Piece) -> bool:
    near = piece.size * _SAME_PLACE
    return abs(piece.left - other.left) < near and abs(piece.base - other.base) < near


def lines_of(pieces: Iterable[Piece], page: int) -> list[Line]:
    """Return lines from the top of a page to its foot."""
    lines: list[list[Piece]] = []
    ruler: Piece | None = None
    for piece in sorted(pieces, key=lambda piece: (-piece.base, piece.left)):
        if ruler is None or ruler.base - piece.base > _SAME_LINE * max(ruler.size, piece.size):
            lines.append([])
            ruler = piece
        lines[-1].append(piece)
        ruler = max(ruler, piece, key=lambda each: each.size)
    return [
        Line(tuple(sorted(line, key=lambda piece: piece.left)), page, number)
        for number, line in enumerate(lines, 1)
    ]


def cells(line: Line) -> list[list[Piece]]:
    """Return the pieces of a line, those together that are no more than a word's gap apart."""
    groups: list[list[Piece]] = []
    for piece in line.pieces:
        if groups and piece.left - groups[-1][-1].right < piece.size * 1.2:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _joined(pieces: Sequence[Piece]) -> str:
    text, right = "", 0.0
    for piece in pieces:
        gap = piece.left - right
        single = len(piece.text) == 1 or len(text) == 1
        far = gap > piece.size * PIECE_GAP * 1.5 and not (single and is_wide(piece.text[0]))
        near = gap > piece.size * SPACE_GAP and spaced(text, piece.text)
        text += (" " if text and (far or near) else "") + piece.text
        right = piece.right
    return text


def usual_leading(lines: Sequence[Line]) -> float:
    """Return the commonest distance between lines, in ems."""
    distances = Counter(
        round((above.base - below.base) / below.size, 1)
        for above, below in pairwise(lines)
        if above.page == below.page and above.column == below.column and above.base > below.base
    )
    return distances.most_common(1)[0][0] if distances else 1.5
