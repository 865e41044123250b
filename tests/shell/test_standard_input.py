"""`-` is standard input wherever a report or a file can be named."""

import pytest

from reporttui.shell.commands import COMMANDS, READ

REPORT = "format: 1\nid: b\ntitle: 甲区2024年报告\nopening: |\n  办案7件,其中甲类3件、乙类4件。\n"
ARGUMENTS = {
    "": ["-"],
    "search": ["办案", "-"],
    "cite": ["-", "0"],
    "export": ["-", "--format", "md"],
}
NAMED = ("REPORT", "FILE")
READING = [
    command.name
    for command in (READ, *COMMANDS.values())
    if any(positional.name in NAMED for positional in command.positionals)
    and command.name != "import"  # It makes files of files, each by its name.
]


@pytest.mark.parametrize("name", READING)
def test_a_dash_is_standard_input(run, name):
    words = [name, *ARGUMENTS.get(name, ["-"])] if name else ["-"]
    code, out, err = run(*words, stdin=REPORT.encode())
    if name in ("notes", "names", "outline"):  # There is nothing in it to list.
        assert code in (0, 1)
        assert "<stdin>" not in err
    else:
        assert code == 0, err
        assert "甲" in out or "7" in out or "<stdin>: fine" in err


@pytest.mark.parametrize("name", READING)
def test_what_is_wrong_with_standard_input_is_told_by_its_name(run, name):
    words = [name, *ARGUMENTS.get(name, ["-"])] if name else ["-"]
    code, out, err = run(*words, stdin=b"format: 1\nid: \xff\n")
    assert code in (1, 2)
    assert "<stdin>" in err + out
