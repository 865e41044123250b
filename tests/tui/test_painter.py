"""Frames painted bit by bit show what the same frames show when each is painted anew."""

import pyte
import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from reporttui.tui.painting import lines
from reporttui.tui.painting.cells import BLANK
from reporttui.tui.painting.moves import absolute, move
from reporttui.tui.painting.painter import Painter
from reporttui.tui.painting.pens import PLAIN, Pen, change, of_blank
from reporttui.tui.painting.terminals import Terminal, terminal

WIDTH, HEIGHT = 14, 8
BRIEF = (Phase.explicit, Phase.generate)
"""A broken painter is to be found out, and not to be explained."""
PENS = [
    PLAIN,
    Pen(frozenset({1}), "31", ""),
    Pen(frozenset(), "38;5;252", "48;5;234"),
    Pen(frozenset(), "", "44"),
    Pen(frozenset({7}), "32", ""),
    Pen(frozenset({1, 4}), "", "44"),
]
TERMINALS = [
    Terminal(),
    Terminal(stepwise=False, erases_in_colour=False, scrolls=False),
    Terminal(erases_in_colour=False),
    Terminal(scrolls=False),
]
pens = st.sampled_from(PENS)


@st.composite
def rows(draw):
    """A line of cells: narrow, wide, and blanks, in runs of one pen."""
    row = []
    while len(row) < WIDTH:
        pen, text = draw(pens), draw(st.sampled_from(["ab", "中文", "    ", "│", "“a", "é"]))
        for char in text:
            if char in "中文":
                row += [(char, pen), ("", pen)] if len(row) < WIDTH - 1 else [BLANK]
            elif len(row) < WIDTH:
                row.append((char, of_blank(pen) if char == " " else pen))
    return row[:WIDTH]


@st.composite
def films(draw):
    """Frames that follow one another: some lines change, or all move up or down."""
    frame = [draw(rows()) for _ in range(HEIGHT)]
    frames = [frame]
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(["line", "part", "up", "down", "all"]))
        frame = list(frame)
        at = draw(st.integers(0, HEIGHT - 1))
        if kind == "line":
            frame[at] = draw(rows())
        elif kind == "part":
            frame[at] = [*frame[at][:-1], ("x", draw(pens))] if frame[at][-1][0] else frame[at]
        elif kind == "up":
            top, by = draw(st.integers(0, 2)), draw(st.integers(1, 3))
            frame = [*frame[:top], *frame[top + by :], *(draw(rows()) for _ in range(by))]
        elif kind == "down":
            frame = [draw(rows()), *frame[:-1]]
        else:
            frame = [draw(rows()) for _ in range(HEIGHT)]
        frames.append(frame)
    return frames


class Screen:
    """A terminal by pyte, full of something else at first."""

    def __init__(self):
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self.screen.reset_mode(7, private=True)
        self._stream = pyte.Stream(self.screen)
        for y in range(HEIGHT):
            self.feed(f"\x1b[{y + 1}H\x1b[35;1m" + "x" * WIDTH)

    def feed(self, text):
        self._stream.feed(text)

    def seen(self):
        return [[_seen(self.screen.buffer[y][x]) for x in range(WIDTH)] for y in range(HEIGHT)]


def _seen(cell):
    if cell.data != " " or cell.reverse:
        return tuple(cell)
    return " ", cell.bg, cell.underscore, cell.fg if cell.underscore else ""


def anew(frame):
    """Return what a terminal shows of a frame when every cell is written on its own."""
    screen = Screen()
    for y, row in enumerate(frame):
        for x, (char, pen) in enumerate(row):
            if char:
                screen.feed(f"{absolute(x, y)}\x1b[0m{change(PLAIN, pen)}{char}")
    return screen.seen()


def check(film, able, cursors=((0, 0), (WIDTH - 1, HEIGHT - 1), (3, 2))):
    screen, painting = Screen(), Painter(able)
    for number, frame in enumerate(film):
        cursor = cursors[number % len(cursors)]
        pieces = [(0, y, row) for y, row in enumerate(frame)]
        screen.feed(painting.paint(WIDTH, HEIGHT, pieces, cursor))
        assert screen.seen() == anew(frame)
        assert (screen.screen.cursor.x, screen.screen.cursor.y) == cursor
        assert painting.paint(WIDTH, HEIGHT, pieces, cursor) == ""


