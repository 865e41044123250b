import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporttui.readers.markdown.reader import read


def texts(source):
    return [paragraph.text for paragraph in read(source).paragraphs]


def only(source):
    (paragraph,) = read(source).paragraphs
    return paragraph


def left(source):
    return [(remark.reason, remark.text) for remark in read(source).left_out]


def bare(text):
    return "".join(text.split())


def told(source):
    found = read(source)
    return bare("".join(p.text for p in (*found.paragraphs, *found.left_out)))


@pytest.mark.parametrize(
    ("source", "level"), [("# 甲", 1), ("### 甲 ###", 3), ("甲\n===", 1), ("甲\n---\n", 2)]
)
def test_headings_have_a_level_and_lose_their_marks(source, level):
    assert (only(source).text, only(source).heading) == ("甲", level)
    assert {reason for reason, _ in left(source)} == {"markup"}


@pytest.mark.parametrize("source", ["#甲", "####### 甲", "\\# 甲"])
def test_what_is_no_heading_is_none(source):
    assert only(source).heading == 0


def test_lines_are_joined_without_a_space_between_chinese_characters():
    assert texts("深入\n开展annual\nreport工作\n\n第二段") == [
        "深入开展annual report工作",
        "第二段",
    ]


def test_a_hard_break_begins_a_paragraph():
    assert texts("甲  \n乙\\\n丙<br>丁") == ["甲", "乙", "丙", "丁"]


def test_a_line_indented_as_a_paragraph_begins_one():
    paragraphs = read("　　甲\n　　乙\n丙").paragraphs
    assert [(p.text, p.indented, p.line) for p in paragraphs] == [
        ("甲", True, 1),
        ("乙丙", True, 2),
    ]


def test_a_text_indented_by_four_spaces_keeps_its_lines():
    assert [(p.text, p.indented) for p in read("    甲\n    乙").paragraphs] == [
        ("甲", True), ("乙", True)
    ]  # fmt: skip


def test_numbers_of_lists_stay_and_bullets_go():
    source = "3. 甲\n4. 乙\n   - 丙\n\n7) 丁\n\n* 戊"
    assert texts(source) == ["3.甲", "4.乙", "丙", "7)丁", "戊"]
    assert left(source) == [("list mark", "-"), ("list mark", "*")]


def test_numbers_that_make_no_list_stay_as_they_are():
    assert texts("1.深入学习\n\n一、甲\n\n（一）乙\n\n1、丙") == [
        "1.深入学习",
        "一、甲",
        "（一）乙",
        "1、丙",
    ]


def test_rows_of_tables_have_their_cells_parted():
    source = "| 甲 | 乙 |\n|---|:-:|\n| **1** | 2 \\| 3 |\n| 4 | |\n\n后"
    rows = [(p.text, p.row, p.line) for p in read(source).paragraphs]
    assert rows == [
        ("甲\t乙", True, 1), ("1\t2 | 3", True, 3), ("4", True, 4), ("后", False, 6)
    ]  # fmt: skip
    assert ("table rule", "|---|:-:|") in left(source)


def test_code_keeps_its_lines_and_loses_its_fences():
    source = "```py\nx = *1*\n\ny\n```\n~~~\nz"
    assert texts(source) == ["x = *1*", "y", "z"]
    assert left(source) == [("markup", "```py"), ("markup", "```"), ("markup", "~~~")]


def test_marks_of_emphasis_go_and_the_bold_beginning_is_counted():
    paragraph = only("**（一）甲。** __乙__ 丙*丁*`戊`")
    assert (paragraph.text, paragraph.bold) == ("（一）甲。 乙 丙丁戊", len("（一）甲。 乙"))


def test_bold_ends_behind_chinese_punctuation():
    paragraph = only("**（一）甲。**乙")
    assert (paragraph.text, paragraph.bold) == ("（一）甲。乙", len("（一）甲。"))


@pytest.mark.parametrize("text", ["2*3*4", "a_b_c", "5 * 6 * 7", "甲**", "_", "~甲~"])
def test_signs_that_mark_nothing_stay(text):
    assert bare(told(text)) == bare(text)
    assert texts(text) == [text]


def test_links_keep_their_text_and_images_nothing():
    source = "见[附件](http://a/b(c).pdf '甲')和<http://d>![图](x.png)[戊][e]\n\n[e]: http://f"
    assert texts(source) == ["见附件和http://d戊"]
    assert [mark for mark in left(source) if mark[0] != "markup"] == [
        ("link target", "](http://a/b(c).pdf '甲') ][e]"),
        ("image", "! 图 ](x.png)"),
        ("link target", "[e]: http://f"),
    ]


def test_footnotes_stay():
    assert texts("甲[^1]\n\n[^1]: 注释") == ["甲[^1]", "[^1]: 注释"]


