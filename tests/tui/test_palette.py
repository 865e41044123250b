import re

import pytest
from driving import SIZES, reading

from reporttui.report.model import FORMAT, Report, Section

TITLE = "坚持行政复议应诉工作公正高效"
TRADITIONAL = "推進行政複議應訴工作"
METRIC = "行政复议经调解撤回"


def row_of(reader, name):
    return next(row for row in reader.rows_of("commands")[1:] if name in row)


def hits(reader, row):
    """Return the characters of a row whose background is that of hits."""
    cells = reader.cells()[row]
    background = reader.app.inks.hit.bgcolor.name
    return "".join(cell.data for cell in cells if cell.look.bg == background)


def underlined(reader):
    rows = reader.cells()
    return "".join(cell.data for row in rows for cell in row if cell.look.underline)


async def test_a_command_still_runs_by_its_name():
    async with reading() as reader:
        await reader.press(":", *"next theme", "enter")
        assert reader.app.theme != "dark"
        await reader.press(":", *"keys", "enter")
        assert "Keys" in reader.rows_of("help")[0]


@pytest.mark.parametrize(
    "typed",
    ["应诉工作", "應訴工作", "1.6.2", "１．６．２", "yingsugz", "ysgzgz", "应诉gz", "复议 yingsu"],
)
async def test_a_section_is_gone_to_by_a_part_of_its_title_by_its_path_or_by_its_sound(typed):
    async with reading() as reader:
        await reader.press(":", *typed)
        assert re.search(rf"{TITLE} +1\.6\.2$", reader.current("commands"))
        await reader.press("enter")
        assert reader.path() == "1.6.2"
        assert reader.active() == ["detail"]
        assert TITLE in reader.text()
        await reader.press("H")
        assert reader.path() == "0"


async def test_a_metric_is_gone_to_by_its_sound_and_its_sentence_is_marked():
    async with reading(size=(120, 40)) as reader:
        await reader.press(":", *"xzfy")
        assert re.search(rf"{METRIC} +28件  1\.6\.2$", reader.current("commands"))
        await reader.press("enter")
        assert reader.path() == "1.6.2"
        assert reader.active() == ["detail"]
        assert "28件" in underlined(reader).replace(" ", "")
        assert reader.current("metrics").startswith(METRIC)


async def test_what_was_typed_at_once_is_done_in_order():
    async with reading() as reader:
        await reader.press_at_once(":", *"xzfy", "down", "down", "enter", "]")
        assert reader.path() == "1.6.3"


async def test_simplified_finds_traditional():
    sections = (Section(number="一、", title=TRADITIONAL), Section(title="其他"))
    report = Report(format=FORMAT, id="old", title="報告", sections=sections)
    for typed in ("复议应诉", "xzfyys"):
        async with reading(report) as reader:
            await reader.press(":", *typed, "enter")
            assert reader.path() == "1"


@pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
async def test_what_matched_is_marked_exactly_in_every_row(theme):
    async with reading(theme=theme) as reader:
        await reader.press(":", *"xzfy")
        assert [hits(reader, row) for row in (2, 3, 4, 5)] == [*["行政复议"] * 3, ""]
        await reader.press("down")
        assert [hits(reader, row) for row in (2, 3, 4, 5)] == [*["行政复议"] * 3, ""]


async def test_what_matched_is_seen_where_the_name_is_too_long_for_its_row():
    title = "坚持" * 50 + "行政复议" + "工作" * 50
    report = Report(format=FORMAT, id="long", title="报告", sections=(Section(title=title),))
    for size in SIZES:
        async with reading(report, size=size) as reader:
            await reader.press(":", *"xzfy")
            assert hits(reader, 2) == "行政复议"
            assert re.search("[工作]… +1$", reader.rows()[2])


@pytest.mark.parametrize(("lang", "space"), [("en", "Space"), ("zh", "空格")])
async def test_with_nothing_typed_commands_come_first_then_sections_then_metrics(lang, space):
    async with reading(size=(120, 40), lang=lang) as reader:
        await reader.press(":")
        rows = reader.rows_of("commands")[1:]
        for _ in range(6):
            await reader.press("pagedown")
            rows += reader.rows_of("commands")[1:]
        ends = [space, "q", "0", "3.4", "504人次  1.1.1", "约212.7万元  1.6.5"]
        places = [[row.endswith(f"  {end}") for row in rows].index(True) for end in ends]
        assert places == sorted(places)


@pytest.mark.parametrize(("lang", "said"), [("en", "No such name"), ("zh", "没有这样的名称")])
async def test_where_nothing_is_called_so_a_row_says_it_and_enter_stays(lang, said):
    async with reading(size=(60, 16), lang=lang) as reader:
        await reader.press("]")
        before = reader.rows()
        await reader.press(":", *"xyzzy")
        rows = reader.rows_of("commands")
        assert " 0/" in rows[0]
        assert said in rows[1]
        assert "…" not in rows[1]
        assert not any(rows[2:])
        await reader.press("down", "enter")
        assert reader.rows() == before


async def test_two_letters_are_not_yet_a_sound_and_a_third_makes_them_one():
    async with reading() as reader:
        await reader.press(":", *"xz")
        assert "No such name" in reader.text()
        await reader.press("f")
        assert row_of(reader, METRIC)


async def test_a_name_leads_into_the_report_as_it_is_when_it_is_chosen():
    short = Report(format=FORMAT, id="s", title="报告", sections=(Section(title="复议"),))
    for keys, path in (("xzfy", "0"), ("fuyi", "1"), ("复议", "1"), ("", "1")):
        async with reading() as reader:
            await reader.press(":", *keys, *["pagedown"] * 20)
            reader.session.reload(short)
            await reader.press("enter")
            assert reader.path() == path
