import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from reporttui import words
from reporttui.writers.formats import FORMATS

TEXTS = [name for name, known in FORMATS.items() if not known.binary]


@pytest.mark.parametrize("name", TEXTS)
def test_every_text_format_is_written_byte_for_byte(export, golden, hostile, name):
    golden(f"hostile.{name}", export(hostile, name))


@pytest.mark.parametrize("name", ["md", "html"])
def test_labels_are_in_the_readers_language(export, golden, hostile, name):
    words.use("zh")
    golden(f"hostile.zh.{name}", export(hostile, name))


def test_a_workbook_has_the_same_parts_byte_for_byte(export, golden, hostile):
    """Its parts, since compression differs between machines."""
    with zipfile.ZipFile(io.BytesIO(export(hostile, "xlsx"))) as book:
        parts = [f"--- {name}\n".encode() + book.read(name) for name in sorted(book.namelist())]
    golden("hostile.xlsx.xml", b"\n".join(parts) + b"\n")


def test_parquet_is_written_byte_for_byte(export, golden, hostile):
    data = export(hostile, "parquet")
    version = __import__("pyarrow").__version__
    if not version.startswith("26."):
        pytest.skip(f"the bytes that are kept are those of pyarrow 26, and this is {version}")
    golden("hostile.parquet", data)


SCRIPT = """
import sys
from pathlib import Path
from reporttui.report.building import load
from reporttui.writers.formats import FORMATS, Options, written
from reporttui.writers.view import view
report = load(Path(sys.argv[1]).read_bytes()).report
sys.stdout.buffer.write(written(view(report), FORMATS[sys.argv[2]], Options()))
"""


@pytest.mark.parametrize("name", FORMATS)
def test_another_process_with_another_clock_and_hash_seed_writes_the_same(export, hostile, name):
    here = export(hostile, name)
    file = Path(__file__).with_name("hostile.yaml")
    package = Path(sys.modules["reporttui"].__file__).parents[1]
    environment = {"PYTHONPATH": str(package), "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai"}
    command = [sys.executable, "-c", SCRIPT, str(file), name]
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert done.stdout == here
