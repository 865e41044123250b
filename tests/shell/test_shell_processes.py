"""What only a process of its own can show: imports, pipes, closed streams, examples, /dev/tty."""

import os
import pty
import subprocess
import sys

import pytest

from reporttui.library.opening import open_report
from reporttui.report.outline import outline
from reporttui.session.bookmarks import Bookmarks, on_section
from reporttui.settings.store import Store
from reporttui.shell.commands import COMMANDS, READ

REPORTTUI = [sys.executable, "-m", "reporttui"]
NEVER = {
    *("textual", "dataclasses", "inspect", "asyncio", "socket", "ssl", "urllib.request"),
    *("http.client", "pickle", "multiprocessing", "subprocess"),
}
LISTING = """
import atexit, sys
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
sys.argv[0] = "reporttui"
from reporttui.__main__ import main
main()
"""


@pytest.fixture
def environment(tmp_path):
    package = os.path.dirname(os.path.dirname(sys.modules["reporttui"].__file__))  # noqa: PTH120
    kept = {
        name: os.environ[name]
        for name in ("PATH", "HOME", "PYTHONPYCACHEPREFIX")
        if name in os.environ
    }
    return {**kept, "PYTHONPATH": package, "XDG_CONFIG_HOME": str(tmp_path)}


@pytest.fixture
def process(environment, folder):
    def process(*arguments, command=REPORTTUI, **options):
        return subprocess.run(
            [*command, *arguments], capture_output=True, env=environment, **options
        )

    return process


@pytest.mark.parametrize(
    ("arguments", "rich"),
    [
        ([], False),
        (["outline", "--format", "json"], False),
        (["show", "1.2"], False),
        (["metrics", "--format", "csv"], False),
        (["search", "案件"], True),
        (["check", "-"], False),
        (["export", "--format", "html"], False),
        (["export", "--format", "csv"], False),
        (["serch"], False),
        (["--help", "--lang", "zh"], True),
        (["cite", "1.1.1"], False),
        (["cite", "1.1.1", "--style", "csl-json"], False),
        (["notes"], False),
        (["completion", "bash"], False),
    ],
)
def test_no_command_imports_what_it_does_not_need(process, arguments, rich):
    done = process(*arguments, command=[sys.executable, "-c", LISTING], input=b"format: 1")
    modules = set(done.stderr.decode().splitlines()[-1].split())
    assert "reporttui.shell.main" in modules
    assert modules & NEVER == set()
    # Measuring Chinese takes rich's table of cells, and that alone.
    assert {name for name in modules if name.split(".")[0] == "rich"} <= {
        *(("rich", "rich.cells", "rich._extension") if rich else ()),
        *(name for name in modules if name.startswith("rich._unicode_data") and rich),
    }


def with_a_bookmark(path):
    report = open_report(None, None).report
    entries = outline(report)
    assert Bookmarks(Store(path), report, entries).add(on_section(entries[1]))


@pytest.mark.parametrize("command", [READ, *COMMANDS.values()], ids=lambda c: c.name)
def test_the_examples_of_help_work(process, folder, environment, bundled, command):
    (folder / "report.yaml").write_bytes(bundled)
    (folder / "report.txt").write_text("工作报告\n\n一、情况\n\n办理案件125件，增长3.2%。\n")
    environment["XDG_STATE_HOME"] = str(folder / "state")
    with_a_bookmark(folder / "state/reporttui/kept.sqlite3")
    bin_folder = folder / "bin"
    bin_folder.mkdir()
    (bin_folder / "reporttui").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reporttui "$@"\n')
    (bin_folder / "reporttui").chmod(0o755)
    environment["PATH"] = f"{bin_folder}:{environment['PATH']}"
    for example in command.examples:
        done = process(command=["sh", "-c", example.line])
        assert done.returncode == 0, done.stderr
        file = example.line.partition(" > ")[2]
        assert done.stdout or done.stderr or (folder / file).read_bytes()


@pytest.mark.parametrize("arguments", [["show"], ["outline", "--format", "json"], ["--help"]])
def test_a_reader_that_has_enough_is_no_trouble(environment, arguments):
    read, write = os.pipe()
    os.close(read)
    with subprocess.Popen(
        [*REPORTTUI, *arguments], env=environment, stdout=write, stderr=subprocess.PIPE
    ) as running:
        os.close(write)
        assert running.stderr.read() == b""
        assert running.wait() == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")  # noqa: PTH110
def test_a_full_disk_is_told(environment):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [*REPORTTUI, "outline"], env=environment, stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "reporttui: the output cannot be written: No space left on device"
    ]


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_is_no_trouble(process, closed):
    done = process(command=["sh", "-c", f'"$@" {closed}', "sh", *REPORTTUI, "show", "1.2"])
    assert done.stderr == b""
    assert (done.returncode, bool(done.stdout)) == (0, " >&-" not in f" {closed}")


def test_talk_with_nowhere_to_go_does_not_mix_with_the_result(process):
    done = process(command=["sh", "-c", '"$@" 2>&-', "sh", *REPORTTUI, "search", "并无此词"])
    assert (done.returncode, done.stdout) == (1, b"")


def test_output_is_utf_8_whatever_the_locale(process, environment):
    environment.update(
        LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    done = process("show", "1.2.4")
    assert done.returncode == 0
    assert done.stdout.decode().startswith("4.持续推动“一庭两中心”建设。")


def test_bytes_that_are_no_text_are_told_safely(process):
    done = process(b"show", b"\xff\x1b.yaml")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("␦␛.yaml: ")


def test_a_file_that_may_not_be_read_is_told(process, folder):
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    (folder / "a.yaml").touch(mode=0)
    assert process("check", "a.yaml").returncode == 2


def test_keys_come_from_the_terminal_where_the_report_comes_from_standard_input(
    environment, bundled
):
    script = (
        "import sys; from reporttui.shell.main import main\n"
        "def app(opened, options):\n"
        "    print(opened.name, 'hears', sys.__stdin__.readline().strip())\n"
        "    return 0\n"
        "sys.exit(main(['-'], app))\n"
    )
    read, write = os.pipe()
    pid, terminal = pty.fork()
    if pid == 0:
        os.dup2(read, 0)
        os.close(write)
        os.execve(sys.executable, [sys.executable, "-c", script], {**environment, "TERM": "xterm"})
    os.close(read)
    with open(write, "wb") as stream:  # noqa: PTH123
        stream.write(bundled)
    os.write(terminal, b"a key\n")
    said = b""
    while b"hears" not in said:
        said += os.read(terminal, 1000)
    assert os.waitpid(pid, 0)[1] == 0
    assert b"<stdin> hears a key" in said
    os.close(terminal)
