"""What outline and table show of an open report."""

from __future__ import annotations

from reporttui.session.changes import Change, Watched

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.session.document import Document
    from reporttui.session.finding import Finder
    from reporttui.session.table import Column, Order, Table


class Views(Watched):
    """The outline and the table, which folds, filters and orders change.

    Attributes:
        document: The report.
        found: The query and its hits.
        table: The metrics in view.
        entry: Index of the section in which the reader is.
        folded: Entries of the outline that are folded.
    """

    document: Document
    found: Finder
    table: Table
    entry: int
    folded: frozenset[int]

    # The outline.

    def visible_entries(self) -> list[int]:
        """Return the entries that the outline shows: unfolded ones, of those that match."""
        outline = self.document.outline
        wanted = self._matching_entries() if self.found.query else range(len(outline))
        shown, index = [], 0
        while index < len(outline):
            if index in wanted:
                shown.append(index)
            index = outline[index].end if index in self.folded else index + 1
        return shown

    def _matching_entries(self) -> set[int]:
        """Return the sections that match, and all above them."""
        matching = self.found.matching_entries()
        outline = self.document.outline
        return {0, *matching, *(up.index for index in matching for up in outline.trail(index))}

    def fold(self, entry: int, folded: bool) -> None:
        """Fold or unfold a node of the outline; the report itself stays unfolded."""
        self.folded = self.folded | {entry} if folded and entry else self.folded - {entry}
        self._tell(Change.FOLDS)

    # The table of metrics.

    def fill(self) -> Change:
        """List what the table shows now, and return what changed by it."""
        found = self.found
        self.table.fill(self.entry, set(found.matches.metrics) if found.query else None)
        return Change.TABLE

    def _order(self, order: Order) -> None:
        """Order the table otherwise, and select its first row: that is what one sorts for."""
        self.table.order = order
        self.table.select(None)
        self._tell(self.fill())

    def sort(self, column: Column | None = None) -> None:
        """Sort by a column, by default the next one; by the same one, turn the order round."""
        self._order(self.table.order.sorted_by(column))

    def reverse(self) -> None:
        """Turn the order of the table round."""
        self._order(self.table.order.turned())

    def group(self) -> None:
        """Let rows of one unit stand together, or not."""
        self._order(self.table.order._replace(grouped=not self.table.order.grouped))

    def limit_to_section(self) -> None:
        """Show the metrics of the current section, or of the whole report."""
        self.table.section_only = not self.table.section_only
        self._tell(self.fill())

    def select(self, metric: int) -> None:
        """Select a row of the table."""
        self.table.select(metric)
        self._tell(Change.METRIC)
