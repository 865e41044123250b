"""A real OpenSSH server on loopback, for the benchmarks and the tests."""

from __future__ import annotations

import contextlib
import getpass
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SSHD = shutil.which("sshd", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
MISSING = "needs OpenSSH: apt install openssh-server openssh-client"
_SRC = Path(__file__).parents[1] / "src"
_PATIENCE = 20
_CONFIG = """\
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
MaxStartups 200
ForceCommand env LANG=C.UTF-8 PYTHONPATH={path} {variables} {python} -m reporttui {options}
"""


def can_serve() -> bool:
    """Tell whether server, client and key maker are installed."""
    return bool(SSHD and shutil.which("ssh") and shutil.which("ssh-keygen"))


@contextlib.contextmanager
def serve(folder: Path, options: str, variables: str = "") -> Iterator[list[str]]:
    """Serve one program to whoever connects.

    Args:
        folder: For keys, configuration and log.
        options: Of the program, such as `--kiosk`.
        variables: Of its environment: `NAME=value` between spaces.

    Yields:
        The client's command, to which a command for the server may be added.

    Raises:
        ConnectionError: The server does not start; the message holds its log.
    """
    for name in ("host", "client"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(command, check=True)
    port = _free_port()
    path = os.pathsep.join([str(_SRC), *filter(None, sys.path)])
    python = sys.executable
    values = {"port": port, "folder": folder, "path": path, "python": python}
    text = _CONFIG.format(options=options, variables=variables, **values)
    (folder / "config").write_text(text)
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # where the server of Debian shuts itself in
    with (folder / "log").open("w") as log:
        command = [str(SSHD), "-D", "-e", "-f", str(folder / "config")]
        with subprocess.Popen(command, stderr=log) as running:
            try:
                _wait_for(port, running, folder / "log")
                yield _client(port, folder)
            finally:
                running.terminate()


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


def _wait_for(port: int, running: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while True:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        if running.poll() is not None or time.monotonic() > deadline:
            raise ConnectionError(f"no SSH server: {log.read_text()}")
        time.sleep(0.05)


def _client(port: int, folder: Path) -> list[str]:
    options = ["UserKnownHostsFile=/dev/null", "StrictHostKeyChecking=no", "LogLevel=ERROR"]
    client = ["ssh", "-F", "none", "-p", str(port), "-i", str(folder / "client")]
    client += [word for option in options for word in ("-o", option)]
    return [*client, f"{getpass.getuser()}@127.0.0.1"]
