"""`reporttui check`: what is wrong with files, as editors and people can read it."""

from __future__ import annotations

from reporttui.analysis.agreement import disagreements
from reporttui.library.opening import name_of, read_yaml
from reporttui.report.files import UnreadableFile
from reporttui.report.model import BadReport, Problem
from reporttui.report.nodes import locate
from reporttui.report.outline import outline
from reporttui.shell.color import VERDICTS, Span, paint
from reporttui.shell.exits import FAILED, FINE, UNUSABLE
from reporttui.shell.output import place_and_problem, stdin, tell, tell_problems
from reporttui.text.safe import escaped
from reporttui.words import _, ngettext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.library.opening import Opened
    from reporttui.report.outline import Outline


def run(file: list[str]) -> int:
    """Check files, in the order given."""
    codes = [_check(path) for path in file]
    return codes[0] if len(codes) == 1 else min(max(codes), FAILED)


def _check(path: str) -> int:
    name = name_of(path)
    try:
        opened = read_yaml(path, stdin())
    except UnreadableFile as unreadable:
        tell_problems(name, unreadable.problems)
        return UNUSABLE
    except BadReport as bad:
        return _failed(name, bad.problems)
    entries = outline(opened.report)
    if problems := _problems(opened, entries):
        return _failed(name, problems)
    tell(_fine(name, entries))
    return FINE


def _failed(name: str, problems: list[Problem]) -> int:
    for problem in problems:
        place, said = map(escaped, place_and_problem(name, problem))
        print(paint(f"{place}: {said}", [Span(0, len(place), VERDICTS["fails"])]))
    return FAILED


def _problems(opened: Opened, entries: Outline) -> list[Problem]:
    """Return where metrics and text disagree, in the order of the file."""
    assert opened.root  # `check` reads nothing but YAML
    found = [
        Problem(code, values, *locate(opened.root, pointer))
        for pointer, code, values in disagreements(entries)
    ]
    return sorted(found, key=lambda problem: (problem.line, problem.column))


def _fine(name: str, entries: Outline) -> str:
    sections, metrics = len(entries) - 1, entries[0].metrics_total
    fine = _(
        "fine: {sections}, {metrics}",
        sections=ngettext("{n} section", "{n} sections", sections),
        metrics=ngettext("{n} metric", "{n} metrics", metrics),
    )
    return f"{name}: {fine}"
