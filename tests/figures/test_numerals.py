from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporttui.figures.numerals import numerals

SIGNS = "0123456789０５．，,.零〇一二三四五六七八九两十百千万亿萬億余多点百分之第数几来-—+:/A件年 "


def numbers(text):
    return [str(numeral.value) for numeral in numerals(text)]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("504", "504"),
        ("95.20", "95.20"),
        ("12,596", "12596"),
        ("1,234,567.8", "1234567.8"),
        ("１２，５９６．７", "12596.7"),
        ("20，300", "20300"),
        ("115万", "1150000"),
        ("24.2万", "242000"),
        ("1.7万亿", "1700000000000"),
        ("12000万", "120000000"),
        ("3千", "3000"),
        ("5百万", "5000000"),
        ("1万6千", "16000"),
        ("3万4000", "34000"),
        ("1亿2000万", "120000000"),
        ("十", "10"),
        ("十五", "15"),
        ("二十", "20"),
        ("三百二十五", "325"),
        ("一百零五", "105"),
        ("一千三百万", "13000000"),
        ("一亿二千万", "120000000"),
        ("十五万六千七百", "156700"),
        ("五百六十六萬九千一百四十四", "5669144"),
        ("三万亿", "3000000000000"),
        ("两千", "2000"),
        ("十七点五", "17.5"),
        ("四點二", "4.2"),
        ("三点五万", "35000"),
        ("一九八〇", "1980"),
        ("二○二四", "2024"),
        ("百分之百", "100"),
        ("百分之二十", "20"),
        ("百分之17.5", "17.5"),
    ],
)
def test_a_number_is_read_whole(printed, value):
    (numeral,) = numerals(f"共{printed}件")
    assert str(numeral.value) == value
    assert (numeral.start, numeral.end) == (1, 1 + len(printed))


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("115万余", 1150000),
        ("20余万", 200000),
        ("400多", 400),
        ("1万6千多", 16000),
        ("十余", 10),
        ("百余", 100),
        ("万餘", 10000),
    ],
)
def test_a_number_with_more_behind_it_is_vague(printed, value):
    (numeral,) = numerals(f"有{printed}件")
    assert (numeral.value, numeral.vague) == (value, True)
    assert numeral.end == 1 + len(printed)


def test_a_percentage_in_words_begins_at_its_first_word():
    (numeral,) = numerals("增长百分之五")
    assert (numeral.start, numeral.percent, numeral.vague) == (2, True, False)


def test_the_multiplier_is_told():
    assert [numeral.scale for numeral in numerals("5件、5万元、1.7万亿、三千")] == [
        1,
        10**4,
        10**12,
        1,
    ]


@pytest.mark.parametrize(
    "text",
    [
        # Two readings, or more than one value.
        *(
            "三四十家",
            "七八个",
            "五六百",
            "三百五",
            "一万二",
            "2万5",
            "3万50",
            "二十三百",
            "两三千",
        ),
        *("三十50", "3万20000"),
        *("数十家", "数百", "几十万", "十几个", "二十几万", "十来个", "百十"),
        # Fractions, and multipliers that are words.
        *("三分之一", "3分之1", "千分之三", "万分之五", "百万职工", "千万", "万众", "亿万", "百货"),
        # Names, codes, dates, times, ratios, sums.
        *("H5", "COVID-19", "PM2.5", "qz01100-3000-2025-00017", "2025-01-21", "11:23", "12:45:43"),
        *("8+4", "1/3", "2024/5", "1.2.3", "3∶1", "8×8"),
        # Clock times in words, numbers that nobody can mean.
        *("八点三十分", "9" * 21, "万" * 30, "万亿" * 9),
    ],
)
def test_what_can_be_read_in_two_ways_or_is_a_name_is_not_read(text):
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2024,300件", ["2024", "300"]),
        ("1,23件", ["1", "23"]),
        ("1,2345件", ["1", "2345"]),
        ("20、300件", ["20", "300"]),
        ("案件数210件", ["210"]),
        ("5千克", ["5"]),
        ("3百分点", ["3"]),
        ("5G基站300个", ["5", "300"]),
        ("3万5万", []),
        ("1.深入", ["1"]),
    ],
)
def test_numbers_that_stand_close_are_kept_apart(text, values):
    assert numbers(text) == values


@settings(deadline=None)
@given(st.text() | st.text(SIGNS))
def test_every_text_is_read_and_numerals_stand_in_order_in_it(text):
    end = 0
    for numeral in numerals(text):
        assert end <= numeral.start < numeral.end <= len(text)
        assert numeral.value.is_finite()
        assert numeral.value >= 0
        end = numeral.end


@settings(deadline=None)
@given(st.integers(0, 10**15), st.sampled_from(["", "件", "万", "%"]))
def test_digits_say_their_number_in_every_width_and_grouping(number, behind):
    wide = str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    times = 10**4 if behind == "万" else 1
    for printed in (str(number), wide, f"{number:,}", f"{number:,}".replace(",", "，")):
        assert numbers(f"共{printed}{behind}") == [str(number * times)]


def in_chinese(number):
    """Writes a number below ten thousand as it is read aloud."""
    digits = "零一二三四五六七八九"
    written, gap = "", False
    for place, times in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            written += ("零" if gap and written else "") + digits[digit] + times
        gap = not digit
    return written


@settings(deadline=None)
@given(st.integers(1, 9999), st.integers(1, 9999))
def test_chinese_numerals_say_their_number(many, few):
    assert numbers(in_chinese(many)) == [str(many)]
    rest = in_chinese(few) if few >= 1000 else "零" + in_chinese(few)
    assert numbers(in_chinese(many) + "万" + rest) == [str(many * 10**4 + few)]
    assert Decimal(numbers(in_chinese(many) + "亿")[0]) == many * 10**8
