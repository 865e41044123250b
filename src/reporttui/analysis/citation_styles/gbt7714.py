"""GB/T 7714—2015, 信息与文献 参考文献著录规则 (not yet its edition of 2025).

A report is R (Annex B). One that is read on the net is R/OL and written as an electronic resource
(4.6): author, title with the report number (8.2.3), date of publication, date of citing, address;
place and publisher may be left out there (8.4.1.3, 8.4.2.3). Any other is written as a monograph
(4.1): what is not known of place and publisher is said in brackets, and so is a year that is
estimated (8.4.3.3). Where nobody is known to be responsible, 佚名 stands for the author (8.1.3).
Section and words stand in a line below: the standard has pages only, and a text has none.
"""

from __future__ import annotations

from reporttui.text.safe import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.analysis.citation import Citation

_NOBODY = "佚名"
_NO_PLACE = "[出版地不详]"
_NO_PUBLISHER = "[出版者不详]"


def written(citation: Citation) -> str:
    """Return the reference and, below it, the section with the words quoted."""
    published = _electronic(citation) if citation.is_online else _printed(citation)
    lines = [f"{citation.author or _NOBODY}. {_title(citation)}{published}", _place(citation)]
    return "\n".join(escaped(line) for line in lines if line)


def _title(citation: Citation) -> str:
    report = citation.report
    return ": ".join(filter(None, (report.title, report.document_number)))


def _electronic(citation: Citation) -> str:
    date = f"({citation.published})" if citation.published else ""
    # A stop behind the address would be taken for a part of it; none need stand at the end (7.2).
    return f"[R/OL]. {date}[{citation.cited}]. {citation.url}".rstrip()


def _printed(citation: Citation) -> str:
    publisher = citation.author or _NO_PUBLISHER
    issue = ", ".join(filter(None, (publisher, citation.printed_year)))
    return f"[R]. {_NO_PLACE}: {issue}."


def _place(citation: Citation) -> str:
    quote = f"“{citation.quote}”" if citation.quote else ""
    return ": ".join(filter(None, (citation.section, quote)))
