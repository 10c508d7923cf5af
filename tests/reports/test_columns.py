"""The columns that can be had in every format, against files that a person has looked at."""

from __future__ import annotations

import json

import pytest

from harness.model import ColumnId
from harness.reports import ReportOptions
from harness.reports.columns import FORMATS, Offer, Offers, State, age
from tests.reports.test_golden import check

ORACLE, OLDER = ColumnId("cpython", "3.14"), ColumnId("cpython", "3.12")
NO_SQLITE = "left out of every build for wasm | `really`"


def column(version: str, profile: str = "default", runtime: str = "native") -> ColumnId:
    return ColumnId("rustpython", version, profile, runtime)


def offers() -> Offers:
    wasm = "wasmtime"
    return Offers(
        offers=(
            Offer(column("main"), State.UNBUILT),
            Offer(column("main", "sqlite"), State.UNBUILT),
            Offer(column("main", "default", wasm), State.UNBUILT),
            Offer(column("main", "sqlite", wasm), State.IMPOSSIBLE, detail=NO_SQLITE),
            Offer(column("0.6.0"), State.READY, "3.14", ORACLE, "", 49_300_000, 86_400 * 3),
            Offer(column("0.6.0", "sqlite"), State.OUTDATED, "3.14", ORACLE, "", 50_000_000, 59),
            Offer(column("0.6.0", "default", wasm), State.UNBUILT, "3.14", ORACLE),
            Offer(column("0.6.0", "sqlite", wasm), State.IMPOSSIBLE, "3.14", ORACLE, NO_SQLITE),
            Offer(column("0.4.0"), State.IMPOSSIBLE, "3.12", OLDER, "no Rust compiler"),
            Offer(column("0.4.0", "sqlite"), State.IMPOSSIBLE, "3.12", OLDER, "no Rust compiler"),
            Offer(column("0.4.0", "default", wasm), State.IMPOSSIBLE, "3.12", OLDER, "no Rust"),
            Offer(column("0.4.0", "sqlite", wasm), State.IMPOSSIBLE, "3.12", OLDER, NO_SQLITE),
            Offer(ORACLE, State.READY, "3.14", ORACLE, "3.14.8 at /usr/bin/python3.14 (path)"),
            Offer(
                ColumnId("cpython", "3.13"), State.IMPOSSIBLE, "3.13", None, "/x is a debug build"
            ),
            Offer(OLDER, State.UNBUILT, "3.12", OLDER, "installed when it is needed"),
        ),
        default=(column("0.6.0"), column("0.6.0", "default", wasm)),
        versions={"main": "path:../RustPython, 0.7.0", "0.6.0": "", "0.4.0": ""},
        profiles={"default": "RustPython's own", "sqlite": "with *sqlite3*"},
        runtimes={"native": "native", wasm: "wasm32-wasip1"},
        sets={"old": ("rustpython@0.4.0", "rustpython@0.4.0/wasmtime")},
        sets_from="harness.yaml",
    )


@pytest.mark.parametrize("name", FORMATS)
def test_a_listing(name: str) -> None:
    text = FORMATS[name](offers(), ReportOptions())
    check({"table": "columns.txt", "markdown": "columns.md", "json": "columns.json"}[name], text)


def test_everything() -> None:
    text = FORMATS["table"](offers(), ReportOptions(width=80, all=True))
    check("columns-all.txt", text)
    assert text.count(NO_SQLITE) == 1  # each reason once


def test_json_has_every_column() -> None:
    data = json.loads(FORMATS["json"](offers(), ReportOptions()))
    assert [its["id"] for its in data["columns"]] == [str(o.column) for o in offers().offers]
    assert data["sets"] == {"old": ["rustpython@0.4.0", "rustpython@0.4.0/wasmtime"]}


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("everything", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, everything: bool) -> None:
    text = FORMATS["table"](offers(), ReportOptions(width=width, all=everything))
    assert max(map(len, text.splitlines())) <= width


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 seconds"),
        (119, "119 seconds"),
        (120, "2 minutes"),
        (7199, "119 minutes"),
        (7200, "2 hours"),
        (86400 * 2, "2 days"),
    ],
)
def test_ages(seconds: float, text: str) -> None:
    assert age(seconds) == text


def test_nothing_at_all() -> None:
    empty = Offers((), ())
    assert FORMATS["table"](empty, ReportOptions(all=True))
    assert FORMATS["table"](empty, ReportOptions())
