import re

import pytest

from reporttui import words
from reporttui.words.problems import KINDS, PROBLEMS, WHERE, sentences

QUOTE = {"quote": "培训超960人次"}
VALUES = {
    "unknown-report": {"name": "x", "allowed": "licheng-2024", "nearest": ""},
    "unknown-report-nearest": {
        "name": "licheng",
        "allowed": "licheng-2024",
        "nearest": "licheng-2024",
    },
    "not-yaml": {"extension": ".pdf"},
    "file-missing": {},
    "file-missing-nearest": {"nearest": "report.yaml"},
    "file-is-folder": {},
    "file-special": {},
    "file-unreadable": {"reason": "Permission denied"},
    "file-too-large": {"size": 17 * 2**20, "limit": 16 * 2**20},
    "file-empty": {},
    "document-empty": {},
    "document-no-text": {},
    "no-known-encoding": {},
    "text-too-long": {"limit": 4_000_000},
    "unknown-format": {"extension": ".xyz", "allowed": ".docx, .txt"},
    "wrong-extension": {"extension": ".txt", "looks": "PDF"},
    "not-the-format": {"extension": ".pdf", "format": "PDF"},
    "old-word": {},
    "xml-entities": {"part": "word/document.xml"},
    "docx-damaged": {"reason": "not a zip file"},
    "docx-encrypted": {},
    "docx-too-large": {"limit": 64},
    "docx-no-text": {},
    "pdf-no-library": {"install": "pip install 'reporttui[pdf]'"},
    "pdf-damaged": {"reason": "Data format error"},
    "pdf-encrypted": {},
    "pdf-scanned": {"pages": 3},
    "pdf-no-text": {},
    "pdf-too-large": {"limit": 3000},
    "pdf-too-much-text": {"limit": 4_000_000},
    "html-no-article": {},
    "html-too-deep": {},
    "reader-fault": {"reason": "KeyError: 1"},
    "reader-crashed": {},
    "import-exists": {"target": "out/a.yaml"},
    "import-unwritable": {"target": "out/a.yaml", "reason": "Read-only file system"},
    "wrong-encoding": {"byte": "0xC8"},
    "wrong-encoding-guess": {"byte": "0xC8", "guess": "GB18030"},
    "control-character": {"codepoint": "U+001B"},
    "yaml-syntax": {"problem": "mapping values are not allowed in this context"},
    "yaml-tag": {"tag": "!!python/object"},
    "yaml-alias": {"name": "a"},
    "yaml-anchor": {"name": "a"},
    "yaml-too-deep": {"limit": 64},
    "yaml-too-many": {"limit": 400_000},
    "yaml-many-documents": {},
    "yaml-duplicate-key": {"key": "title"},
    "yaml-key-not-text": {},
    "unknown-key": {"key": "x", "allowed": "id, title", "nearest": ""},
    "unknown-key-nearest": {"key": "titel", "allowed": "id, title", "nearest": "title"},
    "missing-key": {"key": "title", "where": "section"},
    "not-text": {"key": "title", "found": "list"},
    "not-text-says": {"key": "title", "found": "number", "says": "010"},
    "not-list": {"key": "sections", "found": "text"},
    "not-mapping": {"where": "report", "found": "list"},
    "empty-text": {"key": "title"},
    "not-a-line": {"key": "title"},
    "not-integer": {"key": "year", "found": "二〇二四"},
    "not-decimal": {"key": "value", "found": "24.2万"},
    "not-date": {"key": "dated", "found": "2025-02-30"},
    "not-datetime": {"key": "published", "found": "2025-02-17T25:00"},
    "not-boolean": {"key": "run_in", "found": "yes"},
    "not-choice": {"key": "bound", "found": "?", "allowed": "over, under", "nearest": ""},
    "not-choice-nearest": {
        "key": "bound",
        "found": "ovr",
        "allowed": "over, under",
        "nearest": "over",
    },
    "wrong-format": {"found": 2, "supported": 1},
    "bad-id": {"found": "鲤城"},
    "range-disorder": {"low": "9", "high": "2"},
    "value-and-range": {},
    "no-value": {},
    "quote-missing": QUOTE,
    "quote-ambiguous": {**QUOTE, "times": 2},
    "at-beyond": {"at": 3, "times": 2},
    "quote-no-value": {**QUOTE, "value": "906", "says": ""},
    "quote-no-value-says": {**QUOTE, "value": "906", "says": "960 人次"},
    "quote-other-unit": {**QUOTE, "unit": "人", "says": ""},
    "quote-other-unit-says": {**QUOTE, "unit": "人", "says": "人次"},
    "quote-other-bound": {**QUOTE, "bound": "under", "says": ""},
    "quote-other-bound-says": {**QUOTE, "bound": "under", "says": "over"},
    "part-of-unknown": {"name": "案件", "nearest": ""},
    "part-of-unknown-nearest": {"name": "案件", "nearest": "案件总数"},
    "part-of-itself": {"name": "案件"},
    "part-of-circle": {"name": "案件"},
    "part-of-ambiguous": {"name": "案件", "times": 2},
    "part-of-other-unit": {"name": "案件", "unit": "人", "whole_unit": "件"},
    "config-syntax": {"problem": "Invalid value"},
    "config-unknown-key": {"key": "x", "allowed": "lang, theme", "nearest": ""},
    "config-unknown-key-nearest": {"key": "lan", "allowed": "lang, theme", "nearest": "lang"},
    "config-not-text": {"key": "theme", "found": "number"},
    "config-not-integer": {"key": "ambiguous_width", "found": "true/false"},
    "config-not-boolean": {"key": "mouse", "found": "text"},
    "config-not-table": {"key": "keys", "found": "date"},
    "config-not-choice": {"key": "theme", "found": "?", "allowed": "auto, dark", "nearest": ""},
    "config-not-choice-nearest": {
        "key": "theme",
        "found": "drak",
        "allowed": "auto, dark",
        "nearest": "dark",
    },
    "config-not-keys": {"key": "keys.quit"},
    "query-expected-term": {},
    "query-not-closed": {"sign": ")"},
    "query-closed-too-often": {},
    "query-nothing-left-out": {},
    "query-too-deep": {},
    "query-empty-phrase": {},
    "query-empty-pattern": {},
    "query-bad-pattern": {},
    "query-large-pattern": {},
    "query-unknown-field": {"name": "x", "allowed": "unit, value", "nearest": ""},
    "query-unknown-field-nearest": {"name": "unti", "allowed": "unit, value", "nearest": "unit"},
    "query-field-without-value": {"field": "unit"},
    "query-field-begun": {"name": "un", "field": "unit"},
    "query-short-word": {"name": "xz"},
    "query-field-of-words": {"field": "title"},
    "query-bad-value": {"found": "x"},
    "query-bad-path": {"found": "x"},
    "query-unknown-value": {
        "field": "kind",
        "found": "x",
        "name": "x",
        "allowed": "count, ratio",
        "nearest": "",
    },
    "query-unknown-value-nearest": {
        "field": "kind",
        "found": "cuont",
        "name": "cuont",
        "allowed": "count, ratio",
        "nearest": "count",
    },
    "query-too-slow": {},
}


