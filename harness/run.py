"""A run: every case in every column, judged; then a quick look at the speed of what agrees.

The parallel part takes one case per thread through its whole story, so that workers never
wait on one another. What timed out there is run again alone before it is believed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from copy import copy
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Protocol

from harness import judge, timing
from harness.execute import Executor
from harness.expect import Expect, as_it_is
from harness.lanes import CaseResult, Lane, Lanes
from harness.model import (
    Artefact,
    Attempt,
    Case,
    ColumnId,
    Limits,
    Observation,
    Outcome,
    Role,
    Start,
    StartUp,
    Status,
    Timing,
    Verdict,
)
from harness.observe import Ending, observe, spoilt
from harness.replay import (
    NO_MEMORY,
    RESTLESS,
    Maker,
    Memory,
    Recorder,
    Replay,
    UnknownError,
    lasting,
    steady,
)
from harness.scratch import CaseGoneError, ScratchRoot, environment

ORACLE_RUNS = judge.ORACLE_RUNS
ORACLE_SEEDS = judge.ORACLE_SEEDS
START_UP_SAMPLES = 7


@dataclass(frozen=True)
class Settings:
    """How to run. Times in seconds, memory in bytes.

    A candidate's budget of CPU time is `budget_factor` times the CPU time of its oracle, and
    at least `budget_floor_s`; its watchdog of wall time is twice that, or twice as many times
    the oracle's wall time if that is more. A case's own timeout, or `timeout_s`, takes the
    place of both. With a fast `start` a candidate's first attempt is one, where its lane can;
    what does not agree then is started cold, and that is judged.
    """

    jobs: int = 1
    samples: int = 3
    timeout_s: float | None = None
    oracle_timeout_s: float = 60.0
    budget_factor: float = 30.0
    budget_floor_s: float = 10.0
    memory_bytes: int = 4 << 30
    output_bytes: int = 16 << 20
    start: Start = Start.COLD


class Sink(Protocol):
    """Where a run's results go as they come: the record's writer."""

    def add_attempt(self, attempt: Attempt) -> None: ...
    def add_verdict(self, verdict: Verdict) -> None: ...
    def add_timing(self, timing: Timing) -> None: ...
    def add_startup(self, start_up: StartUp) -> None: ...


class Bench:
    """Makes attempts, in one thread: with that thread's executor, in the run's scratch."""

    def __init__(self, scratch: ScratchRoot, settings: Settings) -> None:
        self._scratch = scratch
        self._settings = settings
        self._executor = Executor()

    def close(self) -> None:
        """End this bench's workers."""
        self._executor.__exit__()

    def interrupt(self) -> None:
        """End what it is running, from another thread."""
        self._executor.interrupt()

    def attempt(
        self,
        lane: Lane,
        case: Case,
        role: Role,
        repeat: int,
        limits: Limits,
        *,
        full: bool = False,
        start: Start = Start.COLD,
    ) -> Attempt:
        """One attempt; one that the harness or the machine spoilt is made a second time.

        With `full` it gets the full arguments, where the case has any. A fast `start` is made
        where the lane, and what the case asks for, let it; its second time is cold.
        """
        full = full and case.args_full is not None
        attempt = self._once(lane, case, role, repeat, limits, full, start)
        if spoilt(attempt.observation):
            attempt = self._once(lane, case, role, repeat, limits, full, Start.COLD)
        return attempt

    def _once(
        self,
        lane: Lane,
        case: Case,
        role: Role,
        repeat: int,
        limits: Limits,
        full: bool,
        start: Start,
    ) -> Attempt:
        """Oracle runs beyond the first are perturbed; timed ones run without the channel."""
        shift = repeat if role is Role.ORACLE else 0
        timed = role is Role.TIMING
        name = f"hash seed {shift}, longer path, noise" if shift else "none"
        fast = lane.fast if start is Start.FAST else None
        try:
            ending, used = self._ending(lane, fast, case, limits, shift, timed=timed, full=full)
            seen = observe(ending)
        except CaseGoneError as error:
            seen, used = Observation(Outcome.HARNESS_ERROR, error=str(error)), Start.COLD
        return Attempt(case.id, lane.column.id, role, repeat, shift, seen, full, name, start=used)

    def _ending(
        self,
        lane: Lane,
        fast: Artefact | None,
        case: Case,
        limits: Limits,
        shift: int,
        *,
        timed: bool,
        full: bool,
    ) -> tuple[Ending, Start]:
        """How it ended, and how it was started: fast, if there is a `fast` artefact and the
        case has nothing of its own that an interpreter is built with."""
        arguments = (case.args_full or ()) if full else case.args_small
        with self._scratch.place(case, lengthen=3 * shift, control=not timed) as (place, control):
            env = environment(place, case, noise=17 * shift)
            if fast and not lane.runtime.starts_fast(env, shift):
                fast = None
            launch = lane.runtime.launch(
                fast or lane.artefact,
                (_as_argument(case.path.name), *case.argv, *arguments),
                placement=place,
                env=env,
                seed=shift,
                limits=limits,
            )
            ending = self._executor.attempt(launch, stdin=case.stdin, limits=limits)
            ending = replace(ending, scratch=str(place.scratch))
            if control:
                ending = replace(ending, nonce=control.nonce, channel=control.read())
        return ending, Start.FAST if fast else Start.COLD

    def oracle_limits(self, case: Case) -> Limits:
        """Generous: what the oracle cannot do in this time is no test."""
        cpu_s = self._settings.oracle_timeout_s
        return self._limits(case, cpu_s, 2 * cpu_s)

    def candidate_limits(self, case: Case, oracle_runs: Sequence[Observation]) -> Limits:
        """A budget in proportion to what the oracle took: CPU time to CPU time, which depends
        little on what else the machine does, and wall time to wall time. Only the runs that
        every case has are looked at, so that other columns do not matter."""
        runs, factor = oracle_runs[:ORACLE_RUNS], self._settings.budget_factor
        cpu_took_s = max((run.cpu_ns or 0 for run in runs), default=0) / 1e9
        wall_took_s = max((run.wall_ns for run in runs), default=0) / 1e9
        cpu_s = max(self._settings.budget_floor_s, factor * cpu_took_s)
        return self._limits(case, cpu_s, 2 * max(cpu_s, factor * wall_took_s))

    def _limits(self, case: Case, cpu_s: float, wall_s: float) -> Limits:
        asked_s = self._settings.timeout_s or case.timeout_s
        return Limits(
            wall_s=asked_s or wall_s,
            cpu_s=asked_s or cpu_s,
            memory_bytes=self._settings.memory_bytes,
            output_bytes=self._settings.output_bytes,
        )


