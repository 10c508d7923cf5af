"""`harness bench` and `harness noise` as users call them. Column A is the Python at hand, B the
same one behind a wrapper that can add work to a script, so that nothing is built."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from harness import cli, timing
from harness.bench import SpeedResults
from harness.cli.benching import exit_code
from harness.errors import ExitCode
from harness.lanes import Lanes
from harness.model import ColumnId, Comparison, Speed
from harness.record import read_record
from tests.conftest import ROOT

MINOR = sys.version_info[1]
A, B = f"cpython@3.{MINOR}", f"cpython@3.{MINOR + 1}"
PAIRS = ("--pairs", "7")
CPU = ("--clock", "cpu")  # other tests may run beside this one
LOOPS = """\
# harness:
#   tags: [benchmark]
#   args: {small: ["10"], full: ["300000"]}
import sys
total = 0
for i in range(int(sys.argv[1])):
    total += i * i % 7
print(total)
"""
MORE_WORK = "\\nfor i in range(2 * int(sys.argv[1])): total += i * i % 7\\n"
OTHER_ANSWER = "\\nif int(sys.argv[1]) > 10: print(1)\\n"

Ended = subprocess.CompletedProcess[str]
Harness = Callable[..., Ended]


@pytest.fixture
def main(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Harness:
    """Calls the command in this process, in a folder with one benchmark and one other script."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HARNESS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv(f"HARNESS_CPYTHON_3_{MINOR}", sys.executable)
    monkeypatch.setattr(cli, "_catch_signals", lambda: None)
    for name, source in (("loops.py", LOOPS), ("short.py", "print('hi')\n")):
        (tmp_path / "cases").mkdir(exist_ok=True)
        (tmp_path / "cases" / name).write_text(source)

    def call(*arguments: str) -> Ended:
        code: Any = 0
        try:
            cli.main(arguments)
        except SystemExit as ended:
            code = int(ended.code or 0)
        captured = capsys.readouterr()
        return subprocess.CompletedProcess(arguments, code, captured.out, captured.err)

    return call


