import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from report_strategies import reports

from reporttui.report.schema import schema
from reporttui.report.writing import dump

ROOT = Path(__file__).parents[2]
BUNDLED = ROOT / "content" / "licheng-2024.yaml"
PUBLISHED = ROOT / "content" / "report.schema.json"
SCRIPT = ROOT / "scripts" / "schema.py"

HEAD = "format: 1\nid: a\ntitle: 甲\n"
METRIC = HEAD + "metrics:\n- name: 乙\n  quote: 3件\n"


class EditorLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Reads YAML as editors do: YAML 1.2 has no type for dates."""


EditorLoader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if not pair[0].endswith(":timestamp")]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def faults(text):
    errors = Draft202012Validator(schema()).iter_errors(yaml.load(text, Loader=EditorLoader))
    return [error.json_path for error in errors]


def test_the_published_schema_is_that_of_the_model():
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == schema()


def test_it_is_a_schema():
    Draft202012Validator.check_schema(schema())


def test_the_script_says_whether_it_is_up_to_date(tmp_path):
    def run(*arguments):
        command = [sys.executable, str(tmp_path / "scripts" / "schema.py"), *arguments]
        path = {"PYTHONPATH": str(ROOT / "src")}
        return subprocess.run(command, env=path, capture_output=True, check=False).returncode

    (tmp_path / "scripts").mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "scripts" / "schema.py").write_bytes(SCRIPT.read_bytes())
    assert run("--check") == 1
    assert run() == 0
    assert run("--check") == 0
    written = tmp_path / "content" / "report.schema.json"
    assert written.read_bytes() == PUBLISHED.read_bytes()
    written.write_bytes(written.read_bytes() + b"\n")
    assert run("--check") == 1


def test_the_bundled_report_satisfies_it():
    assert faults(BUNDLED.read_text(encoding="utf-8")) == []


@settings(deadline=None)
@given(reports())
def test_every_report_that_is_written_satisfies_it(report):
    assert faults(dump(report)) == []


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("id: a\ntitle: 甲\n", "$"),
        ("format: 2\nid: a\ntitle: 甲\n", "$.format"),
        ("format: 1\nid: 鲤城\ntitle: 甲\n", "$.id"),
        ("format: 1\nid: a\ntitle: no\n", "$.title"),
        ("format: 1\nid: a\ntitle: |\n  甲\n  乙\n", "$.title"),
        (HEAD + "titel: 甲\n", "$"),
        (HEAD + "year: 二〇二四\n", "$.year"),
        (HEAD + "dated: 2025年1月21日\n", "$.dated"),
        (HEAD + "published: 2025-02-17 11时\n", "$.published"),
        (HEAD + "issuer:\n", "$.issuer"),
        (HEAD + "opening: ''\n", "$.opening"),
        (HEAD + "sections: {title: 甲}\n", "$.sections"),
        (HEAD + "sections: [{number: 1}]\n", "$.sections[0].number"),
        (HEAD + "sections: [{run_in: true}]\n", "$.sections[0]"),
        (HEAD + "sections: [{title: 甲, run_in: 'yes'}]\n", "$.sections[0].run_in"),
        (METRIC, "$.metrics[0]"),
        (METRIC + "  value: 3\n  low: 2\n", "$.metrics[0]"),
        (METRIC + "  value: 24.2万\n", "$.metrics[0].value"),
        (METRIC + "  value: 3\n  bound: 超\n", "$.metrics[0].bound"),
        (METRIC + "  value: 3\n  at: 0\n", "$.metrics[0].at"),
        (METRIC.replace("quote", "quota") + "  value: 3\n", "$.metrics[0]"),
    ],
)
def test_typical_mistakes_do_not_satisfy_it(text, where):
    assert set(faults(text)) == {where}


def test_every_field_is_described():
    whole = schema()
    for shape in (whole, *whole["$defs"].values()):
        assert all(field["description"] for field in shape["properties"].values())
