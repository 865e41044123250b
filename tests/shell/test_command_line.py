import platform
import re
from importlib import metadata
from itertools import chain

import pytest

from reporttui import __version__
from reporttui.report.bundled import DEFAULT
from reporttui.shell.commands import COMMANDS, FORMATS, GENERAL, READ, SHELLS
from reporttui.text.width import cell_len

EVERY_COMMAND = [[], *([name] for name in COMMANDS)]
WRONG_USE = {
    "a misspelt command": ["serch", "x"],
    "a name that is like no other": ["xyzzy"],
    "a misspelt option": ["outline", "--formt", "csv"],
    "an option like no other": ["-Z"],
    "an option of another command": ["show", "--format", "csv"],
    "an option without its value": ["--lang"],
    "a value that is none of the choices": ["outline", "--format", "xml"],
    "a switch with a value": ["--no-mouse=1"],
    "too many arguments": ["outline", "licheng-2024", "x"],
    "no query": ["search"],
    "no file": ["check"],
    "an argument that is none of the choices": ["completion", "sh"],
    "no such section": ["show", "9"],
    "an empty query": ["search", ""],
}
LITERALS = {
    "N",
    *("reporttui", "REPORT", "PATH", "QUERY", "FILE", "OPTIONS", "COMMAND", "YAML", "id"),
    # Sounds that are easily confused, and the query language.
    *("zh", "z", "ch", "c", "sh", "s", "n", "l", "ing", "in", "eng", "en"),
    *("xzfy", "a", "b", "SSH"),
    # A standard, languages, a key.
    *("GB", "T", "Markdown", "LaTeX", "HTML", "DOCX", "PDF", "m"),
    # Variables, shells and where they look.
    *("PAGER", "NO", "COLOR", "Python", "Textual", "SHELL", *SHELLS),
    *("shell", "local", "share", "config", "completions", "text"),
}


def english(text):
    """The words of a text that are no literals of the command line."""
    options = {each for command in (READ, *COMMANDS.values()) for each in command.options}
    every = {*GENERAL, *options}
    names = [(each.name, each.short or "", each.value, *each.choices) for each in every]
    literal = set(re.findall("[A-Za-z]+", " ".join(chain(*names))))
    literal |= {*COMMANDS, *LITERALS}
    return set(re.findall("[A-Za-z]+", text)) - literal


