"""Plain text: a line is a paragraph, until `readers.outlining.joining` knows better."""

from __future__ import annotations

from reporttui.readers.source import Paragraph, Remark, Source

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
            paragraphs.append(Paragraph(stripped, number, indented=indented, gap=gap))
        gap = not stripped
        if invisible := _around(line, stripped):
            left_out.append(Remark("invisible characters", invisible, number))
    return Source(tuple(paragraphs), tuple(left_out))


def _around(line: str, stripped: str) -> str:
    """Return the invisible characters at the edges of a line."""
    if not any(char in line for char in _INVISIBLE):
        return ""
    before, _, behind = line.partition(stripped) if stripped else (line, "", "")
    return "".join(char for char in before + behind if char in _INVISIBLE)
