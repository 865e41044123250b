"""One reader's session with one report. Panes watch it and never talk to each other."""

from __future__ import annotations

from enum import Flag, auto
from itertools import accumulate
from typing import NamedTuple

from reporttui.search.matching import Index, Matches
from reporttui.search.query import NOTHING, parse
from reporttui.session.document import Document, Position
from reporttui.session.table import COLUMNS, Order, Row, rows
from reporttui.text.sentences import sentence_at, sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reporttui.report.model import Report
    from reporttui.search.matching import Hit
    from reporttui.search.query import Query


class Change(Flag):
    """What of a session changed."""

    PLACE = auto()
    """The reader is somewhere else; `jumped` says whether the text must be brought there."""
    QUERY = auto()
    """Another query, or other hits."""
    HIT = auto()
    """Another hit is the current one."""
    METRIC = auto()
    """Another row of the table is selected."""
    TABLE = auto()
    """Other rows, or another order."""
    FOLDS = auto()
    """Other nodes of the outline are folded."""
    REPORT = auto()
    """The report itself changed."""


class Mark(NamedTuple):
    """Characters of the text that are pointed at: the current hit, or a metric's sentence."""

    position: Position
    end: int


class Session:
    """What one reader has open and where they are.

    All moves go through methods; each tells the watchers what changed, once.
    """

    def __init__(self, report: Report) -> None:
        self._watchers: list[Callable[[Change], None]] = []
        self.order = Order()
        self.section_only = False
        self._open(report)

    def _open(self, report: Report) -> None:
        self.document = Document(report)
        self.position = Position()
        self.entry = 0
        self.jumped = True
        self.query: Query = NOTHING
        self.matches = Matches()
        self.hit: int | None = None
        self.mark: Mark | None = None
        self.folded: frozenset[int] = frozenset()
        self._index = Index(self.document.outline)
        self._back: list[Position] = []
        self._forward: list[Position] = []
        self._rows: list[Row] | None = None
        self._hits_up_to: list[int] | None = None
        self.metric: int | None = self.rows[0].index if self.rows else None

    def watch(self, watcher: Callable[[Change], None]) -> None:
        """Call `watcher` with each change from now on."""
        self._watchers.append(watcher)

    def _tell(self, change: Change) -> None:
        for watcher in self._watchers:
            watcher(change)

    # Where the reader is.

    def read(self, position: Position) -> None:
        """Note that the reader has moved in the text."""
        self._move(position, jumped=False)

    def show(self, entry: int) -> None:
        """Show a section, as the cursor of the outline passes it."""
        self._move(self.document.start_of(entry), entry=entry)

    def go(self, position: Position, mark: Mark | None = None) -> None:
        """Jump to a position; `back` returns from there."""
        self._back.append(self.position)
        self._forward.clear()
        self._move(position, mark=mark)

    def step_section(self, step: int) -> bool:
        """Jump to the next (1) or previous (-1) section; False at either end."""
        entry = self.entry + step
        if step < 0 and self.position != self.document.start_of(self.entry):
            entry = self.entry
        if not 0 <= entry < len(self.document.outline):
            return False
        self.go(self.document.start_of(entry))
        return True

    def back(self) -> bool:
        """Return to where the reader was before the last jump; False where there is none."""
        return self._travel(self._back, self._forward)

    def forward(self) -> bool:
        """Undo the last `back`; False where there is none."""
        return self._travel(self._forward, self._back)

    def _travel(self, source: list[Position], target: list[Position]) -> bool:
        if not source:
            return False
        target.append(self.position)
        self._move(source.pop())
        return True

    def _move(
        self,
        position: Position,
        *,
        entry: int | None = None,
        mark: Mark | None = None,
        jumped: bool = True,
    ) -> None:
        section = self.entry
        self.position, self.jumped = position, jumped
        self.entry = self.document.entry_at(position) if entry is None else entry
        self.mark = mark
        change = Change.PLACE
        if self.section_only and section != self.entry:
            change |= self._refill()
        self._tell(change)

    # What is looked for.

    def search(self, source: str, origin: Position | None = None) -> None:
        """Look for a query; the first hit from `origin` on (else from here) is the current one."""
        self.query = parse(source)
        self.matches = self._index.matches(self.query)
        self.hit = None
        change = Change.QUERY | self._refill()
        if self.matches.hits:
            self._point(self._hit_from(origin or self.position))
            change |= Change.PLACE | Change.HIT
        elif origin is not None:
            self._place(origin, None)
            change |= Change.PLACE
        self._tell(change)

    def clear_query(self, place: Position | None = None) -> None:
        """Look for nothing, and return to `place` if given."""
        self.query, self.matches, self.hit = NOTHING, Matches(), None
        change = Change.QUERY | self._refill()
        if place is not None:
            self._place(place, None)
            change |= Change.PLACE
        self.mark = None
        self._tell(change)

    def step_hit(self, step: int) -> bool:
        """Jump to the next (1) or previous (-1) hit, round the end; False without hits."""
        hits = self.matches.hits
        if not hits:
            return False
        self._back.append(self.position)
        self._forward.clear()
        if self.hit is None:
            number = self._hit_from(self.position) + (step if step < 0 else 0)
        else:
            number = self.hit + step
        self._point(number % len(hits))
        self._tell(Change.PLACE | Change.HIT)
        return True

    def _hit_from(self, position: Position) -> int:
        for number, hit in enumerate(self.matches.hits):
            if self._hit_position(hit) >= position:
                return number
        return 0

    def _hit_position(self, hit: Hit) -> Position:
        return self.document.position(hit.entry, hit.field, hit.start)

    def _point(self, number: int) -> None:
        hit = self.matches.hits[number]
        self.hit = number
        position = self._hit_position(hit)
        self._place(position, Mark(position, position.offset + hit.end - hit.start))

    def _place(self, position: Position, mark: Mark | None) -> None:
        self.position, self.jumped, self.mark = position, True, mark
        self.entry = self.document.entry_at(position)

    def hit_count(self, entry: int) -> int:
        """Return the hits in a section and all below it."""
        if self._hits_up_to is None:
            counts = [0] * (len(self.document.outline) + 1)
            for hit in self.matches.hits:
                counts[hit.entry + 1] += 1
            self._hits_up_to = list(accumulate(counts))
        first = self._hits_up_to[entry]
        return self._hits_up_to[self.document.outline[entry].end] - first

    # The outline.

    def visible_entries(self) -> list[int]:
        """Return the entries that the outline shows: unfolded ones, or those that match."""
        outline = self.document.outline
        if self.query:
            matching = {hit.entry for hit in self.matches.hits}
            matching |= {self.document.metrics[index][0].index for index in self.matches.metrics}
            above = {up.index for index in matching for up in outline.trail(index)}
            return sorted(matching | above | {0})
        shown, index = [], 0
        while index < len(outline):
            shown.append(index)
            index = outline[index].end if index and index in self.folded else index + 1
        return shown

    def fold(self, entry: int, folded: bool) -> None:
        """Fold or unfold a node of the outline."""
        self.folded = self.folded | {entry} if folded else self.folded - {entry}
        self._tell(Change.FOLDS)

    # The table of metrics.

    @property
    def rows(self) -> list[Row]:
        """The metrics in view: all or the current section's, those that match, in order."""
        if self._rows is None:
            self._rows = rows(self._candidates(), self.order)
        return self._rows

    def _candidates(self) -> list[Row]:
        end = self.document.outline[self.entry].end
        found = [
            Row(index, entry, metric)
            for index, (entry, metric) in enumerate(self.document.metrics)
            if not self.section_only or self.entry <= entry.index < end
        ]
        if self.query:
            matching = set(self.matches.metrics)
            found = [row for row in found if row.index in matching]
        return found

    def _refill(self) -> Change:
        self._rows, self._hits_up_to = None, None
        shown = [row.index for row in self.rows]
        if self.metric not in shown:
            self.metric = shown[0] if shown else None
        return Change.TABLE

    def sort(self, column: str | None = None, *, reverse: bool = False) -> None:
        """Sort by a column (by default the next one), or turn the order round."""
        if reverse or column == self.order.column:
            self.order = self.order._replace(descending=not self.order.descending)
        else:
            after = COLUMNS[(COLUMNS.index(self.order.column) + 1) % len(COLUMNS)]
            chosen = next((name for name in COLUMNS if name == column), after)
            self.order = self.order._replace(column=chosen, descending=chosen == "value")
        self._tell(self._refill())

    def group(self) -> None:
        """Let rows of one unit stand together, or not."""
        self.order = self.order._replace(grouped=not self.order.grouped)
        self._tell(self._refill())

    def limit_to_section(self) -> None:
        """Show the metrics of the current section, or of the whole report."""
        self.section_only = not self.section_only
        self._tell(self._refill())

    def select(self, metric: int) -> None:
        """Select a row of the table."""
        self.metric = metric
        self._tell(Change.METRIC)

    def sentence(self, metric: int) -> tuple[str, int, int]:
        """Return the sentence that says a metric, and the span of the figure in it."""
        found = self.document.place(metric)
        if found is None:
            return self.document.metrics[metric][1].quote, 0, 0
        text = self.document.metrics[metric][0].fields[found.figure.field]
        start, end = sentence_at(text, found.figure.start)
        return text[start:end], found.figure.start - start, found.figure.end - start

    def go_to_metric(self, metric: int) -> bool:
        """Jump to the sentence that says a metric, and mark it; False where it stands nowhere."""
        found = self.document.place(metric)
        if found is None:
            return False
        entry = self.document.metrics[metric][0]
        field = found.figure.field
        start, end = sentence_at(entry.fields[field], found.figure.start)
        begin = self.document.position(entry.index, field, start)
        at = self.document.position(entry.index, field, found.figure.start)
        self.metric = metric
        self.go(at, Mark(begin, begin.offset + end - start))
        return True

    def metrics_at(self, position: Position, end: int) -> list[int]:
        """Return the metrics in the sentences that touch a stretch of the text.

        Args:
            position: Where the stretch begins.
            end: Where it ends, as an offset in the same passage.
        """
        text = self.document.passages[position.passage].text
        touched = [
            (first, last)
            for first, last in sentences(text)
            if first < max(end, position.offset + 1) and position.offset < last
        ]
        found = []
        for index, (entry, _metric) in enumerate(self.document.metrics):
            if place := self.document.place(index):
                at = self.document.position(entry.index, place.figure.field, place.figure.start)
                if at.passage == position.passage and any(a <= at.offset < b for a, b in touched):
                    on_line = position.offset <= at.offset < end
                    found.append((not on_line, index))
        return [index for _, index in sorted(found)]

    # The report itself.

    def reload(self, report: Report) -> None:
        """Go on with a changed report at the same place, with the same query."""
        outline, path = self.document.outline, self.document.outline[self.entry].path
        offset = self.position
        start = self.document.start_of(self.entry)
        query, metric = self.query.source, self.metric
        name = self.document.metrics[metric][1].name if metric is not None else ""
        self._open(report)
        same = self.document.outline.find(path) or outline[0]
        place = self.document.start_of(same.index)
        if offset.passage - start.passage + place.passage < len(self.document.passages):
            place = Position(place.passage + offset.passage - start.passage, offset.offset)
        length = len(self.document.passages[place.passage].text)
        self._place(place._replace(offset=min(place.offset, max(0, length - 1))), None)
        if query:
            self.query = parse(query)
            self.matches = self._index.matches(self.query)
        self._refill()
        for row in self.rows:
            if row.metric.name == name:
                self.metric = row.index
        self._tell(~Change(0))
