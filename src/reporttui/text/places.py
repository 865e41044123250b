"""Places of the characters of a text by how they sound, to search all of them at once."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from functools import cache, cached_property, lru_cache
from itertools import chain

from reporttui.text.data.syllables import INITIALS, typed_for
from reporttui.text.spelling import sounds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import TypeAlias

    # A set of places: bit p for place p; or sounds, for all characters that have one of them, not
    # listed before that is needed; or a sorted list, which is quicker than bits when short.
    Places: TypeAlias = int | frozenset[str] | list[int]

# Length of a text from where on sets of bits are quicker than lists.
_LONG = 50_000
# How much longer it takes to list a place from bits than to look at one in a list.
_SLOWNESS = 4


class SoundPlaces:
    """The places of a text by sound; the work is done at the first question."""

    def __init__(self, text: str) -> None:
        # The end of a line has no sound. With one at the end each place has a place after it.
        self.text = text + "\n"
        self._takers: dict[frozenset[str], Collection[str]] = {}
        self._bits: dict[frozenset[str], int] = {}
        self._all = lru_cache(maxsize=4)(self._merged)

    def prepare(self, fuzzy: bool) -> None:
        """Make the sets of bits of all initials, for a long text."""
        if len(self.text) < _LONG:
            return
        for wanted in map(typed_for(fuzzy).ended.__getitem__, INITIALS):
            if wanted not in self._bits:
                marks = bytearray(b"0") * len(self.text)
                for place in chain(*map(self._places.__getitem__, self._taking(wanted))):
                    marks[~place] = ord("1")
                self._bits[wanted] = int(marks, 2)

    def having(self, wanted: frozenset[str]) -> Places:
        """Return the places of all characters that have one of the sounds wanted."""
        return self._bits.get(wanted, wanted)

    def kept(self, places: Places, offset: int, wanted: frozenset[str]) -> Places:
        """Return those of some places where the character at an offset has a sound wanted."""
        bits = self._bits.get(wanted)
        if isinstance(places, int) and bits is not None:
            return places & bits >> offset
        text, chars = self.text, self._taking(wanted)
        if isinstance(places, int) and places.bit_count() > self._count(wanted):
            octets = _octets(places << offset, len(text))
            return [at - offset for at in self._all(wanted) if octets[at >> 3] >> (at & 7) & 1]
        return [place for place in self.listed(places) if text[place + offset] in chars]

    def before(
        self, wanted: frozenset[str], initial: frozenset[str], following: frozenset[str]
    ) -> Places:
        """Return the places of characters with a sound wanted, before those with a following one.

        Args:
            wanted: Sounds of the same initial.
            initial: All sounds of that initial.
            following: Sounds of the characters after them.
        """
        if initial in self._bits and following in self._bits:
            pairs = self._bits[initial] & self._bits[following] >> 1
            if pairs.bit_count() * _SLOWNESS < self._count(wanted):
                text, chars = self.text, self._taking(wanted)
                return [place for place in _ones(pairs) if text[place] in chars]
        return self.kept(wanted, 1, following)

    def either(self, one: Places, other: Places) -> Places:
        """Return the places that are in one of two sets."""
        if not one or not other:
            return one or other
        if isinstance(one, int) and isinstance(other, int):
            return one | other
        return sorted({*self.listed(one), *self.listed(other)})

    def listed(self, places: Places) -> list[int]:
        """Return places as a sorted list."""
        if isinstance(places, int):
            return _ones(places)
        return self._all(places) if isinstance(places, frozenset) else places

    def _merged(self, wanted: frozenset[str]) -> list[int]:
        return sorted(chain(*[self._places[char] for char in self._taking(wanted)]))

    def _count(self, wanted: frozenset[str]) -> int:
        return sum(len(self._places[char]) for char in self._taking(wanted))

    def _taking(self, wanted: frozenset[str]) -> Collection[str]:
        """Tell which characters of the text have one of the sounds wanted."""
        if wanted not in self._takers:
            self._takers[wanted] = set().union(*(self._chars.get(sound, ()) for sound in wanted))
        return self._takers[wanted]

    @cached_property
    def _chars(self) -> Mapping[str, Collection[str]]:
        """Keep for each sound the characters of the text that have it."""
        chars: dict[str, list[str]] = defaultdict(list)
        for char in self._places.keys() - {"\n"}:
            for sound in sounds(char):
                chars[sound].append(char)
        return dict(chars)

    @cached_property
    def _places(self) -> Mapping[str, array[int]]:
        """Keep for each character its places."""
        places: dict[str, array[int]] = defaultdict(lambda: array("I"))
        for place, char in enumerate(self.text):
            places[char].append(place)
        return dict(places)


def _ones(bits: int) -> list[int]:
    octets, ones = _octets(bits, bits.bit_length()), _ones_of_octets()
    ends = map(re.Match.end, re.finditer(rb"\0*+[^\0]", octets))
    return [end * 8 - 8 + one for end in ends for one in ones[octets[end - 1]]]


def _octets(bits: int, size: int) -> bytes:
    return bits.to_bytes(size // 8 + 1, "little")


@cache
def _ones_of_octets() -> list[list[int]]:
    return [[bit for bit in range(8) if octet >> bit & 1] for octet in range(256)]
