"""Whether a report's metrics agree with its text and with each other."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from reporttui.figures.places import occurrences
from reporttui.figures.quotes import agreement, readings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.figures.quotes import Reading
    from reporttui.report.model import Metric, Report
    from reporttui.report.outline import Entry, Outline

    Pointer = tuple[str | int, ...]


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
    metrics = [metric for _, metric in outline.metrics()]
    names = Counter(metric.name for metric in metrics)
    by_name = {metric.name: metric for metric in metrics}
    for entry in outline:
        for index, metric in enumerate(entry.section.metrics):
            pointer = (*_pointer(outline, entry), "metrics", index)
            for key, code, values in _quote_problems(entry, metric):
                yield Disagreement((*pointer, key), code, values)
            for code, values in _part_problems(metric, by_name, names):
                yield Disagreement((*pointer, "part_of"), code, values)


def _pointer(outline: Outline, entry: Entry) -> Pointer:
    if entry.index == 0:
        return ()
    parent = outline[entry.parent]
    position = int(entry.path.rpartition(".")[2]) - 1
    return (*_pointer(outline, parent), "sections", position)


def _quote_problems(
    entry: Entry, metric: Metric
) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Yield key, code and values of what is wrong with a metric's quote."""
    times = len(occurrences(entry.fields, metric.quote))
    if times == 0:
        yield "quote", "quote-missing", {"quote": metric.quote}
    elif times > 1 and metric.at is None:
        yield "quote", "quote-ambiguous", {"quote": metric.quote, "times": times}
    elif metric.at is not None and not 1 <= metric.at <= times:
        yield "at", "at-beyond", {"at": metric.at, "times": times}
    found = agreement(metric.quote, metric)
    if found.reading is None:
        says = "; ".join(map(_said, readings(metric.quote)))
        values = {"quote": metric.quote, "value": _value(metric), "says": says}
        yield "value" if metric.value is not None else "low", "quote-no-value", values
        return
    if not found.unit:
        unit, says = metric.unit, found.reading.unit
        yield "unit", "quote-other-unit", {"quote": metric.quote, "unit": unit, "says": says}
    if not found.bound:
        bound, says = metric.bound, found.reading.bound
        yield "bound", "quote-other-bound", {"quote": metric.quote, "bound": bound, "says": says}


def _value(metric: Metric) -> str:
    if metric.value is not None:
        return format(metric.value, "f")
    return f"{metric.low}–{metric.high}"  # noqa: RUF001 - a range is written with an en dash


def _said(reading: Reading) -> str:
    high = f"–{reading.high:f}" if reading.high is not None else ""  # noqa: RUF001
    return f"{reading.value:f}{high} {reading.unit}".strip()


def _part_problems(
    metric: Metric, by_name: dict[str, Metric], names: Counter[str]
) -> Iterator[tuple[str, dict[str, object]]]:
    whole = metric.part_of
    if not whole:
        return
    if whole == metric.name:
        yield "part-of-itself", {"name": whole}
    elif whole not in by_name:
        from difflib import get_close_matches

        nearest = next(iter(get_close_matches(whole, by_name, 1, 0.4)), "")
        yield "part-of-unknown", {"name": whole, "nearest": nearest}
    elif names[whole] > 1:
        yield "part-of-ambiguous", {"name": whole, "times": names[whole]}
    elif _in_circle(metric, by_name):
        yield "part-of-circle", {"name": whole}
    elif by_name[whole].unit != metric.unit:
        units = {"unit": metric.unit, "whole_unit": by_name[whole].unit}
        yield "part-of-other-unit", {"name": whole, **units}


def _in_circle(metric: Metric, by_name: dict[str, Metric]) -> bool:
    seen = {metric.name}
    above = by_name.get(metric.part_of)
    while above:
        if above.name in seen:
            return above.name == metric.name
        seen.add(above.name)
        above = by_name.get(above.part_of)
    return False