def _as_argument(name: str) -> str:
    """A script's name as an interpreter takes it, and no option of its own."""
    return f"./{name}" if name.startswith("-") else name


# --------------------------------------------------------------------------- one case


def run_case(case: Case, lanes: Lanes, bench: Maker) -> CaseResult:
    """The whole story of one case: its oracles, its candidates, and more of both on doubt."""
    story = _Story(case, lanes, bench)
    verdicts = [story.verdict(lane) for lane in lanes.candidates]
    if story.references_disagree(strictly=True):
        verdicts = story.repeat_all(verdicts)
    if story.references_disagree():
        verdicts = [replace(verdict, version_sensitive=True) for verdict in verdicts]
    uneven = tuple(story.uneven)
    return CaseResult(case, tuple(story.attempts), tuple(verdicts), uneven=uneven)


class _Story:
    """What is asked of the columns about one case, with its small arguments or its full ones."""

    def __init__(self, case: Case, lanes: Lanes, bench: Maker, *, full: bool = False) -> None:
        self.attempts: list[Attempt] = []
        self.uneven: list[ColumnId] = []
        self._full = full
        self._case = case
        self._lanes = lanes
        self._bench = bench
        self._oracle_runs: dict[ColumnId, list[Observation]] = {}

    def verdict(self, lane: Lane) -> Verdict:
        case, oracle = self._case, self._lanes.oracle_of(lane)
        standing = judge.standing(case, lane.column)
        if standing:
            status, reason = standing
            return Verdict(case.id, lane.column.id, oracle.column.id, status, reason=reason)
        oracle_runs = self._ask(oracle, ORACLE_RUNS)
        if judge.bad_script(case, oracle_runs[0]):
            return self._judge(lane, oracle_runs, [])
        runs = [self._run(lane, 0, oracle_runs, Start.FAST)]
        verdict = self._judge(lane, oracle_runs, runs)
        if not judge.agrees_strictly(verdict) and self.attempts[-1].start is Start.FAST:
            runs, verdict = self._confirmed(lane, oracle_runs, runs[0])
        if not judge.agrees_strictly(verdict):
            return self._on_doubt(lane, oracle, runs)
        if lane.column.id == oracle.column.id:  # its record may judge others later
            self._ask(oracle, ORACLE_SEEDS)
        return verdict

    def _confirmed(
        self, lane: Lane, oracle_runs: Sequence[Observation], fast: Observation
    ) -> tuple[list[Observation], Verdict]:
        """The runs to judge when a fast start does not agree, and the verdict on them: a cold
        start decides. The fast one counts as a run like it when it did the same, else it was
        but a trial."""
        place = len(self.attempts) - 1
        cold = self._run(lane, 1, oracle_runs)
        verdict = self._judge(lane, oracle_runs, [cold])
        both = self._judge(lane, oracle_runs, [fast, cold])
        if not judge.agrees_strictly(verdict) and both.status is verdict.status:
            return [fast, cold], both
        self.attempts[place] = replace(self.attempts[place], role=Role.TRIAL)
        if judge.agrees_strictly(verdict):
            self.uneven.append(lane.column.id)
        return [cold], verdict

    def _on_doubt(self, lane: Lane, oracle: Lane, runs: list[Observation]) -> Verdict:
        """It differs: is that the oracle's own restlessness, and does it do so again?

        Other versions of the oracle are asked as often, for they may judge the record later.
        """
        asked = self._ask_all()
        oracle_runs = asked[oracle.column.id]
        self._repeat(lane, runs)
        verdict = self._judge(lane, oracle_runs, runs)
        if verdict.status is not Status.FAIL:
            return verdict
        own = (lane.column.id, oracle.column.id)
        others = {column: its for column, its in asked.items() if column not in own}
        return replace(verdict, equals=judge.equal_to(self._case, others, oracle_runs, runs))

    def repeat_all(self, verdicts: Sequence[Verdict]) -> list[Verdict]:
        """Make the runs of every column complete, so that another oracle may judge them later.

        Returns the verdicts, in which a cell that agreed at once and not again is judged anew.
        """
        self._ask_all()
        lanes = self._lanes.candidates
        return [self._again(*cell) for cell in zip(lanes, verdicts, strict=True)]

    def _again(self, lane: Lane, verdict: Verdict) -> Verdict:
        mine = (lane.column.id, Role.CANDIDATE)
        kept = [item for item in self.attempts if (item.column, item.role) == mine]
        runs = [item.observation for item in kept]
        if len(runs) != 1 or runs[0].outcome is Outcome.TIMEOUT:
            return verdict
        oracle = self._lanes.oracle_of(lane)
        self._repeat(lane, runs)
        again = self._judge(lane, self._ask(oracle, ORACLE_RUNS), runs)
        return verdict if judge.agrees_strictly(again) else self._on_doubt(lane, oracle, runs)

    def _repeat(self, lane: Lane, runs: list[Observation]) -> None:
        """Add what is lacking to a candidate's runs; a timeout is believed at once."""
        if runs[0].outcome is Outcome.TIMEOUT:
            return
        oracle_runs = self._ask(self._lanes.oracle_of(lane), ORACLE_RUNS)
        while len(runs) < judge.CANDIDATE_REPEATS:
            runs.append(self._run(lane, self._made(lane), oracle_runs))

    def _made(self, lane: Lane) -> int:
        """How many attempts a candidate has made."""
        return sum(
            attempt.column == lane.column.id and attempt.role is not Role.ORACLE
            for attempt in self.attempts
        )

    def references_disagree(self, *, strictly: bool = False) -> bool:
        """Whether versions of the engine that judges differ, each under all its seeds."""
        lanes = self._lanes.references
        if len(lanes) < 2 or not self._oracle_runs:
            return False

        def apart(left: Lane, right: Lane, count: int) -> bool:
            runs = self._ask(left, count), self._ask(right, count)
            return judge.apart(self._case, *runs, strictly=strictly)

        return any(
            apart(left, right, ORACLE_RUNS) and apart(left, right, ORACLE_SEEDS)
            for left, right in combinations(lanes, 2)
        )

    def _judge(
        self, lane: Lane, oracle_runs: Sequence[Observation], runs: Sequence[Observation]
    ) -> Verdict:
        assert lane.oracle is not None
        return judge.judge(self._case, lane.column.id, lane.oracle, oracle_runs, runs)

    def _ask_all(self) -> dict[ColumnId, list[Observation]]:
        """What every version of the engine that judges did, under all its seeds."""
        return {lane.column.id: self._ask(lane, ORACLE_SEEDS) for lane in self._lanes.references}

    def _ask(self, oracle: Lane, count: int) -> list[Observation]:
        """The oracle's first `count` observations, each made once; one of a bad script."""
        runs = self._oracle_runs.setdefault(oracle.column.id, [])
        limits = self._bench.oracle_limits(self._case)
        while len(runs) < count and not (runs and judge.bad_script(self._case, runs[0])):
            runs.append(self._keep(oracle, Role.ORACLE, len(runs), limits))
        return runs[:count]

    def _run(
        self,
        lane: Lane,
        repeat: int,
        oracle_runs: Sequence[Observation],
        start: Start = Start.COLD,
    ) -> Observation:
        limits = self._bench.candidate_limits(self._case, oracle_runs)
        return self._keep(lane, Role.CANDIDATE, repeat, limits, start)

    def _keep(
        self, lane: Lane, role: Role, repeat: int, limits: Limits, start: Start = Start.COLD
    ) -> Observation:
        attempt = self._bench.attempt(
            lane, self._case, role, repeat, limits, full=self._full, start=start
        )
        self.attempts.append(attempt)
        return attempt.observation


