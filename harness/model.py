"""What the harness talks about: frozen data and enums, no input or output.

Terms are those of ARCHITECTURE.md. Times are integers in nanoseconds (`_ns`) or floats in
seconds (`_s`), sizes are bytes. Outputs are raw bytes, never decoded here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from pathlib import Path
from typing import Any, Protocol

# --------------------------------------------------------------------------- columns

NATIVE = "native"
DEFAULT_PROFILE = "default"
WASM_TARGET = "wasm32-wasip1"

_PART = r"[A-Za-z0-9._+-]+"
_COLUMN = re.compile(
    rf"(?P<engine>{_PART})@(?P<version>{_PART})(?::(?P<profile>{_PART}))?(?:/(?P<runtime>{_PART}))?"
)


@dataclass(frozen=True, order=True)
class ColumnId:
    """`engine@version[:profile][/runtime]`; `default` and `native` are left out when written."""

    engine: str
    version: str
    profile: str = DEFAULT_PROFILE
    runtime: str = NATIVE

    def __str__(self) -> str:
        profile = "" if self.profile == DEFAULT_PROFILE else f":{self.profile}"
        runtime = "" if self.runtime == NATIVE else f"/{self.runtime}"
        return f"{self.engine}@{self.version}{profile}{runtime}"

    @classmethod
    def parse(cls, text: str) -> ColumnId:
        """Read an ID; raises ValueError naming what is wrong with it."""
        match = _COLUMN.fullmatch(text)
        if not match:
            raise ValueError(
                f"{text!r} is not a column ID: expected engine@version[:profile][/runtime]"
            )
        return cls(
            match["engine"],
            match["version"],
            match["profile"] or DEFAULT_PROFILE,
            match["runtime"] or NATIVE,
        )


@dataclass(frozen=True)
class Column:
    """A column that is ready to run.

    `python` is the language version it claims, as major.minor. `fingerprint` is a hash of all
    that can change a result. `capabilities` are the host capabilities that a case may need.
    `details` is plain JSON data for the record's header: sizes, features, versions.
    """

    id: ColumnId
    target: str
    python: str
    fingerprint: str
    capabilities: frozenset[str]
    details: Mapping[str, Any] = field(default_factory=dict)


# What a case may say it needs. Each is a thing of the host, never a module of the library.
CAPABILITIES: Mapping[str, str] = {
    "threads": "starting threads",
    "subprocess": "starting other processes",
    "sockets": "sockets and their event loops",
    "signals": "sending and handling signals",
    "fork": "forking the interpreter",
    "ctypes": "calling native libraries",
    "ssl": "a TLS library",
    "sqlite": "an SQLite library",
    "symlinks": "symbolic links",
    "files": "files in the working directory",
}


# --------------------------------------------------------------------------- cases


@dataclass(frozen=True)
class CaseFile:
    """A file or folder placed into the working directory under `name`, a relative POSIX path.

    Either its content is given, or the path it is copied from.
    """

    name: str
    content: bytes | None = None
    source: Path | None = None


@dataclass(frozen=True)
class CompareOptions:
    """What a case allows its output to differ in."""

    unordered: bool = False
    float_tolerance: float | None = None


@dataclass(frozen=True)
class Case:
    """One script with its settings. `id` is the corpus root's name and the path below it."""

    id: str
    path: Path
    area: str
    sha256: str
    description: str = ""
    tags: tuple[str, ...] = ()
    argv: tuple[str, ...] = ()
    args_small: tuple[str, ...] = ()
    args_full: tuple[str, ...] | None = None
    stdin: bytes = b""
    env: Mapping[str, str] = field(default_factory=dict)
    files: tuple[CaseFile, ...] = ()
    needs: tuple[str, ...] = ()
    timeout_s: float | None = None
    compare: CompareOptions = CompareOptions()
    raises: str | None = None
    skip: str | None = None


# --------------------------------------------------------------------------- observations


