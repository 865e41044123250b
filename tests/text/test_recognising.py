"""Text of any encoding is read, over bytes that are wrong, missing or too many."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporttui.text.recognising import NoText, decode

TEXT = (
    "区人民政府认真贯彻落实各项部署，扎实推进依法行政工作，全年办理行政复议案件一百二十五件，"
    "开展法治宣传教育活动三十余场次，群众满意度不断提升。下一步将继续深化改革，优化服务，"
    "推动经济社会发展和法治政府建设取得新的成效。"
) * 3


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("gbk", "GB18030"),
        ("gb18030", "GB18030"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
    ],
)
def test_the_encoding_is_recognised(codec, name):
    assert decode(TEXT.encode(codec)) == (TEXT, name, ())


def test_traditional_text_is_big5():
    text = "市政府本年度積極推動各項建設，財政收入增加，教育與文化事業發展，市民生活改善。" * 3
    assert decode(text.encode("big5")) == (text, "Big5", ())


@given(
    st.sampled_from(["utf-8", "gbk", "utf-16"]),
    st.integers(2, len(TEXT) - 3),
    st.integers(0, 1),
    st.sampled_from(["replaced", "lost", "added"]),
)
def test_a_bad_byte_harms_its_neighbours_only(codec, at, half, how):
    before, after = TEXT[:at].encode(codec), TEXT[at:].encode(codec).removeprefix(b"\xff\xfe")
    if half:
        before, after = before + after[:1], after[1:]
    data = (
        before + {"replaced": b"\xff" + after[1:], "lost": after[1:], "added": b"\xff" + after}[how]
    )
    found = decode(data)
    same = 0
    while same < len(found.text) and found.text[same] == TEXT[same]:
        same += 1
    behind = 0
    while behind < len(found.text) - same and found.text[-1 - behind] == TEXT[-1 - behind]:
        behind += 1
    assert len(TEXT) - same - behind <= 12
    assert found.bad or codec == "utf-16"


def test_utf_8_is_sure_of_itself_also_without_frequent_characters():
    table = "茄子韭菜芹菜菠菜莴苣蕨菜" * 20
    data = table.encode()
    found = decode(data[:300] + b"\xff" + data[300:])
    assert found.encoding == "UTF-8"
    assert [bad.data for bad in found.bad] == [b"\xff"]


@pytest.mark.parametrize("data", [b"\xff" * 99, bytes(range(256)) * 9, b"\0" * 99, b"\x89PNG\r\n"])
def test_what_is_no_text_is_none(data):
    with pytest.raises(NoText):
        decode(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_none(data):
    try:
        found = decode(data)
    except NoText:
        return
    assert "\r" not in found.text
