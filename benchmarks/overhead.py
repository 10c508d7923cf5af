"""What the harness costs beside a bare shell loop that makes the same attempts.

    overhead.py [--rounds N] [--jobs N] [PATH…]

Each round runs `harness run` (no timing samples) and then, from its record, the same
attempts by `xargs -P` with the same number of workers: as many of each case in each column,
with the same files, arguments and input, started as a user would start them by hand. Prints
the ratio of wall times for each round and their median, for all three columns and without
wasm, whose baseline pays for starting Python.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from harness.cache import Cache
from harness.columns import Workshop, default_columns, prepare
from harness.corpus import collect
from harness.execute import run_tool
from harness.lanes import Lane, Lanes
from harness.model import Attempt, Case, ColumnId, Record, Role
from harness.record import read_record

ONCE = Path(__file__).parent / "wasm_once.py"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("paths", nargs="*", default=["corpus"])
    options = parser.parse_args()
    lanes, _ = prepare(
        default_columns(), Workshop(run_tool, Cache.default(), lambda *_, **__: None)
    )
    native = [lane for lane in lanes.candidates if lane.column.target == "native"]
    for name, chosen in (("three columns", lanes.candidates), ("without wasm", native)):
        ratios = [
            one_round(name, options.paths, options.jobs, lanes, [str(c.column.id) for c in chosen])
            for _ in range(options.rounds)
        ]
        print(f"{name}: harness / bare loop = {statistics.median(ratios):.2f} (median)", flush=True)


def one_round(name: str, paths: list[str], jobs: int, lanes: Lanes, columns: list[str]) -> float:
    """The ratio of one pair of runs, harness first."""
    with tempfile.TemporaryDirectory(prefix="overhead-") as folder:
        record_path = Path(folder) / "run.jsonl"
        harness = [sys.executable, "-m", "harness", "run", *paths, "--without-tag", "benchmark"]
        harness += ["--fresh", "--samples", "0", "--jobs", str(jobs), "--record", str(record_path)]
        harness_s = timed([*harness, "--columns", ",".join(columns)])
        record = read_record(record_path)
        cases = {case.id: case for case in collect(paths, without_tags=["benchmark"])}
        script = write_loop(Path(folder) / "loop", record, cases, lanes)
        loop_s = timed(
            ["xargs", "-P", str(jobs), "-a", str(script), "-d", "\n", "-n", "1", "sh", "-c"]
        )
    ratio = harness_s / loop_s
    count = len(record.attempts)
    print(
        f"  {name}: {count} attempts, {harness_s:.1f} s / {loop_s:.1f} s = {ratio:.2f}", flush=True
    )
    return ratio


def timed(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - began


def write_loop(folder: Path, record: Record, cases: dict[str, Case], lanes: Lanes) -> Path:
    """A file with one shell command per attempt; the folders it needs are made beforehand."""
    by_id = {lane.column.id: lane for lane in (*lanes.oracles.values(), *lanes.candidates)}
    lines = []
    # A trial is more than what the loop does: the attempt that it was made for follows it.
    attempts = [attempt for attempt in record.attempts if attempt.role is not Role.TRIAL]
    for number, attempt in enumerate(attempts):
        case = cases[attempt.case]
        work = folder / str(number)
        place(case, work)
        lines.append(f"cd {shlex.quote(str(work))} && {command(by_id, attempt, case, work)}")
    script = folder / "commands"
    script.write_text("\n".join(lines))
    return script


def place(case: Case, work: Path) -> None:
    work.mkdir(parents=True)
    shutil.copyfile(case.path, work / case.path.name)
    for file in case.files:
        target = work / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        if file.content is not None:
            target.write_bytes(file.content)
        elif file.source is not None:
            shutil.copyfile(file.source, target)
    (work / ".stdin").write_bytes(case.stdin)


def command(by_id: dict[ColumnId, Lane], attempt: Attempt, case: Case, work: Path) -> str:
    lane = by_id[attempt.column]
    script = [case.path.name, *case.argv, *case.args_small]
    if lane.column.id.engine == "cpython":
        argv = [str(lane.artefact.path), *script]
    elif "compiled" in lane.artefact.info:
        config = json.dumps(lane.artefact.info["configuration"])
        argv = [sys.executable, str(ONCE), config, str(lane.artefact.info["compiled"]), str(work)]
        argv += ["--hash-seed", "0", "run", *script]
    else:
        argv = [str(lane.artefact.path), "--hash-seed", "0", "run", *script]
    env = {"PYTHONHASHSEED": str(attempt.seed), "PYTHONDONTWRITEBYTECODE": "1", **case.env}
    words = [f"{name}={shlex.quote(value)}" for name, value in env.items()]
    return " ".join(["env", *words, "timeout", "60", shlex.join(argv), "< .stdin"])


if __name__ == "__main__":
    main()
