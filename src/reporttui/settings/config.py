"""The configuration, `config.toml`, checked as a whole: every problem of it at once."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import Any, NoReturn

    Finding = tuple[str, dict[str, object]]

LANGUAGES = ("zh", "en")
THEMES = ("auto", "dark", "light", "contrast", "16")
WIDTHS = (1, 2)

_SETTINGS: dict[str, tuple[type, str, tuple[object, ...]]] = {
    "lang": (str, "config-not-text", LANGUAGES),
    "theme": (str, "config-not-text", THEMES),
    "ambiguous_width": (int, "config-not-integer", WIDTHS),
    "mouse": (bool, "config-not-boolean", (True, False)),
    "fuzzy_pinyin": (bool, "config-not-boolean", (True, False)),
    "lean": (bool, "config-not-boolean", (True, False)),
}
"""Setting → its type, what it is called when it has another, and what it may be."""

_KINDS = {
    str: "text",
    bool: "true/false",
    int: "number",
    float: "number",
    list: "list",
    dict: "table",
}


class Config(NamedTuple):
    """What the user has set."""

    lang: str | None = None
    """The language, one of `LANGUAGES`; without it the locale decides."""
    theme: str | None = None
    """The colours, one of `THEMES`."""
    ambiguous_width: int = 1
    """Cells that “ ” — … · and their like (class A of Unicode UAX #11) take in the terminal."""
    mouse: bool = True
    """Whether the mouse is listened to."""
    fuzzy_pinyin: bool = False
    """Whether zh and z, ch and c, sh and s, n and l, ing and in, eng and en are the same."""
    lean: bool = False
    """Whether to wait for a terminal that is slower than the app, as over SSH."""
    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """The keymap: id of a command → its keys, in place of those that it has by itself."""


class ConfigProblem(NamedTuple):
    """Something wrong in the file, as a code with values, for a floor above to say."""

    code: str
    """The kind of problem."""
    values: Mapping[str, object]
    """What the sentence about it needs."""
    line: int | None = None
    """Where it stands, 1-based, where that is known."""


class ConfigError(Exception):
    """The configuration cannot be used.

    Attributes:
        path: The file.
        problems: All that is wrong in it, in the file's order; never empty.
        code: That of the first problem, and likewise `values` and `line`.
    """

    def __init__(self, path: Path | str, problems: list[ConfigProblem]) -> None:
        super().__init__(f"{path}: {problems[0].code}")
        self.path = path
        self.problems = problems
        self.code, self.values, self.line = problems[0]


def load(path: Path | str) -> Config:
    """Read the configuration; without a file it is all defaults.

    Raises:
        ConfigError: With all that is wrong in the file.
    """
    try:
        data = _bytes(path)
    except (FileNotFoundError, NotADirectoryError):
        return Config()
    except OSError as error:
        _refuse(path, "file-unreadable", reason=error.strerror or str(error))
    text = _decoded(path, data)
    settings = _parsed(path, text)
    problems = [
        ConfigProblem(code, values, _line(text, str(values["key"])))
        for code, values in _problems(settings)
    ]
    if problems:
        raise ConfigError(path, sorted(problems, key=lambda problem: problem.line or 0))
    keymap = settings.pop("keys", {})
    return Config(**settings, keys={command: _keys(keymap[command]) for command in keymap})


def _bytes(path: Path | str) -> bytes:
    with open(path, "rb") as stream:  # noqa: PTH123 - pathlib costs every command 4 ms
        return stream.read()


def _refuse(path: Path | str, code: str, line: int | None = None, **values: object) -> NoReturn:
    raise ConfigError(path, [ConfigProblem(code, values, line)]) from None


def _decoded(path: Path | str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        _refuse(path, "wrong-encoding", line, byte=f"0x{error.object[error.start]:02X}")


def _parsed(path: Path | str, text: str) -> dict[str, Any]:
    import re
    import tomllib

    try:
        return tomllib.loads(text)
    except ValueError as error:
        problem, _, place = str(error).partition(" (at ")
        line = re.match(r"line (\d+)", place)
        _refuse(path, "config-syntax", int(line[1]) if line else None, problem=problem)


def _problems(settings: dict[str, Any]) -> Iterator[Finding]:
    for key, value in settings.items():
        if key not in Config._fields:
            allowed = ", ".join(Config._fields)
            nearest = _nearest(key, Config._fields)
            yield "config-unknown-key", {"key": key, "allowed": allowed, "nearest": nearest}
        elif key == "keys":
            yield from _keymap_problems(value)
        else:
            yield from _setting_problems(key, value)


def _setting_problems(key: str, value: object) -> Iterator[Finding]:
    wanted, code, choices = _SETTINGS[key]
    # Not isinstance: to Python, true is a whole number.
    if type(value) is not wanted:
        yield code, {"key": key, "found": _kind(value)}
    elif value not in choices:
        words = [str(choice) for choice in choices]
        nearest = _nearest(str(value), words)
        values = {"key": key, "found": str(value), "allowed": ", ".join(words)}
        yield "config-not-choice", {**values, "nearest": nearest}


def _keymap_problems(keymap: object) -> Iterator[Finding]:
    if not isinstance(keymap, dict):
        yield "config-not-table", {"key": "keys", "found": _kind(keymap)}
        return
    for command, keys in keymap.items():
        if not all(isinstance(key, str) and key for key in _keys(keys)):
            yield "config-not-keys", {"key": f"keys.{command}"}


def _keys(keys: object) -> tuple[Any, ...]:
    return tuple(keys) if isinstance(keys, list) else (keys,)


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "date")


def _nearest(word: str, among: Iterable[str]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(among), 1)), "")


def _line(text: str, key: str) -> int | None:
    """Return the line that sets a key, which tomllib does not tell."""
    import re

    table, _, command = key.partition(".")
    start = max(text.find(f"[{table}]"), 0) if command else 0
    name = re.escape(command or table)
    setting = re.compile(rf"""^[ \t]*\[*["']?{name}["']?[ \t]*[]=.]""", re.MULTILINE)
    found = setting.search(text, start)
    return text.count("\n", 0, found.start()) + 1 if found else None
