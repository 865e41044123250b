"""What a reader looks for in a document, and where it was found."""

from __future__ import annotations

from itertools import accumulate

from reporttui.search.matching import Index, Matches
from reporttui.search.query import NOTHING, parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.search.query import Query
    from reporttui.session.document import Document, Position


class Finder:
    """A query over one document, its hits, and which of them is the current one."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._index = Index(document.outline)
        self.query: Query = NOTHING
        self.matches = Matches()
        self.hit: int | None = None
        """Number of the current hit, from 0."""
        self._hits_before: list[int] | None = None

    def prepare(self) -> None:
        """Make the first query as quick as later ones."""
        self._index.prepare()

    def look_for(self, source: str) -> None:
        """Look for another query; no hit is the current one."""
        self.query = parse(source)
        self.matches = self._index.matches(self.query)
        self.hit = None
        self._hits_before = None

    def position(self, hit: int) -> Position:
        """Return where a hit stands, by its number."""
        found = self.matches.hits[hit]
        return self._document.position(found.entry, found.field, found.start)

    def length(self, hit: int) -> int:
        """Return how many characters a hit has."""
        return self.matches.hits[hit].end - self.matches.hits[hit].start

    def first_from(self, position: Position) -> int:
        """Return the number of the first hit at or after a position; 0 where none follows."""
        numbers = range(len(self.matches.hits))
        return next((number for number in numbers if self.position(number) >= position), 0)

    def next(self, step: int, position: Position) -> int:
        """Return the number of the hit `step` from the current one, or from a position."""
        if self.hit is not None:
            number = self.hit + step
        else:
            number = self.first_from(position) + (step if step < 0 else 0)
        return number % len(self.matches.hits)

    def count(self, entry: int) -> int:
        """Return the hits in a section and all below it."""
        outline = self._document.outline
        if self._hits_before is None:
            counts = [0] * (len(outline) + 1)
            for hit in self.matches.hits:
                counts[hit.entry + 1] += 1
            self._hits_before = list(accumulate(counts))
        return self._hits_before[outline[entry].end] - self._hits_before[entry]

    def matching_entries(self) -> set[int]:
        """Return the sections that hold hits or metrics that match."""
        metrics = self._document.metrics
        found = {hit.entry for hit in self.matches.hits}
        return found | {metrics[index][0].index for index in self.matches.metrics}
