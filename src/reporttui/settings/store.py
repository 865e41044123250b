"""What a reader wants to find again, kept in one SQLite database.

SQLite keeps it whole when the program is killed in the middle, and orders several writers. What
may be lost without harm is kept in plain files (`settings.state`).
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

VERSION = 1
"""Of the tables (`user_version`). A database of a newer one belongs to a newer program."""

_PATIENCE = 5.0
"""Seconds to wait for another program that is writing."""

_TABLES = """
CREATE TABLE IF NOT EXISTS places (
  report TEXT PRIMARY KEY,
  section TEXT NOT NULL,
  passages INTEGER NOT NULL,
  offset INTEGER NOT NULL
) WITHOUT ROWID;
"""

Value = str | int | float | None


class Store:
    """The database, opened anew for each question: it is asked seldom, and may be moved away."""

    def __init__(self, path: Path) -> None:
        """Keep things in a file, which is made when something is first kept."""
        self._path = path

    def read(self, query: str, values: Sequence[Value] = ()) -> list[tuple[Value, ...]]:
        """Return rows; none where nothing can be read, nor from a newer program's database."""
        if not self._path.is_file():
            return []
        with suppress(sqlite3.Error), closing(self._open("ro")) as database:
            if _version(database) <= VERSION:
                return database.execute(query, values).fetchall()
        return []

    def write(self, statement: str, values: Sequence[Value] = ()) -> bool:
        """Change something, and tell whether that was kept."""
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o600))
            with closing(self._open("rw")) as database, database:
                if _version(database) > VERSION:
                    return False
                database.executescript(_TABLES)
                database.execute(statement, values)
                database.execute(f"PRAGMA user_version = {VERSION}")
        except (OSError, sqlite3.Error):
            return False
        return True

    def _open(self, mode: str) -> sqlite3.Connection:
        return sqlite3.connect(f"{self._path.as_uri()}?mode={mode}", uri=True, timeout=_PATIENCE)


def _version(database: sqlite3.Connection) -> int:
    return int(database.execute("PRAGMA user_version").fetchone()[0])
