"""How long an empty script takes, start to exit, cold and fast, the harness's part included.

    starts.py [--rounds N]

Every round makes one attempt of each way in turn, as a run makes them: a scratch folder, the
script placed, the channel, the process or instance, its output, the observation. Prints medians
and, as the result, ratios of medians in this one run: machines differ, ratios less.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

from harness.cache import Cache
from harness.columns import Workshop, default_columns, prepare
from harness.execute import run_tool
from harness.lanes import Lane
from harness.machine import empty_script
from harness.model import Case, Outcome, Role, Start
from harness.run import Bench, Settings
from harness.scratch import ScratchRoot


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=60)
    rounds = parser.parse_args().rounds
    shop = Workshop(run_tool, Cache.default(), lambda *_, **__: None, start=Start.FAST)
    lanes, _ = prepare(default_columns(), shop)
    oracle = next(iter(lanes.oracles.values()))
    ways = [(oracle, Start.COLD), *((lane, start) for lane in lanes.candidates for start in Start)]
    with ScratchRoot() as scratch, empty_script() as script:
        bench = Bench(scratch, Settings())
        took = measure(bench, script, ways, rounds)
        bench.close()
    for way, (whole, own) in took.items():
        print(f"{way:36} {whole * 1e3:6.2f} ms, of which the attempt {own * 1e3:6.2f} ms")
    for lane in lanes.candidates:
        cold, fast = (took[name(lane, start)][1] for start in Start)
        beside = took[name(oracle, Start.COLD)][1]
        print(
            f"{lane.column.id}: cold / fast = {cold / fast:.1f}, "
            f"fast / {oracle.column.id} = {fast / beside:.2f}"
        )


def name(lane: Lane, start: Start) -> str:
    return f"{lane.column.id} {start}"


def measure(
    bench: Bench, script: Path, ways: list[tuple[Lane, Start]], rounds: int
) -> dict[str, tuple[float, float]]:
    """Medians by way: seconds of the whole attempt, and of it from start to exit."""
    case = Case("empty.py", script, ".", "0")
    limits = bench.oracle_limits(case)
    whole: dict[str, list[float]] = {}
    own: dict[str, list[float]] = {}
    for turn in range(rounds + 2):
        for lane, start in ways:
            began = time.perf_counter()
            attempt = bench.attempt(lane, case, Role.CANDIDATE, 0, limits, start=start)
            seconds = time.perf_counter() - began
            assert attempt.observation.outcome is Outcome.OK, attempt.observation
            assert attempt.start is start
            if turn >= 2:  # the first ones start workers
                whole.setdefault(name(lane, start), []).append(seconds)
                own.setdefault(name(lane, start), []).append(attempt.observation.wall_ns / 1e9)
    return {way: (statistics.median(whole[way]), statistics.median(own[way])) for way in whole}


if __name__ == "__main__":
    main()
