import json
import os
import stat
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporttui.settings.state import VERSION, load, save

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
keys = st.text().filter(lambda key: key != "version")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state/reporttui/state.json"


@settings(max_examples=30, deadline=None)
@given(data=st.dictionaries(keys, values))
def test_what_was_kept_comes_back(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "round-trip.json"
    assert save(path, data) is True
    assert load(path) == data


def test_without_a_file_there_is_nothing(path):
    assert load(path) == {}
    assert not path.parent.exists()


def test_file_and_folder_are_for_the_user_only_and_nothing_else_is_left(path):
    save(path, {"a": 1})
    save(path, {"a": 2})
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"a": 1}',
        b'{"version": "1", "a": 1}',
        b'{"version": true, "a": 1}',
        b'{"version": 1, "a": "\xff"}',
        b"\x00\x01",
        b"[" * 100_000,
    ],
)
def test_a_broken_file_is_as_good_as_none_and_is_written_over(path, broken):
    path.parent.mkdir(parents=True)
    path.write_bytes(broken)
    assert load(path) == {}
    assert save(path, {"a": 1}) is True
    assert load(path) == {"a": 1}


def test_a_file_of_a_newer_form_is_left_alone(path):
    path.parent.mkdir(parents=True)
    newer = json.dumps({"version": VERSION + 1, "a": 1}).encode()
    path.write_bytes(newer)
    assert load(path) == {}
    assert save(path, {"a": 2}) is False
    assert path.read_bytes() == newer
    assert list(path.parent.iterdir()) == [path]


def test_a_rename_that_fails_leaves_the_old_file_and_no_other(path, monkeypatch):
    save(path, {"a": 1})

    def fail(*_, **__):
        raise OSError

    monkeypatch.setattr(os, "replace", fail)
    assert save(path, {"a": 2}) is False
    assert load(path) == {"a": 1}
    assert list(path.parent.iterdir()) == [path]


def test_a_kill_before_the_rename_leaves_the_old_file(path):
    save(path, {"a": 1})
    program = (
        "import os, pathlib, sys; from reporttui.settings.state import save;"
        "os.replace = lambda *_, **__: os.kill(os.getpid(), 9);"
        "save(pathlib.Path(sys.argv[1]), {'a': 2})"
    )
    run = subprocess.run([sys.executable, "-c", program, str(path)])
    assert run.returncode == -9
    assert load(path) == {"a": 1}


def test_a_place_that_cannot_be_written_is_told_and_not_raised(tmp_path):
    (tmp_path / "file").write_text("")
    assert save(tmp_path / "file/state.json", {}) is False
    assert save(tmp_path / "file/below/state.json", {}) is False
    (tmp_path / "folder").mkdir()
    assert save(tmp_path / "folder", {}) is False
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_read_only_folder_is_told_and_not_raised(tmp_path):
    tmp_path.chmod(0o500)
    assert save(tmp_path / "state.json", {}) is False
    tmp_path.chmod(0o700)
