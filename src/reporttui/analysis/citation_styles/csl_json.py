"""CSL-JSON 1.0: a list of one item, for Zotero, Pandoc and every processor of citations."""

from __future__ import annotations

from json import dumps

from reporttui.text.safe import is_safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reporttui.analysis.citation import Citation


def written(citation: Citation) -> str:
    """Return an item, with a field a line; what is not known has no field."""
    fields = [f"  {_json(name)}: {_json(value)}" for name, value in _fields(citation)]
    return "\n".join(("[{", ",\n".join(fields), "}]"))


def _json(value: object) -> str:
    text = dumps(value, ensure_ascii=False)
    return "".join(char if is_safe(char) else dumps(char)[1:-1] for char in text)


def _fields(citation: Citation) -> Iterator[tuple[str, Any]]:
    report = citation.report
    author = citation.author
    known = {
        "id": citation.key,
        "type": "report",
        "language": "zh-CN",
        "title": report.title,
        "author": author and [{"literal": author}],
        "publisher": author,
        "number": report.document_number,
        "issued": _issued(citation),
        "accessed": citation.is_online and _date(citation.cited),
        "URL": citation.url,
        "section": citation.section,
        "note": citation.quote,
    }
    yield from ((name, value) for name, value in known.items() if value)


def _issued(citation: Citation) -> dict[str, object]:
    if year := citation.estimated_year:
        return {**_date(year), "circa": True}
    return _date(citation.published or citation.year)


def _date(day: str) -> dict[str, object]:
    """Return as much of a date as there is."""
    return {"date-parts": [[int(part) for part in day.split("-")]]} if day else {}
