"""What the timing rule finds and what it imagines: a slowdown of 5 %, one of none, 1 % of fuel.

    timing_power.py [--column ID] [--folder DIR] [--minutes N] [--rounds N] [--share SHARE]
                    [--fuel ID] [--only PART] [--pairs N] [--trials N] [--slowdown SHARE]

A hundred real comparisons of 15 pairs of every benchmark would take days, so the samples are
taken once and the comparisons are drawn from them:

- Each benchmark gets arguments that lie between its small and its full ones (1), on a
  logarithmic scale. Less is the harder test: what the start-up and the machine add to a sample
  is then a greater share of it.
- `--rounds` rounds are made, as `bench` makes them: in each a pair of fresh interpreters of the
  same column for every benchmark and an empty script, in alternating order. From the sixteenth
  round on there is a third one, whose script does 5 % more work: a loop at its end, of so many
  iterations as the first rounds say. Rounds are saved as they come, and a later call goes on
  where this one has stopped.
- A trial is a window of `--pairs` consecutive rounds at a random place (round the end to the
  beginning), so that what lasted for a while on the machine stays together. Which of both is A
  is drawn anew for each round. The effects, the intervals, the correction for many cells and the
  verdicts are made by the functions that `bench` uses.
- Each trial has a `noise` of its own before it: ten A/A runs that are drawn in the same way, and
  set its margins (`timing.margin`).
- Slowdown by arithmetic: 5 % (or `--slowdown`) of what a sample took beyond start-up is added
  to B in one benchmark, and all the other cells of the trial stay A/A. That is harder to find
  than when all are slower, because of the correction.
- Slowdown for real: the same with the third interpreter as B, when there are enough such rounds.
- False alarms: the same trials with nothing planted, and also the windows that do not overlap,
  as they were measured.
- Fuel: `--fuel`'s column is counted beside itself (two counts for each side: do they agree?) and
  beside itself with 1 % more work in the script.

`--only simulation` shows what can be expected of pairs whose differences are spread so much.

Trials that overlap are not independent of one another: a rate is what it is on this machine in
the time that was measured.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from math import ceil, exp, log
from pathlib import Path
from statistics import median
from typing import Any

from tabulate import tabulate

from harness import columns, timing
from harness.bench import (
    CPU,
    EMPTY,
    EXECUTION,
    WALL,
    Effects,
    compare_fuel,
    counting_lane,
    effects_of,
)
from harness.cache import Cache
from harness.cli.benching import Discard
from harness.corpus import collect
from harness.execute import run_tool
from harness.lanes import Lane
from harness.machine import empty_script
from harness.model import (
    Case,
    Comparison,
    Launch,
    Limits,
    Observation,
    Outcome,
    Placement,
    Role,
    Runtime,
    Speed,
)
from harness.run import Bench, Benches, Settings
from harness.scratch import ScratchRoot

SLOWDOWN, MORE_FUEL = 0.05, 0.01
NOISE_RUNS = timing.KNOWN_RUNS
LIMITS = Limits(wall_s=120, cpu_s=120, memory_bytes=4 << 30, output_bytes=16 << 20)
LOOPS = 4_000_000  # by which one iteration is measured
LOOP = "\nfor _planted in range({}): pass\n"

# One round: by case, by clock, the seconds of A, of B and, in some rounds, of the slower B.
Round = Mapping[str, Mapping[str, Sequence[float]]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--column", default="rustpython@0.6.0")
    parser.add_argument("--fuel", default="rustpython@0.6.0/wasmtime")
    parser.add_argument("--folder", type=Path, default=Path(".harness/timing-power"))
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--share", type=float, default=0.8)
    parser.add_argument("--pairs", type=int, default=timing.FEWEST_PAIRS)
    parser.add_argument("--trials", type=int, default=100)
    parser.add_argument("--slowdown", type=float, default=SLOWDOWN)
    parser.add_argument("--only", choices=["walls", "fuel", "report", "simulation"])
    parser.add_argument("paths", nargs="*", default=["corpus/benchmarks"])
    options = parser.parse_args()
    deadline = time.monotonic() + 60 * options.minutes
    if options.only == "simulation":
        print(simulated(options.trials))
        return
    store = Store(options.folder)
    cases = [scaled(case, options.share) for case in collect(options.paths)]
    if options.only in (None, "walls"):
        measure_walls(options.column, cases, store, options.rounds, deadline)
    if options.only in (None, "fuel") and time.monotonic() < deadline:
        measure_fuel(options.fuel, cases, store)
    if options.only in (None, "report"):
        print("\n\n".join(report(store, options.pairs, options.trials, options.slowdown)))


class Store:
    """What was measured, in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def read(self, name: str) -> Any:
        """The value of that name; None when there is none."""
        path = self._folder / f"{name}.json"
        return json.loads(path.read_text()) if path.exists() else None

    def write(self, name: str, value: Any) -> None:
        (self._folder / f"{name}.json").write_text(json.dumps(value, indent=1) + "\n")

    def rounds(self) -> list[Round]:
        path = self._folder / "rounds.jsonl"
        return [json.loads(line) for line in path.open()] if path.exists() else []

    def add_round(self, made: Round) -> None:
        with (self._folder / "rounds.jsonl").open("a") as file:
            file.write(json.dumps(made) + "\n")