@pytest.mark.parametrize("arguments", WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use_is_told_in_two_lines_and_is_exit_2(run, arguments):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    told, hint = err.splitlines()
    assert told.startswith("reporttui: ")
    assert re.fullmatch("for help: reporttui( [a-z]+)? --help", hint)


@pytest.mark.parametrize("arguments", WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use_is_told_in_chinese_without_english(run, arguments):
    code, _, err = run("--lang=zh", *arguments)
    given = set(re.findall("[A-Za-z]+", " ".join(arguments)))
    assert code == 2
    assert english(err) - given == set()
    assert re.search("[一-鿿]", err.splitlines()[0])


@pytest.mark.parametrize(
    ("arguments", "nearest"),
    [
        (["serch", "x"], '"search"'),
        (["licheng-2023"], '"licheng-2024"'),
        (["metrics", "--formats", "csv"], "--format"),
        (["--theem", "dark"], "--theme"),
        (["show", "licheng-2042"], '"licheng-2024"'),
        (["metrics", "--format", "jsn"], '"json"'),
        (["--format=cvs", "outline"], '"csv"'),
        (["export", "--format", "xls"], '"xlsx"'),
        (["cite", "--style", "bibtx"], '"bibtex"'),
        (["notes", "--format", "markdwon"], '"markdown"'),
        (["--color", "allways"], '"always"'),
        (["--lang", "zhh"], '"zh"'),
        (["completion", "fsh"], '"fish"'),
    ],
)
def test_a_misspelt_word_is_answered_with_the_nearest(run, arguments, nearest):
    code, _, err = run(*arguments)
    assert code == 2
    assert f"did you mean {nearest}?" in err


@pytest.mark.parametrize("command", ["", "outline", "check", "figures", "export"])
def test_a_misspelt_path_of_a_file_is_answered_with_the_nearest(run, write, command):
    write("report.yaml", "format: 1\n")
    words = [*filter(None, [command]), "./reprot.yaml"]
    code, _, err = run(*words, *(["--format=md"] if command == "export" else []))
    assert code == 2
    assert err.startswith("./reprot.yaml: there is no such file; ")
    assert 'did you mean "./report.yaml"?' in err


def test_a_path_that_is_like_no_other_and_one_without_a_folder_are_told_plainly(run, folder):
    for path in ("xyzzy.yaml", "no/such/folder/report.yaml"):
        assert run("outline", path).err.endswith("; check the spelling of the path\n")


def test_a_missing_section_is_answered_with_the_nearest(run):
    for words in (["show", "1.6.9"], ["cite", "1.6.9"], ["show", DEFAULT, "1.6.9"]):
        code, _, err = run(*words)
        assert code == 2
        assert "1.6.4" in err


def test_what_was_typed_is_shown_safely(run):
    for arguments in (["\x1b[2J"], ["outline", "a", "\u202eb\x9b"], ["--lang", "\x1b"], ["-\x1b"]):
        _, _, err = run(*arguments)
        assert all(char.isprintable() or char == "\n" for char in err)


@pytest.mark.parametrize("command", EVERY_COMMAND)
@pytest.mark.parametrize("place", ["before", "after"])
def test_general_options_stand_before_and_after_the_command(run, command, place):
    words = ["--lang", "zh", "--no-mouse", "--theme=dark", "--ambiguous-width", "2"]
    arguments = [*words, *command, "-h"] if place == "before" else [*command, "-h", *words]
    assert run(*arguments) == run(*command, "--help", "--lang", "zh")


def test_the_option_given_last_wins(run):
    assert run("--lang", "zh", "show", "9", "--lang", "en") == run("show", "9", "--lang", "en")


def test_an_option_of_a_command_may_stand_before_it(run):
    assert run("--format", "csv", "outline") == run("outline", "--format=csv")


def test_version_is_said(run):
    code, out, err = run("--version")
    assert (code, err) == (0, "")
    python = platform.python_version()
    textual = metadata.version("textual")
    assert out == f"reporttui {__version__} (Python {python}, Textual {textual})\n"
    assert run("show", "--version").out == out


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("command", EVERY_COMMAND)
def test_help_begins_with_two_examples_and_names_every_argument(run, command, lang):
    code, out, err = run(*command, "--help", "--lang", lang)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    prefix = "  " + " ".join(["reporttui", *command])
    assert lines[1].startswith(prefix)
    assert lines[3].startswith(prefix)
    known = COMMANDS[command[0]] if command else READ
    for argument in (*known.positionals, *known.options):
        names = (getattr(argument, "short", None), argument.name)
        shown = f"  {', '.join(filter(None, names))}"
        assert any(line.startswith(shown) for line in lines)
    for option in ("--lang", "--theme", "--ambiguous-width", "--no-mouse", "-h, --help"):
        assert any(line.startswith(f"  {option}") for line in lines)


def test_the_help_of_the_program_names_every_command(run):
    out = run("--help").out
    assert all(f"\n  {name} " in out for name in COMMANDS)


@pytest.mark.parametrize("command", EVERY_COMMAND)
def test_chinese_help_has_no_english(run, command):
    out = run(*command, "--help", "--lang", "zh").out
    assert english(re.sub(r"reporttui .*\.(yaml|csv|txt).*", "", out)) == set()


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("columns", [40, 60, 80, 200])
@pytest.mark.parametrize("command", EVERY_COMMAND)
def test_help_is_wrapped_by_cells(run, command, columns, lang):
    out = run(*command, "--help", "--lang", lang, columns=columns).out
    known = COMMANDS[command[0]] if command else READ
    examples = {f"  {example.line}" for example in known.examples}
    prose = [line for line in out.splitlines() if line not in examples and "|" not in line]
    assert max(map(cell_len, prose)) <= min(columns, 100)


def test_help_wins_over_everything_else_that_is_typed(run):
    assert run("search", "--help", "--formt", "x") == run("search", "--help")


@pytest.mark.parametrize(
    ("variables", "greeting"),
    [
        ({}, "Examples:"),
        ({"LANG": "zh_CN.UTF-8"}, "示例："),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "C"}, "Examples:"),
        ({"LANG": "C", "LC_MESSAGES": "C", "LC_ALL": "zh_CN.UTF-8"}, "示例："),
    ],
)
def test_the_locale_decides_on_the_language(run, monkeypatch, variables, greeting):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert run("--help").lines[0] == greeting


def configure(tmp_path, text):
    path = tmp_path / "config/reporttui/config.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text)
    return path


def test_the_configuration_stands_before_the_locale_and_behind_the_option(
    run, monkeypatch, tmp_path
):
    configure(tmp_path, 'lang = "zh"\n')
    monkeypatch.setenv("LC_ALL", "C")
    assert run("--help").lines[0] == "示例："
    assert run("--help", "--lang", "en").lines[0] == "Examples:"


def test_a_broken_configuration_is_told_a_line_a_problem_and_is_exit_2(run, tmp_path):
    path = configure(tmp_path, 'lang = "fr"\ntheem = "dark"\n')
    code, out, err = run("show")
    assert (code, out) == (2, "")
    first, second = err.splitlines()
    assert first.startswith(f"{path}:1: ")
    assert first.count("; ") == 2
    assert second.startswith(f'{path}:2: unknown setting "theem"; ')


def test_a_broken_configuration_keeps_nobody_from_help(run, tmp_path):
    configure(tmp_path, "lang = 1\n")
    assert run("--help").code == 0
    assert run("--version").code == 0


def test_formats_are_named_in_help(run):
    assert "|".join(FORMATS) in run("metrics", "--help").out
