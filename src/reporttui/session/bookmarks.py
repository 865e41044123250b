"""Bookmarks and notes: places in a report that are found again when its file was edited.

What is kept of a place is a TextQuoteSelector, as the W3C's Web Annotation Data Model (2017,
4.2.4) calls it: the words themselves, and some before and behind them. Path, field and offset
tell where they stood. A report is known by its id, also when its text was edited, and by a hash
of its text, also when its id was.
"""

from __future__ import annotations

from time import gmtime, strftime
from typing import NamedTuple

from reporttui.figures.places import occurrences, place
from reporttui.report.model import Span
from reporttui.report.outline import CLOSING
from reporttui.text.safe import visible
from reporttui.text.sentences import sentence_at
from reporttui.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.report.model import Metric, Report
    from reporttui.report.outline import Entry, Outline
    from reporttui.settings.store import Store, Value

    Score = tuple[bool, bool, int, bool, int]

_AROUND = 32
"""Code points that are kept of what stands before and behind."""

_NUMBER = "number"
"""The field of a section that is nothing but a number."""


class Target(NamedTuple):
    """What a bookmark is on.

    Attributes:
        kind: `section`, `sentence` or `metric`.
        path: Of the section.
        field: Of the section, in which the words stand.
        start: Where they begin in it, in code points.
        exact: The words.
        prefix: What stands before them.
        suffix: What stands behind them.
    """

    kind: str
    path: str
    field: str
    start: int
    exact: str
    prefix: str
    suffix: str


class Bookmark(NamedTuple):
    """A bookmark, as it is kept.

    Attributes:
        id: Its number, which no other bookmark ever has.
        target: What it is on.
        note: What the reader has written; empty for a mere bookmark.
        made: When, in UTC, as ISO 8601 has it.
    """

    id: int
    target: Target
    note: str
    made: str


class Anchor(NamedTuple):
    """Where the words of a bookmark stand now.

    Attributes:
        entry: Index of the section in the outline.
        span: Where in the section.
    """

    entry: int
    span: Span


class Anchored(NamedTuple):
    """A bookmark and where it stands now; None where its words are in the report no more."""

    bookmark: Bookmark
    anchor: Anchor | None


class Bookmarks:
    """The bookmarks of one report."""

    def __init__(self, store: Store, report: Report, entries: Outline) -> None:
        self._store = store
        self._entries = entries
        self._id = report.id
        self._content = _hash(entries)

    def add(self, target: Target, note: str = "") -> bool:
        """Keep a bookmark, and tell whether that could be done."""
        made = strftime("%Y-%m-%dT%H:%M:%SZ", gmtime())
        return self._store.write(
            "INSERT INTO bookmarks"
            " (report, content, kind, path, field, start, exact, prefix, suffix, note, made)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [self._id, self._content, *target, note, made],
        )

    def annotate(self, bookmark: int, note: str) -> bool:
        """Keep another note with a bookmark, and tell whether that could be done."""
        return self._store.write("UPDATE bookmarks SET note = ? WHERE id = ?", [note, bookmark])

    def remove(self, bookmark: int) -> bool:
        """Keep a bookmark no more, and tell whether that could be done."""
        return self._store.write("DELETE FROM bookmarks WHERE id = ?", [bookmark])

    def listed(self) -> list[Anchored]:
        """Return all bookmarks in reading order, and last those that have lost their words."""
        rows = self._store.read(
            "SELECT id, note, made, start, kind, path, field, exact, prefix, suffix"
            " FROM bookmarks WHERE report = ? OR content = ? ORDER BY id",
            [self._id, self._content],
        )
        bookmarks = map(_bookmark, rows)
        found = [Anchored(each, anchor(self._entries, each.target)) for each in bookmarks]
        return sorted(found, key=self._reading_order)

    def _reading_order(self, found: Anchored) -> tuple[bool, bool, int, int, int]:
        if found.anchor is None:
            return True, False, 0, 0, 0
        entry, (field, start, _end) = found.anchor
        closing = entry == 0 and field in CLOSING
        return False, closing, entry, [_NUMBER, *self._entries[entry].fields].index(field), start


