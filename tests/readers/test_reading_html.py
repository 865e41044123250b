import re
import time
from contextlib import suppress

import html_pages
import pytest
from html_pages import ATTACHMENT, BODY, META, NOISE, PUBLISHED, SIGNED, SOURCE, TITLE
from hypothesis import given, settings
from hypothesis import strategies as st

from reporttui.readers.html.reader import read
from reporttui.report.files import UnreadableFile


def texts(page):
    return [paragraph.text for paragraph in read(page).paragraphs]


def article(content, head=""):
    return read(f"{head}<div id=UCAP-CONTENT>{content}</div>")


def only(content):
    (paragraph,) = article(content).paragraphs
    return paragraph


def bare(text):
    return "".join(text.split())


def told(source):
    return bare("".join(p.text for p in (*source.paragraphs, *source.left_out)))


@pytest.mark.parametrize("make", [*html_pages.PORTALS, html_pages.unknown])
def test_an_article_comes_with_the_lines_that_tell_about_it_and_with_nothing_else(make):
    rows = [f"{label}：\t{value}" for label, value in META]
    line = f"{PUBLISHED} {SOURCE}"
    assert texts(make()) == [*rows, TITLE, line, *BODY, *SIGNED, ATTACHMENT]


@pytest.mark.parametrize("make", [*html_pages.PORTALS, html_pages.unknown])
def test_what_stands_around_an_article_is_left_out_with_a_reason(make):
    source = read(make())
    left = {bare(remark.text): remark.reason for remark in source.left_out}
    for noise in NOISE:
        assert any(bare(noise) in text for text in left), noise
    assert left["分享到微信"] == left["扫一扫在手机打开当前页"] == left["字体：大中小"] == "widget"
    assert left[bare("".join(NOISE[-2:]))] == "footer"
    assert left["上一篇：青溪县召开春季农业生产会议"] == "related links"
    assert left["相关阅读青溪县开展安全检查"] == "related links"
    assert left["政务公开办事服务"] == "navigation"
    assert "脚本" not in told(source)


@pytest.mark.parametrize("make", html_pages.PORTALS)
def test_a_known_portal_leaves_no_doubt(make):
    assert read(make()).doubts == ()


def test_an_article_that_was_found_by_its_density_is_doubtful():
    assert [doubt.reason for doubt in read(html_pages.unknown()).doubts] == ["article guessed"]


def test_the_fields_come_from_the_head_that_portals_must_fill_in():
    assert read(html_pages.trs()).fields == {
        "title": TITLE,
        "published": "2025-01-20T09:30",
        "source": "青溪县人民政府办公室",
    }


@pytest.mark.parametrize("sign", ["-", "_", " | ", "——"])
def test_without_a_field_the_title_of_the_page_serves_less_the_site_s_name(sign):
    page = f"<title>{TITLE}{sign}青溪县人民政府</title><p>正文。</p>"
    assert read(page).fields == {"title": TITLE}


def test_a_span_of_years_in_a_title_is_no_site_s_name():
    page = "<title>2020-2024年工作情况 - 信息公开 - 青溪县</title><p>正文。</p>"
    assert read(page).fields == {"title": "2020-2024年工作情况 - 信息公开"}


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2025-02-17 11:23:45", "2025-02-17T11:23"),
        ("2025-02-17-21:50:00", "2025-02-17T21:50"),
        ("2025年2月7日", "2025-02-07"),
        ("2025/2/7", "2025-02-07"),
    ],
)
def test_dates_of_publishing_are_read_as_iso(written, iso):
    page = f'<meta name="PubDate" content="{written}"><p>正文。</p>'
    assert read(page).fields["published"] == iso


@pytest.mark.parametrize("written", ["2025-02-30", "昨天", "", "2025-02-17 25:00"])
def test_a_date_that_is_none_is_no_field(written):
    page = f'<meta name="PubDate" content="{written}"><p>正文。</p>'
    assert "published" not in read(page).fields


def test_wechat_hides_its_text_from_no_one():
    source = read(html_pages.wechat())
    assert [p.text for p in source.paragraphs] == [TITLE, *BODY, *SIGNED]
    assert source.fields["title"] == TITLE


def test_a_page_saved_by_word_is_all_article():
    source = read(html_pages.word())
    assert [p.text for p in source.paragraphs] == [TITLE, *BODY, *SIGNED]
    assert source.paragraphs[0].bold == len(TITLE)
    assert source.paragraphs[0].align == "centre"
    assert source.paragraphs[1].indented
    assert source.left_out == ()


def test_what_is_hidden_inside_of_an_article_is_left_out():
    source = article(
        "<p>看得见的正文，有一句话。</p><p style='display:none'>看不见</p><i hidden>隐</i>"
    )
    assert [p.text for p in source.paragraphs] == ["看得见的正文，有一句话。"]
    assert [(r.reason, r.text) for r in source.left_out] == [
        ("hidden text", "看不见"),
        ("hidden text", "隐"),
    ]


