"""How long a program goes on drawing on a slow line after a key that was held is let go.

Usage: python bench/slow_line.py [BITS_PER_SECOND [SECONDS]]

A pseudo-terminal is read no faster than the line carries: ten bits a byte. It answers what a
terminal answers, once that has come through. PageDown is pressed fifteen times a second, then no
more; what still comes is counted until the program rests.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path
from typing import NamedTuple

import table
from commands import REPORTTUI, environment

PAGE_DOWN = b"\x1b[6~"
KEYS_A_SECOND = 15
REST = 3.0
TICK = 0.02
REQUEST, ANSWER = b"\x1b[6n", b"\x1b[1;1R"


class Line:
    """A program at the far end of a slow line."""

    def __init__(self, command: list[str], folder: str, bits: int, **variables: str) -> None:
        self._a_tick = bits / 10 * TICK
        self._credit = 0.0
        self._answered = 0
        self._seen = b""
        self.carried = 0
        self.last = time.monotonic()
        pid, self._fd = pty.fork()
        if pid == 0:
            os.execvpe(command[0], command, {**os.environ, **environment(folder), **variables})
        self.pid = pid
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def tick(self) -> None:
        """Let the line carry what it can in a moment."""
        time.sleep(TICK)
        self._credit = min(self._credit + self._a_tick, 4 * self._a_tick)
        if self._credit >= 1 and select.select([self._fd], [], [], 0)[0]:
            data = os.read(self._fd, int(self._credit))
            self._credit -= len(data)
            self.carried += len(data)
            self.last = time.monotonic()
            self._answer(data)

    def _answer(self, data: bytes) -> None:
        self._seen = (self._seen + data)[-len(data) - len(REQUEST) :]
        asked = self._seen.count(REQUEST)
        if asked:
            self._seen = self._seen.rpartition(REQUEST)[2]
            self.press(ANSWER * asked)

    def press(self, keys: bytes) -> None:
        """Send keys."""
        os.write(self._fd, keys)

    def rest(self) -> None:
        """Wait until nothing has come for a while."""
        self.last = time.monotonic()
        while time.monotonic() - self.last < REST:
            self.tick()

    def close(self) -> None:
        """End the program."""
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self._fd)


class Held(NamedTuple):
    """What came of a key that was held."""

    seconds: float
    """From letting go to the last byte."""
    held: int
    """Bytes while it was held."""
    after: int
    """Bytes after that."""


def hold(command: list[str], bits: int, seconds: float, key: bytes, **variables: str) -> Held:
    """Start a program, hold a key, let go, and wait until all is quiet."""
    with tempfile.TemporaryDirectory() as folder:
        line = Line(command, folder, bits, **variables)
        line.rest()
        before = line.carried
        start = time.monotonic()
        pressed = 0
        while (now := time.monotonic() - start) < seconds:
            if now * KEYS_A_SECOND >= pressed:
                line.press(key)
                pressed += 1
            line.tick()
        held = line.carried - before
        let_go = time.monotonic()
        line.rest()
        line.close()
        return Held(max(0.0, line.last - let_go), held, line.carried - before - held)


def main() -> None:
    """Measure and print."""
    bits = int(sys.argv[1]) if len(sys.argv) > 1 else 9600
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 5.0
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder, "report.txt")
        os.system(f"{' '.join(REPORTTUI)} show > {text}")
        programs = {
            "reporttui --lean": ([*REPORTTUI, "--lean"], PAGE_DOWN),
            "reporttui": (REPORTTUI, PAGE_DOWN),
            "less": (["less", str(text)], b" "),
        }
        rows = [
            [f"{bits} bit/s, PageDown held {seconds:g} s", "s after", "bytes held", "after", ""]
        ]
        for name, (command, key) in programs.items():
            found = hold(command, bits, seconds, key)
            rows.append([name, f"{found.seconds:.1f}", f"{found.held:,}", f"{found.after:,}", ""])
        print(table.aligned(rows))


if __name__ == "__main__":
    main()
