"""The app: themes, first screen, manners at the end."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, ClassVar

from rich.console import Console
from textual import events
from textual.filter import LineFilter

from reporttui.report.bundled import DEFAULT
from reporttui.report.mapping import mapped
from reporttui.report.model import BadReport
from reporttui.session.bookmarks import refusal
from reporttui.session.past import Past
from reporttui.session.places import are_kept, leave_at, left_at
from reporttui.session.reading import Session
from reporttui.settings.folders import keeps, state_dir
from reporttui.settings.store import FILE, MemoryStore, Store
from reporttui.text.safe import visible
from reporttui.tui.frame import Fittings
from reporttui.tui.keys import keymap_with
from reporttui.tui.painting.adapter import PaintedApp
from reporttui.tui.painting.clipboard import inside
from reporttui.tui.painting.terminals import terminal
from reporttui.tui.pane_sizes import keep, kept
from reporttui.tui.room import Room
from reporttui.tui.themes import THEMES, Inks, WithoutColour, choose, inks
from reporttui.tui.widgets.query import LineInput
from reporttui.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporttui.library.opening import Opened
    from reporttui.library.options import Options

_SECONDS_BETWEEN_LOOKS = 1.0
_SECONDS_BETWEEN_PLACES = 5.0
"""After which a place is kept though nobody leaves: the machine may be switched off."""


class ReadingApp(PaintedApp[int], inherit_bindings=False):
    """Shows one report in the reading room."""

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "style.tcss"
    TITLE = "reporttui"
    BINDINGS: ClassVar[list[object]] = []  # type: ignore[assignment]

    def __init__(
        self,
        opened: Opened,
        *,
        theme: str | None = None,
        keymap: Mapping[str, tuple[str, ...]] | None = None,
        fuzzy: bool = False,
        lean: bool = False,
        kiosk: bool = False,
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        able = terminal(environ.get("TERM", ""))
        self._colour = "NO_COLOR" not in environ and able.colours
        self._without_colour = WithoutColour()
        self.inks: Inks = inks("", colour=self._colour)
        paced = lean or bool(environ.get("SSH_CONNECTION"))
        super().__init__(able, paced=paced, through=inside(environ))
        for each in THEMES.values():
            self.register_theme(each)
        self.theme_names = tuple(THEMES) if able.palette else ("16",)
        wanted = choose(theme, environ)
        self.theme = wanted if wanted in self.theme_names else self.theme_names[0]
        self._kiosk = kiosk
        if kiosk:  # What went wrong inside is not for strangers.
            self.error_console = Console(file=StringIO())
        self._has_own_keys = bool(keymap)
        self._keys = keymap_with(keymap or {})
        self._opened = opened
        self._seen = _stamp(opened.path)
        self._store = Store(Path(state_dir(), FILE)) if keeps() else MemoryStore()
        report = mapped(opened.report, visible)
        self.session = Session(report, fuzzy=fuzzy, store=self._store)
        if place := left_at(self._store, opened.report):
            self.session.return_to(place)
        self._kept_place = self.session.place
        past = Past(Path(state_dir(), "queries.json"))
        argument = None if kiosk else _argument(opened)
        fittings = Fittings(self._keys, past, kept(), keep, self._store, argument)
        self._room = Room(self.session, fittings)
        self._greet()
        self.animation_level = "none"

    def _greet(self) -> None:
        """Say what is wrong with what was kept; else, the first time, which keys to begin with."""
        if refused := refusal(self._store):
            self._room.say(refused, str(self._store.path))
        elif self._kiosk or (keeps() and self._is_first_visit()):
            self._room.say_first_keys()

    def _is_first_visit(self) -> bool:
        """Tell whether no report was read before, and keep that one was."""
        if are_kept(self._store):
            return False
        return leave_at(self._store, self._opened.report, self._kept_place)

    def watch_theme(self, theme: str) -> None:
        """Take the inks of a theme; called by Textual when it changes."""
        self.inks = inks(theme, colour=self._colour)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's filters and, without colour, ours after them."""
        filters = list(super().get_line_filters())
        return filters if self._colour else [*filters, self._without_colour]

    def get_default_screen(self) -> Room:
        """Return the reading room."""
        return self._room

    async def on_event(self, event: events.Event) -> None:
        """Let an input line finish with a key before the next one is looked at."""
        key = isinstance(event, events.Key) and not event.is_forwarded
        if key:
            self._room.forget()
        await super().on_event(event)
        if key and isinstance(self.focused, LineInput):
            await self._finish()

    async def _finish(self) -> None:
        """Wait until input line and screens have nothing more to do, nor told each other of it."""
        quiet = 0
        while quiet < 2:
            pumps = {self.focused or self.screen, self.screen, self._room}
            for pump in pumps:
                done = asyncio.Event()
                if pump.call_later(done.set):
                    await done.wait()
            quiet = 0 if any(pump.message_queue_size for pump in pumps) else quiet + 1

    def on_load(self) -> None:
        """Take signals as a wish to leave, from before the terminal is touched."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            loop.add_signal_handler(number, self._leave, number)
        if self._kiosk:  # Textual has taken it.
            signal.signal(signal.SIGTSTP, signal.SIG_IGN)

    def action_suspend_process(self) -> None:
        """Leave the terminal to the shell, where there is one."""
        if self._kiosk:
            self._room.say(_("There is no shell here"))
        else:
            super().action_suspend_process()

    def on_mount(self) -> None:
        """Look at the file from time to time."""
        if self._has_own_keys:  # Textual reads a keymap anew at every key.
            # It keeps the default keys of what is given none: a key that no keyboard has.
            self.set_keymap({name: ",".join(keys) or "none" for name, keys in self._keys.items()})
        self.call_after_refresh(_collect_garbage_from_now_on)
        if self._opened.path:
            self.set_interval(_SECONDS_BETWEEN_LOOKS, self._look_at_file)
        self.set_interval(_SECONDS_BETWEEN_PLACES, self.keep_place)

    def keep_place(self) -> None:
        """Keep where the reader is, for the next time."""
        if self.session.place != self._kept_place:
            self._kept_place = self.session.place
            leave_at(self._store, self._opened.report, self._kept_place)

    def _leave(self, number: int) -> None:
        """Restore the terminal and leave, as a shell counts: 128 and the signal's number."""
        self.exit(return_code=128 + number)

    def _look_at_file(self) -> None:
        """Reload the report when its file has changed."""
        assert self._opened.path
        stamp = _stamp(self._opened.path)
        if stamp == self._seen or stamp is None:
            return
        self._seen = stamp
        from reporttui.library.opening import open_file
        from reporttui.words.problems import sentences

        try:
            opened = open_file(self._opened.path, sys.stdin.buffer)
        except BadReport as bad:
            problem = bad.problems[0]
            what = sentences(problem.code, problem.values).what
            self._room.say(_("File not loaded: line {n}: {what}", n=problem.line, what=what))
            return
        self.session.reload(mapped(opened.report, visible))
        self._room.say(_("File changed: loaded anew"))


