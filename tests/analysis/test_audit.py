"""What an audit computes, and what it must not find."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporttui.analysis.audit import audit, of_text
from reporttui.library.opening import open_report
from reporttui.report.outline import outline

SHARED = Path(__file__).parents[3] / "shared"


def found(text):
    return [(each.kind, each.verdict, each.arithmetic) for each in of_text(text)]


HOLDS = {
    "办理案件12596件,其中行政检查11692件,行政处罚900件,行政强制4件。": "11692 + 900 + 4 = 12596",
    "打击案件7起(刑事案件3起,行政案件4起)。": "3 + 4 = 7",
    "受理63件，审结60件，其中维持32件、撤销5件、驳回8件，终止15件。": "32 + 5 + 8 + 15 = 60",
    "人口3.50万人（男1.8万人，女1.7万人）。": "18000 + 17000 = 35000",
    "受理63件，审结60件，占总数的95.2%。": "60 ÷ 63 = 95.2%",
    "由3件增至7件，增长133.3%。": "(7 − 3) ÷ 3 = 133.3%",
    "由200件降至150件，下降25%。": "(150 − 200) ÷ 200 = -25.0%",
}
FAILS = {
    "受理10件（其中立案15件）。": "15 > 10",
    "由3件增至7件，增长130%。": "(7 − 3) ÷ 3 = 133.3%",
    "女职工占120%。": "120% > 100%",
    "共28件，占审结的42.40%。": "28 ÷ n ≠ 42.40%",
    "案件数下降130%。": "100% − 130% < 0",
}
CANNOT_TELL = {
    "撤回28件，占审结的42.42%。": "28 ÷ 66 = 42.42%",
    "信访事项1425件，下降41.5%。": "1425 ÷ (1 − 41.5%) ≈ 2436",
    "败诉率1.37%。": "1 ÷ 73 = 1.37%",
    "受理100件，其中甲类30件、乙类20件。": "30 + 20 = 50 ≠ 100",
}


@pytest.mark.parametrize("text", HOLDS)
def test_what_adds_up_holds(text):
    assert ("holds", HOLDS[text]) in [each[1:] for each in found(text)]


@pytest.mark.parametrize("text", FAILS)
def test_what_cannot_be_fails(text):
    assert ("fails", FAILS[text]) in [each[1:] for each in found(text)]


@pytest.mark.parametrize("text", CANNOT_TELL)
def test_what_the_text_does_not_settle_is_said_to_be_so(text):
    assert [each[1:] for each in found(text)] == [("cannot_tell", CANNOT_TELL[text])]


TRAPS = [
    "文件解读率300%、部门文件200%。",
    "征集42期(其中重大决策意见征集18期)、网上调查24期。",
    "赤字13500亿元，比上年增加1500亿元，其中中央9500亿元。",
    "收入744万元，占预算数的106.48%。",
    "合成氨八百吨（合三千吨硫酸铵）。",
    "参会50人，其中女性30人，党员40人。",
    "本科以上475人（其中全日制133人），占81.3%。",
    "受理约10件（其中立案15件）。",
    "超10件，其中立案15件。",
    "生产总值120亿元，按可比价格计算增长8%。",
    "占比超过100家的60%。",
    "价格指数为100.7，同比上涨0.7%。",
    "产量比上年增加17万吨，增长20.6%。",
    "造林148万亩，其中南山43万亩，修复草原517万亩，治理23万亩。",
]


@pytest.mark.parametrize("text", TRAPS)
def test_a_trap_is_no_failure(text):
    assert [each for each in found(text) if each[1] == "fails"] == []


@pytest.mark.parametrize("text", TRAPS[-3:])
def test_what_would_be_nonsense_is_not_computed(text):
    assert found(text) == []


def test_the_parts_end_with_their_bracket():
    text = "征集42期(其中重大决策意见征集18期)、网上调查24期。"
    assert [each for each in found(text) if each[1] != "cannot_tell"] == []


def test_the_bundled_report_holds_with_every_quote_in_its_place():
    entries = outline(open_report(None, None).report)
    findings = list(audit(entries))
    assert [each.arithmetic for each in findings if each.verdict == "holds"] == [
        "3 + 4 = 7",
        "11692 + 900 + 4 = 12596",
    ]
    assert not [each for each in findings if each.verdict == "fails"]
    for each in findings:
        text = entries.find(each.path).fields[each.field]
        assert tuple(text[start:end] for start, end in each.spans) == each.quotes


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the shared reports")
def test_nothing_in_seventy_years_of_reports_is_said_to_fail():
    for path in sorted((SHARED / "corpus").glob("*.txt")):
        failed = [each for each in of_text(path.read_text("utf-8")) if each.verdict == "fails"]
        assert failed == []


whole = st.integers(1, 10**6)


@settings(max_examples=200)
@given(st.lists(whole, min_size=2, max_size=5))
def test_parts_that_sum_to_their_whole_always_hold(numbers):
    parts = "、".join(
        f"第{name}类{number}件" for name, number in zip("甲乙丙丁戊", numbers, strict=False)
    )
    results = found(f"受理案件{sum(numbers)}件，其中{parts}。")
    assert [each[1] for each in results if each[0] == "parts"] == ["holds"]


@settings(max_examples=200)
@given(whole, whole, st.integers(0, 2))
def test_a_share_that_was_rounded_from_two_counts_never_fails(part, rest, places):
    of = part + rest
    percent = f"{part * 100 / of:.{places}f}"
    results = found(f"受理{of}件，审结{part}件，占{percent}%。")
    assert "fails" not in [each[1] for each in results]
    if float(percent) > 0:
        assert [each[1] for each in results if each[0] == "share"] == ["holds"]


@settings(max_examples=200)
@given(whole, whole, st.integers(0, 2))
def test_a_change_that_was_rounded_from_two_counts_always_holds(before, after, places):
    rate = (after - before) * 100 / before
    verb, way = ("增长", "增至") if rate >= 0 else ("下降", "降至")
    results = found(f"案件由{before}件{way}{after}件，{verb}{abs(rate):.{places}f}%。")
    assert [each[1] for each in results if each[0] == "change"] == ["holds"]
