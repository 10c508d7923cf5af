"""What scripts import in every format, against files that a person has looked at."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from harness.imports import Condition, Distribution, Fault, Import, Kind, Needed
from harness.model import ColumnId, Signature
from harness.reports import ReportOptions
from harness.reports.imports import FORMATS, Listing, shares
from harness.survey import Found, State, Survey
from tests.reports.test_golden import check

ORACLE = ColumnId("cpython", "3.14")
NATIVE = ColumnId("rustpython", "0.6.0")
WASM = ColumnId("rustpython", "0.6.0", runtime="wasmtime")
HAS = Found(State.IMPORTS)
NO_SSL = Found(State.FAILS, signature=Signature("a1", "missing-name: No module named '_ssl'"))
UNTRIED = Found(State.UNKNOWN, signature=Signature("", "no space is left"))
NUMPY = Distribution("numpy", "2.0", compiled=("numpy/_core/x.so", "numpy/y.so"))


def use(module: str | None, line: int = 1, *conditions: Condition, **fields: object) -> Import:
    return replace(Import(module, "a|b.py", line, conditions=conditions), **fields)  # type: ignore[arg-type]


def item(module: str, kind: Kind, *uses: Import, **fields: object) -> Needed:
    return replace(Needed(module, kind, uses or (use(module),)), **fields)  # type: ignore[arg-type]


def listing(*, with_survey: bool = True) -> Listing:
    survey = Survey(
        oracles={NATIVE: ORACLE, WASM: ORACLE},
        modules={ORACLE: {"json": ("loads",), "ssl": (), "ctypes": ("c_x",), "sched": ()}},
        cells={
            **{(name, NATIVE): HAS for name in ("json", "ssl", "sched")},
            **{("json", WASM): HAS, ("ssl", WASM): NO_SSL, ("sched", WASM): UNTRIED},
            ("ctypes", NATIVE): Found(State.IMPORTS, ("c_x", "c_y")),
            ("ctypes", WASM): Found(State.MISSING),
        },
        left_out={ORACLE: {"turtle": "ImportError: no tkinter"}},
    )
    needed = (
        item("annotationlib", Kind.STANDARD),
        item("ctypes", Kind.STANDARD, use("ctypes", 2, names=("c_x", "byref"))),
        item("json", Kind.STANDARD, *(use("json", line) for line in range(3, 9))),
        item("sched", Kind.STANDARD),
        item("ssl", Kind.STANDARD, use("ssl", 9, Condition.CAUGHT, Condition.FUNCTION)),
        item("test.support", Kind.STANDARD),
        item("turtle", Kind.STANDARD, use("turtle", 10, Condition.TYPING)),
        item("cgi", Kind.REMOVED),
        item(".mine", Kind.OWN),
        item("mine", Kind.OWN, use("mine", 11, Condition.BRANCH)),
        item(
            "seaborn", Kind.PURE, distributions=(Distribution("seaborn", "1"),), requires=(NUMPY,)
        ),
        item(
            "wasm",
            Kind.PURE,
            distributions=(Distribution("wasm", "1", libraries=("w/lib.so", "w/b.so")),),
        ),
        item("numpy", Kind.COMPILED, distributions=(NUMPY,)),
        item(
            "fast",
            Kind.COMPILED,
            use("fast", 12, Condition.CAUGHT),
            distributions=(Distribution("fast", compiled=("fast.so",)),),
        ),
        item("ghost", Kind.UNKNOWN, distributions=(Distribution("ghost", "1", compiled=None),)),
        item("nobody", Kind.UNKNOWN, use("nobody", 13, dynamic=True)),
    )
    return Listing(
        files=3,
        reader="cpython@3.14",
        imports=(*(u for i in needed for u in i.uses), use(None, 20, dynamic=True)),
        needed=needed,
        faults=(Fault("bad\x1b.py", 7, "invalid syntax"), Fault("gone.py", 0, "cannot be read")),
        survey=survey if with_survey else None,
        looked_in=("/venv/site-packages",),
    )


@pytest.mark.parametrize("name", FORMATS)
def test_a_listing(name: str) -> None:
    text = FORMATS[name](listing(), ReportOptions())
    check({"table": "imports.txt", "markdown": "imports.md", "json": "imports.json"}[name], text)


def test_everything() -> None:
    text = FORMATS["table"](listing(), ReportOptions(width=100, all=True))
    check("imports-all-100.txt", text)
    assert "numpy/y.so" in text
    assert "a|b.py:8" in text


def test_without_a_column() -> None:
    text = FORMATS["table"](listing(with_survey=False), ReportOptions())
    check("imports-no-column.txt", text)
    assert "json" in text
    markdown = FORMATS["markdown"](listing(with_survey=False), ReportOptions())
    assert markdown.splitlines()[2] == "| module | what | where |"
    assert json.loads(FORMATS["json"](listing(with_survey=False), ReportOptions()))["columns"] == []


def test_what_could_not_be_tried_is_held_against_nobody() -> None:
    assert shares(listing()) == {NATIVE: (3, 5), WASM: (1, 4)}
    told = {i.module: listing().untried(i, WASM) for i in listing().of(Kind.STANDARD)}
    assert {name for name, why in told.items() if why} == {"sched", "test.support", "turtle"}


def test_what_blocks() -> None:
    blocking = [i.module for i in listing().blocking()]
    # Neither the optional ones nor those of which nothing is known.
    assert blocking == ["annotationlib", "ctypes", "cgi", "seaborn", "numpy"]
    assert not listing(with_survey=False).blocking()


def test_a_limited_survey_says_so() -> None:
    survey = listing().survey
    assert survey
    limited = replace(listing(), survey=replace(survey, only=("json", "ctypes")))
    (odd,) = [i for i in limited.needed if i.module == "annotationlib"]
    assert limited.untried(odd, NATIVE) == "not tried by this survey"
    assert not limited.trouble(odd, NATIVE)


@pytest.mark.parametrize("width", [60, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    text = FORMATS["table"](listing(), ReportOptions(width=width))
    assert max(map(len, text.splitlines())) <= width
    assert "\x1b" not in text
