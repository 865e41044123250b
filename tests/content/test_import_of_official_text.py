"""The bundled report is what the importer makes of the official text, with names for figures."""

from pathlib import Path

import pytest

from reporttui.figures.extraction import extract
from reporttui.readers.reading import read
from reporttui.report.building import load
from reporttui.report.bundled import path_of
from reporttui.report.outline import outline
from reporttui.report.prose import blocks

ROOT = Path(__file__).parents[2]
OFFICIAL = ROOT.parent / "shared" / "licheng-2024.source.txt"


@pytest.fixture(scope="module")
def bundled():
    return load(Path(path_of("licheng-2024")).read_bytes()).report


def without_metrics(sections):
    return tuple(
        section._replace(metrics=(), sections=without_metrics(section.sections))
        for section in sections
    )


def figures(report):
    return [
        (entry.path, field, figure)
        for entry in outline(report)
        for field, text in entry.fields.items()
        for figure in extract(text)[0]
    ]


def same(imported, bundled):
    bare = bundled._replace(metrics=(), sections=without_metrics(bundled.sections))
    assert imported == bare
    assert figures(imported) == figures(bundled)


@pytest.mark.skipif(not OFFICIAL.exists(), reason="the official text is not beside this checkout")
@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16"])
def test_the_official_text_becomes_the_bundled_report(bundled, codec):
    found = read(OFFICIAL.read_text().encode(codec), ".txt", "licheng-2024")
    same(found.report, bundled)
    assert found.account.doubts == ()


def test_what_the_program_prints_becomes_the_same_tree(bundled):
    text = "\n".join(block.text for block in blocks(bundled, outline(bundled)))
    report = read(text.encode(), ".txt", "licheng-2024").report
    same(
        report._replace(
            document_number=bundled.document_number,
            index_number=bundled.index_number,
            source=bundled.source,
            published=bundled.published,
        ),
        bundled,
    )
