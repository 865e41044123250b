from generated_reports import BUNDLED, reports
from hypothesis import example, given, settings
from test_session_search import queries

from reporttui.report.model import FORMAT, Report, Section
from reporttui.session.concordance import Concordance, Order
from reporttui.session.reading import Session
from reporttui.text.folding import fold_needle

few = settings(max_examples=60, deadline=None)
LEFT, RIGHT = Order("left"), Order("right")


def concordance(report, query):
    session = Session(report)
    session.search(query)
    return session, Concordance(session.document, session.found)


def written(*texts):
    """Return a report with these paragraphs."""
    sections = (Section(title="总则", text="\n".join(texts)),)
    return Report(format=FORMAT, id="written", title="报告", sections=sections)


def beside(line, order):
    """Return the first characters beside a hit that count, and how each of them is sorted."""
    if order.key == "place":
        return line.hit
    text = fold_needle(line.right if order.key == "right" else line.left)
    letters = [char.encode("gb18030") for char in text if char.isalnum()]
    return letters[:20] if order.key == "right" else letters[:-21:-1]


def lines(report, query, order):
    """Return all lines in an order, whole."""
    _, made = concordance(report, query)
    made.sort(order)
    found = [made.line(hit) for hit in made.hits]
    return [line.left + line.middle + line.right for line in found]


@few
@given(report=reports, query=queries)
@example(report=BUNDLED, query="行政")
def test_there_is_a_line_for_every_hit_with_the_text_around_it(report, query):
    session, made = concordance(report, query)
    hits = session.found.matches.hits
    assert made.hits == list(range(len(hits)))
    for number, hit in enumerate(hits):
        line, at = made.line(number), session.found.position(number)
        text = session.document.passages[at.passage].text
        assert (line.hit, line.entry.index) == (number, hit.entry)
        assert line.middle == line.entry.fields[hit.field][hit.start : hit.end]
        assert text[: at.offset].endswith(line.left)
        assert text[at.offset :].startswith(line.middle + line.right)
        if len(text) <= 500:
            assert line.left + line.middle + line.right == text


@few
@given(report=reports, query=queries)
@example(report=BUNDLED, query="行政")
def test_every_order_has_every_hit_once_and_can_be_turned_round(report, query):
    _, made = concordance(report, query)
    for order in (Order(), LEFT, RIGHT):
        made.sort(order)
        forwards = made.hits
        assert sorted(forwards) == list(range(len(forwards)))
        keys = [beside(made.line(hit), order) for hit in forwards]
        assert keys == sorted(keys)
        made.sort(order.turned())
        assert sorted(made.hits) == list(range(len(forwards)))
        assert [beside(made.line(hit), order) for hit in made.hits] == keys[::-1]


def test_a_section_that_matches_as_a_whole_has_nothing_in_the_middle():
    session, made = concordance(BUNDLED, "in:1.4")
    assert session.found.stretch(0) == (session.position, session.position.offset)
    line = made.line(0)
    assert (line.entry.path, line.middle) == ("1.4", "")
    assert "加强执法规范" in line.left + line.right


def test_what_stands_to_the_right_is_compared_from_the_hit_on_by_pinyin():
    texts = ["行政执法。", "行政处罚。", "行政案件。", "行政处分。"]
    assert lines(written(*texts), "行政", RIGHT) == [texts[2], texts[1], texts[3], texts[0]]


def test_what_stands_to_the_left_is_compared_backwards_from_the_hit():
    texts = ["安全执法", "加强执法", "坚强执法", "综合执法"]
    assert lines(written(*texts), "执法", LEFT) == [texts[3], texts[1], texts[2], texts[0]]


def test_nothing_comes_before_something():
    assert lines(written("有行政复议", "行政复议", "有行政"), "行政", RIGHT)[0] == "有行政"
    assert lines(written("有行政复议", "行政复议", "有行政"), "行政", LEFT)[0] == "行政复议"


def test_blanks_punctuation_width_case_and_script_make_no_difference():
    texts = ["行政Ｂ乙", "行政，“案件”", "行政 处罚", "行政a甲", "行政《處分》", "行政A丙"]
    assert lines(written(*texts), "行政", RIGHT) == [texts[n] for n in (5, 3, 0, 1, 2, 4)]


def test_what_is_alike_stays_in_reading_order_either_way():
    texts = ["一、行政处罚", "二、行政处罚", "三、行政案件"]
    assert lines(written(*texts), "行政", RIGHT) == [texts[2], *texts[:2]]
    assert lines(written(*texts), "行政", RIGHT.turned()) == [*texts[:2], texts[2]]


def test_the_orders_follow_each_other_round_and_each_begins_with_its_first():
    assert Order().next() == LEFT
    assert LEFT.turned().next() == RIGHT
    assert RIGHT.next() == Order()
    assert LEFT.turned().turned() == LEFT


def test_a_very_long_paragraph_is_cut_to_what_a_screen_can_show():
    text = "前" * 9000 + "行政" + "后" * 9000
    _, made = concordance(written(text), "行政")
    line = made.line(0)
    assert (line.left[-2:], line.middle, line.right[:2]) == ("前前", "行政", "后后")
    assert 200 < len(line.left) == len(line.right) < 2000
