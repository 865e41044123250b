"""The outline that is built from paragraphs, form by form."""

from __future__ import annotations

import pytest

from reporttui.readers.outlining.tree import outlined
from reporttui.readers.source import Paragraph

PROSE = "全区各级各部门认真贯彻落实各项部署，扎实推进各项工作，取得了新的进展和新的成效。"


def built(*texts, **hints):
    return outlined([Paragraph(text, line, **hints) for line, text in enumerate(texts, 1)])


def tree(*texts):
    """Say an outline in brief: `number title` with its text behind a bar, indented by level."""
    return lines(built(*texts).sections)


def lines(sections, indent=""):
    found = []
    for section in sections:
        mark = "~" if section.run_in else ""
        text = f"|{section.text}" if section.text else ""
        found.append(f"{indent}{mark}{section.number}{section.title}{text}")
        found += lines(section.sections, indent + " ")
    return found


def doubts(*texts):
    return [remark.reason for remark in built(*texts).doubts]


def test_the_four_levels_of_official_documents_nest():
    assert tree("一、甲事", "（一）乙事", "1.丙事", "（1）丁事", "（2）戊事", "二、己事") == [
        "一、甲事",
        " （一）乙事",
        "  1.丙事",
        "   （1）丁事",
        "   （2）戊事",
        "二、己事",
    ]


def test_paragraphs_before_the_first_heading_are_the_opening():
    assert built("现将情况报告如下：", "一、甲事").opening == "现将情况报告如下："


def test_chapters_stand_above_articles_that_count_through():
    assert tree("第一章 总则", f"第一条 {PROSE}", "第二章 分则", f"第二条 {PROSE}") == [
        "第一章总则",
        f" 第一条|{PROSE}",
        "第二章分则",
        f" 第二条|{PROSE}",
    ]


def test_custom_gives_way_to_the_document():
    """Here the bracketed numbers count on over plain ones, which begin anew in each."""
    assert tree("(1)甲事", "一、子事", "二、丑事", "(2)乙事", "一、寅事", "二、卯事") == [
        "(1)甲事",
        " 一、子事",
        " 二、丑事",
        "(2)乙事",
        " 一、寅事",
        " 二、卯事",
    ]


def test_the_same_sign_can_stand_for_two_levels():
    told = ["一、甲事", "一、子事", "二、丑事", "三、寅事", "二、乙事", "三、丙事"]
    assert tree(*told) == [
        "一、甲事",
        " 一、子事",
        " 二、丑事",
        " 三、寅事",
        "二、乙事",
        "三、丙事",
    ]
    assert "numbering begins anew" in doubts(*told)


def test_an_outline_may_begin_below_its_highest_level():
    assert tree("（一）甲事", "1.子事", "（二）乙事") == ["（一）甲事", " 1.子事", "（二）乙事"]


def test_full_and_half_width_signs_are_one_numbering():
    assert tree("（一)甲事", "(二）乙事", "1、子事", "2．丑事", "(三)丙事") == [
        "（一)甲事",
        "(二）乙事",
        " 1、子事",
        " 2．丑事",
        "(三)丙事",
    ]


def test_slips_of_numbering_are_kept_and_told():
    told = ["（一）甲事", "（一）乙事", "（三）丙事"]
    assert tree(*told) == told
    assert doubts("（一）甲事", "（二）乙事", "（二）丙事", "（四）丁事") == [
        "number repeated",
        "number skipped",
    ]


def test_a_heading_sentence_runs_into_its_paragraph():
    assert tree(f"1.深入学习会议精神。{PROSE}", f"2.切实履行工作职责。{PROSE}") == [
        f"1.深入学习会议精神。|{PROSE}",
        f"2.切实履行工作职责。|{PROSE}",
    ]


def test_a_numbered_paragraph_without_a_heading_is_text():
    sentence = (
        "区政府常务会议每季度听取一次工作汇报，及时研究解决工作中的重大问题，并对落实情况开展督查。"
    )
    assert tree(f"1.{sentence}", f"2.{sentence}{PROSE}") == [
        f"1.|{sentence}",
        f"2.|{sentence}{PROSE}",
    ]


def test_a_colon_or_wide_space_ends_a_heading():
    assert tree(f"1.重点任务：{PROSE}", f"2.主要指标：{PROSE}") == [
        f"1.重点任务：|{PROSE}",
        f"2.主要指标：|{PROSE}",
    ]
    assert tree(f"（一）加强领导　　{PROSE}", f"（二）完善制度　　{PROSE}") == [
        f"（一）加强领导|{PROSE}",
        f"（二）完善制度|{PROSE}",
    ]


def test_a_list_runs_in():
    told = "还存在一些问题：一是合力不足，个别部门重视不够；二是人才不足，能力有待提升。"
    assert tree("二、存在问题", told) == [
        "二、存在问题|还存在一些问题：",
        " ~一是合力不足，|个别部门重视不够；",
        " ~二是人才不足，|能力有待提升。",
    ]


