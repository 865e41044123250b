"""Names between marks: documents in 《》, and what quotation marks show to be a name."""

from __future__ import annotations

import re

from reporttui.analysis import name_forms as forms
from reporttui.analysis.name_spans import CLAUSE_END, Span, either, national

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.analysis.name_spans import Kind

_LONGEST = 20
"""Code points of a name in quotation marks."""


def titles(text: str) -> Iterator[Span]:
    """Yield what stands in 《》."""
    for match in re.finditer("《([^《》]{1,120})》", text):
        yield _stripped(text, *match.span(1), "document")


def quoted(text: str) -> Iterator[Span]:
    """Yield what stands in quotation marks and is a name."""
    for match in re.finditer('“[^“”\n]+”|「[^「」\n]+」|"[^"\n]+"', text):
        span = _stripped(text, match.start() + 1, match.end() - 1, "programme")
        inside = text[span.start : span.end]
        if _is_name(inside, *_around(text, match)):
            yield span._replace(kind="body") if national().fullmatch(inside) else span


def _stripped(text: str, start: int, end: int, kind: Kind) -> Span:
    inside = text[start:end]
    left = len(inside) - len(inside.lstrip())
    return Span(start + left, start + max(left, len(inside.rstrip())), kind)


def _around(text: str, match: re.Match[str]) -> tuple[str, str]:
    """Return the clause before quotation marks, and what stands behind them."""
    before = re.split(CLAUSE_END, text[max(0, match.start() - 40) : match.start()])[-1]
    return before, text[match.end() : match.end() + 8].lstrip()


def _is_name(inside: str, before: str, after: str) -> bool:
    """Tell whether what is in quotation marks is a name: no quotation, no emphasised word."""
    if not 1 < len(inside) <= _LONGEST or re.search(forms.QUOTING, inside):
        return False
    if re.search(f"{either(forms.EMPHASIS_BEFORE)}$", before):
        return False
    if re.match(f"的?{either(forms.EMPHASIS_AFTER)}", after):
        return False
    parts = re.split("[，、,]", inside)
    if len(parts) > 1:
        return all(part[:1] in forms.NUMERALS for part in parts)
    return bool(
        re.search(forms.NAME_SHAPE, inside)
        or re.match(f"的?{either(forms.NAMING_AFTER)}", after)
        or re.search(either(forms.NAMING_BEFORE), before)
    )
