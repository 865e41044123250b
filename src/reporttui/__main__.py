"""Picks the shell, its completion, the kiosk or the reading room, and imports only that."""

from __future__ import annotations

import gc
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from reporttui.library.opening import Opened
    from reporttui.library.options import Options


def main() -> NoReturn:
    """Run the program."""
    # A command is over before there is garbage worth a search, and then all goes at once:
    # without the collector it takes 9 ms of 70 less.
    gc.disable()
    words = sys.argv[1:]
    if words[:1] == ["--complete"]:
        from reporttui.shell.candidates import main as complete

        code = complete(words[1:])
    elif "--kiosk" in words:
        from reporttui.serving.kiosk import main as serve

        code = serve([word for word in words if word != "--kiosk"], _open_reading_room)
    else:
        from reporttui.shell.main import main as run

        code = run(words, _open_reading_room)
    gc.freeze()
    raise SystemExit(code)


def _open_reading_room(opened: Opened, options: Options) -> int:
    from reporttui.tui.app import run

    return run(opened, options)


if __name__ == "__main__":
    main()
