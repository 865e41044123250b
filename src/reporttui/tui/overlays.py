"""What can lie over the room: each screen is opened here, and its answer followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporttui.report.outline import Entry
from reporttui.session.reading import Mark
from reporttui.text.safe import escaped
from reporttui.tui.commands import Command
from reporttui.tui.frame import Frame
from reporttui.words import _

if TYPE_CHECKING:
    from reporttui.analysis.names import Name
    from reporttui.session.auditing import Audited
    from reporttui.session.bookmarks import Anchor, Anchored
    from reporttui.session.names import Walk


class Overlays(Frame):
    """Opens the screens over the room."""

    walk: Walk | None = None
    """The places of the name that was followed last."""

    async def action_help(self) -> None:
        """Show all keys."""
        from reporttui.tui.screens.help import HelpScreen

        await self.app.push_screen(HelpScreen(self.fittings.keymap))

    async def action_audit(self) -> None:
        """Show what an audit finds."""
        from reporttui.tui.screens.audit import AuditScreen

        document = self.session.document

        def follow(found: Audited | None) -> None:
            if found and document is not self.session.document:
                self.say(_("File changed: loaded anew"))
            elif found:
                self.session.go(found.position, Mark(found.position, found.end))
                self.show("detail")

        await self.app.push_screen(AuditScreen(self.session), follow)

    async def action_concordance(self) -> None:
        """Show all hits in one list."""
        found = self.session.found

        def follow(hit: int | None) -> None:
            if hit is None:
                return
            if found is not self.session.found:
                self.say(_("File changed: loaded anew"))
                return
            self.session.go_to_hit(hit)
            self.show("detail")

        if not found.matches.hits:
            self.say_no_hits()
            return
        from reporttui.tui.screens.concordance import ConcordanceScreen

        await self.app.push_screen(ConcordanceScreen(self.session), follow)

    async def action_names(self) -> None:
        """Show the index of names."""
        from reporttui.session.names import Walk
        from reporttui.tui.screens.names import NamesScreen

        def follow(name: Name | None) -> None:
            if name:
                self.walk = Walk(self.session, name)
                self.step_place(self.walk)

        await self.app.push_screen(NamesScreen(self.session), follow)

    async def action_bookmarks(self) -> None:
        """Show all bookmarks."""
        from reporttui.tui.screens.bookmarks import BookmarksScreen

        def follow(found: Anchored | None) -> None:
            if found and found.anchor is None:
                self.say(_("These words are in the report no more"))
            elif found and found.anchor:
                self._go_to_bookmark(found.bookmark.target.kind, found.anchor)

        screen = BookmarksScreen(self.session, self.fittings, self.key("bookmark"))
        await self.app.push_screen(screen, follow)

    def _go_to_bookmark(self, kind: str, at: Anchor) -> None:
        session = self.session
        position, end = session.document.stretch(at.entry, *at.span)
        if kind == "metric":
            for metric in session.marks.metrics_of(at)[:1]:
                session.select(metric)
        session.go(position, Mark(position, end))
        self.show("detail")

    async def action_export(self) -> None:
        """Let the reader write what is in view into a file."""
        from reporttui.tui.screens.export import ExportScreen

        def tell(path: str | None) -> None:
            if path:
                self.say(_("{path} is written", path=escaped(path)), escaped(path))

        if self.fittings.argument is None:
            self.say(_("Nothing can be written here"))
        else:
            await self.app.push_screen(ExportScreen(self.session), tell)

    async def action_palette(self) -> None:
        """Let the reader go to anything by name."""
        from reporttui.tui.screens.palette import Goal, PaletteScreen

        async def go(goal: Goal | None) -> None:
            if isinstance(goal, Command):
                await self.run_action(goal.action)
            elif isinstance(goal, Entry):
                self.session.go(self.session.document.start_of(goal.index))
                self.show("detail")
            elif goal:
                self.session.select(goal.number)
                self.follow_metric(goal.number)

        await self.app.push_screen(PaletteScreen(self.fittings.keymap, self.session), go)

    # Where their answers lead.

    def follow_metric(self, metric: int) -> None:
        """Go from a metric to its sentence."""
        if self.session.go_to_metric(metric):
            self.show("detail")
        else:
            self.say(_("The text does not hold this metric's quote"))

    def say_no_hits(self) -> None:
        """Say why there is no hit to go to."""
        if self.session.found.query:
            self.say(_("No hits"))
        else:
            self.say(_("No query yet: {key} begins one", key=self.key("query")))

    def step_place(self, walk: Walk, step: int = 1) -> None:
        """Go to the next or previous place of a name."""
        number, count = walk.step(step)
        self.show("detail")
        self.say(_("{name}: place {number} of {count}", name=walk.name, number=number, count=count))
