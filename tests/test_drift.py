"""Several CPythons in one run: who differs, who is like whom, and what is asked of each. The
Python at hand plays them all; each version answers some questions in its own way."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from harness import judge, upgrade
from harness.cache import Cache
from harness.engines.cpython import survey
from harness.execute import run_tool
from harness.lanes import Lane, Lanes
from harness.model import (
    Artefact,
    Case,
    CaseInfo,
    Column,
    ColumnId,
    CompareOptions,
    Header,
    OracleChoice,
    Record,
    Role,
    Status,
    Verdict,
)
from harness.record import RecordWriter, read_record
from harness.rejudge import changes, rejudge, with_oracle
from harness.run import Settings, run_cases
from harness.runtimes import RUNTIMES
from harness.upgrade import Pair
from tests.conftest import ROOT

NATIVE = RUNTIMES["native"]
NEW, OLD, CANDIDATE = map(ColumnId.parse, ("cpython@3.9", "cpython@3.8", "candidate@1"))
QUICK = Settings(jobs=1, samples=0, budget_floor_s=2.0, oracle_timeout_s=5.0)
S = Status

# What a version does before every script.
SAME = ""
OTHERWISE = "import builtins; builtins.round = lambda n: 'old'"
STRANGELY = "import builtins; builtins.round = lambda n: 'strange'"
RESTLESSLY = "import builtins, time; builtins.round = lambda n: time.time_ns()"
WARNING = "import sys; sys.stderr.write('old\\n')"
LACKING = "import sys; sys.modules['colorsys'] = None"
SCRIPT = "print(round(2.5))"

Program = Callable[..., Path]
Run = Callable[..., Record]


@pytest.fixture
def python(tmp_path: Path) -> Program:
    """A program that is this Python, and puts a line in front of the script. Only attempts
    from `first` to `last`, counted from 1, have the line."""

    def make(line: str, first: int = 1, last: int = 999) -> Path:
        program = tmp_path / f"python-{len(list(tmp_path.iterdir()))}"
        count = program.with_suffix(".count")
        program.write_text(
            f"#!/bin/sh\necho x >> {count}\nn=$(wc -l < {count})\n"
            f'if [ "$n" -ge {first} ] && [ "$n" -le {last} ]; then\n'
            f'printf \'%s\\n\' {shlex.quote(line)} | cat - "$1" > p && mv p "$1"\nfi\n'
            f'exec {shlex.quote(sys.executable)} "$@"\n'
        )
        program.chmod(0o755)
        return program

    return make


def lane(column: ColumnId, program: Path, oracle: ColumnId | None) -> Lane:
    artefact = Artefact(program, "cpython", "3", column.version, "native", "default", "f")
    capabilities = NATIVE.capabilities(artefact)
    ready = Column(column, "native", column.version, f"f-{column}", capabilities)
    return Lane(ready, artefact, NATIVE, oracle)


def header(lanes: Lanes) -> Header:
    everyone = {each.column.id: each for each in (*lanes.oracles.values(), *lanes.candidates)}
    choices = tuple(
        OracleChoice(each.column.id, each.oracle, each.column.python, exact=False)
        for each in lanes.candidates
        if each.oracle
    )
    columns = tuple(each.column for each in everyone.values())
    return Header("id", "2026-01-01T00:00:00+00:00", "0", "harness", {}, columns, choices)


@dataclass(frozen=True)
class Stage:
    """A script and the columns that it runs in; `path` is the record."""

    case: Case
    lanes: Lanes
    path: Path

    def writer(self) -> RecordWriter:
        writer = RecordWriter(self.path, header(self.lanes))
        info = CaseInfo(self.case.id, ".", "0", compare=CompareOptions())
        writer.add_case(info)
        return writer

    def run(self, writer: RecordWriter) -> None:
        run_cases([self.case], self.lanes, QUICK, writer, lambda result: None)

    def record(self) -> Record:
        with self.writer() as writer:
            self.run(writer)
            writer.finish()
        return read_record(self.path)


@pytest.fixture
def stage(tmp_path: Path) -> Callable[..., Stage]:
    def make(lanes: Lanes, source: str = SCRIPT) -> Stage:
        script = tmp_path / "cases/one.py"
        script.parent.mkdir()
        script.write_text(source)
        return Stage(Case("cases/one.py", script, ".", "0"), lanes, tmp_path / "r.jsonl")

    return make


@pytest.fixture
def run(python: Program, stage: Callable[..., Stage]) -> Run:
    """Runs a script in a candidate, judged by the new CPython, with the old one beside it."""

    def call(old: str, candidate: str | Path, source: str = SCRIPT) -> Record:
        mine = candidate if isinstance(candidate, Path) else python(candidate)
        candidates = [lane(CANDIDATE, mine, NEW), lane(OLD, python(old), NEW)]
        return stage(Lanes(candidates, [lane(NEW, python(SAME), None)]), source).record()

    return call


def last_verdicts(record: Record) -> dict[ColumnId, Verdict]:
    return {verdict.column: verdict for verdict in record.verdicts}


def asked(record: Record, column: ColumnId, role: Role = Role.ORACLE) -> int:
    return sum((each.column, each.role) == (column, role) for each in record.attempts)


# --------------------------------------------------------------------------- labels


@pytest.mark.parametrize(
    ("source", "old", "candidate", "status", "equals", "sensitive"),
    [
        (SCRIPT, OTHERWISE, OTHERWISE, S.FAIL, (OLD,), True),
        (SCRIPT, OTHERWISE, STRANGELY, S.FAIL, (), True),
        (SCRIPT, OTHERWISE, SAME, S.PASS, (), True),
        (SCRIPT, SAME, OTHERWISE, S.FAIL, (), False),
        (SCRIPT, RESTLESSLY, OTHERWISE, S.FAIL, (), False),
        (SCRIPT, WARNING, WARNING, S.PASS, (), False),
        ("print(2)", OTHERWISE, OTHERWISE, S.PASS, (), False),
        ("import colorsys", LACKING, SAME, S.PASS, (), True),
        ("import colorsys", LACKING, LACKING, S.FAIL, (), True),
    ],
)
def test_who_differs_and_who_is_like_whom(
    source: str,
    old: str,
    candidate: str,
    status: Status,
    equals: tuple[ColumnId, ...],
    sensitive: bool,
    run: Run,
) -> None:
    record = run(old, candidate, source)
    verdicts = last_verdicts(record)
    mine = verdicts[CANDIDATE]
    assert (mine.status, mine.equals, mine.version_sensitive) == (status, equals, sensitive)
    assert verdicts[OLD].version_sensitive is sensitive
    assert verdicts[OLD].equals == ()
    # The record holds all that it takes to judge it again, by either of them, and back.
    assert rejudge(record).verdicts == record.verdicts
    there = rejudge(with_oracle(record, OLD))
    assert S.MISSING not in {verdict.status for verdict in there.verdicts}
    assert last_verdicts(there)[OLD].status is (
        S.BAD_SCRIPT if old is LACKING else S.UNSTABLE_ORACLE if old is RESTLESSLY else S.PASS
    )
    assert rejudge(with_oracle(there, NEW)).verdicts == record.verdicts


def test_where_all_agree_nobody_is_asked_more_than_twice(run: Run) -> None:
    record = run(SAME, SAME)
    assert [asked(record, column) for column in (NEW, OLD)] == [judge.ORACLE_RUNS] * 2
    assert asked(record, CANDIDATE, Role.CANDIDATE) == 1


@pytest.mark.parametrize("old", [OTHERWISE, WARNING])
def test_where_they_differ_in_anything_all_runs_are_made(old: str, run: Run) -> None:
    record = run(old, SAME)
    assert [asked(record, column) for column in (NEW, OLD)] == [judge.ORACLE_SEEDS] * 2
    assert asked(record, CANDIDATE, Role.CANDIDATE) == judge.CANDIDATE_REPEATS


def test_of_several_oracles_each_is_asked_as_often_when_two_differ(
    python: Program, stage: Callable[..., Stage]
) -> None:
    """Each candidate agrees with its own at once, so that no cell is in doubt."""
    oldest = ColumnId("cpython", "3.7")
    plays = {NEW: SAME, OLD: OTHERWISE, oldest: SAME}
    candidates = [
        lane(ColumnId("candidate", key.version), python(line), key) for key, line in plays.items()
    ]
    lanes = Lanes(candidates, [lane(key, python(line), None) for key, line in plays.items()])
    record = stage(lanes).record()
    assert {verdict.status for verdict in record.verdicts} == {S.PASS}
    assert [asked(record, key) for key in plays] == [judge.ORACLE_SEEDS] * 3
    there = rejudge(with_oracle(record, oldest))
    assert [verdict.status for verdict in there.verdicts] == [S.PASS, S.FAIL, S.PASS]


# --------------------------------------------------------------------------- repeats


def test_a_pass_that_is_repeated_for_another_oracles_sake_has_to_come_again(
    run: Run, python: Program
) -> None:
    record = run(OTHERWISE, python(STRANGELY, first=2))
    assert last_verdicts(record)[CANDIDATE].status is S.FLAKY
    assert changes(record, rejudge(record)) == []


def test_a_repeat_that_was_never_made_is_no_ones_fault(run: Run, python: Program) -> None:
    record = run(SAME, python(STRANGELY, first=2))
    assert last_verdicts(record)[CANDIDATE].status is S.PASS
    assert changes(record, rejudge(record)) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # The old version agrees at first, and not when its suspect is run again.
        ((2, 999), (1, 999), (S.FLAKY, S.FAIL)),
        ((2, 2), (1, 999), (S.FLAKY, S.FAIL)),
        # The fault of the new version does not come again.
        ((999, 999), (1, 2), (S.PASS, S.FLAKY)),
        ((999, 999), (1, 999), (S.PASS, S.FAIL)),
    ],
)
def test_what_an_upgrade_found_on_repeating_is_found_again(
    old: tuple[int, int],
    new: tuple[int, int],
    expected: tuple[Status, Status],
    python: Program,
    stage: Callable[..., Stage],
) -> None:
    one, two = (ColumnId("candidate", version) for version in "12")
    lanes = Lanes(
        [lane(one, python(STRANGELY, *old), NEW), lane(two, python(STRANGELY, *new), NEW)],
        [lane(NEW, python(SAME), None)],
    )
    found = stage(lanes)
    pairs = [Pair(one, two)]
    with found.writer() as writer:
        found.run(writer)
        compared = upgrade.compare_pairs(upgrade.snapshot(read_record(found.path)), pairs)
        suspects = upgrade.suspects(compared, pairs, 3)
        upgrade.confirm(suspects, [found.case], lanes, QUICK, writer, lambda name: None)
        writer.finish()
    record = read_record(found.path)
    verdicts = last_verdicts(record)
    assert (verdicts[one].status, verdicts[two].status) == expected
    again = rejudge(record)
    assert changes(record, again) == []
    assert last_verdicts(again) == verdicts


# --------------------------------------------------------------------------- the real ones


def older_cpython() -> str:
    """A CPython of this machine that is older than the one that the hosts claim; else skips."""
    for version in ("3.13", "3.12", "3.11"):
        found = survey(version, tools=run_tool, store=Cache.default())
        if any(candidate.reason is None for candidate in found):
            return version
    pytest.skip("no CPython 3.13, 3.12 or 3.11 is on this machine")


@pytest.mark.hosts
@pytest.mark.usefixtures("lanes")
@pytest.mark.timeout(600)
def test_a_real_host_equals_the_version_that_it_claims_when_an_older_one_judges(
    tmp_path: Path,
) -> None:
    """3.14 has one type for both kinds of unions; whoever claims it has to have it too."""
    version = older_cpython()
    (tmp_path / "s").mkdir()
    (tmp_path / "s/union.py").write_text("print(type(int | str).__name__)\n")
    (tmp_path / "s/same.py").write_text("print(int | str)\n")
    harness = [sys.executable, "-m", "harness"]
    columns = "cpython@3.14,rustpython@0.6.0"
    run = ("run", "s", "--columns", columns, "--oracle", f"cpython@{version}", "--samples", "0")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}

    def call(*arguments: str) -> str:
        ended = subprocess.run(
            [*harness, *arguments],
            cwd=tmp_path,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    shown = call(*run, "--record", "r.jsonl")
    assert "1 failing cell of rustpython@0.6.0 equals cpython@3.14." in shown
    assert "1 case is version-sensitive" in shown
    record = read_record(tmp_path / "r.jsonl")
    claimed = ColumnId("cpython", "3.14")
    verdicts = {(v.case, v.column.engine): v for v in record.verdicts}
    assert verdicts["s/union.py", "rustpython"].equals == (claimed,)
    assert verdicts["s/same.py", "rustpython"].status is S.PASS
    call("rejudge", "r.jsonl", "--oracle", "cpython@3.14", "-o", "there.jsonl")
    there = read_record(tmp_path / "there.jsonl")
    assert {verdict.status for verdict in there.verdicts} == {S.PASS}
    call("rejudge", "there.jsonl", "--oracle", f"cpython@{version}", "-o", "back.jsonl")
    back = read_record(tmp_path / "back.jsonl")
    assert sorted(map(repr, back.verdicts)) == sorted(map(repr, record.verdicts))
