"""How far long work is: one line that changes on a terminal, plain lines now and then in a pipe."""

from __future__ import annotations

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
        self._line = sys.stderr.isatty()
        self._began = self._shown = time.monotonic()
        self._visible = False

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
        if self._visible:
            sys.stderr.write(_ERASE)
            sys.stderr.flush()
            self._visible = False
        yield

    def end(self) -> None:
        """Take the line away."""
        with self.aside():
            pass

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
            sys.stderr.write(_ERASE + state)
            sys.stderr.flush()
            self._visible = True
        else:
            tell(state)
