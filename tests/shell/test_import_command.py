"""`reporttui import` as a shell runs it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest

TEXT = """索引号：QS-1
首页 > 公开
青石县2024年工作报告

一、情况

办理案件125件。

三、打算

继续努力。
"""


@pytest.fixture
def report(folder):
    (folder / "报告.txt").write_text(TEXT)
    return "报告.txt"


def test_a_file_is_told_with_what_it_became(run, report):
    code, out, err = run("import", report, "-o", "out", "--lang", "en")
    assert (code, err) == (0, "")
    assert out == "报告.txt: out/baogao.yaml (1 doubt)\n"


def test_the_yaml_is_a_report_that_every_command_reads(run, report):
    run("import", report, "-o", "out")
    assert run("check", "out/baogao.yaml")[0] == 0
    assert "情况" in run("outline", "out/baogao.yaml")[1]


def test_every_command_reads_the_file_itself(run, report):
    assert "情况" in run("outline", report)[1]
    assert "125" in run("metrics", report, "--format", "csv")[1]
    assert run("show", report, "1")[1] == "一、情况\n办理案件125件。\n"
    assert "办理案件125件" in run("search", "案件", report)[1]


def test_a_report_tells_by_line_and_writes_nothing(run, report, folder):
    code, out, err = run("import", report, "--report", "--lang", "en")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "报告.txt: read as txt UTF-8",
        "报告.txt:1: recognised: index number: 索引号：QS-1",
        "报告.txt:2: left out: navigation: 首页 > 公开",
        "报告.txt:3: recognised: title: 青石县2024年工作报告",
        "报告.txt:9: doubtful: number skipped: 三、打算",
    ]
    assert [each.name for each in folder.iterdir()] == [report]


def test_a_report_speaks_chinese(run, report):
    out = run("import", report, "--report", "--lang", "zh")[1]
    assert "报告.txt:2: 略去: 导航: 首页 > 公开" in out
    assert "编号跳号" in out


def test_neither_folder_nor_report_is_wrong_use(run, report):
    code, out, err = run("import", report, "--lang", "en")
    assert (code, out) == (2, "")
    assert "--output" in err


def test_a_lone_bad_file_is_exit_2_and_one_line(run, folder):
    (folder / "a.txt").write_bytes(b"")
    code, out, err = run("import", "a.txt", "-o", "out", "--lang", "en")
    assert (code, out) == (2, "")
    assert err == "a.txt: the file is empty; expected a report; get the file anew\n"
    assert run("import", "b.txt", "-o", "out")[0] == 2


def test_some_of_many_is_exit_1_and_the_others_are_made(run, report, folder):
    (folder / "a.docx").write_text("no zip")
    code, out, err = run("import", "a.docx", report, "-o", "out", "--lang", "en")
    assert code == 1
    assert "out/baogao.yaml" in out
    assert err.splitlines()[0].startswith('a.docx: the name ends in ".docx" but')
    assert err.splitlines()[-1] == "1 file imported, 1 failed"


def test_a_folder_without_reports_is_exit_1(run, folder):
    (folder / "empty").mkdir()
    assert run("import", "empty", "-o", "out")[0] == 1


def test_a_folder_that_cannot_be_made_is_one_line(run, report, folder):
    (folder / "file").write_text("x")
    code, out, err = run("import", report, "-o", "file/out", "--lang", "en")
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1


def test_nothing_of_a_hostile_file_reaches_the_terminal_raw(run, folder):
    (folder / "a.txt").write_text(
        "首页\x1b[2J > 公开\n青石县\x1b]0;x\x07工作报告\n\n\u202e办理案件。\n"
    )
    out = run("import", "a.txt", "--report", "-o", "out")[1]
    assert not {"\x1b", "\x07", "\u202e"} & set(out)


def test_ctrl_c_stops_between_files_and_the_next_run_goes_on(folder):
    source = folder / "source"
    source.mkdir()
    for number in range(400):
        (source / f"r{number}.txt").write_text(TEXT.replace("125", str(number)))
    command = [sys.executable, "-m", "reporttui", "import", "source", "-o", "out", "--lang", "en"]
    started = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while not (folder / "out").is_dir() or not any((folder / "out").iterdir()):
        assert started.poll() is None
        time.sleep(0.01)
    started.send_signal(signal.SIGINT)
    _, err = started.communicate(timeout=30)
    assert started.returncode == 130
    assert b"Traceback" not in err
    assert b"interrupted" in err
    made = list((folder / "out").iterdir())
    assert all(file.suffix == ".yaml" for file in made)
    again = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    assert again.stdout.count(b"done before") >= len(made)
    assert len(list((folder / "out").iterdir())) == 400
