"""Many files become YAML, in parallel, and again without harm."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reporttui.library.importing.marks import is_untouched, mark_of
from reporttui.library.importing.plan import planned
from reporttui.library.importing.running import outcomes
from reporttui.report.building import load

MANY, BROKEN = (10_000, 100) if os.environ.get("FUZZ") else (200, 5)


def text(number):
    title = f"青石县第{number}号工作报告"
    return f"{title}\n\n一、情况\n\n办理案件{number}件，同比增长3.2%。\n\n二、打算\n\n继续努力。\n"


@pytest.fixture
def folder(tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    return source


def imported(folder, *, force=False, workers=None, paths=None):
    out = folder.parent / "out"
    out.mkdir(exist_ok=True)
    plan = planned([str(path) for path in paths or [folder]], str(out), force)
    return list(outcomes(plan, workers))


def statuses(found):
    return [outcome.status for outcome in found]


def test_a_file_becomes_yaml_of_our_form(folder):
    (folder / "鲤城2024.txt").write_text(text(7))
    (outcome,) = imported(folder)
    assert outcome.status == "made"
    data = (folder.parent / "out" / "licheng-2024.yaml").read_bytes()
    assert outcome.target == str(folder.parent / "out" / "licheng-2024.yaml")
    report = load(data).report
    assert (report.id, report.title) == ("licheng-2024", "青石县第7号工作报告")
    assert is_untouched(data)


def test_what_is_done_is_known_by_its_content(folder):
    (folder / "a.txt").write_text(text(1))
    assert statuses(imported(folder)) == ["made"]
    assert statuses(imported(folder)) == ["done before"]
    (folder / "a.txt").rename(folder / "b.txt")
    (again,) = imported(folder)
    assert (again.status, again.target) == ("done before", str(folder.parent / "out/a.yaml"))
    assert statuses(imported(folder, force=True)) == ["made"]


def test_a_report_that_changed_is_made_anew(folder):
    (folder / "a.txt").write_text(text(1))
    imported(folder)
    (folder / "a.txt").write_text(text(2))
    assert statuses(imported(folder)) == ["made"]
    assert "第2号" in (folder.parent / "out/a.yaml").read_text()


def test_what_somebody_has_edited_is_not_replaced_unless_forced(folder):
    (folder / "a.txt").write_text(text(1))
    imported(folder)
    target = folder.parent / "out/a.yaml"
    target.write_text(target.read_text().replace("继续努力", "继续改进"))
    assert statuses(imported(folder)) == ["done before"]
    (folder / "a.txt").write_text(text(2))
    (outcome,) = imported(folder)
    assert [problem.code for problem in outcome.problems] == ["import-exists"]
    assert "继续改进" in target.read_text()
    assert statuses(imported(folder, force=True)) == ["made"]
    assert "继续改进" not in target.read_text()


def test_a_file_that_is_no_import_is_not_replaced(folder):
    (folder / "a.txt").write_text(text(1))
    (folder.parent / "out").mkdir()
    (folder.parent / "out/a.yaml").write_text("format: 1\nid: a\ntitle: mine\n")
    assert statuses(imported(folder)) == ["failed"]
    assert "mine" in (folder.parent / "out/a.yaml").read_text()


def test_two_files_of_one_name_become_two_reports(folder):
    for name in ("x", "y"):
        (folder / name).mkdir()
        (folder / name / "a.txt").write_text(text(ord(name)))
    found = imported(folder)
    assert [Path(outcome.target).name for outcome in found] == ["a.yaml", "a-2.yaml"]
    assert statuses(imported(folder)) == ["done before", "done before"]


def test_of_a_folder_only_readable_files_are_meant(folder):
    for name in ("a.txt", ".hidden.txt", "b.xyz", "c.MD"):
        (folder / name).write_text(text(len(name)))
    found = imported(folder)
    assert [Path(outcome.path).name for outcome in found] == ["a.txt", "c.MD"]


def test_of_many_files_the_broken_ones_fail_and_the_others_are_made(folder):
    for number in range(MANY):
        (folder / f"r{number:05}.txt").write_text(text(number))
    for number in range(BROKEN):
        (folder / f"r{number * 7:05}.txt").write_bytes(bytes(range(256)) * 4)
    found = imported(folder, workers=2)
    assert statuses(found).count("failed") == BROKEN
    assert statuses(found).count("made") == MANY - BROKEN
    assert [outcome.path for outcome in found] == sorted(outcome.path for outcome in found)
    assert len(list((folder.parent / "out").iterdir())) == MANY - BROKEN
    assert set(statuses(imported(folder, workers=2))) == {"done before", "failed"}


def test_a_reader_that_crashes_takes_only_its_own_file_along(folder, monkeypatch):
    from reporttui.library.importing import work

    def crashing(data, extension, stem, read=work.read):
        if stem == "r3":
            os._exit(9)
        return read(data, extension, stem)

    monkeypatch.setattr(work, "read", crashing)
    for number in range(8):
        (folder / f"r{number}.txt").write_text(text(number))
    found = imported(folder, workers=2)
    assert [outcome.path[-6:-4] for outcome in found if outcome.status == "failed"] == ["r3"]
    # Some may have been written before the crash, and are known when they are tried again.
    assert len([status for status in statuses(found) if status != "failed"]) == 7


def test_leaving_in_the_middle_leaves_no_half_of_a_file(folder):
    for number in range(60):
        (folder / f"r{number}.txt").write_text(text(number))
    out = folder.parent / "out"
    out.mkdir()
    each = outcomes(planned([str(folder)], str(out), False), 2)
    next(each)
    each.close()
    made = sorted(out.iterdir())
    assert 0 < len(made) < 60
    assert all(is_untouched(file.read_bytes()) for file in made)
    assert statuses(imported(folder)).count("done before") == len(made)


def test_a_folder_that_cannot_be_written_is_one_problem(folder):
    (folder / "a.txt").write_text(text(1))
    out = folder.parent / "out"
    out.write_text("a file")
    (outcome,) = outcomes(planned([str(folder)], str(out), False))
    assert [problem.code for problem in outcome.problems] == ["import-unwritable"]


def test_a_mark_is_only_one_at_the_head():
    assert mark_of(b"format: 1\n") is None
    assert mark_of(b"") is None


def test_files_of_one_name_in_other_runs_do_not_replace_each_other(folder):
    for name in ("x", "y"):
        (folder / name).mkdir()
        (folder / name / "a.txt").write_text(text(ord(name)))
    imported(folder, paths=[folder / "y"])
    found = imported(folder, paths=[folder / "x", folder / "y"])
    assert [Path(outcome.target).name for outcome in found] == ["a-2.yaml", "a.yaml"]
    assert statuses(found) == ["made", "done before"]
    out = folder.parent / "out"
    assert f"第{ord('y')}号" in (out / "a.yaml").read_text()
    assert f"第{ord('x')}号" in (out / "a-2.yaml").read_text()


def test_a_copy_under_a_wrong_name_is_wrong_also_when_the_first_is_done(folder):
    (folder / "a.txt").write_text(text(1))
    imported(folder)
    (folder / "a.txt").rename(folder / "a.pdf")
    assert statuses(imported(folder)) == ["failed"]


def test_what_is_no_file_in_the_folder_hangs_nothing(folder):
    (folder / "a.txt").write_text(text(1))
    out = folder.parent / "out"
    out.mkdir()
    os.mkfifo(out / "z.yaml")
    assert statuses(imported(folder)) == ["made"]
    os.mkfifo(out / "b.yaml")
    (folder / "b.txt").write_text(text(2))
    assert statuses(imported(folder)) == ["done before", "failed"]


def lives(worker):
    try:
        return Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_workers_end_with_a_parent_that_was_killed(folder):
    for number in range(400):
        (folder / f"r{number}.txt").write_text(text(number) * 20)
    command = [sys.executable, "-m", "reporttui", "import", str(folder), "-o", "out"]
    parent = subprocess.Popen(command, cwd=folder.parent, stdout=subprocess.DEVNULL)
    children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children")
    if not children.exists():
        parent.kill()
        pytest.skip("there is no /proc that lists children")
    workers = []
    while not workers and parent.poll() is None:
        workers = children.read_text().split()
    parent.kill()
    parent.wait()
    assert workers
    until = time.monotonic() + 20
    while any(map(lives, workers)):
        assert time.monotonic() < until
        time.sleep(0.05)
