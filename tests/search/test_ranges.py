"""What stands behind `value` is read as reports print numbers."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reporttui.search.printing import printed
from reporttui.search.query import parse
from reporttui.search.ranges import BadRangeError, read_range
from reporttui.search.tree import Range


def between(low, high, unit=""):
    return Range(low and Decimal(low), high and Decimal(high), unit=unit)


def above(low, unit="", is_open=False):
    return Range(Decimal(low), None, is_open, unit)


def below(high, unit="", is_open=False):
    return Range(None, Decimal(high), is_open, unit)


@pytest.mark.parametrize(
    ("operator", "text", "expected"),
    [
        (":", "20", between("20", "20")),
        ("=", "20", between("20", "20")),
        (">", "100", above("100", is_open=True)),
        (">=", "100", above("100")),
        ("≥", "100", above("100")),
        ("<", "100", below("100", is_open=True)),
        ("<=", "100", below("100")),
        ("≤", "100", below("100")),
        (">=", "20万", above("200000")),
        (">=", "1.5亿元", above("150000000", "元")),
        (">", "1,000件", above("1000", "件", is_open=True)),
        (":", "95.20%", between("95.20", "95.20", "%")),
        (":", "９５％", between("95", "95", "%")),
        (":", "八成", between("80", "80", "%")),
        (":", "百分之五", between("5", "5", "%")),
        (":", "三百二十", between("320", "320")),
        (">", "-5", above("-5", is_open=True)),
        ("<", "－5", below("-5", is_open=True)),
        (":", "−1.5个百分点", between("-1.5", "-1.5", "百分点")),
    ],
)
def test_numbers_are_read_as_reports_print_them(operator, text, expected):
    assert read_range(operator, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "10..50",
        "10...50",
        "10…50",
        "10……50",
        "10~50",
        "10～50",
        "10-50",
        "10－50",
        "10—50",
        "10——50",
        "10–50",
        "10至50",
        "10到50",
        "50..10",
        "１０..５０",
    ],
)
def test_a_range_is_written_in_many_ways(text):
    assert read_range(":", text) == read_range("=", text) == between("10", "50")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10..", between("10", None)),
        ("..50", between(None, "50")),
        ("-5..5", between("-5", "5")),
        ("-5..-3", between("-5", "-3")),
        ("-5--3", between("-5", "-3")),
        ("-3..-5", between("-5", "-3")),
        ("10万..20万", between("100000", "200000")),
        ("10件..20件", between("10", "20", "件")),
        ("10..20件", between("10", "20", "件")),
        ("10%..", between("10", None, "%")),
        ("1.5..2.5", between("1.5", "2.5")),
    ],
)
def test_an_end_may_be_missing_below_zero_or_have_a_unit(text, expected):
    assert read_range(":", text) == expected


@pytest.mark.parametrize("operator", [":", ">="])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "件",
        "..",
        "-",
        "5x5",
        "超20",
        "约20件",
        "20以上",
        "1..2..3",
        "数百",
        "1/3",
        "5,0",
        "10件..20人",
        "5 5",
        "5件案",
        "..x",
        "x..",
        "20\n",
    ],
)
def test_anything_else_is_no_number(operator, text):
    with pytest.raises(BadRangeError):
        read_range(operator, text)


@pytest.mark.parametrize("operator", [">", "<="])
def test_a_comparison_takes_no_range(operator):
    with pytest.raises(BadRangeError):
        read_range(operator, "10..50")


@given(
    st.sampled_from([":", "=", ">", ">=", "<", "<=", "≥", "≤"]),
    st.text(st.sampled_from("0123456789.,万亿%件-－−~…至百成零〇１x "), max_size=12)
    | st.text(max_size=8),
)
@example(":", "9" * 400)
@example(">", "1" * 400 + "亿")
def test_every_text_is_a_range_or_a_bad_one(operator, text):
    try:
        wanted = read_range(operator, text)
    except BadRangeError:
        return
    ends = [end for end in wanted[:2] if end is not None]
    assert ends
    assert ends == sorted(ends)
    assert parse(printed(wanted)).tree == wanted


def as_printed(draw, number):
    """A way to print a whole number."""
    ways = [
        str(number),
        f"{number:,}",
        str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    ]
    if number and number % 1000 == 0:
        ways.append(f"{number / 10000:g}万")
    return draw(st.sampled_from(ways))


@given(
    st.data(),
    st.integers(0, 500).map(lambda n: n * 1000) | st.integers(0, 99),
    st.integers(0, 99999),
)
def test_ends_are_found_again_however_they_are_printed(data, low, more):
    high = low + more
    text = f"{as_printed(data.draw, low)}..{as_printed(data.draw, high)}"
    assert read_range(":", text) == between(Decimal(low), Decimal(high))
