"""Keys: those of every command, and what each is called."""

from __future__ import annotations

from collections.abc import Mapping

from reporttui.tui.commands import COMMANDS
from reporttui.words import N_, _

Keymap = Mapping[str, tuple[str, ...]]
"""Id of a command → its keys."""

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


def keymap_with(own: Keymap) -> dict[str, tuple[str, ...]]:
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
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    name = _(_KEY_NAMES[last]) if last in _KEY_NAMES else last
    if (modifiers and len(name) == 1) or (name[:1] == "f" and name[1:].isdigit()):
        name = name.upper()
    return "-".join([*(_MODIFIERS.get(each, each) for each in modifiers), name])
