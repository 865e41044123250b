"""How far long work is, on a terminal and in a pipe."""

import io

import pytest

from reporttui import words
from reporttui.shell import progress
from reporttui.shell.progress import Progress


class Stream(io.StringIO):
    def __init__(self, terminal):
        super().__init__()
        self.terminal = terminal

    def isatty(self):
        return self.terminal


@pytest.fixture
def shown(monkeypatch):
    """Make a progress on a terminal or in a pipe, with a clock that goes on by a second a look."""
    words.use("en")
    monkeypatch.setenv("TERM", "xterm")
    times = iter(range(1000))
    monkeypatch.setattr(progress.time, "monotonic", lambda: float(next(times)))

    def make(terminal, files, size=4 * 2**20):
        stream = Stream(terminal)
        monkeypatch.setattr(progress.sys, "stderr", stream)
        return Progress(files, size), stream

    return make


def test_a_terminal_has_one_line_that_changes(shown):
    each, stream = shown(True, 4)
    each.went_on(2**20, False)
    each.went_on(2**20, True)
    lines = stream.getvalue().split("\r\x1b[K")
    assert lines[1] == "1 of 4 files, 0 failed, 1.0 MB/s, 0:03 left"
    assert lines[2] == "2 of 4 files, 1 failed, 1.0 MB/s, 0:02 left"
    assert "\n" not in stream.getvalue()


def test_the_line_makes_room_for_what_is_printed_and_comes_back(shown):
    each, stream = shown(True, 4)
    each.went_on(2**20, False)
    with each.aside():
        stream.write("said\n")
    assert stream.getvalue().endswith(
        "\r\x1b[Ksaid\n\r\x1b[K1 of 4 files, 0 failed, 1.0 MB/s, 0:03 left"
    )
    each.end()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_a_pipe_has_plain_lines_now_and_then(shown):
    each, stream = shown(False, 40, 40 * 2**20)
    for _ in range(25):
        each.went_on(2**20, False)
    assert stream.getvalue().splitlines() == [
        "10 of 40 files, 0 failed, 1.0 MB/s, 0:30 left",
        "20 of 40 files, 0 failed, 1.0 MB/s, 0:20 left",
    ]


def test_a_single_file_and_a_dumb_terminal_have_none(shown, monkeypatch):
    each, stream = shown(True, 1)
    each.went_on(2**20, False)
    assert stream.getvalue() == ""
    monkeypatch.setenv("TERM", "dumb")
    each, stream = shown(True, 4)
    each.went_on(2**20, False)
    assert "\x1b" not in stream.getvalue()
