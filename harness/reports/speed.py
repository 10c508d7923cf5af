"""What a record says of the speed of two columns beside one another: terminal, Markdown, JSON.
Pure.

Every figure is a ratio B / A of times or instructions: above 1, B takes more.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from math import exp
from typing import Any

from tabulate import MIN_PADDING, tabulate

from harness import timing
from harness.model import ColumnId, Comparison, Record, Speed, Untimed
from harness.reports.markdown import code
from harness.reports.options import DEFAULTS, ReportOptions
from harness.reports.text import DASH, clip, plural, safe, seconds, wrap
from harness.reports.text import width as text_width

_SCHEMA = {"name": "harness-speed", "version": "1.0"}
_UNTIMED = 12  # that are shown without `all`
_NAME, _LEAST_NAME = 24, 12  # characters of a case's name: enough of them, and the fewest
CLOCKS = {"wall": "wall time", "cpu": "CPU time", "fuel": "instructions"}
PHASES = {"start": "start (empty script)", "instantiate": "instantiation (empty script)"}
_CASE = "case"
_HEAD = (_CASE, "A", "B", "B / A", "95 % interval", "margin", "CPU", "memory", "verdict")
_DROPPED = (
    "memory",
    "CPU",
    "B",
    "A",
    "margin",
)  # where the terminal is too narrow for them, in this order


@dataclass(frozen=True)
class Pairing:
    """All comparisons of two columns by one clock. `again` are the slower cells of the first
    batch: whether the second one has shown each of them again."""

    a: ColumnId
    b: ColumnId
    clock: str
    cells: tuple[Comparison, ...]
    again: Mapping[tuple[str, str], bool]
    untimed: tuple[Untimed, ...]
    areas: Mapping[str, str]

    @property
    def title(self) -> str:
        """What is compared with what, by which clock."""
        return f"{self.b} beside {self.a}, {CLOCKS.get(self.clock, self.clock)}"

    @property
    def executions(self) -> list[Comparison]:
        """The cells of cases: those that both columns run alike."""
        return [cell for cell in self.cells if cell.phase == "execution"]

    @property
    def counts(self) -> Mapping[Speed, int]:
        """How many cells have each verdict."""
        counted = Counter(cell.verdict for cell in self.cells)
        return {speed: counted[speed] for speed in Speed}

    @property
    def means(self) -> list[tuple[str, float, int]]:
        """Area, geometric mean of the ratios, and over how many cases; at last all of them."""
        by_area: dict[str, list[float]] = defaultdict(list)
        for cell in self.executions:
            by_area[self.areas.get(cell.case, "")].append(exp(cell.estimate))
        everything = [ratio for ratios in by_area.values() for ratio in ratios]
        rows = [*sorted(by_area.items()), ("all", everything)]
        means = [(area, timing.mean_ratio(ratios), len(ratios)) for area, ratios in rows]
        return [(area, mean, count) for area, mean, count in means if mean is not None]


def pairings(record: Record) -> list[Pairing]:
    """What the record holds, in its order."""
    keys = [(c.a, c.b, c.clock) for c in record.comparisons]
    keys += [(u.a, u.b, u.clock) for u in record.untimed]
    areas = {case.id: case.area for case in record.cases}
    return [_pairing(record, *key, areas) for key in dict.fromkeys(keys)]


def _pairing(
    record: Record, a: ColumnId, b: ColumnId, clock: str, areas: Mapping[str, str]
) -> Pairing:
    found = [c for c in record.comparisons if (c.a, c.b, c.clock) == (a, b, clock)]
    untimed = [u for u in record.untimed if (u.a, u.b, u.clock) == (a, b, clock)]
    first = tuple(c for c in found if c.batch == 1)
    slower = {(c.case, c.phase) for c in first if c.verdict is Speed.SLOWER}
    again = {(c.case, c.phase): c.verdict is Speed.SLOWER for c in found if c.batch > 1}
    kept = {key: repeated for key, repeated in again.items() if key in slower}
    return Pairing(a, b, clock, first, kept, tuple(untimed), areas)


# --------------------------------------------------------------------------- terminal


def terminal(record: Record, options: ReportOptions = DEFAULTS) -> str:
    """For people: a table for each phase, means per area, what is not known."""
    sections = [section for pairing in pairings(record) for section in _sections(pairing, options)]
    return "\n\n".join(sections or ["no two columns were compared"]) + "\n"


def _sections(pairing: Pairing, options: ReportOptions) -> Iterator[str]:
    told = f"A {pairing.a}, B {pairing.b}; a ratio above 1: B takes more"
    yield "\n".join(_wrapped([safe(pairing.title), told], options))
    if pairing.cells:
        yield _table(pairing, options.width)
    if pairing.means:
        means = [(safe(area), _ratio(mean, pairing), count) for area, mean, count in pairing.means]
        yield _means_table(means, "simple")
    yield "\n".join(_wrapped(_notes(pairing), options))
    if pairing.untimed:
        yield "\n".join(_untimed_lines(pairing, options))


def _means_table(rows: Sequence[tuple[str, str, int]], form: str) -> str:
    heads, align = ("area", "geometric mean", "cases"), ("left", "right", "right")
    return tabulate(rows, headers=heads, tablefmt=form, disable_numparse=True, colalign=align)


def _wrapped(lines: Iterable[str], options: ReportOptions) -> Iterator[str]:
    for line in lines:
        yield from wrap(line, options.width, "", "  ")


def _table(pairing: Pairing, width: int) -> str:
    """The cells, with as many of their columns as there is room for."""
    names = short_names((cell.case, cell.phase) for cell in pairing.cells)
    rows = [
        {_CASE: safe(names[cell.case, cell.phase]), **_values(cell, pairing)}
        for cell in pairing.cells
    ]
    heads = [head for head in _HEAD if any(row[head] != DASH for row in rows)]
    widest = max(text_width(row[_CASE]) for row in rows)
    for dropped in (None, *_DROPPED):
        heads = [head for head in heads if head != dropped]
        room = width - sum(column_width(head, [row[head] for row in rows]) for head in heads[1:])
        if room >= min(widest, _NAME):
            break
    name = max(room, _LEAST_NAME)
    cut = [[clip(row[_CASE], name), *(row[head] for head in heads[1:])] for row in rows]
    return tabulate(cut, headers=heads, disable_numparse=True, colalign=_align(heads))


def short_names(cells: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], str]:
    """For cases and phases: the phase, or what is left of the case's ID without the folders
    that all of them are in."""
    cells = list(cells)
    folders = [case.split("/")[:-1] for case, phase in cells if phase not in PHASES]
    shared = sum(
        1 for _ in takewhile(lambda parts: len({*parts}) == 1, zip(*folders, strict=False))
    )
    return {
        (case, phase): PHASES.get(phase) or "/".join(case.split("/")[shared:])
        for case, phase in cells
    }


def column_width(head: str, values: Iterable[str]) -> int:
    """How wide a table makes a column, with the gap to the one before it."""
    return 2 + max(len(head) + MIN_PADDING, *map(len, values))


def _align(heads: Sequence[str]) -> tuple[str, ...]:
    return tuple("left" if head in (_CASE, "verdict") else "right" for head in heads)


def _values(cell: Comparison, pairing: Pairing) -> dict[str, str]:
    """What stands in each column of a table, but for the name."""
    exact = cell.clock == "fuel"
    low, high = (_ratio(exp(end), pairing) for end in (cell.low, cell.high))
    values = (
        _amount(cell.a_median, exact),
        _amount(cell.b_median, exact),
        _ratio(exp(cell.estimate), pairing),
        DASH if exact else f"{low} – {high}",
        f"{100 * cell.margin:.1f} %{'*' if cell.provisional else ''}",
        DASH if cell.cpu_ratio is None else _ratio(cell.cpu_ratio, pairing),
        DASH if cell.memory_ratio is None else _ratio(cell.memory_ratio, pairing),
        _said(cell, pairing),
    )
    return dict(zip(_HEAD[1:], values, strict=True))


def _amount(value: float, exact: bool) -> str:
    return f"{value:,.0f}" if exact else seconds(value)


def _ratio(value: float, pairing: Pairing) -> str:
    """Four digits behind the point where the figures are exact."""
    digits = 4 if pairing.clock == "fuel" else 3 if value < 10 else 1
    return f"{value:.{digits}f}" if value < 1e6 else "∞"


def _said(cell: Comparison, pairing: Pairing) -> str:
    again = pairing.again.get((cell.case, cell.phase))
    note = {True: ", and again", False: ", not again", None: ""}[again]
    return cell.verdict.value + note


def _notes(pairing: Pairing) -> Iterator[str]:
    counts = ", ".join(f"{count} {speed.value}" for speed, count in pairing.counts.items())
    pairs = sorted({cell.pairs for cell in pairing.cells})
    clock = CLOCKS.get(pairing.clock, pairing.clock)
    yield f"{plural(len(pairing.cells), 'cell')} by {clock}: {counts}."
    if pairing.clock == "fuel":
        yield "Instructions are exact: each was counted twice with the same result."
        return
    if pairs:
        yield f"{', '.join(map(str, pairs))} pairs of fresh interpreters each, interleaved."
    if any(cell.provisional for cell in pairing.cells):
        yield (
            f"* a provisional margin: fewer than {timing.KNOWN_RUNS} A/A runs of this cell on this "
            "machine; `harness noise` makes them."
        )
    if pairing.counts[Speed.INCONCLUSIVE]:
        yield "Inconclusive is not equal: the interval reaches over a margin, nothing is shown."


def _untimed_lines(pairing: Pairing, options: ReportOptions) -> Iterator[str]:
    shown = pairing.untimed if options.all else pairing.untimed[:_UNTIMED]
    yield f"not compared: {plural(len(pairing.untimed), 'case')}"
    for item in shown:
        line = f"{safe(item.case)}: {safe(item.reason)}"
        yield from wrap(line, options.width, "  ", "    ")
    if len(shown) < len(pairing.untimed):
        yield f"  and {len(pairing.untimed) - len(shown)} more (--all)"


# --------------------------------------------------------------------------- Markdown


def markdown(record: Record, options: ReportOptions = DEFAULTS) -> str:
    """For a comment on a change: verdicts first, every cell in a fold."""
    parts: list[str] = []
    for pairing in pairings(record):
        parts.append(f"### Speed: {code(str(pairing.b))} beside {code(str(pairing.a))}")
        parts.append(" ".join(_notes(pairing)))
        moved = [c for c in pairing.cells if c.verdict in (Speed.SLOWER, Speed.FASTER)]
        if moved:
            parts.append(_markdown_table(moved, pairing))
        if pairing.means:
            means = [(code(a), _ratio(m, pairing), n) for a, m, n in pairing.means]
            parts.append(_means_table(means, "pipe"))
        table = _markdown_table(pairing.cells, pairing)
        parts.append(f"<details><summary>every cell</summary>\n\n{table}\n\n</details>")
        if pairing.untimed:
            lines = [f"- {code(item.case)}: {code(item.reason)}" for item in pairing.untimed]
            parts.append(
                f"<details><summary>not compared: {len(lines)}</summary>\n\n"
                + "\n".join(lines)
                + "\n\n</details>"
            )
    return "\n\n".join(parts or ["No two columns were compared."]) + "\n"


def _markdown_table(cells: Sequence[Comparison], pairing: Pairing) -> str:
    names = short_names((cell.case, cell.phase) for cell in pairing.cells)
    rows = [
        [code(names[cell.case, cell.phase]), *_values(cell, pairing).values()] for cell in cells
    ]
    return tabulate(
        rows, headers=_HEAD, tablefmt="pipe", disable_numparse=True, colalign=_align(_HEAD)
    )


# --------------------------------------------------------------------------- JSON


def as_json(record: Record, options: ReportOptions = DEFAULTS) -> str:
    """For programs: ratios beside the logarithms of the record."""
    data = {
        "schema": _SCHEMA,
        "run_id": record.header.run_id,
        "complete": record.complete,
        "pairings": [_pairing_json(pairing) for pairing in pairings(record)],
    }
    return json.dumps(data, indent=1, allow_nan=False) + "\n"


def _pairing_json(pairing: Pairing) -> dict[str, Any]:
    return {
        "a": str(pairing.a),
        "b": str(pairing.b),
        "clock": pairing.clock,
        "counts": {speed.value: count for speed, count in pairing.counts.items()},
        "means": [
            {"area": area, "ratio": mean, "cases": count} for area, mean, count in pairing.means
        ],
        "cells": [_cell_json(cell, pairing) for cell in pairing.cells],
        "untimed": [{"case": item.case, "reason": item.reason} for item in pairing.untimed],
    }


def _cell_json(cell: Comparison, pairing: Pairing) -> dict[str, Any]:
    return {
        "case": cell.case,
        "area": pairing.areas.get(cell.case),
        "phase": cell.phase,
        "pairs": cell.pairs,
        "a_median": cell.a_median,
        "b_median": cell.b_median,
        "ratio": exp(cell.estimate),
        "low": exp(cell.low),
        "high": exp(cell.high),
        "margin": cell.margin,
        "provisional": cell.provisional,
        "verdict": cell.verdict.value,
        "repeated": pairing.again.get((cell.case, cell.phase)),
        "p": cell.p,
        "wall_ratio": cell.wall_ratio,
        "cpu_ratio": cell.cpu_ratio,
        "memory_ratio": cell.memory_ratio,
    }
