"""How often the harness sees a change where nothing changed: columns against themselves.

    aa.py [--runs N] [--jobs N] [--columns LIST] [--folder DIR] [PATH…]

Makes N + 1 independent runs of the corpus in the same columns and compares each with the one
before it, as the A/A control of `harness upgrade` does. Prints for each pair of runs how many
cells were compared and how many moved, which must be none; ends with 1 when any did. Records
that are in DIR from before are not made again, so that an interrupted series goes on.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from harness.cache import Cache
from harness.cli.common import case_info, header
from harness.columns import Workshop, default_columns, parse_columns, prepare
from harness.compare import MOVED, Comparison
from harness.corpus import collect
from harness.execute import run_tool
from harness.lanes import Lanes
from harness.model import Case, OracleChoice, Record
from harness.record import RecordWriter, read_record
from harness.run import Settings, run_cases
from harness.upgrade import Pair, compare_controls


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--columns")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("paths", nargs="*", default=["corpus"])
    options = parser.parse_args()
    shop = Workshop(run_tool, Cache.default(), lambda *_, **__: None)
    columns = parse_columns(options.columns, shop) if options.columns else default_columns()
    lanes, choices = prepare(columns, shop)
    cases = collect(options.paths)
    with tempfile.TemporaryDirectory(prefix="aa-") as scratch:
        folder = options.folder or Path(scratch)
        before = one_run(folder / "aa-0.jsonl", cases, lanes, choices, options.jobs)
        moved = 0
        for number in range(1, options.runs + 1):
            path = folder / f"aa-{number}.jsonl"
            record = one_run(path, cases, lanes, choices, options.jobs)
            moved += told(number, before, record, lanes)
            before = record
    sys.exit(1 if moved else 0)


def one_run(
    path: Path, cases: list[Case], lanes: Lanes, choices: list[OracleChoice], jobs: int
) -> Record:
    """The record of one run of every case in every column; one that is there is not made again."""
    if path.exists() and (there := read_record(path)).complete:
        return there
    settings = Settings(jobs=jobs, samples=0)
    started = time.monotonic()
    with RecordWriter(path, header(lanes, choices, settings)) as writer:
        for case in cases:
            writer.add_case(case_info(case))
        run_cases(cases, lanes, settings, writer, lambda result: None)
        writer.finish()
    print(f"{path.name}: {time.monotonic() - started:.0f} s", flush=True)
    return read_record(path)


def told(number: int, before: Record, record: Record, lanes: Lanes) -> int:
    """Print what a pair of runs shows, and return how many cells moved."""
    pairs = [Pair(lane.column.id, lane.column.id) for lane in lanes.candidates]
    comparisons = compare_controls(before, record, pairs).values()
    cells = sum(len(comparison.changes) for comparison in comparisons)
    moved = [line for comparison in comparisons for line in moves(comparison)]
    print(f"A/A {number}: {cells} cells, {len(moved)} changes", flush=True)
    for comparison in comparisons:
        counts = ", ".join(f"{count} {kind.value}" for kind, count in comparison.counts.items())
        print(f"  {comparison.new.column}: {counts}", flush=True)
    print("".join(f"  {line}\n" for line in moved), end="", flush=True)
    return len(moved)


def moves(comparison: Comparison) -> list[str]:
    """A line for each cell that moved."""
    column = comparison.new.column
    found = comparison.of(*MOVED)
    return [f"{c.kind.value}: {c.case.id} in {column}: {c.explanation}" for c in found]


if __name__ == "__main__":
    main()
