"""Problems as sentences: a code with values becomes what, expected and how to mend it.

The sentences are parts of one line, `what; expected; how to mend`, and therefore begin in lower
case, end without a stop and hold no semicolon. A value that may be missing can have sentences of
its own: `unknown-key-nearest` is said for `unknown-key` where `nearest` is not empty.
"""

from __future__ import annotations

from typing import NamedTuple

from reporttui.words import N_, _
from reporttui.words.problems import (
    agreement,
    arguments,
    config,
    documents,
    files,
    queries,
    structure,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

PROBLEMS: dict[str, tuple[str, str, str]] = (
    arguments.PROBLEMS
    | files.PROBLEMS
    | documents.PROBLEMS
    | structure.PROBLEMS
    | agreement.PROBLEMS
    | config.PROBLEMS
    | queries.PROBLEMS
)
"""Code → what was found, what was expected, how to mend it."""

KINDS = {
    "date": N_("a date or a time"),
    "empty": N_("nothing"),
    "list": N_("a list"),
    "mapping": N_("a mapping"),
    "number": N_("a number"),
    "table": N_("a table"),
    "text": N_("text"),
    "true/false": N_("true or false"),
}
"""What a value can be, by the words that `found` has for it: `{kind}` in a sentence."""

WHERE = {
    "report": N_("the report"),
    "section": N_("the section"),
    "metric": N_("the metric"),
}
"""What a mapping in a report can stand for."""

_MAY_BE_MISSING = ("guess", "nearest", "says")
_MEGABYTE = 1024 * 1024


class Sentence(NamedTuple):
    """What is said about a problem."""

    what: str
    """What was found."""
    expected: str
    """What was expected in its place."""
    mend: str
    """How to mend it."""


def sentences(code: str, values: Mapping[str, object]) -> Sentence:
    """Say a problem in the language in use.

    Args:
        code: A key of `PROBLEMS`.
        values: The problem's values, safe for where the sentence is shown.

    Raises:
        KeyError: For an unknown code, or where a value is missing.
    """
    what, expected, mend = PROBLEMS[_with_what_is_known(code, values)]
    said = _as_said(values)
    return Sentence(_(what, **said), _(expected, **said), _(mend, **said))


def _with_what_is_known(code: str, values: Mapping[str, object]) -> str:
    fuller = (f"{code}-{name}" for name in _MAY_BE_MISSING if values.get(name))
    return next((known for known in fuller if known in PROBLEMS), code)


def _as_said(values: Mapping[str, object]) -> dict[str, object]:
    said = dict(values)
    if values.get("found") in KINDS:
        said["kind"] = _(KINDS[str(values["found"])])
    if "where" in values:
        said["where"] = _(WHERE[str(values["where"])])
    if "allowed" in values:
        said["allowed"] = str(values["allowed"]).replace(", ", _(", "))
    if "size" in values:
        said.update({name: _megabytes(values[name]) for name in ("size", "limit")})
    return said


def _megabytes(count: object) -> str:
    """Say a count of bytes in megabytes, rounded up, so that one byte too many shows."""
    tenths = -(int(str(count)) * -10 // _MEGABYTE)
    return f"{tenths / 10:g}"
