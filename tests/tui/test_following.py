import re
from decimal import Decimal

import pytest
from driving import SIZES, reading

from reporttui.report.model import FORMAT, Metric, Report, Section

HIT, CURRENT_HIT = "#5f5f00", "#d7af5f"
QUERY = "行政复议"


def squeezed(text):
    return re.sub(r"\s", "", text)


def cells_with(reader, widget, wanted):
    """Return the characters of a widget whose cells satisfy a predicate, joined."""
    x, y, width, height = reader.app.screen.query_one(f"#{widget}").region
    rows = [row[x : x + width] for row in reader.cells()[y : y + height]]
    return squeezed("".join(cell.data for row in rows for cell in row if wanted(cell)))


def underlined(reader):
    return cells_with(reader, "detail", lambda cell: cell.look.underline)


def sentence(reader, metric):
    return squeezed(reader.session.document.sentence(metric)[0])


# From metrics to sentences, and back.


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("keys", "metric"), [((), 0), (["down"] * 11, 11), (("G",), 83)])
async def test_enter_leads_from_a_metric_to_its_sentence_marked_and_back(size, keys, metric):
    async with reading(size=size) as reader:
        await reader.press("3", *keys)
        name = reader.session.document.metrics[metric][1].name
        assert reader.current("metrics").startswith(name[:5])
        await reader.press("enter")
        assert reader.active() == ["detail"]
        assert underlined(reader) == sentence(reader, metric)
        assert reader.path() == reader.session.document.metrics[metric][0].path
        await reader.press("enter")
        assert reader.active() == ["metrics"]
        assert reader.current("metrics").startswith(name[:5])


async def test_the_sentence_of_the_selected_metric_stands_below_the_table():
    async with reading(size=(120, 40)) as reader:
        await reader.press("3")
        for metric in range(30):
            below = squeezed("".join(reader.rows_of("metrics")[-3:]))
            figure = squeezed(reader.session.document.printed(metric))
            assert figure in below, reader.text()
            assert below.replace("─", "")[:40] in sentence(reader, metric)
            await reader.press("down")


@pytest.mark.parametrize("size", SIZES[:2])
async def test_enter_leads_from_every_bar_to_its_sentence(size):
    async with reading(size=size) as reader:
        passages = reader.session.document.passages
        bars = [index for index, each in enumerate(passages) if each.kind == "bar"]
        for index in bars:
            await reader.press("g")
            while reader.session.position.passage < index:
                await reader.press("down")
            await reader.press("enter")
            assert underlined(reader) == sentence(reader, passages[index].metric)
            await reader.press("H")
            assert reader.session.position.passage == index


async def test_a_line_without_figures_leads_nowhere_and_says_so():
    async with reading() as reader:
        await reader.press("]", "]", "enter")
        assert reader.status() == "No metric in this sentence"
        assert reader.active() == ["detail"]
        await reader.press("down")
        assert reader.status() == ""


async def test_a_sentence_leads_to_that_of_its_metrics_which_the_table_shows():
    async with reading() as reader:
        await reader.press("/", *"行政处罚900件", "enter")
        await reader.press("3")
        assert [row.metric.name for row in reader.session.table.rows] == [
            "闽执法平台线上办案·行政处罚"
        ]
        await reader.press("enter", "up", "enter")
        assert reader.active() == ["metrics"], reader.text()
        assert "900" in reader.current("metrics")


async def test_a_sentence_whose_metrics_the_table_does_not_show_says_so():
    async with reading() as reader:
        await reader.press("3", "enter", "/", *"没有的话", "enter", "2", "enter")
        assert reader.active() == ["detail"]
        assert "not in the table" in reader.said()


async def test_a_metric_that_the_text_does_not_hold_says_so_and_stays():
    metric = Metric(name="办案", value=Decimal(5), unit="件", quote="办案5件")
    report = Report(format=FORMAT, id="no", title="报告", opening="没有。", metrics=(metric,))
    async with reading(report) as reader:
        await reader.press("3", "enter")
        assert reader.active() == ["metrics"]
        assert "does not hold" in reader.said()


