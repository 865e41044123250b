"""Colours: on a terminal that wants them, on few words, and never where they do harm."""

import os
import re

import pytest

from reporttui.text.width import cell_len

ESCAPE = "\x1b"
SGR = re.compile("\x1b\\[[0-9;]*m")
TABLES = [
    ["outline"],
    ["metrics"],
    ["search", "行政"],
    ["search", "kind:ratio", "--context"],
    ["audit"],
    ["names"],
]


def painted(out):
    """The parts of an output that are painted, each with its style."""
    return re.findall("\x1b\\[([0-9;]+)m([^\x1b]*)\x1b\\[m", out)


@pytest.mark.parametrize("arguments", TABLES, ids=" ".join)
@pytest.mark.parametrize("columns", [None, 40, 100])
def test_colours_are_all_that_they_add(run, arguments, columns):
    plain = run(*arguments, "--color", "never", columns=columns).out
    colored = run(*arguments, "--color", "always", columns=columns).out
    assert ESCAPE not in plain
    assert SGR.sub("", colored) == plain
    assert all(style for style, _ in painted(colored))
    for line in colored.splitlines():
        assert line.count(ESCAPE) % 2 == 0  # Every line ends as it began.
        assert not columns or cell_len(SGR.sub("", line)) <= columns


def test_the_names_of_columns_stand_out(run):
    first = run("outline", "--color=always").lines[0]
    ((_, names),) = painted(first)
    assert names.split() == ["path", "level", "number", "title", "metrics", "metrics_total"]


def test_the_matched_words_are_marked_also_in_their_sentence(run):
    rows = run("search", "行政复议", "--color", "always").lines[1:]
    assert rows
    for row in rows:
        assert [word for _, word in painted(row)] == ["行政复议", "行政复议"]


def test_of_two_equal_words_in_a_sentence_the_one_that_is_meant_is_marked(run, write):
    name = write("a.yaml", "format: 1\nid: a\ntitle: t\nopening: |\n  案件甲和案件乙。\n")
    first, second = run("search", "案件", name, "--color", "always").lines[1:]
    assert first.endswith("\x1b[1;31m案件\x1b[m甲和案件乙。")
    assert second.endswith("案件甲和\x1b[1;31m案件\x1b[m乙。")


def test_a_match_that_is_cut_off_is_marked_as_far_as_it_is_shown(run):
    _, row, *_ = run("search", "/.{30}/", "--color", "always", columns=40).lines
    (_, matched), *_ = painted(row)
    assert 1 < len(matched) < 30
    assert matched.endswith("…")


def test_verdicts_have_a_colour_each(run, write):
    report = "format: 1\nid: a\ntitle: t\nopening: |\n  受理10件（其中立案15件）。\n"
    found = {
        word: style
        for name in (None, write("a.yaml", report))
        for style, word in painted(
            run(*filter(None, ["audit", name]), "--color", "always").out.partition("\n")[2]
        )
    }
    assert found.keys() == {"holds", "cannot_tell", "fails"}
    assert len(set(found.values())) == len(found)


def test_places_of_problems_stand_out(run, write):
    name = write("a.yaml", "format: 1\nid: a\n")
    plain = run("check", name).out
    colored = run("check", name, "--color", "always").out
    assert SGR.sub("", colored) == plain
    assert [place for _, place in painted(colored)] == [f"{name}:1:1"]


def test_headings_stand_out(run):
    out = run("show", "1.2", "--color", "always").out
    assert SGR.sub("", out) == run("show", "1.2").out
    assert painted(out)[0][1].startswith("(二)")


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "jsonl"])
@pytest.mark.parametrize("arguments", TABLES, ids=" ".join)
def test_what_another_program_reads_has_no_colours(run, arguments, form):
    plain = run(*arguments, "--format", form)
    assert run(*arguments, "--format", form, "--color", "always", columns=80) == plain


@pytest.mark.parametrize(
    "command", [["outline"], ["metrics"], ["search", "次"], ["show"], ["check"]]
)
def test_nothing_in_a_report_becomes_a_colour(run, hostile, command):
    out = run(*command, hostile, "--color", "always").out
    assert all(char.isprintable() or char == "\n" for char in SGR.sub("", out))
    assert f"{ESCAPE}[31m约1.50" not in out  # What the report itself would paint.


@pytest.mark.parametrize(
    ("options", "variables", "columns", "wanted"),
    [
        ([], {}, 80, True),
        ([], {}, None, False),
        ([], {"NO_COLOR": "1"}, 80, False),
        ([], {"NO_COLOR": ""}, 80, True),
        ([], {"TERM": "dumb"}, 80, False),
        ([], {"TERM": ""}, 80, False),
        (["--color", "auto"], {"NO_COLOR": "1"}, 80, False),
        (["--color", "never"], {}, 80, False),
        (["--color", "always"], {"NO_COLOR": "1"}, None, True),
        (["--color", "always"], {"TERM": "dumb"}, None, True),
    ],
)
def test_when_there_are_colours(run, monkeypatch, options, variables, columns, wanted):
    for name, value in {"TERM": "xterm", "PAGER": "", **variables}.items():
        monkeypatch.setenv(name, value)
    assert (ESCAPE in run("outline", *options, columns=columns).out) == wanted


@pytest.mark.parametrize(("when", "colour"), [("never", "1"), ("always", None)])
def test_the_reading_room_is_told_too(run, monkeypatch, when, colour):
    monkeypatch.setenv("NO_COLOR", "yes" if when == "always" else "")
    monkeypatch.setattr("reporttui.shell.reading._has_keyboard", lambda: True)
    told = []

    def app(opened, options):
        told.append(os.environ.get("NO_COLOR"))
        return 0

    run("--color", when, app=app, columns=80)
    assert told == [colour]
