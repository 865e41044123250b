"""What terminals can do, by TERM. Unknown ones are taken for a VT100."""

from __future__ import annotations

from typing import NamedTuple


class Terminal(NamedTuple):
    """What a terminal can do.

    Attributes:
        colours: Whether it has any.
        palette: More than the first eight: others it shows wrong.
        stepwise: Switch one attribute off (SGR 22 to 29); a VT100 only all of them.
        erases_in_colour: Give what it erases the background in use (terminfo's `bce`).
        scrolls: Insert and delete lines in a scrolling region.
        columns: Go to a column of the row (CHA).
        hides: Hide the cursor (private mode 25).
        alternates: Keep what was there before on a second screen (private mode 1049).
        mouse: Report the mouse (private modes 1000 and 1006), and mark what is pasted (2004).
        answers: Ignore or answer what it does not know: queries of modes (DECRQM), and the
            keyboard protocol that begins with CSI >.
        clipboard: Copy what it is sent, or at least not show it (OSC 52).
    """

    colours: bool = True
    palette: bool = True
    stepwise: bool = True
    erases_in_colour: bool = True
    scrolls: bool = True
    columns: bool = True
    hides: bool = True
    alternates: bool = True
    mouse: bool = True
    answers: bool = True
    clipboard: bool = True


XTERM = Terminal()
_SCREEN = Terminal(erases_in_colour=False, answers=False)
_LINUX = Terminal(palette=False, alternates=False, mouse=False, answers=False, clipboard=False)
_VT220 = Terminal(
    colours=False,
    columns=False,
    erases_in_colour=False,
    alternates=False,
    mouse=False,
    answers=False,
    clipboard=False,
)
_VT100 = _VT220._replace(stepwise=False, scrolls=False, hides=False)

_BY_NAME = {
    **dict.fromkeys(("xterm", "tmux", "rxvt", "alacritty", "foot", "kitty", "wezterm"), XTERM),
    **dict.fromkeys(("konsole", "gnome", "vte", "st", "contour", "ghostty", "iterm2"), XTERM),
    "screen": _SCREEN,
    "linux": _LINUX,
    "vt220": _VT220,
    "vt320": _VT220,
    "vt420": _VT220,
}


def terminal(term: str) -> Terminal:
    """Return what a terminal can do.

    Args:
        term: The value of TERM: a name, perhaps with more behind a hyphen or a point, as
            `tmux-256color` and `screen.xterm-256color`.
    """
    return _BY_NAME.get(term.replace(".", "-").partition("-")[0], _VT100)
