"""`reporttui info`: what a bug report should say, and nothing that a stranger should not read."""

from __future__ import annotations

import os
import sys

from reporttui import __version__
from reporttui.shell.commands import INFO
from reporttui.shell.exits import FINE
from reporttui.shell.output import say
from reporttui.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Value = str | int | bool | None
    Facts = Mapping[str, Mapping[str, Value]]

PACKAGES = {
    "textual": "",
    "rich": "",
    "pyyaml": "",
    "regex": "",
    "markdown-it-py": "",
    "pypdfium2": "",
    "selectolax": "",
    "xlsxwriter": "",
    "pyarrow": "parquet",
}
"""Package that this program uses → the extra that installs it; empty for what always is."""

_OF_TERMINAL = ("TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR", "PAGER", "LESS")
_OF_LANGUAGE = ("LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG")


def run(format: str) -> int:
    """Print all facts, by group."""
    facts = _facts()
    if format == INFO[0]:
        for line in _lines(facts):
            say(line)
    else:
        from json import dumps

        print(dumps(facts, indent=1))
    return FINE


def version_line() -> str:
    """Return the versions of what matters most, in one line."""
    textual = _version("textual") or "–"
    return f"reporttui {__version__} (Python {_python()}, Textual {textual})"


def _facts() -> Facts:
    return {
        "versions": {
            "reporttui": __version__,
            "python": _python(),
            **{package: _version(package) for package in PACKAGES},
        },
        "system": _system(),
        "folders": dict(_folders()),
        "terminal": dict(_terminal()),
        "language": dict(_language()),
    }


def _python() -> str:
    return ".".join(map(str, sys.version_info[:3]))


def _version(package: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _system() -> Mapping[str, Value]:
    from platform import platform, python_implementation

    return {"platform": platform(), "implementation": python_implementation()}


def _folders() -> Iterator[tuple[str, Value]]:
    """Yield where things are, and whether they are there."""
    from reporttui.report.bundled import content_dir
    from reporttui.settings.folders import cache_dir, config_dir, state_dir

    yield "program", _from_home(os.path.dirname(os.path.dirname(__file__)))  # noqa: PTH120
    places = {
        "reports": content_dir(),
        "config": config_dir(),
        "config_file": f"{config_dir()}/config.toml",
        "state": state_dir(),
        "cache": cache_dir(),
    }
    for name, path in places.items():
        yield name, _from_home(path)
        yield f"{name}_exists", os.path.exists(path)  # noqa: PTH110


def _from_home(path: str) -> str:
    """Return a path without the name of whose home it is in."""
    home = os.path.expanduser("~").rstrip("/")  # noqa: PTH111
    inside = home and (path == home or path.startswith(f"{home}/"))
    return f"~{path[len(home) :]}" if inside else path


def _terminal() -> Iterator[tuple[str, Value]]:
    from reporttui.shell.color import shown_by
    from reporttui.text.width import ambiguous

    yield from ((name, os.environ.get(name)) for name in _OF_TERMINAL)
    streams = {"stdin": sys.stdin, "stdout": sys.stdout, "stderr": sys.stderr}
    ours = [name for name, stream in streams.items() if stream.isatty()]
    columns, lines = _size()
    yield "terminals", " ".join(ours) or None
    yield "columns", columns
    yield "lines", lines
    yield "colors", shown_by(os.environ.get("TERM", ""))
    yield "ambiguous_width", ambiguous()
    yield "ssh", "SSH_CONNECTION" in os.environ
    yield "tmux", "TMUX" in os.environ
    yield "screen", "STY" in os.environ


def _size() -> tuple[int, int] | tuple[None, None]:
    """Return columns and lines of the first stream that is a terminal, else nothing."""
    for number in range(3):
        try:
            size = os.get_terminal_size(number)
        except OSError:
            continue
        return size.columns, size.lines
    return None, None


def _language() -> Iterator[tuple[str, Value]]:
    from reporttui.settings.locale import charset
    from reporttui.words import language

    yield "spoken", language()
    yield from ((name, os.environ.get(name)) for name in _OF_LANGUAGE)
    yield "charset", charset(os.environ) or None
    yield "file_names", sys.getfilesystemencoding()


def _lines(facts: Facts) -> Iterator[str]:
    from json import dumps

    for group, values in facts.items():
        yield f"{group}:"
        for name, value in values.items():
            if group == "versions" and value is None:
                yield f"  {name}: " + _missing(name)
            else:
                said = "–" if value is None else value if isinstance(value, str) else dumps(value)
                yield f"  {name}: {said}"


def _missing(package: str) -> str:
    extra = PACKAGES[package]
    wanted = f"'reporttui[{extra}]'" if extra else package
    return _("not installed; {install}", install=f"pip install {wanted}")
