"""The query line. Textual's own input, for its editing, pasting and input methods."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from reporttui.text.safe import visible
from reporttui.words import _


class QueryLine(Input):
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
        super().__init__(
            placeholder=_("/ looks for words in outline, text and metrics"),
            select_on_focus=True,
            id="query",
        )
        self.cursor_blink = False

    def action_cancel(self) -> None:
        """Tell that the query was taken back."""
        self.post_message(self.Cancelled())

    def action_accept(self) -> None:
        """Tell that the reader is done typing."""
        self.post_message(self.Accepted())

    def _on_paste(self, event: events.Paste) -> None:
        # What is pasted may hold escape sequences.
        event.text = visible(event.text).strip()
        super()._on_paste(event)
