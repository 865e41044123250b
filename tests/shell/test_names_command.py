import csv
import json


def rows(run, *arguments):
    return json.loads(run("names", *arguments, "--format", "json").out)


def test_a_row_says_name_kind_count_and_the_paths_of_its_sections(run):
    found = {row["name"]: row for row in rows(run)}
    assert found["全速办"] == {
        "name": "全速办",
        "kind": "programme",
        "count": 2,
        "paths": ["1.2.2", "3.3"],
    }
    assert {row["kind"] for row in found.values()} == {"document", "programme", "body", "place"}


def test_names_come_in_reading_order_each_once(run):
    names = [row["name"] for row in rows(run)]
    assert len(set(names)) == len(names)
    assert names.index("凤姐工作室") < names.index("视频办") < names.index("无证明城市")


def test_paths_are_joined_where_a_cell_holds_text(run):
    found = csv.DictReader(run("names", "--format", "csv").lines)
    assert next(row for row in found if row["name"] == "区政府")["paths"] == "1.1.2|1.1.3"
    table = next(line for line in run("names").lines if line.startswith("全速办"))
    assert table.split() == ["全速办", "programme", "2", "1.2.2|3.3"]


def test_a_file_is_read_and_front_matter_has_the_path_zero(run, write):
    name = write("a.yaml", "format: 1\nid: a\ntitle: 关于《预算法》的报告\n")
    result = run("names", name, "--format", "json")
    assert result.code == 0
    assert json.loads(result.out) == [
        {"name": "预算法", "kind": "document", "count": 1, "paths": ["0"]}
    ]


def test_a_report_without_names_fails_in_silence(run, write):
    result = run("names", write("a.yaml", "format: 1\nid: a\ntitle: 报告\n"))
    assert (result.code, result.out, result.err) == (1, "", "")
