"""Many short texts searched as one long one: one pass over it is quicker than many small ones."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from reporttui.text.folding import Folded, fold, fold_needle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporttui.search.tree import Term
    from reporttui.text.pinyin import PinyinIndex


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


class Mark(NamedTuple):
    """Characters that match a term.

    Attributes:
        start: Where they begin in the joined text, in code points.
        end: Where they end.
        sound: The needle, where they match by how they are read; else empty.
    """

    start: int
    end: int
    sound: str = ""


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

    def find(self, term: Term, *, fuzzy: bool, until: float) -> Iterator[Mark]:
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
        literal = [Mark(*span) for span in self.folded.find(needle)]
        if not any("a" <= char <= "z" or char == "ü" for char in needle):
            return iter(literal)
        return iter(_merged(literal, self._find_sound(needle, fuzzy)))

    def _find_sound(self, needle: str, fuzzy: bool) -> list[Mark]:
        from reporttui.text.pinyin import is_worth

        if not is_worth(needle):
            return []
        return [Mark(*span, needle) for span in self.sounds.find(needle, fuzzy)]

    def _find_pattern(self, pattern: str, until: float) -> Iterator[Mark]:
        """Find a pattern in the whole; where a match leaves its stretch, look at that alone."""
        from reporttui.search.patterns import find

        start = 0
        while start < len(self.joined):
            for span in find(pattern, self.joined, start, len(self.joined), until):
                edge = self.starts[self.at(span[0]) + 1] - 1
                if span[1] > edge:
                    inside = find(pattern, self.joined, span[0], edge, until)
                    yield from (Mark(*each) for each in inside)
                    start = edge + 1
                    break
                yield Mark(*span)
            else:
                return


def _merged(literal: list[Mark], sounds: list[Mark]) -> list[Mark]:
    """Return all marks in order, of those that overlap only the literal ones."""
    if not literal or not sounds:
        return literal or sounds
    starts = [mark.start for mark in literal]

    def is_free(mark: Mark) -> bool:
        before = bisect_right(starts, mark.end - 1) - 1
        return before < 0 or literal[before].end <= mark.start

    return sorted([*literal, *filter(is_free, sounds)])
