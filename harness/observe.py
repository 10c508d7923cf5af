"""From how a process ended to what happened in it. Pure.

Believed, strongest first: a limit that the harness itself enforced; the process status or
the wasm trap; the results on the control channel that carry the nonce. Never the text of
stdout or stderr.
"""

from __future__ import annotations

import json
import signal
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from harness.model import (
    ExceptionInfo,
    Frame,
    Observation,
    Outcome,
    Output,
    PanicInfo,
    Phases,
    TrapInfo,
)

PROTOCOL = 1
PANIC_EXIT_CODE = 101  # Rust's own, which the host keeps
INTERRUPT_EXIT_CODE = 130  # 128 + SIGINT, as shells say it


@dataclass(frozen=True)
class Ending:
    """How one attempt ended, as the harness saw it from outside.

    `status` is the exit code, or minus the signal's number, None where it never ran.
    `limit` names the limit for which the harness ended it. `channel` is all that was written
    to the result file, trusted only line by line where `nonce` stands in it. `trap` is the
    worker's account of how a wasm engine stopped the script.
    """

    status: int | None
    stdout: Output
    stderr: Output
    nonce: str = ""
    channel: bytes = b""
    limit: str | None = None
    trap: TrapInfo | None = None
    wall_ns: int = 0
    cpu_ns: int | None = None
    peak_bytes: int | None = None
    scratch: str = ""
    error: str | None = None
    instantiate_ns: int | None = None
    fuel: int | None = None


@dataclass(frozen=True)
class _Told:
    """What the channel's trusted lines said.

    `panic` and `refused_allocation` are told only where no result came after them, or where
    the result itself says that a panic was the end: what the script lived on from is no cause.
    """

    result: Mapping[str, Any] = field(default_factory=dict)
    exception: ExceptionInfo | None = None
    panic: PanicInfo | None = None
    refused_allocation: bool = False


def observe(ending: Ending) -> Observation:
    """Judge what happened; every field of the ending that is a fact is kept."""
    told = _read_channel(ending.channel, ending.nonce)
    outcome, exit_code = _outcome(ending, told)
    return Observation(
        outcome=outcome,
        exit_code=exit_code,
        signal=_signal(ending.status) if outcome is not Outcome.RAISED else None,
        stdout=ending.stdout,
        stderr=ending.stderr,
        exception=told.exception if outcome is Outcome.RAISED else None,
        panic=told.panic if outcome is Outcome.PANIC else None,
        trap=ending.trap if outcome in (Outcome.TRAP, Outcome.PANIC, Outcome.OOM) else None,
        limit=ending.limit,
        phases=_phases(told.result.get("phases_ns"), ending.instantiate_ns),
        wall_ns=ending.wall_ns,
        cpu_ns=ending.cpu_ns,
        peak_bytes=ending.peak_bytes,
        scratch=ending.scratch,
        error=ending.error,
        fuel=ending.fuel,
    )


def _outcome(ending: Ending, told: _Told) -> tuple[Outcome, int | None]:
    if ending.error is not None or (ending.status is None and ending.limit is None):
        return Outcome.HARNESS_ERROR, None
    if ending.limit is not None:
        timed = ending.limit in ("wall time", "cpu time")
        return (Outcome.TIMEOUT if timed else Outcome.LIMIT), None
    if ending.trap is not None:
        return _died(told, Outcome.TRAP), None
    assert ending.status is not None
    if ending.status < 0:
        if _interrupted(ending.status, told):
            return Outcome.RAISED, INTERRUPT_EXIT_CODE
        return _died(told, Outcome.SIGNAL), None
    return _exited(ending.status, told), ending.status


def _died(told: _Told, otherwise: Outcome) -> Outcome:
    """What an abrupt death was, where the host could write down why before it died."""
    if told.panic and not (told.refused_allocation and "alloc" in told.panic.message):
        return Outcome.PANIC
    return Outcome.OOM if told.refused_allocation else otherwise


def _interrupted(status: int, told: _Told) -> bool:
    """CPython ends an uncaught KeyboardInterrupt by sending SIGINT to itself."""
    return (
        status == -signal.SIGINT
        and told.exception is not None
        and told.exception.type == "KeyboardInterrupt"
    )