class Outcome(StrEnum):
    """What happened to an attempt, by what can be believed; never by what the script printed."""

    OK = "ok"  # ended with exit code 0
    RAISED = "raised"  # an uncaught exception ended it
    EXIT = "exit"  # the script chose an exit code other than 0
    SIGNAL = "signal"  # a signal ended the process
    PANIC = "panic"  # the interpreter's own Rust code panicked
    TRAP = "trap"  # the wasm engine stopped it
    TIMEOUT = "timeout"  # over its CPU budget or its watchdog of wall time
    OOM = "oom"  # died of a refused allocation
    LIMIT = "limit"  # over another limit that the harness enforced (output)
    HARNESS_ERROR = "harness-error"  # ours, never the script's


class Role(StrEnum):
    """What an attempt was made for."""

    ORACLE = "oracle"
    CANDIDATE = "candidate"
    TIMING = "timing"
    TRIAL = "trial"  # a candidate's fast start that a cold one was asked to confirm


class Start(StrEnum):
    """How an attempt's interpreter comes to be."""

    COLD = "cold"  # built anew, in a process or an instance of its own
    FAST = "fast"  # a copy of one that was ready


@dataclass(frozen=True)
class Frame:
    """One frame of a traceback; `module` is the `__name__` of its globals when known."""

    file: str
    line: int
    function: str
    module: str | None = None


@dataclass(frozen=True)
class ExceptionInfo:
    """An uncaught exception as data. `type` is qualified unless builtin or of `__main__`.

    `frames` are outermost first. `message` is `str(exc)`, None when that failed.
    """

    type: str
    message: str | None = None
    notes: tuple[str, ...] = ()
    frames: tuple[Frame, ...] = ()
    cause: ExceptionInfo | None = None
    context: ExceptionInfo | None = None
    suppress_context: bool = False
    exceptions: tuple[ExceptionInfo, ...] = ()


@dataclass(frozen=True)
class PanicInfo:
    """Where Rust code panicked, as the host's panic hook wrote it before the process died."""

    message: str
    file: str
    line: int
    function: str | None = None
    thread: str = "main"


@dataclass(frozen=True)
class TrapInfo:
    """How the wasm engine stopped an attempt. `frames` are function names, innermost first."""

    code: str
    message: str = ""
    frames: tuple[str, ...] = ()


@dataclass(frozen=True)
class Phases:
    """The host's own phase times; None where not known."""

    start_ns: int | None = None
    compile_ns: int | None = None
    execute_ns: int | None = None
    finalise_ns: int | None = None
    instantiate_ns: int | None = None  # the runtime's own: a module made ready to be started


@dataclass(frozen=True)
class Output:
    """Raw bytes of one stream. `size` counts all that was written; `data` may be cut short."""

    data: bytes = b""
    size: int = 0

    @property
    def cut(self) -> bool:
        return self.size > len(self.data)


@dataclass(frozen=True)
class Observation:
    """What happened in one attempt; facts only.

    `exit_code` is None when a signal, trap or limit ended it. `limit` names the limit that
    did. `scratch` is the folder that the attempt saw as its own, for masking.
    """

    outcome: Outcome
    exit_code: int | None = None
    signal: int | None = None
    stdout: Output = Output()
    stderr: Output = Output()
    exception: ExceptionInfo | None = None
    panic: PanicInfo | None = None
    trap: TrapInfo | None = None
    limit: str | None = None
    phases: Phases = Phases()
    wall_ns: int = 0
    cpu_ns: int | None = None
    peak_bytes: int | None = None
    scratch: str = ""
    error: str | None = None
    fuel: int | None = None  # instructions, where the runtime counted them


@dataclass(frozen=True)
class Attempt:
    """One fresh interpreter that ran one case in one column, and what was observed.

    `repeat` counts the attempts of this cell in this role from 0; `seed` is the hash seed;
    `full` says that the case ran with its full arguments (timing), not the small ones. `made`
    is when it was made (ISO 8601, UTC), where that was not in this run. `start` is how the
    interpreter came to be.
    """

    case: str
    column: ColumnId
    role: Role
    repeat: int
    seed: int
    observation: Observation
    full: bool = False
    perturbation: str = "none"
    made: str | None = None
    start: Start = Start.COLD


# --------------------------------------------------------------------------- verdicts


