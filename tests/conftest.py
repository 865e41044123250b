import itertools
import os
from pathlib import Path

import pytest
from hypothesis import settings

# Machine speed fails no test.
settings.register_profile("no deadline", deadline=None)
settings.register_profile(
    "fuzz", deadline=None, max_examples=int(os.environ.get("FUZZ", 100)), print_blob=True
)
settings.load_profile("fuzz" if "FUZZ" in os.environ else "no deadline")

SHARED = Path(__file__).parents[2] / "shared"
FOREIGN = ("NO_COLOR", "FORCE_COLOR", "COLORFGBG", "COLUMNS", "LINES", "LANGUAGE", "TMUX")


@pytest.fixture(scope="session")
def homes(tmp_path_factory):
    """Folders that nobody has used before; they are not made until someone writes."""
    base = tmp_path_factory.mktemp("homes")
    return (base / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def nobodys_settings(monkeypatch, homes):
    """Keep the settings, places and terminal of whoever runs the tests out of them."""
    home = next(homes)
    for kind in ("CONFIG", "STATE", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    for name in list(os.environ):
        if name.startswith("TEXTUAL_SNAPSHOT"):
            continue  # where the snapshot plugin keeps its report
        if name in FOREIGN or name.startswith(("LC_", "TEXTUAL")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")


@pytest.fixture(scope="session")
def shared():
    """The folder of official texts and labels beside the project, which need not be there."""
    if not SHARED.is_dir():
        pytest.skip(f"there is no folder {SHARED.name} beside the project")
    return SHARED
