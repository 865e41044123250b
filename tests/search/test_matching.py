"""Words, phrases and Pinyin → hits in reading order, and the metrics that match."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slow_search import search

from reporttui.report.building import load
from reporttui.report.model import FORMAT, Metric, Report, Section
from reporttui.report.outline import outline
from reporttui.search.matching import Hit, Index, Matches
from reporttui.search.query import NOTHING, parse
from reporttui.search.tree import Term, group

BUNDLED = Path(__file__).parents[2] / "content" / "licheng-2024.yaml"
SIGNS = "ab AＡａB１1甲乙,，㎡m2\u3000ßsİ"


def found_in(report, query):
    return Index(outline(report)).matches(parse(query))


def a_report(*sections, **fields):
    return Report(FORMAT, "a", fields.pop("title", "报告"), sections=sections, **fields)


def cuts(text, query, fuzzy=False):
    """Return what a query finds in a text, what is read marked by its sound."""
    hits = Index(outline(a_report(Section(text=text)))).matches(parse(query, fuzzy=fuzzy)).hits
    return [text[hit.start : hit.end] + (hit.sound and f"={hit.sound}") for hit in hits]


@pytest.fixture(scope="module")
def bundled():
    return outline(load(BUNDLED.read_bytes()).report)


@pytest.mark.parametrize("source", ["", " ", "\u3000", "(", "value>x"])
def test_nothing_is_found_for_nothing_and_for_a_mistake(source):
    assert found_in(a_report(Section(title="甲")), source) == Matches()
    assert not NOTHING


def test_hits_are_spans_of_the_field_as_it_is_printed():
    report = a_report(Section("一、", "AI政务,", text="深化ＡＩ助手"))
    assert found_in(report, "ai").hits == (Hit(1, "title", 0, 2), Hit(1, "text", 2, 4))


def test_all_words_must_stand_in_one_section_but_not_in_one_field():
    report = a_report(
        Section(title="法治", text="培训", sections=(Section(text="法治"),)), Section(text="培训")
    )
    assert found_in(report, "培训 法治").hits == (Hit(1, "title", 0, 2), Hit(1, "text", 0, 2))


def test_words_that_overlap_are_hits_of_their_own():
    assert cuts("行政复议", "行政复 政复议") == ["行政复", "政复议"]
    assert cuts("行政复议", "行政 行政复议") == ["行政", "行政复议"]


@pytest.mark.parametrize(
    "query", ["行政 行政", "行政 “行政”", "行政 | 行政", "行政复议 | /行政/ 行政", "xingzheng 行政"]
)
def test_a_place_is_one_hit_however_often_it_matches(query):
    assert cuts("办行政案", query) == ["行政"]


def test_a_place_that_two_sounds_read_is_one_hit():
    assert cuts("行政复议", "xzfy xingzhengfuyi") == ["行政复议=xingzhengfuyi"]


def test_a_character_that_is_folded_to_several_is_hit_whole_and_once():
    assert cuts("5㎡,6ß", "m2") == cuts("5㎡,6ß", "m 2") == ["㎡"]
    assert cuts("5㎡,6ß", "ss") == ["ß"]


def test_a_phrase_is_found_with_its_spaces_of_any_width():
    text = "法治 政府,法治\u3000政府,法治政府"
    assert cuts(text, '"法治 政府"') == ["法治 政府", "法治\u3000政府"]
    assert cuts(text, "「法治\u3000 政府」") == ["法治 政府", "法治\u3000政府"]


def test_signs_of_the_language_are_found_between_quotes():
    assert cuts("a|b(c)-d", '"|"') == ["|"]
    assert cuts("a|b(c)-d", '"(c)" "-d"') == ["(c)", "-d"]
    assert cuts('说"好"。', r'"\"好\""') == ['"好"']


def test_both_scripts_and_all_punctuation_variants_find_each_other():
    assert cuts("行政復議、行政复议", "行政复议") == ["行政復議", "行政复议"]
    assert cuts("行政復議、行政复议", "行政復議") == ["行政復議", "行政复议"]
    assert cuts("（2021—2025年）", "“（2021-2025年)”") == ["（2021—2025年）"]


@pytest.mark.parametrize(
    "query", ["xzfy", "xingzhengfuyi", "xingzhengfy", "行政fy", '"xing zheng f"']
)
def test_a_hit_by_pinyin_bears_its_needle(query):
    needle = query.strip('"')
    hit = "行政复" if needle.endswith(" f") else "行政复议"
    assert cuts("依法行政复议", query) == [f"{hit}={needle}"]


@pytest.mark.parametrize("query", ["fy", "xz", "h", "x'z"])
def test_one_or_two_letters_match_literally_only(query):
    assert cuts("行政复议H5", query) == (["H"] if query == "h" else [])


def test_where_a_literal_hit_overlaps_one_by_pinyin_it_alone_counts():
    assert cuts("xian先XIAN", "xian") == ["xian", "先=xian", "XIAN"]
    assert cuts("i鲤城与ilc", "ilc") == ["i鲤城=ilc", "ilc"]
    assert cuts("行zh政", "xzh") == ["行zh=xzh"]
    assert cuts("行政fy复议", "政fy") == ["政fy"]


def test_sounds_that_are_confused_are_the_same_for_a_fuzzy_query_only():
    assert cuts("命令", "minlin") == []
    assert cuts("命令", "minlin", fuzzy=True) == ["命令=minlin"]


def test_a_hit_tells_how_it_was_read(bundled):
    index = Index(bundled)
    for query, reading in [("xzfy", "xing zheng fu yi"), ("行政fy", "行政 fu yi"), ("h5", "")]:
        assert index.reading(index.matches(parse(query)).hits[0]) == reading


def test_hits_come_in_reading_order_and_the_closing_lines_last():
    report = a_report(
        Section("一、", "政府一", text="政府", sections=(Section(text="政府"),)),
        Section(title="政府二"),
        title="政府",
        opening="政府与政府",
        signed="政府",
    )
    assert [(hit.entry, hit.field, hit.start) for hit in found_in(report, "政府").hits] == [
        (0, "title", 0),
        (0, "opening", 0),
        (0, "opening", 3),
        (1, "title", 0),
        (1, "text", 0),
        (2, "text", 0),
        (3, "title", 0),
        (0, "signed", 0),
    ]


@pytest.mark.parametrize("query", ["甲乙", "件件", r"/甲\s乙/", r"/件\s/", "jiayi", '"甲 乙"'])
def test_nothing_is_found_over_the_seam_of_two_fields(query):
    metric = Metric("甲", quote="乙1件", unit="件")
    report = a_report(Section("一、", "甲", text="乙", metrics=(metric,)))
    assert found_in(report, query) == Matches()


def test_what_a_pattern_takes_of_a_field_ends_where_the_field_does():
    report = a_report(Section("一、", "甲", text="乙\n丙"), title="丁")
    assert found_in(report, r"/[\s\S]+/").hits == (
        Hit(0, "title", 0, 1),
        Hit(1, "title", 0, 1),
        Hit(1, "text", 0, 3),
    )
    assert [hit[2:4] for hit in found_in(report, "/^.$/").hits] == [(0, 1), (0, 1), (0, 1), (2, 3)]


def test_a_section_that_matches_without_characters_is_one_empty_hit_at_its_beginning():
    report = a_report(
        Section("一、", "甲", text="乙", sections=(Section("(一)"),)), Section(text="甲")
    )
    assert found_in(report, "-甲").hits == (Hit(0, "title", 0, 0),)
    assert found_in(report, "in:1").hits == (Hit(1, "title", 0, 0),)
    assert found_in(report, "in:2").hits == (Hit(3, "text", 0, 0),)
    assert found_in(report, "甲 -乙").hits == (Hit(3, "text", 0, 1),)
    assert found_in(report, "甲 | -乙").hits == (
        Hit(0, "title", 0, 0),
        Hit(1, "title", 0, 1),
        Hit(3, "text", 0, 1),
    )


def test_a_path_is_no_beginning_of_other_numbers():
    report = a_report(*(Section(f"{number}.", text="甲") for number in range(1, 12)))
    assert [hit.entry for hit in found_in(report, "in:1").hits] == [1]
    assert [hit.entry for hit in found_in(report, "in:11 甲").hits] == [11]


def test_metrics_match_by_name_quote_and_unit_and_tell_what_matches_there():
    metrics = (
        Metric("案件", quote="办理3件", unit="件"),
        Metric("培训", quote="培训５人次", unit="人次"),
        Metric("回款", quote="回款5万元", unit="元"),
    )
    report = a_report(Section(text="甲", metrics=metrics[1:]), metrics=metrics[:1])
    assert found_in(report, "案件").metrics == {0: [("name", 0, 2)]}
    assert found_in(report, "5").metrics == {1: [("quote", 2, 3)], 2: [("quote", 2, 3)]}
    assert {*found_in(report, "元 hk").metrics} == set()
    assert {*found_in(report, "元 huik").metrics} == {2}
    assert found_in(report, "案件 培训").metrics == {}
    assert found_in(report, "unit:件").metrics == {0: []}
    assert found_in(report, "-unit:件").metrics == {1: [], 2: []}


def test_a_metric_that_meets_a_condition_is_marked_by_figure_and_quote():
    metric = Metric("案件", value=3, quote="办理案件3件", unit="件")
    report = a_report(Section(text="今年办理案件3件。", metrics=(metric,)))
    assert found_in(report, "unit:件").hits == (Hit(1, "text", 6, 8),)
    assert found_in(report, "unit:件 办理").hits == (Hit(1, "text", 2, 4), Hit(1, "text", 6, 8))
    assert found_in(report, "is:metric bl案件").hits == (
        Hit(1, "text", 2, 6, "bl案件"),
        Hit(1, "text", 6, 8),
    )
    assert found_in(report, "unit:件 今年").hits == ()


def test_a_unit_is_the_whole_unit():
    metrics = (
        Metric("屋", value=5, unit="㎡", quote="5㎡"),
        Metric("路", value=6, unit="m", quote="6m"),
    )
    report = a_report(Section(text="5㎡,6m", metrics=metrics))
    for unit, numbers in {"m": {1}, "Ｍ": {1}, "m2": {0}, "㎡": {0}, "2": set()}.items():
        assert {*found_in(report, f"unit:{unit}").metrics} == numbers


def test_a_metric_whose_quote_stands_nowhere_matches_without_a_hit():
    metric = Metric("案件", value=3, quote="没有", unit="件")
    found = found_in(a_report(Section(text="甲", metrics=(metric,))), "unit:件")
    assert found == Matches((), {0: []})


def test_several_reports_are_counted_on_from_one_to_the_next():
    metric = Metric("甲", value=3, quote="甲3", unit="件")
    one = a_report(Section(text="甲"), signed="甲")
    two = a_report(Section(text="甲3", metrics=(metric,)))
    found = Index(outline(one), outline(two)).matches(parse("甲"))
    assert found.hits == (Hit(1, "text", 0, 1), Hit(0, "signed", 0, 1), Hit(3, "text", 0, 1))
    assert {*found.metrics} == {0}


def test_without_reports_nothing_is_found():
    assert Index().matches(parse("甲 | -甲")) == Matches()


def test_the_bundled_report_is_searched(bundled):
    index = Index(bundled)
    hits = index.matches(parse("行政复议")).hits
    texts = [bundled[hit.entry].fields[hit.field][hit.start : hit.end] for hit in hits]
    assert texts == ["行政复议"] * 7
    assert [bundled[hit.entry].path for hit in hits] == ["1.6.2"] * 4 + ["3.2"] * 3
    assert [hit[:4] for hit in index.matches(parse("xzfy")).hits] == [hit[:4] for hit in hits]
    assert index.matches(parse("鲤城区人民政府")).hits[-1].field == "signed"
    assert len(index.matches(parse("人次")).metrics) == 7
    assert len(index.matches(parse("unit:renci")).metrics) == 7
    assert index.matches(parse("不存在的词")) == Matches()


texts = st.text(SIGNS, max_size=12)


@given(st.lists(st.tuples(texts, texts), max_size=4), texts, texts, texts.filter(str.strip))
def test_every_hit_is_found_and_no_other(fields, opening, signed, query):
    sections = [Section(title=title, text=text) for title, text in fields]
    report = a_report(*sections, opening=opening, signed=signed)
    wanted = parse(query)
    assert wanted.tree == group("and", [Term(word) for word in query.split()])
    assert list(Index(outline(report)).matches(wanted).hits) == search([report], wanted.tree)[0]
