"""The tables of the history, and how a record's lines become their rows. Pure.

A row keeps what is asked for across many runs, and where its line stands in the record
(`offset` and `length`, bytes), so that all else of an attempt is read from there. Times are
nanoseconds where a name ends in `_ns` and seconds where it ends in `_s`, sizes are bytes.
Text that is not Unicode (lone surrogates) is written with escapes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

from harness.model import ColumnId

SCHEMA = 1  # of these tables; a run kept under another one is made again from its record

Line = Mapping[str, Any]
Getter = Callable[[Line], object]

TEXT, FLAG, WHOLE, REAL = pa.string(), pa.bool_(), pa.int64(), pa.float64()
TEXTS = pa.list_(pa.string())


@dataclass(frozen=True)
class Table:
    """One table: the kind of line that it is made of, and its columns by name."""

    kind: str
    columns: Mapping[str, tuple[pa.DataType, Getter]]

    @property
    def schema(self) -> pa.Schema:
        return pa.schema([(name, kind) for name, (kind, _) in self.columns.items()])


def _key(name: str) -> Getter:
    return lambda line: line.get(name)


def _needed(name: str) -> Getter:
    return lambda line: line[name]


def _list(name: str) -> Getter:
    return lambda line: line.get(name) or []


def _within(name: str, key: str) -> Getter:
    def get(line: Line) -> object:
        inner = line.get(name)
        return inner.get(key) if inner else None

    return get


def _size(name: str) -> Getter:
    def get(line: Line) -> object:
        output = line.get(name)
        return output["size"] if output else 0

    return get


def _data(name: str) -> Getter:
    return lambda line: json.dumps(line.get(name) or {})


_PLACE = {"offset": (WHOLE, _needed("\0offset")), "length": (WHOLE, _needed("\0length"))}
_PHASES = ("start_ns", "compile_ns", "execute_ns", "finalise_ns", "instantiate_ns")

TABLES: Mapping[str, Table] = {
    "columns": Table(
        "column",
        {
            "column": (TEXT, _needed("id")),
            "engine": (TEXT, lambda line: ColumnId.parse(line["id"]).engine),
            "version": (TEXT, lambda line: ColumnId.parse(line["id"]).version),
            "profile": (TEXT, lambda line: ColumnId.parse(line["id"]).profile),
            "runtime": (TEXT, lambda line: ColumnId.parse(line["id"]).runtime),
            "target": (TEXT, _needed("target")),
            "python": (TEXT, _needed("python")),
            "fingerprint": (TEXT, _needed("fingerprint")),
            "capabilities": (TEXTS, _list("capabilities")),
            "details": (TEXT, _data("details")),
            "oracle": (TEXT, _key("\0oracle")),
            "oracle_exact": (FLAG, _key("\0exact")),
        },
    ),
    "cases": Table(
        "case",
        {
            "case": (TEXT, _needed("id")),
            "area": (TEXT, _needed("area")),
            "sha256": (TEXT, _needed("sha256")),
            "description": (TEXT, _key("description")),
            "tags": (TEXTS, _list("tags")),
            "needs": (TEXTS, _list("needs")),
            "path": (TEXT, _key("path")),
            "size_bytes": (WHOLE, _key("size")),
            "skip": (TEXT, _key("skip")),
        },
    ),
    "attempts": Table(
        "attempt",
        {
            "case": (TEXT, _needed("case")),
            "column": (TEXT, _needed("column")),
            "role": (TEXT, _needed("role")),
            "repeat": (WHOLE, _needed("repeat")),
            "seed": (WHOLE, _needed("seed")),
            "full": (FLAG, _key("full")),
            "outcome": (TEXT, _needed("outcome")),
            "exit_code": (WHOLE, _key("exit_code")),
            "signal": (WHOLE, _key("signal")),
            "limit": (TEXT, _key("limit")),
            "exception": (TEXT, _within("exception", "type")),
            "stdout_bytes": (WHOLE, _size("stdout")),
            "stderr_bytes": (WHOLE, _size("stderr")),
            "wall_ns": (WHOLE, _key("wall_ns")),
            "cpu_ns": (WHOLE, _key("cpu_ns")),
            "peak_bytes": (WHOLE, _key("peak_bytes")),
            "fuel": (WHOLE, _key("fuel")),
            **{name: (WHOLE, _within("phases", name)) for name in _PHASES},
            **_PLACE,
        },
    ),
    "verdicts": Table(
        "verdict",
        {
            "case": (TEXT, _needed("case")),
            "column": (TEXT, _needed("column")),
            "oracle": (TEXT, _needed("oracle")),
            "status": (TEXT, _needed("status")),
            "compatible": (FLAG, _key("compatible")),
            "strict": (FLAG, _key("strict")),
            "classes": (TEXTS, _list("classes")),
            "signature_id": (TEXT, _within("signature", "id")),
            "signature": (TEXT, _within("signature", "text")),
            "masks": (TEXTS, _list("masks")),
            "outcome": (TEXT, _key("outcome")),
            "reason": (TEXT, _key("reason")),
            "expectation": (TEXT, _key("expectation")),
            "equals": (TEXTS, _list("equals")),
            "version_sensitive": (FLAG, lambda line: bool(line.get("version_sensitive"))),
            **_PLACE,
        },
    ),
    "timings": Table(
        "timing",
        {
            "case": (TEXT, _needed("case")),
            "column": (TEXT, _needed("column")),
            "samples": (WHOLE, _needed("samples")),
            **{
                name: (REAL, _key(name))
                for name in (
                    "total_s",
                    "oracle_total_s",
                    "total_ratio",
                    "execution_s",
                    "oracle_execution_s",
                    "ratio",
                    "low",
                    "high",
                )
            },
        },
    ),
    "start_ups": Table(
        "startup",
        {
            "column": (TEXT, _needed("column")),
            "samples": (WHOLE, _needed("samples")),
            **{name: (REAL, _key(name)) for name in ("median_s", "low_s", "high_s")},
        },
    ),
    "comparisons": Table(
        "comparison",
        {
            **{name: (TEXT, _needed(name)) for name in ("case", "a", "b", "phase", "clock")},
            "batch": (WHOLE, _needed("batch")),
            "pairs": (WHOLE, _needed("pairs")),
            **{
                name: (REAL, _key(name))
                for name in ("a_median", "b_median", "estimate", "low", "high", "margin", "p")
            },
            "provisional": (FLAG, _key("provisional")),
            "verdict": (TEXT, _needed("verdict")),
            **{name: (REAL, _key(name)) for name in ("wall_ratio", "cpu_ratio", "memory_ratio")},
        },
    ),
}

# Of a cell that was judged more than once the last verdict counts.
_LAST_COUNTS = {"verdicts": ("case", "column")}


@dataclass
class Collected:
    """The rows of one record, by table and column, and what its ends say of it."""

    header: Line
    footer: Line | None = None
    counts: dict[str, int] = field(default_factory=dict)
    blobs: set[str] = field(default_factory=set)  # SHA-256 of outputs that stand beside it
    rows: dict[str, list[list[object]]] = field(default_factory=dict)

    def tables(self) -> Iterator[tuple[str, pa.Table]]:
        """Every table; raises what `collect` does for a value of another type."""
        for name, table in TABLES.items():
            columns = _last(name, table, self.rows.get(name) or [[] for _ in table.columns])
            arrays = [
                _array(values, kind)
                for values, (kind, _) in zip(columns, table.columns.values(), strict=True)
            ]
            yield name, pa.Table.from_arrays(arrays, schema=table.schema)


def collect(lines: Iterable[bytes]) -> Collected:
    """The rows of a record's lines. A last line that is cut short is left out.

    Raises ValueError, KeyError or TypeError for what is no record; `record.read_record` says
    in the user's words what is wrong with such a file.
    """
    found: Collected | None = None
    takers: dict[str, list[tuple[Callable[[object], None], Getter]]] = {}
    offset = 0
    for raw in lines:
        length = len(raw)
        try:
            line = json.loads(raw)
        except ValueError:
            if raw.endswith(b"\n"):
                raise
            break
        kind = line["kind"]
        if found is None:
            found = Collected(line)
            takers = _start(found)
            for column in _columns(line):
                _take(column, takers["column"])
        elif kind == "footer":
            found.footer = line
        else:
            found.counts[kind] = found.counts.get(kind, 0) + 1
            if kind in takers:
                line["\0offset"], line["\0length"] = offset, length
                _take(line, takers[kind])
            found.blobs.update(_blobs(line))
        offset += length
    if found is None:
        raise ValueError("it is empty")
    return found


def _start(found: Collected) -> dict[str, list[tuple[Callable[[object], None], Getter]]]:
    """By kind of line: where each of its values goes, and how it is read."""
    takers = {}
    for name, table in TABLES.items():
        found.rows[name] = [[] for _ in table.columns]
        getters = [get for _, get in table.columns.values()]
        appends = [values.append for values in found.rows[name]]
        takers[table.kind] = list(zip(appends, getters, strict=True))
    return takers


def _take(line: Line, taker: list[tuple[Callable[[object], None], Getter]]) -> None:
    for append, get in taker:
        append(get(line))


def _columns(header: Line) -> Iterator[Line]:
    """The header's columns, each with the oracle that judges it."""
    choices = {choice["candidate"]: choice for choice in header.get("oracles", ())}
    for column in header["columns"]:
        choice = choices.get(column["id"], {})
        yield {**column, "\0oracle": choice.get("oracle"), "\0exact": choice.get("exact")}


def _blobs(line: Line) -> Iterator[str]:
    for stream in ("stdout", "stderr"):
        output = line.get(stream)
        if output and "sha256" in output:
            yield output["sha256"]


def _last(name: str, table: Table, columns: list[list[object]]) -> list[list[object]]:
    if name not in _LAST_COUNTS:
        return columns
    names = list(table.columns)
    keys = list(zip(*(columns[names.index(key)] for key in _LAST_COUNTS[name]), strict=True))
    kept = sorted({key: place for place, key in enumerate(keys)}.values())
    if len(kept) == len(keys):
        return columns
    return [[values[place] for place in kept] for values in columns]


def _array(values: list[object], kind: pa.DataType) -> pa.Array:
    try:
        return pa.array(values, type=kind)
    except UnicodeEncodeError:
        return pa.array([_unicode(value) for value in values], type=kind)


def _unicode(value: object) -> object:
    """Text with its lone surrogates escaped."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    return [_unicode(item) for item in value] if isinstance(value, list) else value
