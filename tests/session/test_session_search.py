import re

import pytest
from generated_reports import BUNDLED, NAMES, WORDS, reports
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reporttui.report.model import FORMAT, Report, Section
from reporttui.report.outline import CLOSING
from reporttui.search.query import parse
from reporttui.search.tree import terms
from reporttui.session.document import Position
from reporttui.session.reading import Session
from reporttui.text.folding import fold_needle

few = settings(max_examples=100, deadline=None)
plain = st.sampled_from(
    [
        *WORDS,
        *NAMES,
        "行政",
        "abc",
        "件",
        "1",
        "，",
        '"("',
        "行政 件",
        "没有的话",
        "行 政",
        "H5 h5",
        "",
    ]
)
"""Words that must all stand in a section, and phrases."""

others = st.sampled_from(
    [
        *("xzfy", "xingzh", "行政f", "ABC | xingzheng", "-行政", "行政 -H5", "行政 | fuyi"),
        *(
            "unit:件",
            "value>1000",
            "数值：10..500 | 行政",
            "bound:over 行政",
            "name:行政",
            "is:metric",
        ),
        *(r"/\d+/", r"/^\S|\S+/", "in:1", "in:1.1 -is:metric", "-in:1", "title:H5"),
    ]
)
queries = plain | others


def folded_places(text, word):
    """Where a word stands in a text: every place whose folded rest begins with it."""
    rest = [fold_needle(text[at:]) for at in range(len(text))]
    return [at for at, folded in enumerate(rest) if folded.startswith(word)]


def brute_force(document, query):
    """Every place where a word stands, in sections in which all of them do; in reading order."""
    tree = parse(query).tree
    words = {fold_needle(term.text) for term in terms(tree)} if tree else set()
    found = []
    for entry in document.outline:
        places = [
            {word: folded_places(text, word) for word in words} for text in entry.fields.values()
        ]
        if words and all(any(each[word] for each in places) for word in words):
            for field, each in zip(entry.fields, places, strict=True):
                starts = sorted({at for of_word in each.values() for at in of_word})
                found += [(field in CLOSING, entry.index, field, at) for at in starts]
    return [place[1:] for place in sorted(found, key=lambda place: place[0])]


def test_brute_force_sees_what_it_should():
    session = Session(BUNDLED)
    assert len(brute_force(session.document, "行政复议")) == 7
    assert brute_force(session.document, "没有的话") == []


@few
@given(report=reports, query=plain.filter(lambda query: len(set(query)) == len(query)))
@example(report=BUNDLED, query="行政")
@example(report=BUNDLED, query="行政 件")
def test_all_hits_are_found(report, query):
    session = Session(report)
    session.search(query)
    hits = session.found.matches.hits
    assert [hit[:3] for hit in hits] == brute_force(session.document, query)


@few
@given(report=reports, query=queries)
@example(report=BUNDLED, query="-行政")
def test_hits_come_in_reading_order(report, query):
    session = Session(report)
    session.search(query)
    positions = [
        session.found.position(number) for number in range(len(session.found.matches.hits))
    ]
    assert positions == sorted(positions)


@few
@given(report=reports, query=plain)
@example(report=BUNDLED, query="ｈ５")
def test_a_hit_is_one_of_the_words_as_printed(report, query):
    session = Session(report)
    session.search(query)
    words = (
        {fold_needle(term.text) for term in terms(session.found.query.tree)}
        if query.strip()
        else ()
    )
    for hit in session.found.matches.hits:
        printed = session.document.outline[hit.entry].fields[hit.field][hit.start : hit.end]
        assert any(word in fold_needle(printed) for word in words)


@few
@given(report=reports, query=queries)
@example(report=BUNDLED, query="行政")
def test_the_hits_of_a_section_are_those_in_it_and_below_it(report, query):
    session = Session(report)
    session.search(query)
    hits = session.found.matches.hits
    for entry in session.document.outline:
        within = sum(entry.index <= hit.entry < entry.end for hit in hits)
        assert session.found.count(entry.index) == within
    assert session.found.count(0) == len(hits)


@few
@given(report=reports, query=queries, share=st.floats(0, 1))
def test_the_first_hit_is_the_one_that_follows_the_place_of_before(report, query, share):
    session = Session(report)
    passages = len(session.document.passages)
    origin = Position(min(passages - 1, int(share * passages)))
    session.search(query, origin)
    hits = [*range(len(session.found.matches.hits))]
    hits = [number for number in hits if not session.found.matches.hits[number].sound] or hits
    if hits:
        following = [number for number in hits if session.found.position(number) >= origin]
        assert session.found.hit == min(following, default=hits[0])
        assert session.position == session.found.position(session.found.hit)
    else:
        assert session.found.hit is None
        assert session.position == origin


