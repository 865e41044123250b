from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
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
        HEAD + "year: 2024\ndated: 2025-01-21\npublished: 2025-02-17T11:23\nsections:\n"
        "- number: '1.'\n  title: 工作\n  run_in: true\n  text: |\n    甲\n    乙95.20%\n"
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
        "missing-key 1:1",
        "wrong-format 1:9",
        "bad-id 2:5",
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


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        # Types come from the rules, and what other programs would guess differently is no text.
        ("issuer: no\n", "not-text 4:9"),
        ("issuer: 1:30\n", "not-text 4:9"),
        ("issuer: 010\n", "not-text 4:9"),
        ("issuer: 2025-01-21\n", "not-text 4:9"),
        ("issuer: ~\n", "not-text 4:9"),
        ("issuer:\n", "not-text 4:8"),
        ("issuer: [甲]\n", "not-text 4:9"),
        ("issuer: {甲: 乙}\n", "not-text 4:9"),
        ("issuer: ''\n", "empty-text 4:9"),
        ("issuer: '\u3000'\n", "empty-text 4:9"),
        ("issuer: |\n  甲\n  乙\n", "not-a-line 4:9"),
        ("opening: 12\n", "not-text 4:10"),
        ("year: 二〇二四\n", "not-integer 4:7"),
        ("year: 0\n", "not-integer 4:7"),
        ("year: 010\n", "not-integer 4:7"),
        ("year: 2_024\n", "not-integer 4:7"),
        ("year: ２０２４\n", "not-integer 4:7"),
        ("year: 9999999999\n", "not-integer 4:7"),
        ("year: 2024.0\n", "not-integer 4:7"),
        ("dated: 2025-02-29\n", "not-date 4:8"),
        ("dated: 2025-1-21\n", "not-date 4:8"),
        ("dated: 0000-01-01\n", "not-date 4:8"),
        ("dated: 20250121\n", "not-date 4:8"),
        ("published: 2025-02-17T24:00\n", "not-datetime 4:12"),
        ("published: 2025-02-30 11:23\n", "not-datetime 4:12"),
        ("published: 2025-02-17T11\n", "not-datetime 4:12"),
        ("sections: 甲\n", "not-list 4:11"),
        ("sections:\n", "not-list 4:10"),
        ("sections: {title: 甲}\n", "not-list 4:11"),
        ("sections: [甲]\n", "not-mapping 4:12"),
        ("sections:\n-\n", "not-mapping 5:2"),
        ("sections:\n- run_in: true\n", "missing-key 5:3"),
        ("sections:\n- title: 甲\n  run_in: yes\n", "not-boolean 6:11"),
        ("sections:\n- title: 甲\n  run_in: True\n", "not-boolean 6:11"),
        # YAML that is more than a report needs.
        ("issuer: !!str 甲\n", "yaml-tag 4:9"),
        ("issuer: !!python/name:os.system 甲\n", "yaml-tag 4:9"),
        ("issuer: &a 甲\n", "yaml-anchor 4:9"),
        ("issuer: *a\n", "yaml-alias 4:9"),
        ("*a : 甲\n", "yaml-alias 4:1"),
        ("sections: *a\n", "yaml-alias 4:11"),
        ("sections: [*a]\n", "yaml-alias 4:12"),
        ("<<: {issuer: 甲}\n", "unknown-key 4:1"),
        ("title: 又\n", "yaml-duplicate-key 4:1"),
        ("[甲]: 乙\n", "yaml-key-not-text 4:1"),
        ("? {甲: 乙}\n: 丙\n", "yaml-key-not-text 4:3"),
        ("'': 甲\n", "unknown-key 4:1"),
        ("---\nformat: 1\n", "yaml-many-documents 4:1"),
        ("issuer: 甲: 乙\n", "yaml-syntax 4:10"),
        ("issuer: 'a\n", "yaml-syntax 5:1"),
        ("issuer: @a\n", "yaml-syntax 4:9"),
        ("\tissuer: 甲\n", "yaml-syntax 4:1"),
    ],
)
def test_each_fault_is_told_with_its_place(monkeypatch, loader, rest, expected):
    if loader == "SafeLoader":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert found_in(HEAD + rest) == [expected]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("", "no-value 6:3"),
        ("  value: 3\n  low: 2\n", "value-and-range 6:3"),
        ("  low: 5\n  high: 2\n", "range-disorder 6:3"),
        ("  value: 010\n", "not-decimal 8:10"),
        ("  value: 1e3\n", "not-decimal 8:10"),
        ("  value: .5\n", "not-decimal 8:10"),
        ("  value: +5\n", "not-decimal 8:10"),
        ("  value: 1_000\n", "not-decimal 8:10"),
        ("  value: 12,596\n", "not-decimal 8:10"),
        ("  value: 24.2万\n", "not-decimal 8:10"),
        ("  value: 0x1F\n", "not-decimal 8:10"),
        ("  value: .nan\n", "not-decimal 8:10"),
        ("  value: 3\n  at: 0\n", "not-integer 9:7"),
        ("  value: 3\n  unit: 5\n", "not-text 9:9"),
        ("  value: 3\n  kind: counts\n", "not-choice 9:9"),
    ],
)
def test_each_fault_of_a_metric_is_told_with_its_place(rest, expected):
    assert found_in(METRIC + rest) == [expected]


