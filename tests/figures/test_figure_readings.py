from decimal import Decimal

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reporttui.figures.readings import is_known, readings
from reporttui.report.model import BOUNDS


def said(text, unit=""):
    """Returns printed, value or ends, unit and bound of each figure."""
    return [
        (
            text[found.start : found.end],
            f"{found.value}" if found.high is None else f"{found.value}–{found.high}",
            found.unit,
            found.bound,
        )
        for found in readings(text, unit)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("办案12596件,", ("12596件", "12596", "件", "exact")),
        ("轮训504人次。", ("504人次", "504", "人次", "exact")),
        ("共计46个部门", ("46个", "46", "个", "exact")),
        ("帮助24.2万失信主体", ("24.2万", "242000", "", "exact")),
        ("回款115万余元;", ("115万余元", "1150000", "元", "over")),
        ("败诉率1.37%。", ("1.37%", "1.37", "%", "exact")),
        ("增长８．５％", ("８．５％", "8.5", "%", "exact")),
        ("提高3.5个百分点", ("3.5个百分点", "3.5", "百分点", "exact")),
        ("提高3百分点", ("3百分点", "3", "百分点", "exact")),
        ("下降百分之二点九", ("百分之二点九", "2.9", "%", "exact")),
        ("八成群众", ("八成", "80", "%", "exact")),
        ("每吨5000元/吨", ("5000元/吨", "5000", "元/吨", "exact")),
        ("504 人次", ("504 人次", "504", "人次", "exact")),
        ("装机300MW", ("300MW", "300", "MW", "exact")),
        ("20千克", ("20千克", "20", "千克", "exact")),
        ("联合5部门", ("5", "5", "", "exact")),
        ("100万人民群众", ("100万", "1000000", "", "exact")),
        ("培训12名人大代表", ("12名", "12", "名", "exact")),
        ("变化-3.2%", ("-3.2%", "-3.2", "%", "exact")),
        ("变化−3.2%", ("−3.2%", "-3.2", "%", "exact")),
    ],
)
def test_a_number_is_read_with_its_unit(text, expected):
    assert said(text) == [expected]


@pytest.mark.parametrize(
    ("text", "printed", "bound"),
    [
        ("培训超960人次", "超960人次", "over"),
        ("超过960人次", "超过960人次", "over"),
        ("突破4万亿美元", "突破4万亿美元", "over"),
        ("400多项", "400多项", "over"),
        ("三年有余", "三年有余", "over"),
        ("近700人次", "近700人次", "under"),
        ("不足5%", "不足5%", "under"),
        ("约257.3万元", "约257.3万元", "about"),
        ("30天左右", "30天左右", "about"),
        ("不少于30天", "不少于30天", "at_least"),
        ("达80%以上", "80%以上", "at_least"),
        ("不超过3公里", "不超过3公里", "at_most"),
        ("3公里以内", "3公里以内", "at_most"),
        ("近百分之二十", "近百分之二十", "under"),
        ("达到100%", "100%", "exact"),
        ("附近20家", "20家", "exact"),
        ("最近3年", "3年", "exact"),
    ],
)
def test_words_beside_a_number_say_its_bound(text, printed, bound):
    ((found, _, _, said_bound),) = said(text)
    assert (found, said_bound) == (printed, bound)


@pytest.mark.parametrize(
    ("text", "printed", "ends", "unit"),
    [
        ("3—5年", "3—5年", "3–5", "年"),
        ("3年至5年", "3年至5年", "3–5", "年"),
        ("10-20件", "10-20件", "10–20", "件"),
        ("41.5～42.3%", "41.5～42.3%", "41.5–42.3", "%"),
        ("3—5万元", "3—5万元", "30000–50000", "元"),
        ("800至1000万元", "800至1000万元", "8000000–10000000", "元"),
        ("3万到5万元", "3万到5万元", "30000–50000", "元"),
        ("百分之三至五", "百分之三至五", "3–5", "%"),
        ("约3—5年", "约3—5年", "3–5", "年"),
    ],
)
def test_two_numbers_are_the_ends_of_a_range(text, printed, ends, unit):
    assert said(text)[0][:3] == (printed, ends, unit)
    assert len(said(text)) == 1


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("5至2件", ["5", "2"]),
        ("从3个增加到5个", ["3", "5"]),
        ("3人到5家", ["3", "5"]),
        ("10件-20人", ["10", "-20"]),
    ],
)
def test_other_numbers_are_no_range(text, values):
    assert [value for _, value, _, _ in said(text)] == values


def test_members_of_a_list_share_the_unit_behind_it():
    assert said("办理18、20和10件") == [
        ("18", "18", "件", "exact"),
        ("20", "20", "件", "exact"),
        ("10件", "10", "件", "exact"),
    ]


@pytest.mark.parametrize("text", ["2024,300件", "3、5万元", "8项职能和2件", "3；5件"])
def test_a_number_takes_no_unit_that_may_not_be_its_own(text):
    assert said(text)[0][2] in ("", "项")


def test_a_unit_may_be_made_known():
    assert not is_known("标准台")
    assert said("生产30标准台") == [("30", "30", "", "exact")]
    assert said("生产30标准台", "标准台") == [("30标准台", "30", "标准台", "exact")]
    assert is_known("人次")


@example("80%以上")
@settings(deadline=None)
@given(st.text() | st.text("0123456789.,%万亿十百千余多超近约至—-、和 件个人次元以上部门"))
def test_every_text_is_read_and_figures_stand_in_it(text):
    for found in readings(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.bound in BOUNDS
        assert found.high is None or found.value <= found.high


def test_every_report_of_the_corpus_is_read(shared):
    for path in sorted((shared / "corpus").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert len(list(readings(text))) > 100


def test_all_labelled_figures_are_read_as_labelled(shared):
    source = (shared / "licheng-2024.source.txt").read_bytes().decode()
    labels = yaml.load((shared / "gold" / "licheng-2024.yaml").read_bytes(), yaml.BaseLoader)
    read = {(found.start, found.end): found for found in readings(source)}
    for label in labels["figures"]:
        found = read[int(label["start"]), int(label["end"])]
        expected = (Decimal(label["value"]), None, label["unit"], label["bound"])
        assert found[2:] == expected, label["quote"]
    assert len(labels["figures"]) == 84
