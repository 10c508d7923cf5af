"""The tables of the history, and how a record's lines become their rows. Pure.

A row keeps what is asked for across many runs, and where its line stands in the record
(`offset` and `length`, bytes), so that all else of an attempt is read from there. Times are
nanoseconds where a name ends in `_ns` and seconds where it ends in `_s`, sizes are bytes.
Text that is not Unicode (lone surrogates) is written with escapes.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, TypeVar

import msgspec
import pyarrow as pa  # type: ignore[import-untyped]

from harness.model import ColumnId

SCHEMA = 1  # of these tables; a run kept under another one is made again from its record


# --------------------------------------------------------------------------- lines
#
# Of each kind of line what the tables take, so that reading one checks its types too. They hold
# no circles, so that the collector of garbage need not look at a million of them.


class _Text(msgspec.Struct, gc=False):
    size: int
    sha256: str | None = None


class _Named(msgspec.Struct, gc=False):
    type: str


class _Phases(msgspec.Struct, gc=False, frozen=True):
    start_ns: int | None = None
    compile_ns: int | None = None
    execute_ns: int | None = None
    finalise_ns: int | None = None
    instantiate_ns: int | None = None


class _Attempt(msgspec.Struct, gc=False, tag="attempt", tag_field="kind"):
    case: str
    column: str
    role: str
    repeat: int
    seed: int
    outcome: str
    full: bool = False
    exit_code: int | None = None
    signal: int | None = None
    limit: str | None = None
    exception: _Named | None = None
    stdout: _Text | None = None
    stderr: _Text | None = None
    wall_ns: int | None = None
    cpu_ns: int | None = None
    peak_bytes: int | None = None
    fuel: int | None = None
    phases: _Phases = _Phases()
    offset: int = 0
    length: int = 0


class _Signature(msgspec.Struct, gc=False):
    id: str
    text: str


class _Verdict(msgspec.Struct, gc=False, tag="verdict", tag_field="kind"):
    case: str
    column: str
    oracle: str
    status: str
    compatible: bool | None = None
    strict: bool | None = None
    classes: list[str] = []
    signature: _Signature | None = None
    masks: list[str] = []
    outcome: str | None = None
    reason: str | None = None
    expectation: str | None = None
    equals: list[str] = []
    version_sensitive: bool = False
    offset: int = 0
    length: int = 0


class _Case(msgspec.Struct, gc=False, tag="case", tag_field="kind"):
    id: str
    area: str
    sha256: str
    description: str | None = None
    tags: list[str] = []
    needs: list[str] = []
    path: str | None = None
    size: int | None = None
    skip: str | None = None


class _Timing(msgspec.Struct, gc=False, tag="timing", tag_field="kind"):
    case: str
    column: str
    samples: int
    total_s: float | None = None
    oracle_total_s: float | None = None
    total_ratio: float | None = None
    execution_s: float | None = None
    oracle_execution_s: float | None = None
    ratio: float | None = None
    low: float | None = None
    high: float | None = None


class _StartUp(msgspec.Struct, gc=False, tag="startup", tag_field="kind"):
    column: str
    samples: int
    median_s: float
    low_s: float
    high_s: float


class _Comparison(msgspec.Struct, gc=False, tag="comparison", tag_field="kind"):
    case: str
    a: str
    b: str
    phase: str
    clock: str
    batch: int
    pairs: int
    a_median: float
    b_median: float
    estimate: float
    low: float
    high: float
    margin: float
    provisional: bool
    verdict: str
    p: float | None = None
    wall_ratio: float | None = None
    cpu_ratio: float | None = None
    memory_ratio: float | None = None


class _Column(msgspec.Struct, gc=False):
    id: str
    target: str
    python: str
    fingerprint: str
    capabilities: list[str] = []
    details: dict[str, Any] = {}


class Choice(msgspec.Struct):
    """Which oracle judges a candidate, and whether it is the version that this one claims."""

    candidate: str
    oracle: str
    exact: bool


class Schema(msgspec.Struct):
    """What the first line says of the file."""

    name: str
    version: str


class Header(msgspec.Struct, gc=False, tag="header", tag_field="kind"):
    """The first line of a record."""

    schema: Schema
    run_id: str
    started: str
    columns: list[_Column]
    harness_version: str = ""
    command: str = ""
    machine: dict[str, Any] = {}
    oracles: list[Choice] = []
    settings: dict[str, Any] = {}


class Footer(msgspec.Struct, gc=False, tag="footer", tag_field="kind"):
    """The last line of a complete record."""

    counts: dict[str, int]
    complete: bool = False
    finished: str | None = None


class _Kind(msgspec.Struct, gc=False):
    kind: str


Line = _Attempt | _Verdict | _Case | _Timing | _StartUp | _Comparison | Footer


# By its type the kind of a line, and whether its place in the record is kept.
_KINDS: Mapping[type, tuple[str, bool]] = {
    kind: (str(kind.__struct_config__.tag), kind in (_Attempt, _Verdict))
    for kind in (_Attempt, _Verdict, _Case, _Timing, _StartUp, _Comparison)
}


# --------------------------------------------------------------------------- tables

TEXT, FLAG, WHOLE, REAL = pa.string(), pa.bool_(), pa.int64(), pa.float64()
TEXTS = pa.list_(pa.string())

# Where a value stands in a line: an attribute, with dots on the way; or what makes it of one.
Getter = str | Callable[[Any], object]


@dataclass(frozen=True)
class Table:
    """One table: the kind of line that it is made of, and its columns by name."""

    kind: str
    columns: Mapping[str, tuple[pa.DataType, Getter]]

    @property
    def schema(self) -> pa.Schema:
        return pa.schema([(name, kind) for name, (kind, _) in self.columns.items()])

    def table(self, lines: list[Any]) -> pa.Table:
        """The rows of these lines."""
        arrays = []
        for kind, get in self.columns.values():
            getter = attrgetter(get) if isinstance(get, str) else get
            arrays.append(pa.array(list(map(getter, lines)), type=kind))
        return pa.Table.from_arrays(arrays, schema=self.schema)


def _plain(kind: pa.DataType, *names: str) -> dict[str, tuple[pa.DataType, Getter]]:
    return {name: (kind, name) for name in names}


def _part(name: str) -> Getter:
    return lambda line: getattr(ColumnId.parse(line.id), name)


_PHASES = ("start_ns", "compile_ns", "execute_ns", "finalise_ns", "instantiate_ns")

TABLES: Mapping[str, Table] = {
    "columns": Table(
        "column",
        {
            "column": (TEXT, "id"),
            **{name: (TEXT, _part(name)) for name in ("engine", "version", "profile", "runtime")},
            **_plain(TEXT, "target", "python", "fingerprint"),
            **_plain(TEXTS, "capabilities"),
            "details": (TEXT, lambda line: json.dumps(line.details)),
        },
    ),
    "oracles": Table("oracle", {**_plain(TEXT, "candidate", "oracle"), **_plain(FLAG, "exact")}),
    "cases": Table(
        "case",
        {
            "case": (TEXT, "id"),
            **_plain(TEXT, "area", "sha256", "description"),
            **_plain(TEXTS, "tags", "needs"),
            **_plain(TEXT, "path"),
            "size_bytes": (WHOLE, "size"),
            **_plain(TEXT, "skip"),
        },
    ),
    "attempts": Table(
        "attempt",
        {
            **_plain(TEXT, "case", "column", "role"),
            **_plain(WHOLE, "repeat", "seed"),
            **_plain(FLAG, "full"),
            **_plain(TEXT, "outcome"),
            **_plain(WHOLE, "exit_code", "signal"),
            **_plain(TEXT, "limit"),
            "exception": (TEXT, lambda line: line.exception and line.exception.type),
            "stdout_bytes": (WHOLE, lambda line: line.stdout.size if line.stdout else 0),
            "stderr_bytes": (WHOLE, lambda line: line.stderr.size if line.stderr else 0),
            **_plain(WHOLE, "wall_ns", "cpu_ns", "peak_bytes", "fuel"),
            **{name: (WHOLE, f"phases.{name}") for name in _PHASES},
            **_plain(WHOLE, "offset", "length"),
        },
    ),
    "verdicts": Table(
        "verdict",
        {
            **_plain(TEXT, "case", "column", "oracle", "status"),
            **_plain(FLAG, "compatible", "strict"),
            **_plain(TEXTS, "classes"),
            "signature_id": (TEXT, lambda line: line.signature and line.signature.id),
            "signature": (TEXT, lambda line: line.signature and line.signature.text),
            **_plain(TEXTS, "masks"),
            **_plain(TEXT, "outcome", "reason", "expectation"),
            **_plain(TEXTS, "equals"),
            **_plain(FLAG, "version_sensitive"),
            **_plain(WHOLE, "offset", "length"),
        },
    ),
    "timings": Table(
        "timing",
        {
            **_plain(TEXT, "case", "column"),
            **_plain(WHOLE, "samples"),
            **_plain(REAL, "total_s", "oracle_total_s", "total_ratio", "execution_s"),
            **_plain(REAL, "oracle_execution_s", "ratio", "low", "high"),
        },
    ),
    "start_ups": Table(
        "startup",
        {
            **_plain(TEXT, "column"),
            **_plain(WHOLE, "samples"),
            **_plain(REAL, "median_s", "low_s", "high_s"),
        },
    ),
    "comparisons": Table(
        "comparison",
        {
            **_plain(TEXT, "case", "a", "b", "phase", "clock"),
            **_plain(WHOLE, "batch", "pairs"),
            **_plain(REAL, "a_median", "b_median", "estimate", "low", "high", "margin", "p"),
            **_plain(FLAG, "provisional"),
            **_plain(TEXT, "verdict"),
            **_plain(REAL, "wall_ratio", "cpu_ratio", "memory_ratio"),
        },
    ),
}
_IN_HEADER = ("column", "oracle")  # kinds that are no lines of their own
COUNTED = tuple(table.kind for table in TABLES.values() if table.kind not in _IN_HEADER)


# --------------------------------------------------------------------------- collecting


@dataclass
class Collected:
    """What a record's lines say, by their kind, and what its ends say of it."""

    header: Header
    footer: Footer | None = None
    counts: Counter[str] = field(default_factory=Counter)  # lines of every kind
    lines: dict[str, list[Any]] = field(default_factory=dict)

    def tables(self) -> Iterator[tuple[str, pa.Table]]:
        """Every table. Of a cell that was judged more than once the last verdict counts."""
        verdicts = {(line.case, line.column): line for line in self.lines["verdict"]}
        chosen = {**self.lines, "verdict": list(verdicts.values())}
        for name, table in TABLES.items():
            yield name, table.table(chosen[table.kind])

    def take(self, line: Line, offset: int, length: int) -> None:
        """One line more, which stands there in the record."""
        if isinstance(line, Footer):
            self.footer = line
            return
        kind, placed = _KINDS[type(line)]
        if placed:
            line.offset, line.length = offset, length  # type: ignore[union-attr]
        self.lines[kind].append(line)
        self.counts[kind] += 1

    def count(self, kind: str) -> None:
        """A line more of a kind that is not known here."""
        self.counts[kind] += 1

    @property
    def blobs(self) -> set[str]:
        """The SHA-256 of outputs that stand beside the record."""
        outputs = (o for line in self.lines["attempt"] for o in (line.stdout, line.stderr))
        return {output.sha256 for output in outputs if output and output.sha256}


