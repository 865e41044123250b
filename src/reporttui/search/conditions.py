"""What stands behind the name of a field → a condition."""

from __future__ import annotations

import re

from reporttui.search.fields import VALUES, value_named
from reporttui.search.tree import Condition
from reporttui.text.folding import fold_needle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporttui.search.tree import Range


class BadValueError(ValueError):
    """A value that a field cannot have.

    Attributes:
        code: The kind of mistake.
        values: What the sentence about it needs.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def condition(field: str, operator: str, text: str) -> Condition | Range:
    """Read the value of a field.

    Args:
        field: One of `fields.FIELDS`, but for those that take words.
        operator: What stands between the two; for `value` also a comparison.
        text: The value as typed.

    Raises:
        BadValueError: For one that the field cannot have.
    """
    if field == "value":
        return _range(operator, text)
    if field == "unit":
        return Condition(field, text)
    if field == "in":
        return Condition(field, _path(text))
    value = value_named(field, text)
    if value is None:
        raise BadValueError(
            "query-unknown-value", field=field, found=text, **guesses(text, VALUES[field])
        )
    return Condition(field, value)


def _range(operator: str, text: str) -> Range:
    from reporttui.search.ranges import BadRangeError, read_range

    try:
        return read_range(operator, text)
    except BadRangeError:
        raise BadValueError("query-bad-value", found=text) from None


def _path(text: str) -> str:
    path = fold_needle(text)
    if not re.fullmatch(r"\d+(\.\d+)*", path):
        raise BadValueError("query-bad-path", found=text)
    return ".".join(number.lstrip("0") or "0" for number in path.split("."))


def guesses(word: str, among: Iterable[str]) -> dict[str, object]:
    """Return what a sentence says about a word that is none of those that there are."""
    from reporttui.report.problems import nearest

    return {"name": word, "allowed": ", ".join(among), "nearest": nearest(word, [*among]) or ""}
