"""How a cell is drawn, and the shortest change from one way to another (ECMA-48, 8.3.117, SGR)."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from rich.color import Color, ColorSystem
from rich.style import Style

_ATTRIBUTES = {
    "bold": 1,
    "dim": 2,
    "italic": 3,
    "underline": 4,
    "blink": 5,
    "blink2": 6,
    "reverse": 7,
    "conceal": 8,
    "strike": 9,
    "underline2": 21,
    "frame": 51,
    "encircle": 52,
    "overline": 53,
}
_OFF = {1: 22, 2: 22, 3: 23, 4: 24, 5: 25, 6: 25, 7: 27, 8: 28, 9: 29, 21: 24}
_OFF |= {51: 54, 52: 54, 53: 55}
_REVERSE = 7
_SEEN_ON_BLANKS = frozenset({4, 5, 6, 7, 9, 21, 51, 52, 53})
"""What of a blank is seen: lines around it, and that it is reversed."""


class Pen(NamedTuple):
    """How a cell is drawn.

    Attributes:
        attributes: SGR codes of what is on: bold, italic and the like.
        foreground: SGR codes of the colour; empty for the terminal's own.
        background: Likewise.
    """

    attributes: frozenset[int] = frozenset()
    foreground: str = ""
    background: str = ""


PLAIN = Pen()


@lru_cache(maxsize=4096)
def pen(style: Style | None, colours: ColorSystem) -> Pen:
    """Return the pen of a style in what the terminal has of colours."""
    if style is None:
        return PLAIN
    on = frozenset(code for name, code in _ATTRIBUTES.items() if getattr(style, name))
    foreground = _colour(style.color, colours, foreground=True)
    return Pen(on, foreground, _colour(style.bgcolor, colours, foreground=False))


def _colour(colour: Color | None, colours: ColorSystem, *, foreground: bool) -> str:
    """Return the codes of a colour: its number among xterm's 256 where it is one of them."""
    if colour is None or colour.is_default:
        return ""
    wanted = colour.downgrade(colours)
    number = _palette().get(wanted.triplet) if wanted.triplet else None
    if number is not None:
        return f"{38 if foreground else 48};5;{number}"
    return ";".join(wanted.get_ansi_codes(foreground=foreground))


@cache
def _palette() -> dict[tuple[int, ...], int]:
    """Return the fixed part of xterm's 256 colours: a cube and a ramp of greys."""
    levels = (0, 95, 135, 175, 215, 255)
    palette: dict[tuple[int, ...], int] = {(8 + 10 * step,) * 3: 232 + step for step in range(24)}
    palette.update((rgb, number) for number, rgb in enumerate(product(levels, repeat=3), 16))
    return palette


@lru_cache(maxsize=1024)
def of_blank(pen: Pen) -> Pen:
    """Return a pen without what is not seen on a blank."""
    if _REVERSE in pen.attributes:
        return pen
    seen = pen.attributes & _SEEN_ON_BLANKS
    return Pen(seen, pen.foreground if seen else "", pen.background)


@lru_cache(maxsize=4096)
def change(before: Pen, after: Pen, *, stepwise: bool = True) -> str:
    """Return the shortest control sequence from one pen to another; nothing where they are alike.

    Args:
        before: The pen in use.
        after: The pen wanted.
        stepwise: Whether the terminal can switch one attribute off; a VT100 only all of them.
    """
    if before == after:
        return ""
    anew = _codes(after)
    whole = f"\x1b[{';'.join(['0', *anew]) if anew else ''}m"
    if not stepwise:
        return whole
    return min(f"\x1b[{';'.join(_steps(before, after))}m", whole, key=len)


def _codes(pen: Pen) -> list[str]:
    colours = [colour for colour in (pen.foreground, pen.background) if colour]
    return [*map(str, sorted(pen.attributes)), *colours]


def _steps(before: Pen, after: Pen) -> list[str]:
    off = {_OFF[code] for code in before.attributes - after.attributes}
    # Bold and dim are switched off together, as are other pairs.
    kept = {code for code in after.attributes if _OFF[code] not in off}
    on = after.attributes - (before.attributes & kept)
    codes = [*map(str, sorted(off)), *map(str, sorted(on))]
    if before.foreground != after.foreground:
        codes.append(after.foreground or "39")
    if before.background != after.background:
        codes.append(after.background or "49")
    return codes
