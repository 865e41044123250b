"""Paragraphs are broken into lines by the rules of Chinese typography."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporttui.text.breaking import wrap
from reporttui.text.width import cell_len, set_ambiguous

SHARED = Path(__file__).parents[2].parent / "shared"

NEVER_FIRST = "。，、；：？！”’》〉）】〕」』｝…—～·％‰℃.,:;?!)]}%>"
NEVER_LAST = "“‘《〈（【〔「『｛([{<$¥￥№"

# A word, or a number with its multipliers and the Han character behind it, and the punctuation
# that it cannot be without.
WHOLE = re.compile(
    rf"[{re.escape(NEVER_LAST)}]*("
    r"[A-Za-z0-9]+(?:[.,\-/+:%]+[A-Za-z0-9]+)*(?:(?<=\d)[万亿千百十余多]*[一-鿿]?|%)"
    r"|[０-９]+(?:．[０-９]+|，[０-９]{3}(?![０-９]))*[万亿千百十余多]*[一-鿿]?"
    rf")[{re.escape(NEVER_FIRST)}]*"
)


def lines(text, width, **options):
    return [text[start:end] for start, end in wrap(text, width, **options)]


def breaches(text, width):
    """Say what is wrong with the lines of a text."""
    spans = wrap(text, width)
    gaps = pairwise([(0, 0), *spans, (len(text), len(text))])
    yield from (f"lost: {text[a:b]!r}" for (_, a), (b, _) in gaps if a > b or text[a:b].strip())
    yield from (f"wide: {text[a:b]!r}" for a, b in spans if cell_len(text[a:b]) > width)
    yield from (f"first: {text[a:b]!r}" for a, b in spans[1:] if text[a] in NEVER_FIRST + " ")
    yield from (f"last: {text[a:b]!r}" for a, b in spans[:-1] if text[b - 1] in NEVER_LAST + " ")
    cuts = {end for _, end in spans[:-1]}
    for match in WHOLE.finditer(text):
        inside = range(match.start(1) + 1, match.end(1))
        if cell_len(match[0]) <= width and cuts.intersection(inside):
            yield f"parted: {match[0]!r}"


def test_text_that_fits_is_one_line():
    assert wrap("鲤城区", 6) == [(0, 3)]


@pytest.mark.parametrize("text", ["", " ", "　　"])
def test_a_blank_paragraph_is_one_empty_line(text):
    assert wrap(text, 10) == [(0, 0)]
    assert wrap(text, 10, first_indent=20) == [(0, 0)]


def test_lines_are_filled_with_han_characters():
    assert lines("全面建设社会主义", 6) == ["全面建", "设社会", "主义"]
    assert lines("全面建设社会主义", 7) == ["全面建", "设社会", "主义"]


@pytest.mark.parametrize("mark", NEVER_FIRST)
def test_closing_punctuation_takes_the_character_before_it_along(mark):
    first, second = lines(f"甲乙丙{mark}丁", 6)
    assert (first, second) == ("甲乙", f"丙{mark}丁")


@pytest.mark.parametrize("mark", NEVER_LAST)
def test_opening_punctuation_goes_with_what_it_opens(mark):
    width = 4 + cell_len(mark)
    assert lines(f"甲乙{mark}丙丁", width)[0] == "甲乙"


def test_a_chain_of_punctuation_holds_together():
    assert lines("甲乙丙丁“《戊", 12) == ["甲乙丙丁", "“《戊"]
    assert lines("甲乙丙丁》”。戊", 12) == ["甲乙丙", "丁》”。戊"]


@pytest.mark.parametrize("pair", ["——", "……"])
def test_a_dash_and_an_ellipsis_are_not_parted(pair):
    for width in range(4, 14):
        for line in lines(f"甲乙丙丁{pair}戊己庚", width):
            assert line.count(pair[0]) in (0, 2)


def test_a_straight_quote_closes_when_one_is_open():
    assert lines('他说"甲乙"丙丁', 9) == ['他说"甲', '乙"丙丁']
    assert lines('他说甲"乙"丙丁', 7) == ["他说甲", '"乙"丙', "丁"]
    assert lines("AA don't BB", 7) == ["AA", "don't", "BB"]


@pytest.mark.parametrize(
    "word",
    [
        *("24.2", "10,000", "95.22%", "2021-2025", "2021—2025", "8+4", "AI/5G", "12:45:43"),
        *("http://a.cn/b-c", "１０，０００", "９５．２％", "naïve", "e\u0301a\u0301e\u0301"),
    ],
)
def test_a_word_or_number_stays_whole(word):
    size = cell_len(word)
    for width in range(size, size + 8):
        assert any(word in line for line in lines(f"甲乙丙{word}（丁）戊己庚", width))


def test_a_hyphen_joins_what_is_before_it_and_a_minus_what_is_behind_it():
    assert lines("甲2021年-2025年", 12) == ["甲2021年-", "2025年"]
    assert lines("甲乙 -5.5丙", 6) == ["甲乙", "-5.5丙"]


def test_a_word_wider_than_the_line_is_broken_by_cells():
    assert lines("甲abcdefghijkl乙", 5) == ["甲", "abcde", "fghij", "kl乙"]


@pytest.mark.parametrize(
    "number", ["504人", "24.2万元", "95%", "１９万", "1000余万吨", "100㎡", "3个"]
)
def test_a_number_stays_with_what_follows_it(number):
    size = cell_len(number)
    for width in range(size, size + 8):
        assert any(number in line for line in lines(f"甲乙丙{number}丁戊己", width))


def test_spans_to_keep_stay_on_one_line():
    text = "办结案件共计二十件次左右"
    assert lines(text, 14, keep=[(6, 10)]) == ["办结案件共计", "二十件次左右"]
    assert lines(text, 6, keep=[(6, 10)]) == ["办结案", "件共计", "二十件", "次左右"]


def test_spaces_hang_off_at_a_break_and_stay_at_the_head_of_the_paragraph():
    assert wrap("  全速鲤办 共赢未来  ", 10) == [(0, 6), (7, 11)]
    assert lines("one  two   three", 4) == ["one", "two", "thre", "e"]
    assert lines("甲乙 。丙丁", 5) == ["甲", "乙 。", "丙丁"]


def test_the_first_line_may_be_shorter():
    assert lines("甲乙丙丁戊己", 6, first_indent=2) == ["甲乙", "丙丁戊", "己"]
    assert lines("甲乙丙丁戊己", 6, first_indent=5) == ["", "甲乙丙", "丁戊己"]


def test_a_character_wider_than_the_line_has_a_line_of_its_own():
    assert lines("甲乙", 1) == ["甲", "乙"]
    assert lines("e\u0301e\u0301", 0) == ["e\u0301", "e\u0301"]


def test_no_line_begins_with_a_mark_or_parts_a_grapheme():
    assert lines("ab\u0301\u0302cd", 2) == ["ab\u0301\u0302", "cd"]
    assert lines("☎\ufe0f☎\ufe0f☎\ufe0f", 5) == ["☎\ufe0f☎\ufe0f", "☎\ufe0f"]


def test_ambiguous_characters_are_measured_as_set():
    text = "“甲”“乙”“丙”"
    assert lines(text, 8) == ["“甲”“乙”", "“丙”"]
    set_ambiguous(2)
    try:
        assert lines(text, 8) == ["“甲”", "“乙”", "“丙”"]
    finally:
        set_ambiguous(1)


@pytest.mark.parametrize("char", "。“a-1— \"'\u0301\u200d万")
def test_a_flood_of_one_character_is_broken_all_the_same(char):
    text = "甲" + char * 500 + "乙"
    spans = wrap(text, 20)
    assert "".join(text[a:b] for a, b in spans).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(text[a:b]) <= 20 for a, b in spans)


PUNCTUATED = st.text(alphabet="甲乙，》《（ 　", max_size=40)


def is_legal(text, place):
    right = text[place:].lstrip(" 　")[0]
    return text[place - 1] not in "《（ 　" and right not in "，》"


@given(PUNCTUATED.map(lambda text: "甲" + text + "乙"), st.integers(2, 20))
def test_each_line_ends_at_the_last_place_where_it_may(text, width):
    spans = wrap(text, width)
    for (start, end), (following, _) in pairwise(spans):
        fitting = [p for p in range(start + 1, len(text)) if cell_len(text[start:p]) <= width]
        legal = [p for p in fitting if is_legal(text, p)]
        assert end == max(legal) if legal else end in fitting
        assert following == end + len(text[end:]) - len(text[end:].lstrip(" 　"))
    assert cell_len(text[slice(*spans[-1])]) <= width
    assert spans[-1][1] == len(text)


@given(
    st.text(alphabet="甲，《》 a1.-%万—\"'\u0301\ufe0f\u200d☎(", max_size=60),
    st.integers(2, 24),
    st.integers(0, 24),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 8)), max_size=3),
)
def test_whatever_the_text_nothing_is_lost_and_nothing_too_wide(text, width, indent, keeps):
    keep = [(start, start + size) for start, size in keeps if start + size <= len(text)]
    spans = wrap(text, width, indent, keep)
    assert spans[0][0] == 0
    assert all(not text[a:b].strip(" ") for (_, a), (b, _) in pairwise(spans))
    assert not text[spans[-1][1] :].strip(" ")
    assert all(a < b for a, b in spans[1:])
    for number, (a, b) in enumerate(spans):
        room = width - indent if number == 0 else width
        assert cell_len(text[a:b]) <= max(0, room)


@pytest.mark.skipif(not SHARED.exists(), reason=f"no reports at {SHARED}")
def test_every_paragraph_of_real_reports_is_broken_by_the_rules():
    paths = [*sorted(SHARED.glob("corpus/*.txt")), SHARED / "licheng-2024.source.txt"]
    paragraphs = [line for path in paths for line in path.read_text(encoding="utf-8").split("\n")]
    for number, paragraph in enumerate(paragraphs):
        text, width = paragraph.replace("\xa0", " "), 20 + number % 71
        assert [*breaches(text, width)] == [], (width, text)
