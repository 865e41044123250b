"""Whatever follows whatever: a terminal shows what the last frame says, and nothing else is sent.

`test_painter.py` compares with the painter's own words, cell by cell; here stands a second opinion:
what is to be seen comes from the frame alone, and terminals differ in what they can.
"""

import re

import pyte
import pytest
from glass import HALF, Glass
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import ControlType, Segment
from rich.style import Style
from terminals import Tube, said
from textual.strip import Strip

from reporttui.text.width import set_ambiguous
from reporttui.tui.painting import lines
from reporttui.tui.painting.cells import BLANK, cells
from reporttui.tui.painting.moves import absolute, move
from reporttui.tui.painting.painter import Painter
from reporttui.tui.painting.pens import PLAIN, Pen, change, of_blank, pen
from reporttui.tui.painting.terminals import Terminal, terminal

SIZES = [(14, 7), (9, 7), (14, 4), (2, 1)]
WIDE = "中文，。"
NARROW = ["a", "b", "e\u0301", "│", "█", "é", "“", "—"]
PEN_CODES = [(), (1,), (2,), (1, 2), (3,), (4,), (7,), (9,), (1, 7), (4, 9)]
COLOURS = ["", "", "31", "38;5;252", "38;2;1;2;3", "97"]
GROUNDS = ["", "", "44", "48;5;234", "48;2;3;2;1"]
TERMINALS = {
    "all": Terminal(),
    **{name: Terminal(**{name: False}) for name in ("stepwise", "erases_in_colour", "scrolls")},
    "screen": terminal("screen-256color"),
    "linux": terminal("linux"),
    "vt220": terminal("vt220"),
    "vt100": terminal("vt100"),
}
QUICK = {"database": None, "derandomize": True, "phases": [Phase.explicit, Phase.generate]}
"""For broken painters, which are to be found out and not to be explained."""

pens = st.builds(
    Pen,
    st.sampled_from(PEN_CODES).map(frozenset),
    st.sampled_from(COLOURS),
    st.sampled_from(GROUNDS),
)
few_pens = st.lists(pens, min_size=1, max_size=3)


def spread(text, pen):
    """Return the cells of characters, each with a pen as it stands in a frame."""
    row = []
    for char in text:
        if char in WIDE:
            row += [(char, pen), ("", pen)]
        else:
            row.append((char, of_blank(pen) if char == " " else pen))
    return row


def fitting(row, width):
    """Cut or fill cells, never through a wide character."""
    row = [*row, *[BLANK] * width][: width + 1]
    halved = row[width][0] == ""
    return [*row[: width - 1], BLANK] if halved else row[:width]


@st.composite
def rows(draw, width):
    chosen, row = draw(few_pens), []
    words = st.lists(st.sampled_from([*WIDE, *NARROW, " "]), max_size=4)
    while len(row) < width and draw(st.integers(0, 4)):
        text = draw(words | st.sampled_from([[" "] * 6, [" "] * width, ["a"] * width, ["中"] * 3]))
        row += spread(text, draw(st.sampled_from(chosen)))
    return fitting([*row, *spread([" "] * width, draw(st.sampled_from(chosen)))], width)


@st.composite
def steps(draw, count):
    """Frames, each as size, rows and cursor; and whether the terminal was lost before it."""
    size = draw(st.sampled_from(SIZES[:1] * 3 + SIZES[1:]))
    frame, done = [draw(rows(size[0])) for _ in range(size[1])], []
    for _ in range(draw(st.integers(1, count))):
        kinds = ["line", "words", "up", "down", "region", "all", "same", "lost", "size"]
        kind = draw(st.sampled_from(kinds))
        if kind == "size":
            size = draw(st.sampled_from(SIZES))
            frame = [fitting(row, size[0]) for row in frame][: size[1]]
            frame += [draw(rows(size[0])) for _ in range(size[1] - len(frame))]
        frame = changed(draw, kind, frame, size)
        cursor = draw(st.integers(0, size[0] - 1)), draw(st.integers(0, size[1] - 1))
        done.append((kind == "lost", size, frame, cursor))
    return done