class Status(StrEnum):
    PASS = "pass"
    FAIL = "fail"
    FLAKY = "flaky"  # the candidate's own repeats disagree
    UNSUPPORTED = "unsupported"  # the column lacks a capability that the case needs
    SKIP = "skip"  # the case says so, with a reason
    BAD_SCRIPT = "bad-script"  # the oracle does not run it
    UNSTABLE_ORACLE = "unstable-oracle"  # the oracle's own runs disagree
    SPURIOUS = "spurious"  # fault of harness or machine
    MISSING = "missing"  # nothing was observed
    XFAIL = "xfail"
    XPASS = "xpass"
    CHANGED = "changed"  # fails, but not in the way expected


# Cells that count in the two numbers' denominator.
JUDGED = frozenset(
    {Status.PASS, Status.FAIL, Status.FLAKY, Status.XFAIL, Status.XPASS, Status.CHANGED}
)


class Divergence(Enum):
    """Classes of difference, mildest first; the value is the name that reports show."""

    NORMALISED_EQUAL = "normalised-equal"
    UNORDERED_EQUAL = "unordered-equal"
    FLOAT_TOLERANCE = "float-tolerance"
    STDERR = "stderr"
    TRACEBACK = "traceback"
    MESSAGE = "exception-message"
    STDOUT = "stdout"
    EXCEPTION_TYPE = "exception-type"
    EXIT_CODE = "exit-code"
    MISSING_NAME = "missing-name"  # a module or an attribute
    SYNTAX = "syntax-rejected"
    CAPABILITY = "host-capability"
    RESOURCE = "resource-limit"  # recursion, memory
    PANIC = "panic"
    SIGNAL = "signal"
    TRAP = "trap"
    TIMEOUT = "timeout"

    @property
    def severity(self) -> int:
        return list(Divergence).index(self)


@dataclass(frozen=True)
class Signature:
    """Names a cause. `id` is a short hash of `text`; `detail` shows the evidence in full."""

    id: str
    text: str
    detail: str = ""


@dataclass(frozen=True)
class Verdict:
    """The judgement of one cell; derived from observations by the rules of that version.

    `compatible` and `strict` are None where the cell does not count. `classes` holds every
    class of difference that applies, most severe first. `masks` are the normalisation steps
    that were needed for the outputs to agree. `equals` are other CPythons of the run that a
    failing cell agrees with; a case is `version_sensitive` where the run's CPythons disagree.
    `expectation` is what was expected of a cell that XFAIL, XPASS or CHANGED is said of.
    """

    case: str
    column: ColumnId
    oracle: ColumnId
    status: Status
    compatible: bool | None = None
    strict: bool | None = None
    classes: tuple[Divergence, ...] = ()
    signature: Signature | None = None
    masks: tuple[str, ...] = ()
    outcome: Outcome | None = None
    reason: str = ""
    expectation: str = ""
    equals: tuple[ColumnId, ...] = ()
    version_sensitive: bool = False


@dataclass(frozen=True)
class Timing:
    """A quick look at one agreeing cell's speed against its oracle.

    Times are medians in seconds over `samples` fresh interpreters. `ratio` is execution
    against execution where both stand clear of start-up, else None; `low` and `high` are
    the least and the greatest ratio among the sample pairs. `total_ratio` is start to exit.
    """

    case: str
    column: ColumnId
    samples: int
    total_s: float
    oracle_total_s: float
    total_ratio: float
    execution_s: float | None = None
    oracle_execution_s: float | None = None
    ratio: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class StartUp:
    """The time of an empty script in a column, start to exit: median and spread, seconds."""

    column: ColumnId
    samples: int
    median_s: float
    low_s: float
    high_s: float


class Speed(StrEnum):
    """What a comparison of speeds says of B beside A; "no change" is not among them."""

    SLOWER = "slower"
    FASTER = "faster"
    EQUIVALENT = "equivalent"  # shown to lie within the margin
    INCONCLUSIVE = "inconclusive"


