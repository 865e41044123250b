import subprocess
import sys

import pytest

from reporttui import words
from reporttui.words import N_, _, ngettext


@pytest.fixture(autouse=True)
def english_again():
    yield
    words.use("en")


def test_english_is_spoken_unless_told_otherwise():
    assert words.language() == "en"
    assert _("the report") == "the report"


def test_chinese_is_spoken_once_chosen_and_english_when_chosen_again():
    words.use("zh")
    assert (words.language(), _("the report")) == ("zh", "报告")
    words.use("en")
    assert _("the report") == "the report"


def test_values_go_into_the_sentence_of_the_language():
    words.use("zh")
    assert _("expected at most {limit} MB", limit=16) == "应不超过 16 MB"


def test_a_value_may_have_any_name_and_braces_in_a_value_stand_for_themselves():
    assert _("{message} and {n}", message="{n}", n="{0}") == "{n} and {0}"


def test_without_values_braces_stand_for_themselves():
    assert _("a { b }") == "a { b }"


def test_a_sentence_without_chinese_is_said_in_english():
    words.use("zh")
    assert _("never translated: {x}", x=1) == "never translated: 1"


def test_nothing_is_said_as_nothing_and_not_as_the_header_of_the_catalogue():
    words.use("zh")
    assert _("") == ""


@pytest.mark.parametrize(
    ("n", "said"), [(0, "0 tests of x"), (1, "one test of x"), (2, "2 tests of x")]
)
def test_english_counts_one_and_many(n, said):
    assert ngettext("one test of {of}", "{n} tests of {of}", n, of="x") == said


def test_a_count_without_chinese_is_said_in_english():
    words.use("zh")
    assert ngettext("one test", "{n} tests", 3) == "3 tests"


def test_marking_a_sentence_leaves_it_alone():
    words.use("zh")
    assert N_("the report") == "the report"


def test_the_catalogue_is_not_read_until_something_is_said_in_chinese():
    program = (
        "import sys, reporttui.words as w; opened = [];"
        "sys.addaudithook(lambda event, a: event == 'open' and opened.append(str(a[0])));"
        "mo = lambda: any(name.endswith('.mo') for name in opened);"
        "w._('text'); w.use('zh'); before = mo(); w._('text'); print(before, mo())"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.stdout.split() == ["False", "True"], run.stderr
