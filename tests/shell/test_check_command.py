import pytest

GOOD = "format: 1\nid: a\ntitle: 报告\n"
BAD = """\
format: 1
id: a
title: 报告
titel: x
sections:
- title: 办5件
  metrics:
  - name: 办件
    value: 6
    unit: 件
    quote: 办5件
"""
DISAGREES = BAD.replace("titel: x\n", "")


def test_a_file_without_problems_is_said_to_be_fine_on_stderr(run, write, bundled):
    name = write("report.yaml", bundled)
    assert run("check", name) == (0, "", "report.yaml: fine: 40 sections, 84 metrics\n")
    assert run("check", write("a.yaml", GOOD)).err == "a.yaml: fine: 0 sections, 0 metrics\n"


def test_each_problem_is_a_line_that_says_where_what_and_how_to_mend_it(run, write):
    code, out, err = run("check", write("a.yaml", BAD))
    assert (code, err) == (1, "")
    assert out.startswith('a.yaml:4:1: unknown key "titel"; expected one of ')
    assert out.endswith('; did you mean "title"?\n')


def test_quotes_that_do_not_say_their_metric_are_problems_too(run, write):
    code, out, _ = run("check", write("a.yaml", DISAGREES))
    assert code == 1
    assert out.startswith("a.yaml:8:12: ")
    assert out.count("; ") == 2


def test_problems_come_in_the_order_of_the_file(run, write):
    metric = "  - {name: 甲, value: 6, quote: 办5件}\n"
    name = write("a.yaml", DISAGREES + metric * 2 + "metrics:\n- {name: 乙, value: 1, quote: 无}\n")
    places = [tuple(map(int, line.split(":")[1:3])) for line in run("check", name).lines]
    assert len(places) > 3
    assert places == sorted(places)


def test_problems_are_said_in_chinese_at_the_same_places(run, write):
    name = write("a.yaml", BAD)
    chinese = run("check", name, "--lang", "zh").out
    assert chinese.startswith("a.yaml:4:1: ")
    assert chinese != run("check", name).out


def test_standard_input_has_a_name(run):
    assert run("check", "-", stdin=GOOD.encode()).err.startswith("<stdin>: fine")
    assert run("check", "-", stdin=BAD.encode()).out.startswith("<stdin>:4:1: ")


@pytest.mark.parametrize("name", ["nope.yaml", "nope", ".", "a\x1b[2J.yaml"])
def test_a_file_that_cannot_be_read_is_told_on_stderr_and_is_exit_2(run, folder, name):
    code, out, err = run("check", name)
    assert (code, out) == (2, "")
    assert err.startswith(name.replace("\x1b", "␛") + ": ")
    assert len(err.splitlines()) == 1


def test_a_file_that_is_too_large_is_exit_2(run, folder):
    with (folder / "a.yaml").open("wb") as stream:
        stream.truncate(16 * 1024 * 1024 + 1)
    assert run("check", "a.yaml").code == 2


def test_too_much_standard_input_is_exit_2(run):
    assert run("check", "-", stdin=b" " * (16 * 1024 * 1024 + 1)).code == 2


@pytest.mark.parametrize(
    ("files", "code"),
    [
        (["good.yaml", "good.yaml"], 0),
        (["good.yaml", "bad.yaml"], 1),
        (["good.yaml", "nope.yaml"], 1),
        (["nope.yaml", "nope.yaml"], 1),
        (["bad.yaml", "nope.yaml"], 1),
    ],
)
def test_among_several_files_any_failure_is_exit_1(run, write, files, code):
    write("good.yaml", GOOD)
    write("bad.yaml", BAD)
    result = run("check", *files)
    assert result.code == code
    assert len(result.lines) == files.count("bad.yaml")
    assert len(result.err.splitlines()) == len(files) - files.count("bad.yaml")


def test_values_in_problems_are_made_safe(run, write):
    name = write("a.yaml", GOOD + '"\\e[2J\\u202e": x\n')
    out = run("check", name).out
    assert "␛[2J␦" in out
    assert "\x1b" not in out


@pytest.mark.parametrize("command", [["show"], ["outline"], ["metrics"], ["search", "x"], []])
def test_other_commands_tell_the_same_problems_on_stderr_and_are_exit_2(run, write, command):
    name = write("a.yaml", BAD)
    assert run(*command, name) == (2, "", run("check", name).out)
