"""`harness rejudge` as users call it. Three CPythons are the Python at hand; the later two round
in a way of their own."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from harness.model import Record, Status, Verdict
from harness.record import read_record
from tests.command import called
from tests.test_cli import MINOR, REPOSITORY, write

pytestmark = pytest.mark.timeout(120)
FIRST, SECOND, THIRD = (f"cpython@3.{MINOR + n}" for n in range(3))
EXPECTED = "- case: s/round.py\n  class: stdout\n  reason: it rounds so\n"
SCRIPTS = {
    "s/round.py": "print(round(2.5))\n",
    "s/same.py": "print(1)\n",
    "s/long.py": "print('x' * 5000)\n",
    "s/module.py": "import no_such_module\n",
    "ex/cpython.yaml": EXPECTED,
    "harness.yaml": "paths: [s/]\nexpectations: ex/\n",
}
SCHEMA = json.loads((REPOSITORY / "docs/record.schema.json").read_text(encoding="utf-8"))

Ended = subprocess.CompletedProcess[str]
Call = Callable[..., Ended]


def program(folder: Path, minor: int) -> Path:
    """This Python as a later version, which rounds otherwise."""
    path, python = folder / f"python3.{minor}", shlex.quote(sys.executable)
    swap = (
        f's#"executable": "[^"]*"#"executable": "{path}"#;'
        f's#"version": "3.{MINOR}#"version": "3.{minor}#'
    )
    line = shlex.quote("import builtins; builtins.round = lambda n: 'otherwise'")
    path.write_text(
        f'#!/bin/sh\ncase "$1" in\n-*) {python} "$@" | sed {shlex.quote(swap)};;\n'
        f'*) printf \'%s\\n\' {line} | cat - "$1" > p && mv p "$1"\nexec {python} "$@";;\nesac\n'
    )
    path.chmod(0o755)
    return path


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    tools = tmp_path_factory.mktemp("tools")
    later = {f"HARNESS_CPYTHON_3_{n}": str(program(tools, n)) for n in (MINOR + 1, MINOR + 2)}
    return {
        "HARNESS_CACHE": str(tools / "cache"),
        f"HARNESS_CPYTHON_3_{MINOR}": sys.executable,
        "PYTHONPATH": str(REPOSITORY),
        **later,
    }


@pytest.fixture(scope="module")
def base(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the records of runs: `all` of three CPythons, `two` and `one` of fewer, and
    `expecting`, with expectations."""
    folder = tmp_path_factory.mktemp("base")
    for name, text in SCRIPTS.items():
        write(folder / name, text)
    for name, columns, *options in (
        ("all", f"{FIRST},{SECOND},{THIRD}", "--no-expectations"),
        ("two", f"{FIRST},{SECOND}", "--no-expectations"),
        ("one", THIRD, "--no-expectations"),
        ("expecting", f"{FIRST},{SECOND}"),
    ):
        command = [sys.executable, "-m", "harness", "run", "s", "--columns", columns, *options]
        command += ["--samples", "0", "--record", f"{name}.jsonl"]
        env = {**os.environ, **environment}
        ended = subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)
        assert ended.returncode == 0, ended.stderr
    return folder


