"""The query line. Textual's own input, for its editing, pasting and input methods."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from reporttui.text.safe import visible
from reporttui.words import _


class LineInput(Input):
    """An input of one line that takes no place from others as it grows."""

    # Textual's own lays out the whole screen at each letter.
    value: Reactive[str] = Reactive("", layout=False, init=False)
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    def __init__(self, placeholder: str, *, id: str) -> None:
        super().__init__(placeholder=placeholder, select_on_focus=True, id=id)
        self.cursor_blink = False

    def _on_paste(self, event: events.Paste) -> None:
        # What is pasted may hold escape sequences.
        event.text = visible(event.text).strip()
        super()._on_paste(event)


class QueryLine(LineInput):
    """Where the reader types what to look for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("down,tab", "accept", show=False),
    ]

    class Cancelled(Message):
        """The reader took the query back."""

    class Accepted(Message):
        """The reader is done typing."""

    def __init__(self) -> None:
        super().__init__(_("/ looks for words in outline, text and metrics"), id="query")

    def action_cancel(self) -> None:
        """Tell that the query was taken back."""
        self.post_message(self.Cancelled())

    def action_accept(self) -> None:
        """Tell that the reader is done typing."""
        self.post_message(self.Accepted())
