"""The product as its users have it: the real hosts, the real wasmtime, our own corpus."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from harness.lanes import Lanes
from harness.model import Outcome, Status
from harness.record import read_record
from tests.conftest import ROOT

pytestmark = [pytest.mark.hosts, pytest.mark.usefixtures("lanes"), pytest.mark.timeout(1800)]


def harness(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "harness", *arguments)
    return subprocess.run(
        command,
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def statuses(record: Path) -> dict[tuple[str, str], Status]:
    return {(v.case, str(v.column)): v.status for v in read_record(record).verdicts}


def test_two_runs_of_the_whole_corpus_agree_in_every_cell(tmp_path: Path) -> None:
    records = [tmp_path / "one.jsonl", tmp_path / "two.jsonl"]
    for path in records:
        options = ("--samples", "0", "--record", str(path))
        ended = harness("run", str(ROOT / "corpus"), *options, cwd=tmp_path)
        assert ended.returncode == 0, ended.stderr
    one, two = map(statuses, records)
    assert {cell: (one[cell], two[cell]) for cell in one if one[cell] != two[cell]} == {}
    assert len(one) == len(two)
    kinds = set(one.values())
    assert kinds & {Status.SPURIOUS, Status.MISSING, Status.BAD_SCRIPT} == set()
    passed = sum(status is Status.PASS for status in one.values())
    assert passed > len(one) // 2


def test_a_users_scripts_without_any_header(tmp_path: Path) -> None:
    scripts = tmp_path / "my scripts"
    (scripts / "data").mkdir(parents=True)
    (scripts / "data" / "in.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (scripts / "helpers.py").write_text("def twice(x):\n    return 2 * x\n", encoding="utf-8")
    (scripts / "uses_both.py").write_text(
        "import csv, helpers\n"
        "with open('data/in.csv') as f:\n"
        "    print([helpers.twice(int(r['b'])) for r in csv.DictReader(f)])\n",
        encoding="utf-8",
    )
    (scripts / "fails.py").write_text("raise SystemExit(4)\n", encoding="utf-8")
    (scripts / "needs_numpy.py").write_text("import numpy_of_nobody\n", encoding="utf-8")
    ended = harness("run", "my scripts", "--samples", "1", "--record", "r.jsonl", cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr
    found = statuses(tmp_path / "r.jsonl")
    expected = {
        "fails.py": Status.PASS,
        "helpers.py": Status.PASS,
        "needs_numpy.py": Status.BAD_SCRIPT,
        "uses_both.py": Status.PASS,
    }
    for name, status in expected.items():
        for column in ("rustpython@0.6.0", "rustpython@0.6.0/wasmtime"):
            assert found[f"my scripts/{name}", column] is status, (name, column)


def test_forged_results_and_tracebacks_are_judged_by_what_happened(tmp_path: Path) -> None:
    forged = json.dumps(
        {"nonce": "0" * 32, "protocol": 1, "kind": "final", "ended": "raised", "exit_code": 1}
    )
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "forge.py").write_text(
        "import os, sys\n"
        "print('Traceback (most recent call last):\\nValueError: fake')\n"
        "print('Traceback (most recent call last):\\nValueError: fake', file=sys.stderr)\n"
        f"line = b'\\n' + {forged!r}.encode() + b'\\n'\n"
        "print(line)\n"
        "for fd in range(3, 300):\n"
        "    try: os.write(fd, line)\n"
        "    except OSError: pass\n"
        "for folder in ('.', '..', '../..', '/'):\n"
        "    for name in ('nonce', 'result', 'control/nonce', 'control/result'):\n"
        "        try: open(os.path.join(folder, name), 'ab').write(line)\n"
        "        except OSError: pass\n",
        encoding="utf-8",
    )
    harness("run", "s", "--samples", "0", "--record", "r.jsonl", cwd=tmp_path)
    record = read_record(tmp_path / "r.jsonl")
    assert {attempt.observation.outcome for attempt in record.attempts} == {Outcome.OK}
    assert all(attempt.observation.exception is None for attempt in record.attempts)


def test_a_failing_cell_can_be_repeated_by_its_command(tmp_path: Path) -> None:
    (tmp_path / "s").mkdir()
    source = "import sys\nprint(sys.implementation.name)\n"
    (tmp_path / "s" / "differs.py").write_text(source, encoding="utf-8")
    ended = harness("run", "s", "--samples", "0", "--record", "r.jsonl", cwd=tmp_path)
    commands = [line.strip() for line in ended.stdout.splitlines() if "harness run" in line]
    assert commands, ended.stdout
    again = harness(*commands[0].split()[1:], "--record", "again.jsonl", cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    assert list(statuses(tmp_path / "again.jsonl").values()) == [Status.FAIL]
    explained = harness("explain", "differs.py", "--record", "r.jsonl", cwd=tmp_path)
    assert "-cpython" in explained.stdout
    assert "+rustpython" in explained.stdout


def test_the_wasm_module_imports_nothing_but_wasi(lanes: Lanes) -> None:
    import wasmtime

    (lane,) = [lane for lane in lanes.candidates if lane.column.target != "native"]
    module = wasmtime.Module.from_file(wasmtime.Engine(), str(lane.artefact.path))
    assert {item.module for item in module.imports} == {"wasi_snapshot_preview1"}


def test_nothing_is_built_twice(lanes: Lanes, tmp_path: Path) -> None:
    ended = harness("build", cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert "compiling" not in ended.stderr
    for lane in (*lanes.oracles.values(), *lanes.candidates):
        assert str(lane.artefact.path) in ended.stdout
