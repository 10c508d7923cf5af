"""What A/A runs say of a machine: the margins in force, false alarms, what cannot be told. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

from tabulate import tabulate

from harness.reports.options import DEFAULTS, ReportOptions
from harness.reports.speed import CLOCKS, column_width, short_names
from harness.reports.text import clip, percent, plural, safe, wrap
from harness.timing import KNOWN_RUNS, NoiseCell

_LEAST_NAME = 12
_HEAD = ("cell", "margin", "runs", "interval", "least slowdown")


def terminal(cells: Sequence[NoiseCell], options: ReportOptions = DEFAULTS) -> str:
    """For people: a table for each column and clock, and what it means below."""
    groups = dict.fromkeys((cell.column, cell.clock) for cell in cells)
    sections = [
        "\n\n".join(_group([c for c in cells if (c.column, c.clock) == key], options))
        for key in groups
    ]
    return "\n\n".join(sections or ["nothing was measured"]) + "\n"


def _group(cells: Sequence[NoiseCell], options: ReportOptions) -> Iterator[str]:
    first = cells[0]
    yield f"{first.column} beside itself, {CLOCKS[first.clock]}"
    names = short_names((cell.case, cell.phase) for cell in cells)
    values = [
        (
            f"{_share(cell.margin.value)}{'*' if cell.margin.provisional else ''}",
            str(cell.margin.runs),
            f"± {_share(cell.half_width)}",
            _share(cell.least_slowdown),
        )
        for cell in cells
    ]
    columns = zip(_HEAD[1:], zip(*values, strict=True), strict=True)
    room = options.width - sum(column_width(head, column) for head, column in columns)
    rows = [
        (clip(safe(names[cell.case, cell.phase]), max(_LEAST_NAME, room)), *row)
        for cell, row in zip(cells, values, strict=True)
    ]
    yield tabulate(rows, headers=_HEAD, disable_numparse=True, colalign=("left", *("right",) * 4))
    notes = [wrap(note, options.width, "", "  ") for note in _notes(cells)]
    yield "\n".join(line for lines in notes for line in lines)


def _share(value: float) -> str:
    return f"{100 * value:.1f} %"


def _notes(cells: Sequence[NoiseCell]) -> Iterator[str]:
    alarms = sum(cell.alarms for cell in cells)
    made = sum(len(cell.half_widths) for cell in cells)
    yield (
        f"False alarms with these margins: {alarms} of {made} A/A cells ({percent(alarms, made)}) "
        "were called slower or faster."
    )
    least = median(cell.least_slowdown for cell in cells)
    yield (
        f"A slowdown of {_share(least)} is found nine times in ten in half of the cells; what is "
        "smaller than a cell's least slowdown will mostly be inconclusive there."
    )
    never = [cell for cell in cells if not cell.can_be_equivalent]
    if never:
        yield (
            f"{plural(len(never), 'cell')} cannot be called equivalent: the interval is wider than "
            "the margin. More --pairs, longer scripts, --clock cpu or a quieter machine help."
        )
    unknown = [cell for cell in cells if cell.margin.provisional]
    if unknown:
        yield (
            f"* provisional in {plural(len(unknown), 'cell')}: fewer than {KNOWN_RUNS} A/A runs "
            "are known."
        )


def as_json(cells: Sequence[NoiseCell], options: ReportOptions = DEFAULTS) -> str:
    """For programs; shares are natural logarithms."""
    data = {
        "schema": {"name": "harness-noise", "version": "1.0"},
        "cells": [_cell(cell) for cell in cells],
    }
    return json.dumps(data, indent=1, allow_nan=False) + "\n"


def _cell(cell: NoiseCell) -> dict[str, Any]:
    return {
        "column": str(cell.column),
        "case": cell.case,
        "phase": cell.phase,
        "clock": cell.clock,
        "margin": cell.margin.value,
        "runs": cell.margin.runs,
        "provisional": cell.margin.provisional,
        "half_widths": list(cell.half_widths),
        "least_slowdown": cell.least_slowdown,
        "alarms": cell.alarms,
    }
