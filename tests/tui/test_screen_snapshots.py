"""How the screens look. Where a difference is meant: make snapshots."""

import pytest
from driving import make_app

QUERY = ("slash", "行", "政", "enter")
SCREENS = {
    "overview": (),
    "reading": ("space", "space", "down"),
    "query": QUERY,
    "concordance": (*QUERY, "c"),
    "metrics": ("3", "s", "s", "down"),
    "help": ("?",),
    "palette": (":", "n", "e", "x"),
    "selection": ("]", "]", "]", "v", "down", "down"),
    "bookmarks": ("]", "m", "]", "m", "3", "m", "M", "e", "要", "点", "enter"),
    "export": ("]", "w", "tab", "down"),
}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_looks_as_it_did(snap_compare, screen, size, lang):
    assert snap_compare(make_app(lang=lang), press=SCREENS[screen], terminal_size=size)


def test_a_wide_screen_has_margins_and_not_long_lines(snap_compare):
    assert snap_compare(make_app(lang="zh"), press=("1", "]", "]", "]"), terminal_size=(200, 50))


@pytest.mark.parametrize("theme", ["light", "contrast", "16"])
def test_a_theme_looks_as_it_did(snap_compare, theme):
    assert snap_compare(make_app(lang="zh", theme=theme), press=QUERY, terminal_size=(80, 24))


def test_without_colour_a_hit_is_seen_by_its_style(snap_compare):
    app = make_app(lang="zh", environ={"TERM": "xterm-256color", "NO_COLOR": "1"})
    assert snap_compare(app, press=QUERY, terminal_size=(80, 24))
