import csv
import json


def test_the_bundled_report_has_forty_sections_in_reading_order(run):
    rows = json.loads(run("outline", "--format", "json").out)
    assert len(rows) == 40
    levels = [row["level"] for row in rows]
    assert [levels.count(level) for level in (1, 2, 3)] == [3, 6 + 3 + 4, 24]
    assert [row["path"] for row in rows][:4] == ["1", "1.1", "1.1.1", "1.1.2"]
    paths = [tuple(map(int, row["path"].split("."))) for row in rows]
    assert paths == sorted(paths)


def test_a_row_says_path_level_number_title_and_counts(run):
    rows = json.loads(run("outline", "--format", "json").out)
    assert rows[1] == {
        "path": "1.1",
        "level": 2,
        "number": "(一)",
        "title": "突出政治引领,加强党对法治建设的全面领导",
        "metrics": 0,
        "metrics_total": 10,
    }


def test_totals_are_sums_of_the_counts_below(run):
    rows = json.loads(run("outline", "--format", "json").out)
    for row in rows:
        below = [r["metrics"] for r in rows if f"{r['path']}.".startswith(f"{row['path']}.")]
        assert row["metrics_total"] == sum(below)
    assert sum(row["metrics_total"] for row in rows if row["level"] == 1) == 84


def test_a_report_without_sections_has_no_rows(run, write):
    name = write("a.yaml", "format: 1\nid: a\ntitle: 报告\n")
    assert list(csv.DictReader(run("outline", name, "--format", "csv").lines)) == []


def test_figures_are_counted_where_nobody_has_named_a_metric(run, folder):
    (folder / "a.txt").write_text("工作报告\n\n一、情况\n\n办理案件125件，增长3.2%。\n")
    assert run("outline", "a.txt", "--format", "csv")[1].splitlines()[1] == "1,1,一、,情况,2,2"
