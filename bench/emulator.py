"""What a terminal makes of the bytes it is sent: pyte, with its gaps closed."""

from __future__ import annotations

import re

import pyte
from wcwidth import wcwidth

START_MODES = frozenset({"?7", "?25"})
"""The private modes of a terminal at power-on: lines wrap, the cursor shows."""

_MODE = re.compile(rb"\x1bc|\x1b\[\?([\d;]+)([hl])|\x1b\[([<>])\d*u")

# Control sequences with private marks or intermediate signs, and control strings (ECMA-48): pyte
# takes them for other commands, or for text.
_FOREIGN = re.compile(
    rb"\x1b\[[<=>][0-?]*[ -/]*[@-~]|\x1b\[[0-?]*[!-/][ -/]*[@-~]|\x1b[PX^_].*?(?:\x1b\\|\x07)",
    re.DOTALL,
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[PX^_][^\x07]*?\x1b?)?\Z", re.DOTALL)


class Emulator:
    """The screen of a terminal.

    Args:
        cols: Width in cells.
        rows: Height in lines.
    """

    def __init__(self, cols: int, rows: int) -> None:
        self.screen = pyte.Screen(cols, rows)
        """The `pyte.Screen`, for colours and weights."""
        self._stream = pyte.ByteStream(self.screen)
        self._unfinished = b""

    def feed(self, data: bytes) -> None:
        """Take output, in pieces cut anywhere."""
        data = _FOREIGN.sub(b"", self._unfinished + data)
        unfinished = _UNFINISHED.search(data)
        end = unfinished.start() if unfinished else len(data)
        self._unfinished = data[end:]
        self._stream.feed(data[:end])

    def resize(self, cols: int, rows: int) -> None:
        """Change the size; what no longer fits is cut."""
        self.screen.resize(lines=rows, columns=cols)

    def text(self) -> list[str]:
        """The rows, without the blanks at their ends."""
        screen = self.screen
        return [
            _joined([screen.buffer[y][x].data for x in range(screen.columns)])
            for y in range(screen.lines)
        ]

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor, both from 0."""
        return min(self.screen.cursor.x, self.screen.columns - 1), self.screen.cursor.y


def modes(data: bytes) -> set[str]:
    """The private modes that are on after some output: `?1049`, `?1000`, `?25`, …

    A program that restores the terminal leaves `START_MODES`. The kitty keyboard protocol counts
    as a mode named `kitty`, since a terminal left in it is of no use to a shell.
    """
    on = set(START_MODES)
    for numbers, switch, keyboard in _MODE.findall(data):
        named = {f"?{number}" for number in numbers.decode().split(";")} if numbers else {"kitty"}
        if not numbers and not keyboard:
            on = set(START_MODES)
        elif switch == b"h" or keyboard == b">":
            on |= named
        else:
            on -= named
    return on


def _joined(cells: list[str]) -> str:
    # pyte keeps an empty cell after a wide character. Where one of the two was overwritten, a
    # terminal shows a blank, not half a character.
    text = ""
    x = 0
    while x < len(cells):
        wide = wcwidth(cells[x][:1]) == 2
        whole = wide and cells[x + 1 : x + 2] == [""]
        broken = (wide and not whole) or cells[x] == ""
        text += " " if broken else cells[x]
        x += 2 if whole else 1
    return text.rstrip()
