"""Many readers at the same time, each over SSH in a kiosk of their own.

Usage: python bench/many_readers.py [READERS]

All connect at once to a real OpenSSH server on loopback. What is told: when the last of them sees
the report; how long one waits for a page while all of them turn it; the memory of each.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
import time
from pathlib import Path

import table
from ssh_server import MISSING, can_serve, serve
from terminal import Terminal

TITLE = "2024"
SPACE = " "
PATIENCE = 300.0


def main(readers: int) -> None:
    """Measure and print."""
    if not can_serve():
        sys.exit(MISSING)
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(Path(folder), "--kiosk --lang zh") as client,
        contextlib.ExitStack() as opened,
    ):
        began = time.monotonic()
        command = [*client[:1], "-tt", *client[1:]]
        terminals = [opened.enter_context(Terminal(command)) for _ in range(readers)]
        for terminal in terminals:
            terminal.wait_for(TITLE, PATIENCE)
        seen = time.monotonic() - began
        memory = _memory()
        waits = [_turn(terminals, terminal) for terminal in terminals[:: -(-readers // 10)]]
        for terminal in terminals:
            terminal.send("q")
        codes = [terminal.wait(PATIENCE) for terminal in terminals]
    rows = [
        [f"{readers} readers over SSH", ""],
        ["the last sees the report after, s", f"{seen:.1f}"],
        ["one waits for a page, all at once, ms", table.p50_p95(waits)],
        ["memory of a kiosk (PSS), MB", f"{memory / readers / 1e6:.0f}"],
        ["left with 0", str(codes.count(0))],
    ]
    print(table.aligned(rows))


def _turn(terminals: list[Terminal], one: Terminal) -> float:
    """Let all turn a page at once, and return how many milliseconds one of them waits for it."""
    seen = len(one.chunks)
    pressed = time.monotonic()
    for terminal in terminals:
        terminal.send(SPACE)
    while len(one.chunks) == seen:
        one.settle(0.05, PATIENCE)
    arrived = one.chunks[-1][0]
    for terminal in terminals:
        terminal.settle(0.05, PATIENCE)
    return (arrived - pressed) * 1e3


def _memory() -> int:
    """Return the bytes that the kiosks take: shared pages are shared out (PSS)."""
    total = 0
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            words = (process / "cmdline").read_bytes().split(b"\0")
            if b"--kiosk" in words and b"reporttui" in words:
                rollup = (process / "smaps_rollup").read_text()
                total += int(rollup.partition("Pss:")[2].split()[0]) * 1024
    return total


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 100)
