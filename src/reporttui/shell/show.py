"""`reporttui show`: the text of a report or a section, a heading or paragraph a line."""

from __future__ import annotations

import re

from reporttui.report.outline import FRONT, outline
from reporttui.report.prose import blocks, section_blocks
from reporttui.shell.exits import FINE, WrongUse
from reporttui.shell.output import opened, say
from reporttui.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reporttui.report.model import Report
    from reporttui.report.outline import Outline
    from reporttui.report.prose import Block

_PATH = re.compile(r"[0-9]+(\.[0-9]+)*")
_NEAREST = 5


def run(report: str | None, path: str | None) -> int:
    """Print a section with all below it; a lone argument of dotted digits is its path."""
    if path is None and report is not None and _PATH.fullmatch(report):
        report, path = None, report
    found = opened(report).report
    if path is None:
        print_whole(found)
    else:
        _print(_section(found, path))
    return FINE


def print_whole(report: Report) -> None:
    """Print all of a report."""
    _print(blocks(report, outline(report)))


def _print(lines: Iterable[Block]) -> None:
    for block in lines:
        say(block.text)


def _section(report: Report, path: str) -> Iterable[Block]:
    entries = outline(report)
    if path == FRONT:
        return _outside(blocks(report, entries))
    entry = entries.find(path)
    if entry is None:
        nearest = _(", ").join(_near(entries, path))
        raise WrongUse(
            _("there is no section {path}; the nearest are {nearest}", path=path, nearest=nearest)
        )
    return section_blocks(entries, entry.index, entry.end)


def _outside(whole: Iterable[Block]) -> Iterator[Block]:
    """Yield what stands outside the sections, also where one runs in behind it."""
    for block in whole:
        if pieces := tuple(piece for piece in block.pieces if piece.entry == 0):
            yield block._replace(pieces=pieces)


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
