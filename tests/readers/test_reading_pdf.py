from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from pdf_files import (
    LEADING,
    LEFT,
    SIZE,
    TOP,
    WIDE,
    Page,
    Piece,
    body,
    centred,
    paged,
    pdf,
    width,
    wrapped,
)

pytest.importorskip("pypdfium2")

from reporttui.readers.pdf import reader
from reporttui.readers.pdf.reader import read
from reporttui.readers.source import CELL
from reporttui.report.files import UnreadableFile

LONG = (
    "去年全县共办理行政复议案件五百零四件同比有所增长培训干部九百六十人次有力推动了各项工作。" * 2
)
OTHER = "今年将继续推进依法行政完善制度机制健全监督体系深化改革创新优化营商环境提升服务水平。"
HEADING = "一、主要工作情况"


def texts(data):
    return [paragraph.text for paragraph in read(data).paragraphs]


def left_out(data):
    return [(remark.reason, remark.text) for remark in read(data).left_out]


def problem(data):
    with pytest.raises(UnreadableFile) as caught:
        read(data)
    (found,) = caught.value.problems
    return found.code, dict(found.values)


def page_of(*paragraphs, indent=2):
    return body([line for text in paragraphs for line in wrapped(text, indent=indent)])


def test_lines_are_rejoined_and_indents_part_paragraphs():
    data = pdf(Page(page_of(HEADING, LONG, OTHER)))
    assert texts(data) == [HEADING, LONG, OTHER]
    assert all(paragraph.indented for paragraph in read(data).paragraphs)


def test_place_of_a_paragraph_is_that_of_its_first_line():
    pages = paged(wrapped(LONG * 3) + wrapped(LONG * 3) + wrapped(OTHER))
    places = [(paragraph.page, paragraph.line) for paragraph in read(pdf(*pages)).paragraphs]
    assert places == [(1, 1), (1, 11), (1, 21)]


def test_paragraph_goes_on_over_a_page_and_page_numbers_are_left_out():
    lines = wrapped(LONG * 10) + wrapped(OTHER)
    assert len(lines) > 22
    data = pdf(*paged(lines))
    assert texts(data) == [LONG * 10, OTHER]
    assert left_out(data) == [("page number", "— 1 —"), ("page number", "— 2 —")]


def test_full_last_line_of_a_paragraph_without_indent_is_parted_by_a_gap():
    full = ("字" * WIDE, "词" * WIDE)
    lines = body([*full, *full]) + body(["后" * WIDE], top=TOP - LEADING * 5.5)
    data = pdf(Page(lines))
    assert texts(data) == ["".join(full * 2), "后" * WIDE]
    assert [paragraph.gap for paragraph in read(data).paragraphs] == [False, True]


def test_short_last_line_parts_paragraphs_without_indent():
    assert texts(pdf(Page(page_of(LONG, OTHER, LONG, indent=0)))) == [LONG, OTHER, LONG]


def test_text_below_a_hanging_number_goes_on():
    first, second = "措施" * 12, "办法" * 5
    lines = (
        Piece(LEFT, TOP, "（一）" + first + "完"),
        Piece(LEFT + 3 * SIZE, TOP - LEADING, first + "完"),
        Piece(LEFT + 3 * SIZE, TOP - 2 * LEADING, second),
        Piece(LEFT, TOP - 3 * LEADING, "（二）" + second),
    )
    assert texts(pdf(Page(lines))) == [f"（一）{first}完{first}完{second}", f"（二）{second}"]