def ready(column: str) -> tuple[Lane, columns.Workshop]:
    """The lane of a column, and what has made it."""
    shop = columns.Workshop(run_tool, Cache.default(), told)
    lanes, _ = columns.prepare(columns.parse_columns(column, shop), shop)
    return lanes.candidates[0], shop


def scaled(case: Case, share: float) -> Case:
    """The case with full arguments that lie so far from its small to its full ones."""
    pairs = zip(map(int, case.args_small), map(int, case.args_full or ()), strict=True)
    return replace(case, args_full=tuple(str(round(a * (b / a) ** share)) for a, b in pairs))


def told(message: str, *, expected_s: float | None = None) -> None:
    print(f"\r{message:78.78}", end="", file=sys.stderr, flush=True)


# --------------------------------------------------------------------------- more work


@dataclass(frozen=True)
class Longer:
    """A runtime whose scripts do more: by the script's name, how many empty iterations."""

    inner: Runtime
    iterations: Mapping[str, int]

    def launch(
        self, artefact: Any, script: Sequence[str], *, placement: Placement, **given: Any
    ) -> Launch:
        """The launch of the inner runtime, with the loop at the end of the script."""
        path = placement.work / script[0]
        if script[0] in self.iterations:
            source = path.read_text(encoding="utf-8")
            path.write_text(source + LOOP.format(self.iterations[script[0]]), encoding="utf-8")
        return self.inner.launch(artefact, script, placement=placement, **given)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)


def longer(lane: Lane, iterations: Mapping[str, int]) -> Lane:
    return replace(lane, runtime=Longer(lane.runtime, iterations))


# --------------------------------------------------------------------------- walls


def measure_walls(
    column: str, cases: Sequence[Case], store: Store, wanted: int, deadline: float
) -> None:
    """Rounds until there are as many as wanted, or the time is over."""
    lane, _ = ready(column)
    plan = {
        "column": column,
        "fingerprint": lane.column.fingerprint,
        "arguments": {case.id: case.args_full for case in cases},
    }
    known = store.read("plan")
    if known is None:
        store.write("plan", plan)
    elif known != json.loads(json.dumps(plan)):
        sys.exit("the rounds in this folder are of another build or other arguments")
    with ScratchRoot() as scratch, Benches(scratch, Settings()) as benches, empty_script() as path:
        bench, empty = benches.mine(), Case(EMPTY, path, ".", "")
        began, done = time.monotonic(), len(store.rounds())
        for number in range(done, wanted):
            each_s = (time.monotonic() - began) / max(1, number - done)
            if time.monotonic() + each_s > deadline:
                break
            told(f"round {number + 1}/{wanted}, {each_s:.0f} s each")
            sides = [lane, lane]
            if number >= timing.FEWEST_PAIRS:
                sides.append(longer(lane, iterations(lane, cases, bench, store)))
            store.add_round(one_round(sides, [empty, *cases], bench, number))


