"""The reading pane: the whole report as one text, set line by line as far as it is shown."""

from __future__ import annotations

from rich.style import Style
from textual.strip import Strip

from reporttui.session.document import Passage, Position
from reporttui.session.reading import Change, Session
from reporttui.text.width import cell_len, clip, fit
from reporttui.tui.glyphs import bar, glyphs
from reporttui.tui.panes.base import Pane, Part
from reporttui.tui.setting import BLANK, MEASURE, Line, label_width, set_passage
from reporttui.tui.strips import Layer, layered, line
from reporttui.words import _

At = tuple[int, int]
"""A line: a passage, and the number of a line in it."""


class DetailPane(Pane):
    """Shows the text with a cursor on a line; the outline follows that line."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="detail")
        self.session = session
        self.top: At = (0, 0)
        self.cursor: At = (0, 0)
        self._set: dict[tuple[int, int], list[Line]] = {}
        self._hits: dict[int, list[tuple[int, int]]] = {}
        self._marked = session.mark
        self._top_anchor = Position()
        self._shown_for: tuple[At, int, int] | None = None
        self._in_view: list[At] = []
        session.watch(self._on_change)

    # Lines.

    @property
    def measure(self) -> int:
        """Cells of a full line."""
        return max(2, min(MEASURE, self.width - 3))

    def _lines(self, passage: int) -> list[Line]:
        key = (passage, self.measure)
        if key not in self._set:
            self._set[key] = set_passage(self.session.document, passage, self.measure)
        return self._set[key]

    def _line(self, at: At) -> Line:
        return self._lines(at[0])[at[1]]

    def _step(self, at: At, step: int) -> At | None:
        """Return the line below (1) or above (-1), or None at either end."""
        passage, number = at[0], at[1] + step
        if 0 <= number < len(self._lines(passage)):
            return passage, number
        passage += step
        if not 0 <= passage < len(self.session.document.passages):
            return None
        return passage, 0 if step > 0 else len(self._lines(passage)) - 1

    def _walk(self, at: At, steps: int, *, text_only: bool = False) -> At:
        """Go some lines down or up, as far as there are any."""
        direction, reached = (1 if steps > 0 else -1), at
        while steps and (after := self._step(at, direction)):
            at = after
            if not (text_only and self._line(at) == BLANK):
                steps -= direction
                reached = at
        return reached

    def _shown(self) -> list[At]:
        """Return the lines in view."""
        key = (self.top, self.width, self.height)
        if self._shown_for != key:
            shown, at = [self.top], self._step(self.top, 1)
            while at and len(shown) < self.page:
                shown.append(at)
                at = self._step(at, 1)
            self._shown_for, self._in_view = key, shown
        return self._in_view

    def _line_of(self, position: Position) -> At:
        """Return the line on which a position stands."""
        lines = self._lines(position.passage)
        number = 0
        for index, each in enumerate(lines):
            if each == BLANK or each.start <= position.offset:
                number = index
        return position.passage, number

    def _position(self, at: At) -> Position:
        return Position(at[0], max(0, self._line(at).start))

    @property
    def _last_top(self) -> At:
        """The line at the top when the last line stands at the bottom."""
        last = len(self.session.document.passages) - 1
        return self._walk((last, len(self._lines(last)) - 1), 1 - self.page)

    def _bring_to_top(self, at: At) -> None:
        self.top = max((0, 0), min(at, self._last_top))

    # What the session tells.

    def _on_change(self, change: Change) -> None:
        if change & Change.REPORT:
            self._set.clear()
            self._shown_for = None
        if change & (Change.QUERY | Change.REPORT):
            self._place_hits()
        jumped = bool(change & Change.PLACE) and self.session.jumped and self.width > 0
        if jumped:
            self._jump()
        marked = self._marked != self.session.mark
        self._marked = self.session.mark
        if jumped or marked or change & (Change.QUERY | Change.HIT | Change.REPORT):
            self.repaint()

    def _place_hits(self) -> None:
        self._hits = {}
        for hit in self.session.matches.hits:
            at = self.session.document.position(hit.entry, hit.field, hit.start)
            spans = self._hits.setdefault(at.passage, [])
            spans.append((at.offset, at.offset + hit.end - hit.start))

    def _jump(self) -> None:
        """Bring the session's position into view: a section to the top, a mark where it is."""
        at = self._line_of(self.session.position)
        mark = self.session.mark
        if mark is None:
            self._bring_to_top(at)
        elif at not in self._shown()[: self.page - 1]:
            self._bring_to_top(self._walk(at, -(self.page // 3)))
        self.cursor = at

    # What the reader does.

    def move(self, rows: int) -> None:
        """Move the cursor by lines of text; the view follows at its edges."""
        at = self._walk(self.cursor, rows, text_only=True)
        if at == self.cursor and rows < 0 and self.top != (0, 0):
            self._bring_to_top((0, 0))
            self.repaint()
        self._put(at)

    def _put(self, at: At) -> None:
        before, top = self.cursor, self.top
        self.cursor = at
        if at < self.top:
            self._bring_to_top(at)
        elif at not in self._shown():
            self._bring_to_top(self._walk(at, 1 - self.page))
        if at != before:
            self.session.read(self._position(at))
        shown = self._shown()
        touched = {shown.index(each) for each in (before, at) if each in shown}
        self.repaint(touched if self.top == top else None)

    def turn(self, pages: int) -> None:
        """Turn a page, one line of it staying in view; at the end go to the last line."""
        shown = self._shown()
        top = self.top
        self._bring_to_top(self._walk(top, pages * max(1, self.page - 1)))
        if self.top == top:
            self.to_end(pages > 0)
            return
        at = self.top
        if pages > 0 and self.top == self._last_top:
            at = self._step(shown[-1], 1) or shown[-1]
        if self._line(at) == BLANK:
            at = self._walk(at, 1, text_only=True)
        self.cursor = at
        self.session.read(self._position(at))
        self.repaint()

    def to_end(self, end: bool) -> None:
        """Move to the first or last line."""
        if not end:
            self._put((0, 0))
            return
        last = len(self.session.document.passages) - 1
        self._put((last, len(self._lines(last)) - 1))

    def scroll_rows(self, rows: int) -> None:
        """Scroll by rows; the cursor stays in view."""
        self._bring_to_top(self._walk(self.top, rows))
        shown = [at for at in self._shown() if self._line(at) != BLANK]
        self.cursor = min(max(self.cursor, shown[0]), shown[-1])
        self.session.read(self._position(self.cursor))
        self.repaint()

    def click(self, y: int) -> None:
        """Put the cursor on the clicked line."""
        shown = self._shown()
        if y < len(shown) and self._line(shown[y]) != BLANK:
            self._put(shown[y])

    @property
    def stretch(self) -> tuple[Position, int]:
        """The cursor's line: where it begins, and the offset at which it ends."""
        return self._position(self.cursor), self._line(self.cursor).end

    @property
    def passage(self) -> Passage:
        """The passage under the cursor."""
        return self.session.document.passages[self.cursor[0]]

    def resized(self) -> None:
        """Set the text anew for the width; what was read stays in view."""
        self._set.clear()
        self.cursor = self._line_of(self.session.position)
        self._bring_to_top(self._line_of(self._top_anchor))
        if self.cursor not in self._shown():
            self._bring_to_top(self.cursor)

    # Drawing.

    def heading(self) -> tuple[str, str]:
        """Return the trail to the current section and how far the text is read."""
        session = self.session
        document, shown = session.document, self._shown()
        last = shown[-1]
        end = Position(last[0], max(0, self._line(last).end))
        done = 100 if self._step(last, 1) is None else int(100 * document.progress(end))
        return self._trail(), f"{done}%"

    def _trail(self) -> str:
        outline, entry = self.session.document.outline, self.session.entry
        if entry == 0:
            return _("Overview")
        above = outline.trail(entry)
        crumb = f" {glyphs().crumb} "
        full = crumb.join(each.label for each in (*above, outline[entry]))
        if cell_len(full) <= self.width - 10:
            return full
        numbers = [each.section.number or clip(each.label, 12) for each in above]
        return crumb.join((*numbers, outline[entry].label))

    def cursor_rows(self) -> range:
        """Return the cursor's row."""
        shown = self._shown()
        if self.cursor not in shown:
            return range(0)
        return range(shown.index(self.cursor), shown.index(self.cursor) + 1)

    def row(self, y: int) -> Strip:
        """Return a line of text with its margin and gutter."""
        shown = self._shown()
        if y == 0:
            self._top_anchor = self._position(self.top)
        if y >= len(shown):
            return self.blank()
        at = shown[y]
        each = self._line(at)
        if each == BLANK:
            return self.blank()
        margin = max(0, (self.width - self.measure - 3) // 2)
        parts: list[Part] = [(" " * margin, Style()), self.cursor_sign(at == self.cursor)]
        return line([*parts, *self._text(at[0], each)], self.width)

    def _text(self, index: int, each: Line) -> list[Part]:
        passage = self.session.document.passages[index]
        if passage.kind == "bar":
            return self._bar(passage)
        base = self._base(passage)
        parts = layered(passage.text, each.start, each.end, base, self._layers(index, passage))
        lead: list[Part] = [(" " * each.indent, Style())]
        if passage.kind == "fact" and each.start == 0:
            lead = [(fit(passage.label, each.indent), self.inks.muted)]
        return [*lead, *parts]

    def _base(self, passage: Passage) -> Style:
        inks = self.inks
        if passage.kind == "title" or (passage.kind == "heading" and passage.level == 1):
            return inks.heading
        return inks.title if passage.kind == "heading" else inks.text

    def _layers(self, index: int, passage: Passage) -> list[Layer]:
        inks, session = self.inks, self.session
        layers: list[Layer] = []
        offset = 0
        for piece in passage.pieces:
            if passage.kind == "paragraph" and piece.field in ("number", "title"):
                layers.append((offset, offset + len(piece.text), Style(bold=True)))
            offset += len(piece.text)
        layers += [(a, b, inks.figure) for a, b in session.document.figures(index)]
        layers += [(a, b, inks.hit) for a, b in self._hits.get(index, ())]
        mark = session.mark
        if mark and mark.position.passage == index:
            ink = inks.mark if session.hit is None else inks.current_hit
            layers.append((mark.position.offset, mark.end, ink))
        return layers

    def _bar(self, passage: Passage) -> list[Part]:
        """Draw name, bar and figure of a whole or a part."""
        inks, share = self.inks, passage.bar
        assert share is not None
        names = min(36, self.measure * 2 // 5)
        figure = f" {share.figure}"
        cells = max(4, self.measure - names - 2 - cell_len(figure) - 2)
        indent = "" if share.whole else "  "
        ink = inks.title if share.whole else inks.text
        return [
            (fit(indent + passage.text, names) + "  ", ink),
            (bar(share.share, cells), inks.accent),
            (figure, ink),
        ]
