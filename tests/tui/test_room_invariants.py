import random

import pytest
from driving import CURSOR, PLACE, SIZES, reading
from glass import HALF

from reporttui.tui.commands import COMMANDS

LEAVING = {"q", "ctrl+c"}
KEYS = sorted({key for command in COMMANDS.values() for key in command.keys} - LEAVING)
MOVES = ["down", "up", "space", "b", "]", "[", "enter", "tab", "n", "H", "1", "2", "3", "z"]
TYPED = [*"行政件1", "space", "backspace", "enter", "down", "escape"]
TOO_SMALL = (59, 20)


def assert_one_place_takes_the_keys(reader):
    query = reader.app.screen.focused is not None
    assert len(reader.active()) == (0 if query else 1), reader.text()


def assert_cursors_are_in_view(reader):
    for pane in reader.shown():
        items = len(reader.session.table.rows) if pane == "metrics" else 1
        rows = reader.rows_of(pane)[1:]
        cursors = [row for row in rows if row.strip().startswith((CURSOR, PLACE))]
        assert len(cursors) == min(1, items), reader.text()


async def assert_sound(reader):
    """What holds on every screen, after every key."""
    seen = reader.cells()
    assert seen == await reader.drawn_anew(), f"stale after {reader.pressed}\n{reader.text()}"
    assert HALF not in reader.text()
    if reader.app.screen is reader.room and "Too small" not in reader.text():
        assert_one_place_takes_the_keys(reader)
        assert_cursors_are_in_view(reader)


def next_key(reader, chance):
    if reader.app.screen.focused is not None:
        return chance.choice(TYPED)
    if reader.app.screen is not reader.room:
        return chance.choice([*MOVES, "escape", "escape"])
    return chance.choice([chance.choice(KEYS), chance.choice(MOVES)])


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize(("size", "keys"), zip(SIZES, (30, 30, 15, 8), strict=True))
async def test_after_any_key_the_screen_shows_what_there_is(size, keys, seed):
    chance = random.Random(f"{size} {seed}")
    async with reading(size=size, lang=chance.choice(["en", "zh"])) as reader:
        for _ in range(keys):
            await reader.press(next_key(reader, chance))
            await assert_sound(reader)
            assert reader.app.is_running, reader.pressed


@pytest.mark.parametrize("seed", range(3))
async def test_after_any_change_of_size_the_screen_shows_what_there_is(seed):
    chance = random.Random(seed)
    async with reading(size=(120, 40)) as reader:
        for _ in range(12):
            await reader.press(*(next_key(reader, chance) for _ in range(3)))
            size = chance.choice([*SIZES, (60, 50), (200, 16), (63, 17), (64, 28), TOO_SMALL])
            reader.pressed.append(size)
            await reader.resize(*size)
            await assert_sound(reader)


BURSTS = [
    ["/", *"行政复议", "enter", "n", "n", "3", "down", "enter", "H"],
    ["/", *"行政", "escape", "]", "]", "/", "件", "tab", "down", "down"],
    [":", *"outline", "escape", ":", *"by unit", "enter", "1", "down"],
    ["?", "space", "escape", ":", "escape", "?", "q", "]"],
    ["z", "tab", "tab", "z", "1", "j", "h", "l", "l", "enter", "space", "b"],
    ["3", "s", "s", "r", "u", "G", "enter", "enter", "o", "escape", "escape"],
]


@pytest.mark.parametrize("keys", BURSTS)
async def test_keys_that_come_faster_than_the_app_can_follow_do_the_same(keys):
    async with reading(size=(120, 40)) as reader:
        await reader.press(*keys)
        slow = reader.cells()
    async with reading(size=(120, 40)) as reader:
        await reader.press_at_once(*keys)
        assert reader.cells() == slow, reader.text()
