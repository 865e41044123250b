"""What a reader takes away from the panes: citations and words, by the terminal's clipboard."""

from __future__ import annotations

from shlex import quote
from time import strftime
from typing import TYPE_CHECKING

from reporttui.session import taking
from reporttui.session.bookmarks import refusal
from reporttui.settings.store import MemoryStore
from reporttui.text.safe import escaped
from reporttui.text.width import cell_len, clip
from reporttui.tui.frame import Frame
from reporttui.tui.painting.adapter import PaintedApp
from reporttui.words import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporttui.session.taking import Taken
    from reporttui.settings.store import Store

_OUTCOMES = {
    "made": N_("Bookmarked"),
    "removed": N_("No longer bookmarked; {key} undoes it"),
    "restored": N_("Bookmarked again"),
    "nowhere": N_("The text does not hold these words"),
}

_LEAST_SHOWN = 16
"""Cells of what was copied that are shown at least."""


def why_not_kept(store: Store) -> str:
    """Say why something could not be kept."""
    return refusal(store) or _("{file} cannot be written", file=store.path)


class Taking(Frame):
    """Selects and copies."""

    @property
    def is_selecting(self) -> bool:
        """Whether the keys that move a cursor extend a selection."""
        return self.current == "detail" and self.session.selection is not None

    def action_select(self) -> None:
        """Begin to select sentences of the text, or have none selected."""
        if self.session.selection:
            self.session.end_selection()
        elif self.session.begin_selection():
            self.show("detail")
            self._count_sentences()
        else:
            self.say(_("There is no sentence here"))

    def extend_selection(self, steps: int) -> None:
        """Let the selection end some sentences further down, or up."""
        self.session.extend_selection(steps)
        self._count_sentences()

    def _count_sentences(self) -> None:
        number = len(self.session.selected_sentences())
        self.say(ngettext("{n} sentence selected", "{n} sentences selected", number))

    def taken(self) -> Taken | None:
        """Return what is selected in the current pane, if anything is."""
        session = self.session
        if self.current == "detail":
            return taking.text(session)
        if self.current == "outline":
            return taking.section(session.document, session.entry)
        if session.table.selected is None:
            self.say(_("No metric is selected"))
            return None
        return taking.metric(session.document, session.table.selected)

    def action_copy(self, citation: bool) -> None:
        """Copy the citation of what is selected, or its words."""
        if not (taken := self.taken()):
            return
        assert isinstance(self.app, PaintedApp)
        report, today = self.session.document.report, strftime("%Y-%m-%d")
        text = taken.cited(report, today) if citation else taken.words
        if self.app.copy(text):
            sentence = _("Copied: {what} (if not: {other})")
        elif self.app.has_clipboard:
            sentence = _("Too long for the clipboard: {other}")
        else:
            sentence = _("This terminal is not known to have a clipboard: {other}")
        self.session.end_selection()
        others = [*self._commands(taken, citation), _("the mouse selects with Shift")]
        self._say_beginning(sentence, escaped(text.replace("\n", " ")), others)

    def action_bookmark(self) -> None:
        """Make or remove a bookmark on what is selected; in the text also any on the line."""
        if not (taken := self.taken()):
            return
        in_text = self.current == "detail" and not self.session.selection
        line = self.detail.stretch if in_text else None
        outcome = self.session.toggle_bookmark(taken.target(), line)
        self.session.end_selection()
        store = self.fittings.store
        if outcome == "refused":
            self.say(why_not_kept(store), str(store.path))
        elif outcome in ("made", "restored") and isinstance(store, MemoryStore):
            self.say(_("Bookmarked for this visit only: nothing is kept here"))
        else:
            self.say(_(_OUTCOMES[outcome], key=self.key("bookmark")))

    def _commands(self, taken: Taken, citation: bool) -> Iterator[str]:
        """Yield what prints the same in the shell, and then what prints all around it."""
        if self.fittings.argument is None:
            return
        command = "reporttui cite" if citation else "reporttui show"
        section = taken.entry.path if taken.entry.index else ""
        words = " ".join(filter(None, (command, self.fittings.argument, section)))
        if citation and taken.metric:
            yield f"{words} --metric {quote(taken.metric.name)}"
        elif citation and taken.at and taken.at.text == taken.quote:
            yield f"{words} --quote {quote(taken.quote)}"
        yield words

    def _say_beginning(self, sentence: str, text: str, others: Sequence[str]) -> None:
        """Say a sentence with as much of a text as fits, and the first other way that fits."""
        room = self.size.width - 2 - min(_LEAST_SHOWN, cell_len(text)) * ("{what}" in sentence)
        said = [sentence.format(what="", other=other) for other in others]
        number = next((n for n, each in enumerate(said) if cell_len(each) <= room), len(said) - 1)
        what = clip(text, self.size.width - 2 - cell_len(said[number]))
        self.say(sentence.format(what=what, other=others[number]))
