"""All bookmarks on one screen: Enter goes there, a note is written in the last row."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.strip import Strip

from reporttui.session.reading import Session
from reporttui.settings.store import MemoryStore
from reporttui.text.breaking import wrap
from reporttui.text.safe import escaped, visible
from reporttui.text.width import cell_len, fit
from reporttui.tui.arrangement import Rect
from reporttui.tui.frame import Fittings
from reporttui.tui.glyphs import glyphs
from reporttui.tui.keys import key_name
from reporttui.tui.panes.base import Part
from reporttui.tui.panes.lists import DetailedPane
from reporttui.tui.screens.lists import ListScreen, bound
from reporttui.tui.strips import PLAIN, line
from reporttui.tui.taking import why_not_kept
from reporttui.tui.widgets.query import LineInput
from reporttui.words import N_, _

if TYPE_CHECKING:
    from reporttui.session.bookmarks import Anchored

_KINDS = {
    "section": N_("section"),
    "sentence": N_("sentence"),
    "metric": N_("metric"),
}
_GAP: Part = ("  ", PLAIN)
_PATHS = 7
"""Cells for the path of a section."""


class BookmarksPane(DetailedPane):
    """The bookmarks, and below them the words and the note of the current one."""

    def __init__(self, session: Session, *, key: str, is_kept: bool) -> None:
        """Make the pane.

        Args:
            session: What is read.
            key: That which makes a bookmark.
            is_kept: Whether they are kept for another visit.
        """
        super().__init__(id="bookmarks")
        self.active = True
        self._session = session
        self._key = key
        self._is_kept = is_kept
        session.marks.look()

    @property
    def current(self) -> Anchored | None:
        """The bookmark under the cursor."""
        listed = self._session.marks.listed
        return listed[min(self.cursor, len(listed) - 1)] if listed else None

    def look(self) -> None:
        """Show what there is now."""
        self.cursor = max(0, min(self.cursor, self.count() - 1))
        self.keep_cursor_visible()
        self.repaint()

    def heading(self) -> tuple[str, str]:
        """Return the title, and which of how many the cursor is on."""
        title = _("Bookmarks")
        if not self._is_kept:
            title = f"{title} {glyphs().crumb} {_('for this visit only')}"
        return title, f"{min(self.cursor + 1, self.count())}/{self.count()}"

    def count(self) -> int:
        """Return how many bookmarks there are."""
        return len(self._session.marks.listed)

    def nothing(self) -> str:
        """Say that there are none, and how to make one."""
        return _("No bookmarks yet: {key} makes one", key=self._key)

    def item(self, index: int, current: bool) -> Strip:
        """Return a bookmark: section, kind, words, and its note or that its words are lost."""
        bookmark, at = self._session.marks.listed[index]
        inks, kinds = self.inks, {kind: _(text) for kind, text in _KINDS.items()}
        path = self._session.document.outline[at.entry].path if at else bookmark.target.path
        note = escaped(bookmark.note) if at else _("words lost")
        widest = max(map(cell_len, kinds.values()))
        room = self.width - 3 - _PATHS - widest - 3 * len(_GAP[0])
        behind = min(cell_len(note), room // 2)
        parts = [
            self.cursor_sign(current),
            (fit(path, _PATHS), inks.muted),
            _GAP,
            (fit(kinds[bookmark.target.kind], widest), inks.muted),
            _GAP,
            (fit(escaped(bookmark.target.exact), room - behind), inks.text if at else inks.muted),
            _GAP,
            (fit(note, behind), inks.accent if at else inks.warning),
        ]
        return line(parts, self.width)

    def details(self) -> list[list[Part]]:
        """Return the words, and the note, where there is no room for both as much as there is."""
        assert self.current
        bookmark, at = self.current
        lost = "" if at else _("These words are in the report no more")
        below = [(lost, self.inks.warning), (visible(bookmark.note), self.inks.accent)]
        lines = [part for text, ink in below if text for part in self._set(text, ink)]
        room = self.rows_below - 1 - min(len(lines), 3)
        return [*self._set(visible(bookmark.target.exact), self.inks.text)[:room], *lines]

    def _set(self, text: str, ink: Style) -> list[list[Part]]:
        return [[_GAP, (text[a:b], ink)] for a, b in wrap(text, max(2, self.width - 4))]


class NoteLine(LineInput):
    """Where a note is written."""

    BINDINGS: ClassVar[list[BindingType]] = [bound("escape,ctrl+c", "screen.leave")]


class BookmarksScreen(ListScreen["Anchored | None"]):
    """The list lies over the room; it answers with a bookmark to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("M", "dismiss(None)"),
        bound("e", "edit"),
        bound("d,delete", "remove"),
        bound("u", "restore"),
    ]

    _pane: BookmarksPane

    def __init__(self, session: Session, fittings: Fittings, key: str) -> None:
        is_kept = not isinstance(fittings.store, MemoryStore)
        super().__init__(BookmarksPane(session, key=key, is_kept=is_kept))
        self._session = session
        self._fittings = fittings
        self._note = NoteLine(_("Type a note"), id="note")

    def keys(self) -> list[tuple[str, str]]:
        """Return what the keys do here."""
        return [
            (key_name("enter"), _("to the place")),
            ("e", _("note")),
            ("d", _("remove")),
            ("u", _("undo")),
            (key_name("escape"), _("close")),
        ]

    def compose(self) -> ComposeResult:
        """Make the list, the line of keys, and the line for a note."""
        yield from super().compose()
        yield self._note

    def places(self, width: int, height: int) -> dict[str, Rect]:
        """Give the last row to the keys, or to a note while one is written."""
        places = super().places(width, height)
        if self._note.has_focus:
            places["note"] = places.pop("keys")
        return places

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Leave keys to the note while one is written."""
        return self.focused is None or action == "leave"

    def answer(self) -> Anchored | None:
        """Return the bookmark under the cursor."""
        return self._pane.current

    def action_edit(self) -> None:
        """Let the reader write the note."""
        if found := self._pane.current:
            self._note.value = visible(found.bookmark.note)
            self.set_focus(self._note)
            self._pane.refresh(layout=True)

    def on_input_submitted(self) -> None:
        """Keep the note."""
        if found := self._pane.current:
            done = self._session.annotate_bookmark(found.bookmark, self._note.value.strip())
            self._say_unless(done)
        self.action_leave()

    def _say_unless(self, done: bool) -> None:
        self.say("" if done else why_not_kept(self._fittings.store))

    def action_leave(self) -> None:
        """Leave the note as it is kept."""
        self.set_focus(None)
        self._pane.refresh(layout=True)
        self._pane.look()

    def action_remove(self) -> None:
        """Remove the bookmark under the cursor."""
        if found := self._pane.current:
            self._say_unless(self._session.remove_bookmark(found.bookmark))
            self._pane.look()

    def action_restore(self) -> None:
        """Bring back the bookmark that was removed last."""
        self._session.restore_bookmark()
        self._pane.look()
