"""A PATH argument → a section, or the nearest paths that there are."""

from __future__ import annotations

from reporttui.report.outline import FRONT
from reporttui.shell.exits import WrongUse
from reporttui.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.report.outline import Entry, Outline

_NEAREST = 5


def is_path(word: str) -> bool:
    """Tell whether a word is written as a path is: digits with dots between them."""
    return all(part.isascii() and part.isdigit() for part in word.split("."))


def section_at(entries: Outline, path: str) -> Entry:
    """Return the section at a path.

    Raises:
        WrongUse: There is none; the nearest ones are named.
    """
    entry = entries.find(path)
    if entry is None:
        nearest = _(", ").join(_near(entries, path))
        raise WrongUse(
            _("there is no section {path}; the nearest are {nearest}", path=path, nearest=nearest)
        )
    return entry


def _near(entries: Outline, path: str) -> list[str]:
    """Return the paths beside a missing one, below the nearest entry above it that exists."""
    above, _, last = path.rpartition(".")
    parent = entries.find(above or FRONT)
    if parent is None:
        return _near(entries, above)
    below = [entry.path for entry in entries if entry.parent == parent.index]
    wanted = int(last) if last.isdecimal() else 0
    first = max(0, min(wanted, len(below)) - _NEAREST)
    return below[first : first + _NEAREST] or [parent.path]
