from typing import NamedTuple

import pytest
from driving import CURSOR, reading

from reporttui.tui.commands import COMMANDS
from reporttui.tui.screens.audit import AuditScreen
from reporttui.tui.screens.bookmarks import BookmarksScreen
from reporttui.tui.screens.concordance import ConcordanceScreen
from reporttui.tui.screens.export import ExportScreen
from reporttui.tui.screens.help import HelpScreen
from reporttui.tui.screens.names import NamesScreen
from reporttui.tui.screens.palette import PaletteScreen

SMALL, LARGE = (80, 24), (120, 40)
TO_HITS = ["/", *"行政复议", "enter"]


class Seen(NamedTuple):
    path: str
    shown: list
    active: list
    outline: list
    detail: list
    metrics: list
    cursor: int | None
    status: str
    footer: str
    theme: str
    overlay: type | None
    sent: int
    running: bool


def look(reader):
    if not reader.app.is_running:
        return Seen("", [], [], [], [], [], None, "", "", "", None, 0, False)
    overlay = reader.app.screen
    if overlay is not reader.room:
        return Seen("", [], [], [], [], [], None, "", "", "", type(overlay), 0, True)
    detail = reader.rows_of("detail")
    cursors = [y for y, row in enumerate(detail) if y and row.strip().startswith(CURSOR)]
    return Seen(
        path=reader.path(),
        shown=reader.shown(),
        active=reader.active(),
        outline=reader.rows_of("outline"),
        detail=detail,
        metrics=reader.rows_of("metrics"),
        cursor=cursors[0] if cursors else None,
        status=reader.status(),
        footer=reader.footer(),
        theme=reader.app.theme,
        overlay=None,
        sent=len(reader.sent),
        running=True,
    )


def plain(row):
    return row.replace(CURSOR, " ").strip()


def width(rows):
    return max(map(len, rows))


