import io

import pytest

from reporttui.library.opening import name_of, open_file, open_report
from reporttui.report.bundled import path_of
from reporttui.report.files import UnreadableFile
from reporttui.report.model import BadReport

REPORT = b"format: 1\nid: mine\ntitle: x\n"
NOTHING = io.BytesIO()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(argument, stdin=NOTHING):
    with pytest.raises(BadReport) as caught:
        open_report(argument, stdin)
    return caught.value.problems[0]


def test_no_argument_is_the_bundled_report():
    opened = open_report(None, NOTHING)
    assert opened.report.id == opened.name == "licheng-2024"
    assert opened.path == path_of("licheng-2024")


def test_an_id_is_a_bundled_report_even_beside_a_file_of_that_name(folder):
    (folder / "licheng-2024").write_bytes(REPORT)
    assert open_report("licheng-2024", NOTHING) == open_report(None, NOTHING)


def test_a_hyphen_is_standard_input():
    opened = open_report("-", io.BytesIO(REPORT))
    assert (opened.report.id, opened.name, opened.path) == ("mine", "<stdin>", None)


@pytest.mark.parametrize(
    "name", ["a.yaml", "a.yml", "a.YAML", "./a", "./.a", "b/a", "./licheng-2024"]
)
def test_what_has_a_separator_or_an_extension_is_a_file(folder, name):
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(REPORT)
    opened = open_report(name, NOTHING)
    assert (opened.report.id, opened.name, opened.path) == ("mine", name, name)


def test_json_is_yaml(folder):
    (folder / "a.json").write_text('{"format": 1, "id": "mine", "title": "x"}')
    assert open_report("a.json", NOTHING).report.id == "mine"


@pytest.mark.parametrize("name", ["licheng-2042", "licheng", "report", "", "<stdin>"])
def test_any_other_word_is_an_unknown_report_and_the_known_ones_are_named(folder, name):
    (folder / "report").write_bytes(REPORT)
    problem = refused(name)
    assert problem.code == "unknown-report"
    assert problem.values["name"] == name
    assert "licheng-2024" in problem.values["allowed"]


def test_the_nearest_id_is_named_where_one_is_near():
    assert refused("licheng-2042").values["nearest"] == "licheng-2024"
    assert refused("xyz").values["nearest"] == ""


@pytest.mark.parametrize("name", ["a.tar.gz", "b.d/a.XYZ"])
def test_an_unknown_format_is_told_with_the_known_ones(folder, name):
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(REPORT)
    problem = refused(name)
    assert problem.code == "unknown-format"
    assert problem.values["extension"] == name[name.rindex(".") :].lower()
    assert ".docx" in problem.values["allowed"]


@pytest.mark.parametrize("name", ["a.txt", "b/a.TXT", "c.md"])
def test_a_report_in_another_format_is_read(folder, name):
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("工作报告\n\n一、情况\n\n办理案件125件，同比增长3.2%。\n")
    opened = open_report(name, NOTHING)
    assert (opened.report.title, opened.root, opened.path) == ("工作报告", None, name)
    assert opened.report.sections[0].title == "情况"


def test_standard_input_is_our_own_form_or_text():
    text = "工作报告\n\n办理案件125件，同比增长3.2%。\n".encode()
    assert open_report("-", io.BytesIO(text)).report.title == "工作报告"
    assert open_report("-", io.BytesIO(b"# mine\n" + REPORT)).report.id == "mine"
    assert refused("-", io.BytesIO(b"titel: x\n")).code == "unknown-key"


def test_a_missing_file_is_missing_whatever_its_kind(folder):
    assert refused("a.pdf").code == refused("a.yaml").code == "file-missing"


def test_a_file_with_problems_raises_them(folder):
    (folder / "a.yaml").write_bytes(b"format: 1\n")
    assert refused("a.yaml").code == "missing-key"


def test_standard_input_that_cannot_be_read_is_unreadable():
    class Broken(io.RawIOBase):
        def read(self, size=-1):
            raise IsADirectoryError(21, "Is a directory")

    problem = refused("-", Broken())
    assert (problem.code, problem.values) == ("file-unreadable", {"reason": "Is a directory"})


def test_a_file_to_check_is_a_path_and_never_an_id(folder):
    with pytest.raises(UnreadableFile) as caught:
        open_file("licheng-2024", NOTHING)
    assert caught.value.problems[0].code == "file-missing"
    (folder / "licheng-2024").write_bytes(REPORT)
    assert open_file("licheng-2024", NOTHING).report.id == "mine"


def test_arguments_have_names_for_messages():
    assert [name_of(argument) for argument in (None, "-", "a.yaml")] == [
        "licheng-2024",
        "<stdin>",
        "a.yaml",
    ]
