"""Where each report was left, kept from one run to the next."""

from __future__ import annotations

from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.report.model import Report
    from reporttui.settings.store import Store


class Place(NamedTuple):
    """A place that is found again when the report has changed a little.

    Attributes:
        section: The path of its section.
        passages: How many passages further on, from where the section begins.
        offset: In the passage, in code points.
    """

    section: str
    passages: int
    offset: int


def are_kept(store: Store) -> bool:
    """Tell whether any report was ever read."""
    return bool(store.read("SELECT 1 FROM places LIMIT 1"))


def left_at(store: Store, report: Report) -> Place | None:
    """Return where a report was left; None where it was not read before."""
    query = "SELECT section, passages, offset FROM places WHERE report = ?"
    for section, passages, offset in store.read(query, [_key(report)]):
        if isinstance(section, str) and isinstance(passages, int) and isinstance(offset, int):
            return Place(section, passages, offset)
    return None


def leave_at(store: Store, report: Report, place: Place) -> bool:
    """Keep where a report is left, and tell whether that could be done."""
    return store.write("REPLACE INTO places VALUES (?, ?, ?, ?)", [_key(report), *place])


def _key(report: Report) -> str:
    """Return what tells a report from others, also when its file was moved or edited."""
    return f"{report.id}\n{report.title}"
