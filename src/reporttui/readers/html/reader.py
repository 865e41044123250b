"""Pages saved from portals, from WeChat, from Word → what is the article, and what is not."""

from __future__ import annotations

import re

from reporttui.readers.source import CELL, Paragraph, Remark, Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporttui.readers.html.article import Choice
    from reporttui.readers.html.blocks import Block
    from reporttui.readers.html.tree import Page

_DATE = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[\sT-]*(\d{1,2}):(\d{2})(?::\d{2})?)?"
)


def read(text: str) -> Source:
    """Read a page of HTML.

    Args:
        text: The page, decoded.

    Raises:
        UnreadableFile: `html-no-article` where no text is to be seen on it; `html-too-deep` where
            its elements stand too deep in one another.
    """
    from reporttui.readers.html.article import choose
    from reporttui.readers.html.blocks import blocks_of
    from reporttui.readers.html.noise import mark
    from reporttui.readers.html.rest import left_out
    from reporttui.readers.html.scan import TooDeepError
    from reporttui.readers.html.tree import Page
    from reporttui.report.files import UnreadableFile

    try:
        page = Page(text)
    except TooDeepError:
        raise UnreadableFile("html-too-deep") from None
    mark(page.nodes)
    blocks = blocks_of(page.body)
    if not any(not block.out for block in blocks):
        raise UnreadableFile("html-no-article")
    choice = choose(page, blocks)
    first = blocks[choice.begin].paragraph
    guessed = [] if choice.known else [Remark("article guessed", first.text[:40], first.line)]
    kept = sorted(choice.kept)
    return Source(
        tuple(_paragraphs(blocks, choice)),
        tuple(left_out(blocks, choice)),
        (*guessed, *(doubt for index in kept for doubt in blocks[index].doubts)),
        _fields(page),
    )


def _paragraphs(blocks: list[Block], choice: Choice) -> Iterator[Paragraph]:
    """Yield what is kept; a label and its value side by side are a row."""
    from reporttui.readers.html.around import are_pair

    label: Block | None = None
    for index in sorted(choice.kept):
        block = blocks[index]
        if label and are_pair(label, block):
            text = f"{label.paragraph.text}{CELL}{block.paragraph.text}"
            yield label.paragraph._replace(text=text, row=True)
            label = None
            continue
        if label:
            yield label.paragraph
        label = block
    if label:
        yield label.paragraph


def _fields(page: Page) -> dict[str, str]:
    """Return what the page's head says in the fields that portals must fill in."""
    from reporttui.readers.html.around import titles_of
    from reporttui.readers.html.portals import FIELDS

    fields = {}
    for field, names in FIELDS.items():
        value = next((page.meta[name] for name in names if page.meta.get(name)), "")
        if field == "published":
            value = iso_date(value)
        if field == "title" and not value:
            value = next(iter(titles_of(page)), "")
        if value:
            fields[field] = " ".join(value.split())
    return fields


def iso_date(text: str) -> str:
    """Return a date, or a date and a time, as ISO 8601 writes it; empty where it is none."""
    from datetime import datetime

    match = _DATE.match(text.strip())
    if not match:
        return ""
    year, month, day, hour, minute = match.groups()
    try:
        moment = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0))
    except ValueError:
        return ""
    return moment.isoformat(timespec="minutes") if hour else moment.date().isoformat()
