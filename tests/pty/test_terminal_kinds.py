"""The whole app on terminals of every kind: it sends what they know, and they show it whole.

What a terminal knows is taken from its own entry in terminfo.
"""

import functools
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from emulator import START_MODES
from terminal import Terminal

from reporttui.report.building import load
from reporttui.report.outline import outline

pytestmark = pytest.mark.usefixtures("read_before")
needs_terminfo = pytest.mark.skipif(
    not shutil.which("infocmp"), reason="needs infocmp: apt install ncurses-bin"
)
APP = [sys.executable, "-m", "reporttui", "--lang", "en"]
PATIENCE = 20
BUNDLED = Path(__file__).parents[2] / "content" / "licheng-2024.yaml"
WRAP, PASTE, FOCUS, MOUSE = "?7", "?2004", "?1004", "?1000"
ALL_MODES = {WRAP, PASTE, FOCUS, MOUSE, "?25", "?1049"}
KINDS = {
    "true colour": {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    "256 colours": {"TERM": "xterm-256color", "COLORTERM": ""},
    "16 colours": {"TERM": "xterm", "COLORTERM": ""},
    "no colour": {"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"},
    "screen": {"TERM": "screen-256color", "COLORTERM": ""},
    "tmux": {"TERM": "tmux-256color", "COLORTERM": ""},
    "linux": {"TERM": "linux", "COLORTERM": ""},
    "vt100": {"TERM": "vt100", "COLORTERM": ""},
}
USED = {
    "true colour": {"48:2", "38:5", *ALL_MODES},
    "256 colours": {"48:5", "38:5", *ALL_MODES},
    "16 colours": {"36", *ALL_MODES},
    "no colour": {"1", "7", *ALL_MODES},
    "screen": {"48:5", "38:5", *ALL_MODES - {FOCUS}},
    "tmux": {"48:5", "38:5", *ALL_MODES},
    "linux": {"36", WRAP, "?25"},
    "vt100": {"1", "7", WRAP},
}
"""What each is sent indeed, so that nothing is left out for a mistaken reason."""

# What may be sent, and the capability without which it is not (terminfo(5)).
COMMANDS = {"A": "cuu", "B": "cud", "C": "cuf", "D": "cub", "G": "hpa", "H": "cup", "J": "ed"}
COMMANDS |= {"K": "el", "L": "il", "M": "dl", "r": "csr"}
MODES = {WRAP: "smam", "?25": "civis", "?1049": "smcup", MOUSE: "kmous", "?1006": "kmous"}
PENS = {"1": "bold", "2": "dim", "3": "sitm", "4": "smul", "5": "blink", "7": "rev"}
UNTOLD = {"xterm": {PASTE, FOCUS}, "tmux": {WRAP, PASTE, FOCUS}, "screen": {WRAP, PASTE}}
"""Modes that these have though terminfo does not tell of them."""
ANSWERED = re.compile(r"\?20(?:26|48)\$p|[<>]\d*u")
"""Queries, and the keyboard protocol: for those that answer or ignore what they do not know."""


@pytest.fixture
def opened(tmp_path):
    """Start the app on a terminal, and wait for its first frame."""
    terminals = []

    def opened(shows="next section", **variables):
        folders = {f"XDG_{kind}_HOME": str(tmp_path) for kind in ("CONFIG", "STATE", "CACHE")}
        path = os.pathsep.join(filter(None, sys.path))
        terminal = Terminal(APP, env={**folders, "PYTHONPATH": path, **variables})
        terminals.append(terminal)
        terminal.wait_for(shows, PATIENCE)
        return terminal

    yield opened
    for terminal in terminals:
        terminal.close()


def press(terminal, keys):
    terminal.send(keys)
    terminal.settle(0.05, PATIENCE)


def leave(terminal):
    """Leave the app, and return all that it has sent."""
    terminal.send("q")
    assert terminal.wait(PATIENCE) == 0
    return terminal.raw.decode()


# What is sent.

CONTROLS = set(map(chr, [*range(32), *range(127, 160)]))
SEQUENCE = re.compile(r"\x1b\[([0-?]*)([ -/]*[@-~])|\x1b(.?)", re.DOTALL)
PALETTES = re.compile(r"([34]8);(?:(5);\d+|(2)(?:;\d+){3})")


@functools.cache
def capabilities(term):
    """Return a terminal's entry in terminfo, by the names of the capabilities."""
    told = subprocess.run(["infocmp", "-1", term], capture_output=True, text=True, check=True)
    lines = [line.strip().rstrip(",") for line in told.stdout.splitlines()]
    return {found[1]: found[2] for line in lines if (found := re.match(r"(\w+)[=#]?(.*)", line))}


def known_pens(environ):
    """Return the codes of Select Graphic Rendition that a terminal knows."""
    able = capabilities(environ["TERM"])
    known = {"", "0"} | {code for code, name in PENS.items() if name in able}
    if able["rmul"] == r"\E[24m":  # which is to say, not all attributes at once
        known |= {"22", "23", "24", "25", "27"}
    colours = 0 if "NO_COLOR" in environ else int(able.get("colors", "0"), 0)
    palettes = {"8:5": colours >= 256, "8:2": colours >= 256 and environ["COLORTERM"]}
    shades = ["9", *map(str, range(8))] if colours else []  # the bright ones never
    shades += [palette for palette, is_known in palettes.items() if is_known]
    return known | {place + shade for place in "34" for shade in shades}


def codes_of(parameters):
    """Return codes of Select Graphic Rendition, palettes as `38:5`, `38:2`."""
    return PALETTES.sub(r"\1:\2\3", parameters).split(";")


def used(sent):
    """Return the modes and the codes of Select Graphic Rendition that were sent."""
    sequences = SEQUENCE.findall(sent)
    modes = {parameters for parameters, name, _ in sequences if name in ("h", "l")}
    return modes.union(*(codes_of(parameters) for parameters, name, _ in sequences if name == "m"))


def unknown(environ, sent):
    """Return the sequences that a terminal was sent though it does not know them."""
    able, pens = capabilities(environ["TERM"]), known_pens(environ)
    untold = UNTOLD.get(environ["TERM"].partition("-")[0], set())
    modes = untold | {mode for mode, name in MODES.items() if name in able}
    commands = {command for command, name in COMMANDS.items() if name in able}
    found = set()
    for parameters, command, other in SEQUENCE.findall(sent):
        if command == "m":
            found |= {f"SGR {code}" for code in codes_of(parameters) if code not in pens}
        elif other or command not in commands or not re.fullmatch(r"[\d;]*", parameters):
            is_mode = command in ("h", "l") and parameters in modes
            is_answered = FOCUS in untold and ANSWERED.fullmatch(parameters + command)
            found |= set() if is_mode or is_answered else {f"ESC {parameters}{command}{other}"}
    left = SEQUENCE.sub("", sent)
    return found | {ascii(char) for char in set(left) & CONTROLS - set("\r\n\b")}


def assert_left_as_it_was(terminal, sent):
    """Prove that modes, pen and screen are those of before."""
    assert terminal.modes() == START_MODES
    assert terminal.cooked()
    last = list(re.finditer(r"\x1b\[([\d;]*)m", sent))[-1]
    assert last[1] in ("", "0")
    assert SEQUENCE.sub("", sent[last.end() :]) == ""
    if "?1049" in used(sent):
        assert sent.count("\x1b[?1049h") == sent.count("\x1b[?1049l") == 1
        assert sent.rindex("\x1b[?1049l") > last.start()
    else:
        assert not any(terminal.screen_text())


# What is shown.

REPORT = outline(load(BUNDLED.read_bytes()).report)
LABELS = ["Overview", *(entry.label for entry in REPORT)]


def packed(text):
    return "".join(text.split())


SECTIONS = [packed(s.number + s.title + s.text) for s in (entry.section for entry in REPORT)]
TEXT = "".join(SECTIONS)


def panes(terminal):
    """Return what the outline shows, and what the text beside it, row by row."""
    rows = [row.partition("│")[::2] for row in terminal.screen_text()[2:-2]]
    names = [re.match(r"[▌▏ ]*(.*?)…?(?:\s+\d+)?\s*$", left)[1] for left, _ in rows]
    text = [packed(right.lstrip("▌▏ ")) for _, right in rows]
    end = next((at for at, row in enumerate(text) if "Metrics" in row), len(text))
    return names, [row for row in text[:end] if row]


def assert_whole(terminal):
    """Prove that all that stands in outline and text stands there in the report."""
    screen = terminal.screen_text()
    names, text = panes(terminal)
    assert screen[0].startswith(f" {REPORT[0].label}"), screen
    assert len(list(filter(None, names))) > 5, screen
    assert len(text) > 8, screen
    assert all(any(label.startswith(name) for label in LABELS) for name in names), names
    assert [row for row in text if row not in TEXT] == []


def looks(terminal):
    """Return what is seen of every cell."""
    screen = terminal.screen
    cells = [screen.buffer[y][x] for y in range(screen.lines) for x in range(screen.columns)]
    return [(" ", c.bg) if c.data == " " and not c.reverse else tuple(c) for c in cells]


@needs_terminfo
@pytest.mark.parametrize("kind", KINDS)
def test_a_terminal_is_sent_what_it_knows_and_shows_it_whole(opened, kind):
    terminal = opened(**KINDS[kind])
    press(terminal, "jj]jj")
    assert_whole(terminal)
    terminal.resize(100, 30)
    for keys in ["2 jjjk/", "xzfy\r", "\x1b", "1jj"]:
        press(terminal, keys)
    assert_whole(terminal)
    shown = looks(terminal)
    press(terminal, "\x0c")
    assert looks(terminal) == shown
    sent = leave(terminal)
    assert unknown(KINDS[kind], sent) == set()
    assert USED[kind] <= used(sent)
    assert_left_as_it_was(terminal, sent)


def test_a_reader_who_wants_no_mouse_has_all_else(opened, tmp_path):
    Path(tmp_path, "reporttui").mkdir(exist_ok=True)
    Path(tmp_path, "reporttui", "config.toml").write_text("mouse = false\n")
    terminal = opened()
    press(terminal, "jj]jj")
    assert_whole(terminal)
    sent = leave(terminal)
    modes = {each for each in used(sent) if each.startswith("?")}
    assert modes == ALL_MODES - {MOUSE}
    assert_left_as_it_was(terminal, sent)


def test_a_terminal_that_knows_nothing_gets_the_text(opened):
    terminal = opened("主动公开", TERM="dumb")
    assert terminal.wait(PATIENCE) == 0
    sent = terminal.raw.decode()
    assert [section for section in SECTIONS[1:] if section not in packed(sent)] == []
    assert set(sent) & CONTROLS == {"\r", "\n"}


@needs_terminfo
def test_linux_gets_no_bright_colours_from_any_theme(opened, tmp_path):
    Path(tmp_path, "reporttui").mkdir(exist_ok=True)
    Path(tmp_path, "reporttui", "config.toml").write_text('theme = "light"\n')
    terminal = opened(**KINDS["linux"])
    assert unknown(KINDS["linux"], leave(terminal)) == set()