@few
@given(report=reports, query=queries, share=st.floats(0, 1))
@example(report=BUNDLED, query="行政复议", share=0.5)
def test_typing_letter_by_letter_leads_where_the_whole_word_leads(report, query, share):
    typing, pasting = Session(report), Session(report)
    origin = Position(int(share * (len(typing.document.passages) - 1)))
    typing.read(origin)
    pasting.read(origin)
    for end in range(1, len(query) + 1):
        typing.search(query[:end], origin)
    pasting.search(query, origin)
    assert (typing.found.hit, typing.mark) == (pasting.found.hit, pasting.mark)
    assert typing.found.matches == pasting.found.matches
    if query:
        assert typing.position == pasting.position


@few
@given(report=reports, query=queries)
@example(report=BUNDLED, query="行政")
def test_the_next_hit_goes_round_and_the_previous_one_goes_back(report, query):
    session = Session(report)
    session.search(query)
    total, first = len(session.found.matches.hits), session.found.hit
    if not total:
        assert not session.step_hit(1)
        assert not session.step_hit(-1)
        return
    passed = []
    for _ in range(total):
        assert session.step_hit(1)
        passed.append(session.found.hit)
    assert sorted(passed) == list(range(total))
    assert passed[-1] == first
    for expected in [*passed[:-1][::-1], first]:
        session.step_hit(-1)
        assert session.found.hit == expected


@few
@given(report=reports, query=queries)
@example(report=BUNDLED, query="行政")
def test_the_current_hit_is_marked(report, query):
    session = Session(report)
    session.search(query)
    for number, hit in enumerate(session.found.matches.hits):
        session.step_hit(number - session.found.hit)
        text = session.document.passages[session.mark.position.passage].text
        printed = session.document.outline[hit.entry].fields[hit.field][hit.start : hit.end]
        if not re.search(r"\s", printed):
            assert text[session.mark.position.offset : session.mark.end] == printed


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("\u3000\u3000甲乙", "in:1 /^./", ""),
        ("\u3000\u3000甲乙", "/^.../", "甲"),
        ("甲 \n乙丙", r"/\s\s./", "乙"),
    ],
)
def test_a_hit_in_white_space_that_is_not_shown_marks_nothing_else(text, query, marked):
    session = Session(Report(FORMAT, "a", "报告", sections=(Section("一、", text=text),)))
    session.search(query)
    shown = session.document.passages[session.mark.position.passage].text
    assert shown[session.mark.position.offset : session.mark.end] == marked


@few
@given(report=reports, query=queries, share=st.floats(0, 1))
@example(report=BUNDLED, query="行政", share=0.3)
def test_a_query_taken_back_leaves_everything_as_it_was(report, query, share):
    session = Session(report)
    session.read(Position(int(share * (len(session.document.passages) - 1))))
    place, entry = session.position, session.entry
    shown, rows = session.visible_entries(), session.table.rows
    session.search(query, place)
    session.clear_query(place)
    assert (session.position, session.entry) == (place, entry)
    assert session.visible_entries() == shown
    assert session.table.rows == rows
    assert not session.found.query
    assert session.found.matches.hits == ()
    assert session.mark is None


def test_a_query_let_go_leaves_the_reader_at_the_hit():
    session = Session(BUNDLED)
    session.search("行政复议")
    at = session.position
    session.clear_query()
    assert session.position == at
    assert session.mark is None


def test_width_and_case_make_no_difference():
    session = Session(BUNDLED)
    found = []
    for query in ("h5", "H5", "Ｈ５"):
        session.search(query)
        found.append(session.found.matches)
    assert len(found[0].hits) == 1
    assert found[1:] == found[:1] * 2


def test_all_words_stand_in_one_section():
    session = Session(BUNDLED)
    session.search("行政复议 化解争议")
    assert {hit.entry for hit in session.found.matches.hits} == {
        session.document.outline.find("1.6.2").index
    }


def test_the_table_follows_from_hit_to_hit():
    session = Session(BUNDLED)
    session.search("unit:件")
    names = []
    for _ in session.found.matches.hits:
        assert session.table.selected in session.document.metrics_at(
            session.mark.position, session.mark.end
        )
        names.append(session.table.selected)
        session.step_hit(1)
    assert len(set(names)) > 10
    session.clear_query()
    session.select(3)
    session.search("行政复议")
    session.clear_query()
    assert session.table.selected == 3