def iterations(lane: Lane, cases: Sequence[Case], bench: Bench, store: Store) -> Mapping[str, int]:
    """By the script's name, how many of the loop are 5 % of its execution in the first rounds.

    The loop is measured once, when it is first asked for.
    """
    known = store.read("iterations")
    if known is None:
        rounds = store.rounds()
        start_s = median(value for made in rounds for value in made[EMPTY][CPU])
        each_s = (loop_s(lane, bench) - start_s) / LOOPS
        known = {
            case.path.name: round(SLOWDOWN * (middle_s(rounds, case.id) - start_s) / each_s)
            for case in cases
        }
        store.write("iterations", known)
    assert isinstance(known, dict)
    return known


def middle_s(rounds: Sequence[Round], case: str) -> float:
    """The usual CPU time of a case, A and B."""
    return median(value for made in rounds for value in made[case][CPU][:2])


def loop_s(lane: Lane, bench: Bench) -> float:
    """The usual CPU time of the loop alone, start to exit."""
    with tempfile.TemporaryDirectory() as folder:
        loop = Path(folder) / "loop.py"
        loop.write_text(LOOP.format(LOOPS))
        case = Case("loop", loop, ".", "")
        return median((sample(lane, case, bench).cpu_ns or 0) / 1e9 for _ in range(7))


def one_round(sides: Sequence[Lane], cases: Sequence[Case], bench: Bench, number: int) -> Round:
    """One fresh interpreter of each side for every case, in each order equally often."""
    made: dict[str, dict[str, list[float]]] = {}
    for index, case in enumerate(cases):
        orders = list(permutations(range(len(sides))))
        order = orders[(number + index) % len(orders)]
        seen = {side: sample(sides[side], case, bench, number) for side in order}
        values = [seen[side] for side in range(len(sides))]
        made[case.id] = {
            WALL: [item.wall_ns / 1e9 for item in values],
            CPU: [(item.cpu_ns or 0) / 1e9 for item in values],
        }
    return made


def sample(lane: Lane, case: Case, bench: Bench, number: int = 0) -> Observation:
    seen = bench.attempt(lane, case, Role.TIMING, number, LIMITS, full=True).observation
    if seen.outcome is not Outcome.OK:
        sys.exit(f"{case.id} ends in {seen.outcome.value}")
    return seen


# --------------------------------------------------------------------------- fuel


class Found(Discard):
    """A sink that keeps comparisons."""

    def __init__(self) -> None:
        self.comparisons: list[Comparison] = []

    def add_comparison(self, comparison: Comparison) -> None:
        self.comparisons.append(comparison)


def measure_fuel(column: str, cases: Sequence[Case], store: Store) -> None:
    """Count every benchmark beside itself, and beside itself with 1 % more work."""
    lane, shop = ready(column)
    counting = counting_lane(lane, tools=shop.tools, store=shop.store, progress=told)

    def count(b: Lane, cases: Sequence[Case]) -> tuple[dict[str, Comparison], dict[str, str]]:
        settings = Settings()
        found = compare_fuel(counting, b, cases, settings=settings, sink=Discard(), progress=told)
        by_case = {item.case: item for item in found.comparisons if item.phase == EXECUTION}
        return by_case, {item.case: item.reason for item in found.untimed}

    with tempfile.TemporaryDirectory() as folder:
        loops = []
        for times in (10_000, 20_000):
            path = Path(folder) / f"loop{times}.py"
            path.write_text(LOOP.format(times))
            loops.append(Case(str(times), path, ".", ""))
        base, _ = count(counting, loops)
    each = (base["20000"].a_median - base["10000"].a_median) / 10_000
    itself, moved = count(counting, cases)
    kept = [case for case in cases if case.id in itself]
    more = {c.path.name: ceil(MORE_FUEL * itself[c.id].a_median / each) for c in kept}
    planted, lost = count(longer(counting, more), kept)
    store.write(
        "fuel",
        {
            "column": column,
            "disagree": moved | lost,
            "cases": {
                case.id: {
                    "instructions": itself[case.id].a_median,
                    "itself": itself[case.id].verdict,
                    "planted": planted[case.id].verdict if case.id in planted else None,
                    "ratio": exp(planted[case.id].estimate) if case.id in planted else None,
                }
                for case in kept
            },
        },
    )


