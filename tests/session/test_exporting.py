import pytest
from generated_reports import BUNDLED

from reporttui.report.outline import outline
from reporttui.session.exporting import PARTS, file_name, in_view
from reporttui.session.reading import Session
from reporttui.writers.formats import FORMATS, Options, written
from reporttui.writers.view import view


def session_at(path):
    session = Session(BUNDLED)
    session.show(session.document.outline.find(path).index)
    return session


def as_json(one):
    return written(one, FORMATS["json"], Options())


def test_all_of_it_and_a_section_are_what_the_shell_writes():
    entry = outline(BUNDLED).find("1.1")
    session = session_at("1.1")
    assert as_json(in_view(session, "report")) == as_json(view(BUNDLED))
    shown = view(BUNDLED, range(entry.index, entry.end))
    assert as_json(in_view(session, "section")) == as_json(shown)


@pytest.mark.parametrize("all_figures", [False, True])
def test_the_table_is_written_as_it_is_filtered_and_ordered(all_figures):
    session = Session(BUNDLED)
    if all_figures:
        session.show_all_figures()
    session.search("行政")
    session.sort("value")
    rows = [(row.entry.path, row.metric.name) for row in session.table.rows]
    assert len(rows) > 3
    found = in_view(session, "table").metrics
    assert [(one.entry.path, one.metric.name) for one in found] == rows


def test_a_file_is_called_after_report_and_part():
    names = [file_name(session_at("1.1"), part) for part in PARTS]
    assert names == ["licheng-2024", "licheng-2024-1.1", "licheng-2024-metrics"]


@pytest.mark.parametrize(
    ("name", "called"), [("../../etc", "etc"), ("a b/c", "a-b-c"), ("报告", "报告")]
)
def test_the_id_of_a_report_makes_no_path(name, called):
    assert file_name(Session(BUNDLED._replace(id=name)), "report") == called
