"""A run with nothing changed runs nothing, and says the same; and whatever changed is run."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness import recall, replay, run
from harness.cache import Cache
from harness.cli import main
from harness.lanes import CaseResult, Lane, Lanes
from harness.model import (
    Artefact,
    Attempt,
    Case,
    CaseFile,
    Column,
    ColumnId,
    Observation,
    Outcome,
    Output,
    Role,
    Status,
)
from harness.recall import Recall
from harness.record import attempt_of, attempt_text, read_record
from harness.run import Bench, Settings, run_cases, time_cases
from harness.runtimes import RUNTIMES
from tests import factory
from tests.test_run import ORACLE, Sink

FIRST, SECOND = ColumnId("candidate", "1"), ColumnId("candidate", "2")
SETTINGS = Settings(jobs=1, samples=2)


def lane(column: ColumnId, mark: str, program: Path, oracle: ColumnId | None = ORACLE) -> Lane:
    native = RUNTIMES["native"]
    artefact = Artefact(program, "cpython", "3", "3", "native", "default", mark)
    ready = Column(column, "native", "3", mark, native.capabilities(artefact))
    return Lane(ready, artefact, native, oracle)


class World:
    """Columns, scripts and a memory; counts the attempts that are really made."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.made: list[tuple[str, Role]] = []
        self.marks = {ORACLE: "o", FIRST: "f1", SECOND: "f2"}
        self.columns = [FIRST]
        self.program = Path(sys.executable)
        once = Bench._once

        def counting(bench: Bench, lane: Lane, case: Case, role: Role, *rest: Any) -> Attempt:
            self.made.append((str(lane.column.id), role))
            return once(bench, lane, case, role, *rest)

        monkeypatch.setattr(Bench, "_once", counting)

    def script(self, source: str, name: str = "case.py", **fields: Any) -> Case:
        path = self.folder / name
        path.write_text(source)
        return Case(f"cases/{name}", path, ".", f"hash of {source}", **fields)

    @property
    def lanes(self) -> Lanes:
        candidates = [lane(c, self.marks[c], self.program) for c in self.columns]
        oracle = lane(ORACLE, self.marks[ORACLE], Path(sys.executable), None)
        return Lanes(candidates, [oracle])

    def memory(self, **conditions: Any) -> Recall:
        fresh = conditions.pop("fresh", False)
        began = conditions.pop("began", time.time() + 60)
        marks = {column: self.marks[column] for column in (ORACLE, *self.columns)}
        return Recall(self.folder / "kept", marks, conditions, began=began, fresh=fresh)

    def run(
        self, *cases: Case, memory: Recall | None = None, timed: bool = False
    ) -> tuple[list[CaseResult], Sink, list[tuple[str, Role]]]:
        """What is reported, what is written, and what was really done."""
        self.made.clear()
        memory, sink = memory or self.memory(), Sink()
        seen: list[CaseResult] = []
        results = run_cases(cases, self.lanes, SETTINGS, sink, seen.append, memory=memory)
        if timed:
            empty = self.folder / "empty.py"
            empty.write_bytes(b"")
            time_cases(
                results, self.lanes, SETTINGS, sink, empty, lambda result: None, memory=memory
            )
        return seen, sink, list(self.made)


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    return World(tmp_path, monkeypatch)


def bare(attempts: list[Attempt]) -> list[Attempt]:
    return [replace(attempt, made=None) for attempt in attempts]


# ---------------------------------------------------------------------- the same again


