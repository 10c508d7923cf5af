"""Records: a run as JSON lines, with its larger outputs as blobs beside it.

docs/record.md describes the file for people, docs/record.schema.json for programs. An output
of at most `INLINE_BYTES` stands in its attempt's line; a larger one is the file
`blobs/<2 hex>/<sha256>` in the record's folder, shared by all records there.
"""

from __future__ import annotations

import base64
import fcntl
import hashlib
import json
import os
import re
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self, TypeVar, cast

from harness.errors import HarnessError
from harness.model import (
    Attempt,
    CaseInfo,
    Column,
    ColumnId,
    CompareOptions,
    Comparison,
    Divergence,
    ExceptionInfo,
    Frame,
    Header,
    Observation,
    OracleChoice,
    Outcome,
    Output,
    PanicInfo,
    Phases,
    Record,
    Role,
    Signature,
    Speed,
    Start,
    StartUp,
    Status,
    Timing,
    TrapInfo,
    Untimed,
    Verdict,
)

SCHEMA_NAME = "harness-record"
SCHEMA_VERSION = "1.3"
INLINE_BYTES = 1024

_Json = dict[str, Any]
T = TypeVar("T")

# One encoder for all lines: `json.dumps` with options would make a new one each time. ASCII
# only, so that lone surrogates in messages and file names survive.
_encode = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode


# --------------------------------------------------------------------------- blobs


class StoredOutput(Output):
    """An output whose bytes are read from its blob when they are first asked for.

    A blob that is gone or damaged gives no bytes; `size` still says how many were written,
    so that the output counts as cut.
    """

    def __init__(self, path: Path, sha256: str, size: int) -> None:
        object.__setattr__(self, "size", size)
        object.__setattr__(self, "path", path)
        object.__setattr__(self, "sha256", sha256)

    path: Path
    sha256: str

    @cached_property
    def data(self) -> bytes:
        try:
            data = self.path.read_bytes()
        except OSError:
            return b""
        return data if hashlib.sha256(data).hexdigest() == self.sha256 else b""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Output):
            return NotImplemented
        return self.size == other.size and self.data == other.data

    def __hash__(self) -> int:
        return hash((self.data, self.size))


class BlobStore:
    """Content-addressed files below `folder`; each appears whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: set[str] = set()

    def path(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256

    def put(self, data: bytes) -> str:
        """Keep `data` and return its SHA-256; raises HarnessError when it cannot be written."""
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 not in self._known:
            path = self.path(sha256)
            try:
                if not path.exists() or path.stat().st_size != len(data):
                    _write_atomically(path, data)
            except OSError as error:
                raise _cannot_write(path, error) from error
            self._known.add(sha256)
        return sha256


def _write_atomically(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


# --------------------------------------------------------------------------- writing


_NO_BLOBS = BlobStore(Path(os.devnull))


class RecordWriter:
    """Writes a record as the run goes: each line is in the file when the call returns.

    A context manager, safe to use from several threads. Left without `finish`, it leaves a
    valid record that says by its missing footer that it is incomplete. When the disk is full
    every call raises the same HarnessError, and what was written before stays readable. A
    file at `path` is replaced only when it is a record.
    """

    def __init__(self, path: Path, header: Header) -> None:
        self.path = path
        self._blobs = BlobStore(path.parent / "blobs")
        self._lock = threading.Lock()
        self._counts: Counter[str] = Counter()
        self._statuses: Counter[str] = Counter()
        self._rules = header.settings.get("rules")
        self._failure: HarnessError | None = None
        self._end = 0
        self._file = _open_new(path)
        self._write("header", _header_json(header))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file as it is; without `finish` before, the record is incomplete."""
        self._file.close()

    def add_case(self, case: CaseInfo) -> None:
        self._write("case", _case_json(case))

    def add_attempt(self, attempt: Attempt) -> None:
        self._write("attempt", _attempt_json(attempt, self._blobs))

    def add_verdict(self, verdict: Verdict) -> None:
        self._write("verdict", _verdict_json(verdict, self._rules), verdict.status)

    def add_timing(self, timing: Timing) -> None:
        self._write("timing", _timing_json(timing))

    def add_startup(self, start_up: StartUp) -> None:
        self._write("startup", _start_up_json(start_up))

    def add_comparison(self, comparison: Comparison) -> None:
        self._write("comparison", _comparison_json(comparison))

    def add_untimed(self, untimed: Untimed) -> None:
        self._write("untimed", _untimed_json(untimed))

    def finish(self, *, finished: str | None = None) -> None:
        """Write the footer, which makes the record complete, and close it."""
        now = finished or datetime.now(UTC).isoformat(timespec="seconds")
        counts, statuses = dict(self._counts), dict(self._statuses)
        footer = {"finished": now, "complete": True, "counts": counts, "statuses": statuses}
        self._write("footer", footer)
        self.close()

    def _write(self, kind: str, fields: _Json, status: Status | None = None) -> None:
        line = _encode({"kind": kind, **fields}).encode("ascii") + b"\n"
        with self._lock:
            self._append(line)
            self._counts[kind] += 1
            if status:
                self._statuses[status.value] += 1

    def _append(self, line: bytes) -> None:
        if self._failure:
            raise self._failure
        try:
            _write_all(self._file, line)
        except OSError as error:
            self._failure = _cannot_write(self.path, error)
            with suppress(OSError):  # half a line helps nobody
                self._file.truncate(self._end)
            raise self._failure from error
        self._end += len(line)


