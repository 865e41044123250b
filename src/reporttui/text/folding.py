"""Fold away differences that a reader who searches does not mean, with a map back.

Width, compatibility forms (NFKC) and case are folded character by character; punctuation, spaces,
and Chinese characters that are variants of each other, simplified and traditional, to one form
each. So every hit can be shown where it stands in the original.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reporttui.text import data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Variants that Unicode's compatibility forms leave apart. ，；：（ and their like are not here:
# NFKC folds them. 、 and 。 have no other form.
_PUNCTUATION = {
    '"': "“”„‟〝〞〟「」",
    "'": "‘’‚‛『』",
    "-": "—–―‒‐−",
    "[": "〔【〖",
    "]": "〕】〗",
    "·": "・‧•",
}


class _Folds(dict[int, str]):
    """What a code point folds to, decided when first met; never nothing."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_char(chr(code))
        return folded


_folds = _Folds()


def _fold_char(char: str) -> str:
    import unicodedata

    if char.isspace() and char != "\n":
        return " "
    return unicodedata.normalize("NFKC", char).casefold().translate(_variants())


@cache
def _variants() -> dict[int, int]:
    """Map each variant to what stands for all of its class, one character to one."""
    forms = dict(_characters())
    for form, chars in _PUNCTUATION.items():
        forms.update(str.maketrans(chars, form * len(chars)))
    return forms


@cache
def _characters() -> dict[int, int]:
    rows = data.rows("variants.txt")
    return str.maketrans("".join(rows[::2]), "".join(rows[1::2]))


def one_form(text: str) -> str:
    """Write Chinese characters that are variants of each other alike, nearly always as simplified.

    All else stays, and every character keeps its place.
    """
    return text.translate(_characters())


class Folded(NamedTuple):
    """A text and its folding.

    Attributes:
        original: The text as it was.
        text: The folding.
        starts: For each code point of `text`, the place in `original` that it comes from; None
            where every code point folded to one, so that the places are the same.
    """

    original: str
    text: str
    starts: Sequence[int] | None

    def find(self, needle: str) -> Iterator[tuple[int, int]]:
        """Find a folded needle from left to right, without overlaps.

        Args:
            needle: What `fold_needle` made; an empty one is found nowhere.

        Yields:
            The spans in `original` (code points). Where a hit covers a part of what one character
            folded to (the m of ㎡), its span covers the whole character.
        """
        size = len(needle)
        at = self.text.find(needle) if size else -1
        while at >= 0:
            end = at + size
            if self.starts is None:
                yield at, end
            else:
                first, last = self.starts[at], self.starts[end - 1]
                yield first, last + 1
                while end < len(self.starts) and self.starts[end] == last:
                    end += 1
            at = self.text.find(needle, end)


def fold(text: str) -> Folded:
    """Fold a text to search in: width, case, compatibility forms and variants of characters."""
    folded = fold_needle(text)
    if len(folded) == len(text):
        return Folded(text, folded, None)
    starts = [place for place, char in enumerate(text) for _ in _folds[ord(char)]]
    return Folded(text, folded, starts)


def fold_needle(text: str) -> str:
    """Fold a text to search for, as `fold` folds what it is searched in."""
    return text.translate(_folds)