def _collect_garbage_from_now_on() -> None:
    """End what `__main__` began: until the first frame there is little garbage to look for."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _argument(opened: Opened) -> str:
    """Return what stands for a report on a command line."""
    if opened.name == DEFAULT:
        return ""
    return quote(opened.name) if opened.path else "-"


def _stamp(path: str | None) -> tuple[int, int] | None:
    """Return what changes when a file does, or None where there is none."""
    try:
        found = os.stat(path) if path else None  # noqa: PTH116
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size) if found else None


def run(opened: Opened, options: Options) -> int:
    """Open the reading room and return the exit code when the reader leaves it."""
    try:
        app = ReadingApp(
            opened,
            theme=options.theme,
            keymap=options.keys,
            fuzzy=options.fuzzy_pinyin,
            lean=options.lean,
            kiosk=options.kiosk,
        )
    except KeyError as unknown:
        print(f"config.toml: {_no_command(str(unknown.args[0]))}", file=sys.stderr)
        return 2
    app.run(mouse=options.mouse)
    app.keep_place()
    code = app.return_code or 0
    if code == 1 and options.kiosk:
        print(_("The reading room has failed; please connect again"), file=sys.stderr)
    return code


def _no_command(name: str) -> str:
    """Say that the keymap names a command that there is not."""
    from difflib import get_close_matches

    from reporttui.tui.commands import COMMANDS
    from reporttui.words.problems import sentences

    nearest = next(iter(get_close_matches(name, COMMANDS, 1)), "")
    values = {"key": visible(name), "allowed": ", ".join(COMMANDS), "nearest": nearest}
    return "; ".join(sentences("config-unknown-key", values))
