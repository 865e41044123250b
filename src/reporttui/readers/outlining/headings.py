"""Where a heading ends and its text begins, when both stand in one paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from reporttui.readers.outlining.items import BRACKETED
from reporttui.readers.outlining.markers import RUN_IN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporttui.readers.outlining.items import Item

_LONGEST_TITLE = 60
"""Code points of a heading that stands alone in its paragraph."""

_SHORT_SENTENCE = 40
"""Code points of a sentence that is surely a heading, if others beside it are so too."""

_SHORT_POINT = 30
"""Code points of the first sentence of an item in a list that runs in."""

_LONGEST_SENTENCE = 60

_LONGEST_HEADING = 56
"""Code points of a line without a number and without a stop that may be a heading."""

_SHORT_NAME = 14
"""Code points of a sentence that heads an article."""

_LONGEST_NAME = 24
"""Code points of a heading that ends with a colon, or with nothing, before its text."""

UNFINISHED = frozenset("了的和与及或與将將把於")
"""Words that no heading ends with: more must follow."""

_SENTENCE = r"[^。！？!?；;\n]*[。！？!?]+[”’》）】』」)]*"
_CLAUSE = r"(?:[^。！？!?；;，,：:\n]|(?<=\d),(?=\d))*(?:[，；;：:。！？!?]|(?<!\d),|,(?!\d))"
_NAMED = r"[^。！？!?；;，,：:、\n]{2,}[：:]"
_FIGURE = r"[0-9０-９]\s?(?:%|％|个百分点|万|亿)"
_SPACED = r"[^。！？!?；;：:\s\u3000]{2,}(?=\u3000|[ \xa0]{2,})"
_GLUED = r"[^。！？!?；;，,：:、\d]{2,}(?=20[0-9]{2}年)"
_LAYOUT = " \t\xa0\u3000"


class Split(NamedTuple):
    """An item as number, title and text.

    Attributes:
        number: As printed.
        title: The heading; empty where there is none.
        text: What follows in the paragraph.
        doubt: What is not sure about it, or nothing.
    """

    number: str
    title: str
    text: str
    doubt: str = ""


def split(group: Sequence[Item], heads: Sequence[bool], below: str = "") -> list[Split]:
    """Split the items of one list: what holds for most of them holds for all.

    Args:
        group: Headings of one level under one heading.
        heads: Of each, whether something stands below it: prose, or other headings.
        below: Family of the heading that they stand under; what stands under an article of a
            law is a part of a sentence, and has no title.
    """
    if below == "article":
        return [Split(*_parts(item)[:1], "", _parts(item)[1]) for item in group]
    listed = sum(_is_listed(item) for item in group) * 2 >= len(group)
    forms = [_titles(item, listed) for item in group]
    whole = [rest for _, rest in map(_parts, group)]
    with_title = sum(
        0 < len(title) <= _SHORT_SENTENCE or not _is_prose(rest)
        for (title, _), rest in zip(forms, whole, strict=True)
    )

    def alike(count: int) -> bool:
        return count * 2 >= len(group)

    return [
        _chosen(item, form, head and alike(sum(heads) + with_title), alike(with_title))
        for item, form, head in zip(group, forms, heads, strict=True)
    ]


def _parts(item: Item) -> tuple[str, str]:
    """Return the number and what follows, without the white space between them."""
    if item.marker is None:
        return "", item.text
    return item.marker.printed.strip(_LAYOUT), item.text[item.marker.end :].lstrip(_LAYOUT)


def _is_prose(rest: str) -> bool:
    """Whether a paragraph is no heading alone: it holds a sentence, or is too long for one."""
    return len(rest) > _LONGEST_TITLE or rest[-1:] in "。！？!?；;：:，," or "。" in rest


def _titles(item: Item, listed: bool) -> tuple[str, str]:
    """Return the title that an item may have, and its text where it runs on."""
    _, rest = _parts(item)
    offset = len(item.text) - len(rest)
    if offset < item.bold < len(item.text):
        return _cut(rest, _with_its_stop(rest, item.bold - offset))
    if item.family == "article" and _is_prose(rest):
        # What heads an article is a word or two; a longer sentence is the rule itself.
        match = re.match(_SENTENCE, rest)
        if not match or len(match[0]) > _SHORT_NAME or match.end() == len(rest):
            return "", rest
    if item.family == BRACKETED:
        return _cut(rest, rest.index("】") + 1)
    if not _is_prose(rest):
        return rest, ""
    if item.run_in or listed:
        return _title_run_in(rest)
    for form, longest in (
        (_SPACED, _SHORT_SENTENCE),
        (_NAMED, _LONGEST_NAME),
        (_SENTENCE, _LONGEST_SENTENCE),
    ):
        match = re.match(form, rest)
        if match and len(match[0]) <= longest and rest[match.end() :].strip(_LAYOUT):
            # A heading says what follows, and leaves the figures to it.
            return ("", rest) if re.search(_FIGURE, match[0]) else _cut(rest, match.end())
    return "", rest


def _is_listed(item: Item) -> bool:
    """Whether an item is one of a list: it begins the paragraph of others, or ends with ；."""
    return item.leads or (item.family in RUN_IN and item.text[-1] in "；;")


def _title_run_in(rest: str) -> tuple[str, str]:
    """Take the first of several sentences if it is short, or else the first clause."""
    for form, longest in ((_SENTENCE, _SHORT_POINT), (_CLAUSE, _SHORT_SENTENCE)):
        match = re.match(form, rest)
        if match and len(match[0]) <= longest and rest[match.end() :].strip(_LAYOUT):
            return _cut(rest, match.end())
    match = re.match(_CLAUSE, rest)
    return (rest, "") if match and match.end() == len(rest) <= _SHORT_SENTENCE else ("", rest)


def _with_its_stop(rest: str, end: int) -> int:
    return end + 1 if rest[end : end + 1] in tuple("。：:，,；;") else end


def _cut(rest: str, end: int) -> tuple[str, str]:
    return rest[:end].strip(_LAYOUT), rest[end:].lstrip(_LAYOUT)


def _chosen(item: Item, form: tuple[str, str], heads: bool, alike: bool) -> Split:
    number, rest = _parts(item)
    title, text = form
    if title and (
        not text or item.bold or item.run_in or item.leads or alike or item.family == BRACKETED
    ):
        return Split(number, title, text)
    if (
        alike
        and not title
        and item.family != "article"
        and re.fullmatch(_SENTENCE, rest)
        and len(rest) <= _SHORT_SENTENCE
    ):
        return Split(number, rest, "")  # As short as the headings of the others.
    if title and len(title) <= _LONGEST_NAME and not item.run_in:
        return Split(number, title, text)
    if item.family == "article" and not (title and alike):
        return Split(number, "", rest)
    if heads and not item.run_in and re.fullmatch(_SENTENCE, rest) and len(rest) <= _LONGEST_TITLE:
        return Split(number, rest, "")
    match = re.match(_GLUED, rest) if item.family not in ("point", "article") else None
    if match and len(match[0]) <= _LONGEST_NAME:
        return Split(number, *_cut(rest, match.end()), "heading and text run together")
    if heads and len(rest) <= _LONGEST_TITLE:
        return Split(number, rest, "")
    return Split(number, "", rest)


def is_heading_by_look(text: str) -> bool:
    """Whether a line without a number looks like a heading."""
    return (
        2 <= len(text) <= _LONGEST_HEADING
        and not re.search(r"[。！？!?；;…\t]|[.．：:，,、]$|^[—（(\-*·•]|^附", text)
        and (len(text) <= _LONGEST_NAME + 6 or "，" in text or "," in text)
        and not re.search(r"[，,].*\d|\d.*[，,]", text)
        and re.search("[一-龥]{2}", text) is not None
        and text[-1] not in UNFINISHED
        and not re.search(r"^[\d〇○一二三四五六七八九十]+年.*日$|[)）]$", text)
    )


def is_sentence_as_heading(text: str) -> bool:
    """Whether a paragraph of one sentence may be a heading: short, and nobody speaks in it."""
    return (
        len(text) <= _SHORT_SENTENCE
        and re.fullmatch(_SENTENCE, text) is not None
        and not re.search(r"\d|[！？]|我们|我代表|请|如下|以下|下列|各位|方面", text)
    )
