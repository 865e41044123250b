"""Pinyin finds Chinese text by syllables and initials, and says where and how it reads."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reporttui.text.data.syllables import readings
from reporttui.text.folding import fold_needle
from reporttui.text.pinyin import PinyinIndex, is_worth

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"

# Polyphones, one syllable within two, ü, both scripts, letters, and what folds to several.
CHARACTERS = "行重长先西安方案反感政復议绿略女啊恩儿〇iAＩx5' 　…㎡ü\n"
TEXTS = st.text(alphabet=CHARACTERS, max_size=12)
NEEDLES = st.text(alphabet="xianghzcofeuv' 行政复5\n", max_size=8)


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
        ("blxzfyaj", "办理行政复议案件"),
    ],
)
def test_syllables_initials_and_characters_find_a_word(needle, hit):
    assert found("依法办理行政复议案件", needle) == [hit]


def test_both_scripts_are_found_and_stand_for_each_other():
    assert found("依法辦理行政復議案件", "xingzhengfuyi") == ["行政復議"]
    assert found("依法辦理行政復議案件", "办理xzfy") == ["辦理行政復議"]
    assert found("依法办理行政复议案件", "xz復議") == ["行政复议"]


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


def test_the_longest_of_the_hits_that_begin_at_one_place_counts():
    assert found("西安城", "xian") == ["西安"]
    assert found("西安那边", "xian") == ["西安那"]


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
    assert found("2024年12月", "2024nian12y") == ["2024年12月"]


def test_what_has_no_reading_stops_a_match():
    assert found("行，政", "xingzheng") == []
    assert found("行\n政", "xing zheng") == []
    assert found("行㎡", "xm2") == []


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


# A slow search that is right by looks: each character tries each piece of the needle.


def spelled(text):
    return fold_needle(text).replace("ü", "v")


def takes(char, piece, is_last):
    literal = spelled(char)
    whole = {way for said in readings(char) for way in (said, said.replace("v", "u"))}
    initials = {said[0] for said in whole} | {said[:2] for said in whole if said[1:2] == "h"}
    begun = any(said.startswith(piece) for said in whole) if is_last else False
    return begun or piece in whole | initials | ({literal} if len(literal) == 1 else set())


def slow_ends(text, place, needle):
    """Tell where the text from a place on has taken up the needle."""
    for size in range(1, min(len(needle), 6) + 1) if place < len(text) else ():
        piece, rest = needle[:size], needle[size:]
        if takes(text[place], piece, not rest):
            if not rest.strip("' "):
                yield place + 1
            for further in {rest, rest.lstrip("' ")} - {""}:
                yield from slow_ends(text, place + 1, further)


def slow_find(text, needle):
    needle, place = spelled(needle).lstrip("' "), 0
    while place < len(text):
        end = max(slow_ends(text, place, needle), default=None) if needle else None
        if end:
            yield place, end
        place = end or place + 1


@st.composite
def texts_with_needles(draw, alphabet=CHARACTERS, literally=True):
    """A text, and a needle made from a part of it as somebody may type it."""
    text = draw(st.text(alphabet=alphabet, min_size=1, max_size=12))
    start = draw(st.integers(0, len(text) - 1))
    pieces = []
    for char in text[start : start + draw(st.integers(1, 5))]:
        said = draw(st.sampled_from([char] * literally + [*readings(char)]))
        pieces.append(said[: draw(st.sampled_from([1, 2, 6]))] + draw(st.sampled_from(["", "'"])))
    return text, "".join(pieces)


@given(st.one_of(st.tuples(TEXTS, NEEDLES), texts_with_needles()))
@example(("西安先", "xian"))
@example(("a 先", "a xian"))
@example(("行 政", "xing  zheng"))
@example(("安恩", "an'"))
def test_what_is_found_is_what_a_slow_search_finds(text_and_needle):
    text, needle = text_and_needle
    assert list(PinyinIndex(text).find(needle)) == list(slow_find(text, needle))


@given(texts_with_needles("行重长先西安方反政复绿略女恩〇", literally=False))
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


@pytest.mark.skipif(not CORPUS.exists(), reason=f"no reports at {CORPUS}")
@pytest.mark.parametrize("year", [1954, 1956, 1978, 2024])
def test_real_reports_are_searched_as_a_slow_search_does(year):
    text = (CORPUS / f"state-council-{year}.txt").read_text(encoding="utf-8")[:4000]
    index = PinyinIndex(text)
    for needle in ("zhengfu", "gongzuo", "fzjs", "renmin'd", "人民zf", "guojia", "xian", "gong'y"):
        assert list(index.find(needle)) == list(slow_find(text, needle))
    assert len(list(index.find("guojia"))) > 5
