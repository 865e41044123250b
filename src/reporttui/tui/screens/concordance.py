"""All hits on one screen: each in the middle of its line, all beginning in one column."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.strip import Strip

from reporttui.report.outline import Entry
from reporttui.session.concordance import Concordance, Order, SortKey
from reporttui.session.reading import Session
from reporttui.text.safe import visible
from reporttui.text.width import cell_len, clip, clip_left, fit
from reporttui.tui.glyphs import glyphs
from reporttui.tui.keys import key_name
from reporttui.tui.panes.lists import ListPane
from reporttui.tui.screens.lists import ListScreen, bound
from reporttui.tui.strips import PLAIN, line
from reporttui.words import N_, _

_GAP = 2
"""Cells between the section and the text."""

_USUAL = 8
"""Cells of four Chinese characters: around a hit of these, both sides are alike."""

_WITH_TITLES = 100
"""Columns from which a section is shown with its title."""

_ORDERS: dict[SortKey, str] = {
    "place": N_("in reading order"),
    "left": N_("by left context"),
    "right": N_("by right context"),
}


class ConcordancePane(ListPane):
    """The list of hits."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="concordance")
        self.active = True
        self._outline = session.document.outline
        self._query = visible(session.found.query.source.strip())
        self._concordance = Concordance(session.document, session.found)
        hit = session.found.hit
        self.cursor = session.found.first_from(session.position) if hit is None else hit
        self._paths = min(12, max(len(entry.path) for entry in self._outline))
        self._section = self._left = self._rest = 0

    @property
    def hit(self) -> int:
        """Number of the hit under the cursor."""
        return self._concordance.hits[self.cursor]

    def sort(self) -> None:
        """Sort by the next key."""
        self._order(self._concordance.order.next())

    def reverse(self) -> None:
        """Turn the order round."""
        self._order(self._concordance.order.turned())

    def _order(self, order: Order) -> None:
        """Order otherwise; the cursor stays on its hit, so that those alike are seen beside it."""
        hit = self.hit
        self._concordance.sort(order)
        self.cursor = self._concordance.hits.index(hit)
        self.top = self.cursor - self.page // 2
        self.keep_cursor_visible()
        self.repaint()

    # Drawing.

    @property
    def _titled(self) -> bool:
        """Whether sections are shown with their titles."""
        return self.width >= _WITH_TITLES

    def resized(self) -> None:
        """Divide the width: section, what is left of the hits, and the rest."""
        super().resized()
        self._section = min(40, self.width // 4) if self._titled else self._paths
        text = self.width - 3 - self._section - _GAP
        self._left = max(0, text - _USUAL) // 2
        self._rest = text - self._left

    def heading(self) -> tuple[str, str]:
        """Return what is looked for and how it is sorted, and which of how many this is."""
        order, signs = self._concordance.order, glyphs()
        count = f"{self.cursor + 1}/{self.count()}"
        crumb = f" {signs.crumb} "
        name = _("All hits") + crumb
        sorted_by = crumb + _(_ORDERS[order.key])
        sorted_by += signs.descending if order.descending else signs.ascending
        query = clip(self._query, self.width - 5 - sum(map(cell_len, (name, sorted_by, count))))
        return name + query + sorted_by, count

    def count(self) -> int:
        """Return how many hits there are."""
        return len(self._concordance.hits)

    def item(self, index: int, current: bool) -> Strip:
        """Return a hit's row: section, and the hit between what stands beside it."""
        each, inks = self._concordance.line(self._concordance.hits[index]), self.inks
        left = clip_left(visible(each.left), self._left)
        # Something of what follows is seen even behind a long hit.
        middle = clip(visible(each.middle), self._rest * 2 // 3)
        room = self._rest - cell_len(middle)
        right = clip(visible(each.right), room, ellipsis="")
        ground = inks.cursor if current else PLAIN
        sign, ink = self.cursor_sign(current)
        parts = [
            (sign, ink + ground),
            (self._place(each.entry), inks.muted + ground),
            (" " * (_GAP + self._left - cell_len(left)), ground),
            (left, inks.text + ground),
            (middle, inks.hit + inks.current_hit if current else inks.hit),
            (right, inks.text + ground),
            (" " * (room + 1 - cell_len(right)), ground),
        ]
        return line(parts, self.width)

    def _place(self, entry: Entry) -> str:
        path = fit(entry.path, self._paths)
        label = visible(entry.label) if entry.index else _("Overview")
        return fit(f"{path}  {label}", self._section) if self._titled else path


class ConcordanceScreen(ListScreen[int | None]):
    """The list lies over the room; it answers with the number of a hit to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("c", "dismiss(None)"),
        bound("s", "sort"),
        bound("r", "reverse"),
    ]

    _pane: ConcordancePane

    def __init__(self, session: Session) -> None:
        super().__init__(ConcordancePane(session))

    def keys(self) -> list[tuple[str, str]]:
        """Return what the keys do here."""
        return [
            (key_name("enter"), _("to the hit")),
            ("s", _("sort")),
            ("r", _("reverse")),
            (key_name("escape"), _("close")),
        ]

    def answer(self) -> int:
        """Return the number of the hit under the cursor."""
        return self._pane.hit

    def action_sort(self) -> None:
        """Sort by the next key."""
        self._pane.sort()

    def action_reverse(self) -> None:
        """Turn the order round."""
        self._pane.reverse()
