"""What is written: a whole report, a section of it, or some of its metrics with their sections."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.figures.listing import in_reading_order, listed
from reporttui.figures.naming import with_figures, with_metrics
from reporttui.report.outline import outline
from reporttui.report.prose import blocks, limited

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from reporttui.figures.listing import Listed
    from reporttui.report.model import Report
    from reporttui.report.outline import Entry, Outline
    from reporttui.report.prose import Block


class View(NamedTuple):
    """A report, and what of it is in view.

    Attributes:
        report: The whole report, as it is.
        outline: Of the report with its metrics, or its figures where it has none.
        shown: Indices of the entries whose text is in view.
        metrics: Those in view, in their order there.
    """

    report: Report
    outline: Outline
    shown: Set[int]
    metrics: tuple[Listed, ...]

    @property
    def whole(self) -> bool:
        """Whether all of the text is in view."""
        return len(self.shown) == len(self.outline)

    def entries(self) -> Iterator[Entry]:
        """Yield the sections in view, without the report itself."""
        return (entry for entry in self.outline[1:] if entry.index in self.shown)

    def blocks(self) -> Iterator[Block]:
        """Yield the text in view."""
        return limited(blocks(self.report, self.outline), self.shown)


def view(report: Report, shown: range | None = None) -> View:
    """View a report, or the entries in a range of its outline, with all metrics there."""
    named, extracted = with_metrics(report)
    entries = outline(named)
    indices = frozenset(range(len(entries)) if shown is None else shown)
    found = [one for one in listed(entries, extracted) if one.entry.index in indices]
    return View(report, entries, indices, tuple(in_reading_order(found)))


def view_of_metrics(report: Report, numbers: Sequence[int], *, all_figures: bool = False) -> View:
    """View some metrics, and the text of the sections in which they stand.

    Args:
        report: The report.
        numbers: Which metrics, counted from 0 as the outline holds them, in the order wanted.
        all_figures: Whether figures that nobody has named are counted too.
    """
    named, extracted = with_figures(report) if all_figures else with_metrics(report)
    entries = outline(named)
    every = listed(entries, extracted)
    metrics = tuple(every[number] for number in numbers)
    return View(report, entries, frozenset(one.entry.index for one in metrics), metrics)
