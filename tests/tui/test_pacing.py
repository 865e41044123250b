"""A terminal that is slower than the app gets fewer frames, and in the end the right one."""

import re

from driving import XTERM, make_app, reading
from textual import events

from reporttui.tui.painting.pacing import REQUEST, Pacer

SSH = {**XTERM, "SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}


async def answer(reader):
    """Answer as a terminal does that has drawn all it was sent."""
    reader.app.post_message(events.CursorPosition(0, 0))
    await reader.settle()


async def answer_all(reader):
    sent = ""
    while sent != reader.sent:
        sent = reader.sent
        for _ in range(reader.sent.count(REQUEST)):
            await answer(reader)


def test_small_changes_ask_for_no_receipt():
    pacer = Pacer()
    assert not any(pacer.sent(60) for _ in range(4))
    assert not pacer.is_behind


def test_a_terminal_is_behind_until_it_has_confirmed_what_it_was_sent():
    pacer = Pacer()
    assert pacer.sent(700)
    assert not pacer.is_behind
    assert pacer.sent(700)
    assert pacer.is_behind
    pacer.received()
    assert not pacer.is_behind
    pacer.received()
    pacer.received()
    assert not pacer.is_behind


async def test_over_ssh_painting_waits_for_a_terminal_that_has_not_answered():
    async with reading(environ=SSH) as reader:
        assert reader.sent.count(REQUEST) == 1
        before = len(reader.sent)
        await reader.press(*["space"] * 8)
        assert len(reader.sent) == before
        await answer(reader)
        assert before < len(reader.sent) < before + 3000
        await answer_all(reader)
        assert reader.cells() == await reader.drawn_anew()


async def test_all_that_was_left_out_comes_in_one_frame():
    async with reading(environ=SSH) as waiting, reading() as prompt:
        keys = ["space", "space", "3", "s", "s", "down", "2", "z", "space", "/", *"xzfy", "enter"]
        await waiting.press(*keys)
        await prompt.press(*keys)
        await answer_all(waiting)
        assert waiting.cells() == prompt.cells()
        assert len(waiting.sent) < len(prompt.sent) / 2


async def test_a_small_change_is_painted_at_once():
    async with reading(environ=SSH) as reader:
        await answer_all(reader)
        before = len(reader.sent)
        await reader.press("down")
        assert 0 < len(reader.sent) - before < 256


async def test_a_terminal_that_never_answers_is_not_waited_for_for_ever():
    async with reading(environ=SSH) as reader:
        await reader.press("space")
        reader.app._stop_waiting()
        await reader.settle()
        assert reader.cells() == await reader.drawn_anew()
        before = len(reader.sent)
        await reader.press("space")
        assert len(reader.sent) > before


async def test_without_ssh_nothing_is_asked():
    async with reading() as reader:
        await reader.press("space", "space")
        assert REQUEST not in reader.sent


def test_lean_may_be_asked_for_anywhere():
    assert make_app()._pacer is None
    assert make_app(environ=SSH)._pacer


async def test_the_request_is_the_last_of_a_frame():
    async with reading(environ=SSH) as reader:
        assert re.search(re.escape(REQUEST) + r"(\x1b\[\?2026l)?\Z", reader.sent)