@settings(max_examples=150)
@given(films(), st.sampled_from(TERMINALS))
def test_what_is_painted_is_what_is_to_be_seen(film, able):
    check(film, able)


@settings(max_examples=60)
@given(films(), st.sampled_from(TERMINALS), st.integers(0, 3))
def test_a_frame_that_was_lost_is_painted_as_a_whole(film, able, lost):
    screen, painting = Screen(), Painter(able)
    for number, frame in enumerate(film):
        if number == lost:
            screen = Screen()
            painting.forget()
        pieces = [(0, y, row) for y, row in enumerate(frame)]
        screen.feed(painting.paint(WIDTH, HEIGHT, pieces, (0, 0)))
        assert screen.seen() == anew(frame)


# Lines that are all different, moved up by one: the terminal's own scrolling is shorter.
SCROLLED = [
    [[(char, PLAIN) for char in "abcdefghijklmn"[at:] + "abcdefghijklmn"[:at]] for at in order]
    for order in (range(HEIGHT), range(1, HEIGHT + 1))
]


def as_if_all_had_come(painting, after, by, real=Painter._scrolled):
    """Scroll, and take the lines that come in for what they should be."""
    return real(painting, after, by)[0], after


def without_the_last_cell(before, after, real=lines._runs):
    return ((start, max(start + 1, end - 1)) for start, end in real(before, after))


BROKEN = {
    "blanks lose their ground": (lines, "of_blank", lambda pen: PLAIN),
    "the last cell of a change is left out": (lines, "_runs", without_the_last_cell),
    "lines are not where they are thought to be": (Painter, "_scrolled", as_if_all_had_come),
    "pens are all alike": (lines, "change", lambda *_pens, **_options: ""),
    "moves fall short": (lines, "move", lambda before, x, y: absolute(max(0, x - 1), y)),
    "the rest of a line is never blank": (lines, "_tail", lambda row: max(0, len(row) - 8)),
}


def test_scrolling_is_used_where_it_is_shorter():
    check(SCROLLED, Terminal())
    painting, sent = Painter(Terminal()), []
    for frame in SCROLLED:
        pieces = [(0, y, row) for y, row in enumerate(frame)]
        sent.append(painting.paint(WIDTH, HEIGHT, pieces, (0, 0)))
    assert "M\x1b[r" in sent[1]
    assert len(sent[1]) < len(sent[0]) / 2


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_painter_is_found_out(monkeypatch, name):
    monkeypatch.setattr(*BROKEN[name])

    @settings(max_examples=60, database=None, derandomize=True, phases=[*BRIEF])
    @given(films(), st.sampled_from(TERMINALS))
    @example(SCROLLED, Terminal())
    def all_is_well(film, able):
        check(film, able)

    with pytest.raises(Exception):  # noqa: B017, PT011 - whatever is the first to be noticed
        all_is_well()


@given(pens, pens, st.booleans())
def test_a_change_of_pen_leads_from_one_to_the_other(before, after, stepwise):
    screen = Screen()
    sequence = change(before, after, stepwise=stepwise)
    screen.feed(f"\x1b[H\x1b[0m{change(PLAIN, before)}{sequence}a")
    wanted = Screen()
    wanted.feed(f"\x1b[H\x1b[0m{change(PLAIN, after)}a")
    assert screen.screen.buffer[0][0] == wanted.screen.buffer[0][0]
    assert len(sequence) <= len(change(before, after, stepwise=False))
    if not stepwise and sequence:
        assert sequence == "\x1b[m" or sequence.startswith("\x1b[0;")


places = st.tuples(st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1))


@given(st.none() | places, places)
def test_a_move_leads_where_it_says_and_is_the_shortest(before, after):
    screen = Screen()
    screen.feed(absolute(*(before or (5, 5))))
    sequence = move(before, *after)
    screen.feed(sequence)
    assert (screen.screen.cursor.x, screen.screen.cursor.y) == after
    assert len(sequence) <= len(absolute(*after))
    assert before != after or sequence == ""


def test_unknown_terminals_are_taken_for_the_simplest():
    assert terminal("xterm-256color") == terminal("tmux-256color") == Terminal()
    assert not terminal("screen-256color").erases_in_colour
    assert terminal("screen.xterm-256color") == terminal("screen")
    assert not terminal("linux").mouse
    assert terminal("") == terminal("never-heard-of") == terminal("vt100")
    assert not any((terminal("vt100").colours, terminal("vt100").mouse, terminal("vt100").stepwise))
