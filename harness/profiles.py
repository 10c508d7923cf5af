"""`harness profiles`: builds hosts in many profiles and measures them side by side.

A profile that cannot be built is a row with its reason. What is timed is timed one attempt at a
time, all columns in turn, the order alternating; every column's samples of one round are pairs.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from math import ceil, exp, fsum
from pathlib import Path
from statistics import median

from harness import timing
from harness.columns import Workshop
from harness.engines.profiles import UnavailableError
from harness.engines.rustpython import check_host
from harness.errors import HarnessError
from harness.lanes import Lane, Lanes
from harness.measured import Measured, Round, Times
from harness.model import DEFAULT_PROFILE, Case, ColumnId, Outcome, Role, Status, Verdict
from harness.reports.profiles import Built, Estimate, Row, Share
from harness.run import Bench, Settings
from harness.runtimes import RUNTIMES
from harness.scratch import ScratchRoot

COMPRESSION = "gzip -9"
START_SAMPLES = 15
FEWEST_ROUNDS = 6  # with fewer there is no interval
# A column that passes fewer of the benchmarks than this is left out of the comparison, so that
# the others can be compared on what all of them pass.
_LEAST_SHARE = 0.5
_CHUNK = 1 << 20
_EMPTY = "empty"

CLOCKS = ("wall", "cpu")
# Seconds by script and column, as the times of a round have them.
Seconds = Mapping[str, Mapping[ColumnId, Sequence[float | None]]]
# Called after each round: its number, of how many, and what it took.
OnRound = Callable[[int, int, Round], None]


@dataclass(frozen=True)
class Made:
    """The lanes that could be made, and of the others the line that says why not."""

    lanes: Mapping[ColumnId, Lane]
    failures: Mapping[ColumnId, str]


def check(columns: Iterable[ColumnId], shop: Workshop) -> None:
    """HarnessError for a profile that is written wrongly, before any of them is built."""
    for column in columns:
        with suppress(UnavailableError):
            check_host(
                column.version,
                target=RUNTIMES[column.runtime].target,
                profile=column.profile,
                checkout=shop.checkouts.get(column.version),
                catalogue=shop.catalogue,
                store=shop.store,
            )


def make_lanes(columns: Sequence[ColumnId], shop: Workshop) -> Made:
    """Build what can be built; a failure of one does not stop the others."""
    lanes: dict[ColumnId, Lane] = {}
    failures: dict[ColumnId, str] = {}
    for column in columns:
        try:
            lanes[column] = shop.lane(column)
        except UnavailableError as error:
            failures[column] = f"cannot be had: {error.reason}"
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


def main_causes(verdicts: Iterable[Verdict]) -> dict[ColumnId, str]:
    """Of each column that agrees on less than _LEAST_SHARE, why it does not, most often.

    Causes that begin alike, as "exit-code: 0 → 120: …", count as one where they are many.
    """
    counts: dict[ColumnId, Counter[str]] = {}
    for verdict in verdicts:
        if verdict.compatible is not None:
            cause = verdict.signature.text if verdict.signature else ""
            counts.setdefault(verdict.column, Counter())[
                "" if verdict.compatible else cause or verdict.status.value
            ] += 1
    found = {}
    for column, count in counts.items():
        if count[""] < _LEAST_SHARE * count.total():
            del count[""]
            found[column] = _main_cause(count)
    return found


def _main_cause(count: Counter[str]) -> str:
    alike: dict[str, Counter[str]] = {}
    for cause, times in count.items():
        alike.setdefault(": ".join(cause.split(": ")[:2]), Counter())[cause] = times
    begin = max(alike, key=lambda text: alike[text].total())
    whole, times = alike[begin].most_common(1)[0]
    if 2 * times < alike[begin].total():
        whole, times = begin, alike[begin].total()
    return f"of {count.total()} that differ, {times}: {whole}"


def benchmarks_of(cases: Iterable[Case], named: Sequence[str] = ()) -> list[Case]:
    """The cases that have full arguments beside their small ones: those made for timing.

    With `named`, those alone that have one of these texts in their ID.
    """
    return [
        case
        for case in cases
        if case.args_full is not None and (not named or any(text in case.id for text in named))
    ]


# --------------------------------------------------------------------------- speed


def rounds_lacking(
    rounds: Iterable[Round | Seconds],
    columns: Sequence[ColumnId],
    scripts: Mapping[str, set[ColumnId]],
    wanted: int,
) -> dict[ColumnId, int]:
    """How many more rounds each column needs, to be in so many with all that it runs, beside
    what it is compared to; columns that need none are left out. `scripts` are the benchmarks by
    the columns that pass them."""
    rounds = list(rounds)
    found = {}
    for column in columns:
        together = _with_bases([column], columns)
        mine = {name: its & together for name, its in scripts.items() if column in its}
        mine[_EMPTY] = together
        count = sum(
            all(its <= walls.get(n, {}).keys() for n, its in mine.items()) for walls in rounds
        )
        if count < wanted:
            found[column] = wanted - count
    return found


def take_rounds(
    lanes: Lanes,
    benchmarks: Sequence[Case],
    passing: Mapping[str, set[ColumnId]],
    empty_script: Path,
    settings: Settings,
    known: Sequence[Round],
    on_round: OnRound,
) -> None:
    """Rounds of every benchmark in every column that passes it, and of the empty script, until
    every column has `settings.samples` of them, or START_SAMPLES where that is 0.

    All go through one round before the next begins, so that what disturbs the machine for a
    while falls on a few samples of each. With every column goes what it is compared to.
    """
    wanted = settings.samples or START_SAMPLES
    empty = Case(_EMPTY, empty_script, ".", "")
    columns = [lane.column.id for lane in lanes.candidates]
    scripts = {case.id: passing.get(case.id, set()) & set(columns) for case in benchmarks}
    lacking = rounds_lacking(known, columns, scripts, wanted)
    starts = ceil(START_SAMPLES / wanted)
    with ScratchRoot() as scratch:
        bench = Bench(scratch, settings)
        try:
            while lacking:
                number, total = wanted - max(lacking.values()), wanted
                active = _with_bases(lacking, columns)
                there = [lane for lane in lanes.candidates if lane.column.id in active]
                order = there if number % 2 == 0 else there[::-1]
                taken: dict[str, dict[ColumnId, list[Times | None]]] = {}
                for case, its in [
                    *((empty, active) for _ in range(starts)),
                    *((case, scripts[case.id] & active) for case in benchmarks),
                ]:
                    for lane in order:
                        if lane.column.id in its:
                            times = taken.setdefault(case.id, {}).setdefault(lane.column.id, [])
                            times.append(_times(bench, lane, case, number))
                on_round(number + 1, total, taken)
                lacking = {column: left - 1 for column, left in lacking.items() if left > 1}
        finally:
            bench.close()


def _with_bases(columns: Iterable[ColumnId], known: Sequence[ColumnId]) -> set[ColumnId]:
    """The columns with the first of all, and with the default profile of their runtimes."""
    chosen = set(columns)
    runtimes = {column.runtime for column in chosen}
    defaults = {c for c in known if c.profile == DEFAULT_PROFILE and c.runtime in runtimes}
    return chosen | defaults | {known[0]}


def _times(bench: Bench, lane: Lane, case: Case, number: int) -> Times | None:
    """What one fresh interpreter took; None when the case did not end well."""
    limits = bench.oracle_limits(case)
    seen = bench.attempt(lane, case, Role.TIMING, number, limits, full=True).observation
    if seen.outcome is not Outcome.OK or seen.cpu_ns is None:
        return None
    return seen.wall_ns / 1e9, seen.cpu_ns / 1e9


def by_clock(rounds: Iterable[Round], clock: str) -> list[Seconds]:
    """The times by one of CLOCKS."""
    which = CLOCKS.index(clock)
    return [
        {
            name: {column: [one and one[which] for one in its] for column, its in columns.items()}
            for name, columns in times.items()
        }
        for times in rounds
    ]


def start_of(rounds: Iterable[Seconds], column: ColumnId) -> Estimate | None:
    """Median, least and greatest time of the empty script."""
    walls = _starts(rounds, column)
    if not walls:
        return None
    return Estimate(median(walls), min(walls), max(walls), len(walls))


def _starts(rounds: Iterable[Seconds], column: ColumnId) -> list[float]:
    found = [wall for walls in rounds for wall in walls.get(_EMPTY, {}).get(column, ())]
    return [wall for wall in found if wall is not None]


@dataclass(frozen=True)
class Speeds:
    """Execution relative to one column: the mean over the common benchmarks, and each of them."""

    mean: Mapping[ColumnId, Estimate] = field(default_factory=dict)
    each: Mapping[str, Mapping[ColumnId, Estimate]] = field(default_factory=dict)


def speeds(
    rounds: Sequence[Seconds], base: ColumnId, columns: Sequence[ColumnId], names: Iterable[str]
) -> Speeds:
    """Compare with `base` on those of the benchmarks `names` that it and all `columns` ran.

    Columns that ran fewer than half of the benchmarks of `base` are left out, and benchmarks in
    which execution does not stand clear of start-up. The samples of one round are pairs.
    """
    ran = {
        name: {column for column in columns if _pairs(rounds, name, base, column)} for name in names
    }
    ran = {name: its for name, its in ran.items() if its}
    least = max(1, _LEAST_SHARE * len(ran))
    compared = [c for c in columns if sum(c in its for its in ran.values()) >= least]
    common = [name for name, its in ran.items() if its.issuperset(compared)]
    effects: dict[str, dict[ColumnId, timing.Effect]] = {name: {} for name in common}
    for column in compared:
        together = [walls for walls in rounds if _ran_together(walls, common, base, column)]
        starts = _starts(together, base), _starts(together, column)
        for name in common if all(starts) and len(together) >= FEWEST_ROUNDS else ():
            mine, its = zip(*_pairs(together, name, base, column), strict=True)
            effect = timing.execution_effect(mine, its, *starts)
            if effect is not None:
                effects[name][column] = effect
    clear = {name: its for name, its in effects.items() if len(its) == len(compared)}
    return Speeds(
        {c: _mean([its[c] for its in clear.values()]) for c in compared if clear},
        {name: {c: _estimate(e) for c, e in its.items()} for name, its in clear.items()},
    )


def _pairs(
    rounds: Iterable[Seconds], name: str, base: ColumnId, column: ColumnId
) -> list[tuple[float, float]]:
    """What both took for one script, by round; nothing when one of them failed once."""
    found = []
    for walls in rounds:
        its = walls.get(name, {})
        for mine, other in zip(its.get(base, ()), its.get(column, ()), strict=False):
            if mine is None or other is None:
                return []
            found.append((mine, other))
    return found


def _ran_together(walls: Seconds, names: Sequence[str], base: ColumnId, column: ColumnId) -> bool:
    return all({base, column} <= walls.get(name, {}).keys() for name in (_EMPTY, *names))


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
    cases: Sequence[Case],
    benchmarks: Sequence[Case],
    measured: Measured,
    modules: Mapping[ColumnId, Share],
    clock: str,
) -> tuple[list[Row], Speeds]:
    """A row for each column, in this order, and the speeds relative to the first that was made."""
    verdicts = measured.verdicts(cases)
    agreed, causes = agreement(verdicts), main_causes(verdicts)
    names = [case.id for case in benchmarks]
    there = [column for column in columns if column in made.lanes]
    rounds = by_clock(measured.rounds, clock)
    to_first = speeds(rounds, there[0], there, names) if there else Speeds()
    bases = {base.runtime: base for base in there if base.profile == DEFAULT_PROFILE}
    own = {
        runtime: speeds(rounds, base, [c for c in there if c.runtime == runtime], names).mean
        for runtime, base in bases.items()
    }
    walls = by_clock(measured.rounds, CLOCKS[0])
    found = []
    for column in columns:
        lane = made.lanes.get(column)
        compatible, strict = agreed.get(column, (None, None))
        found.append(
            Row(
                column,
                RUNTIMES[column.runtime].target,
                descriptions.get(column.profile, ""),
                made.failures.get(column),
                _built(lane, measured.packed(column) or 0) if lane else None,
                start_of(walls, column),
                modules.get(column),
                compatible,
                strict,
                own.get(column.runtime, {}).get(column),
                to_first.mean.get(column),
                causes.get(column, ""),
            )
        )
    return found, to_first


def _built(lane: Lane, compressed_bytes: int) -> Built:
    info = lane.artefact.info
    modules = info.get("modules")
    return Built(
        int(info["size_bytes"]),
        compressed_bytes,
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
