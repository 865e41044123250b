"""BibTeX: a `techreport`, as the standard styles have it."""

from __future__ import annotations

from reporttui.text.safe import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.analysis.citation import Citation

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_COMMANDS = {
    **{sign: f"\\{sign}" for sign in "%#&_$"},
    "\\": r"{\textbackslash}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    # BibTeX counts braces whether a backslash stands before them or not.
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
}
_TABLE = str.maketrans(_COMMANDS)


def written(citation: Citation) -> str:
    """Return an entry, a field a line; what is not known has no field."""
    fields = [f"  {name} = {value}," for name, value in _fields(citation)]
    return "\n".join((f"@techreport{{{citation.key},", *fields, "}"))


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    report = citation.report
    texts = {
        "author": citation.author and f"{{{_tex(citation.author)}}}",  # One name, not several.
        "title": _tex(report.title),
        "institution": _tex(citation.author),
        "number": _tex(report.document_number),
        "year": citation.printed_year,
    }
    yield from _given(texts)
    if citation.published:
        yield "month", _MONTHS[int(citation.published[5:7]) - 1]
    accessed = citation.cited if citation.is_online else ""
    note = ": ".join(filter(None, (citation.section, citation.quote)))
    more = {"url": _tex(citation.url), "urldate": accessed, "language": "chinese"}
    yield from _given({**more, "note": _tex(note)})


def _given(texts: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name, text in texts.items():
        if text:
            yield name, f"{{{text}}}"


def _tex(text: str) -> str:
    """Return text that TeX sets as it stands, and in which BibTeX finds every brace closed."""
    return escaped(text).translate(_TABLE)
