"""Text that a spreadsheet would take for a formula, and how it is kept from that.

The list is OWASP's, “CSV Injection”: = + - @, tab and carriage return, and the full-width forms.
"""

from __future__ import annotations

import re

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n␉␍␤]")
_NUMBER = re.compile(r"[+-][0-9]+(\.[0-9]+)?%?")


def is_formula(text: str) -> bool:
    """Tell whether a spreadsheet may take a text for a formula; a number with a sign is none."""
    return bool(_FORMULA.match(text)) and not _NUMBER.fullmatch(text)


def inert(text: str) -> str:
    """Return a text as a cell that is no formula: spreadsheets take what follows ' for text."""
    return f"'{text}" if is_formula(text) else text
