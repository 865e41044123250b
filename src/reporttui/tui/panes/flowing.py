"""A pane of running text: a view of its lines, and a cursor on one of them."""

from __future__ import annotations

from reporttui.session.document import Position
from reporttui.session.passages import Passage
from reporttui.session.reading import Session
from reporttui.tui.flow import TOP, At, Flow
from reporttui.tui.panes.base import Pane
from reporttui.tui.setting import BLANK, MEASURE


class FlowPane(Pane):
    """Moves through a document; the session is told where the cursor is."""

    def __init__(self, session: Session, *, id: str) -> None:
        super().__init__(id=id)
        self.session = session
        self.top = self.cursor = TOP
        self.flow = Flow(session.document, 1)
        self.top_position = Position()
        self._in_view: tuple[tuple[At, int], list[At]] | None = None

    # What is in view.

    @property
    def measure(self) -> int:
        """Cells of a full line."""
        return max(2, min(MEASURE, self.width - 3))

    def shown(self) -> list[At]:
        """Return the lines in view."""
        key = (self.top, self.page)
        if self._in_view is None or self._in_view[0] != key:
            self._in_view = (key, self.flow.from_top(*key))
        return self._in_view[1]

    def bring_to_top(self, at: At) -> None:
        """Scroll a line to the top; the last line stays at the bottom."""
        last_top = self.flow.walk(self.flow.last, 1 - self.page)
        self.top = min(at, last_top)
        self.top_position = self.flow.position(self.top)

    def set_anew(self) -> None:
        """Break the text anew; what was read stays in view."""
        self.flow = Flow(self.session.document, self.measure)
        self._in_view = None
        self.cursor = self.flow.line_of(self.session.position)
        self.bring_to_top(self.flow.line_of(self.top_position))
        if self.cursor not in self.shown():
            self.bring_to_top(self.cursor)

    def resized(self) -> None:
        """Break the text for the width."""
        self.set_anew()

    # What the reader does.

    def move(self, rows: int) -> None:
        """Move the cursor by lines of text; the view follows at its edges."""
        self._put(self.flow.walk(self.cursor, rows, over_blank=True))

    def _put(self, at: At) -> None:
        """Put the cursor on a line, scrolling as little as needed."""
        before, top = self.cursor, self.top
        self.cursor = at
        if at < self.top:
            self.bring_to_top(at)
        elif at not in self.shown():
            self.bring_to_top(self.flow.walk(at, 1 - self.page))
        if at != before:
            self.session.read(self.flow.position(at))
        shown = self.shown()
        touched = {shown.index(each) for each in (before, at) if each in shown}
        self.repaint(touched if self.top == top else None)

    def turn(self, pages: int) -> None:
        """Turn a page, one line of it staying in view; at the end go to the last line."""
        before, shown = self.top, self.shown()
        self.bring_to_top(self.flow.walk(before, pages * max(1, self.page - 1)))
        if self.top == before:
            self.to_end(pages > 0)
            return
        at = self.top
        if self.shown()[-1] == self.flow.last:
            # The last page overlaps: read on behind what was in view.
            at = self.flow.step(shown[-1], 1) or self.flow.last
        if self.flow.line(at) == BLANK:
            at = self.flow.walk(at, 1, over_blank=True)
        self._read(at)

    def to_end(self, end: bool) -> None:
        """Move to the first or last line."""
        self._put(self.flow.last if end else TOP)

    def scroll_rows(self, rows: int) -> None:
        """Scroll by rows; the cursor stays in view."""
        self.bring_to_top(self.flow.walk(self.top, rows))
        shown = [at for at in self.shown() if self.flow.line(at) != BLANK]
        self._read(min(max(self.cursor, shown[0]), shown[-1]))

    def _read(self, at: At) -> None:
        self.cursor = at
        self.session.read(self.flow.position(at))
        self.repaint()

    def click(self, y: int) -> None:
        """Put the cursor on the clicked line."""
        shown = self.shown()
        if y < len(shown) and self.flow.line(shown[y]) != BLANK:
            self._put(shown[y])

    @property
    def stretch(self) -> tuple[Position, int]:
        """The cursor's line: where it begins, and the offset at which it ends."""
        return self.flow.position(self.cursor), self.flow.line(self.cursor).end

    @property
    def passage(self) -> Passage:
        """The passage under the cursor."""
        return self.session.document.passages[self.cursor.passage]

    def cursor_rows(self) -> range:
        """Return the cursor's row."""
        shown = self.shown()
        row = shown.index(self.cursor) if self.cursor in shown else -1
        return range(row, row + 1)
