"""Whatever the lines of a frame hold, a terminal gets what the painter means and shows it."""

import re
import sys
import unicodedata
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import ControlType, Segment
from rich.style import Style
from textual import _compositor
from textual.geometry import Region
from textual.strip import Strip
from wcwidth import wcwidth

from reporttui.text.width import set_ambiguous
from reporttui.tui.painting import cells as cells_of
from reporttui.tui.painting.adapter import PaintedApp
from reporttui.tui.painting.painter import Painter
from reporttui.tui.painting.terminals import Terminal, terminal
from reporttui.tui.strips import line

sys.path.append(str(Path(__file__).parents[1] / "tui"))
from terminals import Tube

HOSTILE = [
    *("\x1b[2J", "\x1b]0;owned\x07", "\x1bP+q\x1b\\", "\x9b31m", "\x9d", "\x1b", "\x00", "\x07"),
    *("\r", "\n", "\t", "\b", "\x0b", "\x7f", "\x85", "\u2028", "\u2029", "\x1b[?1049l", "\x1b[6n"),
    *("\u202e", "\u2066", "\u200b", "\u200e", "\u2060", "\ufeff", "\xad", "\u061c", "\u180e"),
    *("\ud800", "\udfff", "\ufffe", "\U000e0001", "\ue000", "\U0010ffff", "\u0378"),
    *("\u0301", "\u0301" * 40, "\u0e31", "\u20dd", "\u0903", "\u1160", "\u115f", "\u3164"),
    *("\u200d", "\ufe0f", "\ufe0e", "👩\u200d🚀", "🇨🇳", "👍🏽", "❤\ufe0f", "1\ufe0f\u20e3", "🏽"),
    *("中", "，", "　", "\xa0", "“", "—", "①", "│", "▌", "ﷺ", "한", "각", "e\u0301", "[bold]"),
    *("a", "   ", " " * 300, "中" * 300, "x\u0301" * 300, "a\ud800中\x1b" * 100),
]
STYLES = [
    {},
    {"color": "red"},
    {"bgcolor": "#303030"},
    {"color": "#5f87af", "bold": True},
    {"dim": True, "italic": True},
    {"underline": True, "color": "bright_blue"},
    {"reverse": True, "color": "green"},
    {"strike": True, "bgcolor": "blue"},
    {"link": "https://example.org/\x1b]8;;\x07"},
]
NAMES = ["xterm-256color", "screen-256color", "linux", "vt220", "vt100"]
TERMINALS = [
    *map(terminal, NAMES),
    *(Terminal(**{name: False}) for name in ("stepwise", "erases_in_colour", "scrolls")),
]
COLOURS = {
    ColorSystem.STANDARD: "standard",
    ColorSystem.EIGHT_BIT: "256",
    ColorSystem.TRUECOLOR: "truecolor",
}
JOINER = "\u200d"
SENT = re.compile(r"\x1b\[[\d;]*[ABCDGHJKLMmr]|[\r\b]")
"""What the painter itself has reason to send."""
CONTROLS = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def lines(texts):
    styles = st.sampled_from(STYLES).map(lambda style: Style(**style))
    segments = st.tuples(texts, styles).map(lambda both: Segment(*both))
    return st.lists(segments, max_size=5).map(Strip)


hostile = st.lists(
    st.sampled_from(HOSTILE) | st.characters() | st.text(max_size=5), max_size=8
).map("".join)
sizes = st.tuples(st.integers(1, 40), st.integers(1, 6))
terminals = st.sampled_from(TERMINALS)
depths = st.sampled_from(list(COLOURS))


def pieces_of(update, depth):
    """Return the pieces that the app gives its painter; what it would leave to Textual fails."""
    app = SimpleNamespace(console=SimpleNamespace(_color_system=depth))
    app._cells = partial(PaintedApp._cells, app)
    return list(PaintedApp._pieces(app, update))


@st.composite
def updates(draw, size):
    """Updates as Textual's compositor makes them: whole lines, or spans of lines in parts."""
    width, height = size
    # When Textual cuts through what a joiner joins, it miscounts; `visible` lets none pass.
    texts = hostile.map(lambda text: text.replace(JOINER, ""))
    strips = draw(st.lists(lines(texts), min_size=1, max_size=height))
    x, y = draw(st.integers(0, width - 1)), draw(st.integers(0, height - 1))
    if draw(st.booleans()):
        return _compositor.LayoutUpdate([[strip] for strip in strips], Region(x, y, width, height))
    ends = sorted({width, *draw(st.sets(st.integers(1, width), max_size=3))})
    found = []
    for strip in strips:
        line = strip.adjust_cell_length(width)
        parts = zip([0, *ends], ends, strict=False)
        found.append({start: line.crop(start, end) for start, end in parts})
    left = draw(st.integers(0, width - 1))
    right = draw(st.integers(left + 1, width))
    spans = [(at, left, right) for at in range(len(found))]
    return _compositor.ChopsUpdate(found, spans, [ends] * len(found))


