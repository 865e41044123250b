import re

import pytest
from driving import SIZES, bundled, reading
from test_hostile_reports import HOSTILE, assert_harmless

from reporttui.library.opening import open_file
from reporttui.report.model import FORMAT, Report, Section
from reporttui.text.width import cell_len

REPEATED = "行政执法协调监督"
PLACES = 5


def underlined(reader):
    rows = reader.cells()
    return "".join(cell.data for row in rows for cell in row if cell.look.underline)


def count(reader):
    return reader.rows_of("names")[0].split()[-1]


@pytest.mark.parametrize(("size", "lang"), zip(SIZES, ["en", "zh"] * 2, strict=True))
async def test_names_stand_by_kind_with_their_count_and_sections(size, lang):
    async with reading(size=size, lang=lang) as reader:
        await reader.press("i")
        kind = {"en": "document", "zh": "法规文件"}[lang]
        assert all(kind in row for row in reader.rows_of("names")[1:12])
        assert max(map(cell_len, reader.rows())) <= size[0]
        await reader.press(*REPEATED)
        assert re.search(rf"{REPEATED} .* {PLACES}  1\.4\.2$", reader.current("names"))
        assert reader.cells() == await reader.drawn_anew()


@pytest.mark.parametrize("typed", ["海丝金融", "hsjrxhft", "haisijr", "海絲金融", "巡回 海丝"])
async def test_typing_filters_by_a_part_by_sound_and_by_both_scripts(typed):
    async with reading() as reader:
        await reader.press("i", *typed)
        assert reader.current("names").startswith("海丝金融巡回法庭")
        assert count(reader).startswith("1/")


async def test_without_a_match_that_is_said_and_enter_does_nothing():
    async with reading() as reader:
        before = reader.session.position
        await reader.press("i", *"没有这个")
        assert "No such name" in reader.text()
        await reader.press("enter")
        assert (reader.app.screen, reader.session.position) == (reader.room, before)


@pytest.mark.parametrize("size", SIZES[:3])
async def test_enter_goes_to_the_first_place_and_marks_the_name(size):
    async with reading(size=size) as reader:
        await reader.press("3", "i", *"凤姐", "enter")
        assert reader.active() == ["detail"]
        assert reader.path() == "1.2.1"
        assert underlined(reader) == "凤姐工作室"
        await reader.press("H")
        assert reader.path() == "0"


@pytest.mark.parametrize("key", ["enter", "n"])
async def test_enter_or_n_goes_on_to_the_next_places_and_round(key):
    async with reading(size=(120, 40)) as reader:
        await reader.press("i", *REPEATED, "enter")
        positions = []
        for number in range(1, PLACES + 1):
            assert f"place {number} of {PLACES}" in reader.status()
            assert underlined(reader) == REPEATED
            positions.append(reader.session.position)
            await reader.press(key)
        assert positions == sorted(set(positions))
        assert reader.session.position == positions[0]


async def test_capital_n_goes_back_to_the_place_before():
    async with reading(size=(120, 40)) as reader:
        await reader.press("i", *REPEATED, "enter", "N")
        assert f"place {PLACES} of {PLACES}" in reader.status()


async def test_once_the_reader_goes_elsewhere_the_keys_mean_what_they_always_do():
    async with reading() as reader:
        await reader.press("i", *REPEATED, "enter", "]", "n")
        assert "No query yet" in reader.status()
        await reader.press("i", *REPEATED, "enter", "/", *"行政复议", "enter", "n")
        assert "2/7" in reader.status()


async def test_the_figures_of_the_sentence_are_selected_in_the_table():
    async with reading(size=(120, 40)) as reader:
        await reader.press("i", *"海丝金融", "enter")
        selected = reader.session.table.selected
        assert reader.session.document.metrics[selected][0].path == "1.2.4"
        assert reader.session.document.metrics[selected][1].unit == "件"


@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
async def test_leaving_the_index_leaves_the_reader_where_they_were(key):
    async with reading() as reader:
        await reader.press("]", "j")
        before, position = reader.cells(), reader.session.position
        await reader.press("i", "down", "down", key)
        assert (reader.cells(), reader.session.position) == (before, position)


async def test_a_double_click_goes_to_a_name():
    async with reading() as reader:
        await reader.press("i", *"调解")
        name = reader.rows_of("names")[2].split()[0]
        await reader.click(5, 3, times=2)
        assert reader.app.screen is reader.room
        assert underlined(reader) == name


async def test_a_report_that_changed_meanwhile_is_asked_anew():
    async with reading() as reader:
        await reader.press("i", *"一国")
        sections = (Section(title="总则", text="坚持“一国两制”方针。"),)
        reader.session.reload(Report(format=FORMAT, id="a", title="报告", sections=sections))
        await reader.press("enter")
        assert reader.path() == "1"
        assert underlined(reader) == "一国两制"
        reader.session.reload(bundled().report)
        await reader.press("n")
        assert "No query yet" in reader.status()


async def test_a_report_without_names_says_so():
    async with reading(Report(format=FORMAT, id="a", title="报告")) as reader:
        await reader.press("i")
        assert "No names in this report" in reader.text()
        await reader.press("down", "enter")
        assert reader.app.screen is reader.room


async def test_a_hostile_report_is_harmless_in_the_index(tmp_path):
    path = tmp_path / "hostile.yaml"
    path.write_text(HOSTILE, encoding="utf-8")
    report = open_file(str(path), None)._replace(path=None)
    async with reading(report, size=SIZES[0]) as reader:
        await reader.press("i")
        assert_harmless(reader)
        assert reader.cells() == await reader.drawn_anew()
