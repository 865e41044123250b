import pytest
from driving import CURSOR, SIZES, bundled, reading
from glass import HALF
from test_hostile_reports import HOSTILE, assert_harmless

from reporttui.library.opening import open_file
from reporttui.report.model import FORMAT, Report, Section
from reporttui.session.concordance import Concordance
from reporttui.session.document import Position
from reporttui.text.width import cell_len, set_ambiguous
from reporttui.tui.themes import inks

QUERY = "行政"
HITS = 35
MIXED = [
    "a" * 90 + "行政" + "b" * 90,
    "中" * 90 + "行政" + "文" * 90,
    "x中" * 60 + "行政“”" * 3,
    "行政",
]


def grounds():
    """Return the backgrounds that hits are drawn on."""
    return {str(ink.bgcolor.name) for ink in (inks("dark").hit, inks("dark").current_hit)}


def marked(reader):
    """Return where the hit of each row begins, in cells, and its characters."""
    width, found = reader.glass.width, []
    for row in reader.cells()[1:-1]:
        where = [x for x in range(width) if row[x].look.bg in grounds()]
        if where:
            assert where == list(range(where[0], where[-1] + 1))
            found.append((where[0], "".join(row[x].data for x in where)))
    return found


def from_the_hit_on(reader):
    """Return the rows of hits from the hit on."""
    x = marked(reader)[0][0]
    rows = reader.cells()[1:-1]
    return ["".join(cell.data for cell in row[x:]) for row in rows if row[x].data.strip()]


def assert_aligned(reader, hits, text=QUERY):
    rows = marked(reader)
    assert len(rows) == min(hits, reader.glass.height - 2)
    assert len({x for x, _ in rows}) == 1, reader.text()
    assert {characters for _, characters in rows} == {text}
    assert HALF not in reader.text()


def typed(query, *then):
    return ("/", *query, "enter", *then)


def a_report(*texts):
    sections = (Section(title="总则", text="\n".join(texts)),)
    return Report(format=FORMAT, id="a", title="报告", sections=sections)


@pytest.fixture
def two_cells():
    set_ambiguous(2)
    yield
    set_ambiguous(1)


# How it looks.


@pytest.mark.parametrize(("size", "lang"), zip(SIZES, ["en", "zh"] * 2, strict=True))
async def test_every_hit_begins_in_the_same_column_about_the_middle(size, lang):
    async with reading(size=size, lang=lang) as reader:
        await reader.press(*typed(QUERY, "c"))
        assert_aligned(reader, HITS)
        assert size[0] * 0.4 < marked(reader)[0][0] < size[0] * 0.65
        assert reader.cells() == await reader.drawn_anew()
        await reader.press("G")
        assert_aligned(reader, HITS)


@pytest.mark.parametrize("width", [60, 99, 100])
async def test_narrow_and_wide_characters_are_cut_by_cells(width):
    async with reading(a_report(*MIXED), size=(width, 16)) as reader:
        await reader.press(*typed(QUERY, "c"))
        assert_aligned(reader, 6)
        assert max(map(cell_len, reader.rows())) <= width - 1


async def test_every_hit_begins_in_the_same_column_where_ambiguous_characters_are_wide(two_cells):
    async with reading(a_report(*MIXED, "“" * 50 + "行政" + "”" * 50), size=(80, 24)) as reader:
        await reader.press(*typed(QUERY, "c"))
        assert_aligned(reader, 7)
        assert reader.rows()[1].startswith("| 1 ")


async def test_a_long_hit_is_cut_and_something_of_what_follows_is_seen():
    text = "前" * 20 + "行政" * 60 + "后" * 60
    async with reading(a_report(text, "行政处罚"), size=(60, 16)) as reader:
        await reader.press(*typed("行政" * 60 + "|行政处", "c"))
        (x, long), (y, short) = marked(reader)
        assert (x, short) == (y, "行政处")
        assert long.endswith("…")
        assert "…后后" in reader.rows()[1]


async def test_a_section_that_matches_as_a_whole_has_what_follows_it_in_the_column():
    async with reading(size=(80, 24)) as reader:
        await reader.press(*typed("in:1.4", "c"))
        assert "(四)加强执法规范" in reader.current("concordance")
        assert not marked(reader)


async def test_a_hostile_report_is_harmless_in_the_list(tmp_path):
    path = tmp_path / "hostile.yaml"
    path.write_text(HOSTILE, encoding="utf-8")
    report = open_file(str(path), None)._replace(path=None)
    for size in SIZES[1:3]:
        async with reading(report, size=size) as reader:
            for query in ("[", "文", "e"):
                await reader.press(*typed(query, "c"))
                assert_harmless(reader)
                assert len({x for x, _ in marked(reader)}) == 1
                assert reader.cells() == await reader.drawn_anew()
                await reader.press("escape", "escape")


