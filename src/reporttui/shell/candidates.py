"""What can stand in place of the last word of a command line, for the completion of shells.

They call `reporttui --complete WORD…`, which is no option: it is known in the first place only,
where neither a reader nor a stranger in the kiosk has a use for it.
"""

from __future__ import annotations

import os
from typing import NamedTuple

from reporttui import words
from reporttui.shell.arguments import sort
from reporttui.shell.commands import COMMANDS, GENERAL, OPTIONS, READ
from reporttui.shell.exits import FINE
from reporttui.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reporttui.report.outline import Entry
    from reporttui.shell.arguments import Line
    from reporttui.shell.commands import Option, Positional


class Candidate(NamedTuple):
    """A word, and what it means; nothing where that is plain."""

    word: str
    meaning: str = ""


class Candidates(NamedTuple):
    """What can come, and whether the names of files can, which the shell knows best."""

    words: Iterable[Candidate]
    files: bool = False


def main(arguments: list[str]) -> int:
    """Print what can come: `files` or `words`, then each word with its meaning behind a tab.

    Args:
        arguments: The words behind the program's name, up to the one that is being typed.
    """
    from reporttui.shell.output import prepare
    from reporttui.text.safe import escaped

    prepare()
    typed = arguments[-1] if arguments else ""
    found = candidates(arguments[:-1], typed)
    print("files" if found.files else "words")
    for word, meaning in found.words:
        if word.startswith(typed) and word == escaped(word):  # Else the shell would type another.
            print(f"{word}\t{escaped(meaning)}")
    return FINE


def candidates(before: Sequence[str], typed: str) -> Candidates:
    """Return what can come behind some words, in the language that they or the locale name.

    Args:
        before: Words behind the program's name.
        typed: The beginning of the next one, which not all that is returned must have.
    """
    last = before[-1] if before else ""
    waits = last in OPTIONS and OPTIONS[last].takes_value
    line = sort([*before[:-1]] if waits else [*before])
    words.use(_language(line))
    if waits:
        return _of_option(last, line)
    if typed.startswith("--") and "=" in typed:
        name = typed.partition("=")[0]
        return Candidates(
            each._replace(word=f"{name}={each.word}") for each in _of_option(name, line).words
        )
    return Candidates(_options(line)) if typed.startswith("-") else _of_place(line, typed)


def _language(line: Line) -> str:
    from reporttui.settings.config import ConfigError, load
    from reporttui.settings.folders import config_dir
    from reporttui.settings.locale import language

    try:
        configured = load(f"{config_dir()}/config.toml").lang
    except ConfigError:
        configured = None
    return language(line.language(), configured, os.environ)


def _own_options(line: Line) -> Sequence[Option]:
    return (*line.command.options, *GENERAL)


def _options(line: Line) -> Iterator[Candidate]:
    return (Candidate(option.name, _(option.help)) for option in _own_options(line))


def _of_option(name: str, line: Line) -> Candidates:
    option = next((each for each in _own_options(line) if name in (each.name, each.short)), None)
    return _values(option, option.value, line) if option else Candidates(())


def _of_place(line: Line, typed: str) -> Candidates:
    places, place = line.command.positionals, len(line.others)
    if place >= len(places) and not (places and places[-1].nargs in ("*", "+")):
        return Candidates(())
    positional = places[min(place, len(places) - 1)]
    found = _values(positional, positional.name, line, typed)
    if line.command is READ:
        commands = (Candidate(each.name, _(each.summary)) for each in COMMANDS.values())
        return found._replace(words=(*commands, *found.words))
    if positional.name == "REPORT" and places[-1].name == "PATH" and not typed.strip(".0123456789"):
        # The report may be left out, and a section of the bundled one come at once.
        return Candidates((*_sections(line), *found.words))
    return found


def _values(argument: Option | Positional, kind: str, line: Line, typed: str = "") -> Candidates:
    """Return the values of an argument, by its choices or by what help calls them."""
    if argument.choices:
        return Candidates(map(Candidate, argument.choices))
    if kind == "PATH":
        return Candidates(_sections(line))
    if kind == "NAME":
        return Candidates(_metrics(line))
    if kind == "QUERY":
        return Candidates(_queries(typed))
    from reporttui.report.bundled import ids

    reports = map(Candidate, ids() if kind == "REPORT" else ())
    return Candidates(reports, kind in ("REPORT", "FILE", "DIR"))


def _entries(line: Line) -> Sequence[Entry]:
    """Return the outline of the report that a line names; nothing where it cannot be read.

    Standard input is the shell's own, and to make a report of another format takes too long.
    """
    from reporttui.library.opening import YAML, extension_of, is_id, open_report
    from reporttui.report.model import BadReport
    from reporttui.report.outline import outline
    from reporttui.shell.output import stdin
    from reporttui.shell.sections import is_path

    named = next((word for word in line.others[:1] if not is_path(word)), None)
    if named is not None and not is_id(named) and extension_of(named) not in YAML:
        return ()
    try:
        return outline(open_report(named, stdin()).report)
    except BadReport:
        return ()


def _sections(line: Line) -> Iterator[Candidate]:
    return (Candidate(entry.path, entry.label) for entry in _entries(line))


def _metrics(line: Line) -> Iterator[Candidate]:
    for entry in _entries(line):
        for metric in entry.section.metrics:
            yield Candidate(metric.name, metric.quote)


def _queries(typed: str) -> Iterator[Candidate]:
    """Yield the fields of a query, and with their values those of the bundled report."""
    from reporttui.search.completion import Vocabulary, complete
    from reporttui.search.fields import FIELDS

    if not typed:
        yield from (Candidate(f"{name}:") for name, *_others in FIELDS.values())
        return
    entries = _entries(sort([]))
    metrics = [metric for entry in entries for metric in entry.section.metrics]
    units = dict.fromkeys(metric.unit for metric in metrics if metric.unit)
    names = [metric.name for metric in metrics]
    known = Vocabulary([*units], names, [entry.path for entry in entries])
    start, found = complete(typed, known)
    yield from (Candidate(typed[:start] + word) for word in found)
