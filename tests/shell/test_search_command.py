import json

import pytest

from reporttui.report.building import load
from reporttui.report.outline import outline
from reporttui.text.safe import escaped
from reporttui.text.width import cell_len

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


@pytest.mark.parametrize("query", ["-乙 title:案件", "-2 title:案件", "-x", "--案件", "-“乙”"])
def test_a_query_may_begin_with_a_hyphen(run, reports, query):
    (row, *_) = rows(run("search", query, "one.yaml", "--format", "jsonl"))
    assert row["path"] == "0"
    expected = run("search", "--", f"({query})", "one.yaml")
    assert expected.code == 0
    for arguments in (
        [query, "one.yaml"],
        ["--", query, "one.yaml"],
        [query, "--lang", "en", "one.yaml"],
    ):
        assert run("search", *arguments) == expected


def test_signs_between_quotes_are_looked_for_as_they_stand(run, write):
    name = write("a.yaml", 'format: 1\nid: a\ntitle: "办-x|(件)"\n')
    for query in ('"-x|("', "“-x|(”", "「-x|(」", "/-x[|][(]/"):
        (row,) = rows(run("search", query, name, "--format", "jsonl"))
        assert row["matched"] == "-x|("


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


METRICS = """\
format: 1
id: metrics
title: 关于复议的报告
sections:
- title: 复议
  text: |
    办理复议案件28件,办结率95%。
    投资超25万元。
  metrics:
  - name: 复议案件
    value: 28
    unit: 件
    quote: 复议案件28件
  - name: 办结率
    value: 95
    unit: "%"
    kind: ratio
    quote: 办结率95%
  - name: 投资
    value: 250000
    unit: 元
    bound: over
    kind: amount
    quote: 投资超25万元
- title: 培训
  text: |
    无。
"""


@pytest.fixture
def metrics(write):
    return write("metrics.yaml", METRICS)


@pytest.mark.parametrize(
    ("query", "matched"),
    [
        ("fuyi", "复议 复议 复议"),
        ("复议an", "复议案"),
        ("复议 -title:报告", "复议 复议"),
        ("in:1 办", "办 办"),
        ("title:peix", "培训"),
        ("title:复议 is:metric", "28件 95% 超25万元"),
        ("unit:件 | 单位：％", "28件 95%"),
        ("value>=20万", "超25万元"),
        ("数值：20..100 bound:exact", "28件 95%"),
        ("类型:比率", "95%"),
        ("name:案", "28件"),
        ("is:metric 投资", "投资 超25万元"),
        (r"/\d+件/", "28件"),
        ("in:2", ""),
    ],
)
def test_the_query_language_is_that_of_the_reading_room(run, metrics, query, matched):
    found = rows(run("search", query, metrics, "--format", "jsonl"))
    assert [row["matched"] or "" for row in found] == matched.split(" ")


def test_a_section_that_matches_as_a_whole_is_a_row_at_its_beginning(run, metrics):
    (row,) = rows(run("search", "in:2", metrics, "--format", "jsonl"))
    assert row == {
        **{"report": "metrics", "path": "2", "field": "title", "sentence": "培训"},
        **{"start": 0, "end": 0, "matched": None},
    }


def test_context_stands_in_columns_of_its_own(run, metrics):
    found = rows(run("search", "28件", metrics, "--context", "--format", "jsonl"))
    plain = rows(run("search", "28件", metrics, "--format", "jsonl"))
    assert found == [{**plain[0], "before": "办理复议案件", "after": ",办结率95%。"}]


@pytest.mark.parametrize(
    "words", [["--context", "2"], ["--context=2"], ["--context", "2", "--format", "jsonl"]]
)
def test_context_takes_a_number(run, metrics, words):
    (row,) = rows(run("search", "28件", metrics, "--format", "jsonl", *words))
    assert (row["before"], row["after"]) == ("案件", ",办")
    (row,) = rows(run("search", *words, "28件", metrics, "--format", "jsonl"))
    assert (row["before"], row["after"]) == ("案件", ",办")


def test_context_that_is_no_number_is_wrong_use(run, metrics):
    code, out, err = run("search", "28件", metrics, "--context=x")
    assert (code, out) == (2, "")
    assert "--context" in err


