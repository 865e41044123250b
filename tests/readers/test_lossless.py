"""Every character of a file is in the tree, in order, or is told to be elsewhere."""

from pathlib import Path

import pytest
from accounts import unaccounted
from generated_documents import documents
from hypothesis import given

from reporttui.readers.reading import read
from reporttui.report.building import load
from reporttui.report.files import UnreadableFile
from reporttui.report.writing import dump

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
NAME = "NAMELESS"


def read_unless_empty(text):
    try:
        return read(text.encode(), ".txt", NAME)
    except UnreadableFile as bad:
        if bad.problems[0].code in ("document-empty", "document-no-text", "no-known-encoding"):
            return None
        raise


@given(documents())
def test_nothing_of_a_generated_document_is_lost(text):
    found = read_unless_empty(text)
    if found is None:
        return
    assert unaccounted(text, found, found.report.title != NAME) == {}
    assert load(dump(found.report).encode()).report == found.report


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside this checkout")
def test_nothing_of_the_corpus_is_lost():
    files = sorted(CORPUS.glob("*.txt"))
    assert files
    for file in files:
        text = file.read_text()
        found = read(file.read_bytes(), ".txt", NAME)
        assert unaccounted(text, found, found.report.title != NAME) == {}, file.name
        assert load(dump(found.report).encode()).report == found.report
