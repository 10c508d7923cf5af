"""The numbers that all reports share."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any

from harness.model import JUDGED, Divergence, Outcome, Signature, Status
from harness.reports import FORMATS, ReportOptions
from harness.reports.summary import FAILING, MEANING, remarks, summarise, warnings
from tests import factory
from tests.factory import (
    NATIVE,
    ORACLE,
    WASM,
    attempt,
    case,
    header,
    record,
    seen,
    start_up,
    timing,
    verdict,
)

CAUSE = Signature("1", "stdout: a → b")


def fails(case_id: str, column: object = NATIVE, signature: Signature = CAUSE) -> object:
    classes = (Divergence.STDOUT,)
    return verdict(case_id, column, Status.FAIL, signature=signature, classes=classes)  # type: ignore[arg-type]


# --------------------------------------------------------------------------- cells and scores


def test_every_status_has_a_meaning_and_all_cells_add_up() -> None:
    summary = summarise(factory.rich())
    assert set(MEANING) == set(Status)
    for column, score in summary.totals.items():
        left_out = sum(n for s, n in score.statuses.items() if s not in JUDGED)
        assert score.judged + left_out == score.cells == len(summary.cases)
        for name in ("cells", "judged", "compatible", "strict"):
            parts = [getattr(s, name) for (_, c), s in summary.matrix.items() if c == column]
            assert sum(parts) == getattr(score, name)
    assert {cell.status for cell in summary.cells} == set(Status)


def test_flaky_and_unexpected_cells_are_judged_and_skipped_ones_are_not() -> None:
    statuses = (Status.FLAKY, Status.XPASS, Status.XFAIL, Status.SKIP, Status.BAD_SCRIPT)
    cases = [case(f"c/a/{status.value}") for status in statuses]
    cells = [verdict(c.id, NATIVE, s) for c, s in zip(cases, statuses, strict=True)]
    score = summarise(record(cases, cells)).totals[NATIVE]
    assert (score.compatible, score.judged, score.cells) == (1, 3, 5)


def test_a_verdict_that_full_arguments_overturned_stands_on_the_full_attempts() -> None:
    small, full = (
        [attempt("c/a/x", column, seen(stdout=text)) for column in (ORACLE, NATIVE, WASM)]
        for text in (b"small\n", b"full\n")
    )
    full = [replace(made, full=True) for made in full if made.column != WASM]
    verdicts = [fails("c/a/x"), verdict("c/a/x", WASM)]
    cells = summarise(record([case("c/a/x")], [*small, *full, *verdicts])).cells
    shown = {cell.verdict.column: cell for cell in cells}
    for column, text in ((NATIVE, b"full\n"), (WASM, b"small\n")):
        runs = (*shown[column].candidates, *shown[column].oracles)
        assert [run.observation.stdout.data for run in runs] == [text, text]


def test_a_cell_without_a_verdict_is_missing() -> None:
    summary = summarise(record([case("a"), case("b")], [verdict("a", NATIVE)], complete=False))
    assert [cell.status for cell in summary.cells if cell.column == NATIVE] == ["pass", "missing"]
    assert "3 cells without a verdict" in warnings(summary)[0]


def test_the_last_verdict_of_a_cell_counts_and_an_unknown_case_is_shown() -> None:
    cells = [verdict("a", NATIVE, Status.FAIL), verdict("a", NATIVE), verdict("z", NATIVE)]
    summary = summarise(record([case("a")], cells))
    found = {cell.case.id: cell.status for cell in summary.cells if cell.column == NATIVE}
    assert found == {"a": Status.PASS, "z": Status.PASS}


def test_a_cell_is_shown_by_the_attempt_that_its_verdict_speaks_of() -> None:
    runs = [attempt("a", NATIVE, seen(Outcome.TIMEOUT), 0), attempt("a", NATIVE, seen(), 1)]
    judged = verdict("a", NATIVE, outcome=Outcome.OK)
    cell = summarise(record([case("a")], [judged, *runs])).cells[0]
    assert cell.candidate == runs[1]
    assert (cell.outcome, cell.exit_code) == (Outcome.OK, 0)


def test_why_falls_back_from_reason_to_signature_to_classes() -> None:
    bare = verdict("a", NATIVE, Status.FAIL, classes=(Divergence.STDOUT, Divergence.STDERR))
    signed = replace(bare, signature=CAUSE)
    reasoned = replace(signed, reason="two\nlines")
    expected = {bare: "stdout, stderr", signed: CAUSE.text, reasoned: "two\\nlines"}
    for judged, why in expected.items():
        assert summarise(record([case("a")], [judged])).cells[0].why == why


# --------------------------------------------------------------------------- causes


def test_cells_of_one_signature_are_one_cause_with_its_smallest_script() -> None:
    cases = [case("c/a/x", size=50), case("c/a/y", size=7), case("c/a/z", size=None)]
    cells = [fails("c/a/x"), fails("c/a/y"), fails("c/a/z"), fails("c/a/x", WASM)]
    (cause,) = summarise(record(cases, cells)).causes
    assert (cause.cases, dict(cause.scripts)) == (3, {NATIVE: 3, WASM: 1})
    assert cause.smallest.id == "c/a/y"


def test_causes_are_ordered_by_what_they_cost() -> None:
    often, severe = Signature("2", "often"), Signature("3", "severe")
    note = verdict("a", WASM, strict=False, signature=Signature("4", "note"))
    panic = verdict("a", NATIVE, Status.FAIL, signature=severe, classes=(Divergence.PANIC,))
    cells = [note, panic, fails("b"), fails("c", signature=often), fails("d", signature=often)]
    causes = summarise(record([case(name) for name in "abcd"], cells)).causes
    assert [cause.signature.text for cause in causes] == ["often", "severe", CAUSE.text, "note"]
    assert [cause.blocking for cause in causes] == [True, True, True, False]


# --------------------------------------------------------------------------- speed


def test_speed_tells_medians_with_their_cells_and_the_common_ones() -> None:
    cells = [timing("a", NATIVE, 2.0), timing("b", NATIVE, 4.0), timing("c", NATIVE, None)]
    cells += [timing("a", WASM, 6.0), start_up(ORACLE, 0.01)]  # type: ignore[list-item]
    oracle, native, wasm = summarise(record([case(n) for n in "abc"], cells)).speeds
    assert (oracle.column, oracle.execution) == (ORACLE, None)
    assert native.execution
    assert (native.execution.value, native.execution.cells) == (3.0, 2)
    assert native.total
    assert native.total.cells == 3
    assert native.common
    assert (native.common.value, native.common.cells) == (2.0, 1)
    assert wasm.common == wasm.execution


def test_the_slowest_come_first_and_short_ones_are_left_out() -> None:
    cells = [timing("a", NATIVE, 2.0), timing("b", NATIVE, None), timing("c", WASM, 9.0)]
    slowest = summarise(record([case(n) for n in "abc"], cells)).slowest
    assert [timing.case for timing in slowest] == ["c", "a"]


# --------------------------------------------------------------------------- all formats alike


def test_every_format_shows_the_same_totals() -> None:
    rich = factory.rich()
    summary = summarise(rich)
    data = json.loads(FORMATS["json"](rich, ReportOptions()))
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"](rich, ReportOptions()))))
    suites = {s.get("name"): s for s in ET.fromstring(FORMATS["junit"](rich, ReportOptions()))}
    for column, score in summary.totals.items():
        mine = [row for row in rows if row["column"] == str(column)]
        total = data["totals"][str(column)]
        judged = [row for row in mine if row["compatible"]]
        assert len(mine) == total["cells"] == score.cells
        assert len(judged) == total["judged"] == score.judged
        assert [row["compatible"] for row in judged].count("yes") == score.compatible
        assert [row["strict"] for row in judged].count("yes") == score.strict
        failures = sum(score.statuses.get(status, 0) for status in FAILING)
        assert suites[str(column)].get("failures") == str(failures)
        for name in ("terminal", "markdown", "html"):
            assert f"{score.compatible}/{score.judged}" in FORMATS[name](rich, ReportOptions())


def test_warnings_stand_at_the_very_top() -> None:
    poor = record([], [], header=header(exact=False, claimed="3.12"), complete=False)
    assert FORMATS["terminal"](poor, ReportOptions()).startswith("! rustpython@0.6.0 claims Python")
    assert FORMATS["markdown"](poor, ReportOptions()).startswith("**rustpython@0.6.0 claims")
    assert len(json.loads(FORMATS["json"](poor, ReportOptions()))["warnings"]) == 3


def test_a_record_without_cases_has_every_report() -> None:
    for render in FORMATS.values():
        assert render(record([], []), ReportOptions())
    bare = record([], [], header=replace(header(), columns=(), oracles=()))
    for render in FORMATS.values():
        assert render(bare, ReportOptions())


def test_what_ends_in_an_error_under_the_oracle_too_is_counted() -> None:
    lacking = seen(Outcome.RAISED, b"", exception=factory.raised("FileNotFoundError", "rows.csv"))
    cells: list[Any] = []
    for name, observation in (
        ("a/one.py", lacking),
        ("a/two.py", seen(Outcome.EXIT)),
        ("a/meant.py", lacking),
        ("a/fine.py", seen()),
    ):
        cells += [factory.attempt(name, ORACLE, observation)]
        cells += [factory.verdict(name, column) for column in (NATIVE, WASM)]
    cells += [factory.attempt("a/other.py", ORACLE, lacking)]
    cells += [factory.verdict("a/other.py", NATIVE, Status.FAIL)]
    cases = [factory.case(f"a/{name}.py") for name in ("one", "two", "fine", "other")]
    cases.append(factory.case("a/meant.py", raises="FileNotFoundError"))
    summary = summarise(factory.record(cases, cells))
    assert summary.erring == {"FileNotFoundError": ("a/one.py",), "exit 3": ("a/two.py",)}
    assert remarks(summary) == [
        "2 cases end in an error under CPython too, and agree in that (FileNotFoundError 1, "
        "exit 3 1): did they run as meant?"
    ]