def test_a_label_and_its_value_side_by_side_are_a_row():
    listed = "<dl><dt>索引号：</dt><dd>qx-7</dd><dt>文号：</dt><dd>青政〔2025〕3号</dd></dl>"
    source = article("<p>正文第一句。</p>", f"{listed}<h1>{TITLE}</h1>")
    rows = [(p.text, p.row) for p in source.paragraphs[:2]]
    assert rows == [("索引号：\tqx-7", True), ("文号：\t青政〔2025〕3号", True)]


def test_the_fields_of_a_search_form_are_no_metadata():
    head = "<form><label>标题：<b>全部</b></label></form>"
    assert texts(f"{head}<div id=zoom><p>正文第一句。</p></div>") == ["正文第一句。"]


def test_blocks_and_breaks_begin_paragraphs():
    source = article("甲<p>乙<br>丙</p><div>丁<blockquote>戊</blockquote></div><ul><li>己</ul>")
    assert [p.text for p in source.paragraphs] == list("甲乙丙丁戊己")


def test_line_ends_vanish_between_chinese_characters_and_part_words():
    assert only("<p>深入\n  开展annual\nreport工作</p>").text == "深入开展annual report工作"


def test_white_space_between_elements_parts_them():
    assert (
        only("<p><span>时间：今日</span>\n<span>来源：县报</span></p>").text
        == "时间：今日 来源：县报"
    )


@pytest.mark.parametrize(
    ("listed", "printed"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
        ("<ol start=3><li>甲<li value=7>乙<li>丙</ol>", ["3.甲", "7.乙", "8.丙"]),
        ("<ol type=a><li>甲<li>乙</ol>", ["a.甲", "b.乙"]),
        ("<ol type=I start=4><li>甲<li>乙</ol>", ["IV.甲", "V.乙"]),
        ("<ol style='list-style-type: cjk-ideographic' start=10><li>甲<li>乙</ol>",
         ["十、甲", "十一、乙"]),
        ("<ol style='list-style: none'><li>甲<li>乙</ol>", ["甲", "乙"]),
        ("<ol><li>甲<ol type=i><li>乙</ol><li>丙</ol>", ["1.甲", "i.乙", "2.丙"]),
        ("<ul><li>甲<li>乙</ul>", ["甲", "乙"]),
    ],
)  # fmt: skip
def test_lists_have_the_numbers_that_a_browser_prints(listed, printed):
    assert [p.text for p in article(listed).paragraphs] == printed


def test_headings_alignment_and_weight_are_hints():
    source = article(
        "<h2>题</h2><center>中</center><p align=right>右</p>"
        "<p><span style='font-weight:700'>（一）标题。</span>正文</p>"
        "<p><b>甲</b> <strong>乙</strong>丙</p>"
        "<b style='font-weight:normal'>轻</b>"
    )
    heading, centre, right, bold, both, light = source.paragraphs
    assert (heading.heading, heading.text) == (2, "题")
    assert centre.align == "centre"
    assert right.align == "right"
    assert bold.bold == len("（一）标题。")
    assert both.bold == len("甲 乙")
    assert light.bold == 0


@pytest.mark.parametrize(
    "paragraph", ["<p>　　甲</p>", "<p>&emsp;&emsp;甲</p>", "<p>&nbsp;&nbsp;&nbsp;&nbsp;甲</p>",
                  "<p style='text-indent:2em'>甲</p>"]
)  # fmt: skip
def test_an_indent_is_a_hint_and_no_text(paragraph):
    assert (only(paragraph).text, only(paragraph).indented) == ("甲", True)


@pytest.mark.parametrize("paragraph", ["<p>甲</p>", "<p style='text-indent:0'>甲</p>"])
def test_without_an_indent_there_is_no_hint(paragraph):
    assert not only(paragraph).indented


def test_an_empty_paragraph_is_a_gap():
    source = article("<p>甲</p><p>&nbsp;</p><p>乙</p>丙<br><br>丁")
    assert [(p.text, p.gap) for p in source.paragraphs] == [
        ("甲", False), ("乙", True), ("丙", False), ("丁", True)
    ]  # fmt: skip


def test_rows_of_tables_have_their_cells_parted():
    source = article(
        "<table><tr><th>指标<th>数量</tr><tr><td><p>开工</p><td><p>48</p><p>个</p></tr>"
        "<tr><td>竣工</td><td></td><td>36\t个</td></tr></table><p>完。</p>"
    )
    assert [(p.text, p.row) for p in source.paragraphs] == [
        ("指标\t数量", True), ("开工\t48 个", True), ("竣工\t\t36 个", True), ("完。", False)
    ]  # fmt: skip


def test_tables_that_lay_out_prose_are_paragraphs():
    cell = "".join(f"<p>{text}</p>" for text in BODY)
    source = read(f"<table><tr><td><a href=/>首页</a></td><td>{cell}</td></tr></table>")
    assert [p.text for p in source.paragraphs if not p.row][-len(BODY) :] == list(BODY)


def test_text_that_is_struck_out_or_a_reading_stays_and_is_doubtful():
    source = article("<p>甲<del>乙</del><ruby>丙<rt>bing</rt></ruby></p>")
    assert source.paragraphs[0].text == "甲乙丙bing"
    assert [(d.reason, d.text) for d in source.doubts] == [
        ("struck out", "乙"), ("reading aid", "bing")
    ]  # fmt: skip


