import os
import subprocess
import sys

import pytest

from reporttui.writers.files import save


def test_a_file_is_written_and_nothing_beside_it_stays(tmp_path):
    save(str(tmp_path / "报告.txt"), "甲".encode(), replace=False)
    assert [path.name for path in tmp_path.iterdir()] == ["报告.txt"]
    assert (tmp_path / "报告.txt").read_text(encoding="utf-8") == "甲"


def test_a_name_as_long_as_a_name_can_be_is_written(tmp_path):
    save(str(tmp_path / ("n" * 255)), b"x", replace=False)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_that_is_there_stays_unless_it_may_go(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        save(str(path), b"new", replace=False)
    assert path.read_bytes() == b"old"
    save(str(path), b"new", replace=True)
    assert path.read_bytes() == b"new"


def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path):
    path = tmp_path / "a"
    path.touch()
    path.chmod(0o640)
    save(str(path), b"new", replace=True)
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_a_link_leads_to_is_replaced_and_not_the_link(tmp_path):
    (tmp_path / "real").touch()
    (tmp_path / "link").symlink_to("real")
    save(str(tmp_path / "link"), b"new", replace=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_pipe_is_written_into(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with subprocess.Popen(["cat", path], stdout=subprocess.PIPE) as reader:
        save(str(path), b"new", replace=False)
        assert reader.stdout.read() == b"new"


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(IsADirectoryError):
        save(str(tmp_path), b"", replace=True)


def test_where_there_is_no_room_the_old_file_stays_and_no_half_of_the_new_one(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    script = (
        "import resource, sys\n"
        "from reporttui.writers.files import save\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: save(sys.argv[1], bytes(5000), replace=True)\n"
        "except OSError: print('no room')\n"
    )
    package = os.path.dirname(os.path.dirname(sys.modules["reporttui"].__file__))  # noqa: PTH120
    command = [sys.executable, "-B", "-c", script, path]
    done = subprocess.run(command, capture_output=True, env={"PYTHONPATH": package}, check=True)
    assert done.stdout == b"no room\n"
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1
