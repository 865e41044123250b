"""Completion: what the program proposes, and that real shells make use of it."""

import fcntl
import os
import pty
import select
import shutil
import struct
import subprocess
import sys
import termios
import time

import pyte
import pytest

from reporttui.report.bundled import ids
from reporttui.shell import candidates
from reporttui.shell.commands import COMMANDS, FORMATS, GENERAL, READ, SHELLS, STYLES

SETUP = {
    "bash": "PS1='$ '; bind 'set bell-style none'; eval \"$(reporttui completion bash)\"",
    "zsh": "PS1='$ '; autoload -Uz compinit; compinit -D; eval \"$(reporttui completion zsh)\"",
    "fish": "function fish_prompt; echo '$ '; end; reporttui completion fish | source",
}
START = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}


@pytest.fixture
def proposed(capsys):
    """What is proposed behind a line that ends with what is being typed."""

    def proposed(*words):
        assert candidates.main(list(words)) == 0
        kind, *lines = capsys.readouterr().out.splitlines()
        return kind, dict(line.split("\t") for line in lines)

    return proposed


def test_commands_and_reports_come_first(proposed):
    kind, words = proposed("")
    assert kind == "files"
    assert [*words] == [*COMMANDS, *ids()]
    assert words["outline"] == COMMANDS["outline"].summary
    assert [*proposed("ou")[1]] == ["outline"]


@pytest.mark.parametrize("command", [READ, *COMMANDS.values()], ids=lambda c: c.name)
def test_every_option_of_a_command_is_proposed_with_its_help(proposed, command):
    own = {option.name: option.help for option in (*command.options, *GENERAL)}
    assert proposed(*filter(None, [command.name]), "-") == ("words", own)


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda c: c.name)
def test_every_choice_is_proposed_behind_its_option(proposed, command):
    for option in (*command.options, *GENERAL):
        if option.choices:
            choices = dict.fromkeys(option.choices, "")
            assert proposed(command.name, option.name, "") == ("words", choices)
            assert [*proposed(command.name, f"{option.name}=")[1]] == [
                f"{option.name}={choice}" for choice in choices
            ]


def test_options_before_a_command_do_not_hide_it(proposed):
    assert [*proposed("--lang", "zh", "outline", "--format", "")[1]] == [*FORMATS]
    assert [*proposed("cite", "1.1", "--style", "")[1]] == [*STYLES]


def test_sections_are_proposed_with_their_titles(proposed):
    kind, words = proposed("show", "1.6")
    assert (kind, words["1.6.4"]) == ("words", "4.加强信访工作法治化建设")
    assert proposed("show", "licheng-2024", "1.6")[1] == words
    assert proposed("export", "licheng-2024", "--section", "1.6")[1] == words
    assert proposed("export", "--section=1.6")[1].keys() == {f"--section={path}" for path in words}


def test_sections_and_metrics_are_those_of_the_report_that_is_named(proposed, hostile):
    assert proposed("show", hostile, "")[1].keys() == {"0", "1", "1.1"}
    assert proposed("cite", hostile, "--metric", "")[1]["增长"] == "比上年增长5.0%"
    assert "轮训区管干部" in proposed("cite", "1.1.1", "--metric", "")[1]


def test_what_is_proposed_moves_no_terminal(proposed, hostile, capsys):
    candidates.main(["show", hostile, ""])
    candidates.main(["cite", hostile, "--metric", ""])
    out = capsys.readouterr().out
    assert all(char.isprintable() or char in "\t\n" for char in out)


@pytest.mark.parametrize("name", ["nope.yaml", "nope", "-", "a.pdf", "\udcff.yaml"])
def test_a_report_that_cannot_be_read_has_no_sections_and_is_no_trouble(proposed, folder, name):
    assert proposed("show", name, "") == ("words", {})


def test_a_query_is_completed_to_fields_values_units_and_names(proposed):
    assert {"unit:", "kind:", "title:"} <= proposed("search", "")[1].keys()
    assert "kind:ratio" in proposed("search", "kind:ra")[1]
    assert [*proposed("search", "法治 -培训 un")[1]] == ["法治 -培训 unit:"]
    assert "unit:人次" in proposed("search", "unit:")[1]


def test_files_are_left_to_the_shell(proposed):
    assert proposed("check", "a") == proposed("check", "b", "a") == ("files", {})
    assert proposed("export", "--output", "") == ("files", {})
    assert proposed("figures", "a", "") == ("words", {})
    assert proposed("outline", "li") == ("files", {"licheng-2024": ""})


