import json

import pytest

from reporttui.report.building import load
from reporttui.report.outline import outline

SMALL = """\
format: 1
id: {id}
title: 关于案件的报告
addressee: "各位案件代表:"
opening: |
  甲案件。
sections:
- title: 案件
  text: |
    乙。办理案件1件,又办案件2件!丙。
disclosure: (案件主动公开)
"""


@pytest.fixture
def reports(write):
    for name in ("one", "two"):
        write(f"{name}.yaml", SMALL.format(id=name))
    return ["one.yaml", "two.yaml"]


def rows(result):
    return [json.loads(line) for line in result.out.splitlines()]


def test_a_row_is_a_hit_in_reading_order_with_its_sentence(run, reports):
    found = rows(run("search", "案件", "one.yaml", "--format", "jsonl"))
    assert [(row["path"], row["field"], row["start"], row["sentence"]) for row in found] == [
        ("0", "title", 2, "关于案件的报告"),
        ("0", "addressee", 2, "各位案件代表:"),
        ("0", "opening", 1, "甲案件。"),
        ("1", "title", 0, "案件"),
        ("1", "text", 4, "办理案件1件,又办案件2件!"),
        ("1", "text", 11, "办理案件1件,又办案件2件!"),
        ("0", "disclosure", 1, "(案件主动公开)"),
    ]
    assert list(found[0]) == ["report", "path", "field", "sentence", "start", "end", "matched"]


def test_offsets_are_code_points_into_the_field(run, bundled):
    entries = {entry.path: entry for entry in outline(load(bundled).report)}
    found = rows(run("search", "行政 复议", "--format", "jsonl"))
    assert len(found) > 5
    for row in found:
        text = entries[row["path"]].fields[row["field"]]
        assert text[row["start"] : row["end"]] == row["matched"]
        assert row["matched"] in ("行政", "复议")


def test_matched_is_as_printed_whatever_was_typed(run, write):
    name = write("a.yaml", "format: 1\nid: a\ntitle: ＡＩ智能\n")
    (row,) = rows(run("search", "ai", name, "--format", "jsonl"))
    assert row["matched"] == "ＡＩ"


def test_reports_are_searched_in_the_order_given(run, reports):
    found = rows(run("search", "乙", "two.yaml", "one.yaml", "--format", "jsonl"))
    assert [row["report"] for row in found] == ["two", "one"]


def test_without_a_report_the_bundled_one_is_searched(run):
    found = rows(run("search", "五星事项", "--format", "jsonl"))
    assert [row["report"] for row in found] == ["licheng-2024"]


def test_options_may_stand_between_query_and_reports(run, reports):
    spread = run("search", "--format", "csv", "乙", "one.yaml", "--lang", "zh", "two.yaml")
    assert spread == run("search", "乙", "one.yaml", "two.yaml", "--format", "csv")


@pytest.mark.parametrize("query", ["-件", "-2", "-x", "--件", "-"])
def test_a_query_may_begin_with_a_hyphen(run, write, query):
    title = f"办{query}"
    name = write("a.yaml", f'format: 1\nid: a\ntitle: "{title}"\n')
    for arguments in ([query, name], ["--", query, name], [query, "--lang", "en", name]):
        code, out, err = run("search", "--format=jsonl", *arguments)
        assert (code, err) == (0, "")
        assert json.loads(out)["matched"] == query


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_nothing_found_is_said_and_is_exit_1(run, lang):
    code, out, err = run("search", "并无\x1b此词", "--lang", lang, "--format", "jsonl")
    assert (code, out) == (1, "")
    assert "并无␛此词" in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("query", ["", " ", "\u3000"])
def test_an_empty_query_is_wrong_use(run, query):
    code, out, err = run("search", query)
    assert (code, out) == (2, "")
    assert "empty" in err


def test_one_unreadable_report_among_several_is_told_and_the_others_are_searched(run, reports):
    code, out, err = run("search", "乙", "one.yaml", "nope.yaml", "two.yaml", "--format", "jsonl")
    assert code == 1
    assert [row["report"] for row in map(json.loads, out.splitlines())] == ["one", "two"]
    assert err.startswith("nope.yaml: ")
    assert len(err.splitlines()) == 1


def test_a_lone_unreadable_report_is_exit_2(run, folder):
    code, out, err = run("search", "乙", "nope.yaml", "--format", "jsonl")
    assert (code, out, len(err.splitlines())) == (2, "", 1)
