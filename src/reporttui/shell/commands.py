"""The one table of commands: parsers, help and dispatch come from it."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.settings.config import LANGUAGES, THEMES, WIDTHS
from reporttui.words import N_
from reporttui.writers.formats import FORMATS as FILE_FORMATS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

FORMATS = ("table", "csv", "tsv", "json", "jsonl")
STYLES = ("gbt7714", "markdown", "bibtex", "csl-json")
NOTES = "markdown"
"""How notes are written, beside rows."""
SHELLS = ("bash", "zsh", "fish")
INFO = ("text", "json")
WHEN = ("auto", "always", "never")


class Positional(NamedTuple):
    """An argument that is known by its place.

    Attributes:
        name: As help calls it.
        help: What it means; an English sentence for `words._`.
        nargs: As argparse counts: None is one, `?` at most one, `*` any number, `+` some.
        choices: The values that it takes; none where it takes any.
    """

    name: str
    help: str
    nargs: Literal["?", "*", "+"] | None = None
    choices: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The name of its value."""
        return self.name.lower()


class Option(NamedTuple):
    """An argument that is known by its name.

    Attributes:
        name: With its hyphens.
        help: What it does; an English sentence for `words._`.
        choices: The values that it takes; none for a switch.
        default: The value where it is left out.
        short: A second name.
        number: The whole number that it stands for where none follows it; None where it takes none.
        value: What help calls the text that must follow it; empty where none does.
    """

    name: str
    help: str
    choices: tuple[str, ...] = ()
    default: str | None = None
    short: str | None = None
    number: int | None = None
    value: str = ""

    @property
    def takes_value(self) -> bool:
        """Whether a value must follow."""
        return bool(self.choices or self.value)

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
        configured: Whether it needs a configuration that can be read.
    """

    name: str
    summary: str
    examples: tuple[Example, Example]
    positionals: tuple[Positional, ...]
    options: tuple[Option, ...] = ()
    configured: bool = True

    @property
    def module(self) -> str:
        """The module of this package that runs it."""
        return {"import": "importing"}.get(self.name, self.name)

    @property
    def full_name(self) -> str:
        """What is typed to run it."""
        return f"reporttui {self.name}".rstrip()


HELP = Option("--help", N_("show this help"), short="-h")
VERSION = Option("--version", N_("show the versions of the program, of Python and of Textual"))
LANG = Option("--lang", N_("the language to speak; the locale's, if left out"), LANGUAGES)
NO_STATE = Option(
    "--no-state", N_("leave no trace: nothing that was kept is read, and nothing new is kept")
)
COLOR = Option(
    "--color",
    N_("colours: on a terminal and where NO_COLOR is not set, if left out; always, or never"),
    WHEN,
)
NO_PAGER = Option("--no-pager", N_("print long results at once, without the pager of $PAGER"))

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
    COLOR,
    NO_PAGER,
    NO_STATE,
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
            "cite",
            N_("Cite a section of a report, with its first sentence."),
            (
                Example("reporttui cite 1.1.1", N_("as GB/T 7714—2015 has it")),
                Example(
                    "reporttui cite report.yaml 1.1.1 --quote 504人次 --style bibtex",
                    N_("words of a section, for LaTeX"),
                ),
            ),
            (
                _REPORT,
                Positional(
                    "PATH",
                    N_(
                        "the section's path as in `reporttui outline`; 0 is what stands outside "
                        "the sections; the report as a whole, if left out"
                    ),
                    "?",
                ),
            ),
            (
                Option(
                    "--style",
                    N_("how it is written; gbt7714, which is GB/T 7714—2015, if left out"),
                    STYLES,
                    STYLES[0],
                ),
                Option("--quote", N_("words to quote; they must stand there"), value="TEXT"),
                Option(
                    "--metric", N_("the name of a metric there, whose words to quote"), value="NAME"
                ),
                Option("--url", N_("where the report can be read; no report says so"), value="URL"),
            ),
        ),
        Command(
            "notes",
            N_("Print the bookmarks and notes of a report, in the order of its text."),
            (
                Example("reporttui notes", N_("in Markdown, with citations")),
                Example(
                    "reporttui notes report.yaml --format csv > notes.csv",
                    N_("those of a file, for a spreadsheet"),
                ),
            ),
            (_REPORT,),
            (
                _FORMAT._replace(
                    help=N_("how they are written; Markdown, if left out"),
                    choices=(NOTES, *FORMATS),
                    default=NOTES,
                ),
            ),
        ),
        Command(
            "export",
            N_("Write a report, or a section of it, in the form that another program wants."),
            (
                Example("reporttui export -o report.html", N_("a page for any browser")),
                Example(
                    "reporttui export report.yaml --format csv > metrics.csv",
                    N_("the metrics of a file, for a spreadsheet"),
                ),
            ),
            (_REPORT,),
            (
                Option(
                    "--format",
                    N_(
                        "md, html, json, yaml and txt hold the text, csv, xlsx and parquet the "
                        "metrics; what the extension of --output tells, if left out"
                    ),
                    tuple(FILE_FORMATS),
                ),
                Option(
                    "--output",
                    N_("the file to write; standard output, if left out or -"),
                    short="-o",
                    value="FILE",
                ),
                Option(
                    "--section",
                    N_("only the section at this path, with all below it"),
                    value="PATH",
                ),
                Option("--force", N_("replace a file that is there already")),
                Option("--bom", N_("begin CSV with a byte order mark, by which Excel knows UTF-8")),
                Option(
                    "--raw-cells",
                    N_(
                        "leave text as it is that a spreadsheet may take for a formula; otherwise "
                        "' stands before it in CSV, and it is marked as text in xlsx"
                    ),
                ),
            ),
        ),
        Command(
            "import",
            N_("Turn text, Markdown, HTML, DOCX and PDF into reports in YAML."),
            (
                Example("reporttui import report.txt -o reports", N_("one file")),
                Example(
                    "reporttui import report.txt --report",
                    N_("what was recognised, what was left out, what is doubtful; writes nothing"),
                ),
            ),
            (Positional("FILE", N_("a file, or a folder with all files below it"), "+"),),
            (
                Option(
                    "--output",
                    N_("the folder for the YAML files; made where it is missing"),
                    short="-o",
                    value="DIR",
                ),
                Option("--report", N_("tell by line what became of each part of a file")),
                Option(
                    "--force",
                    N_("make everything anew, also what was imported before or edited since"),
                ),
            ),
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
        Command(
            "completion",
            N_("Print what makes a shell complete commands, options, reports and sections."),
            (
                Example(
                    "reporttui completion bash > reporttui.bash",
                    N_("for ~/.local/share/bash-completion/completions/reporttui"),
                ),
                Example(
                    "reporttui completion fish > reporttui.fish",
                    N_("for ~/.config/fish/completions/reporttui.fish"),
                ),
            ),
            (Positional("SHELL", N_("bash, zsh or fish"), choices=SHELLS),),
            configured=False,
        ),
        Command(
            "info",
            N_("Tell what a bug report should say: versions, folders, terminal, language."),
            (
                Example("reporttui info", N_("to be pasted into a bug report")),
                Example("reporttui info --format json", N_("the same for another program")),
            ),
            (),
            (
                Option(
                    "--format", N_("how it is written; text, if left out"), INFO, default=INFO[0]
                ),
            ),
            configured=False,
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
