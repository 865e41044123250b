import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reporttui.analysis.citation import STYLES, citation, first_sentence, written
from reporttui.report.model import Report, Section
from reporttui.report.outline import outline
from reporttui.text.safe import is_safe, visible

TODAY = "2026-11-25"
REPORT = Report(
    format=1,
    id="licheng-2024",
    title="某区关于2024年法治政府建设情况的报告",
    issuer="某区人民政府",
    year=2024,
    document_number="某政文〔2025〕9号",
    dated="2025-01-21",
    published="2025-02-17T11:23",
    sections=(Section(number="一、", title="工作情况", text="办结3件。\n“好!”又办4件。"),),
    signed="某区政府办公室",
    signed_date="2025年1月21日",
)
BARE = Report(format=1, id="a", title="报告")
NASTY = (
    "\\`*_[x](javascript:y)<b>{}#|~&$%^@!\"'=-+:.\n\x1b]0;\x07\u202e\u2028\ue000"
    "https://e.x www.e.x 1. "
)

hostile = (st.text(st.sampled_from(NASTY)) | st.text()).filter(lambda text: visible(text).strip())


def with_hostile_text(test):
    return example(text=NASTY)(example(text="{")(given(text=hostile)(test)))


def cite(report, style, section=1, quote="", url=""):
    entry = outline(report)[section] if section is not None else None
    return written(citation(report, TODAY, entry, quote, url), style)


def first_line(report, **more):
    return cite(report, "gbt7714", None, **more)


def nasty_report(text):
    section = Section(number=text, title=text, text=text)
    return REPORT._replace(
        title=text, issuer=text, document_number=text, sections=(section,), signed=text
    )


# GB/T 7714—2015.


def test_a_report_on_the_net_is_an_electronic_resource():
    assert first_line(REPORT) == (
        "某区人民政府. 某区关于2024年法治政府建设情况的报告: 某政文〔2025〕9号[R/OL]. "
        "(2025-02-17)[2026-11-25]."
    )


def test_its_address_stands_last_with_nothing_behind_it():
    url = "https://example.org/r.html"
    assert first_line(REPORT, url=url).endswith(f"(2025-02-17)[2026-11-25]. {url}")
    assert first_line(BARE, url=url) == f"佚名. 报告[R/OL]. [2026-11-25]. {url}"


def test_a_report_of_which_no_publication_on_the_net_is_known_is_a_monograph():
    report = REPORT._replace(published="")
    assert first_line(report).endswith("9号[R]. [出版地不详]: 某区人民政府, 2025.")


@pytest.mark.parametrize(
    ("fields", "end"),
    [
        ({}, "佚名. 报告[R]. [出版地不详]: [出版者不详]."),
        ({"signed": "某局"}, "某局. 报告[R]. [出版地不详]: 某局."),
        ({"year": 2024}, "佚名. 报告[R]. [出版地不详]: [出版者不详], [2025]."),
        ({"year": 2024, "signed_date": "2026年3月1日"}, "[出版者不详], 2026."),
        ({"signed_date": "某年"}, "[出版者不详]."),
        ({"dated": "2025-01-21", "year": 2023}, "[出版者不详], 2025."),
    ],
)
def test_what_is_missing_is_said_as_the_standard_has_it(fields, end):
    assert first_line(BARE._replace(**fields)).endswith(end)


def test_section_and_words_stand_in_a_line_of_their_own():
    lines = cite(REPORT, "gbt7714", quote="办结3件。").split("\n")
    assert lines == [first_line(REPORT), "1 一、工作情况: “办结3件。”"]


@with_hostile_text
def test_no_report_adds_a_line_to_the_reference(text):
    lines = cite(nasty_report(text), "gbt7714", quote=text, url=text).split("\n")
    assert len(lines) == 2
    assert re.match("1(:| )", lines[1])


# Markdown.


def test_markdown_quotes_and_says_whose_words_these_are():
    assert cite(REPORT, "markdown", quote="办结3件。", url="https://e.org/?a=1&b=（二）") == (
        "> 办结3件。\n\n— 某区人民政府, 《某区关于2024年法治政府建设情况的报告》, "
        "某政文〔2025〕9号, 2025-02-17, § 1 一、工作情况, "
        "<https://e.org/?a=1&b=%EF%BC%88%E4%BA%8C%EF%BC%89>"
    )
    assert cite(BARE, "markdown", None) == "— 《报告》"
    assert cite(BARE._replace(year=2024), "markdown", None) == r"— 《报告》, \[2025\]"


@with_hostile_text
def test_nothing_of_a_report_is_markup_in_markdown(text):
    tokens = (
        MarkdownIt()
        .enable(["table", "strikethrough"])
        .parse(cite(nasty_report(text), "markdown", quote=text))
    )
    kinds = [token.type for token in tokens]
    paragraph = ["paragraph_open", "inline", "paragraph_close"]
    assert kinds == ["blockquote_open", *paragraph, "blockquote_close", *paragraph]
    quote, source = (token for token in tokens if token.type == "inline")
    assert {child.type for child in [*quote.children, *source.children]} <= {"text"}
    assert said(quote) == visible(text).replace("\n", "␤").strip()
    assert not re.search(r"(?<!\\):(?=//)|[$@]|(?<=www)\.", re.sub(r"\\.", "", quote.content))