def test_a_metric_needs_name_and_quote():
    assert found_in(HEAD + "metrics:\n- value: 3\n") == ["missing-key 5:3"] * 2


def test_a_range_may_be_open_at_one_end():
    metric = report_of(METRIC + "  low: 3\n").metrics[0]
    assert (metric.low, metric.high, metric.value) == (Decimal(3), None, None)


def test_quotes_make_text_of_what_would_be_guessed_and_numbers_may_have_them():
    report = report_of(HEAD + "issuer: 'no'\nyear: '2024'\n")
    assert (report.issuer, report.year) == ("no", 2024)


def test_a_word_that_comes_near_is_proposed():
    problem = problems_of(HEAD + "documentnumber: 甲\n")[0]
    assert problem.values["nearest"] == "document_number"
    problem = problems_of(METRIC + "  value: 3\n  bound: ovr\n")[0]
    assert problem.values["nearest"] == "over"


@pytest.mark.parametrize("empty", ["", "\n\n", "# nichts\n", "---\n", "~\n", "\ufeff"])
def test_an_empty_file_is_said_to_be_empty(empty):
    assert found_in(empty) == ["file-empty 1:1"]


@pytest.mark.parametrize(("root", "found"), [("甲", "text"), ("12", "number"), ("- a", "list")])
def test_a_file_that_is_no_mapping_is_no_report(root, found):
    (problem,) = problems_of(root)
    assert (problem.code, problem.values["found"]) == ("not-mapping", found)


@pytest.mark.parametrize(
    ("codec", "guess"), [("gb18030", "GB18030"), ("big5", "Big5"), ("utf-16", "UTF-16")]
)
def test_another_encoding_is_recognised(codec, guess):
    text = HEAD + "opening: 2024年,全面推行政府建政工作,依法行政水平不斷提升。\n" * 3
    (problem,) = problems_of(text.encode(codec, "ignore"))
    assert (problem.code, problem.values["guess"]) == ("wrong-encoding", guess)


def test_a_byte_that_is_no_utf_8_is_told_with_its_place():
    (problem,) = problems_of(HEAD.encode() + "issuer: 鲤".encode() + b"\xff\n")
    assert (problem.code, problem.line, problem.column) == ("wrong-encoding", 4, 10)
    assert problem.values["byte"] == "0xFF"


