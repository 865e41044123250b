"""Long results go through the reader's pager, but only on a terminal, and never for strangers."""

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

import pytest

from reporttui.text.width import cell_len

SRC = os.path.dirname(os.path.dirname(sys.modules["reporttui"].__file__))  # noqa: PTH120
FIRST = "泉州市鲤城区人民政府关于2024年法治政府建设情况的报告"
PAGER = """#!/bin/sh
env > "{folder}/environment"
tee "{folder}/paged"
"""


@pytest.fixture
def paged(folder):
    """A pager that keeps what it was given, and its environment."""
    (folder / "pager").write_text(PAGER.format(folder=folder))
    (folder / "pager").chmod(0o755)

    def paged():
        kept = folder / "paged"
        return kept.read_text() if kept.exists() else None

    return paged


@pytest.fixture
def terminal(folder):
    """Run the program on a terminal; returns its exit code and what came to the screen."""

    def terminal(*arguments, keys="", **variables):
        env = {
            **{"PATH": os.environ["PATH"], "PYTHONPATH": SRC, "HOME": str(folder)},
            **{"LANG": "C.UTF-8", "TERM": "xterm", "PAGER": str(folder / "pager"), **variables},
        }
        env = {name: value for name, value in env.items() if value is not None}
        pid, screen = pty.fork()
        if pid == 0:
            os.execve(sys.executable, [sys.executable, "-m", "reporttui", *arguments], env)
        fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        shown, until, keys = b"", time.monotonic() + 20, [*keys]
        while time.monotonic() < until:
            if not select.select([screen], [], [], 0.2)[0]:
                if keys and shown:
                    os.write(screen, keys.pop(0).encode())
                continue
            try:
                shown += os.read(screen, 65536)
            except OSError:
                break
        os.close(screen)
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown.decode()

    return terminal


@pytest.mark.parametrize(
    "arguments", [["show"], ["outline"], ["search", "行政"], ["audit"], ["show", "1.2"]]
)
def test_on_a_terminal_results_go_through_the_pager(terminal, paged, arguments):
    code, shown = terminal(*arguments)
    assert code == 0
    assert paged()
    assert shown.replace("\r\n", "\n") == paged()


def test_a_table_in_the_pager_is_as_wide_as_the_terminal_and_has_its_colours(terminal, paged):
    terminal("metrics", "--color", "never")
    widths = {cell_len(line) for line in paged().splitlines()}
    assert max(widths) <= 80
    terminal("metrics")
    assert "\x1b[1mpath" in paged()


@pytest.mark.parametrize(
    ("arguments", "variables"),
    [
        (["show", "--no-pager"], {}),
        (["--no-pager", "outline"], {}),
        (["show"], {"PAGER": ""}),
        (["show"], {"PAGER": "cat"}),
        (["show"], {"TERM": "dumb"}),
        (["outline", "--format", "csv"], {}),
        (["outline", "--format", "json"], {}),
        (["show", "--help"], {}),
    ],
)
def test_when_there_is_no_pager(terminal, paged, arguments, variables):
    code, shown = terminal(*arguments, **variables)
    assert (code, paged()) == (0, None)
    assert shown


def test_a_pipe_has_no_pager(folder, paged):
    env = {**os.environ, "PYTHONPATH": SRC, "PAGER": str(folder / "pager")}
    done = subprocess.run(
        [sys.executable, "-m", "reporttui", "show"], env=env, capture_output=True, text=True
    )
    assert (done.returncode, paged()) == (0, None)
    assert done.stdout.startswith(FIRST)


@pytest.mark.parametrize("asked", [None, "show", "show 1.2", "outline", "search xzfy"])
def test_strangers_get_no_pager(terminal, paged, asked):
    variables = {} if asked is None else {"SSH_ORIGINAL_COMMAND": asked}
    if asked is None:  # Without UTF-8 the text is printed in place of the reading room.
        variables["LC_ALL"] = "en_US"
    terminal("--kiosk", **variables)
    assert paged() is None
    code, shown = terminal("--kiosk", PAGER=None, **variables)
    assert code == 0
    assert "(END)" not in shown


def test_a_pager_with_arguments_is_a_command_for_the_shell(terminal, folder, paged):
    terminal("show", "2.3", PAGER=f"head -c 9 | '{folder}/pager'")
    assert paged() == "三是涉"


@pytest.mark.parametrize("pager", ["no-such-pager", "/dev/null"])
def test_a_pager_that_cannot_be_run_is_told_and_the_text_is_printed(terminal, pager):
    code, shown = terminal("show", PAGER=pager)
    assert code == 0
    assert "Traceback" not in shown
    assert f'the pager "{pager}" cannot be run; --no-pager goes without one' in shown
    assert FIRST in shown


@pytest.mark.parametrize("pager", ["true", "false", "kill $$", "head -1"])
def test_a_pager_that_has_enough_is_no_trouble(terminal, pager):
    code, shown = terminal("show", PAGER=pager)
    assert code == 0
    assert "Traceback" not in shown
    assert len(shown.splitlines()) <= 1 or pager == "kill $$"


def test_less_is_told_what_git_tells_it_and_a_reader_s_own_options_stay(terminal, folder, paged):
    terminal("show")
    assert "LESS=FRX\nLESSCHARSET=utf-8" in _sorted(folder / "environment")
    terminal("show", LESS="-i -M")
    assert "LESS=-R -i -M\n" in _sorted(folder / "environment")


def _sorted(path):
    return "\n".join(sorted(path.read_text().splitlines()))


@pytest.mark.skipif(not shutil.which("less"), reason="there is no less")
def test_less_is_the_pager_of_those_who_name_none(terminal):
    code, shown = terminal("show", PAGER=None, keys="q")
    assert code == 0
    assert FIRST in shown
    assert "深入学习贯彻" in shown
    assert "(此件主动公开)" not in shown  # It waited for a key on the first page.
    code, shown = terminal("show", "2.3", PAGER=None)
    assert code == 0  # What fits into the screen waits for nobody.


@pytest.mark.skipif(not shutil.which("less"), reason="there is no less")
def test_ctrl_c_in_the_pager_is_the_pagers(terminal):
    code, shown = terminal("show", PAGER=None, keys="\x03q")
    assert code == 0
    assert "Traceback" not in shown


def test_without_less_the_text_is_printed(terminal, folder):
    code, shown = terminal("show", PAGER=None, PATH=str(folder))
    assert code == 0
    assert FIRST in shown
    assert "(此件主动公开)" in shown
