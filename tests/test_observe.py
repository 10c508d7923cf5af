"""What happened, by what can be believed; a table of endings and outcomes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from harness.model import Outcome, Output, TrapInfo
from harness.observe import Ending, observe

NONCE = "5e" * 16
EXCEPTION = {"type": "ValueError", "message": "x", "frames": []}
INTERRUPT = {"type": "KeyboardInterrupt", "message": "", "frames": []}
PANIC = {"message": "boom", "file": "vm/src/frame.rs", "line": 7, "main_thread": True}


def told(kind: str, nonce: str = NONCE, protocol: int = 1, **fields: Any) -> bytes:
    record = {"nonce": nonce, "protocol": protocol, "kind": kind, **fields}
    return b"\n" + json.dumps(record).encode() + b"\n"


def ending(status: int | None, channel: bytes = b"", **fields: Any) -> Ending:
    given: dict[str, Any] = {"stdout": Output(), "stderr": Output(), "nonce": NONCE, **fields}
    return Ending(status, channel=channel, **given)


EXECUTED_OK = told("executed", ended="ok", exit_code=0)
FINAL_OK = told("final", ended="ok", exit_code=0)
FINAL_RAISED = told("final", ended="raised", exit_code=1, exception=EXCEPTION)
UNREACHABLE = TrapInfo("unreachable")
# What a refused allocation makes some libraries do.
STARVED = {**PANIC, "message": "unable to allocate stack"}


@pytest.mark.parametrize(
    ("given", "outcome", "exit_code"),
    [
        (ending(0, FINAL_OK), Outcome.OK, 0),
        (ending(0), Outcome.OK, 0),
        (ending(3), Outcome.EXIT, 3),
        (ending(3, told("final", ended="exit", exit_code=3)), Outcome.EXIT, 3),
        (ending(1, FINAL_RAISED), Outcome.RAISED, 1),
        (ending(1, told("exception", exception=EXCEPTION)), Outcome.RAISED, 1),
        # The exception was uncaught, but an exit hook chose the code.
        (ending(7, told("exception", exception=EXCEPTION)), Outcome.EXIT, 7),
        (ending(1), Outcome.EXIT, 1),
        (ending(130, told("final", ended="raised", exception=INTERRUPT)), Outcome.RAISED, 130),
        (ending(-2, told("exception", exception=INTERRUPT)), Outcome.RAISED, 130),
        (ending(-2), Outcome.SIGNAL, None),
        (ending(-11), Outcome.SIGNAL, None),
        (ending(-11, FINAL_OK), Outcome.SIGNAL, None),
        (ending(101, told("panic", **PANIC)), Outcome.PANIC, 101),
        (ending(101), Outcome.EXIT, 101),
        (ending(-6, told("panic", **PANIC)), Outcome.PANIC, None),
        (ending(-6, told("alloc", bytes=9)), Outcome.OOM, None),
        # A refused allocation that the script lived on from.
        (ending(0, told("alloc", bytes=9) + FINAL_OK), Outcome.OK, 0),
        # A panic in another thread, and a script that ended well.
        (ending(0, told("panic", **{**PANIC, "main_thread": False}) + FINAL_OK), Outcome.OK, 0),
        (ending(0, trap=UNREACHABLE), Outcome.TRAP, None),
        (ending(0, told("panic", **PANIC), trap=UNREACHABLE), Outcome.PANIC, None),
        (ending(0, told("alloc", bytes=9), trap=UNREACHABLE), Outcome.OOM, None),
        # The script had ended well; finalising panicked, or was refused memory.
        (ending(0, EXECUTED_OK + told("panic", **PANIC), trap=UNREACHABLE), Outcome.PANIC, None),
        (ending(101, EXECUTED_OK + told("panic", **PANIC)), Outcome.PANIC, 101),
        (ending(-6, EXECUTED_OK + told("alloc", bytes=9)), Outcome.OOM, None),
        (ending(-11, told("alloc", bytes=9) + EXECUTED_OK), Outcome.SIGNAL, None),
        (
            ending(0, told("alloc", bytes=9) + told("panic", **STARVED), trap=UNREACHABLE),
            Outcome.OOM,
            None,
        ),
        (
            ending(0, told("alloc", bytes=9) + told("panic", **PANIC), trap=UNREACHABLE),
            Outcome.PANIC,
            None,
        ),
        (ending(-9, limit="wall time"), Outcome.TIMEOUT, None),
        (ending(-24, FINAL_OK, limit="cpu time"), Outcome.TIMEOUT, None),
        (ending(-9, limit="output"), Outcome.LIMIT, None),
        (ending(None), Outcome.HARNESS_ERROR, None),
        (ending(0, FINAL_OK, error="the worker died"), Outcome.HARNESS_ERROR, None),
    ],
)
def test_outcomes(given: Ending, outcome: Outcome, exit_code: int | None) -> None:
    seen = observe(given)
    assert (seen.outcome, seen.exit_code) == (outcome, exit_code)


@pytest.mark.parametrize(
    "channel",
    [
        told("final", nonce="", ended="raised", exception=EXCEPTION),
        told("final", nonce="00" * 16, ended="raised", exception=EXCEPTION),
        told("exception", protocol=2, exception=EXCEPTION),
        b'\n{"nonce": "' + NONCE.encode() + b'"}\n',
        b"\n{ half a line",
        b"\n[1, 2]\n\x00\xff\n",
        b'\n{"a": ' + b"[" * 200_000 + b"\n",
    ],
)
def test_lines_that_cannot_be_trusted_say_nothing(channel: bytes) -> None:
    assert observe(ending(1, channel)).outcome is Outcome.EXIT


def test_junk_before_a_trusted_line_does_not_swallow_it() -> None:
    seen = observe(ending(1, b"junk without an end" + FINAL_RAISED + b"more"))
    assert seen.exception is not None
    assert seen.exception.type == "ValueError"


def test_nothing_is_trusted_without_a_nonce() -> None:
    channel = told("exception", nonce="", exception=EXCEPTION)
    assert observe(ending(1, channel, nonce="")).outcome is Outcome.EXIT


def test_an_exception_is_kept_with_its_chain_and_frames() -> None:
    frame = {"file": "a.py", "line": 3, "function": "f", "module": "a"}
    outer = {
        "type": "json.decoder.JSONDecodeError",
        "message": "bad",
        "notes": ["n"],
        "frames": [frame],
        "cause": EXCEPTION,
        "context": EXCEPTION,
        "suppress_context": True,
        "exceptions": [EXCEPTION, EXCEPTION],
    }
    seen = observe(ending(1, told("exception", exception=outer)))
    exception = seen.exception
    assert exception is not None
    assert exception.frames[0].function == "f"
    assert exception.cause is not None
    assert exception.cause.type == "ValueError"
    assert (exception.notes, len(exception.exceptions)) == (("n",), 2)
    assert exception.suppress_context


def test_phases_and_signals_are_kept() -> None:
    phases = {"start": 5, "compile": 6, "execute": 7, "finalise": None}
    seen = observe(ending(0, told("final", ended="ok", phases_ns=phases)))
    assert (seen.phases.start_ns, seen.phases.finalise_ns) == (5, None)
    assert observe(ending(-11)).signal == 11
