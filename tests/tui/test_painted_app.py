"""The app by its painter looks as it would by Textual alone, after every key, on every screen."""

import random
import re
from contextlib import asynccontextmanager
from functools import cache
from types import SimpleNamespace

import pytest
from driving import XTERM, make_app, reading
from glass import HALF, Glass, seen
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual import _compositor
from textual.strip import Strip

from reporttui.text.width import ambiguous
from reporttui.tui.commands import COMMANDS
from reporttui.tui.painting import adapter, lines
from reporttui.tui.painting.adapter import PaintedApp
from reporttui.tui.painting.painter import Painter

SIZES = [(60, 16), (80, 24), (120, 40)]
LEAVING = {"q", "ctrl+c"}
KEYS = sorted({key for command in COMMANDS.values() for key in command.keys} - LEAVING)
MOVES = ["down", "up", "space", "b", "]", "[", "enter", "tab", "n", "H", "1", "2", "3", "z", "t"]
OPENERS = ["/", "/", "?", ":", "c", "ctrl+l"]
TYPED = [*'行政复件1("|', "space", "backspace", "enter", "enter", "down", "up", "left", "escape"]


def next_key(reader, chance):
    if reader.app.screen.focused is not None:
        return chance.choice(TYPED)
    if reader.app.screen is not reader.room:
        return chance.choice([*MOVES, "s", "ctrl+l", "escape", "escape"])
    return chance.choice([chance.choice(KEYS), chance.choice(MOVES), chance.choice(OPENERS)])


def by_textual(app):
    """Return what a terminal shows of the app's state if Textual draws all of it."""
    glass = Glass(*app.size, ambiguous())
    glass.feed("\x1b[m" + app.screen._compositor.render_full_update().render_segments(app.console))
    place = app.screen.outer_size.clamp_offset(app.cursor_position)
    return [list(map(seen, row)) for row in glass.cells], tuple(place)


def shown(reader):
    return reader.cells(), (reader.glass._x, reader.glass._y)


def assert_as_textual(reader):
    assert differences(shown(reader), by_textual(reader.app)) == [], reader.pressed


def differences(painted, plain):
    """Return the first few cells that are not as they should be."""
    rows = enumerate(zip(painted[0], plain[0], strict=True))
    cells = [
        (x, y, *both)
        for y, row in rows
        for x, both in enumerate(zip(*row, strict=True))
        if both[0] != both[1]
    ]
    return cells[:3] or ([] if painted[1] == plain[1] else [painted[1], plain[1]])


@asynccontextmanager
async def unpainted(monkeypatch, **options):
    """Open the app as Textual alone would have it."""
    with monkeypatch.context() as patched:
        patched.setattr(adapter, "Painter", lambda _terminal: None)
        async with reading(**options) as reader:
            assert reader.app._painter is None
            yield reader


# The same as Textual.


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize(("size", "keys"), zip(SIZES, (30, 25, 10), strict=True))
async def test_after_any_key_the_terminal_shows_what_textual_would_show(size, keys, seed):
    chance = random.Random(f"painted {size} {seed}")
    async with reading(size=size, lang=chance.choice(["en", "zh"])) as reader:
        assert_as_textual(reader)
        for _ in range(keys):
            await reader.press(next_key(reader, chance))
            assert_as_textual(reader)
        assert reader.app._painter, "it has fallen back"


@pytest.mark.parametrize(("size", "lang"), zip(SIZES, ["zh", "en", "zh"], strict=True))
async def test_every_screen_is_as_textual_shows_it(size, lang):
    keys = ["/", *"行政(", "backspace", "enter", "n", "c", "down", "s", "escape", "?", "space"]
    keys += ["escape", ":", *"th", "down", "escape", "2", "z", "space", "down", "b", "z", "t", "t"]
    async with reading(size=size, lang=lang) as reader:
        for key in [*keys, "ctrl+l", "3", "s", "G", "k", "1", "end", "h", "tab"]:
            await reader.press(key)
            assert_as_textual(reader)
        assert reader.app._painter


async def follow(reader, steps):
    """Do what somebody did, and yield what is seen after each step."""
    for step in steps:
        await (reader.press(step) if isinstance(step, str) else reader.resize(*step))
        yield shown(reader)


