import sqlite3
import stat
import subprocess
import sys
from contextlib import closing

import pytest

from reporttui.settings.store import VERSION, MemoryStore, Store

WRITE = "REPLACE INTO places VALUES (?, ?, ?, ?)"
READ = "SELECT report, section, passages, offset FROM places ORDER BY report"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state/reporttui/kept.sqlite3"


def test_what_is_kept_comes_back(path):
    assert Store(path).write(WRITE, ["a", "1.2", 3, 4])
    assert Store(path).write(WRITE, ["a", "1.3", 0, 1])
    assert Store(path).read(READ) == [("a", "1.3", 0, 1)]


def test_reading_makes_no_file(path):
    assert Store(path).read(READ) == []
    assert not path.parent.exists()


def test_it_is_for_the_user_only_and_nothing_else_is_left(path):
    Store(path).write(WRITE, ["a", "1", 0, 0])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_newer_database_is_not_touched(path):
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE places (report, something_else)")
        database.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    assert Store(path).read("SELECT * FROM places") == []
    assert Store(path).write(WRITE, ["a", "1", 0, 0]) is False
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"no database" * 1000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_broken_database_is_as_none_and_stays(path, content):
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    assert Store(path).read(READ) == []
    assert Store(path).write(WRITE, ["a", "1", 0, 0]) is False
    assert path.read_bytes() == content


def test_where_nothing_can_be_written_it_says_so(tmp_path):
    (tmp_path / "file").write_text("")
    assert Store(tmp_path / "file/kept.sqlite3").write(WRITE, ["a", "1", 0, 0]) is False


def test_several_writers_lose_nothing(path):
    program = """
import sys
from pathlib import Path
from reporttui.settings.store import Store
for number in range(30):
    assert Store(Path(sys.argv[1])).write(sys.argv[3], [f"{sys.argv[2]}-{number}", "1", 0, 0])
"""
    command = [sys.executable, "-c", program, str(path)]
    writers = [subprocess.Popen([*command, str(name), WRITE]) for name in range(3)]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    assert len(Store(path).read(READ)) == 90


def test_a_writer_that_is_killed_leaves_all_that_was_kept(path):
    program = """
import sys
from pathlib import Path
from reporttui.settings.store import Store
store, number = Store(Path(sys.argv[1])), 0
while True:
    assert store.write(sys.argv[2], [f"{number:09}", "1", 0, 0])
    number += 1
    print(number, flush=True)
"""
    command = [sys.executable, "-c", program, str(path), WRITE]
    for _ in range(3):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            said = [writer.stdout.readline() for _ in range(20)]
            writer.kill()
        assert len(Store(path).read(READ)) >= int(said[-1])
    assert Store(path).write(WRITE, ["z", "1", 0, 0])


def database_of_version_1(path):
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "CREATE TABLE places (report TEXT PRIMARY KEY, section TEXT NOT NULL,"
            " passages INTEGER NOT NULL, offset INTEGER NOT NULL) WITHOUT ROWID"
        )
        database.execute(WRITE, ["a", "1.2", 3, 4])
        database.execute("PRAGMA user_version = 1")


BOOKMARK = "INSERT INTO bookmarks VALUES (NULL, 'a', '', '', '', '', 0, '', '', '', ?, '')"


def test_a_database_of_version_1_keeps_its_places_and_gets_the_newer_tables(path):
    database_of_version_1(path)
    assert Store(path).read(READ) == [("a", "1.2", 3, 4)]
    assert Store(path).write(BOOKMARK, ["note"])
    assert Store(path).read(READ) == [("a", "1.2", 3, 4)]
    assert Store(path).read("SELECT note FROM bookmarks") == [("note",)]
    assert Store(path).read("PRAGMA user_version") == [(VERSION,)]


def test_a_database_of_version_1_that_was_killed_before_it_got_its_number_is_one(path):
    database_of_version_1(path)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA user_version = 0")
    assert Store(path).write(BOOKMARK, ["note"])
    assert Store(path).read(READ) == [("a", "1.2", 3, 4)]


def test_reading_changes_nothing_in_a_database_of_version_1(path):
    database_of_version_1(path)
    before = path.read_bytes()
    assert Store(path).read("SELECT note FROM bookmarks") == []
    assert Store(path).condition() == "ours"
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_several_writers_make_the_newer_tables_once(path):
    database_of_version_1(path)
    program = (
        "import sys; from pathlib import Path; from reporttui.settings.store import Store;"
        "assert Store(Path(sys.argv[1])).write(sys.argv[2], ['note'])"
    )
    writers = [subprocess.Popen([sys.executable, "-c", program, path, BOOKMARK]) for _ in range(5)]
    assert [writer.wait(60) for writer in writers] == [0] * 5
    assert len(Store(path).read("SELECT * FROM bookmarks")) == 5


def test_a_statement_that_fails_leaves_an_older_database_as_it_was(path):
    database_of_version_1(path)
    assert Store(path).write("INSERT INTO nothing VALUES (1)") is False
    assert Store(path).read("PRAGMA user_version") == [(1,)]


@pytest.mark.parametrize(
    ("content", "condition"),
    [(None, "ours"), (b"", "ours"), (b"no database" * 1000, "broken")],
)
def test_its_condition_is_told(path, content, condition):
    if content is not None:
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
    assert Store(path).condition() == condition


def test_a_newer_database_is_known_as_newer(path):
    Store(path).write(WRITE, ["a", "1", 0, 0])
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"PRAGMA user_version = {VERSION + 1}")
    assert Store(path).condition() == "newer"


def test_one_in_memory_keeps_for_itself_and_makes_no_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    store, other = MemoryStore(), MemoryStore()
    assert store.condition() == "ours"
    assert store.write("INSERT INTO places VALUES ('r', '1', 2, 3)")
    assert store.read("SELECT section, offset FROM places") == [("1", 3)]
    assert other.read("SELECT * FROM places") == []
    assert list(tmp_path.iterdir()) == []
