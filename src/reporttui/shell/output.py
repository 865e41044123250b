"""Results on stdout, talk on stderr: in UTF-8, and never anything that moves a terminal."""

from __future__ import annotations

import os
import sys

from reporttui.shell.exits import Unusable
from reporttui.text.safe import escaped
from reporttui.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO, TextIO

    from reporttui.library.opening import Opened
    from reporttui.report.model import Problem
    from reporttui.settings.config import ConfigProblem


def prepare() -> None:
    """Make the streams take every character, whatever the locale.

    A process can be started with any of them closed; that is as if they led nowhere.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: PTH123, SIM115
        elif mode == "w":
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(line: str) -> None:
    """Print a line of the result, made safe."""
    print(escaped(line))


def tell(line: str) -> None:
    """Print a line of talk to stderr, made safe."""
    print(escaped(line), file=sys.stderr)


def place_and_problem(name: str, problem: Problem | ConfigProblem) -> tuple[str, str]:
    """Return `file:line:column`, and `what; expected; how to mend it`."""
    from reporttui.words.problems import sentences

    position = (problem.line, getattr(problem, "column", None))
    place = ":".join(str(part) for part in (name, *position) if part)
    return place, _("; ").join(sentences(problem.code, problem.values))


def tell_problems(name: str, problems: Iterable[Problem | ConfigProblem]) -> None:
    """Print problems to stderr."""
    for problem in problems:
        # Editors look for the place, so that it is written alike in every language.
        tell(": ".join(place_and_problem(name, problem)))


def opened(argument: str | None) -> Opened:
    """Open what a REPORT argument means.

    Raises:
        Unusable: When it cannot be; what is wrong has been told.
    """
    from reporttui.library.opening import name_of, open_report
    from reporttui.report.model import BadReport

    try:
        return open_report(argument, stdin())
    except BadReport as bad:
        tell_problems(name_of(argument), bad.problems)
        raise Unusable from None


def stdin() -> BinaryIO:
    """Return standard input as bytes."""
    return sys.stdin.buffer


def terminal_width() -> int | None:
    """Return the width of the terminal that the result goes to, in cells; None where none is."""
    if not sys.stdout.isatty():
        return None
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except OSError:
        return 80


def abandon(*streams: TextIO) -> None:
    """Throw away what is still to be written, so that nothing complains at the exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        os.dup2(nowhere, stream.fileno())
