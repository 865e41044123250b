import asyncio

import pytest
from driving import reading

from reporttui.library.opening import open_file
from reporttui.report.bundled import path_of
from reporttui.tui import app as app_module

PATIENCE = 5


@pytest.fixture(autouse=True)
def look_often(monkeypatch):
    monkeypatch.setattr(app_module, "_SECONDS_BETWEEN_LOOKS", 0.01)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "report.yaml"
    with open(path_of("licheng-2024"), encoding="utf-8") as bundled:  # noqa: PTH123
        path.write_text(bundled.read(), encoding="utf-8")
    return path


def opening(path):
    return open_file(str(path), None)


def change(path, old, new):
    """Write a changed file beside and rename it, as editors do."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    beside = path.with_suffix(".new")
    beside.write_text(text.replace(old, new, 1), encoding="utf-8")
    beside.replace(path)


async def until(reader, seen):
    """Wait until the reader sees something."""
    for _ in range(PATIENCE * 50):
        await asyncio.sleep(0.02)
        await reader.settle()
        if seen():
            return
    raise AssertionError(reader.text())


async def test_a_changed_file_is_loaded_anew_and_that_is_said(file):
    async with reading(opening(file), size=(120, 40)) as reader:
        change(file, "轮训区管干部504人次", "轮训区管干部505人次")
        change(file, "轮训区管干部504人次", "轮训区管干部505人次")
        change(file, "value: 504", "value: 505")
        await until(reader, lambda: "loaded anew" in reader.said())
        await reader.press("]", "]", "]")
        assert "轮训区管干部505人次" in reader.text()
        assert reader.status() == ""


async def test_place_pane_query_and_table_are_kept(file):
    async with reading(opening(file), size=(120, 40)) as reader:
        await reader.press("/", *"行政", "enter", "n", "n", "n", "3", "s", "s", "down", "down")
        before = [reader.current(pane) for pane in reader.shown()]
        change(file, "issuer: 泉州市鲤城区人民政府", "issuer: 另一个政府")
        await until(reader, lambda: "loaded anew" in reader.said())
        assert reader.active() == ["metrics"]
        assert [reader.current(pane) for pane in reader.shown()] == before
        assert reader.query() == "行政"
        assert reader.cells() == await reader.drawn_anew()


async def test_the_title_above_changes_too(file):
    async with reading(opening(file)) as reader:
        change(file, "title: 泉州市鲤城区人民政府关于", "title: 新题关于")
        await until(reader, lambda: "loaded anew" in reader.said())
        assert "新题关于2024年" in reader.rows()[0]


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)])
async def test_a_broken_file_is_told_with_its_line_and_the_old_report_stays(file, size):
    async with reading(opening(file), size=size) as reader:
        await reader.press("]", "]", "]")
        before = reader.rows()
        lines = file.read_text(encoding="utf-8").split("\n")
        number = lines.index("year: 2024") + 1
        change(file, "year: 2024", "yaer: 2024")
        await until(reader, lambda: "File not" in reader.said())
        assert f"line {number}" in reader.said()
        await reader.press("2")
        assert reader.rows() == before
        change(file, "yaer: 2024", "year: 2025")
        await until(reader, lambda: "loaded anew" in reader.said())


async def test_a_file_that_vanishes_and_comes_back_is_loaded_then(file):
    async with reading(opening(file)) as reader:
        text = file.read_text(encoding="utf-8")
        file.unlink()
        await asyncio.sleep(0.1)
        await reader.press("]")
        assert reader.path() == "1"
        file.write_text(text.replace("人民政府关于", "政府关于"), encoding="utf-8")
        await until(reader, lambda: "loaded anew" in reader.said())


@pytest.mark.parametrize("content", [b"", b"\x00\x01", "中".encode("gb18030"), b"- x", b"a: *b"])
async def test_whatever_is_written_over_the_file_the_room_stays_open(file, content):
    async with reading(opening(file)) as reader:
        file.write_bytes(content)
        await until(reader, lambda: "File not" in reader.said())
        assert "File not loaded" in reader.said()
        await reader.press("]")
        assert reader.path() == "1"


async def test_a_message_about_a_hostile_file_is_harmless(file):
    async with reading(opening(file), size=(200, 50)) as reader:
        change(file, "year: 2024", '"\\e]0;owned\\a[bold]": 2024')
        await until(reader, lambda: "File not loaded" in reader.said())
        assert "\x07" not in reader.sent.replace("\x1b]22;default\x07", "")
        assert "[bold" in reader.said()


@pytest.mark.parametrize("key", ["?", ":", "/"])
async def test_a_change_under_help_palette_or_query_line_is_seen_behind_them(file, key):
    async with reading(opening(file), size=(120, 40)) as reader:
        await reader.press(key)
        change(file, "title: 泉州市鲤城区人民政府关于", "title: 新题关于")
        session = reader.session
        await until(reader, lambda: session.document.report.title.startswith("新题"))
        await reader.press("escape")
        assert "新题关于2024年" in reader.rows()[0]
        assert reader.cells() == await reader.drawn_anew()


async def test_sections_that_vanish_leave_the_reader_at_the_nearest_one(file):
    async with reading(opening(file), size=(120, 40)) as reader:
        await reader.press("G", "1")
        text = file.read_text(encoding="utf-8")
        file.write_text(text[: text.index('- number: "二、"')], encoding="utf-8")
        await until(reader, lambda: "loaded anew" in reader.said())
        assert reader.cells() == await reader.drawn_anew()
        await reader.press("2", "G", "space", "b")
        assert reader.current("detail")


async def test_a_report_that_becomes_short_while_a_query_is_typed_can_be_gone_on_with(file):
    for keys in (["escape"], ["行"], ["行", "escape"], ["tab", "H", "H"]):
        whole = file.read_text(encoding="utf-8")
        async with reading(opening(file), size=(120, 40)) as reader:
            await reader.press("G", "/")
            file.write_text("format: 1\nid: short\ntitle: 短\nopening: 行政。\n", encoding="utf-8")
            await until(reader, lambda: "loaded anew" in reader.said())
            await reader.press(*keys)
            assert reader.path() == "0"
            assert reader.cells() == await reader.drawn_anew()
        file.write_text(whole, encoding="utf-8")


async def test_nothing_is_said_while_nothing_changes(file):
    async with reading(opening(file)) as reader:
        sent = reader.sent
        await asyncio.sleep(0.15)
        await reader.settle()
        assert reader.sent == sent
