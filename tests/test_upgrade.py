"""An upgrade end to end: the Python at hand is the old version, and the new one is that Python
with a planted fault, or a lane that spoils some attempts; nothing is built."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from harness import upgrade
from harness.compare import ChangeKind, Comparison, exit_code
from harness.errors import ExitCode, HarnessError
from harness.lanes import Lane, Lanes
from harness.model import Artefact, Case, Column, ColumnId, Header, Launch, OracleChoice, Status
from harness.record import RecordWriter, read_record
from harness.run import Settings, run_cases
from harness.runtimes import RUNTIMES
from harness.upgrade import Pair

DATA = Path(__file__).parent / "data"
ORACLE = ColumnId("cpython", "3")
OLD, NEW = ColumnId("candidate", "1"), ColumnId("candidate", "2")
PAIRS = [Pair(OLD, NEW)]
NATIVE = RUNTIMES["native"]
QUICK = Settings(jobs=2, samples=0, budget_floor_s=2.0, oracle_timeout_s=5.0)


def lane(column: ColumnId, program: Path, oracle: ColumnId | None = ORACLE) -> Lane:
    artefact = Artefact(program, "cpython", "3", "3", "native", "default", f"f-{column}")
    ready = Column(column, "native", "3", f"f-{column}", NATIVE.capabilities(artefact))
    return Lane(ready, artefact, NATIVE, oracle)


@pytest.fixture
def python(tmp_path: Path) -> Callable[[str], Path]:
    """A program that is this Python with the shell commands `before` run first, in which
    `$1` is the script; `before` runs before every attempt."""

    def make(before: str) -> Path:
        program = tmp_path / f"python-{len(list(tmp_path.iterdir()))}"
        program.write_text(f'#!/bin/sh\n{before}\nexec {shlex.quote(sys.executable)} "$@"\n')
        program.chmod(0o755)
        return program

    return make


@pytest.fixture
def cases(tmp_path: Path) -> Callable[..., list[Case]]:
    def make(**sources: str) -> list[Case]:
        made = []
        for name, source in sources.items():
            path = tmp_path / "cases" / f"{name}.py"
            path.parent.mkdir(exist_ok=True)
            path.write_text(source)
            made.append(Case(f"cases/{name}.py", path, ".", "0"))
        return made

    return make


def planted(change: str) -> str:
    """Shell commands that make a builtin answer otherwise in the script that is run; `change`
    is as `abs = str`."""
    line = shlex.quote(f"import builtins; builtins.{change}")
    return f'printf \'%s\\n\' {line} | cat - "$1" > planted && mv planted "$1"'


def header(lanes: Lanes) -> Header:
    everyone = (*lanes.oracles.values(), *lanes.candidates)
    choices = tuple(OracleChoice(one.column.id, ORACLE, "3", True) for one in lanes.candidates)
    columns = tuple(one.column for one in everyone)
    return Header("id", "2026-01-01T00:00:00+00:00", "0", "harness", {}, columns, choices)


@dataclass
class Upgraded:
    comparison: Comparison
    code: ExitCode
    record: Path

    def kinds(self) -> dict[str, ChangeKind]:
        return {change.case.id[6:-3]: change.kind for change in self.comparison.changes}


def run(lanes: Lanes, cases: Sequence[Case], path: Path) -> None:
    with RecordWriter(path, header(lanes)) as writer:
        run_cases(cases, lanes, QUICK, writer, lambda result: None)
        writer.finish()


def go(
    old: Path,
    new: Path,
    cases: list[Case],
    folder: Path,
    *,
    control: bool = True,
    between: Callable[[], None] = lambda: None,
    meanwhile: Callable[[], object] = lambda: None,
) -> Upgraded:
    """The whole of an upgrade, as the command composes it. `meanwhile` comes before what
    differs is run again, `between` before the control."""
    lanes = Lanes([lane(OLD, old), lane(NEW, new)], [lane(ORACLE, Path(sys.executable), None)])
    path, beside = folder / "r.jsonl", folder / "r-control.jsonl"
    with RecordWriter(path, header(lanes)) as writer:
        run_cases(cases, lanes, QUICK, writer, lambda result: None)
        seen = upgrade.snapshot(read_record(path))
        found = upgrade.suspects(upgrade.compare_pairs(seen, PAIRS), PAIRS, 3)
        meanwhile()
        confirmations = upgrade.confirm(found, cases, lanes, QUICK, writer, lambda name: None)
        writer.finish()
    between()
    record, controls = read_record(path), {}
    if control:
        run(upgrade.new_lanes(lanes, PAIRS), cases, beside)
        controls = upgrade.compare_controls(record, read_record(beside), PAIRS)
    comparisons = upgrade.compare_pairs(record, PAIRS, confirmations, controls)
    return Upgraded(comparisons[0], exit_code(comparisons), path)


# --------------------------------------------------------------------------- what is planted


def test_a_builtin_that_answers_differently_is_one_cause_and_fails_the_gate(
    python: Callable[[str], Path], cases: Callable[..., list[Case]], tmp_path: Path
) -> None:
    scripts = cases(
        one="print('rounded', round(2.5))",
        two="total = round(2.5)\nprint('rounded', total)",
        three="for n in (2.5,):\n    print('rounded', round(n))",
        other="print(abs(-1))",
    )
    faulty = planted("round = lambda n: 3")
    ended = go(python(""), python(faulty), scripts, tmp_path)
    assert ended.kinds() == {
        "one": ChangeKind.REGRESSED,
        "two": ChangeKind.REGRESSED,
        "three": ChangeKind.REGRESSED,
        "other": ChangeKind.SAME,
    }
    (cause,) = ended.comparison.causes
    assert len(cause.changes) == 3
    assert [change.repeats for change in cause.changes] == [3, 3, 3]
    assert ended.code is ExitCode.CORRECTNESS
    assert ended.comparison.control is not None
    assert (ended.comparison.control.cells, ended.comparison.control.changes) == (4, 0)


def test_the_other_way_round_it_is_fixed(
    python: Callable[[str], Path], cases: Callable[..., list[Case]], tmp_path: Path
) -> None:
    faulty = planted("round = lambda n: 3")
    ended = go(python(faulty), python(""), cases(one="print(round(2.5))"), tmp_path)
    assert ended.kinds() == {"one": ChangeKind.FIXED}
    assert ended.comparison.changes[0].repeats == 1
    assert ended.code is ExitCode.OK


def test_repeats_are_attempts_of_the_record(
    python: Callable[[str], Path], cases: Callable[..., list[Case]], tmp_path: Path
) -> None:
    scripts = cases(one="print(abs(-1) == 1)")
    ended = go(python(""), python(planted("abs = str")), scripts, tmp_path)
    repeats: dict[ColumnId, list[int]] = {}
    for attempt in read_record(ended.record).attempts:
        repeats.setdefault(attempt.column, []).append(attempt.repeat)
    assert repeats == {OLD: [0, 1, 2, 3], NEW: [0, 1, 2, 3, 4], ORACLE: list(range(16))}


def test_an_answer_that_holds_for_a_while_is_judged_by_an_oracle_of_the_same_while(
    python: Callable[[str], Path], cases: Callable[..., list[Case]], tmp_path: Path
) -> None:
    """Between the run and the repeats the day changes."""
    day = tmp_path / "day"
    day.write_text("monday")
    program = python(planted("round = lambda n: 3"))
    scripts = cases(one=f"print(open({str(day)!r}).read(), round(2.5))")
    ended = go(python(""), program, scripts, tmp_path, meanwhile=lambda: day.write_text("tuesday"))
    assert ended.kinds() == {"one": ChangeKind.REGRESSED}
    assert ended.code is ExitCode.CORRECTNESS


def test_what_does_not_come_again_is_flaky_and_no_regression(
    python: Callable[[str], Path], cases: Callable[..., list[Case]], tmp_path: Path
) -> None:
    """The fault shows in the first two attempts of the new version alone."""
    count = tmp_path / "count"
    faulty = planted("round = lambda n: 3")
    program = python(f'echo x >> {count}\nif [ "$(wc -l < {count})" -le 2 ]; then {faulty}\nfi')
    ended = go(python(""), program, cases(one="print(round(2.5))"), tmp_path)
    assert ended.kinds() == {"one": ChangeKind.FLAKY}
    assert ended.code is ExitCode.OK
    last = [v for v in read_record(ended.record).verdicts if v.column == NEW][-1]
    assert last.status is Status.FLAKY


@pytest.mark.parametrize(
    ("often", "kind", "code"),
    [(1, ChangeKind.REGRESSED, ExitCode.CORRECTNESS), (2, ChangeKind.FLAKY, ExitCode.OK)],
)
def test_what_fails_each_time_in_another_way_has_regressed(
    often: int,
    kind: ChangeKind,
    code: ExitCode,
    python: Callable[[str], Path],
    cases: Callable[..., list[Case]],
    tmp_path: Path,
) -> None:
    """The answer is another one every time; or every second time, else it is right."""
    count = tmp_path / "count"
    faulty = planted(f"round = lambda n: len(open({str(count)!r}).read())")
    turn = f"[ $(($(wc -l < {count}) % {often})) -eq {often - 1} ]"
    program = python(f"echo x >> {count}\nif {turn}; then {faulty}\nfi")
    ended = go(python(""), program, cases(one="print(round(0.5))"), tmp_path, control=False)
    assert ended.kinds() == {"one": kind}
    assert ended.code is code
    if kind is ChangeKind.REGRESSED:
        assert ended.comparison.changes[0].repeats == 3
        (cause,) = ended.comparison.causes_of(kind)
        assert cause.text.startswith("stdout")


def test_what_moves_in_the_control_is_believed_nowhere(
    python: Callable[[str], Path], cases: Callable[..., list[Case]], tmp_path: Path
) -> None:
    """A fault that a machine has for a while: it repeats, but is gone when the control runs."""
    flag = tmp_path / "flag"
    flag.touch()
    program = python(f"if [ -e {flag} ]; then {planted('round = lambda n: 3')}\nfi")
    scripts = cases(one="print(round(2.5))", two="print(2)")
    ended = go(python(""), program, scripts, tmp_path, between=flag.unlink)
    assert ended.kinds() == {"one": ChangeKind.FLAKY, "two": ChangeKind.SAME}
    assert ended.comparison.control is not None
    assert ended.comparison.control.changes == 1
    assert ended.code is ExitCode.INCOMPLETE


def test_a_regression_that_is_confirmed_outranks_a_control_that_moved(
    python: Callable[[str], Path], cases: Callable[..., list[Case]], tmp_path: Path
) -> None:
    flag = tmp_path / "flag"
    flag.touch()
    program = python(
        f"{planted('abs = str')}\nif [ -e {flag} ]; then {planted('round = lambda n: 3')}\nfi"
    )
    scripts = cases(moves="print(round(2.5))", stays="print(abs(-2) == 2)")
    ended = go(python(""), program, scripts, tmp_path, between=flag.unlink)
    assert ended.kinds() == {"moves": ChangeKind.FLAKY, "stays": ChangeKind.REGRESSED}
    assert ended.code is ExitCode.CORRECTNESS


# --------------------------------------------------------------------------- faults of the machine


def test_one_kill_from_outside_is_no_change(
    python: Callable[[str], Path], cases: Callable[..., list[Case]], tmp_path: Path
) -> None:
    """The very first attempt of the new version is shot."""
    program = python(f"mkdir {tmp_path}/shot 2>/dev/null && kill -9 $$")
    ended = go(python(""), program, cases(one="print(1)"), tmp_path)
    assert (tmp_path / "shot").is_dir()
    assert ended.kinds() == {"one": ChangeKind.SAME}
    assert ended.code is ExitCode.OK


def test_a_script_that_kills_itself_is_believed(
    python: Callable[[str], Path], cases: Callable[..., list[Case]], tmp_path: Path
) -> None:
    source = "import os, signal\nprint(1, flush=True)\nos.kill(os.getpid(), signal.SIGKILL)"
    ended = go(python(""), python("exit 0"), cases(one=source), tmp_path)
    assert ended.kinds() == {"one": ChangeKind.REGRESSED}


def test_a_program_that_is_gone_is_spurious_and_not_conclusive(
    python: Callable[[str], Path], cases: Callable[..., list[Case]], tmp_path: Path
) -> None:
    ended = go(python(""), tmp_path / "gone", cases(one="print(1)"), tmp_path)
    assert ended.kinds() == {"one": ChangeKind.SPURIOUS}
    assert ended.code is ExitCode.INCOMPLETE


def test_a_program_that_goes_away_while_it_is_confirmed_is_spurious(
    python: Callable[[str], Path], cases: Callable[..., list[Case]], tmp_path: Path
) -> None:
    count = tmp_path / "count"
    program = python("")
    program.write_text(
        f'#!/bin/sh\necho x >> {count}\n[ "$(wc -l < {count})" -eq 2 ] && rm "$0"\nexit 3\n'
    )
    ended = go(python(""), program, cases(one="print(1)"), tmp_path, control=False)
    assert ended.kinds() == {"one": ChangeKind.SPURIOUS}
    assert ended.code is ExitCode.INCOMPLETE


@dataclass(frozen=True)
class WorkerRuntime:
    """The native runtime's launch in a worker, which forks a child that executes it."""

    program: Path
    name: str = "worker"
    target: str = "native"

    def launch(self, artefact: Artefact, script: Sequence[str], **given: object) -> Launch:
        plain = NATIVE.launch(artefact, script, **given)  # type: ignore[arg-type]
        request = {"argv": plain.argv, "env": dict(plain.env), "cwd": str(plain.cwd)}
        return Launch((sys.executable, str(self.program)), {}, plain.cwd, True, request)


