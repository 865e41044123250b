"""Whom a report addresses: a line that ends with a colon, below the title."""

from __future__ import annotations

import re

from reporttui.readers.framing.dates import iso_date
from reporttui.readers.outlining.markers import marker_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporttui.readers.framing.findings import Findings
    from reporttui.readers.source import Paragraph

_LONGEST = 60
_LINES_LOOKED_AT = 8
_LONGEST_SUBTITLE = 6
"""Lines below a title that can be its subtitle."""

_SPOKEN_TO = "(?:各位|尊敬的)[^。，,]{1,12}[！!：:]|同志们[！!：:]"
_SAYS_MORE = "如下|以下|下列|报告|汇报|通报"


def is_addressee(text: str) -> bool:
    """Tell whether a line addresses somebody: 各位代表："""
    if re.fullmatch(_SPOKEN_TO, text):
        return True
    return (
        len(text) <= _LONGEST
        and text.endswith((":", "："))
        and not re.search(_SAYS_MORE, text)
        and not marker_at(text)
        and "。" not in text
    )


def without_addressee(
    front: Sequence[Paragraph], body: Sequence[Paragraph], findings: Findings
) -> list[Paragraph]:
    """Take the addressee, and the lines between it and the title, which are the subtitle.

    Args:
        front: The lines between title and text.
        body: The text.
        findings: Where they go.

    Returns:
        The text that is left.
    """
    lines = [*front, *body]
    looked_at = enumerate(lines[:_LINES_LOOKED_AT])
    at = next((at for at, line in looked_at if is_addressee(line.text)), len(lines))
    if at <= len(front) and at < len(lines):
        findings.place("addressee", lines[at])
        findings.know("addressee", lines.pop(at).text)
    else:
        # Many lines, or nothing below them, are the text itself.
        at = len(front) if body and len(front) <= _LONGEST_SUBTITLE else 0
    for line in lines[:at]:
        findings.place("subtitle", line)
    findings.know("subtitle", "\n".join(line.text for line in lines[:at]))
    dates = (iso_date(line.text) for line in lines[:at])
    findings.know("dated", next(filter(None, dates), ""))
    return lines[at:]
