from decimal import Decimal

from hypothesis import given, settings
from report_strategies import reports

from reporttui.report.model import FORMAT, Metric, Report, Section
from reporttui.report.outline import outline


def metric(name):
    return Metric(name, Decimal(1), quote="1件")


LEAF = Section("1.", "甲。", text="甲1件", metrics=(metric("a"), metric("b")))
REPORT = Report(
    FORMAT,
    "a",
    "报告",
    opening="开头",
    metrics=(metric("front"),),
    sections=(
        Section("一、", "部分", sections=(Section("(一)", "组", sections=(LEAF, LEAF)),)),
        Section("二、", "问题", text="丙", metrics=(metric("c"),)),
    ),
    signed="区政府",
)


def test_entries_stand_in_reading_order_with_their_paths_and_levels():
    assert [(entry.path, entry.level) for entry in outline(REPORT)] == [
        ("0", 0),
        ("1", 1),
        ("1.1", 2),
        ("1.1.1", 3),
        ("1.1.2", 3),
        ("2", 1),
    ]


def test_every_entry_knows_its_parent_and_what_is_below_it():
    entries = outline(REPORT)
    assert [entry.parent for entry in entries] == [-1, 0, 1, 2, 2, 0]
    assert [entry.end for entry in entries] == [6, 5, 5, 4, 5, 6]


def test_metrics_are_counted_with_those_below():
    assert [entry.metrics_total for entry in outline(REPORT)] == [6, 4, 4, 2, 2, 1]


def test_metrics_come_in_reading_order_with_their_place():
    found = [(entry.path, metric.name) for entry, metric in outline(REPORT).metrics()]
    assert found == [
        ("0", "front"),
        ("1.1.1", "a"),
        ("1.1.1", "b"),
        ("1.1.2", "a"),
        ("1.1.2", "b"),
        ("2", "c"),
    ]


def test_a_path_leads_to_its_entry():
    entries = outline(REPORT)
    assert [entries.find(entry.path) for entry in entries] == list(entries)
    assert entries.find("1.2") is entries.find("") is entries.find("1.1.1.") is None


def test_the_trail_is_what_stands_above_from_the_part_down():
    entries = outline(REPORT)
    assert [above.path for above in entries.trail(4)] == ["1", "1.1"]
    assert entries.trail(1) == entries.trail(0) == []


def test_fields_are_the_texts_that_there_are_in_reading_order():
    entries = outline(REPORT)
    assert entries[0].fields == {"title": "报告", "opening": "开头", "signed": "区政府"}
    assert list(entries[0].fields) == ["title", "opening", "signed"]
    assert entries[3].fields == {"title": "甲。", "text": "甲1件"}
    assert entries[1].fields == {"title": "部分"}


def test_a_label_is_number_and_title_without_closing_punctuation():
    assert [entry.label for entry in outline(REPORT)][1:4] == ["一、部分", "(一)组", "1.甲"]


def test_a_section_without_title_is_called_by_the_beginning_of_its_text():
    sections = (Section("一是", text="\n" + "甲" * 40 + "\n乙"), Section(text="丙\n丁"))
    labels = [entry.label for entry in outline(REPORT._replace(sections=sections))[1:]]
    assert labels == ["一是" + "甲" * 30, "丙"]


def test_a_report_without_sections_has_one_entry():
    (entry,) = outline(Report(FORMAT, "a", "报告"))
    assert (entry.path, entry.end, entry.parent, entry.metrics_total) == ("0", 1, -1, 0)


@settings(deadline=None)
@given(reports())
def test_the_outline_is_a_tree(report):
    entries = outline(report)
    for entry in entries[1:]:
        parent = entries[entry.parent]
        assert entries.find(entry.path) is entry
        assert parent.index < entry.index < entry.end <= parent.end
        assert entry.level == parent.level + 1 == len(entry.path.split("."))
        assert entry.path.rpartition(".")[0] in (parent.path, "")
