"""What hangs in the reading room and where: three panes, a query line, the bars."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rich.style import Style
from textual.app import ComposeResult
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from reporttui.session.past import Past
from reporttui.session.reading import Session
from reporttui.settings.store import Store
from reporttui.text.width import cell_len
from reporttui.tui.arrangement import MINIMUM, PANES, PaneName, Rect, Sizes, arrange, too_small
from reporttui.tui.keys import Keymap, key_name
from reporttui.tui.layout import PlacedScreen
from reporttui.tui.panes.base import Pane
from reporttui.tui.panes.detail import DetailPane
from reporttui.tui.panes.metrics import MetricsPane
from reporttui.tui.panes.outline import OutlinePane
from reporttui.tui.strips import line
from reporttui.tui.widgets.bars import Header, Status
from reporttui.tui.widgets.footer import Footer
from reporttui.tui.widgets.query import QueryLine
from reporttui.words import _


class TooSmall(Widget):
    """What is said where there is no room to read."""

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        if y != self.size.height // 2:
            return line((), self.size.width)
        columns, rows = MINIMUM
        said = _("Too small: needs {columns} columns and {rows} rows", columns=columns, rows=rows)
        return line([(said, Style(bold=True))], self.size.width)


class Fittings(NamedTuple):
    """What the app gives the room.

    Attributes:
        keymap: The keys of every command.
        past: The queries of before.
        sizes: Of the panes, as they were left.
        keep_sizes: Keeps them.
        store: Where bookmarks are kept.
        argument: What stands for the report on a command line, as typed; empty for nothing, None
            where the reader has no shell.
    """

    keymap: Keymap
    past: Past
    sizes: Sizes
    keep_sizes: Callable[[Sizes], None]
    store: Store
    argument: str | None


class Frame(PlacedScreen[None], inherit_bindings=False):
    """Arranges the panes, and says which of them is the current one."""

    # Textual's own repaints the whole screen.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self, session: Session, fittings: Fittings) -> None:
        super().__init__()
        self.session: Session = session
        self.fittings = fittings
        self.sizes = fittings.sizes
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
        self.query_line = QueryLine(session, fittings.past)
        self.status = Status(session)
        self.footer = Footer(session, fittings.keymap, self.query_line.column)

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

    def arranged(self) -> dict[PaneName, Rect]:
        """Return the panes that are shown and where."""
        return self._arranged(*self.size)

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
        shown = self.arranged()
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

    def on_query_line_offered(self, event: QueryLine.Offered) -> None:
        """Show what the query can go on with."""
        self.footer.offer(event.words, event.chosen)
        if not event.words:
            self.say(_("Nothing completes this"))

    # What is said.

    def forget(self) -> None:
        """Take back what was said or offered at the last key."""
        self.status.say("")
        self.footer.say("")
        self.footer.offer((), 0)

    def say(self, text: str, file: str = "") -> None:
        """Say something until the next key: beside the query, or in the last row if it is long.

        Args:
            text: What is said.
            file: A path in it, of which the beginning is left out where there is no room.
        """
        short = cell_len(text) < self.status.size.width
        self.status.say(text if short else "")
        self.footer.say("" if short else text, file)

    def say_first_keys(self) -> None:
        """Say which keys to begin with."""
        commands = ("page-down", "query", "next-pane", "help", "quit")
        page, query, pane, keys, leave = map(self.key, commands)
        self.say(
            _(
                "{page} reads on, {query} finds, {pane} next pane, {keys} keys, {leave} quits",
                page=page,
                query=query,
                pane=pane,
                keys=keys,
                leave=leave,
            )
        )

    def key(self, command: str) -> str:
        """Return the key of a command as it is shown."""
        return next(map(key_name, self.fittings.keymap[command]), "-")
