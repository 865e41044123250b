import os
import sys

import pytest

from reporttui.library.options import Options


class App:
    """Stands for the reading room, and remembers with what it was opened."""

    def __init__(self):
        self.opened = self.options = None

    def __call__(self, opened, options):
        self.opened, self.options = opened, options
        return 0


@pytest.fixture
def app(monkeypatch):
    """A terminal on stdout and a keyboard on stdin."""
    monkeypatch.setattr("reporttui.shell.reading._has_keyboard", lambda: True)
    return App()


def test_on_a_terminal_the_reading_room_opens_with_the_bundled_report(run, app):
    assert run(app=app, columns=80) == (0, "", "")
    assert app.opened.report.id == app.opened.name == "licheng-2024"
    assert os.path.isfile(app.opened.path)  # noqa: PTH113
    assert app.options == Options("en")


def test_the_reading_room_is_told_what_was_chosen(run, app, hostile):
    chosen = ["--lang=zh", "--theme", "16", "--ambiguous-width", "2", "--no-mouse"]
    run(hostile, *chosen, app=app, columns=80)
    assert app.opened.path == hostile
    assert app.options == Options("zh", "16", 2, False)


def test_what_is_configured_is_told_where_nothing_is_chosen(run, app, tmp_path):
    path = tmp_path / "config/reporttui/config.toml"
    path.parent.mkdir(parents=True)
    path.write_text(
        'lang = "zh"\ntheme = "light"\nmouse = false\nfuzzy_pinyin = true\n'
        'lean = true\n[keys]\nquit = "x"\n'
    )
    run(app=app, columns=80)
    assert app.options == Options("zh", "light", 1, False, True, True, keys={"quit": ("x",)})
    run("--lean", app=app, columns=80)
    assert app.options.lean
    run("--theme", "dark", app=app, columns=80)
    assert app.options.theme == "dark"


def test_standard_input_can_be_read_in_the_reading_room(run, app, bundled):
    run("-", app=app, columns=80, stdin=bundled)
    assert (app.opened.name, app.opened.path) == ("<stdin>", None)


def test_the_exit_code_is_that_of_the_reading_room(run, app):
    assert run(app=lambda *_: 7, columns=80).code == 7


def test_a_report_that_cannot_be_opened_opens_no_reading_room(run, app, folder):
    assert run("nope.yaml", app=app, columns=80).code == 2
    assert app.opened is None


def test_a_dumb_terminal_gets_the_whole_text(run, app, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    assert run(app=app, columns=80) == run("show")
    assert app.opened is None


def test_a_pipe_gets_the_whole_text(run, app):
    assert run(app=app) == run("show")
    assert app.opened is None


def test_without_a_keyboard_the_whole_text_is_printed(run, app, monkeypatch):
    monkeypatch.setattr("reporttui.shell.reading._has_keyboard", lambda: False)
    assert run(app=app, columns=80).out == run("show").out


def test_ctrl_c_in_a_command_is_quiet(run, monkeypatch):
    class Interrupted:
        def read(self, size):
            raise KeyboardInterrupt

    monkeypatch.setattr("reporttui.shell.output.stdin", Interrupted)
    assert run("show", "-") == (130, "", "")
    assert sys.stdout is not None


@pytest.mark.parametrize("locale", ["C", "zh_CN.GB18030", "en_US"])
def test_without_utf_8_the_text_is_printed_and_why_is_told(run, app, monkeypatch, locale):
    monkeypatch.setenv("LC_ALL", locale)
    code, out, err = run(app=app, columns=80)
    assert (code, app.opened) == (0, None)
    assert out.startswith("泉州市鲤城区人民政府关于2024年法治政府建设情况的报告")
    (told,) = err.splitlines()
    assert "UTF-8" in told


def test_without_any_locale_the_reading_room_opens(run, app, monkeypatch):
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    run(app=app, columns=80)
    assert app.opened
