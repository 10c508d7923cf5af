"""The command as users call it. The Python at hand is the oracle, and candidates are that
Python again, or a wrapper around it with one planted fault, so that nothing is built."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import resource
import shlex
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from harness.cli import common
from harness.record import SCHEMA_VERSION
from tests.command import CAUGHT, called

REPOSITORY = Path(__file__).parent.parent
FAULTY = Path(__file__).parent / "data/faulty_python.py"
MINOR = sys.version_info[1]
ORACLE, OTHER = f"cpython@3.{MINOR}", f"cpython@3.{MINOR + 1}"
QUICK = ("--columns", ORACLE, "--samples", "0")
SCRIPTS = {
    "io/ok.py": "print('hello')\n",
    "io/two.py": "# harness:\n#   tags: [slow, two]\nprint(1)\nprint(2)\n",
    "lang/raises.py": "raise ValueError('planted')\n",
    "lang/skipped.py": "# harness:\n#   skip: it is only an example\n",
}

Ended = subprocess.CompletedProcess[str]
Harness = Callable[..., Ended]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """That of a user with an empty cache, and this Python as the oracle."""
    return {
        **os.environ,
        "HARNESS_CACHE": str(tmp_path_factory.mktemp("cache")),
        f"HARNESS_CPYTHON_3_{MINOR}": sys.executable,
        "PYTHONPATH": str(REPOSITORY),
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working directory with some scripts in `cases/`."""
    base = tmp_path_factory.mktemp("user")
    for name, source in SCRIPTS.items():
        write(base / "cases" / name, source)
    return base


@pytest.fixture(scope="module")
def harness(environment: dict[str, str], folder: Path) -> Harness:
    """Calls the command in a process of its own."""

    def call(*arguments: str | Path, cwd: Path = folder, env: Any = None, **given: Any) -> Ended:
        command = [sys.executable, "-m", "harness", *map(str, arguments)]
        changed = {**environment, **(env or {})}
        changed = {name: value for name, value in changed.items() if value is not None}
        given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 60} | given
        return subprocess.run(command, cwd=cwd, env=changed, text=True, check=False, **given)

    return call


@pytest.fixture(scope="module")
def run(harness: Harness) -> Ended:
    """One run of the scripts, timed; its record is `run.jsonl`."""
    return harness("run", "cases", "--columns", ORACLE, "--samples", "1", "--record", "run.jsonl")


