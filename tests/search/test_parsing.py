"""Every text is a query or a mistake that can be pointed at; a tree is printed as its query."""

from decimal import Decimal

import pytest
from generated_searches import joined
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reporttui import words
from reporttui.search.parsing import Mistake
from reporttui.search.printing import printed
from reporttui.search.query import parse
from reporttui.search.tree import Condition, Group, Not, Range, Scoped, Term, terms
from reporttui.words.problems import PROBLEMS, sentences

TOKENS = (
    *(" ", " ", "\u3000", "(", ")", "（", "）", "|", "｜", "-", "－", "/", "／", "\\"),
    *('"', "“", "”", "「", "」", "＂", ":", "：", ">", "＞", "<=", "＜＝", "=", "≥", "≤", ".."),
    *("unit", "单位", "value", "数值", "kind", "类型", "bound", "界限", "in", "章节", "title"),
    *("標題", "name", "名称", "is", "是", "unti", "xyz", "件", "%", "count", "比率", "超", "1.4"),
    *("20万", "95%", "-5", "1,000", "10..50", "metric", "指标", "行政", "复议", "xzfy", "ＡＩ"),
    *(
        r"\d+",
        "[",
        "]",
        "(?:",
        "{2}",
        "{1000}",
        "(?<",
        "*",
        "+",
        "^",
        "$",
        r"\p{",
        "㎡",
        "\n",
        "・",
    ),
    *("unit:件", "value>5", "title:", "name:", "kind:ratio", "in:1", "/a/", "“复议”", "is:metric"),
)
ANYTHING = st.text(st.characters(), max_size=30)
SPOKEN = st.lists(st.sampled_from(TOKENS), max_size=12).map("".join)
ENOUGH = "行政 复议"


def all_of(*nodes):
    return Group("and", nodes)


def any_of(*nodes):
    return Group("or", nodes)


def wrong(source):
    """Return the code of the mistake in a query, and the characters pointed at."""
    mistake = parse(source).mistake
    return mistake.code.removeprefix("query-"), source[mistake.start : mistake.end]


@settings(max_examples=200)
@given(ANYTHING | SPOKEN)
@example("-)")
@example("unit:(件)")
@example("/" + "(" * 500)
@example("(" * 5000)
@example("-" * 5000 + "x")
@example('"' + "\\" * 999)
@example("value:" + "9" * 5000)
@example("value:1e999999999")
@example("\ud800:\udfff")
def test_every_text_is_a_query_or_has_a_mistake_in_it_that_can_be_said(source):
    query = parse(source)
    assert query.source == source
    assert bool(query) == (query.tree is not None)
    if query.mistake is None:
        assert bool(query) == bool(source.strip())
        return
    code, values, start, end = query.mistake
    assert query.tree is None
    assert 0 <= start < end <= len(source) + 1
    for language in ("en", "zh"):
        words.use(language)
        assert all(sentences(code, values))
    words.use("en")


@settings(max_examples=200)
@given(ANYTHING | SPOKEN | joined().map(lambda query: query[0]))
@example(r'"a\"b"')
@example(r'"a\＂b"')
@example("“a＂b”")
@example(r'"\\"')
@example('“a"”b')
@example("a b(c d)|e|(f|g)")
@example("-(a|b) --c")
@example("title:-(a|b)")
@example("value:百分之五..八成 value<-3.50万元")
@example("/a／ b")
@example("value '>5'")
def test_a_tree_is_printed_as_a_query_for_it(source):
    query = parse(source)
    if query:
        assert parse(printed(query.tree)) == (printed(query.tree), query.tree, None, False)


