import pytest
from generated_reports import BUNDLED, reports
from hypothesis import given, settings
from hypothesis import strategies as st

from reporttui.report.model import FORMAT, Report, Section
from reporttui.session import taking
from reporttui.session.bookmarks import anchor
from reporttui.session.document import Position
from reporttui.session.reading import Session

DAY = "2026-11-25"


def place_of(session, text):
    passages = session.document.passages
    index = next(i for i, each in enumerate(passages) if text in each.text)
    return Position(index, passages[index].text.index(text))


def reading_at(text):
    session = Session(BUNDLED)
    session.read(place_of(session, text))
    return session


def test_a_section_is_cited_with_its_first_sentence_as_the_shell_does():
    document = Session(BUNDLED).document
    found = taking.section(document, document.outline.find("1.1.1").index)
    assert found.words.endswith("轮训区管干部504人次。")
    last = found.cited(BUNDLED, DAY).splitlines()[-1]
    assert last == f"1.1.1 1.深入学习贯彻党的二十届三中全会精神: “{found.words}”"


def test_the_report_as_a_whole_is_cited_without_a_section():
    found = taking.section(Session(BUNDLED).document, 0)
    assert found.words == BUNDLED.title
    assert len(found.cited(BUNDLED, DAY).splitlines()) == 1


def test_of_a_metric_the_citation_has_its_quote_and_its_words_are_its_sentence():
    session = Session(BUNDLED)
    found = taking.metric(session.document, 0)
    assert found.quote == "轮训区管干部504人次"
    assert found.words.startswith("开展区管干部")
    assert found.quote in found.cited(BUNDLED, DAY)
    assert found.target().kind == "metric"


def test_in_the_text_it_is_the_sentence_where_the_reader_is():
    found = taking.text(reading_at("培训超960人次"))
    assert found.words == found.quote == found.at.text
    assert found.words.startswith("开展党的二十届三中全会精神宣讲")
    assert found.entry.path == "1.1.1"
    assert found.target().exact == found.words


def test_a_heading_in_the_text_is_its_section():
    found = taking.text(reading_at("(二)优化营商环境"))
    assert found.target().kind == "section"
    assert found.entry.path == "1.2"
    assert found.words.startswith("(二)")


def test_a_bar_of_the_opening_view_is_its_metric_and_a_fact_is_the_report():
    session = Session(BUNDLED)
    kinds = [passage.kind for passage in session.document.passages]
    session.read(Position(kinds.index("bar")))
    assert taking.text(session).metric
    session.read(Position(kinds.index("fact")))
    assert taking.text(session) == taking.section(session.document, 0)


def test_what_is_selected_over_sections_is_cited_from_the_smallest_that_holds_it_all():
    session = reading_at("培训超960人次")
    session.begin_selection()
    session.extend_selection(2)
    found = taking.text(session)
    assert found.entry.path == "1.1"
    assert found.words.count("\n") == 1
    assert found.words.replace("\n", " ") == found.quote
    assert "␤" not in found.cited(BUNDLED, DAY)
    # A bookmark is on what of it stands in one place.
    assert found.at.entry.path == "1.1.1"
    assert found.words.startswith(found.at.text)


@pytest.mark.parametrize("number", ["一、", ""])
def test_a_section_that_is_nothing_but_a_number_or_a_text_can_be_taken(number):
    report = Report(
        format=FORMAT,
        id="r",
        title="报告",
        sections=(Section(number=number, text="" if number else "只有正文。"),),
    )
    session = Session(report)
    session.show(1)
    found = taking.text(session)
    assert found.words == (number or "只有正文。")
    assert anchor(session.document.outline, found.target()).entry == 1


@settings(max_examples=100, deadline=None)
@given(
    report=reports, passage=st.integers(0, 20), offset=st.integers(0, 60), steps=st.integers(-9, 9)
)
def test_whatever_is_taken_stands_where_it_says_and_can_be_cited(report, passage, offset, steps):
    session = Session(report)
    session.read(session.document.near(Position(), passage, offset))
    if session.begin_selection():
        session.extend_selection(steps)
    found = taking.text(session)
    assert found.words
    assert "\n" not in found.quote
    if found.at:
        assert found.entry.index <= found.at.entry.index < found.entry.end
        assert found.at.text
    target = found.target()
    if target:
        assert anchor(session.document.outline, target)
    assert found.cited(report, DAY)
