"""The index of names: laws and documents, programmes, bodies and places, and where they stand."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.analysis.name_spans import KINDS
from reporttui.analysis.naming import Naming

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporttui.analysis.name_spans import Kind
    from reporttui.report.outline import Entry

__all__ = ["KINDS", "Name", "Place", "names"]

_TRADITIONAL = frozenset("們國這個會發經為與對時動業產無")
"""Frequent characters of which a text in Simplified characters has none."""


class Place(NamedTuple):
    """Where a name stands.

    Attributes:
        entry: Index of the section.
        field: Of the section.
        start: Where it begins in the field, in code points; quotation marks are no part of it.
        end: Where it ends.
    """

    entry: int
    field: str
    start: int
    end: int


class Name(NamedTuple):
    """A name and all its places.

    Attributes:
        text: As it stands in the text, without line breaks.
        kind: What it is the name of; one of `KINDS`.
        places: Where it stands, in reading order.
        paths: Of the sections in which it stands, in reading order.
    """

    text: str
    kind: Kind
    places: tuple[Place, ...]
    paths: tuple[str, ...]


def names(entries: Iterable[Entry]) -> list[Name]:
    """List the names of a report, in the order in which they first stand there.

    One name is one entry, whether it stands there in quotation marks or not.

    Args:
        entries: The sections; the first is the report itself.
    """
    fields = [(entry, field, text) for entry in entries for field, text in entry.fields.items()]
    texts = [_simplified(text) for _, _, text in fields]
    own = [text for (entry, _, _), text in zip(fields, texts, strict=True) if entry.index == 0]
    naming = Naming(texts, own)
    found: dict[str, Name] = {}
    for (entry, field, text), simplified in zip(fields, texts, strict=True):
        for start, end, kind in naming.spans(simplified):
            key = _one_line(simplified[start:end])
            name = found.get(key) or Name(_one_line(text[start:end]), kind, (), ())
            places = (*name.places, Place(entry.index, field, start, end))
            paths = name.paths if entry.path in name.paths else (*name.paths, entry.path)
            found[key] = name._replace(places=places, paths=paths)
    return list(found.values())


def _one_line(text: str) -> str:
    return "".join(line.strip() for line in text.split("\n"))


def _simplified(text: str) -> str:
    """Write a text in Simplified characters, each in its place; the table is read where needed."""
    if _TRADITIONAL.isdisjoint(text):
        return text
    from reporttui.text.folding import one_form

    return one_form(text)
