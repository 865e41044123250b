"""What a reader looks for in a document, and where it was found."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import accumulate

from reporttui.search.matching import Index, Matches
from reporttui.search.parsing import Mistake
from reporttui.search.patterns import TooSlowError
from reporttui.search.query import NOTHING, parse
from reporttui.search.unfinished import unfinished
from reporttui.text.sentences import sentence_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reporttui.search.completion import Completion
    from reporttui.search.query import Query
    from reporttui.session.document import Document, Position


class Finder:
    """A query over one document, its hits, and which of them is the current one.

    Attributes:
        query: The last query without a mistake.
        matches: What it found.
        hit: Number of the current hit, from 0; None for none.
        mistake: What is wrong in what was typed since.
        fuzzy: Whether sounds that are easily confused are the same in Pinyin.
    """

    def __init__(self, document: Document, *, fuzzy: bool = False) -> None:
        self._document = document
        self._index = Index(document.outline, place=document.place)
        self.fuzzy = fuzzy
        self.mistake: Mistake | None = None
        self._take(NOTHING, Matches())

    def _take(self, query: Query, matches: Matches) -> None:
        self.query = query
        self.matches = matches
        self.hit: int | None = None
        for made_from_matches in ("_hits_before", "_spans"):
            self.__dict__.pop(made_from_matches, None)

    def prepare(self) -> None:
        """Make the first query as quick as later ones."""
        self._index.prepare()

    def look_for(self, source: str, *, typing: bool = False) -> bool:
        """Look for another query; no hit is the current one.

        Args:
            source: The query.
            typing: Whether it is still being typed: what finds nothing only because it is not
                finished counts as a mistake.

        Returns:
            Whether that could be done. If not, there is a mistake, and all else stays as it was.
        """
        query = parse(source, fuzzy=self.fuzzy)
        self.mistake = query.mistake
        try:
            matches = self._index.matches(query)
        except TooSlowError:
            self.mistake = Mistake("query-too-slow", {}, 0, len(source))
        else:
            if typing and query and not matches.hits and not matches.metrics:
                self.mistake = unfinished(source)
        if not self.mistake:
            self._take(query, matches)
        return self.mistake is None

    def position(self, hit: int) -> Position:
        """Return where a hit stands, by its number."""
        return self.stretch(hit)[0]

    def stretch(self, hit: int) -> tuple[Position, int]:
        """Return where a hit begins, by its number, and the offset at which it ends there."""
        return self._document.stretch(*self.matches.hits[hit][:4])

    def first_from(self, position: Position) -> int:
        """Return the number of the first hit at or after a position; 0 where none follows.

        Hits of the very characters typed come before those that are read so.
        """
        hits = self.matches.hits
        literal = [number for number, hit in enumerate(hits) if not hit.sound]
        numbers = literal or range(len(hits))
        return next((number for number in numbers if self.position(number) >= position), numbers[0])

    def reading(self) -> str:
        """Return how the current hit was read: «xing zheng fu yi»; empty for literal ones."""
        return (
            "" if self.hit is None else self._index.reading(self.matches.hits[self.hit], self.fuzzy)
        )

    def spans(self, entry: int, field: str) -> Sequence[tuple[int, int]]:
        """Return where the hits in a field stand."""
        return self._spans.get((entry, field), ())

    @cached_property
    def _spans(self) -> Mapping[tuple[int, str], Sequence[tuple[int, int]]]:
        spans: dict[tuple[int, str], list[tuple[int, int]]] = {}
        for hit in self.matches.hits:
            spans.setdefault((hit.entry, hit.field), []).append((hit.start, hit.end))
        return spans

    def next(self, step: int, position: Position) -> int:
        """Return the number of the hit `step` from the current one, or from a position."""
        if self.hit is not None:
            number = self.hit + step
        else:
            number = self.first_from(position) + (step if step < 0 else 0)
        return number % len(self.matches.hits)

    def count(self, entry: int) -> int:
        """Return the hits in a section and all below it."""
        return self._hits_before[self._document.outline[entry].end] - self._hits_before[entry]

    @cached_property
    def _hits_before(self) -> Sequence[int]:
        """How many hits stand before each section."""
        counts = [0] * (len(self._document.outline) + 1)
        for hit in self.matches.hits:
            counts[hit.entry + 1] += 1
        return list(accumulate(counts))

    def matching_entries(self) -> set[int]:
        """Return the sections that hold hits or metrics that match."""
        metrics = self._document.metrics
        found = {hit.entry for hit in self.matches.hits}
        return found | {metrics[index][0].index for index in self.matches.metrics}

    def sentence_marks(self, metric: int) -> list[tuple[int, int]]:
        """Return where the query matches in the sentence that says a metric."""
        place = self._document.place(metric)
        marked = self.matches.metrics.get(metric, ())
        quote = [(start, end) for field, start, end in marked if field == "quote"]
        if place is None:
            return quote
        entry = self._document.metrics[metric][0]
        first, last = sentence_at(entry.fields[place.figure.field], place.figure.start)
        spans = [
            *self.spans(entry.index, place.figure.field),
            *((place.quote.start + start, place.quote.start + end) for start, end in quote),
        ]
        return [(start - first, end - first) for start, end in spans if first <= start < last]

    def complete(self, typed: str) -> Completion:
        """Tell what the end of a query that is being typed can go on with."""
        from reporttui.search.completion import Vocabulary, complete

        metrics = [metric for _, metric in self._document.metrics]
        units = Counter(metric.unit for metric in metrics if metric.unit)
        vocabulary = Vocabulary(
            units=[unit for unit, _ in units.most_common()],
            names=list(dict.fromkeys(metric.name for metric in metrics)),
            paths=[entry.path for entry in self._document.outline],
        )
        return complete(typed, vocabulary)
