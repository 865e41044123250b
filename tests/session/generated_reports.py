"""Reports of every shape, with figures that their metrics quote, and the bundled one."""

import io
import re
from decimal import Decimal

from hypothesis import strategies as st

from reporttui.library.opening import open_report
from reporttui.report.model import BOUNDS, FORMAT, Metric, Report, Section

UNITS = ("件", "人次", "万元", "%", "")
WORDS = ("推进工作", "行政复议", "ＡＢＣ行政", "(试行)", "“一庭两中心”", "2024年", "H5", " ", "《法》")
FIGURE = re.compile(r"[超近约]?\d+(?:件|人次|万元|%)")
NAMES = ("行政检查", "行政处罚", "培训", "办案", "办案·行政")

clauses = st.sampled_from(WORDS) | st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "超", "近", "约"]),
    st.integers(0, 120000),
    st.sampled_from(UNITS),
)
sentences = st.builds(
    lambda parts, end: ",".join(parts) + end,
    st.lists(clauses, min_size=1, max_size=3),
    st.sampled_from(["。", "!", "?”", "", "……"]),
)
paragraphs = st.builds(
    lambda indent, parts: indent + "".join(parts),
    st.sampled_from(["", "  ", "\u3000\u3000"]),
    st.lists(sentences, min_size=1, max_size=3),
)
texts = (
    st.lists(paragraphs | st.just(""), min_size=1, max_size=3)
    .map(lambda lines: "\n".join(lines).rstrip("\n"))
    .filter(lambda text: text.strip())
)
titles = st.builds(
    "{}{}".format, st.sampled_from(["强化监督", "做实3件事", "H5"]), st.sampled_from(["", "。", ":"])
)
values = st.integers(0, 120000).map(Decimal)


@st.composite
def metrics_of(draw, *fields):
    """Metrics that quote a figure of the fields, or words that stand nowhere."""
    found = []
    for _ in range(draw(st.integers(0, 2))):
        text = draw(st.sampled_from(fields))
        figures = FIGURE.findall(text)
        quote = draw(st.sampled_from(figures)) if figures else "9999件"
        number = Decimal(re.search(r"\d+", quote)[0])
        ends = draw(
            st.just({"value": number})
            | st.builds(lambda low, more: {"low": low, "high": low + more}, values, values)
            | st.builds(lambda low: {"low": low}, values)
        )
        found.append(
            Metric(
                name=draw(st.sampled_from(NAMES)),
                **ends,
                bound=draw(st.sampled_from(BOUNDS)),
                unit=draw(st.sampled_from(UNITS)),
                quote=quote,
                at=draw(st.sampled_from([None, None, 1, 2])),
                part_of=draw(st.sampled_from(["", "", *NAMES])),
            )
        )
    return tuple(found)


@st.composite
def sections(draw, depth=0):
    number = draw(st.sampled_from(["", "一、", "(一)", "1.", "一是"]))
    title = draw(st.just("") | titles)
    text = draw(st.just("") | texts)
    if not (number or title or text):
        title = "总则"
    return Section(
        number=number,
        title=title,
        run_in=draw(st.booleans()),
        text=text,
        metrics=draw(metrics_of(title, text)),
        sections=tuple(draw(st.lists(sections(depth + 1), max_size=2))) if depth < 2 else (),
    )


@st.composite
def reports(draw):
    title = draw(titles)
    opening = draw(st.just("") | texts)
    return Report(
        format=FORMAT,
        id="generated",
        title=title,
        issuer=draw(st.sampled_from(["", "某区人民政府"])),
        published=draw(st.sampled_from(["", "2025-02-17T11:23"])),
        addressee=draw(st.sampled_from(["", "区人大常委会:"])),
        opening=opening,
        metrics=draw(metrics_of(title, opening)),
        sections=tuple(draw(st.lists(sections(), max_size=3))),
        signed=draw(st.sampled_from(["", "某区人民政府"])),
        disclosure=draw(st.sampled_from(["", "(此件主动公开)"])),
    )


BUNDLED = open_report(None, io.BytesIO()).report
any_report = st.just(BUNDLED) | reports()
