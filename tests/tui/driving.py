"""A reader at the app: presses keys, and sees what a terminal would show."""

import asyncio
import io
from contextlib import asynccontextmanager

from emulator import Emulator
from textual.drivers.headless_driver import HeadlessDriver

from reporttui.library.opening import Opened, open_report
from reporttui.tui.app import ReadingApp

ENVIRON = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
_BUNDLED = open_report(None, io.BytesIO())


class Recorder(HeadlessDriver):
    """Keeps what is written to the terminal."""

    is_headless = False

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.written = []

    def write(self, data):
        self.written.append(data)


def bundled():
    return _BUNDLED


def opened(report, path=None):
    return Opened(report, None, report.id, path)


class Reader:
    """The app and the terminal that it writes to."""

    def __init__(self, app, pilot):
        self.app = app
        self.pilot = pilot
        self.bytes = b""
        self._emulator = None

    @property
    def room(self):
        return self.app.screen_stack[0]

    @property
    def session(self):
        return self.app.session

    @property
    def size(self):
        return self.app.size

    async def settle(self):
        """Wait until every message is handled and the screen is drawn."""
        quiet = 0
        while quiet < 2:
            await self.pilot.pause(0)
            pumps = [self.app, *self.app.screen.walk_children(with_self=True)]
            quiet = 0 if any(pump.message_queue_size for pump in pumps) else quiet + 1
        self._take()

    def _take(self):
        written, driver = "", self.app._driver
        written, driver.written = "".join(driver.written), []
        if self._emulator is None or self.terminal_size != tuple(self.size):
            self._emulator = self._emulator or Emulator(*self.size)
            self._emulator.resize(*self.size)
        self.bytes += written.encode()
        self._emulator.feed(written.encode())

    @property
    def terminal_size(self):
        return self._emulator.screen.columns, self._emulator.screen.lines

    async def press(self, *keys):
        for key in keys:
            await self.pilot._app._press_keys([]) if not key else None
            self.app.simulate_key(key)
            await self.settle()
