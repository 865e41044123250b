"""The bundled report says the official text, whole and unaltered, and names its 84 figures."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "content" / "licheng-2024.yaml"
SHARED = ROOT.parent / "shared"
SOURCE = SHARED / "licheng-2024.source.txt"
GOLD = SHARED / "gold" / "licheng-2024.yaml"

needs_source = pytest.mark.skipif(not SOURCE.exists(), reason=f"no official text at {SOURCE}")
needs_gold = pytest.mark.skipif(not GOLD.exists(), reason=f"no labelled figures at {GOLD}")

# What the web page adds to the report, left out on purpose.
FURNITURE = [
    "附件下载",
    "扫一扫在手机上查看当前页面",
    "相关解读",
    "文字解读",
    "图片解读",
    "视频解读",
    "访谈解读",
    "媒体报道",
]

# fmt: off
REPORT_KEYS = [
    "format", "id", "title", "issuer", "year", "document_number", "index_number", "dated",
    "published", "source", "addressee", "opening", "metrics", "sections", "signed", "signed_date",
    "disclosure",
]
# fmt: on
SECTION_KEYS = ["number", "title", "run_in", "text", "metrics", "sections"]
METRIC_KEYS = ["name", "value", "low", "high", "bound", "unit", "kind", "quote", "at", "part_of"]

# Each whole with the quotes of what the text says is a part of it.
PARTS = {
    "知识产权侵权案件": ["刑事案件3起", "行政案件4起"],
    "闽执法平台线上办案": ["行政检查11692件", "行政处罚900件", "行政强制4件"],
    "民意征集": ["重大决策意见征集18期"],
}


def as_printed(path):
    """Reads YAML with every scalar as the text that stands in the file."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)


def walk(sections):
    for section in sections:
        yield section
        yield from walk(section.get("sections", []))


def official_paragraphs(report):
    """Rebuilds what follows the source line; a title that ends in a sign runs into its text."""
    paragraphs = [report["addressee"], *report["opening"].splitlines()]
    for section in walk(report["sections"]):
        text = section.get("text", "").splitlines()
        first = section["number"] + section["title"]
        if first.endswith(("。", ",")):
            first += text.pop(0)
        if section.get("run_in") == "true":
            paragraphs[-1] += first
        else:
            paragraphs.append(first)
        paragraphs += text
    return [*paragraphs, report["signed"], report["signed_date"], report["disclosure"]]


def without_white_space(lines):
    return "".join("".join(lines).split())


@pytest.fixture(scope="module")
def report():
    return as_printed(REPORT)


@pytest.fixture(scope="module")
def metrics(report):
    return [metric for section in walk(report["sections"]) for metric in section.get("metrics", [])]


@pytest.fixture(scope="module")
def source_lines():
    lines = [line.strip() for line in SOURCE.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line]


@pytest.fixture(scope="module")
def gold():
    return as_printed(GOLD)["figures"]


@needs_source
def test_rebuilt_text_equals_the_official_text_character_for_character(report, source_lines):
    title, body = source_lines[4], source_lines[6 : -len(FURNITURE)]
    rebuilt = without_white_space([report["title"], *official_paragraphs(report)])
    assert rebuilt == without_white_space([title, *body])


@needs_source
def test_source_is_header_title_source_line_body_and_furniture_and_nothing_else(
    report, source_lines
):
    rebuilt = [
        "• 索 引 号:" + report["index_number"],
        "• 备注/文号:" + report["document_number"],
        "• 发布机构:" + report["issuer"],
        "• 公文生成日期:" + report["dated"],
        report["title"],
        f"来源:{report['source']} 时间:{report['published'].replace('T', ' ')}",
        *official_paragraphs(report),
        *FURNITURE,
    ]
    assert rebuilt == source_lines


def test_page_furniture_stands_nowhere_in_the_report(report):
    text = REPORT.read_text(encoding="utf-8")
    assert [line for line in FURNITURE if line in text] == []


def test_report_has_forty_nodes_of_five_kinds(report):
    parts = report["sections"]
    groups = parts[0]["sections"]
    items = [[item["number"] for item in group["sections"]] for group in groups]
    problems, work_lines = parts[1]["sections"], parts[2]["sections"]
    assert [part["number"] for part in parts] == ["一、", "二、", "三、"]
    assert [group["number"] for group in groups] == [f"({n})" for n in "一二三四五六"]
    assert items == [[f"{n}." for n in range(1, last + 1)] for last in (3, 4, 5, 4, 3, 5)]
    assert [problem["number"] for problem in problems] == ["一是", "二是", "三是"]
    assert [line["number"] for line in work_lines] == ["一是", "二是", "三是", "四是"]
    assert len(list(walk(parts))) == 3 + 6 + 24 + 3 + 4


