"""Prose → its figures, and the numbers that are none with the reason.

One pass finds every number and what belongs to it (`scanning`); then neighbours share units, two
become a range, and each gets its bound (here), its subject, period and kind (`meaning`).
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from itertools import pairwise

from reporttui.figures.bounds import bound_after, bound_before
from reporttui.figures.figure import Figure
from reporttui.figures.meaning import described
from reporttui.figures.scanning import Number, Rejected, scan
from reporttui.figures.wording import LIST
from reporttui.text.folding import one_form

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

__all__ = ["Figure", "Rejected", "extract"]


_LONGEST_SENTENCE = 400
_WORDS = ("unit", "subject", "period")


def extract(text: str) -> tuple[list[Figure], list[Rejected]]:
    """Find the figures of a text.

    Args:
        text: Prose, as printed.

    Returns:
        Figures and rejected numbers, each in order. Every run of Arabic digits stands in one.
    """
    plain = one_form(text)
    numbers, rejected = scan(plain)
    figures = described(plain, _joined(plain, _sharing(plain, numbers)))
    return figures if plain == text else [
        _as_printed(text, plain, each) for each in figures
    ], rejected


def _as_printed(text: str, plain: str, figure: Figure) -> Figure:
    """Write a figure's words as they stand in the text: 噸 and 萬."""
    begin = max(0, figure.start - _LONGEST_SENTENCE)
    end = figure.end + _LONGEST_SENTENCE
    pairs = zip(plain[begin:end], text[begin:end], strict=True)
    printed = {ord(form): char for form, char in pairs if form != char}
    words = {name: getattr(figure, name).translate(printed) for name in _WORDS}
    return figure._replace(**words)


@cache
def _pattern(source: str) -> re.Pattern[str]:
    import re

    return re.compile(source)


_CHANGE = (
    "(?:[一-龥]{0,2}(?:提高|增加|增长|上升|扩大|下降|减少|降低|缩短|压缩|压减|提升|上调|下调|调整|发展"
    "|[增升降减])(?:到|至|为)了?|(?:万|亿)?(?:到|至))(?:了|约)?"
)
_RANGE = "\\s?(?:[—–~～－-]{1,2}|至|到)\\s?"


def _sharing(text: str, numbers: Sequence[Number]) -> list[Number]:
    """Give a number without unit that of the next one, where a list or a change joins them."""
    found: list[Number] = list(numbers[-1:])
    for number in reversed(numbers[:-1]):
        after = found[-1]
        gap = text[number.end : after.start] if after.start - number.end <= _LONGEST_GAP else "."
        part = number.unit == "个" and after.unit == "百分点"  # 0.2个、0.7个和1.4个百分点
        if (not number.unit or part) and after.unit and number.value.value is not None:
            listed = _pattern(LIST).fullmatch(gap) and not (number.percent or after.percent)
            if listed or _pattern(_CHANGE).fullmatch(gap):
                number = _like(number, after)
        found.append(number)
    return found[::-1]


_LONGEST_GAP = 10


def _like(number: Number, after: Number) -> Number:
    """Give a number the unit of another, and its 万 and 亿 where it has none and fits."""
    value = number.value.value
    if number.scale == 1 < after.scale and value is not None and value < after.scale:
        scaled = number.value._replace(value=value * after.scale)
        return number._replace(unit=after.unit, value=scaled, scale=after.scale)
    return number._replace(unit=after.unit)


def _joined(text: str, numbers: Sequence[Number]) -> list[Figure]:
    """Make figures, one of two numbers where they are the ends of a range."""
    figures: list[Figure] = []
    taken = False
    for number, after in pairwise([*numbers, None]):
        assert number
        if taken:
            taken = False
            continue
        low = _low(text, number, after) if after else None
        taken = low is not None
        figure = _figure(text, number, after if taken and after else number, low)
        if figures and figure.bound == "exact":
            figure = figure._replace(bound=_shared_bound(text, figures[-1], figure))
        figures.append(figure)
    return figures


def _shared_bound(text: str, before: Figure, figure: Figure) -> str:
    """Return the bound of the one before where it is for both: 分别超过8万元、4.5万元."""
    listed = _pattern(LIST).fullmatch(text, before.end, figure.start)
    return before.bound if listed and text.endswith("分别", 0, before.start) else "exact"


def _low(text: str, first: Number, last: Number) -> Decimal | None:
    """Return the lower end of a range; None where two numbers are none."""
    joint = _pattern(_RANGE).fullmatch(text, first.end, last.start)
    low, high = first.value.value, last.value.value
    if not joint or low is None or high is None or (first.sign and not last.sign):
        return None
    if first.unit not in ("", last.unit) and not (first.percent and not last.unit):
        return None
    # 3—5万 is 3万—5万; a unit between them says that each is whole: 800元—1200元.
    scaled = low * last.scale if first.scale == 1 and first.number_end == first.end else low
    return next((each for each in (scaled, low) if each < high), None)


def _figure(text: str, first: Number, last: Number, low: Decimal | None) -> Figure:
    value = first.value
    start = first.start
    before, bound = bound_before(text, start, bare=first.bare)
    after, behind = bound_after(text, last.end)
    vague = "about" if value.low is not None else "over" if value.over or last.value.over else ""
    ends = (low, last.value.value) if low is not None else (value.low, value.high)
    if first.percent and first is not last and not last.percent:
        last = last._replace(unit="%")
    return Figure(
        start=start - before,
        end=last.end + after,
        value=None if low is not None or value.value is None else value.value * (first.sign or 1),
        low=ends[0],
        high=ends[1],
        unit=last.unit or first.unit,
        bound=bound or behind or vague or "exact",
        kind=first.kind,
    )
