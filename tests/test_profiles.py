"""Measuring profiles side by side: the figures, and that one failure does not stop the others."""

from __future__ import annotations

import gzip
import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from harness import profiles
from harness.cache import Cache
from harness.cli import main
from harness.cli import profiles as command
from harness.columns import Workshop
from harness.engines.profiles import UnavailableError
from harness.errors import HarnessError
from harness.execute import run_tool
from harness.journal import Journal
from harness.lanes import Lane, Lanes
from harness.measured import Measured, Round, Times
from harness.model import Artefact, Case, Column, ColumnId, Signature, Status, Verdict
from harness.profiles import Made, Seconds
from harness.progress import Shown
from harness.reports.profiles import Estimate, Share
from harness.run import Settings
from harness.runtimes import RUNTIMES

BASE = ColumnId.parse("rustpython@0.6.0")
FAST = ColumnId.parse("rustpython@0.6.0:speed")
MUTE = ColumnId.parse("rustpython@0.6.0:documented-wasi")
WASM = ColumnId.parse("rustpython@0.6.0/wasmtime")
ORACLE = ColumnId.parse("cpython@3.14")
NATIVE = RUNTIMES["native"]


def lane(column: ColumnId, path: Path, **info: Any) -> Lane:
    known = {"size_bytes": path.stat().st_size, "build_seconds": 12.5, "compiled_crates": 3, **info}
    artefact = Artefact(path, "cpython", "3", "3.14", "native", column.profile, "f", known)
    ready = Column(column, "native", "3.14", "f", NATIVE.capabilities(artefact))
    return Lane(ready, artefact, NATIVE, ORACLE)


def verdict(case: str, column: ColumnId, compatible: bool | None, strict: bool = True) -> Verdict:
    status = {True: Status.PASS, False: Status.FAIL, None: Status.SKIP}[compatible]
    whole = None if compatible is None else compatible and strict
    return Verdict(case, column, ORACLE, status, compatible, whole)


VERDICTS = [
    verdict("a", BASE, True),
    verdict("a", FAST, True, strict=False),
    verdict("b", BASE, False),
    verdict("b", FAST, None),
    verdict("c", BASE, True),
]


def test_agreement_counts_judged_cells_alone() -> None:
    assert profiles.agreement(VERDICTS) == {
        BASE: (Share(2, 3), Share(2, 3)),
        FAST: (Share(1, 1), Share(0, 1)),
    }


def test_which_columns_pass_a_case() -> None:
    assert profiles.passing(VERDICTS) == {"a": {BASE, FAST}, "c": {BASE}}


def rounds(**factors: float) -> list[dict[str, dict[ColumnId, list[float | None]]]]:
    """Seven rounds with a little noise; start-up takes 20 ms in every column."""
    columns = {"base": BASE, "fast": FAST, "wasm": WASM}
    scripts = {"one": 0.5, "two": 0.8}
    return [
        {
            "empty": {column: [0.020, 0.020] for column in columns.values()},
            **{
                name: {
                    columns[column]: [0.020 + seconds * factor * wobble]
                    for column, factor in {"base": 1.0, **factors}.items()
                }
                for name, seconds in scripts.items()
            },
        }
        for wobble in (1.0, 1.01, 0.99, 1.02, 0.98, 1.005, 0.995)
    ]


T: Times = (1.0, 0.5)
NAMES = ("one", "two", "three", "four")


def test_speed_is_execution_without_the_start() -> None:
    found = profiles.speeds(rounds(fast=0.5, wasm=2.0), BASE, [BASE, FAST, WASM], NAMES)
    assert found.mean[FAST].value == pytest.approx(0.5, rel=1e-6)
    assert found.mean[WASM].value == pytest.approx(2.0, rel=1e-6)
    assert found.mean[BASE] == Estimate(1.0, 1.0, 1.0, 7)
    assert found.each["one"][FAST].n == 7
    assert set(found.each) == {"one", "two"}


