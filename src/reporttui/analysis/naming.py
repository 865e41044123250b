"""Chinese prose → the names in it, by a few rules over the forms in `name_forms`.

What 《》 encloses is a document. What quotation marks enclose is a name where its own form, or the
words before or behind it, say so. Without marks a name is known by its last word; where it begins
is told by the words that lead to it, and it needs something of its own: an owner, or a verb that
shows it acting.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import chain

from reporttui.analysis import name_forms as forms
from reporttui.analysis.marked_names import quoted, titles
from reporttui.analysis.name_spans import (
    CLAUSE_END,
    HAN,
    Span,
    apart,
    beginning,
    begins,
    either,
    every,
    national,
    words_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_LONGEST = 18
"""Code points of a name without marks, before its last word."""


class Naming:
    """Finds the names in the texts of one report."""

    def __init__(self, texts: Iterable[str], own: Iterable[str]) -> None:
        """Learn what the report itself shows to be a name.

        Args:
            texts: All its texts, in Simplified characters.
            own: Those outside its sections: what place it is of, which later needs no 市 or 区.
        """
        names = {text[start:end] for text in texts for start, end, _ in quoted(text)}
        self._quoted = words_of(name for name in names if re.fullmatch(f"{HAN}{{3,}}", name))
        stems = {text[start : end - 1] for text in own for start, end, _ in _formed_places(text)}
        self._stems = words_of(stem for stem in stems if len(stem) == 2)

    def spans(self, text: str) -> list[Span]:
        """Return the names in a text, from left to right; one in 《》 may hold one in “”."""
        marked = [*titles(text), *quoted(text)]
        listed = chain(every(_listed(), text, "place"), every(self._stems, text, "place"))
        places = apart(chain(_formed_places(text), listed))
        unmarked = apart(
            chain(
                places,
                _bodies(text, places),
                _programmes(text, places),
                every(self._quoted, text, "programme"),
            )
        )
        covered = bytearray(len(text))
        for start, end, _ in marked:
            covered[start:end] = b"\1" * (end - start)
        return sorted([*marked, *(span for span in unmarked if not any(covered[slice(*span[:2])]))])


# Places.


@cache
def _listed() -> re.Pattern[str]:
    inland = either(f"{forms.PROVINCES} {forms.REGIONS}")
    return re.compile(f"{inland}(?:{forms.LISTED_ENDS})?|{either(forms.COUNTRIES)}")


def _formed_places(text: str) -> Iterator[Span]:
    """Yield the places that are known by their last word."""
    listed = [0, *(match.end() for match in _listed().finditer(text))]
    done = 0
    for end in re.finditer(forms.PLACE_ENDS, text):
        done = max(done, listed[bisect_right(listed, end.start()) - 1])
        start = max(done, beginning(text, end.start(), 6))
        stem = text[start : end.start()]
        least = 1 if 0 < start == done else 2
        if re.fullmatch(f"{HAN}{{{least},4}}", stem) and not _is_general(stem):
            done = end.end()
            yield Span(start, done, "place")


def _is_general(stem: str) -> bool:
    return bool(re.search(forms.NO_STEM, stem))


# Bodies.


def _bodies(text: str, places: Sequence[Span]) -> Iterator[Span]:
    owners = {last: first for first, last in _chains(places)}
    yield from every(national(), text, "body")
    yield from _offices_in(text, owners)
    yield from _posts(text)
    for match in _organs_of_a_level().finditer(text):
        if begins(text, match.start()):
            yield Span(*match.span(), "body")
    for last, first in owners.items():
        if seated := _seated().match(text, last):
            yield Span(first, seated.end(), "body")


def _offices_in(text: str, owners: Mapping[int, int]) -> Iterator[Span]:
    """Yield offices by what they are for, with the level or the place that they are of.

    Args:
        text: The text.
        owners: Where places end → where they begin.
    """
    for match in _offices().finditer(text):
        can_begin = begins(text, match.start())
        cut = len(match["level"] or "") == 1 and not can_begin
        start = match.end("level") if cut else match.start()
        if can_begin or match["office"] or start in owners:
            yield Span(owners.get(start, start), match.end(), "body")


def _posts(text: str) -> Iterator[Span]:
    for match in re.finditer(forms.POSTS, text):
        start = beginning(text, match.start(), 6)
        if 2 <= match.start() - start <= 4 and not _is_general(text[start : match.start()]):
            yield Span(start, match.end(), "body")


@cache
def _offices() -> re.Pattern[str]:
    domain = either(forms.DOMAINS)
    domains = f"{domain}(?:[和与及、]{domain})*(?:{forms.OFFICE_ENDS})"
    level = f"(?:(?P<level>{forms.LEVELS})委?)?"
    return re.compile(f"{level}(?:(?P<office>{domains})|{either(forms.SHORT_OFFICES)})")


@cache
def _organs_of_a_level() -> re.Pattern[str]:
    return re.compile(f"(?:{forms.LEVELS}){either(forms.ORGANS)}{forms.NO_ORGAN}")


@cache
def _seated() -> re.Pattern[str]:
    organ, seated = either(forms.ORGANS), either(forms.SEATED)
    return re.compile(f"(?:{organ}{forms.NO_ORGAN}|(?:(?!{forms.CUTS}){HAN}){{0,10}}?{seated})")


def _chains(places: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Join places that follow each other without a gap: 泉州市鲤城区."""
    first = last = 0
    for start, end, _ in places:
        if start != last:
            if last:
                yield first, last
            first = start
        last = end
    if last:
        yield first, last


# Programmes, platforms and posts.


def _programmes(text: str, places: Sequence[Span]) -> Iterator[Span]:
    yield from _systems(text, {place.start: place for place in places})
    for form in (forms.INTRODUCED, forms.JOINT, forms.NUMBERED, forms.BRAND):
        for match in re.finditer(form, text):
            yield Span(*match.span("name"), "programme")


def _systems(text: str, places: Mapping[int, Span]) -> Iterator[Span]:
    """Yield platforms, centres and posts that have an owner, are the only ones, or act."""
    for last in re.finditer(forms.SYSTEMS, text):
        start = beginning(text, last.start(), _LONGEST, keep=True)
        owner = places.get(start)
        if owner and text[start - 1 : start] in {"、", "和"} and owner.end < last.start():
            start = owner.end  # 开元、江南街道标准化应急管理站: of all of the list.
        size = last.start() - start
        if size < 2 or text[last.end() : last.end() + 1].isdigit():
            continue
        known = owner or re.match(forms.OWNERS, text[start : last.start()])
        one = re.search(forms.ONE, text[max(0, start - 4) : start])
        if known or (size > 3 and (one or _acts(text, start, last.end()))):
            yield Span(start, last.end(), "programme")


def _acts(text: str, start: int, end: int) -> bool:
    """Tell whether a clause is about what it begins with, and says what that does."""
    first = start == 0 or re.match(CLAUSE_END, text[start - 1])
    return bool(first and re.match(either(forms.DEEDS), text[end : end + 4]))
