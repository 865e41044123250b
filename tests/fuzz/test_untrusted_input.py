"""Whatever comes in, nothing but what is meant for it comes out. Few examples here; make fuzz."""

import re
import time
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser
from textual.message import Message

from reporttui.report.building import load
from reporttui.report.model import BadReport
from reporttui.report.outline import outline
from reporttui.report.writing import dump
from reporttui.search.matching import Index
from reporttui.search.patterns import TooSlowError
from reporttui.search.printing import printed
from reporttui.search.query import parse
from reporttui.text.safe import escaped, is_safe, visible

BUNDLED = (Path(__file__).parents[2] / "content" / "licheng-2024.yaml").read_bytes()
OUTLINE = outline(load(BUNDLED).report)
INDEX = Index(OUTLINE)
PIECES = [
    *(b"!!python/object ", b"&a ", b"*a", b"<<: ", b"|\n", b">-\n", b"? ", b"- - - ", b"\t"),
    *(b"\x00", b"\xff\xfe", b"\x1b[2J", b"\xe2\x80\xae", b'"\\x1b"', b"{", b"[", b"~", b"---\n"),
    *(b"value: 1e999999999\n", b"at: -1\n", b"year: 0x7F\n", b"sections:\n", b"metrics:\n"),
]
TOKENS = [
    *("行政", "xzfy", "a", "unit:", "单位：", "value>", "数值:", "10..50", "kind:ratio", "in:1.4"),
    *(
        "title:",
        "name:",
        "is:metric",
        "(",
        ")",
        "（",
        "|",
        "-",
        '"',
        "“",
        "”",
        "/",
        "\\",
        "[",
        "{9}",
    ),
    *("(a|aa)+$", "(?x)", "*", "+", "?", " ", "\u3000", "件", "20万", "∞", "\u202e", "\x00"),
]
KEYS = ["\x1b", "[", "O", "?", ";", "M", "<", "1", "200~", "201~", "R", "u", "行", "\x00", "\x7f"]

queries = st.text() | st.lists(st.sampled_from(TOKENS), max_size=12).map("".join)


@st.composite
def damaged(draw):
    """The bundled report with some pieces cut out and others put in."""
    data = bytearray(BUNDLED[: draw(st.integers(200, 6000))])
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        cut = draw(st.integers(0, 30))
        data[at : at + cut] = draw(st.sampled_from(PIECES) | st.binary(max_size=8))
    return bytes(data)


@given(st.binary(max_size=300) | damaged())
@example(b"a: &a [*a]")
def test_the_loader_reads_a_report_or_tells_what_is_wrong(data):
    try:
        report, problems = load(data).report, ()
    except BadReport as bad:
        report, problems = None, bad.problems
    if report:
        assert load(dump(report).encode()).report == report
    else:
        lines = data.count(b"\n") + data.count(b"\r") + 1
        assert problems
        assert all(1 <= problem.line <= lines + 1 for problem in problems)


@given(queries)
def test_a_query_is_a_tree_or_a_mistake_and_is_answered_in_time(source):
    query = parse(source)
    if query.mistake:
        assert 0 <= query.mistake.start < query.mistake.end
        return
    if query.tree is None:
        assert not source.strip()
        return
    assert parse(printed(query.tree)).tree == query.tree
    begin = time.process_time()
    try:
        found = INDEX.matches(query)
    except TooSlowError:
        found = None
    # What a reader would still call an answer; far more than the time that is given.
    assert time.process_time() - begin < 5
    for hit in found.hits if found else ():
        assert 0 <= hit.start <= hit.end <= len(OUTLINE[hit.entry].fields[hit.field])


@given(st.text() | st.lists(st.sampled_from(KEYS), max_size=30).map("".join))
def test_what_a_terminal_sends_is_read_as_messages(data):
    parser = XTermParser()
    assert all(isinstance(message, Message) for message in parser.feed(data))


@given(st.text())
def test_text_is_shown_without_anything_that_moves_a_terminal(text):
    assert len(visible(text)) == len(text)
    for shown in (visible(text), escaped(text)):
        assert is_safe(shown.replace("\n", ""))
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