def test_an_interval_holds_what_differs_between_rounds() -> None:
    taken = rounds(fast=1.0)
    for walls in taken[:3]:
        walls["one"][FAST] = [(walls["one"][FAST][0] or 0) * 1.2]
    mean = profiles.speeds(taken, BASE, [BASE, FAST], NAMES).mean[FAST]
    assert mean.low <= 1.001
    assert mean.high >= 1.09
    assert mean.low < mean.value < mean.high


def test_only_benchmarks_that_all_of_them_ran_are_in_the_mean() -> None:
    taken = rounds(fast=0.5)
    for walls in taken:
        walls["three"] = {BASE: [1.0], FAST: [0.1]}
        walls["four"] = {BASE: [1.0]}
    found = profiles.speeds(taken, BASE, [BASE, FAST], NAMES)
    assert set(found.each) == {"one", "two", "three"}


def test_one_failure_leaves_a_benchmark_out() -> None:
    taken = rounds(fast=0.5)
    taken[4]["two"][FAST] = [None]
    assert set(profiles.speeds(taken, BASE, [BASE, FAST], NAMES).each) == {"one"}


def test_a_benchmark_that_was_not_asked_for_is_left_out() -> None:
    assert set(profiles.speeds(rounds(fast=0.5), BASE, [BASE, FAST], ["two"]).each) == {"two"}


def test_a_column_that_runs_hardly_any_is_left_out() -> None:
    found = profiles.speeds(rounds(fast=0.5), BASE, [BASE, FAST, MUTE], NAMES)
    assert set(found.mean) == {BASE, FAST}
    assert set(found.each) == {"one", "two"}


def test_a_script_that_drowns_in_start_up_is_left_out() -> None:
    taken = rounds(fast=0.5)
    for walls in taken:
        walls["three"] = {BASE: [0.021], FAST: [0.021]}
    assert set(profiles.speeds(taken, BASE, [BASE, FAST], NAMES).each) == {"one", "two"}


def test_columns_of_different_rounds_are_compared_on_those_that_they_share_with_the_base() -> None:
    early, late = rounds(fast=0.5), rounds(wasm=2.0)
    for walls in early:
        del walls["empty"][WASM]
    for walls in late:
        del walls["empty"][FAST]
    found = profiles.speeds([*early, *late], BASE, [BASE, FAST, WASM], NAMES)
    assert found.mean[FAST].value == pytest.approx(0.5, rel=1e-6)
    assert found.mean[WASM].value == pytest.approx(2.0, rel=1e-6)
    assert (found.mean[BASE].n, found.mean[FAST].n, found.mean[WASM].n) == (14, 7, 7)


def test_too_few_rounds_give_no_speed() -> None:
    assert profiles.speeds(rounds(fast=0.5)[:5], BASE, [BASE, FAST], NAMES).mean == {}
    assert profiles.speeds([], BASE, [BASE], NAMES).mean == {}


def test_how_many_rounds_are_lacking() -> None:
    taken = rounds(fast=0.5)
    scripts = {"one": {BASE, FAST}, "two": {BASE, WASM}}
    lacking = profiles.rounds_lacking(taken, [BASE, FAST, WASM, MUTE], scripts, 7)
    assert lacking == {WASM: 7, MUTE: 7}
    assert profiles.rounds_lacking(taken[:5], [BASE], scripts, 7) == {BASE: 2}
    # What it is compared to has to be there as well, as far as that runs the script.
    assert profiles.rounds_lacking(taken, [MUTE, FAST], scripts, 7) == {MUTE: 7, FAST: 7}
    assert profiles.rounds_lacking(taken, [WASM, FAST], {"one": {FAST}}, 7) == {}


def test_start() -> None:
    taken: list[Seconds] = [
        {"empty": {BASE: [3.0, None]}},
        {"empty": {BASE: [1.0, 2.0], FAST: [9.0]}},
    ]
    assert profiles.start_of(taken, BASE) == Estimate(2.0, 1.0, 3.0, 3)
    assert profiles.start_of([], BASE) is None


