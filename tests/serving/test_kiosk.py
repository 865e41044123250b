"""What strangers can do in the kiosk, and what they cannot."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src"


@pytest.fixture
def kiosk(tmp_path):
    """Run the kiosk as an SSH server runs it, for what a client asks."""

    def run(asked=None, *words, stdin=b""):
        env = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join([str(SRC), *filter(None, sys.path)]),
            "HOME": str(tmp_path),
            "LANG": "C.UTF-8",
            "SECRET": "open sesame",
            **({} if asked is None else {"SSH_ORIGINAL_COMMAND": asked}),
        }
        return subprocess.run(
            [sys.executable, "-m", "reporttui", "--kiosk", *words],
            env=env,
            cwd=tmp_path,
            input=stdin,
            capture_output=True,
            timeout=60,
        )

    return run


@pytest.mark.parametrize(
    ("asked", "shows"),
    [
        ("metrics --format csv", "轮训区管干部"),
        ("reporttui outline licheng-2024", "2024年主要工作情况"),
        ("show 1.6.2", "行政复议"),
        ("show licheng-2024 2.1", "法治"),
        ("search 'xzfy -培训' --context", "行政复议"),
        ("search /etc/passwd", ""),
        ("search --help", "QUERY"),
        ("--lang zh search xzfy licheng-2024", "行政复议"),
        ("licheng-2024", "泉州市鲤城区人民政府"),
        ("--version", "reporttui"),
    ],
)
def test_commands_that_only_read_are_served(kiosk, asked, shows):
    done = kiosk(asked)
    assert done.returncode == (1 if asked == "search /etc/passwd" else 0), done.stderr.decode()
    assert shows in done.stdout.decode()


@pytest.mark.parametrize(
    "asked",
    [
        "check /etc/passwd",
        "check -",
        "show /etc/passwd",
        "show ../../../etc/passwd 1",
        "outline ./report.yaml",
        "outline report.yaml",
        "metrics -",
        "search a -",
        "search a licheng-2024 /etc/hosts",
        "/bin/sh",
        "sh -c id",
        "metrics; id",
        "metrics $(id)",
        "metrics `id`",
        "metrics > /tmp/x",
        "scp -t .",
        "'",
        "show \x1b]0;owned\x07",
        "info",
        "completion bash",
        "--complete show ''",
    ],
)
def test_nothing_else_is_served(kiosk, asked, tmp_path):
    (tmp_path / "report.yaml").write_text("format: 1\nid: a\ntitle: 甲\n")
    done = kiosk(asked, stdin=b"format: 1\nid: a\n")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().isprintable() or "\n" in done.stderr.decode()
    assert b"\x1b" not in done.stderr
    assert b"uid=" not in done.stderr


def test_without_a_terminal_the_text_is_printed(kiosk):
    assert kiosk().stdout.decode().startswith("泉州市鲤城区人民政府")


def test_nothing_is_written_and_no_settings_are_read(kiosk, tmp_path):
    folder = tmp_path / ".config/reporttui"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text("this is not TOML")
    assert kiosk("metrics").returncode == 0
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["config.toml"]


def test_the_operator_chooses_language_and_the_client_may_choose_another(kiosk):
    assert "示例" in kiosk("search --help", "--lang", "zh").stdout.decode()
    assert "Examples" in kiosk("search --help --lang en", "--lang", "zh").stdout.decode()
