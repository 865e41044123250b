"""Regular expressions find what Python's own do, and end in time whatever they are."""

import re
import resource
import subprocess
import sys
from pathlib import Path
from time import monotonic, process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporttui.report.model import FORMAT, Report, Section
from reporttui.report.outline import outline
from reporttui.search.matching import Index
from reporttui.search.patterns import BadPatternError, TooSlowError, compiled, find
from reporttui.search.query import parse

SOURCE = Path(__file__).parents[2] / "src"
PIECES = (
    "a",
    "b",
    ".",
    r"\d",
    r"\w",
    r"\s",
    "[ab]",
    "[^a]",
    "(a|b)",
    "(?:ab)",
    "^",
    "$",
    "行",
    "件",
)
PATTERNS = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(["", "", "*", "+?", "{1,2}"])), max_size=4
).map(
    lambda parts: (
        "|".join(piece + times * (piece not in "^$") for piece, times in parts[:1])
        + "".join(piece + times * (piece not in "^$") for piece, times in parts[1:])
    )
)


def found(pattern, text, start=0, end=None):
    end = len(text) if end is None else end
    return [text[slice(*span)] for span in find(pattern, text, start, end, monotonic() + 60)]


@given(PATTERNS, st.text("abAB1 \n行件", max_size=12))
def test_what_is_found_is_what_pythons_own_engine_finds(pattern, text):
    own = re.finditer(pattern, text, re.IGNORECASE | re.MULTILINE)
    assert found(pattern, text) == [match[0] for match in own if match[0]]


def test_case_is_ignored_and_width_is_not():
    assert found("ai", "AI ai ＡＩ") == ["AI", "ai"]


def test_classes_know_all_characters():
    assert found(r"\w+", "行政 复议") == ["行政", "复议"]
    assert found(r"\d+", "12１２") == ["12１２"]
    assert found(r"\p{Han}+", "第3条") == ["第", "条"]


def test_lines_have_ends_of_their_own():
    assert found("^.|.$", "甲乙丙\n丁戊") == ["甲", "丙", "丁", "戊"]


def test_a_stretch_is_searched_as_if_nothing_stood_behind_it():
    assert found("a+$", "aaaab", 1, 3) == ["aa"]
    assert found("a*", "bbb") == []


@pytest.mark.parametrize(
    "pattern",
    [
        "(",
        ")",
        "[",
        "a{2}{2}",
        "*",
        "(?P<",
        r"\p{nothing}",
        r"\N{no}",
        r"\L<a>",
        "(?<=a",
        "(?9)",
        "\\",
        "(" * 5000,
        "(?P<a>)(?P<a>",
        r"\1",
        "(?z)",
    ],
)
def test_what_is_no_pattern_is_told_with_a_place(pattern):
    with pytest.raises(BadPatternError) as bad:
        compiled(pattern)
    assert bad.value.is_large == (len(pattern) > 1000)
    assert bad.value.position is None or 0 <= bad.value.position <= len(pattern)


@given(st.text(st.sampled_from("ab()[]{}|?*+^$\\.<>=!:P12,&~#-"), max_size=12))
def test_every_text_is_a_pattern_or_a_bad_one(text):
    try:
        compiled(text)
    except BadPatternError:
        return
    assert isinstance(found(text, "aab12"), list)


REPEATED = ["(a{1000}){1000}", "((a{100}){100}){100}", "a{999999999}", r"(\\{1000}){1000}"]
REPEATED += ["(?x)(a{ 1000 }){ 1000 }", "(?:.{400,}){400}"]


@pytest.mark.parametrize("pattern", REPEATED)
def test_repeats_of_repeats_are_refused_before_they_take_the_memory(pattern):
    with pytest.raises(BadPatternError):
        compiled(pattern)


@pytest.mark.parametrize("pattern", REPEATED)
def test_refusing_takes_no_time(pattern):
    begin = process_time()
    parse(f"/{pattern}/")
    assert process_time() - begin < 1


@pytest.mark.parametrize(
    "pattern", [r"\d{4}年\d{1,2}月\d{1,2}日", ".{0,40}复议.{0,40}", "(..){3}", "a{1000}"]
)
def test_usual_repeats_are_fine(pattern):
    assert compiled(pattern)


def test_what_counts_is_what_the_engine_writes_out():
    assert compiled(".{0,50}复议.{0,50}诉讼.{0,50}")
    for pattern in ("((a?b?c?d?e?f?g?h?i?j?){300}){300}", "(?x)(a{1 000}){1000}", "(?x)a{9#\n}"):
        with pytest.raises(BadPatternError):
            compiled(pattern)


SLOW = "(a|aa)+[bc]"
LONG = "a" * 60


def test_a_pattern_is_given_up_when_the_time_is_up():
    begin = process_time()
    with pytest.raises(TooSlowError):
        list(find(SLOW, LONG, 0, len(LONG), monotonic() + 0.05))
    # Far more than was asked for, and far less than the pattern would take.
    assert process_time() - begin < 5


def test_the_time_is_for_all_matches_together():
    text = ("a" * 24 + "c") * 10_000
    with pytest.raises(TooSlowError):
        list(find("(a|aa)+b|c", text, 0, len(text), monotonic() + 0.1))


def test_after_the_time_nothing_is_begun():
    with pytest.raises(TooSlowError):
        list(find("a", "a", 0, 1, monotonic() - 1))


@pytest.mark.parametrize("ending", ["", "!"])
def test_a_pattern_with_exponentially_many_ways_ends_on_a_megabyte(ending):
    report = Report(FORMAT, "a", "报告", sections=(Section(text="a" * 1_000_000 + ending),))
    begin = process_time()
    try:
        hits = Index(outline(report)).matches(parse("/(a|aa)+$/")).hits
    except TooSlowError:
        hits = None
    assert process_time() - begin < 10
    assert hits is None or [hit[1:4] for hit in hits] == [("text", 0, 1_000_000)]


@pytest.mark.parametrize("query", ["/{}/", "案 | /{}/", "-/{}/", "title:(案|/{}/)"])
def test_the_patience_is_for_the_query(query):
    report = Report(FORMAT, "a", "案", sections=(Section(LONG, LONG),))
    with pytest.raises(TooSlowError):
        Index(outline(report)).matches(parse(query.format(SLOW)), patience=0.05)


def test_the_engine_is_not_imported_for_words():
    code = (
        "import sys; from reporttui.search.query import parse; parse('a -b 单位:件 value>5 “x”');"
        "print('regex' in sys.modules); parse('/a/'); print('regex' in sys.modules)"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=SOURCE, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


def test_no_pattern_of_a_line_takes_the_memory_of_a_machine():
    code = "from reporttui.search.query import parse; print(parse(input()).mistake is not None)"
    for pattern in (*REPEATED, r"(\\{100000}){100000}"):
        done = subprocess.run(
            [sys.executable, "-c", code],
            input=f"/{pattern}/",
            cwd=SOURCE,
            capture_output=True,
            text=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30)),
        )
        assert done.stdout.strip() == "True", done.stderr