async def test_the_section_stands_at_the_side_with_its_title_where_there_is_room():
    async with reading(size=(80, 24)) as reader:
        await reader.press(*typed(QUERY, "c"))
        session = reader.session
        entries = [session.document.outline[hit.entry] for hit in session.found.matches.hits]
        rows = [row.removeprefix(CURSOR).split() for row in reader.rows()[1:-1]]
        assert [row[0] for row in rows] == [entry.path for entry in entries[: len(rows)]]
        await reader.resize(120, 40)
        rows = [row.removeprefix(CURSOR).split() for row in reader.rows()[1:-1]]
        for row, entry in zip(rows, entries, strict=False):
            assert (row[0], row[1][:6]) == (entry.path, entry.label[:6])


async def test_the_title_says_what_is_looked_for_how_it_is_sorted_and_which_hit_this_is():
    async with reading(size=(60, 16)) as reader:
        await reader.press(*typed(QUERY, "c"))
        assert reader.rows()[0].startswith(f"{CURSOR} All hits › 行政 › in reading order↑")
        assert reader.rows()[0].endswith(f" 1/{HITS}")
        await reader.press("escape", *typed(f'"{QUERY}" | ' + "没有的话" * 20, "c"))
        assert '"行政" | 没有的话' in reader.rows()[0]
        assert "… › in reading order↑ " in reader.rows()[0]


@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_the_last_row_says_the_keys(lang):
    async with reading(size=(60, 16), lang=lang) as reader:
        await reader.press(*typed(QUERY, "c"))
        keys = reader.rows()[-1].split()
        assert [key for key in ("Enter", "s", "r", "Esc") if key not in keys] == []
        assert "…" not in reader.rows()[-1]


async def test_the_list_fits_a_new_size_and_returns_from_one_that_is_too_small():
    async with reading(size=(80, 24)) as reader:
        await reader.press(*typed(QUERY, "c", *"jjj"))
        before = reader.current("concordance")
        for size in [(120, 40), (20, 5), (1, 1), (80, 24)]:
            await reader.resize(*size)
        assert reader.current("concordance") == before
        assert_aligned(reader, HITS)
        assert reader.cells() == await reader.drawn_anew()


# Moving and sorting.


async def test_keys_move_as_everywhere():
    async with reading(size=(60, 16)) as reader:
        await reader.press(*typed(QUERY, "c"))

        async def after(*keys):
            await reader.press(*keys)
            return int(reader.rows()[0].split()[-1].partition("/")[0])

        assert await after("j", "down") == 3
        assert await after("k", "up", "up") == 1
        assert await after("space") == 15
        assert await after("pagedown") == 29
        assert await after("b", "pageup") == 1
        assert await after("G") == await after("j") == HITS
        assert await after("home") == 1
        assert await after("end", "g") == 1


async def test_a_step_repaints_the_rows_that_change_only():
    async with reading(size=(80, 24)) as reader:
        await reader.press(*typed(QUERY, "c"))
        before, sent = reader.cells(), len(reader.sent)
        await reader.press("j")
        changed = [y for y, row in enumerate(reader.cells()) if row != before[y]]
        assert changed == [0, 1, 2]
        assert len(reader.sent) - sent < 1500


async def test_s_sorts_by_the_next_order_and_r_turns_it_round_and_the_hit_stays_the_same():
    async with reading(size=(200, 50)) as reader:
        await reader.press(*typed(QUERY, "c", *"jjjj"))
        current = reader.current("concordance")
        orders = []
        for key in "srsrs":
            await reader.press(key)
            assert reader.current("concordance") == current
            title = reader.rows()[0]
            orders.append((title.split(" › ")[2].split("  ")[0], tuple(reader.rows()[1:-1])))
        assert [name for name, _ in orders] == [
            "by left context↑",
            "by left context↓",
            "by right context↑",
            "by right context↓",
            "in reading order↑",
        ]
        assert len({rows for _, rows in orders}) == 5
        assert len({tuple(sorted(rows)) for _, rows in orders}) == 1


async def test_sorted_by_the_right_what_is_said_alike_stands_together():
    async with reading(size=(120, 40)) as reader:
        await reader.press(*typed(QUERY, "c", "s", "s"))
        rows = from_the_hit_on(reader)
        found = [number for number, text in enumerate(rows) if text.startswith("行政复议")]
        assert found == list(range(found[0], found[0] + 7))