def changed(draw, kind, frame, size):
    width, height = size
    at, by = draw(st.integers(0, height - 1)), draw(st.integers(1, 2))
    new = [draw(rows(width)) for _ in range(by)]
    if kind == "line":
        return [*frame[:at], new[0], *frame[at + 1 :]]
    if kind == "words":
        row, x = list(frame[at]), draw(st.integers(0, width - 1))
        x -= row[x][0] == ""
        return [*frame[:at], fitting([*row[:x], *new[0]], width), *frame[at + 1 :]]
    if kind in ("up", "region"):
        bottom = height if kind == "up" else draw(st.integers(at, height))
        moved = [*frame[at:bottom][by:], *new][: max(0, bottom - at)]
        return [*frame[:at], *moved, *frame[at + len(moved) :]]
    if kind == "down":
        return [*frame[:at], *new, *frame[at:]][:height]
    return [draw(rows(width)) for _ in range(height)] if kind == "all" else list(frame)


def whole(frame):
    return [(0, y, row) for y, row in enumerate(frame)]


def check(film, able, **options):
    """Paint frames one after another, and look at each."""
    size, tube, painting = None, None, Painter(able)
    for is_lost, now, frame, cursor in film:
        if now != size:
            tube, size = Tube(*now, able, **options), now
        elif is_lost:
            tube.spoil()
            painting.forget()
        tube.feed(painting.paint(*size, whole(frame), cursor))
        assert tube.seen() == [[said(cell) for cell in row] for row in frame]
        assert tube.place() == cursor
        assert painting.paint(*size, whole(frame), cursor) == "", "sent though nothing changed"


# What is painted is what is said.


@pytest.mark.parametrize("name", TERMINALS)
@settings(max_examples=40)
@given(film=steps(6))
def test_every_frame_is_shown_on_every_terminal(name, film):
    check(film, TERMINALS[name])


@pytest.mark.parametrize("coloured", [True, False])
@settings(max_examples=40)
@given(film=steps(6))
def test_where_erasing_is_not_counted_on_it_may_be_either_way(coloured, film):
    check(film, TERMINALS["screen"], colours_what_it_erases=coloured)


@settings(max_examples=40)
@given(film=steps(5))
def test_the_strict_glass_agrees(film):
    """No halves are erased, nothing is written beyond the edge, no move leaves the screen."""
    size, painting = None, Painter(Terminal())
    for is_lost, now, frame, cursor in film:
        if is_lost or now != size:
            glass, size = Glass(*now), now
            painting.forget()
        without_strikes = [[(c, no_strike(pen)) for c, pen in row] for row in frame]
        glass.feed(painting.paint(*size, whole(without_strikes), cursor))
        assert [[cell.data for cell in row] for row in glass.cells] == [
            [char for char, _ in row] for row in frame
        ]
        assert HALF not in "".join(glass.rows())


def no_strike(pen):
    return pen._replace(attributes=pen.attributes - {9})


@settings(max_examples=80)
@given(film=steps(2), data=st.data())
def test_pieces_change_only_what_they_cover(film, data):
    _, size, frame, cursor = film[0]
    tube, painting = Tube(*size, Terminal()), Painter(Terminal())
    tube.feed(painting.paint(*size, whole(frame), cursor))
    for _ in range(2):
        x, y = (data.draw(st.integers(0, end - 1)) for end in size)
        row = frame[y]
        if row[x][0] == "":  # Where a piece begins is its widget's affair: the other half goes.
            row = [*row[: x - 1], BLANK, BLANK, *row[x + 1 :]]
        piece = data.draw(rows(size[0]))[: size[0] - x]
        piece = fitting(piece, len(piece)) if piece[-1:] and piece[-1][0] in WIDE else piece
        if piece and piece[-1][0] and piece[-1][0] in WIDE:
            piece[-1] = BLANK
        end = x + len(piece)
        behind = row[end:]
        if behind and behind[0][0] == "":
            behind = [BLANK, *behind[1:]]
        frame = [*frame[:y], [*row[:x], *piece, *behind], *frame[y + 1 :]]
        tube.feed(painting.paint(*size, [(x, y, piece)], cursor))
        assert tube.seen() == [[said(cell) for cell in row] for row in frame]
        assert tube.place() == cursor


