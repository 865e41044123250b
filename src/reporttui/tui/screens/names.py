"""The index of names: type a part of one to find it; Enter goes to where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip

from reporttui.session.names import NameIndex
from reporttui.session.reading import Session
from reporttui.text.width import cell_len, fit
from reporttui.tui.panes.lists import ListPane
from reporttui.tui.screens.lists import TypedScreen
from reporttui.tui.screens.palette import cut
from reporttui.tui.strips import PLAIN, Layer, layered, line
from reporttui.words import N_, _

if TYPE_CHECKING:
    from reporttui.analysis.name_spans import Kind
    from reporttui.analysis.names import Name

_GAP = 2
"""Cells between columns, and at the right edge."""

_COUNT = 3
"""Cells of a count."""

_PATHS = 0.25
"""Part of the width that the paths may take."""

_KINDS: dict[Kind, str] = {
    "document": N_("document"),
    "programme": N_("programme"),
    "body": N_("body"),
    "place": N_("place"),
}


class NamesPane(ListPane):
    """The names that match what was typed."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="names")
        self.active = True
        self._session = session
        self._index = NameIndex(session.document)
        self._typed = ""
        self._matches = self._index.matches("")

    def find(self, typed: str) -> None:
        """Show the names that match, the best one first and under the cursor."""
        self._typed = typed
        self._matches = self._index.matches(typed)
        self.cursor = self.top = 0
        self.repaint()

    def name_at_cursor(self) -> Name | None:
        """Return the name under the cursor, if any, in the report as it is now."""
        if self._index.document is not self._session.document:
            self._index = NameIndex(self._session.document)
            self._matches = self._index.matches(self._typed)
        index = min(self.cursor, self.count() - 1)
        return self._named(index) if index >= 0 else None

    def _named(self, index: int) -> Name:
        return self._index.names[self._matches[index].number]

    def heading(self) -> tuple[str, str]:
        """Return the title and how many match."""
        return _("Names"), f"{self.count()}/{len(self._index.names)}"

    def count(self) -> int:
        """Return how many match; all do where nothing is typed."""
        return len(self._matches)

    def nothing(self) -> str:
        """Say that none does, or that there are none."""
        if not self._index.names:
            return _("No names in this report")
        return _("No such name: try another part; Pinyin needs three letters")

    def item(self, index: int, current: bool) -> Strip:
        """Return a name's row: the name, and at the right its kind, its count and its sections."""
        name, spans, inks = self._named(index), self._matches[index].spans, self.inks
        fill = inks.cursor if current else PLAIN
        what = self._what(name)
        room = max(0, self.width - 3 * _GAP - cell_len(what))
        shown, left_out = cut(name.text, spans, room)
        hits: list[Layer] = [(a - left_out, b - left_out, inks.hit) for a, b in spans]
        style = (inks.title if current else inks.text) + fill
        sign, ink = self.cursor_sign(current)
        parts = [
            (sign, ink + fill),
            *layered(shown, 0, len(shown), style, hits),
            (" " * (room + _GAP - cell_len(shown)), fill),
            (what, inks.muted + fill),
            (" " * _GAP, fill),
        ]
        return line(parts, self.width)

    def _what(self, name: Name) -> str:
        kinds = {kind: _(text) for kind, text in _KINDS.items()}
        columns = (
            fit(kinds[name.kind], max(map(cell_len, kinds.values()))),
            fit(str(len(name.places)), _COUNT, "right"),
            fit(" ".join(name.paths), int(self.width * _PATHS)),
        )
        return (" " * _GAP).join(columns)


class NamesScreen(TypedScreen["Name | None"]):
    """The index lies over the room; it answers with a name to go to, or None."""

    _pane: NamesPane

    def __init__(self, session: Session) -> None:
        super().__init__(NamesPane(session), _("Type a part of a name"))

    def find(self, typed: str) -> None:
        """Show the names that match."""
        self._pane.find(typed)

    def answer(self) -> Name | None:
        """Return the chosen name."""
        return self._pane.name_at_cursor()
