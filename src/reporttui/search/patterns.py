"""Regular expressions of a reader, found in bounded time and memory.

The engine is `regex`, which can be told when to stop. Matching is bounded by time; what a pattern
repeats is bounded beforehand, since compiling a{1000} in a{1000} in a{1000} takes all memory.
"""

from __future__ import annotations

import re
from functools import lru_cache
from time import monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

_LARGEST = 100_000
"""Characters, or sets of them, of a pattern whose repeats are written out."""

_PIECE = r"(?s:\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{[\d\s]*,?[\d\s]*\}|.)"


class BadPatternError(ValueError):
    """Text that is no regular expression, or one that is too large.

    Attributes:
        position: Where in the pattern, in code points; None where that is not known.
        is_large: Whether it is too large.
    """

    def __init__(self, position: int | None = None, *, is_large: bool = False) -> None:
        super().__init__(position)
        self.position = position
        self.is_large = is_large


class TooSlowError(Exception):
    """A pattern for which the time did not suffice."""


@lru_cache(maxsize=64)
def compiled(pattern: str) -> regex.Pattern[str]:
    """Compile a pattern that ignores case and in which ^ and $ stand at the ends of lines.

    Raises:
        BadPatternError: For what is none.
    """
    import regex

    # Comments hide what is repeated.
    is_commented = "#" in pattern and re.search(r"\(\?[a-zA-Z]*x", pattern)
    if is_commented or _size(pattern) > _LARGEST:
        raise BadPatternError(is_large=True)
    try:
        return regex.compile(pattern, regex.IGNORECASE | regex.MULTILINE)
    except regex.error as error:
        raise BadPatternError(getattr(error, "pos", None)) from None  # Its types leave that out.
    except (OverflowError, ValueError):
        raise BadPatternError from None
    except (RecursionError, MemoryError):
        raise BadPatternError(is_large=True) from None


def _size(pattern: str) -> int:
    """Return how many characters a pattern has, or sets of them, if all repeats are written out."""
    groups, last = [0], [0]
    for piece in re.findall(_PIECE, pattern):
        if piece == "(":
            groups.append(0)
            last.append(0)
            continue
        if piece == ")" and len(groups) > 1:
            size = groups.pop()
            last.pop()
        elif len(piece) > 1 and piece[0] == "{":
            size = last[-1] * (_most(piece) - 1)
        else:
            size = 1
        groups[-1] += size
        last[-1] = last[-1] + size if piece[0] == "{" else size
    return sum(groups)


def _most(repeat: str) -> int:
    """Return how often `{2,30}` repeats at most."""
    counts = ("".join(count.split())[:9] for count in repeat.strip("{}").split(","))
    return max(int(count or 1) for count in counts) or 1


def find(pattern: str, text: str, start: int, end: int, until: float) -> Iterator[tuple[int, int]]:
    """Find a pattern in a stretch of a text, from left to right, without overlaps.

    Args:
        pattern: A regular expression.
        text: What to search.
        start: Where the stretch begins, in code points.
        end: Where it ends.
        until: When to give up, by `time.monotonic`.

    Yields:
        The spans in the text of all matches that are not empty.

    Raises:
        BadPatternError: For what is no pattern.
        TooSlowError: When the time is up.
    """
    left = until - monotonic()
    if left <= 0:
        raise TooSlowError
    try:
        for match in compiled(pattern).finditer(text, start, end, timeout=left):
            span = match.span()
            if span[1] > span[0]:
                yield span
    except TimeoutError:
        raise TooSlowError from None
    except (RecursionError, MemoryError):
        raise TooSlowError from None
