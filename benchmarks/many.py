"""What the harness itself costs, with a runtime that does nothing: time per attempt, memory.

    many.py [--cases N] [--jobs N]

Runs N synthetic cases in an oracle and one candidate, whose attempts are answered at once: all
that is left is placing, judging, writing and recalling. A first run writes a record and keeps its
observations; a second one with nothing changed recalls them. Memory is the peak of the process,
for N cases and for a tenth of them, each in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from harness import recall
from harness import run as running
from harness.lanes import Lane, Lanes
from harness.model import (
    NATIVE,
    Artefact,
    Attempt,
    Case,
    Column,
    ColumnId,
    Header,
    OracleChoice,
    Output,
)
from harness.observe import Ending
from harness.record import RecordWriter
from harness.runtimes import RUNTIMES

ORACLE, CANDIDATE = ColumnId("cpython", "3.14"), ColumnId("rustpython", "0.6.0")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--child", action="store_true")
    options = parser.parse_args()
    if options.child:
        print(json.dumps(child(options.cases, options.jobs)))
        return
    told = {}
    for count in (options.cases // 10, options.cases):
        command = [sys.executable, __file__, "--child", "--cases", str(count)]
        ended = subprocess.run(
            [*command, "--jobs", str(options.jobs)], capture_output=True, text=True, check=True
        )
        told[count] = json.loads(ended.stdout)
        facts = told[count]
        print(
            f"{count} cases: {facts['attempts']} attempts, {facts['run_ms']:.3f} ms each; "
            f"recalled in {facts['recall_s']:.2f} s, {facts['recall_ms']:.3f} ms a cell; "
            f"peak {facts['peak_mb']:.0f} MB",
            flush=True,
        )
    few, many = (told[count]["peak_mb"] for count in told)
    print(f"peak memory, all cases / a tenth of them = {many / few:.2f}")


class Nothing:
    """An executor whose attempts end at once."""

    def attempt(self, launch: object, *, stdin: bytes, limits: object) -> Ending:
        return Ending(0, Output(b"done\n", 5), Output(), wall_ns=1000, cpu_ns=1000)

    def interrupt(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...


def child(count: int, jobs: int) -> dict[str, float]:
    running.Executor = Nothing  # type: ignore[assignment,misc]
    with tempfile.TemporaryDirectory(prefix="many-") as folder:
        root = Path(folder)
        script = root / "script.py"
        script.write_text("print('done')\n")
        time.sleep(0.05)
        cases = [Case(f"many/{n}.py", script, "many", f"{n:064x}") for n in range(count)]
        lanes = Lanes([lane(CANDIDATE, ORACLE)], [lane(ORACLE)])
        settings = running.Settings(jobs=jobs, samples=0)
        first_s, attempts = one(root, "first", cases, lanes, settings)
        again_s, _ = one(root, "again", cases, lanes, settings)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return {
        "attempts": attempts,
        "run_ms": first_s * 1e3 / attempts,
        "recall_s": again_s,
        "recall_ms": again_s * 1e3 / count,
        "peak_mb": peak,
    }


def one(
    root: Path, name: str, cases: Sequence[Case], lanes: Lanes, settings: running.Settings
) -> tuple[float, int]:
    """Seconds of a run that writes its record, and how many attempts it wrote."""
    columns = [ORACLE, CANDIDATE]
    memory = recall.Recall(
        root / "observations", dict.fromkeys(columns, "f"), {}, began=time.time()
    )
    header = Header(
        run_id=name,
        started="2026-01-01T00:00:00+00:00",
        harness_version="0",
        command="many",
        machine={},
        columns=tuple(lane(column).column for column in columns),
        oracles=(OracleChoice(CANDIDATE, ORACLE, "3.14", True),),
        settings={},
    )
    began = time.perf_counter()
    written = 0
    with RecordWriter(root / f"{name}.jsonl", header) as writer:
        add = writer.add_attempt

        def counted(attempt: Attempt) -> None:
            nonlocal written
            written += 1
            add(attempt)

        writer.add_attempt = counted  # type: ignore[method-assign]
        running.run_cases(cases, lanes, settings, writer, lambda _: None, memory=memory)
        writer.finish()
    memory.note_durations()
    return time.perf_counter() - began, written


def lane(column: ColumnId, oracle: ColumnId | None = None) -> Lane:
    artefact = Artefact(Path("/x"), column.engine, column.version, "3.14", NATIVE, "default", "f")
    facts = Column(column, NATIVE, "3.14", "f", frozenset(), {})
    return Lane(facts, artefact, RUNTIMES[NATIVE], oracle)


if __name__ == "__main__":
    main()