# --------------------------------------------------------------------------- all cases


OnCase = Callable[[CaseResult], None]


def run_cases(
    cases: Sequence[Case],
    lanes: Lanes,
    settings: Settings,
    sink: Sink,
    on_case: OnCase,
    expect: Expect = as_it_is,
    memory: Memory = NO_MEMORY,
) -> list[CaseResult]:
    """Run and judge every case; results are written as they come and returned sorted.

    What is returned holds no attempts: their outputs are in the sink, and would fill the memory.
    `expect` puts each verdict in the light of the expectations. What `memory` knows is not run
    again, but judged again.
    """
    results: list[CaseResult] = []
    with ScratchRoot() as scratch, Benches(scratch, settings) as benches:

        def keep(result: CaseResult) -> None:
            if not result.recalled:
                _remember(result, memory)
                memory.took(result.case, _seconds(result.attempts))
            result = replace(result, verdicts=tuple(map(expect, result.verdicts)))
            results.append(replace(result, attempts=()))
            _write(result, sink)
            on_case(result)

        again = []
        # The longest first: else one of them is left over, and the other threads wait for it.
        ordered = sorted(cases, key=memory.expected_s, reverse=True)
        for result in _in_parallel(ordered, lanes, settings.jobs, benches, memory):
            if result.timed_out and settings.jobs > 1 and not result.recalled:
                again.append(result.case)
            else:
                keep(result)
        for case in again:
            keep(run_case(case, lanes, benches.mine()))
    return sorted(results, key=lambda result: result.case.id)


