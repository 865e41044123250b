"""Signs that the screen itself draws, by how wide the terminal draws ambiguous characters."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.text.width import ambiguous


class Glyphs(NamedTuple):
    """Signs of one cell each, but for `more`."""

    cursor: str
    place: str
    rule: str
    line: str
    mark: str
    crumb: str
    folded: str
    unfolded: str
    ascending: str
    descending: str
    eighths: str
    """Parts of a full block, from one to seven eighths; empty where there are none."""


_FINE = Glyphs("▌", "▏", "│", "─", "◆", "›", "▸", "▾", "↑", "↓", "▏▎▍▌▋▊▉")
# All of the above are East Asian Ambiguous, two cells wide on many Chinese terminals.
_PLAIN = Glyphs("|", ":", "|", "-", "*", ">", "+", "-", "^", "v", "")


def glyphs() -> Glyphs:
    """Return the signs that are one cell wide on this terminal."""
    return _FINE if ambiguous() == 1 else _PLAIN


def bar(share: float, cells: int) -> tuple[int, str]:
    """Draw a share from 0 to 1 as a bar, at least a sliver, of at most `cells` cells.

    Returns:
        How many cells are full, and the sign for a part of the next one; empty for none.
    """
    eighths = glyphs().eighths
    if not eighths:
        return max(1, round(share * cells)), ""
    whole, rest = divmod(max(1, round(share * cells * 8)), 8)
    return whole, eighths[rest - 1] if rest else ""
