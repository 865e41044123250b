import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from generated_reports import BUNDLED, reports
from hypothesis import assume, given
from hypothesis import strategies as st

from reporttui.report.mapping import mapped
from reporttui.report.model import Metric, Report, Section, Span
from reporttui.report.outline import outline
from reporttui.session.bookmarks import (
    Bookmarks,
    anchor,
    on_metric,
    on_section,
    on_words,
    refusal,
)
from reporttui.settings.store import VERSION, Store
from reporttui.text.safe import visible
from reporttui.text.sentences import sentences


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "kept.sqlite3")


def of(store, report):
    return Bookmarks(store, report, outline(report))


def report(*sections, **fields):
    made = tuple(Section(title=title, text=text) for title, text in sections)
    return Report(format=1, id="a", title="题", sections=made, **fields)


def words(report, path, text):
    """The target of the first place of some words in a section's text."""
    entry = outline(report).find(path)
    start = entry.fields["text"].index(text)
    return on_words(entry, Span("text", start, start + len(text)))


def now(report, target):
    """Where a target stands: path, field and start."""
    found = anchor(outline(report), target)
    return found and (outline(report)[found.entry].path, found.span.field, found.span.start)


OLD = report(("甲", "培训3人次。办结3件。"), ("乙", "办结3件。又办4件。"))


# Kept and listed.


def test_what_is_added_is_listed_in_reading_order_with_its_note(store):
    bookmarks = of(store, OLD)
    entries = outline(OLD)
    assert bookmarks.listed() == []
    assert bookmarks.add(words(OLD, "2", "又办4件。"), "核对")
    assert bookmarks.add(on_section(entries[1]))
    assert bookmarks.add(words(OLD, "1", "办结3件。"))
    listed = of(store, OLD).listed()
    assert [each.bookmark.target.exact for each in listed] == ["甲", "办结3件。", "又办4件。"]
    assert [each.bookmark.note for each in listed] == ["", "", "核对"]
    assert [each.anchor.entry for each in listed] == [1, 1, 2]
    assert listed[1].anchor.span == Span("text", 6, 11)


def test_closing_lines_come_behind_the_last_section(store):
    signed = OLD._replace(signed="某区人民政府")
    front, first, *_ = outline(signed)
    of(store, signed).add(on_words(front, Span("signed", 0, 2)))
    of(store, signed).add(on_section(first))
    of(store, signed).add(on_section(front))
    assert [each.bookmark.target.exact for each in of(store, signed).listed()] == [
        "题",
        "甲",
        "某区",
    ]


def test_a_note_is_changed_and_a_bookmark_removed(store):
    bookmarks = of(store, OLD)
    bookmarks.add(words(OLD, "1", "培训3人次。"), "one")
    bookmarks.add(words(OLD, "2", "又办4件。"), "two")
    first, second = (each.bookmark.id for each in bookmarks.listed())
    assert bookmarks.annotate(second, "三")
    assert bookmarks.remove(first)
    assert [each.bookmark.note for each in bookmarks.listed()] == ["三"]


def test_a_number_never_comes_to_mean_another_bookmark(store):
    bookmarks = of(store, OLD)
    bookmarks.add(words(OLD, "1", "培训3人次。"))
    on_somebodys_screen = bookmarks.listed()[0].bookmark.id
    bookmarks.remove(on_somebodys_screen)
    bookmarks.add(words(OLD, "2", "又办4件。"))
    bookmarks.remove(on_somebodys_screen)
    assert len(bookmarks.listed()) == 1


def test_each_report_has_its_own_also_when_its_text_or_its_id_was_edited(store):
    of(store, OLD).add(words(OLD, "1", "培训3人次。"))
    other = report(("甲", "培训3人次。"))._replace(id="b")
    assert of(store, other).listed() == []
    assert len(of(store, report(("甲", "培训3人次。新。"))).listed()) == 1
    assert len(of(store, OLD._replace(id="c")).listed()) == 1


