from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from report_strategies import reports

from reporttui.report.building import load
from reporttui.report.model import FORMAT, Report, Section
from reporttui.report.outline import outline, spaced
from reporttui.report.prose import blocks, section_blocks

BUNDLED = Path(__file__).parents[2] / "content" / "licheng-2024.yaml"
FURNITURE = 8  # Lines at the end of the source that the web page adds.


def set_blocks(*sections, **fields):
    """Returns kind, level and text of each block of a report."""
    report = Report(FORMAT, "a", "报告", sections=sections, **fields)
    return [(block.kind, block.level, block.text) for block in blocks(report, outline(report))]


def below_title(*sections, **fields):
    return [(kind, text) for kind, _, text in set_blocks(*sections, **fields)[1:]]


@pytest.fixture(scope="module")
def bundled():
    return load(BUNDLED.read_bytes()).report


def test_the_bundled_report_reads_as_the_official_text_paragraph_by_paragraph(bundled, shared):
    source = (shared / "licheng-2024.source.txt").read_text(encoding="utf-8")
    lines = [line.strip() for line in source.splitlines()]
    lines = [line for line in lines if line]
    official = [lines[4], *lines[6:-FURNITURE]]
    assert [block.text for block in blocks(bundled, outline(bundled))] == official


def test_blocks_hold_every_character_of_the_file(bundled):
    loaded = yaml.safe_load(BUNDLED.read_text(encoding="utf-8"))
    texts = [loaded[key] for key in ("title", "addressee", "opening")]

    def walk(sections):
        for section in sections:
            texts.extend(section.get(key, "") for key in ("number", "title", "text"))
            walk(section.get("sections", []))

    walk(loaded["sections"])
    texts += [loaded[key] for key in ("signed", "signed_date", "disclosure")]
    joined = "".join(block.text for block in blocks(bundled, outline(bundled)))
    assert "".join(joined.split()) == "".join("".join(texts).split())


def test_the_problems_of_the_bundled_report_run_in_and_its_work_lines_do_not(bundled):
    paths = {entry.index: entry.path for entry in outline(bundled)}
    shared = [
        [paths[piece.entry] for piece in block.pieces if piece.field == "number"]
        for block in blocks(bundled, outline(bundled))
        if "一是" in block.text or "四是" in block.text
    ]
    assert shared == [["2.1", "2.2", "2.3"], ["3.1"], ["3.4"]]


def test_a_report_is_title_addressee_opening_sections_and_closing_lines():
    assert set_blocks(
        Section("一、", "工作", text="做了"),
        addressee="人大:",
        opening="甲\n乙",
        disclosure="(公开)",
        signed="政府",
        signed_date="1月21日",
    ) == [
        ("title", 0, "报告"),
        ("addressee", 0, "人大:"),
        ("paragraph", 0, "甲"),
        ("paragraph", 0, "乙"),
        ("heading", 1, "一、工作"),
        ("paragraph", 1, "做了"),
        ("closing", 0, "政府"),
        ("closing", 0, "1月21日"),
        ("closing", 0, "(公开)"),
    ]


def test_a_report_may_be_nothing_but_its_title():
    assert set_blocks() == [("title", 0, "报告")]


@pytest.mark.parametrize("mark", "。.,，;；:：、!！?？")
def test_a_title_that_ends_like_a_sentence_shares_its_line_with_the_text(mark):
    assert below_title(Section("1.", f"甲{mark}", text="乙\n丙")) == [
        ("paragraph", f"1.甲{mark}乙"),
        ("paragraph", "丙"),
    ]


@pytest.mark.parametrize("title", ["甲", "“甲”", "甲(试行)", "《甲》"])
def test_other_titles_stand_alone(title):
    assert below_title(Section("一、", title, text="乙")) == [
        ("heading", f"一、{title}"),
        ("paragraph", "乙"),
    ]


def test_a_title_may_have_no_number_and_no_text():
    assert below_title(Section(title="甲")) == [("heading", "甲")]
    assert below_title(Section(title="甲。")) == [("paragraph", "甲。")]


