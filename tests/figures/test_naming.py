"""Figures of the prose as metrics, each of which stands where it was found."""

from hypothesis import given, settings
from hypothesis import strategies as st
from test_extraction import words

from reporttui.figures.extraction import extract
from reporttui.figures.naming import with_figures
from reporttui.figures.places import place
from reporttui.library.opening import open_report
from reporttui.report.model import FORMAT, Report, Section
from reporttui.report.outline import outline

BUNDLED = open_report(None, None).report


def without_metrics(section):
    return section._replace(metrics=(), sections=tuple(map(without_metrics, section.sections)))


def test_a_report_with_all_its_figures_named_gains_only_those_in_chinese_numerals():
    _, added = with_figures(BUNDLED)
    assert sorted(metric.quote for metric in added) == ["服务四项", "注销三个"]


def test_without_names_every_figure_is_found_where_it_was_named_before():
    report, added = with_figures(without_metrics(BUNDLED))
    spans = {
        (entry.path, place(entry, metric).figure) for entry, metric in outline(report).metrics()
    }
    named = {
        (entry.path, place(entry, metric).figure) for entry, metric in outline(BUNDLED).metrics()
    }
    assert named <= spans
    assert len(added) == len(spans) == len(named) + 2


texts = st.lists(words, min_size=1, max_size=20).map("".join).map(str.strip).filter(bool)


@settings(max_examples=100)
@given(texts, texts)
def test_every_metric_says_its_figure_and_stands_at_it(title, text):
    section = Section(title=title.replace("\n", ""), text=text)
    report, _ = with_figures(Report(format=FORMAT, id="a", title="A", sections=(section,)))
    entry = outline(report)[1]
    figures = [(field, each) for field, prose in entry.fields.items() for each in extract(prose)[0]]
    assert len(figures) == len(entry.section.metrics)
    for metric, (field, figure) in zip(entry.section.metrics, figures, strict=True):
        found = place(entry, metric)
        assert metric.name
        assert (metric.value, metric.low, metric.high) == (figure.value, figure.low, figure.high)
        assert found.quote.field == field
        assert found.quote.start <= figure.start < found.quote.end == figure.end
