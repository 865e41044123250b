"""A paragraph → items: what it begins with, and what is numbered inside of it.

Inside of a paragraph a mark counts only as one of a sequence: 一是 with 二是, (1) with (2). Two
sorts are told apart: a list that runs in belongs to its paragraph, while headings that lost their
line breaks, as on pages whose whole body is one line, begin paragraphs of their own.
"""

from __future__ import annotations

import re

from reporttui.readers.outlining.items import BOLD, BRACKETED, MARKUP, PROSE, Item
from reporttui.readers.outlining.markers import RUN_IN, marker_at, markers_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reporttui.readers.outlining.markers import Marker
    from reporttui.readers.source import Paragraph

_BRACKETED = "【[^【】。，]{1,30}】"
_ATTACHMENTS = "附 *件 *[:：]"
_LONGEST_ATTACHMENT = 60
_ENDS = "。！？；：!?;:…”』」）)】"
_COMMAS = "，,"
_WHOLE_PARTS = frozenset({"part", "chapter", "section", "article", "formal", "han", "sign"})
"""Families that never run in: where they stand inside of a paragraph, a line break was lost."""

_MOST_OF_THE_BODY = 0.6
_LONG = 200
_LONGEST_HEADING = 40
_MOST_UNSEEN = 3
_LARGEST_ALONE = 40


def items(paragraphs: Iterable[Paragraph]) -> Iterator[Item]:
    """Yield the items of an article, in order; together they are all its characters."""
    known = tuple(paragraphs)
    size = sum(len(paragraph.text) for paragraph in known)
    attachments = _attachments(known)
    firsts = [
        None if paragraph.row or at in attachments else _beginning(paragraph.text)
        for at, paragraph in enumerate(known)
    ]
    firsts = _without_lone_marks(firsts)
    following: dict[str, int] = {}
    ahead: list[dict[str, int]] = []
    for first in reversed(firsts):
        ahead.append(following)
        if first:
            following = {**following, first.family: first.ordinal}
    for at, paragraph in enumerate(known):
        is_body = len(paragraph.text) > max(_LONG, size * _MOST_OF_THE_BODY)
        yield from _items(paragraph, firsts[at], ahead[-1 - at], is_body)


def _attachments(paragraphs: tuple[Paragraph, ...]) -> set[int]:
    """Return the paragraphs that go on with a list of attachments: its 2., 3. head nothing."""
    found: set[int] = set()
    for at, paragraph in enumerate(paragraphs):
        if not re.match(_ATTACHMENTS, paragraph.text):
            continue
        for below in range(at + 1, len(paragraphs)):
            text = paragraphs[below].text
            if len(text) > _LONGEST_ATTACHMENT or text.endswith("。") or not marker_at(text):
                break
            found.add(below)
    return found


def _items(
    paragraph: Paragraph, first: Marker | None, ahead: dict[str, int], is_body: bool
) -> Iterator[Item]:
    text = paragraph.text
    inside = [] if paragraph.row else _inside(text, first, ahead)
    glued = is_body or any(marker.family in _WHOLE_PARTS for marker in inside)
    starts = [0, *(marker.start for marker in inside), len(text)]
    for number, marker in enumerate([first, *inside]):
        piece = text[starts[number] : starts[number + 1]].rstrip()
        if not piece:
            continue
        runs_in = number > 0 and marker is not None and _runs_in(text, marker, glued)
        yield Item(
            piece,
            paragraph.line,
            paragraph.page,
            marker and _moved(marker, -starts[number]),
            _family(paragraph, piece, marker, number),
            runs_in,
            number == 0 and any(_is_next(marker, each) for each in inside[:1]),
            paragraph.heading if number == 0 else 0,
            min(len(piece), paragraph.bold) if number == 0 else 0,
        )


def _is_next(marker: Marker | None, other: Marker) -> bool:
    return marker is not None and marker.family == other.family and other.family in RUN_IN


def _beginning(text: str) -> Marker | None:
    marker = marker_at(text)
    if marker and marker.ordinal > _LARGEST_ALONE and marker.family in ("number", "half bracket"):
        return None
    if marker and not text[marker.end :].strip():
        return None
    return marker


def _without_lone_marks(firsts: list[Marker | None]) -> list[Marker | None]:
    """Take back the marks that begin no list: a dash, or a sign, without another."""
    dashes = {at for at, first in enumerate(firsts) if first and first.family == "dash"}
    signs = [at for at, first in enumerate(firsts) if first and first.family == "sign"]
    lone = {at for at in dashes if not {at - 1, at + 1} & dashes}
    lone.update(signs if len(signs) == 1 else ())
    return [None if at in lone else first for at, first in enumerate(firsts)]


def _moved(marker: Marker, by: int) -> Marker:
    return marker._replace(start=marker.start + by, end=marker.end + by)


