"""Text is measured in terminal cells, by the measure that Textual draws with."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
import rich.cells
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment

from reporttui.text.safe import visible
from reporttui.text.width import (
    ambiguous,
    cell_len,
    cell_widths,
    clip,
    clip_left,
    fit,
    set_ambiguous,
)

AMBIGUOUS = "“”—…·×①℃│▌"
STRANGE = st.text(alphabet=st.sampled_from("中a“·\u0301\u200d\ufe0f☎👩❤\x1b\t ，"))


@pytest.fixture
def two_cells():
    set_ambiguous(2)
    yield
    set_ambiguous(1)


def test_a_han_character_takes_two_cells_and_a_control_character_none():
    assert cell_len("2024年,鲤城") == 11
    assert cell_len("\x1b\x00\t\n\x7f\x85") == 0
    assert cell_len("e\u0301") == 1


@given(st.one_of(st.text(), STRANGE))
def test_the_measure_is_the_one_of_rich(text):
    assert cell_len(text) == rich.cells.cell_len(text)


@given(STRANGE)
def test_the_code_points_of_a_text_take_as_much_as_the_whole(text):
    assert len(cell_widths(text)) == len(text)
    assert sum(cell_widths(text)) == cell_len(text)


def test_an_emoji_with_its_selector_is_counted_on_its_first_code_point():
    assert cell_widths("a☎\ufe0f中\u0301") == [1, 2, 0, 2, 0]


def test_ambiguous_characters_take_one_cell_unless_told_otherwise():
    assert ambiguous() == 1
    assert cell_len(AMBIGUOUS) == len(AMBIGUOUS)


def test_ambiguous_characters_take_two_cells_when_told_so(two_cells):
    assert ambiguous() == 2
    assert cell_len(AMBIGUOUS) == 2 * len(AMBIGUOUS)
    assert cell_widths(AMBIGUOUS) == [2] * len(AMBIGUOUS)
    assert cell_len("a中\u0301☎\ufe0f") == 1 + 2 + 2
    assert cell_len("☎") == unicodedata.east_asian_width("☎").replace("A", "22").count("2")


def test_exactly_the_ambiguous_characters_of_unicode_change():
    codes = [*range(0xD800), *range(0xE000, 0x10000), *range(0x1F000, 0x1FB00), 0xE0100, 0xF0000]
    chars = list(map(chr, codes))
    before = list(map(cell_len, chars))
    set_ambiguous(2)
    after = list(map(cell_len, chars))
    set_ambiguous(1)
    for char, narrow, wide in zip(chars, before, after, strict=True):
        widens = narrow == 1 and unicodedata.east_asian_width(char) == "A"
        assert wide == (2 if widens else narrow), f"U+{ord(char):04X}"
    assert list(map(cell_len, chars)) == before


def test_rich_and_textual_measure_as_we_do(two_cells):
    from textual._cells import cell_len as textual_len
    from textual.strip import Strip

    assert rich.cells.cell_len("“中”") == textual_len("“中”") == 6
    assert Strip([Segment("“中”")]).cell_length == 6
    assert rich.cells.set_cell_size("··", 3) == "· "


def test_rich_cuts_as_we_measure_and_forgets_it_afterwards():
    def halves(text, cut):
        return [part.text for part in Segment(text).split_cells(cut)]

    assert (halves("··", 2), halves("中··", 4)) == (["··", ""], ["中··", ""])
    set_ambiguous(2)
    assert (halves("··", 2), halves("中··", 4)) == (["·", "·"], ["中·", "·"])
    set_ambiguous(1)
    assert (halves("··", 2), halves("中··", 4)) == (["··", ""], ["中··", ""])


@pytest.mark.parametrize("cells", [0, 3, -1, None])
def test_no_other_width_of_ambiguous_characters_is_taken(cells):
    with pytest.raises(ValueError, match="1 or 2"):
        set_ambiguous(cells)


def test_a_rich_that_does_not_take_the_change_is_left_as_it_was(monkeypatch):
    own = rich.cells.load_cell_table
    monkeypatch.setattr(rich.cells, "cell_len", lambda text, version="auto": len(text))
    with pytest.raises(RuntimeError, match="rich"):
        set_ambiguous(2)
    assert ambiguous() == 1
    assert rich.cells.load_cell_table is own
    assert rich.cells.cached_cell_len("“") == 1


def test_plain_text_at_one_cell_does_not_even_import_rich():
    code = (
        "import sys; from reporttui.text import width; width.set_ambiguous(1);"
        "assert width.fit('outline', 9) == 'outline  '; assert 'rich' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_text_that_fits_is_not_cut():
    assert clip("鲤城区", 6) == "鲤城区"
    assert clip("", 0) == ""


def test_a_cut_leaves_room_for_the_ellipsis_and_no_half_character():
    assert clip("鲤城区", 5) == "鲤城…"
    assert clip("鲤城区", 4) == "鲤…"
    assert clip("鲤城区", 4, ellipsis="") == "鲤城"
    assert clip("鲤城区", 4, ellipsis="..") == "鲤.."


def test_where_the_ellipsis_has_no_room_the_cut_goes_without():
    assert clip("abcdef", 2, ellipsis="...") == "ab"
    assert clip("鲤城区", 1) == "…"
    assert clip("鲤城区", 0) == ""


def test_a_wide_ellipsis_is_counted_as_wide(two_cells):
    assert clip("鲤城区", 5) == "鲤…"
    assert clip("鲤城区", 1) == ""
    assert clip("abc", 1) == "a"


def test_a_cut_never_parts_a_grapheme():
    assert clip("e\u0301e\u0301e\u0301", 2) == "e\u0301…"
    assert clip("☎\ufe0f☎\ufe0f", 2, ellipsis="") == "☎\ufe0f"
    assert clip("☎\ufe0f☎\ufe0f", 3, ellipsis="") == "☎\ufe0f"


@given(STRANGE, st.integers(-1, 12), st.sampled_from(["…", "", "...", "——"]))
def test_a_cut_text_is_never_wider_than_its_room(text, cells, ellipsis):
    assert cell_len(clip(text, cells, ellipsis)) <= max(0, cells)


def test_a_cut_from_the_left_keeps_the_end_and_no_half_character():
    assert clip_left("鲤城区", 6) == "鲤城区"
    assert clip_left("鲤城区", 5) == "城区"
    assert clip_left("鲤城ab", 5) == "城ab"
    assert clip_left("鲤城区", 1) == clip_left("鲤城区", -2) == clip_left("", 4) == ""


def test_a_cut_from_the_left_never_parts_a_grapheme():
    assert clip_left("e\u0301e\u0301", 1) == "e\u0301"
    assert clip_left("a☎\ufe0f中", 3) == "中"
    assert clip_left("\u0301a", 1) == "\u0301a"


def test_a_cut_from_the_left_counts_ambiguous_characters_as_the_terminal_draws_them(two_cells):
    assert clip_left("“中”", 4) == "中”"


@given(STRANGE, st.integers(-1, 12))
def test_what_is_left_of_a_cut_from_the_left_fits_and_is_as_long_as_can_be(text, cells):
    rest = clip_left(text, cells)
    assert text.endswith(rest)
    assert cell_len(rest) <= max(0, cells)
    starts = [at for at, width in enumerate(cell_widths(text)) if width]
    longer = [text[at:] for at in starts if at < len(text) - len(rest)]
    assert all(cell_len(each) > max(0, cells) for each in longer)


@given(STRANGE.map(visible), st.integers(0, 12), st.sampled_from(["left", "right", "center"]))
def test_a_fitted_text_has_exactly_its_room(text, cells, align):
    assert cell_len(fit(text, cells, align)) == cells


def test_a_fitted_text_stands_where_it_is_told():
    assert fit("鲤城", 7) == "鲤城   "
    assert fit("鲤城", 7, "right") == "   鲤城"
    assert fit("鲤城", 7, "center") == " 鲤城  "
    assert fit("鲤城区", 4, "right") == " 鲤…"