@pytest.fixture
def with_b(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes B: this Python, which says that it is the next version, and adds `more` to the end
    of every script but the empty one."""

    def make(more: str = "") -> None:
        program, python = tmp_path / "python", shlex.quote(sys.executable)
        swap = (
            f's#"executable": "[^"]*"#"executable": "{program}"#;'
            f's#"version": "3.{MINOR}#"version": "3.{MINOR + 1}#'
        )
        program.write_text(
            f'#!/bin/sh\ncase "$1" in\n-*) {python} "$@" | sed {shlex.quote(swap)}; exit;;\n'
            f'empty.py) ;;\n*) printf {shlex.quote(more)} >> "$1";;\nesac\n'
            f'exec {python} "$@"\n'
        )
        program.chmod(0o755)
        monkeypatch.setenv(f"HARNESS_CPYTHON_3_{MINOR + 1}", str(program))

    return make


# --------------------------------------------------------------------------- bench


def test_a_planted_slowdown_fails_the_gate(
    main: Harness, with_b: Callable[[str], None], tmp_path: Path
) -> None:
    with_b(MORE_WORK)
    options = ("--gate", "--record", "r.jsonl", "--plot", "plot.svg")
    ended = main("bench", A, B, "cases/loops.py", *PAIRS, *CPU, *options)
    assert ended.returncode == ExitCode.PERFORMANCE, ended.stdout + ended.stderr
    assert "slower, and again" in ended.stdout
    record = read_record(tmp_path / "r.jsonl")
    assert record.complete
    mine = [c for c in record.comparisons if c.phase == "execution"]
    assert [(c.batch, c.pairs, c.verdict) for c in mine] == [
        (1, 7, Speed.SLOWER),
        (2, 7, Speed.SLOWER),
    ]
    assert 2 < timing.ratio(mine[0].estimate) < 5  # three times the work
    assert mine[0].provisional
    settings = record.header.settings
    assert (settings["pairs"], settings["clock"]) == (7, "cpu")
    full = [attempt for attempt in record.attempts if attempt.role == "timing"]
    assert len(full) == 2 * 2 * 7
    assert all(attempt.full for attempt in full)
    assert "loops.py" in (tmp_path / "plot.svg").read_text()
    ElementTree.parse(tmp_path / "plot.svg")
    assert main("report", "r.jsonl", "--speed").stdout == ended.stdout
    picture = main("report", "r.jsonl", "--speed", "--format", "svg")
    assert picture.stdout == (tmp_path / "plot.svg").read_text()
    for wrong in (("--format", "svg"), ("--speed", "--format", "junit")):
        ended = main("report", "r.jsonl", *wrong)
        assert (ended.returncode, ended.stdout) == (ExitCode.USAGE, "")
        assert "has no such format" in ended.stderr


def test_only_what_agrees_is_timed(
    main: Harness, with_b: Callable[[str], None], tmp_path: Path
) -> None:
    with_b(OTHER_ANSWER)
    ended = main("bench", A, B, "cases/loops.py", *PAIRS, "--gate", "--record", "r.jsonl")
    assert ended.returncode == ExitCode.INCOMPLETE
    assert f"loops.py: with its full arguments: {B} is fail" in ended.stdout
    assert not [c for c in read_record(tmp_path / "r.jsonl").comparisons if c.case != "empty"]


def test_a_script_too_short_to_time(main: Harness) -> None:
    ended = main("bench", A, A, "cases/short.py", *PAIRS)
    assert ended.returncode == ExitCode.INCOMPLETE
    assert "too short beside start-up" in ended.stdout
    assert "start (empty script)" in ended.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("bench", f"{A},{B}", A, "cases"), 2, "A and B are one column each"),
        (("bench", A, "rustpython@9", "cases"), 2, "rustpython@9"),
        (("bench", A, "what", "cases"), 2, "what"),
        (("bench", A), 2, "Missing argument 'B'"),
        (("bench", A, A, "cases", "--pairs", "3"), 2, "--pairs"),
        (("bench", A, A, "cases", "--clock", "fuel"), 2, "--clock"),
        (("bench", A, A, "cases", "--fuel"), 2, "cannot count instructions"),
        (("bench", A, A), 2, "no PATH is given"),
        (("bench", A, A, "nowhere"), 2, "nowhere"),
        (("bench", A, A, "cases", "--tag", "none"), 4, "the filters leave none"),
        (("noise", "cases", "--columns", "what"), 2, "what"),
        (("noise", "cases", "--runs", "0"), 2, "--runs"),
        (("noise", "cases", "--pairs", "3"), 2, "--pairs"),
        (("noise", "cases", "-k", "none"), 4, "the filters leave none"),
        (("noise",), 2, "no PATH is given"),
    ],
)
def test_bad_usage(arguments: tuple[str, ...], code: int, said: str, main: Harness) -> None:
    ended = main(*arguments)
    assert (ended.returncode, ended.stdout) == (code, "")
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_column_beside_itself_over_the_benchmarks_of_the_project(
    main: Harness, tmp_path: Path
) -> None:
    (tmp_path / "harness.yaml").write_text("paths: [cases]\n")
    ended = main("bench", A, A, *PAIRS, *CPU, "--record", "r.jsonl", "--format", "markdown")
    assert ended.returncode == ExitCode.OK, ended.stderr
    assert f"Speed: `{A}` beside `{A}`" in ended.stdout
    assert "0 slower, 0 faster" in ended.stdout
    assert [case.id for case in read_record(tmp_path / "r.jsonl").cases] == ["cases/loops.py"]


@pytest.mark.hosts
@pytest.mark.timeout(1800)
def test_the_real_hosts(lanes: Lanes, tmp_path: Path) -> None:
    """Start-up, instantiation and execution of one tiny benchmark, natively and in wasmtime."""
    native, wasm = (str(lane.column.id) for lane in lanes.candidates)
    (tmp_path / "loops.py").write_text(LOOPS)
    arguments = ("bench", native, wasm, "loops.py", "--pairs", "6", "--record", "r.jsonl")
    ended = subprocess.run(
        (sys.executable, "-m", "harness", *arguments, "--format", "json"),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert ended.returncode == ExitCode.OK, ended.stderr
    (pairing,) = json.loads(ended.stdout)["pairings"]
    assert (pairing["a"], pairing["b"], pairing["untimed"]) == (native, wasm, [])
    cells = {cell["phase"]: cell for cell in pairing["cells"]}
    assert cells.keys() == {"start", "execution"}  # a process instantiates nothing
    assert all(0.05 < cell["ratio"] < 20 for cell in cells.values())
    assert cells["execution"]["cpu_ratio"] == pytest.approx(cells["execution"]["ratio"], rel=1)
    record = read_record(tmp_path / "r.jsonl")
    assert record.complete
    assert {str(one.column) for one in record.start_ups} == {native, wasm}


# --------------------------------------------------------------------------- noise


def test_noise_is_kept_and_sets_the_margins_of_bench(main: Harness, tmp_path: Path) -> None:
    noise = ("noise", "cases/loops.py", "--columns", A, "--pairs", "6")
    first = main(*noise, "--runs", "1")
    assert first.returncode == ExitCode.OK, first.stderr
    assert f"{A} beside itself, CPU time" in first.stdout
    assert "provisional in 2 cells" in first.stdout
    (kept,) = (tmp_path / "cache/noise").iterdir()
    kept.write_text(kept.read_text() * 10)  # as if there had been ten runs
    second = main(*noise, "--runs", "1", "--format", "json")
    cells = {
        (cell["case"], cell["phase"], cell["clock"]): cell
        for cell in json.loads(second.stdout)["cells"]
    }
    mine = cells["cases/loops.py", "execution", "cpu"]
    assert (mine["runs"], mine["provisional"], len(mine["half_widths"])) == (11, False, 1)
    assert cells.keys() >= {("empty", "start", "wall"), ("empty", "start", "cpu")}
    main("bench", A, A, "cases/loops.py", "--pairs", "6", *CPU, "--record", "r.jsonl")
    comparisons = read_record(tmp_path / "r.jsonl").comparisons
    (found,) = [c for c in comparisons if c.case == "cases/loops.py"]
    assert (found.margin, found.margin_runs, found.provisional) == (mine["margin"], 11, False)


def test_noise_of_nothing_that_can_be_timed(main: Harness) -> None:
    ended = main("noise", "cases/short.py", "--columns", A, *PAIRS, "--runs", "1")
    assert ended.returncode == ExitCode.INCOMPLETE
    assert "not measured: cases/short.py: its execution is too short" in ended.stderr


# --------------------------------------------------------------------------- exit codes


def found(*verdicts: str) -> SpeedResults:
    """The results of cells, as `execution wall slower` or `… slower again`."""
    a, b = ColumnId.parse(A), ColumnId.parse(B)
    comparisons = []
    for number, text in enumerate(verdicts):
        phase, clock, speed, *again = text.split()
        for batch in (1, 2) if again else (1,):
            fields: dict[str, Any] = dict.fromkeys(("a_median", "b_median"), 1.0)
            fields |= dict.fromkeys(("estimate", "low", "high", "margin"), 0.1)
            cell = Comparison(
                *(f"{number}.py", a, b, phase, clock, batch, 15),
                **fields,
                margin_runs=10,
                provisional=False,
                verdict=Speed(speed if batch == 1 else again[0]),
            )
            comparisons.append(cell)
    return SpeedResults(a, b, tuple(comparisons))


@pytest.mark.parametrize(
    ("cells", "without", "with_gate"),
    [
        ((), ExitCode.INCOMPLETE, ExitCode.INCOMPLETE),
        (("start wall equivalent",), ExitCode.INCOMPLETE, ExitCode.INCOMPLETE),
        (("execution wall equivalent",), ExitCode.OK, ExitCode.OK),
        (("execution wall faster", "start wall equivalent"), ExitCode.OK, ExitCode.OK),
        (("execution wall inconclusive",), ExitCode.OK, ExitCode.INCOMPLETE),
        (("execution wall slower slower",), ExitCode.OK, ExitCode.PERFORMANCE),
        (("execution wall slower inconclusive",), ExitCode.OK, ExitCode.INCOMPLETE),
        (("execution wall slower equivalent",), ExitCode.OK, ExitCode.INCOMPLETE),
        (
            ("execution wall inconclusive", "start wall slower slower"),
            ExitCode.OK,
            ExitCode.PERFORMANCE,
        ),
        (
            ("execution wall equivalent", "execution fuel slower"),
            ExitCode.OK,
            ExitCode.PERFORMANCE,
        ),
        (("execution fuel faster", "execution wall equivalent"), ExitCode.OK, ExitCode.OK),
    ],
)
def test_exit_codes(cells: tuple[str, ...], without: ExitCode, with_gate: ExitCode) -> None:
    results = [found(*cells)]
    assert exit_code(results, gate=False) is without
    assert exit_code(results, gate=True) is with_gate
