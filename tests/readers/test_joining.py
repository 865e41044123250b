"""Paragraphs that came apart are put together again, and that is said."""

from reporttui.readers.outlining.joining import joined
from reporttui.readers.plain import read

LONG = "全区各级各部门认真贯彻落实各项部署，扎实推进重点工作，推动法治建设与经济社会发展同谋划、同部署、同推进，"


def put_together(text):
    found = joined(read(text).paragraphs)
    return [paragraph.text for paragraph in found.paragraphs], [
        remark.reason for remark in (*found.left_out, *found.doubts)
    ]


def test_a_sentence_cut_by_a_blank_line_is_one_again():
    assert put_together(f"{LONG}\n\n取得新的成效。") == (
        [f"{LONG}取得新的成效。"],
        ["paragraph joined"],
    )


def test_what_begins_with_a_closing_sign_belongs_to_what_stands_before():
    texts, _ = put_together("印发了《\n行动方案\n》，并抓好落实。")
    assert texts == ["印发了《行动方案》，并抓好落实。"]


def test_a_heading_is_not_joined_with_its_text():
    texts, reasons = put_together(f"（一）突出政治引领，加强党的领导\n\n{LONG}效果好。")
    assert texts == ["（一）突出政治引领，加强党的领导", f"{LONG}效果好。"]
    assert reasons == []


def test_a_lead_in_is_not_joined_with_its_list():
    assert put_together("存在一些问题，\n一是甲。\n二是乙。")[0] == [
        "存在一些问题，",
        "一是甲。",
        "二是乙。",
    ]


def test_a_number_broken_over_lines_is_whole_again():
    for broken in (
        "（\n一）甲事",
        "（一\n）甲事",
        "（一）\n甲事",
        "1\n.甲事",
        "二\n、甲事",
        "1.\n甲事",
    ):
        texts, reasons = put_together(f"{broken}\n{LONG}好。")
        assert texts[0] == broken.replace("\n", "")
        assert reasons == ["number over several lines"]


def test_page_numbers_and_jumps_go_and_what_they_cut_is_one_again():
    texts, reasons = put_together(f"{LONG}（下转第四版）\n（上接第一版）\n— 2 —\n取得成效。")
    assert texts == [f"{LONG}取得成效。"]
    assert sorted(set(reasons)) == ["newspaper jump", "page number", "paragraph joined"]


def test_wrapped_lines_become_paragraphs():
    paragraph = "今年以来全区认真贯彻落实上级部署推进各项工作任务落地见效" * 4 + "。"
    wrapped = "\n".join(
        ("　　" if at == 0 else "") + paragraph[at : at + 30] for at in range(0, len(paragraph), 30)
    )
    texts, reasons = put_together(f"一、工作情况\n{wrapped}\n{wrapped}\n二、打算\n{wrapped}")
    assert texts == ["一、工作情况", paragraph, paragraph, "二、打算", paragraph]
    assert reasons == ["lines joined"]
