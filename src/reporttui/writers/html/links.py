"""Which characters of the text are figures, and which rows of the table they belong to."""

from __future__ import annotations

from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.writers.view import View


class Mark(NamedTuple):
    """A figure in the text.

    Attributes:
        start: Where it begins in its field, in code points.
        end: Where it ends.
        row: Number of the row that it leads to; the page calls it `fROW`, and the row `mROW`.
    """

    start: int
    end: int
    row: int


class Links:
    """The marks of a view, and the way back from its rows."""

    def __init__(self, view: View) -> None:
        self._marks: dict[tuple[int, str], list[Mark]] = {}
        self._mark_of: dict[int, int] = {}
        spans = []
        for number, (entry, _, row) in enumerate(view.metrics, 1):
            if row.field and row.figure_start is not None and row.figure_end is not None:
                spans.append((entry.index, row.field, row.figure_start, row.figure_end, number))
        for entry_index, field, start, end, number in sorted(spans):
            marks = self._marks.setdefault((entry_index, field), [])
            # Links cannot stand in each other: of figures that overlap, the first one is marked.
            if not marks or marks[-1].end <= start:
                marks.append(Mark(start, end, number))
            self._mark_of[number] = marks[-1].row

    def marks(self, entry: int, field: str, start: int, end: int) -> list[Mark]:
        """Return the marks that begin in a part of a field, in order."""
        return [mark for mark in self._marks.get((entry, field), ()) if start <= mark.start < end]

    def mark_of(self, row: int) -> int | None:
        """Return the number of the mark that a row leads to; None where its figure has no place."""
        return self._mark_of.get(row)
