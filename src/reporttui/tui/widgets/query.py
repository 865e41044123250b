"""The query line. Textual's own input, for its editing, pasting and input methods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from reporttui.session.document import Position
from reporttui.session.past import Past
from reporttui.session.reading import Session
from reporttui.text.safe import visible
from reporttui.text.width import cell_len
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
        Binding("up", "older(1)", show=False, priority=True),
        Binding("down", "older(-1)", show=False, priority=True),
        Binding("tab", "complete(1)", show=False, priority=True),
        Binding("shift+tab", "complete(-1)", show=False, priority=True),
    ]

    class Left(Message):
        """The reader is done typing.

        Attributes:
            to_hits: Whether they want to go to what was found.
        """

        def __init__(self, *, to_hits: bool) -> None:
            super().__init__()
            self.to_hits = to_hits

    class Offered(Message):
        """There are words that the line can go on with.

        Attributes:
            words: All of them.
            chosen: Number of the one that stands in the line.
        """

        def __init__(self, words: Sequence[str], chosen: int) -> None:
            super().__init__()
            self.words = words
            self.chosen = chosen

    def __init__(self, session: Session, past: Past) -> None:
        super().__init__(_("/ finds words, also by Pinyin: xzfy"), id="query")
        self.session = session
        self._past = past
        self._origin: Position | None = None
        self._offer: _Offer | None = None

    def column(self, place: int) -> int:
        """Return the cell of the line in which a character of the query is shown."""
        padding = int(self.styles.padding.left)
        return padding + cell_len(self.value[:place]) - int(self.scroll_x)

    def on_focus(self) -> None:
        """Remember where the query is begun: without hits the reader stays there."""
        self._origin = self.session.position

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter everything as the reader types."""
        event.stop()
        if self.has_focus:
            self.session.search(event.value, self._origin, typing=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the hits; with a mistake in the query, stay until that is mended."""
        event.stop()
        if self.session.found.mistake is None:
            self._leave(to_hits=True)

    def _leave(self, *, to_hits: bool) -> None:
        if self.session.found.query:
            self._past.add(self.session.found.query.source)
        self._past.leave()
        self.post_message(self.Left(to_hits=to_hits))

    def action_cancel(self) -> None:
        """Take the query back: return to where it was begun."""
        self.clear_query(self._origin)
        self._past.leave()
        self.post_message(self.Left(to_hits=False))

    def clear_query(self, place: Position | None = None) -> None:
        """Look for nothing, and return to a place if one is given."""
        with self.prevent(Input.Changed):
            self.value = ""
        self.session.clear_query(place)

    def action_older(self, step: int) -> None:
        """Put an older query in the line, or a newer one; behind the newest one are the panes."""
        if step < 0 and self._past.is_newest:
            self._leave(to_hits=False)
            return
        self._put(self._past.step(step, self.value))

    def _put(self, query: str, cursor: int | None = None) -> None:
        self.value = query
        self.cursor_position = len(query) if cursor is None else cursor

    def action_complete(self, step: int) -> None:
        """Complete what stands before the cursor; pressed again, offer the next word for it."""
        now = (self.value, self.cursor_position)
        if self._offer is None or self._offer.shown != now:
            self._offer = self._offered(step)
        if self._offer is None:
            self._have_nothing_to_offer()
            return
        offer = self._offer
        chosen = (offer.chosen + step) % len(offer.words)
        typed = offer.before + offer.words[chosen]
        shown = (typed + offer.behind, len(typed))
        # The only word is taken: what comes next is another completion.
        self._offer = offer._replace(chosen=chosen, shown=shown) if len(offer.words) > 1 else None
        self._put(*shown)
        self.post_message(self.Offered(offer.words, chosen))

    def _have_nothing_to_offer(self) -> None:
        """Say so; from an empty line go back to the panes, as Tab does elsewhere."""
        if self.value:
            self.post_message(self.Offered((), 0))
        else:
            self._leave(to_hits=False)

    def _offered(self, step: int) -> _Offer | None:
        before, behind = self.value[: self.cursor_position], self.value[self.cursor_position :]
        found = self.session.found.complete(before)
        if not found.words:
            return None
        return _Offer(found.words, -1 if step > 0 else 0, before[: found.start], behind)


class _Offer(NamedTuple):
    """Words that complete a query.

    Attributes:
        words: All of them.
        chosen: Number of the one that stands in the line.
        before: What stands before it.
        behind: What stands behind it.
        shown: The line with it, and where the cursor stands.
    """

    words: Sequence[str]
    chosen: int
    before: str
    behind: str
    shown: tuple[str, int] = ("", -1)
