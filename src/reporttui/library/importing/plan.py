"""Which files are imported, and what each becomes."""

from __future__ import annotations

import itertools
import os
from typing import NamedTuple

from reporttui.library.importing.marks import key_of, marks_in
from reporttui.readers.formats import EXTENSIONS
from reporttui.readers.ids import id_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reporttui.library.importing.marks import Mark


class Task(NamedTuple):
    """A file to import.

    Attributes:
        path: The file.
        report_id: The id of the report made of it, and the name of its file.
        target: The YAML file to write; empty where none is wanted.
        force: Whether a target that somebody has edited may go.
    """

    path: str
    report_id: str
    target: str
    force: bool = False


class Plan(NamedTuple):
    """What is to be done.

    Attributes:
        tasks: The files to import, in order.
        done: SHA-256 of bytes that were imported before → the YAML file made of them; without
            the targets of tasks, which may be made anew.
    """

    tasks: list[Task]
    done: dict[str, str]


def planned(arguments: Iterable[str], folder: str, force: bool) -> Plan:
    """Plan an import.

    Args:
        arguments: Files, and folders of which all readable files are meant, also further down.
        folder: Where the YAML files go; empty where none are wanted.
        force: Whether what is there already is made anew.
    """
    known = dict(marks_in(folder)) if folder else {}
    taken: set[str] = set()
    tasks = []
    for path in files_of(arguments):
        report_id = _free(path, known, taken)
        taken.add(f"{report_id}.yaml")
        target = os.path.join(folder, f"{report_id}.yaml") if folder else ""  # noqa: PTH118
        tasks.append(Task(path, report_id, target, force))
    return Plan(tasks, {} if force else _done(known, folder, taken))


def _free(path: str, known: Mapping[str, Mark | None], taken: set[str]) -> str:
    """Return the first id whose file nobody has, or this very file has made before."""
    wanted, key = id_of(stem_of(path)), key_of(path)
    for number in itertools.count(1):
        report_id = f"{wanted}-{number}" if number > 1 else wanted
        name = f"{report_id}.yaml"
        mark = known.get(name)
        if name not in taken and (mark is None or mark.file == key):
            return report_id
    raise AssertionError  # There is always another number.


def _done(known: Mapping[str, Mark | None], folder: str, taken: set[str]) -> dict[str, str]:
    return {
        mark.source: os.path.join(folder, name)  # noqa: PTH118
        for name, mark in known.items()
        if mark and name not in taken
    }


def stem_of(path: str) -> str:
    """Return a file's name without its extension."""
    return os.path.splitext(os.path.basename(path))[0]  # noqa: PTH119, PTH122


def files_of(arguments: Iterable[str]) -> Iterator[str]:
    """Yield the files that some arguments mean; a folder means those in it that can be read."""
    for argument in arguments:
        if not os.path.isdir(argument):  # noqa: PTH112
            yield argument
            continue
        for folder, below, names in os.walk(argument):
            below[:] = sorted(name for name in below if not name.startswith("."))
            for name in sorted(names):
                extension = os.path.splitext(name)[1].lower()  # noqa: PTH122
                if extension in EXTENSIONS and not name.startswith("."):
                    yield os.path.join(folder, name)  # noqa: PTH118