def _recalled(case: Case, lanes: Lanes, bench: Maker, memory: Memory) -> CaseResult | None:
    """The story of a case as it was told before, judged anew; None where it is not known."""
    attempts = memory.recall(case)
    if not attempts:
        return None
    try:
        return replace(run_case(case, lanes, Replay(bench, attempts)), recalled=True)
    except UnknownError:
        return None


def _remember(result: CaseResult, memory: Memory) -> None:
    if lasting(result):
        memory.keep(result.case, result.attempts)
    else:
        memory.forget(result.case)  # what held until now did not hold here


def _seconds(attempts: Sequence[Attempt]) -> float:
    """What they took in all."""
    return sum(attempt.observation.wall_ns for attempt in attempts) / 1e9


def _write(result: CaseResult, sink: Sink) -> None:
    for attempt in result.attempts:
        sink.add_attempt(attempt)
    for verdict in result.verdicts:
        sink.add_verdict(verdict)


class Benches:
    """One bench for each thread that asks; a context manager that closes them all."""

    def __init__(self, scratch: ScratchRoot, settings: Settings) -> None:
        self._scratch = scratch
        self._settings = settings
        self._local = threading.local()
        self._made: list[Bench] = []
        self._interrupted = False

    def __enter__(self) -> Benches:
        return self

    def __exit__(self, *_: object) -> None:
        for bench in self._made:
            bench.close()

    def mine(self) -> Bench:
        """The bench of the calling thread."""
        if not hasattr(self._local, "bench"):
            self._local.bench = Bench(self._scratch, self._settings)
            self._made.append(self._local.bench)
        found: Bench = self._local.bench
        if self._interrupted:  # a thread that came to its first case only after that
            found.interrupt()
        return found

    def interrupt(self) -> None:
        """End what every thread is running."""
        self._interrupted = True
        for bench in self._made:
            bench.interrupt()


