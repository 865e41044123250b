import json
import re
from pathlib import Path

import pytest
from driving import SIZES, reading

from reporttui.settings.folders import state_dir
from reporttui.settings.state import load

ALL = ["outline", "detail", "metrics"]


def squeezed(text):
    return re.sub(r"\s", "", text)


def kept_file():
    return Path(state_dir(), "panes.json")


def sizes(reader):
    found = [reader.app.screen.query_one(f"#{name}") for name in ("outline", "metrics")]
    return found[0].size.width, found[1].size.height


async def test_a_large_screen_shows_all_three_panes():
    for size in (SIZES[2], SIZES[3]):
        async with reading(size=size) as reader:
            assert reader.shown() == ALL


async def test_the_usual_screen_shows_the_text_with_the_outline_and_the_table_in_its_place():
    async with reading(size=(80, 24)) as reader:
        assert reader.shown() == ["outline", "detail"]
        await reader.press("3")
        assert reader.shown() == ["outline", "metrics"]
        await reader.press("1")
        assert reader.shown() == ["outline", "detail"]


async def test_the_smallest_screen_shows_the_pane_in_use():
    async with reading(size=(60, 16)) as reader:
        for key, pane in zip("123", ALL, strict=True):
            await reader.press(key)
            assert reader.shown() == [pane]


@pytest.mark.parametrize("width", [60, 63, 64, 66, 80])
async def test_no_line_of_text_is_squeezed_under_twenty_characters(width):
    async with reading(size=(width, 24)) as reader:
        await reader.press("]", "]", "]", "space")
        assert max(len(squeezed(row)) for row in reader.rows_of("detail")[1:]) >= 20


@pytest.mark.parametrize("size", [(59, 24), (80, 15), (20, 5), (1, 1), (200, 3)])
async def test_a_window_that_is_too_small_says_so_and_recovers(size):
    async with reading(lang="zh") as reader:
        await reader.press("]", "]", "down")
        before = reader.rows()
        await reader.resize(*size)
        assert "窗口太小"[: size[0] // 2] in reader.text()
        assert not reader.shown()
        await reader.resize(80, 24)
        assert reader.rows() == before


async def test_an_app_started_in_a_window_that_is_too_small_opens_when_there_is_room():
    async with reading(size=(40, 10)) as reader:
        await reader.resize(80, 24)
        assert reader.active() == ["detail"]
        assert "2024年法治政府" in reader.current("detail")


@pytest.mark.parametrize("pages", [0, 2, 6])
async def test_any_change_of_size_keeps_the_line_that_was_read(pages):
    async with reading(size=(80, 24)) as reader:
        await reader.press(*["space"] * pages, "down", "down")
        place, path = reader.session.position, reader.path()
        begins = squeezed(reader.current("detail"))[:8]
        for size in [(60, 16), (200, 50), (64, 17), (120, 40), (59, 24), (70, 60), (80, 24)]:
            await reader.resize(*size)
            assert (reader.session.position, reader.path()) == (place, path)
            if size[0] > 59:
                assert begins[:2] in squeezed(reader.current("detail"))
        assert squeezed(reader.current("detail")).startswith(begins)


async def test_after_a_change_of_size_and_back_the_outline_and_the_line_read_are_as_before():
    async with reading(size=(120, 40)) as reader:
        await reader.press("space", "space", "down", "down", "down")
        before = reader.rows_of("outline"), reader.current("detail")
        for size in [(60, 16), (200, 50), (80, 24)]:
            await reader.resize(*size)
            await reader.resize(120, 40)
            assert (reader.rows_of("outline"), reader.current("detail")) == before


@pytest.mark.parametrize("pane", "123")
@pytest.mark.parametrize("size", SIZES[:3])
async def test_a_pane_takes_the_whole_screen_and_gives_it_back(size, pane):
    async with reading(size=size) as reader:
        await reader.press(pane)
        before = reader.rows()
        await reader.press("z")
        assert reader.shown() == [ALL[int(pane) - 1]]
        assert reader.app.screen.query_one(f"#{reader.shown()[0]}").size.width == size[0]
        await reader.press("z")
        assert [squeezed(row) for row in reader.rows()] == [squeezed(row) for row in before]


async def test_going_to_another_pane_while_one_is_maximised_maximises_that_one():
    async with reading(size=(120, 40)) as reader:
        await reader.press("z", "tab")
        assert reader.shown() == ["metrics"]
        await reader.press("z")
        assert reader.shown() == ALL


async def test_sizes_of_panes_are_kept_for_the_next_time():
    async with reading(size=(120, 40)) as reader:
        first = sizes(reader)
        await reader.press(">", ">", "+")
        chosen = sizes(reader)
        assert chosen == (first[0] + 4, first[1] + 1)
    async with reading(size=(120, 40)) as reader:
        assert sizes(reader) == chosen
        await reader.press("<", "-")
    async with reading(size=(120, 40)) as reader:
        assert sizes(reader) == (chosen[0] - 2, chosen[1] - 1)


async def test_a_pane_can_be_made_neither_too_small_nor_too_large():
    async with reading(size=(120, 40)) as reader:
        await reader.press(*["<"] * 11, *["-"] * 8)
        assert sizes(reader) == (18, 8)
        await reader.press(">", "+")
        assert sizes(reader) == (20, 9)
        await reader.press(*[">"] * 30, *["+"] * 21)
        assert reader.shown() == ALL
        width, height = sizes(reader)
        assert 120 - width >= 43
        assert 37 - height >= 8
        await reader.press("<", "-")
        assert sizes(reader) == (width - 2, height - 1)


@pytest.mark.parametrize("size", SIZES)
async def test_keys_for_a_size_that_is_not_to_be_seen_change_nothing_that_is_kept(size):
    async with reading(size=size) as reader:
        await reader.press("1", "z")
        if "metrics" not in reader.shown():
            await reader.press("+", "+", "-")
        assert load(kept_file()).get("table_height") is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[1, 2]",
        json.dumps({"version": 1, "outline_width": "wide", "table_height": None}).encode(),
        json.dumps({"version": 1, "outline_width": 10**9, "table_height": -5}).encode(),
        json.dumps({"version": 1, "outline_width": True, "table_height": 1e9}).encode(),
        b"\xff\xfe\x00",
    ],
)
async def test_what_was_kept_may_be_broken_and_the_room_opens_all_the_same(data):
    kept_file().parent.mkdir(parents=True)
    kept_file().write_bytes(data)
    async with reading(size=(120, 40)) as reader:
        assert reader.shown() == ALL
        width, height = sizes(reader)
        assert 18 <= width <= 74
        assert 8 <= height <= 29


async def test_where_nothing_can_be_kept_sizes_still_change(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    async with reading(size=(120, 40)) as reader:
        width, _ = sizes(reader)
        await reader.press(">")
        assert sizes(reader)[0] == width + 2
