"""The queries of before come back, newest first, from one run to the next."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporttui.session.past import Past


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state" / "queries.json"


def older(past, typed=""):
    """Go back to the oldest query; return all that is passed."""
    passed = []
    while not passed or passed[-1:] != passed[-2:-1]:
        passed.append(past.step(1, typed))
    past.leave()
    return passed[:-1]


def with_queries(path, *queries):
    past = Past(path)
    for query in queries:
        past.add(query)
    return past


def test_the_newest_comes_first(path):
    past = with_queries(path, "行政", "复议", "培训")
    assert [past.step(1, "") for _ in range(3)] == ["培训", "复议", "行政"]


def test_at_the_oldest_one_stays_there(path):
    past = with_queries(path, "行政", "复议")
    assert [past.step(1, "") for _ in range(4)] == ["复议", "行政", "行政", "行政"]
    assert past.step(-1, "") == "复议"


def test_what_was_typed_comes_back_behind_the_newest(path):
    past = with_queries(path, "行政", "复议")
    assert [past.step(step, "办") for step in (1, 1, -1, -1, -1)] == [
        *("复议", "行政", "复议", "办", "办")
    ]


def test_down_alone_leaves_what_is_typed(path):
    assert with_queries(path, "行政").step(-1, "办") == "办"


@pytest.mark.parametrize("step", [1, -1])
def test_without_queries_what_is_typed_stays(path, step):
    assert Past(path).step(step, "办") == "办"


def test_after_leaving_one_begins_at_the_newest_again(path):
    past = with_queries(path, "行政", "复议", "培训")
    past.step(1, "")
    past.step(1, "")
    past.leave()
    assert past.step(1, "案") == "培训"
    assert past.step(-1, "") == "案"


def test_a_query_that_was_used_again_is_the_newest_and_stands_there_once(path):
    past = with_queries(path, "行政", "复议", "培训", "行政")
    assert older(past) == ["行政", "培训", "复议"]


def test_the_newest_hundred_are_kept(path):
    past = with_queries(path, *map(str, range(130)))
    assert older(past) == [str(number) for number in range(129, 29, -1)]
    assert older(Past(path)) == older(past)


def test_the_next_run_has_them(path):
    with_queries(path, "行政", '“复议” \\ "x"', "\u202e\n")
    assert older(Past(path)) == ["\u202e\n", '“复议” \\ "x"', "行政"]


def test_without_a_file_they_are_kept_for_this_run():
    assert older(with_queries(None, "行政", "复议")) == ["复议", "行政"]
    assert older(Past(None), "办") == ["办"]


def test_nothing_is_read_or_written_before_it_is_needed(path):
    Past(path).leave()
    assert not path.parent.exists()


def test_two_programs_at_once_lose_nothing_of_each_other(path):
    one, two = Past(path), Past(path)
    one.add("行政")
    two.add("复议")
    one.add("培训")
    assert older(two) == older(one) == older(Past(path)) == ["培训", "复议", "行政"]


def test_what_another_program_notes_does_not_move_one_who_is_going_back(path):
    past = with_queries(path, "行政", "复议")
    assert past.step(1, "") == "复议"
    with_queries(path, "培训")
    assert past.step(1, "") == "行政"
    assert past.step(-1, "") == "复议"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"3",
        b'{"version": 1}',
        b'{"version": 1, "queries": "x"}',
        b'{"version": 1, "queries": {"a": 1}}',
        b'{"version": 1, "queries": [1, null, ["a"]]}',
        b'{"version": "1", "queries": ["a"]}',
        b'{"version": 0, "queries": ["a"]}',
        b"[" * 100_000,
    ],
)
def test_a_broken_file_does_no_harm_and_is_mended(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    past = Past(path)
    assert past.step(1, "办") == "办"
    past.add("行政")
    assert older(Past(path)) == ["行政"]


def test_what_is_no_text_is_left_out(path):
    path.parent.mkdir()
    path.write_text(json.dumps({"version": 1, "queries": ["行政", 5, None, "复议"]}))
    assert older(Past(path)) == ["复议", "行政"]


def test_a_file_of_a_newer_program_is_not_touched(path):
    path.parent.mkdir()
    content = json.dumps({"version": 2, "queries": [{"text": "行政"}]})
    path.write_text(content)
    past = Past(path)
    assert past.step(1, "办") == "办"
    past.add("复议")
    assert path.read_text() == content


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("甲乙丙丁"))))
def test_programs_that_take_turns_keep_the_queries_as_one_would(tmp_path_factory, noted):
    path = tmp_path_factory.mktemp("past") / "queries.json"
    programs = {name: Past(path) for name in "abc"}
    for name, query in noted:
        programs[name].add(query)
    newest = list(dict.fromkeys(query for _, query in reversed(noted)))
    assert [*older(Past(path)), ""][: len(newest)] == newest


@pytest.mark.parametrize("blocked", ["a folder in its place", "a file of a newer program"])
def test_where_nothing_can_be_kept_this_run_still_has_its_queries(path, blocked):
    if blocked == "a folder in its place":
        path.mkdir(parents=True)
    else:
        path.parent.mkdir()
        path.write_text('{"version": 2}')
    assert older(with_queries(path, "行政", "复议")) == ["复议", "行政"]
