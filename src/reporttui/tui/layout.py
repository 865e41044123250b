"""Textual's layout for the reading room: places widgets where `arrangement` says, in one pass."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import Layout, WidgetPlacement

from reporttui.tui.arrangement import Rect

if TYPE_CHECKING:
    from textual.layout import ArrangeResult
    from textual.widget import Widget


class Placed(Layout):
    """Places children by id; what has no place is not on the screen."""

    name = "placed"

    def __init__(self, places: Callable[[int, int], Mapping[str, Rect]]) -> None:
        super().__init__()
        self._places = places

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Return where each child stands."""
        parent.pre_layout(self)
        places = self._places(size.width, size.height)
        return [
            WidgetPlacement(Region(*places[child.id]), NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if child.id in places
        ]