WORKER = """
import array, json, os, resource, signal, socket, sys
channel = socket.socket(fileno=int(sys.argv[1]))
channel.send(b"{}")
while True:
    data, fds, _, _ = socket.recv_fds(channel, 1 << 20, 4)
    if not data:
        break
    request = json.loads(data)
    pid = os.fork()
    if pid == 0:
        for number in range(3):
            os.dup2(fds[number], number)
        os.chdir(request["cwd"])
        os.execve(request["argv"][0], request["argv"], request["env"])
    socket.send_fds(channel, [json.dumps({"pid": pid}).encode()], [os.pidfd_open(pid)])
    for fd in fds:
        os.close(fd)
    if SHOOT:
        os.kill(os.getpid(), signal.SIGKILL)
    status = os.waitpid(pid, 0)[1]
    answer = {"status": os.waitstatus_to_exitcode(status), "cpu_ns": 1000}
    channel.send(json.dumps(answer).encode())
"""


@pytest.mark.parametrize(
    ("shoot", "kind", "code"),
    [
        ("False", ChangeKind.SAME, ExitCode.OK),
        # Once: the attempt is made again, in a new worker.
        ("not os.path.exists(FLAG) and (open(FLAG, 'w'), True)", ChangeKind.SAME, ExitCode.OK),
        ("True", ChangeKind.SPURIOUS, ExitCode.INCOMPLETE),
    ],
)
def test_a_worker_that_is_shot_is_no_regression(
    shoot: str,
    kind: ChangeKind,
    code: ExitCode,
    cases: Callable[..., list[Case]],
    tmp_path: Path,
) -> None:
    program = tmp_path / "worker.py"
    program.write_text(f"FLAG = {str(tmp_path / 'flag')!r}\n" + WORKER.replace("SHOOT", shoot))
    python = Path(sys.executable)
    new = replace(lane(NEW, python), runtime=WorkerRuntime(program))  # type: ignore[arg-type]
    lanes = Lanes([lane(OLD, python), new], [lane(ORACLE, python, None)])
    scripts = cases(one="print(1)", two="print(2)")
    run(lanes, scripts, tmp_path / "r.jsonl")
    comparisons = upgrade.compare_pairs(read_record(tmp_path / "r.jsonl"), PAIRS)
    assert {change.kind for change in comparisons[0].changes} == {kind}
    assert exit_code(comparisons) is code
    assert (tmp_path / "flag").exists() == ("FLAG" in shoot)


# --------------------------------------------------------------------------- pairs


def test_a_version_against_itself_is_refused() -> None:
    with pytest.raises(HarnessError, match="same column, candidate@1"):
        upgrade.pair_up([OLD], [OLD])


def test_runtimes_must_be_the_same() -> None:
    with pytest.raises(HarnessError, match="different runtimes"):
        upgrade.pair_up([OLD], [replace(NEW, runtime="other")])
