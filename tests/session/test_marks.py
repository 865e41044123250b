import pytest
from generated_reports import BUNDLED

from reporttui.session import taking
from reporttui.session.changes import Change
from reporttui.session.document import Position
from reporttui.session.reading import Session
from reporttui.settings.store import MemoryStore, Store

QUOTE = "轮训区管干部504人次"


@pytest.fixture(params=["kept", "in memory"])
def store(request, tmp_path):
    return Store(tmp_path / "kept.sqlite3") if request.param == "kept" else MemoryStore()


@pytest.fixture
def session(store):
    return Session(BUNDLED, store=store)


def section(session, path):
    document = session.document
    return taking.section(document, document.outline.find(path).index).target()


def metric(session, number):
    return taking.metric(session.document, number).target()


def sentence(session, text):
    passages = session.document.passages
    index = next(i for i, each in enumerate(passages) if text in each.text)
    session.read(Position(index, passages[index].text.index(text)))
    return taking.text(session).target()


def line_of(session):
    """Return the stretch of ten characters where the reader is."""
    return session.position, session.position.offset + 10


def notes(session):
    return [(each.bookmark.target.exact, each.bookmark.note) for each in session.marks.listed]


def test_a_bookmark_is_made_and_removed_by_the_same(session):
    for target in (section(session, "1.1"), metric(session, 0), sentence(session, "培训超960")):
        assert session.toggle_bookmark(target, None) == "made"
        assert [text for text, _ in notes(session)] == [target.exact]
        assert session.toggle_bookmark(target, None) == "removed"
        assert notes(session) == []


def test_section_sentence_and_metric_are_marked_where_they_stand(session):
    outline = session.document.outline
    session.toggle_bookmark(section(session, "1.1"), None)
    assert session.marks.sections == {outline.find("1.1").index}
    session.toggle_bookmark(metric(session, 3), None)
    assert session.marks.metrics == {3}
    target = sentence(session, "开展党的二十届三中全会精神宣讲")
    session.toggle_bookmark(target, None)
    assert [each.target for each in session.marks.on(*line_of(session))][-1].kind == "sentence"
    assert session.marks.on(Position(0, 0), 3) == []


def test_a_bookmark_on_the_readers_line_is_removed_whatever_it_is_on(session):
    session.toggle_bookmark(metric(session, 0), None)
    target = sentence(session, QUOTE)
    assert target.kind == "sentence"
    assert session.toggle_bookmark(target, line_of(session)) == "removed"
    assert notes(session) == []
    assert session.toggle_bookmark(target, line_of(session)) == "restored"
    assert [text for text, _ in notes(session)] == [QUOTE]


def test_one_that_is_brought_back_comes_with_its_note(session):
    session.toggle_bookmark(section(session, "1.1"), None)
    session.annotate_bookmark(session.marks.listed[0].bookmark, "重要")
    before = notes(session)
    session.toggle_bookmark(section(session, "1.1"), None)
    assert session.toggle_bookmark(section(session, "1.1"), None) == "restored"
    assert notes(session) == before
    session.remove_bookmark(session.marks.listed[0].bookmark)
    assert session.restore_bookmark()
    assert notes(session) == before
    assert not session.restore_bookmark()


def test_what_is_removed_is_brought_back_nowhere_else(session):
    session.toggle_bookmark(section(session, "1.1"), None)
    session.toggle_bookmark(section(session, "1.1"), None)
    assert session.toggle_bookmark(section(session, "1.2"), None) == "made"
    assert [text for text, _ in notes(session)] != []
    assert session.marks.sections == {session.document.outline.find("1.2").index}


def test_words_that_stand_nowhere_get_none(session):
    assert session.toggle_bookmark(None, None) == "nowhere"


def test_what_another_program_has_made_is_seen(store):
    one, other = Session(BUNDLED, store=store), Session(BUNDLED, store=store)
    assert notes(one) == notes(other) == []
    one.toggle_bookmark(section(one, "1.1"), None)
    assert other.toggle_bookmark(section(other, "1.1"), None) == "removed"
    one.marks.look()
    assert notes(one) == []


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").touch()
    session = Session(BUNDLED, store=Store(tmp_path / "file" / "kept.sqlite3"))
    assert session.toggle_bookmark(section(session, "1.1"), None) == "refused"
    assert notes(session) == []


def test_they_are_found_again_when_the_report_is_loaded_anew_without_those_words(session):
    session.toggle_bookmark(section(session, "1.1"), None)
    session.toggle_bookmark(section(session, "2"), None)
    session.reload(BUNDLED._replace(sections=BUNDLED.sections[1:]))
    assert [each.anchor and each.anchor.entry for each in session.marks.listed][1] is None
    assert session.marks.sections == {1}


def test_those_who_watch_are_told(session):
    told = []
    session.watch(told.append)
    session.toggle_bookmark(section(session, "1.1"), None)
    session.annotate_bookmark(session.marks.listed[0].bookmark, "重要")
    session.remove_bookmark(session.marks.listed[0].bookmark)
    session.restore_bookmark()
    assert told == [Change.BOOKMARKS] * 4
