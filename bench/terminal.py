"""A terminal that runs a real program, for the benchmarks and the tests: Linux only.

It says where the cursor is when asked, and answers no other query: a program that waits for an
answer hangs here, as on many a real terminal.
"""

from __future__ import annotations

import os
import pty
import select
import signal
import termios
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn, Self

import procfs
from emulator import Emulator, modes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    import pyte

# Little is inherited, so that a test means the same on every machine: COLUMNS, NO_COLOR or a
# personal configuration would change what a program draws.
_INHERITED = ("HOME", "PATH", "PYTHONPATH", "TMPDIR")
_XTERM = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}

# A program that computes for more than this share of a pause has not come to rest: the smallest
# Textual app takes 0.002 of it for nothing.
_BUSY = 0.03

_WHERE = b"\x1b[6n"
"""The request for the cursor's position (ECMA-48, 8.3.35, DSR)."""


class Terminal:
    """A program in a new session, with a pseudo-terminal of its own as controlling terminal.

    The program's output is read only while one of the methods waits, and drawn only when somebody
    looks, so that drawing never delays the reading of what is being measured.

    Args:
        command: The program and its arguments.
        cols: Width in cells.
        rows: Height in lines.
        env: Variables on top of a small, fixed environment.
        cwd: The folder to run in.
    """

    def __init__(
        self,
        command: Sequence[str],
        cols: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        cwd: str | Path = ".",
    ) -> None:
        self.exit_code: int | None = None
        """As `subprocess` has it: negative for a signal, None while not waited for."""
        self.chunks: list[tuple[float, bytes]] = []
        """What was read, each piece with its time of arrival (`time.monotonic`)."""
        self._emulator = Emulator(cols, rows)
        self._drawn = 0
        self._cpu = 0.0
        self._ended = False
        inherited = {name: os.environ[name] for name in _INHERITED if name in os.environ}
        environment = {**inherited, **_XTERM, **(env or {})}
        self.started = time.monotonic()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            _execute(command, (rows, cols), environment, cwd)
        os.set_inheritable(self._fd, False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Kill the program and all that it left in its session, and reap it."""
        for pid in self.children():
            with suppress(ProcessLookupError):  # it ended by itself
                os.kill(pid, signal.SIGKILL)
        if self.exit_code is None:
            os.kill(self.pid, signal.SIGKILL)
            self._reap(0)
        os.close(self._fd)

    def send(self, keys: str | bytes) -> None:
        """Type keys, as the bytes that a terminal sends for them."""
        data = keys.encode() if isinstance(keys, str) else keys
        while data:
            data = data[os.write(self._fd, data) :]

    def resize(self, cols: int, rows: int) -> None:
        """Change the size; the kernel tells the program by SIGWINCH."""
        self._draw().resize(cols, rows)
        termios.tcsetwinsize(self._fd, (rows, cols))

    def kill(self, number: int) -> None:
        """Send the program a signal."""
        if self.exit_code is not None:
            raise ProcessLookupError(f"the program has ended with {self.exit_code}")
        os.kill(self.pid, number)

    def wait_for(
        self, wanted: str | Callable[[list[str]], object], timeout: float = 10
    ) -> list[str]:
        """Wait until a row of the screen holds a text, or all the rows satisfy a predicate.

        Returns:
            The rows then.

        Raises:
            EOFError: The program ended before that; the message holds the screen.
            TimeoutError: It never came; the message holds the screen.
        """
        deadline = time.monotonic() + timeout
        while True:
            rows = self.screen_text()
            if wanted(rows) if callable(wanted) else any(wanted in row for row in rows):
                return rows
            if self._ended:
                raise EOFError(self._told(f"the program ended before it showed {wanted!r}"))
            if time.monotonic() > deadline:
                raise TimeoutError(self._told(f"{wanted!r} not shown in {timeout} s"))
            self._read(0.05)

    def settle(self, quiet: float = 0.15, timeout: float = 10) -> None:
        """Wait until the program rests: it has sent nothing and hardly computed for a while.

        Args:
            quiet: How long it must rest, in seconds.
            timeout: In seconds.

        Raises:
            TimeoutError: It never did; the message holds the screen.
        """
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            before = self.cpu()
            if not self._read(quiet) and self.cpu() - before < quiet * _BUSY:
                return
        raise TimeoutError(self._told(f"no rest of {quiet} s in {timeout} s"))

    def wait(self, timeout: float = 10) -> int:
        """Wait for the end of the program, read what it said last, and return its exit code.

        Raises:
            TimeoutError: It still runs after so many seconds; the message holds the screen.
        """
        deadline = time.monotonic() + timeout
        while self.exit_code is None:
            if time.monotonic() > deadline:
                raise TimeoutError(self._told(f"still running after {timeout} s"))
            self._read(0.01)
            self._reap(os.WNOHANG)
        # The kernel may hand over the last output late, but before the EIO; and there is no EIO
        # while a stray process holds the terminal.
        while not self._ended and self._read(0.05):
            pass
        return self.exit_code

    @property
    def raw(self) -> bytes:
        """All that was read so far."""
        return b"".join(data for _, data in self.chunks)

    @property
    def screen(self) -> pyte.Screen:
        """The `pyte.Screen`, for colours and weights."""
        return self._draw().screen

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor, both from 0."""
        return self._draw().cursor

    def screen_text(self) -> list[str]:
        """The rows of the screen, without the blanks at their ends."""
        return self._draw().text()

    def modes(self) -> set[str]:
        """The private modes that the output so far leaves on; see `emulator.modes`."""
        return modes(self.raw)

    def cooked(self) -> bool:
        """Whether the terminal echoes and edits lines, as a shell expects to find it."""
        wanted = termios.ECHO | termios.ICANON
        return bool(termios.tcgetattr(self._fd)[3] & wanted == wanted)

    def cpu(self) -> float:
        """The CPU time of the program, user and system, in seconds."""
        if self.exit_code is None:
            self._cpu = procfs.cpu(self.pid)
        return self._cpu

    def peak_memory(self) -> int:
        """The largest resident size so far, in bytes; only while the program runs."""
        return procfs.peak_memory(self.pid)

    def children(self) -> list[int]:
        """The other living processes of the program's session, also those that outlive it."""
        return [pid for pid in procfs.members(self.pid) if pid != self.pid]

    def _draw(self) -> Emulator:
        undrawn = self.chunks[self._drawn :]
        self._emulator.feed(b"".join(data for _, data in undrawn))
        self._drawn = len(self.chunks)
        return self._emulator

    def _read(self, timeout: float) -> bool:
        if self._ended:
            time.sleep(timeout)
            return False
        if not select.select([self._fd], [], [], timeout)[0]:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # EIO: nobody has the other end open any more
            self._ended = True
            return False
        self.chunks.append((time.monotonic(), data))
        for _ in range(data.count(_WHERE)):
            column, row = self.cursor
            self.send(f"\x1b[{row + 1};{column + 1}R")
        return True

    def _reap(self, flags: int) -> None:
        self.cpu()
        pid, status = os.waitpid(self.pid, flags)
        if pid:
            self.exit_code = os.waitstatus_to_exitcode(status)

    def _told(self, what: str) -> str:
        return "\n".join([what, *(f"|{row}" for row in self.screen_text())])


def _execute(
    command: Sequence[str], size: tuple[int, int], env: Mapping[str, str], cwd: str | Path
) -> NoReturn:
    try:
        for number in (signal.SIGHUP, signal.SIGINT, signal.SIGPIPE, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        termios.tcsetwinsize(0, size)
        os.chdir(cwd)
        os.execvpe(command[0], list(command), env)
    except BaseException as error:
        os.write(2, f"{command[0]}: {error}\n".encode())
    os._exit(127)
