"""What a terminal is shown has no character that could act on it or hide in it."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporttui.text.safe import escaped, is_safe, visible

SHARED = Path(__file__).parents[2].parent / "shared"

HOSTILE = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\x1b\u202e\u0301\ud800中 ")))


def test_official_prose_is_shown_as_it_is():
    text = "　　2024年，鲤城区“一规划两方案”——办结率95.22%、√①℃…\n(一)突出政治引领"
    assert visible(text) is text
    assert is_safe(text)


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("\x00\x07\x08\r\x0b\x1f", "␀␇␈␍␋␟"),
        ("\x7f", "␡"),
        ("\x9b31m\x85", "␦31m␦"),
        ("a\tb\xa0c", "a b c"),
        ("a\nb", "a\nb"),
        ("a\u2028b\u2029", "a␤b␤"),
        ("\u202eabc\u202c\u2066\u2069\u200e\u200f\u061c", "␦abc␦␦␦␦␦␦"),
        ("法\u200b治\u200d\u00ad\ufeff\u2060", "法␦治␦␦␦␦"),
        ("\U000e0041\U000e007f", "␦␦"),
        ("\ud800\udfff", "␦␦"),
        ("\ufffe\ufdd0\U0010ffff", "␦␦␦"),
        ("\ue000\U000f0000", "␦␦"),
        ("\u0378\U000e0fff", "␦␦"),
        ("\u3164\uffa0\u115f\u1160", "␦␦␦␦"),
        ("　", "　"),
    ],
)
def test_what_acts_or_hides_becomes_visible(hidden, shown):
    assert visible(hidden) == shown
    assert is_safe(hidden) is (hidden == shown)


def test_combining_marks_stand_on_a_base_and_are_at_most_two():
    assert visible("e\u0301") == "e\u0301"
    assert visible("e\u0301\u0302\u0303\u0304x\u0301") == "e\u0301\u0302␦␦x\u0301"
    assert visible("한\u1112\u1161\u11ab") == "한\u1112\u1161\u11ab"
    assert visible("葛\U000e0100") == "葛\U000e0100"


@pytest.mark.parametrize("before", ["", " ", "　", "\n", "\x1b", "\t"])
def test_a_combining_mark_without_a_base_is_replaced(before):
    assert visible(before + "\u0301")[-1] == "␦"


def test_no_character_of_unicode_is_shown_that_could_harm():
    last = (0xE007F, 0xE01EF, 0xF0000, sys.maxunicode)
    for code in [*range(0x3400), *range(0xA000, 0x20000), *last]:
        shown = visible("x" + chr(code))[1:]
        category = unicodedata.category(shown)
        assert len(shown) == 1
        assert category[0] != "C" or shown == "\n", f"U+{code:04X}"
        assert category not in ("Zl", "Zp"), f"U+{code:04X}"
        if shown != chr(code):
            assert shown in " ␡␤␦" or 0x2400 <= ord(shown) <= 0x241F, f"U+{code:04X}"


@given(HOSTILE)
def test_every_character_has_one_in_its_place_and_what_is_visible_stays(text):
    shown = visible(text)
    assert len(shown) == len(text)
    assert visible(shown) == shown
    assert is_safe(shown)
    shown.encode("utf-8")


def test_an_escaped_text_has_one_line():
    assert escaped("a\nb\r\n\x1b\u2028") == "a␤b␍␤␛␤"
    assert escaped("一规划两方案") == "一规划两方案"


@pytest.mark.skipif(not SHARED.exists(), reason=f"no reports at {SHARED}")
def test_real_reports_lose_nothing_but_no_break_spaces():
    for path in sorted(SHARED.glob("corpus/*.txt")):
        text = path.read_text(encoding="utf-8")
        assert visible(text) == text.replace("\xa0", " "), path.name
