"""How long shell commands take, as multiples of bare Python.

python bench/commands.py [PAIRS]

Each run of a command is followed by one of bare Python, so that the ratios hold on a busy machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import table

ROOT = Path(__file__).resolve().parent.parent
REPORTTUI = [sys.executable, "-m", "reporttui"]
BARE_PYTHON = [sys.executable, "-c", "pass"]

# Each command with its aim.
COMMANDS = {
    "--help": "≤ 3",
    "outline --help --lang zh": "≤ 3",
    "--version": "",
    "outline": "≤ 5",
    "show": "≤ 5",
    "metrics --format csv": "≤ 5",
    "search 复议": "≤ 5",
    "search xzfy --format json": "≤ 5",
    "cite 1.1.1": "≤ 5",
    "check content/licheng-2024.yaml": "≤ 5",
    "names": "≤ 5",
    "audit": "≤ 5",
    "figures content/licheng-2024.yaml": "",
    "export --format html": "≤ 10",
    "completion bash": "",
    "--complete outl": "",
    "--complete show 1.6.": "≤ 5",
    "info": "",
}

PAIRS = 11

Samples = dict[str, list[float]]


def environment(folder: str) -> dict[str, str]:
    """Variables that keep programs from the reader's own settings, and one run from the next."""
    kinds = ("CONFIG", "DATA", "STATE", "CACHE")
    folders = {f"XDG_{kind}_HOME": folder for kind in kinds}
    return {**folders, "PYTHONPATH": str(ROOT / "src"), "LESSHISTFILE": "-"}


def run(command: list[str], folder: str) -> bytes:
    """Run a command in the project's folder, and return what it wrote on standard output.

    Raises:
        SystemExit: It failed; a failure's time means nothing.
    """
    env = {**os.environ, **environment(folder)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # It would have each run compile all modules.
    done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT, env=env)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr.decode()}")
    return done.stdout


def measure(pairs: int, folder: str) -> dict[str, Samples]:
    """Time every command and bare Python in turns, in ms from start to end."""
    measured: dict[str, Samples] = {words: defaultdict(list) for words in COMMANDS}
    for words, samples in measured.items():
        command = [*REPORTTUI, *words.split()]
        run(command, folder)  # once for the caches of Python and the disk
        for _ in range(pairs):
            samples["reporttui"].append(_timed(command, folder))
            samples["bare Python"].append(_timed(BARE_PYTHON, folder))
    return measured


def rows(measured: dict[str, Samples]) -> list[list[str]]:
    """The rows of the table: a command, the medians, the ratio, the aim."""
    heading = ["from start to end, ms", "reporttui", "bare Python", "× bare Python", "aim"]
    return [heading, *(_row(words, samples) for words, samples in measured.items())]


def _row(words: str, samples: Samples) -> list[str]:
    ours, bare = samples["reporttui"], samples["bare Python"]
    return [words, table.median(ours), table.median(bare), table.ratio(ours, bare), COMMANDS[words]]


def main(arguments: list[str]) -> int:
    """Measure and print the table."""
    pairs = int(arguments[0]) if arguments else PAIRS
    with tempfile.TemporaryDirectory() as folder:
        print(table.aligned(rows(measure(pairs, folder))))
    return 0


def _timed(command: list[str], folder: str) -> float:
    start = time.monotonic()
    run(command, folder)
    return (time.monotonic() - start) * 1e3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
