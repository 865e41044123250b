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
    r"\x1b\[([\d;]*)([HmABCDGJKLMr])|([^\x00-\x1f\x7f-\x9f]+)|([\n\r\b])"
    r"|\x1b\]22;[a-z]+\x07|\x1b\]52;c;[A-Za-z0-9+/]*=*\x07|\x1b\[6n|(.{1,9})",
    re.DOTALL,
)
_OFF = {22: ("bold", "dim"), 23: ("italic",), 24: ("underline",), 27: ("reverse",)}
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


def seen(cell):
    """Return a cell with what is seen of its look: on a blank, its ground and what is under it."""
    if cell.data != " " or cell.look.reverse:
        return cell
    return Cell(" ", Look(bg=cell.look.bg, underline=cell.look.underline))


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
        self._region = (0, height)
        self._x, self._y = min(self._x, width - 1), min(self._y, height - 1)
        self.cells = [[*row, *[BLANK] * width][:width] for row in rows]

    def feed(self, data):
        """Take output."""
        for parameters, command, text, control, other in _TOKEN.findall(data):
            if text:
                self._write(text)
            elif command == "m":
                self._look = _with(self._look, parameters)
            elif command:
                self._control(command, [int(each or 0) for each in parameters.split(";")])
            elif control == "\n":
                self._y += 1
                assert self._y < self.height, "scrolled"
            elif control:
                self._x = 0 if control == "\r" else self._x - 1
                assert self._x >= 0
            elif other:
                raise AssertionError(f"sent to the terminal: {other!r}")

    def _control(self, command, numbers):
        first, second = [*numbers, 0][:2]
        if command == "H":
            self._x, self._y = (second or 1) - 1, (first or 1) - 1
        elif command == "G":
            self._x = (first or 1) - 1
        elif command in "ABCD":
            across, down = {"A": (0, -1), "B": (0, 1), "C": (1, 0), "D": (-1, 0)}[command]
            self._x += across * (first or 1)
            self._y += down * (first or 1)
        elif command == "J":
            assert first == 2
            self.cells = [[self._erased()] * self.width for _ in range(self.height)]
        elif command == "K":
            assert first == 0
            row = self.cells[self._y]
            assert row[self._x].data, "half a wide character is erased"
            row[self._x :] = [self._erased()] * (self.width - self._x)
        elif command == "r":
            self._region = (first - 1, second) if second else (0, self.height)
            self._x = self._y = 0
        else:
            top, bottom = self._region
            assert top <= self._y < bottom
            count = first or 1
            blank = [[self._erased()] * self.width for _ in range(count)]
            rows = self.cells[self._y : bottom]
            moved = rows[count:] + blank if command == "M" else (blank + rows)[: len(rows)]
            self.cells[self._y : bottom] = moved
        assert 0 <= self._x < self.width
        assert 0 <= self._y < self.height

    def _erased(self):
        """Return a blank as erasing leaves it: on the background in use (terminfo's bce)."""
        return Cell(" ", PLAIN._replace(bg=self._look.bg))

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
        elif code in _OFF:
            look = look._replace(**dict.fromkeys(_OFF[code], False))
        elif code in (39, 49):
            look = look._replace(**{"fg" if code == 39 else "bg": ""})
        elif code in _SWITCHES:
            look = look._replace(**{_SWITCHES[code]: True})
        elif code in (38, 48):
            colour = _extended(codes)
            look = look._replace(**{"fg" if code == 38 else "bg": colour})
        elif 30 <= code <= 37 or 90 <= code <= 97:
            look = look._replace(fg=str(code))
        elif 40 <= code <= 47 or 100 <= code <= 107:
            look = look._replace(bg=str(code))
        else:
            raise AssertionError(f"sent to the terminal: graphic rendition {parameters}")
    return look


def _extended(codes):
    if next(codes) == 5:
        return _of_palette(next(codes))
    return f"#{next(codes):02x}{next(codes):02x}{next(codes):02x}"


def _of_palette(number):
    """Return one of xterm's 256 colours; the first 16 are the terminal's own choice."""
    if number < 16:
        return str(number)
    if number >= 232:
        return f"#{8 + 10 * (number - 232):02x}" + f"{8 + 10 * (number - 232):02x}" * 2
    levels = (0, 95, 135, 175, 215, 255)
    red, rest = divmod(number - 16, 36)
    return "#" + "".join(f"{levels[each]:02x}" for each in (red, *divmod(rest, 6)))
