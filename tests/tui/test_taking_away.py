"""What is copied, selected and bookmarked in the panes."""

import base64
import re

import pytest
from driving import SIZES, XTERM, reading

from reporttui.session import taking
from reporttui.settings import folders
from reporttui.text.width import cell_len

COPIED = re.compile(r"\x1b]52;c;([A-Za-z0-9+/=]*)\x07")
SENTENCE = "开展党的二十届三中全会精神宣讲14场次,党校专题讲座4场次,"
SHELL = "reporttui cite 1.1.1"


def copied(reader):
    """Return all that the terminal was asked to put on its clipboard."""
    return [base64.b64decode(data).decode() for data in COPIED.findall(reader.sent)]


def ground(reader, ink="selected"):
    """Return what stands on the ground of an ink."""
    wanted = getattr(reader.app.inks, ink).bgcolor.name
    return "".join(cell.data for row in reader.cells() for cell in row if cell.look.bg == wanted)


def reversed_(reader):
    return "".join(cell.data for row in reader.cells() for cell in row if cell.look.reverse)


@pytest.fixture
def nothing_is_kept():
    folders.keep(False)
    yield
    folders.keep(True)


# Copying.


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_a_section_is_copied_from_the_outline_and_a_line_says_it_all(size, lang):
    async with reading(size=size, lang=lang) as reader:
        await reader.press("1", *["j"] * 3, "y")
        [text] = copied(reader)
        assert text.startswith("泉州市鲤城区人民政府. ")
        assert text.splitlines()[1].startswith("1.1.1 1.深入学习")
        assert "泉州市鲤城" in reader.footer()
        assert SHELL in reader.footer()
        assert cell_len(reader.footer()) < size[0]
        await reader.press("Y")
        assert copied(reader)[1].endswith("轮训区管干部504人次。")
        assert "reporttui show 1.1.1" in reader.footer()
        await reader.press("j")
        assert SHELL not in reader.footer()


async def test_a_metric_is_copied_from_the_table_with_its_quote_or_its_sentence():
    async with reading(size=(120, 40)) as reader:
        await reader.press("3", "y", "Y")
        citation, sentence = copied(reader)
        assert citation.endswith("精神: “轮训区管干部504人次”")
        assert sentence == reader.session.document.sentence(0)[0]


async def test_the_shell_that_is_named_says_the_same(capsys):
    from reporttui.shell.main import main

    async with reading(size=(200, 50)) as reader:
        await reader.press("3", "down", "down", "y")
        command = re.search(r"reporttui (cite .*)\)$", reader.footer())[1]
        [text] = copied(reader)
    main([word.strip("'") for word in command.split()], None)
    assert capsys.readouterr().out.strip() == text


async def test_in_the_text_it_is_the_sentence_at_the_cursor():
    async with reading() as reader:
        await reader.press(*["]"] * 3, *["j"] * 4, "Y")
        assert copied(reader)[0].startswith(SENTENCE)


async def test_where_no_row_is_in_the_table_nothing_is_copied():
    async with reading() as reader:
        await reader.press("/", *"xyzzy", "enter", "3", "y")
        assert copied(reader) == []
        assert reader.status() == "No metric is selected"


@pytest.mark.parametrize("term", ["linux", "vt100"])
async def test_a_terminal_that_may_show_it_is_not_sent_it_and_the_shell_is_named(term):
    async with reading(environ={"TERM": term}) as reader:
        await reader.press("]", "y")
        assert "\x1b]52" not in reader.sent
        assert "not known" in reader.footer()
        assert "reporttui cite 1" in reader.footer()


async def test_more_than_a_terminal_takes_is_said_and_not_sent(monkeypatch):
    monkeypatch.setattr("reporttui.tui.painting.clipboard.MOST", 16)
    async with reading() as reader:
        await reader.press("]", "y")
        assert copied(reader) == []
        assert reader.footer().startswith("Too long for the clipboard: reporttui cite 1")


async def test_strangers_may_copy_and_are_told_of_no_shell():
    async with reading(kiosk=True) as reader:
        await reader.press("]", "y")
        assert len(copied(reader)) == 1
        assert "reporttui" not in reader.footer()
        assert "the mouse selects with Shift" in reader.footer()


async def test_copying_leaves_the_frame_as_it_is():
    async with reading() as reader:
        await reader.press("]", "y")
        seen = reader.cells()
        assert seen == await reader.drawn_anew()


async def test_what_is_copied_is_safe_to_paste():
    from reporttui.report.model import FORMAT, Report, Section

    text = "甲\x1b[201~rm -rf\x07\x9b乙。"
    report = Report(format=FORMAT, id="r", title="报\x1b告", sections=(Section(text=text),))
    async with reading(report) as reader:
        await reader.press("]", "y", "Y")
        for each in copied(reader):
            assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", each)