def write_record(path: Path, record: Record) -> None:
    """Write a whole record, as when its verdicts were derived anew.

    Raises HarnessError when the file or a blob cannot be written.
    """
    with RecordWriter(path, record.header) as writer:
        _each(writer.add_case, record.cases)
        _each(writer.add_attempt, record.attempts)
        _each(writer.add_verdict, record.verdicts)
        _each(writer.add_timing, record.timings)
        _each(writer.add_startup, record.start_ups)
        _each(writer.add_comparison, record.comparisons)
        _each(writer.add_untimed, record.untimed)
        if record.complete:
            writer.finish(finished=record.finished)


def _each(add: Callable[[T], None], items: Iterable[T]) -> None:
    for item in items:
        add(item)


def _open_new(path: Path) -> BinaryIO:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and not _may_replace(path):
            raise HarnessError(
                f"{path} is there and is no record: it is not overwritten",
                hint="give --record another name, or remove the file",
            )
        file = cast(BinaryIO, path.open("ab", buffering=0))
        if path.is_file():
            _claim(path, file)
        return file
    except OSError as error:
        raise _cannot_write(path, error) from error


def _claim(path: Path, file: BinaryIO) -> None:
    """Make the file ours alone, then empty it; two runs in one record would lose both."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.close()
        raise HarnessError(
            f"{path} is being written by another run", hint="give --record another name"
        ) from error
    file.truncate(0)


def _may_replace(path: Path) -> bool:
    with path.open("rb") as file:
        start = file.read(200)
    return not start or f'"{SCHEMA_NAME}"'.encode() in start


def _write_all(file: BinaryIO, line: bytes) -> None:
    rest = memoryview(line)
    while rest:
        rest = rest[file.write(rest) :]


def _cannot_write(path: Path, error: OSError) -> HarnessError:
    return HarnessError(
        f"cannot write {path}: {error.strerror or error}",
        hint="what was written before is kept; free some space, or give --record another place",
    )


# --------------------------------------------------------------------------- to JSON


def _present(fields: _Json) -> _Json:
    """Without what is None or empty; 0 and False stay."""
    return {key: value for key, value in fields.items() if value or value == 0}


def _header_json(header: Header) -> _Json:
    return {
        "schema": {"name": SCHEMA_NAME, "version": SCHEMA_VERSION},
        "run_id": header.run_id,
        "started": header.started,
        "harness_version": header.harness_version,
        "command": header.command,
        "machine": dict(header.machine),
        "columns": [_column_json(column) for column in header.columns],
        "oracles": [_oracle_json(choice) for choice in header.oracles],
        "settings": dict(header.settings),
    }


def _column_json(column: Column) -> _Json:
    return {
        "id": str(column.id),
        "target": column.target,
        "python": column.python,
        "fingerprint": column.fingerprint,
        "capabilities": sorted(column.capabilities),
        "details": dict(column.details),
    }


def _oracle_json(choice: OracleChoice) -> _Json:
    return {
        "candidate": str(choice.candidate),
        "oracle": str(choice.oracle),
        "claimed": choice.claimed,
        "exact": choice.exact,
    }


def _case_json(case: CaseInfo) -> _Json:
    return {
        "id": case.id,
        "area": case.area,
        "sha256": case.sha256,
        **_present(
            {
                "description": case.description,
                "tags": list(case.tags),
                "needs": list(case.needs),
                "path": case.path,
                "size": case.size,
                "compare": _compare_json(case.compare) if case.compare else None,
                "raises": case.raises,
                "skip": case.skip,
            }
        ),
    }


def _compare_json(options: CompareOptions) -> _Json:
    return {"unordered": options.unordered, "float_tolerance": options.float_tolerance}


def attempt_text(attempt: Attempt) -> str:
    """An attempt as one line of JSON with all of its outputs, as a record has it otherwise."""
    return _encode(_attempt_json(attempt, None))


def _attempt_json(attempt: Attempt, blobs: BlobStore | None) -> _Json:
    return {
        "case": attempt.case,
        "column": str(attempt.column),
        "role": attempt.role.value,
        "repeat": attempt.repeat,
        "seed": attempt.seed,
        "full": attempt.full,
        "perturbation": attempt.perturbation,
        **({"made": attempt.made} if attempt.made else {}),
        **({"start": attempt.start.value} if attempt.start is not Start.COLD else {}),
        **_observation_json(attempt.observation, blobs),
    }


def _observation_json(seen: Observation, blobs: BlobStore | None) -> _Json:
    return _present(
        {
            "outcome": seen.outcome.value,
            "exit_code": seen.exit_code,
            "signal": seen.signal,
            "stdout": _output_json(seen.stdout, blobs),
            "stderr": _output_json(seen.stderr, blobs),
            "exception": _exception_json(seen.exception) if seen.exception else None,
            "panic": _panic_json(seen.panic) if seen.panic else None,
            "trap": _trap_json(seen.trap) if seen.trap else None,
            "limit": seen.limit,
            "phases": _phases_json(seen.phases),
            "wall_ns": seen.wall_ns,
            "cpu_ns": seen.cpu_ns,
            "peak_bytes": seen.peak_bytes,
            "scratch": seen.scratch,
            "error": seen.error,
            "fuel": seen.fuel,
        }
    )


def _output_json(output: Output, blobs: BlobStore | None) -> _Json | None:
    """None when nothing was written; else its size and its bytes, inlined or as a blob."""
    data = output.data
    if not data:
        return {"size": output.size} if output.size else None
    if blobs and len(data) > INLINE_BYTES:
        return {"size": output.size, "sha256": blobs.put(data)}
    try:
        return {"size": output.size, "text": data.decode("utf-8")}
    except UnicodeDecodeError:
        return {"size": output.size, "base64": base64.b64encode(data).decode("ascii")}


def _exception_json(info: ExceptionInfo) -> _Json:
    return {
        "type": info.type,
        "message": info.message,
        **_present(
            {
                "notes": list(info.notes),
                "frames": [_frame_json(frame) for frame in info.frames],
                "cause": _exception_json(info.cause) if info.cause else None,
                "context": _exception_json(info.context) if info.context else None,
                "suppress_context": info.suppress_context or None,
                "exceptions": [_exception_json(inner) for inner in info.exceptions],
            }
        ),
    }


def _frame_json(frame: Frame) -> _Json:
    return {
        "file": frame.file,
        "line": frame.line,
        "function": frame.function,
        "module": frame.module,
    }


def _panic_json(panic: PanicInfo) -> _Json:
    return {
        "message": panic.message,
        "file": panic.file,
        "line": panic.line,
        "function": panic.function,
        "thread": panic.thread,
    }


def _trap_json(trap: TrapInfo) -> _Json:
    return {"code": trap.code, "message": trap.message, "frames": list(trap.frames)}


def _phases_json(phases: Phases) -> _Json:
    return _present(
        {
            "start_ns": phases.start_ns,
            "compile_ns": phases.compile_ns,
            "execute_ns": phases.execute_ns,
            "finalise_ns": phases.finalise_ns,
            "instantiate_ns": phases.instantiate_ns,
        }
    )


def _verdict_json(verdict: Verdict, rules: object) -> _Json:
    return {
        "case": verdict.case,
        "column": str(verdict.column),
        "oracle": str(verdict.oracle),
        "status": verdict.status.value,
        "compatible": verdict.compatible,
        "strict": verdict.strict,
        **_present(
            {
                "classes": [divergence.value for divergence in verdict.classes],
                "signature": _signature_json(verdict.signature) if verdict.signature else None,
                "masks": list(verdict.masks),
                "outcome": verdict.outcome.value if verdict.outcome else None,
                "reason": verdict.reason,
                "expectation": verdict.expectation,
                "equals": [str(column) for column in verdict.equals],
                "version_sensitive": verdict.version_sensitive or None,
                "rules": rules,
            }
        ),
    }


def _signature_json(signature: Signature) -> _Json:
    return {"id": signature.id, "text": signature.text, **_present({"detail": signature.detail})}


def _timing_json(timing: Timing) -> _Json:
    return {
        "case": timing.case,
        "column": str(timing.column),
        "samples": timing.samples,
        "total_s": timing.total_s,
        "oracle_total_s": timing.oracle_total_s,
        "total_ratio": timing.total_ratio,
        "execution_s": timing.execution_s,
        "oracle_execution_s": timing.oracle_execution_s,
        "ratio": timing.ratio,
        "low": timing.low,
        "high": timing.high,
    }


def _start_up_json(start_up: StartUp) -> _Json:
    return {
        "column": str(start_up.column),
        "samples": start_up.samples,
        "median_s": start_up.median_s,
        "low_s": start_up.low_s,
        "high_s": start_up.high_s,
    }


def _comparison_json(found: Comparison) -> _Json:
    return {
        "case": found.case,
        "a": str(found.a),
        "b": str(found.b),
        "phase": found.phase,
        "clock": found.clock,
        "batch": found.batch,
        "pairs": found.pairs,
        "a_median": found.a_median,
        "b_median": found.b_median,
        "estimate": found.estimate,
        "low": found.low,
        "high": found.high,
        "margin": found.margin,
        "margin_runs": found.margin_runs,
        "provisional": found.provisional,
        "verdict": found.verdict.value,
        **_present(
            {
                "p": found.p,
                "wall_ratio": found.wall_ratio,
                "cpu_ratio": found.cpu_ratio,
                "memory_ratio": found.memory_ratio,
            }
        ),
    }


def _untimed_json(item: Untimed) -> _Json:
    columns = {"a": str(item.a), "b": str(item.b)}
    return {"case": item.case, **columns, "clock": item.clock, "reason": item.reason}


# --------------------------------------------------------------------------- reading


def read_record(path: Path) -> Record:
    """Read a record of this major version; keys and line kinds it does not know are ignored.

    A last line that is cut short makes the record incomplete. Raises HarnessError, naming
    file and line, for a file that cannot be read, is no record, or is damaged.
    """
    reader = _Reader(path)
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                reader.take(number, line)
    except OSError as error:
        raise HarnessError(
            f"cannot read the record {path}: {error.strerror or error}",
            hint="name a file that `harness run --record FILE` has written",
        ) from error
    return reader.record()


def _no_number(name: str) -> float:
    """What Python's JSON reader takes for numbers, and JSON does not know."""
    raise ValueError(f"{name} is no number")


