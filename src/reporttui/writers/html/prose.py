"""The text as HTML: headings and paragraphs, in them sentences, in them figures."""

from __future__ import annotations

from reporttui.report.facts import facts
from reporttui.text.safe import escaped
from reporttui.text.sentences import sentences
from reporttui.writers.html.markup import REPORT_LANGUAGE, referenced, safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.report.prose import Block, Piece
    from reporttui.writers.html.links import Links, Mark
    from reporttui.writers.view import View

_DEEPEST = 6
"""Levels of headings that HTML has."""


class Prose:
    """The text of a view."""

    def __init__(self, view: View, links: Links) -> None:
        self._view = view
        self._links = links
        self._begun = {0}
        """Entries whose beginning has been written, and with it the id that leads there."""
        self._blocks = list(view.blocks())
        self._title = self._blocks.pop(0) if 0 in view.shown else None

    def front(self) -> str:
        """Return the title, and what the report says of itself."""
        report = self._view.report
        title = self._inside(self._title) if self._title else safe(report.title)
        told = "".join(
            f'<div><dt>{safe(label)}</dt><dd lang="{REPORT_LANGUAGE}">{safe(fact)}</dd></div>\n'
            for label, fact in facts(report)
        )
        return f'<h1 id="s0" lang="{REPORT_LANGUAGE}">{title}</h1>\n<dl>\n{told}</dl>'

    def text(self) -> str:
        """Return all but the title, an element to a line."""
        return "\n".join(map(self._element, self._blocks))

    def _element(self, block: Block) -> str:
        place = self._place(block.pieces[0].entry)
        inside = self._inside(block)
        if block.kind == "heading":
            tag = f"h{min(block.level + 1, _DEEPEST)}"
            return f"<{tag}{place}>{inside}</{tag}>"
        return f'<p class="{block.kind}"{place}>{inside}</p>'

    def _inside(self, block: Block) -> str:
        return "".join(map(self._piece, block.pieces))

    def _piece(self, piece: Piece) -> str:
        inside = "".join(self._sentences(piece))
        place = self._place(piece.entry)
        return f"<span{place}>{inside}</span>" if place else inside

    def _place(self, index: int) -> str:
        """Return the id of an entry where it begins, as an attribute."""
        if index in self._begun:
            return ""
        self._begun.add(index)
        return f' id="s{self._view.outline[index].path}"'

    def _sentences(self, piece: Piece) -> Iterator[str]:
        shown = escaped(piece.text)  # One character for one, so that offsets stay.
        done = 0
        for start, end in sentences(piece.text):
            first, last = piece.start + start, piece.start + end
            if marks := self._links.marks(piece.entry, piece.field, first, last):
                yield referenced(shown[done:start])
                sentence = "".join(_marked(shown[start:end], first, marks))
                yield f'<span class="sentence">{sentence}</span>'
                done = end
        yield referenced(shown[done:])


def _marked(shown: str, first: int, marks: list[Mark]) -> Iterator[str]:
    """Yield a sentence that begins at `first` in its field, with its figures as links."""
    done = 0
    for mark in marks:
        start, end = mark.start - first, min(mark.end - first, len(shown))
        yield referenced(shown[done:start])
        yield f'<a id="f{mark.row}" href="#m{mark.row}">{referenced(shown[start:end])}</a>'
        done = end
    yield referenced(shown[done:])
