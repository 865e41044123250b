"""The reader goes to the shell and comes back: job control, with bash as the shell."""

import os
import shutil
import signal
import sys
from pathlib import Path

import procfs
import pytest
from emulator import START_MODES
from terminal import Terminal

pytestmark = [
    pytest.mark.skipif(not shutil.which("bash"), reason="needs bash"),
    pytest.mark.usefixtures("read_before"),
]
PATIENCE = 20
SHELL = ["bash", "--norc", "--noprofile", "--noediting", "-i"]
SUSPEND, REPAINT = "\x1a", "\x0c"


class Reader:
    """Who types at a shell, and at the app that was started there."""

    def __init__(self, terminal):
        self.terminal = terminal
        self.clear()
        self.type(f"{sys.executable} -m reporttui --lang en\n", "next section")
        self.press("jj]")

    def type(self, line, shows):
        self.terminal.send(line)
        return self.terminal.wait_for(shows, PATIENCE)

    def press(self, keys):
        """Press keys in the app, and return what is shown then."""
        self.terminal.send(keys)
        self.terminal.settle(0.1, PATIENCE)
        return self.shown()

    def shown(self):
        """Return what is seen of every cell."""
        screen = self.terminal.screen
        cells = [screen.buffer[y][x] for y in range(screen.lines) for x in range(screen.columns)]
        return [(" ", c.bg) if c.data == " " and not c.reverse else tuple(c) for c in cells]

    def suspend(self, by=lambda reader: reader.terminal.send(SUSPEND)):
        by(self)
        self.terminal.wait_for("Stopped", PATIENCE)

    def resume(self):
        """Come back to the app, and return what is shown before any key is pressed."""
        self.clear()
        self.type("fg\n", "next section")
        self.terminal.settle(0.2, PATIENCE)
        return self.shown()

    def returns_to(self, before):
        """Come back to the app, and tell whether it shows what it did before."""
        self.resume()
        return self.terminal.wait_for(lambda _rows: self.shown() == before, PATIENCE)

    def clear(self):
        """Let the shell clear the screen."""
        screen = self.terminal.screen
        for y in range(screen.lines):  # Else pyte would erase only what was written.
            screen.buffer[y].update(dict.fromkeys(range(screen.columns), screen.default_char))
        self.terminal.send("printf '\\033[2J\\033[H'\n")
        self.terminal.wait_for(lambda rows: not any(rows[2:]), PATIENCE)

    def app(self):
        """Return the process of the app."""
        programs = {pid: Path(f"/proc/{pid}/cmdline").read_bytes() for pid in self.others()}
        return next(pid for pid, program in programs.items() if b"reporttui" in program)

    def others(self):
        return procfs.members(self.terminal.pid)

    def is_at_the_shell(self):
        return self.terminal.modes() == START_MODES and self.terminal.cooked()


@pytest.fixture
def reader(tmp_path):
    folders = {f"XDG_{kind}_HOME": str(tmp_path) for kind in ("CONFIG", "STATE", "CACHE")}
    path = os.pathsep.join(filter(None, sys.path))
    with Terminal(SHELL, env={**folders, "PYTHONPATH": path, "PS1": "> "}) as terminal:
        yield Reader(terminal)


def test_the_shell_finds_its_terminal_as_it_was(reader):
    reader.suspend()
    assert reader.is_at_the_shell()
    assert reader.terminal.raw.count(b"\x1b[?1049l") == 1
    reader.type("echo $((6 * 7))\n", "42")


def test_who_comes_back_sees_all_again_and_reads_on(reader):
    before, modes = reader.shown(), reader.terminal.modes()
    for _ in range(2):
        reader.suspend()
        assert reader.returns_to(before)
        assert reader.terminal.modes() == modes
        assert not reader.terminal.cooked()
    assert reader.press("]") != before
    assert reader.press("[") == before
    assert reader.press("/xzfy\r") == reader.press(REPAINT)


def test_a_size_that_changed_meanwhile_is_filled(reader):
    reader.suspend()
    reader.terminal.resize(100, 30)
    shown = reader.resume()
    assert "next section" in reader.terminal.screen_text()[29]
    assert reader.press(REPAINT) == shown


def test_after_a_return_one_leaves_as_ever(reader):
    reader.suspend()
    reader.resume()
    reader.type("q", "> ")
    reader.type("echo code $?\n", "code 0")
    assert reader.is_at_the_shell()
    assert reader.others() == [reader.terminal.pid]


def test_in_the_background_it_waits_until_it_is_called(reader):
    before = reader.shown()
    reader.suspend()
    reader.type("bg; sleep 0.2; echo $((6 * 7))\n", "42")
    assert reader.is_at_the_shell()
    assert reader.returns_to(before)
    assert reader.press("]") != before


def test_a_stop_of_which_nobody_told_it_is_a_suspension_too(reader):
    before = reader.shown()
    reader.suspend(lambda reader: os.kill(reader.app(), signal.SIGSTOP))
    assert reader.returns_to(before)
    assert reader.press("]]][[[") == before
    reader.type("q", "> ")
    reader.type("echo code $?\n", "code 0")
    assert reader.is_at_the_shell()


def test_a_terminal_that_answered_is_left_without_what_it_said_it_had(reader):
    reader.press("\x1b[?2026;2$y\x1b[?2048;2$y")
    assert "?2048" in reader.terminal.modes()
    before = reader.press("j")
    reader.suspend()
    assert reader.is_at_the_shell()
    assert reader.returns_to(before)
    reader.type("q", "> ")
    assert reader.is_at_the_shell()
