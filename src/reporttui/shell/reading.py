"""`reporttui` without a command: the reading room, or the whole text where there is none."""

from __future__ import annotations

import os
import sys

from reporttui.shell.exits import FINE
from reporttui.shell.output import opened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reporttui.library.opening import Opened
    from reporttui.library.options import Options

    App = Callable[[Opened, Options], int]


def run(report: str | None, options: Options, app: App) -> int:
    """Read a report on the screen; without a screen or a keyboard, print it."""
    found = opened(report)
    if _has_screen() and _has_keyboard():
        return app(found, options)
    from reporttui.shell.show import print_whole

    print_whole(found.report)
    return FINE


def _has_screen() -> bool:
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _has_keyboard() -> bool:
    """Tell whether there are keys to read; where a report came in by stdin, the terminal's."""
    if sys.stdin.isatty():
        return True
    try:
        keyboard = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(keyboard, 0)
    os.close(keyboard)
    return True
