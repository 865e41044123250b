"""The reading room's manners in a real pseudo-terminal, where its own test leaves off."""

import contextlib
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

import procfs
import pytest
from emulator import START_MODES
from terminal import Terminal

pytestmark = pytest.mark.usefixtures("read_before")

APP = [sys.executable, "-m", "reporttui"]
PATIENCE = 20

# Sequences that the app may send: cursor, graphics, erasing, modes, queries, pointer shape.
ALLOWED = re.compile(
    rb"\x1b\[[0-9;]*[ABCDGHJKLMmr]|\x1b\[\?[0-9;]+[hl]|\x1b\[\?[0-9;]+\$p|\x1b\[[<>=][0-9;]*u|\x1b\]22;[a-z]+\x07"
)
HOSTILE = r"""
format: 1
id: hostile
title: "\e]0;owned\a法治[bold]报告\x9b2J\u202e"
issuer: "\e[?1049l\e[6n"
opening: "总数为12件。\eP+q\e\\\u0085\x8d\x90"
metrics:
- {name: "\e[2J数\u2066", value: 12, unit: 件, quote: 总数为12件}
sections:
- {title: "\e7[@click=app.exit]\0\x7f", text: "末\u200b\ufeff"}
"""


def environment(folder):
    path = os.pathsep.join(path for path in sys.path if path)
    kinds = ("CONFIG", "STATE", "CACHE")
    return {**{f"XDG_{kind}_HOME": str(folder) for kind in kinds}, "PYTHONPATH": path}


@pytest.fixture
def start(tmp_path):
    """Start the app, or another command, and wait for its first frame."""
    with contextlib.ExitStack() as opened:

        def start(*arguments, command=APP, cols=80, rows=24, shows="1/84|0/40|%", **variables):
            env = {**environment(tmp_path), **variables}
            terminal = Terminal([*command, *arguments], cols, rows, env=env, cwd=tmp_path)
            opened.enter_context(terminal)
            terminal.wait_for(lambda lines: re.search(shows, "\n".join(lines)), PATIENCE)
            terminal.settle(0.15, PATIENCE)
            return terminal

        yield start


def restored(terminal):
    return terminal.modes() == START_MODES and terminal.cooked() and not terminal.children()


def frame(terminal):
    terminal.settle(0.15, PATIENCE)
    return terminal.screen_text()


def crashing(patch):
    """Return a command that runs the app with something broken in it."""
    lines = [
        "import sys",
        "from reporttui.tui.panes.detail import DetailPane",
        "def broken(*_): raise ValueError('broken on purpose')",
        patch,
        "sys.argv = ['reporttui']",
        "from reporttui.__main__ import main",
        "main()",
    ]
    return [sys.executable, "-c", "\n".join(lines)]


# Leaving.


@pytest.mark.parametrize("keys", ["?", ":", "/行政\x1b[200~x"])
def test_a_signal_restores_the_terminal_from_wherever_one_is(start, keys):
    terminal = start()
    terminal.send(keys)
    terminal.settle(0.1, PATIENCE)
    terminal.kill(signal.SIGTERM)
    assert terminal.wait(PATIENCE) == 128 + signal.SIGTERM
    assert restored(terminal)


def test_a_signal_before_the_first_frame_restores_the_terminal(tmp_path):
    with Terminal(APP, env=environment(tmp_path)) as terminal:
        terminal.wait_for(lambda _: b"\x1b[?1049h" in terminal.raw, PATIENCE)
        terminal.kill(signal.SIGTERM)
        assert terminal.wait(PATIENCE) in (128 + signal.SIGTERM, -signal.SIGTERM)
        assert restored(terminal)


@pytest.mark.parametrize("patch", ["DetailPane.row = broken", "DetailPane.resized = broken"])
def test_a_crash_while_the_first_frame_is_drawn_restores_the_terminal(tmp_path, patch):
    with Terminal(crashing(patch), env=environment(tmp_path)) as terminal:
        assert terminal.wait(PATIENCE) == 1
        assert restored(terminal)
        assert b"broken on purpose" in terminal.raw


def test_the_screen_of_before_comes_back(start):
    script = f"echo before; {sys.executable} -m reporttui; echo code $?; sleep 60"
    terminal = start(command=["sh", "-c", script])
    terminal.send("q")
    terminal.wait_for("code 0", PATIENCE)
    assert restored(terminal) or terminal.children()  # the shell itself goes on
    assert terminal.raw.rindex(b"\x1b[?1049l") > terminal.raw.rindex(b"\x1b[?1049h")


def run_in_a_terminal_of_its_own(command, folder):
    """Return a process whose controlling terminal this test can close, and its other end."""
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (24, 80))

    def take_terminal():
        os.setsid()
        os.close(os.open(os.ttyname(slave), os.O_RDWR))  # the first one opened is the controlling

    env = {**os.environ, **environment(folder), "TERM": "xterm-256color"}
    process = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, env=env, preexec_fn=take_terminal
    )
    os.close(slave)
    return process, master


