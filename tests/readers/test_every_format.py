"""The same report in every format becomes the same tree."""

from __future__ import annotations

import pytest
from docx_files import docx, p, r
from html_pages import ATTACHMENT, BODY, NOISE, PORTALS, SIGNED, TITLE, unknown, wechat, word
from pdf_files import Page, Piece, body, centred, pdf

from reporttui.readers.reading import read
from reporttui.report.outline import outline


def told(report):
    return [(entry.path, entry.section.number, entry.section.title) for entry in outline(report)]


EXPECTED = [
    ("0", "", TITLE),
    ("1", "一、", "主要工作情况"),
    ("1.1", "（一）", "推进项目建设。"),
    ("2", "二、", "存在的问题"),
]
TEXT = "\n".join([TITLE, "", *BODY, *SIGNED])


def as_docx():
    return docx("".join(p(r(text)) for text in (TITLE, *BODY, *SIGNED)))


def as_pdf():
    lines = [line for text in BODY for line in filled(text)]
    signed = [Piece(380, 300 - 28 * at, text) for at, text in enumerate(SIGNED)]
    return pdf(Page((centred(TITLE, 760), *body(lines, top=700), *signed)))


def filled(text, cells=56):
    """Wrap a paragraph with its first line indented, as a page of 28 characters has it."""
    line, wide = "　　", 4
    for char in text:
        if wide >= cells - 1:
            yield line
            line, wide = "", 0
        line, wide = line + char, wide + (1 if char.isascii() else 2)
    yield line


@pytest.mark.parametrize(
    ("made", "extension"),
    [
        (lambda: TEXT.encode(), ".txt"),
        (lambda: TEXT.encode("gb18030"), ".txt"),
        (lambda: "\n\n".join([f"# {TITLE}", *BODY, *SIGNED]).encode(), ".md"),
        (as_docx, ".docx"),
        (as_pdf, ".pdf"),
        *((lambda page=page: page().encode(), ".html") for page in (*PORTALS, unknown, word)),
        (lambda: PORTALS[0]().replace("utf-8", "gb2312").encode("gb18030"), ".html"),
    ],
)
def test_the_tree_is_the_same(made, extension):
    report = read(made(), extension, "name").report
    assert told(report) == EXPECTED
    assert report.sections[0].text == BODY[1]
    assert (report.signed, report.signed_date) == SIGNED
    assert (report.year, report.dated) == (2024, "2025-01-15")


@pytest.mark.parametrize("page", [*PORTALS, unknown])
def test_a_portals_page_gives_its_metadata_and_none_of_its_furniture(page):
    report, account = read(page().encode(), ".html", "name")
    assert report.index_number == "qx00100-2025-0007"
    assert report.document_number == "青政〔2025〕3号"
    assert report.issuer == "青溪县人民政府"
    assert report.published == "2025-01-20T09:30"
    assert report.source == "青溪县人民政府办公室"
    tree = "".join("".join(entry.fields.values()) for entry in outline(report))
    left_out = "".join(remark.text for remark in (*account.left_out, *account.recognised))
    for furniture in (*NOISE, ATTACHMENT):
        bare = "".join(furniture.split())
        assert bare not in "".join(tree.split()), furniture
        assert bare in "".join(left_out.split()), furniture


def test_an_article_of_wechat_is_read():
    report = read(wechat().encode(), ".html", "name").report
    assert told(report)[1:] == EXPECTED[1:]


def test_words_own_numbering_and_headings_make_the_outline():
    from docx_files import abstract, level, num, numbered

    numbering = abstract(
        1, level(0, "%1、", "chineseCounting"), level(1, "（%2）", "chineseCounting")
    ) + num(1, 1)
    report = read(
        docx(
            p(r(TITLE))
            + numbered(r("主要工作情况"), 1)
            + p(r(BODY[1]))
            + numbered(r("推进项目建设。全年开工项目48个，竣工36个。"), 1, 1)
            + numbered(r("存在的问题"), 1)
            + p(r(BODY[4])),
            numbering=numbering,
        ),
        ".docx",
        "name",
    ).report
    assert told(report) == EXPECTED


def test_figures_in_tables_are_figures():
    from docx_files import table

    from reporttui.figures.naming import with_figures

    report = read(
        docx(p(r(TITLE)) + p(r(BODY[0])) + table(("收入", "125.5万元"), ("支出", "98%"))),
        ".docx",
        "name",
    ).report
    assert report.sections[0].text == "收入\t125.5万元\n支出\t98%"
    metrics = [metric for _, metric in outline(with_figures(report)[0]).metrics()]
    assert [(metric.value, metric.unit) for metric in metrics] == [(1255000, "元"), (98, "%")]