def test_odd_and_even_pages_may_have_other_margins():
    lines = wrapped(LONG * 20)
    pages = [
        Page(body(lines[at : at + 20], left=LEFT + 20 * (at // 20 % 2)))
        for at in range(0, len(lines), 20)
    ]
    assert texts(pdf(*pages)) == [LONG * 20]


def test_landscape_page_and_page_turned_by_its_entry_and_page_set_sideways_read_alike():
    lines = wrapped(LONG * 2, wide=40)
    wide = Page(body(lines, top=500), width=842, height=595)
    sideways = tuple(piece._replace(x=595 - piece.y, y=piece.x, angle=90) for piece in wide.pieces)
    for page in (wide, Page(sideways, rotate=90), Page(sideways)):
        assert texts(pdf(page)) == [LONG * 2]


def test_larger_centred_title_stands_by_itself():
    title = centred("关于法治建设情况的报告", TOP, 22)
    lines = body(wrapped(LONG) + wrapped(OTHER), top=TOP - 60)
    first, *rest = read(pdf(Page((title, *lines)))).paragraphs
    assert (first.text, first.align, first.indented) == ("关于法治建设情况的报告", "centre", False)
    assert [paragraph.text for paragraph in rest] == [LONG, OTHER]


def test_signature_is_set_to_the_right():
    name = "某某市人民政府"
    sign = Piece(LEFT + WIDE * SIZE - width(name) - 4 * SIZE, TOP - 8 * LEADING, name)
    paragraphs = read(pdf(Page((*page_of(LONG, OTHER), sign)))).paragraphs
    assert (paragraphs[-1].text, paragraphs[-1].align) == (name, "right")


def test_bold_beginning_is_counted_and_bold_throughout_says_nothing():
    bold, rest = "坚持党的领导。", "全面加强组织建设。"
    lead = Piece(LEFT + 2 * SIZE, TOP, bold, bold=True)
    run_on = Piece(LEFT + 2 * SIZE + width(bold), TOP, rest)
    data = pdf(Page((lead, run_on, *body(wrapped(LONG), top=TOP - LEADING))))
    assert [(p.text, p.bold) for p in read(data).paragraphs] == [(bold + rest, 7), (LONG, 0)]
    assert read(pdf(Page((lead,)))).paragraphs[0].bold == 0


def test_bold_line_at_the_margin_after_a_full_sentence_begins_anew():
    full = "字" * (WIDE - 1) + "。"
    heading = Piece(LEFT, TOP - LEADING, HEADING, bold=True)
    lines = (*body([full]), heading, *body([full, full], top=TOP - 2 * LEADING))
    assert texts(pdf(Page(lines)))[:2] == [full, HEADING]


@pytest.mark.parametrize(
    ("lines", "joined", "hyphens"),
    [
        (("The scope is inter-", "national here."), "The scope is international here.", ["-"]),
        (("It is the year COVID-", "19 came to us."), "It is the year COVID-19 came to us.", []),
        (("Annual report of a", "county at work"), "Annual report of a county at work", []),
        (("全部工作的数量是二千零2", "4.2万件"), "全部工作的数量是二千零24.2万件", []),
    ],
)  # fmt: skip
def test_latin_words_are_parted_and_hyphens_taken_off_where_lines_join(lines, joined, hyphens):
    reach = max(map(width, lines))
    paper = Page(body(lines), width=int(LEFT * 2 + reach))
    assert texts(pdf(paper)) == [joined]
    assert left_out(pdf(paper)) == [("line-wrap hyphen", hyphen) for hyphen in hyphens]


def test_gaps_between_chinese_characters_are_no_spaces_and_between_latin_words_they_are():
    pieces = (
        Piece(LEFT, TOP, "通知", stretch=6),
        Piece(LEFT, 600, "Annual"),
        Piece(LEFT + 56, 600, "report"),
    )
    assert texts(pdf(Page(pieces))) == ["通知", "Annual report"]


@pytest.mark.parametrize(
    "form", ["— {} —", "- {} -", "{}", "第{}页", "第 {} 页 共 3 页", "{}/3", "Page {} of 3", "·{}·"]
)
def test_page_numbers_of_every_form_are_left_out(form):
    pages = [Page((*page_of(LONG), centred(form.format(at), 60, 12))) for at in (1, 2, 3)]
    data = pdf(*pages)
    assert texts(data) == [LONG] * 3
    assert left_out(data) == [("page number", form.format(at)) for at in (1, 2, 3)]


def test_number_alone_on_a_page_that_is_an_image_is_a_page_number_too():
    pages = [Page((*page_of(LONG), centred(str(at), 60))) for at in (1, 2)]
    source = read(pdf(*pages, Page((centred("3", 60),), image=True)))
    assert [remark.text for remark in source.left_out] == ["1", "2", "3"]
    assert [(doubt.reason, doubt.page) for doubt in source.doubts] == [("page without text", 3)]


def test_roman_page_numbers_are_left_out():
    pages = [Page((*page_of(LONG), centred(form, 60, 12))) for form in ("i", "ii", "iii", "iv")]
    assert {reason for reason, _ in left_out(pdf(*pages))} == {"page number"}


def test_single_page_leaves_out_only_what_is_surely_a_page_number():
    assert texts(pdf(Page((*page_of(LONG), centred("3", 60))))) == [LONG, "3"]
    assert texts(pdf(Page((*page_of(LONG), centred("— 3 —", 60))))) == [LONG]


def test_running_headers_and_footers_are_left_out_with_their_own_numbers():
    pages = [
        Page((
            centred("某某市年度报告", 790, 10),
            *page_of(OTHER + "甲乙丙丁"[at]),
            centred(f"内部资料 {at + 1}", 50, 10),
        ))
        for at in range(4)
    ]  # fmt: skip
    data = pdf(*pages)
    assert texts(data) == [OTHER + char for char in "甲乙丙丁"]
    assert Counter(reason for reason, _ in left_out(data)) == {
        "running header": 4,
        "running footer": 4,
    }


def test_headers_of_odd_and_of_even_pages_differ():
    pages = [
        Page((centred(("左页", "右页")[at % 2], 790, 10), *page_of(OTHER + "甲乙丙丁"[at])))
        for at in range(4)
    ]
    assert [text for _, text in left_out(pdf(*pages))] == ["左页", "右页"] * 2


def test_line_that_repeats_inside_the_body_is_kept():
    pages = [Page(page_of(OTHER + char, HEADING, LONG)) for char in "甲乙丙丁"]
    assert texts(pdf(*pages)).count(HEADING) == 4


def test_columns_are_read_one_after_the_other_below_a_title_across_them():
    wide, text = 13, "第一栏的文字" * 20
    lines = wrapped(text, wide)
    half = len(lines) // 2
    title = centred("关于两栏文字的一个很长很长很长的题目", TOP + 50)
    pieces = (
        title,
        *body(lines[:half]),
        *body(lines[half:], left=LEFT + (wide + 2) * SIZE),
    )
    assert texts(pdf(Page(pieces))) == [title.text, text]
    by_rows = sorted(pieces, key=lambda piece: (-piece.y, piece.x))
    assert texts(pdf(Page(tuple(by_rows)))) == [title.text, text]


def table(rows, top=500):
    return tuple(
        Piece(LEFT + 140 * column, top - LEADING * at, cell)
        for at, row in enumerate(rows)
        for column, cell in enumerate(row)
        if cell
    )


def test_aligned_pieces_make_rows():
    rows = [("序号", "单位", "数量"), ("1", "公安局", "504"), ("2", "司法局", "1,024")]
    source = read(pdf(Page((*page_of(LONG), *table(rows)))))
    found = [paragraph.text for paragraph in source.paragraphs if paragraph.row]
    assert found == [CELL.join(row) for row in rows]
    assert not source.doubts


def test_table_with_an_empty_cell_is_doubtful():
    rows = [("序号", "单位", "数量"), ("1", "", "504"), ("2", "司法局", "1,024")]
    (doubt,) = read(pdf(Page((*page_of(LONG), *table(rows))))).doubts
    assert (doubt.reason, doubt.text, doubt.page) == ("table by position", CELL.join(rows[0]), 1)


def test_two_lines_with_gaps_are_no_table():
    rows = [("签发人", "某某某"), ("联系人", "某某")]
    assert texts(pdf(Page(table(rows)))) == ["签发人 某某某", "联系人 某某"]


def test_characters_stay_as_they_are_but_radicals_become_characters():
    source = read(pdf(Page(body(["①㎡Ａ\x07⼀部⻓"]))))
    assert source.paragraphs[0].text == "①㎡Ａ\x07一部长"
    assert [(doubt.reason, doubt.text) for doubt in source.doubts] == [("radicals", "⼀⻓")]


def test_what_is_no_text_of_the_page_is_left_out():
    pieces = (
        *body(["第一\0章", "第二章"]),
        Piece(200, 400, "机密", 40, angle=45),
        Piece(900, 400, "页外"),
        Piece(LEFT, 200, "识别层", mode=3),
    )
    data = pdf(Page(pieces))
    assert texts(data) == ["第一章", "第二章", "识别层"]
    assert sorted(left_out(data)) == [
        ("no character", "\0"),
        ("outside the page", "页外"),
        ("rotated text", "机密"),
    ]


def test_lines_printed_once_more_over_themselves_are_left_out():
    lines = [f"这是第{number}行文字" for number in "一二三四五六七八"]
    again = body(lines, left=LEFT + 0.5)
    data = pdf(Page((*body(lines), *again)))
    assert texts(data) == lines
    assert left_out(data) == [("printed twice", line) for line in lines]


def test_text_that_is_lost_for_want_of_its_font_is_doubtful():
    single = [Piece(LEFT, 300 - 20 * at, char) for at, char in enumerate("㐀㐁㐂")]
    data = pdf(Page((*body(["年报"]), *single)), embedded=False)
    assert [doubt.reason for doubt in read(data).doubts] == ["text without glyphs"]


def test_page_that_is_only_an_image_is_named_among_others():
    (doubt,) = read(pdf(Page(page_of(LONG)), Page(image=True))).doubts
    assert (doubt.reason, doubt.page) == ("page without text", 2)


def test_scan_has_no_text_even_where_its_pages_are_numbered():
    assert problem(pdf(Page(image=True), Page(image=True))) == ("pdf-scanned", {"pages": 2})
    number = centred("— 1 —", 60)
    assert problem(pdf(Page((number,), image=True))) == ("pdf-scanned", {"pages": 1})


def test_blank_pages_have_no_text():
    assert problem(pdf(Page()))[0] == "pdf-no-text"


def test_password_is_needed_only_where_the_empty_one_does_not_open():
    page = Page(page_of(LONG))
    assert problem(pdf(page, password="secret"))[0] == "pdf-encrypted"
    assert texts(pdf(page, password="")) == [LONG]


def test_too_many_pages_or_characters_are_refused(monkeypatch):
    data = pdf(Page(page_of(LONG)), Page(page_of(LONG)))
    monkeypatch.setattr(reader, "PAGES", 1)
    assert problem(data) == ("pdf-too-large", {"limit": 1})
    monkeypatch.setattr(reader, "PAGES", 2)
    monkeypatch.setattr(reader, "CHARACTERS", 100)
    assert problem(data) == ("pdf-too-much-text", {"limit": 100})


def test_absent_library_is_told_with_the_way_to_it(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    code, values = problem(pdf(Page(page_of(LONG))))
    assert code == "pdf-no-library"
    assert values["install"] == "pip install pypdfium2"


CODES = {"pdf-damaged", "pdf-encrypted", "pdf-scanned", "pdf-no-text", "pdf-too-large"}
WHOLE = pdf(*paged(wrapped(LONG * 8)))


@given(st.binary(max_size=200) | st.binary(max_size=200).map(lambda tail: b"%PDF-1.7\n" + tail))
@settings(max_examples=30, deadline=None)
def test_bytes_that_are_no_pdf_are_damaged(data):
    assert problem(data)[0] in CODES


ALTERED = st.dictionaries(st.integers(0, len(WHOLE) - 1), st.integers(0, 255), max_size=8)


@given(st.integers(0, len(WHOLE)) | st.just(len(WHOLE)), ALTERED)
@settings(max_examples=100, deadline=None)
def test_cut_or_altered_files_are_read_or_refused(end, altered):
    data = bytearray(WHOLE)
    for place, value in altered.items():
        data[place] = value
    assert outcome(bytes(data[:end])) in {*CODES, "read"}


def outcome(data):
    try:
        read(data)
    except UnreadableFile as refused:
        return refused.problems[0].code
    return "read"


@pytest.mark.parametrize("number", [0, -1, 1e-9, 1e9, 3e38, -3e38])
def test_numbers_beyond_all_measure_are_survived(number):
    lines = body(wrapped(LONG))
    for piece in (
        Piece(number, 500, "字"),
        Piece(LEFT, number, "字"),
        Piece(LEFT, 500, "字字", size=number),
        Piece(LEFT, 500, "字字", stretch=number),
    ):
        assert texts(pdf(Page((*lines, piece))))[0] == LONG
    assert outcome(pdf(Page(lines, width=number))) in {*CODES, "read"}


CHARS = st.sampled_from("年报工作件，。《》“”—·①abcXYZ019.%-  　\0\x07⼀é")
# On a grid, since of a character set over the same one pdfium itself gives only one.
PIECES = st.tuples(
    st.sampled_from([30, 50, 220, 400]),
    st.integers(2, 26).map(lambda row: row * 30),
    st.text(CHARS, min_size=1, max_size=8),
    st.sampled_from([9, 16, 20]),
    st.booleans(),
    st.sampled_from([0, 0, 0, 0, 90, 30]),
).map(lambda values: Piece(*values))
APART = st.lists(PIECES, max_size=12, unique_by=lambda piece: (piece.x // 60, piece.y))
PAGES = st.lists(APART, min_size=1, max_size=4)


@given(PAGES)
@settings(
    max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate]
)
def test_every_character_is_in_a_paragraph_or_left_out_and_none_is_added(pages):
    data = pdf(*(Page(tuple(pieces)) for pieces in pages))
    assume(outcome(data) == "read")
    source = read(data)
    kept = (item.text for item in (*source.paragraphs, *source.left_out))
    assert visible("".join(kept)) == visible(
        "".join(piece.text for pieces in pages for piece in pieces)
    )


def visible(text):
    return Counter("".join(text.replace("⼀", "一").replace("\0", "").split()))


@given(st.lists(st.integers(1, 160), min_size=1, max_size=30))
@settings(max_examples=30, deadline=None)
def test_paragraphs_of_an_official_document_come_back_whole(lengths):
    paragraphs = [
        "".join(chr(0x4E00 + (start * 97 + at) % 20000) for at in range(length))
        for start, length in enumerate(lengths)
    ]
    lines = [line for text in paragraphs for line in wrapped(text)] + ["　　" + "末" * 5]
    lines = wrapped("首" * 80) + lines
    assert texts(pdf(*paged(lines))) == ["首" * 80, *paragraphs, "末" * 5]


def test_paragraphs_are_in_the_order_of_their_places():
    places = [(p.page, p.line) for p in read(WHOLE).paragraphs]
    assert all(before < after for before, after in pairwise(places))
