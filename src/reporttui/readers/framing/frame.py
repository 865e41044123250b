"""What stands around a report's text, taken away from it part by part."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.readers.doubts import in_order
from reporttui.readers.framing.addressees import without_addressee
from reporttui.readers.framing.findings import Findings
from reporttui.readers.framing.gluing import unglued
from reporttui.readers.framing.head import taken_head
from reporttui.readers.framing.inference import issuer_of, year_of
from reporttui.readers.framing.labels import converted
from reporttui.readers.framing.pages import without_pages
from reporttui.readers.framing.tail import dated_inside, without_tail
from reporttui.readers.framing.titles import find_title

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporttui.readers.source import Paragraph, Remark, Source


class Framed(NamedTuple):
    """A report without what stands around its text.

    Attributes:
        body: The paragraphs of the text, without title, addressee and signature.
        fields: Field of a report → its value.
        recognised: What is metadata, by field.
        placed: Lines of the report that are a field.
        left_out: What is no part of the report.
        doubts: What may be read otherwise.
    """

    body: tuple[Paragraph, ...]
    fields: dict[str, str]
    recognised: tuple[Remark, ...]
    placed: tuple[Remark, ...]
    left_out: tuple[Remark, ...]
    doubts: tuple[Remark, ...]


def framed(source: Source) -> Framed:
    """Take a report out of what stands around it."""
    findings = Findings()
    lines = unglued(without_pages(source.paragraphs, findings), findings)
    heads, begin = taken_head(lines, findings)
    body = without_tail(lines[begin:], findings)
    dated_inside([*heads, *body], findings)
    front = _without_title(heads, source.fields.get("title", ""), findings)
    body = without_addressee(front, body, findings)
    for field, text in source.fields.items():
        if field != "title":
            findings.know(field, converted(field, text))
    findings.know("issuer", issuer_of(findings.fields, body))
    findings.know("year", year_of(findings.fields, body))
    return Framed(
        tuple(body),
        findings.fields,
        tuple(findings.recognised),
        in_order(findings.placed),
        tuple(findings.left_out),
        tuple(findings.doubts),
    )


def _without_title(
    heads: Sequence[Paragraph], told: str, findings: Findings
) -> Sequence[Paragraph]:
    """Take the title from the lines among which it is; return those that stand below it."""
    found = find_title(heads, findings.fields.pop("title", "") or told)
    findings.know("title", found.title)
    for line in found.above:
        findings.leave("above the title", line)
    for line in found.again:
        findings.leave("title repeated", line)
    for line in heads[found.first : found.first + found.lines]:
        findings.place("title", line)
    if found.lines > 1:
        findings.doubt("title over several lines", found.title, heads[found.first])
    return found.below
