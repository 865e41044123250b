"""The kiosk behind a real OpenSSH server, driven by its own client."""

import contextlib
import subprocess
import time
from pathlib import Path

import pytest
from ssh_server import MISSING, can_serve, serve
from terminal import Terminal

PATIENCE = 20
TITLE = "泉州市鲤城区人民政府关于2024年法治政府建设情况的报告"

pytestmark = pytest.mark.skipif(not can_serve(), reason=MISSING)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Serve the kiosk, and give the client's command for it."""
    with serve(tmp_path_factory.mktemp("sshd"), "--kiosk --lang zh --theme 16") as client:
        yield client


@pytest.fixture
def connect(server):
    with contextlib.ExitStack() as opened:

        def connect(cols=80, rows=24):
            client = [*server[:1], "-tt", *server[1:]]
            terminal = opened.enter_context(Terminal(client, cols, rows))
            terminal.wait_for(TITLE[:10], PATIENCE)
            terminal.settle(0.2, PATIENCE)
            return terminal

        yield connect


def readers(word=b"--kiosk"):
    """Return the processes of readers on this machine whose command line has a word."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            words = (process / "cmdline").read_bytes().split(b"\0")
            if word in words and b"reporttui" in words:
                found.append(process.name)
    return found


def test_one_reads_searches_resizes_and_leaves(connect):
    terminal = connect()
    terminal.send("  ")
    terminal.wait_for("3/40", PATIENCE)
    terminal.send("/xzfy")
    terminal.wait_for("xing zheng fu yi", PATIENCE)
    terminal.send("\r")
    terminal.resize(120, 40)
    terminal.wait_for("数值", PATIENCE)
    terminal.settle(0.3, PATIENCE)
    assert TITLE in terminal.screen_text()[0]
    terminal.send("\x1a")
    terminal.wait_for("此处没有命令行", PATIENCE)
    terminal.send("q")
    assert terminal.wait(PATIENCE) == 0


def test_a_connection_that_breaks_leaves_no_process(connect):
    terminal = connect()
    terminal.send("  /行")
    assert readers()
    terminal.close()
    deadline = time.monotonic() + PATIENCE
    while readers() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert readers() == []
    terminal.close = lambda: None


def test_where_saving_is_allowed_a_line_that_breaks_keeps_the_place(tmp_path):
    folder, state = tmp_path / "sshd", tmp_path / "state"
    folder.mkdir()
    with serve(folder, "--lang zh --theme 16", f"XDG_STATE_HOME={state}") as client:
        command = [*client[:1], "-tt", *client[1:]]
        with Terminal(command) as terminal:
            terminal.wait_for(TITLE[:10], PATIENCE)
            terminal.send("  ")
            terminal.wait_for("3/40", PATIENCE)
        deadline = time.monotonic() + PATIENCE
        while not (state / "reporttui/kept.sqlite3").exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        with Terminal(command) as terminal:
            terminal.wait_for("3/40", PATIENCE)
            terminal.send("q")
            assert terminal.wait(PATIENCE) == 0


def test_broken_utf_8_and_a_large_paste_do_no_harm(connect):
    terminal = connect()
    terminal.send(b"/\xe8\xa1\xff\xfe\x80\xc3(")
    terminal.settle(0.3, PATIENCE)
    terminal.send(b"\x1b")
    terminal.settle(0.3, PATIENCE)
    terminal.send("/")
    terminal.send(b"\x1b[200~" + "行政复议 ".encode() * 3000 + b"\x1b[201~")
    terminal.settle(0.5, PATIENCE)
    terminal.send("\x1b")
    terminal.settle(0.3, PATIENCE)
    terminal.send("q")
    assert terminal.wait(PATIENCE) == 0


def test_several_read_at_the_same_time(connect):
    terminals = [connect() for _ in range(5)]
    for number, terminal in enumerate(terminals):
        terminal.send(" " * (number + 1))
    for terminal in terminals:
        terminal.settle(0.2, PATIENCE)
    assert len({"\n".join(terminal.screen_text()) for terminal in terminals}) == 5
    for terminal in terminals:
        terminal.send("q")
        assert terminal.wait(PATIENCE) == 0


def test_commands_come_without_a_shell(server):
    def asked(command):
        return subprocess.run([*server, command], capture_output=True, timeout=60)

    done = asked("metrics --format csv")
    assert done.returncode == 0
    assert "轮训区管干部" in done.stdout.decode()
    for command in ("cat /etc/passwd", "check /etc/passwd", "metrics; id", "$SHELL"):
        done = asked(command)
        assert (done.returncode, done.stdout) == (2, b"")
