"""Queries that find nothing because they are still being typed."""

from __future__ import annotations

import re

from reporttui.search.fields import FIELDS
from reporttui.search.parsing import Mistake
from reporttui.text.folding import fold_needle

_LEAST_LETTERS = 3
"""Of a word that is looked for by Pinyin (`text.pinyin.is_worth`)."""


def unfinished(source: str) -> Mistake | None:
    """Tell what a query that found nothing still lacks at its end.

    Args:
        source: The query as typed.

    Returns:
        As a mistake at the last word, that it begins a field, or is too short for Pinyin; None
        where nothing speaks for either.
    """
    last = re.search(r"(?<![^\s(（|｜-])(?:[A-Za-z]+|[\u4e00-\u9fff]+)\Z", source)
    if not last:
        return None
    word, place = fold_needle(last[0]), last.span()
    names = (name for names in FIELDS.values() for name in names)
    if field := next((name for name in names if fold_needle(name).startswith(word)), None):
        return Mistake("query-field-begun", {"name": last[0], "field": field}, *place)
    if word.isascii() and len(word) < _LEAST_LETTERS:
        return Mistake("query-short-word", {"name": last[0]}, *place)
    return None
