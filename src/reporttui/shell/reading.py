"""`reporttui` without a command: the reading room, or the whole text where there is none."""

from __future__ import annotations

import os
import sys

from reporttui.settings.locale import charset
from reporttui.shell.exits import FINE
from reporttui.shell.output import opened, tell
from reporttui.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reporttui.library.opening import Opened
    from reporttui.library.options import Options

    App = Callable[[Opened, Options], int]


def run(report: str | None, options: Options, app: App) -> int:
    """Read a report on the screen; without a screen or a keyboard for it, print it."""
    found = opened(report)
    if _has_screen() and _has_keyboard():
        if charset(os.environ) in ("", "utf8"):
            return app(found, options)
        tell(
            _(
                "the locale has no UTF-8, so the text is printed instead of opening the reading "
                "room; if the terminal has it: LC_ALL=C.UTF-8 reporttui"
            )
        )
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
