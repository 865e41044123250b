"""The checks of an audit that look at one percentage alone."""

from __future__ import annotations

import re
from decimal import Decimal

from reporttui.analysis.intervals import half_of_last_place
from reporttui.analysis.said import Result, Said, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_COUNTED = 999
"""The largest whole that is looked for behind a percentage."""


def percentage(said: Said) -> Iterator[Result]:
    """Find percentages that cannot be: a share above 100 %, a fall by more than all.

    A rate above 100 % can be, where it is no share.
    """
    for figure in said.figures:
        if figure.unit != "%" or figure.value is None or figure.value <= 100:
            continue
        lead = said.text[max(0, figure.start - 12) : figure.start]
        clause = re.split("[，。；、：,;:（(]", lead)[-1]
        if re.search("占|比重|占比", clause) and not re.search(
            "相当|超额|完成|增|预算|计划|目标|任务", clause
        ):
            yield Result("percentage", "fails", f"{plain(figure)} > 100%", (figure,))
        elif figure.kind == "change" and re.search("下降|减少|降低", figure.subject[-3:]):
            yield Result("percentage", "fails", f"100% − {plain(figure)} < 0", (figure,))


def smallest_counts(said: Said) -> Iterator[Result]:
    """Say the smallest counts that a rate allows, as in the GRIM test (Brown & Heathers, 2017)."""
    for figure in said.figures:
        half = half_of_last_place(said.quote(figure), ratio=True)
        printed_fine = figure.unit == "%" and figure.kind == "ratio" and half < Decimal("0.05")
        if not printed_fine or figure.value is None or not 0 < figure.value < 100:
            continue
        if figure.bound != "exact" or not figure.subject.endswith("率"):
            continue
        if found := _smallest(figure.value, half):
            text = f"{found[0]} ÷ {found[1]} = {plain(figure)}"
            yield Result("smallest_counts", "cannot_tell", text, (figure,))


def _smallest(percent: Decimal, half: Decimal) -> tuple[int, int] | None:
    for whole in range(1, _MOST_COUNTED + 1):
        part = int((percent * whole / 100).to_integral_value())
        if abs(Decimal(part) * 100 / whole - percent) <= half:
            return part, whole
    return None