# --------------------------------------------------------------------------- trials


@dataclass
class Tally:
    """Of one benchmark by one clock, over all trials: margins, halves of the A/A intervals, what
    the real slowdown was estimated at, and how often each kind of it was found."""

    margins: list[float]
    half_widths: list[float]
    estimates: list[float]
    by_arithmetic: int = 0
    for_real: int = 0
    alarms: int = 0


Samples = Mapping[str, tuple[list[Observation], list[Observation]]]


def samples_of(rounds: Sequence[Round], sides: Sequence[tuple[int, int]]) -> Samples:
    """The samples of both columns, as `bench` has them; `sides` says for each round which of
    its values are A and B."""
    samples = {}
    for case in rounds[0]:
        a, b = (
            [
                Observation(
                    Outcome.OK,
                    wall_ns=round(1e9 * made[case][WALL][side[which]]),
                    cpu_ns=round(1e9 * made[case][CPU][side[which]]),
                )
                for made, side in zip(rounds, sides, strict=True)
            ]
            for which in (0, 1)
        )
        samples[case] = (a, b)
    return samples


def slowed(samples: Samples, slowdown: float) -> Samples:
    """The same, with B's executions longer by this share, by arithmetic."""
    b_starts = samples[EMPTY][1]
    wall, cpu = (median(getattr(seen, name) for seen in b_starts) for name in ("wall_ns", "cpu_ns"))

    def more(seen: Observation) -> Observation:
        return replace(
            seen,
            wall_ns=round(seen.wall_ns + slowdown * (seen.wall_ns - wall)),
            cpu_ns=round((seen.cpu_ns or 0) + slowdown * ((seen.cpu_ns or 0) - cpu)),
        )

    return {
        case: (a, b if case == EMPTY else [more(seen) for seen in b])
        for case, (a, b) in samples.items()
    }


