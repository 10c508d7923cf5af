"""Verdicts in the light of expectations: a table of what becomes of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from harness.expect import Expectation, When, applied, plain, stale_entries
from harness.model import ColumnId, Divergence, Signature, Status, Verdict
from tests import factory
from tests.factory import NATIVE, WASM

CASE = "corpus/io/a.py"
ONE, OTHER = "111111111111", "222222222222"
COLUMNS = [factory.column(NATIVE), factory.column(WASM)]
TODAY = date(2026, 6, 1)


def entry(*cases: str, **fields: Any) -> Expectation:
    fields.setdefault("column", NATIVE)
    return Expectation(cases or (CASE,), "known", "rustpython", where="x.yaml:1", **fields)


def verdict(status: Status = Status.FAIL, signature: str = ONE, **fields: Any) -> Verdict:
    fields.setdefault("classes", (Divergence.STDOUT, Divergence.STDERR))
    made = factory.verdict(fields.pop("case", CASE), fields.pop("column", NATIVE), status, **fields)
    told = None if status is Status.PASS else Signature(signature, f"stdout: {signature}")
    return replace(made, signature=told)


def judged(given: Verdict, *entries: Expectation) -> Verdict:
    return applied(entries, COLUMNS)(given)


SIGNED = entry(signatures=(ONE,))
GLOB = entry("corpus/io/*", signatures=(ONE,))
FLAKY = entry(status=Status.FLAKY, classes=(Divergence.STDOUT,))
FAIL, PASS = Status.FAIL, Status.PASS


@pytest.mark.parametrize(
    ("given", "entries", "status"),
    [
        (verdict(), [], FAIL),
        (verdict(), [SIGNED], Status.XFAIL),
        (verdict(), [GLOB], Status.XFAIL),
        (verdict(signature=OTHER), [SIGNED], Status.CHANGED),
        (verdict(signature=OTHER), [GLOB], FAIL),  # a glob says of no case that it fails so
        (verdict(signature=OTHER), [SIGNED, entry(signatures=(OTHER,))], Status.XFAIL),
        (verdict(), [entry(signatures=(OTHER, ONE))], Status.XFAIL),
        (verdict(), [entry("corpus/io/b.py", signatures=(ONE,))], FAIL),
        (verdict(), [entry(classes=(Divergence.STDOUT,))], Status.XFAIL),
        # The mildest class that applies is not the one that names the cell.
        (verdict(), [entry(classes=(Divergence.STDERR,))], Status.CHANGED),
        (verdict(classes=(Divergence.PANIC, Divergence.STDOUT)), [FLAKY], Status.CHANGED),
        (verdict(signature=OTHER), [entry(signatures=(ONE,), classes=(Divergence.STDOUT,))],
         Status.CHANGED),
        (verdict(), [entry(status=FAIL)], Status.XFAIL),
        (verdict(PASS), [SIGNED], Status.XPASS),
        (verdict(PASS), [GLOB], PASS),
        (verdict(PASS, strict=False), [], PASS),
        (verdict(PASS), [FLAKY], PASS),
        (verdict(PASS), [SIGNED, FLAKY], PASS),
        (verdict(), [FLAKY], Status.XFAIL),
        (verdict(Status.FLAKY), [FLAKY], Status.XFAIL),
        (verdict(Status.FLAKY), [SIGNED], Status.FLAKY),
        (verdict(column=WASM), [SIGNED], FAIL),
        (verdict(column=WASM), [entry(column=None, signatures=(ONE,))], Status.XFAIL),
        *(
            (verdict(status), [SIGNED, GLOB, FLAKY], status)
            for status in Status
            if status not in (PASS, FAIL, Status.FLAKY)
        ),
    ],
)  # fmt: skip
def test_what_becomes_of_a_verdict(
    given: Verdict, entries: list[Expectation], status: Status
) -> None:
    got = judged(given, *entries)
    assert got.status is status
    assert (got.compatible, got.strict) == (given.compatible, given.strict)
    told = status is not given.status
    assert got.expectation == ("known" if told else given.expectation)


def test_the_link_is_told_behind_the_reason() -> None:
    found = judged(verdict(), entry(signatures=(ONE,), link="issue 12"))
    assert found.expectation == "known (issue 12)"


@pytest.mark.parametrize("status", [FAIL, PASS])
def test_a_verdict_can_be_seen_without_its_expectation(status: Status) -> None:
    given = verdict(status, signature=OTHER)
    changed = judged(given, SIGNED)
    assert changed.status in (Status.CHANGED, Status.XPASS)
    assert plain(changed) == given


@pytest.mark.parametrize(
    ("when", "column", "holds"),
    [
        (When(), "rustpython@0.6.0", True),
        (When(version=">=0.5,<0.7"), "rustpython@0.6.0", True),
        (When(version=">=0.5,<0.7"), "rustpython@0.7.0", False),
        (When(version="==0.6.*"), "rustpython@0.6.0/wasmtime", True),
        (When(version=">=0.5"), "rustpython@main", False),
        (When(targets=("native",)), "rustpython@0.6.0/wasmtime", False),
        (When(targets=("wasm32-wasip1",)), "rustpython@0.6.0/wasmtime", True),
        (When(profiles=("size", "speed")), "rustpython@0.6.0:size", True),
        (When(profiles=("size",)), "rustpython@0.6.0", False),
    ],
)
def test_conditions_on_the_column(when: When, column: str, holds: bool) -> None:
    assert when.holds(factory.column(ColumnId.parse(column))) is holds


def test_a_checkout_is_of_the_version_that_its_artefact_tells() -> None:
    column = factory.column(ColumnId.parse("rustpython@main"), version="0.6.0")
    assert When(version=">=0.5").holds(column)


# --------------------------------------------------------------------------- stale entries


def stale(*entries: Expectation, verdicts: list[Verdict], whole: str = "corpus") -> list[str]:
    found = stale_entries(entries, COLUMNS[:1], verdicts, {whole}, TODAY)
    return [item.why for item in found]


def test_what_is_stale() -> None:
    done = [judged(verdict(), SIGNED)]
    gone = entry("corpus/io/gone.py", CASE, signatures=(ONE,))
    assert stale(SIGNED, GLOB, verdicts=done) == []
    assert stale(gone, verdicts=done) == ["no such case: corpus/io/gone.py"]
    assert stale(entry("corpus/x/*", signatures=(ONE,)), verdicts=done) == [
        "never matched: corpus/x/*"
    ]
    assert stale(entry("corpus/io/*", signatures=(OTHER,)), verdicts=done) == [
        "never matched: corpus/io/*"
    ]
    expired = replace(SIGNED, expires=date(2026, 5, 31))
    assert stale(expired, verdicts=done) == ["expired on 2026-05-31"]
    assert stale(replace(SIGNED, expires=TODAY), verdicts=done) == []


def test_what_the_run_does_not_tell_of_is_not_stale() -> None:
    old = replace(SIGNED, expires=date(2020, 1, 1))
    mine = [verdict(PASS, case="mine/a.py")]
    assert stale(SIGNED, GLOB, old, verdicts=mine, whole="mine") == []
    assert stale(entry(column=WASM, signatures=(ONE,)), verdicts=[verdict(PASS)]) == []
    part = [judged(verdict(case="corpus/io/b.py"), GLOB)]
    assert stale(SIGNED, verdicts=part, whole="none") == []


@pytest.mark.parametrize(
    "status", [Status.SPURIOUS, Status.MISSING, Status.XPASS, Status.CHANGED, Status.FLAKY]
)
def test_a_cell_that_is_reported_itself_or_open_leaves_its_entry(status: Status) -> None:
    assert stale(SIGNED, verdicts=[verdict(status)]) == []


def test_a_case_that_is_flaky_may_pass_every_time() -> None:
    assert stale(FLAKY, verdicts=[verdict(PASS)]) == []
    assert stale(SIGNED, verdicts=[verdict(PASS)]) == [f"never matched: {CASE}"]
