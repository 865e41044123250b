import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from reporttui.report.building import load
from reporttui.report.bundled import path_of
from reporttui.report.outline import outline
from reporttui.writers.formats import FORMATS

TEXTS = [name for name, known in FORMATS.items() if not known.binary]
BUNDLED = outline(load(Path(path_of("licheng-2024")).read_bytes()).report)


@pytest.fixture
def data(run, folder):
    """The bytes that come out on stdout."""

    def data(*arguments):
        code, _, err = run("export", *arguments, "-o", "out", "--force")
        assert (code, err) == (0, "out is written\n")
        return (folder / "out").read_bytes()

    return data


def test_text_is_what_show_prints(run):
    assert run("export", "--format", "txt") == run("show")


@pytest.mark.parametrize("path", [entry.path for entry in BUNDLED])
def test_the_text_of_a_section_is_what_show_prints_of_it(run, path):
    assert run("export", "--format", "txt", "--section", path) == run("show", path)


def test_the_text_of_a_hostile_report_is_what_show_prints(run, hostile):
    assert run("export", hostile, "--format", "txt") == run("show", hostile)
    for path in ("0", "1", "1.1"):
        exported = run("export", hostile, "--format", "txt", "--section", path)
        assert exported == run("show", hostile, path)


def test_csv_is_what_metrics_prints_but_for_cells_that_are_made_inert(run, hostile):
    assert run("export", "--format", "csv") == run("metrics", "--format", "csv")
    raw = run("export", hostile, "--format", "csv", "--raw-cells")
    assert raw == run("metrics", hostile, "--format", "csv")
    inert = run("export", hostile, "--format", "csv").out
    assert inert.replace("'=", "=") == raw.out != inert


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_has_what_comes_out_on_stdout(run, folder, data, monkeypatch, name):
    if name == "parquet":
        pytest.importorskip("pyarrow", reason="needs pyarrow, which the dev extra installs")
    written = data("--format", name)
    path = folder / f"report.{name}"
    assert run("export", "-o", str(path)).code == 0
    assert path.read_bytes() == written
    if not FORMATS[name].binary:
        assert run("export", "--format", name).out.encode() == written
        assert run("export", "--format", name, "-o", "-").out.encode() == written


def test_a_report_comes_from_standard_input_too(run, bundled):
    assert run("export", "-", "--format", "md", stdin=bundled) == run("export", "--format", "md")


def test_only_the_metrics_of_a_section_are_exported(run):
    lines = run("export", "--format", "csv", "--section", "1.1.1").lines
    assert [line.split(",")[0] for line in lines] == ["path", *["1.1.1"] * 4]


def test_a_file_that_is_there_is_replaced_only_by_force(run, folder):
    (folder / "a.md").write_text("mine")
    code, out, err = run("export", "-o", "a.md")
    assert (code, out) == (2, "")
    assert err == "reporttui: a.md is there already; --force replaces it\n"
    assert (folder / "a.md").read_text() == "mine"
    assert run("export", "-o", "a.md", "--force").code == 0
    assert (folder / "a.md").read_text(encoding="utf-8").startswith("# 泉州市")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "name a format with --format: txt, md, html, json, yaml, csv, xlsx, parquet"),
        (["-o", "a.doc"], "a.doc does not tell its format; --format: txt, "),
        (["--format", "md", "--bom"], "--bom is an option of other formats: csv"),
        (["--format", "md", "--raw-cells"], "--raw-cells is an option of other formats: csv, xlsx"),
        (["--format", "md", "--section", "9"], "there is no section 9; the nearest are 1, 2, 3"),
        (["--format", "doc"], '--format cannot be "doc"; expected txt, md'),
    ],
)
def test_wrong_use_is_told(run, folder, arguments, said):
    code, out, err = run("export", *arguments)
    assert (code, out) == (2, "")
    assert said in err.splitlines()[0]
    assert err.splitlines()[1] == "for help: reporttui export --help"
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", [name for name, known in FORMATS.items() if known.binary])
def test_what_is_no_text_is_not_sent_to_a_terminal(run, name):
    code, out, err = run("export", "--format", name, columns=80)
    assert (code, out) == (2, "")
    assert f"{name} is no text for a terminal; name a file with --output" in err


def test_a_package_that_is_missing_is_told_with_what_installs_it(run, folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "reporttui.writers.parquet", raising=False)
    assert run("export", "-o", "a.parquet") == (
        2,
        "",
        "reporttui: parquet needs a package: pip install 'reporttui[parquet]'\n",
    )
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("none/a.md", "No such file or directory"),
        ("a\0.md", "embedded null byte"),
        (f"{'n' * 300}.md", "File name too long"),
    ],
)
def test_a_file_that_cannot_be_written_is_one_clear_line(run, folder, path, reason):
    code, out, err = run("export", "-o", path)
    assert (code, out) == (2, "")
    assert err.endswith(f" cannot be written: {reason}\n")
    assert err.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk_is_one_clear_line(run):
    assert run("export", "--format", "html", "-o", "/dev/full") == (
        2,
        "",
        "reporttui: /dev/full cannot be written: No space left on device\n",
    )


def test_a_folder_that_may_not_be_written_is_one_clear_line(run, monkeypatch):
    folder = Path(tempfile.mkdtemp())  # Not below pytest's own, which others may not enter.
    folder.chmod(0o555)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    user = os.geteuid()
    run("export", "--format", "md")  # All modules are read before the user is another.
    try:
        if user == 0:
            os.seteuid(65534)
        code, out, err = run("export", "--format", "md", "-o", f"{folder}/a.md")
    finally:
        os.seteuid(user)
        shutil.rmtree(folder)
    assert (code, out) == (2, "")
    assert err == f"reporttui: {folder}/a.md cannot be written: Permission denied\n"