def test_why_a_column_agrees_on_little() -> None:
    def differing(case: str, column: ColumnId, cause: str) -> Verdict:
        return replace(verdict(case, column, False), signature=Signature("1", cause))

    found = profiles.main_causes(
        [
            differing("a", MUTE, "exit code 120"),
            differing("b", MUTE, "exit code 120"),
            differing("c", MUTE, "panic"),
            verdict("d", MUTE, True),
            verdict("e", MUTE, None),
            verdict("a", BASE, True),
            differing("b", BASE, "panic"),
            *(differing(str(n), FAST, f"exit-code: 0 → 120: {n} → (nothing)") for n in range(5)),
            *(differing(f"x{n}", FAST, "panic: in one place") for n in range(3)),
        ]
    )
    assert found == {
        MUTE: "of 3 that differ, 2: exit code 120",
        FAST: "of 8 that differ, 5: exit-code: 0 → 120",
    }


def test_compressed_size(tmp_path: Path) -> None:
    path = tmp_path / "host"
    path.write_bytes(b"much the same " * 200_000)
    assert abs(profiles.compressed_size(path) - len(gzip.compress(path.read_bytes(), 9))) < 30


def test_rows(tmp_path: Path) -> None:
    path = tmp_path / "host"
    path.write_bytes(b"x" * 1000)
    made = Made(
        {BASE: lane(BASE, path), FAST: lane(FAST, path, settings={"lto": "fat"}, modules=["os"])},
        {MUTE: "cannot be built: why"},
    )
    cases = [Case(name, path, ".", "0") for name in ("a", "b", "c", "one", "two")]
    columns = {BASE: "base", FAST: "fast"}
    measured = Measured(Journal(), ORACLE, columns, {case.id: "0" for case in cases})
    for case in cases:
        measured.add_verdicts(case, [v for v in VERDICTS if v.case == case.id])
    other = Case("of another run", path, ".", "0")
    measured.add_verdicts(other, [verdict(other.id, FAST, True)])
    measured.add_packed(BASE, 400)
    measured.add_packed(FAST, 300)
    for walls in rounds(fast=0.5):
        # By the wall clock all are alike, and four times as slow as they are by CPU time.
        measured.add_round(
            {
                name: {c: [(4 * (its[BASE][0] or 0), s or 0) for s in its[c]] for c in columns}
                for name, its in walls.items()
            }
        )
    modules = {BASE: Share(3, 4)}
    found, speeds = profiles.rows(
        [BASE, FAST, MUTE], made, {"speed": "fast"}, cases, cases[3:], measured, modules, "cpu"
    )
    base, fast, mute = found
    assert base.built is not None
    assert (base.built.size_bytes, base.built.compressed_bytes) == (1000, 400)
    assert (base.built.build_s, base.built.crates) == (12.5, 3)
    assert (base.modules, base.compatible, base.failure) == (Share(3, 4), Share(2, 3), None)
    assert fast.built is not None
    assert (dict(fast.built.settings), fast.built.library_modules) == ({"lto": "fat"}, 1)
    assert (fast.description, fast.target) == ("fast", "native")
    assert (fast.modules, fast.compatible) == (None, Share(1, 1))
    assert fast.speed is not None
    assert fast.speed == fast.speed_first
    assert fast.speed.value == pytest.approx(0.5)
    assert (base.start, fast.start) == (Estimate(0.08, 0.08, 0.08, 14),) * 2
    assert (mute.failure, mute.built, mute.speed) == ("cannot be built: why", None, None)
    assert set(speeds.each) == {"one", "two"}


def test_a_profile_that_cannot_be_had_does_not_stop_the_others(tmp_path: Path) -> None:
    class Shop(Workshop):
        def lane(self, column: ColumnId) -> Lane:
            if column == FAST:
                raise HarnessError("building it failed: error[E1]", hint="the log")
            if column == WASM:
                raise UnavailableError("no profile", "as was said", "f:1")
            return lane(column, Path(sys.executable))

    shop = Shop(run_tool, Cache(tmp_path), lambda message, *, expected_s=None: None)
    made = profiles.make_lanes([BASE, FAST, MUTE, WASM], shop)
    assert list(made.lanes) == [BASE, MUTE]
    assert made.failures == {
        FAST: "building it failed: error[E1]",
        WASM: "cannot be had: as was said",
    }