@dataclass(frozen=True)
class Comparison:
    """One cell of a comparison of speeds: column B beside column A, in one phase.

    `clock` says what was measured: `wall` or `cpu` (seconds), or `fuel` (instructions, which
    are exact). `estimate`, `low`, `high` and `margin` are natural logarithms of B / A, so that
    0.05 is about 5 % more; `a_median` and `b_median` are in the clock's unit. `margin_runs` is
    the number of A/A runs that the margin rests on, `provisional` that they are too few.
    `p` is that of the difference beyond the margin; `batch` counts from 1, and a second one
    repeats what was slower in the first.
    """

    case: str
    a: ColumnId
    b: ColumnId
    phase: str  # "start", "instantiate" or "execution"
    clock: str
    batch: int
    pairs: int
    a_median: float
    b_median: float
    estimate: float
    low: float
    high: float
    margin: float
    margin_runs: int
    provisional: bool
    verdict: Speed
    p: float | None = None
    wall_ratio: float | None = None
    cpu_ratio: float | None = None
    memory_ratio: float | None = None


@dataclass(frozen=True)
class Untimed:
    """A case for which two columns were not compared by this clock, and why."""

    case: str
    a: ColumnId
    b: ColumnId
    clock: str
    reason: str


@dataclass(frozen=True)
class OracleChoice:
    """Which CPython column judges a candidate, and whether its version is the claimed one."""

    candidate: ColumnId
    oracle: ColumnId
    claimed: str  # major.minor that the candidate claims
    exact: bool


@dataclass(frozen=True)
class CaseInfo:
    """What a record keeps of a case."""

    id: str
    area: str
    sha256: str
    description: str = ""
    tags: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    path: str = ""  # as the user named it, for commands that repeat a cell
    size: int | None = None  # of the script in bytes; reports name the smallest one
    compare: CompareOptions | None = None  # None in a record too old to say how it is judged
    raises: str | None = None
    skip: str | None = None

    def as_judged(self) -> Case:
        """The case with all that its judgement takes, and nothing of how it is run."""
        return Case(
            id=self.id,
            path=Path(self.path),
            area=self.area,
            sha256=self.sha256,
            needs=self.needs,
            compare=self.compare or CompareOptions(),
            raises=self.raises,
            skip=self.skip,
        )


@dataclass(frozen=True)
class Header:
    """The first line of a record: what ran, where, with what settings."""

    run_id: str
    started: str  # ISO 8601, UTC
    harness_version: str
    command: str
    machine: Mapping[str, Any]
    columns: tuple[Column, ...]
    oracles: tuple[OracleChoice, ...]
    settings: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Record:
    """A whole run as read from its file. Without its footer it is not `complete`."""

    header: Header
    cases: tuple[CaseInfo, ...]
    attempts: tuple[Attempt, ...]
    verdicts: tuple[Verdict, ...]
    timings: tuple[Timing, ...]
    start_ups: tuple[StartUp, ...]
    complete: bool
    finished: str | None = None
    path: Path | None = None
    comparisons: tuple[Comparison, ...] = ()
    untimed: tuple[Untimed, ...] = ()


# --------------------------------------------------------------------------- running


@dataclass(frozen=True)
class Limits:
    """What one attempt may use. None means no limit of that kind."""

    wall_s: float
    cpu_s: float | None = None
    memory_bytes: int | None = None
    output_bytes: int = 16 * 1024 * 1024


@dataclass(frozen=True)
class Placement:
    """Where an attempt lives: folders made for it alone, removed afterwards.

    `work` is the working directory with the case's files, `tmp` the temporary folder, both
    in `scratch`; `control` holds the nonce and the result of the host's channel.
    """

    scratch: Path
    work: Path
    tmp: Path
    control: Path | None


@dataclass(frozen=True)
class Launch:
    """How to start one attempt, as a runtime describes it; only `execute` starts it.

    Without `worker`, `argv` is a process started in `placement.work`. With it, `argv` is the
    command of a long-lived worker that forks one child for each request it is sent, and
    `request` is what it is sent (JSON data).
    """

    argv: tuple[str, ...]
    env: Mapping[str, str]
    cwd: Path
    worker: bool = False
    request: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Artefact:
    """What an engine made or found, ready for a runtime: a CPython, a host binary, a module.

    `info` is plain JSON data about it: version, features, size, compiler, build time.
    """

    path: Path
    engine: str
    version: str
    python: str  # major.minor that it claims
    target: str
    profile: str
    fingerprint: str
    info: Mapping[str, Any] = field(default_factory=dict)


