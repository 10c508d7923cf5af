"""How quickly the history takes records in, and answers.

    history.py [--observations N] [--runs N] [--folder DIR]

Makes synthetic records (N observations in all, of cases in six columns), adds them, and asks
what a first screen asks. Prints observations a second, and the median and the greatest of
seven times of each query in milliseconds.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from harness.history import History, Run
from harness.record import read_record

COLUMNS = [
    "rustpython@0.4.0",
    "rustpython@0.5.0",
    "rustpython@0.6.0",
    "rustpython@0.4.0/wasmtime",
    "rustpython@0.5.0/wasmtime",
    "rustpython@0.6.0/wasmtime",
]
ORACLE = "cpython@3.14"
# Of the runs that stand for a column, which are few, and of all runs.
SHOWN = {
    "the matrix": """
        SELECT c.area, v."column", count(*) FILTER (v.compatible), count(v.compatible)
        FROM verdicts v JOIN cases c ON c.run = v.run AND c."case" = v."case" GROUP BY ALL""",
    "top causes": """
        SELECT signature_id, any_value(signature), count(DISTINCT "case") scripts
        FROM verdicts WHERE status = 'fail' GROUP BY signature_id ORDER BY scripts DESC LIMIT 10""",
}
EVERY = {
    "which runs stand": 'SELECT run, "column", count(*) FROM verdicts GROUP BY ALL',
    "a trend": """
        SELECT r.started, v."column", avg(v.compatible::INT)
        FROM verdicts v JOIN runs r ON r.key = v.run GROUP BY ALL ORDER BY 1""",
    "one cell": """
        SELECT run, outcome, wall_ns FROM attempts
        WHERE "case" = 'corpus/area3/case000123.py' AND "column" = 'rustpython@0.6.0'""",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--observations", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="history-") as scratch:
        folder = options.folder or Path(scratch)
        each = options.observations // options.runs
        paths = [synthetic(folder, number, each) for number in range(options.runs)]
        history = History(folder / "history")
        began = time.monotonic()
        taken = sum(history.add(path, read_record)[0].attempts for path in paths)
        rate = taken / (time.monotonic() - began)
        print(f"{taken} observations in {options.runs} runs: {rate:,.0f} a second", flush=True)
        ask("all runs", history, history.runs(), EVERY)
        ask("the runs that stand", history, history.runs()[:1], SHOWN)


def ask(what: str, history: History, runs: Sequence[Run], queries: Mapping[str, str]) -> None:
    """Print how long it takes to open these runs, and each query."""
    began = time.monotonic()
    with history.connect(runs) as database:
        print(f"{what} opened in {1000 * (time.monotonic() - began):.0f} ms")
        for name, query in queries.items():
            times = []
            for _ in range(7):
                began = time.monotonic()
                database.execute(query).fetchall()
                times.append(1000 * (time.monotonic() - began))
            print(f"{name}: {statistics.median(times):.0f} ms, at most {max(times):.0f}")


def synthetic(folder: Path, number: int, observations: int) -> Path:
    """A record of about so many observations: a case has one in every column."""
    path = folder / f"{number}.jsonl"
    cases = observations // (len(COLUMNS) + 1)
    with path.open("w", encoding="utf-8") as file:

        def write(kind: str, **fields: object) -> None:
            file.write(json.dumps({"kind": kind, **fields}, separators=(",", ":")) + "\n")

        write("header", **_header(number))
        for index in range(cases):
            name = f"corpus/area{index % 8}/case{index:06}.py"
            write("case", id=name, area=f"area{index % 8}", sha256=f"{index:064x}", size=400)
            for column in (ORACLE, *COLUMNS):
                write("attempt", **_attempt(name, column, index))
            for column in COLUMNS:
                write("verdict", **_verdict(name, column, index, number))
        counts = {"case": cases, "attempt": cases * (len(COLUMNS) + 1)}
        counts["verdict"] = cases * len(COLUMNS)
        write("footer", finished=_when(number), complete=True, counts=counts)
    return path


def _when(number: int) -> str:
    return f"2026-{1 + number // 28 % 12:02}-{1 + number % 28:02}T00:00:00+00:00"


def _header(number: int) -> dict[str, object]:
    column = {"target": "native", "python": "3.14", "fingerprint": "f", "capabilities": []}
    return {
        "schema": {"name": "harness-record", "version": "1.1"},
        "run_id": f"synthetic-{number}",
        "started": _when(number),
        "harness_version": "0",
        "command": "",
        "machine": {},
        "columns": [{"id": name, **column} for name in (ORACLE, *COLUMNS)],
        "oracles": [
            {"candidate": name, "oracle": ORACLE, "claimed": "3.14", "exact": True}
            for name in COLUMNS
        ],
        "settings": {},
    }


def _attempt(case: str, column: str, index: int) -> dict[str, object]:
    return {
        "case": case,
        "column": column,
        "role": "oracle" if column == ORACLE else "candidate",
        "repeat": 0,
        "seed": 0,
        "full": False,
        "perturbation": "none",
        "outcome": "ok",
        "exit_code": 0,
        "stdout": {"size": 40, "text": f"the answer of {index} is\nwhat it is today\n"},
        "phases": {"start_ns": 20_000_000, "compile_ns": 400_000, "execute_ns": 3_000_000},
        "wall_ns": 31_000_000 + index,
        "cpu_ns": 29_000_000,
        "peak_bytes": 40_000_000,
        "scratch": "/tmp/harness-00000000/s",
    }


def _verdict(case: str, column: str, index: int, number: int) -> dict[str, object]:
    failing = (index + number) % 5 == 0
    verdict: dict[str, object] = {
        "case": case,
        "column": column,
        "oracle": ORACLE,
        "status": "fail" if failing else "pass",
        "compatible": not failing,
        "strict": not failing,
        "outcome": "ok",
        "rules": "1",
    }
    if failing:
        text = f"stdout: {index % 97} → {index % 89}"
        verdict |= {"classes": ["stdout"], "signature": {"id": f"{index % 97:012}", "text": text}}
    return verdict


if __name__ == "__main__":
    main()
