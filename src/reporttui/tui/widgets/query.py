"""The query line. Textual's own input, for its editing, pasting and input methods."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from reporttui.session.document import Position
from reporttui.session.reading import Session
from reporttui.text.safe import visible
from reporttui.words import _


class LineInput(Input):
    """An input of one line that takes no place from others as it grows."""

    # With priority, a key is done before the next one is looked at: over SSH several come at once.
    BINDINGS: ClassVar[list[BindingType]] = [
        replace(binding, priority=True)
        for binding in Input.BINDINGS
        if isinstance(binding, Binding)
    ]

    # Textual's own lay out the whole screen at each letter.
    value: Reactive[str] = Reactive("", layout=False, init=False)
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    def __init__(self, placeholder: str, *, id: str) -> None:
        super().__init__(placeholder=placeholder, select_on_focus=True, id=id)
        self.cursor_blink = False

    def _on_paste(self, event: events.Paste) -> None:
        # What is pasted may hold escape sequences. Textual would call its own handler as well.
        event.prevent_default()
        event.text = visible(event.text).strip()
        super()._on_paste(event)


class QueryLine(LineInput):
    """Where the reader types what to look for; everything follows as they type."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "app.quit", show=False, priority=True),
        Binding("escape", "cancel", show=False, priority=True),
        Binding("down,tab", "leave", show=False, priority=True),
    ]

    class Left(Message):
        """The reader is done typing.

        Attributes:
            to_hits: Whether they want to go to what was found.
        """

        def __init__(self, *, to_hits: bool) -> None:
            super().__init__()
            self.to_hits = to_hits

    def __init__(self, session: Session) -> None:
        super().__init__(_("/ finds words in all three panes"), id="query")
        self.session = session
        self._origin: Position | None = None

    def on_focus(self) -> None:
        """Remember where the query is begun: without hits the reader stays there."""
        self._origin = self.session.position

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter everything as the reader types."""
        event.stop()
        if self.has_focus:
            self.session.search(event.value, self._origin)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the hits."""
        event.stop()
        self.post_message(self.Left(to_hits=True))

    def action_leave(self) -> None:
        """Go back to the panes."""
        self.post_message(self.Left(to_hits=False))

    def action_cancel(self) -> None:
        """Take the query back: return to where it was begun."""
        self.clear_query(self._origin)
        self.post_message(self.Left(to_hits=False))

    def clear_query(self, place: Position | None = None) -> None:
        """Look for nothing, and return to a place if one is given."""
        with self.prevent(Input.Changed):
            self.value = ""
        self.session.clear_query(place)
