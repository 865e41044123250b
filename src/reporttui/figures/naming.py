"""Figures as metrics: a report without names for its figures is given them, from its own words."""

from __future__ import annotations

from reporttui.figures.places import occurrences, place
from reporttui.report.model import Metric
from reporttui.report.outline import names_any, outline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.figures.figure import Figure
    from reporttui.report.model import Report, Section
    from reporttui.report.outline import Entry

_CLAUSE_ENDS = "，,。；;：:、（()）\n！？!?"
_READ = ("title", "opening", "text")
"""The fields of a section that are prose."""


def with_figures(report: Report) -> tuple[Report, frozenset[Metric]]:
    """Add to a report's metrics every other figure of its prose.

    Returns:
        The report with them, in reading order among its own, and those that were added.
    """
    added: set[Metric] = set()
    entries = iter(outline(report))

    def metrics() -> tuple[Metric, ...]:
        entry = next(entries)
        new = _new(entry)
        added.update(metric for _, metric in new)
        own = [(_start(entry, metric), metric) for metric in entry.section.metrics]
        return tuple(metric for _, metric in sorted([*own, *new], key=lambda each: each[0]))

    def filled(section: Section) -> Section:
        found = metrics()
        return section._replace(metrics=found, sections=tuple(map(filled, section.sections)))

    front = metrics()
    sections = tuple(map(filled, report.sections))
    return report._replace(metrics=front, sections=sections), frozenset(added)


def with_metrics(report: Report) -> tuple[Report, frozenset[Metric]]:
    """Give a report its figures as metrics where nobody has named any; see `with_figures`."""
    return (report, frozenset()) if names_any(report) else with_figures(report)


def _start(entry: Entry, metric: Metric) -> tuple[int, int]:
    found = place(entry, metric)
    return (list(entry.fields).index(found.figure.field), found.figure.start) if found else (0, 0)


def _new(entry: Entry) -> list[tuple[tuple[int, int], Metric]]:
    """Return the figures of a section that none of its metrics names, and where they begin."""
    from reporttui.figures.extraction import extract

    places = [place(entry, metric) for metric in entry.section.metrics]
    named = {(each.figure.field, each.figure.start) for each in places if each}
    found = []
    for number, (field, text) in enumerate(entry.fields.items()):
        if field not in _READ or (entry.index == 0 and field == "title"):
            continue
        figures, _ = extract(text)
        taken = [start for where, start in named if where == field]
        for before, figure in zip([None, *figures], figures, strict=False):
            if any(figure.start <= start < figure.end for start in taken):
                continue
            found.append(((number, figure.start), _metric(entry, field, before, figure)))
    return found


def _metric(entry: Entry, field: str, before: Figure | None, figure: Figure) -> Metric:
    text = entry.fields[field]
    # The words of the clause that lead to it, without the figure before it.
    least = max(before.end if before else 0, figure.start - 30)
    start = max(least, *(text.rfind(sign, least, figure.start) + 1 for sign in _CLAUSE_ENDS))
    quote = text[start : figure.end].lstrip()
    start = figure.end - len(quote)
    spans = occurrences(entry.fields, quote)
    at = next(n for n, span in enumerate(spans, 1) if (span.field, span.start) == (field, start))
    return Metric(
        name=figure.subject or text[figure.start : figure.end],
        value=figure.value,
        low=figure.low,
        high=figure.high,
        bound=figure.bound,  # type: ignore[arg-type]
        unit=figure.unit,
        kind=figure.kind,  # type: ignore[arg-type]
        period=figure.period,
        quote=quote,
        at=at if len(spans) > 1 else None,
    )