def test_shell_and_screen_keep_the_same_of_a_text_with_control_characters(store):
    raw = report(("甲\x1b", "培训\x1b[31m3人次。\u202e办\ue000结。"))
    shown = mapped(raw, visible)
    of(store, shown).add(words(shown, "1", "␦办␦结。"))
    of(store, raw).add(words(raw, "1", "培训\x1b[31m3人次。"))
    of(store, raw).add(on_section(outline(raw)[1]))
    assert of(store, raw).listed() == of(store, shown).listed()
    assert all(each.anchor for each in of(store, raw).listed())
    assert of(store, raw._replace(id="z")).listed() == of(store, shown._replace(id="z")).listed()


# Found again.


@pytest.mark.parametrize(
    ("new", "place"),
    [
        (OLD, ("1", "text", 6)),
        (report(("甲", "新增一句。培训3人次。办结3件。"), ("乙", "办结3件。")), ("1", "text", 11)),
        (report(("甲", "培训5人次。办结3件。"), ("乙", "办结3件。又办4件。")), ("1", "text", 6)),
        (report(("新", "无。"), ("甲", "培训3人次。办结3件。")), ("2", "text", 6)),
        (report(("乙", "办结3件。又办4件。"), ("甲", "培训3人次。办结3件。")), ("2", "text", 6)),
        (report(("甲", "办结3件。无。培训3人次。办结3件。")), ("1", "text", 13)),
        (report(("甲", "培训3人次。"), ("乙", "办结3件。又办4件。")), ("2", "text", 0)),
        (report(("甲", "培训3人次。办结4件。")), None),
        (report(("甲", "培训3人次。")), None),
    ],
    ids=[
        "nothing changed",
        "a sentence was put before",
        "the sentence before it was edited",
        "a section was put before",
        "sections changed places",
        "the same words were put before",
        "only another section still says it",
        "the words were edited",
        "the words were deleted",
    ],
)
def test_words_are_found_again_or_are_lost(new, place):
    target = words(OLD, "1", "办结3件。")
    assert now(new, target) == place


def test_with_the_old_words_around_them_edited_they_stay_in_their_section():
    old = report(("甲", "一二三。办结3件。四五六。"), ("乙", "七八九。办结3件。六。"))
    target = words(old, "2", "办结3件。")
    new = report(("甲", "一二三。办结3件。四五六。"), ("乙", "新。办结3件。新。"))
    assert now(new, target) == ("2", "text", 2)


def test_a_section_is_found_by_its_title_only_where_that_is_a_title():
    target = on_section(outline(OLD)[1])
    assert now(report(("丙", "甲说乙。"), ("甲", "改了。")), target) == ("2", "title", 0)
    assert now(report(("丙", "甲说乙。")), target) is None


def test_a_section_without_a_title_is_known_by_its_first_words_or_its_number():
    by_words = report(("", "培训3人次。办结3件。"))
    assert on_section(outline(by_words)[1]).exact == "培训3人次。"
    numbered = OLD._replace(sections=(Section(number="一、"), Section(number="二、")))
    target = on_section(outline(numbered)[2])
    assert now(numbered, target) == ("2", "number", 0)
    assert now(numbered._replace(sections=numbered.sections[1:]), target) == ("1", "number", 0)
    assert now(OLD, target) is None


def test_a_metric_is_known_by_its_quote():
    metric = Metric(name="培训", value=3, unit="人次", quote="培训3人次")
    assert on_metric(outline(OLD)[1], metric).exact == "培训3人次"
    assert on_metric(outline(OLD)[2], metric) is None


def test_every_sentence_section_and_metric_of_the_bundled_report_is_found_where_it_is():
    entries = outline(BUNDLED)
    for entry in entries:
        assert now(BUNDLED, on_section(entry))[0] == entry.path
        for field, text in entry.fields.items():
            for start, end in sentences(text):
                target = on_words(entry, Span(field, start, end))
                assert now(BUNDLED, target) == (entry.path, field, start)
    for entry, metric in entries.metrics():
        assert now(BUNDLED, on_metric(entry, metric))[0] == entry.path


