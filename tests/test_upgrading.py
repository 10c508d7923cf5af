"""The command `harness upgrade`, its example gates, and both over the real hosts. Where nothing
is to be built the old version is the Python at hand, and the new one the same with a fault."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from harness import cli, upgrade
from harness.compare import MOVED, ChangeKind, exit_code
from harness.corpus import collect
from harness.errors import ExitCode
from harness.lanes import Lanes
from harness.model import (
    Artefact,
    Case,
    Header,
    Launch,
    OracleChoice,
    Placement,
    Record,
    Runtime,
)
from harness.record import RecordWriter, read_record
from harness.run import Settings, run_cases
from harness.upgrade import Pair
from tests.conftest import ROOT

MINOR = sys.version_info[1]
OLD, NEW = f"cpython@3.{MINOR}", f"cpython@3.{MINOR + 1}"
SCRIPTS = {
    "one.py": "print('rounded', round(2.5))\n",
    "two.py": "for n in (2.5,):\n    print('rounded', round(n))\n",
    "three.py": "print(abs(-1))\n",
}
EXAMPLES = ROOT / "examples"

Ended = subprocess.CompletedProcess[str]
Harness = Callable[..., Ended]


def planted(change: str, tmp_path: Path) -> dict[str, str]:
    """The environment in which the next CPython is this one, with a builtin changed in every
    script, as by `round = int`; "" changes nothing."""
    program, python = tmp_path / "python-planted", shlex.quote(sys.executable)
    swap = (
        f's#"executable": "[^"]*"#"executable": "{program}"#;'
        f's#"version": "3.{MINOR}#"version": "3.{MINOR + 1}#'
    )
    line = f"import builtins; builtins.{change}" if change else ""
    program.write_text(
        f'#!/bin/sh\ncase "$1" in\n-*) {python} "$@" | sed {shlex.quote(swap)};;\n'
        f'*) printf \'%s\\n\' {shlex.quote(line)} | cat - "$1" > planted && mv planted "$1"\n'
        f'exec {python} "$@";;\nesac\n'
    )
    program.chmod(0o755)
    return {f"HARNESS_CPYTHON_3_{MINOR + 1}": str(program)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    base = tmp_path / "user"
    for name, source in SCRIPTS.items():
        path = base / "cases" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return base


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """That of a user with an empty cache, and this Python as the oracle."""
    return {
        **os.environ,
        "HARNESS_CACHE": str(tmp_path / "cache"),
        f"HARNESS_CPYTHON_3_{MINOR}": sys.executable,
        "PYTHONPATH": str(ROOT),
    }


@pytest.fixture
def harness(environment: dict[str, str], folder: Path) -> Harness:
    def call(*arguments: str | Path, env: Any = None) -> Ended:
        return subprocess.run(
            [sys.executable, "-m", "harness", *map(str, arguments)],
            cwd=folder,
            env={**environment, **(env or {})},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return call


# --------------------------------------------------------------------------- the command


def test_a_planted_regression_fails_the_gate_as_one_cause(
    harness: Harness, folder: Path, tmp_path: Path
) -> None:
    env = planted("round = lambda n: 3", tmp_path)
    ended = harness("upgrade", OLD, NEW, "cases", "--record", "r.jsonl", env=env)
    assert ended.returncode == 1, ended.stderr
    first = ended.stdout.splitlines()[0]
    assert first == f"cpython 3.{MINOR} → 3.{MINOR + 1}: 2 regressed in 1 cause, 0 fixed."
    assert "0 changes in 3 cells" in ended.stdout
    assert ended.stderr.endswith("harness: record: r.jsonl\n")
    assert all(read_record(folder / name).complete for name in ("r.jsonl", "r-control.jsonl"))


def test_every_format(harness: Harness, folder: Path, tmp_path: Path) -> None:
    env = planted("round = lambda n: 3", tmp_path)
    for name in ("markdown", "junit", "json"):
        options = ("--format", name, "-o", f"report.{name}", "--no-control", "-k", "one")
        ended = harness("upgrade", OLD, NEW, "cases", *options, env=env)
        assert ended.returncode == 1, ended.stderr
        assert not ended.stdout
        assert "1 regressed in 1 cause" in ended.stderr
        assert "cases/one.py" in (folder / f"report.{name}").read_text()
    assert not list((folder / ".harness").glob("*-control.jsonl"))


def test_nothing_regressed(harness: Harness, tmp_path: Path) -> None:
    ended = harness("upgrade", OLD, NEW, "cases", env=planted("", tmp_path))
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stdout.startswith(f"cpython 3.{MINOR} → 3.{MINOR + 1}: 0 regressed, 0 fixed.\n")


SUMMING = """# harness:
#   args: {small: ["3"], full: ["8000"]}
import sys
total = 0
for n in range(int(sys.argv[1])):
    for m in range(100):
        total += m
    total += round(n)
