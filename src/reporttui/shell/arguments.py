"""The words of a command line, sorted: which command, which options, what else.

Sorting comes before parsing, so that options may stand anywhere, a query may begin with a
hyphen, and a request for help needs no parser.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from reporttui.shell.commands import COMMANDS, LANG, OPTIONS, READ

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.shell.commands import Command, Option

_LIKE_AN_OPTION = re.compile("--[A-Za-z]")


class Line(NamedTuple):
    """A command line.

    Attributes:
        command: The command in use.
        options: Known options, of this command or not, in the form `--name=value`.
        unknown: Words that look like options and are none.
        others: Arguments known by their place.
    """

    command: Command
    options: list[str]
    unknown: list[str]
    others: list[str]

    def has(self, option: Option) -> bool:
        """Tell whether a switch is on."""
        return option.name in self.options or option.short in self.options

    def language(self) -> str | None:
        """Return the language asked for last, where it is one."""
        values = (word.removeprefix(f"{LANG.name}=") for word in reversed(self.options))
        return next((value for value in values if value in LANG.choices), None)


def sort(words: list[str]) -> Line:
    """Sort the words behind the program's name."""
    line = Line(READ, [], [], [])
    rest = _with_numbers(words)
    for word in rest:
        name = word.partition("=")[0]
        if word == "--":
            line.others.extend(rest)
        elif name in OPTIONS:
            value = islice(rest, 1 if OPTIONS[name].takes_value and word == name else 0)
            line.options.append("=".join((word, *value)))
        elif word.startswith("-") and word != "-" and not _is_query(word, line):
            line.unknown.append(word)
        elif line.command is READ and not line.others and word in COMMANDS:
            line = line._replace(command=COMMANDS[word])
        else:
            line.others.append(word)
    return line


def _with_numbers(words: list[str]) -> Iterator[str]:
    """Join options that may take a number with the number behind them, if there is one."""
    rest = iter(enumerate(words, 1))
    for behind, word in rest:
        if word == "--":
            yield from words[behind - 1 :]
            return
        follows = "".join(words[behind : behind + 1])
        takes = word in OPTIONS and OPTIONS[word].number is not None
        if takes and follows.isascii() and follows.isdecimal():
            next(rest)
            yield f"{word}={follows}"
        else:
            yield word


def _is_query(word: str, line: Line) -> bool:
    """Tell whether a word with a hyphen stands where a query is expected."""
    wanted = line.command.name == "search" and not line.others
    return wanted and not _LIKE_AN_OPTION.match(word)
