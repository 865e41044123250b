"""The outline as one flat list: every question about the tree is a walk over an array."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.report.model import Section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.report.model import Metric, Report

FRONT = "0"
"""Path of what stands outside all sections: title, addressee, opening, signature."""

CLOSING = ("signed", "signed_date", "disclosure")
"""Fields of the report itself that stand behind the last section."""

_BEGINNING = 30
"""Code points of its text that stand for a section without a title."""

_FRONT_FIELDS = ("title", "subtitle", "addressee", "opening", *CLOSING)


class Entry(NamedTuple):
    """A place in the outline.

    Attributes:
        index: Its position in reading order; 0 is the report itself.
        path: Its address: `1.2.3`, or `0` for the report itself.
        level: Levels below the report: 0 for the report itself, 1 for a part.
        section: Number, title, text and metrics.
        parent: Index of the entry above it; -1 for the report itself.
        end: Index of the first entry that is not below it.
        metrics_total: Metrics of its own and of all below it.
        fields: The texts in which hits and quotes stand, by name, in reading order.
    """

    index: int  # type: ignore[assignment]  # a tuple's own `index`, which nobody misses here
    path: str
    level: int
    section: Section
    parent: int
    end: int
    metrics_total: int
    fields: dict[str, str]

    @property
    def label(self) -> str:
        """Number and title as the outline shows them, without closing punctuation."""
        title = self.section.title.rstrip("。，,;；:： ") or self._beginning
        return spaced(self.section.number) + title

    @property
    def _beginning(self) -> str:
        return self.section.text.strip().partition("\n")[0][:_BEGINNING]


def spaced(number: str) -> str:
    """Return a number as it stands before a title: 第一章 and 1.1 with a space, 一、 without."""
    is_word = number[:1] in ("第", "附") and number[-1:].isalnum()
    return f"{number} " if is_word or number[-1:].isdigit() else number


class Outline(tuple[Entry, ...]):
    """All entries of a report in reading order; the first is the report itself."""

    __slots__ = ()

    def find(self, path: str) -> Entry | None:
        """Return the entry at a path such as `1.2.3`, or None."""
        return next((entry for entry in self if entry.path == path), None)

    def trail(self, index: int) -> list[Entry]:
        """Return the entries above `index`, from the part down, without the report itself."""
        above = []
        index = self[index].parent
        while index > 0:
            above.append(self[index])
            index = self[index].parent
        return above[::-1]

    def metrics(self) -> Iterator[tuple[Entry, Metric]]:
        """Yield all metrics with their place, in reading order."""
        for entry in self:
            for metric in entry.section.metrics:
                yield entry, metric


def names_any(part: Report | Section) -> bool:
    """Tell whether a report, or a section, has a metric of its own or below it."""
    return bool(part.metrics) or any(map(names_any, part.sections))


def outline(report: Report) -> Outline:
    """List a report's sections in reading order."""
    entries: list[Entry] = []
    front = Section(title=report.title, text=report.opening, metrics=report.metrics)
    fields = {name: text for name in _FRONT_FIELDS if (text := getattr(report, name))}

    def add(section: Section, path: str, parent: int, level: int, fields: dict[str, str]) -> int:
        index = len(entries)
        entries.append(Entry(index, path, level, section, parent, 0, 0, fields))
        total = len(section.metrics)
        below = report.sections if index == 0 else section.sections
        for number, child in enumerate(below, 1):
            child_path = f"{path}.{number}" if index else str(number)
            total += add(child, child_path, index, level + 1, _fields(child))
        entries[index] = entries[index]._replace(end=len(entries), metrics_total=total)
        return total

    add(front, FRONT, -1, 0, fields)
    return Outline(entries)


def _fields(section: Section) -> dict[str, str]:
    fields = {"title": section.title, "text": section.text}
    return {name: text for name, text in fields.items() if text}
