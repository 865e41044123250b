"""Markdown: CommonMark 0.31 with the tables of GFM. Text of the report is never markup."""

from __future__ import annotations

import re

from reporttui.report.facts import facts
from reporttui.text.safe import escaped
from reporttui.words import _
from reporttui.writers.columns import cells, heads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reporttui.report.prose import Block
    from reporttui.writers.formats import Options
    from reporttui.writers.view import View

_DEEPEST = 6
"""Levels of headings that Markdown has."""

_MARKUP = re.compile(r"[\\`*_\[\]<>&|~$]")
_END = re.compile(r"^[#+=-]|#$")
_ITEM = re.compile(r"^([0-9]+)([.)])(?=\s|$)")


def write(view: View, _options: Options) -> bytes:
    """Return what is in view: the text, and the metrics as a table below it."""
    paragraphs = [*_text(view), *_metrics(view)]
    return ("\n\n".join(paragraphs) + "\n").encode()


def _text(view: View) -> Iterator[str]:
    yield f"# {_block(view.report.title)}"
    if told := [f"- {label}: {_safe(fact)}" for label, fact in facts(view.report)]:
        yield "\n".join(told)
    for block in view.blocks():
        if block.kind != "title":
            yield _heading(block) if block.kind == "heading" else _block(block.text)


def _heading(block: Block) -> str:
    return "#" * min(block.level + 1, _DEEPEST) + " " + _block(block.text)


def _metrics(view: View) -> Iterator[str]:
    if view.metrics:
        yield f"## {_('Metrics')}"
        rows = [_row(map(_safe, cells(one.row))) for one in view.metrics]
        yield "\n".join((_row(heads()), "| --- | --- | ---: | --- | --- | --- |", *rows))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _block(text: str) -> str:
    """Return a paragraph or a heading, with what begins or ends another kind of block escaped."""
    return _ITEM.sub(r"\1\\\2", _END.sub(r"\\\g<0>", _safe(text).strip()))


def _safe(text: str) -> str:
    """Return a text in one line, with everything escaped that Markdown may take for markup."""
    return _MARKUP.sub(r"\\\g<0>", escaped(text))
