import io
import os
import signal

import pytest

from reporttui.report.files import LIMIT, UnreadableFile, read_file, read_stream


def refused(read, *args):
    with pytest.raises(UnreadableFile) as caught:
        read(*args)
    (problem,) = caught.value.problems
    return problem.code, problem.values


def test_a_file_is_read(tmp_path):
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbfa\r\n")
    assert read_file(tmp_path / "a") == read_file(str(tmp_path / "a")) == b"\xef\xbb\xbfa\r\n"


def test_a_file_of_the_limit_is_read_and_one_byte_more_is_refused(tmp_path):
    path = tmp_path / "a"
    path.touch()
    os.truncate(path, LIMIT)
    assert len(read_file(path)) == LIMIT
    os.truncate(path, LIMIT + 1)
    assert refused(read_file, path) == ("file-too-large", {"size": LIMIT + 1, "limit": LIMIT})


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "a"
    path.touch()
    os.truncate(path, 1 << 40)
    assert refused(read_file, path) == ("file-too-large", {"size": 1 << 40, "limit": LIMIT})


def test_a_missing_file_is_refused(tmp_path):
    assert refused(read_file, tmp_path / "a") == ("file-missing", {"nearest": ""})
    assert refused(read_file, "") == ("file-missing", {"nearest": ""})


def test_the_nearest_path_to_a_missing_file_is_named(tmp_path):
    (tmp_path / "report.yaml").touch()
    near = str(tmp_path / "report.yaml")
    assert refused(read_file, tmp_path / "reprot.yaml") == ("file-missing", {"nearest": near})
    assert refused(read_file, tmp_path / "a/b.yaml") == ("file-missing", {"nearest": ""})


def test_a_folder_is_refused(tmp_path):
    assert refused(read_file, tmp_path) == ("file-is-folder", {})


@pytest.fixture
def soon():
    """Ends a test that waits for what never comes."""
    signal.signal(signal.SIGALRM, lambda *_: pytest.fail("still waiting"))
    signal.alarm(10)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)


@pytest.mark.usefixtures("soon")
def test_what_gives_bytes_for_ever_or_never_is_refused(tmp_path):
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    for path in (fifo, "/dev/zero", "/dev/null"):
        code, values = refused(read_file, path)
        assert (code, values) == ("file-special", {})


@pytest.mark.parametrize("path", ["a\0b", "\ud800", "x" * 5000])
def test_a_path_that_can_be_none_is_refused(path):
    code, values = refused(read_file, path)
    assert code == "file-unreadable"
    assert values["reason"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_of_somebody_else_is_refused_with_the_reason(tmp_path):
    path = tmp_path / "a"
    path.touch(mode=0)
    assert refused(read_file, path) == ("file-unreadable", {"reason": "Permission denied"})


class Endless(io.RawIOBase):
    given = 0

    def readable(self):
        return True

    def readinto(self, buffer):
        self.given += len(buffer)
        return len(buffer)


def test_of_a_stream_no_more_is_read_than_the_limit():
    endless = Endless()
    assert refused(read_stream, io.BufferedReader(endless))[0] == "file-too-large"
    assert endless.given < LIMIT + (1 << 20)
    assert read_stream(io.BytesIO(b"a")) == b"a"
