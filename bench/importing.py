"""How fast files become reports: one file from start to end, much text, and many files.

python bench/importing.py [PAIRS] [FILES]
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import commands
import table

from reporttui.figures.extraction import extract
from reporttui.library.importing.plan import planned
from reporttui.library.importing.running import outcomes
from reporttui.readers.reading import read
from reporttui.report.building import load
from reporttui.report.bundled import DEFAULT, path_of
from reporttui.report.outline import outline
from reporttui.report.prose import blocks

PAIRS = 11
FILES = 400
TIMES = 20
MEGABYTE = 1024 * 1024


def document(number: int, times: int = 1) -> str:
    """The text of the bundled report as printed, under another title, so many times over."""
    path = path_of(DEFAULT)
    assert path
    report = load(Path(path).read_bytes()).report
    _, *lines = (block.text for block in blocks(report, outline(report)))
    return "\n\n".join([f"青石县人民政府关于第{number}项工作情况的报告", *lines * times, ""])


def one_file(pairs: int, folder: str) -> list[list[str]]:
    """The rows of one file, from the command's start to its end."""
    Path(folder, "one.txt").write_text(document(1))
    command = [*commands.REPORTTUI, "import", f"{folder}/one.txt", "-o", f"{folder}/out", "--force"]
    commands.run(command, folder)  # once for the caches of Python and the disk
    samples: commands.Samples = defaultdict(list)
    for _ in range(pairs):
        for name, words in (("ours", command), ("bare", commands.BARE_PYTHON)):
            start = time.monotonic()
            commands.run(words, folder)
            samples[name].append((time.monotonic() - start) * 1e3)
    ours, bare = samples["ours"], samples["bare"]
    heading = ["from start to end, ms", "reporttui", "bare Python", "× bare Python", "aim"]
    cells = [table.median(ours), table.median(bare), table.ratio(ours, bare)]
    return [heading, ["import of one file", *cells, "≤ 5"]]


def much_text(pairs: int) -> list[list[str]]:
    """The rows of megabytes a second, on one core."""
    data = document(1, TIMES).encode()
    size = len(data) / MEGABYTE
    rates: dict[str, list[float]] = defaultdict(list)
    for _ in range(pairs):
        start = time.perf_counter()
        report = read(data, ".txt", "name").report
        middle = time.perf_counter()
        for entry in outline(report):
            for text in entry.fields.values():
                extract(text)
        end = time.perf_counter()
        rates["a report of text"].append(size / (middle - start))
        rates["and its figures"].append(size / (end - start))
    heading = ["MB/s on one core", "reporttui", "aim"]
    return [heading, *([name, table.median(each, 1), "≥ 1"] for name, each in rates.items())]


def many_files(files: int, folder: str) -> list[list[str]]:
    """The rows of many files by all cores, and of the same again."""
    source, out = Path(folder, "source"), Path(folder, "many")
    source.mkdir()
    out.mkdir()
    size = 0
    for number in range(files):
        size += (source / f"r{number}.txt").write_bytes(document(number).encode())
    rows = [["many files", "s", "files/s", "MB/s", "MB of memory"]]
    for name in ("new", "again, by content"):
        start = time.perf_counter()
        for _ in outcomes(planned([str(source)], str(out), False)):
            pass
        seconds = time.perf_counter() - start
        usage = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        rate = f"{size / MEGABYTE / seconds:.1f}"
        rows.append([name, f"{seconds:.1f}", f"{files / seconds:,.0f}", rate, f"{usage:.0f}"])
    return rows


def main(arguments: list[str]) -> int:
    """Measure and print the tables."""
    pairs = int(arguments[0]) if arguments else PAIRS
    files = int(arguments[1]) if len(arguments) > 1 else FILES
    with tempfile.TemporaryDirectory() as folder:
        for rows in (one_file(pairs, folder), much_text(pairs), many_files(files, folder)):
            print(table.aligned(rows), end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
