"""Lines → paragraphs, by where lines begin and end between the margins."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from reporttui.readers.pdf.joining import joined
from reporttui.readers.pdf.lines import usual_leading
from reporttui.readers.source import Paragraph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporttui.readers.pdf.lines import Line
    from reporttui.readers.source import Align, Remark

# All distances are in ems of the line.
_INDENT = 1.2
_NEAR = 0.8
_ROOM = 0.6
_LONGEST_UNIT = 10
_UNEVEN = 2
"""How much less space may stand on one side of a centred line than on the other."""
_INSETS = (2.5, 0.5)
"""What must stand on both sides of a centred line, and of one in the size of a title."""
_RIGHT = 8
_GAP = 1.35
"""Usual leadings that part paragraphs."""
_BLANK = 1.6
"""Usual leadings that are a blank line."""
_OTHER_SIZE = 0.08
_EDGE = 0.05
"""What part of the text may stand out of the margins, such as numbers of lines."""
_MEASURE = 0.6
"""What part of the width between even margins lines must have to show where the right one is."""
_OF_ITS_OWN = 6
"""Lines that odd, or even, pages need to have margins of their own."""

_OPENING = re.escape("（〔［｛《〈「『【“‘([{")
_CLOSING = re.escape("，。、；：！？）〕］｝》〉」』】”’…—％")
_UNIT = re.compile(rf"[{_OPENING}]*(?:[!-~]+|\S)[{_CLOSING}]*")
_SENTENCE_END = tuple("。！？；：.!?;:”』」")
_NUMBER = re.compile(r"\S{1,8}?[\s、.．)）]\s*(?=\S)|[①-⑳•·●◆■□※*-]\s*(?=\S)")


class Margins(NamedTuple):
    """Where lines begin and end on a kind of page, in points."""

    left: float
    right: float


class _Setting:
    """How a document is set: its margins, on each kind of page, and its leading in ems."""

    def __init__(self, lines: Sequence[Line], widths: Sequence[float], size: float) -> None:
        self.leading = usual_leading(lines)
        self._widths, self._size = widths, size
        groups = defaultdict(list)
        for line in lines:
            if not line.row:
                groups[self._kind(line)].append(line)
                groups[*self._kind(line), line.page % 2].append(line)
        self._margins = {kind: self._measured(group) for kind, group in groups.items()}
        self._counts = {kind: len(group) for kind, group in groups.items()}

    def _kind(self, line: Line) -> tuple[float, ...]:
        return round(self._widths[line.page - 1]), line.columns, line.column

    def margins(self, line: Line) -> Margins:
        """Return the margins that a line is set in; odd and even pages may have others."""
        kind = self._kind(line)
        both = self._margins.get(kind, Margins(line.left, line.right))
        side = *kind, line.page % 2
        if self._counts.get(side, 0) < _OF_ITS_OWN:
            return both
        own = self._margins[side]
        moved = abs(own.left - self._margins.get((*kind, 1 - line.page % 2), own).left)
        return own if moved > line.size / 2 else both

    def _measured(self, lines: list[Line]) -> Margins:
        left = _weighed(sorted((line.left, len(line.text)) for line in lines))
        right = _weighed(sorted((-line.right, len(line.text)) for line in lines))
        page, em = self._widths[lines[0].page - 1], lines[0].size
        reached = sum(line.right > -right - em for line in lines)
        paper = page - left - em
        if lines[0].columns == 1 and (reached < 2 or -right - left < _MEASURE * (paper - left)):
            # One line, or short ones, make no margin: it is as wide as the one on the left.
            return Margins(left, max(-right, paper))
        return Margins(left, -right)

    def indent(self, line: Line) -> float:
        """Return how far from the margin a line begins, in ems."""
        return (line.left - self.margins(line).left) / line.size

    def align(self, line: Line) -> Align:
        """Return how a line is set, where it is neither indented nor filled."""
        margins = self.margins(line)
        before = (line.left - margins.left) / line.size
        after = (margins.right - line.right) / line.size
        title = line.size > self._size * (1 + _OTHER_SIZE)
        if abs(before - after) < _UNEVEN and min(before, after) > _INSETS[title]:
            return "centre"
        # A signature stands up to four characters, its date up to eight, from the margin.
        return "right" if before > max(_RIGHT, after + _UNEVEN) and after < _RIGHT else ""


def _weighed(places: list[tuple[float, int]]) -> float:
    total, seen = sum(weight for _, weight in places), 0
    for place, weight in places:
        seen += weight
        if seen > _EDGE * total:
            return place
    return places[-1][0]


def paragraphs_of(
    lines: Sequence[Line], widths: Sequence[float], size: float
) -> tuple[list[Paragraph], list[Remark]]:
    """Return the paragraphs that lines make, and the hyphens left out where they were joined.

    Args:
        lines: Of all pages, in reading order, without what does not belong to the text.
        widths: Of the pages, in points.
        size: The usual size, in points.
    """
    setting = _Setting(lines, widths, size)
    bold_is_usual = _mostly_bold(lines)
    out: list[Paragraph] = []
    left_out: list[Remark] = []
    before: Line | None = None
    for group in _groups(lines, setting):
        text = joined(group, left_out)
        first = group[0]
        align = setting.align(first) if len(group) == 1 else ""
        out.append(
            Paragraph(
                text,
                first.number,
                first.page,
                bold=0 if bold_is_usual else _bold(group, text),
                align="" if first.row else align,
                indented=not (first.row or align) and setting.indent(first) > _INDENT,
                gap=before is not None and _distance(before, first) > _BLANK * setting.leading,
                row=first.row,
            )
        )
        before = group[-1]
    return out, left_out


def _groups(lines: Sequence[Line], setting: _Setting) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and not _goes_on(group, line, setting):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(group: list[Line], line: Line, setting: _Setting) -> bool:
    last = group[-1]
    return (
        not (last.row or line.row)
        and abs(last.size - line.size) <= _OTHER_SIZE * last.size
        and not setting.align(line)
        and not (len(group) == 1 and setting.align(last))
        and _distance(last, line) <= _GAP * setting.leading
        and _is_full(last, line, setting)
        and not _begins_otherwise(last, line)
        and _begins_in_place(group, line, setting)
    )


def _distance(above: Line, below: Line) -> float:
    """Return ems between baselines; 0 over a break of page or column."""
    if (above.page, above.column) != (below.page, below.column):
        return 0
    return (above.base - below.base) / max(above.size, below.size)


def _is_full(last: Line, line: Line, setting: _Setting) -> bool:
    """Return whether what the next line begins with would not have fitted any more."""
    piece = line.pieces[0]
    unit = _UNIT.match(piece.text)
    end = unit.end() if unit else 1
    stop = piece.lefts[end] if end < len(piece.text) else piece.right
    need = min((stop - piece.left) / line.size, _LONGEST_UNIT)
    room = (setting.margins(last).right - last.right) / last.size
    return room < need + _ROOM


def _begins_otherwise(last: Line, line: Line) -> bool:
    if not last.text.endswith(_SENTENCE_END):
        return False
    before, after = last.pieces[-1], line.pieces[0]
    heavier = after.bold > 0 and before.bold < len(before.text)
    return heavier or "" != before.fonts[1] != after.fonts[0] != ""


def _begins_in_place(group: list[Line], line: Line, setting: _Setting) -> bool:
    indent = setting.indent(line)
    if len(group) > 1:
        return abs(indent - setting.indent(group[-1])) < _NEAR
    first = setting.indent(group[0])
    return (
        indent < min(_INDENT, first + _NEAR)
        or indent <= first - _INDENT
        or _hangs(group[0], line, setting)
    )


def _hangs(first: Line, line: Line, setting: _Setting) -> bool:
    """Return whether a line begins below the text behind a number that hangs to its left."""
    piece = first.pieces[0]
    number = _NUMBER.match(piece.text)
    places = [piece.lefts[number.end()]] if number else []
    places += [other.left for other in first.pieces[1:2]]
    shift = setting.margins(line).left - setting.margins(first).left
    return any(abs(place + shift - line.left) < _NEAR * line.size for place in places)


def _bold(group: list[Line], text: str) -> int:
    count = 0
    for line in group:
        for piece in line.pieces:
            count += piece.bold
            if piece.bold < len(piece.text):
                return min(count, len(text))
    return len(text)


def _mostly_bold(lines: Sequence[Line]) -> bool:
    pieces = [piece for line in lines for piece in line.pieces]
    return 2 * sum(piece.bold for piece in pieces) > sum(len(piece.text) for piece in pieces)
