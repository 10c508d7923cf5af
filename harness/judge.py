"""The judgement of one cell: a candidate's observations against its oracle's. Pure.

`RULES` names this version of the rules; it is written beside every verdict.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from harness.facets import Agreement, agree
from harness.model import (
    Case,
    Column,
    ColumnId,
    Divergence,
    ExceptionInfo,
    Observation,
    Outcome,
    Signature,
    Status,
    Verdict,
)
from harness.normalize import STEPS, Sample, normalise, usable_steps
from harness.signature import signature_of

RULES = "1"

ORACLE_RUNS = 2  # of every case, each perturbed otherwise
ORACLE_SEEDS = 8  # before a difference in output is called the candidate's
CANDIDATE_REPEATS = 2  # of a cell that differs: does it differ again?

# An oracle that ended so has not run the script to an end that anyone chose.
_NOT_RUN = frozenset({Outcome.TIMEOUT, Outcome.OOM, Outcome.LIMIT, Outcome.PANIC, Outcome.TRAP})
_DEATHS = {
    Outcome.PANIC: Divergence.PANIC,
    Outcome.SIGNAL: Divergence.SIGNAL,
    Outcome.TRAP: Divergence.TRAP,
    Outcome.TIMEOUT: Divergence.TIMEOUT,
    Outcome.OOM: Divergence.RESOURCE,
    Outcome.LIMIT: Divergence.RESOURCE,
}
_RESOURCE_ERRORS = frozenset({"RecursionError", "MemoryError"})
_SYNTAX_ERRORS = frozenset({"SyntaxError", "IndentationError", "TabError"})
# What names a module, or a name of a module, a builtin type or the builtins, that is not there.
_MISSING_NAME = re.compile(
    r"No module named |cannot import name |(?:module|type object) '[^']*' has no attribute "
    r"|'(?P<type>\w+)' object has no attribute |name '(?P<name>\w+)' is not defined"
)
_UNABLE = re.compile(
    r"\[Errno (?:38|52|58|95)\]|not supported|not implemented|unsupported|can't start new thread",
    re.IGNORECASE,
)
_NAME_ERRORS = (ImportError, AttributeError, NameError)
_BUILTIN_ERRORS = {name: item for name, item in vars(builtins).items() if isinstance(item, type)}
_HOST_MODULES = frozenset(
    {
        *("_ctypes", "_multiprocessing", "_posixshmem", "_posixsubprocess", "_socket", "_sqlite3"),
        *("_ssl", "_thread", "fcntl", "grp", "msvcrt", "mmap", "pwd", "readline", "resource"),
        *("select", "syslog", "termios", "threading", "winreg"),
    }
)


def standing(case: Case, column: Column) -> tuple[Status, str] | None:
    """The status of a cell that is not run at all, with its reason; None for one that is."""
    if case.skip:
        return Status.SKIP, case.skip
    lacking = [need for need in case.needs if need not in column.capabilities]
    if lacking:
        return Status.UNSUPPORTED, f"needs {', '.join(lacking)}, which {column.id} lacks"
    return None


def judge(
    case: Case,
    column: ColumnId,
    oracle: ColumnId,
    oracle_runs: Sequence[Observation],
    candidate_runs: Sequence[Observation],
) -> Verdict:
    """Judge a cell that was run. The candidate's first run that differs is the one shown."""
    status, reason = _unjudgeable(case, oracle_runs, candidate_runs)
    if status:
        outcome = candidate_runs[0].outcome if candidate_runs else None
        return Verdict(case.id, column, oracle, status, outcome=outcome, reason=reason)
    return _compare(case, column, oracle, oracle_runs, candidate_runs)


def decide(
    case: Case,
    column: ColumnId,
    oracle: ColumnId,
    oracle_runs: Sequence[Observation],
    candidate_runs: Sequence[Observation],
) -> Verdict:
    """Judge a cell as a run does: where it agrees in everything with the oracle's first runs, by
    these alone, so that its verdict does not depend on what other columns asked of the oracle;
    else by all of them. Every run of the candidate counts, whatever it was made for."""
    first = judge(case, column, oracle, oracle_runs[:ORACLE_RUNS], candidate_runs)
    if agrees_strictly(first):
        return first
    return judge(case, column, oracle, oracle_runs, candidate_runs)


