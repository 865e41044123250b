from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from report_strategies import reports

from reporttui.report.building import load
from reporttui.report.model import FORMAT, Report, Section
from reporttui.report.writing import dump

BUNDLED = (Path(__file__).parents[2] / "content" / "licheng-2024.yaml").read_bytes()


def again(report):
    return load(dump(report).encode()).report


def a_report(title="报告", **fields):
    return Report(FORMAT, "a", title, **fields)


@settings(deadline=None)
@given(reports())
def test_what_is_written_is_read_back_the_same(report):
    assert again(report) == report
    assert dump(again(report)) == dump(report)


@settings(deadline=None)
@given(reports())
def test_it_is_read_back_the_same_without_the_c_library(report):
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader", raising=False)
        assert again(report) == report


@settings(deadline=None)
@given(reports())
def test_an_ordinary_loader_reads_the_same_texts(report):
    loaded = yaml.safe_load(dump(report))
    assert loaded["title"] == report.title
    assert loaded.get("opening", "").rstrip("\n") == report.opening


def test_the_bundled_report_is_written_as_it_stands():
    assert dump(load(BUNDLED).report).encode() == BUNDLED


def test_text_is_a_literal_block_a_line_a_paragraph():
    assert "opening: |\n  甲: # 乙\n\n    丙\n" in dump(a_report(opening="甲: # 乙\n\n  丙"))


@pytest.mark.parametrize("title", ["甲\t#乙", "甲:\t乙", "甲\t乙", "甲\x85", "\u202e甲"])
def test_a_line_with_white_space_of_another_kind_is_read_back_the_same(title):
    assert again(a_report(title)).title == title
    assert yaml.safe_load(dump(a_report(title)))["title"] == title


@pytest.mark.parametrize("text", [" 甲", "甲\x1b", "\n甲", "甲\u2028乙"])
def test_text_that_a_block_cannot_hold_stands_between_quotes(text):
    assert 'opening: "' in dump(a_report(opening=text))
    assert again(a_report(opening=text)).opening == text


def test_newlines_at_the_end_of_a_text_are_not_its_own():
    assert again(a_report(opening="甲\n\n")) == a_report(opening="甲")


@pytest.mark.parametrize(
    "title", ["2024年工作", "(一)", "泉鲤政文〔2025〕9号", "H5", "a-b", "“甲”"]
)
def test_a_line_stands_without_quotes_where_every_loader_takes_it_for_text(title):
    assert f"\ntitle: {title}\n" in dump(a_report(title))


@pytest.mark.parametrize(
    "title",
    ["no", "Y", "010", "1:30", "2025-01-21", "~", "%", "甲: 乙", "甲 #", "甲:", "- 甲", " 甲"],
)
def test_a_line_stands_between_quotes_where_it_would_be_taken_for_something_else(title):
    assert f'\ntitle: "{title}"\n' in dump(a_report(title))


def test_a_number_as_printed_always_stands_between_quotes():
    assert '- number: "一、"\n' in dump(a_report(sections=(Section("一、"),)))


def test_what_is_taken_for_granted_is_left_out():
    assert dump(a_report()).count("\n") == 4
