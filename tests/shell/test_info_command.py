"""What a bug report should say, and what it should not."""

import json
import platform
import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from reporttui import __version__
from reporttui.shell.info import PACKAGES

PROJECT = Path(__file__).parents[2] / "pyproject.toml"


@pytest.fixture
def facts(run):
    def facts(*options):
        code, out, err = run("info", "--format", "json", *options)
        assert (code, err) == (0, "")
        return json.loads(out)

    return facts


def test_every_package_that_the_program_uses_is_named():
    project = tomllib.loads(PROJECT.read_text())["project"]
    extras = project["optional-dependencies"]
    needed = {"": project["dependencies"], **{name: extras[name] for name in extras}}
    del needed["dev"]
    wanted = {
        re.match(r"[\w-]+", package)[0]: extra
        for extra, packages in needed.items()
        for package in packages
    }
    assert wanted == PACKAGES


def test_versions_are_those_of_what_runs(facts):
    versions = facts()["versions"]
    assert versions["reporttui"] == __version__
    assert versions["python"] == platform.python_version()
    assert versions["textual"] == metadata.version("textual")
    assert versions.keys() == {"reporttui", "python", *PACKAGES}


def test_what_is_not_installed_is_told_with_the_command_that_installs_it(run, facts, monkeypatch):
    def version(package):
        if package in ("pyarrow", "regex"):
            raise metadata.PackageNotFoundError
        return "1"

    monkeypatch.setattr(metadata, "version", version)
    assert facts()["versions"]["pyarrow"] is None
    out = run("info").out
    assert "pyarrow: not installed; pip install 'reporttui[parquet]'" in out
    assert "regex: not installed; pip install regex" in out


def test_folders_are_told_without_the_name_of_the_reader(run, facts, monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    for kind in ("CONFIG", "STATE", "CACHE"):
        monkeypatch.delenv(f"XDG_{kind}_HOME", raising=False)
    (tmp_path / ".config/reporttui").mkdir(parents=True)
    folders = facts()["folders"]
    assert folders["config"] == "~/.config/reporttui"
    assert folders["state"] == "~/.local/state/reporttui"
    assert (folders["config_exists"], folders["config_file_exists"]) == (True, False)
    assert (folders["state_exists"], folders["reports_exists"]) == (False, True)
    assert str(tmp_path) not in run("info").out


def test_the_terminal_is_told(facts, monkeypatch):
    variables = {"TERM": "xterm-kitty", "COLORTERM": "truecolor", "TMUX": "/tmp/x,1,0"}
    for name, value in {**variables, "SSH_CONNECTION": "192.0.2.7 50000 192.0.2.1 22"}.items():
        monkeypatch.setenv(name, value)
    terminal = facts("--ambiguous-width", "2")["terminal"]
    assert (terminal["TERM"], terminal["COLORTERM"]) == ("xterm-kitty", "truecolor")
    assert (terminal["ssh"], terminal["tmux"], terminal["screen"]) == (True, True, False)
    assert (terminal["ambiguous_width"], terminal["colors"]) == (2, False)


def test_the_language_is_told(facts, monkeypatch):
    monkeypatch.setenv("LANG", "zh_CN.GB18030")
    language = facts()["language"]
    assert (language["spoken"], language["charset"]) == ("zh", "gb18030")
    assert language["LANG"] == "zh_CN.GB18030"


def test_nothing_secret_is_told(run, monkeypatch):
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.7 50000 192.0.2.1 22")
    monkeypatch.setenv("API_TOKEN", "open sesame")
    for form in ("text", "json"):
        out = run("info", "--format", form).out
        assert "192.0.2" not in out
        assert "sesame" not in out


def test_text_says_what_json_says(run, facts):
    out = run("info").out
    for group, values in facts().items():
        assert f"{group}:\n" in out
        for name, value in values.items():
            assert re.search(rf"^  {name}: ", out, re.MULTILINE)
            assert not isinstance(value, str) or f"  {name}: {value}\n" in out


def test_what_the_environment_says_moves_no_terminal(run, monkeypatch):
    monkeypatch.setenv("TERM", "\x1b]0;owned\x07")
    for form in ("text", "json"):
        out = run("info", "--format", form).out
        assert all(char.isprintable() or char == "\n" for char in out)


def test_a_broken_configuration_keeps_nobody_from_a_bug_report(run, tmp_path):
    path = tmp_path / "config/reporttui/config.toml"
    path.parent.mkdir(parents=True)
    path.write_text("lang = 1\n")
    assert run("info").code == 0
