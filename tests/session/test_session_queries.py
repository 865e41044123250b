"""Mistakes, readings, literal hits first, and what of a query is seen in sentences of metrics."""

import pytest
from generated_reports import BUNDLED, reports
from hypothesis import example, given
from hypothesis import strategies as st
from test_session_search import few, queries

from reporttui.report.model import FORMAT, Report, Section
from reporttui.search.query import parse
from reporttui.session.changes import Change
from reporttui.session.document import Position
from reporttui.session.reading import Session

SMALL = Report(
    FORMAT,
    "a",
    "先进",
    sections=(
        Section("一、", "西安", text="现场。\nxian县。"),
        Section("二、", text="线索。先办。"),
    ),
)


def chars(session, hit):
    """Return the characters of a hit, by its number."""
    found = session.found.matches.hits[hit]
    return session.document.outline[found.entry].fields[found.field][found.start : found.end]


def test_hits_of_the_very_characters_typed_come_before_those_that_are_read_so():
    session = Session(SMALL)
    session.search("xian")
    total = range(len(session.found.matches.hits))
    assert [chars(session, hit) for hit in total] == [
        *("先", "西安", "现", "xian", "县", "线", "先")
    ]
    assert chars(session, session.found.hit) == "xian"
    assert session.step_hit(1)
    assert chars(session, session.found.hit) == "县"
    session.step_hit(-1)
    session.step_hit(-1)
    assert chars(session, session.found.hit) == "现"


def test_behind_the_last_literal_hit_the_first_one_comes():
    session = Session(SMALL)
    session.search("xian", session.document.start_of(2))
    assert chars(session, session.found.hit) == "xian"


def test_without_literal_hits_the_first_from_the_place_on_is_the_one():
    session = Session(SMALL)
    session.search("'xian", session.document.start_of(2))
    assert session.found.hit == len(session.found.matches.hits) - 2
    session.search("'xian", Position())
    assert session.found.hit == 0


def test_the_reading_of_the_current_hit_is_told():
    session = Session(SMALL)
    assert session.found.reading() == ""
    session.search("xian")
    assert session.found.reading() == ""
    session.go_to_hit(1)
    assert session.found.reading() == "xi an"
    session.clear_query()
    assert session.found.reading() == ""


def test_sounds_that_are_confused_are_the_same_in_a_fuzzy_session_and_after_a_reload():
    report = SMALL._replace(title="命令")
    session = Session(report)
    session.search("minlin")
    assert session.found.hit is None
    session = Session(report, fuzzy=True)
    session.search("minlin")
    assert session.found.reading() == "ming ling"
    session.reload(report)
    session.step_hit(1)
    assert session.found.reading() == "ming ling"


MISTAKES = ["(", "行政 |", "value>x", "unti:件", "/(/", "unit:", '"行政', "-", "title:unit:件"]


@few
@given(report=reports, query=queries, mistake=st.sampled_from(MISTAKES), hit=st.integers(0, 5))
@example(report=BUNDLED, query="行政", mistake="(", hit=2)
def test_a_mistake_leaves_everything_as_it_was(report, query, mistake, hit):
    session = Session(report)
    session.search(query)
    for _ in range(hit):
        session.step_hit(1)
    before = state(session)
    told = []
    session.watch(told.append)
    session.search(f"{query} {mistake}", Position())
    assert session.found.mistake == parse(f"{query} {mistake}").mistake
    assert state(session) == before
    assert told == [Change.MISTAKE]
    session.search(query)
    assert session.found.mistake is None


def state(session):
    """Return all that a mistake must leave alone."""
    found = session.found
    shown = (session.visible_entries(), session.table.rows, session.position, session.mark)
    return found.query, found.matches, found.hit, found.reading(), shown


@pytest.mark.parametrize("mistake", MISTAKES)
def test_clearing_the_query_clears_the_mistake(mistake):
    session = Session(BUNDLED)
    session.search("行政复议")
    session.search(mistake)
    session.clear_query()
    assert session.found.mistake is None
    assert session.found.matches.hits == ()


def test_a_pattern_that_takes_too_long_is_a_mistake():
    session = Session(SMALL._replace(title="a" * 60 + "!"))
    session.search("先")
    before = state(session)
    session.search("/(a|aa)+[bc]/")
    assert session.found.mistake == ("query-too-slow", {}, 0, 13)
    assert state(session) == before


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("xz", "query-short-word"),
        ("行政 xz", "query-short-word"),
        ("un", "query-field-begun"),
        ("行政 -un", "query-field-begun"),
        ("行政|单", "query-field-begun"),
        ("xzq", None),
        ("没有", None),
        ("行政 的确没有", None),
        ("“xz”", None),
    ],
)
def test_what_is_half_typed_and_finds_nothing_leaves_all_as_it_was(typed, code):
    session = Session(SMALL)
    session.search("先")
    before = state(session)
    session.search(typed, typing=True)
    assert (session.found.mistake and session.found.mistake.code) == code
    assert (state(session) == before) == (code is not None)
    session.search(typed)
    assert session.found.mistake is None
    assert session.found.matches.hits == ()


@few
@given(report=reports, query=queries)
@example(report=BUNDLED, query="unit:件 | name:复议 | 行政")
def test_what_matches_in_the_sentence_of_a_metric_is_marked_in_it(report, query):
    session = Session(report)
    session.search(query)
    found = session.found.matches
    for metric, (entry, _) in enumerate(session.document.metrics):
        place = session.document.place(metric)
        if not place:
            continue
        sentence, figure, _ = session.document.sentence(metric)
        first, field = place.figure.start - figure, place.figure.field
        hits = {hit[2:4] for hit in found.hits if hit[:2] == (entry.index, field)}
        quoted = {
            (place.quote.start + start, place.quote.start + end)
            for part, start, end in found.metrics.get(metric, ())
            if part == "quote"
        }
        assert {
            (start + first, end + first) for start, end in session.found.sentence_marks(metric)
        } == {span for span in hits | quoted if first <= span[0] < first + len(sentence)}


@few
@given(report=reports, query=queries)
@example(report=BUNDLED, query="行政复议")
def test_hits_can_be_gone_to_by_number_and_back(report, query):
    session = Session(report)
    session.search(query)
    for hit in range(len(session.found.matches.hits)):
        before = session.position
        session.go_to_hit(hit)
        assert session.found.hit == hit
        assert session.position == session.found.position(hit)
        session.back()
        assert session.position == before


def test_the_words_of_the_report_complete_a_query():
    session = Session(BUNDLED)
    names = {metric.name for _, metric in session.document.metrics}
    units = [metric.unit for _, metric in session.document.metrics]
    offered = session.found.complete("unit:")
    assert offered.start == len("unit:")
    assert [units.count(unit) for unit in offered.words] == sorted(
        (units.count(unit) for unit in {*units} - {""}), reverse=True
    )
    assert {*session.found.complete("行政 xzjc").words} <= names
    assert session.found.complete("行政 xzjc").words
    assert [*session.found.complete("in:1.1").words][:2] == ["1.1", "1.1.1"]
