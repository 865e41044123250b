"""Write what is in view into a file: which part of the report, in which format, where."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.strip import Strip

from reporttui.session.exporting import PARTS, file_name, in_view
from reporttui.session.reading import Session
from reporttui.text.safe import escaped
from reporttui.text.width import fit
from reporttui.tui.glyphs import glyphs
from reporttui.tui.keys import key_name
from reporttui.tui.panes.lists import ListPane
from reporttui.tui.screens.lists import TypedScreen, bound
from reporttui.tui.strips import PLAIN, line
from reporttui.words import N_, _, ngettext
from reporttui.writers.files import save
from reporttui.writers.formats import FORMATS, MissingPackage, Options, format_of, written

if TYPE_CHECKING:
    from reporttui.session.exporting import Part
    from reporttui.writers.formats import Format

_FORMATS = tuple(FORMATS.values())
_NAMES = 10
"""Cells for the name of a format."""

_SAID = {
    "txt": N_("plain text"),
    "md": N_("Markdown"),
    "html": N_("one page for a browser, with outline and table"),
    "json": N_("for programs, with all metrics"),
    "yaml": N_("as this program reads it"),
    "csv": N_("metrics for a spreadsheet"),
    "xlsx": N_("metrics for Excel and WPS"),
    "parquet": N_("metrics for DuckDB and pandas"),
}


class ExportPane(ListPane):
    """The formats; the title says which part of the report is written."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="formats")
        self.active = True
        self._session = session
        self.part: Part = PARTS[0]

    @property
    def format(self) -> Format:
        """The format under the cursor."""
        return _FORMATS[self.cursor]

    def heading(self) -> tuple[str, str]:
        """Return what is written, and which format this is."""
        crumb = f" {glyphs().crumb} "
        return _("Write") + crumb + self._said(), f"{self.cursor + 1}/{self.count()}"

    def _said(self) -> str:
        session = self._session
        if self.part == "table":
            rows = len(session.table.rows)
            return ngettext("{n} row of the table", "{n} rows of the table", rows)
        if self.part == "report":
            return _("the whole report")
        entry = session.document.outline[session.entry]
        label = entry.label if entry.index else _("Overview")
        return _("section {path}", path=f"{entry.path} {label}")

    def count(self) -> int:
        """Return how many formats there are."""
        return len(_FORMATS)

    def item(self, index: int, current: bool) -> Strip:
        """Return a format: its name, and what it is for."""
        known, inks = _FORMATS[index], self.inks
        fill = inks.cursor if current else PLAIN
        sign, ink = self.cursor_sign(current)
        said = _(_SAID[known.name])
        parts = [(sign, ink), (fit(known.name, _NAMES), inks.title), (said, inks.muted)]
        return line([(text, ink + fill) for text, ink in parts], self.width, fill)


class ExportScreen(TypedScreen[str | None]):
    """The formats lie over the room; it answers with the file that was written, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("tab", "step_part(1)"),
        bound("shift+tab", "step_part(-1)"),
    ]

    _pane: ExportPane

    def __init__(self, session: Session) -> None:
        super().__init__(ExportPane(session), _("Type the name of a file"))
        self._session = session
        self._suggested = ""
        self._asked = ""
        self._suggest()

    def keys(self) -> list[tuple[str, str]]:
        """Return what the keys do here."""
        return [
            (key_name("enter"), _("write")),
            (key_name("tab"), _("part")),
            (f"{key_name('up')} {key_name('down')}", _("format")),
            (key_name("escape"), _("close")),
        ]

    # The name of the file follows part and format until it is typed; a typed one tells the format.

    def _suggest(self) -> None:
        name = self.line.value
        extension = self._pane.format.extensions[0]
        if name in ("", self._suggested):
            name = self._suggested = file_name(self._session, self._pane.part) + extension
        elif format_of(name) is not self._pane.format:
            name = (name.rpartition(".")[0] if format_of(name) else name) + extension
        self.line.value = name
        self.line.cursor_position = len(name)

    def find(self, typed: str) -> None:
        """Take the format that the name of the file tells."""
        self.say("")
        self._asked = ""
        if known := format_of(typed):
            self._pane.set_cursor(_FORMATS.index(known))

    def action_move(self, rows: int) -> None:
        """Take another format."""
        self._pane.move(rows)
        self._suggest()

    def action_turn(self, pages: int) -> None:
        """Take the first or last format."""
        self.action_move(pages * len(_FORMATS))

    def action_step_part(self, step: int) -> None:
        """Take another part of the report."""
        self._pane.part = PARTS[(PARTS.index(self._pane.part) + step) % len(PARTS)]
        self._pane.repaint()
        self._suggest()

    # Writing.

    def action_choose(self) -> None:
        """Write the file; one that is there already is replaced when that is asked for again."""
        if not (name := self.line.value.strip()):
            return
        path = os.path.abspath(os.path.expanduser(name))  # noqa: PTH100, PTH111
        try:
            data = written(in_view(self._session, self._pane.part), self._pane.format, Options())
            save(path, data, replace=self._asked == path)
        except MissingPackage as missing:
            install = f"pip install 'reporttui[{missing.extra}]'"
            known = self._pane.format.name
            self.say(_("{format} needs a package: {install}", format=known, install=install))
        except FileExistsError:
            self._asked = path
            key, shown = key_name("enter"), escaped(name)
            self.say(_("{path} is there already; {key} again replaces it", path=shown, key=key))
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self.say(_("{path} cannot be written: {reason}", path=escaped(name), reason=reason))
        else:
            self.dismiss(path)
