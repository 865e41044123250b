"""A file's name → the id of a report: lower-case Latin letters, digits and hyphens."""

from __future__ import annotations

import re

_LONGEST = 60
_FALLBACK = "report"


def id_of(name: str) -> str:
    """Return the id for a file's name without extension: 鲤城2024 is licheng-2024.

    A Chinese character becomes its commonest reading in Pinyin.
    """
    words = re.findall(r"[a-z0-9]+|[^\W_a-z0-9]+", name.casefold())
    found = "-".join(filter(None, (_latin(word) for word in words)))
    return found[:_LONGEST].strip("-") or _FALLBACK


def _latin(word: str) -> str:
    if re.fullmatch("[a-z0-9]+", word):
        return word
    from reporttui.text.spelling import readings_of

    return "".join((readings_of(char) or ("",))[0] for char in word)
