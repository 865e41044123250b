"""How many terminal cells text takes: the measure of rich, so that ours and Textual's are one.

Characters that Unicode calls East Asian Ambiguous (UAX #11: “ ” — … · × ① ℃ │) take one cell in
rich, but two on many Chinese terminals; `set_ambiguous` says which, for us and for rich.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import accumulate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from rich.cells import CellSpan, CellTable

# The parts of Unicode that have ambiguous characters: looking through all of it takes 0.1 s.
_AMBIGUOUS_BLOCKS = (range(0xA1, 0x3250), range(0xFFFD, 0xFFFE), range(0x1F100, 0x1F1AD))
_PRIVATE_USE = ((0xE000, 0xF8FF, 2), (0xF0000, 0xFFFFD, 2), (0x100000, 0x10FFFD, 2))

_JOINER = "\u200d"
_EMOJI_SELECTOR = "\ufe0f"

_REFUSAL = (
    "the installed rich keeps its own width for ambiguous characters; "
    "set them to 1 cell, or install rich >=14.3.2,<16"
)

_ambiguous = 1


class _Cells(dict[str, int]):
    """Cells of single characters, measured when first met."""

    def __missing__(self, char: str) -> int:
        self[char] = cells = cell_len(char)
        return cells


_cells = _Cells()


@cache
def _measure() -> Callable[[str], int]:
    from rich.cells import cell_len

    return cell_len


def cell_len(text: str) -> int:
    """Measure text in terminal cells; control characters count none."""
    if text.isascii() and text.isprintable():
        return len(text)
    return _measure()(text)


def cell_widths(text: str) -> list[int]:
    """Measure each code point of a text, in cells.

    What joins the character before it (combining marks, emoji sequences) counts none there: the
    whole is counted on the first code point of its grapheme.
    """
    widths = list(map(_cells.__getitem__, text))
    if _JOINER in text or _EMOJI_SELECTOR in text:
        _join(text, widths)
    return widths


def _join(text: str, widths: list[int]) -> None:
    """Count emoji sequences as rich does: a joiner hides what follows, a selector widens."""
    base = None
    places = iter(range(len(text)))
    for place in places:
        if text[place] == _JOINER:
            widths[place + 1 : place + 2] = [0] * len(text[place + 1 : place + 2])
            next(places, None)
        elif text[place] == _EMOJI_SELECTOR and base is not None:
            widths[base] = cell_len(text[base] + _EMOJI_SELECTOR)
            base = None
        elif widths[place]:
            base = place


def clip(text: str, cells: int, ellipsis: str = "…") -> str:
    """Cut text to at most so many cells, never through a wide character or a grapheme.

    Args:
        text: What to cut.
        cells: The room, in cells.
        ellipsis: What marks a cut; left out where even it has no room.
    """
    if cell_len(text) <= cells:
        return text
    room = cells - cell_len(ellipsis)
    return _head(text, cells) if room < 0 else _head(text, room) + ellipsis


def _head(text: str, cells: int) -> str:
    ends = list(accumulate(cell_widths(text), initial=0))
    return text[: max(0, bisect_right(ends, cells) - 1)]


def clip_left(text: str, cells: int) -> str:
    """Cut the beginning off a text that takes more than so many cells, as `clip` cuts its end.

    Nothing marks the cut.
    """
    widths = cell_widths(text)
    starts = list(accumulate(widths, initial=max(0, cells) - sum(widths)))
    begin = bisect_left(starts, 0)
    # What joins a character that was cut goes with it.
    while 0 < begin < len(text) and not widths[begin]:
        begin += 1
    return text[begin:]


def fit(text: str, cells: int, align: str = "left") -> str:
    """Cut or pad text to exactly so many cells.

    Args:
        text: What to fit.
        cells: The room, in cells.
        align: Where text stands that is shorter: "left", "right" or "center".
    """
    text = clip(text, cells)
    blank = max(0, cells - cell_len(text))
    before = {"left": 0, "right": blank, "center": blank // 2}[align]
    return " " * before + text + " " * (blank - before)


def ambiguous() -> int:
    """Tell how many cells an East Asian Ambiguous character takes at present."""
    return _ambiguous


def set_ambiguous(cells: int) -> None:
    """Say how many cells an East Asian Ambiguous character takes from now on, also in rich.

    Textual keeps strips that it has measured: call this before the first screen is drawn.

    Args:
        cells: 1 or 2.

    Raises:
        ValueError: For any other number.
        RuntimeError: The installed rich does not take the change; nothing has changed then.
    """
    global _ambiguous
    if cells not in (1, 2):
        raise ValueError(f"an ambiguous character takes 1 or 2 cells, not {cells!r}")
    if cells == _ambiguous:
        return
    if cells == 2:
        _widen_rich()
    else:
        _set_in_rich(_own_globals())
    _ambiguous = cells
    _cells.clear()


def _widen_rich() -> None:
    import rich.cells

    try:
        own = _own_globals()
    except AttributeError as error:
        raise RuntimeError(_REFUSAL) from error
    _set_in_rich(_wide_globals(own))
    if rich.cells.cell_len("“·") != 4:
        _set_in_rich(own)
        raise RuntimeError(_REFUSAL)


@cache
def _own_globals() -> Mapping[str, Any]:
    """Keep what rich.cells itself measures with: its table and its fast path."""
    import rich.cells

    return {
        name: getattr(rich.cells, name) for name in ("load_cell_table", "_is_single_cell_widths")
    }


def _set_in_rich(values: Mapping[str, Any]) -> None:
    """Replace the globals that rich reads at every call, and forget what it has measured.

    Its functions stay the objects that they are, since Textual has imported them by name;
    rich.segment has imported the fast path, so it is replaced there too.
    """
    import rich.cells

    segment = sys.modules.get("rich.segment")
    for name, value in values.items():
        for module in (rich.cells, segment):
            if hasattr(module, name):
                setattr(module, name, value)
    rich.cells.get_character_cell_size.cache_clear()
    rich.cells.cached_cell_len.cache_clear()
    if segment is not None:
        segment.Segment._split_cells.cache_clear()


def _wide_globals(own: Mapping[str, Any]) -> Mapping[str, Any]:
    @cache
    def load_cell_table(unicode_version: str = "auto") -> CellTable:
        return _widened(own["load_cell_table"](unicode_version))

    printable_ascii = frozenset(map(chr, range(0x20, 0x7F)))
    return {
        "load_cell_table": load_cell_table,
        "_is_single_cell_widths": printable_ascii.issuperset,
    }


def _widened(table: CellTable) -> CellTable:
    import unicodedata

    wide = [
        code
        for block in _AMBIGUOUS_BLOCKS
        for code in block
        if unicodedata.east_asian_width(chr(code)) == "A" and _is_narrow(code, table.widths)
    ]
    return table._replace(
        widths=sorted([*table.widths, *((code, code, 2) for code in wide), *_PRIVATE_USE]),
        # An emoji selector widens a narrow character; these are wide without it.
        narrow_to_wide=table.narrow_to_wide.difference(map(chr, wide)),
    )


def _is_narrow(code: int, widths: Sequence[CellSpan]) -> bool:
    """Tell whether rich's table leaves a code point at one cell: combining marks have none."""
    place = bisect_right(widths, (code, sys.maxunicode, 2)) - 1
    return widths[place][1] < code
