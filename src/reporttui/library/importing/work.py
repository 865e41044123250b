"""One file → one YAML file: what a worker does."""

from __future__ import annotations

import os
from typing import NamedTuple

from reporttui.library.importing.marks import digest, is_untouched, mark_of, marked
from reporttui.library.importing.plan import stem_of
from reporttui.readers.formats import format_of
from reporttui.readers.reading import read
from reporttui.report.files import UnreadableFile, read_file
from reporttui.report.model import BadReport, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from reporttui.library.importing.plan import Task
    from reporttui.readers.account import Account
    from reporttui.report.model import Report

    Status = Literal["made", "done before", "failed"]


class Outcome(NamedTuple):
    """What became of a file.

    Attributes:
        path: The file.
        status: Whether it was imported.
        target: The YAML file made of it, now or before; empty where none was wanted.
        size: Its bytes.
        problems: Why it failed.
        account: How it was read; None where it was not.
    """

    path: str
    status: Status
    target: str
    size: int = 0
    problems: tuple[Problem, ...] = ()
    account: Account | None = None


def import_file(task: Task, done: Mapping[str, str]) -> Outcome:
    """Import a file; what is wrong with it is in the outcome, and nothing is raised for it."""
    data = b""
    try:
        data = read_file(task.path)
        extension = os.path.splitext(task.path)[1].lower()  # noqa: PTH122
        format_of(data, extension)  # A copy under a wrong name is as wrong as the first.
        if before := _done_before(task, digest(data), done):
            return Outcome(task.path, "done before", before, len(data))
        report, account = read(data, extension, stem_of(task.path))
        if task.target:
            _save(task, data, report._replace(id=task.report_id))
        return Outcome(task.path, "made", task.target, len(data), (), account)
    except BadReport as bad:
        return Outcome(task.path, "failed", task.target, len(data), tuple(bad.problems))


def _done_before(task: Task, source: str, done: Mapping[str, str]) -> str:
    """Return the YAML file that was made of the same bytes before, or nothing."""
    if task.force or not task.target:
        return ""
    own = mark_of(_there(task.target) or b"")
    return task.target if own and own.source == source else done.get(source, "")


def _save(task: Task, source: bytes, report: Report) -> None:
    from reporttui.report.writing import dump
    from reporttui.writers.files import save

    there = _there(task.target)
    # Nothing is lost with an import that nobody has edited.
    if there is not None and not task.force and not is_untouched(there):
        raise UnreadableFile("import-exists", target=task.target)
    data = marked(dump(report), source, task.path)
    try:
        save(task.target, data, replace=there is not None)
    except FileExistsError:  # Another run was quicker.
        raise UnreadableFile("import-exists", target=task.target) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableFile("import-unwritable", target=task.target, reason=reason) from None


def _there(target: str) -> bytes | None:
    """Return what stands at a target; None where nothing can be read, empty for what is no file."""
    try:
        return read_file(target)
    except UnreadableFile as unreadable:
        unread = unreadable.problems[0].code in ("file-missing", "file-unreadable")
        return None if unread else b""
