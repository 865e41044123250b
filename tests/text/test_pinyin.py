"""Pinyin finds Chinese text by syllables and initials, and says where and how it reads.

That it finds all, and nothing else, is in test_pinyin_corpus.py.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reporttui.text.pinyin import PinyinIndex, is_worth

ROOT = Path(__file__).parents[2]


def found(text, needle, fuzzy=False):
    return [text[start:end] for start, end in PinyinIndex(text).find(needle, fuzzy)]


@pytest.mark.parametrize(
    ("needle", "hit"),
    [
        ("xzfy", "行政复议"),
        ("xingzhengfuyi", "行政复议"),
        ("xingzhengfy", "行政复议"),
        ("xzhengfuyi", "行政复议"),
        ("行政fy", "行政复议"),
        ("xz复议", "行政复议"),
        ("xing'zheng", "行政"),
        ("xing zheng fu yi", "行政复议"),
        ("xing’zheng", "行政"),
        ("XingZheng", "行政"),
        ("ｘｚｆｙ", "行政复议"),
        ("ＸＩＮＧ＇ｚｈｅｎｇ", "行政"),
        ("行政ｆｙ", "行政复议"),
        ("blxzfyaj", "办理行政复议案件"),
    ],
)
def test_syllables_initials_and_characters_find_a_word(needle, hit):
    assert found("依法办理行政复议案件", needle) == [hit]


def test_both_scripts_are_found_and_stand_for_each_other():
    assert found("依法辦理行政復議案件", "xingzhengfuyi") == ["行政復議"]
    assert found("依法辦理行政復議案件", "办理xzfy") == ["辦理行政復議"]
    assert found("依法办理行政复议案件", "xz復議") == ["行政复议"]
    assert found("向國務院報告行政復議", "xzfy") == ["行政復議"]
    assert found("向國務院報告行政復議", "guowuyuan") == ["國務院"]


@pytest.mark.parametrize(
    ("needle", "hits"),
    [
        ("xian", ["先", "西安", "现", "县"]),
        ("xi'an", ["西安"]),
        ("fangan", ["方案", "反感"]),
        ("zhinan", ["指南", "指难"]),
        ("fang'an", ["方案"]),
    ],
)
def test_syllables_are_not_cut_greedily(needle, hits):
    text = "先到西安，现在各县的方案令人反感，指南指难"
    assert found(text, needle) == hits


@pytest.mark.parametrize(
    ("text", "needle", "hit", "reading"),
    [
        ("西安那边", "xian", "西安", "xi an"),
        ("反感啊你", "fangan", "反感", "fan gan"),
        ("中红", "zhong", "中", "zhong"),
        ("中红", "zho", "中", "zhong"),
        ("中和欧", "zho", "中", "zhong"),
        ("AIai爱", "ai", "AI", "AI"),
        ("行政和", "xingzh", "行政", "xing zheng"),
    ],
)
def test_of_the_hits_that_begin_at_one_place_the_one_read_in_full_counts_then_the_shortest(
    text, needle, hit, reading
):
    index = PinyinIndex(text)
    start, end = next(index.find(needle))
    assert text[start:end] == hit
    assert index.reading(needle, (start, end)) == reading


@pytest.mark.parametrize(
    ("text", "needles"),
    [
        ("银行", ["yinhang", "yinxing", "yh", "yx"]),
        ("重庆", ["chongqing", "zhongqing", "cq", "zq", "chq", "zhq"]),
        ("法律", ["falv", "falu", "falü", "fl"]),
        ("侵略", ["qinlve", "qinlue", "qinlüe"]),
        ("妇女", ["funv", "funu", "funü"]),
        ("安装", ["anzhuang", "anzhuan", "azh"]),
        ("\u2f8f政", ["xingzheng", "行政", "hz"]),
        ("二〇二四", ["erlingersi", "elesi"]),
    ],
)
def test_every_reading_and_every_spelling_of_it_counts(text, needles):
    for needle in needles:
        assert found(text, needle) == [text], needle


@pytest.mark.parametrize("needle", ["ingzheng", "ing", "xingzhengu", "xingheng", "xngzheng"])
def test_a_hit_begins_at_a_syllable_and_goes_on_by_syllables(needle):
    assert found("行政复议", needle) == []


def test_only_the_last_syllable_may_be_partial():
    assert found("行政", "xingzhe") == ["行政"]
    assert found("行政", "xizheng") == []
    assert found("行政", "xin'zheng") == []
    assert found("行政", "xingzhen'") == []


@pytest.mark.parametrize("needle", ["zhsh", "zsh", "zhs", "zs", "zshi", "zhishi", "zhish"])
def test_an_initial_of_two_letters_is_typed_as_one_or_both(needle):
    assert found("知识", needle) == ["知识"]


def test_letters_and_digits_of_the_text_match_themselves():
    assert found("看i鲤城H5页", "ilc") == ["i鲤城"]
    assert found("看i鲤城H5页", "I鲤城") == ["i鲤城"]
    assert found("看i鲤城H5页", "h5ye") == ["H5页"]
    assert found("用ＡＩ 辅助", "ai fuzhu") == ["ＡＩ 辅助"]
    assert found("用ＡＩ 辅助", "ａｉ　ｆｚ") == ["ＡＩ 辅助"]
    assert found("看Ｈ５页", "h5ye") == ["Ｈ５页"]
    assert found("2024年12月", "2024nian12y") == ["2024年12月"]


def test_what_has_no_reading_stops_a_match():
    assert found("行，政", "xingzheng") == []
    assert found("行\n政", "xing zheng") == []
    assert found("行\n政", "行\nz") == []
    assert found("行㎡", "xm2") == []


def test_a_needle_of_separators_only_is_found_nowhere():
    for needle in ("", " ", "' '"):
        assert found("行' 政", needle) == []


def test_hits_do_not_overlap():
    assert list(PinyinIndex("三三三三三").find("sansan")) == [(0, 2), (2, 4)]


@pytest.mark.parametrize(
    ("needle", "text"),
    [
        ("zongguo", "中国"),
        ("zhuzhi", "组织"),
        ("cengzhang", "成长"),
        ("chaizheng", "财政"),
        ("lanlin", "南宁"),
        ("minlin", "命令"),
        ("xinzhen", "行政"),
        ("rengcai", "人才"),
        ("nq", "鲤群"),
    ],
)
def test_sounds_that_are_confused_are_the_same_by_a_setting_only(needle, text):
    assert found(text, needle) == []
    assert found(text, needle, fuzzy=True) == [text]


@pytest.mark.parametrize(
    ("needle", "text", "reading"),
    [
        ("xzfy", "行政复议", "xing zheng fu yi"),
        ("行政fy", "行政复议", "行政 fu yi"),
        ("yinh", "银行", "yin hang"),
        ("yinx", "银行", "yin xing"),
        ("zq", "重庆", "zhong qing"),
        ("falu", "法律", "fa lü"),
        ("ai fuz", "AI 辅助", "AI fu zhu"),
        ("i鲤c", "i鲤城", "i鲤 cheng"),
    ],
)
def test_a_hit_tells_how_it_was_read(needle, text, reading):
    index = PinyinIndex(text)
    assert [index.reading(needle, span) for span in index.find(needle)] == [reading]


@pytest.mark.parametrize("needle", ["xzf", "xi'a", "行f", "f复", "復f", "2024nian", "lüe"])
def test_three_letters_or_one_with_a_character_are_worth_a_search(needle):
    assert is_worth(needle)


@pytest.mark.parametrize("needle", ["", "x", "xz", "x'z", "ＡＩ", "h5", "12345", "行政", "—,", "é"])
def test_one_or_two_letters_and_no_letters_are_not(needle):
    assert not is_worth(needle)


def test_the_table_is_read_at_the_first_latin_needle_only():
    code = """if True:
    import sys
    opened = []
    sys.addaudithook(lambda event, args: event == "open" and opened.append(str(args[0])))
    from reporttui.text.pinyin import PinyinIndex, is_worth
    index = PinyinIndex("行政")
    assert not is_worth("行政") and not is_worth("h5")
    print(sum(name.endswith("pinyin.txt") for name in opened))
    list(index.find("xingzheng"))
    print(sum(name.endswith("pinyin.txt") for name in opened))
    """
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT / "src", capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "1"]
