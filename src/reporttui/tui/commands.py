"""Every command of the reading room, once: name, keys, what it is called, where it helps.

Bindings, footer, palette, help screen, the README's table of keys and the keymap that remaps
them are made from this list.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

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


GROUPS: tuple[Group, ...] = (
    Group(
        N_("Reading"),
        (
            Command(
                "page-down",
                ("space", "pagedown", "ctrl+f"),
                N_("Page down; Space alone reads the whole report"),
                "turn(1)",
                N_("page down"),
                ("detail",),
            ),
            Command(
                "page-up",
                ("b", "pageup", "ctrl+b", "shift+space"),
                N_("Page up"),
                "turn(-1)",
            ),
            Command(
                "down",
                ("j", "down"),
                N_("Down one line or row"),
                "move(1)",
            ),
            Command(
                "up",
                ("k", "up"),
                N_("Up one line or row"),
                "move(-1)",
            ),
            Command(
                "top",
                ("g", "home"),
                N_("To the beginning"),
                "to_end(False)",
            ),
            Command(
                "bottom",
                ("G", "end"),
                N_("To the end"),
                "to_end(True)",
            ),
            Command(
                "next-section",
                ("]",),
                N_("Next section"),
                "step_section(1)",
                N_("next section"),
                ("detail",),
            ),
            Command(
                "previous-section",
                ("[",),
                N_("Previous section"),
                "step_section(-1)",
            ),
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
            Command(
                "forward",
                ("L", "alt+right"),
                N_("Forward again"),
                "go_forward",
            ),
        ),
    ),
    Group(
        N_("Finding"),
        (
            Command(
                "query",
                ("/",),
                N_("Type a query; it filters outline, text and metrics at once"),
                "query",
                N_("query"),
            ),
            Command(
                "next-hit",
                ("n",),
                N_("Next hit"),
                "step_hit(1)",
                N_("next hit"),
                ("detail", "outline"),
            ),
            Command("previous-hit", ("N",), N_("Previous hit"), "step_hit(-1)"),
            Command(
                "concordance",
                ("c",),
                N_("All hits in one list, each with its context"),
                "concordance",
            ),
            Command(
                "names",
                ("i",),
                N_("Index of names: laws, programmes, bodies, places"),
                "names",
            ),
            Command(
                "escape",
                ("escape",),
                N_("One step back: query, maximised pane, section scope"),
                "step_back",
            ),
        ),
    ),
    Group(
        N_("Outline"),
        (
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
        ),
    ),
    Group(
        N_("Metrics"),
        (
            Command(
                "sort",
                ("s",),
                N_("Sort by the next column"),
                "sort",
                N_("sort"),
                ("metrics",),
            ),
            Command(
                "reverse",
                ("r",),
                N_("Turn the order round"),
                "reverse",
                N_("reverse"),
                ("metrics",),
            ),
            Command(
                "group",
                ("u",),
                N_("Group by unit, or not"),
                "group",
                N_("by unit"),
                ("metrics",),
            ),
            Command(
                "scope",
                ("o",),
                N_("Metrics of the current section only, or of the whole report"),
                "scope",
                N_("section only"),
                ("metrics",),
            ),
            Command(
                "audit",
                ("a",),
                N_("Do the figures add up?"),
                "audit",
                N_("audit"),
                ("metrics",),
            ),
            Command(
                "figures",
                ("x",),
                N_("Also the figures that nobody has named, or not"),
                "figures",
                N_("all figures"),
                ("metrics",),
            ),
        ),
    ),
    Group(
        N_("Panes"),
        (
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
            Command(
                "next-pane",
                ("tab",),
                N_("Next pane"),
                "cycle(1)",
                N_("next pane"),
            ),
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
        ),
    ),
    Group(
        N_("Program"),
        (
            Command("help", ("?", "f1"), N_("All keys"), "help", N_("help")),
            Command(
                "palette",
                (":", "ctrl+p"),
                N_("Go to a command, section or metric by name"),
                "palette",
            ),
            Command("theme", ("t",), N_("Next theme"), "next_theme"),
            Command("repaint", ("ctrl+l",), N_("Paint the screen anew"), "repaint"),
            Command(
                "suspend",
                ("ctrl+z",),
                N_("To the shell for a while; fg returns"),
                "suspend",
            ),
            Command("quit", ("q", "ctrl+c"), N_("Quit"), "quit", N_("quit")),
        ),
    ),
)

COMMANDS: Mapping[str, Command] = {
    command.id: command for group in GROUPS for command in group.commands
}

_KEY_NAMES = {
    "space": N_("Space"),
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "enter": "Enter",
    "backspace": "Backspace",
    "down": N_("Down"),
    "up": N_("Up"),
    "left": N_("Left"),
    "right": N_("Right"),
    "home": "Home",
    "end": "End",
    "tab": "Tab",
}
_MODIFIERS = {"ctrl": "Ctrl", "shift": "Shift", "alt": "Alt"}


def keymap_with(own: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the keys of every command: the reader's own, which nothing else keeps.

    Raises:
        KeyError: `own` names a command that there is not.
    """
    taken = {key for keys in own.values() for key in keys}
    keymap = {
        command.id: tuple(key for key in command.keys if key not in taken)
        for command in COMMANDS.values()
    }
    for name, keys in own.items():
        if name not in keymap:
            raise KeyError(name)
        keymap[name] = keys
    return keymap


def key_name(key: str) -> str:
    """Return a key as it is shown: `Ctrl-F`, `PgDn`, `]`."""
    from reporttui.words import _

    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    name = _(_KEY_NAMES[last]) if last in _KEY_NAMES else last
    if (modifiers and len(name) == 1) or (name[:1] == "f" and name[1:].isdigit()):
        name = name.upper()
    return "-".join([*(_MODIFIERS.get(each, each) for each in modifiers), name])
