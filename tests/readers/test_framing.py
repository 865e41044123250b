"""What stands around a report's text: metadata, title, addressee, signature, furniture."""

import pytest

from reporttui.readers.framing.frame import framed
from reporttui.readers.plain import read

BODY = """　　2024年，全县扎实推进各项工作，取得新的成效。现将有关情况报告如下：

　　一、工作情况

　　办理案件125件，同比增长3.2%。
"""
TITLE = "青石县人民政府关于2024年法治政府建设情况的报告"


def frame(above="", below="", title=TITLE, body=BODY):
    return framed(read(f"{above}{title}\n\n{body}\n{below}"))


def left_out(found):
    return {remark.text: remark.reason for remark in found.left_out}


@pytest.mark.parametrize(
    "above",
    [
        "索引号：QS-2025-1\n发文字号：青政〔2025〕3号\n发布机构：青石县人民政府\n成文日期：2025-01-20\n",
        "• 索 引 号:QS-2025-1\n• 文 号:青政〔2025〕3号\n• 发布机构:青石县人民政府\n• 公文生成日期:2025-1-20\n",
        "索引号\tQS-2025-1\t文号\t青政〔2025〕3号\n发文机关\t青石县人民政府\t生成日期\t2025年1月20日\n",
        "索引号：\nQS-2025-1\n文号：\n青政〔2025〕3号\n发文单位：\n青石县人民政府\n成文时间：\n2025年01月20日\n",
        "索引号：QS-2025-1　文号：青政〔2025〕3号　发布机构：青石县人民政府　生成日期：2025/1/20\n",
    ],
)
def test_metadata_is_read_from_every_form_of_table(above):
    fields = frame(above).fields
    assert fields["index_number"] == "QS-2025-1"
    assert fields["document_number"] == "青政〔2025〕3号"
    assert fields["issuer"] == "青石县人民政府"
    assert fields["dated"] == "2025-01-20"
    assert fields["title"] == TITLE


def test_source_and_moment_of_publication_stand_on_one_line_below_the_title():
    found = framed(
        read(f"{TITLE}\n来源：县政府办 发布时间：2025-02-17 11:23:05 字体：大 中 小\n{BODY}")
    )
    assert found.fields["source"] == "县政府办"
    assert found.fields["published"] == "2025-02-17T11:23"


def test_a_document_number_alone_above_the_title_is_its_own():
    assert frame("青政〔2025〕3号\n\n").fields["document_number"] == "青政〔2025〕3号"


def test_a_number_that_is_cited_and_a_clock_are_not_its_own():
    found = frame(
        "今天是2026年11月24日 星期二\n文号：\n",
        body=BODY.replace("各项工作", "《意见》（国发〔2022〕7号）提出的各项工作"),
    )
    assert "document_number" not in found.fields
    assert "dated" not in found.fields
    assert left_out(found)["今天是2026年11月24日 星期二"] == "site clock"
    assert "label without a value" in [remark.reason for remark in found.doubts]


def test_widgets_go_also_over_several_lines():
    found = frame("【字体：\n大\n中\n小\n】\n分享到：\n微信\n微博\n打印本页\n")
    assert set(left_out(found).values()) == {"widget"}
    assert len(left_out(found)) == 9
    assert found.fields["title"] == TITLE


def test_a_title_over_two_lines_is_one():
    found = frame(title="青石县人民政府\n关于2024年法治政府建设情况的报告")
    assert found.fields["title"] == TITLE
    assert [remark.reason for remark in found.doubts] == ["title over several lines"]


def test_a_title_that_is_repeated_stands_there_once():
    found = frame(above=f"{TITLE}\n\n")
    assert found.fields["title"] == TITLE
    assert left_out(found)[TITLE] == "title repeated"


def test_the_lines_below_the_title_are_the_subtitle():
    found = frame(
        title="政府工作报告\n——2025年1月8日在临江市第九届人民代表大会第四次会议上\n临江市市长　周明远\n\n各位代表："
    )
    assert found.fields["title"] == "政府工作报告"
    assert found.fields["subtitle"].count("\n") == 1
    assert found.fields["addressee"] == "各位代表："
    assert found.fields["dated"] == "2025-01-08"
    assert found.fields["issuer"] == "临江市人民政府"


@pytest.mark.parametrize(
    "addressee", ["县人大常委会：", "各乡镇人民政府，县直各单位：", "各位代表:"]
)
def test_the_addressee_ends_with_a_colon(addressee):
    found = frame(body=f"{addressee}\n{BODY}")
    assert found.fields["addressee"] == addressee
    assert found.body[0].text.startswith("2024年")


def test_a_lead_in_is_no_addressee():
    assert "addressee" not in frame(body="现将有关情况报告如下：\n一、甲事\n乙。").fields


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("2025年1月21日", "2025-01-21"),
        ("二〇二五年一月二十一日", "2025-01-21"),
        ("2025.1.21", "2025-01-21"),
    ],
)
def test_the_signature_with_its_date(printed, iso):
    found = frame(below=f"　　青石县人民政府\n　　{printed}\n　　（此件主动公开）\n")
    assert found.fields["signed"] == "青石县人民政府"
    assert found.fields["signed_date"] == printed
    assert found.fields["dated"] == iso
    assert found.fields["disclosure"] == "（此件主动公开）"
    assert found.body[-1].text.startswith("办理案件")


def test_two_sign_on_one_line_or_two():
    for signed in ("县教育局　　县财政局\n", "县教育局\n县财政局\n"):
        found = frame(below=f"{signed}2024年9月20日\n")
        assert found.fields["signed"].split() == ["县教育局", "县财政局"]


def test_what_stands_below_the_signature_is_left_out_with_its_reason():
    found = frame(
        below="青石县人民政府\n2025年1月21日\n附件下载：\n1.统计表.xlsx\n抄送：县委办。\n"
        "责任编辑：陈小\n相关解读\n版权所有 青石县人民政府\n"
    )
    assert left_out(found) == {
        "附件下载：": "attachment",
        "1.统计表.xlsx": "attachment",
        "抄送：县委办。": "imprint",
        "责任编辑：陈小": "imprint",
        "相关解读": "related links",
        "版权所有 青石县人民政府": "footer",
    }


def test_an_annex_behind_the_signature_stays_in_its_place():
    found = frame(
        below="青石县人民政府\n2025年1月21日\n附件\n" + "这是附件的正文，内容较长。" * 8 + "\n"
    )
    assert "signed" not in found.fields
    assert "青石县人民政府" in [paragraph.text for paragraph in found.body]


@pytest.mark.parametrize(
    ("title", "year"),
    [
        (TITLE, "2024"),
        ("二〇二三年工作总结", "2023"),
        ("1998年政府工作报告", "1998"),
    ],
)
def test_the_year_is_that_of_the_title(title, year):
    assert frame(title=title).fields["year"] == year


def test_a_page_on_one_line_is_taken_apart():
    body = "办理案件125件，同比增长3.2%，群众满意度不断提升。" * 12
    found = framed(read(f"{TITLE}县人大常委会：{body}青石县人民政府2025年1月21日（此件主动公开）"))
    assert found.fields["title"] == TITLE
    assert found.fields["addressee"] == "县人大常委会："
    assert found.fields["signed"] == "青石县人民政府"
    assert found.fields["signed_date"] == "2025年1月21日"
    assert found.fields["disclosure"] == "（此件主动公开）"
    assert [paragraph.text for paragraph in found.body] == [body]
