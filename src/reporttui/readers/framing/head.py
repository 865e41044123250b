"""The lines above a report's text: metadata, furniture, and those among which the title is."""

from __future__ import annotations

import re

from reporttui.readers.framing.addressees import is_addressee
from reporttui.readers.framing.dates import date_at_end, end_of_moment, iso_moment
from reporttui.readers.framing.furniture import around, is_widget
from reporttui.readers.framing.labels import DOCUMENT_NUMBER, converted, fits, labelled
from reporttui.readers.framing.tail import is_signature
from reporttui.readers.outlining.markers import marker_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporttui.readers.framing.findings import Findings
    from reporttui.readers.framing.labels import Labelled
    from reporttui.readers.source import Paragraph

_PROSE = 45
"""Code points from where on a line is prose and no line of a heading."""

_LONGEST_METADATA = 200
_LONGEST_ENTRY = 60
_BETWEEN = " \t\xa0\u3000|｜·"
_ENDS = "。！？!?；;"
_LEADERS = r"[.．·…•\s\d\-—_]+$"


def taken_head(lines: Sequence[Paragraph], findings: Findings) -> tuple[list[Paragraph], int]:
    """Take metadata and furniture above a text.

    Args:
        lines: All lines of the file.
        findings: Where it goes.

    Returns:
        The lines among which the title is, and the index of the first line of the text.
    """
    heads: list[Paragraph] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        taken = 0 if is_widget(line.text) else _metadata(lines, at, bool(heads), findings)
        taken = taken or _contents(lines, at, findings)
        if not taken:
            if reason := around(line.text):
                findings.leave(reason, line)
            elif _begins_text(line, bool(heads)):
                break
            else:
                heads.append(line)
        at += taken or 1
    return heads, at


def _begins_text(line: Paragraph, below_title: bool) -> bool:
    text = line.text
    if line.row or (len(text) >= _PROSE and not text.endswith(("报告", "通知", "公报", "意见"))):
        return True
    if below_title and is_addressee(text):
        return True
    if marker_at(text) and (below_title or not text.startswith("第")):
        return True
    return text[-1] in _ENDS or "。" in text or (below_title and text[-1] in "，,、：:")


def _metadata(lines: Sequence[Paragraph], at: int, below_title: bool, findings: Findings) -> int:
    """Take the metadata of a line; return how many lines that were."""
    line = lines[at]
    text = line.text.strip("()（）[] ")
    number = re.match(DOCUMENT_NUMBER, text) if re.search("[号號]", text) else None
    rest = text[number.end() :].strip(_BETWEEN) if number else ""
    if number and (not rest or re.fullmatch("[（(].{1,8}[）)]?", rest) or labelled(rest)):
        findings.know("document_number", number[0])
        findings.recognise("document_number", line)
        return 1
    if below_title and (moment := _moment_of(line.text)):
        findings.know("published", moment)
        findings.recognise("published", line)
        return 1
    behind = _behind_moment(line.text) if below_title else ""
    if behind:
        findings.know("published", iso_moment(line.text))
    pairs = labelled(behind or line.text)
    if not pairs or (below_title and len(line.text) > _LONGEST_METADATA):
        return 0
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    taken = 1
    if pairs[-1].field and not pairs[-1].value and fits(pairs[-1].field, below):
        pairs[-1] = pairs[-1]._replace(value=below)
        taken = 2
    for pair in pairs:
        if pair.field and pair.value:
            findings.know(pair.field, converted(pair.field, pair.value))
        elif not pair.value:
            findings.doubt("label without a value", pair.label, line)
    _tell(pairs, lines[at : at + taken], findings)
    return taken


def _moment_of(text: str) -> str:
    """Return the moment of publication of a line: 青石县民政局 2024-02-27 08:30."""
    moment = iso_moment(text)
    at = date_at_end(text)
    if "T" not in moment or at < 0:
        return ""
    office = text[:at].strip(_BETWEEN)
    return moment if not office or is_signature(office) else ""


def _behind_moment(text: str) -> str:
    """Return the labels behind a moment with which a line begins: 2024-02-27 08:30 来源：新华网."""
    end = end_of_moment(text)
    rest = text[end:].strip(_BETWEEN) if end else ""
    return rest if rest and labelled(rest) else ""


def _tell(pairs: Sequence[Labelled], lines: Sequence[Paragraph], findings: Findings) -> None:
    fields = ", ".join(sorted({pair.field for pair in pairs if pair.field}))
    for line in lines:
        if fields:
            findings.recognise(fields, line)
        else:
            findings.leave("metadata that no field stands for", line)


def _contents(lines: Sequence[Paragraph], at: int, findings: Findings) -> int:
    """Take a table of contents, whose first entry stands again below it; return its lines."""
    if re.sub(r"\s", "", lines[at].text) not in ("目录", "目次") or at + 1 == len(lines):
        return 0
    first = re.sub(_LEADERS, "", lines[at + 1].text)
    for end in range(at + 2, len(lines)):
        text = lines[end].text
        if text == first:
            for line in lines[at:end]:
                findings.leave("table of contents", line)
            return end - at
        if len(text) > _LONGEST_ENTRY or text.endswith("。"):
            return 0
    return 0
