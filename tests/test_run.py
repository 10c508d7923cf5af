"""The whole pipeline on real processes: the oracle is the Python at hand, candidates are the
same Python with one planted fault each."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from harness.execute import Interrupted
from harness.lanes import CaseResult, Lane, Lanes
from harness.model import (
    Artefact,
    Attempt,
    Case,
    Column,
    ColumnId,
    Observation,
    Outcome,
    Role,
    StartUp,
    Status,
    Timing,
    Verdict,
)
from harness.run import Bench, Benches, Settings, run_case, run_cases, time_cases
from harness.runtimes import RUNTIMES
from harness.scratch import ScratchRoot

DATA = Path(__file__).parent / "data"
ORACLE = ColumnId("cpython", "3")
NATIVE = RUNTIMES["native"]
QUICK = Settings(jobs=2, samples=0, budget_floor_s=2.0, oracle_timeout_s=5.0)


@dataclass
class Sink:
    attempts: list[Attempt] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    timings: list[Timing] = field(default_factory=list)
    start_ups: list[StartUp] = field(default_factory=list)

    def add_attempt(self, attempt: Attempt) -> None:
        self.attempts.append(attempt)

    def add_verdict(self, verdict: Verdict) -> None:
        self.verdicts.append(verdict)

    def add_timing(self, timing: Timing) -> None:
        self.timings.append(timing)

    def add_startup(self, start_up: StartUp) -> None:
        self.start_ups.append(start_up)


def lane(column: ColumnId, program: Path, oracle: ColumnId | None = None) -> Lane:
    artefact = Artefact(program, "cpython", "3", "3", "native", "default", "f")
    ready = Column(column, "native", "3", "f", NATIVE.capabilities(artefact))
    return Lane(ready, artefact, NATIVE, oracle)


@pytest.fixture
def faulty(tmp_path: Path) -> Callable[[str], Lanes]:
    """Lanes whose one candidate is this Python with the named fault; "none" has none."""

    def make(fault: str) -> Lanes:
        program = tmp_path / f"python-{fault}"
        wrapper = shlex.join(
            [sys.executable, "-I", str(DATA / "faulty_python.py"), fault, sys.executable]
        )
        program.write_text(f'#!/bin/sh\nexec {wrapper} "$@"\n')
        program.chmod(0o755)
        candidate = lane(ColumnId("candidate", fault), program, ORACLE)
        return Lanes([candidate], [lane(ORACLE, Path(sys.executable))])

    return make


@pytest.fixture
def script(tmp_path: Path) -> Callable[..., Case]:
    def make(source: str, name: str = "case.py", **fields: Any) -> Case:
        path = tmp_path / "cases" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(source)
        return Case(f"cases/{name}", path, ".", "0", **fields)

    return make


def run_all(cases: list[Case], lanes: Lanes, settings: Settings = QUICK) -> list[CaseResult]:
    seen: dict[str, CaseResult] = {}
    results = run_cases(
        cases, lanes, settings, Sink(), lambda result: seen.update({result.case.id: result})
    )
    assert not any(result.attempts for result in results)
    return [seen[result.case.id] for result in results]


def only(case: Case, lanes: Lanes) -> tuple[Verdict, CaseResult]:
    (result,) = run_all([case], lanes)
    (verdict,) = result.verdicts
    return verdict, result


@pytest.mark.parametrize(
    ("fault", "source", "status", "worst"),
    [
        ("none", "print(1)", Status.PASS, None),
        ("none", "raise ValueError('planted')", Status.PASS, "normalised-equal"),
        ("none", "raise SystemExit(9)", Status.PASS, None),
        ("drop-line", "print(1)\nprint(2)", Status.FAIL, "stdout"),
        ("exit-code", "print(1)", Status.FAIL, "exit-code"),
        ("exception-type", "raise ValueError('planted')", Status.FAIL, "exception-type"),
        ("message", "raise ValueError('planted')", Status.PASS, "exception-message"),
        ("warning", "print(1)", Status.PASS, "stderr"),
        ("raise", "print(1)", Status.FAIL, "exit-code"),
        ("segfault", "print(1)", Status.FAIL, "signal"),
        ("killed", "print(1)", Status.FAIL, "signal"),
        ("random", "print(1)", Status.FLAKY, "stdout"),
    ],
)
def test_planted_faults_get_their_class(
    fault: str,
    source: str,
    status: Status,
    worst: str | None,
    faulty: Callable[[str], Lanes],
    script: Callable[..., Case],
) -> None:
    verdict, _ = only(script(source), faulty(fault))
    assert verdict.status is status, verdict
    assert (verdict.classes[0].value if verdict.classes else None) == worst
    assert verdict.strict is (worst in (None, "normalised-equal"))


def test_a_sleeper_times_out_and_is_believed_only_alone(
    faulty: Callable[[str], Lanes], script: Callable[..., Case]
) -> None:
    verdict, _ = only(script("print(1)", timeout_s=1), faulty("sleep"))
    assert (verdict.status, verdict.classes[0].value) == (Status.FAIL, "timeout")
    assert verdict.outcome is Outcome.TIMEOUT


FAKE = "Traceback (most recent call last):\\nValueError: fake"
PRINTED = [
    f"print('{FAKE}')",
    f"import sys; print('{FAKE}', file=sys.stderr)",
    f"import sys; print('{FAKE}', file=sys.stderr); sys.exit(1)",
    'print(\'{"nonce": "", "protocol": 1, "kind": "final", "ended": "raised"}\')',
]


@pytest.mark.parametrize("source", PRINTED)
def test_what_a_script_prints_is_never_what_happened(
    source: str, faulty: Callable[[str], Lanes], script: Callable[..., Case]
) -> None:
    verdict, result = only(script(source), faulty("none"))
    assert verdict.status is Status.PASS
    for attempt in result.attempts:
        assert attempt.observation.outcome in (Outcome.OK, Outcome.EXIT)
        assert attempt.observation.exception is None


def test_a_forged_result_on_every_descriptor_is_not_believed(
    faulty: Callable[[str], Lanes], script: Callable[..., Case]
) -> None:
    source = """
