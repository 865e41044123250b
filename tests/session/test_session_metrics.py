import pytest
from generated_reports import BUNDLED, reports
from hypothesis import example, given, settings

from reporttui.session.reading import Session
from reporttui.text.sentences import sentences

few = settings(max_examples=100, deadline=None)


def marked(session):
    text = session.document.passages[session.mark.position.passage].text
    return text[session.mark.position.offset : session.mark.end]


@pytest.mark.parametrize("metric", range(84))
def test_every_metric_leads_to_the_sentence_that_says_it_and_back(metric):
    session = Session(BUNDLED)
    assert session.go_to_metric(metric)
    entry, of = session.document.metrics[metric]
    sentence, start, end = session.document.sentence(metric)
    assert marked(session) == sentence
    assert of.quote in sentence
    assert sentence[start:end] == session.document.printed(metric)
    assert session.document.entry_at(session.position) == entry.index
    text = session.document.passages[session.position.passage].text
    assert text[session.position.offset :].startswith(session.document.printed(metric))
    assert metric in session.document.metrics_at(session.mark.position, session.mark.end)
    assert session.table.selected == metric


def test_a_marked_sentence_is_one_sentence_and_no_more():
    session = Session(BUNDLED)
    for metric in range(84):
        session.go_to_metric(metric)
        assert len(list(sentences(marked(session)))) == 1
        assert "\n" not in marked(session)


@few
@given(report=reports)
@example(report=BUNDLED)
def test_a_metric_whose_quote_stands_in_the_text_is_reached_and_another_is_not(report):
    session = Session(report)
    for metric in range(len(session.document.metrics)):
        before = session.position
        if session.document.place(metric) is None:
            assert not session.go_to_metric(metric)
            assert session.position == before
            assert session.document.sentence(metric) == (
                session.document.metrics[metric][1].quote,
                0,
                0,
            )
            continue
        assert session.go_to_metric(metric)
        assert session.document.printed(metric) in marked(session)
        assert metric in session.document.metrics_at(session.mark.position, session.mark.end)
        assert session.back()
        assert session.position == before


@few
@given(report=reports)
@example(report=BUNDLED)
def test_a_sentence_leads_to_the_metrics_that_it_says_and_to_no_others(report):
    session = Session(report)
    document = session.document
    for index, passage in enumerate(document.passages):
        here = document.metrics_in(index)
        for start, end in sentences(passage.text):
            at = session.position._replace(passage=index, offset=start)
            found = session.document.metrics_at(at, end)
            assert sorted(found) == sorted(n for n, first, _ in here if start <= first < end)


def test_the_metrics_of_the_line_come_before_the_others_of_its_sentence():
    session = Session(BUNDLED)
    names = [metric.name for _, metric in session.document.metrics]
    penalties = names.index("闽执法平台线上办案·行政处罚")
    session.go_to_metric(penalties)
    found = session.document.metrics_at(session.position, session.position.offset + 1)
    assert found[0] == penalties
    assert {names[number] for number in found} == {
        "闽执法平台线上办案",
        "闽执法平台线上办案·行政检查",
        "闽执法平台线上办案·行政处罚",
        "闽执法平台线上办案·行政强制",
    }


def test_bars_lead_to_their_sentences():
    session = Session(BUNDLED)
    for passage in session.document.passages:
        if passage.kind == "bar":
            assert session.go_to_metric(passage.metric)
            assert passage.bar.figure in marked(session)