# Selecting.


async def test_v_selects_a_sentence_and_the_arrows_extend_it():
    async with reading() as reader:
        await reader.press(*["]"] * 3, *["j"] * 4, "v")
        assert ground(reader).replace(" ", "").startswith(SENTENCE[:20])
        assert reader.status() == "1 sentence selected"
        assert "Esc end" in reader.footer()
        await reader.press("down", "j")
        assert reader.status() == "3 sentences selected"
        assert "持续学深悟透" in ground(reader).replace(" ", "")
        await reader.press("k", "up", "up")
        assert reader.status() == "2 sentences selected"
        words = taking.text(reader.session).words
        await reader.press("Y")
        assert copied(reader) == [words]
        assert ground(reader) == ""


@pytest.mark.parametrize("key", ["escape", "v"])
async def test_a_selection_is_ended_and_then_the_arrows_move_again(key):
    async with reading() as reader:
        await reader.press("]", "v", "j", key)
        assert reader.session.selection is None
        assert "Esc end" not in reader.footer()
        before = reader.current("detail")
        await reader.press("j")
        assert reader.current("detail") != before


async def test_where_a_selection_ends_is_always_in_view():
    async with reading(size=(60, 16)) as reader:
        await reader.press("]", "v")
        for key in [*["down"] * 25, *["up"] * 40]:
            await reader.press(key)
            head = reader.session.selection.head
            passage = reader.session.document.passages[head.passage]
            assert passage.text[head.start : head.end][:4] in reader.text().replace(" ", "")
            assert reader.current("detail")


async def test_v_leads_into_the_text_from_another_pane():
    async with reading(size=(120, 40)) as reader:
        await reader.press("1", "j", "v")
        assert reader.active() == ["detail"]
        assert "一、" in ground(reader)


async def test_where_the_program_itself_speaks_no_sentence_is_selected():
    async with reading() as reader:
        await reader.press("j", "v")
        assert reader.status() == "There is no sentence here"


@pytest.mark.parametrize("environ", [{**XTERM, "NO_COLOR": "1"}, {"TERM": "vt220"}])
async def test_without_colour_a_selection_is_seen_too(environ):
    async with reading(environ=environ) as reader:
        await reader.press("]", "v")
        assert "一、" in reversed_(reader)


@pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
async def test_a_hit_is_seen_within_a_selection(theme):
    async with reading(theme=theme) as reader:
        await reader.press("/", *"三中全会", "enter", "v")
        assert "三中全会" in ground(reader, "hit")
        assert ground(reader)


# Bookmarks.


@pytest.mark.parametrize(
    ("keys", "pane"), [(("1", "j"), "outline"), (("]",), "detail"), (("3",), "metrics")]
)
async def test_m_makes_a_bookmark_that_is_seen_and_removes_it(keys, pane):
    async with reading(size=(120, 40)) as reader:
        await reader.press(*keys)
        before = reader.cells()
        await reader.press("m")
        assert reader.status() == "Bookmarked"
        assert any(row.startswith("▌◆") for row in reader.rows_of(pane)), reader.text()
        await reader.press("m")
        assert reader.status() == "No longer bookmarked; m undoes it"
        assert "◆" not in reader.text()
        await reader.press("escape")
        assert [row[:-1] for row in reader.cells()[:-2]] == [row[:-1] for row in before[:-2]]


async def test_bookmarks_are_there_the_next_time():
    async with reading() as reader:
        await reader.press("]", "]", "m", "G")
    async with reading() as reader:
        await reader.press("g", "]", "]")
        assert "◆" in reader.rows_of("detail")[1]


async def test_a_selection_is_bookmarked_as_a_whole():
    async with reading() as reader:
        await reader.press(*["]"] * 3, *["j"] * 4, "v", "m")
        assert reader.session.selection is None
        [found] = reader.session.marks.listed
        assert found.bookmark.target.exact.startswith(SENTENCE)


@pytest.mark.usefixtures("nothing_is_kept")
async def test_where_nothing_is_kept_a_bookmark_lasts_for_the_visit_and_that_is_said():
    async with reading(first=True) as reader:
        await reader.press("]", "m")
        assert "for this visit only" in reader.said()
        assert "◆" in reader.text()
    async with reading(first=True) as reader:
        assert reader.session.marks.listed == []


async def test_a_bookmark_that_cannot_be_kept_is_told(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    async with reading(first=True) as reader:
        await reader.press("]", "m")
        assert "kept.sqlite3 cannot be written" in reader.said()
        assert "◆" not in reader.text()
