"""Colours of results on a terminal: few, and only on text that has been made safe."""

from __future__ import annotations

import os
import sys
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

HEADING = "1"
MATCH = "1;31"
VERDICTS = {"holds": "32", "fails": "1;31", "cannot_tell": "33"}
"""Styles, as the parameters of SGR (ECMA-48, 8.3.117): of the first eight colours, which every
theme of a terminal makes readable."""

_painted = False


class Marked(str):
    """Text with a part that a table paints; to everything else, text as any other.

    Attributes:
        start: Where the part begins, in code points.
        end: Where it ends.
        style: What it is painted in.
    """

    __slots__ = ("end", "start", "style")
    start: int
    end: int
    style: str

    def __new__(cls, text: str, style: str, start: int = 0, end: int | None = None) -> Marked:
        """Mark a part of a text; all of it, where none is named."""
        self = super().__new__(cls, text)
        self.style, self.start, self.end = style, start, len(text) if end is None else end
        return self


class Span(NamedTuple):
    """Characters of a line and the style that they are painted in."""

    start: int
    end: int
    style: str


def choose(when: str) -> None:
    """Choose whether results are painted from now on.

    The environment is brought in line with an explicit choice, for the reading room.

    Args:
        when: `auto` for a terminal that knows colours, unless NO_COLOR has a value
            (no-color.org); `always`; or `never`.
    """
    global _painted
    if when == "never":
        os.environ["NO_COLOR"] = "1"
    elif when == "always":
        os.environ.pop("NO_COLOR", None)
    _painted = when == "always" or shown_by(os.environ.get("TERM", ""))


def shown_by(terminal: str) -> bool:
    """Tell whether standard output is a terminal whose colours are wanted."""
    wanted = not os.environ.get("NO_COLOR")
    return wanted and terminal not in ("", "dumb", "vt100", "vt220") and sys.stdout.isatty()


def paint(line: str, spans: Iterable[Span]) -> str:
    """Return a line with colours; as it is, where none are wanted.

    Args:
        line: Safe text.
        spans: In the order of the line; none begins before another ends.
    """
    if not _painted:
        return line
    parts, reached = [], 0
    for start, end, style in spans:
        if start < (end := min(end, len(line))):
            parts += [line[reached:start], f"\x1b[{style}m", line[start:end], "\x1b[m"]
            reached = end
    return "".join((*parts, line[reached:]))
