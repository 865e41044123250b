"""A reader at the app: presses keys, and sees what a terminal makes of the bytes it is sent."""

import io
import unicodedata
from contextlib import asynccontextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from glass import Glass, seen
from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.keys import KEY_NAME_REPLACEMENTS

from reporttui import words
from reporttui.library.opening import Opened, open_report
from reporttui.report.model import FORMAT, Report
from reporttui.session.places import Place, leave_at
from reporttui.settings.folders import state_dir
from reporttui.settings.store import FILE, Store
from reporttui.text.width import ambiguous
from reporttui.tui.app import ReadingApp
from reporttui.tui.panes.base import Pane

XTERM = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
SIZES = [(60, 16), (80, 24), (120, 40), (200, 50)]
CURSOR = "▌"
PLACE = "▏"
"""The cursor of a pane that is not the active one."""
_BUNDLED = open_report(None, io.BytesIO())._replace(path=None)


class _Wire(HeadlessDriver):
    """Keeps what is written to the terminal."""

    is_headless = False

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.written = []

    def write(self, data):
        app = self._app
        # What it was drawn for: the painter goes by the app, Textual itself by the screen.
        size = app.size if app._painter else app.screen._compositor.size
        self.written.append((size, data))


def bundled():
    return _BUNDLED


def opened(report, path=None):
    """Return a report as if it had been read from a file."""
    return Opened(report, None, report.id, path)


def make_app(
    report=None, *, lang="en", theme="dark", keymap=None, environ=XTERM, first=False, kiosk=False
):
    """Return the app with a report, by default the bundled one, which no file holds here.

    The reader has read another one before, unless this is to be the first time.
    """
    words.use(lang)
    kept = Path(state_dir(), FILE)
    with suppress(OSError):
        if not first and not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(_read_before())
    found = report or _BUNDLED
    found = found if isinstance(found, Opened) else opened(found)
    return ReadingApp(found, theme=theme, keymap=keymap, environ=environ, kiosk=kiosk)


@cache
def _read_before():
    """Return what is kept where another report was read."""
    with TemporaryDirectory() as folder:
        store = Store(Path(folder, FILE))
        assert leave_at(store, Report(format=FORMAT, id="other", title="别的"), Place("0", 0, 0))
        return store.path.read_bytes()


@asynccontextmanager
async def reading(report=None, *, size=(80, 24), **options):
    """Open the app on a terminal of some size for a reader."""
    app = make_app(report, **options)
    app.driver_class = _Wire
    async with app.run_test(headless=False, size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        yield reader


class Reader:
    """Who reads: presses keys one after the other, each when the one before is done with."""

    def __init__(self, app, pilot):
        self.app = app
        self.pilot = pilot
        self.pressed = []
        self.sent = ""
        """All that the app has sent to the terminal."""
        self.glass = Glass(*app.size, ambiguous())

    # What a reader does.

    async def press(self, *keys):
        """Press keys, by Textual's names or as characters."""
        for key in keys:
            self.pressed.append(key)
            self.app.post_message(_key_event(key))
            await self.settle()

    async def press_at_once(self, *keys):
        """Press keys faster than the app can follow, as on a slow link."""
        for key in keys:
            self.pressed.append(key)
            self.app.post_message(_key_event(key))
        await self.settle()

    async def paste(self, text):
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def resize(self, width, height):
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    async def click(self, x, y, times=1):
        await self.pilot.click(offset=(x, y), times=times)
        await self.settle()

    async def wheel(self, x, y, *, down):
        kind = events.MouseScrollDown if down else events.MouseScrollUp
        where = {"x": x, "y": y, "screen_x": x, "screen_y": y}
        nothing = {"delta_x": 0, "delta_y": 0, "button": 0, "shift": False, "meta": False}
        self.app.post_message(kind(None, **where, **nothing, ctrl=False))
        await self.settle()

    async def settle(self):
        """Wait until all that was asked for is done and drawn."""
        quiet = 0
        while quiet < 2 and self.app.is_running:
            await self.pilot.pause(0)
            pumps = [self.app, *self.app.screen.walk_children(with_self=True)]
            quiet = 0 if any(pump.message_queue_size for pump in pumps) else quiet + 1
        self._take()

    def _take(self):
        driver = self.app._driver
        if driver is None:
            return
        written, driver.written = driver.written, []
        self.sent += "".join(data for _, data in written)
        if (self.glass.width, self.glass.height) != self.app.size:
            self.glass.resize(*self.app.size)
        # A frame of another size was under way when the terminal changed; the next one is whole.
        self.glass.feed("".join(data for size, data in written if size in (self.app.size, (0, 0))))

    # What a reader sees.

    def cells(self):
        """Return every cell with what is seen of its look, row by row."""
        return [list(map(seen, row)) for row in self.glass.cells]

    def rows(self):
        return self.glass.rows()

    def text(self):
        return "\n".join(self.rows())

    def rows_of(self, widget):
        """Return the rows of a widget, by its id; none where it is not on the screen."""
        found = self.app.screen.query_one(f"#{widget}")
        if not found.is_on_screen:
            return []
        x, y, width, height = found.region
        rows = self.cells()[y : y + height]
        return ["".join(cell.data for cell in row[x : x + width]).rstrip() for row in rows]

    def shown(self):
        """Return the names of the panes on the screen."""
        return [name for name in ("outline", "detail", "metrics") if self.rows_of(name)]

    def active(self):
        """Return the names of the panes whose title is marked."""
        return [name for name in self.shown() if self.rows_of(name)[0].startswith(CURSOR)]

    def current(self, pane):
        """Return the row under a pane's cursor, without the sign of the cursor."""
        rows = [row.strip() for row in self.rows_of(pane)[1:]]
        found = [row for row in rows if row.startswith((CURSOR, PLACE))]
        assert len(found) == 1, f"{pane} has {len(found)} cursors\n{self.text()}"
        return found[0].lstrip(CURSOR + PLACE).rstrip("│ ").strip()

    def status(self):
        return self.rows_of("status")[0].strip()

    def said(self):
        """Return what the program says, which stands in the last row where it is long."""
        return f"{self.status()} {self.footer()}"

    def query(self):
        return self.rows_of("query")[0].strip()

    def footer(self):
        return self.rows_of("footer")[0].strip()

    # What the app knows.

    @property
    def room(self):
        return self.app.screen_stack[0]

    @property
    def session(self):
        return self.app.session

    def path(self):
        """Return the path of the section that is being read."""
        return self.session.document.outline[self.session.entry].path

    async def drawn_anew(self):
        """Let everything be drawn anew, on a terminal that was cleared, and return the cells."""
        self.app.forget_frame()
        for pane in self.app.screen.query(Pane):
            pane._drawn = []
        self.app.screen.refresh(layout=True)
        for widget in self.app.screen.walk_children():
            widget.refresh()
        await self.settle()
        return self.cells()


def _key_event(key):
    if len(key) != 1:
        return events.Key(key, {"enter": "\r", "tab": "\t", "space": " "}.get(key))
    if key.isalnum():
        return events.Key(key, key)
    name = unicodedata.name(key).lower().replace("-", "_").replace(" ", "_")
    return events.Key(KEY_NAME_REPLACEMENTS.get(name, name), key)
