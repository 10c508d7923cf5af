"""`harness history` and `harness run --save`, as a user types them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from harness.cli.past import _superfluous
from harness.history import History, Run
from harness.record import read_record, write_record
from tests import factory
from tests.conftest import ROOT

Ended = subprocess.CompletedProcess[str]
Harness = Callable[..., Ended]


@pytest.fixture
def harness(tmp_path: Path) -> Harness:
    minor = sys.version_info[1]
    env = {
        **os.environ,
        "HARNESS_CACHE": str(tmp_path / "cache"),
        f"HARNESS_CPYTHON_3_{minor}": sys.executable,
        "PYTHONPATH": str(ROOT),
    }

    def call(*arguments: str) -> Ended:
        return subprocess.run(
            [sys.executable, "-m", "harness", *arguments],
            cwd=tmp_path,
            env=env,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return call


def test_a_record_is_added_listed_shown_exported_and_taken_away(
    harness: Harness, tmp_path: Path
) -> None:
    write_record(tmp_path / "r.jsonl", factory.rich())
    added = harness("history", "add", "r.jsonl")
    assert added.returncode == 0, added.stderr
    key = added.stdout.split(":")[0]
    assert "known already" in harness("history", "add", "r.jsonl").stdout
    listed = harness("history", "list").stdout
    assert key[:12] in listed
    assert all(len(line) <= 80 for line in listed.splitlines())
    assert json.loads(harness("history", "list", "--json").stdout)[0]["key"] == key
    shown = harness("history", "show", key[:5]).stdout
    assert "rustpython@0.6.0/wasmtime" in shown
    counted = json.loads(harness("history", "show", key, "--json").stdout)["cells"]
    mine = [v for v in factory.rich().verdicts if v.column == factory.NATIVE]
    native = next(cell for cell in counted if cell["column"] == str(factory.NATIVE))
    assert native["cells"] == len(mine)
    assert native["compatible"] == sum(v.compatible is True for v in mine)
    assert native["judged"] == sum(v.compatible is not None for v in mine)
    exported = harness("history", "export", "out").stdout.splitlines()
    assert all((tmp_path / line).exists() for line in exported)
    assert "1 run" in harness("history", "prune", key, "--dry-run").stdout
    assert harness("history", "prune", key).returncode == 0
    assert "no run is kept" in harness("history", "list").stdout


def test_run_saves_its_record(harness: Harness, tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("print(1)\n")
    column = f"cpython@3.{sys.version_info[1]}"
    ended = harness("run", "one.py", "--columns", column, "--samples", "0", "--save")
    assert ended.returncode == 0, ended.stderr
    (run,) = History(tmp_path / ".harness" / "history").runs()
    assert f"kept as {run.key} in .harness/history" in ended.stderr
    assert run.complete
    assert read_record(tmp_path / ".harness/history/runs" / run.key / "record.jsonl").verdicts


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("add",), 2, "Missing argument 'RECORD...'"),
        (("add", "none.jsonl"), 2, "cannot read the record none.jsonl"),
        (("add", "text"), 2, "text:1: not a record"),
        (("show", "x"), 2, "there is no run 'x' in .harness/history"),
        (("prune",), 2, "what to take away is not said"),
        (("prune", "x", "--keep", "1"), 2, "or said twice"),
        (("export", "out"), 4, "no run is kept"),
        (("list", "--history", "text"), 0, "no run is kept"),
    ],
)
def test_bad_input_is_one_line(
    arguments: tuple[str, ...], code: int, said: str, harness: Harness, tmp_path: Path
) -> None:
    (tmp_path / "text").write_text("hello\n")
    ended = harness("history", *arguments)
    assert ended.returncode == code, ended.stderr
    assert said in ended.stderr + ended.stdout
    assert "Traceback" not in ended.stderr


def a_run(key: str, started: str, *columns: str, complete: bool = True) -> Run:
    return Run(key, key, started, None, complete, "", "", "", {}, {}, columns, (), 1, 1, 1, 1)


def test_what_is_superfluous_leaves_every_column_its_newest_complete_run() -> None:
    runs = [
        a_run("e", "2026-05-05", "a", complete=False),
        a_run("d", "2026-04-04", "a"),
        a_run("c", "2026-03-03", "a", "b"),
        a_run("b", "2026-02-02", "a"),
        a_run("a", "2026-01-01", "c"),
    ]
    assert [run.key for run in _superfluous(runs, 1, None)] == ["e", "b"]
    assert [run.key for run in _superfluous(runs, 2, None)] == ["e", "b"]
    assert [run.key for run in _superfluous(runs, 3, None)] == ["e"]
    old = [replace(run, started=run.started.replace("2026", "2001")) for run in runs]
    assert [run.key for run in _superfluous(old, None, 30)] == ["e", "b"]
    assert _superfluous([replace(old[3], started="2999-01-01")], None, 30) == []
