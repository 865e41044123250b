"""Spans of names: where they begin in prose, which of several stays, and words as forms."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reporttui.analysis import name_forms as forms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Literal

    Kind = Literal["document", "programme", "body", "place"]

KINDS: tuple[Kind, ...] = ("document", "programme", "body", "place")

HAN = "[一-鿿]"
CLAUSE_END = "[，。；：！？,;:!?\n]"


class Span(NamedTuple):
    """A name: where it begins and ends in its text, in code points, and what it is of."""

    start: int
    end: int
    kind: Kind


def beginning(text: str, end: int, reach: int, *, keep: bool = False) -> int:
    """Return where a name begins, at the latest behind the words that lead to it.

    Args:
        text: The text.
        end: Where the last word of the name begins.
        reach: Code points that a name has before that, at most.
        keep: Whether a word that leads to a name belongs to it directly before that: 促进中心.
    """
    low = max(0, end - reach)
    run = re.search(f"(?:{HAN}|[A-Za-z0-9+])*$", text[low:end])
    start = low + run.start() if run else end
    cuts = [start + cut.end() for cut in re.finditer(forms.CUTS, text[start:end])]
    start = max((cut for cut in cuts if cut < end or not keep), default=start)
    general = re.match(f"(?:{forms.GENERAL})*", text[start:end])
    return start + (general.end() if general else 0)


def begins(text: str, start: int) -> bool:
    """Tell whether a word can begin here: behind no Chinese character, or one that leads to it."""
    before = text[max(0, start - 4) : start]
    return not before or bool(re.search(f"(?:(?!{HAN})[^A-Za-z0-9]|{forms.CUTS})$", before))


def every(words: re.Pattern[str], text: str, kind: Kind) -> Iterator[Span]:
    """Yield all places of some words."""
    return (Span(*match.span(), kind) for match in words.finditer(text))


def apart(spans: Iterable[Span]) -> list[Span]:
    """Keep what overlaps nothing that begins before it, or begins there and is longer."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return kept


@cache
def either(words: str) -> str:
    """Return a form that any of the words between spaces has, the longest first."""
    ordered = sorted(set(words.split()), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, ordered))})"


def words_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return what any of some words matches; without any, nothing does."""
    joined = " ".join(words)
    return re.compile(either(joined) if joined else "(?!)")


@cache
def national() -> re.Pattern[str]:
    """Return what the bodies match that are known without a form."""
    return words_of(forms.NATIONAL.split())
