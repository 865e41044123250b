import io
from decimal import Decimal

import pytest

from reporttui.figures.listing import Row
from reporttui.report.building import load

pa = pytest.importorskip("pyarrow", reason="needs pyarrow, which the dev extra installs")
pq = pytest.importorskip("pyarrow.parquet")

PLAIN = """
format: 1
id: a
title: 题
opening: 共1.50件,3至5天。
metrics:
- {name: 甲, value: 1.50, unit: 件, quote: 共1.50件}
- {name: "=乙", low: 3, high: 5, unit: 天, quote: 3至5天}
"""


@pytest.fixture
def plain():
    return load(PLAIN.encode()).report


def read(data):
    return pq.read_table(io.BytesIO(data))


def test_values_are_decimals_and_offsets_are_integers(export, bundled, plain):
    schemas = [read(export(report, "parquet")).schema for report in (bundled, plain)]
    assert schemas[0].names == list(Row._fields)
    assert schemas[0] == schemas[1]
    for name in ("value", "low", "high"):
        assert schemas[0].field(name).type == pa.decimal128(38, 6)
    assert schemas[0].field("start").type == pa.int64()
    assert not schemas[0].field("name").nullable


def test_rows_are_those_of_the_metrics_as_they_are(export, plain, hostile):
    first, second = read(export(plain, "parquet")).to_pylist()
    assert (first["value"], first["low"], first["period"]) == (Decimal("1.5"), None, None)
    assert (second["name"], second["low"], second["high"]) == ("=乙", Decimal(3), Decimal(5))
    assert "\u206612月" in read(export(hostile, "parquet"))["period"].to_pylist()


def test_a_value_of_more_digits_than_128_bits_hold_is_kept_whole(export, hostile):
    table = read(export(hostile, "parquet"))
    assert table.schema.field("value").type == pa.decimal256(76, 20)
    assert (
        Decimal("123456789012345678901234567890.12345678901234567890") in table["value"].to_pylist()
    )


def test_the_file_names_the_report_and_no_time(export, bundled):
    metadata = pq.read_metadata(io.BytesIO(export(bundled, "parquet"))).metadata
    assert metadata[b"report"] == b"licheng-2024"
    assert metadata[b"document_number"].decode() == bundled.document_number
    assert metadata.keys() <= {b"report", b"title", b"document_number", b"ARROW:schema"}


def test_a_report_without_any_figure_is_an_empty_table(export):
    report = load("format: 1\nid: a\ntitle: 题\nopening: 无。\n".encode()).report
    assert read(export(report, "parquet")).num_rows == 0


def test_duckdb_reads_it_and_computes_with_decimals(export, bundled, tmp_path):
    duckdb = pytest.importorskip("duckdb", reason="needs duckdb, which the dev extra installs")
    (tmp_path / "a.parquet").write_bytes(export(bundled, "parquet"))
    rows = duckdb.sql(
        f"select name, value, typeof(value) from '{tmp_path}/a.parquet' "
        "where unit = '人次' and value > 500 order by value, name"
    ).fetchall()
    assert ("轮训区管干部", Decimal(504), "DECIMAL(38,6)") in rows
    (count,) = duckdb.sql(f"select count(*) from '{tmp_path}/a.parquet'").fetchall()
    assert count == (84,)