def test_only_the_problems_run_in(report):
    run_in = [section for section in walk(report["sections"]) if "run_in" in section]
    assert run_in == report["sections"][1]["sections"]
    assert {section["run_in"] for section in run_in} == {"true"}


def test_keys_stand_in_the_order_of_the_format(report, metrics):
    mappings = [(report, REPORT_KEYS)]
    mappings += [(section, SECTION_KEYS) for section in walk(report["sections"])]
    mappings += [(metric, METRIC_KEYS) for metric in metrics]
    for mapping, order in mappings:
        assert list(mapping) == [key for key in order if key in mapping]


def test_an_ordinary_yaml_loader_guesses_no_text_to_be_something_else(report):
    def other_than_text(node, key=None):
        if isinstance(node, dict):
            return set().union(*(other_than_text(value, name) for name, value in node.items()))
        if isinstance(node, list):
            return set().union(*(other_than_text(value, key) for value in node))
        return set() if isinstance(node, str) else {key}

    loaded = yaml.safe_load(REPORT.read_text(encoding="utf-8"))
    assert other_than_text(loaded) == {"format", "year", "dated", "run_in", "value"}


def test_file_names_its_schema_for_editors():
    first = REPORT.read_text(encoding="utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=report.schema.json"


@needs_gold
def test_metrics_say_the_labelled_figures_in_reading_order(metrics, gold):
    def as_said(figure):
        left_out = {"unit": "", "bound": "exact", "kind": "count"}
        return Decimal(figure["value"]), *(figure.get(key, left_out[key]) for key in left_out)

    assert [as_said(metric) for metric in metrics] == [as_said(figure) for figure in gold]
    assert len(metrics) == 84


@needs_source
@needs_gold
def test_each_quote_covers_its_own_figure_and_no_other(metrics, gold):
    source = SOURCE.read_text(encoding="utf-8")
    for metric, figure in zip(metrics, gold, strict=True):
        quote = metric["quote"]
        # Any place found in this window reaches over the figure from its start to its end.
        window = int(figure["end"]) - len(quote), int(figure["start"]) + len(quote)
        start = source.find(quote, *window)
        inside = [one["id"] for one in gold if 0 <= int(one["start"]) - start < len(quote)]
        assert (start >= 0, inside) == (True, [figure["id"]]), metric["name"]


def test_each_quote_stands_in_one_field_and_its_place_is_given_exactly_where_it_recurs(report):
    for section in walk(report["sections"]):
        fields = [section["title"], section.get("text", "")]
        for metric in section.get("metrics", []):
            times = [field.count(metric["quote"]) for field in fields]
            assert times.count(0) == 1, metric["name"]
            assert ("at" in metric) == (sum(times) > 1), metric["name"]


def test_what_is_taken_for_granted_is_left_out(metrics):
    assert "exact" not in {metric.get("bound") for metric in metrics}
    assert "count" not in {metric.get("kind") for metric in metrics}
    assert "" not in {metric.get("unit") for metric in metrics}


def test_names_of_metrics_are_distinct_and_short_and_hold_no_digit(metrics):
    names = [metric["name"] for metric in metrics]
    assert sorted(set(names)) == sorted(names)
    assert [name for name in names if any(sign.isdigit() for sign in name)] == []
    assert [name for name in names if not 4 <= len(name) <= 16] == []


def test_a_falling_quantity_says_so_in_its_name(metrics):
    falling = [metric["name"] for metric in metrics if "下降" in metric["quote"]]
    assert falling
    assert [name for name in falling if "下降" not in name] == []


def test_parts_name_the_wholes_that_the_text_makes_them_parts_of(metrics):
    named = {}
    for metric in metrics:
        if "part_of" in metric:
            named.setdefault(metric["part_of"], []).append(metric["quote"])
    assert named == PARTS


def test_a_whole_is_a_metric_of_its_parts_unit_and_no_smaller(metrics):
    by_name = {metric["name"]: metric for metric in metrics}
    for part in metrics:
        whole = by_name[part.get("part_of", part["name"])]
        assert whole.get("unit") == part.get("unit")
        assert Decimal(whole["value"]) >= Decimal(part["value"])


@pytest.mark.parametrize("name", ["知识产权侵权案件", "闽执法平台线上办案"])
def test_parts_that_the_text_counts_out_sum_to_their_whole(metrics, name):
    whole = next(metric for metric in metrics if metric["name"] == name)
    parts = [Decimal(metric["value"]) for metric in metrics if metric.get("part_of") == name]
    assert sum(parts) == Decimal(whole["value"])
