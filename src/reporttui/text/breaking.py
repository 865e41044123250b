"""Break a paragraph of Chinese text into lines.

Where punctuation may stand follows GB/T 15834—2011, 5.1, and the prohibition rules for line start
and line end of W3C CLREQ; words and numbers hold together in the manner of UAX #14. Nothing hangs
over the edge: what must not begin a line takes the characters before it along.

A paragraph is first spelled in classes, one letter a character, so that regular expressions can
say which places hold how strongly; then each line ends at the last free place before its limit.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from reporttui.text.width import cell_widths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# How strongly the two sides of a place hold together. Where a line has no free place the weakest
# hold yields; a grapheme never does.
_FREE, _KEEP, _UNIT, _WORD, _PUNCTUATION, _SPACE, _GRAPHEME = range(7)

_SPACES = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"

_CLASSES = {
    " ": _SPACES,
    # never at the start of a line …
    "c": "。、；：？！…⋯‥·・･‧｡､”’》〉）】〕」』｝］＞〗〙〛｠»›〞〟‰℃℉°′″;?!)]}>",
    ",": "，",  # … within a number too
    "i": ".,:%．％",  # … within a word too
    "d": "—–～~〜―⸺",  # … between numbers too
    "-": "-－‐‑−+＋",  # … unless after a space
    # never at the end of a line
    "o": "“‘《〈（【〔「『｛［〖〘〚｟«‹〝([{<＜$¥￥€£＄￡№",
    # neither
    "s": "/／\xa0\u2007\u202f",
    "w": "#@&=_\\*",
    "m": "万亿千百十余多萬億餘",
    "z": "\u200d",
}

_QUOTE = "[\"'＂＇’]"
_APOSTROPHE_OR_STRAIGHT = "(?<=[A-Za-zÀ-ɏ])(['’])(?=[A-Za-zÀ-ɏ])|[\"'＂＇]"

# A run of letters and digits with what stands within: 24.2 10,000 95.22% 2021—2025 https://a/b?c=d
_WORD_RUN = (
    "(?:(?<![a9hm-])--?)?[a9](?:(?:[-isw]*|(?<=9),(?=9{3}(?!9))|(?<=9)d{1,2}(?=9))[a9])*[-i]*"
)

# Hold, pattern in classes, and which places of a match it holds, counted from its two ends.
_HOLDS = (
    (_UNIT, "9(?:m+h?|h)", 1, 0),
    (_WORD, _WORD_RUN, 1, 0),
    (_PUNCTUATION, "(?<! ) +[cids,]|[cids,-]+", 0, 0),
    (_PUNCTUATION, "[os]+", 1, 1),
    (_SPACE, " +", 1, 1),
)


class _ClassOf(dict[int, str]):
    """The class of a code point, decided when first met."""

    def __missing__(self, code: int) -> str:
        self[code] = kind = _class_by_category(chr(code))
        return kind


_class_of = _ClassOf((ord(char), kind) for kind, chars in _CLASSES.items() for char in chars)


def _class_by_category(char: str) -> str:
    import unicodedata

    category = unicodedata.category(char)
    if category[0] == "M" or not any(cell_widths(char)):
        return "e"
    if unicodedata.east_asian_width(char) in "WH":
        return "h"
    return {"L": "a", "N": "9"}.get(category[0]) or {"Ps": "o", "Pe": "c"}.get(category, "x")


def wrap(
    text: str, width: int, first_indent: int = 0, keep: Sequence[tuple[int, int]] = ()
) -> list[tuple[int, int]]:
    """Break one paragraph into lines.

    Args:
        text: The paragraph, without newlines.
        width: The room of a line, in cells.
        first_indent: Cells by which the first line is shorter.
        keep: Spans (code points) to keep on one line, such as a number with its unit.

    Returns:
        The half-open span (code points) of each line, at least one. Spaces at the end of a line
        are in no span. A line is wider than its room only where one grapheme is wider than
        `width`; the first is empty where its room is too small for the first grapheme.
    """
    size = len(text.rstrip(_SPACES))
    ends = list(accumulate(cell_widths(text[:size]), initial=0))
    if ends[size] <= width - first_indent:
        return [(0, size)]
    classes, holds = _classes_and_holds(text[:size], keep)
    lines = []
    start, room = 0, width - first_indent
    while start < size:
        limit = bisect_right(ends, ends[start] + room, start) - 1
        end = size if limit == size else _last_place(holds, start, limit)
        if end < 0:
            end = start if room < width else _grapheme_end(holds, start)
        lines.append((start, end))
        start, room = _skip_spaces(classes, end), width
    return lines or [(0, 0)]


def _last_place(holds: bytearray, start: int, limit: int) -> int:
    for hold in range(_GRAPHEME):
        place = holds.rfind(hold, start + 1, limit + 1)
        if place >= 0:
            return place
    return -1


def _grapheme_end(holds: bytearray, start: int) -> int:
    end = start + 1
    while holds[end] == _GRAPHEME:
        end += 1
    return end


def _skip_spaces(classes: str, place: int) -> int:
    while classes.startswith(" ", place):
        place += 1
    return place


def _classes_and_holds(text: str, keep: Sequence[tuple[int, int]]) -> tuple[str, bytearray]:
    """Spell a text in classes and tell, for the place before each character, what holds it."""
    spelled = _with_directed_quotes(text).translate(_class_of)
    classes, graphemes = _joined(spelled)
    holds = bytearray(len(text) + 1)
    for first, last in keep:
        _hold(holds, first + 1, last, _KEEP)
    for hold, pattern, lead, tail in _HOLDS:
        for match in re.finditer(pattern, classes):
            _hold(holds, match.start() + lead, match.end() + tail, hold)
    for first, last in graphemes:
        _hold(holds, first + 1, last, _GRAPHEME)
    return classes, holds


def _hold(holds: bytearray, first: int, last: int, hold: int) -> None:
    holds[first:last] = bytes([hold]) * (last - first)


def _joined(classes: str) -> tuple[str, list[tuple[int, int]]]:
    """Give marks and what a joiner joins the class of their base; tell where graphemes are."""
    graphemes: list[tuple[int, int]] = []

    def join(match: re.Match[str]) -> str:
        graphemes.append(match.span())
        base = (match[1] or "x").replace(" ", "x")
        return base * len(match[0])

    return re.sub("^z.?(?:e|z.?)*|(.)(?:e|z.?)+", join, classes), graphemes


def _with_directed_quotes(text: str) -> str:
    """Write straight quotes as the opening or closing ones that they stand for.

    A quote closes when the same one is open; between Latin letters it is an apostrophe.
    """
    if not re.search(_QUOTE, text):
        return text
    opened: set[str] = set()

    def direct(match: re.Match[str]) -> str:
        if match[1]:
            return "x"
        opened.symmetric_difference_update(match[0])
        return "“" if match[0] in opened else "”"

    return re.sub(_APOSTROPHE_OR_STRAIGHT, direct, text)
