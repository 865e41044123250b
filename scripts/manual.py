"""Write the manual page, and the tables of commands in both READMEs, from the table of commands.

Usage: python scripts/manual.py [--check]

--check   write nothing, and exit 1 where a file is not current
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reporttui import __version__, words
from reporttui.shell.commands import COMMANDS, GENERAL, READ
from reporttui.shell.help import form, usage
from reporttui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reporttui.shell.commands import Command

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "reporttui.1"
READMES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh-CN.md"}
BEGIN, END = "<!-- commands: written by scripts/manual.py -->\n", "<!-- end of commands -->\n"
HEADINGS: dict[str, tuple[str, ...]] = {"en": ("Command", "What it does"), "zh": ("命令", "作用")}

NAME = "reporttui \\- reading room for Chinese government annual reports"
EXITS = {
    "0": "All went well, also where the reader of a pipe wanted no more.",
    "1": "Nothing was found, a check failed, or some of many files could not be read.",
    "2": "Wrong use, input that cannot be read, or no room for the output.",
    "130": "Interrupted by Ctrl-C.",
}
ENVIRONMENT = {
    "LC_ALL, LC_MESSAGES, LANG": "The language, where neither --lang nor the configuration names "
    "one: Chinese where it begins with zh, else English.",
    "NO_COLOR": "With any value, no colours, unless --color always stands on the command line.",
    "PAGER": "The command that long results go through on a terminal; less, if it is not set, and "
    "none where it is empty or cat.",
    "LESS": "Options for less; FRX, if it is not set.",
    "TERM": "On dumb, the text is printed instead of opening the reading room, without a pager.",
    "XDG_CONFIG_HOME, XDG_STATE_HOME": "Where the folders below are; ~/.config and ~/.local/state, "
    "if they are not set.",
}
FILES = {
    "~/.config/reporttui/config.toml": "Settings: lang, theme, ambiguous_width, mouse, "
    "fuzzy_pinyin, lean, and the keymap in [keys].",
    "~/.local/state/reporttui/": "What is kept: places, bookmarks, queries, sizes of panes. "
    "Nothing of it is read or written with --no-state.",
}


_ESCAPES = str.maketrans(
    {
        "\\": "\\e",
        "-": "\\-",
        "~": "\\(ti",
        "^": "\\(ha",
        "'": "\\(aq",
        "`": "\\(ga",
        '"': "\\(dq",
    }
)
"""What roff makes something else of that cannot be copied into a shell."""


def page() -> str:
    """Return the manual page, in the macros of man(7)."""
    words.use("en")
    return "".join(f"{line}\n" for line in _page())


def _page() -> Iterator[str]:
    yield '.\\" -*- coding: UTF-8 -*-'
    yield '.\\" Written by scripts/manual.py from the table of commands.'
    yield f'.TH REPORTTUI 1 "" "reporttui {__version__}" "User Commands"'
    yield ".ad l"
    yield from (".SH NAME", NAME, ".SH SYNOPSIS")
    for command in (READ, *COMMANDS.values()):
        yield f".B {_roff(command.full_name)}"
        yield from (_roff(f"{usage(command)[len(command.full_name) :]} [OPTIONS]".strip()), ".br")
    yield from (".SH DESCRIPTION", _roff(_(READ.summary)))
    yield from _arguments(READ)
    yield ".SH COMMANDS"
    for command in COMMANDS.values():
        yield f".SS {_roff(command.name)}"
        yield _roff(_(command.summary))
        yield from _arguments(command)
        yield from _examples(command)
    yield ".SH OPTIONS"
    yield "These stand before or behind a command, with every command."
    yield from _terms((form(option), _(option.help)) for option in GENERAL)
    for heading, terms in (
        ("EXIT STATUS", EXITS),
        ("ENVIRONMENT", ENVIRONMENT),
        ("FILES", FILES),
    ):
        yield f".SH {heading}"
        yield from _terms(terms.items())
    yield ".SH EXAMPLES"
    yield from _examples(READ)


def _arguments(command: Command) -> Iterator[str]:
    yield from _terms((each.name, _(each.help)) for each in command.positionals)
    yield from _terms((form(option), _(option.help)) for option in command.options)


def _examples(command: Command) -> Iterator[str]:
    for example in command.examples:
        meaning = _(example.meaning)
        yield from (".PP", _roff(f"{meaning[0].upper()}{meaning[1:]}:"))
        yield from (".RS 4", ".EX", _roff(example.line), ".EE", ".RE")


def _terms(terms: Iterable[tuple[str, str]]) -> Iterator[str]:
    for term, meaning in terms:
        yield from (".TP", f".B {_roff(term)}", _roff(meaning))


def _roff(text: str) -> str:
    """Return text as roff takes it: hyphens to be copied, nothing taken for a request."""
    return re.sub(r"^\.", r"\\&.", text.translate(_ESCAPES))


def table(language: str) -> str:
    """Return the table of commands as Markdown."""
    words.use(language)
    heading = HEADINGS[language]
    commands = (READ, *COMMANDS.values())
    rows = [heading, ("---",) * len(heading)]
    rows += [(f"`{usage(command)}`", _(command.summary)) for command in commands]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def current(text: str, language: str) -> str:
    """Return a README with its table as it should be."""
    before, begin, rest = text.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not end:
        sys.exit(f"the {language} README has no place for the commands: {BEGIN}{END}")
    return f"{before}{begin}\n{table(language)}\n{end}{after}"


def main(arguments: list[str], readmes: Mapping[str, Path] = READMES, manual: Path = PAGE) -> int:
    """Do what the command line says."""
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    wanted = {manual: page()}
    for language, path in readmes.items():
        wanted[path] = current(path.read_text(encoding="utf-8"), language)
    stale = 0
    for path, text in wanted.items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        if arguments:
            print(f"stale: {path.name}; mend it by: python scripts/manual.py")
            stale = 1
        else:
            path.write_text(text, encoding="utf-8")
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
