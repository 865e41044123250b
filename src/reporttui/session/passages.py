"""The report as passages: the opening view that the program adds, then the report's own blocks."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.analysis.wholes import wholes
from reporttui.report.facts import facts
from reporttui.report.prose import blocks
from reporttui.words import _, ngettext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

    from reporttui.analysis.wholes import Whole
    from reporttui.report.model import Report
    from reporttui.report.outline import Outline
    from reporttui.report.prose import Piece

_SHOWN_WHOLES = 3


class Bar(NamedTuple):
    """A share drawn as a bar.

    Attributes:
        share: Of the whole, 0 to 1.
        figure: The figure as printed.
        whole: Whether it is the whole itself.
    """

    share: float
    figure: str
    whole: bool


class Passage(NamedTuple):
    """What is set as one: a paragraph, a heading, a fact of the opening view, a bar.

    Attributes:
        kind: `fact`, `bar`, or a block's kind.
        level: Level of the section that begins it.
        text: All its characters.
        pieces: Where they come from; empty for what the program says itself.
        entry: Index of the section that a reader is in here.
        metric: Number of the metric that a bar leads to.
        label: Name of a fact.
        bar: The bar to draw.
    """

    kind: str
    level: int
    text: str
    pieces: tuple[Piece, ...]
    entry: int
    metric: int | None = None
    label: str = ""
    bar: Bar | None = None


def passages(report: Report, outline: Outline, printed: Callable[[int], str]) -> Iterator[Passage]:
    """Yield the whole document.

    Args:
        report: The report.
        outline: Its outline.
        printed: Gives a metric's figure as printed, by its number.
    """
    title, *rest = blocks(report, outline)
    yield Passage("title", 0, title.text, title.pieces, 0)
    yield from _facts(report, outline)
    for whole in wholes(outline)[:_SHOWN_WHOLES]:
        yield from _bars(outline, whole, printed)
    for block in rest:
        entry = len(outline) - 1 if block.kind == "closing" else block.pieces[0].entry
        yield Passage(block.kind, block.level, block.text, block.pieces, entry)


def _facts(report: Report, outline: Outline) -> Iterator[Passage]:
    for label, text in facts(report):
        yield Passage("fact", 0, text, (), 0, label=label)
    metrics = outline[0].metrics_total
    sections = len(outline) - 1
    holds = _(
        "{sections}, {metrics}",
        sections=ngettext("{n} section", "{n} sections", sections),
        metrics=ngettext("{n} metric", "{n} metrics", metrics),
    )
    yield Passage("fact", 0, holds, (), 0, label=_("Holds"))


def _bars(outline: Outline, whole: Whole, printed: Callable[[int], str]) -> Iterator[Passage]:
    # By identity: names need not be distinct.
    numbers = {id(metric): number for number, (_entry, metric) in enumerate(outline.metrics())}
    top = whole.whole[1]
    for _entry, metric in (whole.whole, *whole.parts):
        number = numbers[id(metric)]
        bar = Bar(_share(metric.value, top.value), printed(number), metric is top)
        name = metric.name if metric is top else _own_name(metric.name, top.name)
        yield Passage("bar", 0, name, (), 0, metric=number, bar=bar)


def _own_name(part: str, whole: str) -> str:
    """Return a part's name without its whole's, which stands above it."""
    return part.removeprefix(whole).lstrip("·") or part


def _share(value: Decimal | None, total: Decimal | None) -> float:
    return min(float(value / total), 1.0) if value and total else 0.0