async def test_the_outline_leads_into_the_text_at_its_section():
    async with reading() as reader:
        await reader.press("1", "down", "down", "down", "enter")
        assert reader.active() == ["detail"]
        assert reader.current("detail").startswith("1.深入学习贯彻党的二十届三中全会精神")


async def test_the_text_follows_the_cursor_of_the_outline_at_once():
    async with reading() as reader:
        await reader.press("1")
        for entry in reader.session.document.outline[1:]:
            await reader.press("down")
            assert entry.label[:6] in reader.current("outline")
            label = squeezed(entry.section.number + entry.section.title)
            assert squeezed(reader.current("detail"))[:8] in label or entry.section.run_in
            assert f"{entry.index}/40" in reader.rows_of("outline")[0]


# Hits.


async def test_hits_are_counted_stepped_through_round_the_end_and_marked():
    async with reading() as reader:
        await reader.press("/", *QUERY, "enter")
        for number in [1, 2, 3, 4, 5, 6, 7, 1]:
            assert reader.status().startswith(f"hits {number}/7")
            current = cells_with(reader, "detail", lambda cell: cell.look.bg == CURRENT_HIT)
            assert current == QUERY
            await reader.press("n")
        await reader.press("N", "N")
        assert reader.status().startswith("hits 7/7")


async def test_every_hit_in_view_is_highlighted_and_nothing_else():
    async with reading(size=(120, 40)) as reader:
        await reader.press("/", *QUERY, "enter")
        lit = cells_with(reader, "detail", lambda cell: cell.look.bg in (CURRENT_HIT, HIT))
        text = squeezed("".join(row.replace("▌", "") for row in reader.rows_of("detail")[1:]))
        assert lit == QUERY * text.count(QUERY)
        assert text.count(QUERY) > 1


@pytest.mark.parametrize("pane", "123")
@pytest.mark.parametrize("size", SIZES)
async def test_the_next_hit_comes_into_view_from_every_pane(size, pane):
    async with reading(size=size) as reader:
        await reader.press("/", *QUERY, "enter", pane)
        for _ in range(3):
            await reader.press("n")
            assert cells_with(reader, "detail", lambda cell: cell.look.bg == CURRENT_HIT) == QUERY


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (["n"], "No query yet: / begins one"),
        (["/", *"没有的话", "enter", "n"], "No hits"),
        (["["], "This is the beginning"),
        (["G", "]"], "This is the last section"),
        (["H"], "Nowhere to go back to"),
        (["L"], "Nowhere to go forward to"),
        (["escape"], "q quits"),
        (["/", *"没有的话"], "nothing found"),
    ],
)
async def test_what_cannot_be_done_is_said_until_the_next_key(keys, said):
    async with reading() as reader:
        await reader.press(*keys)
        assert reader.status() == said
        await reader.press("escape", "2", "down")
        assert reader.status() == ""


# The query line.


async def test_a_query_filters_all_three_panes_at_every_letter():
    async with reading(size=(120, 40)) as reader:
        await reader.press("/")
        for end in range(1, len(QUERY) + 1):
            await reader.press(QUERY[end - 1])
            typed = QUERY[:end]
            outline = reader.session.document.outline
            shown = reader.session.visible_entries()
            rows = [row for row in reader.rows_of("outline")[1:] if row.strip("│ ")]
            assert len(rows) == min(len(shown), 36)
            for row, entry in zip(rows[1:], shown[1:], strict=False):
                assert outline[entry].label[:6] in row
            hits = len(reader.session.found.matches.hits)
            assert f"/{hits}" in reader.status()
            names = [row.metric.name for row in reader.session.table.rows]
            assert f"1/{len(names)} (84)" in reader.rows_of("metrics")[0]
            assert cells_with(reader, "detail", lambda cell: cell.look.bg == CURRENT_HIT) == typed


async def test_the_outline_counts_hits_while_a_query_is_on():
    async with reading(size=(120, 40)) as reader:
        assert reader.current("outline").split() == ["Overview", "84"]
        await reader.press("/", *QUERY, "enter", "g")
        assert reader.current("outline").split() == ["Overview", "7"]
        found = {
            row.split()[0]: row.strip("│ ").split()[-1] for row in reader.rows_of("outline")[2:6]
        }
        assert found["一、2024年主要工作情况"] == "4"


