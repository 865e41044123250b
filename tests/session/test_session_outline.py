from generated_reports import BUNDLED, reports
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_session_search import queries

from reporttui.session.reading import Session

few = settings(max_examples=100, deadline=None)


def parents(session, entry):
    while entry > 0:
        entry = session.document.outline[entry].parent
        yield entry


def test_without_query_and_folds_the_whole_outline_is_shown():
    session = Session(BUNDLED)
    assert session.visible_entries() == list(range(41))


@few
@given(report=reports, folded=st.sets(st.integers(0, 12)))
@example(report=BUNDLED, folded={2, 6})
def test_what_lies_below_a_folded_node_is_hidden_and_nothing_else(report, folded):
    session = Session(report)
    entries = range(len(session.document.outline))
    for entry in folded:
        if entry in entries:
            session.fold(entry, True)
    hidden = {
        entry for entry in entries if any(up in folded - {0} for up in parents(session, entry))
    }
    assert session.visible_entries() == [entry for entry in entries if entry not in hidden]
    for entry in folded:
        session.fold(entry, False)
    assert session.visible_entries() == list(entries)


@few
@given(report=reports, query=queries.filter(str.strip))
@example(report=BUNDLED, query="行政复议")
def test_a_query_shows_what_matches_with_all_that_stands_above_it(report, query):
    session = Session(report)
    session.search(query)
    shown = session.visible_entries()
    matching = {hit.entry for hit in session.found.matches.hits}
    matching |= {session.document.metrics[m][0].index for m in session.found.matches.metrics}
    above = {up for entry in matching for up in parents(session, entry)}
    assert shown == sorted(matching | above | {0})


def test_a_query_leaves_folded_nodes_folded_with_the_count_of_what_is_in_them():
    session = Session(BUNDLED)
    session.fold(1, True)
    folded = session.visible_entries()
    session.search("行政复议")
    inside = session.document.outline.find("1.6.2").index
    assert inside not in session.visible_entries()
    assert session.found.count(1) == 4
    session.fold(1, False)
    assert inside in session.visible_entries()
    session.fold(1, True)
    session.clear_query()
    assert session.visible_entries() == folded
