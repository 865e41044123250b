"""What a person should look at in a report that was read, beside what each step noted."""

from __future__ import annotations

import re

from reporttui.readers.source import Remark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reporttui.readers.source import Paragraph
    from reporttui.report.model import Section

_PHRASE = (
    r"[A-Za-z][A-Za-z'’]+(?:[ ,.\-]+[A-Za-z'’]{2,})+|(?<![A-Za-z0-9])[a-z]{4,}(?![A-Za-z0-9@.])"
)
_SCRIPT = "[\u0400-\u04ff\u3040-\u30ff\uac00-\ud7af\u0600-\u06ff\u0e00-\u0e7f]{2,}"
"""Cyrillic, Kana, Hangul, Arabic, Thai."""

_REPLACED = "[^\n]{0,10}\ufffd+[^\n]{0,10}"
_MOST = 1000
"""Doubts about one file that are told."""

_LONG = 1500
"""Characters from where on a report without an outline is remarkable."""


def doubts_about(paragraphs: Sequence[Paragraph], sections: Sequence[Section]) -> Iterator[Remark]:
    """Yield what looks odd in an article and in the outline that was made of it."""
    for paragraph in paragraphs:
        for form, reason in ((_PHRASE, "foreign words"), (_SCRIPT, "foreign words")):
            for match in re.finditer(form, paragraph.text):
                yield Remark(reason, match[0], paragraph.line, paragraph.page)
        for match in re.finditer(_REPLACED, paragraph.text):
            yield Remark("characters lost", match[0], paragraph.line, paragraph.page)
    if paragraphs:
        first = paragraphs[0]
        if not sections and sum(len(each.text) for each in paragraphs) > _LONG:
            yield Remark("no outline", first.text[:40], first.line, first.page)
        if sections and _begins_low(sections):
            number = sections[0].number + sections[0].title
            yield Remark("outline begins below its highest level", number[:40], first.line)


def _begins_low(sections: Sequence[Section]) -> bool:
    return bool(re.match(r"[（(〔]?[一二三四五六七八九十]+[）)〕]|[（(]?\d", sections[0].number))


def enough(remarks: tuple[Remark, ...]) -> tuple[Remark, ...]:
    """Return as many remarks as a person may look at, and how many more there are."""
    if len(remarks) <= _MOST:
        return remarks
    last = remarks[_MOST]
    more = Remark("more of this sort", str(len(remarks) - _MOST), last.line, last.page)
    return (*remarks[:_MOST], more)


def in_order(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Return remarks in the order of the file."""
    return tuple(sorted(remarks, key=lambda remark: (remark.page, remark.line)))
