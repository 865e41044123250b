"""YAML: the report as it is, or the sections in view as a report of their own."""

from __future__ import annotations

from reporttui.report.outline import CLOSING
from reporttui.report.writing import dump

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.report.model import Metric, Report, Section
    from reporttui.writers.formats import Options
    from reporttui.writers.view import View


def write(view: View, _options: Options) -> bytes:
    """Return the report; a part of it has the metrics that its sections have in the file."""
    return dump(view.report if view.whole else _Part(view).report).encode()


class _Part:
    """A report with nothing but the entries in view, and what it says of itself."""

    def __init__(self, view: View) -> None:
        self._shown = view.shown
        self._names = set(_names(view))
        self._indices = iter(range(1, len(view.outline)))
        self.report = self._of(view.report)

    def _of(self, report: Report) -> Report:
        sections = self._sections(report.sections)
        if 0 in self._shown:
            return report._replace(metrics=self._metrics(report.metrics), sections=sections)
        outside = dict.fromkeys(("addressee", "opening", *CLOSING), "")
        return report._replace(metrics=(), sections=sections, **outside)  # type: ignore[arg-type]

    def _sections(self, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        found: list[Section] = []
        for section in sections:
            here = next(self._indices) in self._shown
            below = self._sections(section.sections)
            metrics = self._metrics(section.metrics)
            found += [section._replace(metrics=metrics, sections=below)] if here else below
        return tuple(found)

    def _metrics(self, metrics: tuple[Metric, ...]) -> tuple[Metric, ...]:
        """Return metrics that are no longer parts of one that is left out."""
        return tuple(
            metric if metric.part_of in self._names else metric._replace(part_of="")
            for metric in metrics
        )


def _names(view: View) -> Iterator[str]:
    for entry, metric in view.outline.metrics():
        if entry.index in view.shown:
            yield metric.name
