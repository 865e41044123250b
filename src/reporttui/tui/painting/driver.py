"""Textual's driver, which sends a terminal only what it knows."""

from __future__ import annotations

import re

from textual.drivers.linux_driver import LinuxDriver

from reporttui.tui.painting.terminals import Terminal

_ALTERNATE = r"\x1b\[\?1049[hl]"
_MOUSE = r"\x1b\[\?(?:1000|1003|1006|1015|1016|2004)[hl]"
_ANSWERS = r"\x1b\[\?(?:1004|2026|2048)(?:[hl]|\$p)|\x1b\[[<>]\d*u"
_CURSOR = r"\x1b\[\?25[hl]"
_MOTION = r"\x1b\[\?100[35][hl]|\x1b\[\?1015[hl]|\x1b\]22;[a-z]+\x07"
"""Every motion of the mouse, an old way to report it, and its shape: bytes that nobody needs."""

_PLAIN = "\x1b[m"
_CLEAR = "\x1b[H\x1b[2J"
_NO_PIXELS = "\x1b[?1016l"


def driver_for(terminal: Terminal) -> type[LinuxDriver]:
    """Return the driver for a terminal."""
    unknown = [_MOTION]
    unknown += [] if terminal.alternates else [_ALTERNATE]
    unknown += [] if terminal.hides else [_CURSOR]
    unknown += [] if terminal.mouse else [_MOUSE]
    unknown += [] if terminal.answers else [_ANSWERS]
    left_out = re.compile("|".join(unknown))

    class Driver(LinuxDriver):
        """Leaves out what the terminal does not know, and leaves it as it was."""

        def write(self, data: str) -> None:
            """Write what the terminal knows."""
            if kept := left_out.sub("", data):
                super().write(kept)

        def stop_application_mode(self) -> None:
            """Leave with the terminal's own pen; without a second screen, on an empty one."""
            if self._writer_thread is not None:
                self.write(_PLAIN if terminal.alternates else _PLAIN + _CLEAR)
                if self._mouse_pixels:  # Textual switches them on, and leaves them on.
                    self.write(_NO_PIXELS)
                    self._mouse_pixels = False
            super().stop_application_mode()

        def _sigcont_application(self, *_signal: object) -> None:
            """Begin anew when the process goes on, also after a stop that nobody could foresee.

            After SIGSTOP the shell has had the terminal although it was never handed over.
            """
            if self._key_thread is not None and self._key_thread.is_alive():
                self.suspend_application_mode()
                self._must_signal_resume = True
            super()._sigcont_application()

    return Driver
