"""Reports of every shape, with figures that their metrics quote, and the bundled one."""

import io
import re
from decimal import Decimal
from random import Random

from hypothesis import strategies as st

from reporttui.library.opening import open_report
from reporttui.report.model import BOUNDS, FORMAT, Metric, Report, Section

UNITS = ("件", "人次", "万元", "%")
FIGURE = re.compile(r"[超近约]?\d+(?:件|人次|万元|%)")
WORDS = (
    "推进工作",
    "行政复议",
    "ＡＢＣ行政",
    "(试行)",
    "“一庭两中心”",
    "2024年",
    "H5",
    " ",
    "《法》",
)
NAMES = ("行政检查", "行政处罚", "培训", "办案", "办案·行政")
BUNDLED = open_report(None, io.BytesIO()).report


class Author:
    """Writes reports by chance: drawing every word with hypothesis takes a hundred times longer."""

    def __init__(self, seed, size):
        self.random = Random(seed)
        self.room = size

    def clause(self):
        if self.random.random() < 0.4:
            return self.random.choice(WORDS)
        bound = self.random.choice(["", "超", "近", "约"])
        return f"{bound}{self.random.randint(0, 120000)}{self.random.choice([*UNITS, ''])}"

    def sentence(self):
        clauses = [self.clause() for _ in range(self.random.randint(1, 3))]
        return ",".join(clauses) + self.random.choice(["。", "!", "?”", "", "……"])

    def paragraph(self):
        indent = self.random.choice(["", "", "  ", "\u3000\u3000"])
        return indent + "".join(self.sentence() for _ in range(self.random.randint(1, 3)))

    def text(self):
        lines = [self.paragraph() for _ in range(self.random.randint(1, 3))]
        text = self.random.choice(["\n", "\n\n", " \n"]).join(lines).rstrip("\n")
        return text if text.strip() and self.random.random() < 0.8 else ""

    def title(self):
        words = self.random.choice(["强化监督", "做实3件事", "H5"])
        return words + self.random.choice(["", "。", ":"])

    def metric(self, fields):
        figures = FIGURE.findall("\n".join(fields))
        quote = self.random.choice(figures) if figures else "9999件"
        low, more = Decimal(re.search(r"\d+", quote)[0]), self.random.randint(0, 9)
        ends = [{"value": low}, {"value": low}, {"low": low}, {"low": low, "high": low + more}]
        return Metric(
            name=self.random.choice(NAMES),
            **self.random.choice(ends),
            bound=self.random.choice(BOUNDS),
            unit=self.random.choice([*UNITS, ""]),
            quote=quote,
            at=self.random.choice([None, None, 1, 2]),
            part_of=self.random.choice(["", "", *NAMES]),
        )

    def metrics(self, *fields):
        return tuple(self.metric(fields) for _ in range(self.random.randint(0, 2)))

    def section(self, depth):
        self.room -= 1
        number = self.random.choice(["", "一、", "(一)", "1.", "一是"])
        title = self.title() if self.random.random() < 0.7 else ""
        text = self.text()
        if not (number or title or text):
            title = "总则"
        return Section(
            number=number,
            title=title,
            run_in=self.random.random() < 0.5,
            text=text,
            metrics=self.metrics(title, text),
            sections=self.sections(depth + 1),
        )

    def sections(self, depth=0):
        wanted = self.random.randint(0, 3) if depth < 4 else 0
        return tuple(self.section(depth) for _ in range(wanted) if self.room > 0)

    def report(self):
        title, opening = self.title(), self.text()
        return Report(
            format=FORMAT,
            id="generated",
            title=title,
            issuer=self.random.choice(["", "某区人民政府"]),
            published=self.random.choice(["", "2025-02-17T11:23"]),
            addressee=self.random.choice(["", "区人大常委会:"]),
            opening=opening,
            metrics=self.metrics(title, opening),
            sections=self.sections(),
            signed=self.random.choice(["", "某区人民政府"]),
            disclosure=self.random.choice(["", "(此件主动公开)"]),
        )


def written(seed, size):
    return Author(seed, size).report()


reports = st.builds(written, st.integers(0, 2**32), st.integers(0, 12))
"""Reports of up to so many sections: fewer in examples that hypothesis has made smaller."""
