"""All that is wrong with a file, gathered while it is read."""

from __future__ import annotations

from reporttui.report.model import BadReport, Problem

ENOUGH = 100
"""Problems after which reading stops: a file with more is no report that somebody mends."""

_SHOWN = 60
"""Code points of a value that a sentence shows."""


class Problems:
    """The problems of one file."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def __bool__(self) -> bool:
        """Whether anything is wrong."""
        return bool(self._found)

    def note(self, code: str, line: int, column: int, **values: object) -> None:
        """Note a problem, and go on.

        Raises:
            BadReport: When there are enough.
        """
        self._found.append(Problem(code, values, line, column))
        if len(self._found) == ENOUGH:
            raise self.failure()

    def failure(self) -> BadReport:
        """Return what to raise: all problems, in the order of the file."""
        return BadReport(sorted(self._found, key=lambda problem: (problem.line, problem.column)))


def shortened(text: str) -> str:
    """Return as much of a text as a sentence about it can show."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def nearest(word: str, among: list[str] | tuple[str, ...]) -> str:
    """Return the word that was probably meant, or nothing."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(shortened(word), among, 1)), "")
