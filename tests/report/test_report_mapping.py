from hypothesis import given, settings
from report_strategies import reports

from reporttui.report.mapping import mapped
from reporttui.report.model import Report
from reporttui.report.outline import outline


@settings(deadline=None)
@given(reports())
def test_a_report_of_which_nothing_is_changed_is_the_same(report):
    assert mapped(report, lambda text: text) == report


@settings(deadline=None)
@given(reports())
def test_every_text_is_changed_and_nothing_else(report):
    changed = mapped(report, lambda text: "甲" * len(text))
    assert type(changed) is Report
    assert (changed.year, changed.format) == (report.year, report.format)
    for before, after in zip(outline(report), outline(changed), strict=True):
        assert (before.path, before.section.run_in) == (after.path, after.section.run_in)
        lengths = {field: len(text) for field, text in before.fields.items()}
        assert {field: len(text) for field, text in after.fields.items()} == lengths
        assert set("".join(after.fields.values())) <= {"甲"}
        for metric, other in zip(before.section.metrics, after.section.metrics, strict=True):
            assert (metric.value, metric.low, metric.high, metric.at) == (*other[1:4], other.at)
            assert set(other.name + other.unit + other.quote + other.part_of) <= {"甲"}
