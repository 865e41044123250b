"""Regular expressions of a reader, found in bounded time and memory.

The engine is `regex`, which can be told when to stop. Matching is bounded by time; what a pattern
repeats is bounded beforehand, since compiling a{1000} in a{1000} in a{1000} takes all memory.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import prod
from time import monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

_MOST_REPEATS = 100_000
_REPEAT = r"\{\s*(\d*)\s*,?\s*(\d*)\s*\}"


class BadPatternError(ValueError):
    """Text that is no regular expression, or one that is too large.

    Attributes:
        problem: What the engine says.
        position: Where in the pattern, in code points; None where that is not known.
    """

    def __init__(self, problem: str, position: int | None = None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.position = position


class TooSlowError(Exception):
    """A pattern for which the time did not suffice."""


@lru_cache(maxsize=64)
def compiled(pattern: str) -> regex.Pattern[str]:
    """Compile a pattern that ignores case and in which ^ and $ stand at the ends of lines.

    Raises:
        BadPatternError: For what is none.
    """
    import regex

    if prod(_repeats(pattern)) > _MOST_REPEATS:
        raise BadPatternError("too many repeats")
    try:
        return regex.compile(pattern, regex.IGNORECASE | regex.MULTILINE)
    except regex.error as error:
        # Its types leave these two out.
        raise BadPatternError(
            str(getattr(error, "msg", error)), getattr(error, "pos", None)
        ) from None
    except (RecursionError, OverflowError, ValueError, MemoryError) as error:
        raise BadPatternError(type(error).__name__) from None


def _repeats(pattern: str) -> Iterator[int]:
    for least, most in re.findall(_REPEAT, pattern):
        yield max(int(least[:9] or 0), int(most[:9] or 0), 1)


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
            if match.end() > match.start():
                yield match.span()
    except TimeoutError:
        raise TooSlowError from None
    except (RecursionError, MemoryError):
        raise TooSlowError from None
