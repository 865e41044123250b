"""Passages → lines: how each kind of passage is set, at a width in cells."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.session.document import Document
from reporttui.session.passages import Passage
from reporttui.text.breaking import wrap
from reporttui.text.width import cell_len

MEASURE = 84
"""The longest line in cells: 42 Chinese characters, however wide the screen."""

_INDENT = 4
"""A paragraph begins two characters in (GB/T 15834 does not say; all official prose does)."""


class Line(NamedTuple):
    """A line of a passage: `text[start:end]`, `indent` cells in; blank where start is -1."""

    start: int
    end: int
    indent: int


BLANK = Line(-1, -1, 0)


def set_passage(document: Document, index: int, width: int) -> list[Line]:
    """Break a passage into lines of `width` cells, with the space above it."""
    passage = document.passages[index]
    before = document.passages[index - 1] if index else None
    lines = [BLANK] if before and _spaced(before, passage) else []
    return lines + _lines(document, index, passage, width)


def label_width(document: Document) -> int:
    """Return the cells that the names of facts need."""
    facts = [passage.label for passage in document.passages if passage.kind == "fact"]
    return max(map(cell_len, facts), default=0) + 2


def _spaced(before: Passage, passage: Passage) -> bool:
    same = before.kind == passage.kind
    if passage.kind == "bar" and passage.bar and passage.bar.whole:
        return True
    return not (same and passage.kind in ("fact", "bar", "closing"))


def _lines(document: Document, index: int, passage: Passage, width: int) -> list[Line]:
    text, keep = passage.text, document.unbreakable(index)
    if passage.kind == "bar":
        return [Line(0, len(text), 0)]
    if passage.kind == "fact":
        room = label_width(document)
        return [Line(a, b, room) for a, b in wrap(text, max(10, width - room), keep=keep)]
    if passage.kind == "paragraph":
        spans = wrap(text, width, first_indent=_INDENT, keep=keep)
        return [Line(a, b, 0 if number else _INDENT) for number, (a, b) in enumerate(spans)]
    spans = wrap(text, width, keep=keep)
    if passage.kind == "title":
        return [Line(a, b, (width - cell_len(text[a:b])) // 2) for a, b in spans]
    if passage.kind == "closing" and not text.startswith(("(", "（")):
        return [Line(a, b, max(0, width - cell_len(text[a:b]) - _INDENT)) for a, b in spans]
    indent = _INDENT if passage.kind == "closing" else 0
    return [Line(a, b, indent) for a, b in spans]
