"""The sizes of panes that the reader chose, kept from one run to the next."""

from __future__ import annotations

from pathlib import Path

from reporttui.settings import state
from reporttui.settings.folders import state_dir
from reporttui.tui.arrangement import Sizes


def kept() -> Sizes:
    """Return the sizes that were kept."""
    found = state.load(_file())
    width, height = found.get("outline_width"), found.get("table_height")
    return Sizes(
        width if isinstance(width, int) else None, height if isinstance(height, int) else None
    )


def keep(sizes: Sizes) -> None:
    """Keep sizes for the next time."""
    state.save(_file(), dict(sizes._asdict()))


def _file() -> Path:
    return Path(state_dir(), "panes.json")
