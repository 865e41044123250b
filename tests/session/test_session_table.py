from decimal import Decimal

import pytest
from generated_reports import BUNDLED, reports
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_session_search import queries

from reporttui.report.model import BOUNDS
from reporttui.session.document import Position
from reporttui.session.reading import Session
from reporttui.session.table import COLUMNS

few = settings(max_examples=100, deadline=None)


def numbers(session):
    return [row.number for row in session.table.rows]


def value_of(row):
    metric = row.metric
    return next((v for v in (metric.value, metric.low, metric.high) if v is not None), None)


KEYS = {
    "name": lambda row: row.metric.name.encode("gb18030"),
    "value": lambda row: value_of(row) or Decimal(0),
    "unit": lambda row: row.metric.unit.encode("gb18030"),
    "bound": lambda row: BOUNDS.index(row.metric.bound),
    "section": lambda row: row.entry.index,
}


def test_at_first_all_metrics_stand_in_reading_order_and_the_first_is_selected():
    session = Session(BUNDLED)
    assert numbers(session) == list(range(84))
    assert session.table.selected == 0


@few
@given(report=reports, column=st.sampled_from(COLUMNS), turned=st.booleans())
@pytest.mark.parametrize("grouped", [False, True])
@example(report=BUNDLED, column="value", turned=False)
@example(report=BUNDLED, column="value", turned=True)
@example(report=BUNDLED, column="name", turned=True)
def test_every_column_sorts_both_ways(report, column, turned, grouped):
    session = Session(report)
    if grouped:
        session.group()
    if session.table.order.column != column:
        session.sort(column)
    if turned:
        session.reverse()
    rows, descending = session.table.rows, session.table.order.descending
    assert sorted(numbers(session)) == list(range(len(session.document.metrics)))
    units = [row.metric.unit for row in rows]
    for group in dict.fromkeys(units) if grouped else [None]:
        keys = [KEYS[column](row) for row in rows if group is None or row.metric.unit == group]
        assert keys == sorted(keys, reverse=descending)
    if grouped:
        assert units == sorted(units, key=lambda unit: unit.encode("gb18030"))


def test_values_are_compared_as_numbers_whatever_way_they_are_printed():
    session = Session(BUNDLED)
    session.sort("value")
    printed = [session.document.printed(number) for number in numbers(session)]
    assert printed.index("115万余元") < printed.index("1041项")
    assert printed.index("29.1万件") < printed.index("12596件")


def test_values_begin_with_the_largest_and_all_else_with_the_first():
    session = Session(BUNDLED)
    for column in COLUMNS[:4]:
        session.sort(column)
        assert session.table.order.descending == (column == "value")


def test_sorting_by_the_same_column_turns_the_order_round():
    session = Session(BUNDLED)
    session.sort("name")
    up = numbers(session)
    session.sort("name")
    assert [session.document.metrics[n][1].name for n in numbers(session)] == [
        session.document.metrics[n][1].name for n in up[::-1]
    ]
    session.sort("name")
    assert numbers(session) == up


def test_the_next_column_is_the_next_one_and_after_the_last_the_first():
    session = Session(BUNDLED)
    passed = []
    for _ in COLUMNS:
        session.sort()
        passed.append(session.table.order.column)
    assert passed == ["name", "value", "unit", "bound", "section"]


def test_names_are_sorted_by_their_pinyin():
    session = Session(BUNDLED)
    session.sort("name")
    names = [row.metric.name for row in session.table.rows]
    assert names.index("安全生产违法立案处罚") < names.index("党校法治专题讲座")
    assert names.index("党校法治专题讲座") < names.index("知识产权侵权案件")


@few
@given(report=reports, query=queries, share=st.floats(0, 1), scoped=st.booleans())
@example(report=BUNDLED, query="行政", share=0.6, scoped=True)
@example(report=BUNDLED, query="行政", share=0.6, scoped=False)
def test_rows_are_those_that_match_and_of_the_current_section_where_that_is_asked(
    report, query, share, scoped
):
    session = Session(report)
    if scoped:
        session.limit_to_section()
    session.search(query)
    session.read(Position(int(share * (len(session.document.passages) - 1))))
    outline, expected = session.document.outline, []
    for number, (entry, _metric) in enumerate(session.document.metrics):
        within = session.entry <= entry.index < outline[session.entry].end
        matches = not session.found.query or number in session.found.matches.metrics
        if matches and (within or not scoped):
            expected.append(number)
    assert numbers(session) == expected


@few
@given(report=reports, share=st.floats(0, 1))
@example(report=BUNDLED, share=0.5)
def test_a_row_in_view_is_selected_whatever_happens(report, share):
    session = Session(report)
    session.search("行政")
    for happening in (
        session.limit_to_section,
        lambda: session.show(int(share * (len(session.document.outline) - 1))),
        session.group,
        lambda: session.sort("value"),
        session.reverse,
        session.clear_query,
        lambda: session.search("没有的话"),
        session.limit_to_section,
        lambda: session.search("件"),
    ):
        happening()
        shown = numbers(session)
        assert session.table.selected in (shown or [None])


def test_the_selected_row_stays_selected_while_it_is_in_view():
    session = Session(BUNDLED)
    entry, metric = session.document.metrics[50]
    session.select(50)
    session.show(entry.index)
    session.limit_to_section()
    session.search(metric.name)
    session.clear_query()
    session.limit_to_section()
    assert session.table.selected == 50


def test_another_order_selects_its_first_row():
    session = Session(BUNDLED)
    for reorder in (lambda: session.sort("value"), session.reverse, session.group, session.sort):
        session.select(50)
        reorder()
        assert session.table.selected == session.table.rows[0].number


def test_a_query_finds_metrics_by_name_quote_and_unit():
    session = Session(BUNDLED)
    for query in ("知识产权侵权案件", "轮训区管干部504人次", "场次"):
        session.search(query)
        assert session.table.rows
        for row in session.table.rows:
            assert query in (row.metric.name + "\n" + row.metric.quote + "\n" + row.metric.unit)
