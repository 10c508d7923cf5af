"""The filter's language, through the page's own query.js and data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.site import conftest as made


@cache
def _cells() -> list[tuple[str, str, str]]:
    """Of each cell, as the dashboard should have them: script, column, status."""
    columns = (made.NEXT, made.NEW, made.NEW_WASM, made.OLD, made.OLD_WASM)
    return [
        (case.id, str(column), behaviour(column)[0].value)
        for case, behaviour in made.cases().items()
        for column in columns
    ]


def cells(test: Callable[[str, str, str], bool]) -> set[tuple[str, str]]:
    return {(case, column) for case, column, status in _cells() if test(case, column, status)}


ALL = cells(lambda case, column, status: True)
FAIL = cells(lambda case, column, status: status == "fail")
WASM = {cell for cell in ALL if "wasmtime" in cell[1]}
NEW_ONES = {cell for cell in ALL if "@0.6.0" in cell[1]}


def of(*names: str) -> set[tuple[str, str]]:
    """Every cell of these scripts, by a part of their names."""
    return {cell for cell in ALL if any(name in cell[0] for name in names)}


def on(name: str, *columns: object) -> set[tuple[str, str]]:
    return {(case, column) for case, column in of(name) if column in map(str, columns)}


ODD = {cell for cell in ALL if cell[0].startswith("corpus/odd/")}
FIXED = on(made.FIXED, made.OLD, made.OLD_WASM)
REGRESSED = on(made.REGRESSED, made.NEW, made.NEW_WASM, made.NEXT)
QUERIES: list[tuple[str, set[tuple[str, str]]]] = [
    ("", ALL),
    ("  ", ALL),
    # keys
    ("status:fail", FAIL),
    ("STATUS:Fail", FAIL),
    ("class:panic", of(made.PANICS) - WASM),
    ("class:missing-name", of("spawn") | FIXED),
    ("area:language", of("corpus/language")),
    (r'area:"<b>area</b> & \"50%\""', ODD),
    ("case:good_case", of("good_case")),
    ("tag:slow", of(made.REGRESSED)),
    ('tag:" two  blanks "', of(" two  blanks ")),
    ("module:json", FIXED),
    ("module:json.decoder", FIXED),
    ("module:jso", set()),
    (f"signature:{made.signature('stdout: a long line').id}", of(made.LONG_LINE)),
    ('signature:"posix_spawn\' in sub"', of("spawn")),
    ("is:compatible", cells(lambda *cell: cell[2] == "pass")),
    ("is:strict", cells(lambda *cell: cell[2] == "pass" and "message" not in cell[0])),
    ("is:failing", cells(lambda *cell: cell[2] in ("fail", "flaky", "xfail"))),
    ("is:died", of(made.PANICS)),
    (
        "is:judged",
        ALL - cells(lambda *cell: cell[2] in ("skip", "missing", "spurious", "unsupported")),
    ),
    ("is:sensitive", set()),
    ("is:different", of(made.REGRESSED, made.FIXED)),
    # columns
    ("column:wasm", WASM),
    ("column:native", ALL - WASM),
    ("column:0.6.0", NEW_ONES),
    ("column:rustpython@0.6.0", NEW_ONES - WASM),
    ("column:0.6.0 column:native", NEW_ONES - WASM),
    ("column:rustpython@0.6.0/wasmtime", NEW_ONES & WASM),
    ("column:0.6.0/wasmtime", NEW_ONES & WASM),
    ("column:0.7.0-rc.1", {cell for cell in ALL if "rc.1" in cell[1]}),
    ("column:rc", {cell for cell in ALL if "rc.1" in cell[1]}),
    ("column:rustpython", ALL),
    # from version to version
    ("regressed:0.5.0..0.6.0", REGRESSED - on(made.REGRESSED, made.NEXT)),
    ("fixed:0.5.0..0.6.0", on(made.FIXED, made.NEW, made.NEW_WASM)),
    ("changed:0.5.0..0.6.0", set()),
    ("regressed:0.6.0..0.5.0", FIXED),
    ("regressed:0.6.0..0.7.0-rc.1", set()),
    ("regressed:0.5.0..0.7.0-rc.1", on(made.REGRESSED, made.NEXT)),
    (
        "regressed:rustpython@0.5.0/wasmtime..rustpython@0.6.0/wasmtime",
        on(made.REGRESSED, made.NEW_WASM),
    ),
    ("regressed:0.5.0/wasmtime..0.6.0/wasmtime", on(made.REGRESSED, made.NEW_WASM)),
    # words, commas, negation, quotes
    ("good_case_1", of("good_case_1")),
    ("GOOD_CASE_1", of("good_case_1")),
    ("counts", of("good_case")),
    ('"to three"', of("good_case")),
    ("three to", of("good_case")),
    ('"three to"', set()),
    ("frame::run", of(made.PANICS) & WASM),
    ("-good_case", ALL - of("good_case")),
    ("status:pass,fail", cells(lambda *cell: cell[2] in ("pass", "fail"))),
    ('status:"pass","fail"', cells(lambda *cell: cell[2] in ("pass", "fail"))),
    ("-status:pass,fail", cells(lambda *cell: cell[2] not in ("pass", "fail"))),
    ("-status:pass -column:wasm", cells(lambda *cell: cell[2] != "pass") - WASM),
    ("status:fail -area:io case:spawn", of("spawn")),
    ('-"to three" area:language', of(made.REGRESSED)),
    ('case:"x onerror"', of("x onerror")),
    ('case:" onmouseover="', of("onmouseover")),
    ('"onmouseover"', of("onmouseover")),
    ("__proto__", of("__proto__")),
]


@dataclass(frozen=True)
class Asked:
    """The open page of the filter, and what its data say."""

    page: Page
    data: dict[str, Any]

    def find(self, text: str) -> tuple[set[tuple[str, str]], list[str]]:
        script = """text => {
            const { cells, wrong } = harnessQuery.find(text, window.harnessCells);
            return [cells.map((cell) => cell.place * 1000 + cell.column), wrong];
        }"""
        places, wrong = self.page.evaluate(script, text)
        cases, columns = self.data["cases"], self.data["columns"]
        return {(cases[place // 1000][0], columns[place % 1000]) for place in places}, wrong


@pytest.fixture(scope="module")
def asked(browser: Browser, site: Path) -> Iterator[Asked]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site.as_uri()}/cells.html")
    written = (site / "cells.js").read_text()
    yield Asked(page, json.loads(written[written.index("{") : written.rindex("}") + 1]))
    context.close()


@pytest.mark.parametrize(("text", "wanted"), QUERIES, ids=[text for text, _ in QUERIES])
def test_a_query_finds(asked: Asked, text: str, wanted: set[tuple[str, str]]) -> None:
    cells, wrong = asked.find(text)
    assert cells == wanted
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "wrong", "wanted"),
    [
        ("colour:red", "colour:red: there is no key “colour”; the keys are status, class", ALL),
        ("__proto__:x", "__proto__:x: there is no key “__proto__”", ALL),
        ("constructor:x", "constructor:x: there is no key", ALL),
        ("status:green", "status:green: not among pass, fail, flaky", ALL),
        ("status:fail,green", "status:green: not among pass", FAIL),
        ("class:exploded", "class:exploded: not among normalised-equal", ALL),
        ("is:constructor", "is:constructor: not among compatible", ALL),
        ("is:blue", "is:blue: not among compatible, strict, failing, died, judged", ALL),
        ("area:nowhere", "area:nowhere: not among io, language", ALL),
        ("column:pypy", "column:pypy: not among rustpython@0.7.0-rc.1, rustpython@0.6.0", ALL),
        ("tag:none", "tag:none: no script has this tag", ALL),
        ("-", "-: a value is missing", ALL),
        ("status:", "status:: a value is missing", ALL),
        ("status:,", "status:,: a value is missing", ALL),
        ('status:""', 'status:"": a value is missing', ALL),
        ("status: good_case", "status:: a value is missing", of("good_case")),
        ("regressed:0.5.0", "regressed:0.5.0: expected two versions or columns", ALL),
        ("regressed:0.5.0..9.9", "regressed:0.5.0..9.9: expected two versions", ALL),
        ("regressed:0.5.0...0.6.0", "regressed:0.5.0...0.6.0: expected two versions", ALL),
        (
            "fixed:rustpython@0.5.0..rustpython@0.6.0/wasmtime",
            "fixed:rustpython@0.5.0..rustpython@0.6.0/wasmtime: expected two versions",
            ALL,
        ),
        ('"to three', '"to three: the quote is not closed', of("good_case")),
    ],
)
def test_a_query_that_says_nothing_sensible(
    asked: Asked, text: str, wrong: str, wanted: set[tuple[str, str]]
) -> None:
    cells, lines = asked.find(text)
    assert cells == wanted
    (line,) = lines
    assert line.startswith(wrong)


def test_no_query_breaks_the_page(asked: Asked) -> None:
    forms = ("{}", "{}{}", "status:{}", "-{}a", '"{}', "regressed:{}..{}", "case:a,{}")
    texts = [
        form.format(char, char) for form in forms for char in "\"'\\,:-.*()[]<>&$#?%\0\u202e\né中😀"
    ]
    script = "texts => texts.map(text => harnessQuery.find(text, window.harnessCells).cells.length)"
    assert all(0 <= count <= len(ALL) for count in asked.page.evaluate(script, texts))
