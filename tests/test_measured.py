"""What `harness profiles` keeps, and that nothing is found there that does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from harness.journal import Journal
from harness.measured import Measured
from harness.model import Case, ColumnId, Signature, Status, Verdict

BASE = ColumnId.parse("rustpython@0.6.0")
FAST = ColumnId.parse("rustpython@0.6.0:speed")
ORACLE = ColumnId.parse("cpython@3.14")
ONE = Case("one.py", Path("one.py"), ".", "sha1")
TWO = Case("two.py", Path("two.py"), ".", "sha2")
COLUMNS = {BASE: "print-of-base", FAST: "print-of-fast"}
A, B, C = (0.1, 0.05), (0.2, 0.15), (0.5, 0.4)
SCRIPTS = {ONE.id: ONE.sha256, TWO.id: TWO.sha256}


def verdict(case: Case, column: ColumnId, *, passes: bool = True) -> Verdict:
    status = Status.PASS if passes else Status.FAIL
    cause = None if passes else Signature("", "exit code 120 instead of 0")
    return Verdict(case.id, column, ORACLE, status, passes, passes, signature=cause)


def measured(
    path: Path,
    columns: Mapping[ColumnId, str] = COLUMNS,
    scripts: Mapping[str, str] = SCRIPTS,
) -> Measured:
    return Measured(Journal(path), ORACLE, columns, scripts)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A journal with something of everything."""
    path = tmp_path / "journal"
    known = measured(path)
    known.add_verdicts(ONE, [verdict(ONE, BASE), verdict(ONE, FAST, passes=False)])
    known.add_verdicts(TWO, [verdict(TWO, BASE)])
    known.add_packed(BASE, 1000)
    known.add_packed(FAST, 900)
    known.add_round({"empty": {BASE: [A, B], FAST: [None]}, ONE.id: {FAST: [C]}})
    return path


def test_all_of_it_is_found_again(kept: Path) -> None:
    found = measured(kept)
    its = [verdict(ONE, BASE), verdict(ONE, FAST, passes=False), verdict(TWO, BASE)]
    assert found.verdicts([ONE, TWO]) == its
    assert found.verdicts([TWO]) == its[2:]
    assert (found.packed(BASE), found.packed(FAST)) == (1000, 900)
    assert found.rounds == [{"empty": {BASE: [A, B], FAST: [None]}, ONE.id: {FAST: [C]}}]


def test_rounds_go_on_from_those_that_are_there(kept: Path) -> None:
    found = measured(kept)
    found.add_round({"empty": {BASE: [C]}})
    assert [walls["empty"][BASE] for walls in found.rounds] == [[A, B], [C]]
    assert measured(kept).rounds == found.rounds


def test_what_is_lacking_is_told_by_columns(kept: Path) -> None:
    third = Case("three.py", Path("three.py"), ".", "sha3")
    assert measured(kept).lacking([ONE, TWO, third]) == {(FAST,): [TWO], (BASE, FAST): [third]}


def test_another_artefact_is_measured_anew(kept: Path) -> None:
    found = measured(kept, {**COLUMNS, FAST: "another build"})
    assert found.verdicts([ONE, TWO]) == [verdict(ONE, BASE), verdict(TWO, BASE)]
    assert (found.packed(BASE), found.packed(FAST)) == (1000, None)
    assert found.rounds == [{"empty": {BASE: [A, B]}, ONE.id: {}}]


def test_another_text_of_a_script_is_measured_anew(kept: Path) -> None:
    edited = Case(ONE.id, ONE.path, ".", "edited")
    found = measured(kept, scripts={ONE.id: "edited", TWO.id: TWO.sha256})
    assert found.verdicts([edited, TWO]) == [verdict(TWO, BASE)]
    assert found.rounds == [{"empty": {BASE: [A, B], FAST: [None]}}]


def test_a_line_that_was_cut_off_costs_no_other(kept: Path) -> None:
    kept.write_bytes(kept.read_bytes()[:-10])
    found = measured(kept)
    assert found.rounds == []
    assert found.packed(FAST) == 900
    found.add_round({"empty": {BASE: [C]}})
    assert measured(kept).rounds == [{"empty": {BASE: [C]}}]
