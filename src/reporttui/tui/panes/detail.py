"""The reading pane: the whole report as one text, with a cursor on a line of it."""

from __future__ import annotations

from rich.style import Style
from textual.strip import Strip

from reporttui.session.changes import Change
from reporttui.session.document import Position
from reporttui.session.passages import Passage
from reporttui.session.reading import Session
from reporttui.text.width import cell_len, clip, fit
from reporttui.tui.flow import TOP, At, Flow
from reporttui.tui.glyphs import bar, glyphs
from reporttui.tui.panes.base import Pane, Part
from reporttui.tui.setting import BLANK, MEASURE, Line
from reporttui.tui.strips import PLAIN, Layer, layered, line
from reporttui.words import _


class DetailPane(Pane):
    """Shows the text; the outline follows the line under the cursor."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="detail")
        self.session = session
        self.top = self.cursor = TOP
        self._flow = Flow(session.document, 1)
        self._top_position = Position()
        self._in_view: tuple[tuple[At, int], list[At]] | None = None
        self._hits: dict[int, list[tuple[int, int]]] = {}
        self._marked = session.mark
        session.watch(self._on_change)

    # What is in view.

    @property
    def measure(self) -> int:
        """Cells of a full line."""
        return max(2, min(MEASURE, self.width - 3))

    def _shown(self) -> list[At]:
        """Return the lines in view."""
        key = (self.top, self.page)
        if self._in_view is None or self._in_view[0] != key:
            self._in_view = (key, self._flow.from_top(*key))
        return self._in_view[1]

    def _bring_to_top(self, at: At) -> None:
        """Scroll a line to the top; the last line stays at the bottom."""
        last_top = self._flow.walk(self._flow.last, 1 - self.page)
        self.top = min(at, last_top)
        self._top_position = self._flow.position(self.top)

    def _set_anew(self) -> None:
        """Break the text anew; what was read stays in view."""
        self._flow = Flow(self.session.document, self.measure)
        self._in_view = None
        self.cursor = self._flow.line_of(self.session.position)
        self._bring_to_top(self._flow.line_of(self._top_position))
        if self.cursor not in self._shown():
            self._bring_to_top(self.cursor)

    def resized(self) -> None:
        """Break the text for the width."""
        self._set_anew()

    # What the session tells.

    def _on_change(self, change: Change) -> None:
        if change & Change.REPORT:
            self._top_position = self.session.position
            self._set_anew()
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
        found = self.session.found
        for number in range(len(found.matches.hits)):
            (passage, start), end = found.stretch(number)
            self._hits.setdefault(passage, []).append((start, end))

    def _jump(self) -> None:
        """Bring the session's position into view: a section to the top, a mark where it is."""
        self.cursor = self._flow.line_of(self.session.position)
        if self.session.mark is None:
            self._bring_to_top(self.cursor)
        elif self.cursor not in self._shown()[: self.page - 1]:
            self._bring_to_top(self._flow.walk(self.cursor, -(self.page // 3)))

    # What the reader does.

    def move(self, rows: int) -> None:
        """Move the cursor by lines of text; the view follows at its edges."""
        self._put(self._flow.walk(self.cursor, rows, over_blank=True))

    def _put(self, at: At) -> None:
        """Put the cursor on a line, scrolling as little as needed."""
        before, top = self.cursor, self.top
        self.cursor = at
        if at < self.top:
            self._bring_to_top(at)
        elif at not in self._shown():
            self._bring_to_top(self._flow.walk(at, 1 - self.page))
        if at != before:
            self.session.read(self._flow.position(at))
        shown = self._shown()
        touched = {shown.index(each) for each in (before, at) if each in shown}
        self.repaint(touched if self.top == top else None)

    def turn(self, pages: int) -> None:
        """Turn a page, one line of it staying in view; at the end go to the last line."""
        before, shown = self.top, self._shown()
        self._bring_to_top(self._flow.walk(before, pages * max(1, self.page - 1)))
        if self.top == before:
            self.to_end(pages > 0)
            return
        at = self.top
        if self._shown()[-1] == self._flow.last:
            # The last page overlaps: read on behind what was in view.
            at = self._flow.step(shown[-1], 1) or self._flow.last
        if self._flow.line(at) == BLANK:
            at = self._flow.walk(at, 1, over_blank=True)
        self._read(at)

    def to_end(self, end: bool) -> None:
        """Move to the first or last line."""
        self._put(self._flow.last if end else TOP)

    def scroll_rows(self, rows: int) -> None:
        """Scroll by rows; the cursor stays in view."""
        self._bring_to_top(self._flow.walk(self.top, rows))
        shown = [at for at in self._shown() if self._flow.line(at) != BLANK]
        self._read(min(max(self.cursor, shown[0]), shown[-1]))

    def _read(self, at: At) -> None:
        self.cursor = at
        self.session.read(self._flow.position(at))
        self.repaint()

    def click(self, y: int) -> None:
        """Put the cursor on the clicked line."""
        shown = self._shown()
        if y < len(shown) and self._flow.line(shown[y]) != BLANK:
            self._put(shown[y])

    @property
    def stretch(self) -> tuple[Position, int]:
        """The cursor's line: where it begins, and the offset at which it ends."""
        return self._flow.position(self.cursor), self._flow.line(self.cursor).end

    @property
    def passage(self) -> Passage:
        """The passage under the cursor."""
        return self.session.document.passages[self.cursor.passage]

    # Drawing.

    def heading(self) -> tuple[str, str]:
        """Return the trail to the current section and how far the text is in view."""
        last = self._shown()[-1]
        end = Position(last.passage, max(0, self._flow.line(last).end))
        at_end = self._flow.step(last, 1) is None
        done = 100 if at_end else int(100 * self.session.document.progress(end))
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
        row = shown.index(self.cursor) if self.cursor in shown else -1
        return range(row, row + 1)

    def row(self, y: int) -> Strip:
        """Return a line of text with its margin and gutter."""
        shown = self._shown()
        if y >= len(shown) or self._flow.line(shown[y]) == BLANK:
            return self.blank()
        margin = max(0, (self.width - self.measure - 3) // 2)
        parts: list[Part] = [(" " * margin, PLAIN), self.cursor_sign(shown[y] == self.cursor)]
        parts += self._text(shown[y].passage, self._flow.line(shown[y]))
        return line(parts, self.width)

    def _text(self, index: int, each: Line) -> list[Part]:
        passage = self.session.document.passages[index]
        if passage.kind == "bar":
            return self._bar(passage)
        lead: Part = (" " * each.indent, PLAIN)
        if passage.kind == "fact" and each.start == 0:
            lead = (fit(passage.label, each.indent), self.inks.muted)
        layers = self._layers(index, passage)
        return [lead, *layered(passage.text, each.start, each.end, self._base(passage), layers)]

    def _base(self, passage: Passage) -> Style:
        inks = self.inks
        if passage.kind == "title" or (passage.kind == "heading" and passage.level == 1):
            return inks.heading
        return inks.title if passage.kind == "heading" else inks.text

    def _layers(self, index: int, passage: Passage) -> list[Layer]:
        """Return what lies over a passage: heads, figures, hits, what is pointed at."""
        inks, session = self.inks, self.session
        layers: list[Layer] = []
        offset = 0
        for piece in passage.pieces:
            if passage.kind == "paragraph" and piece.field in ("number", "title"):
                layers.append((offset, offset + len(piece.text), Style(bold=True)))
            offset += len(piece.text)
        layers += [(a, b, inks.figure) for _, a, b in session.document.metrics_in(index)]
        layers += [(a, b, inks.hit) for a, b in self._hits.get(index, ())]
        mark = session.mark
        if mark and mark.position.passage == index:
            ink = inks.mark if session.found.hit is None else inks.current_hit
            layers.append((mark.position.offset, mark.end, ink))
        return layers

    def _bar(self, passage: Passage) -> list[Part]:
        """Draw name, bar and figure of a whole or a part."""
        inks, share = self.inks, passage.bar
        assert share is not None
        names = min(36, self.measure * 2 // 5)
        figure = f" {share.figure}"
        cells = max(4, self.measure - names - 4 - cell_len(figure))
        indent = "" if share.whole else "  "
        ink = inks.title if share.whole else inks.text
        full, part = bar(share.share, cells)
        return [
            (fit(indent + passage.text, names) + "  ", ink),
            # Blanks take a third of the bytes of blocks.
            (" " * full, inks.accent + Style(reverse=True)),
            (part, inks.accent),
            (figure, ink),
        ]
