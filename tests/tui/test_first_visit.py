import sqlite3
from pathlib import Path

import pytest
from driving import SIZES, reading

from reporttui.settings import folders
from reporttui.settings.store import FILE
from reporttui.text.width import cell_len

HINT = "Space reads on, / finds, Tab next pane, ? keys, q quits"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_the_first_time_one_line_tells_the_keys_until_the_next_key(size, lang):
    async with reading(size=size, lang=lang, first=True) as reader:
        for key in ("/", "Tab", "?", "q"):
            assert key in reader.footer()
        assert "…" not in reader.footer()
        assert cell_len(reader.footer()) < size[0]
        hint = reader.footer()
        await reader.press("j")
        assert hint != reader.footer()


async def test_never_again():
    async with reading(first=True) as reader:
        assert reader.footer() == HINT
    async with reading(first=True) as reader:
        assert HINT not in reader.said()


async def test_it_names_the_readers_own_keys():
    async with reading(first=True, keymap={"help": ("f2",)}) as reader:
        assert "F2 keys" in reader.said()


async def test_strangers_are_told_each_time():
    for _ in range(2):
        async with reading(first=True, kiosk=True) as reader:
            assert reader.footer() == HINT


async def test_who_keeps_nothing_is_told_nothing(monkeypatch):
    monkeypatch.setattr(folders, "_keeps", False)
    async with reading(first=True) as reader:
        assert HINT not in reader.said()


async def test_where_it_cannot_be_kept_that_it_was_said_it_is_not_said(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    async with reading(first=True) as reader:
        assert HINT not in reader.said()


@pytest.mark.parametrize("kind", ["newer", "broken"])
async def test_what_is_wrong_with_what_was_kept_is_said_at_the_start(kind):
    kept = Path(folders.state_dir(), FILE)
    kept.parent.mkdir(parents=True)
    if kind == "broken":
        kept.write_bytes(b"no database" * 100)
    else:
        with sqlite3.connect(kept) as database:
            database.execute("PRAGMA user_version = 99")
    before = kept.read_bytes()
    async with reading(size=(200, 50)) as reader:
        assert str(kept) in reader.said()
        await reader.press("]", "m")
        assert str(kept) in reader.said()
    assert kept.read_bytes() == before
