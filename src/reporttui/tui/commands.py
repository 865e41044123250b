"""Every command of the reading room, once: name, keys, what it is called, where it helps.

Bindings, footer, palette, help screen, the README's table of keys and the keymap that remaps
them are made from this list.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from reporttui.tui.arrangement import PANES
from reporttui.words import N_

if TYPE_CHECKING:
    from reporttui.tui.arrangement import PaneName


class Command(NamedTuple):
    """Something that the reader can do.

    Attributes:
        id: Its name in the keymap.
        keys: Its keys, as Textual names them; the first is shown.
        text: What it does, for palette and help.
        action: The action of the room that does it, as Textual writes actions.
        footer: What the footer calls it; empty where the footer leaves it out.
        panes: The panes in whose footer it stands; empty for all.
    """

    id: str
    keys: tuple[str, ...]
    text: str
    action: str
    footer: str = ""
    panes: tuple[PaneName, ...] = ()


class Group(NamedTuple):
    """Commands that belong together in help."""

    title: str
    commands: tuple[Command, ...]


_READING = (
    Command(
        "page-down",
        ("space", "pagedown", "ctrl+f"),
        N_("Page down; Space alone reads the whole report"),
        "turn(1)",
        N_("page down"),
        ("detail",),
    ),
    Command("page-up", ("b", "pageup", "ctrl+b", "shift+space"), N_("Page up"), "turn(-1)"),
    Command("down", ("j", "down"), N_("Down one line or row"), "move(1)"),
    Command("up", ("k", "up"), N_("Up one line or row"), "move(-1)"),
    Command("top", ("g", "home"), N_("To the beginning"), "to_end(False)"),
    Command("bottom", ("G", "end"), N_("To the end"), "to_end(True)"),
    Command(
        "next-section",
        ("]",),
        N_("Next section"),
        "step_section(1)",
        N_("next section"),
        ("detail",),
    ),
    Command("previous-section", ("[",), N_("Previous section"), "step_section(-1)"),
    Command(
        "activate",
        ("enter",),
        N_("From section to text, from metric to its sentence, from sentence to metrics"),
        "activate",
        N_("go to"),
    ),
    Command(
        "back",
        ("H", "backspace", "alt+left", "ctrl+o"),
        N_("Back to where you were before the last jump"),
        "go_back",
        N_("back"),
        ("detail",),
    ),
    Command("forward", ("L", "alt+right"), N_("Forward again"), "go_forward"),
)
_FINDING = (
    Command(
        "query",
        ("/",),
        N_("Type a query; it filters outline, text and metrics at once"),
        "query",
        N_("query"),
    ),
    Command(
        "next-hit", ("n",), N_("Next hit"), "step_hit(1)", N_("next hit"), ("detail", "outline")
    ),
    Command("previous-hit", ("N",), N_("Previous hit"), "step_hit(-1)"),
    Command(
        "concordance", ("c",), N_("All hits in one list, each with its context"), "concordance"
    ),
    Command("names", ("i",), N_("Index of names: laws, programmes, bodies, places"), "names"),
    Command(
        "escape",
        ("escape",),
        N_("One step back: query, maximised pane, section scope"),
        "step_back",
    ),
)
_OUTLINE = (
    Command(
        "fold",
        ("h", "left"),
        N_("Fold the section, or go to the one above it"),
        "fold(True)",
        N_("fold"),
        ("outline",),
    ),
    Command(
        "unfold",
        ("l", "right"),
        N_("Unfold the section, or go into it"),
        "fold(False)",
        N_("unfold"),
        ("outline",),
    ),
)
_METRICS = (
    Command("sort", ("s",), N_("Sort by the next column"), "sort", N_("sort"), ("metrics",)),
    Command("reverse", ("r",), N_("Turn the order round"), "reverse", N_("reverse"), ("metrics",)),
    Command("group", ("u",), N_("Group by unit, or not"), "group", N_("by unit"), ("metrics",)),
    Command(
        "scope",
        ("o",),
        N_("Metrics of the current section only, or of the whole report"),
        "scope",
        N_("section only"),
        ("metrics",),
    ),
    Command("audit", ("a",), N_("Do the figures add up?"), "audit", N_("audit"), ("metrics",)),
    Command(
        "figures",
        ("x",),
        N_("Also the figures that nobody has named, or not"),
        "figures",
        N_("all figures"),
        ("metrics",),
    ),
)
_TAKING = (
    Command(
        "copy-citation",
        ("y",),
        N_("Copy the citation of section, sentence or metric"),
        "copy(True)",
        N_("cite"),
        PANES,
    ),
    Command("copy-words", ("Y",), N_("Copy the sentence itself"), "copy(False)"),
    Command(
        "select",
        ("v",),
        N_("Select sentences of the text, or none"),
        "select",
        N_("select"),
        ("detail",),
    ),
    Command(
        "bookmark",
        ("m",),
        N_("Bookmark section, sentence or metric, or no longer"),
        "bookmark",
        N_("bookmark"),
        PANES,
    ),
    Command("bookmarks", ("M",), N_("All bookmarks and notes"), "bookmarks"),
    Command("export", ("w",), N_("Write report, section or table into a file"), "export"),
)
_PANES = (
    Command("outline", ("1",), N_("To the outline"), "show('outline')"),
    Command("detail", ("2",), N_("To the text"), "show('detail')"),
    Command(
        "metrics",
        ("3",),
        N_("To the metrics"),
        "show('metrics')",
        N_("metrics"),
        ("outline", "detail"),
    ),
    Command("next-pane", ("tab",), N_("Next pane"), "cycle(1)", N_("next pane")),
    Command("previous-pane", ("shift+tab",), N_("Previous pane"), "cycle(-1)"),
    Command(
        "maximise",
        ("z",),
        N_("Give the pane the whole screen, or back"),
        "maximise",
        N_("maximise"),
    ),
    Command("narrower", ("<",), N_("Narrower outline"), "resize_outline(-2)"),
    Command("wider", (">",), N_("Wider outline"), "resize_outline(2)"),
    Command("lower", ("-",), N_("Lower table"), "resize_table(-1)"),
    Command("higher", ("+", "="), N_("Higher table"), "resize_table(1)"),
)
_PROGRAM = (
    Command("help", ("?", "f1"), N_("All keys"), "help", N_("help")),
    Command(
        "palette", (":", "ctrl+p"), N_("Go to a command, section or metric by name"), "palette"
    ),
    Command("theme", ("t",), N_("Next theme"), "next_theme"),
    Command("repaint", ("ctrl+l",), N_("Paint the screen anew"), "repaint"),
    Command("suspend", ("ctrl+z",), N_("To the shell for a while; fg returns"), "suspend"),
    Command("quit", ("q", "ctrl+c"), N_("Quit"), "quit", N_("quit")),
)

GROUPS: tuple[Group, ...] = (
    Group(N_("Reading"), _READING),
    Group(N_("Finding"), _FINDING),
    Group(N_("Outline"), _OUTLINE),
    Group(N_("Metrics"), _METRICS),
    Group(N_("Taking away"), _TAKING),
    Group(N_("Panes"), _PANES),
    Group(N_("Program"), _PROGRAM),
)

COMMANDS: Mapping[str, Command] = {
    command.id: command for group in GROUPS for command in group.commands
}
