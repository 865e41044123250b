"""From the words of a command line to an exit code."""

from __future__ import annotations

import errno
import os
import sys

from reporttui import words
from reporttui.settings.config import Config, ConfigError, load
from reporttui.settings.folders import config_dir, keep
from reporttui.settings.locale import language
from reporttui.shell import color, output, paging
from reporttui.shell.arguments import sort
from reporttui.shell.commands import GENERAL, HELP, NO_PAGER, NO_STATE, READ, VERSION, WHEN
from reporttui.shell.exits import FINE, INTERRUPTED, UNUSABLE, Unusable, WrongUse
from reporttui.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reporttui.library.options import Options
    from reporttui.shell.arguments import Line
    from reporttui.shell.reading import App


def main(arguments: list[str], app: App, *, trusted: bool = True) -> int:
    """Run a command line.

    Args:
        arguments: The words behind the program's name.
        app: What opens the reading room.
        trusted: Whether the reader may start a pager, and with it whatever that starts.

    Returns:
        One of `shell.exits`.
    """
    try:
        output.prepare()
        line = sort(arguments)
        paging.allow(trusted and not line.has(NO_PAGER))
        code = _answer(line, app)
        sys.stdout.flush()  # Here, where a failure can still be told.
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        output.abandon(sys.stdout, sys.stderr)
        return FINE
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        output.abandon(sys.stdout)
        reason = _("the output cannot be written: {reason}", reason=error.strerror)
        output.tell(f"reporttui: {reason}")
        return UNUSABLE
    return code


def _answer(line: Line, app: App) -> int:
    config, refused = _config()
    words.use(language(line.language(), config.lang, os.environ))
    keep(not line.has(NO_STATE))
    if line.has(HELP):
        from reporttui.shell.help import text

        print(text(line.command, output.terminal_width() or 80))
    elif line.has(VERSION):
        from reporttui.shell.info import version_line

        print(version_line())
    elif refused and line.command.configured:
        output.tell_problems(str(refused.path), refused.problems)
        return UNUSABLE
    else:
        return _run(line, config, app)
    return FINE


def _config() -> tuple[Config, ConfigError | None]:
    """Return the configuration; all defaults, and why, where it cannot be used."""
    try:
        return load(f"{config_dir()}/config.toml"), None
    except ConfigError as error:
        return Config(), error


def _run(line: Line, config: Config, app: App) -> int:
    try:
        values = _values(line)
        if "fuzzy_pinyin" in values:
            values["fuzzy_pinyin"] |= config.fuzzy_pinyin
        options = _options(values, config)
        if line.command is READ:
            from reporttui.shell.reading import run

            options = options._replace(
                fuzzy_pinyin=values.get("fuzzy_pinyin", config.fuzzy_pinyin),
                lean=values.get("lean", False) or config.lean,
            )
            return run(values["report"], options, app)
        from importlib import import_module

        command = import_module(f"reporttui.shell.{line.command.module}")
        return int(command.run(**values))
    except WrongUse as wrong:
        output.tell(f"reporttui: {wrong}")
        output.tell(_("for help: {command} --help", command=line.command.full_name))
    except Unusable:
        pass  # The reader has been told why.
    return UNUSABLE


def _values(line: Line) -> dict[str, Any]:
    if line == sort([]):
        return {"report": None}  # The reading room opens sooner without argparse.
    from reporttui.shell.parsing import parse

    return parse(line)


def _options(values: dict[str, Any], config: Config) -> Options:
    """Take the general options out of the values; what is not among them, the user has set."""
    from reporttui.library.options import Options

    given = {option.key: values.pop(option.key, None) for option in GENERAL}
    options = Options(
        lang=words.language(),
        theme=given["theme"] or config.theme,
        ambiguous_width=int(given["ambiguous_width"] or config.ambiguous_width),
        mouse=config.mouse and not given["no_mouse"],
        keys=config.keys,
    )
    color.choose(given["color"] or WHEN[0])
    if options.ambiguous_width > 1:
        from reporttui.text.width import set_ambiguous

        set_ambiguous(options.ambiguous_width)
    return options
