from decimal import Decimal

import pytest
from generated_reports import BUNDLED, reports
from hypothesis import example, given, settings

from reporttui.report.model import FORMAT, Metric, Report, Section
from reporttui.report.outline import CLOSING
from reporttui.session.document import Document, Position

few = settings(max_examples=100, deadline=None)


def fields(document):
    """Yield entry, field and text of all that a reader can be in, numbers included."""
    for entry in document.outline:
        number = {"number": entry.section.number} if entry.section.number else {}
        for field, text in {**number, **entry.fields}.items():
            yield entry.index, field, text


def is_layout(field, text, offset):
    """Whether a character only lays out: line breaks, and blanks at the ends of a paragraph."""
    if field not in ("text", "opening"):
        return False
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[start : None if end < 0 else end]
    head, tail = len(line) - len(line.lstrip()), len(line.rstrip())
    return not head <= offset - start < tail


def characters(document):
    for entry, field, text in fields(document):
        for offset in range(len(text)):
            yield entry, field, offset, is_layout(field, text, offset)


@few
@given(report=reports)
@example(report=BUNDLED)
def test_every_character_of_a_field_has_a_position_that_leads_back_to_it(report):
    document = Document(report)
    seen = set()
    for entry, field, offset, layout in characters(document):
        position = document.position(entry, field, offset)
        if not layout:
            assert document.field_at(position) == (entry, field, offset)
            assert position not in seen
            seen.add(position)
    of_fields = sum(len(piece.text) for each in document.passages for piece in each.pieces)
    assert len(seen) == of_fields


@few
@given(report=reports)
@example(report=BUNDLED)
def test_white_space_that_is_not_shown_has_a_position_in_its_own_section(report):
    document = Document(report)
    for entry, field, offset, layout in characters(document):
        if layout:
            position = document.position(entry, field, offset)
            passage = document.passages[position.passage]
            assert position.offset <= len(passage.text)
            if position.offset < len(passage.text):
                assert document.entry_at(position) == entry


@few
@given(report=reports)
@example(report=BUNDLED)
def test_a_position_shows_the_character_that_stands_in_the_field(report):
    document = Document(report)
    for entry, field, text in fields(document):
        for offset, char in enumerate(text):
            if not is_layout(field, text, offset):
                position = document.position(entry, field, offset)
                assert document.passages[position.passage].text[position.offset] == char


@few
@given(report=reports)
@example(report=BUNDLED)
def test_a_reader_is_in_the_section_whose_words_are_there(report):
    document = Document(report)
    last = len(document.outline) - 1
    for entry, field, offset, layout in characters(document):
        if not layout:
            expected = last if field in CLOSING else entry
            assert document.entry_at(document.position(entry, field, offset)) == expected


@few
@given(report=reports)
@example(report=BUNDLED)
def test_a_section_begins_where_a_reader_is_in_it(report):
    document = Document(report)
    starts = [document.start_of(entry.index) for entry in document.outline]
    assert [document.entry_at(start) for start in starts] == list(range(len(starts)))
    assert starts == sorted(starts)
    assert starts[0] == Position(0, 0)


@few
@given(report=reports)
@example(report=BUNDLED)
def test_progress_grows_from_nothing_to_all(report):
    document = Document(report)
    ends = [Position(index, len(each.text)) for index, each in enumerate(document.passages)]
    done = [document.progress(end) for end in ends]
    assert document.progress(Position()) == 0
    assert done == sorted(done)
    assert done[-1] == 1


@few
@given(report=reports)
@example(report=BUNDLED)
def test_what_the_program_says_itself_is_no_field(report):
    document = Document(report)
    for index, passage in enumerate(document.passages):
        if not passage.pieces:
            assert passage.kind in ("fact", "bar")
            assert document.field_at(Position(index, 0)) is None
            assert document.entry_at(Position(index, 0)) == 0


@few
@given(report=reports)
@example(report=BUNDLED)
def test_the_figures_of_a_passage_are_printed_where_they_are_said_to_be(report):
    document = Document(report)
    found = set()
    for index, passage in enumerate(document.passages):
        for number, start, end in document.metrics_in(index):
            assert passage.text[start:end] == document.printed(number)
            found.add(number)
    numbers = range(len(document.metrics))
    assert found == {number for number in numbers if document.place(number)}


def test_the_front_names_the_report_and_what_it_holds():
    document = Document(BUNDLED)
    facts = {each.label: each.text for each in document.passages if each.kind == "fact"}
    assert facts["Issuer"] == "泉州市鲤城区人民政府"
    assert facts["Document number"] == "泉鲤政文〔2025〕9号"
    assert facts["Published"] == "2025-02-17 11:23"
    assert facts["Holds"] == "40 sections, 84 metrics"


def test_the_largest_whole_stands_first_with_its_parts_as_bars():
    document = Document(BUNDLED)
    bars = [each for each in document.passages if each.kind == "bar"]
    assert [each.bar.figure for each in bars[:4]] == ["12596件", "11692件", "900件", "4件"]
    assert [each.bar.whole for each in bars[:4]] == [True, False, False, False]
    assert bars[0].bar.share == 1
    assert bars[1].bar.share == pytest.approx(11692 / 12596)
    assert [each.text for each in bars[1:4]] == ["行政检查", "行政处罚", "行政强制"]
    for each in bars:
        assert document.printed(each.metric) == each.bar.figure


def count(name, value, quote, part_of=""):
    return Metric(name=name, value=Decimal(value), unit="件", quote=quote, part_of=part_of)


def test_two_parts_of_one_name_have_a_bar_each():
    sections = (
        Section(
            title="上半年",
            text="办案10件,其中检查7件。",
            metrics=(count("办案", 10, "办案10件"), count("检查", 7, "检查7件", "办案")),
        ),
        Section(title="下半年", text="检查3件。", metrics=(count("检查", 3, "检查3件", "办案"),)),
    )
    document = Document(Report(format=FORMAT, id="twice", title="报告", sections=sections))
    bars = [each for each in document.passages if each.kind == "bar"]
    assert [(each.metric, each.bar.figure) for each in bars] == [
        (0, "10件"),
        (1, "7件"),
        (2, "3件"),
    ]


def test_a_value_that_is_printed_nowhere_is_shown_from_the_metric_nought_too():
    metrics = (
        Metric(name="无", value=Decimal(0), quote="不在文中"),
        Metric(name="自无", low=Decimal(0), high=Decimal(5), quote="不在文中"),
    )
    document = Document(Report(format=FORMAT, id="nought", title="报告", metrics=metrics))
    assert document.printed(0) == "0"
    assert document.printed(1) == "0–5"