def _exited(status: int, told: _Told) -> Outcome:
    if told.result.get("ended") == "panic" or (status == PANIC_EXIT_CODE and told.panic):
        return Outcome.PANIC
    uncaught = INTERRUPT_EXIT_CODE if _is_interrupt(told.exception) else 1
    if told.exception is not None and status == uncaught:
        return Outcome.RAISED
    return Outcome.OK if status == 0 else Outcome.EXIT


def _is_interrupt(exception: ExceptionInfo | None) -> bool:
    return exception is not None and exception.type == "KeyboardInterrupt"


def _signal(status: int | None) -> int | None:
    return -status if status is not None and status < 0 else None


# --------------------------------------------------------------------------- the channel


def _read_channel(channel: bytes, nonce: str) -> _Told:
    # The nonce is looked for first: a script's own line may be too deep for the parser.
    lines = [line for line in channel.split(b"\n") if nonce.encode() in line] if nonce else []
    records = [record for line in lines if (record := _trusted(line, nonce))]
    ends = [n for n, record in enumerate(records) if record["kind"] in ("executed", "final")]
    result = records[ends[-1]] if ends else {}
    last_words = records[ends[-1] + 1 :] if ends else records
    raised = [r for r in records if r.get("exception")]
    told = records if result.get("ended") == "panic" else last_words
    panics = [r for r in told if r["kind"] == "panic" and r.get("main_thread", True)]
    return _Told(
        result=result,
        exception=_exception(raised[-1]["exception"]) if raised else None,
        panic=_panic(panics[-1]) if panics else None,
        refused_allocation=any(r["kind"] == "alloc" for r in last_words),
    )


def _trusted(line: bytes, nonce: str) -> dict[str, Any] | None:
    """The record on this line, if it carries the nonce and is one of this protocol."""
    try:
        record = json.loads(line)
    except ValueError:
        return None
    good = (
        isinstance(record, dict)
        and record.get("nonce") == nonce
        and record.get("protocol") == PROTOCOL
        and isinstance(record.get("kind"), str)
    )
    return record if good else None


def _exception(data: Mapping[str, Any]) -> ExceptionInfo:
    return ExceptionInfo(
        type=str(data["type"]),
        message=data.get("message"),
        notes=tuple(str(note) for note in data.get("notes") or ()),
        frames=tuple(_frame(frame) for frame in data.get("frames") or ()),
        cause=_exception(data["cause"]) if data.get("cause") else None,
        context=_exception(data["context"]) if data.get("context") else None,
        suppress_context=bool(data.get("suppress_context")),
        exceptions=_exceptions(data.get("exceptions") or ()),
    )


def _exceptions(items: Sequence[Mapping[str, Any]]) -> tuple[ExceptionInfo, ...]:
    return tuple(_exception(item) for item in items)


def _frame(data: Mapping[str, Any]) -> Frame:
    return Frame(
        file=str(data.get("file")),
        line=int(data.get("line") or 0),
        function=str(data.get("function")),
        module=data.get("module"),
    )


def _panic(data: Mapping[str, Any]) -> PanicInfo:
    return PanicInfo(
        message=str(data.get("message")),
        file=str(data.get("file")),
        line=int(data.get("line") or 0),
        function=data.get("function"),
        thread=str(data.get("thread") or "main"),
    )


def _phases(data: Mapping[str, Any] | None, instantiate_ns: int | None) -> Phases:
    data = data or {}
    return Phases(
        start_ns=data.get("start"),
        compile_ns=data.get("compile"),
        execute_ns=data.get("execute"),
        finalise_ns=data.get("finalise"),
        instantiate_ns=instantiate_ns,
    )


def spoilt(seen: Observation) -> bool:
    """Whether something other than the script may have ended it. A SIGKILL that is no limit of
    ours came from outside (someone, a kernel short of memory) or from the script itself, and
    only the script is sure to do it again."""
    killed = seen.outcome is Outcome.SIGNAL and seen.signal == signal.SIGKILL
    return killed or seen.outcome is Outcome.HARNESS_ERROR
