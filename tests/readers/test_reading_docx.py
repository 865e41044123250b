import re
import struct
from io import BytesIO
from zipfile import ZIP_LZMA, ZIP_STORED, ZipFile

import pytest
from docx_files import (
    STRICT_W,
    W,
    abstract,
    cell,
    docx,
    field,
    level,
    num,
    numbered,
    p,
    r,
    row,
    style,
    styled,
    table,
    zipped,
)
from hypothesis import given
from hypothesis import strategies as st

from reporttui.readers.docx import log as docx_log
from reporttui.readers.docx import parts as docx_parts
from reporttui.readers.docx.reader import read
from reporttui.report.files import UnreadableFile


def texts(body, **parts):
    return [paragraph.text for paragraph in read(docx(body, **parts)).paragraphs]


def only(body, **parts):
    (paragraph,) = read(docx(body, **parts)).paragraphs
    return paragraph


def left_out(source):
    return [(remark.reason, remark.text) for remark in source.left_out]


def doubts(source):
    return [(remark.reason, remark.text) for remark in source.doubts]


def problem(data):
    with pytest.raises(UnreadableFile) as caught:
        read(data)
    (found,) = caught.value.problems
    return found.code, dict(found.values)


# Text


def test_paragraphs_come_in_order_with_their_ordinal_and_the_blank_ones_as_gaps():
    source = read(docx(p("甲") + p() + p("乙")))
    assert [(each.text, each.line, each.gap) for each in source.paragraphs] == [
        ("甲", 1, False),
        ("乙", 3, True),
    ]


def test_text_inside_of_wrappers_counts():
    wrapped = "".join(
        f"<w:{tag}>{r(text)}</w:{tag}>"
        for tag, text in (("hyperlink", "链"), ("smartTag", "签"), ("ins", "增"), ("moveTo", "移"))
    )
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('控件')}</w:sdtContent></w:sdt>"
    assert texts(p(wrapped) + control) == ["链签增移", "控件"]


def test_a_line_break_begins_a_new_paragraph():
    assert texts(p(f"{r('上')}<w:r><w:br/></w:r>{r('中')}<w:r><w:cr/></w:r>{r('下')}")) == [
        "上",
        "中",
        "下",
    ]


def test_tabs_hyphens_and_symbols_become_characters():
    run = '<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:noBreakHyphen/><w:sym w:char="2103"/></w:r>'
    assert texts(p(run)) == ["一\t二-℃"]


