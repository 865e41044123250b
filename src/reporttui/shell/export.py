"""`reporttui export`: a report, or a section of it, as a file for another program."""

from __future__ import annotations

import sys
from typing import NoReturn

from reporttui.report.outline import outline
from reporttui.shell.exits import FINE, Unusable, WrongUse
from reporttui.shell.output import opened, tell
from reporttui.shell.sections import section_at
from reporttui.words import _
from reporttui.writers.formats import FORMATS, MissingPackage, Options, format_of, written
from reporttui.writers.view import view

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.report.model import Report
    from reporttui.writers.formats import Format

_STDOUT = "-"


def run(
    report: str | None,
    format: str | None,
    output: str | None,
    section: str | None,
    force: bool,
    bom: bool,
    raw_cells: bool,
) -> int:
    """Write a report, or a section with all below it, to a file or to stdout."""
    path = None if output in (None, _STDOUT) else output
    wanted = _format(format, path)
    options = _options(wanted, Options(bom, raw_cells))
    if wanted.binary and path is None and sys.stdout.isatty():
        raise WrongUse(
            _("{format} is no text for a terminal; name a file with --output", format=wanted.name)
        )
    data = _data(opened(report).report, section, wanted, options)
    if path is None:
        sys.stdout.buffer.write(data)
    else:
        _save(path, data, force)
    return FINE


def _format(name: str | None, path: str | None) -> Format:
    """Return the format of that name; without one, the one that the file's extension tells."""
    if name is not None:
        return FORMATS[name]
    if path and (told := format_of(path)):
        return told
    known = _(", ").join(FORMATS)
    if path is None:
        raise WrongUse(_("name a format with --format: {known}", known=known))
    raise WrongUse(_("{path} does not tell its format; --format: {known}", path=path, known=known))


def _options(wanted: Format, chosen: Options) -> Options:
    for name, value in chosen._asdict().items():
        if value and name not in wanted.options:
            option = f"--{name.replace('_', '-')}"
            others = _(", ").join(known.name for known in FORMATS.values() if name in known.options)
            raise WrongUse(
                _("{option} is an option of other formats: {others}", option=option, others=others)
            )
    return chosen


def _data(report: Report, section: str | None, wanted: Format, options: Options) -> bytes:
    shown = None
    if section is not None:
        entry = section_at(outline(report), section)
        shown = range(entry.index, entry.end if entry.index else 1)
    try:
        return written(view(report, shown), wanted, options)
    except MissingPackage as missing:
        install = f"pip install 'reporttui[{missing.extra}]'"
        _refuse(_("{format} needs a package: {install}", format=wanted.name, install=install))


def _save(path: str, data: bytes, force: bool) -> None:
    from reporttui.writers.files import save

    try:
        save(path, data, replace=force)
    except FileExistsError:
        _refuse(_("{path} is there already; --force replaces it", path=path))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        _refuse(_("{path} cannot be written: {reason}", path=path, reason=reason))
    tell(_("{path} is written", path=path))


def _refuse(reason: str) -> NoReturn:
    tell(f"reporttui: {reason}")
    raise Unusable
