"""The language as a whole: what is found is what a slow search finds, for every query."""

import re
from decimal import Decimal

import pytest
from generated_searches import joined, queries, reports, written
from hypothesis import example, given, settings
from hypothesis import strategies as st
from slow_search import folded, literal_spans, needle_of, search, sound_ends

from reporttui.report.model import FORMAT, Metric, Report, Section
from reporttui.report.outline import outline
from reporttui.search.matching import Index
from reporttui.search.query import parse
from reporttui.search.tree import Term, group, terms


@settings(max_examples=200)
@given(joined())
@example(("甲 乙|丙", group("or", [group("and", [Term("甲"), Term("乙")]), Term("丙")])))
def test_a_query_means_what_it_says(query):
    source, tree = query
    assert (parse(source).mistake, parse(source).tree) == (None, tree)


def found_by_both(reports, source, fuzzy):
    query = parse(source, fuzzy=fuzzy)
    matches = Index(*map(outline, reports)).matches(query, patience=60)
    found = list(matches.hits), {number: set(marks) for number, marks in matches.metrics.items()}
    return found, search(reports, query.tree, fuzzy)


@settings(max_examples=250)
@given(reports, joined(), st.booleans())
def test_what_is_found_is_what_a_slow_search_finds(report, query, fuzzy):
    found, expected = found_by_both([report], query[0], fuzzy)
    assert found == expected


@settings(max_examples=60)
@given(st.lists(reports, max_size=3), joined())
def test_several_reports_are_searched_as_one_after_the_other(reports, query):
    found, expected = found_by_both(reports, query[0], False)
    assert found == expected


def test_the_slow_search_finds_something():
    report = written(3)
    for query in ("行政", "xzfy | fuyi", "-行政", "unit:件", "value>2", "/./", "name:复议", "in:1"):
        hits, metrics = search([report], parse(query).tree)
        assert hits or metrics, query


def is_said(term, cut):
    """Tell whether characters are what a term asks for."""
    if term.is_regex:
        return bool(re.search(term.text, cut, re.IGNORECASE | re.MULTILINE))
    if (0, len(cut)) in literal_spans(cut, term.text):
        return True
    return len(cut) in sound_ends(cut, 0, needle_of(term.text), True)


@settings(max_examples=100)
@given(reports, joined(), st.booleans())
def test_what_is_marked_is_a_term_or_a_figure(report, query, fuzzy):
    wanted = parse(query[0], fuzzy=fuzzy)
    entries = outline(report)
    for hit in Index(entries).matches(wanted).hits:
        cut = entries[hit.entry].fields[hit.field][hit.start : hit.end]
        is_figure = not hit.sound and re.search(r"\d", cut)
        assert not cut or is_figure or any(is_said(term, cut) for term in terms(wanted.tree))
        assert not hit.sound or hit.sound in {
            "".join(map(folded, term.text)) for term in terms(wanted.tree)
        }


@settings(max_examples=100)
@given(reports, joined(), st.booleans())
def test_a_hit_by_pinyin_says_how_it_was_read_and_a_literal_one_nothing(report, query, fuzzy):
    index = Index(outline(report))
    for hit in index.matches(parse(query[0], fuzzy=fuzzy)).hits:
        assert bool(index.reading(hit, fuzzy)) == bool(hit.sound)


@settings(max_examples=100)
@given(reports, queries, queries)
def test_the_laws_of_logic_hold(report, one, other):
    def found(source):
        return Index(outline(report)).found(parse(source), patience=60).keys()

    everything = found(f"{one[0]} | -{one[0]}")
    assert found(f"{one[0]} {other[0]}") == found(one[0]) & found(other[0])
    assert found(f"({one[0]}) | ({other[0]})") == found(one[0]) | found(other[0])
    assert found(f"-{one[0]}") == everything - found(one[0])
    assert found(f"--{one[0]}") == found(one[0])


@pytest.mark.parametrize(
    ("query", "paths"),
    [
        ("行政 | 复议", "1 1.1 2 3"),
        ("行政 复议 | 培训", "1 3"),
        ("行政 (复议 | 培训)", "1 3"),
        ("-行政", "0 1.1"),
        ("复议 -行政", "1.1"),
        ("-(行政 | 复议)", "0"),
        ("in:1", "1 1.1"),
        ("in:1 行政", "1"),
        ("in:0", "0"),
        ("title:行政", "2"),
        ("-title:行政", "0 1 1.1 3"),
        ("title:(行政 | 报告)", "0 2"),
        ("title:-行政 培训", "3"),
        ("is:metric", ""),
        ("-is:metric", "0 1 1.1 2 3"),
    ],
)
def test_sections_that_match(query, paths):
    below = Section("(一)", text="复议")
    report = Report(
        FORMAT,
        "a",
        "报告",
        sections=(
            Section("一、", text="行政复议", sections=(below,)),
            Section("二、", "行政"),
            Section("三、", text="行政培训"),
        ),
    )
    entries = outline(report)
    found = Index(entries).matches(parse(query))
    assert " ".join(dict.fromkeys(entries[hit.entry].path for hit in found.hits)) == paths


METRICS = (
    Metric("案件", value=Decimal(28), unit="件", quote="案件28件"),
    Metric("率", value=Decimal(95), unit="%", kind="ratio", quote="达95%"),
    Metric("投资", value=Decimal(250000), unit="元", kind="amount", bound="over", quote="超25万元"),
    Metric(
        "办结",
        low=Decimal(3),
        high=Decimal(5),
        unit="个工作日",
        kind="duration",
        quote="3至5个工作日",
    ),
)
PROSE = "办理案件28件,率达95%。投资超25万元,3至5个工作日办结。"


@pytest.mark.parametrize(
    ("query", "figures"),
    [
        ("unit:件", "28件"),
        ("单位：JIAN", "28件"),
        ("unit:%", "95%"),
        ("unit:工作日", ""),
        ("value>28", "95% 超25万元"),
        ("value>=28", "28件 95% 超25万元"),
        ("value<5", "3至5个工作日"),
        ("value:4", "3至5个工作日"),
        ("value:5..28", "28件 3至5个工作日"),
        ("value:5..28件", "28件"),
        ("数值＞＝20万", "超25万元"),
        ("value>=20万元", "超25万元"),
        ("value>=20万件", ""),
        ("value>5 value<100", "28件 95%"),
        ("kind:ratio", "95%"),
        ("类型：时长", "3至5个工作日"),
        ("bound:超", "超25万元"),
        ("-bound:超 is:metric", "28件 95% 3至5个工作日"),
        ("name:案", "28件"),
        ("名称:(案件 | 率)", "28件 95%"),
        ("name:-案 -kind:ratio", "超25万元 3至5个工作日"),
        ("is:metric in:2", ""),
        ("is:metric title:工作", "28件 95% 超25万元 3至5个工作日"),
        ("unit:件 | unit:%", "28件 95%"),
    ],
)
def test_metrics_that_match_are_marked_where_their_figures_stand(query, figures):
    entries = outline(
        Report(
            FORMAT, "a", "报告", sections=(Section("一、", "工作", text=PROSE, metrics=METRICS),)
        )
    )
    hits = Index(entries).matches(parse(query)).hits
    found = [entries[hit.entry].fields[hit.field][hit.start : hit.end] for hit in hits]
    assert [cut for cut in found if cut] == figures.split()
