"""What a person wants to know of a report before its text."""

from __future__ import annotations

from reporttui.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.report.model import Report

_FACTS = (
    ("issuer", N_("Issuer")),
    ("document_number", N_("Document number")),
    ("index_number", N_("Index number")),
    ("dated", N_("Dated")),
    ("published", N_("Published")),
    ("source", N_("Source")),
)


def facts(report: Report) -> Iterator[tuple[str, str]]:
    """Yield each fact that the report tells of itself: its label in the reader's language, and it.

    A time of publication has a space where ISO 8601 has a T.
    """
    for field, label in _FACTS:
        if fact := getattr(report, field):
            yield _(label), fact.replace("T", " ") if field == "published" else fact