def test_comments_and_tags_go_and_what_they_surround_stays():
    source = "<!-- 甲\n乙 -->\n\n<div>\n丙\n</div>\n\n丁<b>戊</b><!-- 己 -->"
    assert texts(source) == ["丙", "丁戊"]
    assert ("comment", "<!-- 甲 乙 -->") in left(source)
    assert ("comment", "<!-- 己 -->") in left(source)


def test_products_in_code_are_as_they_were():
    source = "`2*3`\n\n    4*5\n\n[6*7](8*9)\n\n> ```\n> 1*2"
    assert texts(source) == ["2*3", "4*5", "6*7", "1*2"]


def test_escapes_and_entities_are_what_they_stand_for():
    assert only("\\*甲\\* &amp; &#20013;").text == "*甲* & 中"


def test_struck_out_text_stays_and_is_doubtful():
    source = read("~~甲~~乙")
    assert source.paragraphs[0].text == "甲乙"
    assert [(doubt.reason, doubt.text) for doubt in source.doubts] == [("struck out", "甲")]


def test_front_matter_fills_fields_and_is_left_out():
    head = "---\ntitle: '报告'\ndate: 2025-02-17 11:23\n来源：县政府\nlayout: page\n---"
    source = read(f"{head}\n\n# 甲")
    assert source.fields == {"title": "报告", "published": "2025-02-17T11:23", "source": "县政府"}
    assert [(p.text, p.line) for p in source.paragraphs] == [("甲", 8)]
    assert source.left_out[0].reason == "front matter"
    assert bare(source.left_out[0].text) == bare(head)


def test_a_rule_is_no_front_matter():
    assert texts("---\n\n甲") == ["甲"]
    assert left("---\n\n甲") == [("rule", "---")]


def test_quotes_and_gaps():
    source = "甲\n\n> 乙\n> **丙**\n丁"
    assert [(p.text, p.gap) for p in read(source).paragraphs] == [("甲", False), ("乙丙丁", True)]
    assert left(source) == [("markup", "> > ** **")]


def test_what_is_too_deep_for_marks_is_kept_as_it_stands():
    assert told(">" * 300 + "甲").endswith("甲")


@pytest.mark.parametrize("source", ["", "\n\n", " ", "\ufeff"[:0]])
def test_a_text_without_characters_has_no_paragraphs(source):
    assert read(source).paragraphs == ()


@pytest.mark.parametrize(
    "source",
    ["[" * 20_000, "*甲 " * 10_000, "**甲" * 10_000, "`" * 20_000 + "甲", "> " * 5_000 + "甲",
     "- " * 5_000 + "甲", "![" * 5_000, "[甲](" * 5_000, "<!--" * 10_000, "甲\n" * 20_000,
     "|甲" * 5_000 + "|\n" + "|-" * 5_000 + "|\n", "`甲" * 10_000, "<甲" * 10_000, "&" * 20_000,
     "---\n" + "a\n" * 20_000],
    ids=range(15),
)  # fmt: skip
def test_hostile_texts_take_no_long(source):
    begun = time.perf_counter()
    assert sorted(told(source)) == sorted(bare(source))
    assert time.perf_counter() - begun < 4


MARKS = st.sampled_from(
    ["# ", "## ", "- ", "* ", "1. ", "2) ", "> ", "    ", "　　", "|", "|-|-|\n", "**", "*",
     "__", "`", "```\n", "[", "](a)", "](", ")", "![", "<!-- ", " -->", "<br>", "<b>", "</b>",
     "~~", "\\", "  \n",
     "\n", "\n\n", "---\n", "===\n", "[a]: b\n", "[^1]: ", "\t", "<http://a>", "2*3"]
)  # fmt: skip
SOURCES = st.lists(st.one_of(MARKS, st.text("甲乙，。1a ", max_size=8)), max_size=40).map("".join)


@settings(max_examples=300)
@given(SOURCES)
def test_every_character_is_kept_or_listed(source):
    assert sorted(told(source)) == sorted(bare(source))


@given(SOURCES)
def test_paragraphs_stand_in_the_order_of_the_file(source):
    rest = iter(bare(source))
    assert all(sign in rest for sign in bare("".join(texts(source))))


@given(st.text(max_size=80).filter(lambda text: "&" not in text and "\0" not in text))
def test_any_text_is_read_without_loss(text):
    assert sorted(told(text)) == sorted(bare(text))


@given(st.lists(st.text("甲乙丙，。（一）1.、", min_size=1).filter(str.strip), min_size=1))
def test_plain_paragraphs_come_back_as_they_are(paragraphs):
    source = "\n\n".join(paragraphs)
    assert [bare(text) for text in texts(source)] == [bare(text) for text in paragraphs]
