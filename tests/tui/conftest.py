import asyncio
import inspect

import pytest

from reporttui import words
from reporttui.text.width import set_ambiguous


@pytest.fixture(autouse=True)
def a_folder_to_write_in(tmp_path, monkeypatch):
    """Let a file that some key writes be none of the project's."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def english_and_narrow():
    """Leave language and widths as other tests expect them."""
    yield
    words.use("en")
    set_ambiguous(1)


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem):
    """Run tests that are coroutines."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = inspect.signature(pyfuncitem.obj).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in names}))
    return True
