"""Official texts of seventy years are searched as a slow search does, in every script and width."""

from functools import cache

import pytest
from slow_search import literal_spans, needle_of, search, sound_ends

from reporttui.figures.readings import readings
from reporttui.report.model import FORMAT, Metric, Report, Section
from reporttui.report.outline import outline
from reporttui.search.matching import Index
from reporttui.search.query import parse
from reporttui.search.tree import terms
from reporttui.text import data

YEARS = (1954, 1956, 1978, 2006, 2024)
"""The first is in traditional characters, and the second has full-width figures."""

BEGINNING = 6_000
"""Code points of each: a slow search is slow."""

QUERIES = (
    *(
        "人民政府",
        "国民经济",
        "國民經濟",
        "发展 经济",
        "发展 -经济",
        "工业 | 农业",
        '"，"',
        "后",
        "1955年",
    ),
    *("guomin", "renmin'd", "人民zf", "fazhan", "gjzd", "jingji -gongye", "“guo jia”", "xian"),
    *(
        r"/[一二三四五六七八九十]+、/",
        r"/\d+(\.\d+)?%/",
        "/^.{1,4}/",
        "/(工|农)业.{0,3}发展/",
        "/。$/",
    ),
    *(
        "value>1000",
        "unit:% | unit:％",
        "数值：10..50",
        "bound:over",
        "in:1",
        "in:3 国",
        "-国",
        "is:metric 产",
    ),
)


def metrics(text):
    """Make metrics of the figures of a text that have a unit."""
    for reading in readings(text):
        quote = text[reading.start : reading.end]
        if reading.unit and text.count(quote) == 1:
            numbers = (
                {"value": reading.value}
                if reading.high is None
                else {"low": reading.value, "high": reading.high}
            )
            name = text[max(0, reading.start - 6) : reading.start] or quote
            yield Metric(name, **numbers, unit=reading.unit, bound=reading.bound, quote=quote)


def report_of(text):
    """Make a report of a text, a section a paragraph."""
    paragraphs = [line for line in text.split("\n") if line.strip()]
    sections = tuple(Section(text=line, metrics=tuple(metrics(line))) for line in paragraphs[1:])
    return Report(FORMAT, "a", paragraphs[0], sections=sections)


@pytest.fixture(scope="module")
def texts(shared):
    @cache
    def text(year):
        path = shared / "corpus" / f"state-council-{year}.txt"
        return path.read_text(encoding="utf-8")[:BEGINNING]

    return text


def compared(text, query):
    """Check a query against the slow search and return the hits, each with its characters."""
    report, wanted = report_of(text), parse(query)
    entries = outline(report)
    matches = Index(entries).matches(wanted, patience=60)
    hits, marked = search([report], wanted.tree)
    assert list(matches.hits) == hits
    assert {number: {*marks} for number, marks in matches.metrics.items()} == marked
    return [(hit, entries[hit.entry].fields[hit.field][hit.start : hit.end]) for hit in hits]


@pytest.mark.parametrize("year", YEARS)
def test_every_query_finds_what_a_slow_search_finds(texts, year):
    found = [bool(compared(texts(year), query)) for query in QUERIES]
    assert sum(found) > len(QUERIES) / 2


@pytest.mark.parametrize("year", YEARS)
def test_what_is_marked_folds_or_reads_to_a_word_of_the_query(texts, year):
    for query in ("人民 | 发展", "guojia | renmin", "人民j | fazhan"):
        found = compared(texts(year), query)
        assert found
        for hit, cut in found:
            words = [term.text for term in terms(parse(query).tree)]
            if hit.sound:
                assert len(cut) in sound_ends(cut, 0, needle_of(hit.sound), False)
            else:
                assert any(literal_spans(cut, word) == [(0, len(cut))] for word in words)


def in_traditional(text):
    """Put a variant in the place of each character that has one: a worse text than any real one."""
    rows = data.rows("variants.txt")
    return text.translate(str.maketrans("".join(rows[1::2]), "".join(rows[::2])))


def in_full_width(text):
    return text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})


@pytest.mark.parametrize("written", [in_traditional, in_full_width])
@pytest.mark.parametrize("year", [1978, 2024])
def test_words_and_pinyin_are_found_at_the_same_places_however_a_text_is_written(
    texts, written, year
):
    text = texts(year)
    other = written(text)
    assert other != text
    assert len(other) == len(text)
    for query in (
        "人民政府",
        "国民经济",
        "发展 经济",
        "工业 | 农业",
        "“，”",
        "renmin",
        "人民zf",
        "guojia -发展",
    ):
        there = [hit for hit, _ in compared(other, query)]
        here = [hit for hit, _ in compared(text, query)]
        assert [hit[:4] for hit in there if not hit.sound] == [
            hit[:4] for hit in here if not hit.sound
        ]
        assert {*here} <= {*there}


@pytest.mark.parametrize("year", [1954, 2024])
def test_a_query_finds_the_same_in_whichever_script_it_is_typed(texts, year):
    for query in ("人民政府", "国民经济", "发展 经济", "工业 | 农业"):
        assert compared(texts(year), query) == compared(texts(year), in_traditional(query))


def test_all_reports_together_are_searched_as_one_after_the_other(texts):
    reports = [report_of(texts(year)) for year in YEARS]
    index = Index(*map(outline, reports))
    for query in ("国民经济", "guomin", "/第.{1,2}年/", "value>1000"):
        hits, marked = search(reports, parse(query).tree)
        matches = index.matches(parse(query), patience=60)
        assert list(matches.hits) == hits
        assert {*matches.metrics} == {*marked}
        assert hits
