"""The painter in a terminal that somebody else wrote: tmux."""

import os
import shutil
import subprocess
import sys
import time
import uuid

import pytest
from emulator import Emulator

pytestmark = pytest.mark.skipif(not shutil.which("tmux"), reason="needs tmux: apt install tmux")
PATIENCE = 20
KEYS = [
    ["Space", "Space", "j", "j"],
    ["1", "j", "j", "h", "j"],
    ["3", "s", "s", "Down", "Down", "u"],
    ["2", "z", "Space", "j", "j", "j", "k", "z"],
    ["/", *"xzfy", "Enter", "n", "n"],
    ["/", *"(", "Escape"],
    ["c", "s", "Enter"],
    ["?", "Space", "Escape"],
    [":", *"theme", "Enter", "t", "t", "t", "j"],
]


class Tmux:
    """A server of its own with one pane in which the app runs."""

    def __init__(self, folder, columns, rows):
        self._name = f"reporttui-{uuid.uuid4().hex[:8]}"
        app = f"{sys.executable} -m reporttui --lang en --theme dark"
        env = {
            **{name: os.environ[name] for name in ("PATH",)},
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            "LANG": "C.UTF-8",
            "HOME": str(folder),
        }
        size = ["-x", str(columns), "-y", str(rows)]
        command = ["-u", "-f", "/dev/null", "new-session", "-d", *size, app]
        self._run(*command, env=env)
        self.wait(lambda text: "Overview" in text)

    def _run(self, *words, **options):
        command = ["tmux", "-L", self._name, *words]
        done = subprocess.run(command, capture_output=True, check=True, timeout=60, **options)
        return done.stdout.decode()

    def press(self, *keys):
        for key in keys:
            self._run("send-keys", key)
        return self.rest()

    def shown(self):
        """Return the rows with their looks, as tmux knows them."""
        return self._run("capture-pane", "-p", "-e", "-N")

    def wait(self, shows):
        deadline = time.monotonic() + PATIENCE
        while not shows(self.shown()):
            assert time.monotonic() < deadline, self.shown()
            time.sleep(0.05)

    def rest(self):
        """Wait until nothing changes, and return what is shown."""
        before, shown = "", self.shown()
        while shown != before:
            time.sleep(0.25)
            before, shown = shown, self.shown()
        return shown

    def close(self):
        subprocess.run(["tmux", "-L", self._name, "kill-server"], capture_output=True)


@pytest.fixture(params=[(80, 24), (120, 40)], ids=str)
def tmux(request, tmp_path):
    try:
        opened = Tmux(tmp_path, *request.param)
    except subprocess.CalledProcessError as error:
        pytest.skip(f"tmux does not start: {error.stderr.decode()}")
    yield opened
    opened.close()


def seen(captured):
    """Return what is seen of what was captured, row by row, without the blanks at the ends.

    tmux leaves some of those out, however they were made.
    """
    rows = captured.splitlines()
    emulator = Emulator(200, len(rows))
    emulator.feed("\r\n".join(rows).encode())
    found = []
    for y in range(len(rows)):
        cells = [emulator.screen.buffer[y][x] for x in range(200)]
        while cells and cells[-1].data == " " and not cells[-1].reverse:
            cells.pop()
        found.append([(" ", c.bg) if c.data == " " and not c.reverse else tuple(c) for c in cells])
    return found


def test_what_is_painted_bit_by_bit_is_what_is_painted_anew(tmux):
    for keys in KEYS:
        shown = tmux.press(*keys)
        anew = tmux.press("C-l")
        assert seen(anew) == seen(shown), f"{keys}\n{shown}\n{anew}"