@pytest.mark.parametrize("keys", [b"", b"/x"])
def test_a_terminal_that_is_closed_leaves_no_process_behind(tmp_path, keys):
    process, master = run_in_a_terminal_of_its_own(APP, tmp_path)
    seen = b""
    while b"84" not in seen:
        assert select.select([master], [], [], PATIENCE)[0]
        seen += os.read(master, 65536)
    os.write(master, keys)
    time.sleep(0.2)
    os.close(master)
    try:
        process.wait(3)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise
    assert not procfs.members(process.pid)


def test_after_kill_9_what_was_kept_is_whole(start, tmp_path):
    for _ in range(2):
        terminal = start(cols=120, rows=40)
        terminal.send(">+" * 12)
        time.sleep(0.03)
        terminal.kill(signal.SIGKILL)
        terminal.wait(PATIENCE)
        for path in Path(tmp_path, "reporttui").glob("panes.json"):
            assert json.loads(path.read_bytes())["version"] == 1
    terminal = start(cols=120, rows=40)
    terminal.send("q")
    assert terminal.wait(PATIENCE) == 0


# Keys and sizes.


def test_sizes_that_change_fast_end_in_the_last_one(start):
    terminal = start()
    for cols in (120, 60, 200, 40, 90, 61, 100, 80, 120):
        terminal.resize(cols, cols // 3)
        time.sleep(0.01)
    screen = frame(terminal)
    assert "Metric " in "\n".join(screen)
    assert "help" in screen[39]
    terminal.resize(80, 24)
    assert "next section" in frame(terminal)[23]


@pytest.mark.parametrize(
    ("keys", "shows"),
    [
        ("/行政复议\rn", "hits 2/7"),
        ("/xzfy\rnn", "hits 3/7"),
        (":next hit\r", "No query yet"),
        ("?q:to the metrics\r", "Metrics  .*1/84"),
    ],
)
def test_keys_that_come_in_one_piece_are_done_one_after_the_other(start, keys, shows):
    terminal = start()
    terminal.send(keys)
    assert re.search(shows, "\n".join(frame(terminal))), "\n".join(terminal.screen_text())


def test_the_readers_own_keys_and_language_come_from_the_configuration(start, tmp_path):
    folder = tmp_path / "reporttui"
    folder.mkdir(exist_ok=True)
    (folder / "config.toml").write_text('lang = "zh"\n[keys]\nnext-section = ["x"]\n')
    terminal = start()
    terminal.resize(120, 24)
    assert "x 下一节" in frame(terminal)[23]
    terminal.send("x")
    assert "▌ 一、2024年主要" in "\n".join(frame(terminal))


def test_the_mouse_is_listened_to_unless_it_is_not_wanted(start):
    assert "?1000" in start().modes()
    assert not {"?1000", "?1002", "?1003", "?1006"} & start("--no-mouse").modes()


def test_a_report_from_standard_input_is_read_with_the_keys_of_the_terminal(start, tmp_path):
    (tmp_path / "a.yaml").write_text("format: 1\nid: a\ntitle: 来自管道的报告\nopening: 一段。\n")
    script = f"cat a.yaml | {sys.executable} -m reporttui -"
    terminal = start(command=["sh", "-c", script], shows="来自管道的报告")
    terminal.send("?")
    terminal.wait_for("Esc closes", PATIENCE)
    terminal.send("qq")
    assert terminal.wait(PATIENCE) == 0
    assert restored(terminal)


# What is sent.


def test_nothing_of_a_hostile_report_reaches_the_terminal_raw(start, tmp_path):
    (tmp_path / "hostile.yaml").write_text(HOSTILE)
    terminal = start("hostile.yaml", cols=120, rows=40, shows=r"法治\[bold\]报告")
    terminal.send("]3\r1j2/[bold]\r3o?")
    terminal.settle(0.2, PATIENCE)
    terminal.send("q")
    terminal.settle(0.2, PATIENCE)
    terminal.send("q")
    assert terminal.wait(PATIENCE) == 0
    left = ALLOWED.sub(b"", terminal.raw).decode()
    assert set(left) & set(map(chr, [*range(32), *range(127, 160)])) <= {"\n", "\r", "\b"}
    assert not set("\u202e\u2066\u200b\ufeff") & set(left)
    assert "␛]0;owned␇法治[bold]报告␦2J␦" in left


@pytest.mark.parametrize("term", ["vt100", "linux", "screen-256color"])
def test_a_terminal_gets_no_more_colours_than_it_has(tmp_path, term):
    with Terminal(APP, env={**environment(tmp_path), "TERM": term, "COLORTERM": ""}) as terminal:
        terminal.wait_for("next section", PATIENCE)
        codes = re.findall(rb"\x1b\[([\d;]*)m", terminal.raw)
        assert not any(b"8;2;" in code for code in codes)
        assert "256" in term or not any(b"8;5;" in code for code in codes)


def test_without_a_terminal_the_text_is_printed(tmp_path):
    env = {**os.environ, **environment(tmp_path)}
    done = subprocess.run(APP, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    assert done.stdout.decode().startswith("泉州市鲤城区人民政府关于2024年法治政府建设情况的报告")
    assert b"\x1b" not in done.stdout
    assert done.stderr == b""
