"""CSV (RFC 4180, but with the line ends of everything else here): a metric to a row."""

from __future__ import annotations

import io
from csv import writer

from reporttui.figures.listing import Row
from reporttui.writers.cells import plain
from reporttui.writers.formulas import inert

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.writers.formats import Options
    from reporttui.writers.view import View


def write(view: View, options: Options) -> bytes:
    """Return the metrics in view, with a line of field names."""
    stream = io.StringIO(newline="")
    rows = writer(stream, lineterminator="\n")
    cell = plain if options.raw_cells else _inert
    rows.writerow(Row._fields)
    rows.writerows(map(cell, one.row) for one in view.metrics)
    return stream.getvalue().encode("utf-8-sig" if options.bom else "utf-8")


def _inert(value: object) -> str:
    return inert(plain(value)) if isinstance(value, str) else plain(value)
