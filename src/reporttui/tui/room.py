"""The reading room: what each command does with the panes. Every rule is in the session."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from reporttui.tui.arrangement import PANES, PaneName, Sizes, too_small
from reporttui.tui.commands import COMMANDS
from reporttui.tui.overlays import Overlays
from reporttui.tui.painting.adapter import PaintedApp
from reporttui.tui.panes.base import Pane
from reporttui.tui.taking import Taking
from reporttui.words import _, ngettext


class Room(Overlays, Taking):
    """Runs the commands."""

    # With priority, a key is done before the next one is looked at: over SSH several come at once.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(command.keys), command.action, id=command.id, show=False, priority=True)
        for command in COMMANDS.values()
    ]

    def on_pane_clicked(self, event: Pane.Clicked) -> None:
        """Go to the pane; follow what was clicked twice."""
        self.show(next(name for name, pane in self.panes.items() if pane is event.pane))
        if event.twice:
            self.action_activate()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Leave keys to the query line, and allow only to leave where there is no room to read."""
        if self.focused is not None:
            return False
        return action == "quit" or not too_small(*self.size)

    def action_turn(self, pages: int) -> None:
        """Turn pages in the current pane."""
        self.pane.turn(pages)

    def action_move(self, rows: int) -> None:
        """Move the cursor of the current pane, or the end of what is selected in the text."""
        if self.is_selecting:
            self.extend_selection(rows)
        else:
            self.pane.move(rows)

    def action_to_end(self, end: bool) -> None:
        """Go to the beginning or the end of the current pane."""
        self.pane.to_end(end)

    def action_show(self, name: PaneName) -> None:
        """Go to a pane."""
        self.show(name)

    def action_sort(self) -> None:
        """Sort the table by the next column."""
        self.session.sort()

    def action_reverse(self) -> None:
        """Turn the order of the table round."""
        self.session.reverse()

    def action_group(self) -> None:
        """Group the table by unit, or not."""
        self.session.group()

    def action_figures(self) -> None:
        """Have all figures in the table, or the metrics only."""
        self.session.show_all_figures()
        if self.session.all_figures:
            number = len(self.session.extracted)
            self.say(
                ngettext(
                    "~ marks {n} figure of the text that has no name of its own",
                    "~ marks {n} figures of the text that have no name of their own",
                    number,
                )
            )

    def action_scope(self) -> None:
        """Show the metrics of the section, or of the report."""
        self.session.limit_to_section()

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()

    def action_cycle(self, step: int) -> None:
        """Go to the next or previous pane."""
        self.show(PANES[(PANES.index(self.current) + step) % len(PANES)])

    def action_maximise(self) -> None:
        """Give the pane the whole screen, or back."""
        self.zoomed = not self.zoomed
        self._arrange_anew()

    def action_resize_outline(self, cells: int) -> None:
        """Make the outline wider or narrower, where it is beside another; the size is kept."""
        if {"outline"} < self.arranged().keys():
            self._resize(self.sizes._replace(outline_width=self.outline.size.width + cells))

    def action_resize_table(self, rows: int) -> None:
        """Make the table higher or lower, where it is below the text; the size is kept."""
        if {"detail", "metrics"} <= self.arranged().keys():
            self._resize(self.sizes._replace(table_height=self.metrics.size.height + rows))

    def _resize(self, sizes: Sizes) -> None:
        self.sizes = sizes
        self._arrange_anew()
        self.fittings.keep_sizes(sizes)

    def action_fold(self, folded: bool) -> None:
        """Fold or unfold in the outline."""
        if self.current == "outline":
            self.outline.fold(folded)

    def action_step_section(self, step: int) -> None:
        """Go to the next or previous section."""
        if not self.session.step_section(step):
            self.say(_("This is the last section") if step > 0 else _("This is the beginning"))

    def action_step_hit(self, step: int) -> None:
        """Go to the next or previous hit, or place of the name that was followed last."""
        if self.walk and self.walk.goes_on:
            self.step_place(self.walk, step)
        elif self.session.step_hit(step):
            if not self.detail.is_on_screen:
                self.show("detail")
        else:
            self.say_no_hits()

    def action_go_back(self) -> None:
        """Return to before the last jump."""
        if not self.session.back():
            self.say(_("Nowhere to go back to"))

    def action_go_forward(self) -> None:
        """Undo the last return."""
        if not self.session.forward():
            self.say(_("Nowhere to go forward to"))

    def action_activate(self) -> None:
        """Follow what is under the cursor."""
        if self.current == "outline":
            self.show("detail")
        elif self.current == "detail" and self.walk and self.walk.goes_on:
            self.step_place(self.walk)
        elif self.current == "detail":
            self._follow_line()
        elif self.session.table.selected is not None:
            self.follow_metric(self.session.table.selected)

    def _follow_line(self) -> None:
        """Go from a bar to its sentence, or from a sentence to its metrics."""
        if self.detail.passage.metric is not None:
            self.follow_metric(self.detail.passage.metric)
            return
        found = self.session.document.metrics_at(*self.detail.stretch)
        table = self.session.table
        shown = [number for number in found if any(row.number == number for row in table.rows)]
        if not found:
            self.say(_("No metric in this sentence"))
        elif not shown:
            key = self.key("escape")
            self.say(_("Its metric is not in the table: {key} shows all", key=key))
        else:
            if table.selected not in shown:
                self.session.select(shown[0])
            self.show("metrics")

    def action_query(self) -> None:
        """Let the reader type a query."""
        self.set_focus(self.query_line, scroll_visible=False)
        self.call_after_refresh(self.session.found.prepare)

    def action_step_back(self) -> None:
        """Undo one thing: the selection, the query, the maximised pane, the section scope."""
        if self.session.selection:
            self.session.end_selection()
        elif self.session.found.query:
            self.query_line.clear_query()
        elif self.zoomed:
            self.action_maximise()
        elif self.session.table.section_only:
            self.session.limit_to_section()
        else:
            self.say(_("{key} quits", key=self.key("quit")))

    def action_next_theme(self) -> None:
        """Change to the next theme."""
        names = self.app.theme_names  # type: ignore[attr-defined]
        self.app.theme = names[(names.index(self.app.theme) + 1) % len(names)]
        self.say(_("Theme: {name}", name=self.app.theme))

    def action_suspend(self) -> None:
        """Leave the terminal to the shell until the reader comes back."""
        self.app.action_suspend_process()

    def action_repaint(self) -> None:
        """Paint the whole screen anew, whatever the terminal shows."""
        if isinstance(self.app, PaintedApp):
            self.app.forget_frame()
        self.refresh(repaint=True, layout=True)
