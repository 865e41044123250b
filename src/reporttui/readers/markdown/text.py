"""The text of a Markdown block, and the marks in it that are no text.

A parser's tokens do not say where in the lines they stand. So each is found behind the one before
it, and what lies between them is markup.
"""

from __future__ import annotations

import re

from reporttui.readers.source import CELL, Paragraph, Remark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

_TARGET = re.compile(r"\]\((?:[^()\\\n]|\\.|\([^()\n]*\))*\)|\]\[[^\]\n]*\]|\]")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
# CommonMark does not take `**甲。**乙` for bold, since it looks for spaces around punctuation.
_BOLD = re.compile(r"\*\*(?=[^\s*])([^*]*[^\s*])\*\*")
_CJK = r"[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
_PRODUCT = re.compile(r"(?<=\d)\*(?=\d)")
_ESCAPED_PRODUCT = re.compile(r"(?<=\d)\\\*(?=\d)")
_JOINT = re.compile(rf"(?<={_CJK})\s*\n\s*(?={_CJK})")
_INDENT = re.compile(r"\u3000{2}|[\xa0\u2003]{2}")


def with_escaped_products(source: str) -> str:
    """Return what a parser is to see, lest 2*3*4 come out as 234."""
    return _PRODUCT.sub(r"\\*", source)


def with_bare_products(code: str) -> str:
    """Return code as it was before."""
    return _ESCAPED_PRODUCT.sub("*", code)


