"""Radicals that some PDFs have in place of the characters that look the same."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_ANY = re.compile("[\u2e80-\u2ef3\u2f00-\u2fd5]")

# Unicode decomposes the Kangxi radicals but not those of the supplement; these are the ones of
# its EquivalentUnifiedIdeograph.txt that are characters of their own in running text.
_SUPPLEMENT = dict(
    zip(
        "⺁⺒⺓⺝⺟⺠⺬⺮⻁⻄⻅⻆⻉⻋⻑⻒⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂巳幺月母民示竹虎西见角贝车長镸长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)


def radicals_in(text: str) -> list[str]:
    """Return the radicals of a text that have ordinary characters, each once, in order."""
    return [char for char in dict.fromkeys(_ANY.findall(text)) if _ordinary(char) != char]


def with_ordinary(text: str, radicals: Mapping[str, str]) -> str:
    """Return a text with radicals replaced, one for one."""
    return text.translate({ord(char): plain for char, plain in radicals.items()})


def ordinary(radicals: list[str]) -> dict[str, str]:
    """Return the ordinary character for each radical."""
    return {char: _ordinary(char) for char in radicals}


def _ordinary(char: str) -> str:
    from unicodedata import normalize

    return _SUPPLEMENT.get(char) or normalize("NFKC", char)
