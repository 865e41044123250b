"""A page that is all on one line: title, addressee, body and signature are parted."""

from __future__ import annotations

import re

from reporttui.readers.framing.addressees import is_addressee
from reporttui.readers.framing.dates import date_at_end
from reporttui.readers.framing.labels import label_at
from reporttui.readers.framing.tail import DISCLOSURE, is_signature
from reporttui.readers.framing.titles import ends_as_title, glued_title

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporttui.readers.framing.findings import Findings
    from reporttui.readers.source import Paragraph

_LONG = 200
_LINES_WITH_A_TITLE = 60
_MOST_OF_THE_TEXT = 0.6

_ADDRESSEE = "[^。，；:：]{2,40}[:：]"
_DISCLOSURE = rf"(?:(?<=。)|(?<=日))\s*(?:{DISCLOSURE})\s*$"


def unglued(lines: Sequence[Paragraph], findings: Findings) -> list[Paragraph]:
    """Part a line that holds most of the text."""
    size = sum(len(line.text) for line in lines)
    found: list[Paragraph] = []
    for at, line in enumerate(lines):
        if len(line.text) <= max(_LONG, size * _MOST_OF_THE_TEXT):
            found += _title_and_labels(line) if at < _LINES_WITH_A_TITLE else [line]
            continue
        parts = [line._replace(text=part) for part in _parts(line.text)]
        if len(parts) > 1:
            findings.doubt("body on one line", line.text[:40], line)
        found += parts
    return found


def _title_and_labels(line: Paragraph) -> list[Paragraph]:
    """Part a title from the labels behind it: …报告 来源：县政府 时间：2025-01-02."""
    at = label_at(line.text) if len(line.text) <= _LONG else 0
    title = line.text[:at].rstrip()
    if not at or not ends_as_title(title):
        return [line]
    return [line._replace(text=title), line._replace(text=line.text[at:])]


def _parts(text: str) -> Iterator[str]:
    if title := glued_title(text):
        yield text[:title]
        text = text[title:].lstrip()
    match = re.match(_ADDRESSEE, text)
    if match and is_addressee(match[0]):
        yield match[0]
        text = text[match.end() :].lstrip()
    below = []
    if match := re.search(_DISCLOSURE, text):
        below.append(match[0].strip())
        text = text[: match.start()].rstrip()
    at = date_at_end(text)
    signer = re.search("[^。！？]*$", text[:at]) if at > 0 else None
    if signer and is_signature(signer[0].strip()):
        below += [text[at:], signer[0].strip()]
        text = text[: signer.start()].rstrip()
    if text:
        yield text
    yield from reversed(below)
