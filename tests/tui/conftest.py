import pytest

from reporttui import words
from reporttui.text.width import set_ambiguous


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch, tmp_path):
    """Let every test see the same terminal and nobody's own settings."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name in ("NO_COLOR", "COLORFGBG", "TEXTUAL_PRESS"):
        monkeypatch.delenv(name, raising=False)
    yield
    words.use("en")
    set_ambiguous(1)
