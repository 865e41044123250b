"""A node → the value of a field, by the field's rule. Types come from the rule alone."""

from __future__ import annotations

import re
from decimal import Decimal

from reporttui.report.model import FORMAT
from reporttui.report.problems import nearest, shortened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reporttui.report.model import Rule
    from reporttui.report.nodes import Node

_WRITTEN = ("id", "label", "line", "text")
"""Forms whose value is the text that stands there."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_INTEGER = re.compile(r"[1-9][0-9]{0,8}")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,29})(\.[0-9]{1,20})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATETIME = re.compile(_DATE.pattern + "([T ]([01][0-9]|2[0-3]):[0-5][0-9])?")


class WrongValue(Exception):  # noqa: N818
    """What stands there is no value of the field.

    Attributes:
        code: Key into `words.problems.PROBLEMS`.
        values: What the sentence names.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def value_of(node: Node, rule: Rule) -> object:
    """Return what a field holds.

    Raises:
        WrongValue: When it is none that the rule allows.
    """
    text = _text(node)
    if rule.form in _WRITTEN and node.what != "text":
        # Without quotes, other programs read something else there: 010, no, 1:30.
        raise WrongValue("not-text", found=node.what, says=shortened(text))
    if rule.form == "text":
        return text
    if "\n" in text:
        raise WrongValue("not-a-line")
    if rule.form == "choice":
        return _choice(text, rule.choices)
    return _converted(text, rule.form)


def _text(node: Node) -> str:
    """Return a text without the newlines at its end, which are the YAML's and not its own."""
    if node.kind != "text" or node.what == "empty":
        raise WrongValue("not-text", found=node.what)
    text: str = node.value.rstrip("\n")
    if not text.strip():
        raise WrongValue("empty-text")
    return text


def _choice(text: str, choices: tuple[str, ...]) -> str:
    if text not in choices:
        values = {"allowed": ", ".join(choices), "nearest": nearest(text, choices)}
        raise WrongValue("not-choice", found=shortened(text), **values)
    return text


def _converted(text: str, form: str) -> object:
    convert, code = _CONVERTED.get(form, (str, ""))
    try:
        return convert(text)
    except ValueError:
        raise WrongValue(code, found=shortened(text)) from None


def _format(text: str) -> int:
    found = _integer(text)
    if found != FORMAT:
        raise WrongValue("wrong-format", found=found, supported=FORMAT)
    return found


def _id(text: str) -> str:
    return _whole(_ID, text)


def _integer(text: str) -> int:
    return int(_whole(_INTEGER, text))


def _decimal(text: str) -> Decimal:
    return Decimal(_whole(_DECIMAL, text))


def _boolean(text: str) -> bool:
    return ("false", "true").index(text) == 1


def _date(text: str) -> str:
    return _with_a_day_that_exists(_whole(_DATE, text))


def _datetime(text: str) -> str:
    return _with_a_day_that_exists(_whole(_DATETIME, text))


def _whole(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.fullmatch(text):
        raise ValueError(text)
    return text


def _with_a_day_that_exists(text: str) -> str:
    import datetime

    datetime.date.fromisoformat(text[:10])
    return text


_CONVERTED: dict[str, tuple[Callable[[str], object], str]] = {
    "format": (_format, "not-integer"),
    "id": (_id, "bad-id"),
    "integer": (_integer, "not-integer"),
    "decimal": (_decimal, "not-decimal"),
    "boolean": (_boolean, "not-boolean"),
    "date": (_date, "not-date"),
    "datetime": (_datetime, "not-datetime"),
}
"""Form → what makes its value from text or raises ValueError, and the problem if it does."""
