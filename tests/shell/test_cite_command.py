import json
import time

import pytest

from reporttui.shell.commands import STYLES

SENTENCE = (
    "开展区管干部学习贯彻习近平新时代中国特色社会主义思想和党的二十届三中全会精神专题研讨班,"
    "轮训区管干部504人次。"
)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    day = time.strptime("2026-11-25", "%Y-%m-%d")
    monkeypatch.setattr("reporttui.shell.cite.strftime", lambda form: time.strftime(form, day))


def test_a_section_is_cited_with_its_first_sentence(run):
    code, out, err = run("cite", "1.1.1")
    assert (code, err) == (0, "")
    assert out == (
        "泉州市鲤城区人民政府. 泉州市鲤城区人民政府关于2024年法治政府建设情况的报告: "
        "泉鲤政文〔2025〕9号[R/OL]. (2025-02-17)[2026-11-25].\n"
        f"1.1.1 1.深入学习贯彻党的二十届三中全会精神: “{SENTENCE}”\n"
    )
    assert run("cite", "licheng-2024", "1.1.1", "--style", "gbt7714").out == out


def test_a_section_without_text_of_its_own_and_a_whole_report_are_cited_without_words(run):
    assert run("cite", "1.1").lines[1] == "1.1 (一)突出政治引领,加强党对法治建设的全面领导"
    assert len(run("cite").lines) == 1


def test_standard_input_and_an_address_are_cited(run, bundled):
    done = run("cite", "-", "1.1.1", "--url", "https://example.org/r", stdin=bundled)
    assert done.lines[0].endswith("[2026-11-25]. https://example.org/r")


@pytest.mark.parametrize("style", STYLES)
def test_every_style_is_the_same_on_every_run(run, style):
    done = run("cite", "1.1.1", "--style", style)
    assert done.code == 0
    assert "504人次" in done.out
    assert run("cite", "1.1.1", "--style", style) == done


def test_words_are_quoted_that_stand_there(run):
    assert run("cite", "1.1.1", "--quote", "14场次").lines[1].endswith(": “14场次”")
    assert run("cite", "1.1.1", "--quote=三中全会精神。").lines[1].endswith(": “三中全会精神。”")


def test_without_a_path_words_and_metrics_are_looked_for_in_the_whole_report(run):
    assert run("cite", "--quote", "14场次").out == run("cite", "1.1.1", "--quote", "14场次").out
    named = run("cite", "--metric", "全会精神宣讲")
    assert named.lines[1].startswith("1.1.1 ")
    assert named.lines[1].endswith(": “全会精神宣讲14场次”")


def test_a_figure_without_a_name_is_named_by_its_subject(run, write):
    name = write(
        "a.yaml", "format: 1\nid: a\ntitle: 题\nsections:\n- title: 甲\n  text: 培训3人次。\n"
    )
    (metric,) = json.loads(run("metrics", name, "--format", "json").out)
    assert run("cite", name, "--metric", metric["name"]).lines[1] == "1 甲: “培训3人次”"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["1.1.1", "--quote", "15场次"], '"15场次" does not stand in section 1.1.1'),
        (["1.1.1", "--quote", ""], '"" does not stand in section 1.1.1'),
        (["--quote", "无此语"], '"无此语" does not stand in the report'),
        (["1.2", "--metric", "全会精神宣讲"], 'there is no metric "全会精神宣讲" in section 1.2'),
        (["--metric", "x"], 'there is no metric "x" in the report'),
        (
            ["1.1.1", "--metric", "全会精神宣"],
            'there is no metric "全会精神宣" in section 1.1.1; did you mean "全会精神宣讲"?',
        ),
    ],
)
def test_what_does_not_stand_there_is_not_cited(run, arguments, told):
    assert run("cite", *arguments) == (1, "", f"{told}\n")


def test_words_and_a_metric_at_once_are_wrong_use(run):
    code, out, err = run("cite", "1", "--quote", "a", "--metric", "b")
    assert (code, out) == (2, "")
    assert "expected one of them" in err


def test_the_nearest_sections_are_named_for_one_that_is_not_there(run):
    code, _, err = run("cite", "1.1.9")
    assert code == 2
    assert "no section 1.1.9; the nearest are 1.1.1, 1.1.2, 1.1.3" in err


@pytest.mark.parametrize("style", STYLES)
def test_a_hostile_report_changes_nothing_but_its_own_words(run, hostile, style):
    done = run("cite", hostile, "1", "--style", style)
    assert done.code == 0
    assert all(char.isprintable() or char == "\n" for char in done.out)
    lines = {"gbt7714": 2, "markdown": 3, "bibtex": 7, "csl-json": 10}
    assert len(done.lines) == lines[style]


def test_help_names_the_edition_of_the_standard(run):
    assert "GB/T 7714—2015" in run("cite", "--help").out
