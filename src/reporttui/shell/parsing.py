"""Sorted words → the values of a command's arguments, by an argparse parser of that command."""

from __future__ import annotations

import argparse
from typing import NoReturn

from reporttui.shell.commands import COMMANDS, GENERAL, OPTIONS, READ
from reporttui.shell.exits import WrongUse
from reporttui.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reporttui.shell.arguments import Line
    from reporttui.shell.commands import Command, Option, Positional

SENTENCES = (
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("ignored explicit argument %r"),
    N_("invalid %(type)s value: %(value)r"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
)
"""What argparse says of wrong use, for the catalogue."""

# argparse says everything through this name, meant for gettext's global domain, which one
# program cannot share with the libraries that it uses.
setattr(argparse, "_", _)  # noqa: B010 - its stub hides the name


class _Formatter(argparse.HelpFormatter):
    """Wanted by argparse for each argument; told a width, it imports nothing to find one."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=80)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong as an exception: who prints it, and how, is decided elsewhere."""

    def error(self, message: str) -> NoReturn:
        raise WrongUse(message)


def parse(line: Line) -> dict[str, Any]:
    """Read the values of all arguments, by name: `report`, `format`, `no_mouse` and so on.

    Raises:
        WrongUse: With what is wrong.
    """
    _refuse_unknown_options(line)
    _refuse_unknown_name(line)
    places = ["--", *line.others] if line.others else []
    values = vars(parser(line.command).parse_args([*line.options, *places]))
    _refuse_unknown_choice(line.command, values)
    return values


def parser(command: Command) -> argparse.ArgumentParser:
    """Build the parser of one command."""
    built = _Parser(
        command.full_name, formatter_class=_Formatter, add_help=False, allow_abbrev=False
    )
    for positional in command.positionals:
        name, nargs = positional.name, positional.nargs
        # Without a default, argparse says that it requires what may be left out.
        default = () if nargs == "*" else None
        built.add_argument(positional.key, metavar=name, nargs=nargs, default=default)
    for option in (*GENERAL, *command.options):
        names = [name for name in (option.short, option.name) if name]
        if option.takes_value:
            built.add_argument(*names, default=option.default)
        elif option.number is not None:
            built.add_argument(*names, nargs="?", type=int, const=option.number)
        else:
            built.add_argument(*names, action="store_true")
    return built


def _refuse_unknown_name(line: Line) -> None:
    """Without a command, the first word is a report, or a command that is misspelt."""
    if line.command is not READ or not line.others:
        return
    from reporttui.library.opening import is_id
    from reporttui.report.bundled import ids
    from reporttui.report.problems import nearest

    word, known = line.others[0], [*COMMANDS, *ids()]
    if not is_id(word) or word in known:
        return
    if near := nearest(word, known):
        guess = {"word": word, "nearest": near}
        raise WrongUse(
            _('there is no command or report "{word}"; did you mean "{nearest}"?', **guess)
        )
    raise WrongUse(_('there is no command or report "{word}"', word=word))


def _refuse_unknown_options(line: Line) -> None:
    own = [option.name for option in (*GENERAL, *line.command.options)]
    for word in (*line.unknown, *line.options):
        name = word.partition("=")[0]
        if name not in OPTIONS or OPTIONS[name].name not in own:
            raise WrongUse(_no_such_option(name, own))


def _refuse_unknown_choice(command: Command, values: dict[str, Any]) -> None:
    """What argparse says of a choice names no nearest one."""
    arguments: list[Option | Positional] = [*GENERAL, *command.options, *command.positionals]
    for argument in arguments:
        value = values[argument.key]
        if argument.choices and value not in (None, *argument.choices):
            raise WrongUse(_no_such_choice(argument, value))


def _no_such_choice(argument: Option | Positional, value: str) -> str:
    from reporttui.report.problems import nearest

    said = {
        "argument": argument.name,
        "value": value,
        "allowed": _(", ").join(argument.choices),
        "nearest": nearest(value, argument.choices),
    }
    if said["nearest"]:
        return _(
            '{argument} cannot be "{value}"; expected {allowed}; did you mean "{nearest}"?', **said
        )
    return _('{argument} cannot be "{value}"; expected {allowed}', **said)


def _no_such_option(name: str, own: list[str]) -> str:
    others = [
        command.name
        for command in COMMANDS.values()
        if any(name in (option.name, option.short) for option in command.options)
    ]
    if others:
        commands = _(", ").join(others)
        return _("{name} is an option of other commands: {commands}", name=name, commands=commands)
    from reporttui.report.problems import nearest

    if near := nearest(name, own):
        return _("there is no option {name}; did you mean {nearest}?", name=name, nearest=near)
    return _("there is no option {name}", name=name)
