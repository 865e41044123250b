"""The language to speak and whether the terminal takes UTF-8, from the POSIX locale variables."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


def language(option: str | None, config: str | None, environ: Mapping[str, str]) -> str:
    """Choose the language: the option before the configuration before the environment.

    Args:
        option: What `--lang` says.
        config: What the configuration says.
        environ: Environment variables, read in the order of POSIX.1-2017, 8.2.

    Returns:
        "zh" for every kind of Chinese, otherwise "en".
    """
    chosen = option or config or _first(environ, "LC_ALL", "LC_MESSAGES", "LANG")
    return "zh" if chosen.lower().startswith("zh") else "en"


def charset(environ: Mapping[str, str]) -> str:
    """Return the character set of the environment's locale, in small letters without hyphens.

    Returns:
        "utf8" for `zh_CN.UTF-8`; "ascii" for a locale that names none, such as C; empty where no
        locale is set.
    """
    locale = _first(environ, "LC_ALL", "LC_CTYPE", "LANG")
    codeset = locale.partition("@")[0].partition(".")[2] or ("ascii" if locale else "")
    return codeset.lower().replace("-", "")


def _first(environ: Mapping[str, str], *variables: str) -> str:
    return next((environ[name] for name in variables if environ.get(name)), "")
