from pathlib import Path

import pytest

from reporttui.analysis.agreement import disagreements
from reporttui.report.building import load
from reporttui.report.nodes import locate
from reporttui.report.outline import outline
from reporttui.words.problems import sentences

BUNDLED = Path(__file__).parents[2] / "content" / "licheng-2024.yaml"
TEXT = "受理12596件,培训超960人次,又3件、3件,补贴3—5万元"
HEAD = f"format: 1\nid: a\ntitle: 报告\nopening: {TEXT}\nmetrics:\n"


def found_in(text):
    """Returns the code, the place and the values of each disagreement, with a sentence for each."""
    loaded = load(text.encode())
    found = list(disagreements(outline(loaded.report)))
    assert all(sentences(code, values) for _, code, values in found)
    return [
        (code, ":".join(map(str, locate(loaded.root, pointer))), values)
        for pointer, code, values in found
    ]


def metric(*lines, name="案件"):
    return f"- name: {name}\n" + "".join(f"  {line}\n" for line in lines)


def only(text):
    ((code, place, values),) = found_in(text)
    return code, place, values


def test_the_bundled_report_agrees_with_itself():
    assert found_in(BUNDLED.read_text(encoding="utf-8")) == []


def test_a_quote_that_stands_nowhere():
    code, place, values = only(HEAD + metric("value: 3", "unit: 件", "quote: 共3件"))
    assert (code, place, values) == ("quote-missing", "9:10", {"quote": "共3件"})


def test_a_quote_that_stands_there_twice_without_at():
    code, place, values = only(HEAD + metric("value: 3", "unit: 件", "quote: 3件"))
    assert (code, place) == ("quote-ambiguous", "9:10")
    assert values == {"quote": "3件", "times": 2}


def test_an_occurrence_that_is_not_there():
    code, place, values = only(HEAD + metric("value: 3", "unit: 件", "quote: 3件", "at: 3"))
    assert (code, place, values) == ("at-beyond", "10:7", {"at": 3, "times": 2})


def test_an_occurrence_that_is_there_is_fine():
    assert found_in(HEAD + metric("value: 3", "unit: 件", "quote: 3件", "at: 2")) == []


def test_a_value_that_the_quote_does_not_say():
    code, place, values = only(HEAD + metric("value: 2596", "unit: 件", "quote: 受理12596件"))
    assert (code, place) == ("quote-no-value", "7:10")
    assert values == {"quote": "受理12596件", "value": "2596", "says": "12596 件"}


def test_a_quote_that_cuts_its_figure_says_nothing():
    code, _, values = only(HEAD + metric("value: 2596", "unit: 件", "quote: 2596件"))
    assert (code, values["says"]) == ("quote-no-value", "")


def test_all_figures_that_a_quote_says_are_told():
    quote = "quote: 受理12596件,培训超960人次"
    assert only(HEAD + metric("value: 1", "unit: 件", quote))[2]["says"] == "12596 件, 960 人次"


@pytest.mark.parametrize(
    ("ends", "place", "value"),
    [
        (("low: 30000", "high: 60000"), "7:8", "30000–60000"),
        (("low: 30000",), "7:8", "30000–"),
        (("high: 50000",), "7:9", "–50000"),
        (("value: 30000",), "7:10", "30000"),
    ],
)
def test_a_range_that_the_quote_does_not_say(ends, place, value):
    code, at, values = only(HEAD + metric(*ends, "unit: 元", "quote: 补贴3—5万元"))
    assert (code, at) == ("quote-no-value", place)
    assert (values["value"], values["says"]) == (value, "30000–50000 元")


def test_a_range_that_the_quote_says_is_fine():
    text = metric("low: 30000", "high: 50000", "unit: 元", "quote: 补贴3—5万元")
    assert found_in(HEAD + text) == []


def test_another_unit():
    code, place, values = only(HEAD + metric("value: 12596", "unit: 起", "quote: 受理12596件"))
    assert (code, place) == ("quote-other-unit", "8:9")
    assert values == {"quote": "受理12596件", "unit": "起", "says": "件"}


