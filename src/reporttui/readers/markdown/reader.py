"""Markdown (CommonMark, with GitHub's tables) → its paragraphs, without its marks."""

from __future__ import annotations

import re

from reporttui.readers.source import Paragraph, Remark, Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_FRONT = re.compile(r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|$)")
_PAIR = re.compile(r"([\w-]+)[ \t]*[:：][ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_FIELDS = {
    "title": ("title", "标题", "题目"),
    "published": ("published", "pubdate", "publishdate", "date", "日期", "发布日期", "发布时间"),
    "source": ("source", "issuer", "publisher", "author", "来源", "发布机构", "作者"),
}
_REFERENCE = re.compile(r"\s*\[[^\]]+\]:\s*\S")
_ONLY_MARKS = re.compile(r"[\s>]*(?:[-+*]\s*)?")


def read(text: str) -> Source:
    """Read a text in Markdown.

    Nothing that a text may hold is an error. Marks that make nothing of the text, as a lone `*`,
    are text.

    Args:
        text: The file, decoded.
    """
    from reporttui.readers.markdown.blocks import blocks_of

    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    front = _FRONT.match(text)
    head = front[0] if front else ""
    lines = ("\n" * head.count("\n") + text[len(head) :]).split("\n")
    written = blocks_of(lines)
    paragraphs, left_out = written.paragraphs, written.left_out
    if head:
        left_out.insert(0, Remark("front matter", " ".join(head.split()), 1))
    for number, line in _unread(lines, written.consumed):
        if _REFERENCE.match(line):
            left_out.append(Remark("link target", line.strip(), number))
        elif _ONLY_MARKS.fullmatch(line):
            left_out.append(Remark("list mark", line.strip(), number))
        else:
            paragraphs.append(Paragraph(line.strip(), number))
    return Source(
        tuple(sorted(paragraphs, key=lambda paragraph: paragraph.line)),
        tuple(sorted(left_out, key=lambda remark: remark.line)),
        tuple(written.doubts),
        _fields(head),
    )


def _unread(lines: list[str], consumed: set[int]) -> Iterator[tuple[int, str]]:
    """Yield the number, from 1, and the text of each line that is in no block."""
    for index, line in enumerate(lines):
        if index not in consumed and line.strip():
            yield index + 1, line


def _fields(head: str) -> dict[str, str]:
    """Return what the front matter says; it is no YAML that a hostile file could misuse."""
    from reporttui.readers.html.reader import iso_date

    given = {key.lower(): value.strip("\"'") for key, value in _PAIR.findall(head)}
    fields = {}
    for field, keys in _FIELDS.items():
        value = next((given[key] for key in keys if given.get(key)), "")
        if field == "published":
            value = iso_date(value)
        if value:
            fields[field] = value
    return fields
