from pathlib import Path

import pytest

from reporttui.report.building import load
from reporttui.report.bundled import DEFAULT, ids, path_of


def test_the_report_that_is_opened_by_default_is_bundled():
    assert DEFAULT in ids()


@pytest.mark.parametrize("report_id", ids())
def test_every_bundled_report_has_the_id_of_its_file(report_id):
    assert load(Path(path_of(report_id)).read_bytes()).report.id == report_id


@pytest.mark.parametrize("other", ["", "x", "report.schema", "../content/licheng-2024", "licheng"])
def test_another_id_has_no_path(other):
    assert path_of(other) is None