async def test_a_query_taken_back_leads_to_where_it_was_begun_with_nothing_lost():
    async with reading(size=(120, 40)) as reader:
        await reader.press("]", "]", "]", "down", "down", "3", "s", "down", "down")
        outline, title = reader.rows_of("outline"), reader.rows_of("metrics")[0]
        lines = [reader.current(pane) for pane in reader.shown()]
        await reader.press("/", *QUERY)
        assert [reader.current(pane) for pane in reader.shown()] != lines
        await reader.press("escape")
        assert reader.active() == ["metrics"]
        assert reader.rows_of("outline") == outline
        assert [reader.current(pane) for pane in reader.shown()] == lines
        assert reader.rows_of("metrics")[0] == title
        assert (reader.status(), reader.query()[:1]) == ("", "/")


async def test_backspace_goes_back_letter_by_letter():
    def seen(reader):
        return reader.rows_of("outline"), reader.current("detail"), reader.status()

    async with reading(size=(120, 40)) as reader:
        await reader.press("]", "/")
        screens = []
        for letter in QUERY:
            screens.append(seen(reader))
            await reader.press(letter)
        for screen in screens[::-1]:
            await reader.press("backspace")
            assert seen(reader) == screen


async def test_from_the_query_line_one_gets_back_to_the_pane_and_the_query_stays_on():
    async with reading() as reader:
        await reader.press("1", "/", *QUERY, "down")
        assert reader.active() == ["outline"]
        assert "hits 1/7" in reader.status()
        assert reader.query() == QUERY


async def test_enter_leads_to_the_metrics_where_only_they_match():
    async with reading() as reader:
        await reader.press("/", *"知识产权侵权案件·刑事", "enter")
        assert reader.active() == ["metrics"]
        assert reader.current("metrics").startswith("知识产权侵权案件·刑")


async def test_a_new_query_replaces_the_old_one_as_one_types():
    async with reading() as reader:
        await reader.press("/", *QUERY, "enter", "/", *"调解")
        assert reader.query() == "调解"


async def test_escape_undoes_one_thing_at_a_time():
    async with reading(size=(120, 40)) as reader:
        await reader.press("]", "]", "3", "o", "z", "/", *"宣讲", "down")
        selected = reader.current("metrics")
        assert "hits" in reader.status()
        await reader.press("escape")
        assert reader.status() == ""
        assert reader.shown() == ["metrics"]
        assert reader.current("metrics").split() == selected.split()
        await reader.press("escape")
        assert reader.shown() == ["outline", "detail", "metrics"]
        assert "only" in reader.rows_of("metrics")[0]
        await reader.press("escape")
        assert reader.rows_of("metrics")[0].endswith("/84")
        assert reader.path() == "1.1.1"
        await reader.press("escape")
        assert reader.status() == "q quits"


async def test_what_is_pasted_is_looked_for_as_if_it_had_been_typed():
    async with reading() as reader:
        await reader.press("/", "行")
        await reader.paste("政复议")
        assert reader.query() == QUERY
        assert "hits 1/7" in reader.status()


async def test_letters_are_typed_and_run_no_commands_while_the_query_line_is_in_use():
    async with reading() as reader:
        await reader.press("/", *"qz?jG]nt:")
        assert reader.query() == "qz?jG]nt:"
        assert reader.app.is_running
        await reader.press("escape")
        assert reader.shown() == ["outline", "detail"]


async def test_after_help_the_query_line_and_everything_else_is_as_before():
    async with reading() as reader:
        await reader.press("/", *QUERY, "enter")
        before = reader.rows()
        await reader.press("?", "space", "escape", ":", *"quit", "escape")
        assert reader.rows() == before


@pytest.mark.parametrize("number", ["一、", "第一章", "1.1"])
async def test_a_hit_in_the_outline_is_marked_behind_any_number(number):
    section = Section(number=number, title="加强监督工作")
    report = Report(format=FORMAT, id="r", title="报告", sections=(section,))
    async with reading(report) as reader:
        await reader.press("/", *"监督", "enter")
        wanted = {HIT, CURRENT_HIT}
        assert cells_with(reader, "outline", lambda cell: cell.look.bg in wanted) == "监督"
