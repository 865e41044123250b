"""Where the program keeps its files, after the XDG Base Directory Specification 0.8.

Nothing is created here.
"""

from __future__ import annotations

import os
from pathlib import Path

_NAME = "reporttui"


def config_dir() -> Path:
    """Return the folder of what the user writes: `config.toml`."""
    return _base("XDG_CONFIG_HOME", ".config") / _NAME


def state_dir() -> Path:
    """Return the folder of what should survive a run: sizes, places, history."""
    return _base("XDG_STATE_HOME", ".local/state") / _NAME


def cache_dir() -> Path:
    """Return the folder of what can be made again."""
    return _base("XDG_CACHE_HOME", ".cache") / _NAME


def _base(variable: str, default: str) -> Path:
    """Return what the variable names; the specification ignores relative paths."""
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else _home() / default


def _home() -> Path:
    home = Path(os.environ.get("HOME", ""))
    return home if home.is_absolute() else _home_of_account()


def _home_of_account() -> Path:
    import pwd

    try:
        return Path(pwd.getpwuid(os.getuid()).pw_dir)
    except KeyError:
        # In a container the user may have no account. No ordinary user can write below the
        # root, so that nothing is read from it and nothing is kept.
        return Path("/")
