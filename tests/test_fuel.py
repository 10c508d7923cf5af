"""Counting instructions, on a small module that does work in proportion to its arguments, so
that no host has to be compiled: column B does a percent more of it than column A."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import wasmtime

from harness import timing
from harness.bench import SpeedResults, compare_fuel, counting_lane
from harness.cache import Cache
from harness.cli.benching import Discard, exit_code
from harness.errors import ExitCode, HarnessError
from harness.execute import run_tool
from harness.lanes import Lane
from harness.model import (
    WASM_TARGET,
    Artefact,
    Case,
    Column,
    ColumnId,
    Comparison,
    Launch,
    Runtime,
    Speed,
)
from harness.run import Settings
from harness.runtimes import RUNTIMES

WASM = next(runtime for runtime in RUNTIMES.values() if runtime.target == WASM_TARGET)
EACH = 10_000  # iterations for each word of the command line
MODULE = """
(module
  (import "wasi_snapshot_preview1" "args_sizes_get"
    (func $sizes (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (func (export "_start") (local $left i32)
    (drop (call $sizes (i32.const 0) (i32.const 4)))
    (local.set $left (i32.mul (i32.const {}) (i32.load (i32.const 0))))
    (loop $again
      (local.set $left (i32.sub (local.get $left) (i32.const 1)))
      (br_if $again (local.get $left)))
    {}))
"""


@dataclass
class Found(Discard):
    """A sink that keeps the comparisons."""

    comparisons: list[Comparison]

    def add_comparison(self, comparison: Comparison) -> None:
        self.comparisons.append(comparison)


def quiet(message: str, *, expected_s: float | None = None) -> None:
    """No progress is shown."""


@pytest.fixture
def counting(tmp_path: Path) -> Callable[..., Lane]:
    """A counting lane whose module does `each` iterations for each word, and then `at_last`."""

    def make(each: int, at_last: str = "") -> Lane:
        path = tmp_path / f"{each}{len(at_last)}.wasm"
        path.write_bytes(wasmtime.wat2wasm(MODULE.format(each, at_last)))
        column = ColumnId("candidate", str(each), runtime=WASM.name)
        artefact = Artefact(path, "candidate", "1", "3", WASM.target, "default", path.name)
        ready = Column(column, WASM.target, "3", path.name, frozenset())
        lane = Lane(ready, artefact, WASM)
        return counting_lane(lane, tools=run_tool, store=Cache(tmp_path / "c"), progress=quiet)

    return make


@pytest.fixture
def cases(tmp_path: Path) -> list[Case]:
    """One that takes two words more than an empty script, and one that takes none."""
    path = tmp_path / "script.py"
    path.write_text("")
    return [
        Case("c/two.py", path, ".", "0", args_full=("a", "b")),
        Case("c/none.py", path, ".", "0"),
    ]


def compare(a: Lane, b: Lane, cases: Sequence[Case]) -> SpeedResults:
    sink = Found([])
    found = compare_fuel(a, b, cases, settings=Settings(), sink=sink, progress=quiet)
    assert tuple(sink.comparisons) == found.comparisons
    return found


def test_a_column_counts_the_same_as_itself(
    counting: Callable[..., Lane], cases: list[Case]
) -> None:
    lane = counting(EACH)
    found = compare(lane, lane, cases)
    start, execution = found.comparisons
    assert (start.phase, start.estimate, start.verdict) == ("start", 0.0, Speed.EQUIVALENT)
    assert (execution.case, execution.estimate) == ("c/two.py", 0.0)
    assert execution.a_median >= 2 * EACH * 4  # at least four instructions an iteration
    assert [(item.case, item.reason) for item in found.untimed] == [
        ("c/none.py", "it counts no more than an empty script")
    ]
    assert exit_code([found], gate=True) is ExitCode.OK


@pytest.mark.parametrize(
    ("more", "speed", "code"),
    [
        (100, Speed.SLOWER, ExitCode.PERFORMANCE),
        (11, Speed.SLOWER, ExitCode.PERFORMANCE),
        (9, Speed.EQUIVALENT, ExitCode.OK),
        (-100, Speed.FASTER, ExitCode.OK),
    ],
)
def test_what_is_more_than_a_thousandth_is_a_verdict(
    more: int, speed: Speed, code: ExitCode, counting: Callable[..., Lane], cases: list[Case]
) -> None:
    found = compare(counting(EACH), counting(EACH + more), cases[:1])
    (execution,) = [item for item in found.comparisons if item.phase == "execution"]
    assert timing.ratio(execution.estimate) == pytest.approx(1 + more / EACH, abs=1e-6)
    assert (execution.verdict, execution.margin) == (speed, timing.FUEL_MARGIN)
    assert math.isclose(execution.low, execution.estimate)
    assert exit_code([found], gate=True) is code


@dataclass(frozen=True)
class Restless:
    """A runtime in which every other attempt with arguments gets one word more."""

    inner: Runtime
    turns: Any

    def launch(self, artefact: Artefact, script: Sequence[str], **given: Any) -> Launch:
        more = ("more",) * (next(self.turns) % 2) if len(script) > 1 else ()
        return self.inner.launch(artefact, (*script, *more), **given)


def test_counts_that_differ_gate_nothing(counting: Callable[..., Lane], cases: list[Case]) -> None:
    a = counting(EACH)
    b = replace(a, runtime=Restless(WASM, count()))  # type: ignore[arg-type]
    found = compare(a, b, cases[:1])
    assert [item.phase for item in found.comparisons] == ["start"]
    (untimed,) = found.untimed
    assert untimed.clock == "fuel"
    assert untimed.reason.startswith(f"{a.column.id} counts ")
    assert untimed.reason.endswith(" instructions")


def test_a_module_that_traps_counts_nothing(
    counting: Callable[..., Lane], cases: list[Case]
) -> None:
    with pytest.raises(HarnessError, match=r"an empty script: .* ends in trap") as caught:
        compare(counting(EACH), counting(EACH, "unreachable"), cases)
    assert caught.value.code is ExitCode.INCOMPLETE


def test_a_process_counts_no_instructions(tmp_path: Path) -> None:
    runtime = next(runtime for runtime in RUNTIMES.values() if runtime.target != WASM_TARGET)
    artefact = Artefact(tmp_path, "candidate", "1", "3", runtime.target, "default", "f")
    column = Column(ColumnId("candidate", "1"), runtime.target, "3", "f", frozenset())
    with pytest.raises(HarnessError, match="cannot count instructions"):
        counting_lane(
            Lane(column, artefact, runtime), tools=run_tool, store=Cache(tmp_path), progress=quiet
        )
