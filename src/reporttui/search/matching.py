"""Reports and a query → hits in reading order, and the metrics that match."""

from __future__ import annotations

from functools import cached_property
from time import monotonic
from typing import NamedTuple

from reporttui.report.outline import CLOSING
from reporttui.search.evaluation import FIGURE, Evaluation, Owner
from reporttui.search.texts import Stretch, Texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from reporttui.figures.places import Place
    from reporttui.report.outline import Outline
    from reporttui.search.evaluation import Found
    from reporttui.search.query import Query
    from reporttui.search.texts import Mark

_PATIENCE = 0.25
"""Seconds that a query with regular expressions may take."""


class Hit(NamedTuple):
    """A match of a query in the text.

    Attributes:
        entry: Index of the section in the outline; of several, counted on from one to the next.
        field: Name of the field in which it stands.
        start: Where it begins there, in code points.
        end: Where it ends: also there, if the section matches without any characters of its own.
        sound: The word of the query that it is read as; empty where the characters themselves
            were looked for.
    """

    entry: int
    field: str
    start: int
    end: int
    sound: str = ""


class Matches(NamedTuple):
    """What a query found.

    Attributes:
        hits: In reading order.
        metrics: Number of each metric that matches, counted over the whole report, and the
            characters that match in its name and quote: field, start and end.
    """

    hits: tuple[Hit, ...] = ()
    metrics: Mapping[int, Sequence[tuple[str, int, int]]] = {}


class Index:
    """Reports made ready for search; they are folded, or read, when that is first asked for."""

    def __init__(
        self, *outlines: Outline, place: Callable[[int], Place | None] | None = None
    ) -> None:
        """Take reports.

        Args:
            outlines: Their outlines.
            place: Tells where a metric stands, by its number, if somebody knows that already.
        """
        self._outlines = outlines
        self._entries = [entry for outline in outlines for entry in outline]
        self._sections = len(self._entries)
        self._place = place or self._find_place

    @cached_property
    def _owners(self) -> list[Owner]:
        owners = [Owner(number, entry.path) for number, entry in enumerate(self._entries)]
        return owners + [
            owner._replace(metric=metric)
            for owner, entry in zip(owners, self._entries, strict=True)
            for metric in entry.section.metrics
        ]

    @cached_property
    def _texts(self) -> Texts:
        return Texts([*self._of_sections(), *self._of_metrics()])

    def _of_sections(self) -> Iterator[Stretch]:
        """Yield the fields of all sections in reading order: a report's closing lines come last."""
        first = 0
        for outline in self._outlines:
            closing = []
            for number, entry in enumerate(outline, first):
                for field, text in entry.fields.items():
                    stretch = Stretch(number, field, text)
                    if field in CLOSING:
                        closing.append(stretch)
                    else:
                        yield stretch
            yield from closing
            first += len(outline)

    def _of_metrics(self) -> Iterator[Stretch]:
        for number, owner in enumerate(self._owners[self._sections :], self._sections):
            if owner.metric:
                for field in ("name", "quote", "unit"):
                    yield Stretch(number, field, getattr(owner.metric, field))

    @cached_property
    def _starts(self) -> dict[tuple[int, str], int]:
        """Where each field begins in the joined text."""
        fields = ((stretch.owner, stretch.field) for stretch in self._texts.stretches)
        return dict(zip(fields, self._texts.starts, strict=False))

    def prepare(self) -> None:
        """Do now what the first query would have to do."""
        _ = self._owners, self._texts.folded, self._starts

    def matches(self, query: Query, patience: float = _PATIENCE) -> Matches:
        """Find every section and every metric that a query matches, and where.

        Args:
            query: What to look for.
            patience: Seconds after which a regular expression is given up.

        Raises:
            TooSlowError: When they have passed.
        """
        if query.tree is None:
            return Matches()
        found = self.found(query, patience)
        marks = {mark for owner in found for mark in self._in_text(owner, found[owner])}
        metrics = {
            owner - self._sections: self._in_metric(found[owner])
            for owner in sorted(found)
            if owner >= self._sections
        }
        return Matches(self._hits(marks), metrics)

    def found(self, query: Query, patience: float = _PATIENCE) -> Found:
        """Find what a query matches, and leave undone what it takes to show where.

        Returns:
            The number of each section that matches, and behind all sections of each metric, with
            its marks.

        Raises:
            TooSlowError: When the time is up.
        """
        if query.tree is None:
            return {}
        until = monotonic() + patience
        looked_at = Evaluation(self._texts, self._owners, self._sections, query.fuzzy, until)
        return looked_at.found(query.tree)

    def _in_text(self, owner: int, marks: Sequence[Mark]) -> Iterable[Mark]:
        """Return the characters of the text that match in a section, or in a metric."""
        if owner >= self._sections:
            return self._of_metric(owner, marks) if FIGURE in marks else ()
        if marks:
            return marks
        start = next((self._starts[owner, field] for field in self._entries[owner].fields), None)
        return () if start is None else ((start, start, ""),)

    def _of_metric(self, owner: int, marks: Sequence[Mark]) -> Iterator[Mark]:
        """Yield a metric's figure, and what matches in its quote, where they stand in the text."""
        place = self._place(owner - self._sections)
        if place is None:
            return
        start = self._starts[self._owners[owner].entry, place.figure.field]
        yield start + place.figure.start, start + place.figure.end, ""
        start += place.quote.start
        for stretch, begin, (first, last, sound) in self._texts.within(_without_figure(marks)):
            if stretch.field == "quote":
                yield start + first - begin, start + last - begin, sound

    def _in_metric(self, marks: Sequence[Mark]) -> list[tuple[str, int, int]]:
        return [
            (stretch.field, first - start, last - start)
            for stretch, start, (first, last, _) in self._texts.within(_without_figure(marks))
        ]

    def _hits(self, marks: set[Mark]) -> tuple[Hit, ...]:
        # Of several at one place the literal one stays, which has no sound.
        places = {mark[:2]: mark for mark in sorted(marks, reverse=True)}
        return tuple(
            Hit(stretch.owner, stretch.field, first - start, last - start, sound)
            for stretch, start, (first, last, sound) in self._texts.within(
                reversed(places.values())
            )
        )

    def _find_place(self, metric: int) -> Place | None:
        from reporttui.figures.places import place

        owner = self._owners[self._sections + metric]
        return place(self._entries[owner.entry], owner.metric) if owner.metric else None

    def reading(self, hit: Hit, fuzzy: bool = False) -> str:
        """Tell how a hit was read: «xing zheng fu yi»; empty where it stands literally."""
        if not hit.sound:
            return ""
        start = self._starts[hit.entry, hit.field]
        return self._texts.sounds.reading(hit.sound, (start + hit.start, start + hit.end), fuzzy)


def _without_figure(marks: Sequence[Mark]) -> Iterator[Mark]:
    return (mark for mark in marks if mark != FIGURE)