class _Reader:
    """Collects the lines of one record."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._blobs = BlobStore(path.parent / "blobs")
        self._header: Header | None = None
        self._footer: _Json | None = None
        self._items: dict[str, list[Any]] = {kind: [] for kind in _READERS}

    def take(self, number: int, line: bytes) -> None:
        if not line.strip():
            return
        data = self._parse(number, line)
        if data is None:
            return
        try:
            self._take_data(number, data)
        except (KeyError, TypeError, ValueError, RecursionError) as error:
            what = f"no key {error}" if isinstance(error, KeyError) else str(error)
            raise self._damaged(number, what) from error

    def _parse(self, number: int, line: bytes) -> _Json | None:
        """The line as an object, or None for a last line that was cut short."""
        try:
            data = json.loads(line, parse_constant=_no_number)
        except (ValueError, RecursionError) as error:
            if self._header is None:
                raise self._foreign("its first line is not JSON") from error
            if line.endswith(b"\n"):
                raise self._damaged(number, "not JSON") from error
            return None
        if isinstance(data, dict):
            return data
        if self._header is None:
            raise self._foreign("its first line is no header")
        raise self._damaged(number, "not an object")

    def _take_data(self, number: int, data: _Json) -> None:
        if self._header is None:
            self._check_schema(data)
            self._header = _header(data)
        elif self._footer is not None:
            raise self._damaged(number, "a line after the footer")
        elif data["kind"] == "header":
            raise self._damaged(number, "a second header")
        elif data["kind"] == "footer":
            self._check_counts(number, data)
            self._footer = data
        elif data["kind"] in _READERS:
            self._items[data["kind"]].append(_READERS[data["kind"]](data, self._blobs))

    def _check_schema(self, data: _Json) -> None:
        schema = data.get("schema")
        if not isinstance(schema, dict) or schema.get("name") != SCHEMA_NAME:
            raise self._foreign("its first line is no header")
        version = str(schema.get("version"))
        if version.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
            raise HarnessError(
                f"{self._path}:1: version {version} of the record's schema; "
                f"this harness reads {SCHEMA_VERSION.split('.')[0]}.x",
                hint="read it with the harness that wrote it, or run again",
            )

    def _check_counts(self, number: int, footer: _Json) -> None:
        for kind, items in self._items.items():
            counted = footer["counts"].get(kind, 0)
            if counted != len(items):
                raise self._damaged(
                    number, f"the footer counts {counted} {kind} lines, there are {len(items)}"
                )

    def record(self) -> Record:
        if self._header is None:
            raise self._foreign("it is empty")
        footer = self._footer or {}
        return Record(
            header=self._header,
            cases=tuple(self._items["case"]),
            attempts=tuple(self._items["attempt"]),
            verdicts=tuple(self._items["verdict"]),
            timings=tuple(self._items["timing"]),
            start_ups=tuple(self._items["startup"]),
            complete=footer.get("complete") is True,
            finished=_opt_text(footer, "finished"),
            path=self._path,
            comparisons=tuple(self._items["comparison"]),
            untimed=tuple(self._items["untimed"]),
        )

    def _foreign(self, why: str) -> HarnessError:
        return HarnessError(
            f"{self._path}:1: not a record: {why}",
            hint="name a file that `harness run --record FILE` has written",
        )

    def _damaged(self, number: int, what: str) -> HarnessError:
        return HarnessError(
            f"{self._path}:{number}: the record is damaged: {what}",
            hint="restore the file, or run again; a record cut short at its end can be read",
        )


# --------------------------------------------------------------------------- from JSON
#
# A record may come from elsewhere, and reports trust its types: each value is checked.


def _typed(data: _Json, key: str, kind: type | tuple[type, ...], default: object) -> Any:
    value = data.get(key)
    if value is None:
        return default
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise ValueError(f"{key}: {value!r:.60} has the wrong type")
    return value


def _text(data: _Json, key: str) -> str:
    return cast(str, _typed(data, key, str, ""))


def _opt_text(data: _Json, key: str) -> str | None:
    return cast("str | None", _typed(data, key, str, None))


def _int(data: _Json, key: str) -> int | None:
    return cast("int | None", _typed(data, key, int, None))


def _float(data: _Json, key: str) -> float | None:
    value = _typed(data, key, (int, float), None)
    return None if value is None else float(value)


def _bool(data: _Json, key: str) -> bool | None:
    return cast("bool | None", _typed(data, key, bool, None))


def _object(data: _Json, key: str) -> _Json:
    return cast(_Json, _typed(data, key, dict, {}))


def _objects(data: _Json, key: str) -> list[_Json]:
    items = cast("list[_Json]", _typed(data, key, list, []))
    if not all(isinstance(item, dict) for item in items):
        raise ValueError(f"{key}: not a list of objects")
    return items


def _texts(data: _Json, key: str) -> tuple[str, ...]:
    items = _typed(data, key, list, [])
    if not all(isinstance(item, str) for item in items):
        raise ValueError(f"{key}: not a list of texts")
    return tuple(items)


def _needed(data: _Json, key: str, read: Callable[[_Json, str], T | None]) -> T:
    value = read(data, key)
    if value is None:
        raise KeyError(key)
    return value


@lru_cache(maxsize=256)
def _parse_id(text: str) -> ColumnId:
    return ColumnId.parse(text)


def _id(data: _Json, key: str = "column") -> ColumnId:
    return _parse_id(_text(data, key))


def _header(data: _Json) -> Header:
    return Header(
        run_id=_text(data, "run_id"),
        started=_text(data, "started"),
        harness_version=_text(data, "harness_version"),
        command=_text(data, "command"),
        machine=_object(data, "machine"),
        columns=tuple(_column(item) for item in _objects(data, "columns")),
        oracles=tuple(_oracle(item) for item in _objects(data, "oracles")),
        settings=_object(data, "settings"),
    )


def _column(data: _Json) -> Column:
    return Column(
        id=_id(data, "id"),
        target=_text(data, "target"),
        python=_text(data, "python"),
        fingerprint=_text(data, "fingerprint"),
        capabilities=frozenset(_texts(data, "capabilities")),
        details=_object(data, "details"),
    )


def _oracle(data: _Json) -> OracleChoice:
    return OracleChoice(
        candidate=_id(data, "candidate"),
        oracle=_id(data, "oracle"),
        claimed=_text(data, "claimed"),
        exact=_needed(data, "exact", _bool),
    )


def _case(data: _Json, _blobs: BlobStore) -> CaseInfo:
    return CaseInfo(
        id=_needed(data, "id", _opt_text),
        area=_text(data, "area"),
        sha256=_text(data, "sha256"),
        description=_text(data, "description"),
        tags=_texts(data, "tags"),
        needs=_texts(data, "needs"),
        path=_text(data, "path"),
        size=_int(data, "size"),
        compare=_optional(data, "compare", _compare),
        raises=_opt_text(data, "raises"),
        skip=_opt_text(data, "skip"),
    )


def _compare(data: _Json) -> CompareOptions:
    return CompareOptions(_bool(data, "unordered") or False, _float(data, "float_tolerance"))


def attempt_of(text: str | bytes) -> Attempt:
    """What `attempt_text` wrote; raises ValueError for anything else."""
    data = json.loads(text)
    if not isinstance(data, dict):
        raise ValueError("no attempt: not an object")
    try:
        return _attempt(data, _NO_BLOBS)
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"no attempt: {error}") from error


def _attempt(data: _Json, blobs: BlobStore) -> Attempt:
    return Attempt(
        case=_needed(data, "case", _opt_text),
        column=_id(data),
        role=Role(data["role"]),
        repeat=_needed(data, "repeat", _int),
        seed=_needed(data, "seed", _int),
        observation=_observation(data, blobs),
        full=_bool(data, "full") or False,
        perturbation=_text(data, "perturbation") or "none",
        made=_opt_text(data, "made"),
        start=Start(data.get("start", Start.COLD)),
    )


def _observation(data: _Json, blobs: BlobStore) -> Observation:
    return Observation(
        outcome=Outcome(data["outcome"]),
        exit_code=_int(data, "exit_code"),
        signal=_int(data, "signal"),
        stdout=_output(_object(data, "stdout"), blobs),
        stderr=_output(_object(data, "stderr"), blobs),
        exception=_optional(data, "exception", _exception),
        panic=_optional(data, "panic", _panic),
        trap=_optional(data, "trap", _trap),
        limit=_opt_text(data, "limit"),
        phases=_phases(_object(data, "phases")),
        wall_ns=_int(data, "wall_ns") or 0,
        cpu_ns=_int(data, "cpu_ns"),
        peak_bytes=_int(data, "peak_bytes"),
        scratch=_text(data, "scratch"),
        error=_opt_text(data, "error"),
        fuel=_int(data, "fuel"),
    )


def _optional(data: _Json, key: str, read: Callable[[_Json], T]) -> T | None:
    inner = _object(data, key)
    return read(inner) if inner else None


_EMPTY = Output()


def _output(data: _Json, blobs: BlobStore) -> Output:
    if not data:
        return _EMPTY
    size = _needed(data, "size", _int)
    if "sha256" in data:
        sha256 = _text(data, "sha256")
        if not re.fullmatch("[0-9a-f]{64}", sha256):
            raise ValueError("sha256: not 64 hexadecimal digits")
        return StoredOutput(blobs.path(sha256), sha256, size)
    if "base64" in data:
        return Output(base64.b64decode(_text(data, "base64"), validate=True), size)
    return Output(_text(data, "text").encode("utf-8"), size)


def _exception(data: _Json) -> ExceptionInfo:
    return ExceptionInfo(
        type=_needed(data, "type", _opt_text),
        message=_opt_text(data, "message"),
        notes=_texts(data, "notes"),
        frames=tuple(_frame(frame) for frame in _objects(data, "frames")),
        cause=_optional(data, "cause", _exception),
        context=_optional(data, "context", _exception),
        suppress_context=_bool(data, "suppress_context") or False,
        exceptions=tuple(_exception(inner) for inner in _objects(data, "exceptions")),
    )


def _frame(data: _Json) -> Frame:
    line, module = _int(data, "line") or 0, _opt_text(data, "module")
    return Frame(_text(data, "file"), line, _text(data, "function"), module)


def _panic(data: _Json) -> PanicInfo:
    return PanicInfo(
        message=_text(data, "message"),
        file=_text(data, "file"),
        line=_int(data, "line") or 0,
        function=_opt_text(data, "function"),
        thread=_text(data, "thread") or "main",
    )


def _trap(data: _Json) -> TrapInfo:
    return TrapInfo(_text(data, "code"), _text(data, "message"), _texts(data, "frames"))


def _phases(data: _Json) -> Phases:
    return Phases(
        start_ns=_int(data, "start_ns"),
        compile_ns=_int(data, "compile_ns"),
        execute_ns=_int(data, "execute_ns"),
        finalise_ns=_int(data, "finalise_ns"),
        instantiate_ns=_int(data, "instantiate_ns"),
    )


def _verdict(data: _Json, _blobs: BlobStore) -> Verdict:
    outcome = _opt_text(data, "outcome")
    return Verdict(
        case=_needed(data, "case", _opt_text),
        column=_id(data),
        oracle=_id(data, "oracle"),
        status=Status(data["status"]),
        compatible=_bool(data, "compatible"),
        strict=_bool(data, "strict"),
        classes=tuple(Divergence(name) for name in _texts(data, "classes")),
        signature=_optional(data, "signature", _signature),
        masks=_texts(data, "masks"),
        outcome=Outcome(outcome) if outcome else None,
        reason=_text(data, "reason"),
        expectation=_text(data, "expectation"),
        equals=tuple(ColumnId.parse(name) for name in _texts(data, "equals")),
        version_sensitive=_bool(data, "version_sensitive") or False,
    )


def _signature(data: _Json) -> Signature:
    return Signature(_text(data, "id"), _text(data, "text"), _text(data, "detail"))


def _timing(data: _Json, _blobs: BlobStore) -> Timing:
    return Timing(
        case=_needed(data, "case", _opt_text),
        column=_id(data),
        samples=_needed(data, "samples", _int),
        total_s=_needed(data, "total_s", _float),
        oracle_total_s=_needed(data, "oracle_total_s", _float),
        total_ratio=_needed(data, "total_ratio", _float),
        execution_s=_float(data, "execution_s"),
        oracle_execution_s=_float(data, "oracle_execution_s"),
        ratio=_float(data, "ratio"),
        low=_float(data, "low"),
        high=_float(data, "high"),
    )


def _start_up(data: _Json, _blobs: BlobStore) -> StartUp:
    return StartUp(
        column=_id(data),
        samples=_needed(data, "samples", _int),
        median_s=_needed(data, "median_s", _float),
        low_s=_needed(data, "low_s", _float),
        high_s=_needed(data, "high_s", _float),
    )


def _comparison(data: _Json, _blobs: BlobStore) -> Comparison:
    return Comparison(
        case=_needed(data, "case", _opt_text),
        a=_id(data, "a"),
        b=_id(data, "b"),
        phase=_text(data, "phase"),
        clock=_text(data, "clock"),
        batch=_needed(data, "batch", _int),
        pairs=_needed(data, "pairs", _int),
        a_median=_needed(data, "a_median", _float),
        b_median=_needed(data, "b_median", _float),
        estimate=_needed(data, "estimate", _float),
        low=_needed(data, "low", _float),
        high=_needed(data, "high", _float),
        margin=_needed(data, "margin", _float),
        margin_runs=_needed(data, "margin_runs", _int),
        provisional=_needed(data, "provisional", _bool),
        verdict=Speed(data["verdict"]),
        p=_float(data, "p"),
        wall_ratio=_float(data, "wall_ratio"),
        cpu_ratio=_float(data, "cpu_ratio"),
        memory_ratio=_float(data, "memory_ratio"),
    )


def _untimed(data: _Json, _blobs: BlobStore) -> Untimed:
    return Untimed(
        case=_needed(data, "case", _opt_text),
        a=_id(data, "a"),
        b=_id(data, "b"),
        clock=_text(data, "clock"),
        reason=_text(data, "reason"),
    )


_READERS: Mapping[str, Callable[[_Json, BlobStore], object]] = {
    "case": _case,
    "attempt": _attempt,
    "verdict": _verdict,
    "timing": _timing,
    "startup": _start_up,
    "comparison": _comparison,
    "untimed": _untimed,
}
