"""The reading room for strangers: the reports that come with the program, and nothing else.

Meant as the only command of an account (`ForceCommand` of OpenSSH, `docs/ssh.md`). It sees no
environment and no folder but that of the reports, writes nothing, and starts no other program.
"""

from __future__ import annotations

import os
import re
import signal
import sys

from reporttui.report.bundled import ids
from reporttui.shell.arguments import sort
from reporttui.shell.exits import UNUSABLE
from reporttui.shell.main import main as run
from reporttui.shell.output import prepare, tell
from reporttui.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.library.opening import Opened
    from reporttui.library.options import Options
    from reporttui.shell.arguments import Line
    from reporttui.shell.reading import App

SWITCH = "--kiosk"
COMMANDS = ("", "outline", "show", "metrics", "search", "audit", "names")
"""What strangers may run: the reading room, and the commands that only read reports."""

_KEPT = ("TERM", "COLORTERM", "LANG", "NO_COLOR", "SSH_CONNECTION")
_NOWHERE = "/dev/null"
"""A folder in which nothing can be, nor be made."""

_SECTION = re.compile(r"\d+(\.\d+)*")


def main(words: list[str], app: App) -> int:
    """Serve one connection.

    Args:
        words: The command line, without the switch: the operator's options, perhaps a report.
        app: What opens the reading room.

    Returns:
        One of `shell.exits`.
    """
    asked = os.environ.get("SSH_ORIGINAL_COMMAND", "")
    _leave_the_world()
    prepare()
    try:
        theirs = _split(asked)
    except ValueError:
        return _refuse(asked)
    line = sort(theirs)
    if refused := _refused(line):
        return _refuse(refused)

    def open_room(opened: Opened, options: Options) -> int:
        return app(opened._replace(path=None), options._replace(kiosk=True))

    return run([*words, *theirs], open_room, trusted=False)


def _leave_the_world() -> None:
    """Forget the environment but for the terminal, and every folder; stay in the foreground."""
    kept = {name: os.environ[name] for name in os.environ if name in _KEPT or name[:3] == "LC_"}
    kinds = ("CONFIG", "STATE", "CACHE")
    os.environ.clear()
    os.environ.update(kept, HOME=_NOWHERE, **{f"XDG_{kind}_HOME": _NOWHERE for kind in kinds})
    os.chdir("/")
    for number in (signal.SIGTSTP, signal.SIGQUIT):
        signal.signal(number, signal.SIG_IGN)


def _split(asked: str) -> list[str]:
    """Split what the client asked for into words, as a shell would, but run by none."""
    from shlex import split

    words = split(asked)
    return words[1:] if words[:1] == ["reporttui"] else words


def _refused(line: Line) -> str:
    """Return the first word that is not for strangers; empty where there is none."""
    if line.command.name not in COMMANDS:
        return line.command.name
    names = line.others[1:] if line.command.name == "search" else line.others
    known = ids()
    return next((word for word in names if word not in known and not _is_path(line, word)), "")


def _is_path(line: Line, word: str) -> bool:
    return line.command.name == "show" and bool(_SECTION.fullmatch(word))


def _refuse(what: str) -> int:
    from reporttui.settings.locale import language
    from reporttui.words import use

    use(language(None, None, os.environ))
    allowed = ", ".join(filter(None, (*COMMANDS, *ids())))
    tell(_('"{what}" is not served here; expected {allowed}', what=what, allowed=allowed))
    sys.stderr.flush()
    return UNUSABLE
