"""Themes: Textual's colours for its own widgets, and the inks that the panes draw with."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from rich.style import Style
from textual.filter import LineFilter
from textual.theme import Theme

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.segment import Segment
    from textual.color import Color


class Inks(NamedTuple):
    """Styles by what they mean. One accent; weight before colour."""

    base: Style
    """Foreground and background of all cells, below every other style."""
    text: Style
    muted: Style
    accent: Style
    heading: Style
    figure: Style
    hit: Style
    current_hit: Style
    mark: Style
    selected: Style
    """Sentences that are selected."""
    cursor: Style
    """The row under the cursor of the focused pane."""
    place: Style
    """The row under the cursor of a pane without focus."""
    title: Style
    warning: Style


def _theme(name: str, *, dark: bool, background: str, text: str, muted: str, accent: str) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=accent,
        accent=accent,
        foreground=text,
        background=background,
        surface=background,
        panel=background,
        luminosity_spread=0,
        variables={
            "input-cursor-background": text,
            "input-cursor-foreground": background,
            "input-cursor-text-style": "none",
            "text-disabled": muted,
        },
    )


def _inks(
    *,
    base: str,
    text: str,
    muted: str,
    accent: str,
    hit: str,
    current: str,
    selected: str,
    row: str,
) -> Inks:
    """Make inks of styles written as Rich reads them."""
    return Inks(
        base=Style.parse(base),
        text=Style.parse(text),
        muted=Style.parse(muted),
        accent=Style.parse(accent),
        heading=Style.parse(f"bold {accent}"),
        figure=Style(bold=True),
        hit=Style.parse(hit),
        current_hit=Style.parse(current),
        mark=Style(underline=True),
        selected=Style.parse(selected),
        cursor=Style.parse(row),
        place=Style(bold=True),
        title=Style.parse(f"bold {text}"),
        warning=Style.parse(f"bold {accent}"),
    )


# Every colour is one of xterm's 256, which take half the bytes of others (`painting.pens`).
_DARK = {"background": "#1c1c1c", "text": "#d0d0d0", "muted": "#949494", "accent": "#87d7d7"}
_LIGHT = {"background": "#eeeeee", "text": "#262626", "muted": "#585858", "accent": "#005f87"}
_CONTRAST = {"background": "#000000", "text": "#ffffff", "muted": "#d7d7d7", "accent": "#ffff5f"}

THEMES: Mapping[str, Theme] = {
    "dark": _theme("dark", dark=True, **_DARK),
    "light": _theme("light", dark=False, **_LIGHT),
    "contrast": _theme("contrast", dark=True, **_CONTRAST),
    "16": Theme(
        name="16",
        ansi=True,
        primary="ansi_cyan",
        accent="ansi_cyan",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        variables={
            "ansi-background": "ansi_default",
            "ansi-foreground": "ansi_default",
            "input-cursor-background": "ansi_default",
            "input-cursor-foreground": "ansi_default",
            "input-cursor-text-style": "reverse",
            "input-selection-background": "ansi_cyan",
            "input-selection-foreground": "ansi_black",
        },
    ),
}

_INKS: Mapping[str, Inks] = {
    "dark": _inks(
        base="#d0d0d0 on #1c1c1c",
        text="#d0d0d0",
        muted="#949494",
        accent="#87d7d7",
        hit="#ffffd7 on #5f5f00",
        current="bold #1c1c1c on #d7af5f",
        selected="#ffffff on #005f87",
        row="on #262626",
    ),
    "light": _inks(
        base="#262626 on #eeeeee",
        text="#262626",
        muted="#585858",
        accent="#005f87",
        hit="#262626 on #ffd787",
        current="bold #262626 on #ffaf00",
        selected="#262626 on #afd7ff",
        row="on #dadada",
    ),
    "contrast": _inks(
        base="#ffffff on #000000",
        text="#ffffff",
        muted="#d7d7d7",
        accent="#ffff5f",
        hit="#000000 on #87d7ff",
        current="bold #000000 on #ffff5f",
        selected="#000000 on #ffffff",
        row="#000000 on #ffffff",
    ),
    "16": _inks(
        base="default on default",
        text="default",
        muted="default",
        accent="cyan",
        hit="black on yellow",
        current="bold black on cyan",
        selected="reverse",
        row="reverse",
    ),
}

_NO_COLOR = Inks(
    base=Style(),
    text=Style(),
    muted=Style(),
    accent=Style(),
    heading=Style(bold=True),
    figure=Style(bold=True),
    hit=Style(underline=True),
    current_hit=Style(reverse=True),
    mark=Style(underline=True),
    selected=Style(reverse=True),
    cursor=Style(reverse=True),
    place=Style(bold=True),
    title=Style(bold=True),
    warning=Style(bold=True),
)


def inks(theme: str, *, colour: bool = True) -> Inks:
    """Return the inks of a theme; without colour, weight and underline alone."""
    return _INKS.get(theme, _INKS["dark"]) if colour else _NO_COLOR


def choose(wanted: str | None, environ: Mapping[str, str]) -> str:
    """Return the theme to begin with: the wanted one, or what the terminal says of itself.

    A terminal of 16 colours or fewer gets its own colours; COLORFGBG, which several terminals
    set, tells a light background.
    """
    if wanted in THEMES:
        return str(wanted)
    term = environ.get("TERM", "")
    rich = "256color" in term or environ.get("COLORTERM", "") in ("truecolor", "24bit")
    if "NO_COLOR" in environ or not rich:
        return "16"
    background = environ.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if background in ("7", "15") else "dark"


class WithoutColour(LineFilter):
    """Takes every colour away. Textual's own filter for NO_COLOR still sends greys."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with weight, underline and reverse alone."""
        make = type(segments[0]) if segments else None
        return [
            make(text, _weight(style) if style else None, control)
            for text, style, control in segments
            if make
        ]


@lru_cache(maxsize=256)
def _weight(style: Style) -> Style:
    return Style(bold=style.bold, underline=style.underline, reverse=style.reverse)
