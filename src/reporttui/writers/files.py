"""Bytes → a file, as a whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress


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
    target = os.path.realpath(path)  # What a link leads to is replaced, and not the link.
    is_there = os.path.exists(target)
    if is_there and not os.path.isfile(target):
        with open(target, "wb") as stream:
            stream.write(data)
        return
    if is_there and not replace:
        raise FileExistsError(path)
    beside = os.path.join(os.path.dirname(target), f".reporttui.{os.getpid()}")
    try:
        _write(beside, data)
        if is_there:
            os.chmod(beside, os.stat(target).st_mode)
        if replace:
            os.replace(beside, target)
        else:
            _put(beside, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise


def _put(beside: str, target: str) -> None:
    """Rename a file to where none is; unlike `os.replace`, refuse if somebody was quicker."""
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:  # A file system without links.
        os.replace(beside, target)
    else:
        os.unlink(beside)


def _write(path: str, data: bytes) -> None:
    with open(path, "wb") as stream:
        stream.write(data)
        stream.flush()
        # Without it, the rename can reach the disk before the bytes do.
        os.fsync(stream.fileno())
