"""Plain text, a heading or paragraph to a line: what `reporttui show` prints."""

from __future__ import annotations

from reporttui.text.safe import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.writers.formats import Options
    from reporttui.writers.view import View


def write(view: View, _options: Options) -> bytes:
    """Return the text in view."""
    return "".join(escaped(block.text) + "\n" for block in view.blocks()).encode()
