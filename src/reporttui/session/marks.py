"""The bookmarks of an open report, and where in it they stand."""

from __future__ import annotations

from functools import cached_property

from reporttui.session.bookmarks import Bookmarks, anchor
from reporttui.session.changes import Change
from reporttui.session.document import Position
from reporttui.session.selection import Selecting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from reporttui.session.bookmarks import Anchor, Bookmark, Target
    from reporttui.session.document import Document
    from reporttui.settings.store import Store

    Outcome = Literal["made", "removed", "restored", "refused", "nowhere"]

_BEFORE_ALL = Position(-1, -1)


class Marks:
    """The bookmarks of a document.

    Attributes:
        listed: All of them in reading order, and last those that have lost their words.
        sections: Indices of the sections that have one.
        metrics: Numbers of the metrics that have one.
    """

    def __init__(self, document: Document, store: Store) -> None:
        self._document = document
        self._bookmarks = Bookmarks(store, document.report, document.outline)
        self._removed: Bookmark | None = None
        self._removed_from = _BEFORE_ALL
        self.look()

    def look(self) -> None:
        """See which there are now: other programs make some too."""
        self.listed = self._bookmarks.listed()
        self.sections: set[int] = set()
        self.metrics: set[int] = set()
        self._positions: dict[int, Position] = {}
        for bookmark, at in self.listed:
            if at:
                self._mark(bookmark, at)

    def _mark(self, bookmark: Bookmark, at: Anchor) -> None:
        self._positions[bookmark.id] = self._document.stretch(at.entry, *at.span)[0]
        if bookmark.target.kind == "section":
            self.sections.add(at.entry)
        elif bookmark.target.kind == "metric":
            self.metrics.update(self.metrics_of(at))

    def metrics_of(self, at: Anchor) -> list[int]:
        """Return the metrics that the words at a place say."""
        return [
            number
            for number, (entry, _metric) in enumerate(self._document.metrics)
            if entry.index == at.entry
            and (place := self._document.place(number))
            and place.quote == at.span
        ]

    def on(self, position: Position, end: int) -> list[Bookmark]:
        """Return the bookmarks whose words begin in a stretch of a passage."""
        return [
            bookmark
            for bookmark, _at in self.listed
            if position <= self._positions.get(bookmark.id, _BEFORE_ALL) < (position[0], end)
        ]

    def of(self, target: Target) -> list[Bookmark]:
        """Return the bookmarks on a target."""
        here = anchor(self._document.outline, target)
        return [
            bookmark
            for bookmark, at in self.listed
            if at == here and bookmark.target.kind == target.kind
        ]

    def toggle(self, target: Target | None, line: tuple[Position, int] | None) -> Outcome:
        """Remove a bookmark that is on a line or on a target, or make one; once removed, undo that.

        Args:
            target: What a new one would be on; None where there are no words for one.
            line: Where a line begins, and the offset at which it ends; None where there is none.
        """
        self.look()
        found = self.on(*line) if line else []
        if not found and target:
            found = self.of(target)
        if found:
            return "removed" if self.remove(found[0]) else "refused"
        if self._removed and (self._removed.target == target or self._was_on(line)):
            return "restored" if self.restore() else "refused"
        if not target:
            return "nowhere"
        return "made" if self._seen(self._bookmarks.add(target)) else "refused"

    def _was_on(self, line: tuple[Position, int] | None) -> bool:
        if line is None:
            return False
        start, end = line
        return start <= self._removed_from < (start.passage, end)

    def remove(self, bookmark: Bookmark) -> bool:
        """Remove a bookmark, and tell whether that could be done."""
        self._removed = bookmark
        self._removed_from = self._positions.get(bookmark.id, _BEFORE_ALL)
        return self._seen(self._bookmarks.remove(bookmark.id))

    def restore(self) -> bool:
        """Bring back the bookmark that was removed last, and tell whether there is one."""
        removed, self._removed = self._removed, None
        if removed is None:
            return False
        return self._seen(self._bookmarks.add(removed.target, removed.note))

    def annotate(self, bookmark: Bookmark, note: str) -> bool:
        """Write another note, and tell whether it is kept."""
        return self._seen(self._bookmarks.annotate(bookmark.id, note))

    def _seen(self, done: bool) -> bool:
        self.look()
        return done


class Marking(Selecting):
    """Makes and removes bookmarks, and tells of it."""

    _store: Store

    @cached_property
    def marks(self) -> Marks:
        """The bookmarks; read when they are first asked for."""
        return Marks(self.document, self._store)

    def toggle_bookmark(self, target: Target | None, line: tuple[Position, int] | None) -> Outcome:
        """Make or remove a bookmark (`Marks.toggle`)."""
        outcome = self.marks.toggle(target, line)
        self._tell(Change.BOOKMARKS)
        return outcome

    def remove_bookmark(self, bookmark: Bookmark) -> bool:
        """Remove a bookmark, and tell whether that could be done."""
        return self._have_changed(self.marks.remove(bookmark))

    def restore_bookmark(self) -> bool:
        """Bring back the one that was removed last, and tell whether there is one."""
        return self._have_changed(self.marks.restore())

    def annotate_bookmark(self, bookmark: Bookmark, note: str) -> bool:
        """Write another note, and tell whether it is kept."""
        return self._have_changed(self.marks.annotate(bookmark, note))

    def _have_changed(self, done: bool) -> bool:
        self._tell(Change.BOOKMARKS)
        return done
