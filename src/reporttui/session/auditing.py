"""The audit of an open report, what fails first, and where each finding stands."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.analysis.audit import audit
from reporttui.text.sentences import sentence_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.analysis.audit import Finding
    from reporttui.report.outline import Entry
    from reporttui.session.document import Document, Position

_VERDICTS = ("fails", "holds", "cannot_tell")


class Audited(NamedTuple):
    """A finding in an open report.

    Attributes:
        finding: The finding.
        entry: The section in which it stands.
        sentence: The sentence that says it.
        quotes: Where its quotes stand in the sentence, in code points.
        position: Where its first quote stands in the document.
        end: Where that ends, as an offset in the same passage.
    """

    finding: Finding
    entry: Entry
    sentence: str
    quotes: tuple[tuple[int, int], ...]
    position: Position
    end: int


def audited(document: Document) -> list[Audited]:
    """Return what an audit finds: failures first, then in reading order."""
    found = sorted(audit(document.outline), key=lambda each: _VERDICTS.index(each.verdict))
    return [_audited(document, finding) for finding in found]


def _audited(document: Document, finding: Finding) -> Audited:
    entry = document.outline.find(finding.path)
    assert entry
    text, first = entry.fields[finding.field], min(finding.spans)
    start, end = sentence_at(text, first[0])
    quotes = tuple((a - start, b - start) for a, b in finding.spans)
    position, stop = document.stretch(entry.index, finding.field, *first)
    return Audited(finding, entry, text[start:end], quotes, position, stop)
