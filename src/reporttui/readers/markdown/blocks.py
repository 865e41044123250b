"""The blocks of a Markdown parser → paragraphs, and every mark that is left out of them."""

from __future__ import annotations

import re

from reporttui.readers.markdown.text import Text, with_bare_products, with_escaped_products
from reporttui.readers.source import Paragraph, Remark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from markdown_it.token import Token

MAX_NESTING = 50
"""Quotes and lists in one another; what is deeper is kept as it stands in the file."""

_TAG = re.compile(r"<!--[\s\S]*?(?:-->|$)|</?[A-Za-z][^<>]*>|<[!?][^<>]*>")


def blocks_of(lines: list[str]) -> Writer:
    """Return what was written of a text, given as its lines."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING})
    parser.enable(["table", "strikethrough"]).disable(["image", "text_join"])
    if any(line.startswith("[^") for line in lines):
        # A footnote, which else would be taken for the target of a link.
        parser.disable("reference")
    writer = Writer(lines)
    try:
        tokens = parser.parse(with_escaped_products("\n".join(lines)))
    except RecursionError:
        return writer
    for token in tokens:
        writer.take(token)
    return writer


class Writer:
    """Turns tokens to paragraphs.

    Attributes:
        paragraphs: What was written.
        left_out: The marks.
        doubts: What was read in a way that may be wrong.
        consumed: The indexes of the lines that all this came from.
    """

    def __init__(self, lines: list[str]) -> None:
        self.paragraphs: list[Paragraph] = []
        self.left_out: list[Remark] = []
        self.doubts: list[Remark] = []
        self.consumed: set[int] = set()
        self._lines = lines
        self._heading = 0
        self._number = self._bullet = ""
        self._cells: list[Token] | None = None

    def take(self, token: Token) -> None:
        """Take up the next token of a block."""
        kind = token.type
        if kind == "heading_open":
            self._heading = int(token.tag[1])
            if token.map and token.markup in ("=", "-"):
                self._leave_lines("markup", token.map[1] - 1, token.map[1])
        elif kind == "heading_close":
            self._heading = 0
        elif kind == "list_item_open":
            self._number = token.info + token.markup if token.info else ""
            self._bullet = "" if token.info else token.markup
        elif kind == "tr_open":
            self._cells = []
        elif kind == "tr_close":
            self._row()
        elif kind == "table_open" and token.map:
            self._leave_lines("table rule", token.map[0] + 1, token.map[0] + 2)
        elif token.map and kind in ("inline", "fence", "code_block", "html_block", "hr"):
            self._leaf(token, *token.map)

    def _leaf(self, token: Token, begin: int, end: int) -> None:
        if self._cells is not None:
            self._cells.append(token)
        elif token.type == "inline":
            self._prose(token, begin, end)
        elif token.type == "html_block":
            self._html(begin, end)
        elif token.type == "hr":
            self._leave_lines("rule", begin, end)
        else:
            self._code(token, begin, end)

    def _leave_lines(self, reason: str, begin: int, end: int) -> None:
        for index in range(begin, min(end, len(self._lines))):
            self.consumed.add(index)
            if self._lines[index].strip():
                self.left_out.append(Remark(reason, self._lines[index].strip(), index + 1))

    def _prose(self, token: Token, begin: int, end: int) -> None:
        text = self._text(begin, end)
        text.read(token.children or [])
        gap = begin > 0 and not self._lines[begin - 1].strip()
        for paragraph in self._finished(text):
            self.paragraphs.append(paragraph._replace(heading=self._heading, gap=gap))
            gap = False

    def _row(self) -> None:
        cells, self._cells = self._cells or [], None
        if not cells or not cells[0].map:
            return
        text = self._text(cells[0].map[0], cells[0].map[0] + 1)
        for index, cell in enumerate(cells):
            if index:
                text.cell()
            text.read(cell.children or [])
        self.paragraphs += [paragraph._replace(row=True) for paragraph in self._finished(text)]

    def _text(self, begin: int, end: int) -> Text:
        self.consumed.update(range(begin, end))
        text = Text(self._lines[begin:end], begin, self._number, self._bullet)
        self._number = self._bullet = ""
        return text

    def _finished(self, text: Text) -> list[Paragraph]:
        paragraphs = text.finish()
        self.left_out += [
            Remark(reason, " ".join(marks), text.line) for reason, marks in text.marks.items()
        ]
        self.doubts += text.doubts
        return paragraphs

    def _code(self, token: Token, begin: int, end: int) -> None:
        """Keep the lines of code; its fences are marks."""
        content = with_bare_products(token.content).removesuffix("\n")
        contents = content.split("\n") if token.content else []
        if token.type == "fence":
            self._leave_lines("markup", begin, begin + 1)
            begin += 1
            if begin + len(contents) < end:
                self._leave_lines("markup", end - 1, end)
        for index, line in enumerate(contents, begin):
            self.consumed.add(index)
            if index < len(self._lines):
                self._code_line(index, line.strip(), token.type == "code_block")

    def _code_line(self, index: int, text: str, indented: bool) -> None:
        whole = self._lines[index].strip()
        if not whole.endswith(text):
            text = whole
        before = whole[: len(whole) - len(text)]
        if text:
            self.paragraphs.append(Paragraph(text, index + 1, indented=indented))
        if before:
            self.left_out.append(Remark("markup", before.strip(), index + 1))

    def _html(self, begin: int, end: int) -> None:
        """Keep the text between tags, line by line."""
        source = "\n".join(self._lines[begin:end])
        self.consumed.update(range(begin, end))
        at = 0
        for tag in (*_TAG.finditer(source), None):
            for line in source[at : tag.start() if tag else len(source)].split("\n"):
                if line.strip():
                    number = begin + 1 + source.count("\n", 0, source.index(line, at))
                    self.paragraphs.append(Paragraph(line.strip(), number))
            if tag:
                at = tag.end()
                reason = "comment" if tag[0].startswith("<!--") else "markup"
                number = begin + 1 + source.count("\n", 0, tag.start())
                self.left_out.append(Remark(reason, " ".join(tag[0].split()), number))
