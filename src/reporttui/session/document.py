"""A report open for reading: its passages, its metrics, and where every character stands."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from reporttui.figures.places import place
from reporttui.figures.quotes import readings
from reporttui.report.outline import outline
from reporttui.session.passages import passages
from reporttui.text.sentences import sentence_at, sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.figures.places import Place
    from reporttui.report.model import Metric, Report
    from reporttui.report.outline import Entry
    from reporttui.session.passages import Passage


class Position(NamedTuple):
    """A place in the document: a passage and an offset in its text, in code points."""

    passage: int = 0
    offset: int = 0


class Document:
    """A report with its outline, its metrics and its passages."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.outline = outline(report)
        self.metrics: tuple[tuple[Entry, Metric], ...] = tuple(self.outline.metrics())
        self._numbers: dict[int, list[int]] = {}
        for number, (entry, _metric) in enumerate(self.metrics):
            self._numbers.setdefault(entry.index, []).append(number)
        self._places: dict[int, Place | None] = {}
        self.passages: tuple[Passage, ...] = tuple(passages(report, self.outline, self.printed))
        self._starts = self._piece_starts()
        self._before = self._characters_before()

    def _piece_starts(self) -> dict[tuple[int, str], list[tuple[int, int, int, int]]]:
        """Map each field to (start in field, passage, start in passage, length) of its pieces."""
        starts: dict[tuple[int, str], list[tuple[int, int, int, int]]] = {}
        for index, passage in enumerate(self.passages):
            offset = 0
            for piece in passage.pieces:
                key = (piece.entry, piece.field)
                place = (piece.start, index, offset, len(piece.text))
                starts.setdefault(key, []).append(place)
                offset += len(piece.text)
        return starts

    def _characters_before(self) -> list[int]:
        before, total = [], 0
        for passage in self.passages:
            before.append(total)
            total += len(passage.text)
        return [*before, max(total, 1)]

    def position(self, entry: int, field: str, offset: int) -> Position:
        """Return where a character of a field stands; for layout, the one before it."""
        pieces = self._starts.get((entry, field))
        if not pieces:
            return Position()
        number = bisect_right(pieces, offset, key=itemgetter(0))
        start, passage, at, length = pieces[max(0, number - 1)]
        return Position(passage, at + max(0, min(offset - start, length - 1)))

    def stretch(self, entry: int, field: str, start: int, end: int) -> tuple[Position, int]:
        """Return where characters of a field begin, and the offset at which they end there.

        Of several passages it is the first; layout, which is not shown, has no length.
        """
        pieces = self._starts.get((entry, field), [])
        number = max(0, bisect_right(pieces, start, key=itemgetter(0)) - 1)
        for begin, passage, at, length in islice(pieces, number, None):
            if begin >= end:
                break
            first, last = max(start, begin), min(end, begin + length)
            if first < last:
                return Position(passage, at + first - begin), at + last - begin
        position = self.position(entry, field, start)
        return position, position.offset

    def position_of(self, metric: int) -> Position | None:
        """Return where a metric's figure begins, or None where it stands nowhere."""
        place = self.place(metric)
        if place is None:
            return None
        entry = self.metrics[metric][0].index
        return self.position(entry, place.figure.field, place.figure.start)

    def near(self, position: Position, passages: int, offset: int) -> Position:
        """Return the position some passages further on, as far as there are any."""
        passage = max(0, min(position.passage + passages, len(self.passages) - 1))
        return Position(passage, max(0, min(offset, len(self.passages[passage].text) - 1)))

    def start_of(self, entry: int) -> Position:
        """Return where a section begins."""
        if entry == 0:
            return Position()
        section = self.outline[entry].section
        field = "number" if section.number else "title" if section.title else "text"
        return self.position(entry, field, 0)

    def entry_at(self, position: Position) -> int:
        """Return the index of the section that a reader is in at a position."""
        passage = self.passages[position.passage]
        entry, end = passage.entry, 0
        if passage.kind in ("closing", "title"):
            return entry
        for piece in passage.pieces:
            if end > position.offset:
                break
            entry = piece.entry
            end += len(piece.text)
        return entry

    def field_at(self, position: Position) -> tuple[int, str, int] | None:
        """Return entry, field and offset of the character at a position, if it is a field's."""
        found, start = None, 0
        for piece in self.passages[position.passage].pieces:
            if start > position.offset:
                break
            found = (piece.entry, piece.field, piece.start + position.offset - start)
            start += len(piece.text)
        return found

    def progress(self, position: Position) -> float:
        """Return how much of the text stands before a position, 0 to 1."""
        return (self._before[position.passage] + position.offset) / self._before[-1]

    def place(self, metric: int) -> Place | None:
        """Return where a metric stands in its section."""
        if metric not in self._places:
            self._places[metric] = place(*self.metrics[metric])
        return self._places[metric]

    def printed(self, metric: int) -> str:
        """Return a metric's figure as printed, or its value where it is printed nowhere."""
        if found := self.place(metric):
            return found.printed
        of = self.metrics[metric][1]
        ends = [end for end in (of.value, of.low, of.high) if end is not None]
        return "–".join(format(end, "f") for end in ends)

    def sentence(self, metric: int) -> tuple[str, int, int]:
        """Return the sentence that says a metric, and the span of the figure in it."""
        place = self.place(metric)
        if place is None:
            return self.metrics[metric][1].quote, 0, 0
        text = self.metrics[metric][0].fields[place.figure.field]
        start, end = sentence_at(text, place.figure.start)
        return text[start:end], place.figure.start - start, place.figure.end - start

    def metrics_in(self, passage: int) -> list[tuple[int, int, int]]:
        """Return the metrics whose figures stand in a passage: number, start and end there."""
        found = []
        for entry in dict.fromkeys(piece.entry for piece in self.passages[passage].pieces):
            for number in self._numbers.get(entry, ()):
                at, place = self.position_of(number), self.place(number)
                if at and place and at.passage == passage:
                    length = place.figure.end - place.figure.start
                    found.append((number, at.offset, at.offset + length))
        return found

    def metrics_at(self, position: Position, end: int) -> list[int]:
        """Return the metrics in the sentences that touch a stretch of the text.

        Those of the stretch itself come first.

        Args:
            position: Where the stretch begins.
            end: Where it ends, as an offset in the same passage.
        """
        passage, begin = position
        text = self.passages[passage].text
        touched = [
            span for span in sentences(text) if span[0] < max(end, begin + 1) and begin < span[1]
        ]
        found = [
            (not begin <= at < end, number)
            for number, at, _end in self.metrics_in(passage)
            if any(first <= at < last for first, last in touched)
        ]
        return [number for _, number in sorted(found)]

    def unbreakable(self, passage: int) -> list[tuple[int, int]]:
        """Return the spans of numbers with their units, which stay on one line."""
        text = self.passages[passage].text
        return [(reading.start, reading.end) for reading in readings(text)]
