"""One place owns exit codes."""

import ast
from pathlib import Path

import pytest

import reporttui
from reporttui.shell import exits

SRC = Path(reporttui.__file__).parent
MODULES = sorted(
    path
    for path in (*SRC.glob("shell/**/*.py"), *SRC.glob("serving/*.py"), SRC / "__main__.py")
    if path != Path(exits.__file__)
)
ENDS = {"exit", "_exit", "SystemExit"}
ANSWERS = {"run", "main", "code", "codes"}


def numbers(node):
    """The numbers that an expression may be."""
    if isinstance(node, ast.IfExp):
        return [*numbers(node.body), *numbers(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and type(node.value) is int else []


def literal_codes(tree):
    """Yields the number of each line on which a literal becomes an exit code."""
    known = {name for name in vars(exits) if name.isupper()}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            used = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
            answers = node.name in ANSWERS or bool(used & known)
            for each in ast.walk(node):
                if answers and isinstance(each, ast.Return) and numbers(each.value):
                    yield each.lineno
        elif isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in ENDS and any(map(numbers, node.args)):
                yield node.lineno
        elif isinstance(node, ast.Assign):
            names = {getattr(target, "id", "") for target in node.targets}
            if names & ANSWERS and numbers(node.value):
                yield node.lineno


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_other_module_has_a_literal_for_one(path):
    assert [*literal_codes(ast.parse(path.read_text()))] == []


@pytest.mark.parametrize(
    "code",
    [
        "def run():\n    return 1",
        "def other():\n    if x:\n        return 0\n    return FAILED",
        "def main():\n    return 2 if x else FINE",
        "sys.exit(3)",
        "raise SystemExit(1)",
        "code = 2",
    ],
)
def test_a_literal_would_be_noticed(code):
    assert [*literal_codes(ast.parse(code))]


def test_codes_are_those_that_help_promises():
    codes = {name: value for name, value in vars(exits).items() if name.isupper()}
    assert codes == {"FINE": 0, "FAILED": 1, "UNUSABLE": 2, "INTERRUPTED": 130}
