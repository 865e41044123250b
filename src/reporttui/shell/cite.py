"""`reporttui cite`: a section of a report, for a reference list."""

from __future__ import annotations

from time import strftime

from reporttui.analysis.citation import citation, first_sentence, written
from reporttui.report.outline import outline
from reporttui.shell.exits import FAILED, FINE, WrongUse
from reporttui.shell.output import opened, tell
from reporttui.shell.sections import is_path, section_at
from reporttui.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporttui.report.model import Report
    from reporttui.report.outline import Entry


def run(
    report: str | None,
    path: str | None,
    style: str,
    quote: str | None,
    metric: str | None,
    url: str | None,
) -> int:
    """Cite a section, or a report as a whole; a lone argument of dotted digits is a path."""
    if path is None and report is not None and is_path(report):
        report, path = None, report
    if quote is not None and metric is not None:
        raise WrongUse(_("--quote and --metric are two ways to say the same; expected one of them"))
    found = opened(report).report
    entries = outline(found)
    entry = section_at(entries, path) if path is not None else None
    if quote is None and metric is None:
        quote = first_sentence(entry) if entry else ""
    else:
        within = [entry] if entry else entries
        standing = _standing(within, quote) if metric is None else _named(found, within, metric)
        if standing is None:
            return FAILED
        entry, quote = standing
    print(written(citation(found, strftime("%Y-%m-%d"), entry, quote or "", url or ""), style))
    return FINE


def _standing(within: Sequence[Entry], quote: str | None) -> tuple[Entry, str] | None:
    """Return the first section in which words stand, with them; else say that they do not."""
    for entry in within:
        if quote and any(quote in text for text in entry.fields.values()):
            return entry, quote
    tell(_('"{quote}" does not stand {where}', quote=quote, where=_where(within)))
    return None


def _named(report: Report, within: Sequence[Entry], name: str) -> tuple[Entry, str] | None:
    """Return where a metric of a name stands, with its words; else say that there is none."""
    from reporttui.figures.naming import with_metrics

    paths = {entry.path: entry for entry in within}
    named, _added = with_metrics(report)
    metrics = [
        (paths[entry.path], metric)
        for entry, metric in outline(named).metrics()
        if entry.path in paths
    ]
    for entry, metric in metrics:
        if metric.name == name:
            return entry, metric.quote
    tell(_no_metric(name, [metric.name for _entry, metric in metrics], _where(within)))
    return None


def _no_metric(name: str, known: list[str], where: str) -> str:
    from reporttui.report.problems import nearest

    if near := nearest(name, known):
        return _(
            'there is no metric "{name}" {where}; did you mean "{nearest}"?',
            name=name,
            where=where,
            nearest=near,
        )
    return _('there is no metric "{name}" {where}', name=name, where=where)


def _where(within: Sequence[Entry]) -> str:
    if len(within) > 1:
        return _("in the report")
    return _("in section {path}", path=within[0].path)
