"""The reading room with Textual's own output in place of the painter's, to compare with."""

from __future__ import annotations

from reporttui.__main__ import main
from reporttui.tui.painting.adapter import PaintedApp


def _never(_app: PaintedApp[object]) -> bool:
    return False


if __name__ == "__main__":
    setattr(PaintedApp, "_can_paint", _never)  # noqa: B010 - private
    main()
