import json
import sys

import pytest
from driving import SIZES, reading

from reporttui.report.building import load
from reporttui.writers.formats import FORMATS


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(folder):
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def said(reader):
    return reader.rows_of("keys")[0].strip()


async def called(reader, name):
    await reader.press("end", "ctrl+u")
    await reader.paste(name)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_all_formats_are_shown_with_what_they_are_for(size, lang):
    async with reading(size=size, lang=lang) as reader:
        await reader.press("w")
        rows = reader.rows_of("formats")[1:]
        for row, name in zip(rows, FORMATS, strict=False):
            assert row.split()[-1]
            assert f" {name} " in row
        assert reader.rows_of("typed")[0].strip() == "licheng-2024.txt"
        assert "…" not in said(reader)
        assert "Esc" in said(reader)


@pytest.mark.parametrize("name", ["txt", "md", "html", "json", "yaml", "csv", "xlsx"])
async def test_the_whole_report_is_written_in_the_chosen_format(folder, name):
    async with reading() as reader:
        await reader.press("w", *["down"] * list(FORMATS).index(name), "enter")
        assert names(folder) == [f"licheng-2024.{name}"]
        assert reader.app.screen is reader.room
        assert f"licheng-2024.{name} is written" in reader.said()


async def test_a_section_is_written_with_all_below_it(folder):
    async with reading() as reader:
        await reader.press("]", "]", "w", "tab", *["down"] * 3, "enter")
        data = json.loads((folder / "licheng-2024-1.1.json").read_text())
        assert "突出政治引领" in str(data)
        assert "优化营商环境" not in str(data["sections"])


async def test_the_table_is_written_as_it_is_filtered(folder):
    async with reading() as reader:
        await reader.press("/", *"行政复议", "enter")
        rows = len(reader.session.table.rows)
        await reader.press("w", "tab", "tab")
        assert f"{rows} rows of the table" in reader.rows_of("formats")[0]
        await reader.press(*["down"] * 5, "enter")
        lines = (folder / "licheng-2024-metrics.csv").read_text().splitlines()
        assert len(lines) == 1 + rows


async def test_a_typed_extension_chooses_the_format_and_a_chosen_format_the_extension(folder):
    async with reading() as reader:
        await reader.press("w")
        await called(reader, "mine.yaml")
        assert reader.current("formats").startswith("yaml")
        await reader.press("up")
        assert reader.rows_of("typed")[0].strip() == "mine.json"
        await called(reader, "v1.2")
        await reader.press("down", "tab", "tab", "tab")
        assert reader.rows_of("typed")[0].strip() == "v1.2.yaml"
        await reader.press("enter")
        assert load((folder / "v1.2.yaml").read_bytes()).report.id == "licheng-2024"


async def test_a_file_that_is_there_is_replaced_only_when_that_is_asked_for_again(folder):
    there = folder / "licheng-2024.txt"
    there.write_text("old")
    async with reading() as reader:
        await reader.press("w", "enter")
        assert said(reader) == "licheng-2024.txt is there already; Enter again replaces it"
        assert there.read_text() == "old"
        await reader.press("tab", "tab", "tab", "enter")
        assert there.read_text() == "old"
        await reader.press("enter")
        assert "鲤城" in there.read_text()


async def test_a_home_folder_is_known(folder, monkeypatch):
    monkeypatch.setenv("HOME", str(folder / "home"))
    (folder / "home").mkdir()
    async with reading() as reader:
        await reader.press("w")
        await called(reader, "~/it.txt")
        await reader.press("enter")
    assert (folder / "home" / "it.txt").exists()


@pytest.mark.parametrize("name", ["no/such/folder.txt", "a\0b.txt", "."])
async def test_what_cannot_be_written_is_said_and_the_reader_can_try_again(folder, name):
    async with reading() as reader:
        await reader.press("w")
        reader.app.screen.line.value = name
        await reader.press("enter")
        assert "cannot be written" in said(reader)
        await called(reader, "it.txt")
        assert "Esc close" in said(reader)
        await reader.press("enter")
        assert names(folder) == ["it.txt"]


async def test_a_format_whose_package_is_missing_says_how_to_install_it(folder, monkeypatch):
    # Another test may have imported the writer, and with it the package.
    monkeypatch.delitem(sys.modules, "reporttui.writers.parquet", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    async with reading() as reader:
        await reader.press("w", *["down"] * 7, "enter")
        await called(reader, "x.parquet")
        await reader.press("enter")
        assert "pip install 'reporttui[parquet]'" in said(reader)
        assert names(folder) == []


async def test_nothing_typed_and_escape_write_nothing(folder):
    async with reading() as reader:
        before = reader.cells()
        await reader.press("w", "ctrl+u", "enter", "escape")
        assert names(folder) == []
        assert reader.cells() == before


async def test_strangers_write_nothing(folder):
    async with reading(kiosk=True) as reader:
        await reader.press("w")
        assert reader.app.screen is reader.room
        assert reader.status() == "Nothing can be written here"
