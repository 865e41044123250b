"""A workbook for Excel and WPS: the metrics, the sentences they come from, the report.

Values are numbers and everything else is text: nothing in it is a formula or a link.
"""

from __future__ import annotations

import io
from datetime import datetime
from decimal import Decimal

import xlsxwriter

from reporttui.figures.listing import Row
from reporttui.report.facts import facts
from reporttui.text.width import cell_len
from reporttui.words import _
from reporttui.writers.cells import plain
from reporttui.writers.formulas import is_formula

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from reporttui.writers.formats import Options
    from reporttui.writers.view import View

PROVENANCE = ("path", "section", "name", "printed", "sentence", "field", "figure_start", "origin")
"""The columns of the sheet that says where figures come from."""

_CREATED = datetime(2000, 1, 1)
"""Said of every workbook, so that the same report gives the same bytes."""

_EXACT = 15
"""Digits that a number has in a workbook; one with more is text, for no digit to change."""

_LONGEST = 32_767
"""Characters that a cell can hold, counted as in UTF-16."""

_WIDEST = 60
_MEASURED = 200
"""Rows by which the width of a column is chosen."""


def write(view: View, options: Options) -> bytes:
    """Return the workbook of the metrics in view."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as workbook:
        workbook.set_properties({"title": plain(view.report.title), "created": _CREATED})
        sheets = _Sheets(workbook, raw=options.raw_cells)
        sheets.add(_("Metrics"), Row._fields, [one.row for one in view.metrics])
        sheets.add(_("Provenance"), PROVENANCE, list(_provenance(view)))
        title = (_("Title"), view.report.title)
        sheets.add(_("Report"), (_("Fact"), _("Text")), [title, *facts(view.report)])
    return stream.getvalue()


def _provenance(view: View) -> Iterable[Sequence[object]]:
    for one in view.metrics:
        row = one.row
        where = (row.field, row.figure_start, row.origin)
        yield row.path, one.entry.label, row.name, row.printed, one.sentence, *where


class _Sheets:
    """Adds sheets to a workbook, all of one look."""

    def __init__(self, workbook: Any, *, raw: bool) -> None:  # noqa: ANN401 - has no types
        self._workbook = workbook
        self._raw = raw
        self._head = workbook.add_format({"bold": True, "bottom": 1})
        # Excel's own mark of text that must stay text when the cell is edited.
        self._inert = workbook.add_format({"quote_prefix": True})
        self._numbers: dict[int, Any] = {}

    def add(self, name: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Add a sheet whose first row stays in view and filters the others."""
        sheet = self._workbook.add_worksheet(name)
        for column, head in enumerate(heads):
            sheet.write_string(0, column, head, self._head)
            longest = max((cell_len(plain(row[column])) for row in rows[:_MEASURED]), default=0)
            sheet.set_column(column, column, min(max(longest, cell_len(head) + 3) + 1, _WIDEST))
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                self._write(sheet, number, column, value)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows), len(heads) - 1)

    def _write(self, sheet: Any, row: int, column: int, value: object) -> None:  # noqa: ANN401
        if value is None:
            return
        if isinstance(value, Decimal) and len(value.as_tuple().digits) <= _EXACT:
            sheet.write_number(row, column, float(value), self._number(value))
        elif isinstance(value, int):
            sheet.write_number(row, column, value)
        else:
            text = _fitting(plain(value))
            inert = isinstance(value, str) and not self._raw and is_formula(text)
            sheet.write_string(row, column, text, self._inert if inert else None)

    def _number(self, value: Decimal) -> Any:  # noqa: ANN401
        """Return the format that shows the decimals that were printed."""
        decimals = max(0, -int(value.as_tuple().exponent))
        if decimals not in self._numbers:
            form = "#,##0" + "." * bool(decimals) + "0" * decimals
            self._numbers[decimals] = self._workbook.add_format({"num_format": form})
        return self._numbers[decimals]


def _fitting(text: str) -> str:
    if len(text) * 2 <= _LONGEST or len(text.encode("utf-16-le")) // 2 <= _LONGEST:
        return text
    return text.encode("utf-16-le")[: 2 * (_LONGEST - 1)].decode("utf-16-le", "ignore") + "…"