class Text:
    """The text of a block, gathered from its tokens.

    Attributes:
        line: On which the block begins, from 1.
        marks: Reason → what is left out for it.
        doubts: What was read in a way that may be wrong.
    """

    def __init__(self, lines: list[str], begin: int, number: str, bullet: str) -> None:
        """Begin.

        Args:
            lines: Of the block.
            begin: The index of the first one in the file.
            number: Of the list's item that begins here, as printed.
            bullet: Of the list's item, if it has no number.
        """
        self.line = begin + 1
        self.marks: dict[str, list[str]] = {}
        self.doubts: list[Remark] = []
        self._source = "\n".join(lines)
        self._at = 0
        self._number, self._bullet = number, bullet
        self._bold = self._struck = 0
        self._image = False
        self._pieces: list[tuple[str, bool]] = []
        self._begun = self.line
        self._paragraphs: list[Paragraph] = []

    def read(self, tokens: list[Token]) -> None:
        """Take up the tokens of the text, or of one cell of it."""
        for token in tokens:
            kind = token.type
            if kind == "text":
                self._say_text(token.content)
            elif kind == "code_inline":
                code = with_bare_products(token.content)
                self._say(code, code)
            elif kind == "text_special":
                self._say(token.content, self._as_written(token))
            elif kind in ("softbreak", "hardbreak"):
                self._end_line(kind == "hardbreak")
            elif kind == "html_inline":
                self._tag(token.content)
            elif kind == "link_open":
                self._open_link()
            elif kind == "link_close":
                self._close_link(token.markup == "autolink")
            self._bold += (kind == "strong_open") - (kind == "strong_close")
            self._struck += (kind == "s_open") - (kind == "s_close")

    def cell(self) -> None:
        """Part what follows from the cell before it."""
        self._pieces.append((CELL, False))

    def finish(self) -> list[Paragraph]:
        """Return the paragraphs; what is left of the lines is marks."""
        self._skip(len(self._source))
        self._end_paragraph()
        return self._paragraphs

    def _as_written(self, token: Token) -> str:
        """Return what stands in the file: an escape may be one of ours."""
        ours = self._source.find(token.content, self._at)
        theirs = self._source.find(token.markup, self._at)
        return token.markup if theirs >= 0 and (ours < 0 or theirs <= ours) else token.content

    def _say_text(self, content: str) -> None:
        at = 0
        for match in _BOLD.finditer(content):
            self._say(content[at : match.start()], content[at : match.start()])
            self._bold += 1
            self._say(match[1], match[1])
            self._bold -= 1
            at = match.end()
        self._say(content[at:], content[at:])

    def _say(self, content: str, written: str) -> None:
        """Add text, which stands in the file as `written`."""
        if not content:
            return
        found = self._source.find(written, self._at)
        if found >= 0:
            self._skip(found)
            self._at = found + len(written)
        else:
            self._follow(written)
        if written != content:
            self._mark("markup", written.replace(content, "", 1))
        if self._image:
            self._mark("image", content)
            return
        if self._struck:
            self.doubts.append(Remark("struck out", content.strip(), self._here()))
        if not any(text.strip() for text, _ in self._pieces):
            self._begun = self._here()
        self._pieces.append((content.replace(CELL, " "), self._bold > 0))

    def _follow(self, written: str) -> None:
        """Find text whose signs stand in the file one by one, with marks between them."""
        for sign in written:
            found = self._source.find(sign, self._at)
            if found >= 0 and not sign.isspace():
                self._skip(found)
                self._at = found + 1

    def _here(self) -> int:
        return self.line + self._source.count("\n", 0, self._at)

    def _skip(self, end: int) -> None:
        """Leave out what stands before `end`; but an item's number is text."""
        gap, self._at = self._source[self._at : end], end
        if self._number and self._number in gap:
            gap = gap.replace(self._number, "", 1)
            self._pieces.append((self._number, False))
            self._number = ""
        elif self._bullet and self._bullet in gap:
            gap = gap.replace(self._bullet, "", 1)
            self._mark("list mark", self._bullet)
            self._bullet = ""
        self._mark("markup", gap)

    def _mark(self, reason: str, marks: str) -> None:
        if marks.strip():
            self.marks.setdefault(reason, []).append(" ".join(marks.split()))

    def _end_line(self, hard: bool) -> None:
        end = self._source.find("\n", self._at)
        self._skip(end if end >= 0 else len(self._source))
        if hard or _INDENT.match(self._source, self._at + 1):
            self._end_paragraph()
        else:
            self._pieces.append(("\n", self._bold > 0))

    def _tag(self, tag: str) -> None:
        found = self._source.find(tag, self._at)
        if found >= 0:
            self._skip(found)
            self._at = found + len(tag)
            self._mark("comment" if tag.startswith("<!--") else "markup", tag)
        if _BREAK.fullmatch(tag):
            self._end_paragraph()

    def _open_link(self) -> None:
        last, bold = self._pieces[-1] if self._pieces else ("", False)
        if last.endswith("!") and self._source.startswith("![", self._at - 1):
            self._pieces[-1] = (last[:-1], bold)
            self._mark("image", "!")
            self._image = True

    def _close_link(self, bare: bool) -> None:
        target = None if bare else _TARGET.search(self._source, self._at)
        if target:
            self._skip(target.start())
            self._at = target.end()
            self._mark("image" if self._image else "link target", target[0])
        self._image = False

    def _end_paragraph(self) -> None:
        pieces, self._pieces = self._pieces, []
        text = _joined(pieces)
        if text:
            lead = "".join(piece for piece, _ in pieces)
            before = self._source.split("\n")[self._begun - self.line].split(text[0], 1)[0]
            indented = bool(_INDENT.search(lead[: len(lead) - len(lead.lstrip())] + before))
            bold = _joined(list(_leading_bold(pieces)))
            count = len(bold) if text.startswith(bold) else 0
            paragraph = Paragraph(text, self._begun, bold=count, indented=indented)
            self._paragraphs.append(paragraph)


def _joined(pieces: list[tuple[str, bool]]) -> str:
    """Return lines as one; their ends between Chinese characters are nothing, else a space."""
    text = _JOINT.sub("", "".join(piece for piece, _ in pieces)).replace("\n", " ")
    return CELL.join(cell.strip() for cell in text.split(CELL)).strip()


def _leading_bold(pieces: list[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    for piece in pieces:
        if not piece[1] and piece[0].strip():
            return
        yield piece
