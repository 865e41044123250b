"""What a terminal is sent when something is copied: byte by byte, and through a real tmux."""

import base64
import os
import re
import shutil
import subprocess
import sys
import uuid

import pytest
from terminal import Terminal

APP = [sys.executable, "-m", "reporttui", "--lang", "en"]
PATIENCE = 20
COPIED = re.compile(rb"\x1b]52;c;([A-Za-z0-9+/=]*)\x07")
SECTION = "1.1.1 1.深入学习贯彻党的二十届三中全会精神: "
BEGIN = "]]]y"
"""Keys that copy the citation of section 1.1.1, by its heading."""


@pytest.fixture
def environ(tmp_path):
    return {
        **{f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("CONFIG", "STATE", "CACHE")},
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }


def copy(env, command=APP):
    """Copy a citation, and return what was sent for it and the last row then."""
    with Terminal(command, 120, 40, env=env) as terminal:
        terminal.wait_for("0/40", PATIENCE)
        terminal.send("]]]")
        terminal.wait_for("3/40", PATIENCE)
        terminal.settle()
        before = len(terminal.raw)
        terminal.send("y")
        rows = terminal.wait_for("reporttui cite 1.1.1", PATIENCE)
        terminal.settle()
        return terminal.raw[before:], rows[-1]


def citation(data):
    return base64.b64decode(data, validate=True).decode()


def test_a_terminal_is_sent_it_once(environ):
    sent, row = copy(environ)
    [data] = COPIED.findall(sent)
    assert citation(data).splitlines()[1].startswith(SECTION)
    assert row.startswith(" Copied: 泉州市鲤城区人民政府. ")


def test_tmux_is_sent_it_wrapped_too(environ):
    sent, _row = copy({**environ, "TERM": "tmux-256color"})
    wrapped = re.search(rb"\x1bPtmux;\x1b(\x1b]52;c;[^\x07]*\x07)\x1b\\\\?", sent)
    [first, second] = COPIED.findall(sent)
    assert wrapped[1] == b"\x1b]52;c;" + first + b"\x07"
    assert first == second


def test_screen_is_sent_it_in_pieces(environ):
    sent, _row = copy({**environ, "TERM": "screen-256color"})
    pieces = re.findall(rb"\x1bP((?:[^\x1b]|\x1b[^\\])*)\x1b\\", sent)
    [data] = COPIED.findall(b"".join(pieces))
    assert citation(data).splitlines()[1].startswith(SECTION)
    assert max(map(len, pieces)) <= 764


@pytest.mark.parametrize("term", ["linux", "vt100", "vt220"])
def test_a_terminal_that_is_not_known_to_take_it_is_sent_nothing_of_it(environ, term):
    sent, row = copy({**environ, "TERM": term})
    assert b"]52" not in sent
    assert row.startswith(" This terminal is not known to have a clipboard: reporttui cite 1.1.1")


class Tmux:
    """A server of its own, in a terminal whose bytes are seen."""

    def __init__(self, folder, env):
        self.name = f"reporttui-{uuid.uuid4().hex[:8]}"
        self.buffer = ""
        config = folder / "tmux.conf"
        config.write_text("set -g set-clipboard on\nset -g allow-passthrough on\n")
        # Without Ms, what reaches the terminal has come through and not from tmux itself.
        config.write_text(config.read_text() + "set -g terminal-overrides '*:Ms@'\n")
        app = " ".join(APP)
        self.command = ["tmux", "-L", self.name, "-u", "-f", str(config), "new-session", app]
        self.env = env

    def shown_buffer(self):
        command = ["tmux", "-L", self.name, "show-buffer"]
        return subprocess.run(command, capture_output=True, timeout=30).stdout.decode()

    def close(self):
        subprocess.run(["tmux", "-L", self.name, "kill-server"], capture_output=True)


@pytest.mark.skipif(not shutil.which("tmux"), reason="needs tmux: apt install tmux")
def test_through_tmux_it_reaches_the_terminal_and_its_own_buffer(environ, tmp_path):
    tmux = Tmux(tmp_path, environ)
    try:
        with Terminal(tmux.command, 120, 40, env=environ) as terminal:
            terminal.wait_for("0/40", PATIENCE)
            terminal.send(BEGIN)
            terminal.wait_for("reporttui cite 1.1.1", PATIENCE)
            terminal.settle()
            [data] = COPIED.findall(terminal.raw)
            assert citation(data).splitlines()[1].startswith(SECTION)
            assert tmux.shown_buffer() == citation(data)
    finally:
        tmux.close()