@pytest.mark.parametrize(("x", "y"), [(6, 0), (9, 1), (0, 3), (5, 2)])
def test_pieces_beyond_the_edge_are_left_out(x, y):
    """Such as were drawn before the terminal became smaller."""
    tube, painting = Tube(6, 3, Terminal()), Painter(Terminal())
    frame = [spread("abcdef", PLAIN)] * 3
    tube.feed(painting.paint(6, 3, whole(frame), (0, 0)))
    tube.feed(painting.paint(6, 3, [(x, y, spread("xyz", PLAIN))], (0, 0)))
    assert ["".join(row)[:5] for row in tube.characters()] == ["abcde"] * 3


def test_a_wide_character_that_the_edge_cuts_in_half_is_a_blank():
    tube, painting = Tube(6, 3, Terminal()), Painter(Terminal())
    tube.feed(painting.paint(6, 3, whole([spread("abcdef", PLAIN)] * 3), (0, 0)))
    tube.feed(painting.paint(6, 3, [(3, 1, spread("中文", PLAIN))], (0, 0)))
    assert "".join(tube.characters()[1]) == "abc中 "


def test_a_part_of_a_lost_frame_is_painted_before_the_rest():
    tube, painting = Tube(6, 3, Terminal()), Painter(Terminal())
    pen = Pen(frozenset(), "31", "44")
    tube.feed(painting.paint(6, 3, [(1, 1, spread("ab", pen))], (0, 0)))
    assert tube.seen()[1][1:3] == [said(("a", pen)), said(("b", pen))]
    frame = [spread("abcdef", PLAIN), spread("中文中", pen), spread("      ", pen)]
    tube.feed(painting.paint(6, 3, whole(frame), (5, 2)))
    assert tube.seen() == [[said(cell) for cell in row] for row in frame]
    assert tube.place() == (5, 2)


def test_what_nobody_knows_is_never_painted():
    painting = Painter(Terminal())
    painting.paint(6, 1, [(0, 0, spread("“", PLAIN))], (0, 0))
    assert painting.paint(6, 1, [(0, 0, spread("b", PLAIN))], (0, 0)).endswith("b\r")
    tube, painting = Tube(14, 7, Terminal()), Painter(Terminal())
    for frame in (letters(range(7)), letters(range(1, 8))):
        parts = [part for part in whole(frame) if part[1] != 3]
        tube.feed(painting.paint(14, 7, parts, (0, 0)))
        for _, y, row in parts:
            assert tube.seen()[y] == [said(cell) for cell in row]


# Terminals that count cells in another way.


def is_plain(row, at):
    return not any(char in ("“", "”", "—") for char, _ in row[max(0, at - 1) : at + 1])


def check_widths(frames, ours, theirs):
    """Paint frames whose ambiguous characters take more cells, or fewer, than was thought."""
    set_ambiguous(ours)
    width, painting = len(frames[0][0]), Painter(Terminal())
    for frame in frames:
        glass = Glass(width, len(frame), ambiguous=theirs)
        painting.forget()
        glass.feed(painting.paint(width, len(frame), whole(frame), (0, 0)))
        for row, drawn in zip(frame, glass.cells, strict=True):
            firm = [at for at in range(width) if is_plain(row, at)]
            assert [drawn[at].data for at in firm] == [row[at][0] for at in firm]


def quoted(ours):
    """Return lines with ambiguous characters in many places, the last column left free."""
    texts = ["a“b”c中“d”文x", "““““ab", "中——文  —x", "   “  ”  y", "“ a”b"]
    rows = []
    for text in texts:
        row = []
        for char in text:
            row += (
                spread(char, PLAIN)
                if char not in "“”—" or ours == 1
                else [(char, PLAIN), ("", PLAIN)]
            )
        rows.append(fitting(row, 24))
    return rows


@pytest.mark.parametrize(("ours", "theirs"), [(1, 1), (1, 2), (2, 1), (2, 2)])
def test_a_terminal_with_other_widths_keeps_all_other_cells_in_place(ours, theirs):
    check_widths([quoted(ours), quoted(ours)[::-1]], ours, theirs)


# Cells.

