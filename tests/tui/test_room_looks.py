import re
import unicodedata

import pytest
from driving import CURSOR, PLACE, SIZES, XTERM, reading
from glass import PLAIN
from textual.widgets import Input

from reporttui.report.model import FORMAT, Metric, Report, Section
from reporttui.text.width import cell_len, set_ambiguous
from reporttui.tui.themes import THEMES, choose

BUSY = [
    [],
    ["]", "]", "3", "s", "u"],
    ["/", *"行政", "enter", "3", "down"],
    ["/", *"没有"],
    ["1", "down", "h", "down"],
    ["3", "enter"],
    ["n"],
    ["?"],
    [":", *"to"],
    ["z", "o"],
]
LEAST_CONTRAST = {"dark": 4.5, "light": 4.5, "contrast": 7}


def looks(reader):
    return {cell.look for row in reader.cells() for cell in row if cell.data.strip()}


def luminance(colour):
    """Relative luminance (WCAG 2.2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(part * c for part, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(look):
    first, second = sorted((luminance(look.fg), luminance(look.bg)))
    return (second + 0.05) / (first + 0.05)


async def through_busy_screens(reader):
    """Lead a reader to one busy screen after the other."""
    for keys in BUSY:
        await reader.press(*keys)
        yield
        await reader.press("escape", "escape")


@pytest.mark.parametrize("theme", LEAST_CONTRAST)
async def test_everything_stands_out_from_its_ground(theme):
    async with reading(theme=theme, size=(120, 40)) as reader:
        async for _ in through_busy_screens(reader):
            for look in looks(reader):
                shown = look._replace(fg=look.bg, bg=look.fg) if look.reverse else look
                assert contrast(shown) >= LEAST_CONTRAST[theme], look


@pytest.mark.parametrize("theme", THEMES)
async def test_weight_is_used_sparingly(theme):
    async with reading(theme=theme, size=(120, 40)) as reader:
        await reader.press("]", "]", "]")
        cells = [cell for row in reader.cells() for cell in row if cell.data.strip()]
        assert sum(cell.look.bold for cell in cells) < len(cells) / 4
        assert len({cell.look.fg for cell in cells}) <= 4


async def test_the_theme_of_sixteen_colours_uses_those_of_the_terminal_only():
    async with reading(theme="16") as reader:
        async for _ in through_busy_screens(reader):
            colours = {colour for look in looks(reader) for colour in (look.fg, look.bg)}
            assert all(re.fullmatch("|3[0-7]|4[0-7]|9[0-7]|10[0-7]", each) for each in colours)


@pytest.mark.parametrize("key", ["/", ":"])
async def test_the_cursor_of_a_line_one_types_in_shows_on_any_ground(key):
    async with reading(theme="16") as reader:
        await reader.press(key, "x")
        assert "x" in reader.query() if key == "/" else "x" in reader.rows()[0]
        row = next(row for row in reader.cells() if row[1].data == "x")
        assert row[2].look == PLAIN._replace(reverse=True)


@pytest.mark.parametrize("theme", [None, "dark", "16"])
async def test_no_color_leaves_no_colour_at_all(monkeypatch, theme):
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(theme=theme, environ={**XTERM, "NO_COLOR": "1"}) as reader:
        async for _ in through_busy_screens(reader):
            assert {(look.fg, look.bg) for look in looks(reader)} == {("", "")}
        await reader.press("t", "t", "t", "t")
        codes = ";".join(re.findall(r"\x1b\[([\d;]*)m", reader.sent)).split(";")
        assert set(codes) <= {"", "0", "1", "2", "3", "4", "7", "22", "23", "24", "27"}


async def test_without_colour_hits_cursors_and_figures_still_stand_out(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(size=(120, 40), environ={**XTERM, "NO_COLOR": "1"}) as reader:
        await reader.press("/", *"行政复议", "enter")
        text = [row[36:] for row in reader.cells()[2:20]]
        hits = [
            cell.look for row in text for cell in row if cell.data == "议" and cell.look != PLAIN
        ]
        assert sum(look.reverse for look in hits) == 1
        assert sum(look.underline and not look.reverse for look in hits) >= 2
        assert any(cell.data.isdigit() and cell.look.bold for row in text for cell in row)
        await reader.press("3")
        signs = [row[36].data for row in reader.cells()[20:] if row[36].data in (CURSOR, PLACE)]
        assert signs == [CURSOR, CURSOR]  # In the title, and in the table.


@pytest.mark.parametrize(
    ("wanted", "environ", "theme"),
    [
        ("light", {"TERM": "vt100"}, "light"),
        ("16", XTERM, "16"),
        (None, XTERM, "dark"),
        (None, {"TERM": "screen-256color"}, "dark"),
        (None, {**XTERM, "COLORFGBG": "0;15"}, "light"),
        (None, {**XTERM, "COLORFGBG": "0;default;15"}, "light"),
        (None, {**XTERM, "COLORFGBG": "15;0"}, "dark"),
        (None, {"TERM": "linux"}, "16"),
        (None, {"TERM": "vt100"}, "16"),
        (None, {}, "16"),
    ],
)
def test_the_theme_is_the_wanted_one_or_what_the_terminal_says(wanted, environ, theme):
    assert choose(wanted, environ) == theme


async def test_the_key_goes_through_all_themes_and_back_to_the_first():
    async with reading() as reader:
        before = reader.cells()
        passed = []
        for _ in THEMES:
            await reader.press("t")
            passed.append(reader.app.theme)
        assert sorted(passed) == sorted(THEMES)
        await reader.press("2")
        assert reader.cells() == before


# Ambiguous characters of two cells.

LONG = "关于进一步做好新形势下各项重点工作任务贯彻落实情况的说明" * 3
PART = Metric(name="办案量很大很大很大", value=900, unit="件", quote="处罚900件", part_of="总数")
ALL = Metric(name="总数", value=12596, unit="件", quote="办案12596件")
SECTION = Section(
    number="一、",
    title=LONG,
    text="办案12596件,处罚900件。" * 9,
    metrics=(ALL._replace(at=1), PART._replace(at=1)),
)
PLAIN_REPORT = Report(
    format=FORMAT,
    id="plain",
    title=LONG,
    issuer=LONG,
    sections=(SECTION, SECTION._replace(metrics=())),
)


def is_ambiguous(char):
    """Whether some terminals draw a character in one cell; … is the sign of what was cut."""
    return unicodedata.east_asian_width(char) == "A" and char != "…"


@pytest.fixture
def wide():
    set_ambiguous(2)
    yield
    set_ambiguous(1)


def assert_lines_fill_their_widgets(reader):
    for widget in reader.app.screen.children:
        # Textual's own input gives more than fits; it is cut where it is placed.
        if widget.is_on_screen and widget.size and not isinstance(widget, Input):
            for y in range(widget.size.height):
                strip = widget.render_line(y)
                assert sum(cell_len(each.text) for each in strip) == widget.size.width


@pytest.mark.usefixtures("wide")
@pytest.mark.parametrize("size", SIZES[:3])
async def test_with_wide_ambiguous_characters_every_line_is_as_wide_as_its_place(size):
    async with reading(size=size, lang="zh") as reader:
        async for _ in through_busy_screens(reader):
            assert_lines_fill_their_widgets(reader)
            assert reader.cells() == await reader.drawn_anew()


@pytest.mark.usefixtures("wide")
@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_with_wide_ambiguous_characters_the_screen_itself_uses_none(lang):
    async with reading(PLAIN_REPORT, size=(80, 24), lang=lang) as reader:
        async for _ in through_busy_screens(reader):
            assert not set(filter(is_ambiguous, reader.text()))


@pytest.mark.usefixtures("wide")
async def test_typed_ambiguous_characters_take_two_cells_in_the_query_line_too():
    async with reading(lang="zh") as reader:
        await reader.press("/", *"“一庭两中心”")
        assert reader.query() == "“一庭两中心”"
        assert_lines_fill_their_widgets(reader)


@pytest.mark.parametrize("size", SIZES)
async def test_every_line_is_as_wide_as_its_place(size):
    async with reading(size=size) as reader:
        async for _ in through_busy_screens(reader):
            assert_lines_fill_their_widgets(reader)
