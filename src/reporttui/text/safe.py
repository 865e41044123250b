"""What a terminal may be shown: one visible character for every character of the text."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_REPLACEMENT = "␦"
_LINE_END = "␤"
_MARKS_ON_A_BASE = 2

# Letters by category, yet invisible.
_FILLERS = "\u115f\u1160\u3164\uffa0"


class _Shown(dict[str, str]):
    """What stands for a character, decided when first met; nothing for a combining mark."""

    def __missing__(self, char: str) -> str:
        self[char] = shown = _shown(char)
        return shown


_table = _Shown({"\n": "\n", "\t": " ", "\xa0": " ", "\x7f": "␡"})
_table.update(dict.fromkeys("\u2028\u2029", _LINE_END))
_table.update(dict.fromkeys(_FILLERS, _REPLACEMENT))

_plain = set(map(chr, range(0x20, 0x7F))) | {"\n"}
"""Characters met so far that are fine in every place. Compiling a pattern of them takes 2 ms."""


def _shown(char: str) -> str:
    import unicodedata

    if char < " ":
        return chr(0x2400 + ord(char))
    category = unicodedata.category(char)
    if category[0] == "C":
        return _REPLACEMENT
    if category[0] == "M" or "\u1161" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7fb":
        return ""  # the vowels and finals of a Hangul syllable are drawn onto its initial
    if "\U0001f3fb" <= char <= "\U0001f3ff":
        return ""  # skin tones, onto an emoji
    return char


def visible(text: str) -> str:
    """Make text safe to show, one character for one, so that offsets stay valid.

    Control characters become their pictures (U+2400…), line separators ␤, no-break spaces and
    tabs plain spaces; newlines stay. What is invisible or unknown becomes ␦: bidirectional and
    other format characters, lone surrogates, private use, noncharacters, unassigned code points,
    and combining marks without a base or beyond two on one.
    """
    if _plain.issuperset(text):
        return text
    _plain.update(char for char in set(text) if _table[char] == char)
    if _plain.issuperset(text):
        return text
    return "".join(_each_shown(text))


def _each_shown(text: str) -> Iterator[str]:
    room = 0
    for char in text:
        shown = _table[char]
        if shown:
            room = _MARKS_ON_A_BASE if shown == char and not char.isspace() else 0
            yield shown
        else:
            yield char if room else _REPLACEMENT
            room = max(0, room - 1)


def is_safe(text: str) -> bool:
    """Tell whether text can go to a terminal as it is."""
    return visible(text) == text


def escaped(text: str) -> str:
    """Make text safe to show in one line, as in a message: newlines become ␤ too."""
    return visible(text).replace("\n", _LINE_END)