def _in_parallel(
    cases: Sequence[Case], lanes: Lanes, jobs: int, benches: Benches, memory: Memory
) -> Iterator[CaseResult]:
    """Results in the order in which they are done. Few cases are in flight at a time, so
    that memory stays flat; leaving early ends those at once."""
    remaining = iter(cases)
    pool = ThreadPoolExecutor(jobs, thread_name_prefix="bench")

    def one(case: Case) -> CaseResult:
        bench = benches.mine()
        return _recalled(case, lanes, bench, memory) or run_case(case, lanes, bench)

    def submit() -> set[Future[CaseResult]]:
        case = next(remaining, None)
        if case is None:
            return set()
        return {pool.submit(lambda: one(case))}

    try:
        pending = set().union(*(submit() for _ in range(jobs + 1)))
        while pending:
            done, pending = wait(pending, return_when=FIRST_COMPLETED)
            for future in done:
                pending |= submit()
                yield future.result()
    except BaseException:
        benches.interrupt()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


# --------------------------------------------------------------------------- timing


class _Held:
    """A sink that passes nothing on until all of it is known to count."""

    def __init__(self) -> None:
        self.timings = 0
        self._calls: list[Callable[[Sink], None]] = []

    def add_attempt(self, attempt: Attempt) -> None:
        self._calls.append(lambda sink: sink.add_attempt(attempt))

    def add_verdict(self, verdict: Verdict) -> None:
        self._calls.append(lambda sink: sink.add_verdict(verdict))

    def add_timing(self, timing: Timing) -> None:
        self.timings += 1
        self._calls.append(lambda sink: sink.add_timing(timing))

    def add_startup(self, start_up: StartUp) -> None:
        self._calls.append(lambda sink: sink.add_startup(start_up))

    def release(self, sink: Sink) -> None:
        for call in self._calls:
            call(sink)


