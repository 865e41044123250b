"""What `--help` says, from the table of commands, wrapped by terminal cells."""

from __future__ import annotations

from reporttui.shell.commands import COMMANDS, GENERAL, READ
from reporttui.text.breaking import wrap
from reporttui.text.width import cell_len, fit
from reporttui.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reporttui.shell.commands import Command, Option, Positional

_WIDEST = 100


def text(command: Command, width: int) -> str:
    """Return the help of a command: two examples, what it does, how, and what with.

    Args:
        command: The command.
        width: Of the terminal, in cells.
    """
    return "\n".join(_lines(command, min(width, _WIDEST)))


def _lines(command: Command, width: int) -> Iterator[str]:
    yield _("Examples:")
    for example in command.examples:
        yield f"  {example.line}"
        yield from _indented(_(example.meaning), width, "      ")
    yield ""
    yield from _indented(_(command.summary), width, "")
    yield ""
    yield _("Usage:")
    for line in _usages(command):
        yield from _indented(line, width, "  ")
    if command is READ:
        summaries = [(c.name, _(c.summary)) for c in COMMANDS.values()]
        yield from _list(_("Commands:"), summaries, width)
    positionals = [(p.name, _(p.help)) for p in command.positionals]
    yield from _list(_("Arguments:"), positionals, width)
    options = [(form(option), _(option.help)) for option in (*command.options, *GENERAL)]
    yield from _list(_("Options:"), options, width)
    yield ""
    codes = _("Exit code: 0 fine; 1 nothing found, or a check failed; 2 wrong use or unreadable.")
    yield from _indented(codes, width, "")


def usage(command: Command) -> str:
    """Return how a command is typed, without options: `reporttui show [REPORT] [PATH]`."""
    return " ".join((command.full_name, *map(_place, command.positionals)))


def form(option: Option) -> str:
    """Return how an option is typed: `-o, --output FILE`."""
    names = ", ".join(filter(None, (option.short, option.name)))
    value = option.value or "|".join(option.choices) if option.number is None else "[N]"
    return f"{names} {value}".strip()


def _usages(command: Command) -> Iterator[str]:
    yield f"{usage(command)} " + _("[OPTIONS]")
    if command is READ:
        yield _("reporttui COMMAND …")


def _place(positional: Positional) -> str:
    many = {None: "{}", "?": "[{}]", "*": "[{} …]", "+": "{} …"}[positional.nargs]
    return many.format(positional.name)


def _list(heading: str, pairs: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    """Set names with what they mean beside them, or below those that are long."""
    yield from ("", heading)
    for name, meaning in pairs:
        first, *rest = _indented(meaning, width, " " * 20)
        if cell_len(name) > 16:
            yield f"  {name}"
            yield first
        else:
            yield f"  {fit(name, 18)}{first.lstrip()}"
        yield from rest


def _indented(paragraph: str, width: int, indent: str) -> Iterator[str]:
    for start, end in wrap(paragraph, max(width - len(indent), 20)):
        yield indent + paragraph[start:end]