@pytest.fixture
def harness(
    base: Path,
    environment: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Call:
    """Calls the command in this process, in a copy of the folder."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(shutil.copytree(base, tmp_path / "copy"))

    def call(*arguments: str | Path) -> Ended:
        return called(capsys, *arguments)

    return call


def record(name: str) -> Record:
    return read_record(Path(name))


def verdicts(name: str) -> dict[tuple[str, str], Verdict]:
    return {(verdict.case, str(verdict.column)): verdict for verdict in record(name).verdicts}


def statuses(name: str) -> dict[tuple[str, str], Status]:
    return {(v.case[2:-3], str(v.column)): v.status for v in record(name).verdicts}


# --------------------------------------------------------------------------- what it does


def test_the_same_rules_and_oracle_give_the_same_verdicts(harness: Call) -> None:
    ended = harness("rejudge", "all.jsonl", "-o", "again.jsonl")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert f"8 cells judged again by {FIRST}, rules 1: 0 changed" in ended.stdout
    assert ended.stdout.endswith("record: again.jsonl\n")
    old, new = record("all.jsonl"), record("again.jsonl")
    assert verdicts("again.jsonl") == verdicts("all.jsonl")
    assert (new.attempts, new.cases) == (old.attempts, old.cases)
    assert new.complete
    assert new.header.settings["rejudged"]["run_id"] == old.header.run_id != new.header.run_id
    for line in Path("again.jsonl").read_text().splitlines():
        jsonschema.validate(json.loads(line), SCHEMA)


def test_another_oracle_and_back(harness: Call) -> None:
    there = harness("rejudge", "all.jsonl", "--oracle", SECOND, "-o", "there.jsonl")
    assert there.returncode == 0, there.stderr
    assert f"8 cells judged again by {SECOND}, rules 1: 2 changed" in there.stdout
    assert f"  {SECOND}  2/3 → 3/3 compatible, 100.0%" in there.stdout
    assert "      2  fail → pass" in there.stdout
    assert f"fail → pass  s/round.py  {THIRD}" in there.stdout
    back = harness("rejudge", "there.jsonl", "--oracle", FIRST, "-o", "back.jsonl")
    assert back.returncode == 0
    assert f"pass → fail  s/round.py  {THIRD}\n    equals 3.{MINOR + 1}; stdout" in back.stdout
    assert verdicts("back.jsonl") == verdicts("all.jsonl") != verdicts("there.jsonl")


def test_reports_of_the_new_record_tell_its_oracle_and_the_drift(harness: Call) -> None:
    harness("rejudge", "all.jsonl", "-o", "again.jsonl")
    shown = harness("report", "again.jsonl", "--all").stdout
    assert f"judged by {FIRST}" in shown
    assert f"1 failing cell of {SECOND} equals {THIRD}." in shown
    assert "  version-sensitive: s/round.py" in shown
    explained = harness("explain", "round", "--record", "again.jsonl", "--column", SECOND).stdout
    assert f"drift      equals 3.{MINOR + 2}, and not {FIRST}" in explained


def test_the_oracle_may_stand_in_another_record(harness: Call) -> None:
    ended = harness("rejudge", "two.jsonl", "--oracle", THIRD, "-o", "n.jsonl")
    assert ended.returncode == 2
    assert f"harness: two.jsonl holds no column {THIRD}" in ended.stderr
    assert f"it holds {FIRST}, {SECOND}; another record's: --oracle-record FILE" in ended.stderr
    given = ("--oracle", THIRD, "--oracle-record", "one.jsonl")
    ended = harness("rejudge", "two.jsonl", *given, "-o", "n.jsonl")
    assert ended.returncode == 0, ended.stderr
    assert statuses("n.jsonl")["round", SECOND] is Status.PASS
    told = record("n.jsonl").header.settings["rejudged"]
    assert told["oracle_run_id"] == record("one.jsonl").header.run_id
    assert {choice.oracle for choice in record("n.jsonl").header.oracles} == {
        record("one.jsonl").header.columns[0].id
    }


def test_a_dated_record_is_written_where_none_is_named(harness: Call) -> None:
    assert harness("rejudge", "all.jsonl").returncode == 0
    (written,) = Path(".harness").glob("*.jsonl")
    assert written.name.endswith("-rejudged.jsonl")
    assert read_record(written).complete


# --------------------------------------------------------------------------- expectations


def test_expectations_are_in_force_where_they_were(harness: Call) -> None:
    assert statuses("expecting.jsonl")["round", SECOND] is Status.XFAIL
    ended = harness("rejudge", "expecting.jsonl", "-o", "n.jsonl")
    assert (ended.returncode, ended.stderr, "0 changed" in ended.stdout) == (0, "", True)
    assert statuses("n.jsonl") == statuses("expecting.jsonl")
    assert record("n.jsonl").header.settings["expectations"] == "ex"
    plain = harness("rejudge", "expecting.jsonl", "--no-expectations", "-o", "plain.jsonl")
    assert (plain.returncode, plain.stderr) == (0, "")
    assert statuses("plain.jsonl")["round", SECOND] is Status.FAIL
    assert "expectations" not in record("plain.jsonl").header.settings
    survey = harness("rejudge", "two.jsonl", "-o", "survey.jsonl")
    assert (survey.returncode, statuses("survey.jsonl")) == (0, statuses("two.jsonl"))


def test_expectations_may_be_named_and_are_missed_when_they_are_gone(harness: Call) -> None:
    named = harness("rejudge", "two.jsonl", "--expectations", "ex", "-o", "named.jsonl")
    assert (named.returncode, statuses("named.jsonl")["round", SECOND]) == (0, Status.XFAIL)
    Path("ex/cpython.yaml").write_text("- case: s/round.py\n  class: panic\n  reason: r\n")
    changed = harness("rejudge", "expecting.jsonl", "-o", "changed.jsonl")
    assert changed.returncode == 1
    assert "xfail → changed  s/round.py" in changed.stdout
    shutil.rmtree("ex")
    gone = harness("rejudge", "expecting.jsonl", "-o", "gone.jsonl")
    assert gone.returncode == 0
    assert "no expectations are named here" in gone.stderr
    assert statuses("gone.jsonl")["round", SECOND] is Status.FAIL


# --------------------------------------------------------------------------- bad input


def altered(change: Callable[[dict[str, Any]], None]) -> None:
    """`bad.jsonl`: a record with its lines changed."""
    lines = [json.loads(line) for line in Path("all.jsonl").read_text().splitlines()]
    for line in lines:
        change(line)
    Path("bad.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines if line))


def without_footer(line: dict[str, Any]) -> None:
    if line["kind"] == "footer":
        line.clear()


def of_schema(version: str) -> Callable[[dict[str, Any]], None]:
    """1.0 did not say how cases are compared."""

    def change(line: dict[str, Any]) -> None:
        if line["kind"] == "header":
            line["schema"]["version"] = version
        line.pop("compare", None)

    return change


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nowhere.jsonl"], 2, "cannot read the record nowhere.jsonl: No such file"),
        (["harness.yaml"], 2, "harness.yaml:1: not a record"),
        (["all.jsonl", "--oracle", "cpython@3.5"], 2, "all.jsonl holds no column cpython@3.5"),
        (["all.jsonl", "--oracle", "rustpython@0.6.0"], 2, "only a CPython judges"),
        (["all.jsonl", "--oracle", "3.14"], 2, "only a CPython judges"),
        (["one.jsonl", "--oracle", THIRD], 2, f"holds no candidate beside {THIRD}"),
        (["all.jsonl", "--oracle-record", "one.jsonl"], 2, "--oracle-record without --oracle"),
        (
            ["all.jsonl", "--oracle", THIRD, "--oracle-record", "two.jsonl"],
            2,
            f"two.jsonl holds no column {THIRD}",
        ),
        (["all.jsonl", "--oracle", THIRD, "--oracle-record", "no.jsonl"], 2, "no.jsonl: No such"),
        (["all.jsonl", "-o", "two.jsonl"], 2, "two.jsonl is there: it is not overwritten"),
        (["all.jsonl", "--expectations", "none"], 2, "none"),
        (["all.jsonl", "-o", "harness.yaml/r.jsonl"], 2, "cannot write harness.yaml/r.jsonl"),
    ],
)
def test_bad_input_is_one_line(arguments: list[str], code: int, said: str, harness: Call) -> None:
    before = {path: path.read_bytes() for path in Path().glob("*.jsonl")}
    where = [] if "-o" in arguments else ["-o", "new.jsonl"]
    ended = harness("rejudge", *arguments, *where)
    assert ended.returncode == code
    (line,) = [line for line in ended.stderr.splitlines() if line.startswith("harness: ")]
    assert said in line
    assert not ended.stdout
    assert {path: path.read_bytes() for path in Path().glob("*.jsonl")} == before


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        (without_footer, 3, "bad.jsonl is incomplete: the run did not end"),
        (of_schema("1.0"), 3, "bad.jsonl is of an older schema"),
        (of_schema("2.0"), 2, "bad.jsonl:1: version 2.0 of the record's schema"),
    ],
)
def test_a_record_that_cannot_be_judged_is_refused(
    change: Callable[[dict[str, Any]], None], code: int, said: str, harness: Call
) -> None:
    altered(change)
    for arguments in (
        ["bad.jsonl"],
        ["two.jsonl", "--oracle", THIRD, "--oracle-record", "bad.jsonl"],
    ):
        ended = harness("rejudge", *arguments, "-o", "new.jsonl")
        assert (ended.returncode, said in ended.stderr) == (code, True), ended.stderr
        assert not Path("new.jsonl").exists()


def test_without_its_blobs_what_rests_on_them_is_missing(harness: Call) -> None:
    shutil.rmtree("blobs")
    ended = harness("rejudge", "all.jsonl", "-o", "new.jsonl")
    assert ended.returncode == 3
    assert "      2  pass → missing" in ended.stdout
    assert "    an output is not at hand: the record's blobs are gone" in ended.stdout
    found = statuses("new.jsonl")
    assert {name for (name, _), status in found.items() if status is Status.MISSING} == {"long"}


def test_a_moved_record_takes_its_blobs_to_the_new_ones_folder(harness: Call) -> None:
    assert harness("rejudge", "all.jsonl", "-o", "far/away/new.jsonl").returncode == 0
    shutil.rmtree("blobs")
    again = harness("rejudge", "far/away/new.jsonl", "-o", "far/away/again.jsonl")
    assert (again.returncode, "0 changed" in again.stdout) == (0, True)
