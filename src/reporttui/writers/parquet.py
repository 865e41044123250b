"""Apache Parquet: a metric to a row, values as decimals and texts as they are."""

from __future__ import annotations

import io
from decimal import Decimal

from reporttui.figures.listing import Row
from reporttui.writers.formats import MissingPackage

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ImportError:
    raise MissingPackage("parquet") from None

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporttui.writers.formats import Options
    from reporttui.writers.view import View

_DECIMALS = 6
"""Digits behind the point that a value has at least: files of many reports have one schema."""

_NUMBERS = ("value", "low", "high")
_OFFSETS = ("start", "end", "figure_start", "figure_end")
_ALWAYS = ("path", "name", "bound", "kind", "quote", "origin")
"""Fields that no row is without."""


def write(view: View, _options: Options) -> bytes:
    """Return the metrics in view as one table; its metadata names the report."""
    rows = [one.row for one in view.metrics]
    report = view.report
    about = {"report": report.id, "title": report.title, "document_number": report.document_number}
    schema = pa.schema(_fields(rows), metadata=about)
    columns = zip(*rows, strict=True) if rows else ((),) * len(Row._fields)
    table = pa.table(dict(zip(Row._fields, map(list, columns), strict=True)), schema=schema)
    stream = io.BytesIO()
    pq.write_table(table, stream, compression="zstd")
    return stream.getvalue()


def _fields(rows: Iterable[Row]) -> Iterable[pa.Field]:
    decimal = _decimal([n for row in rows for n in (row.value, row.low, row.high) if n is not None])
    types = dict.fromkeys(_NUMBERS, decimal) | dict.fromkeys(_OFFSETS, pa.int64())
    for name in Row._fields:
        yield pa.field(name, types.get(name, pa.string()), nullable=name not in _ALWAYS)


def _decimal(numbers: Iterable[Decimal]) -> pa.DataType:
    """Return the type that holds all numbers: 128 bits, or 256 where one has so many digits."""
    scale = max([_DECIMALS, *(-int(n.as_tuple().exponent) for n in numbers)])
    whole = max([n.adjusted() + 1 for n in numbers], default=0)
    return pa.decimal128(38, scale) if whole + scale <= 38 else pa.decimal256(76, scale)
