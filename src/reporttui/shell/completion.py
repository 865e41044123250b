"""`reporttui completion`: a script for a shell, which asks the program what can come next.

The script has no names of its own: it calls `reporttui --complete WORD…` (`shell.candidates`),
which reads the table of commands, so that it is never older than the program.
"""

from __future__ import annotations

import os
import sys

from reporttui.shell.exits import FINE

_SCRIPTS = os.path.join(os.path.dirname(__file__), "completions")  # noqa: PTH118, PTH120


def run(shell: str) -> int:
    """Print the script for a shell."""
    with open(f"{_SCRIPTS}/reporttui.{shell}", encoding="utf-8") as script:  # noqa: PTH123
        sys.stdout.write(script.read())
    return FINE