print(total)
"""


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        (
            "round = lambda n, real=round: (sum(range(1_500)), real(n))[1]",
            5,
            "execution (wall) of cases/one.py",
        ),
        ("round = lambda n: 3", 1, "1 regressed in 1 cause"),
    ],
)
def test_speed_is_compared_where_both_agree_and_correctness_outranks_it(
    change: str, code: int, said: str, harness: Harness, folder: Path, tmp_path: Path
) -> None:
    (folder / "cases" / "one.py").write_text(SUMMING, encoding="utf-8")
    env = planted(change, tmp_path)
    options = ("--bench", "--no-control", "-k", "one", "--record", "r.jsonl")
    ended = harness("upgrade", OLD, NEW, "cases", *options, env=env)
    assert ended.returncode == code, ended.stdout + ended.stderr
    assert said in " ".join(ended.stdout.split())
    record = read_record(folder / "r-bench.jsonl")
    assert record.complete
    assert {item.batch for item in record.comparisons if item.case == "cases/one.py"} == (
        {1, 2} if code == 5 else set()
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((OLD, NEW, "cases", "--bench"), "--bench finds no case with full arguments"),
        (("0.0.1", "0.6.0", "cases"), "unknown column 'rustpython@0.0.1': version '0.0.1'"),
        (("0.6.0", "0.6.0", "cases"), "OLD and NEW are the same column, rustpython@0.6.0"),
        (("0.6.0,0.6.0:size", "0.6.0", "cases"), "is a list"),
        ((OLD, NEW, "cases", "--wasm"), "CPython runs natively"),
        ((OLD, NEW, "cases", "--profile", "size"), "CPython runs natively"),
        (("0.6.0", f"{OLD}", "cases", "--profile", "no such"), "unknown column"),
        ((OLD, NEW, "nowhere/*.py"), "no such folder: 'nowhere'"),
        ((OLD, "cases"), "no PATH is given"),
        (("0.6.0/wasmtime", OLD, "cases"), "different runtimes"),
        ((OLD, NEW, "cases", "--confirm", "0"), "--confirm"),
    ],
)
def test_bad_usage_is_one_line(
    arguments: tuple[str, ...], said: str, harness: Harness, folder: Path
) -> None:
    ended = harness("upgrade", *arguments)
    assert ended.returncode in (2, 4), ended.stderr
    (line,) = [line for line in ended.stderr.splitlines() if line.startswith("harness: ")]
    assert said in line
    assert "Traceback" not in ended.stderr
    assert not (folder / ".harness").exists()


def test_a_build_that_is_killed_is_told_and_nothing_regressed(
    harness: Harness, tmp_path: Path
) -> None:
    """The compiler is real, cargo is shot."""
    cargo = tmp_path / "bin" / "cargo"
    cargo.parent.mkdir()
    cargo.write_text("#!/bin/sh\nkill -9 $$\n")
    cargo.chmod(0o755)
    env = {"PATH": f"{cargo.parent}{os.pathsep}{os.environ['PATH']}"}
    ended = harness("upgrade", OLD, "rustpython@0.6.0", "cases", env=env)
    assert ended.returncode == 3, ended.stderr
    assert "rustpython 0.6.0" in ended.stderr
    assert "ended from outside, by signal 9" in ended.stderr
    assert "regressed" not in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr


# --------------------------------------------------------------------------- the examples


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [("", 0, "nothing regressed"), ("round = lambda n: 3", 1, "scripts regressed")],
)
def test_the_gate_for_a_plain_shell(
    change: str,
    code: int,
    said: str,
    environment: dict[str, str],
    folder: Path,
    tmp_path: Path,
) -> None:
    program = tmp_path / "bin" / "harness"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m harness "$@"\n')
    program.chmod(0o755)
    env = {**environment, **planted(change, tmp_path)}
    env["PATH"] = f"{program.parent}{os.pathsep}{env['PATH']}"
    command = ["sh", str(EXAMPLES / "upgrade.sh"), OLD, NEW, "cases"]
    ended = subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=120
    )
    assert ended.returncode == code, ended.stderr
    assert said in ended.stdout
    assert f"3.{MINOR} → 3.{MINOR + 1}" in (folder / "upgrade.md").read_text()
    assert read_record(folder / "upgrade.jsonl").complete


def test_the_gate_for_a_plain_shell_wants_its_arguments() -> None:
    command = ["sh", str(EXAMPLES / "upgrade.sh"), OLD]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert ended.stderr.startswith("usage: ")


def test_the_workflow_is_yaml_and_calls_what_there_is() -> None:
    workflow = yaml.safe_load((EXAMPLES / "upgrade.github.yml").read_text(encoding="utf-8"))
    job = workflow["jobs"]["upgrade"]
    assert all(("uses" in step) != ("run" in step) for step in job["steps"])
    lines = [line for step in job["steps"] for line in step.get("run", "").splitlines()]
    calls = [shlex.split(line.removesuffix("|| true"))[1:] for line in lines if _ours(line)]
    given = [_parsed(*call) for call in calls]
    assert [call[0] for call in calls] == ["doctor", "upgrade"]
    assert (given[1]["old"], given[1]["new"]) == ("$OLD", "$NEW")
    assert given[1]["paths"] == ("scripts/",)
    # What a person may type reaches the shell through the environment alone.
    assert not any("${{" in line for line in lines)
    names = set(re.findall(r"[$](\w+)", " ".join(lines)))
    assert names == {*job["env"], "GITHUB_STEP_SUMMARY"}


def _ours(line: str) -> bool:
    return line.startswith("harness ")


def _parsed(name: str, *arguments: str) -> dict[str, Any]:
    """What the command makes of its arguments; a usage error is raised."""
    found = cli.command.get_command(click.Context(cli.command), name)
    assert found is not None, name
    return found.make_context(name, list(arguments)).params


# --------------------------------------------------------------------------- the real hosts

real = pytest.mark.hosts


class Planted:
    """A runtime that does what another does, with a line put in front of every script."""

    def __init__(self, runtime: Runtime, line: str) -> None:
        self._runtime = runtime
        self._line = line

    def __getattr__(self, name: str) -> Any:
        return getattr(self._runtime, name)

    def launch(
        self, artefact: Artefact, script: Sequence[str], *, placement: Placement, **given: Any
    ) -> Launch:
        path = placement.work / script[0]
        path.write_bytes(self._line.encode() + b"\n" + path.read_bytes())
        return self._runtime.launch(artefact, script, placement=placement, **given)


def wrapped(lanes: Lanes, line: str) -> tuple[Lanes, list[Pair]]:
    """The real columns, and beside each a newer version of it in which the line is planted."""
    newer = {
        lane.column.id: replace(lane.column.id, version="0.6.0-planted")
        for lane in lanes.candidates
    }
    planted = [
        replace(
            lane,
            column=replace(lane.column, id=newer[lane.column.id]),
            runtime=Planted(lane.runtime, line),  # type: ignore[arg-type]
        )
        for lane in lanes.candidates
    ]
    both = Lanes([*lanes.candidates, *planted], lanes.oracles.values())
    return both, [Pair(old, new) for old, new in newer.items()]


def written(lanes: Lanes) -> Header:
    columns = tuple(lane.column for lane in (*lanes.oracles.values(), *lanes.candidates))
    choices = tuple(
        OracleChoice(lane.column.id, lane.oracle, "3.14", True)
        for lane in lanes.candidates
        if lane.oracle is not None
    )
    return Header("id", "2026-01-01T00:00:00+00:00", "0", "harness", {}, columns, choices)


def run_twice(lanes: Lanes, cases: Sequence[Case], folder: Path) -> list[Record]:
    records = []
    for name in ("one.jsonl", "two.jsonl"):
        with RecordWriter(folder / name, written(lanes)) as writer:
            run_cases(cases, lanes, Settings(jobs=2, samples=0), writer, lambda result: None)
            writer.finish()
        records.append(read_record(folder / name))
    return records


@real
@pytest.mark.timeout(900)
def test_a_builtin_planted_in_real_hosts_is_one_cause(lanes: Lanes, tmp_path: Path) -> None:
    line = "import builtins; builtins.sorted = lambda *_, **__: 1 / 0"
    both, pairs = wrapped(lanes, line)
    cases = collect([str(ROOT / "corpus/programs")])
    path = tmp_path / "r.jsonl"
    with RecordWriter(path, written(both)) as writer:
        settings = Settings(jobs=2, samples=0)
        run_cases(cases, both, settings, writer, lambda result: None)
        seen = upgrade.compare_pairs(upgrade.snapshot(read_record(path)), pairs)
        found = upgrade.suspects(seen, pairs, 2)
        again = upgrade.confirm(found, cases, both, settings, writer, lambda name: None)
        writer.finish()
    comparisons = upgrade.compare_pairs(read_record(path), pairs, again)
    assert exit_code(comparisons) is ExitCode.CORRECTNESS
    users = {case.id for case in cases if b"sorted(" in case.path.read_bytes()}
    for comparison in comparisons:
        regressed = comparison.of(ChangeKind.REGRESSED)
        assert len(regressed) > len(users) // 2
        assert all(change.repeats == 2 for change in regressed)
        (cause, *others) = comparison.causes_of(ChangeKind.REGRESSED)
        assert "ZeroDivisionError" in cause.text
        assert len(cause.changes) > 0.8 * len(regressed), others
        assert not comparison.of(ChangeKind.FIXED, ChangeKind.FLAKY, ChangeKind.SPURIOUS)


@real
@pytest.mark.timeout(900)
def test_real_hosts_against_themselves_show_no_change(lanes: Lanes, tmp_path: Path) -> None:
    cases = collect([str(ROOT / "corpus/types"), str(ROOT / "corpus/io")])
    one, two = run_twice(lanes, cases, tmp_path)
    pairs = [Pair(lane.column.id, lane.column.id) for lane in lanes.candidates]
    controls = upgrade.compare_controls(one, two, pairs)
    assert len(controls) == len(lanes.candidates)
    for comparison in controls.values():
        assert len(comparison.changes) == len(cases)
        assert [change.case.id for change in comparison.of(*MOVED)] == []


@real
@pytest.mark.usefixtures("lanes")
@pytest.mark.timeout(900)
def test_a_second_upgrade_builds_nothing(folder: Path, tmp_path: Path) -> None:
    """With a cargo that cannot build, and says that it was called."""
    called, cargo = tmp_path / "called", tmp_path / "bin" / "cargo"
    cargo.parent.mkdir()
    cargo.write_text(f"#!/bin/sh\ntouch {called}\nexit 1\n")
    cargo.chmod(0o755)
    env = {**os.environ, "PATH": f"{cargo.parent}{os.pathsep}{os.environ['PATH']}"}
    command = [sys.executable, "-m", "harness", "upgrade", "0.6.0", "cpython@3.14", "cases"]
    ended = subprocess.run(
        command,
        cwd=folder,
        env={**env, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert "rustpython 0.6.0 → cpython 3.14: 0 regressed" in ended.stdout
    assert "compiling" not in ended.stderr
    assert not called.exists()
