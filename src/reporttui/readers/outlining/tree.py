"""Paragraphs of an article → the outline: one builder for every format."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from reporttui.readers.outlining.headings import is_heading_by_look, is_sentence_as_heading, split
from reporttui.readers.outlining.items import CLOSING, PROSE, SENTENCE, SHORT
from reporttui.readers.outlining.levels import levels
from reporttui.readers.outlining.splitting import items
from reporttui.readers.source import Remark
from reporttui.report.model import Section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from reporttui.readers.outlining.headings import Split
    from reporttui.readers.outlining.items import Item
    from reporttui.readers.source import Paragraph

_PROSE_LENGTH = 40
_ENDS = "结束语|结语|结尾|結束語|結語|附则|附件[一二三四五六1-9]?|附录"
_MANY = 8
_TURNS = 4


class Outlined(NamedTuple):
    """An article as a tree.

    Attributes:
        opening: The paragraphs before the first section, a line each.
        sections: The outline.
        doubts: What may be read otherwise.
    """

    opening: str
    sections: tuple[Section, ...]
    doubts: tuple[Remark, ...]


class _Node:
    def __init__(self, index: int, level: int) -> None:
        self.index = index
        self.level = level
        self.prose: list[str] = []
        self.below: list[_Node] = []


def outlined(paragraphs: Iterable[Paragraph]) -> Outlined:
    """Build the outline of an article; all its characters are in it, in order."""
    pieces = _with_short_lines(list(items(paragraphs)))
    found = levels(pieces)
    root = _tree(pieces, found.of)
    doubts = [
        Remark(reason, pieces[index].text[:40], pieces[index].line, pieces[index].page)
        for index, reason in found.doubts.items()
    ]
    doubts += [
        Remark("heading without a number", piece.text, piece.line, piece.page)
        for piece in pieces
        if piece.family in (SHORT, SENTENCE, CLOSING)
    ]
    sections = _sections(root.below, pieces, doubts)
    doubts.sort(key=lambda remark: (remark.page, remark.line))
    return Outlined("\n".join(root.prose), sections, tuple(doubts))


def _with_short_lines(pieces: list[Item]) -> list[Item]:
    """Find the headings that only their look tells: a short line, and prose below it."""
    found = _with_sentences(_without_announcement(pieces))
    for at, piece in enumerate(pieces[:-1]):
        if piece.family == PROSE and not piece.run_in and is_heading_by_look(piece.text):
            below, above = pieces[at + 1], found[at - 1] if at else None
            ended = (
                above is None or above.family != PROSE or above.text[-1:] in "。！？!?：:；;”）)"
            )
            if (
                ended
                and below.line != piece.line
                and (_is_prose(below) or below.family not in (PROSE, "point"))
            ):
                family = CLOSING if re.fullmatch(_ENDS, piece.text) else SHORT
                found[at] = piece._replace(family=family)
    return found


def _with_sentences(pieces: list[Item]) -> list[Item]:
    """Find headings that are sentences: in print they are bold, and there are many of them."""
    over = {
        at: len(below.text)
        for at, (piece, below) in enumerate(itertools.pairwise(pieces))
        if piece.family == below.family == PROSE
        and is_sentence_as_heading(piece.text)
        and len(below.text) >= _PROSE_LENGTH
    }
    found = {at for at, length in over.items() if length >= 2 * _PROSE_LENGTH}
    if len(found) < _MANY:
        found = {at for at in over if _alternates(at, over.keys())}
    return [
        piece._replace(family=SENTENCE) if at in found else piece for at, piece in enumerate(pieces)
    ]


def _alternates(at: int, found: Container[int]) -> bool:
    """Whether sentence and paragraph take turns around a place often enough."""
    first = last = at
    while first - 2 in found:
        first -= 2
    while last + 2 in found:
        last += 2
    return last - first >= 2 * (_TURNS - 1)


def _without_announcement(pieces: list[Item]) -> list[Item]:
    """Take back the headings that a text only announces: each stands again, as a heading."""
    last = {_bare(piece.text): at for at, piece in enumerate(pieces) if piece.marker}
    return [
        piece._replace(family=PROSE, marker=None, run_in=False, leads=False)
        if piece.marker and piece.text[-1] in "；;。" and last[_bare(piece.text)] > at
        else piece
        for at, piece in enumerate(pieces)
    ]


def _bare(text: str) -> str:
    return text.rstrip("。；;， ")


def _is_prose(piece: Item) -> bool:
    return piece.family in (PROSE, "point") and (
        len(piece.text) >= _PROSE_LENGTH or piece.text[-1] in "。！？"
    )


def _tree(pieces: Sequence[Item], levels: Sequence[int]) -> _Node:
    root = _Node(-1, 0)
    stack = [root]
    for index, (piece, level) in enumerate(zip(pieces, levels, strict=True)):
        if level:
            while stack[-1].level >= level:
                stack.pop()
            node = _Node(index, level)
            stack[-1].below.append(node)
            stack.append(node)
        else:
            stack[-1].prose.append(piece.text)
    return root


def _sections(
    nodes: Sequence[_Node], pieces: Sequence[Item], doubts: list[Remark], below: str = ""
) -> tuple[Section, ...]:
    parts = _splits(nodes, pieces, below)
    found = []
    for node in nodes:
        sections = _sections(node.below, pieces, doubts, pieces[node.index].family)
        number, title, text, doubt = parts[node.index]
        piece = pieces[node.index]
        if doubt:
            doubts.append(Remark(doubt, piece.text[:40], piece.line, piece.page))
        lines = "\n".join(filter(None, [text, *node.prose]))
        found.append(Section(number, title, piece.run_in, lines, (), sections))
    return tuple(found)


def _splits(nodes: Sequence[_Node], pieces: Sequence[Item], below: str) -> dict[int, Split]:
    """Split the headings of one list, each family among its own."""
    families: dict[tuple[str, bool], list[_Node]] = {}
    for node in nodes:
        piece = pieces[node.index]
        families.setdefault((piece.family, piece.run_in), []).append(node)
    found: dict[int, Split] = {}
    for group in families.values():
        heads = [bool(node.below or node.prose) for node in group]
        parts = split([pieces[node.index] for node in group], heads, below)
        found.update(zip((node.index for node in group), parts, strict=True))
    return found
