import json
from collections import Counter
from decimal import Decimal

import pytest

from reporttui.report.building import load
from reporttui.report.outline import outline

FIELDS = (
    *("path", "field", "name", "value", "low", "high", "unit", "bound", "kind", "period"),
    *("printed", "quote", "start", "end", "figure_start", "figure_end", "origin"),
)


@pytest.fixture
def rows(run):
    return json.loads(run("metrics", "--format", "json").out)


@pytest.fixture
def entries(bundled):
    return {entry.path: entry for entry in outline(load(bundled).report)}


def test_there_is_a_row_of_seventeen_fields_for_each_of_the_84_metrics(rows):
    assert len(rows) == 84
    assert all(tuple(row) == FIELDS for row in rows)
    assert {row["origin"] for row in rows} == {"curated"}


def test_offsets_point_at_the_quote_and_at_the_figure_in_it(rows, entries):
    for row in rows:
        text = entries[row["path"]].fields[row["field"]]
        assert text[row["start"] : row["end"]] == row["quote"]
        assert text[row["figure_start"] : row["figure_end"]] == row["printed"]
        assert row["printed"] in row["quote"]


def test_rows_come_in_reading_order(rows):
    places = [
        (tuple(map(int, row["path"].split("."))), row["field"] == "text", row["figure_start"])
        for row in rows
    ]
    assert places == sorted(places)


def test_printed_has_bound_word_number_and_unit(rows):
    printed = {row["name"]: row["printed"] for row in rows}
    assert printed["轮训区管干部"] == "504人次"
    assert printed["全会精神培训"] == "超960人次"


def test_values_are_decimal_strings_with_the_zeros_they_were_written_with(rows):
    assert all(row["value"] is None or str(Decimal(row["value"])) == row["value"] for row in rows)
    assert "504" in {row["value"] for row in rows}


def test_all_adds_the_figures_that_nobody_has_named(run):
    named = run("metrics", "--format", "csv").lines[1:]
    together = run("metrics", "--all", "--format", "csv").lines[1:]
    assert [line for line in together if line.endswith("curated")] == named
    added = [line for line in together if line.endswith("extracted")]
    assert len(added) == len(together) - len(named) > 0
    assert any(",三个," in line for line in added)


def test_a_report_that_names_none_gives_its_figures(run, write):
    text = """\
format: 1
id: a
title: A
opening: |
  全年受理案件63件,同比增长3.2%。
sections:
- title: B
  text: |
    组织培训十余次,参训超300人次。组织培训十余次。
"""
    rows = json.loads(run("metrics", write("a.yaml", text), "--format", "json").out)
    fields = ("path", "field", "name", "value", "unit", "bound", "kind", "printed", "quote")
    assert [tuple(row[field] for field in fields) for row in rows] == [
        ("0", "opening", "受理案件", "63", "件", "exact", "count", "63件", "全年受理案件63件"),
        ("0", "opening", "受理案件增长", "3.2", "%", "exact", "change", "3.2%", "同比增长3.2%"),
        ("1", "text", "组织培训", "10", "次", "over", "count", "十余次", "组织培训十余次"),
        ("1", "text", "组织培训参训", "300", "人次", "over", "count", "超300人次", "参训超300人次"),
        ("1", "text", "组织培训", "10", "次", "over", "count", "十余次", "组织培训十余次"),
    ]
    assert {row["origin"] for row in rows} == {"extracted"}
    starts = [row["figure_start"] for row in rows]
    assert starts == [6, 14, 4, 10, 21]


def test_the_table_shows_the_columns_that_a_person_reads(run):
    header = run("metrics").lines[0]
    assert header.split() == ["path", "name", "printed", "value", "unit", "bound", "kind"]


def test_metrics_in_any_order_in_the_file_come_out_in_reading_order(run, write):
    name = write(
        "a.yaml",
        """\
format: 1
id: a
title: 报告
metrics:
- {name: 末, value: 9, unit: 日, quote: 9日}
- {name: 首, value: 1, unit: 件, quote: 1件}
sections:
- title: 办2件
  text: |
    收3件,办4件。
  metrics:
  - {name: 四, value: 4, unit: 件, quote: 办4件}
  - {name: 三, value: 3, unit: 件, quote: 收3件}
  - {name: 二, value: 2, unit: 件, quote: 办2件}
opening: |
  共1件。
signed_date: 1月9日
""",
    )
    rows = json.loads(run("metrics", name, "--format", "json").out)
    assert "".join(row["name"] for row in rows) == "首二三四末"
    assert rows[-1]["field"] == "signed_date"


def test_a_quote_that_stands_nowhere_has_no_place(run, write):
    metric = "{name: 案件, value: 5, quote: 5件}"
    name = write("a.yaml", f"format: 1\nid: a\ntitle: 报告\nmetrics:\n- {metric}\n")
    (row,) = json.loads(run("metrics", name, "--format", "json").out)
    missing = ["field", "unit", "printed", "start", "end", "figure_start", "figure_end"]
    assert [row[field] for field in missing] == [None] * 7
    assert Counter(v is None for v in row.values())[True] == 10