def test_a_missing_unit_is_told_where_the_metric_begins():
    code, place, values = only(HEAD + metric("value: 12596", "quote: 受理12596件"))
    assert (code, place, values["unit"]) == ("quote-other-unit", "6:3", "")


def test_another_bound():
    text = metric("value: 960", "bound: about", "unit: 人次", "quote: 培训超960人次")
    code, place, values = only(HEAD + text)
    assert (code, place) == ("quote-other-bound", "8:10")
    assert values == {"quote": "培训超960人次", "bound": "about", "says": "over"}


def test_a_missing_bound_is_told_where_the_metric_begins():
    code, place, _ = only(HEAD + metric("value: 960", "unit: 人次", "quote: 培训超960人次"))
    assert (code, place) == ("quote-other-bound", "6:3")


CASES = metric("value: 12596", "unit: 件", "quote: 受理12596件")
TRAINED = ("value: 960", "bound: over", "unit: 人次", "quote: 培训超960人次")
THREE = ("value: 3", "unit: 件", "quote: 3件", "at: 1")


def test_a_part_of_a_whole_is_fine():
    assert found_in(HEAD + CASES + metric(*THREE, "part_of: 案件", name="检查")) == []


def test_a_part_of_a_metric_that_is_not_there():
    code, place, values = only(HEAD + CASES + metric(*THREE, "part_of: 案件数", name="检查"))
    assert (code, place) == ("part-of-unknown", "15:12")
    assert values == {"name": "案件数", "nearest": "案件"}


def test_a_part_of_itself():
    code, place, values = only(HEAD + metric(*THREE, "part_of: 检查", name="检查"))
    assert (code, place, values) == ("part-of-itself", "11:12", {"name": "检查"})


def test_a_part_of_one_of_two():
    code, place, values = only(HEAD + CASES * 2 + metric(*THREE, "part_of: 案件", name="检查"))
    assert (code, place, values) == ("part-of-ambiguous", "19:12", {"name": "案件", "times": 2})


def test_parts_that_go_in_a_circle_but_not_what_only_leads_to_it():
    text = HEAD + "".join(
        metric(*THREE, f"part_of: {whole}", name=name)
        for name, whole in [("甲", "乙"), ("乙", "丙"), ("丙", "乙"), ("丁", "甲")]
    )
    assert [(code, place) for code, place, _ in found_in(text)] == [
        ("part-of-circle", "17:12"),
        ("part-of-circle", "23:12"),
    ]


def test_a_part_in_another_unit():
    code, place, values = only(HEAD + CASES + metric(*TRAINED, "part_of: 案件", name="培训"))
    assert (code, place) == ("part-of-other-unit", "15:12")
    assert values == {"name": "案件", "unit": "人次", "whole_unit": "件"}


def test_a_metric_of_a_section_is_pointed_at_through_all_above_it():
    text = (
        "format: 1\nid: a\ntitle: 报告\nsections:\n- title: 甲\n- title: 乙\n  sections:\n"
        "  - title: 丙\n  - title: 检查3件\n    metrics:\n"
        "    - name: 检查\n      value: 3\n      unit: 件\n      quote: 检查3件\n"
        "    - name: 又\n      value: 4\n      quote: 检查3件\n"
    )
    loaded = load(text.encode())
    (found,) = disagreements(outline(loaded.report))
    assert found.pointer == ("sections", 1, "sections", 1, "metrics", 1, "value")
    assert locate(loaded.root, found.pointer) == (16, 14)


def test_disagreements_come_in_reading_order():
    text = HEAD + metric("value: 4", "quote: 受理12596件", "part_of: 无", name="甲")
    text += metric("value: 5", "unit: 件", "quote: 无5件", name="乙")
    assert [code for code, _, _ in found_in(text)] == [
        "quote-no-value",
        "part-of-unknown",
        "quote-missing",
    ]
