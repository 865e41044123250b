"""Do the figures of a report add up? Each check says what it computed, or that it cannot tell.

The checks read one sentence at a time (`analysis.checks`), and say `fails` only where no rounding
and no reading of the sentence makes the numbers agree.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from reporttui.analysis.checks import CHECKS
from reporttui.analysis.said import Said
from reporttui.figures.extraction import extract
from reporttui.text.sentences import sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.report.outline import Outline

FIELDS = ("title", "opening", "text")


class Finding(NamedTuple):
    """What a check has found.

    Attributes:
        kind: The check: `parts`, `share`, `change`, `percentage`, `smallest_counts`.
        verdict: `holds`, `fails` or `cannot_tell`.
        arithmetic: What was computed, as a person would write it.
        quotes: The figures that it is about.
        values: What they say; 0 for what has no one value.
        path: Of the section.
        field: Of the section.
        spans: Where the quotes stand in the field, in code points.
    """

    kind: str
    verdict: str
    arithmetic: str
    quotes: tuple[str, ...]
    values: tuple[Decimal, ...]
    path: str
    field: str
    spans: tuple[tuple[int, int], ...]


def audit(outline: Outline) -> Iterator[Finding]:
    """Yield what the checks find in a report, in reading order."""
    for entry in outline:
        for field, text in entry.fields.items():
            if field not in FIELDS or (entry.index == 0 and field == "title"):
                continue
            for finding in of_text(text):
                yield finding._replace(path=entry.path, field=field)


def of_text(text: str) -> Iterator[Finding]:
    """Yield what the checks find in a text."""
    figures = extract(text)[0]
    for start, end in sentences(text):
        inside = [each for each in figures if start <= each.start < end]
        if len(inside) < 1:
            continue
        said = Said(text, inside, end)
        found = [result for check in CHECKS for result in check(said)]
        for result in sorted(found, key=lambda each: each.figures[0].start):
            spans = tuple((figure.start, figure.end) for figure in result.figures)
            quotes = tuple(text[a:b] for a, b in spans)
            values = tuple(figure.value or Decimal(0) for figure in result.figures)
            said_by = (result.kind, result.verdict, result.arithmetic)
            yield Finding(*said_by, quotes, values, "", "", spans)