class Runtime(Protocol):
    """What executes an artefact. One file each; it describes, it never runs anything."""

    name: str
    target: str  # what its artefacts are built for

    def version(self) -> str:
        """The runtime's own version, part of the column's fingerprint."""
        ...

    def describe(self, artefact: Path, tools: ToolRunner) -> str:
        """What the artefact prints for `info --json`."""
        ...

    def prepare(
        self, artefact: Artefact, *, tools: ToolRunner, store: ArtefactStore, progress: Progress
    ) -> Artefact:
        """The artefact made ready to launch (compiled)."""
        ...

    def counting(
        self, artefact: Artefact, *, tools: ToolRunner, store: ArtefactStore, progress: Progress
    ) -> Artefact | None:
        """The same made ready to count instructions, deterministically (`Observation.fuel`).

        `artefact` is what `prepare` gave. None for a runtime that cannot.
        """
        ...

    def initialise(self, module: Path, folder: Path, tools: ToolRunner) -> None:
        """Run an instrumented module's initialisation, and write what came of its instance to
        `folder`: `globals.json`, and a file for each memory below `memory/`."""
        ...

    def fast(self, artefact: Artefact) -> Artefact | None:
        """The same, to be launched as copies of an interpreter that is ready.

        `artefact` is what `prepare` gave, for a module one that is initialised. None for what
        can only be started cold.
        """
        ...

    def starts_fast(self, env: Mapping[str, str], seed: int) -> bool:
        """Whether an attempt with this environment can be such a copy: what an interpreter
        takes from it when it is built has to be what the ready one was built with."""
        ...

    def capabilities(self, artefact: Artefact) -> frozenset[str]:
        """The host capabilities that scripts have in this runtime with this artefact."""
        ...

    def launch(
        self,
        artefact: Artefact,
        script: Sequence[str],
        *,
        placement: Placement,
        env: Mapping[str, str],
        seed: int,
        limits: Limits,
    ) -> Launch:
        """How to run `script` (its file name in the working directory, then its arguments)."""
        ...


@dataclass(frozen=True)
class ToolResult:
    """How a tool that the harness called for itself (compiler, package manager) ended."""

    returncode: int
    output: str  # stdout and stderr as they came, decoded with replacement


class ToolRunner(Protocol):
    """`execute`'s interface for builds and tools, handed to whoever needs a process."""

    def __call__(
        self,
        argv: Sequence[str],
        *,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        log: Path | None = None,
        timeout_s: float | None = None,
        on_line: Callable[[str], None] | None = None,
    ) -> ToolResult:
        """Run `argv` to its end. `env` is added to the process's own. `log` gets all output.

        A program that does not exist gives returncode 127 and its message as output; one
        that is over its time is killed and gives 124.
        """
        ...


class Progress(Protocol):
    """Where long work says what it does; shown, with the elapsed time, by `cli`.

    `expected_s` is a rough estimate of how long it takes in all, when there is one.
    """

    def __call__(self, message: str, *, expected_s: float | None = None) -> None: ...


@dataclass(frozen=True)
class StoreEntry:
    """A finished entry of the store. `created` is ISO 8601 in UTC, `size_bytes` its files' sum."""

    path: Path
    key: Mapping[str, str]
    info: Mapping[str, Any]
    created: str
    size_bytes: int


class ArtefactStore(Protocol):
    """The user's cache folder, as engines and runtimes see it."""

    def folder(self, kind: str) -> Path:
        """A lasting folder for downloads and intermediate files of this kind."""
        ...

    def entries(self, kind: str) -> Sequence[StoreEntry]:
        """The finished entries of this kind, newest first; damaged ones are left out."""
        ...

    def get_or_build(
        self,
        kind: str,
        key: Mapping[str, str],
        build: Callable[[Path], Mapping[str, Any]],
        *,
        progress: Progress,
    ) -> tuple[Path, Mapping[str, Any]]:
        """The finished folder for `key` and what `build` returned for it.

        `build` is called with an empty folder when there is no entry, or a damaged one; the
        entry appears whole or not at all, and two runs never build the same one twice.
        """
        ...
