"""The table of readings covers what reports are written with, and is what its script makes."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path

import pytest

from reporttui.text.data.syllables import readings

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "src/reporttui/text/data/pinyin.txt"


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("pinyin_script", ROOT / "scripts/pinyin.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def characters(encoding):
    """The Chinese characters of a national standard."""
    block = map(chr, range(0x4E00, 0xA000))
    return [char for char in block if char.encode(encoding, "ignore")]


@pytest.mark.parametrize(
    ("char", "all_readings"),
    [
        ("行", ("xing", "hang", "heng")),
        ("重", ("zhong", "chong", "tong")),
        ("復", ("fu",)),
        ("绿", ("lv", "lu")),
        ("略", ("lve",)),
        ("〇", ("ling", "yuan", "xing")),
        ("㐀", ("qiu",)),
        ("一", ("yi",)),
        ("龥", ("yu",)),
    ],
)
def test_a_character_has_all_its_readings_the_usual_one_first(char, all_readings):
    assert readings(char) == all_readings


def test_every_character_of_the_simplified_and_the_traditional_standard_has_a_reading():
    silent = {
        char for name in ("gb2312", "big5") for char in characters(name) if not readings(char)
    }
    # Units of two syllables: ten grams, a hundred grams, a gallon.
    assert silent <= set("兙兡嗧")


@pytest.mark.parametrize("char", ["a", "5", "。", "　", "あ", "\U00020000", "\ud800", "\0"])
def test_what_is_not_chinese_or_rare_has_none(char):
    assert readings(char) == ()


def test_the_table_is_small_and_names_its_source():
    table = TABLE.read_text(encoding="utf-8")
    assert len(table.encode()) < 80_000
    head = [line for line in table.splitlines() if line.startswith("#")]
    assert "pypinyin 0." in "".join(head)
    assert "MIT License" in "".join(head)


def test_the_script_tells_whether_a_table_is_current(script, tmp_path, monkeypatch, capsys):
    pytest.importorskip("pypinyin", reason="needs pypinyin, which the script reads")
    monkeypatch.setattr(script, "table", cache(script.table))  # made once, since it takes a while
    table = tmp_path / "pinyin.txt"
    assert script.main([], table) == 0
    assert script.main(["--check"], table) == 0
    table.write_text(table.read_text(encoding="utf-8") + "aa\n", encoding="utf-8")
    capsys.readouterr()
    assert script.main(["--check"], table) == 1
    assert capsys.readouterr().out == "stale: pinyin.txt; mend it by: python scripts/pinyin.py\n"


def test_without_pypinyin_nothing_is_checked_and_nothing_written(
    script, tmp_path, monkeypatch, capsys
):
    monkeypatch.setattr(script, "PACKAGE", "no_such_package")
    assert script.main(["--check"], tmp_path / "pinyin.txt") == 0
    assert capsys.readouterr().err == "pinyin.txt: skipped without no_such_package\n"
    assert script.main([], tmp_path / "pinyin.txt") == 2
    assert list(tmp_path.iterdir()) == []


def test_the_script_refuses_what_it_does_not_know(script):
    assert script.main(["--chekc"]) == 2