def _runs_in(text: str, marker: Marker, glued: bool) -> bool:
    """Whether a mark inside of a paragraph is one of a list that runs in."""
    if marker.family in ("point", "ordinal"):
        return True
    # GB/T 9704 gives 1. a paragraph of its own; behind a whole sentence it has lost that.
    lost = marker.family == "number" and _ends_a_sentence(text, marker)
    return not (glued or lost)


def _family(paragraph: Paragraph, piece: str, marker: Marker | None, number: int) -> str:
    if marker:
        return marker.family
    if number or paragraph.row:
        return PROSE
    if re.match(_BRACKETED, piece):
        return BRACKETED
    if paragraph.heading:
        return MARKUP.format(paragraph.heading)
    whole = paragraph.bold >= len(piece)
    if whole and len(piece) <= _LONGEST_HEADING and piece[-1] not in "。；;：:，,":
        return BOLD
    return PROSE


def _inside(text: str, first: Marker | None, ahead: dict[str, int]) -> list[Marker]:
    """Return the marks inside of a paragraph that are members of a sequence, in order."""
    candidates = [marker for marker in markers_in(text) if _may_begin(text, marker)]
    by_family: dict[str, list[Marker]] = {}
    for marker in candidates:
        by_family.setdefault(marker.family + marker.above, []).append(marker)
    found: list[Marker] = []
    for members in by_family.values():
        if _is_one_sentence(members, text):
            continue
        if members[0].family == "sign":
            found += members if len(members) > 1 else ()
            continue
        before = first if first and first.family == members[0].family else None
        found += _sequence(members, before, text, ahead.get(members[0].family, 0))
    return sorted(found, key=lambda marker: marker.start)


def _sequence(members: list[Marker], before: Marker | None, text: str, ahead: int) -> list[Marker]:
    """Return those that count on from one another, or from the paragraph's own number.

    Args:
        members: Marks of one family, in order.
        before: The paragraph's own number, where it is of that family.
        text: The paragraph.
        ahead: What the next paragraph with a number of that family counts; 0 for none.
    """
    found: list[Marker] = []
    last = before.ordinal if before else 0
    for at, marker in enumerate(members):
        ordinal = marker.ordinal
        follows = [later.ordinal for later in members[at + 1 : at + 3]]
        goes_on = (
            (last and ordinal == last + 1)
            or (ordinal == 1 and 2 in follows)
            or (ordinal == 1 and _is_sure(text, marker) and follows[:1] == [3])
            or (last and _is_sure(text, marker) and last <= ordinal <= last + 2)
            or (ahead == ordinal + 1 and _ends_a_sentence(text, marker))
        )
        if goes_on and not (last == 0 and ordinal == 1 and _is_idiom(text, marker)):
            found.append(marker)
            last = ordinal
    return found


def _is_one_sentence(members: list[Marker], text: str) -> bool:
    """Whether two points are parts of a sentence that goes on: 一是甲，二是乙，都要改。"""
    if len(members) != 2 or members[0].family != "point":
        return False
    before, between = (text[: each.start].rstrip()[-1:] for each in members)
    return between in tuple(_COMMAS) and before not in tuple("：:。；;")


def _ends_a_sentence(text: str, marker: Marker) -> bool:
    """Whether a sequence may begin at a mark and go on in paragraphs of their own."""
    if marker.family == "point":
        return _is_sure(text, marker) and text[marker.start - 1] not in _COMMAS
    return marker.family not in RUN_IN - {"han in brackets"} and (
        text[: marker.start].rstrip()[-1:] in "。！"
    )


def _is_idiom(text: str, marker: Marker) -> bool:
    return marker.family == "point" and text[marker.start - 1] in "统唯第之专单逐同万"


def _is_sure(text: str, marker: Marker) -> bool:
    return marker.family == "point" and text[: marker.start].rstrip()[-1:] in _ENDS + _COMMAS


def _may_begin(text: str, marker: Marker) -> bool:
    """Whether what stands before a mark lets something begin there."""
    if marker.start == 0:
        return False
    before = text[: marker.start].rstrip()[-1:]
    behind = text[marker.end : marker.end + 1]
    if before in _ENDS:
        return True
    if marker.family == "point" and marker.ordinal == 1:
        return before not in "、统唯第之专单逐同万"
    if marker.family in ("point", "ordinal"):
        return before in _COMMAS
    if marker.family in ("part", "chapter", "section", "article", "half bracket"):
        return False
    if marker.family == "circle":
        return False  # A note's mark stands so behind a word.
    if marker.family == "number":
        return "一" <= before <= "龥" and "一" <= behind <= "龥"
    if marker.family.startswith("decimal"):
        return False
    if marker.family in ("dash", "annex"):
        return False
    if marker.family == "sign":
        return True
    if marker.family == "han":
        return (before not in "、，,第" and "一" <= behind <= "龥") or behind.isdecimal()
    return marker.family in RUN_IN
