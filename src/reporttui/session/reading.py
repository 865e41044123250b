"""One reader's session with one report. Panes watch it and never talk to each other."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.figures.naming import with_figures, with_metrics
from reporttui.session.changes import Change
from reporttui.session.document import Document, Position
from reporttui.session.finding import Finder
from reporttui.session.history import History
from reporttui.session.marks import Marking
from reporttui.session.places import Place
from reporttui.session.table import Table
from reporttui.settings.store import MemoryStore

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.report.model import Metric, Report
    from reporttui.settings.store import Store


class Mark(NamedTuple):
    """Characters of the text that are pointed at: the current hit, or a metric's sentence."""

    position: Position
    end: int


class Session(Marking):
    """What one reader has open and where they are.

    Attributes:
        source: The report as it was opened, without the names that were given to its figures.
        jumped: Whether the text must be brought to the position.
        mark: What is pointed at.
        all_figures: Whether the table has the figures that nobody has named, beside the metrics.
        extracted: Those of the document's metrics that are such figures.
    """

    def __init__(self, report: Report, *, fuzzy: bool = False, store: Store | None = None) -> None:
        """Open a report.

        Args:
            report: The report.
            fuzzy: Whether sounds that are easily confused are the same in Pinyin.
            store: Where bookmarks are kept; by default, nowhere.
        """
        super().__init__()
        self._store = store or MemoryStore()
        self.all_figures = False
        self.extracted: frozenset[Metric] = frozenset()
        self._open(report, fuzzy)

    def _open(self, report: Report, fuzzy: bool) -> None:
        self.source = report
        named = with_figures if self.all_figures else with_metrics
        report, self.extracted = named(report)
        self.document = Document(report)
        self.found = Finder(self.document, fuzzy=fuzzy)
        self.table = Table(self.document)
        self.position = Position()
        self.entry = 0
        self.jumped = True
        self.mark: Mark | None = None
        self.folded: frozenset[int] = frozenset()
        self.selection = None
        self.__dict__.pop("marks", None)
        self._history = History()
        self.fill()

    # Where the reader is.

    def read(self, position: Position) -> None:
        """Note that the reader has moved in the text."""
        self._tell(self._place(position, jumped=False))

    def show(self, entry: int) -> None:
        """Show a section, as the cursor of the outline passes it."""
        self._tell(self._place(self.document.start_of(entry), entry=entry))

    def go(self, position: Position, mark: Mark | None = None) -> None:
        """Jump to a position; `back` returns from there."""
        self._history.leave(self.position)
        self._tell(self._place(position, mark=mark))

    def step_section(self, step: int) -> bool:
        """Jump to the next (1) or previous (-1) section; False at either end.

        From inside a section, the previous one is its own beginning.
        """
        entry = self.entry + step
        if step < 0 and self.position > self.document.start_of(self.entry):
            entry = self.entry
        if not 0 <= entry < len(self.document.outline):
            return False
        self._history.leave(self.position)
        self.show(entry)
        return True

    def back(self) -> bool:
        """Return to where the reader was before the last jump; False where there is none."""
        return self._travel(self._history.back(self.position))

    def forward(self) -> bool:
        """Undo the last `back`; False where there is none."""
        return self._travel(self._history.forward(self.position))

    def _travel(self, position: Position | None) -> bool:
        if position is not None:
            self._tell(self._place(self._still(position)))
        return position is not None

    def _still(self, position: Position) -> Position:
        """Return a position of before, or the nearest one: the report may have been reloaded."""
        return self.document.near(position, 0, position.offset)

    def _place(
        self,
        position: Position,
        *,
        entry: int | None = None,
        mark: Mark | None = None,
        jumped: bool = True,
    ) -> Change:
        """Be at a position, and return what changed by it."""
        before = self.entry
        self.position, self.jumped, self.mark = position, jumped, mark
        self.entry = self.document.entry_at(position) if entry is None else entry
        if self.table.section_only and before != self.entry:
            return Change.PLACE | self.fill()
        return Change.PLACE

    # What is looked for.

    def search(self, source: str, origin: Position | None = None, *, typing: bool = False) -> None:
        """Look for a query and go to the first hit, if any.

        A mistake in it leaves all as it was and is told by `found.mistake`.

        Args:
            source: The query as typed.
            origin: Where to look from, and to be without a hit; by default, here.
            typing: Whether the query is still being typed.
        """
        if not self.found.look_for(source, typing=typing):
            self._tell(Change.MISTAKE)
            return
        change = Change.QUERY | self.fill()
        if self.found.matches.hits:
            number = self.found.first_from(self.position if origin is None else origin)
            change |= self._point(number)
        elif origin is not None:
            change |= self._place(self._still(origin))
        self._tell(change)

    def clear_query(self, place: Position | None = None) -> None:
        """Look for nothing, and return to `place` if given."""
        self.found.look_for("")
        self.mark = None
        change = Change.QUERY | self.fill()
        if place is not None:
            change |= self._place(self._still(place))
        self._tell(change)

    def go_to_hit(self, hit: int) -> None:
        """Jump to a hit, by its number."""
        self._history.leave(self.position)
        self._tell(self._point(hit))

    def step_hit(self, step: int) -> bool:
        """Jump to the next (1) or previous (-1) hit, round the end; False without hits."""
        if not self.found.matches.hits:
            return False
        self.go_to_hit(self.found.next(step, self.position))
        return True

    def _point(self, hit: int) -> Change:
        self.found.hit = hit
        position, end = self.found.stretch(hit)
        change = self._place(position, mark=Mark(position, end)) | Change.HIT
        self.table.follow(self.document.metrics_at(position, end))
        return change

    # From metrics to sentences and back.

    def go_to_metric(self, metric: int) -> bool:
        """Jump to the sentence that says a metric, and mark it; False where it stands nowhere."""
        position = self.document.position_of(metric)
        if position is None:
            return False
        text, start, _end = self.document.sentence(metric)
        begin = position._replace(offset=position.offset - start)
        self.table.select(metric)
        self.go(position, Mark(begin, begin.offset + len(text)))
        return True

    # The report itself.

    def show_all_figures(self) -> None:
        """Have the figures that nobody has named in the table too, or have them no more."""
        self.all_figures = not self.all_figures
        self.reload(self.source)

    def reload(self, report: Report) -> None:
        """Go on with a changed report at the same place, with the same query and table."""
        before, history = self.document, self._history
        paths = [before.outline[entry].path for entry in self.folded]
        place = self.place
        query, table = self.found.query.source, self.table
        name = before.metrics[table.selected][1].name if table.selected is not None else ""
        self._open(report, self.found.fuzzy)
        self._history = history
        outline = self.document.outline
        self.folded = frozenset(same.index for each in paths if (same := outline.find(each)))
        self.table.order, self.table.section_only = table.order, table.section_only
        self.found.look_for(query)
        self._return_to(place)
        self.fill()
        named = [row.number for row in self.table.rows if row.metric.name == name]
        self.table.select(named[0] if named else self.table.selected)
        self._tell(~Change(0))

    # From one run to the next, and from one state of the report to another.

    @property
    def place(self) -> Place:
        """Where the reader is, as it is found again."""
        start = self.document.start_of(self.entry)
        passages = self.position.passage - start.passage
        return Place(self.document.outline[self.entry].path, passages, self.position.offset)

    def return_to(self, place: Place) -> None:
        """Be at a place of before."""
        self._return_to(place)
        self._tell(~Change(0))

    def _return_to(self, place: Place) -> None:
        """Be at a place in a section, or at the nearest section above it that there is."""
        path, passages, offset = place
        while path:
            if same := self.document.outline.find(path):
                start = self.document.start_of(same.index)
                self._place(self.document.near(start, passages, offset))
                return
            path, passages, offset = path.rpartition(".")[0], 0, 0
        self._place(Position())
