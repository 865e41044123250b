from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporttui.report.building import load
from reporttui.report.model import FORMAT, Metric, Report, Section
from reporttui.report.outline import CLOSING, outline
from reporttui.search.matching import Hit, Index, Matches, marks
from reporttui.search.query import NOTHING, parse
from reporttui.text.folding import fold, fold_needle

BUNDLED = Path(__file__).parents[2] / "content" / "licheng-2024.yaml"
SIGNS = "ab AＡａB１1甲乙,，㎡m2\u3000ßsİ"


def found_in(report, query):
    return Index(outline(report)).matches(parse(query))


def a_report(*sections, **fields):
    return Report(FORMAT, "a", fields.pop("title", "报告"), sections=sections, **fields)


@pytest.fixture(scope="module")
def bundled():
    return outline(load(BUNDLED.read_bytes()).report)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("行政 复议", ("行政", "复议")),
        (" 行政\u3000复议\t", ("行政", "复议")),
        ("法治 法治", ("法治",)),
        ("ＡＩ", ("ai",)),
        ("", ()),
        (" \n\t\u3000", ()),
    ],
)
def test_a_query_is_words_between_spaces_of_any_width(source, words):
    query = parse(source)
    assert (query.source, bool(query)) == (source, bool(words))
    assert query.words == tuple(map(fold_needle, words))


@settings(deadline=None)
@given(st.text())
def test_every_text_is_a_query(source):
    query = parse(source)
    assert all(word and not any(char.isspace() for char in word) for word in query.words)


def test_nothing_is_found_for_nothing():
    assert found_in(a_report(Section(title="甲")), " ") == Matches()
    assert not NOTHING


def test_hits_are_spans_of_the_field_as_it_is_printed():
    report = a_report(Section("一、", "AI政务,", text="深化ＡＩ助手"))
    assert found_in(report, "ai").hits == (Hit(1, "title", 0, 2), Hit(1, "text", 2, 4))


def test_all_words_must_stand_in_one_section_but_not_in_one_field():
    report = a_report(
        Section(title="法治", text="培训", sections=(Section(text="法治"),)), Section(text="培训")
    )
    assert found_in(report, "培训 法治").hits == (Hit(1, "title", 0, 2), Hit(1, "text", 0, 2))


def test_words_that_overlap_are_one_hit_and_words_side_by_side_are_two():
    report = a_report(Section(text="行政复议"))
    assert found_in(report, "行政复 政复议").hits == (Hit(1, "text", 0, 4),)
    assert found_in(report, "行政 复议").hits == (Hit(1, "text", 0, 2), Hit(1, "text", 2, 4))


def test_a_character_that_is_folded_to_several_is_hit_whole_and_once():
    report = a_report(Section(text="5㎡,6ß"))
    assert found_in(report, "m2").hits == found_in(report, "m 2").hits == (Hit(1, "text", 1, 2),)
    assert found_in(report, "ss").hits == (Hit(1, "text", 4, 5),)


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


def test_words_are_not_found_over_the_seam_of_two_fields():
    metric = Metric("甲", quote="乙1件", unit="件")
    report = a_report(Section("一、", "甲", text="乙", metrics=(metric,)))
    assert found_in(report, "甲乙") == found_in(report, "件件") == Matches()


def test_metrics_match_by_name_quote_and_unit():
    metrics = (
        Metric("案件", quote="办理3件", unit="件"),
        Metric("培训", quote="培训５人次", unit="人次"),
        Metric("回款", quote="回款5万元", unit="元"),
    )
    report = a_report(Section(text="甲", metrics=metrics[1:]), metrics=metrics[:1])
    assert found_in(report, "案件").metrics == (0,)
    assert found_in(report, "5").metrics == (1, 2)
    assert found_in(report, "元 回款").metrics == (2,)
    assert found_in(report, "案件 培训").metrics == ()


def test_the_bundled_report_is_searched(bundled):
    index = Index(bundled)
    hits = index.matches(parse("行政复议")).hits
    texts = [bundled[hit.entry].fields[hit.field][hit.start : hit.end] for hit in hits]
    assert texts == ["行政复议"] * 7
    assert [bundled[hit.entry].path for hit in hits] == ["1.6.2"] * 4 + ["3.2"] * 3
    assert index.matches(parse("鲤城区人民政府")).hits[-1].field == "signed"
    assert len(index.matches(parse("人次")).metrics) == 7
    assert index.matches(parse("不存在的词")) == Matches()


def slow_hits(entries, words):
    """Finds hits by folding every character on its own and trying every place."""
    hits = []
    for entry in entries:
        fields = {name: [fold_needle(char) for char in text] for name, text in entry.fields.items()}
        whole = ["".join(chars) for chars in fields.values()]
        if not all(any(word in text for text in whole) for word in words):
            continue
        for name, chars in fields.items():
            hits += [Hit(entry.index, name, *span) for span in slow_marks(chars, words)]
    return sorted(hits, key=lambda hit: hit.field in CLOSING)


def slow_marks(chars, words):
    origin = [place for place, folded in enumerate(chars) for _ in folded]
    text = "".join(chars)
    covered = []
    for word in words:
        at = 0
        while at + len(word) <= len(text):
            if text[at : at + len(word)] == word:
                last = origin[at + len(word) - 1]
                covered.append((origin[at], last + 1))
                at += len(word)
                while at < len(text) and origin[at] == last:
                    at += 1
            else:
                at += 1
    return joined(sorted(covered))


def joined(spans):
    """Makes one span of those that share a character."""
    found = []
    for start, end in spans:
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


texts = st.text(SIGNS, max_size=12)


@settings(deadline=None)
@given(st.lists(st.tuples(texts, texts), max_size=4), texts, texts, texts)
def test_every_hit_is_found_and_no_other(fields, opening, signed, query):
    sections = [Section(title=title, text=text) for title, text in fields]
    entries = outline(a_report(*sections, opening=opening, signed=signed))
    wanted = parse(query)
    expected = slow_hits(entries, wanted.words) if wanted else []
    assert list(Index(entries).matches(wanted).hits) == expected


@settings(deadline=None)
@given(texts, texts)
def test_marks_of_a_text_are_spans_apart_and_in_order(text, query):
    spans = marks(fold(text), parse(query))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert spans == slow_marks([fold_needle(char) for char in text], parse(query).words)
