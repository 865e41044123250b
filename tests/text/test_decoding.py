"""Files are UTF-8; what is not is told by place and by a guess."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporttui.text.decoding import WrongEncoding, decode_utf8

SHARED = Path(__file__).parents[2].parent / "shared"

SIMPLIFIED = "id: licheng-2024\ntitle: 泉州市鲤城区人民政府关于2024年法治政府建设情况的报告\n"
TRADITIONAL = "id: taipei\ntitle: 臺北市政府民國一百年施政報告，市民對本府的工作\n"


def failure(data):
    with pytest.raises(WrongEncoding) as caught:
        decode_utf8(data)
    return caught.value


def test_utf_8_is_decoded_with_and_without_a_byte_order_mark():
    assert decode_utf8(SIMPLIFIED.encode()) == (SIMPLIFIED, False)
    assert decode_utf8(SIMPLIFIED.encode("utf-8-sig")) == (SIMPLIFIED, True)
    assert decode_utf8(b"") == ("", False)


def test_newlines_of_every_system_become_one():
    assert decode_utf8(b"a\r\nb\rc\nd\r\r\ne").text == "a\nb\nc\nd\n\ne"


def test_only_the_first_byte_order_mark_is_one():
    assert decode_utf8("\ufeff\ufeff甲".encode()).text == "\ufeff甲"


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        (b"\xff", 1, 1, 0xFF),
        ("甲乙".encode() + b"\x80", 1, 3, 0x80),
        ("甲\n乙丙".encode() + b"\xc3(", 2, 3, 0xC3),
        ("甲\r\n乙\r丙".encode() + b"\xfe", 3, 2, 0xFE),
        ("\ufeff甲".encode() + b"\xe4\xb8", 1, 2, 0xE4),
        (b"a\n\xed\xa0\x80", 2, 1, 0xED),
        (b"a\n\xc0\xaf", 2, 1, 0xC0),
    ],
)
def test_the_first_bad_byte_is_told_by_line_column_and_value(data, line, column, byte):
    error = failure(data)
    assert (error.line, error.column, error.byte) == (line, column, byte)
    assert f"{line}:{column}" in str(error)


@pytest.mark.parametrize(
    ("text", "codec", "guess"),
    [
        (SIMPLIFIED, "gb18030", "GB18030"),
        (TRADITIONAL, "gb18030", "GB18030"),
        (TRADITIONAL, "big5", "Big5"),
        (SIMPLIFIED, "utf-16", "UTF-16"),
        (SIMPLIFIED, "utf-16-le", "UTF-16"),
        (SIMPLIFIED, "utf-16-be", "UTF-16"),
        (TRADITIONAL, "utf-16-be", "UTF-16"),
        ("id: café\nissuer: Québec\n", "utf-16-le", "UTF-16"),
        ("Québec, café, naïve, à côté", "latin-1", None),
        ("отчёт о работе правительства", "koi8-r", None),
    ],
)
def test_an_encoding_is_guessed_by_frequent_characters(text, codec, guess):
    assert failure(text.encode(codec)).guess == guess


def test_a_utf_8_file_with_a_bad_byte_is_not_taken_for_another_encoding():
    assert failure((SIMPLIFIED * 3).encode() + b"\xff\xff\n").guess is None
    assert failure((SIMPLIFIED * 3).encode()[:-2]).guess is None


def test_a_long_file_is_guessed_by_its_beginning():
    for shift in ("", "x"):
        data = (shift + "人民政府" * 10000).encode("gb18030")
        assert failure(data).guess == "GB18030"
        assert failure(data + b"\xff").guess == "GB18030"


def is_utf_8(data):
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@given(st.one_of(st.binary(), st.text().map(str.encode)))
def test_any_bytes_are_decoded_or_told(data):
    if is_utf_8(data):
        text = data.decode("utf-8").removeprefix("\ufeff")
        assert decode_utf8(data).text == "\n".join(re.split("\r\n|\r|\n", text))
    else:
        error = failure(data)
        assert error.byte in data
        assert error.byte >= 0x80


@pytest.mark.skipif(not SHARED.exists(), reason=f"no reports at {SHARED}")
@pytest.mark.parametrize("codec", ["gb18030", "utf-16-le", "utf-16-be"])
def test_real_reports_in_other_encodings_are_recognised(codec):
    expected = "GB18030" if codec == "gb18030" else "UTF-16"
    for path in sorted(SHARED.glob("corpus/*.txt")):
        data = path.read_text(encoding="utf-8").encode(codec)
        assert failure(data).guess == expected, path.name
