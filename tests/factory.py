"""Small records for tests: builders with defaults, and one record rich in everything."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from harness.model import (
    Attempt,
    CaseInfo,
    Column,
    ColumnId,
    Divergence,
    ExceptionInfo,
    Frame,
    Header,
    Observation,
    OracleChoice,
    Outcome,
    Output,
    PanicInfo,
    Record,
    Role,
    Signature,
    StartUp,
    Status,
    Timing,
    TrapInfo,
    Verdict,
)

ORACLE = ColumnId.parse("cpython@3.14")
NATIVE = ColumnId.parse("rustpython@0.6.0")
WASM = ColumnId.parse("rustpython@0.6.0/wasmtime")

# Everything that a report must not pass on as it is: markup, terminal escapes, a change of
# direction, formulas, quotes, a byte that is no UTF-8 (as `os.fsdecode` gives it), newlines.
HOSTILE = "=<script>alert('1')</script>\x1b[31m|`a`\u202e&amp;\"]]>\udcff\nnew @line"


def output(data: bytes, size: int | None = None) -> Output:
    return Output(data, len(data) if size is None else size)


def column(column_id: ColumnId, python: str = "3.14", **details: Any) -> Column:
    target = "native" if column_id.runtime == "native" else "wasm32-wasip1"
    capabilities = frozenset({"files", "threads"} if target == "native" else {"files"})
    return Column(column_id, target, python, f"f-{column_id}", capabilities, details)


def header(*, exact: bool = True, claimed: str = "3.14", **settings: Any) -> Header:
    return Header(
        run_id="20260102T030405-abcd",
        started="2026-01-02T03:04:05+00:00",
        harness_version="0.1.0",
        command="harness run corpus",
        machine={"system": "Linux", "cpus": 2},
        columns=(column(ORACLE, build="gcc"), column(NATIVE, size=123), column(WASM, size=456)),
        oracles=tuple(OracleChoice(c, ORACLE, claimed, exact) for c in (NATIVE, WASM)),
        settings=settings,
    )


def case(case_id: str, *, size: int | None = 100, **fields: Any) -> CaseInfo:
    area = fields.pop("area", case_id.split("/")[1] if "/" in case_id else "top")
    return CaseInfo(case_id, area, "0" * 64, path=fields.pop("path", case_id), size=size, **fields)


def seen(outcome: Outcome = Outcome.OK, stdout: bytes = b"hi\n", **fields: Any) -> Observation:
    codes = {Outcome.OK: 0, Outcome.RAISED: 1, Outcome.EXIT: 3, Outcome.PANIC: 101}
    fields.setdefault("exit_code", codes.get(outcome))
    fields.setdefault("wall_ns", 31_000_000)
    fields.setdefault("stderr", Output())
    return Observation(outcome, stdout=output(stdout), **fields)


def attempt(
    case_id: str, column_id: ColumnId, observation: Observation | None = None, repeat: int = 0
) -> Attempt:
    role = Role.ORACLE if column_id == ORACLE else Role.CANDIDATE
    return Attempt(case_id, column_id, role, repeat, repeat, observation or seen())


def verdict(
    case_id: str, column_id: ColumnId, status: Status = Status.PASS, **fields: Any
) -> Verdict:
    good = {Status.PASS: True, Status.XPASS: True, Status.FAIL: False, Status.FLAKY: False}
    good |= {Status.XFAIL: False, Status.CHANGED: False}
    fields.setdefault("compatible", good.get(status))
    fields.setdefault("strict", fields["compatible"])
    return Verdict(case_id, column_id, ORACLE, status, **fields)


def raised(kind: str, message: str, *functions: str, **fields: Any) -> ExceptionInfo:
    frames = tuple(
        Frame("/scratch/work/x.py", 3 + i, name, "__main__") for i, name in enumerate(functions)
    )
    return ExceptionInfo(kind, message, frames=frames, **fields)


def timing(case_id: str, column_id: ColumnId, ratio: float | None) -> Timing:
    base = Timing(case_id, column_id, 3, 0.25, 0.1, 2.5)
    if ratio is None:
        return base
    return replace(
        base,
        execution_s=0.1 * ratio,
        oracle_execution_s=0.1,
        ratio=ratio,
        low=ratio * 0.9,
        high=ratio * 1.1,
    )


def start_up(column_id: ColumnId, median_s: float) -> StartUp:
    return StartUp(column_id, 5, median_s, median_s * 0.9, median_s * 1.2)


def record(cases: list[CaseInfo], cells: list[Any], **fields: Any) -> Record:
    """`cells` are verdicts, attempts, timings and start-ups in any order."""

    def only(kind: type) -> tuple[Any, ...]:
        return tuple(item for item in cells if isinstance(item, kind))

    fields.setdefault("complete", True)
    fields.setdefault("finished", "2026-01-02T03:05:05+00:00")
    head = fields.pop("header", None) or header()
    parts = (only(Attempt), only(Verdict), only(Timing), only(StartUp))
    return Record(head, tuple(cases), *parts, **fields)


# --------------------------------------------------------------------------- one of each

_NO_ATTRIBUTE = Signature(
    "a1b2c3d4e5f6",
    "AttributeError: module 'os' has no attribute 'posix_spawn' in __main__:main",
)
_OTHER_LINE = Signature("0123456789ab", "stdout: total 10 → total 11", "-total 10\n+total 11")
_EXPECTED = Signature("00ff00ff00ff", "stdout: hi → other", "-hi\n+other")
_IN_OTHER_WAY = Signature("00ff00ff0000", "stdout: hi → another", "-hi\n+another")
_OTHER_MESSAGE = Signature("ba9876543210", "exception-message: ValueError: bad N in __main__:f")


def _cell(
    case_id: str,
    column_id: ColumnId,
    status: Status,
    observation: Observation | None = None,
    **fields: Any,
) -> list[Any]:
    made = [verdict(case_id, column_id, status, **fields)]
    if observation:
        made[0] = replace(made[0], outcome=observation.outcome)
        return [*made, attempt(case_id, column_id, observation)]
    return made


def rich() -> Record:
    """Several areas, both candidates, every status, hostile names and outputs."""
    cells: list[Any] = [start_up(ORACLE, 0.011), start_up(NATIVE, 0.024), start_up(WASM, 0.031)]
    cases = [*_passing(cells), *_failing(cells), *_expected(cells), *_not_judged(cells)]
    return record(cases, cells)


def _both(cells: list[Any], case_id: str, status: Status, *args: Any, **fields: Any) -> None:
    for column_id in (NATIVE, WASM):
        cells += _cell(case_id, column_id, status, *args, **fields)


def _oracle(cells: list[Any], case_id: str, *observations: Observation) -> None:
    for repeat, observation in enumerate(observations or (seen(),)):
        cells.append(attempt(case_id, ORACLE, observation, repeat))


def _passing(cells: list[Any]) -> list[CaseInfo]:
    names = [f"corpus/language/good_{i}.py" for i in range(3)] + ["corpus/bench/nbody.py"]
    for index, name in enumerate(names):
        _oracle(cells, name)
        _both(cells, name, Status.PASS, seen())
        cells += [timing(name, NATIVE, 2.0 + index), timing(name, WASM, (3.0 + index) or None)]
    cells.append(timing("corpus/io/message.py", NATIVE, None))
    _oracle(cells, "corpus/io/message.py", seen(Outcome.RAISED, exception=_bad("7")))
    _both(
        cells,
        "corpus/io/message.py",
        Status.PASS,
        seen(Outcome.RAISED, exception=_bad("seven"), stderr=output(b"ValueError: bad seven\n")),
        strict=False,
        classes=(Divergence.MESSAGE,),
        signature=_OTHER_MESSAGE,
        masks=("scratch-path",),
    )
    return [case(name) for name in (*names, "corpus/io/message.py")]


def _bad(value: str) -> ExceptionInfo:
    return raised("ValueError", f"bad {value}", "main", "f", notes=("while reading", HOSTILE))


def _failing(cells: list[Any]) -> list[CaseInfo]:
    missing = seen(
        Outcome.RAISED, b"", exception=raised("AttributeError", "no 'posix_spawn'", "main")
    )
    classes = (Divergence.MISSING_NAME, Divergence.EXCEPTION_TYPE, Divergence.STDOUT)
    for name in ("corpus/stdlib/spawn.py", "corpus/stdlib/spawn_twice.py"):
        _oracle(cells, name)
        _both(cells, name, Status.FAIL, missing, classes=classes, signature=_NO_ATTRIBUTE)
    lines = [b"line %d\n" % i for i in range(12)]
    good = seen(stdout=b"".join([*lines, b"total 10\n"]))
    _oracle(cells, "corpus/stdlib/total.py", good)
    cells += _cell(
        "corpus/stdlib/total.py",
        NATIVE,
        Status.FAIL,
        seen(stdout=b"".join([*lines, b"total 11\n"])),
        classes=(Divergence.STDOUT,),
        signature=_OTHER_LINE,
    )
    cells += _cell("corpus/stdlib/total.py", WASM, Status.PASS, good)
    return [
        case("corpus/stdlib/spawn.py", size=900),
        case("corpus/stdlib/spawn_twice.py", size=90),
        case("corpus/stdlib/total.py", description="adds up"),
        *_dying(cells),
    ]


def _dying(cells: list[Any]) -> list[CaseInfo]:
    name = f"corpus/io/{HOSTILE}.py"
    _oracle(cells, name, seen(stdout=HOSTILE.encode("utf-8", "surrogateescape")))
    panic = PanicInfo(f"index out of range {HOSTILE}", "rustpython-vm-0.6.0/src/frame.rs", 812)
    cells += _cell(
        name,
        NATIVE,
        Status.FAIL,
        seen(Outcome.PANIC, b"\x00\xff\x1b]0;title\x07", panic=panic, stderr=output(b"x" * 5, 99)),
        classes=(Divergence.PANIC, Divergence.STDOUT),
        signature=Signature("feedfacecafe", f"panic in frame.rs: {HOSTILE}", HOSTILE),
    )
    trap = TrapInfo("unreachable", "wasm trap", ("rust_panic", "rustpython_vm::frame::run"))
    cells += _cell(
        name,
        WASM,
        Status.FAIL,
        seen(Outcome.TRAP, b"", trap=trap),
        classes=(Divergence.TRAP, Divergence.STDOUT),
        signature=Signature("deadbeef0000", "trap: unreachable in rustpython_vm::frame::run"),
    )
    slow = seen(Outcome.TIMEOUT, b"", limit="CPU time", wall_ns=10_000_000_000)
    _oracle(cells, "corpus/bench/loop.py")
    _both(
        cells,
        "corpus/bench/loop.py",
        Status.FAIL,
        slow,
        classes=(Divergence.TIMEOUT,),
        signature=Signature("77777777aaaa", "timeout: over its CPU time"),
    )
    return [case(name, area="io"), case("corpus/bench/loop.py")]


def _expected(cells: list[Any]) -> list[CaseInfo]:
    statuses = (Status.XFAIL, Status.XPASS, Status.CHANGED)
    names = [f"corpus/expected/{status.value}.py" for status in statuses]
    for name, status in zip(names, statuses, strict=True):
        _oracle(cells, name)
        got = seen() if status is Status.XPASS else seen(stdout=b"other\n")
        told = {"signature": _IN_OTHER_WAY if status is Status.CHANGED else _EXPECTED}
        told = {} if status is Status.XPASS else told
        classes = () if status is Status.XPASS else (Divergence.STDOUT,)
        _both(cells, name, status, got, classes=classes, expectation="wording (issue 12)", **told)
    return [case(name) for name in names]


def _not_judged(cells: list[Any]) -> list[CaseInfo]:
    reasons = {
        Status.SKIP: "takes an hour",
        Status.BAD_SCRIPT: "the oracle lacks a module: No module named 'numpy'",
        Status.SPURIOUS: "the worker died",
        Status.MISSING: "nothing was observed",
    }
    for status, reason in reasons.items():
        _both(cells, f"corpus/other/{status.value}.py", status, reason=reason)
    cells += _cell("corpus/other/threads.py", NATIVE, Status.PASS, seen())
    cells += _cell(
        "corpus/other/threads.py",
        WASM,
        Status.UNSUPPORTED,
        reason="needs threads, which rustpython@0.6.0/wasmtime lacks",
    )
    flaky, unstable = "corpus/other/flaky.py", "corpus/other/unstable.py"
    _oracle(cells, flaky)
    _both(cells, flaky, Status.FLAKY, seen(), reason="its 2 runs disagree with one another")
    cells.append(attempt(flaky, NATIVE, seen(stdout=b"ho\n"), 1))
    _oracle(cells, unstable, seen(stdout=b"1\n"), seen(stdout=b"2\n"))
    _both(cells, unstable, Status.UNSTABLE_ORACLE, seen(stdout=b"3\n"), reason="it moves")
    names = [f"corpus/other/{status.value}.py" for status in reasons]
    return [case(name) for name in (*names, "corpus/other/threads.py", flaky, unstable)]
