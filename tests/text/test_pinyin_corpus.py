"""Pinyin finds what a slow search that is right by looks finds, in made-up and in real texts."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reporttui.text.data.syllables import readings
from reporttui.text.folding import fold_needle
from reporttui.text.pinyin import PinyinIndex, is_worth

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FILES = sorted(CORPUS.glob("*.txt"))

needs_corpus = pytest.mark.skipif(not FILES, reason=f"no reports at {CORPUS}")

# Polyphones, one syllable within two, ü, both scripts, letters, and what folds to several.
CHARACTERS = "行重长先西安方案反感政復议绿略女啊恩儿〇那中iAＩxz5' 　…㎡ü\n"
TEXTS = st.text(alphabet=CHARACTERS, max_size=12)
NEEDLES = st.text(alphabet="xianghzcofeuv' 行政复5\n", max_size=8)

TRADITIONAL = (
    "國務院關於行政復議工作的報告：各級政府應當嚴格執行法律，",
    "為人民群眾辦實事；二〇二四年共辦結案件１２３４５件，較上年增長百分之五。",
    "重慶、西安與長樂的銀行為婦女提供綠色貸款，參與侵略戰爭的歷史不容忘記。",
    "著重發展後勤，皇后與乾隆的乾燥房間裏，頭髮發乾；ＡＩ輔助復核ＸＺＦＹ平臺。",
)
SIMPLIFIED_CHARACTERS = (
    "国务员会来为说时产发经业动义进关现级组东军农过还对导领实设济长进应当劳权条战"
)
TRADITIONAL_CHARACTERS = (
    "國務員會來為說時產發經業動義進關現級組東軍農過還對導領實設濟長進應當勞權條戰"
)
TO_TRADITIONAL = str.maketrans(SIMPLIFIED_CHARACTERS, TRADITIONAL_CHARACTERS)
TO_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


# The slow search. A character tries every piece of the needle, by recursion over the characters.


def spelled(text):
    return fold_needle(text).replace("ü", "v")


@cache
def ways_to_type(syllable, fuzzy):
    initial, final = re.fullmatch("([zcs]h|[bpmfdtnlgkhjqxrzcsyw]?)(.*)", syllable).groups()
    initials, finals = {initial}, {final, final.replace("v", "u")}
    if fuzzy:
        for pair in ({"z", "zh"}, {"c", "ch"}, {"s", "sh"}, {"n", "l"}):
            initials |= pair if initial in pair else set()
        finals |= {one.removesuffix("g") for one in finals if one.endswith(("ing", "eng"))}
        finals |= {f"{one}g" for one in finals if one.endswith(("in", "en"))}
    return [one + other for one, other in product(initials, finals)]


def taken(char, piece, is_last, fuzzy):
    """Tell whether a character takes a piece in part (1), in full or as itself (0), or not."""
    if len(piece) == 1 and piece == spelled(char) != "\n":
        return 0
    said = readings(char) or readings(spelled(char)[:1])
    typed = {one for syllable in said for one in ways_to_type(syllable, fuzzy)}
    initials = {one[0] for one in typed} | {one[:2] for one in typed if one[1:2] == "h"}
    if piece in typed:
        return 0
    is_begun = is_last and any(one.startswith(piece) for one in typed)
    return 1 if is_begun or piece in initials else None


def ways(text, needle, fuzzy):
    """Give all matches at the beginning of a text: characters in part, characters."""
    for size in range(1, min(len(needle), 6) + 1) if text else ():
        piece, rest = needle[:size], needle[size:]
        cost = taken(text[0], piece, not rest, fuzzy)
        if cost is not None:
            if not rest.strip("' "):
                yield cost, 1
            separators = len(rest) - len(rest.lstrip("' "))
            for skipped in range(separators + 1):
                for more, chars in ways(text[1:], rest[skipped:], fuzzy):
                    yield cost + more, chars + 1


def matches(text, needle, fuzzy=False):
    """Give for each place the best match that begins there."""
    needle = spelled(needle).lstrip("' ")
    for place in range(len(text) if needle else 0):
        for _, size in sorted(ways(text[place : place + 20], needle, fuzzy))[:1]:
            yield place, place + size


def slow_find(text, needle, fuzzy=False):
    end = 0
    for match in matches(text, needle, fuzzy):
        if match[0] >= end:
            end = match[1]
            yield match


@st.composite
def texts_with_needles(draw, texts, literally=True):
    """A text, and a needle made from a part of it as somebody may type it."""
    text = draw(texts)
    start = draw(st.integers(0, max(len(text) - 1, 0)))
    pieces = []
    for char in text[start : start + draw(st.integers(1, 5))]:
        said = draw(st.sampled_from([char] * literally + [*readings(char)]))
        pieces.append(said[: draw(st.sampled_from([1, 2, 6]))] + draw(st.sampled_from(["", "'"])))
    return text, "".join(pieces)


@st.composite
def slices(draw):
    """A part of a report, in either script, its letters and digits of either width."""
    text = draw(st.sampled_from(FILES)).read_text(encoding="utf-8")
    start = draw(st.integers(0, len(text)))
    text = text[start : start + 150]
    return text.translate(draw(st.sampled_from([{}, TO_TRADITIONAL, TO_FULL_WIDTH])))


MADE_UP = st.text(alphabet=CHARACTERS, min_size=1, max_size=12)


@given(st.one_of(st.tuples(TEXTS, NEEDLES), texts_with_needles(MADE_UP)), st.booleans())
@example(("西安先", "xian"), False)
@example(("西安那", "xian"), False)
@example(("a 先", "a xian"), False)
@example(("行 政", "xing  zheng"), False)
@example(("安恩", "an'"), False)
@example(("5 A", "5' A"), False)
@example(("行\n政", "行\nz"), False)
@example(("lN嗯那", "nln"), True)
def test_what_is_found_is_what_a_slow_search_finds(text_and_needle, fuzzy):
    text, needle = text_and_needle
    assert list(PinyinIndex(text).find(needle, fuzzy)) == list(slow_find(text, needle, fuzzy))


@given(texts_with_needles(MADE_UP), st.booleans())
@settings(max_examples=50)
@example(("中和欧", "zho"), False)
@example(("知识和", "zhsh"), True)
def test_in_a_long_text_too(text_and_needle, fuzzy):
    text, needle = text_and_needle
    before = "，" * 60_000
    found = list(PinyinIndex(f"{before}\n{text}").find(needle, fuzzy))
    shift = len(before) + 1
    inside = [(start - shift, end - shift) for start, end in found if start >= shift]
    assert inside == list(slow_find(text, needle, fuzzy))


@given(st.one_of(texts_with_needles(st.sampled_from(TRADITIONAL)), texts_with_needles(MADE_UP)))
def test_each_place_where_a_match_begins_is_in_a_hit_and_hits_are_in_order(text_and_needle):
    text, needle = text_and_needle
    hits = list(PinyinIndex(text).find(needle))
    places = [place for hit in hits for place in range(*hit)]
    assert places == sorted(set(places))
    assert {start for start, _ in matches(text, needle)} <= set(places)


@given(
    st.text(alphabet=CHARACTERS, max_size=12), st.lists(NEEDLES | st.sampled_from(["xi", "xian"]))
)
def test_what_was_typed_before_makes_no_difference(text, needles):
    index = PinyinIndex(text)
    for needle in needles:
        for size in [*range(len(needle)), *range(len(needle), 0, -1)]:
            typed = needle[:size]
            assert list(index.find(typed)) == list(PinyinIndex(text).find(typed))


@given(texts_with_needles(st.text("行重长先西安方反政复绿略女恩〇", min_size=1), literally=False))
def test_a_hit_reads_back_to_what_was_typed(text_and_needle):
    text, needle = text_and_needle
    index = PinyinIndex(text)
    for start, end in index.find(needle):
        said = index.reading(needle, (start, end)).replace("ü", "v").split()
        assert all(one in readings(char) for one, char in zip(said, text[start:end], strict=True))
        begun = ["(?:".join(one) + ")?" * (len(one) - 1) for one in said]
        assert re.fullmatch("'*".join(begun).replace("v", "[uv]"), needle.strip("'"))


@given(st.text(max_size=30), st.text(max_size=10), st.booleans())
@example("中" * 300, "zhong" * 100, True)
def test_no_needle_and_no_text_is_too_much(text, needle, fuzzy):
    is_worth(needle)
    index = PinyinIndex(text + needle)
    for start, end in index.find(needle, fuzzy):
        assert 0 <= start < end <= len(text + needle)
        index.reading(needle, (start, end), fuzzy)


@given(texts_with_needles(st.sampled_from(TRADITIONAL)))
def test_traditional_sentences_are_searched_as_a_slow_search_does(text_and_needle):
    text, needle = text_and_needle
    found = list(PinyinIndex(text).find(needle))
    assert found == list(slow_find(text, needle))


@needs_corpus
@given(st.data(), st.booleans())
def test_reports_are_searched_as_a_slow_search_does(data, fuzzy):
    text, needle = data.draw(texts_with_needles(slices()))
    assert list(PinyinIndex(text).find(needle, fuzzy)) == list(slow_find(text, needle, fuzzy))


@needs_corpus
@pytest.mark.parametrize("needle", ["zhengfu", "fzh", "renmin'd", "人民q", "xian", "ｇｏｎｇ＇ｚ"])
def test_a_whole_report_is_searched_as_a_slow_search_does(needle):
    text = FILES[-1].read_text(encoding="utf-8")
    begin = text[:5000].translate(TO_TRADITIONAL)
    found = [hit for hit in PinyinIndex(begin + text).find(needle) if hit[0] < 4900]
    assert found == [hit for hit in slow_find(begin, needle) if hit[0] < 4900]
    assert found
