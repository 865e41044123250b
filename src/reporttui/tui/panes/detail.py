"""The reading pane: the whole report as one text, with a cursor on a line of it."""

from __future__ import annotations

from rich.style import Style
from textual.strip import Strip

from reporttui.session.changes import Change
from reporttui.session.document import Position
from reporttui.session.passages import Passage
from reporttui.session.reading import Session
from reporttui.session.selection import Sentence
from reporttui.text.width import cell_len, clip, fit
from reporttui.tui.glyphs import bar, glyphs
from reporttui.tui.panes.base import Part
from reporttui.tui.panes.flowing import FlowPane
from reporttui.tui.setting import BLANK, Line
from reporttui.tui.strips import PLAIN, Layer, layered, line
from reporttui.words import _

_SEEN = Change.QUERY | Change.HIT | Change.SELECTION | Change.BOOKMARKS | Change.REPORT
"""Changes that the text shows."""


class DetailPane(FlowPane):
    """Shows the text; the outline follows the line under the cursor."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, id="detail")
        self._hits: dict[int, list[tuple[int, int]]] = {}
        self._marked = session.mark
        session.watch(self._on_change)

    # What the session tells.

    def _on_change(self, change: Change) -> None:
        if change & Change.REPORT:
            self.top_position = self.session.position
            self.set_anew()
        if change & (Change.QUERY | Change.REPORT):
            self._place_hits()
        if change & Change.SELECTION and self.session.selection and self.width:
            self._follow(self.session.selection.head)
        jumped = bool(change & Change.PLACE) and self.session.jumped and self.width > 0
        if jumped:
            self._jump()
        marked = self._marked != self.session.mark
        self._marked = self.session.mark
        if jumped or marked or change & _SEEN:
            self.repaint()

    def _place_hits(self) -> None:
        self._hits = {}
        found = self.session.found
        for number in range(len(found.matches.hits)):
            (passage, start), end = found.stretch(number)
            self._hits.setdefault(passage, []).append((start, end))

    def _jump(self) -> None:
        """Bring the session's position into view: a section to the top, a mark where it is."""
        self.cursor = self.flow.line_of(self.session.position)
        if self.session.mark is None:
            self.bring_to_top(self.cursor)
        elif self.cursor not in self.shown()[: self.page - 1]:
            self.bring_to_top(self.flow.walk(self.cursor, -(self.page // 3)))

    def _follow(self, sentence: Sentence) -> None:
        """Bring a sentence into view, scrolling as little as needed."""
        passage, start, end = sentence
        self.cursor = self.flow.line_of(Position(passage, start))
        last = self.flow.line_of(Position(passage, end - 1))
        if last not in self.shown():
            self.bring_to_top(self.flow.walk(last, 1 - self.page))
        if self.cursor < self.top:
            self.bring_to_top(self.cursor)

    # Drawing.

    def heading(self) -> tuple[str, str]:
        """Return the trail to the current section and how far the text is in view."""
        last = self.shown()[-1]
        end = Position(last.passage, max(0, self.flow.line(last).end))
        at_end = self.flow.step(last, 1) is None
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

    def row(self, y: int) -> Strip:
        """Return a line of text with its margin and gutter."""
        shown = self.shown()
        if y >= len(shown) or self.flow.line(shown[y]) == BLANK:
            return self.blank()
        margin = max(0, (self.width - self.measure - 3) // 2)
        at, each = shown[y], self.flow.line(shown[y])
        marked = bool(self.session.marks.on(self.flow.position(at), each.end))
        sign = self.cursor_sign(at == self.cursor, marked=marked)
        parts: list[Part] = [(" " * margin, PLAIN), sign, *self._text(at.passage, each)]
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
        if session.selection:
            layers.append((*session.selection.span_in(index, len(passage.text)), inks.selected))
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
