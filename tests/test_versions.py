"""Versions as their users have them: those that cannot be had, and two beside one another."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from harness.model import Status
from harness.record import read_record
from tests.conftest import ROOT

SCRIPTS = {
    # 0.6.0 lost the comparisons of an OrderedDict's views.
    "regressed.py": "import collections as c\nprint(c.OrderedDict(a=1).keys() >= {'a'})\n",
    # 0.5.0 keeps the carriage return of a source file in a string.
    "fixed.py": "print(repr('''a\r\nb'''))\r\n",
    "same.py": "print('the same')\n",
}


def harness(*arguments: str, cwd: Path, path: str = "") -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        (sys.executable, "-m", "harness", *arguments),
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env={**env, "PATH": f"{path}{os.pathsep}{env['PATH']}"} if path else env,
    )


@pytest.mark.parametrize(
    ("version", "engine", "said"),
    [
        ("0.7.0", "", "version '0.7.0' is not known, and newer than all that are: 0.4.0, "),
        ("mine", "mine=path:nowhere", "--engine mine=path:nowhere: there is no folder nowhere"),
        ("mine", "mine=path:.", "--engine mine=path:.: no RustPython is there: it has no Cargo"),
        ("mine", "mine=git:.#main", "--engine mine=git:.#main: . is not a git repository"),
        ("mine", "other=path:.", "no RustPython is there"),
    ],
)
def test_what_cannot_be_had_is_one_line(
    version: str, engine: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "case.py").touch()
    engines = ("--engine", engine) if engine else ()
    ended = harness("upgrade", "0.6.0", version, "case.py", *engines, cwd=tmp_path)
    assert ended.returncode == 2, ended.stderr
    first, *hint = ended.stderr.splitlines()
    assert first.startswith("harness: ")
    assert said in first
    assert len(hint) <= 1
    assert [path.name for path in tmp_path.iterdir()] == ["case.py"]


@pytest.mark.hosts
@pytest.mark.timeout(1800)
def test_an_upgrade_finds_what_is_known_of_it(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    for name, source in SCRIPTS.items():
        (tmp_path / "cases" / name).write_bytes(source.encode())
    upgrade = ("upgrade", "0.5.0", "0.6.0", "cases", "--record", "r.jsonl")
    ended = harness(*upgrade, cwd=tmp_path)
    assert ended.returncode == 1, ended.stderr
    first = "rustpython 0.5.0 → 0.6.0: 1 regressed in 1 cause, 1 fixed."
    assert ended.stdout.splitlines()[0] == first
    assert "0 changes in 3 cells" in ended.stdout
    record = read_record(tmp_path / "r.jsonl")
    found = {(v.case, str(v.column)): v.status for v in record.verdicts}
    assert found == {
        ("cases/regressed.py", "rustpython@0.5.0"): Status.PASS,
        ("cases/regressed.py", "rustpython@0.6.0"): Status.FAIL,
        ("cases/fixed.py", "rustpython@0.5.0"): Status.FAIL,
        ("cases/fixed.py", "rustpython@0.6.0"): Status.PASS,
        ("cases/same.py", "rustpython@0.5.0"): Status.PASS,
        ("cases/same.py", "rustpython@0.6.0"): Status.PASS,
    }
    assert {
        str(column.id): column.details["rustpython"] for column in record.header.columns[1:]
    } == {
        "rustpython@0.5.0": "0.5.0",
        "rustpython@0.6.0": "0.6.0",
    }

    (tmp_path / "bin").mkdir()
    cargo = tmp_path / "bin" / "cargo"
    cargo.write_text(f"#!/bin/sh\ntouch {tmp_path}/called\nexit 1\n")
    cargo.chmod(0o755)
    again = harness(*upgrade, cwd=tmp_path, path=str(cargo.parent))
    assert again.stdout.splitlines()[0] == first, again.stderr
    assert not (tmp_path / "called").exists()