def on_section(entry: Entry) -> Target:
    """Return a section as what a bookmark is on: its title, else its first words."""
    field, text = next(iter(_texts(entry).items()), (_NUMBER, entry.section.number))
    start, end = (0, len(text)) if field != "text" else sentence_at(text, 0)
    return _target("section", entry, Span(field, start, end))


def on_words(entry: Entry, span: Span) -> Target:
    """Return words of a section, such as a sentence, as what a bookmark is on."""
    return _target("sentence", entry, span)


def on_metric(entry: Entry, metric: Metric) -> Target | None:
    """Return a metric as what a bookmark is on; None where its words stand nowhere."""
    found = place(entry, metric)
    return _target("metric", entry, found.quote) if found else None


def anchor(entries: Outline, target: Target) -> Anchor | None:
    """Find the words of a bookmark.

    Where they stand in several places, the one with all that stood around them wins, wherever it
    has moved to; else one in the same section, and there the one with more of what stood around
    them, in the same field, and nearest to the old place.

    Returns:
        Where they stand; None where they do not.
    """
    places = [(entry, span) for entry in entries for span in _standing(entry, target)]
    if not places:
        return None
    entry, span = max(places, key=lambda each: _likeness(each[0], each[1], target))
    return Anchor(entry.index, span)


def refusal(store: Store) -> str:
    """Say why a store cannot be used, in one line; empty where it can."""
    condition, file = store.condition(), str(store.path)
    if condition == "newer":
        return _("{file} belongs to a newer reporttui, and is left as it is", file=file)
    if condition == "broken":
        return _("{file} is no database of bookmarks; move it away to begin anew", file=file)
    return ""


def _texts(entry: Entry) -> dict[str, str]:
    """Return a section's fields as they are shown, so that shell and screen keep the same."""
    return {field: visible(text) for field, text in entry.fields.items()}


def _target(kind: str, entry: Entry, span: Span) -> Target:
    field, start, end = span
    text = _texts(entry).get(field) or visible(entry.section.number)
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return Target(kind, entry.path, field, start, text[start:end], before, behind)


def _standing(entry: Entry, target: Target) -> Iterator[Span]:
    """Yield where the words of a bookmark stand in a section."""
    if target.field == _NUMBER:
        if visible(entry.section.number) == target.exact and not entry.fields:
            yield Span(_NUMBER, 0, len(target.exact))
        return
    for span in occurrences(_texts(entry), target.exact):
        # A title whose words are said elsewhere has not become a part of that text.
        if target.kind != "section" or span.field == target.field:
            yield span


def _likeness(entry: Entry, span: Span, target: Target) -> Score:
    text = _texts(entry).get(span.field, "")
    around = _shared(text[: span.start][::-1], target.prefix[::-1])
    around += _shared(text[span.end :], target.suffix)
    return (
        around == len(target.prefix) + len(target.suffix),
        entry.path == target.path,
        around,
        span.field == target.field,
        -abs(span.start - target.start),
    )


def _shared(text: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = zip(text, other, strict=False)
    return next((n for n, (one, two) in enumerate(pairs) if one != two), min(len(text), len(other)))


def _bookmark(row: tuple[Value, ...]) -> Bookmark:
    number, note, made, start, kind, *rest = row
    path, field, *words = map(str, rest)
    target = Target(str(kind), path, field, _whole(start), *words)
    return Bookmark(_whole(number), target, str(note), str(made))


def _whole(value: Value) -> int:
    return value if isinstance(value, int) else 0


def _hash(entries: Outline) -> str:
    """Return a hash of all that a report says."""
    from hashlib import sha256

    said = sha256()
    for entry in entries:
        for text in (entry.path, entry.section.number, *entry.fields.values()):
            said.update(visible(text).encode() + b"\0")
    return said.hexdigest()
