"""The numbers that a browser prints before the items of ordered lists."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporttui.readers.html.tree import Node

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_CHINESE = frozenset({
    "cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal",
})  # fmt: skip


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
    if kind in _CHINESE and 0 < number < 100:
        return f"{_chinese(number)}、"
    if kind.endswith(("alpha", "latin")) and number > 0:
        return _cased(_letters(number), kind) + "."
    if kind.endswith("roman") and 0 < number < 4000:
        return _cased(_roman(number), kind) + "."
    return f"{number}."


def _cased(letters: str, kind: str) -> str:
    return letters.upper() if kind.startswith("upper") else letters


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _roman(number: int) -> str:
    letters = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        letters += sign * count
    return letters


def _chinese(number: int) -> str:
    digits = " 一二三四五六七八九"
    tens, ones = divmod(number, 10)
    return (f"{digits[tens] if tens > 1 else ''}{'十' if tens else ''}{digits[ones]}").replace(
        " ", ""
    )
