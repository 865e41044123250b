from decimal import Decimal
from pathlib import Path

from reporttui.analysis.wholes import wholes
from reporttui.report.building import load
from reporttui.report.model import FORMAT, Metric, Report, Section
from reporttui.report.outline import outline

BUNDLED = Path(__file__).parents[2] / "content" / "licheng-2024.yaml"


def metric(name, value, part_of="", **rest):
    return Metric(name, value and Decimal(value), quote="甲", part_of=part_of, **rest)


def named(*metrics):
    section = Section(title="甲", metrics=metrics[1:])
    report = Report(FORMAT, "a", "报告", metrics=metrics[:1], sections=(section,))
    return [
        (found.whole[1].name, [part.name for _, part in found.parts])
        for found in wholes(outline(report))
    ]


def test_the_wholes_of_the_bundled_report_come_with_the_largest_first():
    found = wholes(outline(load(BUNDLED.read_bytes()).report))
    assert [(whole.whole[1].value, len(whole.parts)) for whole in found] == [
        (12596, 3),
        (42, 1),
        (7, 2),
    ]
    assert [str(part.value) for _, part in found[0].parts] == ["11692", "900", "4"]
    assert {entry.path for entry, _ in found[0].parts} == {"1.4.4"}


def test_parts_stand_in_reading_order_below_their_whole_wherever_that_stands():
    assert named(metric("b", 2, "w"), metric("w", 9), metric("a", 1, "w")) == [("w", ["b", "a"])]


def test_equal_wholes_stand_in_reading_order():
    parts = [metric(f"p{name}", 1, name) for name in "xyz"]
    assert named(*parts, metric("z", 9), metric("y", 5), metric("x", 5)) == [
        ("z", ["pz"]),
        ("x", ["px"]),
        ("y", ["py"]),
    ]


def test_what_has_no_value_to_share_is_no_whole():
    assert named(metric("w", None, low=Decimal(1)), metric("a", 1, "w")) == []
    assert named(metric("w", 0), metric("a", 1, "w")) == []
    assert named(metric("w", 9), metric("a", None, "w", low=Decimal(1))) == []
    assert named(metric("w", 9, "w"), metric("a", 1, "x")) == []
