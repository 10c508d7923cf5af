"""`harness profiles`: builds hosts in many profiles and measures them side by side.

A profile that cannot be built is a row with its reason. What is timed is timed one attempt at a
time, all columns in turn, the order alternating; every column's samples of one round are pairs.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, exp, fsum
from pathlib import Path
from statistics import median

from harness import timing
from harness.columns import Workshop
from harness.errors import HarnessError
from harness.model import DEFAULT_PROFILE, Case, ColumnId, Outcome, Role, Status, Verdict
from harness.reports.profiles import Built, Estimate, Row, Share
from harness.run import Bench, Lane, Lanes, Settings
from harness.runtimes import RUNTIMES
from harness.scratch import ScratchRoot

COMPRESSION = "gzip -9"
START_SAMPLES = 15
# A column that passes fewer of the benchmarks than this is left out of the comparison, so that
# the others can be compared on what all of them pass.
_LEAST_SHARE = 0.5
_CHUNK = 1 << 20
_EMPTY = "empty"

Step = Callable[[str], None]


@dataclass(frozen=True)
class Made:
    """The lanes that could be made, and of the others the line that says why not."""

    lanes: Mapping[ColumnId, Lane]
    failures: Mapping[ColumnId, str]


def make_lanes(columns: Sequence[ColumnId], shop: Workshop) -> Made:
    """Build what can be built; a failure of one does not stop the others."""
    lanes: dict[ColumnId, Lane] = {}
    failures: dict[ColumnId, str] = {}
    for column in columns:
        try:
            lanes[column] = shop.lane(column)
        except HarnessError as error:
            failures[column] = error.message
    return Made(lanes, failures)


# --------------------------------------------------------------------------- agreement


def agreement(verdicts: Iterable[Verdict]) -> dict[ColumnId, tuple[Share, Share]]:
    """Of each column's judged cells, how many are compatible, and how many strictly."""
    counts: dict[ColumnId, list[int]] = {}
    for verdict in verdicts:
        if verdict.compatible is None:
            continue
        count = counts.setdefault(verdict.column, [0, 0, 0])
        count[0] += verdict.compatible
        count[1] += bool(verdict.strict)
        count[2] += 1
    return {column: (Share(a, n), Share(b, n)) for column, (a, b, n) in counts.items()}


def benchmarks_of(cases: Iterable[Case]) -> list[Case]:
    """The cases that have full arguments beside their small ones: those made for timing."""
    return [case for case in cases if case.args_full is not None]


# --------------------------------------------------------------------------- speed


@dataclass
class Samples:
    """Wall times in seconds by column: of an empty script, and of each benchmark."""

    starts: dict[ColumnId, list[float]] = field(default_factory=dict)
    benchmarks: dict[str, dict[ColumnId, list[float]]] = field(default_factory=dict)


def take_samples(
    lanes: Lanes,
    benchmarks: Sequence[Case],
    passing: Mapping[str, set[ColumnId]],
    empty_script: Path,
    settings: Settings,
    on_round: Step,
) -> Samples:
    """`settings.samples` rounds of every benchmark in every column that passes it, and of the
    empty script; without any, of the empty script alone.

    All go through one round before the next begins, so that what disturbs the machine for a
    while falls on a few samples of each. What does not end well once is left out.
    """
    empty = Case(_EMPTY, empty_script, ".", "")
    everyone = {lane.column.id for lane in lanes.candidates}
    rounds = settings.samples or START_SAMPLES
    work = [(empty, everyone)] * ceil(START_SAMPLES / rounds)
    if settings.samples:
        work += [(case, passing.get(case.id, set())) for case in benchmarks]
    walls: dict[str, dict[ColumnId, list[float | None]]] = {}
    with ScratchRoot() as scratch:
        bench = Bench(scratch, settings)
        try:
            for number in range(rounds):
                for case, columns in work:
                    there = [lane for lane in lanes.candidates if lane.column.id in columns]
                    times = walls.setdefault(case.id, {})
                    for lane in there if number % 2 == 0 else reversed(there):
                        times.setdefault(lane.column.id, []).append(
                            _wall(bench, lane, case, number)
                        )
                on_round(f"round {number + 1}")
        finally:
            bench.close()
    whole = {name: _whole(times) for name, times in walls.items()}
    return Samples(whole.pop(_EMPTY), whole)


def _wall(bench: Bench, lane: Lane, case: Case, number: int) -> float | None:
    """Seconds of one fresh interpreter; None when the case did not end well."""
    limits = bench.oracle_limits(case)
    seen = bench.attempt(lane, case, Role.TIMING, number, limits, full=True).observation
    return seen.wall_ns / 1e9 if seen.outcome is Outcome.OK else None


def _whole(times: Mapping[ColumnId, Sequence[float | None]]) -> dict[ColumnId, list[float]]:
    kept = {column: [value for value in values if value] for column, values in times.items()}
    return {column: values for column, values in kept.items() if len(values) == len(times[column])}


