"""What the program keeps between runs, a small JSON file that may be lost without harm."""

from __future__ import annotations

import json
import os
from contextlib import suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VERSION = 1
"""Of the file's form. A file of a newer one belongs to a newer program: it is not touched."""


def load(path: Path) -> dict[str, object]:
    """Read what was kept.

    Returns:
        What `save` was given last; nothing where the file is missing, broken or of a newer form.
    """
    state = _read(path)
    known = _version(state) == VERSION
    return {key: state[key] for key in state if key != "version"} if known else {}


def save(path: Path, data: Mapping[str, object]) -> bool:
    """Keep `data` in place of what was kept before, for the eyes of the user only.

    The file is written beside the old one and then renamed, so that at every moment one of the
    two is there as a whole.

    Args:
        path: The file. Its folder is made where it is missing.
        data: What JSON can hold. The key "version" belongs to this module.

    Returns:
        Whether it was kept: not on a read-only place, nor over a file of a newer form.
    """
    if _version(_read(path)) > VERSION:
        return False
    text = json.dumps({**data, "version": VERSION}, indent=1)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(beside, text)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        return False
    return True


def _read(path: Path) -> dict[str, object]:
    try:
        state = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return state if isinstance(state, dict) else {}


def _version(state: Mapping[str, object]) -> int:
    version = state.get("version")
    return version if type(version) is int else 0


def _write(path: Path, text: str) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(text)
        stream.flush()
        # Without it, the rename can reach the disk before the text does.
        os.fsync(handle)
