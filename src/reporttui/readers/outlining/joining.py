"""Paragraphs that came apart: wrapped lines, sentences cut by blank lines, broken numbers."""

from __future__ import annotations

import re
from typing import NamedTuple

from reporttui.readers.framing.furniture import anywhere, jumps
from reporttui.readers.outlining.headings import UNFINISHED, is_heading_by_look
from reporttui.readers.outlining.markers import marker_at
from reporttui.readers.source import Paragraph, Remark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ENDS = "。！？!?；;：:…"
_CLOSERS = '”’》）)】』」]"'
_NEVER_FIRST = "，,。、；;：:！？!?”’》）)】』」"
_UNFINISHED = "，,、（(“‘《〈—"
_PROSE = 56
"""Code points from where on a line without a stop at its end is prose that was cut."""

_HEADING = 30
_INDENT = "　　"
_WRAPPED_AT_MOST = 110
_WRAPPED_AT_LEAST = 30
_WRAPPED_SHARE = 0.6
_WRAPPED_LINES = 4
_RAGGED = 8
"""Cells by which a full line may be shorter than the longest: rules of line breaking, Latin."""

_SIGNS_OF_A_NUMBER = frozenset("（(〔第一二三四五六七八九十百0123456789０１２３４５６７８９ ")
_LONGEST_PART = 6
"""Code points of what a number over two lines has on the first."""

_NUMBER_OF_PROSE = (
    r"[0-9][0-9.,]*(?:万|亿|%|％|个|件|元|公里|公顷|平方|人|户|亩|吨|米|次|项|家|所|名|处|台|套|倍)"
)
"""A number with its unit, with which no paragraph begins that is not the rest of another."""


class Joined(NamedTuple):
    """Paragraphs, and what was done to them.

    Attributes:
        paragraphs: The paragraphs of the article.
        left_out: Page numbers and jumps that stood between them.
        doubts: What was joined.
    """

    paragraphs: tuple[Paragraph, ...]
    left_out: tuple[Remark, ...]
    doubts: tuple[Remark, ...]


def joined(paragraphs: Iterable[Paragraph]) -> Joined:
    """Put the paragraphs of an article together again."""
    left_out: list[Remark] = []
    doubts: list[Remark] = []
    lines = list(_without_furniture(paragraphs, left_out))
    lines = list(_with_whole_numbers(lines, doubts))
    width = _width_of_wrapped(lines)
    found: list[Paragraph] = []
    tail = ""  # the line that was joined last, with its indent: whether it was full
    for line in lines:
        above = found[-1] if found else None
        if above is not None and _goes_on(above, tail, line, width):
            found[-1] = _together(above, line)
            if not width:
                doubts.append(Remark("paragraph joined", line.text[:40], line.line, line.page))
        else:
            found.append(line)
        tail = _INDENT * line.indented + line.text
    if width:
        first = lines[0]
        doubts.append(Remark("lines joined", first.text[:40], first.line, first.page))
    return Joined(tuple(found), tuple(left_out), tuple(doubts))


def _without_furniture(
    paragraphs: Iterable[Paragraph], left_out: list[Remark]
) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        if not paragraph.row and (reason := anywhere(paragraph.text)):
            left_out.append(Remark(reason, paragraph.text, paragraph.line, paragraph.page))
            continue
        text = paragraph.text
        for start, end in reversed(list(jumps(text))):
            jump = Remark("newspaper jump", text[start:end], paragraph.line, paragraph.page)
            left_out.append(jump)
            text = text[:start] + text[end:]
        if text.strip():
            yield paragraph if text == paragraph.text else paragraph._replace(text=text.strip())


