from generated_reports import BUNDLED, reports
from hypothesis import given, settings
from hypothesis import strategies as st
from test_session_search import queries

from reporttui.report.model import Section
from reporttui.session.document import Position
from reporttui.session.reading import Session

few = settings(max_examples=100, deadline=None)


def reading_at(path, report=BUNDLED):
    session = Session(report)
    entry = session.document.outline.find(path)
    session.read(session.document.position(entry.index, "text", 40))
    return session


def with_part(number, part):
    parts = BUNDLED.sections
    return BUNDLED._replace(sections=(*parts[:number], part, *parts[number + 1 :]))


@few
@given(report=reports, share=st.floats(0, 1), query=queries)
def test_the_same_report_loaded_again_leaves_the_reader_where_they_were(report, share, query):
    session = Session(report)
    session.search(query)
    session.sort("value")
    session.group()
    session.limit_to_section()
    passage = int(share * (len(session.document.passages) - 1))
    session.read(Position(passage, len(session.document.passages[passage].text) // 2))
    place, entry, matches = session.position, session.entry, session.found.matches
    rows, selected = session.table.rows, session.table.selected
    names = [row.metric.name for row in rows]
    session.reload(report)
    assert (session.position, session.entry) == (place, entry)
    assert (session.found.query.source, session.found.matches) == (query, matches)
    assert session.table.rows == rows
    if len(set(names)) == len(names):
        assert session.table.selected == selected


def test_a_place_is_kept_when_something_is_added_before_it():
    session = reading_at("1.3.2")
    before = session.document.passages[session.position.passage].text
    part = BUNDLED.sections[0]
    first = part.sections[0]
    longer = first._replace(
        sections=(*first.sections, Section(title="新增", text="一段。\n又一段。"))
    )
    report = with_part(0, part._replace(sections=(longer, *part.sections[1:])))
    session.reload(report._replace(opening=BUNDLED.opening + "\n又一段开场白。"))
    assert session.document.passages[session.position.passage].text == before
    assert session.document.outline[session.entry].path == "1.3.2"
    assert session.position.offset > 0


def test_when_the_section_vanishes_the_nearest_one_above_it_is_shown():
    session = reading_at("1.3.2")
    part = BUNDLED.sections[0]
    third = part.sections[2]._replace(sections=())
    sections = (*part.sections[:2], third, *part.sections[3:])
    session.reload(with_part(0, part._replace(sections=sections)))
    assert session.document.outline[session.entry].path == "1.3"


@few
@given(before=reports, after=reports, share=st.floats(0, 1), query=queries)
def test_any_other_report_in_its_place_keeps_the_query_and_a_place_that_exists(
    before, after, share, query
):
    session = Session(before)
    session.search(query)
    for entry in range(1, len(session.document.outline), 2):
        session.fold(entry, True)
    session.read(Position(int(share * (len(session.document.passages) - 1))))
    session.reload(after)
    fresh = Session(after)
    fresh.search(query)
    document = session.document
    assert session.found.query.source == query
    assert session.found.matches == fresh.found.matches
    assert 0 <= session.position.passage < len(document.passages)
    assert session.position.offset < len(document.passages[session.position.passage].text)
    assert session.entry == document.entry_at(session.position)
    assert session.table.selected in ([row.number for row in session.table.rows] or [None])
    assert all(entry < len(document.outline) for entry in session.visible_entries())
    session.step_hit(1)
    session.back()


def test_the_selected_metric_stays_selected_when_others_come_before_it():
    session = Session(BUNDLED)
    name = session.document.metrics[40][1].name
    session.select(40)
    part = BUNDLED.sections[0]
    first = part.sections[0]._replace(sections=part.sections[0].sections[1:])
    session.reload(with_part(0, part._replace(sections=(first, *part.sections[1:]))))
    assert session.table.selected != 40
    assert session.document.metrics[session.table.selected][1].name == name


def test_folds_stay_with_their_sections():
    session = Session(BUNDLED)
    session.fold(session.document.outline.find("1.3").index, True)
    part = BUNDLED.sections[0]
    first = part.sections[0]._replace(sections=part.sections[0].sections[1:])
    session.reload(with_part(0, part._replace(sections=(first, *part.sections[1:]))))
    assert {session.document.outline[entry].path for entry in session.folded} == {"1.3"}


def test_where_one_has_been_can_still_be_gone_back_to():
    session = Session(BUNDLED)
    session.go(Position(30))
    session.reload(BUNDLED)
    assert session.back()
    assert session.position == Position()


@few
@given(before=reports, after=reports, moves=st.lists(st.floats(0, 1), max_size=6))
def test_after_another_report_one_can_go_back_and_forward_to_places_that_exist(
    before, after, moves
):
    session = Session(before)
    for share in moves:
        session.go(Position(int(share * (len(session.document.passages) - 1))))
    session.back()
    session.reload(after)
    for _ in range(2):
        while session.back():
            assert session.position.passage < len(session.document.passages)
        while session.forward():
            assert session.position.passage < len(session.document.passages)
