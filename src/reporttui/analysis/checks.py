"""The checks of an audit, each over the figures of one sentence."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from reporttui.analysis.intervals import Interval, half_of_last_place, total
from reporttui.analysis.rates import percentage, smallest_counts
from reporttui.analysis.said import Result, Said, plain
from reporttui.analysis.said import number as number_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reporttui.figures.figure import Figure

_FALLS = re.compile(
    "(?:下降|减少|降低|降|减|回落|缩短|压缩|压减|下跌|跌|减收|减产|下滑|递减|降幅)$"
)
_OPENS = re.compile("[（(]|其中|包括")
_STEPS = re.compile("(?:增长|增加|提高|上升|下降|减少|降低|增|减|升|降)$")
_CONVERTS = re.compile("[（(](?:折?合|相当|约合|即|按)")
_PRICES = re.compile("可比|不变价|同口径|名义|实际增长|年均|平均|累计")
_DIGITS = 4
"""Significant digits of a value that is implied; more would say more than the text does."""


def parts(said: Said) -> Iterator[Result]:
    """Compare wholes with the parts that 其中, 包括 or a bracket names behind them.

    A list need not name all parts, so that a sum below the whole says nothing; a part above its
    whole cannot be.
    """
    for number, (last, first) in enumerate(pairwise(said.figures)):
        opener = _OPENS.search(said.between(last, first))
        whole = _whole(said, number, first) if opener else None
        if not opener or not whole or _CONVERTS.match(said.text, last.end + opener.start()):
            continue
        members = _members(said, number + 1, whole, opener[0])
        if members and (result := _compared(said, whole, members)):
            yield result


def _whole(said: Said, number: int, first: Figure) -> Figure | None:
    """Return what the parts behind a figure are of: it, or the one of which it is a change."""
    for figure in reversed(said.figures[: number + 1]):
        if not _is_step(said, figure):
            fits = _counts(figure) and figure.unit == first.unit
            return figure if fits else None
    return None


def _is_step(said: Said, figure: Figure) -> bool:
    """Tell whether a figure says by how much something has changed, and not to what."""
    leads = said.text[max(0, figure.start - 1) : figure.start] in ("到", "至", "为")
    return figure.kind == "change" or (not leads and bool(_STEPS.search(figure.subject)))


def _counts(figure: Figure) -> bool:
    return figure.kind in ("count", "amount") and figure.value is not None and figure.value > 0


def _members(said: Said, start: int, whole: Figure, opener: str) -> list[Figure]:
    """Return what may be the parts: of the unit of the whole, to the end of bracket or clause."""
    bracket = opener in "（("
    found: list[Figure] = []
    depth, before = int(bracket), whole.end
    for figure in said.figures[start:]:
        gap = said.text[before : figure.start]
        before = figure.end
        opened = _first_opener_left_out(gap, found)
        depth += len(re.findall("[（(]", opened)) - len(re.findall("[)）]", gap))
        if (
            depth < int(bracket)
            or (not bracket and re.search("[；;]", gap))
            or (found and "其中" in gap)
        ):
            break
        fits = figure.unit == whole.unit and _counts(figure) and not _is_step(said, figure)
        if depth == int(bracket) and fits:
            found.append(figure)
    return found


def _first_opener_left_out(gap: str, found: list[Figure]) -> str:
    return gap if found else re.sub("[（(]", "", gap, count=1)


def _compared(said: Said, whole: Figure, members: list[Figure]) -> Result | None:
    all_of_it = said.interval(whole)
    ranges = [said.interval(each) for each in members]
    if all_of_it is None or None in ranges:
        return None
    known = [each for each in ranges if each]
    first = members[0]
    if known[0].low > all_of_it.high:
        sign = f"{plain(first)} > {plain(whole)}"
        return Result("parts", "fails", sign, (whole, first))
    for size in range(len(members), 1, -1):
        if total(known[:size]).meets(all_of_it) and _exact(members[:size]):
            added = " + ".join(map(plain, members[:size]))
            return Result("parts", "holds", f"{added} = {plain(whole)}", (whole, *members[:size]))
    if len(members) < 2:
        return None
    added = " + ".join(map(plain, members))
    summed = sum((each.value or 0 for each in members), Decimal(0))
    if summed > all_of_it.high:
        return None  # More is listed than the parts.
    sign = "≈" if summed == whole.value else f"= {number_of(Decimal(summed))} ≠"
    text = f"{added} {sign} {plain(whole)}"
    return Result("parts", "cannot_tell", text, (whole, *members))


def _exact(figures: Sequence[Figure]) -> bool:
    return all(figure.bound == "exact" for figure in figures)


def share(said: Said) -> Iterator[Result]:
    """Compare shares with the counts that they come from, or say of how many a count is a share."""
    for at, (last, percent) in enumerate(pairwise(said.figures)):
        words = said.between(last, percent)
        number = at - _in_bracket(said, at) if re.search("[)）]", words) else at
        part = said.figures[max(0, number)]
        if (
            number < 0
            or percent.unit != "%"
            or not re.search("占|比重为|占比", words)
            or len(words) > 20
        ):
            continue
        limits = said.interval(percent)
        if not _counts(part) or part.bound != "exact" or percent.bound != "exact" or not limits:
            continue
        printed = said.interval(part)
        if percent.value is None or percent.value <= 0 or limits.low <= 0 or not printed:
            continue
        low, high = printed.low * 100 / limits.high, printed.high * 100 / limits.low
        yield from _of_wholes(said, number, percent, Interval(low, high))


def _in_bracket(said: Said, number: int) -> int:
    """Return how many figures up to a place stand in the bracket that closes behind it."""
    for back, figure in enumerate(reversed(said.figures[: number + 1])):
        before = said.figures[number - back - 1].end if number - back else figure.start - 20
        if re.search("[（(]", said.text[max(0, before) : figure.start]):
            return back + 1
    return 0


def _of_wholes(said: Said, number: int, percent: Figure, limits: Interval) -> Iterator[Result]:
    part = said.figures[number]
    for whole in reversed(said.figures[:number]):
        one = said.interval(whole)
        same = _counts(whole) and whole.unit == part.unit and whole.bound == "exact"
        if same and one and limits.meets(one):
            text = f"{plain(part)} ÷ {plain(whole)} = {plain(percent)}"
            yield Result("share", "holds", text, (part, percent, whole))
            return
    if part.kind != "count" or half_of_last_place(said.quote(part), ratio=False):
        return
    low = limits.low.to_integral_value(ROUND_CEILING)
    high = limits.high.to_integral_value(ROUND_FLOOR)
    if low > high:
        text = f"{plain(part)} ÷ n ≠ {plain(percent)}"
        yield Result("share", "fails", text, (part, percent))
    else:
        of = number_of(low) if low == high else f"{number_of(low)}–{number_of(high)}"
        text = f"{plain(part)} ÷ {of} = {plain(percent)}"
        yield Result("share", "cannot_tell", text, (part, percent))


def change(said: Said) -> Iterator[Result]:
    """Recompute changes: from both values where they are printed, else the value before.

    Not of money and of growth at constant prices, whose totals are at current ones.
    """
    for number, percent in enumerate(said.figures):
        if percent.kind != "change" or percent.unit != "%" or not number:
            continue
        after = said.figures[number - 1]
        words = said.between(after, percent)
        if not _counts(after) or _PRICES.search(words) or re.search("[；;]", words):
            continue
        # An index without a unit is a change already.
        if (
            after.unit in ("元", "")
            or _is_step(said, after)
            or after.bound != "exact"
            or percent.bound != "exact"
        ):
            continue
        before = said.figures[number - 2] if number > 1 else None
        subject = _STEPS.sub("", after.subject)
        if before and _leads(said, before, after):
            yield _recomputed(said, before, after, percent)
        elif subject and percent.subject.startswith(subject[:4]):
            yield from _implied(said, after, percent)


def _leads(said: Said, before: Figure, after: Figure) -> bool:
    lead = said.text[max(0, before.start - 2) : before.start]
    way = said.between(before, after)
    same = before.unit == after.unit and _counts(before)
    return same and bool(re.search("[由从]", lead) and re.search("[到至为]$", way))


def _factor(said: Said, percent: Figure) -> Interval | None:
    limits = said.interval(percent)
    if limits is None:
        return None
    sign = -1 if _FALLS.search(percent.subject) else 1
    ends = sorted((1 + sign * limits.low / 100, 1 + sign * limits.high / 100))
    return Interval(*ends)


def _recomputed(said: Said, before: Figure, after: Figure, percent: Figure) -> Result:
    old, new, factor = said.interval(before), said.interval(after), _factor(said, percent)
    figures = (before, after, percent)
    if not old or not new or not factor or old.low <= 0:
        return Result("change", "cannot_tell", "", figures)
    meets = Interval(new.low / old.high, new.high / old.low).meets(factor)
    rate = ((after.value or 0) / (before.value or 1) - 1) * 100
    text = f"({plain(after)} − {plain(before)}) ÷ {plain(before)} = {rate:.1f}%"
    return Result("change", "holds" if meets else "fails", text, figures)


def _implied(said: Said, after: Figure, percent: Figure) -> Iterator[Result]:
    factor = _factor(said, percent)
    if factor and factor.high > 0 and after.value is not None and percent.value is not None:
        falls = bool(_FALLS.search(percent.subject))
        rate = 1 - percent.value / 100 if falls else 1 + percent.value / 100
        if rate > 0:
            sign = "−" if falls else "+"
            value = (after.value / rate).to_integral_value()
            about = number_of(Decimal(format(value, f".{_DIGITS}g")))
            text = f"{plain(after)} ÷ (1 {sign} {plain(percent)}) ≈ {about}"
            yield Result("change", "cannot_tell", text, (after, percent))


CHECKS: tuple[Callable[[Said], Iterator[Result]], ...] = (
    parts,
    share,
    change,
    percentage,
    smallest_counts,
)