def start_of(samples: Samples, column: ColumnId) -> Estimate | None:
    """Median, least and greatest time of the empty script."""
    walls = samples.starts.get(column)
    if not walls:
        return None
    return Estimate(median(walls), min(walls), max(walls), len(walls))


@dataclass(frozen=True)
class Speeds:
    """Execution relative to one column: the mean over the common benchmarks, and each of them."""

    mean: Mapping[ColumnId, Estimate]
    each: Mapping[str, Mapping[ColumnId, Estimate]]


def speeds(samples: Samples, base: ColumnId, columns: Sequence[ColumnId]) -> Speeds:
    """Compare with `base` on the benchmarks that it and all of `columns` ran.

    Columns that ran fewer than half of the benchmarks of `base` are left out, and benchmarks in
    which execution does not stand clear of start-up.
    """
    ran = {name: walls for name, walls in samples.benchmarks.items() if base in walls}
    least = _LEAST_SHARE * len(ran)
    compared = [c for c in columns if sum(c in walls for walls in ran.values()) >= max(1, least)]
    effects: dict[str, dict[ColumnId, timing.Effect]] = {}
    for name, walls in ran.items():
        found = {
            column: timing.execution_effect(
                walls[base], walls[column], samples.starts[base], samples.starts[column]
            )
            for column in compared
            if column in walls and column in samples.starts
        }
        whole = {column: effect for column, effect in found.items() if effect is not None}
        if len(whole) == len(compared):
            effects[name] = whole
    return Speeds(
        {c: _mean([effect[c] for effect in effects.values()]) for c in compared if effects},
        {name: {c: _estimate(e) for c, e in found.items()} for name, found in effects.items()},
    )


def _estimate(effect: timing.Effect) -> Estimate:
    return Estimate(
        exp(effect.estimate), exp(effect.low), exp(effect.high), len(effect.differences)
    )


def _mean(effects: Sequence[timing.Effect]) -> Estimate:
    """The geometric mean over benchmarks: one value for each round, then their interval."""
    rounds = list(zip(*(effect.differences for effect in effects), strict=True))
    means = [fsum(differences) / len(effects) for differences in rounds]
    low, high = timing.interval(means)
    slack = fsum(effect.slack for effect in effects) / len(effects)
    value = timing.hodges_lehmann(means)
    return Estimate(exp(value), exp(low - slack), exp(high + slack), len(means))


# --------------------------------------------------------------------------- rows


def passing(verdicts: Iterable[Verdict]) -> dict[str, set[ColumnId]]:
    """By case, the columns that pass it."""
    found: dict[str, set[ColumnId]] = {}
    for verdict in verdicts:
        if verdict.status is Status.PASS:
            found.setdefault(verdict.case, set()).add(verdict.column)
    return found


def rows(
    columns: Sequence[ColumnId],
    made: Made,
    descriptions: Mapping[str, str],
    verdicts: Iterable[Verdict],
    samples: Samples,
    modules: Mapping[ColumnId, Share],
) -> tuple[list[Row], Speeds]:
    """A row for each column, in this order, and the speeds relative to the first that was made."""
    agreed = agreement(verdicts)
    there = [column for column in columns if column in made.lanes]
    to_first = speeds(samples, there[0], there) if there else Speeds({}, {})
    own = {
        base: speeds(samples, base, [c for c in there if c.runtime == base.runtime])
        for base in there
        if base.profile == DEFAULT_PROFILE
    }
    bases = {base.runtime: base for base in own}
    found = []
    for column in columns:
        lane = made.lanes.get(column)
        compatible, strict = agreed.get(column, (None, None))
        base = bases.get(column.runtime)
        found.append(
            Row(
                column,
                RUNTIMES[column.runtime].target,
                descriptions.get(column.profile, ""),
                made.failures.get(column),
                _built(lane) if lane else None,
                start_of(samples, column),
                modules.get(column),
                compatible,
                strict,
                own[base].mean.get(column) if base else None,
                to_first.mean.get(column),
            )
        )
    return found, to_first


def _built(lane: Lane) -> Built:
    info = lane.artefact.info
    modules = info.get("modules")
    return Built(
        int(info["size_bytes"]),
        compressed_size(lane.artefact.path),
        float(info["build_seconds"]),
        int(info["compiled_crates"]),
        tuple(info.get("features", ())),
        info.get("settings", {}),
        info.get("compiled_bytes"),
        None if modules is None else len(modules),
        info.get("wasm_opt"),
    )


def compressed_size(path: Path) -> int:
    """Bytes of the file compressed as COMPRESSION says, without the few of gzip's header."""
    packer, size = zlib.compressobj(9), 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            size += len(packer.compress(chunk))
    return size + len(packer.flush())
