"""`reporttui names`: the index of names of a report."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.analysis.names import names
from reporttui.report.outline import outline
from reporttui.shell.exits import FAILED, FINE
from reporttui.shell.output import opened
from reporttui.shell.rows import write


class Row(NamedTuple):
    """A name.

    Attributes:
        name: As it stands in the text; quotation marks are no part of it.
        kind: One of `analysis.names.KINDS`.
        count: How often it stands there.
        paths: Of the sections in which it stands.
    """

    name: str
    kind: str
    count: int  # type: ignore[assignment]  # a tuple's own `count`, which nobody misses here
    paths: tuple[str, ...]


def run(report: str | None, format: str) -> int:
    """List the names of a report in the order in which they first stand there."""
    found = names(outline(opened(report).report))
    rows = (Row(name.text, name.kind, len(name.places), name.paths) for name in found)
    return FINE if write(Row._fields, rows, format) else FAILED