STYLES = [
    {},
    {"color": "red"},
    {"bgcolor": "#303030"},
    {"color": "#5f87af", "bold": True},
    {"dim": True, "italic": True},
    {"underline": True, "color": "blue"},
    {"reverse": True, "color": "green"},
    {"strike": True, "bgcolor": "blue"},
    {"bold": True},
]


def _segment(both):
    text, style = both
    return Segment(text, Style(**style))  # A new one: rich keeps codes for one depth of colour.


MARKS = ["\u0301", "\u0e31"]
words = st.sampled_from([*WIDE, *NARROW, " ", "   ", *MARKS])
texts = st.lists(words, min_size=1, max_size=4).map("".join)
segments = st.lists(st.tuples(texts, st.sampled_from(STYLES)).map(_segment), max_size=5)


@pytest.mark.parametrize(
    "colours", [ColorSystem.STANDARD, ColorSystem.EIGHT_BIT, ColorSystem.TRUECOLOR]
)
@settings(max_examples=60)
@given(line=segments)
def test_cells_are_what_textual_would_write(colours, line):
    strip = Strip(line)
    names = {
        ColorSystem.STANDARD: "standard",
        ColorSystem.EIGHT_BIT: "256",
        ColorSystem.TRUECOLOR: "truecolor",
    }
    console = Console(color_system=names[colours], force_terminal=True)
    row = cells(strip, colours)
    assert len(row) == strip.cell_length
    tube = Tube(max(1, len(row)), 1, Terminal())
    tube.feed("\x1b[m\x1b[2J\x1b[H" + strip.render(console))
    assert tube.seen()[0][: len(row)] == [said(cell) for cell in row]


RED, BLUE = Style(color="red"), Style(color="blue")


def test_a_mark_is_drawn_as_what_it_joins_also_on_a_blank_and_from_the_next_segment():
    red, blue = (pen(style, ColorSystem.STANDARD) for style in (RED, BLUE))
    within = cells(Strip([Segment("a\u0301 \u0301", RED)]), ColorSystem.STANDARD)
    assert within == [("a\u0301", red), (" \u0301", red)]
    for before in ("a", " ", "中"):
        texts = [(before, RED), ("", None), ("\u0301\u0308", BLUE), ("b", BLUE)]
        strip = Strip([Segment(*both) for both in texts])
        found = cells(strip, ColorSystem.STANDARD)
        assert found[0] == (f"{before}\u0301\u0308", red)
        assert found[-1] == ("b", blue)
        assert len(found) == strip.cell_length


def test_half_of_a_character_that_a_selector_makes_wide_is_a_blank():
    strip = Strip([Segment("❤\ufe0fa", RED)])
    for cut, shown in [((0, 1), ["❤"]), ((1, 3), [" ", "a"]), ((0, 3), ["❤\ufe0f", "", "a"])]:
        assert [char for char, _ in cells(strip.crop(*cut), ColorSystem.STANDARD)] == shown


def test_what_steers_a_terminal_is_left_out_or_shown_as_a_sign():
    text = "a\x1b[2J\x9b\x07\u2028\u202e\u200bb\ud800\xad\x7f"
    strip = Strip([Segment(text), Segment("\x1b]0;\x07", control=[(ControlType.BELL,)])])
    shown = "".join(char for char, _ in cells(strip, ColorSystem.STANDARD))
    assert shown == "a[2Jb␦␦"
    assert len(shown) == strip.cell_length


# Pens and moves.


@settings(max_examples=300)
@given(pens, pens, st.booleans())
def test_a_change_of_pen_is_what_it_says_and_never_longer_than_a_new_pen(before, after, stepwise):
    able = Terminal(stepwise=stepwise)
    tube = Tube(3, 1, Terminal())
    tube.feed("\x1b[H\x1b[m" + change(PLAIN, before) + "a")
    sequence = change(before, after, stepwise=stepwise)
    Tube(3, 1, able).feed(sequence)  # which objects to what it does not know
    tube.feed(sequence + "a")
    assert tube.seen()[0][:2] == [said(("a", before)), said(("a", after))]
    whole = (
        "\x1b[0;" + ";".join([*map(str, sorted(after.attributes)), *filter(None, after[1:])]) + "m"
    )
    assert len(sequence) <= len(whole)
    assert (sequence == "") == (before == after)


