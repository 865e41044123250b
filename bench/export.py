"""How long exports take: from start to end beside bare Python, and a workbook beside its library.

python bench/export.py [PAIRS]
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections import defaultdict
from decimal import Decimal

import commands
import table
import xlsxwriter

from reporttui.figures.listing import Row
from reporttui.report.model import FORMAT, Metric, Report, Section
from reporttui.writers import xlsx
from reporttui.writers.formats import FORMATS, Options
from reporttui.writers.view import View, view

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

PAIRS = 11
AIMS = {"html": "≤ 10"}
ROWS = 20_000
SECTIONS = 200


def exports(pairs: int) -> list[list[str]]:
    """The rows of the table of formats: from the command's start to its end, in ms."""
    rows = [
        ["export of the bundled report, ms", "reporttui", "bare Python", "× bare Python", "aim"]
    ]
    with tempfile.TemporaryDirectory() as folder:
        for name in FORMATS:
            command = [*commands.REPORTTUI, "export", "--format", name]
            commands.run(command, folder)  # once for the caches of Python and the disk
            samples: commands.Samples = defaultdict(list)
            for _ in range(pairs):
                samples["ours"].append(timed(commands.run, command, folder))
                samples["bare"].append(timed(commands.run, commands.BARE_PYTHON, folder))
            ours, bare = samples["ours"], samples["bare"]
            cells = [table.median(ours), table.median(bare), table.ratio(ours, bare)]
            rows.append([name, *cells, AIMS.get(name, "")])
    return rows


def workbooks(pairs: int) -> list[list[str]]:
    """The rows of the table of workbooks: of one view in memory, in ms."""
    seen = view(large())
    samples: commands.Samples = defaultdict(list)
    for _ in range(pairs):
        samples["ours"].append(timed(xlsx.write, seen, Options()))
        samples["library"].append(timed(by_the_library_alone, seen))
    ours, library = samples["ours"], samples["library"]
    return [
        [f"xlsx of {ROWS:,} rows, ms", "reporttui", "xlsxwriter alone", "× the library", "aim"],
        [
            "three sheets",
            table.median(ours),
            table.median(library),
            table.ratio(ours, library),
            "≤ 1.5",
        ],
    ]


def by_the_library_alone(seen: View) -> bytes:
    """Write the same values in the same cells as the library's tutorial does, and no more."""
    provenance = [
        (*one.row[:3], one.row.printed, one.sentence, *one.row[-3:]) for one in seen.metrics
    ]
    sheets = ((Row._fields, [one.row for one in seen.metrics]), (xlsx.PROVENANCE, provenance))
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as workbook:
        for heads, rows in sheets:
            sheet = workbook.add_worksheet()
            for number, row in enumerate((heads, *rows)):
                sheet.write_row(number, 0, row)
    return stream.getvalue()


def large() -> Report:
    """A report of many metrics, each in a sentence of its own."""
    each = ROWS // SECTIONS
    sections = []
    for part in range(SECTIONS):
        quotes = [f"第{part}类事项{number}办理{number + 10}.5万件" for number in range(each)]
        metrics = tuple(
            Metric(quote[:-6], value=Decimal(number * 10_000 + 105_000), unit="件", quote=quote)
            for number, quote in enumerate(quotes)
        )
        text = "。\n".join(quotes) + "。"
        sections.append(Section(number=f"{part + 1}.", title="事项", text=text, metrics=metrics))
    return Report(FORMAT, "large", "题", sections=tuple(sections))


def timed(do: Callable[..., object], *arguments: object) -> float:
    """How long a call takes, in ms."""
    start = time.monotonic()
    do(*arguments)
    return (time.monotonic() - start) * 1e3


def main(arguments: list[str]) -> int:
    """Measure and print both tables."""
    pairs = int(arguments[0]) if arguments else PAIRS
    for rows in (exports(pairs), workbooks(max(3, pairs // 3))):
        print(table.aligned(rows), end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
