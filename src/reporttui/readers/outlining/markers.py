"""What a paragraph is numbered with: the marks of Chinese official documents, and of others.

GB/T 9704-2012 §7.3.3 numbers four levels: 一、 (一) 1. (1). What real reports do beside it is
here too; what level a mark has in one document is decided in `readers.outlining.levels`.
"""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import NamedTuple

_NUMERALS = "一二三四五六七八九十百零〇○"

# Texts are matched in plain signs, one for one: classes of scattered characters take long to
# compile, those of Latin-1 do not. The numerals stand side by side where à to í are.
_MOVED = str.maketrans("àáâãäåæçèéêëìí", " " * 14)
_MOVED |= str.maketrans(_NUMERALS, "àáâãäåæçèéêëìí")
_MOVED |= str.maketrans(
    "（〔［【）〕］】．﹒，：　\t\xa0０１２３４５６７８９", "(((())))..,:   0123456789"
)
_HAN = "[à-í]{1,5}"
_ANY = f"(?:{_HAN}|[0-9]{{1,3}})"
_NO_UNIT = "(?![万亿千百个元吨米倍户亩度岁次件％%]|公里|平方|立方|小时|公顷)"
_WORDS = "季度|产业|產業|届|屆|级|級|类|類"

FAMILIES: dict[str, str] = {
    "sign": "[■●◆▲★◇□▪◎]",
    "annex": f"附件(?:[0-9]{{1,2}}|{_HAN})(?=$|[一-龥《“])",
    "part": f"第{_ANY}(?:部分|编|編|篇)",
    "chapter": f"第{_ANY}章",
    "section": f"第{_ANY}(?:节|節)",
    "article": f"第{_ANY}(?:条|條)(?:之{_HAN})?(?!第|规定|規定|的|、|和|至|款)",
    "roman": "[Ⅰ-Ⅻ][、.]",
    "formal": "[壹贰貳叁參肆伍陆陸柒捌玖拾]{1,3}[、.]",
    "han": f"{_HAN}(?:、(?!{_HAN}(?:[、,]|{_WORDS}))|[.])",
    "han in brackets": rf"\( *{_HAN} *\)、?|{_HAN}\)",
    "decimal 2": f"[1-9][0-9]?[.][0-9]{{1,2}} *{_NO_UNIT}(?=[一-龥à-í“《])",
    "decimal 3": "[1-9][0-9]?(?:[.][0-9]{1,2}){2} *(?=[一-龥à-í“《])",
    "number": "[0-9]{1,3}(?:[.](?![0-9])|、(?![0-9]+[、,月日号]))|[⒈-⒛]",
    "number in brackets": r"\( *[0-9]{1,3} *\)|[⑴-⒇]",
    "half bracket": r"[0-9]{1,2}\)",
    "circle": "[①-⑳㉑-㉟❶-❿]",
    "ordinal": f"第{_HAN}[,、:](?!第)|其{_HAN}[,、:是]",
    "point": f"{_HAN}(?:是|要|则|則)(?!{_HAN}[,、是])[,:]?",
    "dash": "(?:—|─|-){1,3}(?=[一-龥“《])",
}
"""Family of marks → its form, in the order of the levels that they have by custom."""

UNCOUNTED = frozenset({"dash", "sign"})
"""Families whose marks are all alike."""

RANKS = {family: rank for rank, family in enumerate(FAMILIES) if family != "sign"}
"""Family → how high it stands by custom; 0 is the highest. A sign has no place by custom."""

RUN_IN = frozenset({"point", "ordinal", "circle", "number in brackets", "han in brackets"})
"""Families whose marks also stand inside of a paragraph, as a list that runs in."""

_DIGITS = {
    **{char: value for value, char in enumerate("零一二三四五六七八九")},
    "〇": 0,
    "○": 0,
}


class Marker(NamedTuple):
    """A mark at a place of a text.

    Attributes:
        family: One of `FAMILIES`.
        ordinal: What it counts to, from 1; of a decimal, its last number.
        start: Where it begins, in code points.
        end: Where it ends.
        printed: Its characters.
        above: Of a decimal, the numbers before the last.
    """

    family: str
    ordinal: int
    start: int
    end: int
    printed: str
    above: str = ""


@cache
def _form() -> re.Pattern[str]:
    forms = (f"(?P<f{rank}>{form})" for rank, form in enumerate(FAMILIES.values()))
    return re.compile("|".join(forms))


def marker_at(text: str, start: int = 0) -> Marker | None:
    """Return the mark that stands at a place, or None."""
    match = _form().match(text.translate(_MOVED), start)
    return _marker(match, text) if match else None


def markers_in(text: str) -> list[Marker]:
    """Return all that could be marks, at any place."""
    return [
        marker
        for match in _form().finditer(text.translate(_MOVED))
        if (marker := _marker(match, text))
    ]


def _marker(match: re.Match[str], text: str) -> Marker | None:
    assert match.lastgroup
    family = list(FAMILIES)[int(match.lastgroup[1:])]
    printed = text[match.start() : match.end()]
    counted = printed.translate(_FORMAL)
    counted = re.split("[条條]之", counted)[0] if family == "article" else counted
    if family in UNCOUNTED:
        return Marker(family, 1, match.start(), match.end(), printed)
    *above, last = _numbers(counted) or [printed]
    ordinal = _value(last)
    if not ordinal:
        return None
    return Marker(family, ordinal, match.start(), match.end(), printed, ".".join(above))


def _numbers(printed: str) -> list[str]:
    """Return the numbers of a mark: runs of digits, or of numerals."""
    groups = itertools.groupby(printed, lambda char: char in _NUMERALS or char.isdecimal())
    return ["".join(chars) for is_number, chars in groups if is_number]


_FORMAL = str.maketrans("壹贰貳叁參肆伍陆陸柒捌玖拾", "一二二三三四五六六七八九十")


def _value(text: str) -> int:
    """Read a number: digits, Chinese numerals, a circled or Roman one."""
    if text[0] in "一二三四五六七八九十百零〇○":
        return _han(text)
    import unicodedata

    plain = unicodedata.normalize("NFKC", text)
    digits = "".join(char for char in plain if char.isdecimal())
    if digits:
        return int(digits)
    return _ROMAN.get(plain.rstrip(".、"), 0) or int(unicodedata.numeric(text[0], 0))


_ROMAN = {
    name: value
    for value, name in enumerate(
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], 1
    )
}


def _han(text: str) -> int:
    if "十" not in text and "百" not in text:
        return int("".join(str(_DIGITS[char]) for char in text))
    hundreds, has_hundreds, rest = text.rpartition("百")
    tens, has_tens, ones = rest.rpartition("十")
    return (
        (_han(hundreds or "一") * 100 if has_hundreds else 0)
        + (_han(tens.lstrip("零〇○") or "一") * 10 if has_tens else 0)
        + (_han(ones.lstrip("零〇○") or "零") if ones else 0)
    )
