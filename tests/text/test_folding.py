"""Folding finds what a reader means and says where it stands in the original."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reporttui.text.folding import fold, fold_needle

SHARED = Path(__file__).parents[2].parent / "shared"

FOLDING = st.text(alphabet=st.sampled_from("aAａ㎡㎜…ﬁßİ“「2２中后後㈠\u0301 　"))


def found(text, query):
    return [text[start:end] for start, end in fold(text).find(fold_needle(query))]


@pytest.mark.parametrize(
    ("variants", "folded"),
    [
        ("2２", "2"),
        ("aAａＡ", "a"),
        ('“”„"＂「」', '"'),
        ("‘’'＇『』", "'"),
        ("，,", ","),
        ("；;", ";"),
        ("：:", ":"),
        ("（(", "("),
        ("）)", ")"),
        ("—–－‐-−", "-"),
        ("〔［【[", "["),
        ("〕］】]", "]"),
        ("·・•", "·"),
        ("％%", "%"),
        (" \u3000\xa0\t\u2003", " "),
        ("、､", "、"),
        ("。｡", "。"),
    ],
)
def test_variants_of_one_character_fold_to_one_form(variants, folded):
    assert {fold_needle(variant) for variant in variants} == {folded}


def test_an_enumeration_comma_is_no_comma_and_a_full_stop_no_period():
    assert len({fold_needle(mark) for mark in "、，。．"}) == 4


def test_a_newline_is_no_space():
    assert found("甲\n乙", "甲 乙") == []


def test_a_query_finds_other_widths_cases_and_punctuation():
    assert found("打造“ＡＩ智能政务助手”", '"ai智能') == ["“ＡＩ智能"]
    assert found("（2021—2025年）", "(2021-2025年)") == ["（2021—2025年）"]
    assert found("全速鲤办　共赢未来", "鲤办 共赢") == ["鲤办　共赢"]


def test_hits_stand_where_they_are_in_the_original():
    assert list(fold("面积2㎡，共10㎡。").find("㎡")) == []
    assert found("面积2㎡，共10㎡。", "m2") == ["㎡", "㎡"]
    assert list(fold("面积2㎡，共10㎡。").find(",共10")) == [(4, 8)]


def test_a_hit_in_a_part_of_a_character_covers_the_character_once():
    assert list(fold("5㎜厚").find("m")) == [(1, 2)]
    assert list(fold("……甲").find(".")) == [(0, 1), (1, 2)]


def test_hits_do_not_overlap():
    assert list(fold("aaaaa").find("aa")) == [(0, 2), (2, 4)]


def test_an_empty_needle_is_found_nowhere():
    assert list(fold("甲乙").find("")) == []


def test_one_to_one_folding_needs_no_map():
    assert fold("２０２４年，鲤城区").starts is None
    assert fold("10㎡").starts == [0, 1, 2, 2]


def test_folding_twice_is_folding_once_for_every_character():
    for code in [*range(0x20000), *range(0x2F800, 0x2FA20)]:
        folded = fold_needle(chr(code))
        assert folded
        assert fold_needle(folded) == folded, f"U+{code:04X}"


def slow_hits(text, needle):
    """Find a folded needle by trying every span, in the order of reading."""
    folds = [fold_needle(char) for char in text]
    start = 0
    while start < len(text):
        ends = [
            end for end in range(start + 1, len(text) + 1) if needle in "".join(folds[start:end])
        ]
        if not ends:
            return
        end = ends[0]
        while needle in "".join(folds[start + 1 : end]):
            start += 1
        yield start, end
        start = end


@given(FOLDING, FOLDING.filter(bool))
@example("㎜㎜", "mm")
@example("㎜a㎜", "ma")
def test_every_hit_of_a_slow_search_is_found(text, query):
    needle = fold_needle(query)
    assert list(fold(text).find(needle)) == list(slow_hits(text, needle))


@given(st.text(max_size=20), st.text(max_size=5), st.text(max_size=20))
def test_what_is_cut_from_the_original_folds_to_the_needle(before, query, after):
    folded = fold(before + query + after)
    needle = fold_needle(query)
    cuts = [folded.original[start:end] for start, end in folded.find(needle)]
    assert bool(cuts) == bool(query)
    for cut in cuts:
        assert needle in fold_needle(cut)
        assert needle not in fold_needle(cut[1:])
        assert folded.starts is not None or fold_needle(cut) == needle


@pytest.mark.skipif(not SHARED.exists(), reason=f"no reports at {SHARED}")
def test_full_width_figures_of_real_reports_are_found_by_plain_digits():
    text = SHARED.joinpath("corpus", "state-council-1956.txt").read_text(encoding="utf-8")
    assert "１９５５年" in found(text, "1955年")
