"""The query line as one types: mistakes, readings, completion, queries of before."""

import re

from driving import opened, reading

from reporttui.report.model import FORMAT, Metric, Report, Section
from reporttui.text.width import cell_len

SMALL = Report(
    FORMAT,
    "small",
    "关于案件的报告",
    sections=(
        Section(
            "一、",
            "行政复议",
            text="办理行政复议案件28件,办结率95%。",
            metrics=(
                Metric("复议案件", quote="复议案件28件", value=28, unit="件"),
                Metric("办结率", quote="办结率95%", value=95, unit="%", kind="ratio"),
            ),
            sections=(Section("(一)", "培训", text="先进集体复议。"),),
        ),
    ),
)


def marked(reader, widget, start=0):
    """Return the characters of a widget that are marked as hits, joined in each row."""
    inks = reader.app.inks
    hits = {ink.bgcolor.get_truecolor().hex for ink in (inks.hit, inks.current_hit)}
    x, y, width, height = reader.app.screen.query_one(f"#{widget}").region
    rows = [row[x : x + width] for row in reader.cells()[y + start : y + height]]
    runs = ["".join(c.data if c.look.bg in hits else " " for c in row).split() for row in rows]
    return [run for row in runs for run in row]


def caret_below(reader):
    """Return what stands in the query line above the caret."""
    column = reader.rows_of("footer")[0].index("^")
    before = cell_len(reader.rows_of("footer")[0][:column])
    cells = 0
    for char in reader.rows_of("query")[0]:
        if cells == before:
            return char
        cells += cell_len(char)
    return ""


async def test_letters_find_characters_in_every_pane_and_say_how_they_were_read():
    async with reading(opened(SMALL), size=(120, 40)) as reader:
        await reader.press("/", *"xzfy")
        assert "xing zheng fu yi" in reader.status()
        assert marked(reader, "outline") == ["行政复议"]
        assert set(marked(reader, "detail", 1)) == {"行政复议"}
        await reader.press("backspace", "backspace", "backspace", "backspace", *"fuyi")
        assert marked(reader, "metrics") == ["复议", "复议"]  # In the name, and in the sentence.


async def test_one_or_two_letters_are_no_pinyin():
    async with reading(opened(SMALL)) as reader:
        await reader.press("/", *"fy")
        assert "Pinyin takes three letters" in reader.footer()
        assert marked(reader, "detail", 1) == []


async def test_what_is_being_typed_does_not_empty_the_screen():
    async with reading(opened(SMALL)) as reader:
        await reader.press("/", *"复议")
        before = reader.rows()
        for typed in ("space", *"unit:"):
            await reader.press(typed)
            assert reader.rows()[1:-2] == before[1:-2]
        assert "the field has no value" in reader.footer()
        await reader.press("件")
        assert "1 metric" in reader.status()


async def test_a_mistake_leaves_what_was_found_and_is_pointed_out():
    async with reading() as reader:
        await reader.press("/", *"行政复议")
        before = reader.rows()
        await reader.press("space", *"value>x")
        assert reader.rows()[1:-2] == before[1:-2]
        assert '"x" is no number' in reader.footer()
        assert caret_below(reader) == "x"
        assert reader.status().startswith("hits 1/7")
        await reader.press("backspace", "1", "0", "0")
        assert "^" not in reader.footer()


async def test_the_caret_stands_below_the_mistake_in_every_size_and_language():
    for size in ((60, 16), (80, 24), (120, 40)):
        for lang in ("en", "zh"):
            async with reading(size=size, lang=lang) as reader:
                await reader.press("/", *"培训(行政")
                assert caret_below(reader) == "("
                row = reader.rows_of("footer")[0]
                assert cell_len(row) <= size[0]
                assert row.strip() != "^"


async def test_the_caret_follows_a_line_that_is_longer_than_its_place():
    async with reading(size=(60, 16)) as reader:
        await reader.press("/", *("法治政府建设" * 4), "space", *"a)b")
        assert caret_below(reader) == ")"