def test_a_number_without_title_begins_the_text_or_is_a_heading():
    assert below_title(Section("一是", text="甲\n乙")) == [
        ("paragraph", "一是甲"),
        ("paragraph", "乙"),
    ]
    assert below_title(Section("第一章", sections=(Section(text="甲"),))) == [
        ("heading", "第一章"),
        ("paragraph", "甲"),
    ]


def test_run_in_sections_go_on_in_the_paragraph_before_them():
    items = [Section(f"{n}是", "甲,", run_in=True, text="乙。") for n in "一二"]
    assert below_title(Section("二、", "问题", text="丙,", sections=tuple(items))) == [
        ("heading", "二、问题"),
        ("paragraph", "丙,一是甲,乙。二是甲,乙。"),
    ]
    assert below_title(*items, opening="丙,") == [("paragraph", "丙,一是甲,乙。二是甲,乙。")]


def test_the_second_paragraph_of_a_run_in_section_stands_alone():
    items = (Section("一是", run_in=True, text="甲\n乙"), Section("二是", run_in=True, text="丙"))
    assert below_title(Section(text="丁", sections=items)) == [
        ("paragraph", "丁一是甲"),
        ("paragraph", "乙二是丙"),
    ]


def test_a_run_in_section_below_a_heading_begins_a_paragraph():
    assert below_title(Section("二、", "问题", sections=(Section("一是", "甲", True, "乙"),))) == [
        ("heading", "二、问题"),
        ("paragraph", "一是甲乙"),
    ]


def test_blank_lines_and_white_space_around_paragraphs_are_layout():
    assert below_title(opening="\n  甲 乙\u3000\n\n\t丙\n\xa0\n") == [
        ("paragraph", "甲 乙"),
        ("paragraph", "丙"),
    ]


def test_control_characters_around_a_paragraph_are_not_layout():
    assert below_title(opening="\x1b甲\x85\n\u2028") == [
        ("paragraph", "\x1b甲\x85"),
        ("paragraph", "\u2028"),
    ]


def test_one_section_is_set_with_all_below_it_and_nothing_else(bundled):
    entries = outline(bundled)
    problems = entries.find("2")
    texts = [block.text for block in section_blocks(entries, problems.index, problems.end)]
    assert texts[0] == "二、存在问题和短板"
    assert len(texts) == 2
    second = entries.find("2.2")
    (block,) = section_blocks(entries, second.index, second.end)
    assert block.text.startswith("二是规范执法的理念有待进一步加强,基层")
    assert block.text.endswith("执法能力有待提升。")


def test_a_number_that_is_a_word_has_a_space_behind_it():
    chapter = Section("第一章", "总则", text="为了规范。")
    sections = (chapter, Section("一、", "甲"), Section("1.1", "乙"))
    report = Report(FORMAT, "a", "报告", sections=sections)
    entries = outline(report)
    texts = [block.text for block in blocks(report, entries)]
    assert texts == ["报告", "第一章 总则", "为了规范。", "一、甲", "1.1 乙"]
    assert [entry.label for entry in entries[1:]] == ["第一章 总则", "一、甲", "1.1 乙"]


def test_sections_set_one_by_one_are_the_whole():
    sections = (
        Section("一、", "甲", text="乙", sections=(Section(text="丙"),)),
        Section("二、", "丁"),
    )
    report = Report(FORMAT, "a", "报告", sections=sections)
    entries = outline(report)
    parts = [section_blocks(entries, entry.index, entry.index + 1) for entry in entries]
    assert [block for part in parts for block in part] == list(blocks(report, entries))


@settings(deadline=None)
@given(reports())
def test_pieces_stand_in_their_fields_where_they_say_and_none_twice(report):
    entries = outline(report)
    seen = set()
    for block in blocks(report, entries):
        assert block.text
        for entry, field, start, text in block.pieces:
            number = spaced(entries[entry].section.number)
            whole = {**entries[entry].fields, "number": number}[field]
            assert whole[start : start + len(text)] == text
            places = {(entry, field, at) for at in range(start, start + len(text))}
            assert not places & seen
            seen |= places
    for entry in entries:
        for field, text in entry.fields.items():
            shown = {at for index, name, at in seen if (index, name) == (entry.index, field)}
            left_out = "".join(char for at, char in enumerate(text) if at not in shown)
            assert left_out.strip(" \t\n\xa0\u3000") == ""