# A command: the screen, the keys before it, and what is seen then.
EFFECTS = {
    "page-down": (SMALL, [], lambda was, now: plain(now.detail[1]) == plain(was.detail[-1])),
    "page-up": (SMALL, ["G"], lambda was, now: plain(now.detail[-1]) == plain(was.detail[1])),
    "down": (SMALL, ["]"], lambda was, now: was.cursor < now.cursor <= was.cursor + 2),
    "up": (SMALL, ["]", "down"], lambda was, now: was.cursor - 2 <= now.cursor < was.cursor),
    "top": (SMALL, ["G"], lambda _, now: "2024年法治政府" in now.detail[1] and now.cursor == 1),
    "bottom": (SMALL, [], lambda _, now: "此件主动公开" in now.detail[now.cursor]),
    "next-section": (SMALL, ["]"], lambda was, now: (was.path, now.path) == ("1", "1.1")),
    "previous-section": (
        SMALL,
        ["]", "]"],
        lambda was, now: (was.path, now.path) == ("1.1", "1"),
    ),
    "activate": (SMALL, ["1", "j"], lambda was, now: now.active == ["detail"] != was.active),
    "back": (SMALL, ["]"], lambda was, now: (was.path, now.path) == ("1", "0")),
    "forward": (SMALL, ["]", "H"], lambda was, now: (was.path, now.path) == ("0", "1")),
    "query": (SMALL, [], lambda _, now: now.active == [] and "to the hits" in now.footer),
    "next-hit": (SMALL, TO_HITS, lambda was, now: "1/7" in was.status and "2/7" in now.status),
    "previous-hit": (
        SMALL,
        TO_HITS,
        lambda was, now: "1/7" in was.status and "7/7" in now.status,
    ),
    "concordance": (SMALL, TO_HITS, lambda _, now: now.overlay is ConcordanceScreen),
    "names": (SMALL, [], lambda _, now: now.overlay is NamesScreen),
    "escape": (SMALL, TO_HITS, lambda was, now: "hits" in was.status and now.status == ""),
    "fold": (
        SMALL,
        ["1", "j"],
        lambda was, now: "(一)" in was.outline[3] and "二、" in now.outline[3],
    ),
    "unfold": (
        SMALL,
        ["1", "j", "h"],
        lambda was, now: "二、" in was.outline[3] and "(一)" in now.outline[3],
    ),
    "sort": (SMALL, ["3"], lambda _, now: "↑" in now.metrics[1].split()[0]),
    "reverse": (
        SMALL,
        ["3"],
        lambda was, now: "Section↑" in was.metrics[1] and "Section↓" in now.metrics[1],
    ),
    "group": (SMALL, ["3"], lambda _, now: "by unit" in now.metrics[0] and "(" in now.metrics[2]),
    "scope": (LARGE, ["]", "]", "3"], lambda was, now: "/10" in now.metrics[0] != was.metrics[0]),
    "audit": (SMALL, ["3"], lambda _, now: now.overlay is AuditScreen),
    "figures": (
        LARGE,
        ["3"],
        lambda was, now: "/84" in was.metrics[0] and "/86" in now.metrics[0],
    ),
    "copy-citation": (SMALL, ["]"], lambda _, now: "Copied: 泉州市" in now.footer),
    "copy-words": (SMALL, ["]", "]"], lambda _, now: "Copied: (一)突出" in now.footer),
    "select": (SMALL, ["]"], lambda _, now: now.status == "1 sentence selected"),
    "bookmark": (
        SMALL,
        ["]"],
        lambda was, now: now.detail[now.cursor].startswith("▌◆") and now.status == "Bookmarked",
    ),
    "bookmarks": (SMALL, [], lambda _, now: now.overlay is BookmarksScreen),
    "export": (SMALL, [], lambda _, now: now.overlay is ExportScreen),
    "outline": (SMALL, [], lambda _, now: now.active == ["outline"]),
    "detail": (SMALL, ["1"], lambda _, now: now.active == ["detail"]),
    "metrics": (SMALL, [], lambda _, now: now.active == ["metrics"]),
    "next-pane": (
        SMALL,
        [],
        lambda was, now: (was.active, now.active) == (["detail"], ["metrics"]),
    ),
    "previous-pane": (
        SMALL,
        [],
        lambda was, now: (was.active, now.active) == (["detail"], ["outline"]),
    ),
    "maximise": (LARGE, [], lambda was, now: len(was.shown) == 3 and now.shown == ["detail"]),
    "narrower": (LARGE, [], lambda was, now: width(now.outline) < width(was.outline)),
    "wider": (LARGE, [], lambda was, now: width(now.outline) > width(was.outline)),
    "lower": (LARGE, [], lambda was, now: len(now.metrics) < len(was.metrics)),
    "higher": (LARGE, [], lambda was, now: len(now.metrics) > len(was.metrics)),
    "help": (SMALL, [], lambda _, now: now.overlay is HelpScreen),
    "palette": (SMALL, [], lambda _, now: now.overlay is PaletteScreen),
    "theme": (SMALL, [], lambda was, now: now.theme != was.theme and now.theme in now.status),
    "repaint": (
        SMALL,
        ["]"],
        lambda was, now: now.detail == was.detail and now.sent - was.sent > 1200,
    ),
    # Nothing without a terminal; see the tests with one.
    "suspend": (SMALL, [], lambda was, now: now.detail == was.detail),
    "quit": (SMALL, [], lambda _, now: not now.running),
}
KEYS = [(command.id, key) for command in COMMANDS.values() for key in command.keys]


def test_every_command_has_its_effect_here():
    assert EFFECTS.keys() == COMMANDS.keys()


@pytest.mark.parametrize(("command", "key"), KEYS)
async def test_every_key_does_what_its_command_says(command, key):
    size, before, effect = EFFECTS[command]
    async with reading(size=size) as reader:
        await reader.press(*before)
        was = look(reader)
        await reader.press(key)
        assert effect(was, look(reader)), f"{was}\n{reader.text()}"


@pytest.mark.parametrize(
    "command", ["next-section", "next-pane", "wider", "theme", "query", "quit"]
)
async def test_the_palette_does_what_was_found_by_its_id(command):
    size, before, effect = EFFECTS[command]
    async with reading(size=size) as reader:
        await reader.press(*before)
        was = look(reader)
        await reader.press(":", *command)
        for _ in COMMANDS:
            if reader.current("commands").startswith(COMMANDS[command].text[:40]):
                break
            await reader.press("down")
        await reader.press("enter")
        assert effect(was, look(reader)), f"{was}\n{reader.text()}"


async def test_in_a_window_that_is_too_small_only_leaving_works():
    async with reading(size=SMALL) as reader:
        await reader.press("]")
        await reader.resize(50, 12)
        for command in COMMANDS.values():
            if command.id != "quit":
                await reader.press(*command.keys)
        await reader.resize(*SMALL)
        assert (reader.path(), reader.active(), reader.app.theme) == ("1", ["detail"], "dark")
        await reader.resize(50, 12)
        await reader.press("q")
        assert not reader.app.is_running
