"""Measuring profiles side by side: the figures, and that one failure does not stop the others."""

from __future__ import annotations

import gzip
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from harness import profiles
from harness.cache import Cache
from harness.cli import main
from harness.columns import Workshop
from harness.errors import HarnessError
from harness.execute import run_tool
from harness.model import Artefact, Case, Column, ColumnId, Status, Verdict
from harness.profiles import Made, Samples
from harness.reports.profiles import Estimate, Share
from harness.run import Lane, Lanes, Settings
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


def samples(**factors: float) -> Samples:
    """Seven rounds with a little noise; start-up takes 20 ms in every column."""
    noise = (1.0, 1.01, 0.99, 1.02, 0.98, 1.005, 0.995)
    columns = {"base": BASE, "fast": FAST, "wasm": WASM}
    walls = {
        name: {
            columns[column]: [0.020 + seconds * factor * wobble for wobble in noise]
            for column, factor in {"base": 1.0, **factors}.items()
        }
        for name, seconds in (("one", 0.5), ("two", 0.8))
    }
    return Samples({column: [0.020] * 15 for column in columns.values()}, walls)


def test_speed_is_execution_without_the_start() -> None:
    found = profiles.speeds(samples(fast=0.5, wasm=2.0), BASE, [BASE, FAST, WASM])
    assert found.mean[FAST].value == pytest.approx(0.5, rel=1e-6)
    assert found.mean[WASM].value == pytest.approx(2.0, rel=1e-6)
    assert found.mean[BASE] == Estimate(1.0, 1.0, 1.0, 7)
    assert found.each["one"][FAST].n == 7
    assert set(found.each) == {"one", "two"}


def test_an_interval_holds_what_differs_between_rounds() -> None:
    rounds = samples(fast=1.0)
    slower = rounds.benchmarks["one"][FAST]
    rounds.benchmarks["one"][FAST] = [t * (1.2 if i < 3 else 1.0) for i, t in enumerate(slower)]
    mean = profiles.speeds(rounds, BASE, [BASE, FAST]).mean[FAST]
    assert mean.low <= 1.001
    assert mean.high >= 1.09
    assert mean.low < mean.value < mean.high


def test_only_benchmarks_that_all_of_them_ran_are_in_the_mean() -> None:
    rounds = samples(fast=0.5)
    rounds.benchmarks["three"] = {BASE: [1.0] * 7, FAST: [0.1] * 7}
    rounds.benchmarks["four"] = {BASE: [1.0] * 7}
    assert set(profiles.speeds(rounds, BASE, [BASE, FAST]).each) == {"one", "two", "three"}


def test_a_column_that_runs_hardly_any_is_left_out() -> None:
    rounds = samples(fast=0.5)
    found = profiles.speeds(rounds, BASE, [BASE, FAST, MUTE])
    assert set(found.mean) == {BASE, FAST}
    assert set(found.each) == {"one", "two"}


def test_a_script_that_drowns_in_start_up_is_left_out() -> None:
    rounds = samples(fast=0.5)
    rounds.benchmarks["short"] = {BASE: [0.021] * 7, FAST: [0.021] * 7}
    assert set(profiles.speeds(rounds, BASE, [BASE, FAST]).each) == {"one", "two"}


def test_without_samples_there_is_no_speed() -> None:
    assert profiles.speeds(Samples(), BASE, [BASE]).mean == {}


def test_start() -> None:
    assert profiles.start_of(Samples({BASE: [3.0, 1.0, 2.0]}), BASE) == Estimate(2.0, 1.0, 3.0, 3)
    assert profiles.start_of(Samples(), BASE) is None


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
    descriptions = {"speed": "fast"}
    modules = {BASE: Share(2, 3)}
    found, speeds = profiles.rows(
        [BASE, FAST, MUTE], made, descriptions, VERDICTS, samples(fast=0.5), modules
    )
    base, fast, mute = found
    assert base.built is not None
    assert (base.built.size_bytes, base.built.build_s, base.built.crates) == (1000, 12.5, 3)
    assert (base.modules, base.compatible, base.failure) == (Share(2, 3), Share(2, 3), None)
    assert fast.built is not None
    assert (dict(fast.built.settings), fast.built.library_modules) == ({"lto": "fat"}, 1)
    assert (fast.description, fast.target) == ("fast", "native")
    assert fast.speed == fast.speed_first
    assert (mute.failure, mute.built, mute.speed) == ("cannot be built: why", None, None)
    assert set(speeds.each) == {"one", "two"}


def test_a_profile_that_cannot_be_had_does_not_stop_the_others(tmp_path: Path) -> None:
    class Shop(Workshop):
        def lane(self, column: ColumnId) -> Lane:
            if column == FAST:
                raise HarnessError("building it failed: error[E1]", hint="the log")
            return lane(column, Path(sys.executable))

    shop = Shop(run_tool, Cache(tmp_path), lambda message, *, expected_s=None: None)
    made = profiles.make_lanes([BASE, FAST, MUTE], shop)
    assert list(made.lanes) == [BASE, MUTE]
    assert made.failures == {FAST: "building it failed: error[E1]"}


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
    rounds: list[str] = []
    taken = profiles.take_samples(lanes, cases, passing, empty, Settings(samples=6), rounds.append)
    assert {column: len(times) for column, times in taken.starts.items()} == {BASE: 18, FAST: 18}
    assert set(taken.benchmarks["good.py"]) == {BASE}
    assert len(taken.benchmarks["good.py"][BASE]) == 6
    assert taken.benchmarks["bad.py"] == {}
    assert len(rounds) == 6


def test_benchmarks_are_the_cases_with_full_arguments(tmp_path: Path) -> None:
    plain = Case("a", tmp_path, ".", "0")
    timed = Case("b", tmp_path, ".", "0", args_full=("9",))
    assert profiles.benchmarks_of([plain, timed]) == [timed]


# --------------------------------------------------------------------------- the command


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["x", "--profile", "fast"], "profile 'fast' is not known"),
        (["x", "--version", "9.9.9"], "version '9.9.9' is not known"),
        (["x", "--samples", "3"], "3 samples give no interval"),
        (["x", "--profiles", "none.yaml"], "cannot read none.yaml"),
        ([], "no PATH is given"),
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
    with pytest.raises(SystemExit) as ended:
        main(["profiles", *arguments])
    assert ended.value.code == 2
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
    Path("loop.py").write_text(
        "# harness:\n#   args: {small: ['10'], full: ['200000']}\n"
        "import sys\nprint(sum(range(int(sys.argv[1]))))\n"
    )
    Path("impossible.yaml").write_text(
        "profiles: {impossible: {native: {unavailable: as was said}}}"
    )
    chosen = ["--profile", "impossible", "--profiles", "impossible.yaml", "--runtime", "native"]
    shown = ["--samples", "6", "--format", "json", "-o", "table.json"]
    main(["profiles", "loop.py", *chosen, *shown])
    default, impossible = json.loads(Path("table.json").read_text())["rows"]
    assert default["size_bytes"] > 10_000_000
    assert 0 < default["compressed_bytes"] < default["size_bytes"]
    assert default["compatible"] == {"part": 1, "whole": 1}
    assert 0.001 < default["start_s"]["value"] < 5
    assert impossible["failure"].endswith("for native: as was said")
    assert impossible["start_s"] is None
    assert len(os.listdir(".harness")) == 1
