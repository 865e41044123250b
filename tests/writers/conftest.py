import os
from pathlib import Path

import pytest

from reporttui import words
from reporttui.report.building import load
from reporttui.report.bundled import path_of
from reporttui.writers.formats import FORMATS, Options, written
from reporttui.writers.view import view

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def english():
    words.use("en")
    yield
    words.use("en")


@pytest.fixture(scope="session")
def hostile():
    """A report whose author means harm to every format."""
    return load((HERE / "hostile.yaml").read_bytes()).report


@pytest.fixture(scope="session")
def bundled():
    return load(Path(path_of("licheng-2024")).read_bytes()).report


@pytest.fixture
def export():
    """Write a report in a format."""

    def export(report, name, shown=None, **options):
        if name == "parquet":
            pytest.importorskip("pyarrow", reason="needs pyarrow, which the dev extra installs")
        return written(view(report, shown), FORMATS[name], Options(**options))

    return export


@pytest.fixture
def golden():
    """Compare with the bytes that are kept; GOLDEN=1 in the environment keeps them anew."""

    def golden(name, data):
        path = HERE / "golden" / name
        if os.environ.get("GOLDEN"):
            path.write_bytes(data)
        assert data == path.read_bytes()

    return golden
