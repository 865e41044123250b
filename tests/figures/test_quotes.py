from decimal import Decimal
from pathlib import Path

import pytest

from reporttui.figures.places import occurrences, place
from reporttui.figures.quotes import agreement, said
from reporttui.report.building import load
from reporttui.report.model import FORMAT, Metric, Report, Section, Span
from reporttui.report.outline import outline

BUNDLED = Path(__file__).parents[2] / "content" / "licheng-2024.yaml"


def metric(quote, value=None, unit="件", bound="exact", **rest):
    value = None if value is None else Decimal(value)
    return Metric("案件", value=value, unit=unit, bound=bound, quote=quote, **rest)


def agrees(text, metric):
    """Tells whether the text bears out a metric whose quote stands in it once."""
    start = text.index(metric.quote)
    found = agreement(text, start, start + len(metric.quote), metric)
    return found.reading is not None and found.unit and found.bound


def entry(text, title="", *metrics):
    section = Section(title=title, text=text, metrics=metrics)
    return outline(Report(FORMAT, "a", "报告", sections=(section,)))[1]


@pytest.mark.parametrize(
    ("text", "quote", "value", "unit", "bound"),
    [
        ("办案12596件", "办案12596件", "12596", "件", "exact"),
        ("办案12,596件", "12,596件", "12596", "件", "exact"),
        ("办案１２５９６件", "１２５９６件", "12596", "件", "exact"),
        ("率95.20%", "95.20%", "95.2", "%", "exact"),
        ("回款115万余元", "115万余元", "1150000", "元", "over"),
        ("1万6千多户", "1万6千多户", "16000", "户", "over"),
        ("十余家", "十余家", "10", "家", "over"),
        ("增长百分之二十", "百分之二十", "20", "%", "exact"),
        ("八成群众", "八成", "80", "%", "exact"),
        ("20，300件", "20，300件", "20300", "件", "exact"),
        ("18、20和10件", "18、20和10件", "18", "件", "exact"),
        ("生产30标准台", "30标准台", "30", "标准台", "exact"),
        ("帮助24.2万失信主体", "24.2万失信主体", "242000", "", "exact"),
        ("案件7起,其中3起", "案件7起,其中3起", "3", "起", "exact"),
    ],
)
def test_a_quote_says_a_metric(text, quote, value, unit, bound):
    assert agrees(text, metric(quote, value, unit, bound))


@pytest.mark.parametrize(
    ("text", "quote", "value", "unit", "bound"),
    [
        # Another number.
        ("办案12596件", "12596件", "2596", "件", "exact"),
        ("办案12596件", "12596件", "125960", "件", "exact"),
        ("办案12596件", "12596件", "-12596", "件", "exact"),
        ("下降-3.2%", "-3.2%", "3.2", "%", "exact"),
        ("率95.20%", "95.20%", "95", "%", "exact"),
        ("率95.20%", "95.20%", "20", "%", "exact"),
        ("20，300件", "20，300件", "20", "件", "exact"),
        ("20，300件", "20，300件", "300", "件", "exact"),
        ("2万5", "2万5", "5", "", "exact"),
        ("三四十家", "三四十家", "40", "家", "exact"),
        ("十几家", "十几家", "10", "家", "exact"),
        ("三分之一", "三分之一", "3", "", "exact"),
        ("1万6千多户", "1万6千多户", "6000", "户", "over"),
        ("3万4000户", "3万4000户", "4000", "户", "exact"),
        ("3—5件", "3—5件", "3", "件", "exact"),
        ("3—5件", "3—5件", "5", "件", "exact"),
        ("H5作品", "H5作品", "5", "", "exact"),
        ("2025-01-21", "2025-01-21", "21", "", "exact"),
        ("8+4项", "8+4项", "4", "项", "exact"),
        # Another multiplier or unit.
        ("帮助24.2万失信主体", "24.2万失信主体", "24.2", "", "exact"),
        ("数据357条", "357条", "3570000", "条", "exact"),
        ("增长5%", "5%", "5", "", "exact"),
        ("提高5个百分点", "5个百分点", "5", "%", "exact"),
        ("提高5个百分点", "5个百分点", "5", "个", "exact"),
        ("培训960人次", "960人次", "960", "人", "exact"),
        ("联合5部门", "5部门", "5", "部", "exact"),
        ("5G基站", "5G基站", "5", "", "exact"),
        ("八成群众", "八成", "8", "成", "exact"),
        # Another bound.
        ("培训超960人次", "超960人次", "960", "人次", "exact"),
        ("培训960人次", "960人次", "960", "人次", "over"),
        ("培训近700人次", "近700人次", "700", "人次", "about"),
        ("十余家", "十余家", "10", "家", "exact"),
        # A quote that cuts its figure.
        ("办案12596件", "2596件", "2596", "件", "exact"),
        ("办案12596件", "办案12", "12", "", "exact"),
        ("回款115万余元", "回款115", "115", "", "exact"),
        ("培训超960人次", "960人次", "960", "人次", "exact"),
        ("培训960人次", "960人", "960", "人", "exact"),
        ("率95.20%", "20%", "20", "%", "exact"),
        ("率80%以上", "80%", "80", "%", "exact"),
        ("3—5件", "5件", "5", "件", "exact"),
    ],
)
def test_a_quote_does_not_say_a_metric(text, quote, value, unit, bound):
    assert not agrees(text, metric(quote, value, unit, bound))


