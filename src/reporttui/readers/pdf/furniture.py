"""What stands at the head and the foot of pages and is no part of the text."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from reporttui.readers.source import Remark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.readers.pdf.lines import Line

DEPTH = 4
"""Lines at the head, and at the foot, of a page that may be furniture."""

_DASHES = r"[-‐‑–—―─－~～·•|]+"
_NUMERAL = r"(?:\d{1,4}|[〇零一二三四五六七八九十百]{1,7})"
_SURE = re.compile(
    rf"{_DASHES}\s*\d{{1,4}}\s*{_DASHES}"
    rf"|第\s*{_NUMERAL}\s*页\s*[,，/(（]?\s*(?:共\s*{_NUMERAL}\s*页)?\s*[)）]?"
    rf"|共\s*{_NUMERAL}\s*页\s*[,，/]?\s*第\s*{_NUMERAL}\s*页"
    r"|page\s+\d{1,4}(?:\s+of\s+\d{1,4})?",
    re.IGNORECASE,
)
_LIKELY = re.compile(r"(\d{1,4})(?:\s*[/／]\s*\d{1,4})?|([ivxlc]{1,8})", re.IGNORECASE)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_DIGITS = re.compile(r"\d+")
_APART = 1.25
_OTHER_SIZE = 0.05
_SAME_HEIGHT = 3.0


class _Edge(NamedTuple):
    page: int
    foot: bool
    line: Line
    apart: bool

    @property
    def text(self) -> str:
        return " ".join(self.line.text.split())


def without_furniture(
    pages: list[list[Line]], leading: float, size: float
) -> tuple[list[list[Line]], list[Remark]]:
    """Return the lines of pages without page numbers and running headers and footers.

    Only a line at the edge of a page can be one: it, or all between it and the edge, is furniture.

    Args:
        pages: Lines from top to bottom.
        leading: The usual distance of lines, in ems.
        size: The usual size, in points.
    """
    pages, left_out = list(pages), []
    for _ in range(DEPTH):
        edges = list(_edges(pages, leading, size))
        found = _page_numbers(edges, len(pages)) or _running(edges)
        if not found:
            break
        for edge, reason in found:
            line = edge.line
            rest = [other for other in pages[edge.page] if other is not line]
            if len(rest) < len(pages[edge.page]):  # a lone line is at the head and at the foot
                pages[edge.page] = rest
                left_out.append(Remark(reason, line.text, line.number, line.page))
    return pages, left_out


def _edges(pages: list[list[Line]], leading: float, size: float) -> Iterator[_Edge]:
    for page, lines in enumerate(pages):
        for foot in (False, True):
            inwards = lines[::-1] if foot else lines
            if inwards:
                line, inner = inwards[0], inwards[:2][-1]
                other = abs(line.size - size) > _OTHER_SIZE * size
                far = abs(line.base - inner.base) > _APART * leading * size
                yield _Edge(page, foot, line, other or far)


def _page_numbers(edges: list[_Edge], pages: int) -> list[tuple[_Edge, str]]:
    found = [edge for edge in edges if _SURE.fullmatch(edge.text)]
    bare = defaultdict(list)
    for edge in edges:
        if pages > 1 and (value := _value(edge.text)):
            bare[edge.foot, value - edge.page].append(edge)
    for same in bare.values():
        found += same if len(same) > 1 else []
    return [(edge, "page number") for edge in found]


def _value(text: str) -> int:
    match = _LIKELY.fullmatch(text)
    if not match:
        return 0
    return int(match[1]) if match[1] else _roman(match[2].lower())


def _roman(text: str) -> int:
    values = [_ROMAN[char] for char in text]
    return sum(
        -value if value < after else value
        for value, after in zip(values, [*values[1:], 0], strict=True)
    )


def _running(edges: list[_Edge]) -> list[tuple[_Edge, str]]:
    alike = defaultdict(list)
    for edge in edges:
        alike[edge.foot, _DIGITS.sub("0", edge.text)].append(edge)
    return [
        (edge, "running footer" if foot else "running header")
        for (foot, _), same in alike.items()
        for group in _by_height(same)
        if _runs(group)
        for edge in group
    ]


def _by_height(edges: list[_Edge]) -> Iterator[list[_Edge]]:
    group: list[_Edge] = []
    for edge in sorted(edges, key=lambda edge: edge.line.base):
        if group and edge.line.base - group[-1].line.base > _SAME_HEIGHT:
            yield group
            group = []
        group.append(edge)
    if group:
        yield group


def _runs(group: list[_Edge]) -> bool:
    # Set apart from the text, at least on most pages: what merely begins a page is kept.
    return len(group) > 1 and 2 * sum(edge.apart for edge in group) > len(group)
