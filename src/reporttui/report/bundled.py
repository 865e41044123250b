"""The reports that come with the program."""

from __future__ import annotations

import os

DEFAULT = "licheng-2024"
"""The report that is opened when none is named."""

_PACKAGE = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - pathlib costs start-up


def content_dir() -> str:
    """Return the folder of bundled reports: in the package, or in a checkout its `content/`."""
    installed = os.path.join(_PACKAGE, "content")  # noqa: PTH118
    if os.path.isdir(installed):  # noqa: PTH112
        return installed
    return os.path.normpath(os.path.join(_PACKAGE, "..", "..", "content"))  # noqa: PTH118


def ids() -> list[str]:
    """Return the ids of the bundled reports, sorted."""
    names = os.listdir(content_dir())  # noqa: PTH208
    return sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml"))


def path_of(report_id: str) -> str | None:
    """Return the path of a bundled report, or None where there is none of that id."""
    if report_id not in ids():
        return None
    return os.path.join(content_dir(), f"{report_id}.yaml")  # noqa: PTH118
