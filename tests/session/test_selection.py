from generated_reports import BUNDLED, reports
from hypothesis import given, settings
from hypothesis import strategies as st

from reporttui.report.model import FORMAT, Report, Section
from reporttui.session.changes import Change
from reporttui.session.document import Position
from reporttui.session.reading import Session
from reporttui.session.selection import next_sentence, sentence_around, sentences_of

few = settings(max_examples=100, deadline=None)
SMALL = Report(
    format=FORMAT,
    id="r",
    title="报告",
    sections=(
        Section(number="一、", title="工作", text="甲一。甲二。\n乙一。"),
        Section(number="二、", title="问题", text="丙一!丙二"),
    ),
)


def session_in(report, entry):
    session = Session(report)
    session.show(entry)
    return session


def texts(session):
    passages = session.document.passages
    return [passages[p].text[a:b] for p, a, b in session.selected_sentences()]


def test_a_selection_begins_with_the_sentence_where_the_reader_is():
    session = session_in(BUNDLED, 3)
    text = "开展区管干部学习"
    index = next(i for i, p in enumerate(session.document.passages) if text in p.text)
    session.read(Position(index, session.document.passages[index].text.index(text) + 20))
    assert session.begin_selection()
    [found] = texts(session)
    assert found.startswith(text)
    assert found.endswith("504人次。")


def test_it_goes_on_by_sentences_over_paragraphs_and_sections():
    session = session_in(SMALL, 1)
    session.begin_selection()
    assert texts(session) == ["一、工作"]
    for sentence in ("甲一。", "甲二。", "乙一。", "二、问题", "丙一!", "丙二"):
        session.extend_selection(1)
        assert texts(session)[-1] == sentence
    session.extend_selection(1)
    assert texts(session) == ["一、工作", "甲一。", "甲二。", "乙一。", "二、问题", "丙一!", "丙二"]


def test_it_shrinks_to_where_it_began_and_then_goes_the_other_way():
    session = session_in(SMALL, 2)
    session.begin_selection()
    session.extend_selection(2)
    session.extend_selection(-1)
    assert texts(session) == ["二、问题", "丙一!"]
    session.extend_selection(-3)
    assert texts(session) == ["甲二。", "乙一。", "二、问题"]
    session.extend_selection(-99)
    assert texts(session)[0] == "报告"


def test_the_reader_goes_where_it_ends():
    session = session_in(SMALL, 1)
    session.begin_selection()
    session.extend_selection(5)
    assert session.document.outline[session.entry].path == "2"


def test_the_opening_view_which_the_program_says_has_no_sentence():
    session = Session(BUNDLED)
    facts = [i for i, each in enumerate(session.document.passages) if each.kind == "fact"]
    session.read(Position(facts[0], 0))
    assert not session.begin_selection()
    assert session.selected_sentences() == []


def test_it_ends_when_it_is_ended_and_when_the_report_is_loaded_anew():
    session = session_in(SMALL, 1)
    for end in (session.end_selection, lambda: session.reload(SMALL)):
        session.begin_selection()
        end()
        assert session.selection is None


def test_those_who_watch_are_told_once_and_not_when_nothing_changes():
    session, told = session_in(SMALL, 1), []
    session.watch(lambda change: told.append(bool(change & Change.SELECTION)))
    session.begin_selection()
    session.extend_selection(1)
    session.end_selection()
    session.end_selection()
    assert sum(told) == 3


@few
@given(report=reports, entry=st.integers(0, 12), steps=st.lists(st.integers(-5, 5), max_size=4))
def test_it_is_always_whole_sentences_in_a_row_with_the_first_one_among_them(report, entry, steps):
    session = session_in(report, min(entry, len(Session(report).document.outline) - 1))
    if not session.begin_selection():
        return
    anchor = session.selection.anchor
    for step in steps:
        session.extend_selection(step)
        document, found = session.document, session.selected_sentences()
        every = [s for i in range(len(document.passages)) for s in sentences_of(document, i)]
        first = every.index(found[0])
        assert found == every[first : first + len(found)]
        assert anchor in (found[0], found[-1])


@few
@given(report=reports)
def test_the_next_sentence_and_back_is_where_one_was(report):
    document = Session(report).document
    here = sentence_around(document, Position())
    while here and (there := next_sentence(document, here, 1)):
        assert next_sentence(document, there, -1) == here
        here = there