@pytest.fixture
def main(
    environment: dict[str, str],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Callable[..., Ended]:
    """Calls the command in this process, which is quicker."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(folder)

    def call(*arguments: str | Path) -> Ended:
        return called(capsys, *arguments)

    return call


def write(path: Path, source: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")
    return path


def statuses(record: Path) -> dict[tuple[str, str], str]:
    verdicts = [line for line in lines(record) if line["kind"] == "verdict"]
    return {(verdict["case"], verdict["column"]): verdict["status"] for verdict in verdicts}


def lines(record: Path) -> list[Any]:
    return [json.loads(line) for line in record.read_text().splitlines()]


def wrapper(tmp_path: Path, fault: str) -> dict[str, str]:
    """Names a candidate: this Python with a planted fault, which says it is the next version."""
    program, python = tmp_path / f"python-{fault}", shlex.quote(sys.executable)
    swap = (
        f's#"executable": "[^"]*"#"executable": "{program}"#;'
        f's#"version": "3.{MINOR}#"version": "3.{MINOR + 1}#'
    )
    program.write_text(
        f'#!/bin/sh\ncase "$1" in\n-*) {python} "$@" | sed {shlex.quote(swap)};;\n'
        f'*) exec {python} -I {FAULTY} {fault} {python} "$@";;\nesac\n'
    )
    program.chmod(0o755)
    return {f"HARNESS_CPYTHON_3_{MINOR + 1}": str(program)}


# --------------------------------------------------------------------------- a run


def test_a_run_shows_the_matrix_and_writes_its_record(run: Ended, folder: Path) -> None:
    assert run.returncode == 0
    assert run.stdout.startswith(f"4 cases under {ORACLE}, judged by {ORACLE}\n")
    assert "total      3/3 100.0%  3/3 100.0%" in run.stdout
    assert "skip: it is only an example" in run.stdout
    assert run.stdout.endswith("record: run.jsonl\n")
    assert "\x1b" not in run.stdout + run.stderr
    assert max(map(len, run.stdout.splitlines())) <= 80
    assert "running: 0/4" in run.stderr
    kept = lines(folder / "run.jsonl")
    assert [kept[0]["kind"], kept[-1]["kind"]] == ["header", "footer"]
    assert kept[-1]["statuses"] == {"pass": 3, "skip": 1}


def test_the_record_is_dated_when_it_is_not_named(main: Harness, tmp_path: Path) -> None:
    for _ in range(2):
        assert main("run", "cases/io/ok.py", *QUICK).returncode == 0
    records = sorted(Path(".harness").glob("*.jsonl"))
    assert len(records) == 2
    explained = main("explain", "ok")
    assert explained.stdout.startswith("io/ok.py (area .)\n")


def test_two_runs_give_the_same_statuses(main: Harness, run: Ended, folder: Path) -> None:
    again = main("run", "cases", *QUICK, "--record", "again.jsonl", "--jobs", "1")
    assert again.returncode == 0
    assert statuses(folder / "again.jsonl") == statuses(folder / "run.jsonl")
    kinds = {line["kind"] for line in lines(folder / "again.jsonl")}
    assert kinds.isdisjoint({"timing", "startup"})


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (["--area", "io"], 2),
        (["--area", "io", "--area", "lang"], 4),
        (["--tag", "two"], 1),
        (["--without-tag", "slow"], 3),
        (["-k", "skip"], 1),
        (["-k", "io/"], 2),
    ],
)
def test_filters(filters: list[str], count: int, main: Harness, tmp_path: Path) -> None:
    ended = main("run", "cases", *QUICK, "--record", tmp_path / "r.jsonl", *filters)
    assert ended.returncode == 0
    assert len([line for line in lines(tmp_path / "r.jsonl") if line["kind"] == "case"]) == count


def test_filters_that_leave_nothing(main: Harness) -> None:
    ended = main("run", "cases", *QUICK, "-k", "no such case")
    assert ended.returncode == 4
    assert not ended.stdout


@pytest.mark.parametrize(
    ("fault", "name", "divergence"),
    [("drop-line", "io/two.py", "stdout"), ("exit-code", "io/ok.py", "exit-code")],
)
def test_a_faulty_candidate_fails_and_its_command_repeats_the_cell(
    fault: str, name: str, divergence: str, harness: Harness, folder: Path, tmp_path: Path
) -> None:
    env, record = wrapper(tmp_path, fault), tmp_path / "r.jsonl"
    command = ("run", f"cases/{name}", "--columns", f"{ORACLE},{OTHER}", "--samples", "0")
    survey = harness(*command, "--record", record, env=env)
    assert survey.returncode == 0
    assert survey.stdout.startswith(f"1 case under {OTHER}, judged by {ORACLE}\n")
    assert f"fail  {divergence}" in survey.stdout
    assert harness(*command, "--record", record, "--strict", env=env).returncode == 1
    (line,) = [line for line in survey.stdout.splitlines() if line.startswith("    harness run ")]
    words = shlex.split(line)[1:]
    again = harness(*words, "--samples", "0", "--record", tmp_path / "again.jsonl", env=env)
    assert again.returncode == 0
    (cell,) = statuses(tmp_path / "again.jsonl")
    assert cell[1] == OTHER
    explained = harness("explain", name, "--record", record, "--column", OTHER, env=env)
    assert f"{OTHER}: fail" in explained.stdout
    assert line in explained.stdout


def test_an_oracle_that_is_not_strict_about_wording(harness: Harness, tmp_path: Path) -> None:
    ended = harness(
        *("run", "cases/lang/raises.py", "--columns", f"{ORACLE},{OTHER}", "--samples", "0"),
        *("--strict", "--record", tmp_path / "r.jsonl"),
        env=wrapper(tmp_path, "message"),
    )
    assert ended.returncode == 0  # compatible, though not strictly
    assert "1/1 100.0%  0/1   0.0%" in ended.stdout


def test_scripts_do_not_inherit_ignored_signals(harness: Harness, tmp_path: Path) -> None:
    def ignore() -> None:
        for number in CAUGHT:
            signal.signal(number, signal.SIG_IGN)

    source = "import signal; print([signal.getsignal(n) for n in (1, 2, 15)])"
    record = tmp_path / "r.jsonl"
    script = write(tmp_path / "s.py", source)
    harness("run", script, *QUICK, "--record", record, preexec_fn=ignore)
    (attempt, *_) = [line for line in lines(record) if line["kind"] == "attempt"]
    assert attempt["stdout"]["text"].count("SIG_DFL") == 2
    assert "default_int_handler" in attempt["stdout"]["text"]


# --------------------------------------------------------------------------- reading records


def test_report_repeats_the_matrix(main: Harness, run: Ended) -> None:
    ended = main("report", "run.jsonl")
    assert ended.stdout + "record: run.jsonl\n" == run.stdout
    assert not ended.stderr


def test_report_in_every_format(main: Harness, run: Ended, tmp_path: Path) -> None:
    def text(name: str) -> str:
        ended = main("report", "run.jsonl", "--format", name)
        assert ended.returncode == 0
        return ended.stdout

    assert len(json.loads(text("json"))["cells"]) == 4
    assert len(list(csv.reader(io.StringIO(text("csv"))))) == 5
    assert len(list(xml.etree.ElementTree.fromstring(text("junit")).iter("testcase"))) == 4
    assert "<html" in text("html")
    assert "| `io` |" in text("markdown")
    written = tmp_path / "new" / "report.json"
    ended = main("report", "run.jsonl", "--format", "json", "-o", written)
    assert (ended.returncode, ended.stdout) == (0, "")
    assert written.read_text(encoding="utf-8") == text("json")


@pytest.mark.parametrize("case", ["cases/io/ok.py", "io/ok.py", "ok.py", "ok", "./cases/io/ok.py"])
def test_explain_finds_its_case(case: str, main: Harness, run: Ended) -> None:
    ended = main("explain", case, "--record", "run.jsonl")
    assert ended.stdout.startswith("cases/io/ok.py (area io)\n")
    assert f"harness run cases/io/ok.py --columns {ORACLE}" in ended.stdout


def test_explain_shows_all_of_a_difference_when_asked(harness: Harness, tmp_path: Path) -> None:
    script = write(tmp_path / "s.py", "print('\\n'.join(map(str, range(3000))))")
    harness(
        *("run", script, "--columns", f"{ORACLE},{OTHER}", "--samples", "0"),
        *("--record", tmp_path / "r.jsonl"),
        env=wrapper(tmp_path, "reverse"),
    )
    short = harness("explain", "s", "--record", tmp_path / "r.jsonl").stdout
    full = harness("explain", "s", "--record", tmp_path / "r.jsonl", "--all").stdout
    assert "add --all" in short
    assert "add --all" not in full
    assert len(full.splitlines()) > len(short.splitlines()) + 100


def test_help_fits_and_names_the_exit_codes(main: Harness) -> None:
    text = main("--help").stdout
    assert "130" in text
    assert "..." not in text.partition("Commands:")[2]
    for command in ("run", "report", "explain", "build", "doctor"):
        text = main(command, "-h").stdout
        assert text.startswith(f"Usage: harness {command} ")
        assert max(map(len, text.splitlines())) <= 80


# --------------------------------------------------------------------------- bad input


def refused(ended: Ended, code: int, *parts: str) -> None:
    """One line on what and where, perhaps one on what to do, and nothing else."""
    said = ended.stderr.strip().splitlines()
    assert ended.returncode == code, ended.stderr
    assert ended.stdout == ""
    assert said[0].startswith("harness: ")
    assert len(said) <= 2
    assert "Traceback" not in ended.stderr
    for part in parts:
        assert part in ended.stderr


@pytest.mark.parametrize(
    ("name", "content", "given", "code", "said"),
    [
        ("cases/x.py", b"", "casses", 2, ["no such path: 'casses'", "did you mean 'cases'?"]),
        ("cases/x.txt", b"", "cases", 4, ["no script in cases"]),
        ("cases/x.txt", b"", "cases/x.txt", 2, ["not a Python script"]),
        ("x.py/y.py", b"", "x.py", 2, ["x.py is a folder, not a script"]),
        ("a/x.py", b"print('\xff')\n", "a", 2, ["a/x.py:1: not UTF-8"]),
        (
            "a/x.py",
            b"# harness:\n#   timeot: 3\n",
            "a",
            2,
            ["a/x.py:2: header key 'timeot' is not known; did you mean 'timeout'?"],
        ),
    ],
)
def test_bad_scripts(
    name: str,
    content: bytes,
    given: str,
    code: int,
    said: list[str],
    main: Harness,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write(tmp_path / name, "").write_bytes(content)
    monkeypatch.chdir(tmp_path)
    refused(main("run", given, *QUICK), code, *said)
    assert not (tmp_path / ".harness").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("cpython@", "expected engine@version[:profile][/runtime]"),
        ("rustpython@9.9", "did you mean rustpython@0.6.0?"),
        ("rustpython@0.6.0:nope", "profile 'nope' is not known; there is default"),
        ("rustpython@0.6.0/wasmtim", "did you mean rustpython@0.6.0/wasmtime?"),
        ("wasmtime", "did you mean rustpython@0.6.0/wasmtime?"),
        ("rustpython", "did you mean rustpython@0.6.0?"),
        ("rustpython @0.6.0", "did you mean rustpython@0.6.0?"),
        ("rustpithon@0.6.0", "engine 'rustpithon' is not known; there is cpython, rustpython"),
        ("cpython@4", "'4' is not a version of CPython, as 3.14"),
        ("cpython@3.14/wasmtime", "CPython runs natively"),
        ("cpython@3.14:size", "CPython runs natively, in its default profile"),
        (f"{ORACLE},@", "unknown column '@'"),
        ("a@b/c/d", "expected engine@version"),
        ("", "no column is named"),
        (" , ", "no column is named"),
    ],
)
@pytest.mark.parametrize("command", [("run", "cases"), ("build",)])
def test_unknown_columns(text: str, said: str, command: tuple[str, ...], main: Harness) -> None:
    known = "known columns: cpython@3.14, rustpython@"
    refused(main(*command, "--columns", text), 2, said, known)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("run", "cases", "--jobs", "0"), "0 is not in the range"),
        (("run", "cases", "--samples", "-1"), "-1 is not in the range"),
        (("run", "cases", "--timeout", "0"), "is not in the range"),
        (("run", "cases", "--timeout", "soon"), "'soon' is not a valid float"),
        (("run", "cases", "--memory", "1"), "1 is not in the range"),
        (("run", "cases", "--record"), "requires an argument"),
        (("run", "cases", "--frob"), "No such option '--frob'"),
        (("frob",), "No such command 'frob'"),
        (("report", "run.jsonl", "--format", "pdf"), "'pdf' is not one of 'csv', 'html'"),
        (("explain",), "Missing argument 'CASE'"),
    ],
)
def test_bad_usage(arguments: tuple[str, ...], said: str, main: Harness) -> None:
    refused(main(*arguments), 2, said, "--help")


def test_a_run_of_nothing(main: Harness) -> None:
    refused(main("run"), 2, "no PATH is given", "name scripts or folders")


def test_a_project_file_stands_for_what_is_not_typed(main: Harness, tmp_path: Path) -> None:
    write(tmp_path / "p/harness.yaml", "paths: [s.py]\ncolumns: {default: [nopython@1]}\n")
    write(tmp_path / "p/s.py", "print(1)\n")
    refused(main("--project", tmp_path / "p/harness.yaml", "run"), 2, "unknown column 'nopython@1'")
    refused(main("--project", tmp_path / "none.yaml", "run"), 2, "cannot read", "none.yaml")


def test_no_arguments_show_the_help(main: Harness) -> None:
    ended = main()
    assert ended.returncode == 2
    assert "Usage: harness" in ended.stderr


def test_bad_records(main: Harness, run: Ended, folder: Path, tmp_path: Path) -> None:
    good = (folder / "run.jsonl").read_text()

    def read(content: str | bytes) -> Ended:
        path = tmp_path / "bad.jsonl"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return main("report", path)

    refused(read(""), 2, "bad.jsonl:1: not a record: it is empty")
    refused(read("print(1)\n"), 2, "bad.jsonl:1: not a record")
    refused(read(os.urandom(5000)), 2, "not a record")
    refused(read(good[:100]), 2, "not a record")
    newer = good.replace(f'"version":"{SCHEMA_VERSION}"', '"version":"2.0"', 1)
    refused(read(newer), 2, "version 2.0")
    refused(read(good.replace('"kind":"verdict"', "kind:", 1)), 2, "bad.jsonl:")
    refused(main("report", "nothing.jsonl"), 2, "nothing.jsonl: No such file or directory")
    refused(main("report", "cases"), 2, "cases: Is a directory")
    refused(main("explain", "ok", "--record", "cases"), 2, "cases: Is a directory")
    half = read(good[: len(good) // 2])
    assert half.returncode == 0
    assert half.stdout.startswith("! The record is incomplete: the run did not end;")


def test_explain_names_the_nearest(
    main: Harness, run: Ended, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused(main("explain", "okk", "--record", "run.jsonl"), 2, "the nearest: cases/io/ok.py")
    refused(
        main("explain", "ok", "--record", "run.jsonl", "--column", "x@1"),
        2,
        "no candidate column 'x@1'",
        ORACLE,
    )
    monkeypatch.chdir(tmp_path)
    refused(main("explain", "ok"), 2, "there is no record in .harness/", "harness run PATH")


def test_places_that_cannot_be_written(main: Harness, run: Ended, tmp_path: Path) -> None:
    blocked = write(tmp_path / "file", "precious")
    command = ("run", "cases/io/ok.py", *QUICK, "--record")
    refused(main(*command, blocked), 2, "is no record: it is not overwritten")
    refused(main(*command, tmp_path), 2, "Is a directory")
    refused(main(*command, blocked / "r.jsonl"), 2, "cannot write", "--record")
    refused(main(*command, "/dev/full"), 2, "cannot write /dev/full: No space left on device")
    refused(main("report", "run.jsonl", "-o", tmp_path), 2, "cannot write", "Is a directory")
    assert blocked.read_text() == "precious"


def test_a_disk_that_fills_up_during_the_run(harness: Harness, tmp_path: Path) -> None:
    """A limit on the size of files stands for the disk: both are an OSError of a write."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    for n in range(12):
        write(tmp_path / f"cases/c{n}.py", f"print({n})")
    record, size = tmp_path / "r.jsonl", 9000
    command = ("run", "cases", *QUICK, "--record", record)
    harness("run", "cases/c0.py", *QUICK, cwd=tmp_path)  # so that the cache is there
    ended = harness(*command, cwd=tmp_path, preexec_fn=limit)
    assert ended.returncode == 2
    assert "harness: cannot write" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert record.stat().st_size <= size
    shown = harness("report", record)
    assert shown.stdout.startswith("! The record is incomplete")


def test_a_cache_folder_that_cannot_be_used(harness: Harness, tmp_path: Path) -> None:
    env = {"HARNESS_CACHE": str(write(tmp_path / "file", "") / "cache")}
    refused(
        harness("run", "cases/io/ok.py", *QUICK, env=env), 3, "cannot be written", "HARNESS_CACHE"
    )


def test_files_that_cannot_be_placed(harness: Harness, tmp_path: Path) -> None:
    """A limit on the size of files stands for a full temporary folder."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))

    write(tmp_path / "big.txt", "x" * (2 << 20))
    script = write(tmp_path / "s.py", "# harness:\n#   files: [big.txt]\nprint(1)\n")
    harness("run", "cases/io/ok.py", *QUICK)  # so that the cache is there
    ended = harness("run", script, *QUICK, "--record", tmp_path / "r.jsonl", preexec_fn=limit)
    assert ended.returncode == 3
    assert "cannot place the files of" in ended.stderr
    assert "TMPDIR" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_without_a_home(harness: Harness, tmp_path: Path) -> None:
    ended = harness(
        "run", "cases/io/ok.py", *QUICK, "--record", tmp_path / "r.jsonl", env={"HOME": None}
    )
    assert ended.returncode == 0


# --------------------------------------------------------------------------- pipes and signals


def test_a_reader_that_leaves_early_is_no_fault(
    environment: dict[str, str], run: Ended, folder: Path
) -> None:
    command = f"{shlex.quote(sys.executable)} -m harness report run.jsonl --format html | true"
    script = f"{command}; echo ${{PIPESTATUS[0]}}"
    ended = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True
    )
    assert (ended.stdout, ended.stderr) == ("0\n", "")


def test_an_output_that_is_full(harness: Harness, run: Ended) -> None:
    with open("/dev/full", "w") as full:
        ended = harness("report", "run.jsonl", stdout=full)
    assert ended.returncode == 2
    assert ended.stderr == "harness: cannot write the output: No space left on device\n"


@pytest.mark.parametrize("closed", [(0,), (1,), (2,), (0, 1, 2)])
def test_streams_that_are_closed(closed: tuple[int, ...], harness: Harness, tmp_path: Path) -> None:
    def close() -> None:
        for number in closed:
            os.close(number)

    record = tmp_path / "r.jsonl"
    ended = harness("run", "cases/io/ok.py", *QUICK, "--record", record, preexec_fn=close)
    assert ended.returncode == 0
    assert list(statuses(record).values()) == ["pass"]


SLEEPER = """
import os, subprocess, sys, time
child = subprocess.Popen(["sleep", "600"])
with open(sys.argv[1] + ".part", "w") as file:
    print(os.getpid(), child.pid, file=file)
os.rename(sys.argv[1] + ".part", sys.argv[1])
time.sleep(600)
"""


@pytest.mark.parametrize("number", CAUGHT)
def test_an_interrupt_keeps_what_is_done_and_leaves_no_process(
    number: signal.Signals, environment: dict[str, str], tmp_path: Path
) -> None:
    write(tmp_path / "cases/a.py", "print(1)")
    said = tmp_path / "pids"
    write(tmp_path / "cases/b.py", f"# harness:\n#   argv: [{said}]\n{SLEEPER}")
    record, scratch = tmp_path / "r.jsonl", tmp_path / "scratch"
    scratch.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "harness", "run", "cases", *QUICK, "--record", record, "-j", "2"],
        cwd=tmp_path,
        env={**environment, "TMPDIR": str(scratch)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    wait_for(lambda: said.exists() and '"verdict"' in record.read_text())
    started = time.monotonic()
    process.send_signal(number)
    _, stderr = process.communicate(timeout=10)
    assert time.monotonic() - started < 2
    assert process.returncode == 130
    assert "harness: what was done is in" in stderr
    assert stderr.endswith("harness: interrupted\n")
    assert "Traceback" not in stderr
    assert [line["kind"] for line in lines(record)].count("footer") == 0
    assert list(statuses(record).values()) == ["pass"]
    for pid in map(int, said.read_text().split()):
        wait_for(lambda pid=pid: not alive(pid))
    assert list(scratch.iterdir()) == []


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def alive(pid: int) -> bool:
    """Whether it runs; one that is dead and not yet reaped does not."""
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


# --------------------------------------------------------------------------- making things


def test_build_says_where_things_are(main: Harness) -> None:
    ended = main("build", "--columns", ORACLE)
    assert ended.returncode == 0
    assert ended.stdout.startswith(f"{ORACLE}: /")


def test_doctor_says_what_is_there(main: Harness) -> None:
    ended = main("doctor")
    assert ended.returncode in (0, 3)
    assert "ok       Python: 3." in ended.stdout


def test_a_fault_of_our_own_is_told_as_such(main: Harness, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr(common, "collect", broken)
    ended = main("run", "cases")
    assert ended.returncode == 70
    assert "a fault of its own, please report it" in ended.stderr
    assert "ZeroDivisionError: planted" in ended.stderr