class Trials:
    """Trials by one clock over all rounds, and what came of them."""

    def __init__(self, rounds: Sequence[Round], clock: str, pairs: int, slowdown: float) -> None:
        self._rounds = rounds
        self._clock = clock
        self._pairs = pairs
        self._slowdown = slowdown
        self._chance = random.Random(f"{clock} {pairs} {len(rounds)}")
        self.tallies: dict[str, Tally] = {}
        self.alarm_cells = self.alarms = self.apart_cells = self.apart_alarms = 0

    def _noise(self) -> dict[tuple[str, str], timing.Margin]:
        """The margins that ten A/A runs say."""
        found: dict[tuple[str, str], list[float]] = {}
        for _ in range(NOISE_RUNS):
            for key, effect in self._itself().items():
                found.setdefault(key, []).append(effect.estimate)
        return {key: timing.margin(values) for key, values in found.items()}

    def _itself(self) -> Effects:
        return effects_of(self._clock, self._drawn())[0]

    def _drawn(self) -> Samples:
        """The samples of an A/A run."""
        window = self._window(self._rounds)
        sides = [self._chance.choice([(0, 1), (1, 0)]) for _ in window]
        return samples_of(window, sides)

    def _window(self, rounds: Sequence[Round]) -> list[Round]:
        begin = self._chance.randrange(len(rounds))
        return [rounds[(begin + i) % len(rounds)] for i in range(self._pairs)]

    def _cells(
        self, effects: Effects, margins: Mapping[tuple[str, str], timing.Margin]
    ) -> list[tuple[timing.Effect, timing.Margin]]:
        unknown = timing.margin([])
        return [(effect, margins.get(key, unknown)) for key, effect in effects.items()]

    def trial(self) -> None:
        """Nothing planted; then the slowdown in one benchmark after the other."""
        samples = self._drawn()
        quiet = effects_of(self._clock, samples)[0]
        cells = self._cells(quiet, self._noise())
        values = [timing.beyond_margin(*cell) for cell in cells]
        said = timing.held_verdicts(cells, values)
        for key, (effect, limit), speed in zip(quiet, cells, said, strict=True):
            tally = self.tallies.setdefault(key[0], Tally([], [], []))
            tally.margins.append(limit.value)
            tally.half_widths.append((effect.high - effect.low) / 2)
            alarm = speed in (Speed.SLOWER, Speed.FASTER)
            tally.alarms += alarm
            self.alarms += alarm
            self.alarm_cells += 1
        planted = effects_of(self._clock, slowed(samples, self._slowdown))[0]
        for case in self._found(quiet, cells, values, planted):
            self.tallies[case].by_arithmetic += 1
        longer = real_rounds(self._rounds)
        if len(longer) >= self._pairs:
            real = self._window(longer)
            mine = [self._chance.choice([(0, 2), (1, 2)]) for _ in real]
            planted = effects_of(self._clock, samples_of(real, mine))[0]
            for case in self._found(quiet, cells, values, planted):
                self.tallies[case].for_real += 1
            for (case, phase), effect in planted.items():
                if phase == EXECUTION and case in self.tallies:
                    self.tallies[case].estimates.append(effect.estimate)

    def _found(
        self,
        quiet: Effects,
        cells: Sequence[tuple[timing.Effect, timing.Margin]],
        values: Sequence[float],
        planted: Effects,
    ) -> Iterator[str]:
        """The benchmarks that are called slower when each is the only one that is."""
        for place, key in enumerate(quiet):
            if key[1] != EXECUTION or key not in planted:
                continue
            cell = planted[key], cells[place][1]
            mine = [*cells[:place], cell, *cells[place + 1 :]]
            p_values = [*values[:place], timing.beyond_margin(*cell), *values[place + 1 :]]
            if timing.held_verdicts(mine, p_values)[place] is Speed.SLOWER:
                yield key[0]

    def apart(self) -> None:
        """False alarms in the windows that do not overlap, as they were measured."""
        for begin in range(0, len(self._rounds) - self._pairs + 1, self._pairs):
            window = self._rounds[begin : begin + self._pairs]
            effects = effects_of(self._clock, samples_of(window, [(0, 1)] * len(window)))[0]
            for speed, _ in timing.verdicts(self._cells(effects, self._noise())):
                self.apart_cells += 1
                self.apart_alarms += speed in (Speed.SLOWER, Speed.FASTER)


# --------------------------------------------------------------------------- report


def report(store: Store, pairs: int, trials: int, slowdown: float) -> Iterator[str]:
    """What was found, as text in Markdown."""
    rounds, plan, fuel = store.rounds(), store.read("plan"), store.read("fuel")
    if plan and len(rounds) > pairs:
        yield from walls_told(plan, rounds, pairs, trials, slowdown)
    else:
        yield f"{len(rounds)} rounds so far, too few for trials of {pairs} pairs"
    if fuel:
        yield from fuel_told(fuel)


def walls_told(
    plan: Mapping[str, Any], rounds: Sequence[Round], pairs: int, trials: int, slowdown: float
) -> Iterator[str]:
    made = {clock: Trials(rounds, clock, pairs, slowdown) for clock in (WALL, CPU)}
    for clock, found in made.items():
        for number in range(trials):
            told(f"{clock}: trial {number + 1}/{trials}")
            found.trial()
        found.apart()
    told("")
    cases = list(plan["arguments"])
    start_s = middle_s(rounds, EMPTY)
    head = ["benchmark", "execution"]
    for clock in made:
        head += [f"{clock}: margin", "half", f"{slowdown:.0%}", "real", "alarms"]
    rows = []
    for case in cases:
        row = [Path(case).stem, f"{1000 * (middle_s(rounds, case) - start_s):.0f} ms"]
        for found in made.values():
            row += told_tally(found.tallies.get(case), trials)
        rows.append(row)
    yield f"{plan['column']}, {len(rounds)} rounds, trials of {pairs} pairs"
    yield tabulate(rows, headers=head, disable_numparse=True, tablefmt="pipe")
    for clock, found in made.items():
        tallies = [t for case, t in found.tallies.items() if case != EMPTY]
        real = real_rounds(rounds)
        kinds = [("by_arithmetic", f"{slowdown:.0%} planted by arithmetic")]
        kinds += [("for_real", f"{SLOWDOWN:.0%} for real")] * (len(real) >= pairs)
        for what, name in kinds:
            enough = sum(getattr(t, what) >= 0.9 * trials for t in tallies)
            total = sum(getattr(t, what) for t in tallies)
            yield (
                f"{clock}: {name}: found in at least 90 % of the trials in {enough} of "
                f"{len(cases)} benchmarks; in all, {total} of {trials * len(cases)}"
            )
        if real:
            yield (
                f"{clock}: what was planted for real took {really_planted(real, clock):+.1%} "
                f"(median of {len(real)} rounds of {len(cases)} benchmarks)"
            )
        yield (
            f"{clock}: false alarms: {found.alarms} of {found.alarm_cells} cells of trials, "
            f"{found.apart_alarms} of {found.apart_cells} in windows that do not overlap"
        )


