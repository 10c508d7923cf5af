"""The table of profiles in every format, against files that a person has looked at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from harness.model import ColumnId
from harness.reports import ReportOptions
from harness.reports.profiles import (
    FORMATS,
    Built,
    Estimate,
    ProfileTable,
    Row,
    Share,
    from_json,
)
from tests.reports.test_golden import check

FIRST = ColumnId.parse("rustpython@0.6.0")
SLOW = ColumnId.parse("rustpython@0.6.0:size")
NONE = ColumnId.parse("rustpython@0.6.0:ssl-openssl")
WASM = ColumnId.parse("rustpython@0.6.0/wasmtime")
TRIMMED = ColumnId.parse("rustpython@0.6.0:trimmed/wasmtime")


def ratio(value: float, spread: float = 0.02) -> Estimate:
    return Estimate(value, value - spread, value + spread, 7)


def table() -> ProfileTable:
    start = Estimate(0.0302, 0.0291, 0.0354, 15)
    rows = (
        Row(
            FIRST,
            "native",
            "RustPython's default features",
            built=Built(49_300_000, 14_250_000, 331.2, 332, ("stdlib", "threading")),
            start=start,
            modules=Share(271, 301),
            compatible=Share(80, 83),
            strict=Share(79, 83),
            speed=ratio(1, 0),
            speed_first=ratio(1, 0),
        ),
        Row(
            SLOW,
            "native",
            "for size",
            built=Built(21_000_000, 8_000_000, 700.0, 332, settings={"opt-level": "z"}),
            start=Estimate(0.0522, 0.0511, 0.0704, 15),
            modules=Share(271, 301),
            compatible=Share(80, 83),
            strict=Share(79, 83),
            speed=ratio(1.7134),
            speed_first=ratio(1.7134),
        ),
        Row(NONE, "native", failure="building rustpython 0.6.0 failed: error: no `OpenSSL` | *"),
        Row(
            WASM,
            "wasm32-wasip1",
            built=Built(
                30_000_000, 9_000_000, 240.0, 250, compiled_bytes=56_000_000, wasm_opt=None
            ),
            start=start,
            modules=Share(190, 301),
            compatible=Share(77, 80),
            speed=ratio(1, 0),
            speed_first=ratio(1.31),
        ),
        Row(
            TRIMMED,
            "wasm32-wasip1",
            built=Built(20_000_000, 6_000_000, 61.0, 4, library_modules=198),
            start=start,
            modules=Share(90, 301),
            compatible=Share(7, 80),
            cause="of 73 that differ, 60: stdout instead of <nothing>",
        ),
    )
    benchmarks = {
        "corpus/benchmarks/loops.py": {FIRST: ratio(1, 0), SLOW: ratio(2), WASM: ratio(0.8)},
        "corpus/benchmarks/calls.py": {FIRST: ratio(1, 0), SLOW: ratio(1.5), WASM: ratio(2.1)},
        "corpus/benchmarks/unclear.py": {
            FIRST: ratio(1, 0),
            SLOW: ratio(1.5, 0.6),
            WASM: ratio(0.92),
        },
    }
    return ProfileTable(
        rows,
        "cpython@3.14",
        "83 scripts of corpus (area programs, io)",
        "gzip -9",
        {"system": "Linux", "cores": 2},
        "2026-01-02T03:04:05+00:00",
        benchmarks,
    )


@pytest.mark.parametrize(("name", "suffix"), [("table", "txt"), ("markdown", "md")])
def test_formats(name: str, suffix: str) -> None:
    check(f"profiles.{suffix}", FORMATS[name](table(), ReportOptions()))


def test_json_holds_everything() -> None:
    data = json.loads(FORMATS["json"](table(), ReportOptions()))
    assert data["schema"] == {"name": "harness-profiles", "version": "1.0"}
    assert [row["column"] for row in data["rows"]] == [str(row.column) for row in table().rows]
    first, _, failed, wasm, _ = data["rows"]
    assert first["speed"] == {"value": 1, "low": 1, "high": 1, "n": 7}
    assert first["modules"] == {"part": 271, "whole": 301}
    assert "no `OpenSSL`" in failed["failure"]
    assert wasm["compiled_bytes"] == 56_000_000
    assert data["benchmarks"]["corpus/benchmarks/calls.py"][str(WASM)]["value"] == 2.1


def test_a_table_is_read_back_whole() -> None:
    text = FORMATS["json"](table(), ReportOptions())
    assert from_json(text) == table()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{}", "not a table"),
        ("[", "not a table"),
        ("[]", "not a table"),
        ('{"schema": {"name": "harness-report", "version": "1.0"}}', "harness-report 1.0"),
        ('{"schema": {"name": "harness-profiles", "version": "2.0"}}', "harness-profiles 2.0"),
        ('{"schema": {"name": "harness-profiles", "version": "1.0"}}', "not a table"),
    ],
)
def test_what_is_no_table(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        from_json(text)


def test_the_table_of_the_documentation_is_as_the_tool_makes_it() -> None:
    docs = Path(__file__).parents[2] / "docs"
    table = from_json((docs / "profiles.json").read_text(encoding="utf-8"))
    text = FORMATS["markdown"](table, ReportOptions())
    assert text in (docs / "profiles.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [60, 100, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    text = FORMATS["table"](table(), ReportOptions(width=width))
    assert max(map(len, text.splitlines())) <= width
    assert "1.71 (1.69–1.73)" in text


def test_faster_and_slower_need_the_whole_interval() -> None:
    assert table().faster(WASM) == ["corpus/benchmarks/loops.py"]
    assert table().slower(WASM) == ["corpus/benchmarks/calls.py"]
    assert table().slower(SLOW) == ["corpus/benchmarks/calls.py", "corpus/benchmarks/loops.py"]


def test_columns_that_have_nothing_are_left_out() -> None:
    poor = ProfileTable(
        (Row(FIRST, "native", built=Built(1, 1, 1.0, 1)),), "cpython@3.14", "x", "gzip -9"
    )
    text = FORMATS["table"](poor, ReportOptions())
    assert "start ms" not in text.splitlines()[1]
    assert "time" not in text.splitlines()[1]
