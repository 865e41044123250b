"""Whether a report's metrics agree with its text and with each other."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from reporttui.figures.places import occurrences
from reporttui.figures.quotes import agreement, said
from reporttui.report.problems import nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reporttui.figures.readings import Reading
    from reporttui.report.model import Metric
    from reporttui.report.outline import Entry, Outline

    Pointer = tuple[str | int, ...]
    Found = tuple[str, str, dict[str, object]]
    """Key of the metric, code and values."""


class Disagreement(NamedTuple):
    """A metric that the text does not bear out.

    Attributes:
        pointer: Where in the file: keys and positions from the root.
        code: Key into `words.problems.PROBLEMS`.
        values: What the sentence names.
    """

    pointer: Pointer
    code: str
    values: dict[str, object]


def disagreements(outline: Outline) -> Iterator[Disagreement]:
    """Yield what does not agree, in reading order."""
    parts = _Parts(metric for _, metric in outline.metrics())
    for entry in outline:
        above = _pointer(outline, entry)
        for index, metric in enumerate(entry.section.metrics):
            for key, code, values in (*_quote_problems(entry, metric), *parts.problems(metric)):
                yield Disagreement((*above, "metrics", index, key), code, values)


def _pointer(outline: Outline, entry: Entry) -> Pointer:
    if entry.index == 0:
        return ()
    position = int(entry.path.rpartition(".")[2]) - 1
    return (*_pointer(outline, outline[entry.parent]), "sections", position)


def _quote_problems(entry: Entry, metric: Metric) -> Iterator[Found]:
    """Yield what is wrong with a metric's quote."""
    places = occurrences(entry.fields, metric.quote)
    times, quote = len(places), metric.quote
    if times == 0:
        yield "quote", "quote-missing", {"quote": quote}
    elif times > 1 and metric.at is None:
        yield "quote", "quote-ambiguous", {"quote": quote, "times": times}
    elif metric.at is not None and not 1 <= metric.at <= times:
        yield "at", "at-beyond", {"at": metric.at, "times": times}
    meant = places[(metric.at or 1) - 1 :][:1]
    text, start, end = quote, 0, len(quote)
    if meant:
        field, start, end = meant[0]
        text = entry.fields[field]
    yield from _value_problems(text, start, end, metric)


def _value_problems(text: str, start: int, end: int, metric: Metric) -> Iterator[Found]:
    """Yield what is wrong with a metric's value, unit and bound as the quote says them."""
    found = agreement(text, start, end, metric)
    values: dict[str, object] = {"quote": metric.quote}
    if found.reading is None:
        says = ", ".join(map(_as_written, said(text, start, end)))
        yield _key(metric), "quote-no-value", values | {"value": _value(metric), "says": says}
        return
    if not found.unit:
        says = found.reading.unit
        yield "unit", "quote-other-unit", values | {"unit": metric.unit, "says": says}
    if not found.bound:
        says = found.reading.bound
        yield "bound", "quote-other-bound", values | {"bound": metric.bound, "says": says}


def _key(metric: Metric) -> str:
    return "value" if metric.value is not None else "low" if metric.low is not None else "high"


def _value(metric: Metric) -> str:
    ends = [metric.value] if metric.value is not None else [metric.low, metric.high]
    return "–".join("" if end is None else format(end, "f") for end in ends)


def _as_written(reading: Reading) -> str:
    high = "" if reading.high is None else f"–{reading.high:f}"
    return f"{reading.value:f}{high} {reading.unit}".rstrip()


class _Parts:
    """Metrics by the names that `part_of` may say."""

    def __init__(self, metrics: Iterable[Metric]) -> None:
        listed = list(metrics)
        self._by_name = {metric.name: metric for metric in listed}
        self._times = Counter(metric.name for metric in listed)
        self._circular = _circular({metric.name: metric.part_of for metric in listed})

    def problems(self, metric: Metric) -> Iterator[Found]:
        """Yield what is wrong with the whole that a metric names, if it names one."""
        if metric.part_of:
            name: dict[str, object] = {"name": metric.part_of}
            for code, values in self._problems(metric, metric.part_of):
                yield "part_of", code, name | values

    def _problems(self, metric: Metric, whole: str) -> Iterator[tuple[str, dict[str, object]]]:
        if whole == metric.name:
            yield "part-of-itself", {}
        elif whole not in self._by_name:
            yield "part-of-unknown", {"nearest": nearest(whole, list(self._by_name))}
        elif self._times[whole] > 1:
            yield "part-of-ambiguous", {"times": self._times[whole]}
        elif metric.name in self._circular:
            yield "part-of-circle", {}
        elif metric.unit != (unit := self._by_name[whole].unit):
            yield "part-of-other-unit", {"unit": metric.unit, "whole_unit": unit}


def _circular(wholes: dict[str, str]) -> set[str]:
    """Return the names that are parts of their own parts."""
    found: set[str] = set()
    walked: set[str] = set()
    for name in wholes:
        trail = []
        while name in wholes and name not in walked:
            walked.add(name)
            trail.append(name)
            name = wholes[name]
        if name in trail:
            found.update(trail[trail.index(name) :])
    return found
