"""What is typed to go somewhere and the names that there are → those that match, best first."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, groupby
from typing import NamedTuple

from reporttui.text.folding import Folded, fold, fold_needle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reporttui.text.pinyin import PinyinIndex

    Spans = Iterable[tuple[int, int]]

_LATIN = re.compile("[a-z]")
_BY_ADDRESS = -1
_PLACES = 3


class Match(NamedTuple):
    """A name that matches.

    Attributes:
        number: Which one it is, from 0.
        spans: What of it matched (code points), from left to right, apart from each other.
    """

    number: int
    spans: tuple[tuple[int, int], ...] = ()


class _Found(NamedTuple):
    """How well a name matches, 0 for best, and what of it does."""

    rank: int
    spans: tuple[tuple[int, int], ...]


class Names:
    """Names to choose from; they are folded, and made ready for Pinyin, when first needed.

    Args:
        names: Something with several names has them on a line each; a match stands on one line.
        addresses: What finds a name when it is typed in full, and its number.
    """

    def __init__(self, names: Sequence[str], addresses: Mapping[str, int]) -> None:
        # Searched as one text, so that line breaks tell where a name begins and ends.
        self._text = "\n".join(["", *names, ""])
        self._starts = list(accumulate((len(name) + 1 for name in names[:-1]), initial=1))
        self._count = len(names)
        self._addresses = addresses

    def matches(self, typed: str) -> list[Match]:
        """Find the names that hold all words typed, each in the best way that it stands there.

        An address comes first. Then a word stands there as typed, folded, or by Pinyin, in this
        order, and within each as a whole name, at its beginning, or elsewhere. The worst word
        counts; what ranks the same stays in order.

        Args:
            typed: Words between spaces of any width; without any, every name matches.
        """
        words = list(dict.fromkeys(typed.split()))
        if not words:
            return [Match(number) for number in range(self._count)]
        found = _in_all([self._holding(word) for word in words])
        addressed = self._addresses.get(fold_needle(typed).strip())
        if addressed is not None:
            spans = found[addressed].spans if addressed in found else ()
            found[addressed] = _Found(_BY_ADDRESS, spans)
        best_first = sorted(found, key=lambda number: (found[number].rank, number))
        return [Match(number, found[number].spans) for number in best_first]

    def _holding(self, word: str) -> dict[int, _Found]:
        """Find the names that hold a word."""
        found: dict[int, _Found] = {}
        for way, spans in enumerate(self._ways(word)):
            for number, group in groupby(spans, key=self._number):
                if number not in found:
                    own, start = list(group), self._starts[number]
                    rank = way * _PLACES + min(map(self._place, own))
                    found[number] = _Found(rank, tuple((a - start, b - start) for a, b in own))
        return found

    def _ways(self, word: str) -> Iterator[Spans]:
        yield Folded(self._text, self._text, None).find(word)
        yield self._folded.find(fold_needle(word))
        yield self._read(word)

    def _number(self, span: tuple[int, int]) -> int:
        return bisect_right(self._starts, span[0]) - 1

    def _place(self, span: tuple[int, int]) -> int:
        """Tell whether a span is a whole name (0), its beginning (1), or neither (2)."""
        start, end = span
        if self._text[start - 1] != "\n":
            return 2
        return 0 if self._text[end] == "\n" else 1

    def _read(self, word: str) -> Spans:
        # Pinyin's table is read for Latin letters only.
        if not _LATIN.search(fold_needle(word)):
            return ()
        from reporttui.text.pinyin import is_worth

        return self._index.find(word) if is_worth(word) else ()

    @cached_property
    def _folded(self) -> Folded:
        return fold(self._text)

    @cached_property
    def _index(self) -> PinyinIndex:
        from reporttui.text.pinyin import PinyinIndex

        return PinyinIndex(self._text)


def _in_all(found: Sequence[Mapping[int, _Found]]) -> dict[int, _Found]:
    """Keep what every word was found in, by its worst word, with the spans of all."""
    numbers = set(found[0]).intersection(*found[1:])
    each = {number: [names[number] for names in found] for number in numbers}
    return {
        number: _Found(max(rank for rank, _ in words), _merged(words))
        for number, words in each.items()
    }


def _merged(words: Sequence[_Found]) -> tuple[tuple[int, int], ...]:
    """Join spans that overlap."""
    if len(words) == 1:
        return words[0].spans
    merged: list[tuple[int, int]] = []
    for start, end in sorted(span for _, spans in words for span in spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
