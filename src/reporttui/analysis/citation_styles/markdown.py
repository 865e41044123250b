"""Markdown (CommonMark 0.31): the words as a block quote, and below it where they stand."""

from __future__ import annotations

import re

from reporttui.text.safe import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.analysis.citation import Citation

_SIGNS = re.compile(r"[\\`*_\[\]{}<>#|~&$@]|:(?=//)|(?<=www)\.|^[-+=]|(?<=\d)[.)](?=\s|$)")
"""What could begin anything but text, here or in the usual extensions.

They are links, emphasis, code, HTML, entities, headings, tables, formulas, bare addresses, and, at
the beginning of a line, rules and items of lists.
"""


def written(citation: Citation) -> str:
    """Return a block quote, where words are quoted, and a line that says whose they are."""
    quote = [f"> {plain(citation.quote)}", ""] if citation.quote else []
    return "\n".join((*quote, "— " + ", ".join(_source(citation))))


def plain(text: str) -> str:
    """Return text that Markdown takes as it stands, in one line."""
    return _SIGNS.sub(r"\\\g<0>", escaped(text).strip())


def _source(citation: Citation) -> Iterator[str]:
    report = citation.report
    if citation.author:
        yield plain(citation.author)
    yield f"《{plain(report.title)}》"
    section = f"§ {citation.section}" if citation.path else ""
    details = (report.document_number, citation.published or citation.printed_year, section)
    yield from map(plain, filter(None, details))
    if citation.url:
        yield f"<{_address(citation.url)}>"


def _address(url: str) -> str:
    """Return an address as an autolink holds it: spaces and angle brackets end it there."""
    from urllib.parse import quote

    return quote(url, safe="%/:?#[]@!$&'()*+,;=~")
