"""What the READMEs show is what happens."""

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from reporttui import words
from reporttui.settings.config import load
from reporttui.tui.commands import COMMANDS

ROOT = Path(__file__).parents[2]
READMES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh-CN.md"}
LOCALES = {"en": "C.UTF-8", "zh": "zh_CN.UTF-8"}

languages = pytest.mark.parametrize("language", READMES)


def text(language):
    return READMES[language].read_text(encoding="utf-8")


def blocks(language, kind=r"\w+"):
    return re.findall(rf"^```{kind}\n(.*?)^```$", text(language), re.MULTILINE | re.DOTALL)


def session(language):
    """Yields each command of the console blocks with the output that stands below it."""
    for block in blocks(language, "console"):
        yield from re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)


AS_SAVED = """索引号：SS-2025-1
首页 > 政务公开
山水县人民政府关于2024年法治政府建设情况的报告

现将2024年法治政府建设情况报告如下:

一、主要工作情况

举办执法培训14场次,培训超960人次。

三、下步打算

继续提高执法人员素质。
"""
"""A report of a portal, copied into a text file; a number is missing in it."""


@pytest.fixture
def keys():
    script = ROOT / "scripts" / "keys.py"
    spec = importlib.util.spec_from_file_location("keys_tool", script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    words.use("en")


@pytest.fixture
def shell(tmp_path):
    """Run a line for the shell in a folder that holds the README's own report."""
    bin_folder, folder = tmp_path / "bin", tmp_path / "folder"
    bin_folder.mkdir()
    folder.mkdir()
    program = bin_folder / "reporttui"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reporttui "$@"\n')
    program.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{bin_folder}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
    }

    def shell(line, language):
        (folder / "report.yaml").write_text(*blocks(language, "yaml"), encoding="utf-8")
        (folder / "report.txt").write_text(AS_SAVED, encoding="utf-8")
        return subprocess.run(
            ["sh", "-c", line],
            cwd=folder,
            env={**environment, "LANG": LOCALES[language]},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

    return shell


def test_the_tables_of_keys_are_current(keys):
    assert keys.main(["--check"]) == 0


def test_a_stale_table_is_told_and_mended(keys, tmp_path, capsys):
    copies = {language: tmp_path / path.name for language, path in READMES.items()}
    for language, copy in copies.items():
        copy.write_text(text(language).replace("`maximise`", "`minimise`"), encoding="utf-8")
    assert keys.main(["--check"], copies) == 1
    assert "README.zh-CN.md" in capsys.readouterr().out
    assert keys.main([], copies) == 0
    for language, copy in copies.items():
        assert copy.read_bytes() == READMES[language].read_bytes()


@languages
def test_every_command_stands_in_the_table_of_keys(language):
    ids = re.findall(r"^\| `.*` \| .* \| `([a-z-]+)` \|$", text(language), re.MULTILINE)
    assert ids == list(COMMANDS)


@languages
def test_every_command_that_is_shown_works(shell, language):
    code = "\n".join(blocks(language))
    shown = re.findall(r"^(?:\$ )?(reporttui\b.*)$", code, re.MULTILINE)
    assert shown
    for line in shown:
        done = shell(line, language)
        assert done.returncode == 0, f"{line}\n{done.stdout}"


@languages
def test_the_output_that_is_shown_is_what_comes_out(shell, language):
    for line, output in session(language):
        assert shell(line, language).stdout == output, line


def test_both_readmes_show_the_same_commands():
    english, chinese = ([line for line, _ in session(language)] for language in READMES)
    assert english == chinese


def test_both_readmes_show_the_same_report():
    assert blocks("en", "yaml") == blocks("zh", "yaml")


@languages
def test_the_configuration_that_is_shown_holds_every_setting(tmp_path, language):
    (shown,) = blocks(language, "toml")
    path = tmp_path / "config.toml"
    path.write_text(shown, encoding="utf-8")
    config = load(path)
    assert config.keys.keys() <= COMMANDS.keys()
    assert tomllib.loads(shown).keys() == set(config._fields)


@languages
def test_every_file_that_is_linked_or_pictured_is_there(language):
    links = re.findall(r"\]\(([\w./-]+)\)", text(language))
    assert len(links) >= 5
    for link in links:
        assert (ROOT / link).is_file(), link
