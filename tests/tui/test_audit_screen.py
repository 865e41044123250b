import pytest
from driving import SIZES, reading
from glass import HALF
from test_hostile_reports import HOSTILE, assert_harmless

from reporttui.library.opening import open_file
from reporttui.tui.screens.audit import AuditScreen

BAD = """\
format: 1
id: a
title: A
opening: |
  由3件增至7件,增长130%。受理案件10件(其中立案15件)。
  办理7起(甲3起,乙4起)。
"""


@pytest.fixture
def bad(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(BAD)
    return open_file(str(path), None)


@pytest.mark.parametrize("size", SIZES)
async def test_it_shows_what_was_computed_and_the_sentence(size):
    async with reading(size=size) as reader:
        await reader.press("a")
        assert isinstance(reader.app.screen, AuditScreen)
        rows = reader.rows()
        assert "1/7" in rows[0]
        assert "3 + 4 = 7" in rows[1]
        assert "刑事案件3起" in "".join(row.strip() for row in rows)
        assert not any(HALF in row for row in rows)
        await reader.press("j")
        assert "2/7" in reader.rows()[0]
        assert "行政检查11692件" in "".join(row.strip() for row in reader.rows())


async def test_failures_come_first(bad):
    async with reading(bad) as reader:
        await reader.press("a")
        rows = reader.rows()
        assert "does not add up" in rows[1]
        assert "(7 − 3) ÷ 3 = 133.3%" in rows[1]
        assert "15 > 10" in rows[2]
        assert "adds up" in rows[3]


async def test_enter_goes_to_the_figure_and_back_returns(bad):
    async with reading(bad) as reader:
        await reader.press("a", "j", "enter")
        assert reader.app.screen is reader.room
        session = reader.room.session
        text = session.document.passages[session.mark.position.passage].text
        assert text[session.mark.position.offset : session.mark.end] == "10件"
        await reader.press("H")
        assert session.position.offset == 0


@pytest.mark.parametrize("key", ["escape", "q", "a"])
async def test_it_closes_without_moving(key):
    async with reading() as reader:
        before = reader.room.session.position
        await reader.press("a", key)
        assert reader.app.screen is reader.room
        assert reader.room.session.position == before


async def test_a_report_without_figures_says_so(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("format: 1\nid: a\ntitle: A\nopening: |\n  无。\n")
    async with reading(open_file(str(path), None)) as reader:
        await reader.press("a", "j", "enter")
        assert reader.app.screen is reader.room
        await reader.press("a")
        assert any("Nothing here can be computed" in row for row in reader.rows())


async def test_nothing_of_a_hostile_report_reaches_the_terminal(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(HOSTILE)
    async with reading(open_file(str(path), None)) as reader:
        await reader.press("a", "j", "G")
        assert_harmless(reader)
