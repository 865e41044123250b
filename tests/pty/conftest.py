import pytest

from reporttui.report.model import FORMAT, Report
from reporttui.session.places import Place, leave_at
from reporttui.settings.store import FILE, Store


@pytest.fixture
def read_before(tmp_path):
    """Let the reader have read another report, so that the last row shows the keys at once."""
    other = Report(format=FORMAT, id="other", title="别的")
    assert leave_at(Store(tmp_path / "reporttui" / FILE), other, Place("0", 0, 0))
