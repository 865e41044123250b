"""Long results through the reader's pager, as git shows them: only on a terminal, never for
strangers."""

from __future__ import annotations

import os
import sys

from reporttui.shell.output import tell
from reporttui.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_DEFAULT = "less"
_LESS = "FRX"
"""Ends at once where all fits, passes colours on, and leaves the text on the screen."""

_CANNOT_RUN = (126, 127)
"""What a shell says of a command that it cannot run (POSIX.1-2017, 2.8.2)."""

_allowed = False


def allow(paging: bool) -> None:
    """Choose whether a pager may be started from now on."""
    global _allowed
    _allowed = paging


def put(lines: Iterable[str]) -> None:
    """Print lines, through a pager where one is wanted; they are safe already."""
    pager = _pager()
    if not pager:
        for line in lines:
            print(line)
        return
    text = "".join(f"{line}\n" for line in lines)
    if text and not _shown(pager, text):
        tell(_('the pager "{pager}" cannot be run; --no-pager goes without one', pager=pager))
        print(text, end="")


def _pager() -> str:
    """Return the command of the pager; empty where there is none, or nobody to use it."""
    if not _allowed or os.environ.get("TERM", "dumb") == "dumb" or not sys.stdout.isatty():
        return ""
    pager = os.environ.get("PAGER", _found(_DEFAULT)).strip()
    return "" if pager == "cat" else pager


def _found(program: str) -> str:
    from shutil import which

    return program if which(program) else ""


def _shown(pager: str, text: str) -> bool:
    """Show a text in a pager and wait until the reader has enough; tell whether it could run."""
    import signal
    import subprocess

    sys.stdout.flush()
    with subprocess.Popen(
        pager,
        shell=True,  # $PAGER is a command for the shell (POSIX.1-2017, man).
        stdin=subprocess.PIPE,
        env=_environment(),
        encoding="utf-8",
        errors="backslashreplace",
    ) as running:
        # Ctrl-C is the pager's: it goes back to its prompt, or ends.
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            running.communicate(text)
        finally:
            signal.signal(signal.SIGINT, before)
    return running.returncode not in _CANNOT_RUN


def _environment() -> dict[str, str]:
    """Return what the pager is to know; a reader's own options stay, and come last."""
    own = os.environ.get("LESS")
    less = _LESS if own is None else f"-R {own}"
    return {"LESSCHARSET": "utf-8", **os.environ, "LESS": less}
