"""All hits on one screen: each in the middle of its line, all beginning in one column."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.strip import Strip

from reporttui.report.outline import Entry
from reporttui.session.concordance import Concordance, Order, SortKey
from reporttui.session.reading import Session
from reporttui.text.safe import visible
from reporttui.text.width import cell_len, clip, clip_left, fit
from reporttui.tui.arrangement import Rect
from reporttui.tui.commands import key_name
from reporttui.tui.glyphs import glyphs
from reporttui.tui.layout import PlacedScreen
from reporttui.tui.panes.base import ListPane, Pane
from reporttui.tui.strips import PLAIN, line
from reporttui.tui.widgets.bars import Bar
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


class ConcordanceKeys(Bar):
    """What the keys do here, at the foot of the list."""

    def __init__(self) -> None:
        super().__init__(id="keys")

    def strip(self) -> Strip:
        """Return the line; it has room on every screen that has room to read."""
        items = [
            (key_name("enter"), _("to the hit")),
            ("s", _("sort")),
            ("r", _("reverse")),
            (key_name("escape"), _("close")),
        ]
        parts = []
        for key, text in items:
            parts += [(f" {key}", self.inks.heading), (f" {text} ", self.inks.muted)]
        return line(parts, self.size.width)


class ConcordanceScreen(PlacedScreen[int | None], inherit_bindings=False):
    """The list lies over the room; it answers with the number of a hit to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,c,ctrl+c", "dismiss(None)", show=False, priority=True),
        Binding("enter", "follow", show=False, priority=True),
        Binding("s", "sort", show=False, priority=True),
        Binding("r", "reverse", show=False, priority=True),
        Binding("down,j", "move(1)", show=False, priority=True),
        Binding("up,k", "move(-1)", show=False, priority=True),
        Binding("space,pagedown", "turn(1)", show=False, priority=True),
        Binding("b,pageup", "turn(-1)", show=False, priority=True),
        Binding("g,home", "to_end(False)", show=False, priority=True),
        Binding("G,end", "to_end(True)", show=False, priority=True),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._pane = ConcordancePane(session)

    def compose(self) -> ComposeResult:
        """Make the list and the line of keys below it."""
        yield self._pane
        yield ConcordanceKeys()

    def places(self, width: int, height: int) -> dict[str, Rect]:
        """Give the list the whole screen but for the last row."""
        return {
            "concordance": Rect(0, 0, width, height - 1),
            "keys": Rect(0, height - 1, width, 1),
        }

    def on_pane_clicked(self, event: Pane.Clicked) -> None:
        """Go to a hit that was clicked twice."""
        if event.twice:
            self.action_follow()

    def action_follow(self) -> None:
        """Answer with the hit under the cursor."""
        self.dismiss(self._pane.hit)

    def action_sort(self) -> None:
        """Sort by the next key."""
        self._pane.sort()

    def action_reverse(self) -> None:
        """Turn the order round."""
        self._pane.reverse()

    def action_move(self, rows: int) -> None:
        """Move the cursor by rows."""
        self._pane.move(rows)

    def action_turn(self, pages: int) -> None:
        """Move the cursor by pages."""
        self._pane.turn(pages)

    def action_to_end(self, end: bool) -> None:
        """Move the cursor to the first or last hit."""
        self._pane.to_end(end)
