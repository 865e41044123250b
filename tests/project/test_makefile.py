"""`make run` on a machine that lacks something says what, in one line."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="there is no make")


@pytest.fixture
def make_run(tmp_path):
    """Run `make run` with a Python that is as this line of code makes it."""
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    python = tmp_path / "python"
    environment = {name: os.environ[name] for name in os.environ if not name.startswith("MAKE")}

    def make_run(code=None):
        if code:
            python.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{code}\n$2"\n')
            python.chmod(0o755)
        done = subprocess.run(
            ["make", "run", f"PYTHON={python}"],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode != 0
        assert done.stdout == ""
        assert not (tmp_path / ".venv").exists()
        said, _of_make = done.stderr.splitlines()
        return said

    return make_run


def test_a_missing_python_is_told(make_run):
    assert "needs Python 3.11 or newer" in make_run()


def test_an_old_python_is_told_with_its_version(make_run):
    assert "and this is 3.9" in make_run("import sys; sys.version_info = (3, 9, 2)")


def test_a_python_without_venv_is_told(make_run):
    said = make_run("import sys; sys.modules['ensurepip'] = None")
    assert said.startswith("this Python has no venv")
