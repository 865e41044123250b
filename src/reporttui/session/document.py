"""The report as the reading pane shows it: passages, and where every character stands."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.analysis.wholes import wholes
from reporttui.figures.places import place
from reporttui.figures.quotes import readings
from reporttui.report.outline import outline
from reporttui.report.prose import Piece, blocks
from reporttui.words import N_, _, ngettext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal

    from reporttui.analysis.wholes import Whole
    from reporttui.figures.places import Place
    from reporttui.report.model import Metric, Report
    from reporttui.report.outline import Entry
    from reporttui.report.prose import Block

_FACTS = (
    ("issuer", N_("Issuer")),
    ("document_number", N_("Document number")),
    ("index_number", N_("Index number")),
    ("dated", N_("Dated")),
    ("published", N_("Published")),
    ("source", N_("Source")),
)
_SHOWN_WHOLES = 3


class Bar(NamedTuple):
    """A share drawn as a bar.

    Attributes:
        share: Of the whole, 0 to 1.
        figure: The figure as printed.
        whole: Whether it is the whole itself.
    """

    share: float
    figure: str
    whole: bool


class Passage(NamedTuple):
    """What is set as one: a paragraph, a heading, a fact of the opening view, a bar.

    Attributes:
        kind: `title`, `fact`, `holds`, `bar`, or a block's kind.
        level: Level of the section that begins it.
        text: All its characters.
        pieces: Where they come from; empty for what the program says itself.
        entry: Index of the section that a reader is in here.
        metric: Index of the metric that Enter leads to, for a bar.
        label: Name of a fact.
        bar: The bar to draw.
    """

    kind: str
    level: int
    text: str
    pieces: tuple[Piece, ...]
    entry: int
    metric: int | None = None
    label: str = ""
    bar: Bar | None = None


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
        self._places: dict[int, Place | None] = {}
        self.passages = self._passages()
        self._starts = self._piece_starts()
        self._before = self._characters_before()

    def _passages(self) -> tuple[Passage, ...]:
        title, *rest = blocks(self.report, self.outline)
        last = len(self.outline) - 1
        found = [Passage("title", 0, title.text, title.pieces, 0), *self._front()]
        for block in rest:
            entry = last if block.kind == "closing" else block.pieces[0].entry
            found.append(Passage(block.kind, block.level, block.text, block.pieces, entry))
        return tuple(found)

    def _front(self) -> list[Passage]:
        found = []
        for field, label in _FACTS:
            if text := getattr(self.report, field):
                fact = str(text).replace("T", " ") if field == "published" else str(text)
                found.append(Passage("fact", 0, fact, (), 0, label=_(label)))
        sections, figures = len(self.outline) - 1, len(self.metrics)
        holds = _(
            "{sections}, {metrics}",
            sections=ngettext("{n} section", "{n} sections", sections),
            metrics=ngettext("{n} metric", "{n} metrics", figures),
        )
        found.append(Passage("fact", 0, holds, (), 0, label=_("Holds")))
        for whole in wholes(self.outline)[:_SHOWN_WHOLES]:
            found += self._bars(whole)
        return found

    def _bars(self, whole: Whole) -> list[Passage]:
        indices = {metric.name: index for index, (_entry, metric) in enumerate(self.metrics)}
        total = whole.whole[1].value
        found = []
        for _entry, metric in (whole.whole, *whole.parts):
            index = indices[metric.name]
            bar = Bar(_share(metric.value, total), self.printed(index), metric is whole.whole[1])
            name = metric.name if bar.whole else _own_name(metric.name, whole.whole[1].name)
            found.append(Passage("bar", 0, name, (), 0, metric=index, bar=bar))
        return found

    def _piece_starts(self) -> dict[tuple[int, str], list[tuple[int, int, int]]]:
        """Map each field to (start in field, passage, start in passage) of its pieces."""
        starts: dict[tuple[int, str], list[tuple[int, int, int]]] = {}
        for index, passage in enumerate(self.passages):
            offset = 0
            for piece in passage.pieces:
                key = (piece.entry, piece.field)
                starts.setdefault(key, []).append((piece.start, index, offset))
                offset += len(piece.text)
        return starts

    def _characters_before(self) -> list[int]:
        before, total = [], 0
        for passage in self.passages:
            before.append(total)
            total += len(passage.text)
        return [*before, max(total, 1)]

    def position(self, entry: int, field: str, offset: int) -> Position:
        """Return where a character of a field stands."""
        found = Position()
        for start, passage, at in self._starts.get((entry, field), ()):
            if start <= offset or found == Position():
                found = Position(passage, at + max(0, offset - start))
        return found

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
        """Return a metric's figure as printed."""
        found = self.place(metric)
        return found.printed if found else format(self.metrics[metric][1].value or "", "")

    def figures(self, passage: int) -> list[tuple[int, int]]:
        """Return the spans of the metrics' figures in a passage, in order."""
        entries = {piece.entry for piece in self.passages[passage].pieces}
        found = []
        for index, (entry, _metric) in enumerate(self.metrics):
            if entry.index in entries and (place := self.place(index)):
                figure = place.figure
                at = self.position(entry.index, figure.field, figure.start)
                if at.passage == passage:
                    found.append((at.offset, at.offset + figure.end - figure.start))
        return sorted(found)

    def unbreakable(self, passage: int) -> list[tuple[int, int]]:
        """Return the spans of numbers with their units, which stay on one line."""
        text = self.passages[passage].text
        return [(reading.start, reading.end) for reading in readings(text)]


def _own_name(part: str, whole: str) -> str:
    """Return a part's name without its whole's, which stands above it."""
    return part.removeprefix(whole).lstrip("·") or part


def _share(value: Decimal | None, total: Decimal | None) -> float:
    return float(min(value / total, 1)) if value and total else 0.0


__all__ = ["Bar", "Block", "Document", "Passage", "Position"]