@pytest.mark.parametrize(
    ("source", "status"),
    [
        ("print(1)", Status.PASS),
        ("import sys; sys.stdout.buffer.write(bytes(range(256)) * 20)", Status.PASS),
        ("raise ValueError('x' * 5000)", Status.PASS),
        ("import os; os.kill(os.getpid(), 11)", Status.PASS),
        ("import nothing_there", Status.BAD_SCRIPT),
        ("print(id(object()) and object())", Status.PASS),
        ("print({'a', 'b', 'c'})", Status.PASS),
    ],
)
def test_a_second_run_makes_no_attempt_and_says_the_same(
    world: World, source: str, status: Status
) -> None:
    case = world.script(source)
    first, wrote, made = world.run(case)
    again, wrote_again, made_again = world.run(case)
    assert made
    assert not made_again
    assert [v.status for r in again for v in r.verdicts] == [status]
    assert [r.verdicts for r in again] == [r.verdicts for r in first]
    assert wrote_again.verdicts == wrote.verdicts
    assert bare(wrote_again.attempts) == wrote.attempts
    assert all(attempt.made for attempt in wrote_again.attempts)
    assert not any(attempt.made for attempt in wrote.attempts)


def test_what_a_failing_cell_needs_is_known_too(world: World, tmp_path: Path) -> None:
    """Its oracle under eight seeds, and its repeats."""
    world.program = tmp_path / "other"
    world.program.write_text(f'#!/bin/sh\necho more\nexec {sys.executable} "$@"\n')
    world.program.chmod(0o755)
    case = world.script("print(1)")
    first, _, made = world.run(case)
    assert len(made) == run.ORACLE_SEEDS + run.judge.CANDIDATE_REPEATS
    again, _, made = world.run(case)
    assert not made
    assert again[0].verdicts == first[0].verdicts
    assert again[0].verdicts[0].status is Status.FAIL


