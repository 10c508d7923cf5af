"""The table of build profiles: what each costs and what it brings, per target. Pure.

Sizes are bytes, times seconds. A speed is execution time relative to another column on the
same benchmarks: below 1 is faster.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from harness.model import ColumnId
from harness.reports.options import DEFAULTS, ReportOptions
from harness.reports.text import DASH, clip, pad, percent, plural, wrap

# A benchmark counts as faster or slower only when its whole interval lies beyond this.
MARGIN = 0.10
_SCHEMA = {"name": "harness-profiles", "version": "1.0"}


@dataclass(frozen=True)
class Estimate:
    """A value with its interval, or median with least and greatest, over `n` samples."""

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    part: int
    whole: int


@dataclass(frozen=True)
class Built:
    """What a build made. `compiled_bytes` is the module compiled for its runtime.

    `crates` were compiled in `build_s`; what another build had compiled already costs nothing.
    """

    size_bytes: int
    compressed_bytes: int
    build_s: float
    crates: int
    features: tuple[str, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    compiled_bytes: int | None = None
    library_modules: int | None = None
    wasm_opt: str | None = None


@dataclass(frozen=True)
class Row:
    """One profile in one runtime; `failure` is the line that says why there is nothing else.

    `speed` is relative to the default profile in the same runtime, `speed_first` to the first
    row of the table, both as means over `benchmarks` that all of them pass. `cause` is why a
    profile that agrees on little does not.
    """

    column: ColumnId
    target: str
    description: str = ""
    failure: str | None = None
    built: Built | None = None
    start: Estimate | None = None
    modules: Share | None = None
    compatible: Share | None = None
    strict: Share | None = None
    speed: Estimate | None = None
    speed_first: Estimate | None = None
    cause: str = ""


@dataclass(frozen=True)
class ProfileTable:
    """All rows, and what holds for all of them. `benchmarks` has each column's speed relative
    to the first row, by benchmark; `clock`, wall or cpu, is what speeds were measured by."""

    rows: tuple[Row, ...]
    oracle: str
    corpus: str
    compression: str
    machine: Mapping[str, Any] = field(default_factory=dict)
    started: str = ""
    benchmarks: Mapping[str, Mapping[ColumnId, Estimate]] = field(default_factory=dict)
    clock: str = "wall"

    def faster(self, column: ColumnId) -> list[str]:
        """The benchmarks on which this column clearly beats the first row."""
        return self._beyond(column, lambda ratio: ratio.high < 1 / (1 + MARGIN))

    def slower(self, column: ColumnId) -> list[str]:
        """Those on which it clearly falls behind."""
        return self._beyond(column, lambda ratio: ratio.low > 1 + MARGIN)

    def _beyond(self, column: ColumnId, is_beyond: Callable[[Estimate], bool]) -> list[str]:
        return sorted(
            name
            for name, ratios in self.benchmarks.items()
            if column in ratios and is_beyond(ratios[column])
        )


# --------------------------------------------------------------------------- cells


_Cell = Callable[[ProfileTable, Row], str]


def _built(text: Callable[[Built], str]) -> _Cell:
    return lambda table, row: text(row.built) if row.built else DASH


def _megabytes(size: int | None) -> str:
    return DASH if size is None else f"{size / 1e6:.1f}"


def _share(share: Share | None) -> str:
    if share is None:
        return DASH
    return f"{share.part}/{share.whole} {percent(share.part, share.whole)}"


def _of(share: Share | None) -> str:
    return f"{share.part}/{share.whole}" if share else DASH


def _counts(table: ProfileTable, row: Row) -> str:
    if row.speed_first is None or row.column == table.rows[0].column:
        return DASH
    return f"{len(table.faster(row.column))}, {len(table.slower(row.column))}"


def _start(table: ProfileTable, row: Row) -> str:
    start = row.start
    if start is None:
        return DASH
    return f"{1000 * start.value:.0f} ({1000 * start.low:.0f}–{1000 * start.high:.0f})"


def _ratio(estimate: Estimate | None) -> str:
    if estimate is None:
        return DASH
    return f"{estimate.value:.2f} ({estimate.low:.2f}–{estimate.high:.2f})"


def _first(row: Row) -> str:
    """Relative to the first row, where that is not the default profile of the same runtime."""
    return DASH if row.speed_first == row.speed else _ratio(row.speed_first)


_COLUMNS: tuple[tuple[str, _Cell], ...] = (
    ("MB", _built(lambda built: _megabytes(built.size_bytes))),
    ("packed", _built(lambda built: _megabytes(built.compressed_bytes))),
    ("build s", _built(lambda built: f"{built.build_s:.0f} ({built.crates})")),
    ("start ms", _start),
    ("modules", lambda table, row: _of(row.modules)),
    ("compatible", lambda table, row: _share(row.compatible)),
    ("time", lambda table, row: _ratio(row.speed)),
    ("to first", lambda table, row: _first(row)),
    ("faster, slower", lambda table, row: _counts(table, row)),
)


def _by_runtime(table: ProfileTable) -> Iterator[tuple[str, list[Row]]]:
    """The rows of each runtime, in the order in which they come."""
    runtimes = dict.fromkeys(row.column.runtime for row in table.rows)
    for runtime in runtimes:
        yield runtime, [row for row in table.rows if row.column.runtime == runtime]


def _heading(runtime: str, rows: Sequence[Row]) -> str:
    return runtime if runtime == rows[0].target else f"{runtime} ({rows[0].target})"


_CLOCKS: Mapping[str, str] = {"wall": "by the clock", "cpu": "in CPU time"}


def _legend(table: ProfileTable) -> list[str]:
    first = table.rows[0].column if table.rows else None
    lines = [
        f"MB: the host or module; packed: {table.compression}. build s: seconds, and in brackets "
        "the crates compiled; what other builds had compiled already costs nothing.",
        "start ms: an empty script, start to exit, median (least–greatest).",
        f"compatible: of the cells that were judged, {table.corpus}; the oracle is {table.oracle}.",
    ]
    if any(row.modules for row in table.rows):
        lines.append("modules: of those in the oracle's standard library, how many import.")
    if any(row.speed_first for row in table.rows):
        several = any(row.column.runtime != table.rows[0].column.runtime for row in table.rows)
        count = len(table.benchmarks)
        lines.append(
            f"time: execution, {_CLOCKS[table.clock]}, relative to the default profile in the "
            "same runtime"
            + (f"; to first: relative to {first}" if several else "")
            + f". Geometric mean over {plural(count, 'benchmark')} with its 95 % interval; below 1 "
            "is faster. faster, slower: on how many of them it clearly beats the first row, by "
            f"more than {MARGIN:.0%}, and on how many it falls behind."
        )
    return [*lines, *_conditions(table)]


def _conditions(table: ProfileTable) -> Iterator[str]:
    if table.started:
        machine = [
            str(table.machine[key]) for key in ("system", "processor") if key in table.machine
        ]
        cores = [plural(table.machine["cores"], "core")] if "cores" in table.machine else []
        yield f"Measured on {table.started[:10]}: {', '.join([*machine, *cores])}."


def _surprises(table: ProfileTable) -> Iterator[str]:
    """Where a column that only runs elsewhere beats the first one."""
    first = table.rows[0].column if table.rows else None
    for row in table.rows:
        names = table.faster(row.column)
        if first and row.column.runtime != first.runtime and names:
            yield (
                f"{row.column} is faster than {first} by more than {MARGIN:.0%} on "
                f"{len(names)} of {plural(len(table.benchmarks), 'benchmark')}: {', '.join(names)}"
            )


def _notes(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """What rows have to say that no number says: profile and text."""
    for row in rows:
        if row.failure:
            yield row.column.profile, row.failure
        if row.built and row.built.wasm_opt and row.built.wasm_opt.startswith("not "):
            yield row.column.profile, f"wasm-opt {row.built.wasm_opt}"
        if row.built and row.built.library_modules is not None:
            count = plural(row.built.library_modules, "module")
            yield row.column.profile, f"its library has {count}"
        if row.cause:
            yield row.column.profile, row.cause


# --------------------------------------------------------------------------- formats


def render_table(table: ProfileTable, options: ReportOptions = DEFAULTS) -> str:
    """Plain text for a terminal: a table for each runtime, then what is to be said of them."""
    blocks = [_text_block(table, runtime, rows, options) for runtime, rows in _by_runtime(table)]
    blocks.append([line for text in _legend(table) for line in wrap(text, options.width, "", "  ")])
    surprises = _surprises(table)
    blocks.append([line for text in surprises for line in wrap(text, options.width, "", "  ")])
    return "\n".join("".join(f"{line}\n" for line in lines) for lines in blocks if lines)


def _text_block(
    table: ProfileTable, runtime: str, rows: Sequence[Row], options: ReportOptions
) -> list[str]:
    there = [row for row in rows if not row.failure]
    shown = _shown(table, there)
    lines = [_heading(runtime, rows)]
    label = max([len("profile"), *(len(row.column.profile) for row in rows)])
    cells = [[cell(table, row) for _, cell in shown] for row in there]
    sizes = [
        max(len(head), *(len(texts[i]) for texts in cells)) if cells else len(head)
        for i, (head, _) in enumerate(shown)
    ]
    # What does not fit goes into a second table below the first.
    for start, stop in _pages([size + 2 for size in sizes], options.width - label):
        heads = [head.rjust(size) for (head, _), size in zip(shown, sizes, strict=True)]
        lines += [""] if start else []
        lines.append("  ".join([pad("profile", label), *heads[start:stop]]))
        for row, texts in zip(there, cells, strict=True):
            padded = [text.rjust(size) for text, size in zip(texts, sizes, strict=True)]
            lines.append("  ".join([pad(row.column.profile, label), *padded[start:stop]]))
    for profile, text in _notes(rows):
        lines += wrap(f"{profile}: {text}", options.width, "  ", "    ")
    return [clip(line, options.width) for line in lines]


def _pages(sizes: Sequence[int], room: int) -> Iterator[tuple[int, int]]:
    start, used = 0, 0
    for index, size in enumerate(sizes):
        if index > start and used + size > room:
            yield start, index
            start, used = index, 0
        used += size
    if len(sizes) > start:
        yield start, len(sizes)


def _shown(table: ProfileTable, rows: Sequence[Row]) -> list[tuple[str, _Cell]]:
    """The columns that have something in them."""
    return [
        (head, cell) for head, cell in _COLUMNS if any(cell(table, row) != DASH for row in rows)
    ]


def render_markdown(table: ProfileTable, options: ReportOptions = DEFAULTS) -> str:
    """The same as GitHub-flavoured Markdown."""
    blocks = [_markdown_block(table, runtime, rows) for runtime, rows in _by_runtime(table)]
    blocks += [[_escaped(text)] for text in _surprises(table)]
    blocks.append([f"- {_escaped(line)}" for line in _legend(table)])
    return "\n\n".join("\n".join(lines) for lines in blocks if lines) + "\n"


def _markdown_block(table: ProfileTable, runtime: str, rows: Sequence[Row]) -> list[str]:
    there = [row for row in rows if not row.failure]
    shown = _shown(table, there)
    lines = [f"### {_heading(runtime, rows)}", ""]
    if there:
        lines.append(f"| profile | {' | '.join(head for head, _ in shown)} |")
        lines.append(f"| --- |{' ---: |' * len(shown)}")
        for row in there:
            texts = " | ".join(cell(table, row) for _, cell in shown)
            lines.append(f"| `{row.column.profile}` | {texts} |")
    notes = [f"- `{profile}`: {_escaped(text)}" for profile, text in _notes(rows)]
    return [*lines, *([""] if there and notes else []), *notes]


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_<>|[]" else char for char in text)


def render_json(table: ProfileTable, options: ReportOptions = DEFAULTS) -> str:
    """One object with all that is known; nothing is rounded or left out."""
    data = {
        "schema": _SCHEMA,
        "started": table.started,
        "machine": dict(table.machine),
        "oracle": table.oracle,
        "corpus": table.corpus,
        "compression": table.compression,
        "clock": table.clock,
        "rows": [_json_row(row) for row in table.rows],
        "benchmarks": {
            name: {str(column): vars(estimate) for column, estimate in ratios.items()}
            for name, ratios in sorted(table.benchmarks.items())
        },
    }
    return json.dumps(data, indent=1, allow_nan=False) + "\n"


# Fields of a row and their keys.
_SHARES = ("modules", "compatible", "strict")
_ESTIMATES = {"start": "start_s", "speed": "speed", "speed_first": "speed_first"}


def _plain(value: Share | Estimate | None) -> dict[str, float] | None:
    return asdict(value) if value else None


def _json_row(row: Row) -> dict[str, Any]:
    built = row.built
    return {
        "column": str(row.column),
        "profile": row.column.profile,
        "runtime": row.column.runtime,
        "target": row.target,
        "description": row.description,
        "failure": row.failure,
        **({**vars(built), "settings": dict(built.settings)} if built else {}),
        **{name: _plain(getattr(row, name)) for name in _SHARES},
        **{key: _plain(getattr(row, name)) for name, key in _ESTIMATES.items()},
        "cause": row.cause,
    }


def from_json(text: str) -> ProfileTable:
    """The table that `render_json` wrote; ValueError says why it is none."""
    try:
        data = json.loads(text)
        schema = data["schema"]
        if schema["name"] != _SCHEMA["name"] or schema["version"].split(".")[0] != "1":
            raise ValueError(f"it holds {schema['name']} {schema['version']}")
        return ProfileTable(
            tuple(map(_row_from, data["rows"])),
            data["oracle"],
            data["corpus"],
            data["compression"],
            data["machine"],
            data["started"],
            {
                name: {ColumnId.parse(column): Estimate(**its) for column, its in ratios.items()}
                for name, ratios in data["benchmarks"].items()
            },
            data["clock"],
        )
    except (KeyError, TypeError, AttributeError, json.JSONDecodeError) as error:
        raise ValueError("it is not a table of profiles in JSON") from error


def _row_from(data: Mapping[str, Any]) -> Row:
    built = None
    if "size_bytes" in data:
        known = {item.name: data[item.name] for item in fields(Built)}
        built = Built(**{**known, "features": tuple(known["features"])})
    shares = {name: Share(**data[name]) if data[name] else None for name in _SHARES}
    times = {name: Estimate(**data[key]) if data[key] else None for name, key in _ESTIMATES.items()}
    return Row(
        ColumnId.parse(data["column"]),
        data["target"],
        data["description"],
        data["failure"],
        built,
        times["start"],
        shares["modules"],
        shares["compatible"],
        shares["strict"],
        times["speed"],
        times["speed_first"],
        data["cause"],
    )


FORMATS: Mapping[str, Callable[[ProfileTable, ReportOptions], str]] = {
    "table": render_table,
    "markdown": render_markdown,
    "json": render_json,
}