def test_samples_of_real_processes(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.py", tmp_path / "bad.py"
    good.write_text("import sys\nsum(range(int(sys.argv[1])))")
    bad.write_text("raise SystemExit(3)")
    empty = tmp_path / "empty.py"
    empty.touch()
    cases = [
        Case(path.name, path, ".", "0", args_small=("1",), args_full=("100",))
        for path in (good, bad)
    ]
    program = Path(sys.executable)
    lanes = Lanes([lane(BASE, program), lane(FAST, program)], [])
    passing = {"good.py": {BASE}, "bad.py": {BASE, FAST}}
    told: list[tuple[int, int]] = []
    known: list[Round] = []

    def keep(number: int, total: int, times: Round) -> None:
        told.append((number, total))
        known.append(times)
        if len(known) == 4:
            raise KeyboardInterrupt

    def take() -> None:
        settings = Settings(samples=6)
        profiles.take_rounds(lanes, cases, passing, empty, settings, list(known), keep)

    with pytest.raises(KeyboardInterrupt):
        take()
    take()
    assert told == [(n, 6) for n in (1, 2, 3, 4, 5, 6)]
    take()
    assert len(told) == 6
    assert [len(walls["empty"][FAST]) for walls in known] == [3] * 6
    assert all(len(walls["good.py"][BASE]) == 1 for walls in known)
    assert all(FAST not in walls["good.py"] for walls in known)
    assert all(walls["bad.py"] == {BASE: [None], FAST: [None]} for walls in known)


def test_with_a_column_goes_what_it_is_compared_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order turns from round to round."""
    order: list[str] = []

    def times(bench: object, lane: Lane, case: Case, number: int) -> Times:
        order.append(f"{number} {case.id} {lane.column.id.profile}")
        return 1.0, 0.5

    monkeypatch.setattr(profiles, "_times", times)
    program = Path(sys.executable)
    lanes = Lanes([lane(column, program) for column in (BASE, FAST, MUTE)], [])
    one = Case("one", program, ".", "0", args_full=("1",))
    known: list[Round] = [{"empty": {BASE: [T], MUTE: [T]}, "one": {BASE: [T]}} for _ in range(15)]
    passing = {"one": {BASE, FAST}}
    known[0] = {**known[0], "empty": {BASE: [T], FAST: [T]}, "one": {BASE: [T], FAST: [T]}}
    settings, taken = Settings(samples=15), list[Round]()
    profiles.take_rounds(
        lanes, [one], passing, program, settings, known, lambda *said: taken.append(said[2])
    )
    assert len(taken) == 14
    assert all(set(walls["one"]) == {BASE, FAST} for walls in taken)
    assert [set(walls["empty"]) for walls in taken] == [{BASE, FAST, MUTE}] + [{BASE, FAST}] * 13
    assert order[:2] == ["1 empty documented-wasi", "1 empty speed"]
    assert [line for line in order if line.startswith("2 ")] == [
        "2 empty default",
        "2 empty speed",
        "2 one default",
        "2 one speed",
    ]


def test_benchmarks_are_the_cases_with_full_arguments(tmp_path: Path) -> None:
    plain = Case("a", tmp_path, ".", "0")
    timed = Case("b", tmp_path, ".", "0", args_full=("9",))
    assert profiles.benchmarks_of([plain, timed]) == [timed]
    assert profiles.benchmarks_of([plain, timed], ["b", "x"]) == [timed]
    assert profiles.benchmarks_of([plain, timed], ["a"]) == []


# --------------------------------------------------------------------------- the command


def test_modules_are_imported_where_that_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[ColumnId]] = []

    class Found:
        def imports(self, column: ColumnId) -> tuple[int, int]:
            return (2, 3)

    def survey(lanes: Lanes, *rest: object, **options: object) -> Found:
        asked.append([lane.column.id for lane in lanes.candidates])
        return Found()

    monkeypatch.setattr(command, "survey", survey)
    program = Path(sys.executable)
    lanes = Lanes([lane(column, program) for column in (BASE, FAST, WASM)], [])
    shop = Workshop(run_tool, Cache(tmp_path), lambda message, *, expected_s=None: None)
    with Shown() as shown:
        for names, columns in (((), [BASE, FAST, WASM]), (("default",), [BASE, WASM])):
            its = command._some(lanes, command._importing([BASE, FAST, WASM], names))
            found = command._modules(its, Settings(), shop, shown, fresh=False)
            assert found == {column: Share(2, 3) for column in columns}
        assert command._modules(Lanes([], []), Settings(), shop, shown, fresh=False) == {}
    assert asked == [[BASE, FAST, WASM], [BASE, WASM]]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["x", "--profile", "fast"], "profile 'fast' is not known"),
        (["x", "--version", "9.9.9"], "version '9.9.9' is not known"),
        (["x", "--samples", "3"], "3 samples give no interval"),
        (["x", "--profiles", "none.yaml"], "cannot read none.yaml"),
        ([], "no PATH is given"),
        (["--from", "none.json"], "cannot read none.json"),
        (["--from", "/dev/null"], "/dev/null: it is not a table of profiles"),
        (
            ["mine.py", "--profile", "default", "--modules-of", "sise", "--runtime", "native"],
            "--modules-of sise: this profile is not among those",
        ),
        (
            ["mine.py", "--profiles", "wrong.yaml", "--profile", "a", "--runtime", "native"],
            "wrong.yaml:1: ",
        ),
        (
            ["mine.py", "--timed", "loops", "--profile", "default", "--runtime", "native"],
            "--timed loops: no benchmark has that in its ID",
        ),
    ],
)
def test_what_it_refuses(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.py").touch()
    Path("wrong.yaml").write_text("profiles: {a: {extends: default, native: {with: [jti]}}}")
    with pytest.raises(SystemExit) as ended:
        main(["profiles", *arguments])
    assert ended.value.code == (4 if "--timed" in arguments else 2)
    error = capsys.readouterr().err
    assert said in error
    assert "Traceback" not in error


def test_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.yaml").write_text("profiles: {mine: {description: of my own, extends: size}}")
    main(["profiles", "--list", "--profiles", "mine.yaml"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("default ")
    assert lines[-1].split() == ["mine", "of", "my", "own"]


@pytest.mark.hosts
@pytest.mark.timeout(1800)
def test_the_real_hosts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    # A text of its own: what an earlier run of this test measured is still in the cache.
    Path("loop.py").write_text(
        "# harness:\n#   args: {small: ['10'], full: ['200000']}\n"
        f"import sys\nprint(sum(range(int(sys.argv[1]))))  # {uuid4()}\n"
    )
    Path("impossible.yaml").write_text(
        "profiles: {impossible: {native: {unavailable: as was said}}}"
    )
    chosen = ["--profile", "impossible", "--profiles", "impossible.yaml", "--runtime", "native"]
    shown = ["--samples", "6", "--no-modules", "--format", "json", "-o", "table.json"]
    main(["profiles", "loop.py", *chosen, *shown])
    default, impossible = json.loads(Path("table.json").read_text())["rows"]
    assert default["size_bytes"] > 10_000_000
    assert 0 < default["compressed_bytes"] < default["size_bytes"]
    assert default["compatible"] == {"part": 1, "whole": 1}
    assert 0.001 < default["start_s"]["value"] < 5
    assert default["modules"] is None
    assert impossible["failure"] == "cannot be had: as was said"
    assert impossible["start_s"] is None
    # Once more, and nothing is measured: no further record, and the same table.
    first, records = json.loads(Path("table.json").read_text()), os.listdir(".harness")
    main(["profiles", "loop.py", *chosen, *shown])
    assert {**json.loads(Path("table.json").read_text()), "started": first["started"]} == first
    assert os.listdir(".harness") == records