def test_preformatted_text_keeps_its_lines():
    assert [p.text for p in article("<pre>甲\n乙\n</pre>").paragraphs] == ["甲", "乙"]


def test_paragraphs_know_their_line():
    page = (
        "<html>\n<script>\n'<p>一</p>'\n</script><!--\n<p>乙</p> -->\n"
        "<div id=zoom>\n<p>甲&amp;甲</p>\n\n<p>乙</p></div>"
    )
    assert [(p.text, p.line) for p in read(page).paragraphs] == [("甲&甲", 7), ("乙", 9)]


def test_a_cell_that_says_what_widgets_say_stays():
    rows = "".join(
        f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in (("大", "关闭"), ("小", "正常"))
    )
    source = article(f"<p>企业情况如下。</p><table>{rows}</table>")
    assert [p.text for p in source.paragraphs] == ["企业情况如下。", "大\t关闭", "小\t正常"]


@pytest.mark.parametrize(
    "page",
    ["", "  \n", "<html></html>", "<!-- 甲 -->", "<script>甲</script>", "<p>&nbsp;</p>",
     "<frameset><frame src=a></frameset>", "<title>甲</title>", "<p hidden></p>"],
)  # fmt: skip
def test_a_page_without_text_has_no_article(page):
    with pytest.raises(UnreadableFile) as caught:
        read(page)
    assert caught.value.problems[0].code == "html-no-article"


@pytest.mark.parametrize("inner", ["甲。", "<p>甲。", "甲<td>乙"])
def test_ten_thousand_elements_in_one_another_are_read(inner):
    assert told(read("<div>" * 10_000 + inner)).startswith("甲")


def test_elements_far_too_deep_are_refused():
    with pytest.raises(UnreadableFile) as caught:
        read("<div>" * 100_000 + "甲")
    assert caught.value.problems[0].code == "html-too-deep"


@pytest.mark.parametrize(
    "page",
    [
        "<p>" + "".join(f"<font id={i}>" for i in range(1000)) + "</p><p>甲" * 1000,
        "<!--" * 200_000 + "甲",
        "<p>甲" + "<script>" * 100_000,
        "甲" + "<" * 200_000,
        "甲" + "&lt" * 100_000,
        "<p>甲" * 10_000,
        "<table><tr><td>" * 2_000 + "甲",
        "<a href=x>甲<b>" * 5_000,
        "甲" + " \n" * 300_000 + "乙",
    ],
    ids=[
        "fonts",
        "comments",
        "scripts",
        "signs",
        "entities",
        "unclosed",
        "tables",
        "links",
        "white",
    ],
)
def test_hostile_pages_take_no_long(page):
    begun = time.perf_counter()
    with suppress(UnreadableFile):
        read(page)
    assert time.perf_counter() - begun < 4


TAGS = st.sampled_from(
    ["p", "div", "br", "td", "tr", "table", "li", "ol", "ul", "h1", "b", "a", "span", "pre", "del",
     "ruby", "rt", "dl", "dt", "dd", "form", "nav", "font", "i", "hr", "center", "button", "select",
     "noscript", "svg", "frameset", "body", "html", "template"]
)  # fmt: skip
PIECES = st.one_of(
    TAGS.map(lambda tag: f"<{tag}>"),
    TAGS.map(lambda tag: f"</{tag}>"),
    st.sampled_from(["<p hidden>", "<div id=zoom>", "<div class=nav>", "<a href='x.doc'>",
                     "<!--x-->", "<ol start=9 type=i>", "<p style='text-indent:2em'>",
                     "&nbsp;", "&lt;", "\n"]),
    st.text("甲乙，。：大小来源日期附件12年月", max_size=12),
    st.text(max_size=5),
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_page_is_read_or_refused(page):
    with suppress(UnreadableFile):
        read(page)


WORDS = st.text("甲乙丙丁，。：、（）一二三12%", min_size=1, max_size=40)
WRAPPED = st.tuples(
    st.sampled_from(["p", "div", "li", "h3", "blockquote", "td", "span", "b", "a", "section"]),
    st.sampled_from(["", " hidden", " class=share", " class=footer", " style='text-align:right'"]),
    st.lists(WORDS, min_size=1, max_size=3).map("<br>".join),
).map(lambda parts: f"<{parts[0]}{parts[1]}>{parts[2]}</{parts[0]}>")


@settings(max_examples=100)
@given(st.lists(WRAPPED, min_size=1, max_size=20), st.booleans())
def test_every_character_of_the_page_is_kept_or_listed(wrapped, known):
    page = "\n".join(("<p>看得见。</p>", *wrapped))
    page = f"<div id=UCAP-CONTENT>{page}</div>" if known else page
    written = bare(re.sub("<[^>]*>", "", page))
    assert sorted(told(read(page))) == sorted(written)
    rest = iter(written)
    assert all(sign in rest for sign in bare("".join(texts(page))))