@pytest.mark.parametrize(
    "char", ["\0", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\ufeff", "\u2028", "\uffff"]
)
def test_a_raw_control_character_is_told_with_its_place(char):
    (problem,) = problems_of(HEAD + f"issuer: 鲤{char}城\n")
    assert (problem.code, problem.line, problem.column) == ("control-character", 4, 10)
    assert problem.values["codepoint"] == f"U+{ord(char):04X}"


@pytest.mark.parametrize("escape", ["\\0", "\\e", "\\x85", "\\u2028", "\\u202e", "\\U0001f600"])
def test_an_escaped_character_is_read(escape):
    assert len(report_of(HEAD + f'issuer: "鲤{escape}城"\n').issuer) == 3


def test_a_level_more_than_allowed_is_told_with_its_place():
    nested = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert found_in("\n".join(nested)) == ["not-mapping 1:1"]
    assert found_in("\n".join(f"[{nested}]")) == [f"yaml-too-deep {MAX_DEPTH + 1}:1"]


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[\n", "{甲: "])
def test_a_hundred_thousand_levels_are_refused(monkeypatch, loader, opening):
    if loader == "SafeLoader":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert "yaml-too-deep" in found_in(opening * 100_000)[0]


def test_an_alias_bomb_expands_to_nothing():
    lines = [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 9) + "]" for n in range(1, 9)]
    codes = {code.split()[0] for code in found_in("a0: &a0 甲\n" + "\n".join(lines))}
    assert codes == {"yaml-alias", "yaml-anchor"} | {"unknown-key", "missing-key"}


@pytest.mark.parametrize(
    "flood",
    [
        "k{n}: 1\n",
        "甲" * 5000 + "{n}: 1\n",
        "issuer: !a 甲\n",
        "- \x01\n",
        "metrics: [*a, *b]\n",
    ],
)
def test_a_file_that_is_all_faults_is_given_up_early(flood):
    text = "".join(flood.format(n=n) for n in range(3 * ENOUGH))
    assert len(problems_of(text)) <= ENOUGH


def test_a_value_too_long_for_a_sentence_is_shortened():
    (problem,) = problems_of(HEAD + "year: " + "9" * 100_000)
    assert len(str(problem.values["found"])) < 100


# fmt: off
HOSTILE = st.sampled_from([
    "*a", "&a ", "!!str ", "!x ", "- ", "? ", ": ", "[", "]", "{", "}", ", ", "|", ">", "'", '"',
    "\n", "\t", "# ", "---\n", "...\n", "%YAML 9.9\n", "<<", "~", "0", "-1", "\0", "\r", "\ufeff",
    "\u2028", "\\", "\\UFFFFFFFF", '"\\UFFFFFFFF"', "@", "`", "𠀀", "format: 1\n", "  ",
])
# fmt: on
BYTES = st.binary() | st.text().map(str.encode) | st.lists(HOSTILE).map("".join).map(str.encode)


def told(data):
    """Returns the problems of bytes; none where they are a report."""
    try:
        load(data)
    except BadReport as bad:
        return bad.problems
    return []


def are_sentences_in_order(problems):
    places = [(problem.line, problem.column) for problem in problems]
    assert places == sorted(places)
    assert all(line >= 1 and column >= 1 for line, column in places)
    assert all(sentences(problem.code, problem.values) for problem in problems)


@settings(deadline=None)
@given(BYTES)
def test_nothing_but_bad_report_escapes_from_any_bytes(data):
    are_sentences_in_order(told(data))


@settings(deadline=None)
@given(st.data())
def test_nothing_but_bad_report_escapes_from_a_spoilt_report(data):
    lines = BUNDLED.decode().splitlines(keepends=True)[: data.draw(st.integers(1, 90))]
    text = "".join(lines)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.integers(0, 12))
        text = text[:start] + data.draw(HOSTILE) + text[end:]
    are_sentences_in_order(told(text.encode()))
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader", raising=False)
        are_sentences_in_order(told(text.encode()))


def test_a_file_of_more_values_than_any_report_has_is_refused_before_it_fills_memory():
    flood = b"format: 1\nid: a\ntitle: t\nsections:\n" + b"- title: x\n" * 250_000
    with pytest.raises(BadReport) as refused:
        load(flood)
    assert refused.value.problems[-1].code == "yaml-too-many"
