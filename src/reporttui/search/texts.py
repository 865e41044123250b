"""Many short texts searched as one long one: one pass over it is quicker than many small ones."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from reporttui.text.folding import Folded, fold, fold_needle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TypeAlias

    from reporttui.search.tree import Term
    from reporttui.text.pinyin import PinyinIndex

    Mark: TypeAlias = tuple[int, int, str]
    """Where characters that match begin and end in the joined text, in code points, and the
    needle where they match by how they are read; else an empty text. There are many of them, and
    a plain tuple is made in a fifth of the time of a named one."""


class Stretch(NamedTuple):
    """A text among others.

    Attributes:
        owner: Number of the section or metric that it is a field of.
        field: Name of the field.
        text: The text.
    """

    owner: int
    field: str
    text: str


class Texts:
    """Texts joined by line breaks, over which no term can match."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self.stretches = stretches
        self.joined = "\n".join(stretch.text for stretch in stretches)
        lengths = (len(stretch.text) + 1 for stretch in stretches)
        self.starts = list(accumulate(lengths, initial=0))

    @cached_property
    def folded(self) -> Folded:
        """The joined text, folded when it is first looked at."""
        return fold(self.joined)

    @cached_property
    def sounds(self) -> PinyinIndex:
        """The joined text by how it is read, made when letters are first looked for."""
        from reporttui.text.pinyin import PinyinIndex

        return PinyinIndex(self.joined)

    def at(self, place: int) -> int:
        """Return the number of the stretch that holds a place of the joined text."""
        return bisect_right(self.starts, place) - 1

    def within(self, marks: Iterable[Mark]) -> Iterator[tuple[Stretch, int, Mark]]:
        """Yield with each mark its stretch and where that begins; quick if they are in order."""
        start = end = -1
        for mark in marks:
            if not start <= mark[0] < end:
                number = self.at(mark[0])
                start, end = self.starts[number : number + 2]
                stretch = self.stretches[number]
            yield stretch, start, mark

    def find(self, term: Term, *, fuzzy: bool, until: float) -> Iterable[Mark]:
        """Find a term, from left to right.

        Args:
            term: What to look for.
            fuzzy: Whether sounds that are easily confused are the same.
            until: When to give up, by `time.monotonic`; for a regular expression.

        Raises:
            TooSlowError: When the time is up.
        """
        if term.is_regex:
            return self._find_pattern(term.text, until)
        needle = fold_needle(term.text)
        literal = [(start, end, "") for start, end in self.folded.find(needle)]
        if not any("a" <= char <= "z" or char == "ü" for char in needle):
            return literal
        return _merged(literal, self._find_sound(needle, fuzzy))

    def _find_sound(self, needle: str, fuzzy: bool) -> list[Mark]:
        from reporttui.text.pinyin import is_worth

        if not is_worth(needle):
            return []
        return [(start, end, needle) for start, end in self.sounds.find(needle, fuzzy)]

    def _find_pattern(self, pattern: str, until: float) -> Iterator[Mark]:
        """Find a pattern in the whole; where a match leaves its stretch, look at that alone."""
        from reporttui.search.patterns import find

        start, edge, end = 0, -1, len(self.joined)
        while start < end:
            behind = end
            for first, last in find(pattern, self.joined, start, end, until):
                if first > edge:
                    edge = self.starts[self.at(first) + 1] - 1
                if last > edge:
                    inside = find(pattern, self.joined, first, edge, until)
                    yield from ((*span, "") for span in inside)
                    behind = edge + 1
                    break
                yield first, last, ""
            start = behind


def _merged(literal: list[Mark], sounds: list[Mark]) -> list[Mark]:
    """Return all marks in order, of those that overlap only the literal ones."""
    if not literal or not sounds:
        return literal or sounds
    starts = [mark[0] for mark in literal]

    def is_free(mark: Mark) -> bool:
        before = bisect_right(starts, mark[1] - 1) - 1
        return before < 0 or literal[before][1] <= mark[0]

    return sorted([*literal, *filter(is_free, sounds)])
