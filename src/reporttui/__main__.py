"""Picks the shell or the reading room, and imports only that."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from reporttui.library.opening import Opened
    from reporttui.library.options import Options


def main() -> NoReturn:
    """Run the program."""
    from reporttui.shell.main import main as run

    raise SystemExit(run(sys.argv[1:], _open_reading_room))


def _open_reading_room(opened: Opened, options: Options) -> int:
    from reporttui.tui.app import run

    return run(opened, options)


if __name__ == "__main__":
    main()
