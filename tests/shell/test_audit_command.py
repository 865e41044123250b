import json

BAD = """\
format: 1
id: a
title: A
opening: |
  受理10件（其中立案15件）。
"""


def test_the_bundled_report_passes(run):
    result = run("audit", "--format", "json")
    assert result.code == 0
    rows = json.loads(result.out)
    assert {tuple(row) for row in rows} == {("kind", "verdict", "arithmetic", "quotes", "paths")}
    assert rows[0] == {
        "kind": "parts",
        "verdict": "holds",
        "arithmetic": "3 + 4 = 7",
        "quotes": ["7起", "3起", "4起"],
        "paths": ["1.2.4"],
    }


def test_what_fails_fails_the_command(run, write):
    result = run("audit", write("a.yaml", BAD), "licheng-2024", "--format", "csv")
    assert result.code == 1
    assert result.lines[1] == "parts,fails,15 > 10,10件|15件,0"
    assert len(result.lines) > 5


def test_a_report_without_figures_is_fine(run, write):
    name = write("a.yaml", "format: 1\nid: a\ntitle: A\nopening: |\n  无。\n")
    assert run("audit", name, "--format", "json").out == "[]\n"