@pytest.mark.parametrize("seed", range(3))
async def test_two_readers_see_the_same_with_and_without_the_painter(monkeypatch, tmp_path, seed):
    chance, steps, frames = random.Random(f"two {seed}"), [], []
    options = {"size": SIZES[seed], "theme": ["dark", "light", "contrast"][seed]}
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "one"))  # each with a memory of its own
    async with reading(**options) as reader:
        for at in range(20):
            step = next_key(reader, chance) if at % 9 != 8 else chance.choice([*SIZES, (50, 10)])
            steps.append(step)
            frames += [frame async for frame in follow(reader, [step])]
        assert reader.app._painter
        painted = len(reader.sent)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "other"))
    async with unpainted(monkeypatch, **options) as reader:
        wanted = [frame async for frame in follow(reader, steps)]
        assert painted < len(reader.sent) / 3
    for at, both in enumerate(zip(frames, wanted, strict=True)):
        assert differences(*both) == [], steps[: at + 1]


@pytest.mark.parametrize("seed", range(2))
async def test_after_any_change_of_size_the_terminal_shows_what_textual_would_show(seed):
    chance = random.Random(f"sizes {seed}")
    async with reading(size=(120, 40)) as reader:
        for _ in range(6):
            await reader.press(next_key(reader, chance))
            size = chance.choice([*SIZES, (60, 30), (100, 16), (59, 20), (20, 5)])
            reader.pressed.append(size)
            await reader.resize(*size)
            assert_as_textual(reader)


@pytest.mark.parametrize(
    "environ", [{"TERM": "vt100"}, {"TERM": "linux"}, {**XTERM, "NO_COLOR": "1"}]
)
async def test_poorer_terminals_are_shown_the_same(environ):
    chance = random.Random(environ["TERM"])
    async with reading(environ=environ) as reader:
        for _ in range(12):
            await reader.press(next_key(reader, chance))
            assert_as_textual(reader)
        for parameters in re.findall(r"\x1b\[([\d;]*)m", reader.sent):
            codes = {int(code or 0) for code in parameters.split(";")}
            assert environ["TERM"] != "vt100" or codes <= {0, 1, 4, 5, 7}, parameters


# Parts of a screen.

STYLES = [Style(bgcolor="#202020"), Style(color="#ff0000", bold=True), Style(underline=True)]
texts = st.lists(st.sampled_from(["中", "文", "a", " ", "│"]), min_size=12, max_size=12)


@cache
def idle_app():
    return make_app()


@settings(max_examples=80)
@given(texts, texts, st.sampled_from(STYLES), st.data())
def test_parts_of_lines_are_cut_as_textual_cuts_them(before, after, style, data):
    app, painting, width = idle_app(), Painter(adapter.Terminal()), 14
    glass, plain = Glass(width, 1), Glass(width, 1)
    old, new = (Strip([Segment("".join(text), style)]).crop(0, width) for text in (before, after))
    left = data.draw(st.integers(0, width - 1))
    right = data.draw(st.integers(left + 1, width))
    end = data.draw(st.integers(1, width))
    parts = [(0, end), (end, width)] if end < width else [(0, end)]
    chops = {start: new.crop(start, stop) for start, stop in parts}
    updates = [
        _compositor.LayoutUpdate([[old]], _compositor.Region(0, 0, width, 1)),
        _compositor.ChopsUpdate([chops], [(0, left, right)], [[stop for _, stop in parts]]),
        _compositor.LayoutUpdate([[old]], _compositor.Region(0, 0, width, 1)),
    ]
    for update in updates:
        plain.feed("\x1b[m" + update.render_segments(app.console))
        glass.feed(painting.paint(width, 1, list(PaintedApp._pieces(app, update)), (0, 0)))
        for painted, wanted in zip(glass.cells[0], plain.cells[0], strict=True):
            is_halved = wanted.data == HALF  # Textual leaves it to the terminal what is seen then.
            assert painted.data == " " if is_halved else seen(painted) == seen(wanted)


# Teeth.


def one_run_less(before, after, real=lines._runs):
    return list(real(before, after))[:-1]


def without_keeping_the_pen(self, *arguments, real=Painter.paint):
    before = self._pen
    sent = real(self, *arguments)
    self._pen = before
    return sent


