import base64
import re

import pytest

from reporttui.tui.painting.clipboard import MOST, copying, inside
from reporttui.tui.painting.terminals import terminal

LONGEST = MOST // 4 * 3


def decoded(data):
    return base64.b64decode(data, validate=True).decode()


@pytest.mark.parametrize("text", ["轮训区管干部504人次", "", "一\n二", "x" * 2000])
def test_a_terminal_is_sent_the_text_as_base64(text):
    found = re.fullmatch(r"\x1b]52;c;([^\x07]*)\x07", copying(text, ""))
    assert decoded(found[1]) == text


@pytest.mark.parametrize("text", ["轮训区管干部504人次", "x" * 2000])
def test_tmux_is_sent_it_wrapped_with_each_escape_doubled_and_then_plain(text):
    plain = copying(text, "")
    wrapped = "\x1bPtmux;" + plain.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    assert copying(text, "tmux") == wrapped + plain


@pytest.mark.parametrize("text", ["短", "党" * 188, "x" * 2000, "x" * LONGEST])
def test_screen_is_sent_it_in_pieces_that_it_takes(text):
    sent = copying(text, "screen")
    pieces = re.findall(r"\x1bP.*?\x1b\\", sent, re.DOTALL)
    assert "".join(pieces) == sent
    assert max(map(len, pieces)) <= 768
    assert "".join(piece[2:-2] for piece in pieces) == copying(text, "")


@pytest.mark.parametrize("through", ["", "tmux", "screen"])
def test_more_than_xterm_takes_is_not_sent(through):
    assert copying("x" * LONGEST, through)
    assert copying("x" * (LONGEST + 1), through) == ""


@pytest.mark.parametrize(
    ("environ", "through"),
    [
        ({"TERM": "xterm-256color"}, ""),
        ({"TERM": "tmux-256color"}, "tmux"),
        ({"TERM": "screen-256color", "TMUX": "/tmp/tmux-0/default,1,0"}, "tmux"),
        ({"TERM": "xterm-256color", "TMUX": "/tmp/tmux-0/default,1,0"}, "tmux"),
        ({"TERM": "screen.xterm-256color", "STY": "1.pts-0"}, "screen"),
        ({"TERM": "screen"}, "screen"),
        ({}, ""),
    ],
)
def test_the_environment_tells_what_runs_in_between(environ, through):
    assert inside(environ) == through


@pytest.mark.parametrize(
    ("term", "has_one"),
    [
        *((term, True) for term in ("xterm-256color", "tmux-256color", "screen", "foot", "st")),
        *((term, False) for term in ("linux", "vt100", "vt220", "unheard-of", "")),
    ],
)
def test_only_terminals_that_are_known_to_take_it_are_sent_it(term, has_one):
    assert terminal(term).clipboard == has_one