def collect(lines: Iterable[bytes]) -> Collected:
    """What a record's lines say. A last line that is cut short is left out.

    Raises ValueError for what is no record; `record.read_record` says in the user's words
    what is wrong with such a file.
    """
    decoder = msgspec.json.Decoder(Line)
    offset = 0
    rest = iter(lines)
    for raw in rest:
        offset += len(raw)
        if not raw.isspace():
            found = _begun(_decoded(msgspec.json.Decoder(Header), raw))
            break
    else:
        raise ValueError("it is empty")
    for raw in rest:  # hundreds of thousands: what is usual comes first
        try:
            found.take(decoder.decode(raw), offset, len(raw))
        except msgspec.DecodeError as error:
            if not _odd(raw, error, decoder, found, offset):
                break
        offset += len(raw)
    return found


def _odd(
    raw: bytes,
    error: msgspec.DecodeError,
    decoder: msgspec.json.Decoder[Line],
    found: Collected,
    offset: int,
) -> bool:
    """Take a line that the decoder refused; whether others may follow it."""
    if raw.isspace():
        return True
    if isinstance(error, msgspec.ValidationError):
        found.count(_unknown(raw, error))
        return True
    try:
        line = _decoded(decoder, raw)
    except msgspec.DecodeError:
        if not raw.endswith(b"\n"):
            return False  # cut short
        raise
    found.take(line, offset, len(raw))
    return True


def _unknown(raw: bytes, error: msgspec.DecodeError) -> str:
    """The kind of a line that a newer harness wrote; raises `error` for any other line."""
    try:
        kind = msgspec.json.decode(raw, type=_Kind).kind
    except msgspec.DecodeError:
        raise error from None
    if kind in (*COUNTED, "footer", "header"):
        raise error
    return kind


def _begun(header: Header) -> Collected:
    found = Collected(header, lines={kind: [] for kind in COUNTED})
    found.lines["column"] = header.columns
    found.lines["oracle"] = header.oracles
    return found


T = TypeVar("T")


def _decoded(decoder: msgspec.json.Decoder[T], raw: bytes) -> T:
    """One line; the decoder takes no lone surrogates, so that these are escaped for it."""
    try:
        return decoder.decode(raw)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError as error:
        try:
            data = json.loads(raw, parse_constant=_no_number)
        except ValueError:
            raise error from None
        return msgspec.convert(_escaped(data), decoder.type)


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number")


def _escaped(data: Any) -> Any:
    if isinstance(data, str):
        return data.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(data, list):
        return [_escaped(item) for item in data]
    if isinstance(data, dict):
        return {_escaped(key): _escaped(value) for key, value in data.items()}
    return data
