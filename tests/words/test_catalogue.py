"""The tool that keeps the catalogue, and the catalogue itself."""

import gettext
import importlib.util
import io
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts/words.py"

CODE = """\
from reporttui.words import N_, _, ngettext
print(_("hello {name}", name="x"), ngettext("one hit", "{n} hits", 2))
TABLE = {"key": (N_("first"), N_("sec" "ond"))}
"""
PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "hello {name}"
msgstr "你好，{name}"

msgid "one hit"
msgid_plural "{n} hits"
msgstr[0] "{n} 处命中"

msgid "first"
msgstr "第一"

msgid "second"
msgstr "第二"
"""


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("words_tool", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def tree(tmp_path):
    return tmp_path


@pytest.fixture
def run(tool, tree):
    """The tool on a project in miniature whose catalogue is in order."""

    def run(command):
        return tool.main([command], tree / "src", tree / "zh_CN.po")

    (tree / "src").mkdir()
    (tree / "src/code.py").write_text(CODE)
    (tree / "zh_CN.po").write_text(PO, encoding="utf-8")
    run("update")
    run("compile")
    return run


def edit(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def checked(run, capsys):
    def checked():
        status = run("check")
        return status, capsys.readouterr().out.splitlines()

    return checked


def test_the_catalogue_of_the_program_is_in_order(tool):
    assert tool.faults(tool.SOURCE, tool.PO, tool.PO.with_suffix(".mo")) == []


def test_a_catalogue_in_order_passes_in_silence(checked):
    assert checked() == (0, [])


def test_the_compiled_catalogue_is_read_by_gettext(run, tree):
    chinese = gettext.GNUTranslations(io.BytesIO((tree / "zh_CN.mo").read_bytes()))
    assert chinese.gettext("second") == "第二"
    assert chinese.ngettext("one hit", "{n} hits", 1) == "{n} 处命中"


def test_updating_and_compiling_again_change_no_byte(run, tree):
    before = [(tree / name).read_bytes() for name in ("zh_CN.po", "zh_CN.mo")]
    run("update")
    run("compile")
    assert [(tree / name).read_bytes() for name in ("zh_CN.po", "zh_CN.mo")] == before


def test_code_that_moves_within_its_file_leaves_the_catalogue_alone(run, tree):
    before = (tree / "zh_CN.po").read_bytes()
    edit(tree / "src/code.py", "print(", "\n\n\nprint(")
    run("update")
    assert (tree / "zh_CN.po").read_bytes() == before


def test_updating_keeps_the_chinese_brings_in_the_new_and_drops_the_unused(run, tree):
    edit(tree / "src/code.py", 'N_("first")', 'N_("new")')
    run("update")
    text = (tree / "zh_CN.po").read_text(encoding="utf-8")
    assert 'msgid "second"\nmsgstr "第二"' in text
    assert 'msgid "new"\nmsgstr ""' in text
    assert "first" not in text


def test_a_sentence_that_is_not_in_the_catalogue_is_missing(checked, tree):
    edit(tree / "src/code.py", 'N_("first")', 'N_("first"), _("new")')
    assert checked() == (1, ["missing: 'new'"])


def test_a_sentence_that_nobody_says_is_obsolete(checked, tree):
    edit(tree / "src/code.py", 'N_("first"), ', "")
    assert checked() == (1, ["obsolete: 'first'"])


def test_a_sentence_marked_as_obsolete_is_listed(checked, tree):
    po = tree / "zh_CN.po"
    po.write_text(po.read_text("utf-8") + '\n#~ msgid "old"\n#~ msgstr "旧"\n', "utf-8")
    assert checked() == (1, ["obsolete: 'old'"])


def test_a_sentence_without_chinese_is_empty(checked, tree):
    edit(tree / "zh_CN.po", '"{n} 处命中"', '""')
    status, faults = checked()
    assert status == 1
    assert "empty: 'one hit | {n} hits'" in faults


def test_a_sentence_marked_as_fuzzy_is_listed(checked, tree):
    edit(tree / "zh_CN.po", 'msgid "first"', '#, fuzzy\nmsgid "first"')
    status, faults = checked()
    assert status == 1
    assert "fuzzy: 'first'" in faults


@pytest.mark.parametrize("chinese", ["你好", "你好，{nam}", "你好，{name}{n}", "你好，{name"])
def test_chinese_with_other_placeholders_is_listed(run, checked, tree, chinese):
    edit(tree / "zh_CN.po", "你好，{name}", chinese)
    run("compile")
    assert checked() == (1, ["placeholders differ: 'hello {name}'"])


def test_a_plural_needs_the_placeholders_of_all_its_forms(run, checked, tree):
    edit(tree / "zh_CN.po", "{n} 处命中", "命中")
    run("compile")
    assert checked() == (1, ["placeholders differ: 'one hit | {n} hits'"])


def test_a_compiled_catalogue_that_is_older_than_its_source_is_stale(checked, tree):
    edit(tree / "zh_CN.po", "第二", "其二")
    assert checked() == (1, ["stale: zh_CN.mo"])


def test_a_catalogue_that_was_never_compiled_is_stale(checked, tree):
    (tree / "zh_CN.mo").unlink()
    assert checked() == (1, ["stale: zh_CN.mo"])


def test_wrong_use_is_told_and_exits_2(tool, capsys):
    assert tool.main([]) == 2
    assert "Usage" in capsys.readouterr().err