class TimingPart:
    """The part of a run in which one attempt at a time is made, and only of agreeing cells."""

    def __init__(
        self,
        lanes: Lanes,
        settings: Settings,
        sink: Sink,
        bench: Maker,
        expect: Expect = as_it_is,
        memory: Memory = NO_MEMORY,
    ) -> None:
        self._expect = expect
        self._lanes = lanes
        self._settings = settings
        self._sink = sink
        self._bench = bench
        self._memory = memory
        self._start_ups: Sequence[Attempt] = ()
        self._starts: dict[ColumnId, StartUp] = {}

    def time_start_up(self, empty_script: Path) -> None:
        """Start-up of every column: an empty script, start to exit."""
        recorder = Recorder(self._bench)
        everyone = {
            lane.column.id: lane
            for lane in (*self._lanes.oracles.values(), *self._lanes.candidates)
        }
        case = Case("empty", empty_script, ".", "")
        part = self._by(recorder, self._sink, ())
        part._interleaved(case, list(everyone.values()), START_UP_SAMPLES)
        self._start_ups = recorder.made
        self.tell_start_up(recorder.made)

    def tell_start_up(self, attempts: Sequence[Attempt]) -> None:
        for start_up in _start_ups(attempts).values():
            self._sink.add_startup(start_up)

    def _by(self, bench: Maker, sink: Sink, start_ups: Sequence[Attempt]) -> TimingPart:
        """The same with other attempts and another sink."""
        part = copy(self)
        part._bench, part._sink, part._starts = bench, sink, _start_ups(start_ups)
        return part

    def recalled(self, result: CaseResult) -> tuple[list[Verdict], Sequence[Attempt]] | None:
        """What was told of a case in an earlier run is told again, with the start-ups of that
        run; None where it is not known."""
        known, start_ups = self._memory.timing(result.case)
        held = _Held()
        try:
            part = self._by(Replay(self._bench, known), held, start_ups)
            verdicts = part._time_case(result)
        except UnknownError:
            return None
        held.release(self._sink)
        return verdicts, start_ups

    def time_case(self, result: CaseResult) -> list[Verdict]:
        """Time the agreeing cells of a case; returns new verdicts on those that turn out to
        differ when they run with their full arguments."""
        recorder, held = Recorder(self._bench), _Held()
        verdicts = self._by(recorder, held, self._start_ups)._time_case(result)
        told = held.timings + sum(verdict.status not in RESTLESS for verdict in verdicts)
        agreeing = sum(bool(verdict.compatible) for verdict in result.verdicts)
        # What ran in another way than before, or was disturbed, is timed again another day.
        if told == agreeing and all(map(steady, recorder.made)):
            self._memory.add(result.case, recorder.made, self._start_ups)
        held.release(self._sink)
        return verdicts

    def _time_case(self, result: CaseResult) -> list[Verdict]:
        agreeing = {v.column for v in result.verdicts if v.compatible}
        candidates = [lane for lane in self._lanes.candidates if lane.column.id in agreeing]
        oracles = {lane.oracle: self._lanes.oracle_of(lane) for lane in candidates}
        lanes = [*oracles.values(), *(c for c in candidates if c.column.id not in oracles)]
        runs = self._interleaved(result.case, lanes, self._settings.samples, keep=True)
        differing = [lane for lane in candidates if not self._agrees(result.case, lane, runs)]
        if result.case.args_full is None:
            return []
        return self._judge_full(result, differing)

    def _agrees(self, case: Case, lane: Lane, runs: dict[ColumnId, list[Observation]]) -> bool:
        """Whether the timed runs agree; only then they are compared."""
        assert lane.oracle is not None
        mine, its = runs[lane.column.id], runs[lane.oracle]
        verdict = judge.judge(case, lane.column.id, lane.oracle, its, mine)
        if verdict.status is not Status.PASS:
            return False
        start, oracle_start = self._starts[lane.column.id], self._starts[lane.oracle]
        compared = timing.compare(case.id, _walls(mine), _walls(its), start, oracle_start)
        self._sink.add_timing(compared)
        return True

    def _judge_full(self, result: CaseResult, lanes: Sequence[Lane]) -> list[Verdict]:
        """The verdicts that full arguments overturn: judged as strictly as with the small ones,
        with the oracle under all its seeds, for timed runs are not perturbed and have no
        channel to tell an exception by."""
        case = result.case
        story = _Story(case, self._lanes, self._bench, full=True)
        judged = [story.verdict(lane) for lane in lanes]
        sensitive = any(verdict.version_sensitive for verdict in result.verdicts)
        overturned = tuple(
            self._expect(replace(judge.overturned(verdict), version_sensitive=sensitive))
            for verdict in judged
            if verdict.status in judge.OVERTURNING
        )
        told = {verdict.column for verdict in overturned}
        judges = {other.column.id for other in self._lanes.references} if told else set()
        attempts = tuple(
            attempt
            for attempt in story.attempts
            if attempt.column in (told if attempt.role is Role.CANDIDATE else judges)
        )
        _write(CaseResult(case, attempts, overturned), self._sink)
        return list(overturned)

    def _interleaved(
        self, case: Case, lanes: Sequence[Lane], samples: int, *, keep: bool = False
    ) -> dict[ColumnId, list[Observation]]:
        """Observations by column: columns in turn, the order alternating."""
        runs: dict[ColumnId, list[Observation]] = {lane.column.id: [] for lane in lanes}
        limits = self._bench.oracle_limits(case)
        for repeat in range(samples):
            for lane in lanes if repeat % 2 == 0 else reversed(lanes):
                attempt = self._bench.attempt(lane, case, Role.TIMING, repeat, limits, full=True)
                runs[lane.column.id].append(attempt.observation)
                if keep:
                    self._sink.add_attempt(attempt)
        return runs


