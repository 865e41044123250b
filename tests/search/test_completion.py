"""What a query that is being typed can go on with is what it can go on with."""

import pytest
from generated_searches import joined
from hypothesis import given
from hypothesis import strategies as st

from reporttui.report.model import FORMAT, Metric, Report, Section
from reporttui.report.outline import outline
from reporttui.search.completion import Vocabulary, complete
from reporttui.search.matching import Index
from reporttui.search.query import parse

NAMES = ("行政复议案件", "行政检查", "培训 人次", "AI问答", "H5页面", "办案·行政", "(试行)制度")
UNITS = ("件", "人次", "%", "个百分点")
PATHS = ("0", "1", "1.1", "1.2", "2", "10")
VOCABULARY = Vocabulary(UNITS, NAMES, PATHS)
BEFORE = st.one_of(
    st.just(""),
    st.sampled_from(["行政 ", "(", "-培训 | ", "unit:件 ", "“法治” "]),
    joined().map(lambda query: query[0] + " "),
)


def completed(typed):
    """Return the whole queries that something typed can become."""
    start, words = complete(typed, VOCABULARY)
    return [typed[:start] + word for word in words]


@pytest.mark.parametrize(
    ("typed", "queries"),
    [
        ("un", ["unit:"]),
        ("UN", ["unit:"]),
        ("ｕｎ", ["unit:"]),
        ("n", ["name:"]),
        ("i", ["in:", "is:"]),
        ("单", ["单位:"]),
        ("單", ["单位:"]),
        ("类", ["类型:"]),
        ("行政 ti", ["行政 title:"]),
        ("(ti", ["(title:"]),
        ("（ti", ["（title:"]),
        ("a|ti", ["a|title:"]),
    ],
)
def test_the_beginning_of_a_field_is_completed(typed, queries):
    assert completed(typed) == queries


@pytest.mark.parametrize(
    ("typed", "queries"),
    [
        ("unit:", [f"unit:{unit}" for unit in UNITS]),
        ("单位：", [f"单位：{unit}" for unit in UNITS]),
        ("unit:人", ["unit:人次"]),
        ("unit:renc", ["unit:人次"]),
        ("unit:百分", ["unit:个百分点"]),
        ("unit:x", []),
        ("a unit:件", ["a unit:件"]),
        ("in:", [f"in:{path}" for path in PATHS]),
        ("in:1", ["in:1", "in:1.1", "in:1.2", "in:10"]),
        ("章节：1.", ["章节：1.1", "章节：1.2"]),
        ("bound:ab", ["bound:about"]),
        ("界限:不", ["界限:不足", "界限:不少于"]),
        ("kind:r", ["kind:ratio", "kind:rank"]),
        ("类型:比", ["类型:比率", "类型:比例"]),
        ("is:", ["is:metric"]),
        ("是：指", ["是：指标"]),
        ("name:检查", ["name:行政检查"]),
        ("名称:xingzjc", ["名称:行政检查"]),
        ("value:", []),
        ("title:", []),
    ],
)
def test_a_field_is_completed_to_what_it_can_have(typed, queries):
    assert completed(typed) == queries


def test_every_kind_is_offered_once():
    assert [query.partition(":")[2] for query in completed("kind:")] == [
        *("count", "amount", "ratio", "change", "rank", "duration")
    ]


@pytest.mark.parametrize(
    ("typed", "queries"),
    [
        ("复议", ["行政复议案件"]),
        ("行政", ["行政复议案件", "行政检查", "办案·行政"]),
        ("xzfy", ["行政复议案件"]),
        ("行政j", ["行政检查"]),
        ("a 復議", ["a 行政复议案件"]),
        ("h5", ["H5页面"]),
        ("培训", ['"培训 人次"']),
        ("试行", ['"(试行)制度"']),
        ("复", []),
        ("没有", []),
        ("", []),
        ("  ", []),
        ("复议 ", []),
    ],
)
def test_a_word_is_completed_to_the_name_of_a_metric(typed, queries):
    assert [query for query in completed(typed) if not query.endswith(":")] == queries


@given(
    BEFORE,
    st.sampled_from(["un", "数", "unit:", "单位：人", "kind:", "bound:", "in:1", "复议", "培训"]),
)
def test_what_stood_before_stays_as_it_was(before, word):
    start, words = complete(before + word, VOCABULARY)
    assert start >= len(before)
    assert words


@given(
    BEFORE,
    st.sampled_from(
        ["unit:", "单位：r", "kind:", "界限:", "in:", "name:", "is:", "ai", "培训", "试行"]
    ),
)
def test_what_is_completed_is_a_query(before, word):
    for query in completed(before + word):
        closed = query + ")" * (before == "(")
        mistake = parse(closed).mistake
        assert mistake is None or mistake.code == "query-field-without-value"


@given(st.text(max_size=12), st.lists(st.text(min_size=1, max_size=6), max_size=3, unique=True))
def test_every_text_can_be_asked_about(typed, names):
    start, words = complete(typed, Vocabulary(names, names, PATHS))
    assert 0 <= start <= len(typed)
    assert len(words) == len({*words})


@given(st.sampled_from(NAMES))
def test_a_name_that_was_completed_finds_its_metric(name):
    metrics = tuple(Metric(name, quote="甲", unit="件") for name in NAMES)
    report = Report(FORMAT, "a", "乙", sections=(Section(text="甲", metrics=metrics),))
    for typed in (name[-2:], f"name:{name[-2:]}"):
        query = next(each for each in completed(typed) if name in each)
        assert NAMES.index(name) in Index(outline(report)).matches(parse(query)).metrics


@pytest.mark.parametrize(("typed", "query"), [("-un", "-unit:"), ("a －unit:人", "a －unit:人次")])
def test_behind_a_hyphen_as_elsewhere(typed, query):
    assert completed(typed) == [query]


def test_a_space_may_stand_behind_the_colon_as_in_a_query():
    assert completed("unit: 人") == ["unit: 人次"]
