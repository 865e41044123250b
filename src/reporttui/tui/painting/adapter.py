"""The painter below Textual: the one place that touches Textual's private parts.

Textual hands each frame to `App._display` as strips. Here they become cells, and the painter sends
what differs from the frame before. Where Textual is not as it was when this was written, or a line
is not as long as it says, Textual's own output takes over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.color import ColorSystem
from rich.console import RenderableType
from textual import _compositor
from textual.app import App, ReturnType
from textual.screen import Screen
from textual.strip import Strip

from reporttui.tui.painting.cells import Cell, cells
from reporttui.tui.painting.clipboard import Inside, copying
from reporttui.tui.painting.driver import driver_for
from reporttui.tui.painting.pacing import REQUEST, Pacer
from reporttui.tui.painting.painter import Painter, Piece
from reporttui.tui.painting.terminals import Terminal

_LARGE = 512
"""Bytes from which on a terminal is asked to show a frame at once (private mode 2026)."""


_PATIENCE = 10.0
"""Seconds after which a terminal that has never answered is not waited for any more."""


class _UnlikeError(Exception):
    """Textual is not as it was."""


class PaintedApp(App[ReturnType], inherit_bindings=False):
    """An app whose frames are painted, and merged where the terminal cannot follow."""

    def __init__(
        self,
        terminal: Terminal,
        *,
        paced: bool = False,
        through: Inside = "",
        **options: Any,  # noqa: ANN401 - Textual's own
    ) -> None:
        """Make the app.

        Args:
            terminal: What the terminal can do.
            paced: Whether to wait for a terminal that is slower than the app.
            through: What runs between the app and the terminal.
            options: Textual's own.
        """
        super().__init__(driver_class=driver_for(terminal), **options)
        self._through: Inside = through
        self.has_clipboard = terminal.clipboard
        self._painter: Painter | None = Painter(terminal)
        self._pacer = Pacer() if paced else None
        self._is_late = False

    def on_resize(self) -> None:
        """Forget the frame: at the start, after a suspension, and when the size has changed."""
        self.forget_frame()

    def on_mount(self) -> None:
        """Paint the whole screen when the reader comes back from the shell."""
        self.app_resume_signal.subscribe(self, lambda _app: self._paint_anew())

    def _paint_anew(self) -> None:
        if self._pacer:
            self._pacer = Pacer()
        self.forget_frame()
        self._display(self.screen, self.screen._compositor.render_full_update())

    def forget_frame(self) -> None:
        """Let the next frame be painted as a whole: the terminal may show anything."""
        if self._painter:
            self._painter.forget()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if renderable is None or not self._can_paint():
            super()._display(screen, renderable)
            return
        try:
            if self._pacer and self._pacer.is_behind:
                self._is_late = True
            else:
                self._paint(list(self._pieces(renderable)))
        except (_UnlikeError, AttributeError, LookupError, TypeError, ValueError):
            self._painter = None
            super()._display(screen, renderable)
            screen.refresh(layout=True)
            return
        self.post_display_hook()

    def on_cursor_position(self) -> None:
        """Take the terminal's answer, and paint what has changed since it was asked."""
        if self._pacer:
            self._pacer.received()
            self._catch_up()

    def _stop_waiting(self) -> None:
        if self._pacer and not self._pacer.is_answered:
            self._pacer = None
            self._catch_up()

    def _catch_up(self) -> None:
        if self._is_late and not (self._pacer and self._pacer.is_behind):
            self._is_late = False
            self._display(self.screen, self.screen._compositor.render_full_update())

    def _can_paint(self) -> bool:
        """Tell whether there is a terminal, and it is ready, as Textual would."""
        driver = self._driver
        ready = self._running and not self._closed and not self._batch_count
        return bool(ready and self._painter and driver and not self.is_headless)

    def _pieces(self, renderable: object) -> Iterator[Piece]:
        if isinstance(renderable, _compositor.LayoutUpdate):
            for y, strips in enumerate(renderable.strips, renderable.region.y):
                x = renderable.region.x
                for strip in strips:
                    yield x, y, self._cells(strip)
                    x += strip.cell_length
        elif isinstance(renderable, _compositor.ChopsUpdate):
            for y, left, right in renderable.spans:
                chops = zip(renderable.chop_ends[y], renderable.chops[y].items(), strict=False)
                for end, (x, chop) in chops:
                    if chop is not None and x <= right and end > left:
                        # Cropped as Textual does it: half a wide character becomes a blank.
                        yield x, y, self._cells(chop.crop(0, min(end, right) - x))
        else:
            raise _UnlikeError

    def _cells(self, strip: Strip) -> list[Cell]:
        found = cells(strip, self.console._color_system or ColorSystem.TRUECOLOR)
        if len(found) != strip.cell_length:
            raise _UnlikeError
        return found

    def _paint(self, pieces: list[Piece]) -> None:
        assert self._painter
        assert self._driver
        # Not to the screen, which may not have taken another size yet.
        cursor = self.size.clamp_offset(self.cursor_position)
        text = self._painter.paint(*self.size, pieces, cursor)
        self._previous_cursor_position = cursor
        if text:
            self._send(text, at_once=len(text) >= _LARGE)

    def copy(self, text: str) -> bool:
        """Ask the terminal to put text on its clipboard, and tell whether that could be asked."""
        sequence = copying(text, self._through) if self.has_clipboard else ""
        if sequence:
            self._send(sequence)
        return bool(sequence)

    def _send(self, text: str, *, at_once: bool = False) -> None:
        """Send something, perhaps asking that it be shown at once."""
        assert self._driver
        if self._pacer and self._pacer.sent(len(text.encode())):
            text += REQUEST
            if not self._pacer.is_answered:
                self.set_timer(_PATIENCE, self._stop_waiting)
        if at_once:
            self._begin_update()
        self._driver.write(text)
        if at_once:
            self._end_update()
        self._driver.flush()
