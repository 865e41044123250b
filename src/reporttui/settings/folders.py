"""Where the program keeps its files, after the XDG Base Directory Specification 0.8.

Nothing is created here. Paths are plain text: every shell command looks for a configuration, and
pathlib alone would cost it 4 ms.
"""

from __future__ import annotations

import os

_NAME = "reporttui"
_NOWHERE = "/dev/null"
"""A folder in which nothing can be, nor be made."""

_keeps = True


def keep(anything: bool) -> None:
    """Choose whether anything is kept; else none is found either, for want of a place for it."""
    global _keeps
    _keeps = anything


def keeps() -> bool:
    """Tell whether there is a place in which anything is kept."""
    return not state_dir().startswith(_NOWHERE)


def config_dir() -> str:
    """Return the folder of what the user writes: `config.toml`."""
    return _folder("XDG_CONFIG_HOME", ".config")


def state_dir() -> str:
    """Return the folder of what should survive a run: sizes, places, history."""
    return _folder("XDG_STATE_HOME", ".local/state") if _keeps else _NOWHERE


def cache_dir() -> str:
    """Return the folder of what can be made again."""
    return _folder("XDG_CACHE_HOME", ".cache") if _keeps else _NOWHERE


def _folder(variable: str, default: str) -> str:
    """Return our folder below what the variable names; relative paths are ignored (XDG)."""
    named = os.environ.get(variable, "")
    return "/".join((named.rstrip("/") if named[:1] == "/" else f"{_home()}/{default}", _NAME))


def _home() -> str:
    home = os.environ.get("HOME", "")
    return (home if home[:1] == "/" else _home_of_account()).rstrip("/")


def _home_of_account() -> str:
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_dir
    except KeyError:
        # In a container the user may have no account. No ordinary user can write below the
        # root, so that nothing is read from it and nothing is kept.
        return "/"
