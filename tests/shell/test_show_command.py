import pytest

TITLE = "泉州市鲤城区人民政府关于2024年法治政府建设情况的报告"


def test_the_whole_report_is_shown_a_block_a_line(run):
    lines = run("show").lines
    assert lines[0] == TITLE
    assert lines[-1] == "(此件主动公开)"
    assert lines[3:5] == [
        "一、2024年主要工作情况",
        "(一)突出政治引领,加强党对法治建设的全面领导",
    ]
    assert "" not in lines


def test_the_bundled_report_has_a_name(run):
    assert run("show", "licheng-2024") == run("show")


def test_a_section_is_shown_with_all_below_it(run):
    whole = run("show").lines
    section = run("show", "licheng-2024", "1.2").lines
    at = whole.index(section[0])
    assert section == whole[at : at + 5]
    assert section[0].startswith("(二)优化营商环境")
    assert run("show", "licheng-2024", "1.2.4").lines == section[4:]


def test_a_lone_argument_of_dotted_digits_is_a_path(run):
    assert run("show", "1.2.4") == run("show", "licheng-2024", "1.2.4")
    assert run("show", "3").lines[0].startswith("三、")


def test_the_parts_together_are_the_whole(run):
    front = run("show", "0").lines
    parts = [line for path in "123" for line in run("show", path).lines]
    assert front[:3] + parts + front[3:] == run("show").lines
    assert front[0] == TITLE


def test_a_section_that_runs_in_is_shown_by_itself_and_within_its_paragraph(run):
    (paragraph,) = run("show", "2.1").lines
    assert paragraph.startswith("一是法治政府")
    assert any(paragraph in line and line != paragraph for line in run("show", "2").lines)


def test_what_stands_outside_is_shown_without_a_section_that_runs_in(run, write):
    sections = "sections:\n- {number: 一是, run_in: true, text: 乙。}\nsigned: 丙\n"
    name = write("a.yaml", "format: 1\nid: a\ntitle: 题\nopening: 甲。\n" + sections)
    assert run("show", name).lines == ["题", "甲。一是乙。", "丙"]
    assert run("show", name, "0").lines == ["题", "甲。", "丙"]
    assert run("show", name, "1").lines == ["一是乙。"]


def test_control_characters_are_shown_and_every_block_stays_one_line(run, hostile):
    assert run("show", hostile).lines == [
        "␛]0;owned␇法治[bold]报告",
        "␦各位:",
        "总数为１２件。",
        '一、工作,"好"␦2J',
        "培训␛[31m约1.50万人次, 比上年增长5.0%。␤[red]末[/red]句␦。一是3至5个工作日办结。",
        "某␀区",
    ]


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        ("1.9", "1.2, 1.3, 1.4, 1.5, 1.6"),
        ("1.1.9", "1.1.1, 1.1.2, 1.1.3"),
        ("7.1.2", "1, 2, 3"),
        ("1.1.1.4", "1.1.1"),
        ("0.1", "1, 2, 3"),
        ("01", "1, 2, 3"),
    ],
)
def test_a_path_that_does_not_exist_is_wrong_use_and_the_nearest_are_named(run, path, nearest):
    code, out, err = run("show", path)
    assert (code, out) == (2, "")
    assert f"no section {path};" in err
    assert err.splitlines()[0].endswith(f" {nearest}")


def test_a_path_may_be_no_path_at_all(run):
    code, _, err = run("show", "licheng-2024", "首页\x1b[2J")
    assert code == 2
    assert "首页␛[2J" in err


def test_standard_input_is_a_report_too(run, bundled):
    assert run("show", "-", "1.2", stdin=bundled) == run("show", "1.2")
