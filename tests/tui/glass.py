"""What a terminal makes of the bytes it is sent, as far as the app needs it: strict, and fast.

Any control character or sequence that the app has no reason to send is an error. (The emulator of
the benchmarks knows them all, and takes five times as long.)
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from wcwidth import wcwidth

HALF = "½"
"""What is left of a wide character when something is written over the other half."""

_TOKEN = re.compile(
    r"\x1b\[([\d;]*)([Hm])|([^\x00-\x1f\x7f-\x9f]+)|(\n)|\x1b\]22;[a-z]+\x07|(.{1,9})", re.DOTALL
)
_SWITCHES = {1: "bold", 2: "dim", 3: "italic", 4: "underline", 7: "reverse"}


class Look(NamedTuple):
    """How a cell is drawn; colours as they were sent, empty for the terminal's own."""

    fg: str = ""
    bg: str = ""
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False


class Cell(NamedTuple):
    """A cell; the second one of a wide character is empty."""

    data: str
    look: Look


PLAIN = Look()
BLANK = Cell(" ", PLAIN)


class Glass:
    """The screen of a terminal.

    Args:
        width: Columns.
        height: Rows.
        ambiguous: Cells that it gives to an East Asian Ambiguous character.
    """

    def __init__(self, width, height, ambiguous=1):
        self.cells = []
        self._ambiguous = ambiguous
        self._x = self._y = 0
        self._look = PLAIN
        self.resize(width, height)

    def resize(self, width, height):
        """Change the size; what no longer fits is cut."""
        rows = [*self.cells, *([] for _ in range(height))][:height]
        self.width, self.height = width, height
        self.cells = [[*row, *[BLANK] * width][:width] for row in rows]

    def feed(self, data):
        """Take output."""
        for parameters, command, text, down, other in _TOKEN.findall(data):
            if text:
                self._write(text)
            elif command == "m":
                self._look = _with(self._look, parameters)
            elif command == "H":
                row, _, column = parameters.partition(";")
                self._x, self._y = int(column or 1) - 1, int(row or 1) - 1
            elif down:
                self._y += 1
                assert self._y < self.height, "scrolled"
            elif other:
                raise AssertionError(f"sent to the terminal: {other!r}")

    def rows(self):
        """Return the rows as text, without the blanks at their ends."""
        return ["".join(cell.data for cell in row).rstrip() for row in self.cells]

    def _write(self, text):
        row, look, x = self.cells[self._y], self._look, self._x
        for char in text:
            cells = _cells(char, self._ambiguous)
            if cells == 0:
                row[x - 1] = row[x - 1]._replace(data=row[x - 1].data + char)
                continue
            assert x + cells <= self.width, f"beyond the edge in row {self._y}: {text!r}"
            if row[x].data == "":
                row[x - 1] = row[x - 1]._replace(data=HALF)
            row[x] = Cell(char, look)
            if cells == 2:
                row[x + 1 : x + 2] = [Cell("", look)]
            if x + cells < self.width and row[x + cells].data == "":
                row[x + cells] = row[x + cells]._replace(data=HALF)
            x += cells
        self._x = x


@lru_cache(4096)
def _cells(char, ambiguous):
    wide = ambiguous == 2 and unicodedata.east_asian_width(char) == "A"
    return 2 if wide and wcwidth(char) == 1 else wcwidth(char)


@lru_cache(4096)
def _with(look, parameters):
    """Return a look after Select Graphic Rendition (ECMA-48, 8.3.117)."""
    codes = iter([int(code or 0) for code in parameters.split(";")])
    for code in codes:
        if code == 0:
            look = PLAIN
        elif code in _SWITCHES:
            look = look._replace(**{_SWITCHES[code]: True})
        elif code in (38, 48):
            colour = _extended(codes)
            look = look._replace(**{"fg" if code == 38 else "bg": colour})
        elif 30 <= code <= 37 or 90 <= code <= 97 or code == 39:
            look = look._replace(fg="" if code == 39 else str(code))
        elif 40 <= code <= 47 or 100 <= code <= 107 or code == 49:
            look = look._replace(bg="" if code == 49 else str(code))
        else:
            raise AssertionError(f"sent to the terminal: graphic rendition {parameters}")
    return look


def _extended(codes):
    if next(codes) == 5:
        return str(next(codes))
    return f"#{next(codes):02x}{next(codes):02x}{next(codes):02x}"
