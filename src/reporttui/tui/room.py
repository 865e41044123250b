"""The reading room: three panes, a query line, and what the commands do with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from reporttui.session.reading import Change, Session
from reporttui.tui.arrangement import MINIMUM, PANES, PaneName, Rect, Sizes, arrange, too_small
from reporttui.tui.commands import COMMANDS, key_name, keys_of
from reporttui.tui.layout import PlacedScreen
from reporttui.tui.panes.base import Pane
from reporttui.tui.panes.detail import DetailPane
from reporttui.tui.panes.metrics import MetricsPane
from reporttui.tui.panes.outline import OutlinePane
from reporttui.tui.strips import line
from reporttui.tui.themes import THEMES
from reporttui.tui.widgets.bars import Footer, Header, Item, Status
from reporttui.tui.widgets.query import QueryLine
from reporttui.words import _, ngettext

if TYPE_CHECKING:
    from reporttui.session.document import Position
    from reporttui.tui.app import ReadingApp


class TooSmall(Widget):
    """What is said where there is no room to read."""

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        if y != self.size.height // 2:
            return line((), self.size.width)
        columns, rows = MINIMUM
        said = _("Too small: needs {columns} columns and {rows} rows", columns=columns, rows=rows)
        return line([(said, Style(bold=True))], self.size.width)


class Room(PlacedScreen[None], inherit_bindings=False):
    """Arranges the panes and runs commands; every rule is in the session."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(command.keys), f"run('{command.id}')", id=command.id, show=False)
        for command in COMMANDS.values()
    ]
    # Textual's own repaints the whole screen.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    if TYPE_CHECKING:

        @property
        def app(self) -> ReadingApp: ...  # type: ignore[override]

    def __init__(self, session: Session, sizes: Sizes) -> None:
        super().__init__()
        self.session = session
        self.sizes = sizes
        self.maximised_pane = False
        self._current: PaneName = "detail"
        self._origin: Position | None = None
        self._said = ""

    def compose(self) -> ComposeResult:
        """Make the panes."""
        session = self.session
        self.panes: dict[PaneName, Pane] = {
            "outline": OutlinePane(session),
            "detail": DetailPane(session),
            "metrics": MetricsPane(session),
        }
        self.query_line = QueryLine()
        self.status = Status(self._status)
        self.header = Header(self._title)
        self.footer = Footer(self._footer_items)
        yield self.header
        yield from self.panes.values()
        yield self.query_line
        yield self.status
        yield self.footer
        yield TooSmall(id="too-small")
        session.watch(self._on_change)

    def on_mount(self) -> None:
        """Begin in the text."""
        self.pane.activate(True)

    # Where everything is.

    def places(self, width: int, height: int) -> dict[str, Rect]:
        """Return where the panes and the bars stand."""
        if too_small(width, height):
            return {"too-small": Rect(0, 0, width, height)}
        shown = arrange(
            width, height, self._current, maximised=self.maximised_pane, sizes=self.sizes
        )
        half = width // 2
        bars = {
            "header": Rect(0, 0, width, 1),
            "query": Rect(0, height - 2, half, 1),
            "status": Rect(half, height - 2, width - half, 1),
            "footer": Rect(0, height - 1, width, 1),
        }
        return {**bars, **shown}

    def _title(self) -> tuple[str, str]:
        report = self.session.document.report
        return report.title, report.document_number or report.issuer

    def _footer_items(self) -> list[Item]:
        if self.focused is self.query_line:
            return [
                ("Enter", _("to the hits")),
                (_("Down"), _("to the panes")),
                ("Esc", _("take the query back")),
            ]
        keymap = self.app.keymap
        return [
            (key_name(keys_of(command, keymap)[0]), _(command.footer))
            for command in COMMANDS.values()
            if command.footer
            and keys_of(command, keymap)
            and (not command.panes or self._current in command.panes)
        ]

    def _key(self, command: str) -> str:
        return next(map(key_name, keys_of(COMMANDS[command], self.app.keymap)), "–")  # noqa: RUF001

    def _status(self) -> tuple[str, bool]:
        if self._said:
            return self._said, True
        session = self.session
        if not session.query:
            return "", False
        hits, metrics = len(session.matches.hits), len(session.matches.metrics)
        if not hits and not metrics:
            return _("nothing found"), True
        number = "" if session.hit is None else f"{session.hit + 1}/"
        found = ngettext("{n} metric", "{n} metrics", metrics)
        return _("hits {count}, {metrics}", count=f"{number}{hits}", metrics=found), False

    # What changes.

    def _on_change(self, change: Change) -> None:
        if change & (Change.QUERY | Change.HIT):
            self.status.refresh()
        if change & Change.REPORT:
            self.header.refresh()

    def say(self, text: str) -> None:
        """Say something beside the query, until the next key."""
        self._said = text
        self.status.refresh()

    async def on_event(self, event: events.Event) -> None:
        """Forget what was said when a key is pressed."""
        if isinstance(event, events.Key) and self._said:
            self.say("")
        await super().on_event(event)

    # Commands.

    def action_run(self, command: str) -> None:
        """Run a command by its id."""
        if not too_small(*self.size) or command == "quit":
            COMMANDS[command].run(self)

    @property
    def pane(self) -> Pane:
        """The pane that keys go to."""
        return self.panes[self._current]

    def show(self, name: PaneName) -> None:
        """Focus a pane, bringing it on the screen."""
        self._current = name
        shown = arrange(
            *self.size, name, maximised=self.maximised_pane, sizes=self.sizes
        ).keys()
        if any((pane in shown) != self.panes[pane].is_on_screen for pane in PANES):
            self._arrange_anew()
        self.set_focus(None)
        for each, pane in self.panes.items():
            pane.activate(each == name)
        self.footer.refresh()

    def cycle(self, step: int) -> None:
        """Focus the next or previous pane."""
        self.show(PANES[(PANES.index(self._current) + step) % len(PANES)])

    def maximise(self) -> None:
        """Give the pane the whole screen, or back."""
        self.maximised_pane = not self.maximised_pane
        self._arrange_anew()

    def _arrange_anew(self) -> None:
        # The screen keeps its arrangement until a child asks for another.
        self.footer.refresh(layout=True)

    def resize_outline(self, cells: int) -> None:
        """Make the outline wider or narrower; the size is kept."""
        width = max(18, self.panes["outline"].size.width + cells)
        self._resize(self.sizes._replace(outline_width=width))

    def resize_table(self, rows: int) -> None:
        """Make the table higher or lower; the size is kept."""
        height = max(8, self.panes["metrics"].size.height + rows)
        self._resize(self.sizes._replace(table_height=height))

    def _resize(self, sizes: Sizes) -> None:
        self.sizes = sizes
        self._arrange_anew()
        self.app.keep_sizes(sizes)

    def fold(self, folded: bool) -> None:
        """Fold or unfold in the outline."""
        outline = self.panes["outline"]
        if self._current == "outline" and isinstance(outline, OutlinePane):
            outline.fold(folded)

    def step_section(self, step: int) -> None:
        """Go to the next or previous section."""
        if not self.session.step_section(step):
            self.say(_("This is the last section") if step > 0 else _("This is the beginning"))

    def step_hit(self, step: int) -> None:
        """Go to the next or previous hit."""
        if not self.session.step_hit(step):
            self.say(_("No hits") if self.session.query else _("No query yet: {key} begins one", key=self._key("query")))
        elif self._current == "metrics":
            self.show("detail")

    def back(self) -> None:
        """Return to before the last jump."""
        if not self.session.back():
            self.say(_("Nowhere to go back to"))

    def forward(self) -> None:
        """Undo the last return."""
        if not self.session.forward():
            self.say(_("Nowhere to go forward to"))

    def activate(self) -> None:
        """Follow what is under the cursor."""
        session, detail = self.session, self.panes["detail"]
        if self._current == "outline":
            self.show("detail")
        elif self._current == "metrics":
            if session.metric is not None and session.go_to_metric(session.metric):
                self.show("detail")
        elif isinstance(detail, DetailPane):
            self._follow(detail)

    def _follow(self, detail: DetailPane) -> None:
        """Go from a bar to its sentence, or from a sentence to its metrics."""
        target = detail.passage.metric
        if target is not None:
            self.session.go_to_metric(target)
            return
        found = self.session.metrics_at(*detail.stretch)
        shown = {row.index for row in self.session.rows}
        if not found:
            self.say(_("No metric in this sentence"))
        elif found[0] not in shown:
            self.say(_("Its metric is not in the table: {key} shows all", key=self._key("escape")))
        else:
            self.session.select(found[0])
            self.show("metrics")

    # The query line.

    def open_query(self) -> None:
        """Let the reader type a query."""
        self.set_focus(self.query_line, scroll_visible=False)

    def on_descendant_focus(self) -> None:
        """Begin a query, by key or by mouse."""
        self._origin = self.session.position
        self.pane.activate(False)
        self.footer.refresh()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter everything as the reader types."""
        if self.focused is self.query_line:
            self.session.search(event.value, self._origin)

    def on_input_submitted(self) -> None:
        """Go to the hits."""
        self.show("detail" if self.session.matches.hits else "metrics")

    def on_query_line_accepted(self) -> None:
        """Go back to the pane where the query was begun."""
        self.show(self._current)

    def on_query_line_cancelled(self) -> None:
        """Clear the query and return to where it was begun."""
        self._clear_query(self._origin)
        self.show(self._current)

    def _clear_query(self, place: Position | None) -> None:
        self.session.clear_query(place)
        with self.prevent(Input.Changed):
            self.query_line.value = ""

    def step_back(self) -> None:
        """Undo one thing: the query, the maximised pane, the section scope."""
        if self.session.query:
            self._clear_query(None)
        elif self.maximised_pane:
            self.maximise()
        elif self.session.section_only:
            self.session.limit_to_section()
        else:
            self.say(_("{key} quits", key=self._key("quit")))

    # Screens and looks.

    def open_help(self) -> None:
        """Show all keys."""
        from reporttui.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.app.keymap))

    def open_palette(self) -> None:
        """Show all commands by name."""
        from reporttui.tui.screens.palette import PaletteScreen

        def run(command: str | None) -> None:
            if command:
                self.action_run(command)

        self.app.push_screen(PaletteScreen(self.app.keymap), run)

    def next_theme(self) -> None:
        """Change to the next theme."""
        names = list(THEMES)
        self.app.theme = names[(names.index(self.app.theme) + 1) % len(names)]
        self.say(_("Theme: {name}", name=self.app.theme))

    def repaint(self) -> None:
        """Paint the whole screen anew."""
        self.refresh(repaint=True, layout=True)

    def on_pane_clicked(self, event: Pane.Clicked) -> None:
        """Go to the pane; follow what was clicked twice."""
        for name, pane in self.panes.items():
            if pane is event.pane:
                self.show(name)
        if event.twice:
            self.activate()