def test_a_list_that_runs_in_may_slip():
    found = built("问题是：一是甲不足，须改；三是乙不足，须改；三是丙不足，须改。")
    assert [section.number for section in found.sections] == ["一是", "三是", "三是"]
    assert [remark.reason for remark in found.doubts] == ["number skipped", "number repeated"]


def test_points_can_be_paragraphs():
    assert tree("三、打算", f"一是提高站位。{PROSE}", f"二是优化职能。{PROSE}") == [
        "三、打算",
        f" 一是提高站位。|{PROSE}",
        f" 二是优化职能。|{PROSE}",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "全区上下统一是前提，唯一是目标。",
        "做到一是一、二是二，不弄虚作假。",
        "三、四季度增长较快。",
        "增加1.5万元。2.04%的项目完工。",
        "其中第一、第二产业分别增长3%和4%。",
    ],
)
def test_what_only_looks_like_a_list_is_prose(text):
    assert built(text).sections == ()


def test_a_body_on_one_line_finds_its_headings_again():
    told = (
        "现将情况报告如下：一、工作情况（一）突出引领1.抓学习。组织学习20次，覆盖全体干部职工和基层群众。"
        "2.抓落实。印发文件14份，推动各项任务落地见效。（二）优化服务。办理事项3000件，群众满意度持续提升。"
        "二、存在问题。工作合力仍需提升，个别单位重视程度还不够。三、下步打算。继续抓好落实，"
        "推动各项工作再上新台阶，以更大的力度、更实的举措为群众提供更好的服务，为发展提供更有力的保障。"
    )
    assert [line.partition("|")[0] for line in tree(told)] == [
        "一、工作情况",
        " （一）突出引领",
        "  1.抓学习。",
        "  2.抓落实。",
        " （二）优化服务。",
        "二、存在问题。",
        "三、下步打算。",
    ]


def test_a_first_number_that_lost_its_line_is_found_by_the_second():
    assert tree(f"（一）机制健全。1.落实主体。{PROSE}", f"2.落实经费。{PROSE}", "（二）其他") == [
        "（一）机制健全。",
        f" 1.落实主体。|{PROSE}",
        f" 2.落实经费。|{PROSE}",
        "（二）其他",
    ]


def test_brackets_make_headings():
    assert tree(f"【农业】{PROSE}", f"【工业】{PROSE}") == [
        f"【农业】|{PROSE}",
        f"【工业】|{PROSE}",
    ]


def test_short_lines_over_prose_are_headings_and_doubtful():
    told = ["基本情况", PROSE, "主要做法", PROSE]
    assert tree(*told) == [f"基本情况|{PROSE}", f"主要做法|{PROSE}"]
    assert doubts(*told) == ["heading without a number"] * 2


def test_headings_without_numbers_find_their_level_by_the_numbers_around():
    above = tree("概况", "一、甲事", PROSE, "二、乙事", PROSE, "措施", "一、丙事", PROSE)
    assert [line.partition("|")[0] for line in above] == [
        "概况",
        " 一、甲事",
        " 二、乙事",
        "措施",
        " 一、丙事",
    ]
    below = tree("一、甲事", "成效", PROSE, "二、乙事", "成效", PROSE, "三、丙事")
    assert [line.partition("|")[0] for line in below] == [
        "一、甲事",
        " 成效",
        "二、乙事",
        " 成效",
        "三、丙事",
    ]


def test_bold_paragraphs_are_headings():
    pieces = [Paragraph("工作成效", 1, bold=4), Paragraph(PROSE, 2), Paragraph("不足", 3, bold=2)]
    assert lines(outlined(pieces).sections) == [f"工作成效|{PROSE}", "不足"]


def test_a_bold_beginning_is_the_heading():
    text = f"1.抓学习、强本领{PROSE}"
    assert lines(outlined([Paragraph(text, 1, bold=9)]).sections) == [f"1.抓学习、强本领|{PROSE}"]


def test_the_formats_own_levels_count():
    pieces = [
        Paragraph("概况", 1, heading=1),
        Paragraph("人口", 2, heading=2),
        Paragraph(PROSE, 3),
        Paragraph("经济", 4, heading=1),
    ]
    assert lines(outlined(pieces).sections) == ["概况", f" 人口|{PROSE}", "经济"]


def test_without_any_outline_there_are_paragraphs():
    found = built(PROSE, PROSE)
    assert (found.opening, found.sections) == (f"{PROSE}\n{PROSE}", ())


def test_rows_of_tables_are_never_headings():
    rows = [Paragraph("1.收入\t3万元", 1, row=True), Paragraph("2.支出\t2万元", 2, row=True)]
    assert outlined(rows).opening == "1.收入\t3万元\n2.支出\t2万元"


def test_a_list_of_attachments_is_no_outline():
    found = built("一、甲事", PROSE, "附件：1.情况统计表", "2.问题清单")
    assert lines(found.sections) == [f"一、甲事|{PROSE}\n附件：1.情况统计表\n2.问题清单"]
