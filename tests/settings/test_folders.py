import os

import pytest

from reporttui.settings.folders import cache_dir, config_dir, keep, keeps, state_dir

FOLDERS = [
    (config_dir, "XDG_CONFIG_HOME", ".config"),
    (state_dir, "XDG_STATE_HOME", ".local/state"),
    (cache_dir, "XDG_CACHE_HOME", ".cache"),
]
every_folder = pytest.mark.parametrize(("folder", "variable", "default"), FOLDERS)


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path):
    for _, variable, _ in FOLDERS:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@every_folder
def test_a_folder_stands_at_its_default_place_in_home(home, folder, variable, default):
    assert folder() == str(home / default / "reporttui")


@every_folder
def test_a_variable_moves_its_folder(monkeypatch, folder, variable, default):
    monkeypatch.setenv(variable, "/else/where")
    assert folder() == "/else/where/reporttui"


@every_folder
@pytest.mark.parametrize("value", ["", "relative/place", "./here", "~/there"])
def test_an_empty_or_relative_variable_is_ignored(
    monkeypatch, home, folder, variable, default, value
):
    monkeypatch.setenv(variable, value)
    assert folder() == str(home / default / "reporttui")


@every_folder
def test_nothing_is_created(home, folder, variable, default):
    folder()
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("value", [None, "", "relative"])
def test_without_home_the_account_tells(monkeypatch, value):
    import pwd

    monkeypatch.delenv("HOME")
    if value is not None:
        monkeypatch.setenv("HOME", value)
    assert config_dir() == f"{pwd.getpwuid(os.getuid()).pw_dir}/.config/reporttui"


def test_without_home_and_account_there_is_still_an_answer(monkeypatch):
    monkeypatch.delenv("HOME")
    monkeypatch.setattr(os, "getuid", lambda: 987_654_321)
    assert config_dir() == "/.config/reporttui"


def test_where_nothing_is_kept_only_what_the_user_writes_has_a_folder(home):
    assert keeps()
    keep(False)
    try:
        assert not keeps()
        for folder in (state_dir(), cache_dir()):
            with pytest.raises(OSError, match=r"Not a directory|File exists"):
                os.makedirs(f"{folder}/below")  # noqa: PTH103
        assert config_dir() == str(home / ".config/reporttui")
    finally:
        keep(True)
    assert state_dir() == str(home / ".local/state/reporttui")
