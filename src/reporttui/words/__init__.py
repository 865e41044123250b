"""Every sentence that the program says, in English and in Simplified Chinese.

The catalogue is GNU gettext: the English sentences stand in the code and are the msgids, the
Chinese ones stand in `zh_CN.po` and are read from `zh_CN.mo`, which `scripts/words.py` compiles.
"""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from gettext import NullTranslations

_language = "en"


def use(language: str) -> None:
    """Choose the language of all that is said from now on.

    Args:
        language: "en" or "zh".
    """
    global _language
    _language = language


def language() -> str:
    """Return the language in use, "en" or "zh"."""
    return _language


def _(message: str, /, **values: object) -> str:
    """Say a sentence in the language in use.

    Args:
        message: The English sentence, with `{name}` where a value goes.
        values: What goes there; without any, braces stand for themselves.
    """
    # gettext keeps the catalogue's header under the empty msgid.
    said = _catalogue(_language).gettext(message) if message else ""
    return said.format(**values) if values else said


def ngettext(one: str, many: str, n: int, /, **values: object) -> str:
    """Say a sentence about a count in the language in use.

    Args:
        one: The English sentence where `n` is 1.
        many: The English sentence for every other `n`.
        n: The count, `{n}` in the sentence.
        values: What else goes into the sentence.
    """
    return _catalogue(_language).ngettext(one, many, n).format(n=n, **values)


def N_(message: str, /) -> str:  # noqa: N802 - gettext's customary name
    """Mark a sentence for the catalogue that `_` says later, and return it unchanged."""
    return message


@cache
def _catalogue(language: str) -> NullTranslations:
    import gettext

    if language != "zh":
        return gettext.NullTranslations()
    # Not pathlib, which costs 3 ms of start-up.
    with open(f"{__path__[0]}/zh_CN.mo", "rb") as compiled:  # noqa: PTH123
        return gettext.GNUTranslations(compiled)
