import csv
import io
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reporttui.library.opening import open_report
from reporttui.report.model import Span
from reporttui.report.outline import outline
from reporttui.session.bookmarks import Bookmarks, on_metric, on_section, on_words
from reporttui.settings.folders import state_dir
from reporttui.settings.store import FILE, VERSION, Store
from reporttui.text.sentences import sentence_at

FIELDS = ["path", "field", "start", "end", "quote", "note", "made", "lost"]


def store():
    return Store(Path(state_dir(), FILE))


@pytest.fixture
def keep():
    """Bookmark places of a report as the reading room does."""

    def keep(report, *targets):
        entries = outline(report)
        bookmarks = Bookmarks(store(), report, entries)
        for choose, note in targets:
            assert bookmarks.add(choose(entries), note)

    return keep


@pytest.fixture
def marked(keep):
    """The bundled report with a bookmark of each kind."""
    report = open_report(None, io.BytesIO()).report

    def sentence(entries):
        entry = entries.find("1.1.2")
        return on_words(entry, Span("text", *sentence_at(entry.fields["text"], 0)))

    def metric(entries):
        entry = entries.find("1.1.1")
        return on_metric(entry, entry.section.metrics[1])

    keep(
        report,
        (sentence, "多个*重点*\x1b[2J"),
        (metric, ""),
        (lambda entries: on_section(entries.find("1.1")), "再读"),
    )
    return report


def test_without_bookmarks_it_is_told_how_to_make_one(run):
    for form in ("markdown", "csv"):
        code, out, err = run("notes", "--format", form)
        assert (code, out) == (1, "")
        assert err == "no bookmarks yet; in the reading room, m makes one\n"
    assert not store().path.parent.exists()


def test_notes_are_markdown_with_citations_in_reading_order(run, marked):
    code, out, err = run("notes")
    assert (code, err) == (0, "")
    title = "泉州市鲤城区人民政府关于2024年法治政府建设情况的报告"
    source = f"— 泉州市鲤城区人民政府, 《{title}》, 泉鲤政文〔2025〕9号, 2025-02-17, § "
    paragraphs = out.rstrip("\n").split("\n\n")
    assert paragraphs[:5] == [
        f"# Notes on 《{title}》",
        f"{source}1.1 (一)突出政治引领,加强党对法治建设的全面领导",
        "再读",
        "> 全会精神宣讲14场次",
        f"{source}1.1.1 1.深入学习贯彻党的二十届三中全会精神",
    ]
    assert paragraphs[5].startswith("> 将习近平法治思想纳入")
    assert paragraphs[-1] == "多个*重点*␛[2J"


def test_notes_are_rows_for_other_programs(run, marked):
    rows = json.loads(run("notes", "--format", "json").out)
    assert [list(row) for row in rows] == [FIELDS] * 3
    section, metric, sentence = rows
    assert (section["path"], section["field"], section["note"]) == ("1.1", "title", "再读")
    assert metric["quote"] == "全会精神宣讲14场次"
    assert metric["note"] is None
    text = outline(marked).find("1.1.2").fields["text"]
    assert text[sentence["start"] : sentence["end"]] == sentence["quote"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", sentence["made"])
    assert [row["lost"] for row in rows] == [False] * 3
    table = list(csv.DictReader(io.StringIO(run("notes", "--format", "csv").out)))
    assert [row["lost"] for row in table] == ["false"] * 3
    assert [row["path"] for row in table] == ["1.1", "1.1.1", "1.1.2"]


def test_bookmarks_survive_an_edit_of_the_file_and_a_lost_one_says_so(run, marked, write, bundled):
    text = bundled.decode().replace("将习近平法治思想纳入年度", "把习近平法治思想列入年度")
    edited = text.replace("开展区管干部学习", "今年以来,开展区管干部学习")
    name = write("edited.yaml", edited)
    metric, lost = json.loads(run("notes", name, "--format", "json").out)[1:]
    before = json.loads(run("notes", "--format", "json").out)[1]
    assert metric["start"] == before["start"] + len("今年以来,")
    assert (lost["path"], lost["field"], lost["start"], lost["lost"]) == ("1.1.2", None, None, True)
    paragraphs = run("notes", name).out.split("\n\n")
    assert paragraphs[-3].startswith("> 将习近平法治思想纳入年度")
    assert paragraphs[-2] == "— these words of section 1.1.2 are in the report no more"


def test_a_hostile_report_stays_within_its_notes(run, hostile, keep):
    report = open_report(hostile, io.BytesIO()).report
    keep(
        report,
        (lambda entries: on_section(entries[1]), ""),
        (lambda entries: on_words(entries[1], Span("text", 0, 45)), ""),
    )
    for form in ("markdown", "table", "csv", "json", "jsonl", "tsv"):
        done = run("notes", hostile, "--format", form)
        assert done.code == 0
        assert all(char.isprintable() or char in "\n\t" for char in done.out)
    assert r"\[red\]" in run("notes", hostile).out


def test_what_a_newer_program_keeps_is_not_touched_and_that_is_one_line(run, marked):
    path = store().path
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    code, out, err = run("notes")
    assert (code, out) == (2, "")
    assert err == f"reporttui: {path} belongs to a newer reporttui, and is left as it is\n"
    assert path.read_bytes() == before


def test_no_state_finds_nothing(run, marked):
    assert run("notes").code == 0
    assert run("notes", "--no-state").code == 1
    assert run("--no-state", "notes", "--format", "csv").code == 1
