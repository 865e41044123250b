"""Reports of every sort, for the properties of this folder."""

from decimal import Decimal

import pytest
from hypothesis import strategies as st

from reporttui.report.model import BOUNDS, FORMAT, KINDS, Metric, Report, Section

HOSTILE = [
    *("\0", "\x07", "\x1b[31m", "\x7f", "\x85", "\x9b", "\u2028", "\u2029", "\ufeff", "\uffff"),
    *("\u202e", "\u200b", "𠀀", "😀", "\u3000", "\xa0", "\t", "  ", " ", "\r", "\\", '"', "'"),
    *("#", " #", "# ", ":", ": ", "- ", "? ", "---", "...", "|", ">", "%", "@", "`", "&a", "*a"),
    *("!x", "<<", "{", "}", "[", "]", ", ", "=", "~", "null", "no", "yes", "true", "y", "on"),
    *("010", "1:30", "0x1F", "1_0", "1e3", ".inf", "2025-01-21", "12", "1.", "-", "+1", "[b]"),
    *("一、", "(一)", "鲤城", "“", "”", "《", "》", "2024年", "95.20%"),
]
PARTS = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), max_size=3)


def some(parts):
    return st.lists(parts, min_size=1, max_size=6).map("".join).filter(str.strip)


LINES = some(PARTS.map(lambda part: part.replace("\n", "")))
TEXTS = some(PARTS | st.just("\n")).map(lambda text: text.rstrip("\n"))
VALUES = st.decimals(-(10**15), 10**15, places=2) | st.integers(-(10**12), 10**12).map(Decimal)
NUMBERS = st.integers(1, 999_999_999)


def metrics():
    others = {
        "name": LINES,
        "quote": LINES,
        "bound": st.sampled_from(BOUNDS),
        "unit": st.just("") | LINES,
        "kind": st.sampled_from(KINDS),
        "period": st.just("") | LINES,
        "at": st.none() | NUMBERS,
        "part_of": st.just("") | LINES,
    }
    ranges = st.tuples(VALUES, VALUES).map(sorted)
    return st.one_of(
        st.builds(Metric, value=VALUES, **others),
        st.builds(Metric, low=VALUES, **others),
        st.builds(lambda ends, **rest: Metric(low=ends[0], high=ends[1], **rest), ranges, **others),
    )


def sections(below):
    return st.builds(
        Section,
        number=st.just("") | LINES,
        title=st.just("") | LINES,
        run_in=st.booleans(),
        text=st.just("") | TEXTS,
        metrics=st.lists(metrics(), max_size=2).map(tuple),
        sections=st.lists(below, max_size=2).map(tuple),
    ).filter(lambda section: section.number or section.title or section.text)


def reports():
    line = st.just("") | LINES
    tree = st.recursive(sections(st.nothing()), sections, max_leaves=4)
    days = st.dates().map(str)
    return st.builds(
        Report,
        format=st.just(FORMAT),
        id=st.sampled_from(["a", "licheng-2024", "x1-y2"]),
        title=LINES,
        issuer=line,
        year=st.none() | NUMBERS,
        document_number=line,
        index_number=line,
        dated=st.just("") | days,
        published=st.just("") | days | days.map(lambda day: day + "T11:23"),
        source=line,
        addressee=line,
        opening=st.just("") | TEXTS,
        metrics=st.lists(metrics(), max_size=1).map(tuple),
        sections=st.lists(tree, max_size=2).map(tuple),
        signed=line,
        signed_date=line,
        disclosure=line,
    )


@pytest.fixture(scope="session")
def any_report():
    """The strategy, as a fixture: test folders are no packages and share by fixtures."""
    return reports()
