"""Bookmarks survive whatever ends the program, and are the shell's too."""

import os
import signal
import subprocess
import sys

import pytest
from terminal import Terminal

APP = [sys.executable, "-m", "reporttui", "--lang", "en"]
PATIENCE = 20


@pytest.fixture
def environ(tmp_path):
    return {
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }


def notes(environ):
    env = {**os.environ, **environ}
    done = subprocess.run([*APP, "notes"], env=env, capture_output=True, timeout=60)
    return done.returncode, done.stdout.decode()


def test_a_bookmark_and_its_note_survive_a_kill_and_are_in_the_shell(environ):
    with Terminal(APP, env=environ) as terminal:
        terminal.wait_for("0/40", PATIENCE)
        terminal.send("]]m")
        terminal.wait_for("Bookmarked", PATIENCE)
        terminal.send("M")
        terminal.wait_for("Esc close", PATIENCE)
        terminal.send("e")
        terminal.wait_for("Type a note", PATIENCE)
        terminal.send("重要\r")
        terminal.wait_for(lambda rows: any(row.endswith("重要") for row in rows[:3]), PATIENCE)
        terminal.kill(signal.SIGKILL)
    code, said = notes(environ)
    assert code == 0
    assert "突出政治引领" in said
    assert "重要" in said
    with Terminal(APP, env=environ) as terminal:
        terminal.wait_for("◆", PATIENCE)


def test_with_no_state_it_is_said_that_nothing_is_kept_and_nothing_is(environ, tmp_path):
    with Terminal([*APP, "--no-state"], env=environ) as terminal:
        terminal.wait_for("0/40", PATIENCE)
        terminal.send("]m")
        terminal.wait_for("for this visit only", PATIENCE)
        terminal.send("q")
        assert terminal.wait(PATIENCE) == 0
    assert not list(tmp_path.rglob("*"))


def test_the_first_keys_are_told_once(environ):
    for told in (True, False):
        with Terminal(APP, env=environ) as terminal:
            rows = terminal.wait_for("0/40", PATIENCE)
            terminal.settle()
            rows = terminal.screen_text()
            assert rows[-1].startswith(" Space reads on") == told
            terminal.send("q")
            assert terminal.wait(PATIENCE) == 0


def test_strangers_have_bookmarks_for_their_visit_and_copy_and_write_nothing(environ, tmp_path):
    with Terminal([*APP, "--kiosk"], env=environ, cwd=tmp_path) as terminal:
        rows = terminal.wait_for("0/40", PATIENCE)
        terminal.send("]m")
        terminal.wait_for("for this visit only", PATIENCE)
        terminal.send("w")
        terminal.wait_for("Nothing can be written here", PATIENCE)
        terminal.send("y")
        rows = terminal.wait_for("Copied: ", PATIENCE)
        assert "reporttui" not in rows[-1]
        terminal.settle()
        assert terminal.raw.count(b"\x1b]52;c;") == 1
        terminal.send("q")
        assert terminal.wait(PATIENCE) == 0
    assert not list(tmp_path.rglob("*"))
