"""The manual page and the READMEs' tables of commands, from the one table of commands."""

import importlib.util
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from reporttui import words
from reporttui.shell.commands import COMMANDS, GENERAL, READ
from reporttui.shell.help import form

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reporttui.1"


@pytest.fixture
def manual():
    script = ROOT / "scripts" / "manual.py"
    spec = importlib.util.spec_from_file_location("manual_tool", script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    words.use("en")


@pytest.fixture(scope="module")
def read():
    """The page as a terminal shows it, in words between single spaces."""
    if not shutil.which("groff"):
        pytest.skip("there is no groff")
    command = ["groff", "-k", "-Tutf8", "-P-cbou", "-man", "-ww", "-rLL=1000n", PAGE]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    return " ".join(done.stdout.split())


def test_the_page_and_the_tables_are_current(manual):
    assert manual.main(["--check"]) == 0


def test_what_is_stale_is_told_and_mended(manual, tmp_path, capsys):
    copies = {language: tmp_path / path.name for language, path in manual.READMES.items()}
    for language, path in manual.READMES.items():
        text = path.read_text(encoding="utf-8").replace("| `reporttui info`", "| `none`")
        copies[language].write_text(text, encoding="utf-8")
    page = tmp_path / "page.1"
    assert manual.main(["--check"], copies, page) == 1
    told = capsys.readouterr().out
    assert all(name in told for name in ("page.1", "README.md", "README.zh-CN.md"))
    assert not page.exists()
    assert manual.main([], copies, page) == 0
    assert page.read_bytes() == PAGE.read_bytes()
    for language, copy in copies.items():
        assert copy.read_bytes() == manual.READMES[language].read_bytes()


@pytest.mark.parametrize("command", [READ, *COMMANDS.values()], ids=lambda c: c.name)
def test_the_page_holds_all_that_help_says(read, command):
    for example in command.examples:
        assert example.line in read
        assert example.meaning[1:] in read
    assert command.summary in read
    for argument in command.positionals:
        assert f"{argument.name} {argument.help}" in read
    for option in (*command.options, *GENERAL):
        assert f"{form(option)} {option.help}" in read


def test_the_page_has_the_sections_of_a_manual(read):
    heads = ["NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "EXIT STATUS"]
    heads += ["ENVIRONMENT", "FILES", "EXAMPLES"]
    assert re.findall("^\\.SH (.*)$", PAGE.read_text(), re.MULTILINE) == heads
    assert read.startswith("REPORTTUI(1) User Commands REPORTTUI(1) NAME reporttui - ")


@pytest.mark.skipif(not shutil.which("man"), reason="there is no man")
def test_man_shows_the_page():
    done = subprocess.run(
        ["man", "-l", "--warnings", PAGE],
        capture_output=True,
        encoding="utf-8",
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80", "PAGER": "cat"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "reporttui search '法治 -培训 in:1' report.yaml" in done.stdout


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_tables_name_every_command(readme):
    table = (ROOT / readme).read_text().partition("<!-- commands:")[2].partition("<!-- end")[0]
    named = re.findall(r"^\| `reporttui ?([a-z]*)", table, re.MULTILINE)
    assert named == ["", *COMMANDS]