# What a cell that agrees on its small arguments must show with its full ones to be judged by
# those instead.
OVERTURNING = (Status.FAIL, Status.FLAKY)
_DISAGREE = "runs disagree with one another"


def restless(verdict: Verdict) -> bool:
    """Whether its own runs disagreed, whatever an expectation has made of its status."""
    if verdict.status in (Status.XFAIL, Status.CHANGED):
        return verdict.reason.endswith(_DISAGREE)
    return verdict.status is Status.FLAKY


def overturned(verdict: Verdict) -> Verdict:
    """A verdict on full arguments that takes the place of one on the small ones."""
    return replace(verdict, reason=f"agrees on its small input only. {verdict.reason}".strip())


def agrees_strictly(verdict: Verdict) -> bool:
    """Whether nothing more needs to be run: it agrees in all that is compared."""
    return verdict.status is Status.PASS and verdict.strict is True


def _unjudgeable(
    case: Case, oracle_runs: Sequence[Observation], candidate_runs: Sequence[Observation]
) -> tuple[Status | None, str]:
    broken = [
        run for run in (*oracle_runs, *candidate_runs) if run.outcome is Outcome.HARNESS_ERROR
    ]
    if broken:
        return Status.SPURIOUS, broken[0].error or "the harness could not run it"
    reason = bad_script(case, oracle_runs[0]) if oracle_runs else ""
    if reason:
        return Status.BAD_SCRIPT, reason
    if not oracle_runs or not candidate_runs:
        return Status.MISSING, "nothing was observed"
    return None, ""


def bad_script(case: Case, run: Observation) -> str:
    """Why the oracle's run says that the script is no test of anything; "" when it is one."""
    if run.outcome in _NOT_RUN:
        return f"the oracle ended it by {run.outcome.value}" + (
            f" ({run.limit})" if run.limit else ""
        )
    raised = run.exception.type if run.exception else None
    if case.raises:
        matches = raised is not None and case.raises in (raised, raised.rpartition(".")[2])
        return (
            ""
            if matches
            else f"declares raises: {case.raises}, the oracle shows {raised or 'none'}"
        )
    if raised == "ModuleNotFoundError" and run.exception:
        return f"the oracle lacks a module: {run.exception.message}"
    if raised in _SYNTAX_ERRORS and run.exception and not _user_frames(run.exception):
        return f"the oracle rejects its syntax: {run.exception.message}"
    return ""


def _user_frames(exception: ExceptionInfo) -> bool:
    return bool(exception.frames)


# --------------------------------------------------------------------------- comparing


@dataclass(frozen=True)
class Differences:
    """Facet by facet, whether the candidate is within what the oracle produced."""

    outcome: Agreement
    exit_code: Agreement
    exception_type: Agreement
    message: Agreement
    stdout: Agreement
    stderr: Agreement

    @property
    def compatible(self) -> tuple[Agreement, ...]:
        return (self.outcome, self.exit_code, self.exception_type, self.stdout)

    @property
    def strict(self) -> tuple[Agreement, ...]:
        return (*self.compatible, self.message, self.stderr)

    @property
    def fails(self) -> bool:
        """Whether a difference makes the candidate incompatible."""
        return any(facet.counts for facet in self.compatible)

    @property
    def undecided(self) -> bool:
        """Whether all that differs also moves in the oracle."""
        return not self.fails and not all(facet.equal for facet in self.compatible)


def differences(
    case: Case, oracle_runs: Sequence[Observation], candidate: Observation
) -> Differences:
    """Compare each facet with the values that the oracle's runs had for it."""

    def plain(value: Callable[[Observation], object]) -> Agreement:
        values = {value(run) for run in oracle_runs}
        return Agreement(value(candidate) in values, unstable=len(values) > 1)

    return Differences(
        outcome=plain(lambda run: (run.outcome, run.signal)),
        exit_code=plain(lambda run: run.exit_code),
        exception_type=plain(_exception_type),
        message=agree(_message(candidate), [_message(run) for run in oracle_runs]),
        stdout=agree(_stdout(candidate), [_stdout(run) for run in oracle_runs], case.compare),
        stderr=agree(_stderr(candidate), [_stderr(run) for run in oracle_runs]),
    )


