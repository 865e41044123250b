import re
from collections import Counter

import pytest
from driving import reading

from reporttui import words
from reporttui.tui.commands import COMMANDS, GROUPS
from reporttui.tui.keys import key_name, keymap_with
from reporttui.tui.room import Room

PANES = ("outline", "detail", "metrics")
WIDTHS = [60, 71, 93, 200]
LANGUAGES = ["en", "zh"]


def said(sentence, lang):
    words.use(lang)
    return words._(sentence)


def squeezed(text):
    return re.sub(r"\s", "", text)


def footer_item(command, lang, keymap=None):
    keys = (keymap or keymap_with({}))[command.id]
    words.use(lang)
    return f"{key_name(keys[0])} {words._(command.footer)}"


def test_every_command_stands_once():
    assert sum(len(group.commands) for group in GROUPS) == len(COMMANDS)


def test_every_key_belongs_to_one_command():
    keys = Counter(key for command in COMMANDS.values() for key in command.keys)
    assert max(keys.values()) == 1
    assert all(command.keys for command in COMMANDS.values())


def test_the_bindings_of_the_room_are_the_list_and_nothing_else():
    bound = {binding.id: tuple(binding.key.split(",")) for binding in Room.BINDINGS}
    assert bound == {command.id: command.keys for command in COMMANDS.values()}


def test_every_word_of_a_command_is_said_in_both_languages():
    for command in COMMANDS.values():
        for sentence in filter(None, (command.text, command.footer)):
            assert said(sentence, "en") == sentence
            assert re.search("[一-鿿]", said(sentence, "zh")), sentence


def test_no_two_commands_are_called_the_same():
    for lang in LANGUAGES:
        texts = [said(command.text, lang) for command in COMMANDS.values()]
        assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("pane", PANES)
async def test_the_footer_shows_what_is_useful_in_the_pane_and_whole_words_only(pane, lang):
    useful = [
        footer_item(command, lang)
        for command in sorted(COMMANDS.values(), key=lambda command: bool(command.panes))
        if command.footer and (not command.panes or pane in command.panes)
    ]
    async with reading(lang=lang) as reader:
        await reader.press(str(PANES.index(pane) + 1))
        for width in WIDTHS:
            await reader.resize(width, 24)
            shown = reader.footer().split("  ")
            assert shown == [item for item in useful if item in shown], width
            assert len(shown) >= 4
        assert shown == useful


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_the_footer_of_the_query_line_says_how_to_leave_it(lang):
    async with reading(size=(60, 16), lang=lang) as reader:
        before = reader.footer()
        await reader.press("/")
        shown = reader.footer()
        assert "Enter" in shown
        assert "Esc" in shown
        await reader.press("escape")
        assert reader.footer() == before


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (200, 50)])
@pytest.mark.parametrize("lang", LANGUAGES)
async def test_the_help_shows_every_command_with_all_its_keys(lang, size):
    async with reading(size=size, lang=lang) as reader:
        await reader.press("?")
        rows = reader.rows_of("help")
        for _ in range(8):
            await reader.press("space")
            rows += reader.rows_of("help")[1:]
        words.use(lang)
        text = squeezed("".join(row[33:] for row in rows))
        keys = "\n".join(rows)
        for command in COMMANDS.values():
            assert squeezed(words._(command.text))[:20] in text
            for key in command.keys:
                assert key_name(key) in keys
        for group in GROUPS:
            assert words._(group.title) in keys
        await reader.press("escape")
        assert reader.app.screen is reader.room


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_the_palette_finds_every_command_by_a_part_of_its_text_or_id(lang):
    async with reading(size=(120, 56), lang=lang) as reader:
        await reader.press(":")
        rows = reader.rows_of("commands")
        for command in COMMANDS.values():
            text = said(command.text, lang)
            assert any(text in row for row in rows)
            for typed in (text.upper()[-8:], command.id):
                await reader.press("ctrl+u")
                await reader.paste(typed)
                assert any(text in row for row in reader.rows_of("commands")[1:]), typed
        await reader.press("escape")
        assert reader.app.screen is reader.room


async def test_a_palette_in_which_nothing_matches_does_nothing():
    async with reading() as reader:
        before = reader.rows()
        await reader.press(":", *"xyzzy", "enter")
        assert reader.rows() == before


async def test_words_in_any_order_find_a_command():
    async with reading() as reader:
        await reader.press(":", *"unit", " ", *"group")
        assert "Group by unit, or not" in reader.current("commands")


async def test_a_keymap_gives_a_command_other_keys_everywhere():
    keymap = {"next-hit": ("x", "f5")}
    async with reading(size=(120, 40), keymap=keymap) as reader:
        assert "x next hit" in reader.footer()
        await reader.press("/", *"行政复议", "enter", "x")
        assert "2/7" in reader.status()
        await reader.press("f5")
        assert "3/7" in reader.status()
        await reader.press("n")
        assert "3/7" in reader.status()
        await reader.press("?")
        assert any(re.match(r"\s+x +F5 +Next hit", row) for row in reader.rows_of("help"))
        await reader.press("escape", ":", *"next-hit")
        assert re.search(r"Next hit +x$", reader.rows_of("commands")[1])


async def test_a_key_that_the_reader_gives_to_one_command_no_longer_runs_another():
    async with reading(size=(120, 40), keymap={"maximise": ("q",)}) as reader:
        await reader.press("q")
        assert reader.shown() == ["detail"]
        assert "q maximise" in reader.footer()
        assert "q quit" not in reader.footer()
        await reader.press("ctrl+c")
        assert not reader.app.is_running


async def test_what_the_program_says_names_the_readers_own_keys():
    async with reading(keymap={"query": ("f",)}) as reader:
        await reader.press("n")
        assert "f begins one" in reader.status()


@pytest.mark.parametrize("keymap", [{"help": ()}, {"maximise": ("?", "f1")}])
async def test_a_command_that_has_lost_its_keys_is_still_in_the_palette(keymap):
    async with reading(size=(120, 40), keymap=keymap) as reader:
        for key in ("?", "f1"):
            await reader.press(key)
            assert reader.app.screen is reader.room
        assert "help" not in reader.footer()
        await reader.press(":", *"all keys", "enter")
        assert "Keys" in reader.rows_of("help")[0]


@pytest.mark.parametrize("key", ["?", "q", "escape", "enter", "ctrl+c"])
async def test_help_closes_with_what_one_tries_first(key):
    async with reading() as reader:
        before = reader.rows()
        await reader.press("?", key)
        assert reader.rows() == before
        assert reader.app.is_running
