"""Which headings count on from which: 一、 二、 三、, with all the slips of real documents."""

from __future__ import annotations

from reporttui.readers.outlining.markers import RANKS, UNCOUNTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.readers.outlining.items import Item

_OPEN_AT_MOST = 8
"""Runs of one family, the newest ones, that an item may still continue."""

_DEEPEST = 4
"""Runs of one family inside of each other that are told apart."""


class Run:
    """Items of one family that count on: 一、 二、 三、."""

    def __init__(self, index: int, ordinal: int, outer: Run | None) -> None:
        self.members = [index]
        self.last = ordinal
        self.outer = outer
        self.closed = False
        self.left = False  # closed since the run around it went on
        self.alone = True  # whether its last member is a heading without text
        self.runs_in = False  # whether its last member stands inside of a paragraph
        self.goes_on = False  # after a run inside of it

    @property
    def depth(self) -> int:
        """How many runs of its own family it stands inside of."""
        depth, outer = 0, self.outer
        while outer and outer.goes_on and depth < _DEEPEST:
            depth, outer = depth + 1, outer.outer
        return depth


class Numbering:
    """Finds which items count on from which."""

    def __init__(self) -> None:
        self._runs: dict[tuple[str, str], list[Run]] = {}
        self.run_of: dict[int, Run] = {}
        """Index of an item → the run that it is in."""
        self.doubts: dict[int, str] = {}
        """Index of an item → what is odd about its number."""
        self._runs_in = self._heads = self._alone = self._led_in = False

    def add(self, index: int, item: Item, above: Item | None, below: Item | None) -> None:
        """Put an item into the run that it belongs to.

        Args:
            index: Its index.
            item: The item.
            above: The prose that stands before it; None where a heading does.
            below: The one that follows it.
        """
        if item.marker is None or item.family in UNCOUNTED:
            return  # Nothing is counted here.
        self._heads = bool(
            below and below.marker and below.family == item.family and below.marker.ordinal == 1
        )
        self._alone = not _has_sentence(item)
        self._runs_in, self._led_in = item.run_in, above is not None and above.text[-1] in ":："
        self._close_below(item.family)
        runs = self._runs.setdefault((item.family, item.marker.above), [])
        run = self._counting_on(runs, item.marker.ordinal)
        if run is None:
            run = self._begun(runs, index, item.marker.ordinal)
        else:
            if run.last + 1 != item.marker.ordinal:
                again = item.marker.ordinal <= run.last
                self.doubts[index] = "number repeated" if again else "number skipped"
            run.members.append(index)
            run.last = item.marker.ordinal
            run.alone, run.runs_in = self._alone, self._runs_in
        self.run_of[index] = run

    def _close_below(self, family: str) -> None:
        for (other, _), runs in self._runs.items():
            if RANKS[other] > RANKS[family]:
                for run in runs[-_OPEN_AT_MOST:]:
                    run.closed = True

    def _counting_on(self, runs: list[Run], ordinal: int) -> Run | None:
        """Return the run that an ordinal continues: exactly, or as a slip would."""
        exact = [run for run in runs[-_OPEN_AT_MOST:] if not run.closed and run.last + 1 == ordinal]
        if exact:
            # Of several, the outermost one for what heads a list of its own family, and
            # otherwise the innermost that looks alike: headings alone, or with their text.
            alike = [run for run in exact if run.alone == self._alone]
            run = exact[0] if self._heads else (alike or exact)[-1]
            self._leave_inner(runs, run)
            return run
        if ordinal == 1:
            return None
        if runs and runs[-1].last + 1 == ordinal and not runs[-1].left:
            return runs[-1]  # Closed by what stands above it by custom, but not here.
        recent = runs[-_OPEN_AT_MOST:]
        return next((run for run in reversed(recent) if not run.closed), None)

    def _is_inside(self, outer: Run, index: int) -> bool:
        """Whether a list that begins is surely inside of the last item of another: it runs in
        there, or its lead-in, which ends with a colon, stands below it."""
        if outer.members[-1] == index - 1 and self._runs_in:
            return not outer.runs_in
        return self._led_in

    @staticmethod
    def _leave_inner(runs: list[Run], outer: Run) -> None:
        for run in runs[max(runs.index(outer, -_OPEN_AT_MOST) + 1, 0) :]:
            if run.outer is outer and not run.closed:
                outer.goes_on = True
            run.closed = run.left = True

    def _begun(self, runs: list[Run], index: int, ordinal: int) -> Run:
        recent = runs[-_OPEN_AT_MOST:]
        outer = next((run for run in reversed(recent) if not run.closed), None)
        if outer and ordinal == 1 and self._is_inside(outer, index):
            outer.goes_on = True
        run = Run(index, ordinal, outer)
        run.alone, run.runs_in = self._alone, self._runs_in
        runs.append(run)
        if ordinal != 1:
            self.doubts[index] = "number skipped"
        elif outer:
            self.doubts[index] = "numbering begins anew"
        return run


def _has_sentence(item: Item) -> bool:
    return "。" in item.text or "；" in item.text
