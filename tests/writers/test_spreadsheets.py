import csv
import io
import re
import zipfile
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from reporttui.report.building import load
from reporttui.report.model import Metric
from reporttui.writers.formulas import inert, is_formula

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


class Book:
    """A workbook as another program reads it."""

    def __init__(self, data):
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        shared = self.xml("sharedStrings")
        self.strings = ["".join(item.itertext()) for item in shared.iter(f"{MAIN}si")]
        self.styles = list(self.xml("styles").find(f"{MAIN}cellXfs"))

    def xml(self, name):
        return ElementTree.fromstring(self.zip.read(f"xl/{name}.xml"))

    def names(self):
        return [sheet.get("name") for sheet in self.xml("workbook").iter(f"{MAIN}sheet")]

    def cells(self, number):
        for cell in self.xml(f"worksheets/sheet{number}").iter(f"{MAIN}c"):
            value = cell.find(f"{MAIN}v").text
            kind = cell.get("t", "n")
            style = self.styles[int(cell.get("s", 0))]
            yield cell.get("r"), kind, self.strings[int(value)] if kind == "s" else value, style


@pytest.fixture
def book(export, hostile):
    return Book(export(hostile, "xlsx"))


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+甲", "-增长", "@x", "\t=1", "\r1", "\n=1", "  =1", "＝1", "－1月", "+1+1", "-1-1"],
)
def test_text_that_a_spreadsheet_may_take_for_a_formula_is_made_inert(text):
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "甲=乙", "-5", "+3.20", "-5.0%", "1-2", "—甲", "'=1"])
def test_other_text_and_numbers_with_a_sign_stay_as_they_are(text):
    assert inert(text) == text
    assert not is_formula(text)


def test_csv_has_the_rows_of_the_metrics_with_cells_made_inert(export, hostile):
    found = rows(export(hostile, "csv"))
    names = [row["name"] for row in found]
    assert names[0] == "'=1+1"
    assert names[1] == '\'␍+甲"乙",丙'
    assert names[3] == "'-增长"
    assert (found[3]["value"], found[3]["printed"]) == ("-5.0", "-5.0%")
    assert found[2]["unit"] == "'@人次"


def test_cells_can_be_left_as_they_are(export, hostile):
    found = rows(export(hostile, "csv", raw_cells=True))
    assert found[0]["name"] == "=1+1"
    assert rows(export(hostile, "csv"))[4] == found[4]


def test_csv_begins_with_a_byte_order_mark_where_that_is_wanted(export, bundled):
    assert export(bundled, "csv", bom=True) == b"\xef\xbb\xbf" + export(bundled, "csv")


def test_every_line_of_csv_is_a_row(export, hostile):
    assert len(export(hostile, "csv").decode().splitlines()) == 1 + 6


def test_a_workbook_has_no_formula_and_no_link(book):
    parts = b"".join(map(book.zip.read, book.zip.namelist()))
    assert not re.search(rb"<f[ >]|<hyperlink|externalLink|TargetMode", parts)
    assert '=HYPERLINK("http://x.example","培训")' in book.strings


def test_text_like_a_formula_is_marked_as_text_without_a_change(book):
    marked = {text for _, kind, text, style in book.cells(1) if style.get("quotePrefix")}
    assert {"=1+1", "-增长", "@人次"} <= marked
    assert "办结" not in marked


def test_no_cell_is_marked_where_that_is_not_wanted(export, hostile):
    book = Book(export(hostile, "xlsx", raw_cells=True))
    assert not [style for *_, style in book.cells(1) if style.get("quotePrefix")]


def test_values_are_numbers_beside_their_units(book):
    cells = {place: (kind, value) for place, kind, value, _ in book.cells(1)}
    assert cells["D1"] == ("s", "value")
    assert cells["D4"] == ("n", "15000")
    assert cells["G4"] == ("s", "@人次")
    assert cells["D5"] == ("n", "-5")
    assert (cells["E7"], cells["F7"]) == (("n", "3"), ("n", "5"))


def test_values_show_the_decimals_that_were_printed(book):
    styles = {place: style.get("numFmtId") for place, _, _, style in book.cells(1)}
    forms = {
        form.get("numFmtId"): form.get("formatCode")
        for form in book.xml("styles").iter(f"{MAIN}numFmt")
    }
    assert forms[styles["D4"]] == "#,##0.00"
    assert forms[styles["D5"]] == "#,##0.0"


def test_a_number_that_a_workbook_would_round_is_text(book):
    number = "123456789012345678901234567890.12345678901234567890"
    assert [kind for _, kind, value, _ in book.cells(1) if value == number] == ["s"]


@pytest.mark.parametrize("sheet", [1, 2, 3])
def test_the_header_stays_in_view_and_filters(book, sheet):
    xml = book.xml(f"worksheets/sheet{sheet}")
    assert (
        next(xml.iter(f"{MAIN}pane")).attrib.items() >= {"ySplit": "1", "state": "frozen"}.items()
    )
    assert xml.find(f"{MAIN}autoFilter").get("ref").startswith("A1:")


def test_provenance_has_the_sentence_of_each_figure_and_the_report_its_facts(book):
    assert book.names() == ["Metrics", "Provenance", "Report"]
    sentences = [text for place, _, text, _ in book.cells(2) if place.startswith("E")]
    assert sentences[3] == "培训␛[31m约1.50万人次, 比上年增长-5.0%。"
    assert sentences[-2:] == ["无此句", "3至5个工作日办结。"]
    assert "=cmd|'/c calc'!A1" in [text for _, _, text, _ in book.cells(3)]


def test_a_sentence_too_long_for_a_cell_is_cut(export):
    text = f"共3件{'😀' * 20_000}。"
    report = load("format: 1\nid: a\ntitle: 题\n".encode()).report
    metric = Metric("甲", value=Decimal(3), unit="件", quote="共3件")
    book = Book(export(report._replace(opening=text, metrics=(metric,)), "xlsx"))
    longest = max(book.strings, key=len)
    assert longest.endswith("😀…")
    assert len(longest.encode("utf-16-le")) // 2 <= 32_767


def test_a_report_without_any_figure_makes_sheets_with_headers_alone(export):
    report = load("format: 1\nid: a\ntitle: 题\nopening: 无。\n".encode()).report
    assert len(list(Book(export(report, "xlsx")).cells(1))) == 17
    assert rows(export(report, "csv")) == []