@given(reports, st.data())
def test_in_a_report_that_has_not_changed_every_place_is_found(report, data):
    entries = outline(report)
    entry = data.draw(st.sampled_from(entries))
    assume(entry.fields)
    field = data.draw(st.sampled_from(list(entry.fields)))
    start = data.draw(st.integers(0, len(entry.fields[field]) - 1))
    end = data.draw(st.integers(start + 1, len(entry.fields[field])))
    found = anchor(entries, on_words(entry, Span(field, start, end)))
    assert found == (entry.index, Span(field, start, end))


# A store that cannot be used.


def test_what_a_newer_program_keeps_is_left_and_that_is_said(store):
    assert refusal(store) == ""
    of(store, OLD).add(words(OLD, "1", "培训3人次。"))
    assert refusal(store) == ""
    with closing(sqlite3.connect(store.path)) as database, database:
        database.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = store.path.read_bytes()
    assert of(store, OLD).listed() == []
    assert of(store, OLD).add(words(OLD, "1", "培训3人次。")) is False
    assert refusal(store) == f"{store.path} belongs to a newer reporttui, and is left as it is"
    assert store.path.read_bytes() == before


def test_a_broken_store_is_left_and_that_is_said(store):
    store.path.write_bytes(b"no database" * 1000)
    assert of(store, OLD).add(words(OLD, "1", "培训3人次。")) is False
    assert "move it away" in refusal(store)


# Killed, and several at once.

WRITER = """
import sys
from itertools import count
from pathlib import Path
from reporttui.report.model import Report, Section
from reporttui.report.outline import outline
from reporttui.session.bookmarks import Bookmarks, on_section
from reporttui.settings.store import Store
report = Report(format=1, id="a", title="题", sections=(Section(title="甲"),))
entries = outline(report)
bookmarks = Bookmarks(Store(Path(sys.argv[1])), report, entries)
for number in range(int(sys.argv[3])) if sys.argv[3:] else count():
    while not bookmarks.add(on_section(entries[1]), f"{sys.argv[2]}-{number}"):
        pass  # The others have kept it waiting for too long.
    print(number, flush=True)
"""


def writer(store, name, *count):
    command = [sys.executable, "-c", WRITER, str(store.path), name, *count]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def notes(store):
    return [each.bookmark.note for each in of(store, OLD).listed()]


def test_readers_that_are_killed_lose_nothing_that_was_acknowledged(store):
    for attempt in range(4):
        with writer(store, str(attempt)) as one, writer(store, f"{attempt}'") as two:
            first = [one.stdout.readline() for _ in range(5 + 3 * attempt)]
            one.kill()
            two.kill()
            acknowledged = [*first, *one.stdout], [*two.stdout]
        kept = notes(store)
        for name, lines in zip((str(attempt), f"{attempt}'"), acknowledged, strict=True):
            assert {f"{name}-{line.strip()}" for line in lines if line} <= set(kept)
        assert len(set(kept)) == len(kept)
    with closing(sqlite3.connect(store.path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_two_readers_at_once_lose_nothing(store):
    both = [writer(store, name, "25") for name in "ab"]
    assert [each.communicate(timeout=60)[0].split()[-1] for each in both] == ["24", "24"]
    assert sorted(notes(store)) == sorted(f"{name}-{n}" for name in "ab" for n in range(25))


def test_what_was_being_written_at_a_kill_is_undone_by_whoever_reads_next(store):
    of(store, OLD).add(words(OLD, "1", "培训3人次。"), "kept")
    program = (
        "import os, sqlite3, sys; database = sqlite3.connect(sys.argv[1]);"
        "database.execute('PRAGMA cache_size = 1'); database.execute('DELETE FROM bookmarks');"
        "database.executemany('INSERT INTO places VALUES (?, ?, 0, 0)',"
        " [(str(n), 'x' * 500) for n in range(500)]); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", program, str(store.path)])
    assert store.path.with_name(f"{store.path.name}-journal").exists()
    assert notes(store) == ["kept"]
