"""Bytes → a file, as a whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def save(path: str, data: bytes, *, replace: bool) -> None:
    """Write a file beside its place and then rename it, so that no half of it is ever there.

    What is no ordinary file, such as a pipe or a device, is written into.

    Args:
        path: Where it is wanted.
        data: All of it.
        replace: Whether one that is there already may go.

    Raises:
        FileExistsError: One is there, and may not go.
        OSError: It cannot be written; what was there still is.
    """
    target = Path(os.path.realpath(path))  # What a link leads to is replaced, and not the link.
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    if target.exists() and not replace:
        raise FileExistsError(path)
    beside = target.with_name(f".reporttui.{os.getpid()}")
    try:
        _write(beside, data)
        if target.exists():
            beside.chmod(target.stat().st_mode)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        # Without it, the rename can reach the disk before the bytes do.
        os.fsync(stream.fileno())
