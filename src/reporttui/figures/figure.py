"""What a figure is."""

from __future__ import annotations

from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal


class Figure(NamedTuple):
    """A statistical figure of a text.

    Attributes:
        start: Where it begins, in code points: at its bound word, sign or number.
        end: Where it ends: behind unit and bound, before what is counted.
        value: In full; None for a range, a vague one and a composite ratio.
        low: The lower end of a range or of what is vague.
        high: Its upper end.
        unit: Without multiplier; empty where none is printed.
        bound: As in `report.model.BOUNDS`.
        kind: As in `report.model.KINDS`.
        subject: The words of the text that say what it is of.
        period: The time that it is of, as printed; empty where none is said.
    """

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    bound: str
    kind: str = ""
    subject: str = ""
    period: str = ""
