"""`reporttui figures`: every figure of a text, and the numbers that are none."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.figures.extraction import Figure, Rejected, extract
from reporttui.library.opening import name_of, read_text
from reporttui.report.model import BadReport
from reporttui.shell.exits import FAILED, FINE, UNUSABLE
from reporttui.shell.output import stdin, tell_problems
from reporttui.shell.rows import write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal


class Row(NamedTuple):
    """A figure, or a number that is none.

    Attributes:
        start: Where it begins in the text, in code points.
        end: Where it ends.
        quote: The characters there.
        value: In full; None for a range, for what is vague, and for a number that is no figure.
        low: The lower end.
        high: The upper end.
        unit: Without multiplier.
        bound: One of `report.model.BOUNDS`.
        kind: One of `report.model.KINDS`.
        subject: What it is of.
        period: As printed.
        reason: Why a number is no figure.
    """

    start: int
    end: int
    quote: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    bound: str | None = None
    kind: str | None = None
    subject: str | None = None
    period: str | None = None
    reason: str | None = None


_SHOWN = ("quote", "value", "unit", "bound", "kind", "subject")


def run(file: str, format: str, rejected: bool) -> int:
    """List the figures of a text in reading order."""
    try:
        text = read_text(file, stdin())
    except BadReport as bad:
        tell_problems(name_of(file), bad.problems)
        return UNUSABLE
    figures, others = extract(text)
    found: list[Figure | Rejected] = [*figures, *(others if rejected else ())]
    found.sort(key=lambda each: each.start)
    fields = Row._fields if rejected else Row._fields[:-1]
    shown = (*_SHOWN, "reason") if rejected else _SHOWN
    count = write(fields, _rows(text, found, len(fields)), format, shown)
    return FINE if count else FAILED


def _rows(text: str, found: Iterable[Figure | Rejected], size: int) -> Iterable[tuple[object, ...]]:
    for each in found:
        quote = text[each.start : each.end]
        if isinstance(each, Rejected):
            row = Row(each.start, each.end, quote, reason=each.reason)
        else:
            words = (each.subject or None, each.period or None)
            numbers = (each.value, each.low, each.high)
            unit = each.unit or None
            row = Row(each.start, each.end, quote, *numbers, unit, each.bound, each.kind, *words)
        yield row[:size]
