import pytest
from generated_reports import BUNDLED, reports
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reporttui.session.changes import Change
from reporttui.session.document import Position
from reporttui.session.reading import Session

few = settings(max_examples=100, deadline=None)


def entries_passed(session, step):
    passed = []
    while session.step_section(step):
        passed.append(session.entry)
    return passed


@few
@given(report=reports)
@example(report=BUNDLED)
def test_section_by_section_forward_and_back_passes_the_whole_report(report):
    session = Session(report)
    last = len(session.document.outline) - 1
    assert entries_passed(session, 1) == list(range(1, last + 1))
    assert session.position == session.document.start_of(last)
    assert entries_passed(session, -1) == list(range(last - 1, -1, -1))
    assert session.position == Position()


@few
@given(report=reports, chance=st.randoms(use_true_random=False))
@example(report=BUNDLED, chance=None)
def test_from_inside_a_section_the_previous_one_is_its_own_beginning(report, chance):
    session = Session(report)
    document = session.document
    for index, passage in enumerate(document.passages):
        offset = chance.randrange(len(passage.text)) if chance else len(passage.text) // 2
        session.read(Position(index, offset))
        entry, start = session.entry, document.start_of(session.entry)
        moved = session.step_section(-1)
        if Position(index, offset) > start:
            assert moved
            assert (session.entry, session.position) == (entry, start)
        else:
            assert session.entry == max(0, entry - 1)


@few
@given(
    report=reports,
    moves=st.lists(
        st.tuples(st.sampled_from(["go", "read", "back", "back", "forward"]), st.floats(0, 1)),
        max_size=30,
    ),
)
def test_back_and_forward_are_those_of_a_browser(report, moves):
    session = Session(report)
    places, here = [Position()], 0
    for move, share in moves:
        target = Position(int(share * (len(session.document.passages) - 1)))
        if move == "go":
            session.go(target)
            places[here + 1 :] = [target]
            here += 1
        elif move == "read":
            session.read(target)
            places[here] = target
        elif move == "back":
            assert session.back() == (here > 0)
            here = max(0, here - 1)
        else:
            assert session.forward() == (here < len(places) - 1)
            here = min(here + 1, len(places) - 1)
        assert session.position == places[here]
        assert session.entry == session.document.entry_at(places[here])


def test_every_kind_of_jump_can_be_taken_back():
    session = Session(BUNDLED)
    session.search("行政复议")
    for jump in (
        lambda: session.go(Position(30)),
        lambda: session.step_section(1),
        lambda: session.step_hit(1),
        lambda: session.go_to_metric(40),
    ):
        before = session.position
        jump()
        assert session.position != before
        assert session.back()
        assert session.position == before


def test_at_either_end_a_step_goes_nowhere_and_says_so():
    session = Session(BUNDLED)
    assert not session.step_section(-1)
    assert not session.back()
    assert not session.forward()
    assert session.position == Position()


@few
@given(report=reports)
@example(report=BUNDLED)
def test_the_outline_shows_each_section_at_its_beginning(report):
    session = Session(report)
    for entry in range(len(session.document.outline)):
        session.show(entry)
        assert (session.entry, session.position) == (entry, session.document.start_of(entry))
        assert session.jumped


def test_reading_on_does_not_ask_for_the_text_to_be_brought():
    session = Session(BUNDLED)
    session.read(Position(20, 3))
    assert not session.jumped
    session.show(5)
    assert session.jumped


@pytest.mark.parametrize(
    ("move", "change"),
    [
        (lambda session: session.read(Position(20)), Change.PLACE),
        (lambda session: session.show(5), Change.PLACE),
        (lambda session: session.step_section(1), Change.PLACE),
        (lambda session: session.search("没有的话"), Change.QUERY | Change.TABLE),
        (
            lambda session: session.search("行政"),
            Change.QUERY | Change.TABLE | Change.PLACE | Change.HIT,
        ),
        (lambda session: session.fold(1, True), Change.FOLDS),
        (lambda session: session.select(3), Change.METRIC),
        (lambda session: session.sort("value"), Change.TABLE),
        (lambda session: session.reverse(), Change.TABLE),
        (lambda session: session.group(), Change.TABLE),
        (lambda session: session.limit_to_section(), Change.TABLE),
        (lambda session: session.reload(BUNDLED), ~Change(0)),
    ],
)
def test_watchers_are_told_once_what_changed(move, change):
    session = Session(BUNDLED)
    told = []
    session.watch(told.append)
    move(session)
    assert told == [change]


def test_moving_into_another_section_changes_a_table_of_one_section_too():
    session = Session(BUNDLED)
    session.limit_to_section()
    told = []
    session.watch(told.append)
    session.show(4)
    assert told == [Change.PLACE | Change.TABLE]
