"""A report opens where it was left, however the program ended."""

import signal
import sys

import pytest
from terminal import Terminal

from reporttui.settings.store import Store

COMMAND = [sys.executable, "-m", "reporttui", "--lang", "en"]


@pytest.fixture
def opened(tmp_path):
    def opened():
        return Terminal(COMMAND, env={"XDG_STATE_HOME": str(tmp_path / "state")})

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
        terminal.wait_for(lambda _rows: kept.read("SELECT section FROM places"))
        terminal.kill(signal.SIGKILL)
    with opened() as terminal:
        terminal.wait_for("9/40")