@pytest.fixture(params=[1, 2])
def ambiguous(request):
    """Cells of ambiguous characters."""
    use_width(request.param)
    yield
    use_width(1)


def use_width(ambiguous):
    set_ambiguous(ambiguous)
    cells_of._of_text.cache_clear()  # which has measured already


@pytest.mark.usefixtures("ambiguous")
def test_nothing_that_a_line_holds_reaches_the_terminal_but_as_text():
    @given(data=st.data(), able=terminals, depth=depths)
    def all_is_text(data, able, depth):
        painter = Painter(able)
        for _ in range(data.draw(st.integers(1, 3))):
            size = data.draw(sizes)
            cursor = data.draw(st.tuples(*(st.integers(0, end - 1) for end in size)))
            pieces = pieces_of(data.draw(updates(size)), depth)
            shown = "".join(char for _x, _y, cells in pieces for char, _pen in cells)
            left = SENT.sub("", painter.paint(*size, pieces, cursor))
            assert not CONTROLS.search(shown + left), ascii(shown + left)
            assert painter.paint(*size, pieces, cursor) == ""

    all_is_text()


@given(line=lines(hostile), depth=depths)
@example(line=Strip([Segment("\u200d" + "a\u200d中" * 9)]), depth=ColorSystem.STANDARD)
@example(line=Strip([Segment("中\u0301" * 20_000)]), depth=ColorSystem.STANDARD)
@example(line=Strip([Segment("\x07", control=[(ControlType.BELL,)])]), depth=ColorSystem.STANDARD)
def test_a_line_has_as_many_cells_as_textual_counts(line, depth):
    found = cells_of.cells(line, depth)
    assert len(found) == line.cell_length
    assert not found or found[0][0]


# Characters of whose width emulator and painter are of one mind; none that steers.


def is_plain(char):
    steers = unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    return not steers and char != "\ufe0f" and wcwidth(char) == cell_len(char)


PLAIN = [text for text in HOSTILE if all(map(is_plain, text)) and len(text) < 50]
plain = st.lists(
    st.sampled_from(PLAIN)
    | st.characters(exclude_categories=["C"]).filter(is_plain)
    | st.sampled_from(["\u0301", "中", " ", "a"]),
    max_size=8,
).map("".join)


@st.composite
def films(draw):
    """Frames of strips, each with its size and cursor, and whether the terminal was lost before."""
    done, size = [], draw(sizes)
    frame = []
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(["line", "line", "up", "down", "lost", "size"]))
        size = draw(sizes) if kind == "size" else size
        width, height = size
        new = draw(lines(plain))
        at = draw(st.integers(0, height - 1))
        if kind == "up":
            frame = [*frame[1:], new]
        elif kind == "down":
            frame = [new, *frame]
        else:
            frame = [*frame[:at], new, *frame[at + 1 :]]
        frame = [*frame, *[Strip([])] * height][:height]
        frame = [strip.adjust_cell_length(width) for strip in frame]
        cursor = draw(st.integers(0, width - 1)), draw(st.integers(0, height - 1))
        done.append((kind == "lost", size, frame, cursor))
    return done


def by_textual(frame, size, depth):
    """Return what a terminal shows of lines as Textual writes them."""
    console = Console(color_system=COLOURS[depth], force_terminal=True)
    tube = Tube(*size, Terminal())
    tube.feed("\x1b[m\x1b[2J")
    for y, strip in enumerate(frame):
        segments = [Segment(s.text, s.style and s.style.update_link(None)) for s in strip]
        tube.feed(f"\x1b[{y + 1}H" + Strip(segments).render(console))
    return tube.seen()


@given(film=films(), able=terminals, depth=depths)
def test_a_terminal_shows_what_textual_would_have_written(film, able, depth):
    size, painter = None, Painter(able)
    for is_lost, now, frame, cursor in film:
        if now != size:
            tube, size = Tube(*now, able), now
        elif is_lost:
            tube.spoil()
            painter.forget()
        update = _compositor.LayoutUpdate([[strip] for strip in frame], Region(0, 0, *size))
        tube.feed(painter.paint(*size, pieces_of(update, depth), cursor))
        assert tube.seen() == by_textual(frame, size, depth)
        assert tube.place() == cursor


def test_a_flood_of_what_takes_no_cells_is_cut():
    row = cells_of.cells(line([("中" + "\U0001f3fd" * 99, Style())], 9), ColorSystem.STANDARD)
    assert max(len(char) for char, _pen in row) <= 3