def test_context_is_of_the_same_paragraph_and_not_too_long(run, write):
    text = "甲" * 60 + "乙" + "丙" * 60
    name = write("a.yaml", f"format: 1\nid: a\ntitle: 丁\nopening: |\n  前\n  戊己庚\n  {text}\n")
    for query, context in {
        "乙": ("甲" * 40, "丙" * 40),
        "己": ("戊", "庚"),
        "戊己庚": ("", ""),
    }.items():
        (row,) = rows(run("search", query, name, "--context", "--format", "jsonl"))
        assert (row["before"], row["after"]) == context
    (row,) = rows(run("search", "甲乙丙丙", name, "--context", "--format", "jsonl"))
    assert (row["before"], row["after"]) == ("甲" * 40, "丙" * 40)


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "jsonl"])
@pytest.mark.parametrize("options", [[], ["--context"]])
def test_hits_are_written_in_every_format(run, metrics, form, options):
    code, out, err = run("search", "复议 | in:2", metrics, "--format", form, *options)
    assert (code, err) == (0, "")
    assert out.count("28件") >= 1
    assert len(out.splitlines()) == {"jsonl": 4, "json": 6}.get(form, 5)


def test_a_table_with_context_has_the_hits_below_each_other(run, metrics):
    head, *lines = run("search", "fuyi", metrics, "--context").lines
    assert head.split() == ["report", "path", "before", "matched", "after"]
    places = [cell_len(line[: line.index("复议")]) for line in lines[:1] + lines[2:]]
    assert len({*places}) == 1


def test_sounds_that_are_confused_are_the_same_by_an_option_or_a_setting(run, metrics, tmp_path):
    assert run("search", "banlifuyi", metrics).code == 0
    assert run("search", "bannifuyi", metrics).code == 1
    assert run("search", "bannifuyi", metrics, "--fuzzy-pinyin").code == 0
    path = tmp_path / "config/reporttui/config.toml"
    path.parent.mkdir(parents=True)
    path.write_text("fuzzy_pinyin = true\n")
    assert run("search", "bannifuyi", metrics).code == 0


@pytest.mark.parametrize(
    ("query", "before"),
    [
        ("复议 value>x", "复议 value>"),
        ("复议 (", "复议 ("),
        ("(复议", ""),
        ("ＡＩ　unti:件", "ＡＩ　"),
        ("a\x1b\tb /(/", "a\x1b\tb /"),
        ("行政\n) ", "行政\n"),
        ("类型：大", "类型："),
    ],
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_mistake_is_pointed_out_in_three_lines_and_is_exit_2(run, query, before, lang):
    code, out, err = run("search", query, "--lang", lang)
    assert (code, out) == (2, "")
    said, shown, caret = err.splitlines()
    assert said.count("; " if lang == "en" else "；") == 2
    assert shown == f"  {escaped(query)}"
    assert caret == " " * (2 + cell_len(escaped(before))) + "^"


def test_a_mistake_is_told_before_any_report_is_read(run, folder):
    assert "nope" not in run("search", "(", "nope.yaml").err


SLOW = "/(a|aa)+[bc]/"


@pytest.fixture
def slow_report(write, monkeypatch):
    monkeypatch.setattr("reporttui.shell.search._PATIENCE", 0.05)
    return write("slow.yaml", f"format: 1\nid: slow\ntitle: {'a' * 60}!\n")


def test_a_pattern_that_is_too_slow_for_one_of_many_reports_fails_that_one_only(
    run, write, slow_report
):
    fast = write("fast.yaml", "format: 1\nid: fast\ntitle: aab\n")
    code, out, err = run("search", SLOW, fast, slow_report, fast, "--format", "jsonl")
    assert code == 1
    assert [json.loads(line)["report"] for line in out.splitlines()] == ["fast", "fast"]
    said, shown, caret = err.splitlines()
    assert "too long" in said
    assert (shown, caret) == (f"  {SLOW}", "  ^")


def test_a_pattern_that_is_too_slow_for_the_only_report_is_exit_2(run, slow_report):
    code, out, err = run("search", SLOW, slow_report, "--format", "jsonl")
    assert (code, out, len(err.splitlines())) == (2, "", 3)


def test_the_report_that_took_too_long_is_named(run, reports, slow_report):
    assert "slow.yaml" in run("search", f"{SLOW} | 案件", "one.yaml", slow_report).err


def test_fields_of_metrics_find_figures_where_nobody_has_named_any(run, write):
    text = "format: 1\nid: a\ntitle: A\nopening: |\n  受理63件,增长3.2%。参训300人次。\n"
    lines = run("search", "value>100", write("a.yaml", text), "--format", "csv").lines
    assert [line.split(",")[-1] for line in lines[1:]] == ["300人次"]
