"""Citations: a report, a section of it and words from it, for a reference list elsewhere.

How a citation is written is decided in `citation_styles`, a module a style.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import NamedTuple

from reporttui.text.sentences import sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.report.model import Report
    from reporttui.report.outline import Entry

STYLES = {
    "gbt7714": "gbt7714",
    "markdown": "markdown",
    "bibtex": "bibtex",
    "csl-json": "csl_json",
}
"""Style → its module in `citation_styles`."""

_PRINTED_YEAR = re.compile("[0-9]{4}(?=年)")


class Citation(NamedTuple):
    """What is cited.

    Attributes:
        report: The report.
        cited: The day on which it is cited, as ISO 8601 has it: `2026-11-25`.
        path: Of the section; empty for the report as a whole.
        label: Of the section, as the outline shows it.
        quote: Words of it; empty where none are quoted.
        url: Where the report can be read; empty where nobody has said.
    """

    report: Report
    cited: str
    path: str = ""
    label: str = ""
    quote: str = ""
    url: str = ""

    @property
    def key(self) -> str:
        """What tells it from the citations of other sections and reports."""
        return f"{self.report.id}:{self.path}" if self.path else self.report.id

    @property
    def author(self) -> str:
        """Who is responsible: the issuer, else who has signed; empty where neither is known."""
        return self.report.issuer or self.report.signed

    @property
    def is_online(self) -> bool:
        """Whether it is known to be read on the net: a page tells when it was published there."""
        return bool(self.url or self.report.published)

    @property
    def published(self) -> str:
        """The day of publication, or of writing where that is not known; empty for neither."""
        return self.report.published[:10] or self.report.dated

    @property
    def year(self) -> str:
        """The year of publication; empty where nothing says it."""
        return self.published[:4] or self._signed_year

    @property
    def estimated_year(self) -> str:
        """The earliest year in which it can have come out: behind the one that it reports on."""
        year = self.report.year
        return "" if self.year or year is None else str(year + 1)

    @property
    def printed_year(self) -> str:
        """The year of publication, in brackets where it is estimated."""
        estimated = self.estimated_year
        return f"[{estimated}]" if estimated else self.year

    @property
    def section(self) -> str:
        """Path and label of the section; empty for the report as a whole."""
        return f"{self.path} {self.label}".strip()

    @property
    def _signed_year(self) -> str:
        printed = _PRINTED_YEAR.search(self.report.signed_date)
        return printed[0] if printed else ""


def citation(
    report: Report, cited: str, entry: Entry | None = None, quote: str = "", url: str = ""
) -> Citation:
    """Cite a report or a section.

    Args:
        report: The report.
        cited: The day on which it is cited, as ISO 8601 has it.
        entry: The section; None for the report as a whole.
        quote: Words of it.
        url: Where the report can be read.
    """
    if entry is None:
        return Citation(report, cited, quote=quote, url=url)
    return Citation(report, cited, entry.path, entry.label, quote, url)


def first_sentence(entry: Entry) -> str:
    """Return the first sentence of a section's own text; empty where it has none."""
    text = entry.section.text
    start, end = next(sentences(text), (0, 0))
    return text[start:end]


def written(citation: Citation, style: str) -> str:
    """Write a citation.

    Args:
        citation: What is cited.
        style: One of `STYLES`.

    Returns:
        Lines, without a newline behind the last one. No report can make them mean anything else,
        and all is safe to show.
    """
    module = import_module(f"reporttui.analysis.citation_styles.{STYLES[style]}")
    return str(module.written(citation))
