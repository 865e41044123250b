import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from reporttui.figures.naming import with_figures
from reporttui.report.building import load
from reporttui.report.model import BOUNDS
from reporttui.report.outline import outline
from reporttui.report.writing import dump
from reporttui.text.safe import visible
from reporttui.writers.formats import FORMATS, Options, format_of, written
from reporttui.writers.view import view_of_metrics

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "docs" / "report.json-schema"


@pytest.fixture
def valid():
    validator = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))

    def valid(data):
        found = json.loads(data)
        assert [error.message for error in validator.iter_errors(found)] == []
        return found

    return valid


@pytest.mark.parametrize("name", ["txt", "md", "html", "csv", "json"])
def test_nothing_that_moves_a_terminal_is_written(export, hostile, name):
    text = export(hostile, name).decode()
    assert visible(text) == text


def test_yaml_is_the_report_as_it_is(export, bundled, hostile):
    for report in (bundled, hostile):
        data = export(report, "yaml")
        assert data == dump(report).encode()
        assert load(data).report == report


def test_a_section_as_yaml_is_a_report_of_its_own(export, bundled):
    entry = outline(bundled).find("1.2")
    kept = load(export(bundled, "yaml", range(entry.index, entry.end))).report
    assert kept.sections == (entry.section,)
    assert (kept.title, kept.document_number) == (bundled.title, bundled.document_number)
    assert (kept.opening, kept.metrics, kept.signed) == ("", (), "")


def test_what_stands_outside_as_yaml_has_no_sections(export, bundled):
    kept = load(export(bundled, "yaml", range(1))).report
    assert kept == bundled._replace(sections=())


def test_a_part_whose_whole_is_left_out_is_a_part_no_more(export, hostile):
    entry = outline(hostile).find("1.1")
    kept = load(export(hostile, "yaml", range(entry.index, entry.end))).report
    assert [metric.part_of for metric in kept.sections[0].metrics] == [""]


def test_json_satisfies_the_published_schema(export, valid, bundled, hostile):
    for report in (bundled, hostile):
        entries = outline(report)
        for shown in (None, range(1), range(2, 4), range(len(entries) - 1, len(entries))):
            valid(export(report, "json", shown))


def test_the_schema_refuses_what_it_does_not_describe(export, bundled):
    validator = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    good = json.loads(export(bundled, "json"))
    metric = good["metrics"][0]
    for bad in (
        {**good, "version": 2},
        {**good, "more": 1},
        {**good, "metrics": [{**metric, "value": 504}]},
        {**good, "metrics": [{**metric, "bound": "="}]},
        {**good, "sections": [{**good["sections"][0], "path": "01"}]},
    ):
        assert not validator.is_valid(bad)
    assert {metric["bound"] for metric in good["metrics"]} <= set(BOUNDS)


def test_json_holds_the_very_characters_and_spans_point_at_them(export, valid, hostile):
    found = valid(export(hostile, "json"))
    assert found["report"]["title"] == hostile.title
    texts = {("0", "opening"): found["report"]["opening"]}
    for part in found["sections"]:
        texts |= {(s["path"], "text"): s["text"] for s in (part, *part["sections"])}
    placed = [metric for metric in found["metrics"] if metric["field"]]
    assert len(placed) == 5
    for metric in placed:
        text = texts[metric["path"], metric["field"]]
        assert text[metric["start"] : metric["end"]] == metric["quote"]
        assert text[metric["figure_start"] : metric["figure_end"]] == metric["printed"]
    assert found["metrics"][-1]["part_of"] == "无处"


def test_metrics_in_view_come_with_the_sections_in_which_they_stand(valid, bundled):
    seen = view_of_metrics(bundled, [9, 0])
    found = valid(written(seen, FORMATS["json"], Options()))
    names = [metric.name for _, metric in outline(bundled).metrics()]
    assert [metric["name"] for metric in found["metrics"]] == [names[9], names[0]]
    paths = sorted({metric["path"] for metric in found["metrics"]})
    assert [section["path"] for section in found["sections"]] == paths
    text = written(seen, FORMATS["txt"], Options()).decode().splitlines()
    assert len(text) == len(paths)
    table = written(seen, FORMATS["csv"], Options()).decode().splitlines()
    assert len(table) == 1 + 2


def test_figures_that_nobody_has_named_can_be_in_view_too(bundled):
    count = sum(1 for _ in outline(with_figures(bundled)[0]).metrics())
    every = view_of_metrics(bundled, range(count), all_figures=True)
    assert "extracted" in {one.row.origin for one in every.metrics}


def test_markdown_escapes_what_would_be_markup(export, hostile):
    text = export(hostile, "md").decode()
    assert r"\# 总数为１２件,\*其中\*\`甲\`\_乙\_\[丙\](http://x.example)\|丁\<img" in text
    assert r"1\. 一项。" in text
    assert "<" not in text.replace(r"\<", "")


def test_the_table_in_markdown_has_six_cells_in_every_row(export, hostile):
    lines = export(hostile, "md").decode().splitlines()
    rows = [line.replace(r"\|", "") for line in lines if line.startswith("| ")]
    assert len(rows) == 2 + 6
    assert {row.count("|") for row in rows} == {7}


@pytest.mark.parametrize(
    ("path", "name"),
    [("a.md", "md"), ("a.b/c.HTM", "html"), ("/x/报告.yml", "yaml"), ("a.xls", None), ("md", None)],
)
def test_an_extension_tells_the_format(path, name):
    found = format_of(path)
    assert (found and found.name) == name


def test_the_published_schema_is_that_of_the_code():
    import importlib.util

    script = ROOT / "scripts" / "export_schema.py"
    spec = importlib.util.spec_from_file_location("export_schema", script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == module.schema()
    assert module.main(["--check"]) == 0
    Draft202012Validator.check_schema(module.schema())