ENDS = {22: {1, 2}, 23: {3}, 24: {4, 21}, 25: {5, 6}, 27: {7}, 28: {8}, 29: {9}}
ENDS |= {54: {51, 52}, 55: {53}}
"""What Select Graphic Rendition switches off (ECMA-48, 8.3.117)."""
any_attributes = st.frozensets(st.sampled_from(sorted(set().union(*ENDS.values()))), max_size=5)


@settings(max_examples=300)
@given(any_attributes, any_attributes, st.booleans())
def test_every_attribute_is_switched_on_and_off(before, after, stepwise):
    sequence, on = change(Pen(before), Pen(after), stepwise=stepwise), set(before)
    for code in map(int, re.findall(r"\d+", sequence)) if sequence != "\x1b[m" else [0]:
        on = set() if code == 0 else on - ENDS[code] if code in ENDS else on | {code}
    assert on == after


@settings(max_examples=300)
@given(st.data())
def test_a_move_is_what_it_says_and_never_longer_than_an_absolute_one(data):
    width, height = 150, 120  # so that numbers have up to three digits
    places = st.tuples(st.integers(0, width - 1), st.integers(0, height - 1))
    before, (x, y) = data.draw(st.none() | places), data.draw(places)
    screen = pyte.Screen(width, height)
    screen.cursor.x, screen.cursor.y = before or (77, 66)
    sequence = move(before, x, y)
    pyte.Stream(screen).feed(sequence)
    assert (screen.cursor.x, screen.cursor.y) == (x, y)
    assert len(sequence) <= len(absolute(x, y)) <= len(f"\x1b[{y + 1};{x + 1}H")


def test_what_an_uncertain_character_may_have_damaged_is_written_again():
    painting = Painter(Terminal())
    row = spread("“a    ", PLAIN)
    painting.paint(6, 1, [(0, 0, row)], (0, 0))
    replaced = painting.paint(6, 1, [(0, 0, [("b", PLAIN), *row[1:]])], (0, 0))
    assert "ba" in replaced
    assert painting.paint(6, 1, [(0, 0, row)], (0, 0)).endswith("a\r")


# A broken painter is found out.


def films_are_shown():
    """Prove what is proved above, with fewer films and on fewer terminals."""

    @settings(max_examples=100, **QUICK)
    @given(film=steps(4), able=st.sampled_from(list(TERMINALS.values())))
    @example(film=SCROLLED, able=Terminal())
    @example(film=SCROLLED, able=terminal("vt100"))
    @example(film=LINED, able=Terminal())
    @example(film=LINED, able=terminal("screen"))
    def shown(film, able):
        check(film, able)

    shown()


def widths_do_not_matter():
    for ours, theirs in ((1, 2), (2, 1)):
        check_widths([quoted(ours)], ours, theirs)


def letters(order):
    return [spread("abcdefghijklmn"[at:] + "abcdefghijklmn"[:at], PLAIN) for at in order]


SCROLLED = [
    (False, (14, 7), letters(range(7)), (0, 0)),
    (False, (14, 7), letters(range(1, 8)), (3, 3)),
    (False, (14, 7), letters(range(7)), (3, 3)),
]
LINED = [
    (False, (14, 2), [spread("ab" + " " * 12, Pen(frozenset({4}), "", "44"))] * 2, (0, 0)),
    (False, (14, 2), [spread(" " * 14, PLAIN)] * 2, (0, 0)),
    (True, (14, 2), [spread(" " * 13 + "x", Pen(frozenset({7}), "31"))] * 2, (13, 1)),
]


def one_line_too_far(self, after, shift, real=Painter._scrolled):
    writer, frame = real(self, after, shift)
    writer._parts = [part.replace(f"[{abs(shift)}", f"[{abs(shift) + 1}") for part in writer._parts]
    return writer, frame


def scrolled_the_other_way(self, after, shift, real=Painter._scrolled):
    writer, frame = real(self, after, shift)
    swapped = str.maketrans("LM", "ML")
    writer._parts = [part.translate(swapped) for part in writer._parts]
    return writer, frame