def blank_enough(self, cell, real=lines.Writer._suits):
    return cell[0] == " " or real(self, cell)


def no_cursor(self, width, height, pieces, _cursor, real=Painter.paint):
    return real(self, width, height, pieces, (0, 0))


def one_line_too_far(self, after, shift, real=Painter._scrolled):
    writer, frame = real(self, after, shift)
    writer._parts = [part.replace(f"[{abs(shift)}", f"[{abs(shift) + 1}") for part in writer._parts]
    return writer, frame


BROKEN = {
    "blanks lose their ground": (lines.Writer, "_suits", blank_enough),
    "the last run of a line is left out": (lines, "_runs", one_run_less),
    "scrolled one line too far": (Painter, "_scrolled", one_line_too_far),
    "a pen is not kept": (Painter, "paint", without_keeping_the_pen),
    "the cursor is nowhere": (Painter, "paint", no_cursor),
    "nothing is ever forgotten": (PaintedApp, "forget_frame", lambda _self: None),
}


WALK = ["2", "z", *["down"] * 22, "space", "z", "/", *"行政", "enter", "?", "escape", "t", "3"]


async def walk():
    async with reading(size=(80, 24)) as reader:
        for key in WALK:
            await reader.press(key)
            assert_as_textual(reader)
        assert re.search(r"\x1b\[\d+M\x1b\[r", reader.sent), "nothing was scrolled"
        await spoil(reader)
        assert_as_textual(reader)


async def spoil(reader):
    """Write over the screen, as another program would, and let the reader repair it."""
    for y in range(reader.glass.height):
        reader.glass.feed(f"\x1b[{y + 1}H\x1b[31m" + "x" * reader.glass.width)
    reader.glass.feed("\x1b[H")
    await reader.press("ctrl+l")


async def test_the_sound_painter_passes_what_broken_ones_fail():
    await walk()


@pytest.mark.parametrize("name", BROKEN)
async def test_a_broken_painter_is_found_out(monkeypatch, name):
    monkeypatch.setattr(*BROKEN[name])
    with pytest.raises(AssertionError):
        await walk()


# Falling back.


def lying(by):
    """Return a strip's length as it is not."""
    real = Strip.cell_length.fget
    return property(lambda strip: real(strip) + by)


CHANGES = {
    "no update is one that is known": {"LayoutUpdate": type("One", (), {}), "ChopsUpdate": bytes},
    "updates have other names": {},
    "updates have other parts": {"LayoutUpdate": bytes, "ChopsUpdate": object},
}


async def assert_goes_on(reader):
    for key in ["down", "/", "行", "enter", "?", "escape", "ctrl+l"]:
        await reader.press(key)
        assert_as_textual(reader)
    assert reader.app._painter is None
    assert reader.app.is_running
    await reader.resize(60, 16)
    assert_as_textual(reader)


@pytest.mark.parametrize(("name", "theme"), zip(CHANGES, ["dark", "contrast", "16"], strict=True))
async def test_when_textual_is_another_one_its_own_output_takes_over(monkeypatch, name, theme):
    async with reading(theme=theme) as reader:
        await reader.press("down", "3")
        monkeypatch.setattr(adapter, "_compositor", SimpleNamespace(**CHANGES[name]))
        await assert_goes_on(reader)


async def test_textual_takes_over_from_the_first_frame(monkeypatch):
    monkeypatch.setattr(adapter, "_compositor", SimpleNamespace())
    async with reading() as reader:
        assert_as_textual(reader)
        await assert_goes_on(reader)


@pytest.mark.parametrize("by", [-1, 1])
async def test_a_line_that_lies_about_its_length_is_left_to_textual(monkeypatch, by):
    async with reading() as reader:
        await reader.press("down")
        told = PaintedApp._cells
        strips = lambda app, strip: told(app, Strip(list(strip), strip.cell_length + by))  # noqa: E731
        monkeypatch.setattr(PaintedApp, "_cells", strips)
        await assert_goes_on(reader)


@pytest.mark.parametrize("error", [AttributeError, ValueError, IndexError])
async def test_whatever_is_not_as_it_was_the_app_goes_on(monkeypatch, error):
    def other(*_):
        raise error

    async with reading() as reader:
        monkeypatch.setattr(adapter, "cells", other)
        await assert_goes_on(reader)
