"""`reporttui import`: files of many formats into YAML of our own form."""

from __future__ import annotations

import os
import signal
import sys

from reporttui.library.importing.plan import planned
from reporttui.library.importing.running import outcomes
from reporttui.shell.exits import FAILED, FINE, INTERRUPTED, UNUSABLE, Unusable, WrongUse
from reporttui.shell.output import say, tell, tell_problems
from reporttui.words import _, ngettext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.library.importing.work import Outcome
    from reporttui.readers.account import Account


def run(file: list[str], output: str | None, report: bool, force: bool) -> int:
    """Import files; tell of each what became of it, and where wanted, of each of its parts."""
    from reporttui.shell.progress import Progress

    if not output and not report:
        raise WrongUse(_("name the folder for the YAML files with --output, or ask for --report"))
    plan = planned(file, output or "", force)
    if not plan.tasks:
        tell(_("there is no file in {folders} that can be imported", folders=" ".join(file)))
        return FAILED
    if output:
        _make(output)
    sizes = [_size(task.path) for task in plan.tasks]
    failed = 0
    progress = Progress(len(sizes), sum(sizes))
    each = outcomes(plan)
    try:
        for outcome in each:
            with progress.aside():
                _tell_of(outcome, report)
            failed += outcome.status == "failed"
            progress.went_on(outcome.size, outcome.status == "failed")
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # The files at work end soon.
        each.close()  # type: ignore[attr-defined]
        progress.end()
        tell(_("interrupted; what is done is done, and the same command goes on with the rest"))
        return INTERRUPTED
    progress.end()
    if len(sizes) > 1:
        tell(_summary(len(sizes) - failed, failed))
    if not failed:
        return FINE
    alone = len(file) == 1 and not os.path.isdir(file[0])  # noqa: PTH112
    return UNUSABLE if alone else FAILED


def _make(folder: str) -> None:
    try:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    except OSError as error:
        values = {"path": folder, "reason": error.strerror or str(error)}
        tell("reporttui: " + _("the folder {path} cannot be made: {reason}", **values))
        raise Unusable from None


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)  # noqa: PTH202
    except (OSError, ValueError):
        return 0


def _tell_of(outcome: Outcome, report: bool) -> None:
    if outcome.status == "failed":
        sys.stdout.flush()
        tell_problems(outcome.path, outcome.problems)
    elif outcome.status == "done before":
        say(_("{path}: done before, {target}", path=outcome.path, target=outcome.target))
    else:
        account = outcome.account
        assert account
        if outcome.target:
            say(f"{outcome.path}: {outcome.target}{_doubts(len(account.doubts))}")
        if report:
            for line in _account(account):
                say(f"{outcome.path}:{line}")


def _doubts(count: int) -> str:
    doubts = ngettext("{n} doubt", "{n} doubts", count)
    return _(" ({doubts})", doubts=doubts) if count else ""


def _account(account: Account) -> Iterator[str]:
    """Yield what was recognised, left out and doubtful, by line."""
    from reporttui.words.reasons import said

    told = [_("read as {format}", format=" ".join([account.format, account.encoding]).strip())]
    yield f" {told[0]}"
    parts = (
        (_("recognised"), (*account.recognised, *account.placed)),
        (_("left out"), account.left_out),
        (_("doubtful"), account.doubts),
    )
    rows = [(r.page, r.line, kind, r) for kind, remarks in parts for r in remarks]
    for page, line, kind, remark in sorted(rows, key=lambda row: row[:2]):
        place = _("page {page}, line {line}", page=page, line=line) if page else str(line)
        yield f"{place}: {kind}: {said(remark.reason)}: {_shortened(remark.text)}"


def _shortened(text: str) -> str:
    from reporttui.report.problems import shortened

    return shortened(" ".join(text.split()))


def _summary(done: int, failed: int) -> str:
    return _(
        "{done}, {failed}",
        done=ngettext("{n} file imported", "{n} files imported", done),
        failed=ngettext("{n} failed", "{n} failed", failed),
    )
