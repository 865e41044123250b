"""What one letter in the query line costs below the screen, in ms, by kind of query.

Usage: python bench/filter.py [ROUNDS [REPORTS]]

Every prefix of some queries is looked for, as it is when they are typed. The index is lazy: what
the first letter costs is shown apart, and so is the first Latin word, which reads the table of
Pinyin. Then the same over many reports in memory: the bundled one, with the characters of each
copy's names changed so that no two are the same text.
"""

from __future__ import annotations

import gc
import io
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import table

from reporttui.library.opening import open_report
from reporttui.report.outline import Outline, outline
from reporttui.search.matching import Index
from reporttui.search.query import parse
from reporttui.session.reading import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.report.model import Report

KINDS = {
    "words": ("行政复议", "法治政府建设", "党的二十届 -培训", "复议 | 诉讼", "没有的话"),
    "pinyin": ("xzfy", "xingzhengfuyi", "xingzhengfy", "行政fy", "fangan", "guihua"),
    "regex": ("/行政.{2}/", "/[0-9.]+万?件/", "/(一|二)是.*?。/"),
    "fields": (
        "unit:件 复议",
        "value>=20万",
        "kind:ratio in:1",
        "title:xzfy",
        "name:行政 is:metric",
    ),
}
_FIRST_LATIN = """
import time, io
from reporttui.library.opening import open_report
from reporttui.report.outline import outline
from reporttui.search.matching import Index
from reporttui.search.query import parse
index = Index(outline(open_report(None, io.BytesIO()).report))
index.matches(parse("行政"))
start = time.perf_counter()
from reporttui.text.pinyin import is_worth
is_worth("行zf")
table = time.perf_counter()
index.matches(parse("xzf"))
print((table - start) * 1e3, (time.perf_counter() - start) * 1e3)
"""


def prefixes(queries: tuple[str, ...]) -> Iterator[str]:
    """Yield what stands in the line after each letter."""
    for query in queries:
        yield from (query[:end] for end in range(1, len(query) + 1))


def typed(report: Report, queries: tuple[str, ...], rounds: int) -> tuple[list[float], list[float]]:
    """Return the ms of each session's first letter, and of all later ones."""
    first, later = [], []
    for _ in range(rounds):
        session = Session(report)
        samples = [_timed(session, typed) for typed in prefixes(queries)]
        first.append(samples[0])
        later += samples[1:]
    return first, later


def _timed(session: Session, query: str) -> float:
    start = time.perf_counter()
    session.search(query)
    return (time.perf_counter() - start) * 1e3


def first_latin(rounds: int) -> tuple[list[float], list[float]]:
    """Return the ms of reading the table, and of all of the first Latin word, in new processes."""
    command = [sys.executable, "-c", _FIRST_LATIN]
    found = [subprocess.check_output(command).split() for _ in range(rounds)]
    return [float(table) for table, _ in found], [float(whole) for _, whole in found]


def copies(report: Report, count: int) -> list[Outline]:
    """Return outlines of a report and of reports like it."""
    made = []
    for number in range(count):
        sections = tuple(
            section._replace(text=f"{section.text}\n{number}") for section in report.sections
        )
        made.append(outline(report._replace(id=f"copy-{number}", sections=sections)))
    return made


def over_many(index: Index, queries: tuple[str, ...]) -> tuple[list[float], list[float]]:
    """Return the ms in which what matches is found, and all its hits, for every prefix."""
    found, hits = [], []
    for typed in prefixes(queries):
        query = parse(typed)
        if query:
            start = time.perf_counter()
            index.found(query, patience=10)
            found.append((time.perf_counter() - start) * 1e3)
            start = time.perf_counter()
            index.matches(query, patience=10)
            hits.append((time.perf_counter() - start) * 1e3)
    return found, hits


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    report = open_report(None, io.BytesIO()).report
    rows = [["a letter in the query line, ms", "median", "95th percentile", "aim"]]
    for kind, queries in KINDS.items():
        first, later = typed(report, queries, rounds)
        rows.append([f"{kind}, the first letter", *_cells(first), ""])
        rows.append([f"{kind}, later ones", *_cells(later), "≤ 1"])
    read, whole = first_latin(min(rounds, 10))
    rows.append(["the table of Pinyin, in a new process", *_cells(read), "≤ 5"])
    rows.append(["and the index, and the first Latin word", *_cells(whole), ""])
    print(table.aligned(rows))
    print()
    start = time.perf_counter()
    index = Index(*copies(report, count))
    index.matches(parse("行政"))
    index.matches(parse("xzf"))
    made = time.perf_counter() - start
    gc.freeze()  # As the reading room does: what is loaded is no garbage.
    rows = [[f"a letter over {count} reports, ms", "median", "95th percentile", "aim"]]
    for kind, queries in KINDS.items():
        found, hits = over_many(index, queries)
        rows.append([f"{kind}: what matches", *_cells(found), "≤ 50"])
        rows.append([f"{kind}: and each hit", *_cells(hits), ""])
    print(table.aligned(rows))
    print(f"made ready in {made:.1f} s")


def _cells(samples: list[float]) -> list[str]:
    return [table.median(samples, 2), f"{table.p95(samples):.2f}"]


if __name__ == "__main__":
    main()