import os, json
for nonce in ("", "0" * 32):
    line = json.dumps({"nonce": nonce, "protocol": 1, "kind": "final", "ended": "raised",
                       "exception": {"type": "ForgedError"}}).encode()
    for fd in range(3, 260):
        try:
            os.write(fd, b"\\n" + line + b"\\n")
        except OSError:
            pass
print("done")
raise ValueError("real")
"""
    verdict, result = only(script(source), faulty("none"))
    assert verdict.status is Status.PASS
    for attempt in result.attempts:
        assert attempt.observation.exception is not None
        assert attempt.observation.exception.type == "ValueError"


def test_the_oracle_is_perturbed_and_asked_eight_times_on_doubt(
    faulty: Callable[[str], Lanes], script: Callable[..., Case]
) -> None:
    _, calm = only(script("print(1)"), faulty("none"))
    _, doubted = only(script("print(1)"), faulty("exit-code"))

    def oracle_seeds(result: CaseResult) -> list[int]:
        return [attempt.seed for attempt in result.attempts if attempt.role is Role.ORACLE]

    assert oracle_seeds(calm) == [0, 1]
    assert oracle_seeds(doubted) == list(range(8))


@pytest.mark.parametrize(
    ("source", "status"),
    [
        ("print({'a', 'b'})", Status.PASS),
        ("print({chr(n) for n in range(97, 117)})", Status.UNSTABLE_ORACLE),
        ("import os; print(os.getpid())", Status.UNSTABLE_ORACLE),
        ("import time; print(time.time_ns())", Status.UNSTABLE_ORACLE),
        ("import os; print(len(os.getcwd()))", Status.PASS),
        ("import os; print(os.getcwd())", Status.PASS),
        ("class C: pass\nprint(C())", Status.PASS),
        ("print(hash('a') % 2 ** 30)", Status.UNSTABLE_ORACLE),
    ],
)
def test_what_moves_in_the_oracle_is_no_failure(
    source: str, status: Status, tmp_path: Path, script: Callable[..., Case]
) -> None:
    """The candidate is the same Python under a hash seed that the oracle is not given."""
    program = tmp_path / "other-seed"
    program.write_text(f'#!/bin/sh\nPYTHONHASHSEED=4242 exec {sys.executable} "$@"\n')
    program.chmod(0o755)
    candidate = lane(ColumnId("candidate", "other-seed"), program, ORACLE)
    lanes = Lanes([candidate], [lane(ORACLE, Path(sys.executable))])
    verdict, _ = only(script(source), lanes)
    assert verdict.status is status


@pytest.mark.parametrize(
    "source", ["import no_such_module_of_ours", "def f(:\n  pass", "while True: pass"]
)
def test_what_the_oracle_does_not_run_is_a_bad_script(
    source: str, faulty: Callable[[str], Lanes], script: Callable[..., Case]
) -> None:
    verdict, result = only(script(source, timeout_s=1), faulty("none"))
    assert verdict.status is Status.BAD_SCRIPT
    assert not [attempt for attempt in result.attempts if attempt.role is Role.CANDIDATE]


def test_cells_that_are_not_run_say_why(
    faulty: Callable[[str], Lanes], script: Callable[..., Case]
) -> None:
    skipped, result = only(script("print(1)", skip="no reason at all"), faulty("none"))
    assert (skipped.status, skipped.reason) == (Status.SKIP, "no reason at all")
    assert not result.attempts


def test_a_machine_fault_is_spurious(
    faulty: Callable[[str], Lanes], script: Callable[..., Case], tmp_path: Path
) -> None:
    lanes = faulty("none")
    (candidate,) = lanes.candidates
    candidate.artefact.path.unlink()
    verdict, _ = only(script("print(1)"), lanes)
    assert verdict.status is Status.SPURIOUS
    assert "No such file" in verdict.reason


def test_a_script_that_is_gone_costs_its_own_cell_alone(
    faulty: Callable[[str], Lanes], script: Callable[..., Case]
) -> None:
    gone, there = script("print(1)", "gone.py"), script("print(1)", "there.py")
    gone.path.unlink()
    first, second = (result.verdicts[0] for result in run_all([gone, there], faulty("none")))
    assert (first.status, second.status) == (Status.SPURIOUS, Status.PASS)
    assert "gone.py is gone" in first.reason


def test_results_do_not_depend_on_the_order_or_the_number_of_jobs(
    faulty: Callable[[str], Lanes], script: Callable[..., Case]
) -> None:
    cases = [script(f"print({n})\nprint(2)", f"c{n}.py") for n in range(6)]

    def statuses(cases: list[Case], jobs: int) -> list[tuple[str, Status]]:
        results = run_all(cases, faulty("drop-line"), Settings(jobs=jobs, samples=0))
        return [(v.case, v.status) for result in results for v in result.verdicts]

    assert statuses(cases, 1) == statuses(cases[::-1], 3)


def test_arguments_stdin_and_environment_reach_the_script(
    faulty: Callable[[str], Lanes], script: Callable[..., Case]
) -> None:
    source = (
        "import sys, os; print(sys.argv[1:], input(), os.environ['GIVEN'], 'HOME' in os.environ)"
    )
    case = script(source, argv=("a b", "c"), args_small=("s",), stdin=b"line\n", env={"GIVEN": "x"})
    _, result = only(case, faulty("none"))
    (first, *_) = result.attempts
    assert first.observation.stdout.data == b"['a b', 'c', 's'] line x True\n"


def test_the_environment_is_scrubbed(
    faulty: Callable[[str], Lanes], script: Callable[..., Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_OF_THE_USER", "1")
    case = script("import os; print(sorted(os.environ))")
    _, result = only(case, faulty("none"))
    assert b"SECRET" not in result.attempts[0].observation.stdout.data


def test_only_agreeing_cells_are_timed_with_their_full_arguments(
    faulty: Callable[[str], Lanes], script: Callable[..., Case], tmp_path: Path
) -> None:
    empty = tmp_path / "empty.py"
    empty.write_bytes(b"")
    source = "import sys, time; time.sleep(float(sys.argv[1])); print(1)"
    good = script(source, "good.py", args_small=("0",), args_full=("0.8",))
    lanes, sink = faulty("none"), Sink()
    settings = Settings(jobs=1, samples=3)
    results = run_cases([good], lanes, settings, sink, lambda result: None)
    assert time_cases(results, lanes, settings, sink, empty, lambda result: None) == []
    (timing,) = sink.timings
    assert timing.samples == 3
    assert timing.oracle_execution_s == pytest.approx(0.8, abs=0.4)
    assert {start.column for start in sink.start_ups} == {ORACLE, lanes.candidates[0].column.id}


def test_a_difference_with_the_full_arguments_overturns_the_verdict(
    faulty: Callable[[str], Lanes], script: Callable[..., Case], tmp_path: Path
) -> None:
    empty = tmp_path / "empty.py"
    empty.write_bytes(b"")
    source = "import sys\nif sys.argv[1] == '2': print(2)"
    case = script(source, args_small=("1",), args_full=("2",))
    lanes, sink = faulty("drop-line"), Sink()
    settings = Settings(jobs=1, samples=2)
    results = run_cases([case], lanes, settings, sink, lambda result: None)
    assert results[0].verdicts[0].status is Status.PASS
    (overturned,) = time_cases(results, lanes, settings, sink, empty, lambda result: None)
    assert overturned.status is Status.FAIL
    assert "small input only" in overturned.reason
    assert sink.verdicts[-1] == overturned
    full = [a for a in sink.attempts if a.full and a.role is not Role.TIMING]
    assert [a.seed for a in full if a.role is Role.ORACLE] == list(range(8))
    assert len([a for a in full if a.role is Role.CANDIDATE]) == 2
    assert not sink.timings


def test_a_full_run_that_depends_on_the_hash_seed_overturns_nothing(
    script: Callable[..., Case], tmp_path: Path
) -> None:
    empty = tmp_path / "empty.py"
    empty.write_bytes(b"")
    program = tmp_path / "other-seed"
    program.write_text(f'#!/bin/sh\nPYTHONHASHSEED=4242 exec {sys.executable} "$@"\n')
    program.chmod(0o755)
    candidate = lane(ColumnId("candidate", "other-seed"), program, ORACLE)
    lanes, sink = Lanes([candidate], [lane(ORACLE, Path(sys.executable))]), Sink()
    source = "import sys\nif sys.argv[1] == '2': print({chr(n) for n in range(97, 117)})"
    case = script(source, args_small=("1",), args_full=("2",))
    settings = Settings(jobs=1, samples=2)
    results = run_cases([case], lanes, settings, sink, lambda result: None)
    assert time_cases(results, lanes, settings, sink, empty, lambda result: None) == []


def test_a_budget_follows_the_oracles_cpu_time_not_the_machines_load(
    script: Callable[..., Case],
) -> None:
    def seen(cpu_s: float, wall_s: float) -> Observation:
        return Observation(Outcome.OK, 0, cpu_ns=int(cpu_s * 1e9), wall_ns=int(wall_s * 1e9))

    with ScratchRoot() as scratch:
        bench = Bench(scratch, Settings())
        calm = bench.candidate_limits(script("pass"), [seen(1, 1), seen(1, 1)])
        loaded = bench.candidate_limits(script("pass"), [seen(1, 5), seen(1, 5), seen(9, 9)])
        asleep = bench.candidate_limits(script("pass"), [seen(0.1, 8), seen(0.1, 8)])
        bench.close()
    assert (calm.cpu_s, calm.wall_s) == (30, 60)
    assert loaded.cpu_s == calm.cpu_s
    assert (asleep.cpu_s, asleep.wall_s) == (10, 480)


def test_a_thread_that_begins_after_an_interruption_runs_nothing(
    faulty: Callable[[str], Lanes], script: Callable[..., Case]
) -> None:
    with ScratchRoot() as scratch, Benches(scratch, QUICK) as benches:
        benches.interrupt()
        with pytest.raises(Interrupted):
            run_case(script("print(1)"), faulty("none"), benches.mine())
