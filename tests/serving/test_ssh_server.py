"""The kiosk behind a real OpenSSH server, driven by its own client."""

import contextlib
import getpass
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from terminal import Terminal

SSHD = shutil.which("sshd", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
SRC = Path(__file__).parents[2] / "src"
PATIENCE = 20
TITLE = "泉州市鲤城区人民政府关于2024年法治政府建设情况的报告"
CONFIG = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/client.pub
PidFile none
StrictModes no
UsePAM no
PermitRootLogin yes
AllowTcpForwarding no
AllowAgentForwarding no
X11Forwarding no
PermitTunnel no
PermitUserRC no
PermitUserEnvironment no
MaxStartups 100
ForceCommand env LANG=C.UTF-8 PYTHONPATH={path} {python} -m reporttui --kiosk --lang zh --theme 16
"""

pytestmark = pytest.mark.skipif(
    not (SSHD and shutil.which("ssh") and shutil.which("ssh-keygen")),
    reason="needs OpenSSH: apt install openssh-server openssh-client",
)


def free_port():
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return tried.getsockname()[1]


def listens(port):
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Start a server on loopback, and give the client's command for it."""
    folder, port = tmp_path_factory.mktemp("sshd"), free_port()
    for name in ("host", "client"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(command, check=True)
    path = os.pathsep.join([str(SRC), *filter(None, sys.path)])
    text = CONFIG.format(port=port, folder=folder, path=path, python=sys.executable)
    (folder / "config").write_text(text)
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # where the server of Debian shuts itself in
    command = [SSHD, "-D", "-e", "-f", str(folder / "config")]
    with (folder / "log").open("w") as log, subprocess.Popen(command, stderr=log) as running:
        deadline = time.monotonic() + PATIENCE
        while not listens(port):
            if running.poll() is not None or time.monotonic() > deadline:
                pytest.skip(f"no SSH server: {(folder / 'log').read_text()}")
            time.sleep(0.05)
        options = ["UserKnownHostsFile=/dev/null", "StrictHostKeyChecking=no", "LogLevel=ERROR"]
        client = ["ssh", "-F", "none", "-p", str(port), "-i", str(folder / "client")]
        client += [word for option in options for word in ("-o", option)]
        yield [*client, f"{getpass.getuser()}@127.0.0.1"]
        running.terminate()


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


def readers():
    """Return the processes of kiosks on this machine."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            words = (process / "cmdline").read_bytes().split(b"\0")
            if b"--kiosk" in words and b"reporttui" in words:
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
