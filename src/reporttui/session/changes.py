"""What of a session can change, and telling those who watch it."""

from __future__ import annotations

from enum import Flag, auto

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class Change(Flag):
    """What of a session changed."""

    PLACE = auto()
    """The reader is somewhere else; `jumped` says whether the text must be brought there."""
    QUERY = auto()
    """Another query, or other hits."""
    MISTAKE = auto()
    """What is typed has a mistake; the query is still the one before."""
    HIT = auto()
    """Another hit is the current one."""
    METRIC = auto()
    """Another row of the table is selected."""
    TABLE = auto()
    """Other rows, or another order."""
    FOLDS = auto()
    """Other nodes of the outline are folded."""
    SELECTION = auto()
    """Other sentences are selected."""
    BOOKMARKS = auto()
    """There are other bookmarks."""
    REPORT = auto()
    """The report itself changed."""


class Watched:
    """Something that tells its watchers what changed, once for each thing that happened."""

    def __init__(self) -> None:
        self._watchers: list[Callable[[Change], None]] = []

    def watch(self, watcher: Callable[[Change], None]) -> None:
        """Call `watcher` with each change from now on."""
        self._watchers.append(watcher)

    def _tell(self, change: Change) -> None:
        for watcher in self._watchers:
            watcher(change)
