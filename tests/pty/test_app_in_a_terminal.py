"""The reading room in a real pseudo-terminal: start, keys, resize, signals, exit."""

import os
import signal
import sys
import time

import pytest
from emulator import START_MODES
from terminal import Terminal

pytestmark = pytest.mark.usefixtures("read_before")

APP = [sys.executable, "-m", "reporttui", "--lang", "zh"]
TITLE = "泉州市鲤城区人民政府关于2024年法治政府建设情况的报告"
CRASH = """
from reporttui.tui.panes.detail import DetailPane
def move(self, rows):
    raise ValueError("broken on purpose")
DetailPane.move = move
import sys
sys.argv = ["reporttui"]
from reporttui.__main__ import main
main()
"""


@pytest.fixture
def start(tmp_path):
    """Start the app, or another command, and wait for its first frame."""
    opened = []

    def start(command=APP, cols=80, rows=24, **variables):
        folders = {f"XDG_{kind}_HOME": str(tmp_path) for kind in ("CONFIG", "STATE", "CACHE")}
        path = os.pathsep.join(path for path in sys.path if path)
        terminal = Terminal(command, cols, rows, env={**folders, "PYTHONPATH": path, **variables})
        opened.append(terminal)
        terminal.__enter__()
        terminal.wait_for("2024", 20)
        terminal.settle(0.2, 20)
        return terminal

    yield start
    for terminal in opened:
        terminal.close()


def restored(terminal):
    return terminal.modes() == START_MODES and terminal.cooked() and not terminal.children()


@pytest.mark.parametrize(("cols", "rows"), [(80, 24), (120, 40)])
def test_the_first_frame_fills_the_screen(start, cols, rows):
    screen = start(cols=cols, rows=rows).screen_text()
    assert TITLE in screen[0]
    assert "目录" in screen[1]
    assert "下一页" in screen[-1]


def test_keys_read_and_find(start):
    terminal = start()
    terminal.send("/行政复议\r")
    terminal.wait_for("命中 1/", 10)
    terminal.send("n")
    terminal.wait_for("命中 2/", 10)
    terminal.send("\x1b")
    terminal.wait_for(lambda rows: not any("命中" in row for row in rows), 10)


def test_another_size_is_filled_at_once(start):
    terminal = start()
    terminal.resize(120, 40)
    terminal.wait_for("数值", 10)
    terminal.settle(0.2)
    assert TITLE in terminal.screen_text()[0]
    assert "下一页" in terminal.screen_text()[39]
    terminal.resize(40, 10)
    terminal.wait_for("窗口太小", 10)
    terminal.resize(80, 24)
    terminal.wait_for("下一页", 10)


@pytest.mark.parametrize("key", ["q", "\x03"], ids=["q", "Ctrl-C"])
def test_a_key_leaves_and_restores_the_terminal(start, key):
    terminal = start()
    terminal.send(key)
    assert terminal.wait(10) == 0
    assert restored(terminal)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_restores_the_terminal_and_is_the_exit_code(start, number):
    terminal = start()
    terminal.kill(number)
    assert terminal.wait(10) == 128 + number
    assert restored(terminal)


def test_a_crash_restores_the_terminal(start):
    terminal = start([sys.executable, "-c", CRASH])
    terminal.send("j")
    assert terminal.wait(15) == 1
    assert restored(terminal)
    assert "broken on purpose" in terminal.raw.decode()


def test_an_idle_app_sends_nothing(start):
    terminal = start()
    sent = len(terminal.raw)
    time.sleep(2.5)
    terminal.settle(0.1)
    assert len(terminal.raw) == sent


def test_what_is_pasted_reaches_the_terminal_only_visibly(start):
    terminal = start()
    terminal.send("/")
    terminal.settle(0.2)
    sent = len(terminal.raw)
    terminal.send("\x1b[200~evil\x07\x9b31m\u202etext\x1b[201~")
    terminal.wait_for("evil", 10)
    terminal.settle(0.2)
    assert not set("\x07\x9b\u202e") & set(terminal.raw[sent:].decode())


def test_no_color_leaves_no_colour(start):
    import re

    terminal = start(NO_COLOR="1")
    terminal.send("j1j3jsz?")
    terminal.settle(0.3)
    terminal.send("\x1b/行政")
    terminal.settle(0.3)
    for parameters in re.findall(r"\x1b\[([\d;]*)m", terminal.raw.decode()):
        numbers = {int(number or 0) for number in parameters.split(";")}
        assert not numbers & {*range(30, 50), *range(90, 108)}, parameters


def test_a_dumb_terminal_gets_text(start):
    terminal = start(TERM="dumb")
    assert terminal.wait(10) == 0
    assert b"\x1b" not in terminal.raw
    assert TITLE in terminal.raw.decode()
