"""A report opens where it was left, however the program ended."""

import signal
import sys

import pytest
from terminal import Terminal

from reporttui.settings.store import Store

COMMAND = [sys.executable, "-m", "reporttui", "--lang", "en"]


@pytest.fixture
def opened(tmp_path):
    def opened(*options):
        return Terminal([*COMMAND, *options], env={"XDG_STATE_HOME": str(tmp_path / "state")})

    return opened


def test_after_q_it_opens_where_it_was_left(opened):
    with opened() as terminal:
        terminal.wait_for("0/40")
        terminal.send("    q")
        assert terminal.wait(10) == 0
    with opened() as terminal:
        terminal.wait_for("9/40")
        terminal.send("q")
        assert terminal.wait(10) == 0


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_after_a_signal_too(opened, number):
    with opened() as terminal:
        terminal.wait_for("0/40")
        terminal.send("    ")
        terminal.wait_for("9/40")
        terminal.kill(number)
        assert terminal.wait(10) == 128 + number
    with opened() as terminal:
        terminal.wait_for("9/40")


def test_a_program_that_is_killed_has_kept_it_from_time_to_time(opened, tmp_path):
    kept = Store(tmp_path / "state/reporttui/kept.sqlite3")
    with opened() as terminal:
        terminal.wait_for("0/40")
        terminal.send("    ")
        terminal.wait_for("9/40")
        terminal.wait_for(lambda _rows: kept.read("SELECT 1 FROM places WHERE section <> '0'"))
        terminal.kill(signal.SIGKILL)
    with opened() as terminal:
        terminal.wait_for("9/40")


def test_with_no_state_nothing_is_kept_and_what_was_kept_stays(opened, tmp_path):
    def files():
        return {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    for kept_before in (False, True):
        if kept_before:
            with opened() as terminal:
                terminal.wait_for("0/40")
                terminal.send("    q")
                assert terminal.wait(10) == 0
        before = files()
        assert bool(before) == kept_before
        with opened("--no-state") as terminal:
            terminal.wait_for("0/40")
            terminal.send("/行政\r<   ")
            terminal.wait_for("行政")
            terminal.send("q")
            assert terminal.wait(10) == 0
        assert files() == before
