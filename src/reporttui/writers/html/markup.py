"""Text → HTML that says just that."""

from __future__ import annotations

from reporttui.text.safe import escaped

REPORT_LANGUAGE = "zh-CN"
"""Of the report's own words, as BCP 47 calls it."""

_REFERENCES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def safe(text: str) -> str:
    """Return a text in one line, made safe to show, for an element or a quoted attribute."""
    return referenced(escaped(text))


def referenced(shown: str) -> str:
    """Return a text that is safe to show, for an element or a quoted attribute."""
    return shown.translate(_REFERENCES)