@pytest.mark.parametrize("source", ["", " ", "\u3000\t\n"])
def test_spaces_alone_are_an_empty_query(source):
    assert parse(source) == (source, None, None, False)


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("行政", Term("行政")),
        (" 行政\u3000复议\t", all_of(Term("行政"), Term("复议"))),
        ("ＡＩ", Term("ＡＩ")),
        ("行政|复议", any_of(Term("行政"), Term("复议"))),
        ("a b | c d", any_of(all_of(Term("a"), Term("b")), all_of(Term("c"), Term("d")))),
        ("a (b | c)", all_of(Term("a"), any_of(Term("b"), Term("c")))),
        ("a （b ｜ c）", all_of(Term("a"), any_of(Term("b"), Term("c")))),
        ("a(b)c", all_of(Term("a"), Term("b"), Term("c"))),
        ("((a b)) c", all_of(Term("a"), Term("b"), Term("c"))),
        ("(a | b) | c", any_of(Term("a"), Term("b"), Term("c"))),
        ("a -b", all_of(Term("a"), Not(Term("b")))),
        ("－培训", Not(Term("培训"))),
        ("--a", Not(Not(Term("a")))),
        ("-(a b)", Not(all_of(Term("a"), Term("b")))),
        ("xi'an", Term("xi'an")),
        ("a-b 2021-2025 12:45 km/h i鲤城", None),
    ],
)
def test_words_stand_side_by_side_apart_and_in_groups(source, tree):
    expected = tree or all_of(*map(Term, source.split()))
    assert parse(source).tree == expected


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('"法治 政府"', "法治 政府"),
        ("“法治 \u3000政府 ”", "法治 政府"),
        ("”法治“", "法治"),
        ("「a|(b)」", "a|(b)"),
        ("「“a”」", "“a”"),
        ("＂-a＂", "-a"),
        (r'"a\"b"', 'a"b'),
        (r"“a\”b”", "a”b"),
        (r'"a\\"', "a\\"),
        (r'"\d"', r"\d"),
        ('"unit:件"', "unit:件"),
    ],
)
def test_a_phrase_is_what_stands_between_quotes(source, text):
    assert parse(source).tree == Term(text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"/\d+件/", r"\d+件"),
        ("／a b|c／", "a b|c"),
        (r"/a\/b/", r"a\/b"),
        ("/[(]“/", "[(]“"),
        ("/（甲）/", "（甲）"),
    ],
)
def test_a_regular_expression_is_what_stands_between_slashes(source, text):
    assert parse(source).tree == Term(text, is_regex=True)


@pytest.mark.parametrize(
    ("sources", "node"),
    [
        ("unit:件 单位:件 單位：件 UNIT:件 unit:“件”", Condition("unit", "件")),
        ("kind:ratio 类型:比率 类型：比例 KIND:Ratio 類型:RATIO", Condition("kind", "ratio")),
        ("bound:over 界限:超 界限：超过 bound:逾", Condition("bound", "over")),
        ("bound:at_least bound:at-least 界限:不少于 界限:以上", Condition("bound", "at_least")),
        ("in:1.4 章节:1.4 章節：１．４", Condition("in", "1.4")),
        ("is:metric 是:指标 是：指標", Condition("is", "metric")),
        ("title:a 标题:a 標題：a", Scoped("title", Term("a"))),
        ("name:a 名称:a 名稱：“a”", Scoped("name", Term("a"))),
        ("name:(a) 名称:（a）", Scoped("name", Term("a"))),
        ("title:/a/", Scoped("title", Term("a", is_regex=True))),
        ("title:-a", Scoped("title", Not(Term("a")))),
        ("title:(a|b)", Scoped("title", any_of(Term("a"), Term("b")))),
        ("value>20 数值>20 數值＞20 value:>20", Range(Decimal(20), None, True)),
        ("value>=20万 数值＞＝20万 数值≥200000 数值:≥20万", Range(Decimal(200000), None)),
        ("value:10..50 数值：10-50 value=10~50", Range(Decimal(10), Decimal(50))),
        ("value=5件 value:5件 数值＝“5 件”", Range(Decimal(5), Decimal(5), unit="件")),
    ],
)
def test_a_field_has_names_in_two_languages_and_signs_in_two_widths(sources, node):
    apart = sources.replace("5 件", "5_件").split()
    assert [parse(source.replace("_件", " 件")).tree for source in apart] == [node] * len(apart)


@pytest.mark.parametrize("source", ["unit : 件", "单位： 件", "unit \u3000：\u3000件"])
def test_spaces_may_stand_around_a_colon(source):
    assert parse(source).tree == Condition("unit", "件")


@pytest.mark.parametrize(
    "source",
    ["各位代表:", "工作:好", "12:45:43", "AI>5", "unit", "是", "title>5", "甲=乙", "value"],
)
def test_what_only_looks_like_a_field_is_a_word(source):
    assert parse(source).tree == Term(source)


