"""Rows → table, CSV, TSV, JSON or JSON lines.

A row is a named tuple of text, whole numbers, decimals, tuples of text, and None for what is
missing.
"""

from __future__ import annotations

import sys
from itertools import chain

from reporttui.writers.cells import as_object, escaped_json, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    Row = tuple[Any, ...]


def write(
    fields: Sequence[str],
    rows: Iterable[Row],
    form: str,
    shown: Sequence[str] | None = None,
    right: Sequence[str] = (),
) -> int:
    """Print rows.

    Args:
        fields: The fields of a row.
        rows: What to print, in order; read one by one.
        form: One of `commands.FORMATS`.
        shown: The fields that the table has, where it leaves some out.
        right: Texts of which the table keeps the end, set to the right.

    Returns:
        How many there were.
    """
    count = 0

    def counted() -> Iterator[Row]:
        nonlocal count
        for row in rows:
            count += 1
            yield row

    if form == "table":
        from reporttui.shell.table import write_table

        write_table(fields, counted(), shown or fields, right)
    else:
        _WRITERS[form](fields, counted())
    return count


def _csv(fields: Sequence[str], rows: Iterable[Row]) -> None:
    """Write CSV as RFC 4180 has it, but with the line ends of everything else here."""
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerows(map(plain, row) for row in chain([fields], rows))


def _tsv(fields: Sequence[str], rows: Iterable[Row]) -> None:
    # No cell holds a tab or a line break: `plain` shows them as other characters.
    for row in chain([fields], rows):
        print("\t".join(map(plain, row)))


def _json(fields: Sequence[str], rows: Iterable[Row]) -> None:
    before = "["
    for row in rows:
        print(before)
        before = _object(fields, row) + ","
    print("[]" if before == "[" else before[:-1] + "\n]")


def _jsonl(fields: Sequence[str], rows: Iterable[Row]) -> None:
    for row in rows:
        print(_object(fields, row))


def _object(fields: Sequence[str], row: Row) -> str:
    from json import dumps

    return escaped_json(dumps(as_object(fields, row), ensure_ascii=False))


_WRITERS = {"csv": _csv, "tsv": _tsv, "json": _json, "jsonl": _jsonl}