def region_cut_short(self, after, shift, real=Painter._scrolled):
    writer, frame = real(self, after, shift)
    bottom = re.compile(r";(\d+)r")
    shorter = lambda found: f";{int(found[1]) - 1}r"  # noqa: E731
    writer._parts = [bottom.sub(shorter, part) for part in writer._parts]
    return writer, frame


def cleared_without_ground(self, after, real=Painter._cleared):
    return real(self, after)[0], [[BLANK] * len(row) for row in after]


def without_the_last_pen(row, start, end, real=lines._of_one_pen):
    return list(real(row, start, end))[:-1]


def without_the_last(before, after, real=lines._runs):
    return ((start, end - 1) for start, end in real(before, after))


def one_run_less(before, after, real=lines._runs):
    return list(real(before, after))[:-1]


def without_keeping_the_pen(self, wanted, real=lines.Writer.use):
    before = self.pen
    real(self, wanted)
    self.pen = before


def not_told(self, *arguments, real=Painter.paint):
    """Take every pen for the plain one when a frame is done."""
    sent = real(self, *arguments)
    self._pen = PLAIN
    return sent


def left_where_it_is(self, width, height, pieces, cursor, real=Painter.paint):
    return real(self, width, height, pieces, self._cursor)


def all_again(self, *arguments, real=Painter.paint):
    return real(self, *arguments) or "\x1b[m"


def wider(self, able, width, pen, real=lines.Writer.__init__):
    real(self, able, width + 1, pen)


def able_to_do_all(self, _able, real=Painter.__init__):
    real(self, Terminal())


BROKEN = {
    "blanks lose their ground": (lines, "of_blank", lambda pen: pen._replace(background="")),
    "blanks are all alike": (lines, "of_blank", lambda _pen: PLAIN),
    "the last cell of a run is left out": (lines, "_runs", without_the_last),
    "the last run of a line is left out": (lines, "_runs", one_run_less),
    "scrolled one line too far": (Painter, "_scrolled", one_line_too_far),
    "the scrolled region is too short": (Painter, "_scrolled", region_cut_short),
    "scrolled the other way": (Painter, "_scrolled", scrolled_the_other_way),
    "nothing is ever forgotten": (Painter, "forget", lambda _self: None),
    "a pen is not kept in a frame": (lines.Writer, "use", without_keeping_the_pen),
    "a pen is not kept between frames": (Painter, "paint", not_told),
    "the cursor is left behind": (Painter, "paint", left_where_it_is),
    "something is sent for nothing": (Painter, "paint", all_again),
    "what is behind the edge is known": (lines.Writer, "__init__", wider),
    "the terminal is not asked what it can": (Painter, "__init__", able_to_do_all),
    "erased in whatever pen": (lines.Writer, "_erases", lambda _self, last: last[0] == " "),
    "the pen is not taken to erase": (lines.Writer, "_suits", lambda _self, cell: cell[0] == " "),
    "the end of a line is taken for blank": (lines, "_tail", lambda row: len(row) // 2),
    "moves fall short": (lines, "move", lambda _before, x, y: absolute(max(0, x - 1), y)),
    "columns fall short": (lines, "to_column", lambda x: f"\x1b[{max(x, 1)}G"),
    "one pen is left out": (lines, "_of_one_pen", without_the_last_pen),
    "what was cleared is taken for plain": (Painter, "_cleared", cleared_without_ground),
    "pens are never taken off": (
        lines,
        "change",
        lambda before, after, stepwise: change(PLAIN, after, stepwise=stepwise),
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_painter_is_found_out(monkeypatch, name):
    monkeypatch.setattr(*BROKEN[name])
    with pytest.raises((AssertionError, ExceptionGroup)):
        films_are_shown()


def test_a_painter_that_is_certain_of_every_width_is_found_out(monkeypatch):
    monkeypatch.setattr(lines, "is_certain", lambda _char: True)
    with pytest.raises(AssertionError):
        widths_do_not_matter()


def test_the_sound_painter_passes_what_broken_ones_fail():
    films_are_shown()
    widths_do_not_matter()
