import io
import sys
from typing import NamedTuple

import pytest

from reporttui import words
from reporttui.report.bundled import path_of
from reporttui.shell.main import main
from reporttui.text.width import set_ambiguous

# A report whose author means harm: escapes, controls, bidi, markup, formulas, delimiters.
HOSTILE = r"""
format: 1
id: hostile
title: "\e]0;owned\a法治[bold]报告"
addressee: "\u202e各位:"
opening: |
  总数为１２件。
metrics:
- name: "=1+1"
  value: 12
  unit: 件
  quote: １２件
  period: "\u206612月"
sections:
- number: "一、"
  title: "工作,\"好\"\x9b2J"
  text: "培训\e[31m约1.50万人次,\t比上年增长5.0%。\u2028[red]末[/red]句\uE000。"
  metrics:
  - name: "=HYPERLINK(\"http://x\",\"培训\")"
    value: 15000.00
    unit: 人次
    bound: about
    quote: 约1.50万人次
  - name: 增长
    value: 5.0
    unit: "%"
    kind: change
    quote: 比上年增长5.0%
  sections:
  - number: "一是"
    run_in: true
    text: |
      3至5个工作日办结。
    metrics:
    - name: 办结
      low: 3
      high: 5
      unit: 个工作日
      kind: duration
      quote: 3至5个工作日
signed: "某\x00区"
"""


class Result(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def lines(self):
        return self.out.splitlines()


def no_app(opened, options):
    raise AssertionError("the reading room was opened")


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch, tmp_path):
    """Keep the settings of whoever runs the tests out of them."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    yield
    words.use("en")
    set_ambiguous(1)


@pytest.fixture
def run(capsys, monkeypatch):
    """Run a command line in this process, as a terminal would not."""

    def run(*arguments, stdin=b"", app=no_app, columns=None):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        if columns:
            monkeypatch.setenv("COLUMNS", str(columns))
            monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        code = main(list(arguments), app)
        return Result(code, *capsys.readouterr())

    return run


@pytest.fixture
def folder(monkeypatch, tmp_path):
    """A working folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def write(folder):
    """Write a file into the working folder."""

    def write(name, content):
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name).write_bytes(data)
        return name

    return write


@pytest.fixture
def hostile(write):
    return write("hostile.yaml", HOSTILE)


@pytest.fixture
def bundled():
    with open(path_of("licheng-2024"), "rb") as stream:  # noqa: PTH123
        return stream.read()