def test_a_symbol_of_a_font_stays_and_is_doubtful():
    source = read(docx(p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t></w:r>')))
    assert source.paragraphs[0].text == "\uf0fe是"
    assert doubts(source) == [("private-use character", "\uf0fe")]


@pytest.mark.parametrize("code", ["D800", "0001", "FFFF", "110000", "zz", ""])
def test_a_symbol_that_is_no_character_is_named(code):
    source = read(docx(p(f'<w:r><w:sym w:font="F" w:char="{code}"/><w:t>是</w:t></w:r>')))
    assert source.paragraphs[0].text == "是"
    assert doubts(source) == [("symbol without a character", f"F {code}")]


def test_a_soft_hyphen_is_left_out():
    source = read(docx(p("<w:r><w:t>co</w:t><w:softHyphen/><w:t>op</w:t></w:r>")))
    assert source.paragraphs[0].text == "coop"
    assert left_out(source) == [("line-wrap hyphen", "\u00ad")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("w", [W, STRICT_W])
def test_both_encodings_and_both_editions_are_read(encoding, w):
    assert texts(p("政府工作报告"), encoding=encoding, w=w) == ["政府工作报告"]


def test_a_text_box_is_placed_once_after_its_paragraph():
    box = f"<w:txbxContent>{p('框中')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    source = read(docx(p(f"{r('前')}{both}{r('后')}") + p("下段")))
    assert [each.text for each in source.paragraphs] == ["前后", "框中", "下段"]
    assert doubts(source) == [("text box placed", "框中")]
    assert left_out(source) == []


def test_an_alternative_with_other_words_is_listed():
    both = (
        f"<mc:AlternateContent><mc:Choice>{r('新')}</mc:Choice>"
        f"<mc:Fallback>{r('旧')}</mc:Fallback></mc:AlternateContent>"
    )
    source = read(docx(p(both)))
    assert source.paragraphs[0].text == "新"
    assert left_out(source) == [("alternative content", "旧")]


def test_an_equation_gives_its_characters_and_a_doubt():
    source = read(docx(p(f"{r('设')}<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>")))
    assert source.paragraphs[0].text == "设x=2"
    assert doubts(source) == [("equation", "x=2")]


# Form


def test_headings_are_known_by_level_by_name_and_through_the_chain():
    styles = (
        style("a", title="heading 2")
        + style("b", based="a")
        + style("c", '<w:outlineLvl w:val="0"/>')
        + style("d", title="标题 3")
    )
    body = "".join(styled(name, name) for name in "abcd")
    body += p("e", '<w:outlineLvl w:val="4"/>') + styled("f", "a", '<w:outlineLvl w:val="9"/>')
    found = read(docx(body, styles=styles)).paragraphs
    assert [each.heading for each in found] == [2, 2, 1, 3, 5, 0]


def test_a_title_is_centred_and_no_heading():
    paragraph = only(styled("报告", "t"), styles=style("t", title="Title"))
    assert (paragraph.align, paragraph.heading) == ("centre", 0)


def test_alignment_is_inherited_and_overridden():
    styles = style("a", '<w:jc w:val="center"/>') + style("b", based="a")
    body = (
        styled("一", "b")
        + styled("二", "b", '<w:jc w:val="both"/>')
        + p("三", '<w:jc w:val="end"/>')
    )
    found = read(docx(body, styles=styles)).paragraphs
    assert [each.align for each in found] == ["centre", "", "right"]


def test_an_indented_first_line_is_told():
    body = (
        p("一", '<w:ind w:firstLineChars="200"/>')
        + p("二", '<w:ind w:firstLine="0" w:firstLineChars="0"/>')
        + p("　　三")
        + p("四", '<w:ind w:hanging="420"/>')
    )
    found = read(docx(body)).paragraphs
    assert [(each.text, each.indented) for each in found] == [
        ("一", True),
        ("二", False),
        ("三", True),
        ("四", False),
    ]


@pytest.mark.parametrize(
    ("runs", "bold"),
    [
        (r("深入") + r("推进"), 0),
        (r("深入。", "<w:b/>") + r("推进"), 3),
        (r("深入。", '<w:b w:val="1"/>') + r(" ") + r("推进"), 3),
        (r(" 深入", "<w:b/>") + r("推进", '<w:b w:val="0"/>'), 2),
        (r("深入", "<w:bCs/>"), 0),
        (r("深入", '<w:rStyle w:val="strong"/>'), 2),
    ],
)
def test_the_bold_beginning_is_measured(runs, bold):
    styles = style("strong", kind="character", run="<w:b/>")
    assert only(p(runs), styles=styles).bold == bold


def test_bold_of_a_paragraph_style_is_unset_by_a_bold_character_style():
    styles = style("h", run="<w:b/>") + style("s", kind="character", run="<w:b/>")
    paragraph = only(styled(r("粗") + r("细", '<w:rStyle w:val="s"/>'), "h"), styles=styles)
    assert paragraph.bold == 1


# Tables


def test_a_row_is_a_paragraph_with_its_cells_parted():
    source = read(docx(p("前") + table(["指标", "数值"], ["收入", p("12") + p("亿元")]) + p("后")))
    assert [(each.text, each.row) for each in source.paragraphs] == [
        ("前", False),
        ("指标\t数值", True),
        ("收入\t12 亿元", True),
        ("后", False),
    ]


def test_tabs_and_breaks_in_a_cell_are_spaces():
    assert texts(
        table(["<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "d"])
    ) == ["a b c\td"]


def test_spanned_columns_and_merged_rows_keep_the_columns_of_the_others():
    body = (
        "<w:tbl>"
        + row(
            [cell("甲", '<w:vMerge w:val="restart"/>'), cell("乙", '<w:gridSpan w:val="2"/>'), "丙"]
        )
        + row([cell(p(), "<w:vMerge/>"), "1", "2", "3"])
        + row(["尾"], '<w:gridBefore w:val="2"/>')
        + "</w:tbl>"
    )
    assert texts(body) == ["甲\t乙\t\t丙", "\t1\t2\t3", "\t\t尾"]


def test_a_nested_table_keeps_the_order_of_its_characters():
    nested = p("外") + table(["内一", "内二"], ["内三", "内四"]) + p()
    assert texts(table(["左", nested, "右"])) == ["左\t外", "内一\t内二", "内三\t内四", "\t右"]


def test_a_table_of_one_cell_is_a_frame():
    source = read(docx(table([p("一、总体") + p("正文")])))
    assert [(each.text, each.row) for each in source.paragraphs] == [
        ("一、总体", False),
        ("正文", False),
    ]


def test_a_span_beyond_reason_is_bounded():
    assert len(only(table([cell("甲", '<w:gridSpan w:val="999999999"/>'), "乙"])).text) < 100


# Numbering

OFFICIAL = abstract(
    0,
    level(0, "%1、", "chineseCounting"),
    level(1, "（%2）", "chineseCountingThousand"),
    level(2, "%3.", suffix="tab"),
) + num(1, 0)


def test_numbers_are_printed_by_level_and_restart_below_a_higher_one():
    body = "".join(
        numbered(text, 1, at)
        for text, at in (("甲", 0), ("乙", 1), ("丙", 1), ("丁", 0), ("戊", 1), ("己", 2))
    )
    assert texts(body, numbering=OFFICIAL) == [
        "一、甲",
        "（一）乙",
        "（二）丙",
        "二、丁",
        "（一）戊",
        "1. 己",
    ]


def test_numbers_come_from_styles_by_the_level_that_is_linked_to_them():
    numbering = abstract(
        0,
        level(0, "第%1章 ", "chineseCounting", more='<w:pStyle w:val="h1"/>'),
        level(1, "%1.%2 ", more='<w:pStyle w:val="h2"/><w:isLgl/>'),
    ) + num(1, 0)
    in_list = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = (
        style("h1", in_list, title="heading 1") + style("h2", in_list) + style("own", based="h2")
    )
    body = styled("总则", "h1") + styled("目的", "h2") + styled("范围", "own")
    body += styled("无", "h2", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    found = read(docx(body, styles=styles, numbering=numbering)).paragraphs
    assert [each.text for each in found] == ["第一章 总则", "1.1 目的", "1.2 范围", "无"]
    assert found[0].heading == 1


def test_lists_that_share_a_definition_go_on_counting_and_an_override_restarts():
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = abstract(0, level(0, "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, restart)
    body = "".join(numbered("x", which) for which in (1, 1, 2, 3, 3, 1))
    assert texts(body, numbering=numbering) == ["1.x", "2.x", "3.x", "5.x", "6.x", "7.x"]


def test_a_level_may_never_restart():
    numbering = abstract(
        0, level(0, "%1."), level(1, "第%2条", more='<w:lvlRestart w:val="0"/>')
    ) + num(1, 0)
    body = "".join(numbered("", 1, at) for at in (0, 1, 1, 0, 1))
    assert texts(body, numbering=numbering) == ["1.", "第1条", "第2条", "2.", "第3条"]


def test_a_list_may_be_linked_to_a_style_of_lists():
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="list"/></w:abstractNum>'
        + abstract(1, '<w:styleLink w:val="list"/>', level(0, "%1）"))
        + num(1, 0)
        + num(2, 1)
    )
    styles = style("list", '<w:numPr><w:numId w:val="2"/></w:numPr>', kind="numbering")
    assert texts(numbered("x", 1), numbering=numbering, styles=styles) == ["1）x"]


def test_a_level_may_be_overridden_as_a_whole():
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "〔%1〕", start=3)}</w:lvlOverride>'
    numbering = abstract(0, level(0, "%1.")) + num(1, 0, override)
    assert texts(numbered("x", 1), numbering=numbering) == ["〔3〕x"]


def test_a_level_below_one_never_used_takes_its_start_and_is_doubtful():
    numbering = abstract(0, level(0, "%1"), level(1, "%1.%2 ")) + num(1, 0)
    source = read(docx(numbered("x", 1, 1), numbering=numbering))
    assert source.paragraphs[0].text == "1.1 x"
    assert doubts(source) == [("number of a level never used", "1.1")]


@pytest.mark.parametrize(
    ("form", "number", "printed"),
    [
        ("decimal", 12, "12"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 7, "07"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1005, "一千零五"),
        ("chineseCountingThousand", 10203, "一万零二百零三"),
        ("japaneseCounting", 111, "百十一"),
        ("ideographDigital", 10, "一〇"),
        ("ideographTraditional", 2, "乙"),
        ("ideographTraditional", 11, "11"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("taiwaneseCounting", 15, "十五"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircleChinese", 20, "⑳"),
        ("upperLetter", 27, "AA"),
        ("lowerLetter", 3, "c"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("none", 1, ""),
        ("chineseCounting", 0, "0"),
        ("upperRoman", 999999999, "999999999"),
    ],
)
def test_numbers_are_printed_in_their_form(form, number, printed):
    numbering = abstract(0, level(0, "(%1)", form, start=number)) + num(1, 0)
    assert texts(numbered("x", 1), numbering=numbering) == [f"({printed})x"]


def test_an_unknown_form_is_decimal_and_doubtful():
    numbering = abstract(0, level(0, "%1.", "hebrew1")) + num(1, 0)
    source = read(docx(numbered("x", 1), numbering=numbering))
    assert source.paragraphs[0].text == "1.x"
    assert doubts(source) == [("form of number", "1.")]


def test_bullets_from_fonts_of_symbols_become_plain():
    wingdings = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'
    numbering = (
        abstract(
            0, level(0, "\uf0b7", "bullet", suffix="tab"), level(1, "l", "bullet", more=wingdings)
        )
        + abstract(1, level(0, "–", "bullet"))
        + num(1, 0)
        + num(2, 1)
    )
    body = numbered("x", 1) + numbered("x", 1, 1) + numbered("x", 2)
    assert texts(body, numbering=numbering) == ["• x", "•x", "–x"]


def test_a_full_width_sign_needs_no_space_after_the_number():
    numbering = abstract(0, level(0, "%1、", suffix="tab"), level(1, "%2", suffix="space")) + num(
        1, 0
    )
    assert texts(numbered("x", 1) + numbered("y", 1, 1), numbering=numbering) == ["1、x", "1 y"]


def test_numbers_in_cells_stand_in_their_cells():
    body = table([numbered("", 1), "甲"], [numbered("", 1), "乙"])
    assert texts(body, numbering=abstract(0, level(0, "%1")) + num(1, 0)) == ["1\t甲", "2\t乙"]


def test_the_bold_beginning_takes_in_the_number():
    assert only(numbered(r("深入", "<w:b/>") + r("推进"), 1), numbering=OFFICIAL).bold == 4


# What is left out


def test_tracked_deletions_are_left_out_and_insertions_stay():
    change = f"<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>{r('新')}</w:ins>"
    moved = f"<w:moveFrom>{r('走')}</w:moveFrom>"
    source = read(docx(p(r("甲") + change + moved)))
    assert source.paragraphs[0].text == "甲新"
    assert left_out(source) == [
        ("deleted by a tracked change", "旧"),
        ("deleted by a tracked change", "走"),
    ]


def test_a_deleted_paragraph_mark_joins_and_takes_no_number():
    mark = "<w:rPr><w:del/></w:rPr>"
    body = numbered("上", 1, 0, mark) + numbered("下", 1) + p("末", mark)
    source = read(docx(body, numbering=OFFICIAL))
    assert [each.text for each in source.paragraphs] == ["一、上下", "末"]
    assert source.paragraphs[0].line == 1


def test_a_deleted_row_is_left_out():
    body = "<w:tbl>" + row(["甲", "乙"]) + row(["丙", "丁"], "<w:del/>") + "</w:tbl>"
    source = read(docx(body))
    assert [each.text for each in source.paragraphs] == ["甲\t乙"]
    assert [text for _, text in left_out(source)] == ["丙", "丁"]


def test_hidden_text_is_left_out():
    source = read(docx(p(r("显") + r("隐", "<w:vanish/>") + r("现", '<w:vanish w:val="0"/>'))))
    assert source.paragraphs[0].text == "显现"
    assert left_out(source) == [("hidden text", "隐")]


def test_notes_follow_the_paragraph_that_refers_to_them():
    notes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{p("注文")}</w:footnote>'
        f'<w:footnote w:id="3">{p("无主")}</w:footnote>'
    )
    end = f'<w:endnote w:id="2">{p("尾注")}</w:endnote>'
    body = p(
        r("正")
        + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
        + r("文")
    )
    source = read(docx(body + p("后"), footnotes=notes, endnotes=end))
    assert [each.text for each in source.paragraphs] == ["正文", "注文", "尾注", "后"]
    assert doubts(source) == [("footnote placed", "注文"), ("endnote placed", "尾注")]
    assert left_out(source) == [("unused note", "无主")]


def test_a_note_in_a_cell_follows_the_row():
    reference = p(r("甲") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    notes = f'<w:footnote w:id="2">{p("注文")}</w:footnote>'
    assert texts(table([reference, "乙"]), footnotes=notes) == ["甲\t乙", "注文"]


def test_headers_footers_comments_and_page_numbers_are_left_out():
    source = read(
        docx(
            p("正文") + p(field(" PAGE ", r("7"))),
            header=p("页眉"),
            footer=p(
                r("第") + '<w:fldSimple w:instr="PAGE">' + r("3") + "</w:fldSimple>" + r("页")
            ),
            comments=f"<w:comment>{p('批注')}</w:comment>",
        )
    )
    assert [each.text for each in source.paragraphs] == ["正文"]
    assert left_out(source) == [
        ("page number", "7"),
        ("running header", "页眉"),
        ("running footer", "第"),
        ("page number", "3"),
        ("running footer", "页"),
        ("comment", "批注"),
    ]


def test_the_result_of_a_field_is_text_and_its_instruction_is_not():
    source = read(docx(p(field(' HYPERLINK "http://x" ', r("链接")) + field("DATE", r("今天")))))
    assert source.paragraphs[0].text == "链接今天"
    assert left_out(source) == []


def test_a_field_that_draws_its_instruction_is_doubtful():
    drawn = field(r"EQ \o\ac(○,1)", "").replace(
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', ""
    )
    assert doubts(read(docx(p(r("甲") + drawn)))) == [("field without text", r"EQ \o\ac(○,1)")]


def test_a_table_of_contents_is_left_out():
    begin, end = field("TOC \\o", "|").split("|")
    entry = r("第一章") + field("PAGEREF _1", r("1"))
    source = read(docx(p(begin + entry) + p(r("第二章") + end) + p("第一章")))
    assert [each.text for each in source.paragraphs] == ["第一章"]
    assert left_out(source) == [("table of contents", "第一章1"), ("table of contents", "第二章")]


def test_a_field_without_an_end_swallows_nothing():
    begin = field("TOC", "|").split("|")[0]
    source = read(docx(p(begin + r("目录")) + p("正文")))
    assert [each.text for each in source.paragraphs] == ["目录", "正文"]
    assert doubts(source) == [("field without end", "TOC")]


def test_word_art_is_a_paragraph_and_doubtful():
    art = '<w:r><w:pict><v:shape><v:textpath string="某县人民政府文件"/></v:shape></w:pict></w:r>'
    source = read(docx(p(art) + p("正文")))
    assert [each.text for each in source.paragraphs] == ["某县人民政府文件", "正文"]
    assert doubts(source) == [("word art", "某县人民政府文件")]


def test_embedded_documents_are_left_out_with_their_text():
    source = read(docx(p("正文"), aFChunk=p(r("附块正文30项。"))))
    assert [(each.reason, each.text) for each in source.left_out] == [
        ("embedded document", "附块正文30项。")
    ]


def test_the_default_style_counts_where_a_paragraph_names_none():
    styles = style("n", '<w:jc w:val="right"/>', more='w:default="1"')
    assert only(p("落款"), styles=styles).align == "right"


def test_charts_are_left_out():
    chart = "<v:t>收入</v:t><v:v>12</v:v>"
    assert left_out(read(docx(p("正文"), chart=chart))) == [("chart", "收入 12")]


# Bad input


def test_what_is_no_docx_is_damaged():
    good = docx(p("正文"))
    for data in (b"", b"text", good[: len(good) // 2], zipped({"a": b""}), zipped({})):
        assert problem(data)[0] == "docx-damaged"
    assert problem(docx(raw={"word/document.xml": b"<w:p"}))[0] == "docx-damaged"
    assert problem(docx(raw={"word/document.xml": b"<workbook/>"}))[0] == "docx-damaged"


def test_a_document_without_text_is_told():
    assert problem(docx(p(" ") + p()))[0] == "docx-no-text"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(encoding):
    bomb = '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'.encode(encoding)
    for name in ("word/document.xml", "_rels/.rels"):
        assert problem(docx(p("x"), raw={name: bomb})) == ("xml-entities", {"part": name})
    assert problem(docx(p("x"), styles="", raw={"word/styles.xml": bomb}))[0] == "xml-entities"


def test_what_unpacks_beyond_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(docx_parts, "LIMIT", 2**20)
    told = ("docx-too-large", {"limit": 1})
    assert problem(docx(p("长" * 400_000))) == told
    assert problem(docx("<w:p/>" * 40_000)) == told
    assert problem(docx(p("x"), styles=" " * 600_000, numbering=" " * 600_000)) == told


def test_a_header_that_lies_about_the_size_is_not_trusted(monkeypatch):
    monkeypatch.setattr(docx_parts, "LIMIT", 100_000)
    data = docx(p("长" * 90_000))
    size = ZipFile(BytesIO(data)).getinfo("word/document.xml").file_size
    lie = data.replace(struct.pack("<L", size), struct.pack("<L", 50))
    assert lie != data
    assert problem(lie)[0] == "docx-damaged"
    assert problem(data)[0] == "docx-too-large"


def test_encryption_is_told():
    ole = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)
    assert problem(ole + "EncryptedPackage".encode("utf-16-le"))[0] == "docx-encrypted"
    assert problem(ole)[0] == "docx-damaged"
    data = docx(p("x"))
    with_flag = re.sub(rb"(?s)(PK\x01\x02.{4})\x00", lambda found: found[1] + b"\x01", data)
    assert problem(with_flag)[0] == "docx-encrypted"


def test_other_compression_is_refused():
    assert problem(docx(p("x"), method=ZIP_LZMA))[0] == "docx-damaged"


def test_what_is_nested_too_deeply_is_refused():
    for tag in ("w:ins", "w:sdt", "mc:AlternateContent"):
        inner = f"<{tag}>" * 5_000 + r("x") + f"</{tag}>" * 5_000
        assert problem(docx(p(inner))) == ("docx-damaged", {"reason": "nested too deeply"})
        assert problem(docx(inner))[0] == "docx-damaged"


def test_circles_of_styles_and_lists_end():
    styles = style("a", based="b") + style("b", based="a")
    styles += style("l", '<w:numPr><w:numId w:val="1"/></w:numPr>', kind="numbering")
    numbering = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="l"/></w:abstractNum>'
    body = styled("甲", "a") + numbered("乙", 1)
    assert texts(body, styles=styles, numbering=numbering + num(1, 0)) == ["甲", "乙"]


@pytest.mark.parametrize("around", [lambda body: body, lambda body: table([body, "x"])])
def test_numbers_cannot_blow_up_a_small_file(around, monkeypatch):
    monkeypatch.setattr(docx_log, "LIMIT", 1_000_000)
    numbering = abstract(0, level(0, "长" * 100_000)) + num(1, 0)
    assert problem(docx(around(numbered("x", 1) * 100), numbering=numbering))[0] == "docx-too-large"


# Properties

WORDS = st.text(st.sampled_from("甲乙 12%，。\u3000AB"), max_size=6)
RUNS = st.lists(
    st.tuples(
        WORDS, st.sampled_from(["", "<w:b/>", "<w:vanish/>"]), st.sampled_from(["", "ins", "del"])
    ),
    max_size=4,
)


def _runs(runs):
    return "".join(
        f"<w:{wrap}>{r(text, form)}</w:{wrap}>" if wrap else r(text, form)
        for text, form, wrap in runs
    )


PARAGRAPHS = RUNS.map(lambda runs: f"<w:p>{_runs(runs)}</w:p>")
BLOCKS = st.recursive(
    PARAGRAPHS,
    lambda inner: st.one_of(
        st.lists(st.lists(inner, min_size=1, max_size=3), min_size=1, max_size=3).map(
            lambda rows: table(*[[f"<w:tc>{each}</w:tc>" for each in cells] for cells in rows])
        ),
        st.lists(inner, max_size=3).map(lambda each: f"<w:sdt>{''.join(each)}</w:sdt>"),
    ),
    max_leaves=8,
)


@given(st.lists(BLOCKS, max_size=5))
def test_every_character_is_kept_in_order_or_left_out(blocks):
    body = p("始") + "".join(blocks)
    source = read(docx(body))
    kept = "".join(paragraph.text for paragraph in source.paragraphs)
    gone = "".join(remark.text for remark in source.left_out)
    assert _dense(kept) == _dense(*re.findall(_TEXT, re.sub(_LEFT_OUT, "", body)))
    assert sorted(_dense(kept, gone)) == sorted(_dense(*re.findall(_TEXT, body)))
    assert not any(re.search(r"[\n\r]", paragraph.text) for paragraph in source.paragraphs)


_TEXT = "<w:t [^>]*>(.*?)</w:t>"
_LEFT_OUT = "<w:del>.*?</w:del>|<w:rPr><w:vanish/></w:rPr><w:t .*?</w:t>"


def _dense(*pieces):
    return "".join("".join(pieces).split())


def _outcome(data):
    try:
        return bool(read(data).paragraphs)
    except UnreadableFile as error:
        return error.problems[0].code.startswith(("docx-", "xml-"))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    assert _outcome(data)
    assert _outcome(b"PK\x03\x04" + data)


BODY = (
    numbered("甲", 1)
    + table(["一", table(["二"], ["三"])], [cell("四", '<w:gridSpan w:val="2"/>')])
    + p(field("PAGE", r("5")) + '<w:r><w:footnoteReference w:id="2"/></w:r>')
)
PACKED = docx(
    BODY,
    numbering=OFFICIAL,
    styles=style("a", based="b"),
    footnotes=f'<w:footnote w:id="2">{p("注")}</w:footnote>',
    method=ZIP_STORED,
)


@given(st.lists(st.tuples(st.integers(0, len(PACKED) - 1), st.integers(0, 255)), max_size=4))
def test_a_file_with_bytes_flipped_is_read_or_refused(flips):
    data = bytearray(PACKED)
    for at, byte in flips:
        data[at] = byte
    assert _outcome(bytes(data))


@given(st.integers(0, len(PACKED)), st.integers(0, len(PACKED)))
def test_a_file_with_a_piece_cut_out_is_read_or_refused(one, other):
    assert _outcome(PACKED[: min(one, other)] + PACKED[max(one, other) :])


@given(
    st.integers(0, len(BODY)),
    st.sampled_from(
        [
            "</w:p>",
            "<w:p/>",
            "<w:tc/>",
            "<w:del>",
            "<w:t>x</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:fldSimple w:instr="PAGE"><w:fldChar w:fldCharType="end"/></w:fldSimple>',
            '<w:fldChar w:fldCharType="begin"/>',
        ]
    ),
)
def test_markup_in_the_wrong_place_is_read_or_refused(at, piece):
    assert _outcome(docx(BODY[:at] + piece + BODY[at:], numbering=OFFICIAL))
