"""A survey of the standard library in every format, against files that a person has looked at."""

from __future__ import annotations

import json

import pytest

from harness.model import ColumnId, Signature
from harness.reports import ReportOptions
from harness.reports.modules import FORMATS, from_json
from harness.survey import Found, State, Survey, differ
from tests.reports.test_golden import check

ORACLE, OLDER = ColumnId("cpython", "3.14"), ColumnId("cpython", "3.12")
OLD, NEW = ColumnId("rustpython", "0.4.0"), ColumnId("rustpython", "0.6.0")
WASM = ColumnId("rustpython", "0.6.0", runtime="wasmtime")
HAS, MISSING = Found(State.IMPORTS), Found(State.MISSING)
SSL = Found(State.FAILS, signature=Signature("a1", "missing-name: No module named '_ssl' | `x`"))
PANIC = Found(State.FAILS, signature=Signature("b2", "panic in vm/src/x.rs: \x1b[31m"))
UNTRIED = Found(State.UNKNOWN, signature=Signature("", "no space is left"))
MANY = tuple(f"name_{number:02}" for number in range(20))


def lacks(*names: str) -> Found:
    return Found(State.IMPORTS, names)


def survey() -> Survey:
    cells: dict[str, tuple[Found | None, Found | None, Found | None]] = {
        "_ctypes": (MISSING, HAS, MISSING),
        "asyncio": (PANIC, HAS, PANIC),
        "cgi": (HAS, None, None),
        "decimal": (HAS, lacks("pi"), lacks("pi", "tau")),
        "imaplib": (SSL, HAS, SSL),
        "json": (lacks("loads"), HAS, HAS),
        "math": (HAS, lacks(*MANY), HAS),
        "pathlib.types": (None, HAS, UNTRIED),
        "ssl": (SSL, HAS, SSL),
        "turtle": (HAS, SSL, MISSING),
        **{f"encodings.cp{number}": (HAS, HAS, MISSING) for number in range(850, 890)},
    }
    names = ("dumps", "loads", "pi", "tau", *MANY)
    columns = (OLD, NEW, WASM)
    return Survey(
        oracles={OLD: OLDER, NEW: ORACLE, WASM: ORACLE},
        modules={
            OLDER: {name: names for name, its in cells.items() if its[0]},
            ORACLE: {name: names for name, its in cells.items() if its[1]},
        },
        cells={
            (name, column): found
            for name, its in cells.items()
            for column, found in zip(columns, its, strict=True)
            if found
        },
        left_out={OLDER: {}, ORACLE: {"msvcrt": "No module named 'msvcrt'", "nt": "No module"}},
    )


@pytest.mark.parametrize("name", FORMATS)
def test_a_survey(name: str) -> None:
    found = survey()
    text = FORMATS[name](found, [differ(found, OLD, NEW)], ReportOptions())
    check({"table": "modules.txt", "markdown": "modules.md", "json": "modules.json"}[name], text)


def test_everything() -> None:
    found = survey()
    text = FORMATS["table"](found, [differ(found, NEW, WASM)], ReportOptions(width=100, all=True))
    check("modules-all-100.txt", text)
    assert "name_19" in text
    assert "encodings.cp889" in text


def test_json_is_read_back() -> None:
    found = survey()
    assert from_json(FORMATS["json"](found, (), ReportOptions())) == found


@pytest.mark.parametrize("width", [60, 79, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    found = survey()
    text = FORMATS["table"](found, [differ(found, OLD, NEW)], ReportOptions(width=width))
    assert max(map(len, text.splitlines())) <= width
    assert "\x1b" not in text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[", "Expecting value"),
        ("[]", "not a survey"),
        ('{"schema": {"name": "harness-report", "version": "1.0"}}', "not a survey"),
        ('{"schema": {"name": "harness-modules", "version": "2.0"}}', "version 2.0"),
        ('{"schema": {"name": "harness-modules", "version": "1.0"}}', "damaged"),
    ],
)
def test_what_is_no_survey(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        from_json(text)


def test_a_damaged_survey() -> None:
    data = json.loads(FORMATS["json"](survey(), (), ReportOptions()))
    data["cells"][0]["state"] = "odd"
    with pytest.raises(ValueError, match="odd"):
        from_json(json.dumps(data))
