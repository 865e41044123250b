"""The one table of commands: parsers, help and dispatch come from it."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.settings.config import LANGUAGES, THEMES, WIDTHS
from reporttui.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

FORMATS = ("table", "csv", "tsv", "json", "jsonl")


class Positional(NamedTuple):
    """An argument that is known by its place.

    Attributes:
        name: As help calls it.
        help: What it means; an English sentence for `words._`.
        nargs: As argparse counts: None is one, `?` at most one, `*` any number, `+` some.
    """

    name: str
    help: str
    nargs: Literal["?", "*", "+"] | None = None


class Option(NamedTuple):
    """An argument that is known by its name.

    Attributes:
        name: With its hyphens.
        help: What it does; an English sentence for `words._`.
        choices: The values that it takes; none for a switch.
        default: The value where it is left out.
        short: A second name.
        number: The whole number that it stands for where none follows it; None where it takes none.
    """

    name: str
    help: str
    choices: tuple[str, ...] = ()
    default: str | None = None
    short: str | None = None
    number: int | None = None

    @property
    def key(self) -> str:
        """The name of its value."""
        return self.name.strip("-").replace("-", "_")


class Example(NamedTuple):
    """A line for the shell that works where `report.yaml` is a report, and what it does."""

    line: str
    meaning: str


class Command(NamedTuple):
    """A command.

    Attributes:
        name: As typed; empty for the program without a command.
        summary: What it does; an English sentence for `words._`.
        examples: Two that work.
        positionals: Its arguments by place.
        options: Its options, without those of every command.
    """

    name: str
    summary: str
    examples: tuple[Example, Example]
    positionals: tuple[Positional, ...]
    options: tuple[Option, ...] = ()

    @property
    def full_name(self) -> str:
        """What is typed to run it."""
        return f"reporttui {self.name}".rstrip()


HELP = Option("--help", N_("show this help"), short="-h")
VERSION = Option("--version", N_("show the version"))
LANG = Option("--lang", N_("the language to speak; the locale's, if left out"), LANGUAGES)

GENERAL = (
    HELP,
    VERSION,
    LANG,
    Option("--theme", N_("the colours of the reading room"), THEMES),
    Option(
        "--ambiguous-width",
        N_("cells that “ ” — … · take on this terminal; many Chinese ones draw two"),
        tuple(map(str, WIDTHS)),
    ),
    Option("--no-mouse", N_("leave the mouse to the terminal")),
)
"""The options of every command."""

_FORMAT = Option("--format", N_("how rows are written; table, if left out"), FORMATS, FORMATS[0])
_FUZZY = Option(
    "--fuzzy-pinyin", N_("let zh and z, ch and c, sh and s, n and l, ing and in, eng and en be one")
)
_LEAN = Option("--lean", N_("wait for a terminal on a slow line; over SSH it is so anyway"))
_REPORT = Positional(
    "REPORT",
    N_(
        "a YAML file, the id of a bundled report, or - for standard input; "
        "the bundled report, if left out"
    ),
    "?",
)

READ = Command(
    "",
    N_("Open the reading room; without a terminal, print the report as text."),
    (
        Example("reporttui", N_("read the bundled report")),
        Example("reporttui report.yaml", N_("read the report in a file")),
    ),
    (_REPORT,),
    (
        _FUZZY,
        _LEAN,
        Option(
            "--kiosk",
            N_("serve strangers over SSH: bundled reports only, nothing is kept or started"),
        ),
    ),
)

COMMANDS = {
    command.name: command
    for command in (
        Command(
            "outline",
            N_("List the sections with their counts of metrics."),
            (
                Example("reporttui outline", N_("the sections of the bundled report")),
                Example(
                    "reporttui outline report.yaml --format json",
                    N_("those of a file, for another program"),
                ),
            ),
            (_REPORT,),
            (_FORMAT,),
        ),
        Command(
            "show",
            N_("Print a section with all below it, one heading or paragraph to a line."),
            (
                Example("reporttui show 1.2", N_("the second section of part one")),
                Example("reporttui show report.yaml", N_("the whole of a file")),
            ),
            (
                _REPORT,
                Positional(
                    "PATH",
                    N_(
                        "the section's path as in `reporttui outline`; 0 is what stands outside "
                        "the sections; the whole report, if left out"
                    ),
                    "?",
                ),
            ),
        ),
        Command(
            "metrics",
            N_("List the metrics, or, where none has a name, the figures; with their places."),
            (
                Example("reporttui metrics", N_("the metrics of the bundled report")),
                Example(
                    "reporttui metrics report.yaml --format csv > metrics.csv",
                    N_("all fields of those of a file, for a spreadsheet"),
                ),
            ),
            (_REPORT,),
            (
                _FORMAT,
                Option("--all", N_("also the figures that nobody has named, where some are named")),
            ),
        ),
        Command(
            "figures",
            N_("List every figure of any text, with its meaning and its place."),
            (
                Example("reporttui figures - < report.yaml", N_("the figures of what comes in")),
                Example(
                    "reporttui figures report.yaml --rejected --format jsonl",
                    N_("with the numbers that are none, and why"),
                ),
            ),
            (Positional("FILE", N_("a text in UTF-8, or - for standard input")),),
            (
                _FORMAT,
                Option("--rejected", N_("also the numbers that are no figures, with the reason")),
            ),
        ),
        Command(
            "names",
            N_("List the laws, programmes, bodies and places that are named, and where."),
            (
                Example("reporttui names", N_("the index of names of the bundled report")),
                Example(
                    "reporttui names report.yaml --format csv > names.csv",
                    N_("that of a file, for a spreadsheet"),
                ),
            ),
            (_REPORT,),
            (_FORMAT,),
        ),
        Command(
            "search",
            N_("Find the places where a query matches, by characters or by Pinyin."),
            (
                Example("reporttui search xzfy", N_("行政复议 in the bundled report, by initials")),
                Example(
                    "reporttui search '法治 -培训 in:1' report.yaml licheng-2024 --format tsv",
                    N_("a query with conditions, in two reports"),
                ),
            ),
            (
                Positional(
                    "QUERY",
                    N_(
                        'words, "phrases", -not, a | b, ( ), /regex/, and fields such as unit:件, '
                        "value>100, in:1.4, title:word; may begin with a hyphen"
                    ),
                ),
                _REPORT._replace(nargs="*"),
            ),
            (
                _FORMAT,
                Option(
                    "--context",
                    N_(
                        "show what stands before and behind each hit, in columns of their own: "
                        "40 characters, if no number says otherwise"
                    ),
                    number=40,
                ),
                _FUZZY,
            ),
        ),
        Command(
            "audit",
            N_("Tell whether the figures of reports add up: parts, shares, changes."),
            (
                Example("reporttui audit", N_("what holds and what fails in the bundled report")),
                Example(
                    "reporttui audit report.yaml licheng-2024 --format csv",
                    N_("in two reports, for a spreadsheet"),
                ),
            ),
            (_REPORT._replace(nargs="*"),),
            (_FORMAT,),
        ),
        Command(
            "check",
            N_("Check the structure of reports, and whether quotes say their metrics."),
            (
                Example("reporttui check report.yaml", N_("every problem of a file at once")),
                Example("reporttui check - < report.yaml", N_("the same from standard input")),
            ),
            (Positional("FILE", N_("a YAML file, or - for standard input"), "+"),),
        ),
    )
}
"""Name → command."""

OPTIONS = {
    name: option
    for command in (READ, *COMMANDS.values())
    for option in (*GENERAL, *command.options)
    for name in (option.name, option.short)
    if name
}
"""Name → option, of all commands together."""
