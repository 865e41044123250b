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
    from typing import Literal

    Condition = Literal["ours", "newer", "broken"]

FILE = "kept.sqlite3"
"""Its name in the folder of what survives a run."""

_PATIENCE = 5.0
"""Seconds to wait for another program that is writing."""

_STEPS = (
    # Version 1 did not make its table and set its number at one stroke.
    """
CREATE TABLE IF NOT EXISTS places (
  report TEXT PRIMARY KEY,
  section TEXT NOT NULL,
  passages INTEGER NOT NULL,
  offset INTEGER NOT NULL
) WITHOUT ROWID
""",
    # Another reader may remove a bookmark that is still on somebody's screen: its number must
    # not come to mean a newer one, hence AUTOINCREMENT.
    """
CREATE TABLE bookmarks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report TEXT NOT NULL,
  content TEXT NOT NULL,
  kind TEXT NOT NULL,
  path TEXT NOT NULL,
  field TEXT NOT NULL,
  start INTEGER NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  note TEXT NOT NULL,
  made TEXT NOT NULL
)
""",
)
"""What makes the tables of each version out of those of the one before it."""

VERSION = len(_STEPS)
"""Of the tables (`user_version`). A database of a newer one belongs to a newer program."""

Value = str | int | float | None


class Store:
    """The database, opened anew for each question: it is asked seldom, and may be moved away."""

    def __init__(self, path: Path) -> None:
        """Keep things in a file, which is made when something is first kept."""
        self.path = path

    def condition(self) -> Condition:
        """Tell whether it can be used: `ours`, also where nothing was kept yet."""
        if not self.path.is_file():
            return "ours"
        try:
            with closing(self._open()) as database:
                return "newer" if _version(database) > VERSION else "ours"
        except sqlite3.Error:
            return "broken"

    def read(self, query: str, values: Sequence[Value] = ()) -> list[tuple[Value, ...]]:
        """Return rows; none where nothing can be read, nor from a newer program's database."""
        if not self.path.is_file():
            return []
        with suppress(sqlite3.Error), closing(self._open()) as database:
            if _version(database) <= VERSION:
                return database.execute(query, values).fetchall()
        return []

    def write(self, statement: str, values: Sequence[Value] = ()) -> bool:
        """Change something, and tell whether that was kept: from then on nothing loses it."""
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(self.path, os.O_WRONLY | os.O_CREAT, 0o600))
            with closing(self._open()) as database, database:
                # At once, so that no other program can change the tables behind the look at them.
                database.execute("BEGIN IMMEDIATE")
                version = _version(database)
                if version > VERSION:
                    return False
                for step in _STEPS[version:]:
                    database.execute(step)
                if version < VERSION:
                    database.execute(f"PRAGMA user_version = {VERSION}")
                database.execute(statement, values)
        except (OSError, sqlite3.Error):
            return False
        return True

    def _open(self) -> sqlite3.Connection:
        """Open the file that there is, for writing: after a kill, also a reader has to mend it."""
        uri = f"{self.path.as_uri()}?mode=rw"
        return sqlite3.connect(uri, uri=True, timeout=_PATIENCE, isolation_level=None)


class MemoryStore(Store):
    """The same for one run, for who keeps nothing."""

    def __init__(self) -> None:
        from pathlib import Path

        super().__init__(Path(os.devnull))
        self._database = sqlite3.connect(":memory:", isolation_level=None)
        for step in _STEPS:
            self._database.execute(step)

    def condition(self) -> Condition:
        """Tell that it can be used."""
        return "ours"

    def read(self, query: str, values: Sequence[Value] = ()) -> list[tuple[Value, ...]]:
        """Return rows."""
        return self._database.execute(query, values).fetchall()

    def write(self, statement: str, values: Sequence[Value] = ()) -> bool:
        """Change something."""
        self._database.execute(statement, values)
        return True


def _version(database: sqlite3.Connection) -> int:
    return int(database.execute("PRAGMA user_version").fetchone()[0])
