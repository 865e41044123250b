"""The lines below a report's text: signature, date, disclosure, and furniture."""

from __future__ import annotations

import itertools
import re

from reporttui.readers.framing.dates import date_at_end, is_date, iso_date
from reporttui.readers.framing.furniture import around
from reporttui.readers.framing.labels import labelled
from reporttui.readers.outlining.markers import marker_at
from reporttui.text.folding import one_form

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporttui.readers.framing.findings import Findings
    from reporttui.readers.source import Paragraph

_LONGEST_SIGNATURE = 40
_LONGEST_DATE = 16
_MOST_LINES = 8
_LONGEST_NAME_OF_AN_ANNEX = 60
_LINES_BELOW = 30
"""Lines at the end of a file among which a signature is looked for."""

_LINES_OF_A_LICENCE = 40

DISCLOSURE = (
    r"[（(【\[]?(?:此件|本件|本文|此文|信息公开|公开)[^。]{0,24}公开[^。]{0,12}[）)】\]]?"
    r"|[（(](?:主动公开|依申请公开|不予公开)[）)]"
)
"""The note on who may read it: (此件主动公开)."""

_LICENCE = "本(?:作品|文).{0,30}(?:公有领域|版权|著作权|中华人民共和国的$)|Public domain"
_ORGANS = (
    "政府|委员会|中学|小学|幼儿园|委|局|办公室|办|厅|部|院|署|中心|司|处|站|所|会|公司|集团|大学|学院|学校|银行|"
    "总队|支队|大队|队|领导小组|指挥部|街道|镇|乡|馆|社|台"
)
_ORGAN = rf".*(?:{_ORGANS})(?:\s*[（(][^（()）]{{0,12}}[）)])?"


def is_signature(text: str) -> bool:
    """Tell whether a line is the name of an office and nothing more."""
    return (
        2 <= len(text) <= _LONGEST_SIGNATURE
        and not re.search("[。；;，,：:！？!?]", text)
        and not marker_at(text)
        and re.fullmatch(_ORGAN, one_form(text)) is not None
    )


def without_tail(lines: Sequence[Paragraph], findings: Findings) -> list[Paragraph]:
    """Take what stands below a text, and return the text."""
    end = _end_of_text(lines)
    kept, tail = list(lines[:end]), list(lines[end:])
    if tail and re.fullmatch(DISCLOSURE, tail[0].text):
        findings.place("disclosure", tail[0])
        findings.know("disclosure", tail.pop(0).text)
    for line in tail:
        findings.leave(around(line.text) or _reason(line.text), line)
    if kept and "disclosure" not in findings.fields and re.fullmatch(DISCLOSURE, kept[-1].text):
        findings.place("disclosure", kept[-1])
        findings.know("disclosure", kept.pop().text)
    return _without_signature(kept, findings)


def dated_inside(lines: Sequence[Paragraph], findings: Findings) -> None:
    """Learn issuer and day from a signature with an annex below it, which stays in its place."""
    for above, line in itertools.pairwise(lines):
        if is_date(line.text) and is_signature(above.text):
            findings.know("dated", iso_date(line.text))
            findings.know("issuer", above.text.split()[0])
            return


def _reason(text: str) -> str:
    return "metadata that no field stands for" if labelled(text) else "below the signature"


def _end_of_text(lines: Sequence[Paragraph]) -> int:
    """Return where the lines below a text begin: behind its signature, or its last sentence."""
    end = _before_licence(lines)
    while end and around(lines[end - 1].text):
        end -= 1
    for at in range(end - 1, max(0, len(lines) - _LINES_BELOW), -1):
        if is_date(lines[at].text) and is_signature(lines[at - 1].text):
            behind = lines[at + 1 : end]
            # An annex is a part of the report, and then the signature stands amid its text.
            if all(_is_small(line.text) for line in behind):
                return at + 1
    return end


def _before_licence(lines: Sequence[Paragraph]) -> int:
    """Return where the licence notice of a library of texts begins, or the number of lines."""
    for at in range(max(0, len(lines) - _LINES_OF_A_LICENCE), len(lines)):
        if re.match(_LICENCE, lines[at].text):
            return at
    return len(lines)


def _is_small(text: str) -> bool:
    """Whether a line behind the signature is no annex, but the name of one, or an imprint."""
    if len(text) <= _LONGEST_NAME_OF_AN_ANNEX and not text.endswith("。"):
        return True
    return bool(around(text) or labelled(text))


def _without_signature(lines: list[Paragraph], findings: Findings) -> list[Paragraph]:
    """Take who signs and when: one after the other, each with a date or all with one."""
    signed: list[str] = []
    dates: list[str] = []
    while lines and len(signed) < _MOST_LINES:
        if date := _date_of(lines, findings):
            # Where each signs with a date of its own, those above the last stay between them.
            signed[:0] = [date] if dates else []
            dates.append(date)
        # Without a date, the name of an office at the end may also end a list.
        if not dates or not lines or not is_signature(lines[-1].text):
            break
        findings.place("signed", lines[-1])
        signed.insert(0, lines.pop().text)
    findings.know("signed", " ".join(signed))
    findings.know("signed_date", dates[0] if dates else "")
    findings.know("dated", max(map(iso_date, dates), default=""))
    return lines


def _date_of(lines: list[Paragraph], findings: Findings) -> str:
    """Take the date in the last line, which may stand behind the name of an office."""
    last = lines[-1].text
    if is_date(last):
        findings.place("signed_date", lines[-1])
        return lines.pop().text
    at = date_at_end(last)
    if (
        at > 0
        and len(last) <= _LONGEST_SIGNATURE + _LONGEST_DATE
        and is_signature(last[:at].rstrip())
    ):
        lines[-1] = lines[-1]._replace(text=last[:at].rstrip())
        return last[at:]
    return ""
