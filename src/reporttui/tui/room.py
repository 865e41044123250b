"""The reading room: three panes, a query line, and what the commands do with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from reporttui.session.reading import Session
from reporttui.tui.arrangement import MINIMUM, PANES, PaneName, Rect, Sizes, arrange, too_small
from reporttui.tui.commands import COMMANDS, key_name
from reporttui.tui.layout import PlacedScreen
from reporttui.tui.panes.base import Pane
from reporttui.tui.panes.detail import DetailPane
from reporttui.tui.panes.metrics import MetricsPane
from reporttui.tui.panes.outline import OutlinePane
from reporttui.tui.strips import line
from reporttui.tui.themes import THEMES
from reporttui.tui.widgets.bars import Footer, Header, Status
from reporttui.tui.widgets.query import QueryLine
from reporttui.words import _

if TYPE_CHECKING:
    from reporttui.tui.app import ReadingApp

Keymap = Mapping[str, tuple[str, ...]]


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
        def app(self) -> ReadingApp:  # type: ignore[override]
            """The app, which keeps the sizes of panes."""

    def __init__(self, session: Session, sizes: Sizes, keymap: Keymap) -> None:
        super().__init__()
        self.session: Session = session
        self.keymap = keymap
        self.sizes = sizes
        self.zoomed = False
        self.current: PaneName = "detail"
        self.outline = OutlinePane(session)
        self.detail = DetailPane(session)
        self.metrics = MetricsPane(session)
        self.panes: dict[PaneName, Pane] = {
            "outline": self.outline,
            "detail": self.detail,
            "metrics": self.metrics,
        }
        self.query_line = QueryLine(session)
        self.status = Status(session)
        self.footer = Footer(keymap)

    def compose(self) -> ComposeResult:
        """Hang up what there is."""
        yield Header(self.session)
        yield from self.panes.values()
        yield self.query_line
        yield self.status
        yield self.footer
        yield TooSmall(id="too-small")

    def on_mount(self) -> None:
        """Begin in the text."""
        self.pane.activate(True)

    # Where everything is.

    def places(self, width: int, height: int) -> dict[str, Rect]:
        """Return where the panes and the bars stand."""
        if too_small(width, height):
            return {"too-small": Rect(0, 0, width, height)}
        half = width // 2
        return {
            "header": Rect(0, 0, width, 1),
            "query": Rect(0, height - 2, half, 1),
            "status": Rect(half, height - 2, width - half, 1),
            "footer": Rect(0, height - 1, width, 1),
            **{str(name): rect for name, rect in self._arranged(width, height).items()},
        }

    def _arranged(self, width: int, height: int) -> dict[PaneName, Rect]:
        return arrange(width, height, self.current, maximised=self.zoomed, sizes=self.sizes)

    def _arrange_anew(self) -> None:
        # The screen keeps its arrangement until a child asks for another.
        self.footer.refresh(layout=True)

    @property
    def pane(self) -> Pane:
        """The pane that keys go to."""
        return self.panes[self.current]

    def show(self, name: PaneName) -> None:
        """Go to a pane, bringing it on the screen."""
        self.current = name
        shown = self._arranged(*self.size)
        if any((each in shown) != self.panes[each].is_on_screen for each in PANES):
            self._arrange_anew()
        self.set_focus(None)
        for each, pane in self.panes.items():
            pane.activate(each == name)
        self.footer.show(name)

    def on_descendant_focus(self) -> None:
        """Let the query line alone show that it is in use."""
        self.pane.activate(False)
        self.footer.show(None)

    def on_query_line_left(self, event: QueryLine.Left) -> None:
        """Go to the hits, or back to the pane where the query was begun."""
        if event.to_hits:
            self.show("detail" if self.session.found.matches.hits else "metrics")
        else:
            self.show(self.current)

    def on_pane_clicked(self, event: Pane.Clicked) -> None:
        """Go to the pane; follow what was clicked twice."""
        self.show(next(name for name, pane in self.panes.items() if pane is event.pane))
        if event.twice:
            self.activate()

    # What is said.

    def say(self, text: str) -> None:
        """Say something beside the query, until the next key."""
        self.status.say(text)

    async def on_event(self, event: events.Event) -> None:
        """Forget what was said when a key is pressed."""
        if isinstance(event, events.Key):
            self.say("")
        await super().on_event(event)

    def _key(self, command: str) -> str:
        return next(map(key_name, self.keymap[command]), "-")

    # What the commands do.

    def action_run(self, command: str) -> None:
        """Run a command by its id."""
        if not too_small(*self.size) or command == "quit":
            COMMANDS[command].run(self)

    def cycle(self, step: int) -> None:
        """Go to the next or previous pane."""
        self.show(PANES[(PANES.index(self.current) + step) % len(PANES)])

    def maximise(self) -> None:
        """Give the pane the whole screen, or back."""
        self.zoomed = not self.zoomed
        self._arrange_anew()

    def resize_outline(self, cells: int) -> None:
        """Make the outline wider or narrower; the size is kept."""
        self._resize(self.sizes._replace(outline_width=self.outline.size.width + cells))

    def resize_table(self, rows: int) -> None:
        """Make the table higher or lower; the size is kept."""
        self._resize(self.sizes._replace(table_height=self.metrics.size.height + rows))

    def _resize(self, sizes: Sizes) -> None:
        self.sizes = sizes
        self._arrange_anew()
        self.app.keep_sizes(sizes)

    def fold(self, folded: bool) -> None:
        """Fold or unfold in the outline."""
        if self.current == "outline":
            self.outline.fold(folded)

    def step_section(self, step: int) -> None:
        """Go to the next or previous section."""
        if not self.session.step_section(step):
            self.say(_("This is the last section") if step > 0 else _("This is the beginning"))

    def step_hit(self, step: int) -> None:
        """Go to the next or previous hit."""
        if self.session.step_hit(step):
            if not self.detail.is_on_screen:
                self.show("detail")
        elif self.session.found.query:
            self.say(_("No hits"))
        else:
            self.say(_("No query yet: {key} begins one", key=self._key("query")))

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
        if self.current == "outline":
            self.show("detail")
        elif self.current == "detail":
            self._follow_line()
        elif self.session.table.selected is not None:
            self._follow_metric(self.session.table.selected)

    def _follow_metric(self, metric: int) -> None:
        """Go from a metric to its sentence."""
        if self.session.go_to_metric(metric):
            self.show("detail")
        else:
            self.say(_("The text does not hold this metric's quote"))

    def _follow_line(self) -> None:
        """Go from a bar to its sentence, or from a sentence to its metrics."""
        if self.detail.passage.metric is not None:
            self._follow_metric(self.detail.passage.metric)
            return
        found = self.session.metrics_at(*self.detail.stretch)
        shown = {row.number for row in self.session.table.rows}
        if not found:
            self.say(_("No metric in this sentence"))
        elif found[0] not in shown:
            key = self._key("escape")
            self.say(_("Its metric is not in the table: {key} shows all", key=key))
        else:
            self.session.select(found[0])
            self.show("metrics")

    def open_query(self) -> None:
        """Let the reader type a query."""
        self.set_focus(self.query_line, scroll_visible=False)

    def step_back(self) -> None:
        """Undo one thing: the query, the maximised pane, the section scope."""
        if self.session.found.query:
            self.query_line.clear_query()
        elif self.zoomed:
            self.maximise()
        elif self.session.table.section_only:
            self.session.limit_to_section()
        else:
            self.say(_("{key} quits", key=self._key("quit")))

    def open_help(self) -> None:
        """Show all keys."""
        from reporttui.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.keymap))

    def open_palette(self) -> None:
        """Show all commands by name."""
        from reporttui.tui.screens.palette import PaletteScreen

        def run(command: str | None) -> None:
            if command:
                self.action_run(command)

        self.app.push_screen(PaletteScreen(self.keymap), run)

    def next_theme(self) -> None:
        """Change to the next theme."""
        names = list(THEMES)
        self.app.theme = names[(names.index(self.app.theme) + 1) % len(names)]
        self.say(_("Theme: {name}", name=self.app.theme))

    def repaint(self) -> None:
        """Paint the whole screen anew."""
        self.refresh(repaint=True, layout=True)
