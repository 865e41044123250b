"""Plain text: a line is a paragraph, until `readers.outlining.joining` knows better."""

from __future__ import annotations

import re

from reporttui.readers.outlining.markers import marker_at
from reporttui.readers.source import CELL, Paragraph, Remark, Source

_INVISIBLE = "\ufeff\u200b\u200e\u200f\u2060"
_LAYOUT = " \t\xa0\u3000" + _INVISIBLE


def read(text: str) -> Source:
    """Read plain text."""
    paragraphs = []
    left_out = []
    gap = False
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.strip(_LAYOUT).strip()
        if stripped:
            indented = line[:1] in tuple(" \t\xa0\u3000")
            row = _is_row(stripped)
            paragraphs.append(Paragraph(stripped, number, indented=indented, gap=gap, row=row))
        gap = not stripped
        if invisible := _around(line, stripped):
            left_out.append(Remark("invisible characters", invisible, number))
    return Source(tuple(paragraphs), tuple(left_out))


def _is_row(line: str) -> bool:
    """Whether a line is a row of a table: cells parted by tabs, or numbers side by side at its
    end; a heading's number with a tab behind it is none."""
    if re.search(r"(?:\s+[-+]?[0-9][0-9.,]*%?){2,}$", line):
        return True
    first, tab, _ = line.partition(CELL)
    marker = marker_at(first) if tab else None
    return bool(tab) and not (marker and marker.end == len(first.rstrip()))


def _around(line: str, stripped: str) -> str:
    """Return the invisible characters at the edges of a line."""
    if not any(char in line for char in _INVISIBLE):
        return ""
    before, _, behind = line.partition(stripped) if stripped else (line, "", "")
    return "".join(char for char in before + behind if char in _INVISIBLE)
