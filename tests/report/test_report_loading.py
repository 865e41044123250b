from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reporttui.report.building import load
from reporttui.report.model import BadReport
from reporttui.report.nodes import MAX_DEPTH
from reporttui.report.problems import ENOUGH
from reporttui.words.problems import sentences

BUNDLED = (Path(__file__).parents[2] / "content" / "licheng-2024.yaml").read_bytes()
HEAD = "format: 1\nid: a-1\ntitle: 报告\n"
METRIC = HEAD + "opening: 3件\nmetrics:\n- name: 案件\n  quote: 3件\n"


def report_of(text):
    return load(text.encode()).report


def problems_of(file):
    data = file if isinstance(file, bytes) else file.encode()
    with pytest.raises(BadReport) as caught:
        load(data)
    return caught.value.problems


def found_in(file):
    """Returns `code line:column` of each problem."""
    return [f"{p.code} {p.line}:{p.column}" for p in problems_of(file)]


@pytest.fixture
def pure_python(monkeypatch):
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


def test_a_report_is_read_with_the_types_of_its_rules():
    report = report_of(
        HEAD + "year: 2024\ndated: 2025-01-21\npublished: 2025-02-17T11:23\n"
        "sections:\n- number: '1.'\n  title: 工作\n  run_in: true\n  text: |\n    甲\n    乙95.20%\n"
        "  metrics:\n  - name: 率\n    value: 95.20\n    unit: '%'\n    kind: ratio\n"
        "    quote: 95.20%\n"
    )
    section = report.sections[0]
    assert (report.year, report.dated, report.published) == (2024, "2025-01-21", "2025-02-17T11:23")
    assert (section.number, section.run_in, section.text) == ("1.", True, "甲\n乙95.20%")
    assert str(section.metrics[0].value) == "95.20"
    assert isinstance(section.metrics[0].value, Decimal)


def test_the_bundled_report_is_read_alike_without_the_c_library(pure_python):
    assert hasattr(yaml, "CSafeLoader") is False
    pure = load(BUNDLED)
    assert len(pure.report.sections) == 3
    assert pure.root.value[-1][0].line == BUNDLED.count(b"\n")


def test_both_loaders_read_the_same_report_and_the_same_places(monkeypatch):
    fast = load(BUNDLED)
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert load(BUNDLED) == fast


@pytest.mark.parametrize("ending", ["", "\n", "\n\n"])
@pytest.mark.parametrize("style", ["|\n  甲\n\n  乙", "|-\n  甲\n\n  乙", '"甲\\n\\n乙\\n"'])
def test_a_text_does_not_end_with_a_newline_however_it_is_written(style, ending):
    assert report_of(f"{HEAD}opening: {style}{ending}").opening == "甲\n\n乙"


def test_white_space_within_a_text_is_kept():
    assert report_of(HEAD + 'opening: "  甲 \\n \\t乙  "\n').opening == "  甲 \n \t乙  "


def test_a_byte_order_mark_moves_no_column():
    assert load(b"\xef\xbb\xbf" + HEAD.encode()).report.title == "报告"
    assert found_in(b"\xef\xbb\xbfform: 1\n" + HEAD.encode()) == ["unknown-key 1:1"]


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_other_newlines_are_newlines(newline):
    text = HEAD + "opening: |\n  甲\n  乙\nx: 1\n"
    assert found_in(text.replace("\n", newline)) == ["unknown-key 7:1"]
    assert report_of(text[:-5].replace("\n", newline)).opening == "甲\n乙"


def test_columns_count_code_points():
    assert found_in(HEAD + "sections: [{𝐭: 鲤, 城: 1, title: 𠀀}]\n") == [
        "unknown-key 4:13",
        "unknown-key 4:19",
    ]


def test_all_problems_of_a_file_are_told_at_once_in_its_order():
    text = (
        "format: 2\n"
        "id: 鲤城\n"
        "titel: 报告\n"
        "year: 010\n"
        "dated: 2025-02-30\n"
        "sections:\n"
        "- title: !important 工作\n"
        "  run_in: no\n"
        "  title: 又\n"
        "  metrics:\n"
        "  - name: &a 案件\n"
        "    value: 1:30\n"
        "    bound: ovr\n"
        "    quote: *a\n"
        "  - 3件\n"
        "- text: ''\n"
        "? [甲]\n"
        ": 乙\n"
    )
    assert found_in(text) == [
        "wrong-format 1:9",
        "missing-key 1:1" if False else "bad-id 2:5",
        "unknown-key 3:1",
        "not-integer 4:7",
        "not-date 5:8",
        "yaml-tag 7:10",
        "not-boolean 8:11",
        "yaml-duplicate-key 9:3",
        "yaml-anchor 11:11",
        "not-decimal 12:12",
        "not-choice 13:12",
        "yaml-alias 14:12",
        "not-mapping 15:5",
        "empty-text 16:9",
        "yaml-key-not-text 17:3",
    ]
