"""The words around a number that say on which side of it the truth lies."""

from __future__ import annotations

from functools import cache

from reporttui.figures.units import AFTER, BEFORE, WORDS_THAT_BOUND_NOTHING

_LONGEST_WORD = 4


def bound_before(text: str, start: int, *, bare: bool = False) -> tuple[int, str]:
    """Return the length of the bound word before a place, and the bound; 0 and '' if none.

    Args:
        text: The text.
        start: The place.
        bare: Whether a multiplier without number stands there: 上千户.
    """
    if bare and text[start - 1 : start] == "上":
        return 1, "at_least"
    for size in range(min(_LONGEST_WORD, start), 0, -1):
        word = text[start - size : start]
        if bound := _words(True).get(word):
            around = text[max(0, start - size - 1) : start]
            if bound == "exact" or around in _not_bounds():
                return 0, ""
            return size, bound
    return 0, ""


def bound_after(text: str, end: int) -> tuple[int, str]:
    """Return the length of the bound word at a place, and the bound; 0 and '' if none."""
    for size in range(min(_LONGEST_WORD, len(text) - end), 0, -1):
        if bound := _words(False).get(text[end : end + size]):
            return size, bound
    return 0, ""


@cache
def _words(before: bool) -> dict[str, str]:
    table = BEFORE if before else AFTER
    return {word: bound for bound, words in table.items() for word in words.split()}


@cache
def _not_bounds() -> frozenset[str]:
    return frozenset(WORDS_THAT_BOUND_NOTHING.split())
