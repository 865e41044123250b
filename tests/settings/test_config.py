import os
import subprocess
import sys

import pytest

from reporttui.settings.config import Config, ConfigError, load
from reporttui.words.problems import sentences


@pytest.fixture
def config(tmp_path):
    def write(text):
        path = tmp_path / "config.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def refused(path):
    with pytest.raises(ConfigError) as error:
        load(path)
    assert error.value.path == path
    return error.value


def test_without_a_file_all_is_default(tmp_path):
    assert load(tmp_path / "none/config.toml") == Config()
    assert Config() == (None, None, 1, True, False, False, {})


def test_an_empty_file_is_all_default(config):
    assert load(config("")) == Config()


def test_every_setting_is_read(config):
    path = config(
        'lang = "zh"\ntheme = "contrast"\nambiguous_width = 2\nmouse = false\nfuzzy_pinyin = true\n'
        "lean = true\n"
        '[keys]\nquit = "ctrl+q"\nnext = ["n", "f3"]\nhelp = []\n'
    )
    keys = {"quit": ("ctrl+q",), "next": ("n", "f3"), "help": ()}
    assert load(path) == Config("zh", "contrast", 2, False, True, True, keys)


def test_a_byte_order_mark_and_dos_line_ends_do_no_harm(config):
    assert load(config(b'\xef\xbb\xbflang = "zh"\r\nmouse = false\r\n')) == Config(
        lang="zh", mouse=False
    )


@pytest.mark.parametrize("theme", ["auto", "dark", "light", "contrast", "16"])
def test_every_theme_is_allowed(config, theme):
    assert load(config(f'theme = "{theme}"')).theme == theme


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        ("theme = 16", "config-not-text", {"key": "theme", "found": "number"}),
        ("lang = true", "config-not-text", {"key": "lang", "found": "true/false"}),
        ("lang = 2024-01-01", "config-not-text", {"key": "lang", "found": "date"}),
        ("[theme]", "config-not-text", {"key": "theme", "found": "table"}),
        ("ambiguous_width = true", "config-not-integer", {"found": "true/false"}),
        ('ambiguous_width = "2"', "config-not-integer", {"found": "text"}),
        ("ambiguous_width = 2.0", "config-not-integer", {"found": "number"}),
        ("ambiguous_width = 3", "config-not-choice", {"found": "3", "allowed": "1, 2"}),
        ("mouse = 1", "config-not-boolean", {"key": "mouse", "found": "number"}),
        ("mouse = [true]", "config-not-boolean", {"key": "mouse", "found": "list"}),
        ("fuzzy_pinyin = 'x'", "config-not-boolean", {"key": "fuzzy_pinyin", "found": "text"}),
        ("fuzy_pinyin = true", "config-unknown-key", {"nearest": "fuzzy_pinyin"}),
        ('lang = "fr"', "config-not-choice", {"found": "fr", "allowed": "zh, en"}),
        ('theme = "drak"', "config-not-choice", {"found": "drak", "nearest": "dark"}),
        ('them = "dark"', "config-unknown-key", {"key": "them", "nearest": "theme"}),
        ("xyzzy = 1", "config-unknown-key", {"key": "xyzzy", "nearest": ""}),
        ("keys = 1", "config-not-table", {"key": "keys", "found": "number"}),
        ("keys.quit = 1", "config-not-keys", {"key": "keys.quit"}),
        ("keys.quit = ''", "config-not-keys", {"key": "keys.quit"}),
        ("keys.quit = ['q', 1]", "config-not-keys", {"key": "keys.quit"}),
        ("theme = dark", "config-syntax", {"problem": "Invalid value"}),
        (b'lang = "\xd6\xd0"', "wrong-encoding", {"byte": "0xD6"}),
    ],
)
def test_what_is_wrong_is_told_as_a_code_with_values_that_can_be_said(config, text, code, values):
    error = refused(config(text))
    assert error.code == code
    assert values.items() <= error.values.items()
    assert sentences(error.code, error.values)
    assert len(error.problems) == 1


def test_all_that_is_wrong_is_told_at_once_in_the_files_order_with_its_lines(config):
    path = config(
        '# mine\ntheme = "x"\n\n  mouse = 3\n'
        "[keys]\ntheme = 4\n\"go\" = 'g'\nquit = 5\n[other]\nx = 1\n"
    )
    error = refused(path)
    assert [(problem.line, problem.code) for problem in error.problems] == [
        (2, "config-not-choice"),
        (4, "config-not-boolean"),
        (6, "config-not-keys"),
        (8, "config-not-keys"),
        (9, "config-unknown-key"),
    ]
    assert (error.line, error.code, error.values) == (
        error.problems[0].line,
        error.problems[0].code,
        error.problems[0].values,
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [("\n\ntheme = dark\n", 3), ("mouse = true\ntheme = [\n", None), (b'\n\n# \xff"', 3)],
)
def test_the_line_of_a_file_that_cannot_be_parsed_is_told_where_known(config, text, line):
    assert refused(config(text)).line == line


def test_a_folder_in_place_of_the_file_is_told(tmp_path):
    (tmp_path / "config.toml").mkdir()
    error = refused(tmp_path / "config.toml")
    assert (error.code, error.values) == ("file-unreadable", {"reason": os.strerror(21)})


def test_the_parser_is_not_even_imported_without_a_file(tmp_path):
    program = (
        "import sys, pathlib; from reporttui.settings.config import load;"
        "load(pathlib.Path(sys.argv[1])); print('tomllib' in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "config.toml")]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.stdout.strip() == "False", run.stderr
