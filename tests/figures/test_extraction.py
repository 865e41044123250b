"""Every figure of a prose, with its meaning; and every other number, with the reason."""

import re
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reporttui.figures.extraction import extract
from reporttui.report.model import BOUNDS, KINDS

SHARED = Path(__file__).parents[3] / "shared"
DIGIT = re.compile("[0-9０-９]")


def said(text):
    """Return the figures of a text in short: quote, value or range, unit, and bound if any."""
    found = []
    for figure in extract(text)[0]:
        ends = (figure.low, figure.high) if figure.value is None else (figure.value,)
        value = "..".join(format(end, "f") for end in ends if end is not None)
        bound = "" if figure.bound == "exact" else figure.bound
        meaning = " ".join(filter(None, (value, figure.unit, bound)))
        found.append(f"{text[figure.start : figure.end]}={meaning}")
    return found


def why(text):
    return [f"{text[each.start : each.end]}={each.reason}" for each in extract(text)[1]]


SAID = {
    # Digits, separators, widths, spaces.
    "产煤34，250万吨": ["34，250万吨=342500000 吨"],
    "报送3,5,7件": ["3=3 件", "5=5 件", "7件=7 件"],
    "完成20，300件": ["20，300件=20300 件"],
    "增长７７．７％": ["７７．７％=77.7 %"],
    "参训1 200余人次": ["1 200余人次=1200 人次 over"],
    "面积2 2 平方米": ["2 2 平方米=22 平方米"],
    "涨幅为0 ．8 ％": ["0 ．8 ％=0.8 %"],
    # Chinese numerals.
    "三百二十五个": ["三百二十五个=325 个"],
    "两家企业": ["两家=2 家"],
    "投资二千七百六十亿元": ["二千七百六十亿元=276000000000 元"],
    "增长百分之二十点九": ["百分之二十点九=20.9 %"],
    "水泥四百七十三萬噸": ["四百七十三萬噸=4730000 噸"],
    # Vague ones are never one number.
    "十余家": ["十余家=10 家 over"],
    "数百名干部": ["数百名=200..900 名 about"],
    "几十万群众": ["几十万=200000..900000 about"],
    "两三个月": ["两三个月=2..3 个月 about"],
    "十七八个": ["十七八个=17..18 个 about"],
    # Multipliers.
    "24.2万人": ["24.2万人=242000 人"],
    "1.3亿元": ["1.3亿元=130000000 元"],
    "1万6千多户": ["1万6千多户=16000 户 over"],
    "3万4000人": ["3万4000人=34000 人"],
    "3100多亿元": ["3100多亿元=310000000000 元 over"],
    "20亿多元": ["20亿多元=2000000000 元 over"],
    "8.5万余场次": ["8.5万余场次=85000 场次 over"],
    "产量突破百万吨": ["突破百万吨=1000000 吨 over"],
    "惠及上千户": ["上千户=1000 户 at_least"],
    # Shares and changes.
    "近九成群众": ["近九成=90 % under"],
    "七成五的企业": ["七成五=75 %"],
    "约三分之一": ["约三分之一=33.3 % about"],
    "1/3左右的企业": ["1/3左右=33.3 % about"],
    "出生率8.5‰": ["8.5‰=8.5 ‰"],
    "总产值翻两番": ["翻两番=4 倍"],
    "增长1.5倍": ["1.5倍=1.5 倍"],
    "提高2.1个百分点": ["2.1个百分点=2.1 百分点"],
    "增长-3.2%": ["-3.2%=-3.2 %"],
    "占审结的42.42%": ["42.42%=42.42 %"],
    # Bounds.
    "超960人次": ["超960人次=960 人次 over"],
    "不少于30小时": ["不少于30小时=30 小时 at_least"],
    "不超过5%": ["不超过5%=5 % at_most"],
    "3个以内": ["3个以内=3 个 at_most"],
    "不足10户": ["不足10户=10 户 under"],
    "达到50家": ["50家=50 家"],
    "签约3个项目": ["3个=3 个"],
    "1000万元以上项目12个": ["1000万元以上=10000000 元 at_least", "12个=12 个"],
    "规模以上工业企业210户": ["210户=210 户"],
    # Ranges.
    "期限3—5年": ["3—5年=3..5 年"],
    "抽查10至20件": ["10至20件=10..20 件"],
    "单价800元—1200元": ["800元—1200元=800..1200 元"],
    "百分之八至百分之九": ["百分之八至百分之九=8..9 %"],
    # What is shared.
    "分别为3件、4件和5件": ["3件=3 件", "4件=4 件", "5件=5 件"],
    "分别提高0.2个、0.7个和1.4个百分点": [
        "0.2个=0.2 百分点",
        "0.7个=0.7 百分点",
        "1.4个百分点=1.4 百分点",
    ],
    "从1500提高到1800元": ["1500=1500 元", "1800元=1800 元"],
    "由3件增至7件": ["3件=3 件", "7件=7 件"],
    # Members without a separator, and units of two.
    "46个部门56人次": ["46个=46 个", "56人次=56 人次"],
    "建议8件提案3件": ["8件=8 件", "3件=3 件"],
    "40批310人次": ["40批=40 批", "310人次=310 人次"],
    "线索200件宗": ["200件宗=200 件宗"],
    "人均3.2万元/人": ["3.2万元/人=32000 元/人"],
    "浓度32微克/立方米": ["32微克/立方米=32 微克/立方米"],
    "获3金2银": ["3=3", "2=2"],
    # Ranks and ratios.
    "列全省第3位": ["第3位=3 位"],
    "总量居全省第一，": ["第一=1"],
    "结构为12:45:43": ["12:45:43="],
}