def equal_to(
    case: Case,
    references: Mapping[ColumnId, Sequence[Observation]],
    oracle_runs: Sequence[Observation],
    candidate_runs: Sequence[Observation],
) -> tuple[ColumnId, ...]:
    """Those of the other CPythons, by their runs, that a failing candidate is compatible with:
    it does what that version does, and not what its oracle does. To one that does not run the
    script, as for want of a module that nobody installed, nothing is said to be equal."""
    candidate, _ = _telling_run(case, oracle_runs, candidate_runs)
    return tuple(
        column
        for column, runs in references.items()
        if _ran(runs)
        and not bad_script(case, runs[0])
        and _within(differences(case, runs, candidate))
    )


def apart(
    case: Case,
    left: Sequence[Observation],
    right: Sequence[Observation],
    *,
    strictly: bool = False,
) -> bool:
    """Whether two CPythons differ in each of their runs: in what makes a candidate compatible,
    or `strictly` in anything that is compared."""

    def differs(runs: Sequence[Observation], other: Observation) -> bool:
        found = differences(case, runs, other)
        return any(facet.counts for facet in (found.strict if strictly else found.compatible))

    return (
        _ran(left)
        and _ran(right)
        and all(differs(left, run) for run in right)
        and all(differs(right, run) for run in left)
    )


def _ran(runs: Sequence[Observation]) -> bool:
    unknown = {*_NOT_RUN, Outcome.HARNESS_ERROR}
    return bool(runs) and not any(run.outcome in unknown for run in runs)


def _within(found: Differences) -> bool:
    """Agreement with what itself moves may be chance, and says nothing."""
    return all(facet.equal and not facet.unstable for facet in found.compatible)


def _exception_type(run: Observation) -> str | None:
    return run.exception.type if run.exception else None


def _message(run: Observation) -> Sample:
    exception = run.exception
    said = [exception.message or "", *exception.notes] if exception else []
    return Sample("\n".join(said).encode("utf-8", "surrogatepass"), run.scratch)


def _stdout(run: Observation) -> Sample:
    return Sample(run.stdout.data, run.scratch)


def _stderr(run: Observation) -> Sample:
    return Sample(run.stderr.data, run.scratch)


def _compare(
    case: Case,
    column: ColumnId,
    oracle: ColumnId,
    oracle_runs: Sequence[Observation],
    candidate_runs: Sequence[Observation],
) -> Verdict:
    candidate, found = _telling_run(case, oracle_runs, candidate_runs)
    status, reason = _status(case, found, candidate_runs)
    counted = status is not Status.UNSTABLE_ORACLE
    passes = status is Status.PASS
    classes = _classes(found, oracle_runs, candidate)
    real = [item for item in classes if item.severity > Divergence.FLOAT_TOLERANCE.severity]
    return Verdict(
        case=case.id,
        column=column,
        oracle=oracle,
        status=status,
        compatible=passes if counted else None,
        strict=passes and not any(facet.counts for facet in found.strict) if counted else None,
        classes=classes,
        signature=_signature(real[0], found, oracle_runs, candidate) if real and counted else None,
        masks=tuple(dict.fromkeys(mask for facet in found.strict for mask in facet.masks)),
        outcome=candidate.outcome,
        reason=reason,
    )


def _telling_run(
    case: Case, oracle_runs: Sequence[Observation], candidate_runs: Sequence[Observation]
) -> tuple[Observation, Differences]:
    """The candidate's first run that fails, else its first, with what differs in it."""
    compared = [(run, differences(case, oracle_runs, run)) for run in candidate_runs]
    return next((pair for pair in compared if pair[1].fails), compared[0])


def _status(
    case: Case, found: Differences, candidate_runs: Sequence[Observation]
) -> tuple[Status, str]:
    if found.undecided:
        return Status.UNSTABLE_ORACLE, "the oracle's own runs disagree in what differs"
    if found.fails and _restless(case, found, candidate_runs):
        return Status.FLAKY, f"its {len(candidate_runs)} {_DISAGREE}"
    return (Status.FAIL if found.fails else Status.PASS), ""


