"""Bytes of any sort become a report, or one clear problem."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporttui.readers.ids import id_of
from reporttui.readers.reading import read
from reporttui.report.building import load
from reporttui.report.files import UnreadableFile
from reporttui.report.writing import dump

TEXT = "青石县2024年工作报告\n\n　　一、情况\n\n　　办理案件125件，同比增长3.2%，群众满意度不断提升。\n"


def problem_of(data, extension):
    try:
        read(data, extension, "name")
    except UnreadableFile as bad:
        return bad.problems[0].code
    return ""


def refused(data, extension=""):
    with pytest.raises(UnreadableFile) as caught:
        read(data, extension, "name")
    return caught.value.problems[0].code


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030", "gbk"])
def test_text_is_read_in_every_encoding(codec):
    report, account = read(TEXT.encode(codec), ".txt", "name")
    assert report.title == "青石县2024年工作报告"
    assert report.year == 2024
    assert report.sections[0].title == "情况"
    assert account.doubts == ()


def test_traditional_text_is_read_in_big5():
    text = "南灣市政府2023年度社會福利工作報告\n\n一、辦理情形\n\n本年度辦理補助125件，較前一年度增加。\n"
    report, account = read(text.encode("big5"), ".txt", "name")
    assert (report.title, account.encoding) == ("南灣市政府2023年度社會福利工作報告", "Big5")


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_single_bad_bytes_are_survived_and_told(codec):
    before, after = TEXT.encode(codec).split("125".encode(codec))
    report, account = read(before + b"\xff" + after, ".txt", "name")
    assert "\ufffd" in report.sections[0].text
    bad = next(each for each in account.doubts if each.reason == "bytes that are no character")
    assert (bad.text, bad.line) == ("ff", 5)


@pytest.mark.parametrize(
    ("data", "extension", "code"),
    [
        (b"", ".txt", "document-empty"),
        (b" \n\t\n", ".md", "document-empty"),
        (b"\0\0\0\0", ".txt", "document-empty"),
        (bytes(range(256)) * 9, ".txt", "no-known-encoding"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, ".txt", "no-known-encoding"),
        (b"\x7fELF" + b"\1" * 99, "", "no-known-encoding"),
        (b"%PDF-1.7\n" + b"x" * 99, ".txt", "wrong-extension"),
        (b"PK\3\4" + b"x" * 99, ".pdf", "wrong-extension"),
        (b"<!DOCTYPE html><html><body><p>x</p>", ".txt", "wrong-extension"),
        (TEXT.encode(), ".docx", "not-the-format"),
        (TEXT.encode(), ".pdf", "not-the-format"),
        (TEXT.encode(), ".xyz", "unknown-format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".doc", "old-word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".txt", "old-word"),
        (b"%PDF-1.7\n" + b"x" * 99, ".pdf", "pdf-damaged"),
        (b"PK\3\4" + b"x" * 99, ".docx", "docx-damaged"),
        ("只有标题的报告\n".encode(), ".txt", "document-no-text"),
    ],
)
def test_bad_input_is_one_problem(data, extension, code):
    assert refused(data, extension) == code


def test_without_an_extension_the_bytes_tell():
    assert read(TEXT.encode(), "", "name").account.format == "txt"
    page = f"<!DOCTYPE html><html><body><h1>青石县工作报告</h1><p>{'办理案件125件。' * 20}</p></body></html>"
    assert read(page.encode(), "", "name").account.format == "html"
    assert refused(b"%PDF-1.4 nothing") == "pdf-damaged"


def test_a_text_beyond_the_limit_is_refused():
    assert refused(("办理案件一百二十五件。" * 400_000).encode(), ".txt") == "text-too-long"


@pytest.mark.parametrize(
    ("stem", "report_id"),
    [
        ("licheng-2024.source", "licheng-2024-source"),
        ("鲤城2024", "licheng-2024"),
        ("青石县 工作报告（定稿）", "qingshixian-gongzuobaogao-dinggao"),
        ("A_B", "a-b"),
        ("…", "report"),
        ("<stdin>", "stdin"),
    ],
)
def test_a_file_name_becomes_an_id(stem, report_id):
    assert id_of(stem) == report_id


@given(st.text(min_size=1, max_size=40))
def test_every_name_becomes_an_id_that_our_form_takes(stem):
    report = read(TEXT.encode(), ".txt", stem).report
    assert load(dump(report).encode()).report == report


@given(st.binary(max_size=200), st.sampled_from(["", ".txt", ".md", ".html", ".docx", ".pdf"]))
def test_no_bytes_whatever_are_more_than_a_problem(data, extension):
    assert problem_of(data, extension) != "reader-fault"
