"""Where the reader has been: back and forward, as in a browser."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.session.document import Position


class History:
    """Positions before the last jumps, and those that were returned from."""

    def __init__(self) -> None:
        self._back: list[Position] = []
        self._forward: list[Position] = []

    def leave(self, position: Position) -> None:
        """Note a position that a jump leaves; what was ahead is forgotten."""
        self._back.append(position)
        self._forward.clear()

    def back(self, position: Position) -> Position | None:
        """Return the position before the last jump, noting this one as ahead; None without."""
        return self._travel(self._back, self._forward, position)

    def forward(self, position: Position) -> Position | None:
        """Return the position that was last returned from, noting this one; None without."""
        return self._travel(self._forward, self._back, position)

    @staticmethod
    def _travel(
        source: list[Position], target: list[Position], position: Position
    ) -> Position | None:
        if not source:
            return None
        target.append(position)
        return source.pop()
