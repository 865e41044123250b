"""Page numbers of a printed page, and the headers beside them that stand on each page."""

from __future__ import annotations

import re
from collections import Counter

from reporttui.readers.framing.furniture import anywhere

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporttui.readers.framing.findings import Findings
    from reporttui.readers.source import Paragraph

_LONGEST_HEADER = 50
_GLUED = r"(?P<number>[-—–－] ?[0-9]{1,3} ?[-—–－])(?=[一-龥（(]|[0-9]{1,2}[.．、])"


def without_pages(lines: Sequence[Paragraph], findings: Findings) -> list[Paragraph]:
    """Take page numbers, and lines that stand beside one and more than once in the file."""
    lines = [_without_glued_number(line, findings) for line in lines]
    numbers = {
        at for at, line in enumerate(lines) if not line.row and anywhere(line.text) == "page number"
    }
    if not numbers:
        return list(lines)
    counts = Counter(line.text for line in lines)
    headers = {
        at
        for number in numbers
        for at in (number - 1, number + 1)
        if 0 <= at < len(lines) and at not in numbers and _may_be_header(lines[at], counts)
    }
    kept = []
    for at, line in enumerate(lines):
        if at in numbers:
            findings.leave("page number", line)
        elif at in headers:
            findings.leave("running header", line)
        else:
            kept.append(line)
    return kept


def _without_glued_number(line: Paragraph, findings: Findings) -> Paragraph:
    """Take a page number that a copied text has before or behind a line: -3-2.收支情况."""
    begins = line.text[0] in "-—–－" and not line.row
    match = re.match(_GLUED, line.text) if begins else None
    if not match:
        return line
    findings.leave("page number", line._replace(text=match["number"]))
    return line._replace(text=line.text[match.end() :])


def _may_be_header(line: Paragraph, counts: Counter[str]) -> bool:
    return counts[line.text] > 1 and len(line.text) <= _LONGEST_HEADER and not line.row