def said(token):
    return "".join(child.content for child in token.children)


# BibTeX, with a parser of what its manual says: fields in braces that balance, or one word.


def parsed(entry):
    kind, key, rest = re.fullmatch(r"@(\w+)\{([^\s,{}]+),\n(.*)\}", entry, re.DOTALL).groups()
    fields = {}
    while rest:
        name, rest = re.fullmatch(r"\s*(\w+) = (.*)", rest, re.DOTALL).groups()
        end = closing(rest) if rest[0] == "{" else re.match(r"[a-z]+", rest).end()
        assert rest[end] == ","
        assert name not in fields
        fields[name], rest = rest[:end], rest[end + 1 :].lstrip("\n")
    return kind, key, fields


def closing(text):
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return at + 1
    raise AssertionError("a brace is left open")


def set_by_tex(text):
    """What TeX prints of a field."""
    signs = {"textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^"}
    signs |= {"textbraceleft": "{", "textbraceright": "}"}
    text = text[1:-1]
    assert not re.search(r"(?<!\\)[%#&_$]|[~^]", text)
    return re.sub(
        r"\{\\([a-z]+)\}|\\([%#&_$])|[{}]", lambda m: signs.get(m[1], "") or m[2] or "", text
    )


def test_bibtex_is_a_techreport_with_all_that_is_known():
    kind, key, fields = parsed(cite(REPORT, "bibtex", quote="办结3件。", url="https://e.org/a_b"))
    assert (kind, key) == ("techreport", "licheng-2024:1")
    assert fields == {
        "author": "{{某区人民政府}}",
        "title": "{某区关于2024年法治政府建设情况的报告}",
        "institution": "{某区人民政府}",
        "number": "{某政文〔2025〕9号}",
        "year": "{2025}",
        "month": "feb",
        "url": r"{https://e.org/a\_b}",
        "urldate": "{2026-11-25}",
        "language": "{chinese}",
        "note": "{1 一、工作情况: 办结3件。}",
    }
    assert parsed(cite(BARE, "bibtex", None))[2].keys() == {"title", "language"}
    assert parsed(cite(BARE._replace(year=2024), "bibtex", None))[2]["year"] == "{[2025]}"


@with_hostile_text
def test_bibtex_says_what_the_report_says_and_nothing_else(text):
    _, _, fields = parsed(cite(nasty_report(text), "bibtex", quote=text))
    shown = visible(text).replace("\n", "␤")
    assert set_by_tex(fields["title"]) == shown
    assert set_by_tex(fields["author"]) == shown
    assert set_by_tex(fields["note"]).endswith(f": {shown}")


# CSL-JSON.

CSL = {
    **dict.fromkeys(("id", "type", "language", "title", "publisher", "number"), str),
    **dict.fromkeys(("URL", "section", "note"), str),
    **dict.fromkeys(("issued", "accessed"), dict),
    "author": list,
}
"""Variables of CSL 1.0 and what its schema of input data says they are."""


def test_csl_json_is_one_report_with_all_that_is_known():
    (item,) = json.loads(cite(REPORT, "csl-json", quote="办结3件。", url="https://e.org"))
    assert all(isinstance(value, CSL[name]) for name, value in item.items())
    assert item.keys() == CSL.keys()
    assert (item["type"], item["id"]) == ("report", "licheng-2024:1")
    assert item["author"] == [{"literal": "某区人民政府"}]
    assert item["issued"] == {"date-parts": [[2025, 2, 17]]}
    assert item["accessed"] == {"date-parts": [[2026, 11, 25]]}
    (bare,) = json.loads(cite(BARE, "csl-json", None))
    assert bare == {"id": "a", "type": "report", "language": "zh-CN", "title": "报告"}


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ({"year": 2024}, {"date-parts": [[2025]], "circa": True}),
        ({"signed_date": "2025年1月"}, {"date-parts": [[2025]]}),
        ({"dated": "2025-01-21"}, {"date-parts": [[2025, 1, 21]]}),
    ],
)
def test_csl_json_says_how_much_of_the_date_is_known(fields, issued):
    (item,) = json.loads(cite(BARE._replace(**fields), "csl-json", None))
    assert item["issued"] == issued


@with_hostile_text
def test_csl_json_says_what_the_report_says_as_it_is(text):
    (item,) = json.loads(cite(nasty_report(text), "csl-json", quote=text))
    assert (item["title"], item["note"]) == (text, text)


# All styles.


@pytest.mark.parametrize("style", STYLES)
@with_hostile_text
def test_every_style_is_safe_to_show(style, text):
    lines = cite(nasty_report(text), style, quote=text, url=text).split("\n")
    assert all(map(is_safe, lines))


def test_the_first_sentence_is_one_of_the_sections_own():
    front, section = outline(REPORT._replace(opening="现报告如下:\n总数为12件。"))
    assert first_sentence(section) == "办结3件。"
    assert first_sentence(front) == "现报告如下:"
    assert first_sentence(outline(REPORT)[0]) == ""