def _restless(case: Case, found: Differences, runs: Sequence[Observation]) -> bool:
    """Whether the candidate's runs disagree where the oracle's stand still.

    They are taken as an oracle's are: addresses that move in them are no disagreement.
    """
    own = differences(case, runs, runs[0])
    facets = zip(found.compatible, own.compatible, strict=True)
    return any(mine.unstable and not its.unstable for its, mine in facets)


def _signature(
    divergence: Divergence,
    found: Differences,
    oracle_runs: Sequence[Observation],
    candidate: Observation,
) -> Signature:
    in_stderr = divergence in (Divergence.STDERR, Divergence.TRACEBACK) or (
        divergence is Divergence.EXIT_CODE and found.stdout.equal
    )
    stream = _stderr if in_stderr else _stdout
    oracle = oracle_runs[0]
    # All masks, so that no address stands in a name, unless it is all that differs.
    expected, got = (normalise(stream(run), STEPS) for run in (oracle, candidate))
    if expected == got:
        steps = usable_steps([stream(run) for run in oracle_runs])
        expected, got = (normalise(stream(run), steps) for run in (oracle, candidate))
    return signature_of(divergence, oracle, candidate, expected, got)


# --------------------------------------------------------------------------- classes


def _classes(
    found: Differences, oracle_runs: Sequence[Observation], candidate: Observation
) -> tuple[Divergence, ...]:
    """Every class that applies, most severe first; what also moves in the oracle is none."""
    classes = {facet.relaxed for facet in found.strict if facet.relaxed}
    if found.outcome.counts:
        classes.add(_DEATHS.get(candidate.outcome, Divergence.EXIT_CODE))
    if found.exit_code.counts:
        classes.add(Divergence.EXIT_CODE)
    if found.exception_type.counts:
        classes |= {Divergence.EXCEPTION_TYPE, _raised_class(candidate)}
    elif found.exception_type.equal and found.message.counts:
        classes.add(Divergence.MESSAGE)
    if found.stdout.counts:
        classes.add(Divergence.STDOUT)
    if found.stderr.counts:
        classes.add(_stderr_class(oracle_runs, candidate))
    return tuple(sorted(classes, key=lambda item: -item.severity))


def _raised_class(candidate: Observation) -> Divergence:
    """What the candidate's exception, which the oracle does not raise, stands for."""
    exception = candidate.exception
    if exception is None:
        return Divergence.EXCEPTION_TYPE
    simple = exception.type.rpartition(".")[2]
    if simple in _RESOURCE_ERRORS:
        return Divergence.RESOURCE
    if simple in _SYNTAX_ERRORS:
        return Divergence.SYNTAX
    if _lacks_host(exception, simple):
        return Divergence.CAPABILITY
    return Divergence.MISSING_NAME if _lacks_name(exception) else Divergence.EXCEPTION_TYPE


def _lacks_name(exception: ExceptionInfo) -> bool:
    """Whether a library or a builtin lacks it; a script's own objects lacking a name, or None,
    is a consequence of something else."""
    match = _MISSING_NAME.search(exception.message or "")
    if not match or not issubclass(_BUILTIN_ERRORS.get(exception.type, Exception), _NAME_ERRORS):
        return False
    owner, name = match["type"], match["name"]
    if owner:
        return owner != "NoneType" and hasattr(builtins, owner)
    return name is None or hasattr(builtins, name)


def _lacks_host(exception: ExceptionInfo, simple: str) -> bool:
    message = exception.message or ""
    if simple in ("ModuleNotFoundError", "ImportError"):
        return any(f"'{name}'" in message for name in _HOST_MODULES)
    about_host = simple in (
        "OSError",
        "RuntimeError",
        "NotImplementedError",
        "UnsupportedOperation",
    )
    return about_host and bool(_UNABLE.search(message))


def _stderr_class(oracle_runs: Sequence[Observation], candidate: Observation) -> Divergence:
    """Traceback when both show one and all before it is the same, else stderr."""
    oracle = oracle_runs[0]
    steps = usable_steps([_stderr(run) for run in oracle_runs])
    heads = {
        normalise(_stderr(run), steps).partition("Traceback (most recent")[0]
        for run in (oracle, candidate)
    }
    both = oracle.exception is not None and candidate.exception is not None
    return Divergence.TRACEBACK if both and len(heads) == 1 else Divergence.STDERR