def _with_whole_numbers(lines: Sequence[Paragraph], doubts: list[Remark]) -> Iterator[Paragraph]:
    """Put numbers together that stand on two lines, and with the heading below them."""
    at = 0
    while at < len(lines):
        line = lines[at]
        taken = 1
        while at + taken < len(lines) and _is_broken(line.text, lines[at + taken].text):
            line = line._replace(text=line.text + lines[at + taken].text)
            taken += 1
        if taken > 1:
            doubts.append(Remark("number over several lines", line.text[:40], line.line, line.page))
        yield line
        at += taken


def _is_broken(text: str, below: str) -> bool:
    """Whether a line is no more than a number, or part of one, that the next completes."""
    if len(text) > _LONGEST_PART:
        return False
    marker = marker_at(text)
    if marker and marker.end == len(text):
        return marker_at(below) is None
    if not _SIGNS_OF_A_NUMBER.issuperset(text):
        return False
    marker = marker_at(text + below)
    return marker is not None and marker.end > len(text)


def _width_of_wrapped(lines: Sequence[Paragraph]) -> int:
    """Return the cells of a full line where the text is wrapped by line breaks, else 0."""
    widths = [_cells(_INDENT * line.indented + line.text) for line in lines if not line.row]
    if len(widths) < 6:
        return 0
    full = sorted(widths)[int(len(widths) * 0.9)]
    if not _WRAPPED_AT_LEAST <= full <= _WRAPPED_AT_MOST or max(widths) > full + _RAGGED:
        return 0
    near = [line for line, width in zip(lines, widths, strict=False) if full - _RAGGED <= width]
    unended = [line for line in near if line.text[-1] not in _ENDS + _CLOSERS]
    enough = max(_WRAPPED_LINES, len(near) * _WRAPPED_SHARE)
    return full if len(unended) >= enough else 0


def _goes_on(above: Paragraph, tail: str, line: Paragraph, width: int) -> bool:
    if above.row or line.row or line.heading or above.heading:
        return False
    if line.text[0] in _NEVER_FIRST:
        return True
    if re.match(_NUMBER_OF_PROSE, line.text) and above.text[-1] not in _ENDS + _CLOSERS:
        return re.search("[，,。]", above.text) is not None or len(above.text) > _HEADING
    if marker_at(line.text) is not None and not (width and _is_full(tail, width)):
        return False
    if width:
        return _goes_on_wrapped(above, tail, line, width)
    return _is_cut(above, line)


def _goes_on_wrapped(above: Paragraph, tail: str, line: Paragraph, width: int) -> bool:
    if line.gap and (tail[-1] in _ENDS + _CLOSERS or not _is_full(tail, width)):
        return False
    if line.indented and not above.indented:
        return False
    if tail[-1] in _ENDS and (line.indented or marker_at(line.text)):
        return False
    return _is_full(tail, width) or tail[-1] in _UNFINISHED


def _is_full(text: str, width: int) -> bool:
    return _cells(text) >= width - _RAGGED


def _cells(text: str) -> int:
    """Return how wide a text is printed, about: lines were wrapped by no exact rule."""
    return 2 * len(text) - sum(map(str.isascii, text))


def _is_cut(above: Paragraph, line: Paragraph) -> bool:
    """Whether a paragraph ends in mid-sentence, and the next one is its rest."""
    text = above.text
    if text[-1] in _UNFINISHED:
        return not text.startswith(("附", "——"))
    if text.rstrip(_CLOSERS)[-1:] in tuple(_ENDS) or text[-1] in _CLOSERS + ".":
        return False
    if text[-1] in UNFINISHED:
        return True
    if above.indented and not line.indented and re.search("[，,]", text):
        return marker_at(text) is None or "。" in text
    is_prose = "。" in text or (len(text) > _PROSE and ("，" in text or "," in text))
    return is_prose and not is_heading_by_look(line.text)


def _together(above: Paragraph, line: Paragraph) -> Paragraph:
    latin = above.text[-1:].isascii() and above.text[-1:].isalpha() and line.text[:1].isascii()
    between = " " if latin and line.text[:1].isalpha() else ""
    return above._replace(text=above.text + between + line.text)