@pytest.fixture(params=["en", "zh"])
def language(request):
    words.use(request.param)
    yield request.param
    words.use("en")


@pytest.fixture
def chinese():
    words.use("zh")
    yield
    words.use("en")


def test_every_code_is_tried_here():
    assert VALUES.keys() == PROBLEMS.keys()


@pytest.mark.parametrize("code", PROBLEMS)
def test_every_problem_is_said_as_parts_of_one_line(language, code):
    for part in sentences(code, VALUES[code]):
        assert part
        assert "{" not in part
        assert not re.search(r"[;；\n]|[.。!！]$", part)


@pytest.mark.parametrize("code", PROBLEMS)
def test_every_problem_shows_what_was_found(language, code):
    said = " ".join(sentences(code, VALUES[code]))
    for name in VALUES[code].keys() & {"key", "name", "quote", "nearest", "says", "reason"}:
        assert str(VALUES[code][name]) in said


@pytest.mark.parametrize("code", PROBLEMS)
def test_chinese_sentences_are_chinese_with_full_width_signs(chinese, code):
    for part, english in zip(sentences(code, VALUES[code]), PROBLEMS[code], strict=True):
        assert part != english
        assert re.search("[一-鿿]", part)
        assert not re.search("[一-鿿][,;!?(]|[,;!?)][一-鿿]", part)


def test_a_problem_reads_well_in_english():
    assert sentences("unknown-key-nearest", VALUES["unknown-key-nearest"]) == (
        'unknown key "titel"',
        "expected one of id, title",
        'did you mean "title"?',
    )


def test_a_problem_reads_well_in_chinese(chinese):
    assert sentences("unknown-key-nearest", VALUES["unknown-key-nearest"]) == (
        "未知的键“titel”",
        "应为以下之一：id、title",
        "要写的是不是“title”？",
    )


@pytest.mark.parametrize("code", ["unknown-key", "not-choice", "part-of-unknown"])
def test_a_value_that_is_known_chooses_the_fuller_sentences(code):
    values = VALUES[f"{code}-nearest"]
    assert sentences(code, values) == sentences(f"{code}-nearest", values)
    assert sentences(code, {**values, "nearest": ""}).mend != sentences(code, values).mend


def test_kinds_of_values_are_said_in_the_language(chinese):
    assert sentences("not-text", {"key": "title", "found": "list"}).what == "“title”的内容是列表"


def test_the_text_found_is_shown_as_it_stands_even_where_it_is_the_word_for_a_kind(chinese):
    assert sentences("not-integer", {"key": "year", "found": "list"}).what == "“year”写作“list”"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_words(language, kind):
    assert sentences("config-not-text", {"key": "lang", "found": kind}).what


@pytest.mark.parametrize("where", WHERE)
def test_every_place_has_its_words(language, where):
    assert sentences("missing-key", {"key": "id", "where": where}).what


def test_sizes_are_said_in_megabytes():
    said = sentences("file-too-large", {"size": 20 * 2**20, "limit": 16 * 2**20})
    assert (said.what, said.expected) == ("the file has 20 MB", "expected at most 16 MB")


def test_one_byte_too_many_shows_in_the_size():
    said = sentences("file-too-large", {"size": 16 * 2**20 + 1, "limit": 16 * 2**20})
    assert said.what == "the file has 16.1 MB"


def test_braces_in_a_value_are_shown_as_they_stand():
    assert sentences("yaml-tag", {"tag": "{0.__class__}"}).what == 'tag "{0.__class__}"'


def test_an_unknown_code_is_a_key_error():
    with pytest.raises(KeyError):
        sentences("no-such-code", {})


def test_a_value_that_is_not_given_is_a_key_error():
    with pytest.raises(KeyError):
        sentences("yaml-tag", {"name": "x"})
