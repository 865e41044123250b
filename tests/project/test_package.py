"""What a user installs holds all that the program needs."""

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A source distribution, and the wheel that is built from it."""
    for tool in ("build", "hatchling"):
        pytest.importorskip(tool, reason=f"needs {tool}, which the dev extra installs")
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built):
    (wheel,) = built.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The command `reporttui` of an environment that has the wheel and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", wheel], check=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    # Lends it Textual and the rest, so that no network is needed. A folder named in a .pth file
    # has its own .pth files left unread: the checkout, installed by one, stays out.
    lent = "\n".join(path for path in sys.path if path.endswith("site-packages"))
    (packages / "lent.pth").write_text(lent)
    return folder / "bin" / "reporttui"


@pytest.fixture
def reporttui(installed, tmp_path):
    environment = {name: os.environ[name] for name in ("PATH", "LANG", "TERM", "XDG_CONFIG_HOME")}

    def reporttui(*arguments):
        return subprocess.run(
            [installed, *arguments],
            cwd=tmp_path,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
        )

    return reporttui


def test_the_wheel_holds_the_data_and_nothing_but_the_package(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    content = {f"reporttui/content/{path.name}" for path in (ROOT / "content").iterdir()}
    assert names >= content | {
        "reporttui/py.typed",
        "reporttui/words/zh_CN.mo",
        "reporttui/tui/style.tcss",
    }
    assert {name.split("/")[0].split("-")[0] for name in names} == {"reporttui"}


def test_the_source_distribution_holds_what_a_checkout_holds(built):
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    expected = {"Makefile", "LICENSE", "CHANGELOG.md", "README.zh-CN.md", ".ci/run"}
    assert names >= expected | {"content/licheng-2024.yaml", "tests/conftest.py"}
    assert not [name for name in names if "__pycache__" in name or name.startswith(".venv")]


def test_the_command_lists_the_bundled_report_from_any_folder(reporttui):
    done = reporttui("outline")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1 + 40


def test_the_command_speaks_chinese(reporttui):
    assert reporttui("--help", "--lang", "zh").stdout.startswith("示例")


def test_without_a_terminal_the_command_prints_the_report(reporttui):
    done = reporttui()
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("泉州市鲤城区人民政府关于2024年法治政府建设情况的报告\n")