def test_a_verdict_is_judged_anew_not_remembered(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = world.script("print(1)")
    world.run(case)
    monkeypatch.setattr(run.judge, "standing", lambda *_: (Status.SKIP, "by a new rule"))
    again, _, made = world.run(case)
    assert not made
    assert again[0].verdicts[0].reason == "by a new rule"


def test_times_are_kept_with_their_cell(world: World) -> None:
    case = world.script("print(1)")
    _, wrote, made = world.run(case, timed=True)
    assert Role.TIMING in {role for _, role in made}
    _, again, made = world.run(case, timed=True)
    assert not made
    assert again.timings == wrote.timings
    assert again.start_ups == wrote.start_ups


def test_more_samples_than_are_known_are_taken(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = world.script("print(1)")
    world.run(case, timed=True)
    monkeypatch.setattr("tests.test_recall.SETTINGS", replace(SETTINGS, samples=3))
    _, wrote, made = world.run(case, timed=True)
    starts = 2 * run.START_UP_SAMPLES
    assert [role for _, role in made] == [Role.TIMING] * (6 + starts)
    assert wrote.timings[0].samples == 3
    # And these are known from now on, in place of the two.
    _, again, made = world.run(case, timed=True)
    assert not made
    assert again.timings == wrote.timings


def test_full_arguments_that_overturn_a_verdict_do_so_again(world: World, tmp_path: Path) -> None:
    world.program = tmp_path / "other"
    world.program.write_text(f'#!/bin/sh\nexec {sys.executable} -O "$@"\n')
    world.program.chmod(0o755)
    source = "import sys\nprint(__debug__ if sys.argv[1] == '2' else 0)"
    case = world.script(source, args_small=("1",), args_full=("2",))
    _, wrote, _ = world.run(case, timed=True)
    _, again, made = world.run(case, timed=True)
    assert not made
    assert wrote.verdicts[-1].status is Status.FAIL
    assert again.verdicts == wrote.verdicts


# ---------------------------------------------------------------------- what changed is run


def test_whatever_changed_is_run_in_all_columns(world: World) -> None:
    """The oracle as well: what it did with an older candidate judges no new one."""
    case = world.script("print(1)")
    world.run(case)
    everything = [(str(ORACLE), Role.ORACLE)] * 2 + [(str(FIRST), Role.CANDIDATE)]

    def made(**changes: Any) -> list[tuple[str, Role]]:
        return sorted(world.run(case, **changes)[2], key=lambda item: item[0], reverse=True)

    def ran(**changes: Any) -> bool:
        return sorted(made(**changes)) == sorted(everything)

    assert not ran()
    assert ran(memory=world.memory(timeout_s=3.0))
    world.marks[FIRST] = "built-anew"
    assert ran()
    assert not ran()
    world.marks[ORACLE] = "another-cpython"
    assert ran()
    case = world.script("print(2)")
    assert ran()
    renamed = world.script("print(2)", "other.py")
    assert sorted(world.run(renamed)[2]) == sorted(everything)


def test_each_set_of_columns_has_its_own_entries(world: World) -> None:
    case = world.script("print(1)")
    sets = ([FIRST], [SECOND], [FIRST, SECOND])
    for world.columns in sets:
        assert world.run(case)[2]
    for world.columns in sets:
        assert not world.run(case)[2]


def test_columns_of_one_build_keep_each_its_own(world: World) -> None:
    world.columns = [FIRST, SECOND]
    world.marks[SECOND] = world.marks[FIRST]
    case = world.script("print(1)")
    _, wrote, _ = world.run(case, timed=True)
    _, again, made = world.run(case, timed=True)
    assert not made
    assert bare(again.attempts) == wrote.attempts
    assert again.timings == wrote.timings


def test_a_script_that_is_edited_while_it_waits_is_not_kept(world: World) -> None:
    """Its hash is of another text than the one that ran."""
    case = world.script("print(1)")
    began = time.time()
    time.sleep(0.02)
    case.path.write_text("print(2)")
    seen, _, _ = world.run(case, memory=world.memory(began=began))
    case.path.write_text("print(1)")
    assert b"2" in seen[0].attempts[0].observation.stdout.data
    assert world.run(case)[2]


def test_a_file_beside_it_that_is_edited_is_noticed_too(world: World) -> None:
    data = world.folder / "data"
    data.mkdir()
    (data / "x.txt").write_text("1")
    case = world.script("print(1)", files=(CaseFile("data", source=data),))
    began = time.time()
    time.sleep(0.02)
    (data / "x.txt").write_text("2")
    world.run(case, memory=world.memory(began=began))
    assert world.run(case)[2]


def test_what_does_not_hold_any_more_is_forgotten(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = world.script("print(1)")
    world.run(case)
    with monkeypatch.context() as moving:
        moving.setattr(run, "lasting", lambda result: False)  # as when it turns out flaky
        world.run(case, memory=world.memory(fresh=True))
    assert world.run(case)[2]


def test_times_are_told_with_the_start_ups_of_their_run(world: World) -> None:
    """What is known was not timed beside what is new, and is not compared with it."""
    first = world.script("print(1)", "a.py")
    _, wrote, _ = world.run(first, timed=True)
    second = world.script("print(2)", "b.py")
    _, both, made = world.run(first, second, timed=True)
    assert [t for t in both.timings if t.case == first.id] == wrote.timings
    assert both.start_ups != wrote.start_ups
    assert {column for column, role in made if role is Role.TIMING} == {str(ORACLE), str(FIRST)}
    _, again, made = world.run(first, second, timed=True)
    assert not made
    assert again.timings == both.timings
    assert again.start_ups == both.start_ups


def test_a_full_run_that_disagrees_with_itself_is_timed_again(world: World, tmp_path: Path) -> None:
    source = "import sys, random\nprint(random.random() if sys.argv[1] == '2' else 0)"
    case = world.script(source, args_small=("1",), args_full=("2",))
    world.run(case, timed=True)
    assert Role.TIMING in {role for _, role in world.run(case, timed=True)[2]}


def test_fresh_reads_nothing_and_keeps(world: World) -> None:
    case = world.script("print(1)")
    world.run(case)
    assert world.run(case, memory=world.memory(fresh=True))[2]
    assert not world.run(case)[2]


def test_another_way_of_making_attempts_makes_all_old(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = world.script("print(1)")
    world.run(case)
    monkeypatch.setattr(recall, "sources", lambda: "edited")
    assert world.run(case)[2]


# ---------------------------------------------------------------------- what does not last


@pytest.mark.parametrize(
    "source",
    [
        "import datetime; print(datetime.datetime.now())",
        "import time; print('took', time.perf_counter(), 's')",
        "import random; print(random.random())",
        "import sys, datetime; print(datetime.datetime.now(), file=sys.stderr)",
    ],
)
def test_what_moves_is_run_again(world: World, source: str) -> None:
    case = world.script(source)
    world.run(case)
    assert world.run(case)[2]


@pytest.mark.parametrize(
    ("status", "seen", "kept"),
    [
        (Status.PASS, {}, True),
        (Status.FAIL, {"outcome": Outcome.PANIC}, True),
        (Status.FAIL, {"outcome": Outcome.TIMEOUT}, False),
        (Status.FAIL, {"outcome": Outcome.OOM}, False),
        (Status.FLAKY, {}, False),
        (Status.UNSTABLE_ORACLE, {}, False),
        (Status.SPURIOUS, {}, False),
        (Status.PASS, {"outcome": Outcome.HARNESS_ERROR}, False),
        (Status.FAIL, {"outcome": Outcome.SIGNAL, "signal": 9}, False),
        (Status.FAIL, {"outcome": Outcome.SIGNAL, "signal": 11}, True),
    ],
)
def test_faults_and_restless_cells_do_not_last(
    status: Status, seen: dict[str, Any], kept: bool
) -> None:
    observation = replace(Observation(Outcome.OK, 0), **seen)
    attempt = Attempt("c", FIRST, Role.CANDIDATE, 0, 0, observation)
    verdict = factory.verdict("c", FIRST, status)
    result = CaseResult(Case("c", Path("c.py"), ".", "0"), (attempt,), (verdict,))
    assert replay.lasting(result) is kept


# ---------------------------------------------------------------------- the entries


def entries(world: World) -> list[Path]:
    return [path for path in (world.folder / "kept").rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"ok", b"no"),
        lambda data: b"",
        lambda data: b"null\n",
        lambda data: b"[" * 200_000,
        lambda data: b"\xff\xfe" + data,
        lambda data: data + b"more\n",
    ],
)
def test_a_damaged_entry_is_none(world: World, damage: Callable[[bytes], bytes]) -> None:
    case = world.script("print(1)")
    world.run(case)
    (path,) = entries(world)
    path.write_bytes(damage(path.read_bytes()))
    kept = recall.verify(world.folder / "kept") if damage(b"") else None
    seen, _, made = world.run(case)
    assert made
    assert seen[0].verdicts[0].status is Status.PASS
    assert kept is None or (kept.entries, kept.damaged) == (0, 1)


def test_files_of_somebody_else_are_left_alone(world: World) -> None:
    world.run(world.script("print(1)"))
    kept = world.folder / "kept"
    others = [kept / "go" / "main.go", kept / "db" / "x.sql", kept / "ab" / ("b" * 64)]
    others.append(kept / "ab" / f".{'a' * 64}.1.2")
    for path in others:
        path.parent.mkdir(exist_ok=True)
        path.write_text("mine")
    memory = world.memory()
    memory.added = 1
    memory.trim(0)
    assert recall.info(kept).entries == 0
    assert recall.verify(kept).damaged == 0
    recall.clear(kept)
    assert all(path.exists() for path in others)


def test_a_folder_that_cannot_be_written_costs_no_result(world: World) -> None:
    case = world.script("print(1)")
    (world.folder / "kept").write_text("a file, where a folder should be")
    memory = world.memory()
    seen, _, _ = world.run(case, memory=memory)
    assert seen[0].verdicts[0].status is Status.PASS
    assert memory.refused
    memory.trim()


def test_what_was_not_used_for_the_longest_time_goes_first(world: World) -> None:
    cases = [world.script(f"print({n})", f"{n}.py") for n in range(4)]
    memory = world.memory()
    world.run(*cases, memory=memory)
    paths = [memory._path(case) for case in cases]
    for age, path in enumerate(paths):
        os.utime(path, (1e9 + age, 1e9 + age))
    world.run(cases[0])  # used: the newest now
    size = paths[0].stat().st_size
    memory.trim(3 * size)
    assert [path.exists() for path in paths] == [True, False, False, True]


def test_an_attempt_is_read_back_as_it_was() -> None:
    for attempt in factory.rich().attempts:
        assert attempt_of(attempt_text(attempt)) == attempt
    big = Observation(Outcome.OK, 0, stdout=Output(b"\xff" * 100_000, 200_000))
    attempt = Attempt("c", FIRST, Role.CANDIDATE, 0, 0, big)
    assert attempt_of(attempt_text(attempt)) == attempt
    for text in ("", "[]", "{}", '{"case": 1}'):
        with pytest.raises(ValueError, match=r".*"):
            attempt_of(text)


# ---------------------------------------------------------------------- the command


@pytest.mark.hosts
def test_the_command_runs_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HARNESS_OBSERVATIONS", str(tmp_path / "kept"))
    Path("one.py").write_text("print(1)\n")
    Path("two.py").write_text("raise KeyError(2)\n")
    asked = ["run", ".", "--columns", "rustpython@0.6.0", "--samples", "1", "--record"]
    for name, more in (("a", []), ("b", []), ("c", ["--fresh"])):
        with pytest.raises(SystemExit) as ended:
            main([*asked, f"{name}.jsonl", *more])
        assert ended.value.code == 0
    first, again, fresh = (read_record(Path(f"{name}.jsonl")) for name in "abc")
    assert [bool(a.made) for a in again.attempts] == [True] * len(first.attempts)
    assert sorted(map(str, again.verdicts)) == sorted(map(str, first.verdicts))
    assert again.timings == first.timings
    assert again.start_ups == first.start_ups
    assert not any(a.made for a in fresh.attempts)
    # Whoever names a script wants it run.
    with pytest.raises(SystemExit):
        main(["run", "one.py", *asked[2:], "d.jsonl"])
    assert not any(a.made for a in read_record(Path("d.jsonl")).attempts)
    assert "made in an earlier run" in capsys.readouterr().out
    for command in ("info", "verify", "clear", "info"):
        main(["cache", command])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("2 scripts (")
    assert "2 scripts (" in lines[2]
    assert "0 damaged ones removed" in lines[2]
    assert lines[3].endswith("removed")
    assert lines[4].startswith("0 scripts (0.0 MB)")


def test_the_folder_is_one_of_the_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("HARNESS_OBSERVATIONS", raising=False)
    assert recall.folder(Cache(tmp_path)) == tmp_path / recall.KIND


def test_how_long_it_took_is_known_whatever_has_changed_since(tmp_path: Path) -> None:
    def memory(folder: Path = tmp_path, fingerprint: str = "f") -> recall.Recall:
        return recall.Recall(folder, {ColumnId("cpython", "3.14"): fingerprint}, {}, began=0.0)

    first, second = (Case(name, Path("/x"), ".", name) for name in ("a.py", "b.py"))
    one = memory()
    assert one.expected_s(first) == float("inf")
    one.took(first, 1.23456)
    one.note_durations()
    other = memory(fingerprint="another build")
    other.took(second, 4)
    other.note_durations()
    third = memory()
    assert (third.expected_s(first), third.expected_s(second)) == (1.235, 4.0)
    (tmp_path / "durations.json").write_text("[1, 2")
    assert memory().expected_s(first) == float("inf")
    (tmp_path / "file").write_text("")
    unwritable = memory(tmp_path / "file")
    unwritable.took(first, 1)
    unwritable.note_durations()