async def test_enter_waits_for_a_mistake_to_be_mended():
    async with reading() as reader:
        await reader.press("/", *"行政 (", "enter")
        assert reader.active() == []
        await reader.press("backspace", "backspace", "enter")
        assert reader.active() == ["detail"]


async def test_tab_completes_fields_and_units_one_after_the_other():
    async with reading(opened(SMALL)) as reader:
        await reader.press("/", *"uni", "tab")
        assert reader.query() == "unit:"
        await reader.press("tab")
        assert reader.query() == "unit:件"
        assert reader.footer().split()[:2] == ["件", "%"]
        assert "1/2" in reader.footer()
        await reader.press("tab")
        assert reader.query() == "unit:%"
        assert "2/2" in reader.footer()
        await reader.press("shift+tab")
        assert reader.query() == "unit:件"
        assert "1 metric" in reader.status()
        await reader.press("end")
        assert "1/2" not in reader.footer()


async def test_tab_completes_pinyin_to_the_name_of_a_metric():
    async with reading(opened(SMALL)) as reader:
        await reader.press("/", *"name:banjielv", "tab")
        assert reader.query() == "name:办结率"
        assert "1 metric" in reader.status()


async def test_tab_says_where_nothing_completes_and_leaves_an_empty_line():
    async with reading(opened(SMALL)) as reader:
        await reader.press("/", *"qqq", "tab")
        assert reader.status() == "Nothing completes this"
        await reader.press("escape", "/", "tab")
        assert reader.active() == ["detail"]


async def test_up_and_down_go_through_the_queries_of_before_and_the_next_run_has_them():
    async with reading() as reader:
        for query in ("行政", "法治"):
            await reader.press("/", *query, "enter", "escape")
        await reader.press("/", *"培", "up")
        assert reader.query() == "法治"
        assert reader.status().startswith("hits ")
        await reader.press("up", "up")
        assert reader.query() == "行政"
        await reader.press("down", "down")
        assert reader.query() == "培"
    async with reading() as reader:
        await reader.press("/", "up", "up")
        assert reader.query() == "行政"


async def test_a_query_that_was_taken_back_is_not_kept():
    async with reading() as reader:
        await reader.press("/", *"甲乙丙", "escape", "/", "up")
        assert reader.query() != "甲乙丙"


async def test_a_folded_node_still_counts_its_hits():
    async with reading(opened(SMALL), size=(120, 40)) as reader:
        await reader.press("/", *"复议", "enter", "1", "g", "down")
        rows = reader.rows_of("outline")
        assert any(re.search(r"一、行政复议 +3", row) for row in rows), rows
        assert any("培训" in row for row in rows)
        await reader.press("h")
        rows = reader.rows_of("outline")
        assert any(re.search(r"一、行政复议 +3", row) for row in rows), rows
        assert not any("培训" in row for row in rows)


async def test_sections_that_match_as_a_whole_are_walked():
    async with reading(opened(SMALL), size=(120, 40)) as reader:
        await reader.press("/", *"in:1", "enter")
        assert "hits 1/2" in reader.status()
        await reader.press("n")
        assert reader.path() == "1.1"
        assert reader.current("detail").startswith("(一)")


async def test_a_condition_marks_the_figures():
    async with reading(opened(SMALL), size=(120, 40)) as reader:
        await reader.press("/", *"kind:ratio", "enter")
        assert marked(reader, "detail", 1) == ["95%"]
        assert reader.current("metrics")


async def test_what_is_drawn_is_what_would_be_drawn_anew():
    async with reading() as reader:
        for keys in (
            ["/", *"xzfy"],
            ["space", "("],
            ["backspace", "tab"],
            ["tab"],
            ["up"],
            ["enter"],
        ):
            await reader.press(*keys)
            assert reader.cells() == await reader.drawn_anew()


async def test_keys_that_come_at_once_do_what_they_do_one_by_one():
    keys = ["/", *"uni", "tab", "tab", "tab", "enter", "/", "up", "escape"]
    shown = []
    for way in ("press", "press_at_once"):
        async with reading(opened(SMALL)) as reader:
            await getattr(reader, way)(*keys)
            shown.append(reader.rows())
    assert shown[0] == shown[1]
