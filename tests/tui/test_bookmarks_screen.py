import re

import pytest
from driving import SIZES, bundled, reading

TITLE = "突出政治引领"
METRIC = "轮训区管干部504人次"
LAST = -1


async def with_three(reader):
    """Bookmark a metric, a sentence and a section, and open the list."""
    await reader.press("3", "m", "2", *["]"] * 4, *["j"] * 4, "m", "1", "k", "k", "m", "M")


def listed(reader):
    return [row for row in reader.rows_of("bookmarks")[1:] if re.match(r"[▌ ] \d", row)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("lang", "kinds"), [("en", "section metric"), ("zh", "章节 指标")])
async def test_all_bookmarks_are_listed_in_reading_order_with_section_and_kind(size, lang, kinds):
    async with reading(size=size, lang=lang) as reader:
        await with_three(reader)
        rows = listed(reader)
        assert len(rows) == 3
        assert TITLE in rows[0]
        assert METRIC[:6] in rows[1]
        for row, kind in zip(rows, kinds.split(), strict=False):
            assert kind in row
        assert reader.rows_of("bookmarks")[0].endswith("1/3")
        assert "Esc" in reader.rows_of("keys")[0]


async def test_enter_goes_to_the_words_and_h_returns():
    async with reading(size=(120, 40)) as reader:
        await with_three(reader)
        before = reader.path()
        await reader.press("j", "enter")
        assert reader.active() == ["detail"]
        assert reader.path() == "1.1.1"
        assert METRIC in reader.text().replace(" ", "")
        await reader.press("H")
        assert reader.path() == before


async def test_below_the_list_stand_the_words_as_a_whole_and_the_note():
    async with reading(size=(80, 24)) as reader:
        await with_three(reader)
        await reader.press("j", "j")
        words = reader.session.marks.listed[2].bookmark.target.exact
        await reader.press("e", *"要点", "enter")
        below = "".join(reader.rows_of("bookmarks")).replace(" ", "")
        assert words in below
        assert below.endswith("要点")


async def test_a_note_is_written_and_taken_back_by_escape():
    async with reading() as reader:
        await with_three(reader)
        await reader.press("e", *"重要:q d j", "enter")
        assert listed(reader)[0].endswith("重要:q d j")
        await reader.press("e", *"不", "escape")
        assert listed(reader)[0].endswith("重要:q d j")
        await reader.press("e", "end", *"!", "enter")
        assert reader.session.marks.listed[0].bookmark.note == "重要:q d j!"
        await reader.press("j")
        assert reader.rows_of("bookmarks")[0].endswith("2/3")


async def test_a_note_makes_nothing_of_what_steers_a_terminal():
    async with reading() as reader:
        await with_three(reader)
        await reader.press("e")
        await reader.paste("甲\x1b[2J乙")
        await reader.press("enter")
        assert reader.session.marks.listed[0].bookmark.note == "甲␛[2J乙"


@pytest.mark.parametrize("key", ["d", "delete"])
async def test_one_is_removed_and_that_is_undone(key):
    async with reading() as reader:
        await with_three(reader)
        await reader.press("e", *"重要", "enter", key)
        assert len(listed(reader)) == 2
        await reader.press("u")
        assert len(listed(reader)) == 3
        assert listed(reader)[0].endswith("重要")
        await reader.press(key, key, key, key)
        assert "No bookmarks yet: m makes one" in reader.rows_of("bookmarks")[1]
        await reader.press("e", "enter")
        assert reader.app.screen is reader.room


async def test_one_that_has_lost_its_words_says_so_and_leads_nowhere():
    report = bundled().report
    async with reading() as reader:
        await with_three(reader)
        await reader.press("escape")
        reader.session.reload(report._replace(sections=report.sections[1:]))
        await reader.press("M")
        rows = listed(reader)
        assert all("words lost" in row for row in rows)
        before = reader.path()
        await reader.press("enter")
        assert "in the report no more" in reader.said()
        assert reader.path() == before


@pytest.mark.parametrize("key", ["escape", "q", "M", "ctrl+c"])
async def test_it_closes_with_what_one_tries_first(key):
    async with reading() as reader:
        await with_three(reader)
        await reader.press(key)
        assert reader.app.screen is reader.room
        assert reader.app.is_running


async def test_every_key_of_the_list_shows_what_is_there():
    async with reading(size=(60, 16)) as reader:
        await with_three(reader)
        for key in ["j", "e", "x", "enter", "G", "d", "u", "e", "escape", "g", "space", "k"]:
            await reader.press(key)
            seen = reader.cells()
            assert seen == await reader.drawn_anew(), key
