"""How far long work is: one line that changes on a terminal, plain lines now and then in a pipe."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager

from reporttui.shell.output import tell
from reporttui.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_SOON = 0.1
"""Seconds between two states of the line on a terminal."""

_LATER = 10.0
"""Seconds between two lines in a pipe."""

_MEGABYTE = 1024 * 1024
_ERASE = "\r\x1b[K"


class Progress:
    """How many of many files are done; nothing is shown for a single one."""

    def __init__(self, files: int, size: int) -> None:
        self._files = files
        self._size = size
        self._done = self._failed = self._read = 0
        self._line = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._began = self._shown = time.monotonic()
        self._state = ""

    def went_on(self, size: int, failed: bool) -> None:
        """Count a file of some bytes."""
        self._done += 1
        self._failed += failed
        self._read += size
        now = time.monotonic()
        if self._files > 1 and now - self._shown >= (_SOON if self._line else _LATER):
            self._shown = now
            self._show(now - self._began)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the line off the terminal while something else is printed."""
        state = self._state
        self._draw("")
        yield
        sys.stdout.flush()
        self._draw(state)

    def end(self) -> None:
        """Take the line away."""
        self._draw("")

    def _show(self, seconds: float) -> None:
        rate = self._read / _MEGABYTE / seconds
        share = self._read / self._size if self._size else self._done / self._files
        left = round(seconds / share - seconds) if share else 0
        state = _(
            "{done} of {files} files, {failed} failed, {rate} MB/s, {minutes}:{seconds} left",
            done=self._done,
            files=self._files,
            failed=self._failed,
            rate=f"{rate:.1f}",
            minutes=max(left, 0) // 60,
            seconds=f"{max(left, 0) % 60:02}",
        )
        if self._line:
            self._draw(state)
        else:
            tell(state)

    def _draw(self, state: str) -> None:
        """Show a state in place of the one that is shown; nothing takes it away."""
        if self._state or state:
            sys.stderr.write(_ERASE + state)
            sys.stderr.flush()
        self._state = state
