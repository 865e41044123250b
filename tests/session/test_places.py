import pytest
from generated_reports import BUNDLED

from reporttui.session.places import Place, are_kept, leave_at, left_at
from reporttui.session.reading import Session
from reporttui.settings.store import Store


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "kept.sqlite3")


@pytest.fixture(scope="module")
def report():
    return BUNDLED


def test_a_report_that_was_not_read_has_no_place(store, report):
    assert left_at(store, report) is None


def test_whether_any_report_was_read_before_is_known(store, report):
    assert not are_kept(store)
    leave_at(store, report._replace(id="other"), Place("0", 0, 0))
    assert are_kept(store)


def test_a_place_is_found_again_by_another_session(store, report):
    session = Session(report)
    session.show(session.document.outline.find("1.3.4").index)
    session.search("行政")
    session.step_hit(1)
    assert leave_at(store, report, session.place)
    later = Session(report)
    later.return_to(left_at(store, report))
    assert (later.entry, later.position) == (session.entry, session.position)


def test_each_report_has_a_place_of_its_own(store, report):
    other = report._replace(title="another one")
    leave_at(store, report, Place("1", 0, 0))
    leave_at(store, other, Place("2", 1, 5))
    assert left_at(store, report) == Place("1", 0, 0)
    assert left_at(store, other) == Place("2", 1, 5)


@pytest.mark.parametrize(
    ("place", "path"),
    [
        (Place("1.9.9.9", 3, 3), "1"),
        (Place("nonsense", 3, 3), "0"),
        (Place("1.1.1", 10**9, 10**9), None),
        (Place("1.1.1", -(10**9), -5), None),
    ],
)
def test_what_is_there_no_more_leads_near_to_it(report, place, path):
    session = Session(report)
    session.return_to(place)
    if path is not None:
        assert session.document.outline[session.entry].path == path
    assert session.position.passage < len(session.document.passages)
