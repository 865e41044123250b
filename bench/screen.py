"""What a reader waits for and what a slow link carries, beside the smallest Textual app and less.

The programs take turns in real pseudo-terminals, so that the ratios hold on a busy machine too. A
program is started anew for each run. Its first frame ends with the last byte before it first rests
with its text on the screen; what it computes in that rest is counted. The tables set numbers
beside aims and judge nothing.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import commands
import table
from commands import REPORTTUI, ROOT, Samples
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable

DOWN, PAGE_DOWN, ESCAPE = "\x1b[B", "\x1b[6~", "\x1b"


class Keys(NamedTuple):
    """Keys that lead to a place, the keys to measure there, and keys that lead back."""

    before: tuple[str, ...]
    measured: tuple[str, ...]
    after: tuple[str, ...] = ()


class Program(NamedTuple):
    """A program to measure; its complete first frame `shows` this text."""

    command: list[str]
    shows: str
    keys: dict[str, Keys]


ROOM_KEYS = {
    "Down in the outline": Keys(("1", "g"), (DOWN,) * 10),
    # The first part is long enough for several pages.
    "Down in the detail": Keys(("1", "g", DOWN, "2"), (DOWN,) * 10),
    "Down in the metrics": Keys(("3", "g"), (DOWN,) * 10),
    "focus between two panes": Keys(("2",), ("1", "2") * 5),
    "Tab": Keys(("1",), ("\t",) * 9),
    "letter in the filter": Keys(("/",), tuple("党的二十届三中全会"), (ESCAPE, ESCAPE)),
    "PageDown in the detail": Keys(("1", "g", DOWN, "2"), (PAGE_DOWN,) * 5),
    "PageDown, maximised": Keys(("1", "g", DOWN, "2", "z"), (PAGE_DOWN,) * 5, ("z",)),
    "Down a line, maximised": Keys(("1", "g", DOWN, "2", "z", "L"), (DOWN,) * 30, ("z",)),
    "next hit": Keys(("/", "行政", "\r"), ("n",) * 10, (ESCAPE, ESCAPE)),
    "idle": Keys((), ("",)),
}

BYTES = {
    "Down in the outline": "≤ 60 and its text",
    "Down in the metrics": "≤ 60",
    "focus between two panes": "≤ 150 (200)",
    "letter in the filter": "≤ 300 (400) and text",
    "PageDown in the detail": "≤ 1,000 (2,500)",
    "PageDown, maximised": "≤ 1.1 × less",
    "Down a line, maximised": "≤ 180 (260)",
    "idle": "0",
}
"""Aims in bytes at 80x24, in brackets at 120x40."""

# REPORT stands for a file with the report's text.
PROGRAMS = {
    "reporttui": Program(REPORTTUI, "2024", ROOM_KEYS),
    "unpainted": Program([sys.executable, str(ROOT / "bench/unpainted.py")], "2024", ROOM_KEYS),
    "empty app": Program(
        [sys.executable, str(ROOT / "bench/empty_app.py")],
        "empty",
        {"Tab": Keys((), ("\t",) * 10)},
    ),
    "less": Program(
        ["less", "REPORT"],
        "2024",
        {
            "Down in the detail": Keys(("g",), ("j",) * 10),
            "PageDown in the detail": Keys(("g",), (" ",) * 3),
            "PageDown, maximised": Keys(("g",), (" ",) * 3),
            "Down a line, maximised": Keys(("g",), ("j",) * 30),
            "next hit": Keys(("g", "/行政\r"), ("n",) * 10),
        },
    ),
}
FRAME_REST = 0.2
KEY_REST = 0.12
PATIENCE = 30.0
PAIRS_PER_RUN = 4


def measure(sizes: list[str], runs: int, report: Path) -> dict[str, dict[str, Samples]]:
    """Measure all programs at all sizes, in turns.

    Args:
        sizes: Such as `80x24`.
        runs: How often each is started, after one start for the caches of Python and the disk.
        report: A file with the report's text.

    Returns:
        The samples by size, program and name of the measure.
    """
    measured: dict[str, dict[str, Samples]] = {
        size: {name: defaultdict(list) for name in PROGRAMS} for size in sizes
    }
    present = {name: each for name, each in PROGRAMS.items() if shutil.which(each.command[0])}
    for program in present.values():
        _run(program._replace(keys={}), sizes[0], report, defaultdict(list))
    for count in range(1, runs + 1):
        print(f"run {count} of {runs}", file=sys.stderr)
        for size, programs in measured.items():
            for name, program in present.items():
                _run(program, size, report, programs[name])
    return measured


def _run(program: Program, size: str, report: Path, samples: Samples) -> None:
    command = [word.replace("REPORT", str(report)) for word in program.command]
    cols, rows = map(int, size.split("x"))
    with (
        tempfile.TemporaryDirectory() as folder,
        Terminal(command, cols, rows, commands.environment(folder), ROOT) as terminal,
    ):
        _start(terminal, program.shows, samples)
        for kind, keys in program.keys.items():
            for key in keys.before:
                _press(terminal, key)
            for key in keys.measured:
                _measure_key(terminal, kind, key, samples)
            for key in keys.after:
                _press(terminal, key)
        samples["peak memory, MB"].append(terminal.peak_memory() / 1e6)


def _start(terminal: Terminal, shows: str, samples: Samples) -> None:
    terminal.settle(FRAME_REST, PATIENCE)
    if not any(shows in row for row in terminal.screen_text()):
        terminal.wait_for(shows, PATIENCE)
        terminal.settle(FRAME_REST, PATIENCE)
    samples["first frame, ms"].append((terminal.chunks[-1][0] - terminal.started) * 1e3)
    samples["first frame, CPU ms"].append(terminal.cpu() * 1e3)
    samples["first frame, bytes"].append(len(terminal.raw))


def _measure_key(terminal: Terminal, kind: str, key: str, samples: Samples) -> None:
    cpu, pressed = terminal.cpu(), time.monotonic()
    chunks = _press(terminal, key)
    samples[f"{kind}, bytes"].append(sum(len(data) for _, data in chunks))
    samples[f"{kind}, CPU ms"].append((terminal.cpu() - cpu) * 1e3)
    if chunks:
        samples[f"{kind}, ms"].append((chunks[-1][0] - pressed) * 1e3)


def _press(terminal: Terminal, key: str) -> list[tuple[float, bytes]]:
    seen = len(terminal.chunks)
    if key:
        terminal.send(key)
    terminal.settle(KEY_REST, PATIENCE)
    return terminal.chunks[seen:]


def rows(size: str, programs: dict[str, Samples]) -> list[list[str]]:
    """The rows of one size: a measure, a column a program, the ratio to the empty app, the aim."""
    ours, empty = programs["reporttui"], programs["empty app"]

    def cells(name: str, cell: Callable[[list[float]], str]) -> list[str]:
        return [name, *(cell(samples.get(name, [])) for samples in programs.values())]

    def compared(name: str, aim: str = "") -> list[str]:
        return [*cells(name, table.median), table.ratio(ours[name], empty[name]), aim]

    lines = [
        [size, *programs, "× empty app", "aim"],
        compared("first frame, ms", "≤ 1.4 × empty app"),
        compared("first frame, CPU ms"),
        compared("first frame, bytes", "≤ 2,500 (6,000)"),
        compared("peak memory, MB", "≤ 1.3 × empty app"),
    ]
    for kind in PROGRAMS["reporttui"].keys:
        lines.append([*cells(f"{kind}, bytes", table.median), "", BYTES.get(kind, "")])
        pages = "Tab" in kind or "PageDown" in kind
        lines.append([*cells(f"{kind}, CPU ms", table.p50_p95), "", f"p95 ≤ {10 if pages else 6}"])
        lines.append([*cells(f"{kind}, ms", table.p50_p95), "", ""])
    return lines


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", action="append", help="default: 80x24 and 120x40")
    parser.add_argument("--runs", type=int, default=5, help="default: 5")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all samples there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.txt")
        report.write_bytes(commands.run([*REPORTTUI, "show"], folder))
        screens = measure(options.size or ["80x24", "120x40"], options.runs, report)
        shell = commands.measure(options.runs * PAIRS_PER_RUN, folder)
    about = {"Python": sys.version.split()[0], "Textual": version("textual"), "runs": options.runs}
    print(", ".join(f"{name} {value}" for name, value in about.items()))
    print("Medians; where two numbers stand, median / 95th percentile.")
    for block in [
        *(rows(size, programs) for size, programs in screens.items()),
        commands.rows(shell),
    ]:
        print(f"\n{table.aligned(block)}")
    if options.json:
        options.json.write_text(json.dumps({**about, "screens": screens, "commands": shell}))


if __name__ == "__main__":
    main()
