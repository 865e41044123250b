import csv
import io
import json

import pytest

METRICS_CSV = """\
path,field,name,value,low,high,unit,bound,kind,period,printed,quote,start,end,figure_start,\
figure_end,origin
0,opening,=1+1,12,,,件,exact,count,␦12月,１２件,１２件,3,6,3,6,curated
1,text,"=HYPERLINK(""http://x"",""培训"")",15000.00,,,人次,about,count,,约1.50万人次,\
约1.50万人次,7,15,7,15,curated
1,text,增长,5.0,,,%,exact,change,,5.0%,比上年增长5.0%,17,26,22,26,curated
1.1,text,办结,,3,5,个工作日,exact,duration,,3至5个工作日,3至5个工作日,0,7,0,7,curated
"""
OUTLINE = {
    "table": """\
path  level  number  title         metrics  metrics_total
1         1  一、    工作,"好"␦2J        2              3
1.1       2  一是                        1              1
""",
    "csv": """\
path,level,number,title,metrics,metrics_total
1,1,一、,"工作,""好""␦2J",2,3
1.1,2,一是,,1,1
""",
    "tsv": """\
path\tlevel\tnumber\ttitle\tmetrics\tmetrics_total
1\t1\t一、\t工作,"好"␦2J\t2\t3
1.1\t2\t一是\t\t1\t1
""",
    "json": r"""[
{"path": "1", "level": 1, "number": "一、", "title": "工作,\"好\"\u009b2J", "metrics": 2, "metrics_total": 3},
{"path": "1.1", "level": 2, "number": "一是", "title": null, "metrics": 1, "metrics_total": 1}
]
""",  # noqa: E501 - golden bytes
    "jsonl": r"""{"path": "1", "level": 1, "number": "一、", "title": "工作,\"好\"\u009b2J", "metrics": 2, "metrics_total": 3}
{"path": "1.1", "level": 2, "number": "一是", "title": null, "metrics": 1, "metrics_total": 1}
""",  # noqa: E501 - golden bytes
}


@pytest.mark.parametrize("form", OUTLINE)
def test_every_format_is_written_byte_for_byte(run, hostile, form):
    assert run("outline", hostile, "--format", form) == (0, OUTLINE[form], "")


def test_table_is_the_format_of_those_who_name_none(run, hostile):
    assert run("outline", hostile).out == OUTLINE["table"]


@pytest.mark.parametrize("form", OUTLINE)
def test_rows_are_the_same_in_every_language(run, hostile, form):
    assert run("outline", hostile, "--format", form, "--lang", "zh").out == OUTLINE[form]


def test_csv_has_decimals_as_written_nothing_for_what_is_missing_and_formulas_untouched(
    run, hostile
):
    assert run("metrics", hostile, "--format", "csv") == (0, METRICS_CSV, "")


def test_tsv_and_json_say_what_csv_says(run, hostile):
    rows = list(csv.DictReader(io.StringIO(METRICS_CSV)))
    lines = run("metrics", hostile, "--format", "tsv").lines
    fields, *values = (line.split("\t") for line in lines)
    assert [dict(zip(fields, row, strict=True)) for row in values] == rows
    for form in ("json", "jsonl"):
        out = run("metrics", hostile, "--format", form).out
        objects = json.loads(out) if form == "json" else map(json.loads, out.splitlines())
        said = [{key: "" if v is None else str(v) for key, v in row.items()} for row in objects]
        assert [{**row, "period": row["period"].replace("\u2066", "␦")} for row in said] == rows


def test_json_has_numbers_only_for_offsets_and_null_for_what_is_missing(run, hostile):
    row = json.loads(run("metrics", hostile, "--format", "json").out)[3]
    assert (row["value"], row["low"], row["high"], row["period"]) == (None, "3", "5", None)
    assert (row["start"], row["end"]) == (0, 7)


def test_json_holds_the_very_characters_of_the_report_and_keeps_chinese_readable(run, hostile):
    out = run("search", "培训", hostile, "--format", "jsonl").out
    assert json.loads(out)["sentence"] == "培训\x1b[31m约1.50万人次,\t比上年增长5.0%。"
    assert r"培训\u001b[31m约1.50万人次,\t比上年" in out


def test_json_escapes_characters_beyond_the_basic_plane_as_a_pair(run, write):
    name = write("a.yaml", 'format: 1\nid: a\ntitle: "案件\\U000E0041\\U0001F4D6"\n')
    out = run("search", "案件", name, "--format", "jsonl").out
    assert r"案件\udb40\udc41📖" in out
    assert json.loads(out)["sentence"] == "案件\U000e0041\U0001f4d6"


@pytest.mark.parametrize("form", OUTLINE)
@pytest.mark.parametrize("command", ["outline", "metrics", "search"])
def test_nothing_that_moves_a_terminal_is_written_in_any_format(run, hostile, command, form):
    query = ["次"] if command == "search" else []
    out = run(command, *query, hostile, "--format", form).out
    assert out.isprintable() or not [
        char for char in out if not char.isprintable() and char not in "\n\t"
    ]
    assert form == "tsv" or "\t" not in out


@pytest.mark.parametrize(
    ("form", "out"),
    [("table", ""), ("tsv", None), ("csv", None), ("json", "[]\n"), ("jsonl", "")],
)
def test_no_rows_are_an_empty_list_in_json_and_only_a_header_in_csv_and_tsv(run, form, out):
    said = run("search", "并无此词", "--format", form).out
    assert said == out if out is not None else said.startswith("report")
    assert len(said.splitlines()) <= 1


def test_a_table_is_as_wide_as_it_needs_to_be_in_a_pipe_whatever_columns_says(
    run, hostile, monkeypatch
):
    monkeypatch.setenv("COLUMNS", "20")
    assert run("outline", hostile).out == OUTLINE["table"]


@pytest.mark.parametrize("columns", [30, 48, 80, 120])
def test_a_table_fits_the_terminal_and_keeps_its_columns_aligned(run, columns):
    from reporttui.text.width import cell_len

    lines = run("metrics", columns=columns).lines
    assert len(lines) == 85
    assert max(map(cell_len, lines)) <= columns
    if columns >= 80:
        ends = {cell_len(line[: line.rindex("count") if "count" in line else 0]) for line in lines}
        assert len(ends - {0}) == 1


def test_the_longest_column_gives_way_first(run):
    header, first, *_ = run("search", "研讨班", columns=60).lines
    assert header.split() == ["report", "path", "matched", "sentence"]
    assert first.startswith("licheng-2024  1.1.1  研讨班")
    assert first.endswith("…")


def test_columns_are_aligned_for_terminals_that_draw_ambiguous_characters_wide(run, write):
    report = "format: 1\nid: a\ntitle: t\nsections:\n- {title: “甲”}\n- {title: 甲乙丙丁}\n"
    name = write("a.yaml", report)
    rows = {width: run("outline", name, "--ambiguous-width", width).lines for width in "12"}
    narrow, wide = (rows[width][1].partition("“甲”") for width in "12")
    assert narrow[0] == wide[0]
    assert len(narrow[2]) - len(wide[2]) == 2