@pytest.mark.parametrize("text", SAID)
def test_it_says_what_is_printed(text):
    assert said(text) == SAID[text]


NONE = {
    "2024年1月至9月": "date",
    "一九八○年": "date",
    "1 9 9 8 年": "date",
    "1—9月": "date",
    "二十世纪八十年代": "date",
    "20212025年": "glued",
    "“八五”普法": "name",
    "“8+4”职能": "name",
    "“20230307”案件": "name",
    "148品牌": "name",
    "《2024年工作要点》": "title",
    "〔2025〕9号": "document number",
    "12345热线": "telephone",
    "0595-22335555": "telephone",
    "H5": "product",
    "5G基站": "product",
    "PM2.5": "product",
    "一等奖": "grade",
    "第一责任人": "rank or ordinal",
    "第三十二条": "rank or ordinal",
    "十二届": "ordinal",
    "一批项目": "idiom",
    "一条龙服务": "slogan or idiom",
    "近三年": "period",
    "（一）": "marker",
    "1.深入": "marker",
    "一是": "marker",
}


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_figure_is_rejected_with_the_reason(text):
    assert said(text) == []
    assert {each.reason for each in extract(text)[1]} >= {NONE[text]}


@pytest.mark.parametrize("text", ["一体推进", "全国统一", "进一步", "四川", "千言万语", "万安县"])
def test_numerals_in_words_are_no_figures(text):
    assert said(text) == []


def described(text):
    return [(each.subject, each.kind, each.period) for each in extract(text)[0]]


def test_a_change_says_of_what_it_is_and_which_way_it_goes():
    found = described("2022年规模以上工业增加值12亿元，同比增长9.9%；利润较上年下降4%。")
    assert found == [
        ("规模以上工业增加值", "amount", "2022年"),
        ("规模以上工业增加值增长", "change", "2022年"),
        ("规模以上工业增加值利润下降", "change", "2022年"),
    ]


def test_what_is_counted_stands_behind_its_measure_word():
    assert described("涵盖46个部门")[0][:2] == ("涵盖部门", "count")


def test_the_parts_of_a_whole_say_of_which():
    subjects = [subject for subject, _, _ in described("受理案件7起（其中刑事3起，行政4起）")]
    assert subjects == ["受理案件", "受理案件刑事", "受理案件行政"]


def test_a_level_that_a_change_leads_to_is_no_change():
    kinds = [kind for _, kind, _ in described("占比由40%提升至75%，提高35个百分点")]
    assert kinds == ["ratio", "ratio", "change"]


def test_traditional_words_are_given_as_they_stand():
    figure = extract("一九五四年原煤八千一百九十九萬噸，增長百分之三點二")[0][0]
    assert (figure.unit, figure.subject, figure.period) == ("噸", "原煤", "一九五四年")


def check(text):
    """Check what holds of every text."""
    figures, rejected = extract(text)
    covered = bytearray(len(text))
    for each in [*figures, *rejected]:
        assert 0 <= each.start < each.end <= len(text)
        covered[each.start : each.end] = b"\x01" * (each.end - each.start)
    for match in DIGIT.finditer(text):
        assert covered[match.start()], text[max(0, match.start() - 20) : match.start() + 20]
    for one, two in pairwise(figures):
        assert one.end <= two.start
    for figure in figures:
        assert figure.bound in BOUNDS
        assert figure.kind in KINDS
        assert (figure.low is None) == (figure.high is None)
        assert figure.low is None or (figure.value is None and figure.low < figure.high)
        for value in (figure.value, figure.low, figure.high):
            assert value is None or (isinstance(value, Decimal) and value.is_finite())
    assert all(each.reason for each in rejected)


WORDS = """
0 12 3.5 34，250 1,000 ２０ 2024 2025 十 三百 两 万 亿 百分之 % 个 件 元 年 月 日 人次 、 和 至 —
- 到 增长 下降 超 近 约 余 多 以上 左右 第 位 “ ” 《 》 （ ） ( ) ， 。 : / + 〔 〕 号 成 倍 数 几
分之 点 翻 番 其中 由 提高到 上 H5 G 12345 热线 一 是 千 同比 占
"""
words = st.sampled_from([*WORDS.split(), " ", "\n"])


@settings(max_examples=300)
@given(st.lists(words, max_size=25).map("".join) | st.text(max_size=40))
def test_every_digit_is_in_a_figure_or_in_a_rejection(text):
    check(text)


needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="needs the shared reports")


@needs_shared
def test_so_it_is_in_real_reports():
    for path in sorted((SHARED / "corpus").glob("*.txt")):
        check(path.read_text("utf-8"))


@needs_shared
def test_all_labelled_figures_of_the_bundled_report_are_found_and_none_is_added():
    text = (SHARED / "licheng-2024.source.txt").read_bytes().decode().replace("\r\n", "\n")
    labels = yaml.safe_load((SHARED / "gold/licheng-2024.yaml").read_text("utf-8"))["figures"]
    found = [
        (each.start, each.end, each.value, each.unit, each.bound)
        for each in extract(text)[0]
        if DIGIT.search(text[each.start : each.end])
    ]
    assert found == [
        (
            label["start"],
            label["end"],
            Decimal(str(label["value"])),
            label["unit"] or "",
            label["bound"],
        )
        for label in labels
    ]
