"""Where texts stand in the source of a page: a parsed page no longer knows its lines."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 20_000
"""Elements in one another; the parser's time grows with the square of it (half a second)."""

MAX_FORMATTING = 30
"""Elements such as `<font>` that may be open at a time. HTML5 has a parser open all of them again
in each paragraph, so that a small page can fill the memory; those beyond change no text and are
not parsed."""

_FORMATTING = frozenset({
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt",
    "u",
})  # fmt: skip
_NO_DEPTH = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option",
    "optgroup", "html", "head", "body", "rt", "rp",
})  # fmt: skip
_RAW = frozenset({
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
})  # fmt: skip
_TAG = re.compile(r"</?([A-Za-z][^\s/>]*)")
_PROBE = 8


class TooDeepError(Exception):
    """More than `MAX_DEPTH` elements stand in one another."""


def tame(source: str) -> str:
    """Return a page without the formatting elements beyond `MAX_FORMATTING` open ones.

    Raises:
        TooDeepError: Where parsing would take too long.
    """
    kept: list[str] = []
    begin = depth = formatting = 0
    for start, end, name in _tags(source):
        step = -1 if source.startswith("</", start) else 1
        if name in _FORMATTING:
            formatting = max(formatting + step, 0)
            if step > 0 and formatting > MAX_FORMATTING:
                kept.append(source[begin:start])
                begin = end
        elif name not in _NO_DEPTH:
            depth = max(depth + step, 0)
            if depth > MAX_DEPTH:
                raise TooDeepError
    return "".join(kept) + source[begin:] if kept else source


class Lines:
    """Finds the lines of texts that are asked for in the order of the page.

    Good enough, not exact: a text is known by its first characters, and one that is not found
    nearby gets the line of the one before it.
    """

    _AHEAD = 200

    def __init__(self, source: str) -> None:
        self._texts = list(_texts(source))
        self._next = 0
        self._line = 1

    def find(self, text: str) -> int:
        """Return the line on which `text` begins, from 1."""
        sought = _probe(text)
        for index in range(self._next, min(self._next + self._AHEAD, len(self._texts))):
            line, probe = self._texts[index]
            if probe == sought:
                self._next, self._line = index + 1, line
                break
        return self._line


def _probe(text: str) -> str:
    return text.replace("\0", "").lstrip()[:_PROBE].rstrip()


def _texts(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the beginning of each text."""
    from html import unescape

    line, counted, begin = 1, 0, 0
    for start, end, _ in (*_tags(source), (len(source), len(source), "")):
        raw = source[begin : min(start, begin + 2000)]
        if raw.strip():
            at = begin + len(raw) - len(raw.lstrip())
            line += source.count("\n", counted, at)
            counted = at
            yield line, _probe(unescape(raw.lstrip()[:80]))
        begin = end


def _tags(source: str) -> Iterator[tuple[int, int, str]]:
    """Yield where tags and comments begin and end; scripts and the like are one with their tag."""
    at = source.find("<")
    while at >= 0:
        end, name = _tag_at(source, at)
        if end > at:
            yield at, end, name
        at = source.find("<", max(end, at + 1))


def _tag_at(source: str, at: int) -> tuple[int, str]:
    """Return the end of the tag or comment at `at`, or `at` where there is none, and its name."""
    if source.startswith("<!--", at):
        return _after(source, "-->", at + 2), ""
    if source.startswith(("<!", "<?"), at):
        return _after(source, ">", at), ""
    match = _TAG.match(source, at)
    if not match:
        return at, ""
    name = match[1].lower()
    end = _after(source, ">", at)
    if name in _RAW and source[at + 1] != "/":
        close = re.compile(rf"</{name}", re.IGNORECASE).search(source, end)
        end = _after(source, ">", close.end()) if close else len(source)
    return end, name


def _after(source: str, mark: str, at: int) -> int:
    found = source.find(mark, at)
    return found + len(mark) if found >= 0 else len(source)
