"""Text selected by sentences, from the one where it was begun to the one it was extended to."""

from __future__ import annotations

from typing import NamedTuple

from reporttui.session.changes import Change
from reporttui.session.document import Position
from reporttui.session.views import Views
from reporttui.text.sentences import sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.session.document import Document


class Sentence(NamedTuple):
    """A sentence, a heading or a line of the report: `text[start:end]` of a passage."""

    passage: int
    start: int
    end: int


class Selection(NamedTuple):
    """Whole sentences.

    Attributes:
        anchor: The one where it was begun.
        head: The one that moves; before the anchor, after it, or the same.
    """

    anchor: Sentence
    head: Sentence

    def span_in(self, passage: int, length: int) -> tuple[int, int]:
        """Return what of a passage of some code points is selected; empty for nothing."""
        first, last = sorted(self)
        if not first.passage <= passage <= last.passage:
            return 0, 0
        start = first.start if passage == first.passage else 0
        return start, last.end if passage == last.passage else length


def sentence_around(document: Document, position: Position) -> Sentence | None:
    """Return the sentence at a position, or the last one before it; None where none is printed."""
    found = None
    for each in sentences_of(document, position.passage):
        if found and each.start > position.offset:
            break
        found = each
    return found


def sentences_of(document: Document, passage: int) -> list[Sentence]:
    """Return the sentences of a passage; none of what the program says itself."""
    if not document.passages[passage].pieces:
        return []
    return [Sentence(passage, *span) for span in sentences(document.passages[passage].text)]


def next_sentence(document: Document, sentence: Sentence, step: int) -> Sentence | None:
    """Return the sentence behind (1) or before (-1) another; None at either end."""
    beside = sentences_of(document, sentence.passage)
    number, passage = beside.index(sentence) + step, sentence.passage
    if 0 <= number < len(beside):
        return beside[number]
    while 0 <= (passage := passage + step) < len(document.passages):
        if found := sentences_of(document, passage):
            return found[0 if step > 0 else -1]
    return None


class Selecting(Views):
    """Selects sentences.

    Attributes:
        position: Where the reader is in the text.
        selection: What is selected; None for nothing.
    """

    position: Position
    selection: Selection | None

    def read(self, position: Position) -> None:
        """Note that the reader has moved in the text."""
        raise NotImplementedError

    def begin_selection(self) -> bool:
        """Select the sentence where the reader is, and tell whether there is one."""
        found = sentence_around(self.document, self.position)
        self._select(Selection(found, found) if found else None)
        return found is not None

    def extend_selection(self, steps: int) -> None:
        """Let the selection end some sentences further down, or up, as far as there are any."""
        if self.selection is None:
            return
        anchor, head = self.selection
        for _ in range(abs(steps)):
            head = next_sentence(self.document, head, 1 if steps > 0 else -1) or head
        self._select(Selection(anchor, head))

    def end_selection(self) -> None:
        """Select nothing."""
        if self.selection is not None:
            self._select(None)

    def _select(self, selection: Selection | None) -> None:
        self.selection = selection
        if selection:
            self.read(Position(selection.head.passage, selection.head.start))
        self._tell(Change.SELECTION)

    def selected_sentences(self) -> list[Sentence]:
        """Return the sentences that are selected, in reading order."""
        return list(self._selected()) if self.selection else []

    def _selected(self) -> Iterator[Sentence]:
        assert self.selection
        sentence: Sentence | None
        sentence, last = sorted(self.selection)
        while sentence and sentence <= last:
            yield sentence
            sentence = next_sentence(self.document, sentence, 1)