@pytest.mark.parametrize(
    ("source", "code", "place"),
    [
        ("a |", "expected-term", ""),
        ("| a", "expected-term", "|"),
        ("a || b", "expected-term", "|"),
        ("()", "expected-term", ")"),
        ("a -)", "expected-term", ")"),
        ("(a", "not-closed", "("),
        ("a（b", "not-closed", "（"),
        ('a "b', "not-closed", '"'),
        ("a “b", "not-closed", "“"),
        ('"a\\"', "not-closed", '"'),
        ("a /b", "not-closed", "/"),
        ("a) b", "closed-too-often", ")"),
        ("a -", "nothing-left-out", "-"),
        ("- a", "nothing-left-out", "-"),
        ('a ""', "empty-phrase", '""'),
        ("“ ”", "empty-phrase", "“ ”"),
        ("a //", "empty-pattern", "//"),
        ("a /b(c/", "bad-pattern", None),
        ("a /[b/", "bad-pattern", None),
        ("unti:件", "unknown-field", "unti"),
        ("a http://b", "unknown-field", "http"),
        ("a unit:", "field-without-value", "unit:"),
        ("a (单位：)", "field-without-value", "单位："),
        ("title:value>5", "field-of-words", "value>5"),
        ("title:(a unit:件)", "field-of-words", "(a unit:件)"),
        ("name:title:a", "field-of-words", "title:a"),
        ("value>x y", "bad-value", "x"),
        ("value:1..x", "bad-value", "1..x"),
        ("in:1.4. a", "bad-path", "1.4."),
        ("in:复议", "bad-path", "复议"),
        ("a kind:cuont b", "unknown-value", "cuont"),
        ("界限：大", "unknown-value", "大"),
        ("is:a", "unknown-value", "a"),
        (")", "closed-too-often", ")"),
        ("unit:(件", "not-closed", "("),
        ("unit:()", "field-without-value", "()"),
        ("value:(1 | x)", "bad-value", "x"),
        ("(" * 51 + "a", "too-deep", "("),
    ],
)
def test_a_mistake_is_told_with_its_place(source, code, place):
    found, there = wrong(source)
    assert found == code
    assert place in (None, there)


def test_the_first_mistake_from_the_left_is_told():
    assert wrong("value>x unti:件 (") == ("bad-value", "x")


def test_every_code_can_come_up():
    sources = ("a|", "(a", "a)", "-", "-" * 60 + "a", '""', "//", "/(/", "xyzzy:a", "unit:", "in:a")
    sources += ("name:unit:件", "value:a", "kind:zzz", "unti:a", "kind:cuont", "/a{999999}/")
    said = {sentences(m.code, m.values) for m in (parse(source).mistake for source in sources)}
    # Two depend on what is found, and one on the time it takes.
    others = {"query-too-slow", "query-field-begun", "query-short-word"}
    assert len(said) == len({code for code in PROBLEMS if code.startswith("query-")} - others)


def test_the_nearest_field_and_value_are_known():
    assert parse("unti:件").mistake.values["nearest"] == "unit"
    assert parse("kind:cuont").mistake.values["nearest"] == "count"


def test_a_mistake_is_a_plain_value():
    assert parse("a)").mistake == Mistake("query-closed-too-often", {}, 1, 2)


def test_a_query_may_be_as_deep_as_fifty():
    assert parse("(" * 49 + "a" + ")" * 49).tree == Term("a")
    assert parse("-" * 49 + "a").mistake is None


def test_terms_come_from_left_to_right():
    tree = parse("a -(b | /c/) title:(d e) unit:f").tree
    assert [term.text for term in terms(tree)] == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize(
    ("source", "form"),
    [
        ("单位：件", "unit:件"),
        ("数值＞＝20万元", "value>=200000元"),
        ("数值:10-50", "value:10..50"),
        ("value:..5", "value<=5"),
        ("a b｜c", "a b | c"),
        ("标题：（a｜b） －c", "title:(a | b) -c"),
        ("“a|b”", '"a|b"'),
    ],
)
def test_the_printed_form_reads_well(source, form):
    assert printed(parse(source).tree) == form


@pytest.mark.parametrize(
    ("source", "same"),
    [
        ("unit:(件 | 人次)", "unit:件 | unit:人次"),
        ("单位：（件 人次）", "unit:件 | unit:人次"),
        ("-kind:(ratio | 变化)", "-(kind:ratio | kind:change)"),
        ("ｕｎｉｔ：件", "unit:件"),
        ("value: >= 20", "value>=20"),
        ("value:＞20", "value>20"),
        ("in:1.04", "in:1.4"),
    ],
)
def test_what_people_type_means_what_they_mean(source, same):
    assert parse(source).tree == parse(same).tree is not None
