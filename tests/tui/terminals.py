"""Terminals to prove the painter on: pyte's, with what differs between real ones made explicit.

And, beside them, what a frame is said to look like, made without the painter's own code.
"""

import re
import unicodedata

import pyte
from pyte import graphics
from wcwidth import wcwidth

_SEQUENCE = re.compile(r"\x1b\[([\d;]*)([A-Za-z])")
_SIMPLE = {0, 1, 4, 5, 7}
"""What a VT100 knows of Select Graphic Rendition."""
_FIELDS = {1: "bold", 2: "blink", 3: "italics", 4: "underscore", 7: "reverse", 9: "strikethrough"}
"""Pyte's names. It has no dim, and nothing here blinks: the one stands for the other."""


class Tube(pyte.Screen):
    """A terminal, full of something else at first, that takes only what it is said to know.

    Args:
        width: Columns.
        height: Rows.
        able: What it knows.
        colours_what_it_erases: Whether it does; a painter that does not count on it must not care.
    """

    def __init__(self, width, height, able, *, colours_what_it_erases=None):
        self._able = able
        told = colours_what_it_erases
        self._bce = able.erases_in_colour if told is None else told
        super().__init__(width, height)
        self.reset_mode(7, private=True)
        self._stream = pyte.Stream(self)
        self.spoil()

    def spoil(self):
        """Show something else, drawn with some pen, as after anybody else's output."""
        for y in range(self.lines):
            for x in range(self.columns):
                self.buffer[y][x] = self.default_char._replace(data="x", fg="red", bold=True)
        self.cursor.attrs = self.default_char._replace(bg="green", reverse=True)
        self.cursor.x, self.cursor.y = self.columns // 2, self.lines // 2

    def feed(self, text):
        for parameters, command in _SEQUENCE.findall(text):
            codes = [int(code or 0) for code in parameters.split(";")]
            known = "ABCDHJKm" + "LMr" * self._able.scrolls + "G" * self._able.columns
            assert command in known, f"not known here: {parameters}{command}"
            if command == "m" and not self._able.stepwise:
                assert codes[0] == 0, f"pens are taken anew here: {parameters}"
                assert not set(codes) & {*range(22, 30), 39, 49}, parameters
        left = _SEQUENCE.sub("", text)
        assert not re.search(r"[\x00-\x1f\x7f-\x9f]", re.sub(r"[\r\b]", "", left)), ascii(left)
        self._stream.feed(text)

    def draw(self, data):
        for char in data:  # One by one, so that none is lost at the edge.
            assert self.cursor.x + max(0, wcwidth(char)) <= self.columns, f"beyond the edge: {data}"
            over = self.buffer[self.cursor.y]
            before, width = self.cursor.x, wcwidth(char)
            if width > 0:
                super().draw(char)
                self._halve(over, before, before + width)
            elif before:
                self._join(over, before - 1, char)

    def _join(self, row, place, mark):
        """Draw a mark onto what stands before it; pyte knows few, and none on a wide character."""
        place -= place > 0 and not row[place].data
        row[place] = row[place]._replace(data=unicodedata.normalize("NFC", row[place].data + mark))

    def _halve(self, row, start, end):
        """Spoil what is left of a wide character of which one half was written over."""
        if end < self.columns and row[end].data == "":
            row[end] = row[end]._replace(data="½")
        if start and _is_wide(row[start - 1].data) and row[start].data != "":
            row[start - 1] = row[start - 1]._replace(data="½")

    def _erased(self):
        return self.default_char._replace(bg=self.cursor.attrs.bg if self._bce else "default")

    def erase_in_display(self, how=0, *_arguments, **_options):
        assert how == 2
        for y in range(self.lines):
            self._blank(y)

    def erase_in_line(self, how=0, private=False):
        assert how == 0
        self._blank(self.cursor.y, self.cursor.x)
        if self.cursor.x:
            assert not _is_wide(self.buffer[self.cursor.y][self.cursor.x - 1].data), "halved"

    def _blank(self, y, start=0):
        for x in range(start, self.columns):
            self.buffer[y][x] = self._erased()

    def insert_lines(self, count=None):
        super().insert_lines(count)
        _top, bottom = self.margins or (0, self.lines - 1)
        for y in range(self.cursor.y, min(bottom, self.cursor.y + (count or 1) - 1) + 1):
            self._blank(y)

    def delete_lines(self, count=None):
        super().delete_lines(count)
        _top, bottom = self.margins or (0, self.lines - 1)
        for y in range(max(self.cursor.y, bottom - (count or 1) + 1), bottom + 1):
            self._blank(y)

    def select_graphic_rendition(self, *codes):
        """Take a pen; dim, which pyte lacks, is kept as blinking."""
        codes, known = list(codes), []
        while codes:
            code = codes.pop(0)
            if code in (38, 48):
                size = {5: 1, 2: 3}[codes[0]] + 1
                known += [code, *codes[:size]]
                del codes[:size]
            else:
                known += {2: [5], 22: [22, 25]}.get(code, [code])
        super().select_graphic_rendition(*known)

    def seen(self):
        """Return the cells with what is seen of them."""
        rows = range(self.lines), range(self.columns)
        return [[seen(self.buffer[y][x]) for x in rows[1]] for y in rows[0]]

    def characters(self):
        """Return the characters alone, row by row."""
        return [[self.buffer[y][x].data for x in range(self.columns)] for y in range(self.lines)]

    def place(self):
        """Return where the cursor is: behind the last column if something was written there."""
        return self.cursor.x, self.cursor.y


def _is_wide(char):
    return bool(char) and wcwidth(char[0]) == 2


def seen(char):
    """Return a cell with what is seen of it: of a blank its ground, and lines at and over it."""
    if char.data != " " or char.reverse:
        return char
    lined = char.underscore or char.strikethrough
    return char._replace(bold=False, blink=False, italics=False, fg=char.fg if lined else "default")


def said(cell):
    """Return what a cell of a frame says that there is to be seen."""
    char, (attributes, foreground, background) = cell
    options = {_FIELDS[code]: True for code in attributes}
    fg, bg = _colour(foreground, graphics.FG), _colour(background, graphics.BG)
    return seen(pyte.screens.Char(unicodedata.normalize("NFC", char), fg=fg, bg=bg, **options))


def _colour(codes, names):
    numbers = [int(code) for code in codes.split(";") if code]
    if not numbers:
        return "default"
    if len(numbers) == 1:
        bright = {**graphics.FG_AIXTERM, **graphics.BG_AIXTERM}
        return {**bright, **names}[numbers[0]]
    if numbers[1] == 5:
        return graphics.FG_BG_256[numbers[2]]
    return "".join(f"{number:02x}" for number in numbers[2:])
