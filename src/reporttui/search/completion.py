"""What a query that is being typed can go on with: fields, their values, names of metrics."""

from __future__ import annotations

import re
from typing import NamedTuple

from reporttui.search.fields import FIELDS, VALUES, field_named
from reporttui.search.printing import quoted
from reporttui.search.ranking import Names
from reporttui.text.folding import fold_needle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_LAST_WORD = re.compile(
    r'(?:([A-Za-z]+|[\u4e00-\u9fff]+)\s*[:：]\s*)?((?![-－−])[^\s()（）|｜"“”]*)\Z'
)
_LEAST = 2
"""Characters from which on a word is completed to a metric's name."""


class Vocabulary(NamedTuple):
    """What a report has to complete with.

    Attributes:
        units: Of its metrics.
        names: Of its metrics.
        paths: Of its sections.
    """

    units: Sequence[str]
    names: Sequence[str]
    paths: Sequence[str]


class Completion(NamedTuple):
    """What can stand in place of the end of what was typed.

    Attributes:
        start: Where the part begins that is replaced, in code points.
        words: What can stand there, the best first.
    """

    start: int
    words: Sequence[str]


def complete(typed: str, vocabulary: Vocabulary) -> Completion:
    """Complete what was typed up to the cursor.

    A field is completed to its name, its value to one that it can have, and a word to the name of
    a metric that holds it or is read so.
    """
    last = _LAST_WORD.search(typed)
    assert last  # It matches nothing, if nothing else.
    field, word = last[1] and field_named(last[1]), last[2]
    if field:
        return Completion(last.start(2), _values(field, word, vocabulary))
    if not typed.strip():
        return Completion(0, ())
    word = typed[last.start() :]
    names = _matching(word, vocabulary.names) if len(word) >= _LEAST else []
    return Completion(last.start(), [*_fields(word), *names])


def _values(field: str, word: str, vocabulary: Vocabulary) -> list[str]:
    if field in VALUES:
        names = [name for names in VALUES[field].values() for name in names]
        return _beginning(word, names) if word else [names[0] for names in VALUES[field].values()]
    if field == "in":
        return _beginning(word, vocabulary.paths)
    if field in ("unit", "name"):
        return _matching(word, vocabulary.units if field == "unit" else vocabulary.names)
    return []


def _fields(word: str) -> list[str]:
    """Return the fields that a word may begin."""
    names = [name for language in zip(*FIELDS.values(), strict=True) for name in language]
    return [f"{name}:" for name in _beginning(word, names)]


def _matching(word: str, among: Sequence[str]) -> list[str]:
    """Return the names that hold a word or are read so, as a query looks for them."""
    return [quoted(among[match.number]) for match in Names(among, {}).matches(word)]


def _beginning(word: str, among: Sequence[str]) -> list[str]:
    start = fold_needle(word)
    return [name for name in among if fold_needle(name).startswith(start)]
