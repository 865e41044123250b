import pytest
from driving import reading

LEFT = 40
"""A column of text and table on a screen of 120 columns."""


def row_of(reader, text, start=0):
    return next(y for y, row in enumerate(reader.rows()) if y >= start and text in row)


async def test_a_click_goes_to_a_pane_and_puts_the_cursor_there():
    async with reading(size=(120, 40)) as reader:
        await reader.click(5, row_of(reader, "(二)优化营商环境"))
        assert reader.active() == ["outline"]
        assert reader.path() == "1.2"
        assert reader.current("detail").startswith("(二)优化营商环境")
        await reader.click(LEFT, row_of(reader, "党校全会精神讲座"))
        assert reader.active() == ["metrics"]
        assert reader.current("metrics").startswith("党校全会精神讲座")
        y = row_of(reader, "(二)") + 4
        await reader.click(LEFT, y)
        assert reader.active() == ["detail"]
        assert reader.rows_of("detail")[y - 1].startswith("▌")


async def test_a_click_on_a_title_goes_to_the_pane_and_moves_nothing():
    async with reading(size=(120, 40)) as reader:
        await reader.press("]", "]")
        current = {pane: reader.current(pane) for pane in reader.shown()}
        for pane in ("outline", "metrics", "detail"):
            x, y, _, _ = reader.app.screen.query_one(f"#{pane}").region
            await reader.click(x + 3, y)
            assert reader.active() == [pane]
            assert {name: reader.current(name) for name in reader.shown()} == current


async def test_a_click_below_the_last_row_chooses_nothing():
    async with reading(size=(200, 50)) as reader:
        await reader.press("1", "]")
        before = reader.path()
        await reader.click(5, 46)
        assert reader.path() == before


@pytest.mark.parametrize(
    ("head", "column"),
    [("Metric", "name"), ("Value", "value"), ("Unit", "unit"), ("Bound", "bound")],
)
async def test_a_click_on_a_column_head_sorts_by_it_and_a_second_one_turns_the_order(head, column):
    async with reading(size=(120, 40)) as reader:
        y = row_of(reader, "Bound")
        x = 36 + reader.rows_of("metrics")[1].index(head)
        await reader.click(x + 1, y)
        assert reader.session.table.order.column == column
        first = reader.session.table.order.descending
        assert (f"{head}↓" if first else f"{head}↑") in reader.rows()[y]
        await reader.click(x + 2, y)
        assert reader.session.table.order.descending != first
        assert reader.active() == ["metrics"]


async def test_a_double_click_follows_like_enter():
    async with reading(size=(120, 40)) as reader:
        await reader.click(LEFT, row_of(reader, "全会精神培训"), times=2)
        assert reader.active() == ["detail"]
        assert reader.path() == "1.1.1"
        await reader.press("g")
        await reader.click(LEFT, row_of(reader, "行政处罚  "), times=2)
        assert reader.path() == "1.4.4"
        await reader.click(5, row_of(reader, "(六)聚焦"), times=2)
        assert reader.active() == ["detail"]
        assert reader.path() == "1.6"


@pytest.mark.parametrize(("pane", "x"), [("outline", 5), ("metrics", LEFT)])
async def test_the_wheel_moves_through_a_list_under_the_pointer(pane, x):
    async with reading(size=(120, 40)) as reader:
        y = reader.app.screen.query_one(f"#{pane}").region.y + 4
        before = reader.current(pane)
        await reader.wheel(x, y, down=True)
        assert reader.current(pane) != before
        await reader.wheel(x, y, down=False)
        assert reader.current(pane) == before


async def test_the_wheel_scrolls_the_text_and_the_outline_follows():
    async with reading(size=(80, 24)) as reader:
        for _ in range(40):
            top = reader.rows_of("detail")[4]
            await reader.wheel(LEFT, 10, down=True)
            assert reader.rows_of("detail")[1].replace("▌", " ") == top.replace("▌", " ")
            assert reader.current("detail")
        label = reader.session.document.outline[reader.session.entry].label
        assert reader.session.entry > 5
        assert label[:5] in reader.current("outline")
        for _ in range(45):
            await reader.wheel(LEFT, 10, down=False)
        assert "2024年法治政府" in reader.rows_of("detail")[1]


async def test_a_click_into_the_query_line_begins_a_query_and_one_outside_leaves_it():
    async with reading(size=(120, 40)) as reader:
        await reader.click(5, 38)
        assert reader.active() == []
        await reader.press(*"行政复议")
        assert "hits 1/7" in reader.status()
        await reader.click(5, 5)
        assert reader.active() == ["outline"]
        assert "/7" in reader.status()


async def test_the_mouse_over_header_footer_and_status_does_nothing():
    async with reading(size=(120, 40)) as reader:
        before = reader.cells()
        for x, y in ((5, 0), (100, 38), (5, 39)):
            await reader.click(x, y, times=2)
            await reader.wheel(x, y, down=True)
        assert reader.cells() == before


async def test_a_click_in_the_palette_chooses_and_two_run():
    async with reading(size=(120, 40)) as reader:
        await reader.press(":", *"theme")
        await reader.click(5, 2)
        assert reader.current("commands").startswith("Next theme")
        await reader.click(5, 2, times=2)
        assert reader.app.theme != "dark"
