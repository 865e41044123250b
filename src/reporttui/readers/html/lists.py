"""The numbers that a browser prints before the items of ordered lists."""

from __future__ import annotations

from reporttui.readers.numerals import numeral

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.readers.html.tree import Node

_CHINESE_FORM = "chineseCountingThousand"
_FORMS = {
    ("cjk-ideographic", "chinese-informal", "cjk-decimal"): _CHINESE_FORM,
    ("roman",): "lowerRoman",
}
"""Ends of a `list-style-type` → the form of the number."""

_LARGEST = 3999
"""Up to which CSS has Roman numbers."""


def printed_numbers(items: list[Node], start: str, kind: str) -> list[str]:
    """Return what stands before each item of a list.

    Args:
        items: The `<li>` of an `<ol>`.
        start: Its `start`.
        kind: Its `list-style-type`; an unknown one prints decimals, as in a browser.
    """
    if kind == "none":
        return [""] * len(items)
    numbers = []
    number = _integer(start, 1) - 1
    for item in items:
        number = _integer(item.get("value"), number + 1)
        numbers.append(_printed(number, kind))
    return numbers


def _integer(text: str, default: int) -> int:
    text = text.strip()
    return int(text) if text.isdecimal() and len(text) < 7 else default


def _printed(number: int, kind: str) -> str:
    form = next((form for words, form in _FORMS.items() if kind.endswith(words)), "")
    if form and 0 < number <= _LARGEST:
        sign = "、" if form == _CHINESE_FORM else "."
        return _cased(f"{numeral(number, form)}{sign}", kind)
    if kind.endswith(("alpha", "latin")) and number > 0:
        return _cased(_letters(number), kind) + "."
    return f"{number}."


def _cased(letters: str, kind: str) -> str:
    return letters.upper() if kind.startswith("upper") else letters


def _letters(number: int) -> str:
    """Count by letters as CSS does, where ab follows aa; Word writes bb."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
