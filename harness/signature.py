"""Names the cause of a difference, so that a hundred failing scripts read as three problems.

A signature never holds a line number or a path. Pure.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Sequence

from harness.model import Divergence, ExceptionInfo, Observation, PanicInfo, Signature, TrapInfo

# Names are what these errors are about; in other messages quoted text is a value.
_ABOUT_NAMES = frozenset(
    {"ModuleNotFoundError", "ImportError", "AttributeError", "NameError", "UnboundLocalError"}
)
# An apostrophe within a word, as in "can't", opens nothing.
_QUOTED = re.compile(r"(?<!\w)[bBrRuU]{0,2}(?:'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\")(?!\w)")
_NUMBER = re.compile(r"(?<![A-Za-z_])(?:0[xX][0-9a-fA-F]+|-?\d[\d_]*(?:\.\d+)?(?:e[-+]?\d+)?)")
_PATH = re.compile(r"(?:/[\w.<>@+-]+){2,}")
_HASH_SUFFIX = re.compile(r"::h[0-9a-f]{16}$")
_STACK_OVERFLOW = "stack-overflow"  # whichever function was the last one says nothing
# Where a panic or an abort passes through, whoever caused it.
_PLUMBING = ("std::", "core::", "alloc::", "__rust", "rust_", "abort", "dlmalloc", "_start")


def signature_of(
    divergence: Divergence,
    oracle: Observation,
    candidate: Observation,
    oracle_text: str,
    candidate_text: str,
) -> Signature:
    """The signature of a cell whose most severe class is `divergence`.

    The two texts are the normalised outputs in which the class shows: stderr for the classes
    of stderr, else stdout.
    """
    if divergence is Divergence.PANIC and candidate.panic:
        place = _panic_place(candidate.panic, candidate.trap)
        return _signature(f"panic in {place}", candidate.panic.message)
    if divergence is Divergence.TRAP and candidate.trap:
        return _signature(f"trap: {_trap_place(candidate.trap)}", candidate.trap.message)
    if divergence is Divergence.SIGNAL:
        return _signature(f"signal {candidate.signal}")
    if divergence is Divergence.TIMEOUT:
        return _signature(f"timeout: over its {candidate.limit}")
    if candidate.exception and divergence not in _OUTPUT_CLASSES:
        return _signature(f"{divergence.value}: {_exception_text(candidate.exception)}")
    if divergence is Divergence.EXIT_CODE:
        return _exit_signature(oracle, candidate, oracle_text, candidate_text)
    if divergence in _OUTPUT_CLASSES:
        return _hunk_signature(divergence.value, oracle_text, candidate_text)
    return _signature(f"{divergence.value}: {candidate.outcome.value}")


_OUTPUT_CLASSES = frozenset({Divergence.STDOUT, Divergence.STDERR, Divergence.TRACEBACK})


def without_values(message: str) -> str:
    """The message with quoted text, paths and numbers taken out."""
    first_line = message.split("\n", 1)[0]
    return _NUMBER.sub("N", _QUOTED.sub("'…'", _PATH.sub("<path>", first_line)))


def _signature(text: str, detail: str = "", *, named_by: str | None = None) -> Signature:
    digest = hashlib.sha256(_printable(named_by or text).encode()).hexdigest()
    return Signature(digest[:12], _printable(text), _printable(detail))


def _printable(text: str) -> str:
    """Bytes that were no UTF-8 become escapes, so that any file can hold the text."""
    return text.encode("utf-8", "backslashreplace").decode()


def _exception_text(exception: ExceptionInfo) -> str:
    message = exception.message or ""
    simple = exception.type.rpartition(".")[2]
    first_line = _PATH.sub("<path>", message.split("\n", 1)[0])
    shown = first_line if simple in _ABOUT_NAMES else without_values(message)
    where = _innermost(exception)
    return f"{exception.type}: {shown}" + (f" in {where}" if where else "")


def _innermost(exception: ExceptionInfo) -> str:
    """Module and function; of a script only `__main__`, for its functions are its own."""
    if not exception.frames:
        return ""
    frame = exception.frames[-1]
    if frame.module == "__main__":
        return frame.module
    return f"{frame.module or '?'}:{frame.function}"


def _panic_place(panic: PanicInfo, trap: TrapInfo | None) -> str:
    """File and function; in wasm only the engine knows the function."""
    name = panic.function or (_telling(trap) if trap else None)
    function = f" {_HASH_SUFFIX.sub('', name)}" if name else ""
    return f"{panic.file}{function}: {without_values(panic.message)}"


def _trap_place(trap: TrapInfo) -> str:
    place = _telling(trap) if trap.code != _STACK_OVERFLOW else None
    return f"{trap.code} in {place}" if place else trap.code


def _telling(trap: TrapInfo) -> str | None:
    """The innermost function that is not plumbing."""
    names = (_HASH_SUFFIX.sub("", name) for name in trap.frames)
    return next((name for name in names if not name.lstrip("<&(").startswith(_PLUMBING)), None)


def _exit_signature(
    oracle: Observation, candidate: Observation, oracle_text: str, candidate_text: str
) -> Signature:
    """An exit code alone names no cause: what should have been raised does, or what was said."""
    if oracle.exception:
        missed = _exception_text(oracle.exception)
        return _signature(f"exit-code: {candidate.exit_code} in place of {missed}")
    codes = " → ".join(_exit_text(run) for run in (oracle, candidate))
    if oracle_text == candidate_text:
        return _signature(f"exit-code: {codes}")
    return _hunk_signature(f"exit-code: {codes}", oracle_text, candidate_text)


def _exit_text(run: Observation) -> str:
    return str(run.exit_code) if run.signal is None else f"signal {run.signal}"


def _hunk_signature(kind: str, oracle: str, candidate: str) -> Signature:
    """Named by the first differing hunk of both sides, which is kept but for very long lines."""
    removed, added = first_hunk(oracle.split("\n"), candidate.split("\n"))
    hunk = [*(f"-{line}" for line in removed), *(f"+{line}" for line in added)]
    detail = "\n".join(_shorten(line, 1000) for line in hunk)
    shown = " → ".join(_first_line(side) for side in (removed, added))
    return _signature(f"{kind}: {shown}", detail, named_by="\n".join([kind, *hunk]))


def _first_line(lines: Sequence[str]) -> str:
    return (_shorten(lines[0]) or "(empty line)") if lines else "(nothing)"


def first_hunk(oracle: Sequence[str], candidate: Sequence[str]) -> tuple[list[str], list[str]]:
    """The first run of lines that differ, of both sides. Linear in the usual case."""
    start = 0
    while start < min(len(oracle), len(candidate)) and oracle[start] == candidate[start]:
        start += 1
    left, right = oracle[start : start + 200], candidate[start : start + 200]
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, left, right, False).get_opcodes():
        if tag != "equal":
            return list(left[i1:i2]), list(right[j1:j2])
    return [], []


def _shorten(line: str, width: int = 60) -> str:
    return line if len(line) <= width else line[: width - 1] + "…"
