"""What one letter in the query line costs below the screen, on the bundled report, in ms.

Usage: python bench/filter.py [ROUNDS]

Every prefix of some queries is looked for, as it is when they are typed; each round has a session
of its own, whose first query also folds the text.
"""

from __future__ import annotations

import io
import sys
import time

import table

from reporttui.library.opening import open_report
from reporttui.session.reading import Session

QUERIES = ("行政复议", "法治政府建设", "件", "党的二十届三中全会", "ai智能", "not there")


def measure(rounds: int) -> tuple[list[float], list[float]]:
    """Return the ms of each session's first letter, and of all later ones."""
    report = open_report(None, io.BytesIO()).report
    first, later = [], []
    for _ in range(rounds):
        session = Session(report)
        samples = [
            _timed(session, query[:end]) for query in QUERIES for end in range(1, len(query) + 1)
        ]
        first.append(samples[0])
        later += samples[1:]
    return first, later


def _timed(session: Session, query: str) -> float:
    start = time.perf_counter()
    session.search(query)
    return (time.perf_counter() - start) * 1e3


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    first, later = measure(rounds)
    heading = ["a letter in the filter, ms", "median", "95th percentile", "aim"]
    rows = [
        [name, table.median(samples, 2), f"{table.p95(samples):.2f}", aim]
        for name, samples, aim in (("the first", first, ""), ("later ones", later, "≤ 1"))
    ]
    print(table.aligned([heading, *rows]))


if __name__ == "__main__":
    main()