def real_rounds(rounds: Sequence[Round]) -> list[Round]:
    """Those with a third interpreter."""
    return [made for made in rounds if len(made[EMPTY][WALL]) > 2]


def really_planted(rounds: Sequence[Round], clock: str) -> float:
    """How much longer the executions of the third one are than those of the other two."""
    start_s = median(value for made in rounds for value in made[EMPTY][clock])
    longer = []
    for made in rounds:
        for case in made.keys() - {EMPTY}:
            a, b, c = (value - start_s for value in made[case][clock])
            longer.append(c / ((a + b) / 2) - 1)
    return median(longer)


def told_tally(tally: Tally | None, trials: int) -> list[str]:
    if tally is None:
        return ["–"] * 5
    half = median(tally.half_widths)
    real = "–"
    if tally.estimates:
        real = f"{tally.for_real} ({100 * (exp(median(tally.estimates)) - 1):+.1f} %)"
    return [
        f"{100 * median(tally.margins):.1f} %",
        f"{100 * half:.1f} %",
        f"{tally.by_arithmetic}",
        real,
        f"{tally.alarms}",
    ]


def fuel_told(fuel: Mapping[str, Any]) -> Iterator[str]:
    cases, moved = fuel["cases"], fuel["disagree"]
    found = sum(item["planted"] == Speed.SLOWER for item in cases.values())
    itself = sum(item["itself"] == Speed.EQUIVALENT for item in cases.values())
    counted = len(cases) + len(set(moved) - set(cases))
    yield (
        f"{fuel['column']}, instructions: two counts agree in {counted - len(moved)} of {counted} "
        f"benchmarks; beside itself equivalent in {itself} of {len(cases)}; "
        f"1 % more work found in {found} of {len(cases)}"
    )
    for case, why in moved.items():
        yield f"  {case}: {why}"


# --------------------------------------------------------------------------- simulation


def simulated(trials: int, cells: int = 36) -> str:
    """In how many trials of a hundred a slowdown of 5 % in one of so many cells is found, when
    the differences of the pairs are normally distributed and nothing else is unknown."""
    spreads = (0.005, 0.010, 0.015, 0.020, 0.030)
    chance = random.Random(0)

    def found(pairs: int, spread: float) -> bool:
        differences = [chance.gauss(log(1 + SLOWDOWN), spread) for _ in range(pairs)]
        low, high = timing.interval(differences)
        p = timing.p_value(differences, timing.LEAST_MARGIN)
        held = timing.discoveries([p] + [1.0] * (cells - 1))[0]
        return held and timing.verdict(low, high, timing.LEAST_MARGIN) is Speed.SLOWER

    rows = [
        [
            pairs,
            *(round(100 * sum(found(pairs, s) for _ in range(trials)) / trials) for s in spreads),
        ]
        for pairs in (15, 20, 30, 45)
    ]
    return tabulate(rows, headers=["pairs", *(f"{s:.1%}" for s in spreads)], tablefmt="pipe")


if __name__ == "__main__":
    main()