def test_a_range_agrees_with_both_its_ends_and_nothing_less():
    assert agrees("3—5件", metric("3—5件", low=Decimal(3), high=Decimal(5)))
    assert not agrees("3—5件", metric("3—5件", low=Decimal(3)))
    assert not agrees("3—5件", metric("3—5件", high=Decimal(5)))
    assert not agrees("3—6件", metric("3—6件", low=Decimal(3), high=Decimal(5)))
    assert not agrees("3件", metric("3件", low=Decimal(3), high=Decimal(3)))


def test_of_two_figures_with_the_value_that_with_unit_and_bound_is_meant():
    text = "4项、超4件、4件"
    found = agreement(text, 0, len(text), metric(text, 4))
    assert text[found.reading.start : found.reading.end] == "4件"
    assert (found.unit, found.bound) == (True, True)


def test_what_differs_is_told():
    text = "培训超960人次"
    assert agreement(text, 0, 8, metric(text, 906)) == (None, False, False)
    found = agreement(text, 0, 9, metric(text, 960, unit="人", bound="over"))
    assert (found.unit, found.bound) == (False, True)
    found = agreement(text, 0, 9, metric(text, 960, unit="人次"))
    assert (found.unit, found.bound) == (True, False)


def test_figures_of_a_part_are_read_in_the_whole():
    text = "轮训504人次,培训超960人次"
    assert [found.value for found in said(text, 0, len(text))] == [504, 960]
    assert [found.value for found in said(text, 0, 7)] == [504]
    assert said(text, 3, 7) == said(text, 11, 16) == []


def test_a_quote_is_found_in_every_field_in_reading_order():
    fields = {"title": "3件", "text": "3件,13件"}
    assert occurrences(fields, "3件") == [
        Span("title", 0, 2),
        Span("text", 0, 2),
        Span("text", 4, 6),
    ]
    assert occurrences(fields, "4件") == []


def test_a_metric_has_its_place_and_its_figure_as_printed():
    found = place(entry("全区培训超960人次。"), metric("培训超960人次", 960, "人次", "over"))
    assert found == (Span("text", 2, 10), Span("text", 4, 10), "超960人次")


def test_at_says_which_occurrence_is_meant():
    here = entry("3件,又3件", "3件")
    assert place(here, metric("3件", 3)).quote == Span("title", 0, 2)
    assert place(here, metric("3件", 3, at=3)).quote == Span("text", 4, 6)
    assert place(here, metric("3件", 3, at=4)) is None


def test_a_quote_that_does_not_say_the_value_is_the_figure_as_a_whole():
    assert place(entry("办案3件"), metric("办案3件", 4)).printed == "办案3件"
    assert place(entry("办案"), metric("3件", 3)) is None


def test_every_metric_of_the_bundled_report_is_said_by_its_quote():
    metrics = list(outline(load(BUNDLED.read_bytes()).report).metrics())
    printed = [place(entry, metric).printed for entry, metric in metrics]
    assert printed[:4] == ["504人次", "14场次", "4场次", "超960人次"]
    assert printed[-3:] == ["283件", "约257.3万元", "约212.7万元"]
    for (where, metric), figure in zip(metrics, printed, strict=True):
        quote = place(where, metric).quote
        found = agreement(where.fields[quote.field], quote.start, quote.end, metric)
        assert (found.unit, found.bound) == (True, True), metric.name
        assert len(figure) < len(metric.quote) or figure == metric.quote