# Going to a hit, and leaving.


@pytest.mark.parametrize("size", SIZES[:3:2])
async def test_enter_goes_to_the_hit_in_the_text(size):
    async with reading(size=size) as reader:
        await reader.press(*typed(QUERY, "3", "c", "s", "s", "G"))
        place = reader.current("concordance").split()[0]
        await reader.press("enter")
        session = reader.session
        assert reader.active() == ["detail"]
        assert session.position == session.found.position(session.found.hit)
        assert place == reader.path()
        assert f"hits {session.found.hit + 1}/{HITS}" in reader.status()
        assert any(cell.look.bg in grounds() for row in reader.cells() for cell in row)
        assert reader.cells() == await reader.drawn_anew()
        await reader.press("H")
        assert session.position == session.found.position(0)


async def test_every_hit_can_be_gone_to():
    async with reading(size=(80, 24)) as reader:
        await reader.press(*typed("行政复议", "c"))
        for number in range(1, 7):
            await reader.press("j", "enter")
            assert reader.session.found.hit == number
            assert reader.session.position == reader.session.found.position(number)
            await reader.press("c")
            assert reader.rows()[0].endswith(f"{number + 1}/7")


async def test_a_double_click_goes_to_a_hit():
    async with reading(size=(80, 24)) as reader:
        await reader.press(*typed(QUERY, "c"))
        await reader.click(40, 6)
        assert reader.rows()[0].endswith(f"6/{HITS}")
        await reader.click(40, 3, times=2)
        assert (reader.app.screen, reader.session.found.hit) == (reader.room, 2)


@pytest.mark.parametrize("key", ["escape", "q", "c", "ctrl+c"])
async def test_closing_the_list_leaves_the_reader_where_they_were(key):
    async with reading(size=(80, 24)) as reader:
        await reader.press(*typed(QUERY, "n", "n", "j"))
        before, position = reader.cells(), reader.session.position
        await reader.press("c", "G", "s", key)
        assert reader.app.is_running
        assert (reader.cells(), reader.session.position) == (before, position)


async def test_the_list_opens_at_the_current_hit():
    async with reading(size=(60, 16)) as reader:
        await reader.press(*typed(QUERY, *"nnnnnnnnnnnnnnnnnnnn", "c"))
        assert reader.rows()[0].endswith(f"21/{HITS}")
        assert reader.current("concordance")


async def test_without_a_current_hit_the_list_opens_at_the_first_from_where_the_reader_is():
    async with reading(size=(60, 16)) as reader:
        await reader.press(*typed(QUERY))
        session = reader.session
        session.read(Position(session.found.position(20).passage - 1))
        session.reload(bundled().report)
        await reader.press("c")
        number = int(reader.rows()[0].split()[-1].partition("/")[0]) - 1
        positions = [session.found.position(hit) for hit in range(HITS)]
        assert number == next(n for n, at in enumerate(positions) if at >= session.position) > 0


async def test_without_a_query_or_hits_it_is_said_why_there_is_no_list():
    async with reading(size=(80, 24)) as reader:
        await reader.press("c")
        assert "No query yet: / begins one" in reader.status()
        await reader.press(*typed("没有的话", "c"))
        assert "No hits" in reader.status()
        assert reader.app.screen is reader.room


async def test_a_report_that_changed_below_the_list_is_not_gone_into_by_an_old_number():
    async with reading(size=(80, 24)) as reader:
        await reader.press(*typed(QUERY, "c", "G"))
        reader.session.reload(a_report("行政处罚"))
        await reader.press("enter")
        assert "loaded anew" in reader.status()
        assert reader.app.screen is reader.room
        await reader.press("c")
        assert reader.rows()[0].endswith("1/1")


async def test_keys_that_come_all_at_once_are_done_in_their_order():
    async with reading(size=(80, 24)) as reader:
        await reader.press(*typed(QUERY))
        await reader.press_at_once("c", "j", "j", "enter", "c", "j", "s", "s")
        assert reader.session.found.hit == 2
        assert "by right context" in reader.rows()[0]


async def test_of_very_many_hits_only_lines_in_view_are_made(monkeypatch):
    asked = []
    line = Concordance.line
    monkeypatch.setattr(
        Concordance, "line", lambda self, *which: asked.append(which) or line(self, *which)
    )
    async with reading(a_report(*["行政" * 20] * 250), size=(80, 24)) as reader:
        await reader.press(*typed(QUERY))
        await reader.press("c")
        assert reader.rows()[0].endswith(" 1/5000")
        assert len(asked) < 100
