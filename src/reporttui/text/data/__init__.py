"""Tables about characters, made by `scripts/`; each names its source, version and licence."""

from __future__ import annotations


def rows(name: str) -> list[str]:
    """Read a table: its lines, without the comments at its head.

    Args:
        name: Name of the file.
    """
    # Not pathlib, which costs 3 ms of start-up.
    with open(f"{__path__[0]}/{name}", encoding="utf-8") as table:  # noqa: PTH123
        return [row for row in table.read().splitlines() if not row.startswith("#")]
