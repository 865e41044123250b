"""Which of the lines above a text is its title."""

from __future__ import annotations

import re
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporttui.readers.source import Paragraph

_KINDS = (
    "报告|公报|通报|通知|意见|办法|规定|规划|总结|计划|方案|决定|决议|要点|纲要|条例|说明|公告|通告|请示|批复|"
    "函|纪要|情况|汇报|讲话|命令|议案|草案|年报|指南|细则|白皮书|報告|總結|通報"
)
_ENDS_AS_TITLE = rf"(?:{_KINDS})(?:[（(《][^）)》]*[）)》])?[”》]?$"
_ORGAN = "(?:政府|政府办公室|委员会|局|厅|办公室|委|部|院)$"
_YEAR = "[12][0-9]{3}年|[一二][〇零○一二三四五六七八九]{3}年"
_SHORTEST, _LONGEST = 4, 80
_SHORTEST_REPEATED = 6
_MOST_LINES = 3
_LINES_LOOKED_AT = 60


class Title(NamedTuple):
    """The title, and what stands around it.

    Attributes:
        title: Its characters; empty where there is none.
        first: Index of its first line.
        lines: How many lines it has.
        above: The lines above it.
        again: The lines that repeat it.
        below: The lines below it that do not.
    """

    title: str
    first: int
    lines: int
    above: tuple[Paragraph, ...]
    again: tuple[Paragraph, ...]
    below: tuple[Paragraph, ...]


def find_title(heads: Sequence[Paragraph], told: str = "") -> Title:
    """Find the title among the lines above a text.

    Args:
        heads: Those lines.
        told: What the format itself, or a label, says the title is.
    """
    spans = [
        (first, count)
        for first in range(min(len(heads), _LINES_LOOKED_AT))
        for count in range(1, min(_MOST_LINES, len(heads) - first) + 1)
    ]
    if not spans:
        return Title(told, 0, 0, (), (), ())
    first, count = max(spans, key=lambda span: _score(heads, span, told))
    title = _joined(heads, first, count)
    above, again = _without_repetitions(heads[:first], title)
    below, later = _without_repetitions(heads[first + count :], title)
    return Title(title, first, count, above, again + later, below)


def _without_repetitions(
    lines: Sequence[Paragraph], title: str
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Part lines from those that say the title again, be it over several lines."""
    others: list[Paragraph] = []
    again: list[Paragraph] = []
    at = 0
    while at < len(lines):
        taken = next(
            (
                count
                for count in range(1, _MOST_LINES + 1)
                if at + count <= len(lines) and _says_again(_joined(lines, at, count), title)
            ),
            0,
        )
        if taken:
            again += lines[at : at + taken]
        else:
            others.append(lines[at])
        at += taken or 1
    return tuple(others), tuple(again)


_GLUED = (
    rf"(?P<title>[^。，；：:]{{4,60}}?(?:{_KINDS}))(?!的|和)(?=[一-龥、]{{2,24}}[:：][^。]{{4,}})"
)


def glued_title(text: str) -> int:
    """Return where a title ends to which an addressee and the body are glued; 0 for none."""
    match = re.match(_GLUED, text)
    return match.end("title") if match and "关于" in match["title"] else 0


def ends_as_title(text: str) -> bool:
    """Tell whether a text ends with a word for a kind of document: 报告, 通知."""
    return re.search(_ENDS_AS_TITLE, text) is not None


def _joined(heads: Sequence[Paragraph], first: int, count: int) -> str:
    texts = [line.text for line in heads[first : first + count]]
    joined = texts[0]
    for text in texts[1:]:
        latin = joined[-1].isascii() and text[0].isascii()
        joined += (" " if latin else "") + text
    return joined


def _score(heads: Sequence[Paragraph], span: tuple[int, int], told: str) -> tuple[float, int]:
    """Weigh the signs that some lines are the title; the first of equals is taken."""
    first, count = span
    text = _joined(heads, first, count)
    lines = heads[first : first + count]
    begins = any(line.text[0] in "（(—" or _says_date(line.text) for line in lines[1:])
    ended = sum(re.search(_ENDS_AS_TITLE, line.text) is not None for line in lines[:-1])
    issuer = count > 1 and re.search(_ORGAN, lines[0].text)
    signs = (
        (20, bool(told) and _plain(text) == _plain(told)),
        (5, re.search(_ENDS_AS_TITLE, text)),
        (2, "关于" in text or "關於" in text),
        (2, issuer and lines[1].text.startswith(("关于", "關於"))),
        (4, issuer and lines[1].text in ("工作报告", "政府工作报告", "年度报告", "工作總結")),
        (2, any(line.heading == 1 for line in lines)),
        (1, any(line.align == "centre" for line in lines)),
        (1, re.search(_YEAR, text)),
        (-4, text[0] in "（(—" or text[-1] in "）)"),
        (-3, not _SHORTEST <= len(text) <= _LONGEST),
        (-6 * ended, True),  # A title that has ended does not go on.
        (-6, begins),
        (-0.1 * (count - 1), True),
    )
    return sum(weight for weight, holds in signs if holds), -first


def _says_date(text: str) -> bool:
    return re.search(r"\d+月\d+日", text) is not None


def _says_again(line: str, title: str) -> bool:
    """Whether a line is the title, be it with the name of a site behind it."""
    plain, whole = _plain(line), _plain(title)
    if len(plain) < _SHORTEST_REPEATED or not plain.startswith(whole):
        return False
    return len(plain) == len(whole) or plain[len(whole)] in "_-|—–"


def _plain(text: str) -> str:
    return re.sub(r"[\s\u3000《》“”\"'（）()]", "", text)
