"""A screen whose children stand where a function says, laid out in one pass."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import Layout, WidgetPlacement
from textual.screen import Screen, ScreenResultType

from reporttui.tui.arrangement import Rect

if TYPE_CHECKING:
    from textual.layout import ArrangeResult
    from textual.widget import Widget


class PlacedScreen(Screen[ScreenResultType], inherit_bindings=False):
    """A screen that places its children by id; what has no place is not shown."""

    AUTO_FOCUS = ""

    def places(self, width: int, height: int) -> Mapping[str, Rect]:
        """Return where each child stands on a screen of this size, by its id."""
        raise NotImplementedError

    @property
    def layout(self) -> Layout:
        """The layout, in place of those that a stylesheet can name."""
        return _Placed()


class _Placed(Layout):
    name = "placed"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        assert isinstance(parent, PlacedScreen)
        places = parent.places(size.width, size.height)
        return [
            WidgetPlacement(Region(*place), NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if (place := places.get(child.id or ""))
        ]