def test_meanings_are_in_the_language_of_the_line_or_the_locale(proposed, monkeypatch):
    chinese = proposed("--lang", "zh", "ou")[1]["outline"]
    assert chinese != COMMANDS["outline"].summary
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert proposed("ou")[1]["outline"] == chinese


def test_scripts_are_printed_as_they_are(run):
    for shell in SHELLS:
        code, out, err = run("completion", shell)
        assert (code, err) == (0, "")
        assert f"reporttui completion {shell}" in out


def test_no_configuration_is_needed(run, proposed, tmp_path):
    path = tmp_path / "config/reporttui/config.toml"
    path.parent.mkdir(parents=True)
    path.write_text("lang = 1")
    assert run("completion", "bash").code == 0
    assert [*proposed("ou")[1]] == ["outline"]


@pytest.mark.parametrize("shell", SHELLS)
def test_scripts_are_right_by_their_shells_own_check(run, shell, write):
    if not shutil.which(shell):
        pytest.skip(f"there is no {shell}")
    script = write(f"reporttui.{shell}", run("completion", shell).out)
    done = subprocess.run([shell, "-n", script], capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


class Shell:
    """An interactive shell on a terminal of its own."""

    def __init__(self, name, env):
        self.screen = pyte.Screen(100, 50)
        self.stream = pyte.ByteStream(self.screen)
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.execvpe(START[name][0], START[name], env)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 100, 0, 0))
        self.type(f"{SETUP[name]}; echo re''ady\n")
        assert self.shows(lambda: "ready" in self.lines)

    def type(self, keys):
        os.write(self.terminal, keys.encode())

    def shows(self, what, patience=20):
        """Tell whether something is on the screen before the patience is at its end."""
        until = time.monotonic() + patience
        while not what() and time.monotonic() < until:
            if select.select([self.terminal], [], [], 0.1)[0]:
                data = os.read(self.terminal, 65536)
                self.stream.feed(data)
                if b"\x1b[c" in data or b"\x1b[0c" in data:  # fish asks what the terminal is.
                    os.write(self.terminal, b"\x1b[?62;c")
        return what()

    @property
    def lines(self):
        # A wide character may be drawn with an empty cell behind it.
        return [line.rstrip() for line in self.screen.display if line.strip()]

    def line(self):
        """What stands behind the last prompt, without spaces."""
        prompts = [line for line in self.lines if line[:1] == "$"]
        return prompts[-1][1:].replace(" ", "") if prompts else None

    def close(self):
        os.close(self.terminal)
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)


@pytest.fixture
def shell(tmp_path):
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    program = bin_folder / "reporttui"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reporttui "$@"\n')
    program.chmod(0o755)
    package = os.path.dirname(os.path.dirname(sys.modules["reporttui"].__file__))  # noqa: PTH120
    env = {
        "PATH": f"{bin_folder}:{os.environ['PATH']}",
        "PYTHONPATH": package,
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "TERM": "xterm",
    }
    (tmp_path / "bericht.yaml").write_text("format: 1\nid: a\ntitle: 甲\n")
    opened = []

    def shell(name):
        if not shutil.which(name):
            pytest.skip(f"there is no {name}")
        os.chdir(tmp_path)
        opened.append(Shell(name, env))
        return opened[-1]

    before = os.getcwd()  # noqa: PTH109
    yield shell
    os.chdir(before)
    for each in opened:
        each.close()


TYPED = {
    "reporttui outl\t": "reporttui outline",
    "reporttui outline --form\t": "reporttui outline --format",
    "reporttui outline --format=cs\t": "reporttui outline --format=csv",
    "reporttui outline --format cs\t": "reporttui outline --format csv",
    "reporttui show liche\t1.6.4\t": "reporttui show licheng-2024 1.6.4",
    "reporttui search kind:rat\t": "reporttui search kind:ratio",
    "reporttui search tit\t复议": "reporttui search title:复议",
    "reporttui check beri\t": "reporttui check bericht.yaml",
    "reporttui search 'in:1 kind:rat\t": "reporttui search 'in:1 kind:ratio'",
}


@pytest.mark.parametrize("name", SHELLS)
def test_a_shell_completes(shell, name):
    running = shell(name)
    for typed, completed in TYPED.items():
        running.type(typed)
        wanted = completed.replace(" ", "")
        assert running.shows(lambda: running.line() == wanted), running.lines  # noqa: B023
        running.type("\x15")
        assert running.shows(lambda: running.line() == "")


@pytest.mark.parametrize("name", SHELLS)
def test_a_shell_lists_sections_with_their_titles(shell, name):
    running = shell(name)
    running.type("reporttui show 1.6.\t\t")
    listed = "4.加强信访工作法治化建设"
    assert running.shows(lambda: any("1.6.4" in x and listed in x for x in running.lines))