def _start_ups(attempts: Sequence[Attempt]) -> dict[ColumnId, StartUp]:
    """Of every column, from the times of an empty script."""
    runs: dict[ColumnId, list[Observation]] = {}
    for attempt in attempts:
        runs.setdefault(attempt.column, []).append(attempt.observation)
    return {column: timing.start_up(column, _walls(its)) for column, its in runs.items()}


def _walls(observations: Sequence[Observation]) -> list[float]:
    return [observation.wall_ns / 1e9 for observation in observations]


def time_cases(
    results: Sequence[CaseResult],
    lanes: Lanes,
    settings: Settings,
    sink: Sink,
    empty_script: Path,
    on_case: OnCase,
    expect: Expect = as_it_is,
    memory: Memory = NO_MEMORY,
) -> list[Verdict]:
    """Time what agrees; returns the verdicts that its full arguments overturned.

    What was timed before is told with the start-ups that were measured with it.
    """
    overturned: list[Verdict] = []
    with ScratchRoot() as scratch, Benches(scratch, settings) as benches:
        part = TimingPart(lanes, settings, sink, benches.mine(), expect, memory)
        left: list[CaseResult] = []
        known: list[Sequence[Attempt]] = []
        for result in results:
            agrees = any(verdict.compatible for verdict in result.verdicts)
            found = part.recalled(result) if agrees else ([], ())
            if found is None:
                left.append(result)
                continue
            overturned += found[0]
            known += [found[1]] if found[1] else []
            on_case(result)
        if left or not known:
            part.time_start_up(empty_script)
        else:  # nothing is run: those that were measured last
            part.tell_start_up(max(known, key=lambda start_ups: start_ups[0].made or ""))
        for result in left:
            overturned += part.time_case(result)
            on_case(result)
    return overturned
