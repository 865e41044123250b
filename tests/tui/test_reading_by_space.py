import re

import pytest
from driving import CURSOR, SIZES, make_app, reading

from reporttui.report.prose import blocks
from reporttui.text.width import cell_len
from reporttui.tui.arrangement import arrange
from reporttui.tui.setting import MEASURE

NEVER_FIRST = "。,、;:!?,.;:!?”’》〉)】」』)]}%…"
NEVER_LAST = "“‘《〈(【「『([{"
PAGES = 60
HIGH = 560
"""Rows on which the whole report stands at once, at any width."""


def squeezed(text):
    return re.sub(r"\s", "", text)


def text_of(row):
    """Return a row of the detail pane without the sign of the cursor."""
    return row.replace(CURSOR, " ", 1) if row.strip().startswith(CURSOR) else row


def stitched(pages):
    """Join pages of rows, of which each begins with rows that ended the one before."""
    rows = list(pages[0])
    for page in pages[1:]:
        again = max(size for size in range(1, len(page) + 1) if rows[-size:] == page[:size])
        rows += page[again:]
    return rows


@pytest.mark.parametrize("size", SIZES)
async def test_space_alone_shows_every_line_from_the_first_to_the_last(size):
    async with reading(size=size) as reader:
        pages, places = [], []
        for _ in range(PAGES):
            pages.append([text_of(row) for row in reader.rows_of("detail")[1:]])
            places.append(reader.session.entry)
            if len(pages) > 2 and pages[-1] == pages[-2]:
                break
            await reader.press("space")
        outline = reader.session.document.outline
        text = squeezed("".join(stitched(pages)))
        title, *rest = blocks(reader.session.document.report, outline)
        assert text.startswith(squeezed(title.text))
        assert text.endswith(squeezed("".join(block.text for block in rest)))
        assert places == sorted(places)
        assert places[-1] == len(outline) - 1
        assert reader.rows_of("detail")[0].endswith("100%")


@pytest.mark.parametrize("size", SIZES[1:])
async def test_the_outline_follows_what_is_read(size):
    async with reading(size=size) as reader:
        while not reader.rows_of("detail")[0].endswith("100%"):
            await reader.press("space")
            entry = reader.session.document.outline[reader.session.entry]
            assert reader.current("outline")[:6] == (entry.label if entry.index else "Overview")[:6]


@pytest.mark.parametrize("size", SIZES)
async def test_the_way_back_by_pages_shows_the_same_text(size):
    async with reading(size=size) as reader:
        pages, places = [], []
        await reader.press("G")
        for _ in range(PAGES):
            pages.append([text_of(row) for row in reader.rows_of("detail")[1:]])
            places.append(reader.session.entry)
            if len(pages) > 2 and pages[-1] == pages[-2]:
                break
            await reader.press("b")
        _, *rest = blocks(reader.session.document.report, reader.session.document.outline)
        text = squeezed("".join(stitched(pages[::-1])))
        assert text.endswith(squeezed("".join(block.text for block in rest)))
        assert places == sorted(places, reverse=True)
        assert places[-1] == 0


def widths_that_differ():
    """Return a width of the screen for every fourth width that the text can have."""
    widths = {}
    for width in range(60, 201):
        text = arrange(width, HIGH, "detail")["detail"].width
        widths[min(text, MEASURE + 4)] = width
    return [widths[text] for text in sorted(widths)[::4]]


def is_cut(above, below, units):
    """Whether a number and its unit stand on two lines."""
    return bool(re.search(r"\d$", above) and re.match(rf"[\d{units}]", below))


def assert_well_set(rows, units):
    lines = [row.strip() for row in rows]
    for above, below in zip(lines, [*lines[1:], ""], strict=True):
        assert above[:1] not in NEVER_FIRST or not above, above
        assert above[-1:] not in NEVER_LAST or not above, above
        assert not is_cut(above, below, units), (above, below)


async def test_lines_are_set_by_chinese_rules_at_every_width_and_never_too_long():
    app = make_app()
    async with app.run_test(size=(60, HIGH)) as pilot:
        units = "".join({metric.unit[:1] for _, metric in app.session.document.metrics})
        _, *rest = blocks(app.session.document.report, app.session.document.outline)
        whole = squeezed("".join(block.text for block in rest))
        for width in widths_that_differ():
            await pilot.resize_terminal(width, HIGH)
            pane = app.screen.query_one("#detail")
            rows = [text_of(pane.render_line(y).text) for y in range(1, pane.size.height)]
            filled = [row for row in rows if row.strip()]
            margin = min(len(row) - len(row.lstrip()) for row in filled)
            assert max(cell_len(row.rstrip()) for row in filled) - margin <= MEASURE
            assert max(map(cell_len, rows)) == pane.size.width
            assert whole in squeezed("".join(rows))
            assert_well_set(rows, units)
