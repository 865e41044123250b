import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reporttui.search.ranking import Match, Names
from reporttui.text.folding import fold, fold_needle
from reporttui.text.pinyin import PinyinIndex, is_worth

SOURCE = Path(__file__).parents[2] / "src"
CHARACTERS = "行政複复议議案方反感xzfyA一１1㎡.(（ '"
NAMES = st.lists(
    st.lists(st.text(CHARACTERS, max_size=6), min_size=1, max_size=2).map("\n".join), max_size=6
)
TYPED = st.text(f"{CHARACTERS}　", max_size=6) | st.lists(
    st.sampled_from(["xzfy", "行政", "行", "fuyi", "fangan", "a", "复议", "行政f"]), max_size=3
).map(" ".join)
PATHS = st.dictionaries(st.sampled_from(["1", "1.1", "行", "a"]), st.integers(0, 9), max_size=3)


def called(typed, *names):
    """Return the names that match, each with what matched in brackets."""
    matches = Names(names, {}).matches(typed)
    return [marked(names[number], spans) for number, spans in matches]


def marked(name, spans):
    for start, end in reversed(spans):
        name = f"{name[:start]}[{name[start:end]}]{name[end:]}"
    return name


def spans_by_way(line, word):
    """Return what a word matches in a line: as typed, folded, by Pinyin."""
    literal, at = [], line.find(word)
    while at >= 0:
        literal.append((at, at + len(word)))
        at = line.find(word, at + len(word))
    read = list(PinyinIndex(line).find(word)) if is_worth(word) else []
    return [literal, list(fold(line).find(fold_needle(word))), read]


def ranked(line, word):
    """Return how well a word matches a line in each way in which it does, with the span."""
    for way, spans in enumerate(spans_by_way(line, word)):
        for start, end in spans:
            place = 2 if start else 1 if end < len(line) else 0
            yield 3 * way + place, (start, end)


def word_in_name(name, word):
    """Return the best rank of a word in a name and what it matches there, or None."""
    found, offset = [], 0
    for line in name.split("\n"):
        found += [(rank, start + offset, end + offset) for rank, (start, end) in ranked(line, word)]
        offset += len(line) + 1
    if not found:
        return None
    best = min(found)[0]
    return best, [(start, end) for rank, start, end in found if rank // 3 == best // 3]


def by_hand(names, addresses, typed):
    """Rank names one by one, looking at every word in every line in every way."""
    ranks, order = {}, []
    for number, name in enumerate(names):
        words = [word_in_name(name, word) for word in typed.split()]
        is_addressed = addresses.get(fold_needle(typed).strip()) == number
        if None in words and not is_addressed:
            continue
        ranks[number] = -1 if is_addressed else max((rank for rank, _ in words), default=0)
        order.append((number, set() if None in words else covered(words)))
    return sorted(order, key=lambda found: ranks[found[0]])


def covered(words):
    return {place for _, spans in words for span in spans for place in range(*span)}


@given(NAMES, PATHS, TYPED)
@example(["行政複議", "xzfy行政复议", "行政复议"], {}, "xzfy")
@example(["复议案\n行政复议", "复议行政"], {"1": 1}, "行政 复议")
def test_names_are_found_as_one_would_find_them_by_hand(names, paths, typed):
    addresses = {path: number for path, number in paths.items() if number < len(names)}
    matches = Names(names, addresses).matches(typed)
    found = [(match.number, covered([(0, match.spans)])) for match in matches]
    assert found == by_hand(names, addresses, typed)


@given(NAMES, TYPED)
def test_what_matched_is_given_from_left_to_right_without_overlaps(names, typed):
    for number, spans in Names(names, {}).matches(typed):
        edges = [edge for span in spans for edge in span]
        assert edges == sorted(edges)
        assert all(start < end <= len(names[number]) for start, end in spans)


@given(NAMES)
def test_without_words_every_name_matches_in_order(names):
    for typed in ("", " ", "　"):
        assert Names(names, {}).matches(typed) == [Match(number) for number in range(len(names))]


def test_as_typed_comes_before_folded_and_folded_before_pinyin():
    names = "AI与行政", "ａｉ", "ai"
    assert called("ai", *names) == ["[ai]", "[ａｉ]", "[AI]与行政"]
    assert called("fangan", "反感", "Fangan", "方案fangan") == [
        "方案[fangan]",
        "[Fangan]",
        "[反感]",
    ]


def test_a_whole_name_comes_before_a_beginning_and_a_beginning_before_the_middle():
    names = "办理行政复议", "行政复议案件", "行政复议"
    assert called("行政复议", *names) == ["[行政复议]", "[行政复议]案件", "办理[行政复议]"]
    assert called("xzfy", *names) == ["[行政复议]", "[行政复议]案件", "办理[行政复议]"]


def test_both_scripts_find_each_other():
    assert called("復議", "行政复议") == ["行政[复议]"]
    assert called("复议", "行政復議") == ["行政[復議]"]


def test_one_or_two_letters_match_only_as_letters():
    assert called("fy", "行政复议", "H5 FY") == ["H5 [FY]"]


def test_all_words_must_match_and_the_worst_counts():
    names = "复议案件 AI", "案件复议 ai", "案件"
    assert called("案件 ai", *names) == ["[案件]复议 [ai]", "复议[案件] [AI]"]
    assert called("案件 fuyi", *names) == ["[复议][案件] AI", "[案件][复议] ai"]


def test_no_match_runs_from_one_name_into_the_next():
    assert called("行政复议", "行政", "复议") == []
    assert called("xzfy", "行政", "复议") == []
    assert called("xzfy", "行政\n复议") == []


def test_an_address_is_found_only_when_typed_in_full_and_then_comes_first():
    names = Names(["第1.2条", "总则"], {"1.2": 1})
    assert [match.number for match in names.matches("1.2")] == [1, 0]
    assert [match.number for match in names.matches(" １．２ ")] == [1, 0]
    assert [match.number for match in names.matches("1.")] == [0]


@pytest.mark.parametrize(("typed", "loaded"), [("行政 1.2", False), ("xzfy", True)])
def test_the_table_of_readings_is_loaded_for_letters_only(typed, loaded):
    code = (
        "import sys; from reporttui.search.ranking import Names;"
        f"Names(['行政复议'], {{}}).matches({typed!r});"
        "print('reporttui.text.pinyin' in sys.modules)"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=SOURCE, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(loaded)
