"""Text → the terminal's clipboard (OSC 52 of xterm's control sequences), also from inside others.

tmux and GNU screen take what their own terminal is to get as a device control string. tmux does
with it what its user allows: it hands it on (`allow-passthrough`), or takes the plain sequence
itself (`set-clipboard on`). It is sent both, since it does not tell.
"""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Inside = Literal["", "tmux", "screen"]

MOST = 74_994
"""Characters of Base64 that xterm takes at most."""

_PIECE = 768
"""Bytes of a string that screen takes; what is longer, it would show."""

_BEGIN, _END = "\x1bP", "\x1b\\"


def inside(environ: Mapping[str, str]) -> Inside:
    """Return what runs between the app and the terminal, as far as the environment tells."""
    term = environ.get("TERM", "")
    if "TMUX" in environ or term.startswith("tmux"):
        return "tmux"
    return "screen" if "STY" in environ or term.startswith("screen") else ""


def copying(text: str, through: Inside) -> str:
    """Return what puts text on the clipboard; nothing where it is more than terminals take."""
    data = b64encode(text.encode()).decode()
    plain = f"\x1b]52;c;{data}\x07"
    if len(data) > MOST:
        return ""
    if through == "tmux":
        doubled = plain.replace("\x1b", "\x1b\x1b")
        return f"{_BEGIN}tmux;{doubled}{_END}{plain}"
    if through == "screen":
        step = _PIECE - len(_BEGIN + _END)
        pieces = (plain[at : at + step] for at in range(0, len(plain), step))
        return "".join(f"{_BEGIN}{piece}{_END}" for piece in pieces)
    return plain
