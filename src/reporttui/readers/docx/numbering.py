"""The automatic numbers of a DOCX, counted as Word counts them."""

from __future__ import annotations

import re
from typing import NamedTuple

from reporttui.readers.docx.parts import switched, value, whole
from reporttui.readers.numerals import numeral

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from reporttui.readers.docx.styles import Styles

BULLET = "•"
"""What stands for a bullet from a font of symbols."""

_LEVELS = 9
_MOST_LINKS = 8
_SYMBOL_FONTS = re.compile("symbol|wingdings|webdings", re.IGNORECASE)
# Full-width signs bring their own room: no space after them where Word has a tab.
_ROOMY = "、，．。：）】》〕」』"


class Label(NamedTuple):
    """The number at the beginning of a paragraph.

    Attributes:
        text: With the white space that parts it from what follows.
        doubt: Why it may not be what Word prints; empty where it is.
    """

    text: str = ""
    doubt: str = ""


class _Level(NamedTuple):
    start: int
    form: str
    text: str
    suffix: str
    legal: bool
    restart: int | None
    style: str
    overridden: bool = False


class _List(NamedTuple):
    """A w:num: its own levels over those of the list that it counts with."""

    shared: str
    levels: dict[int, _Level]


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts = _by_id(root, "abstractNum", "abstractNumId")
        self._nums = _by_id(root, "num", "numId")
        self._shared: dict[str, dict[int, _Level]] = {}
        self._links: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def level_of(self, num: str, lineage: tuple[str, ...]) -> int | None:
        """Return the level of a list that is linked to a style, or to one it is based on."""
        linked = {level.style: index for index, level in self._list(num).levels.items()}
        return next((linked[style] for style in lineage if style in linked), None)

    def label(self, num: str, index: int) -> Label:
        """Count one paragraph at a level of a list, and return its number."""
        levels = self._list(num).levels
        level = levels.get(index)
        if level is None:
            return Label()
        counts = self._counted(num, index, level)
        if level.form == "bullet":
            return Label(_parted(level.text, level.suffix))
        return _label(index, levels, counts)

    def _counted(self, num: str, index: int, level: _Level) -> dict[int, int]:
        shared, levels = self._list(num)
        counts = self._counts.setdefault(shared, {})
        restarted = level.overridden and (num, index) not in self._begun
        self._begun.add((num, index))
        again = index in counts and not restarted
        counts[index] = counts[index] + 1 if again else level.start
        for deeper in [deeper for deeper in counts if deeper > index]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or index < restart:
                del counts[deeper]
        return counts

    def _list(self, num: str) -> _List:
        if num not in self._lists:
            self._lists[num] = self._made(num)
        return self._lists[num]

    def _made(self, num: str) -> _List:
        element = self._nums.get(num)
        if element is None:
            return _List("", {})
        shared = self._linked(element)
        if shared not in self._shared:
            self._shared[shared] = _levels(self._abstracts.get(shared))
        levels = dict(self._shared[shared])
        for override in element.findall("lvlOverride"):
            levels |= _levels(override)
            index, start = whole(value(override, "ilvl")), override.find("startOverride")
            if index in levels and start is not None:
                levels[index] = levels[index]._replace(start=_start(start), overridden=True)
        return _List(shared, levels)

    def _linked(self, num: Element) -> str:
        """Follow the links from a list to the style of lists that defines it."""
        for _ in range(_MOST_LINKS):
            shared = value(num.find("abstractNumId"))
            linked = self._nums.get(self._styles[self._link(shared)].format.num or "")
            if linked is None:
                break
            num = linked
        return shared

    def _link(self, shared: str) -> str:
        if shared not in self._links:
            abstract = self._abstracts.get(shared)
            link = None if abstract is None else abstract.find("numStyleLink")
            self._links[shared] = value(link)
        return self._links[shared]


def _by_id(root: Element | None, tag: str, key: str) -> dict[str, Element]:
    return {} if root is None else {value(each, key): each for each in root.findall(tag)}


def _levels(parent: Element | None) -> dict[int, _Level]:
    levels = {}
    for element in () if parent is None else parent.findall("lvl"):
        index = whole(value(element, "ilvl"))
        if index is not None and 0 <= index < _LEVELS:
            levels[index] = _level(element)
    return levels


def _level(element: Element) -> _Level:
    # A form of one's own is wrapped, with a plain one as the fallback that stands last.
    form = value(
        [*element.iter("numFmt"), None][-2 if element.find(".//numFmt") is not None else -1]
    )
    return _Level(
        _start(element.find("start")),
        form or "decimal",
        _plain_bullets(element) if form == "bullet" else value(element.find("lvlText")),
        value(element.find("suff")) or "tab",
        bool(switched(element, "isLgl")),
        whole(value(element.find("lvlRestart"))),
        value(element.find("pStyle")),
    )


def _start(element: Element | None) -> int:
    return max(0, whole(value(element)) or 0)


def _plain_bullets(level: Element) -> str:
    text = value(level.find("lvlText"))
    fonts = level.find("rPr/rFonts")
    if fonts is not None and any(map(_SYMBOL_FONTS.search, fonts.attrib.values())):
        return BULLET * len(text)
    return re.sub("[\ue000-\uf8ff]", BULLET, text)


def _label(index: int, levels: dict[int, _Level], counts: dict[int, int]) -> Label:
    level, doubts = levels[index], []

    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        if at > index or at not in levels:
            return ""
        if at not in counts:
            doubts.append("number of a level never used")
        form = levels[at].form
        legal = level.legal and form not in ("none", "bullet")
        count = counts.get(at, levels[at].start)
        written = numeral(count, "decimal" if legal else form)
        if written is None:
            doubts.append("form of number")
        return str(count) if written is None else written

    text = re.sub("%([1-9])", number, level.text)
    return Label(_parted(text, level.suffix), *doubts[:1])


def _parted(text: str, suffix: str) -> str:
    text = re.sub(r"\s", " ", text)
    if not text or suffix == "nothing" or (suffix == "tab" and text[-1] in _ROOMY):
        return text
    return text + " "
