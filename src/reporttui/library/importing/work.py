"""One file → one YAML file: what a worker does."""

from __future__ import annotations

import os
from typing import NamedTuple

from reporttui.library.importing.marks import digest, is_untouched, marked
from reporttui.library.importing.plan import stem_of
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
        before = done.get(digest(data)) if task.target else None
        if before:
            return Outcome(task.path, "done before", before, len(data))
        extension = os.path.splitext(task.path)[1].lower()  # noqa: PTH122
        report, account = read(data, extension, stem_of(task.path))
        if task.target:
            _save(task, data, report._replace(id=task.report_id))
        return Outcome(task.path, "made", task.target, len(data), (), account)
    except BadReport as bad:
        return Outcome(task.path, "failed", task.target, len(data), tuple(bad.problems))


def _save(task: Task, source: bytes, report: Report) -> None:
    from reporttui.report.writing import dump
    from reporttui.writers.files import save

    try:
        if not task.force and not _may_go(task.target):
            raise UnreadableFile("import-exists", target=task.target)
        save(task.target, marked(dump(report), source), replace=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableFile("import-unwritable", target=task.target, reason=reason) from None


def _may_go(target: str) -> bool:
    """Whether nothing is lost with what is there: nothing is, or an import nobody has edited."""
    try:
        with open(target, "rb") as stream:  # noqa: PTH123
            return is_untouched(stream.read())
    except FileNotFoundError:
        return True
