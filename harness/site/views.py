"""What the templates show, as plain values: one function for each kind of page. Pure.

Texts are as observed; the templates make them printable and escape them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from harness.compare import Cause as ChangeCause
from harness.compare import Change, ChangeKind, Comparison
from harness.model import JUDGED, ColumnId, Divergence, Observation, Outcome, Status
from harness.reports import compare_summary
from harness.reports.diff import Pair, output_note, output_of, pair_of, stream_diff
from harness.reports.explain import facts, sides
from harness.reports.summary import Cause, Cell, Score, Summary
from harness.reports.text import DASH, clip, percent, plural, safe, seconds
from harness.site.shown import MANY, Past, Shown

TOP_CAUSES = 10
OUTPUT_LINES, LINE_CHARACTERS = 200, 300
_DIED = {Outcome.PANIC, Outcome.SIGNAL, Outcome.TRAP, Outcome.TIMEOUT, Outcome.OOM}


# ---------------------------------------------------------------------- sentences


def column_sentence(column: ColumnId, summary: Summary) -> str:
    """A column in one sentence: "476 of 743 compatible, 267 fail in 201 causes, …"."""
    score = summary.totals[column]
    cells = [cell for cell in summary.cells if cell.column == column]
    causes = {c.verdict.signature.id for c in cells if c.verdict.signature and _blocks(c)}
    parts = [f"{score.compatible} of {score.judged} compatible"]
    failing = sum(_blocks(cell) for cell in cells)
    verb = "fails" if failing == 1 else "fail"
    parts.append(f"{failing} {verb} in {plural(len(causes), 'cause')}" if failing else "none fails")
    parts.append(f"{score.cells - score.judged - _missing(score)} not judged")
    parts.append(f"{_missing(score)} missing")
    return ", ".join(parts)


def _blocks(cell: Cell) -> bool:
    return cell.status in JUDGED and cell.verdict.compatible is False


def _missing(score: Score) -> int:
    return score.statuses.get(Status.MISSING, 0)


def change_sentence(comparison: Comparison) -> str:
    """A comparison in one sentence: "3 regressed in 2 causes, 7 fixed, 1 inconclusive, 0
    missing"."""
    counts = comparison.counts
    regressed = counts.get(ChangeKind.REGRESSED, 0)
    causes = len(comparison.causes_of(ChangeKind.REGRESSED))
    lost = sum(_is_missing(change) for change in comparison.changes)
    unknown = (ChangeKind.FLAKY, ChangeKind.UNKNOWN, ChangeKind.SPURIOUS)
    inconclusive = sum(not _is_missing(change) for change in comparison.of(*unknown))
    parts = [
        f"{regressed} regressed" + (f" in {plural(causes, 'cause')}" if regressed else ""),
        f"{counts.get(ChangeKind.FIXED, 0)} fixed",
        f"{counts.get(ChangeKind.CHANGED, 0)} changed",
        f"{inconclusive} inconclusive",
        f"{lost} missing",
    ]
    if comparison.slower:
        parts.append(f"{len(comparison.slower)} slower")
    return ", ".join(parts)


def _is_missing(change: Change) -> bool:
    """On one side or both there is no verdict on it."""
    return any(v is None or v.status is Status.MISSING for v in (change.old, change.new))


# ---------------------------------------------------------------------- first screen


@dataclass(frozen=True)
class ScoreView:
    """A place of the matrix."""

    score: Score | None
    died: int = 0  # cells that a panic, signal, trap, timeout or lack of memory ended

    @property
    def severity(self) -> str:
        return self.score.severity if self.score else "none"

    @property
    def share(self) -> str:
        return percent(self.score.compatible, self.score.judged) if self.score else DASH


def matrix(summary: Summary) -> list[tuple[str, list[ScoreView]]]:
    """Areas, and the total as the last row."""
    died = Counter((c.case.area, c.column) for c in summary.cells if has_died(c))
    rows = [
        (
            area,
            [
                ScoreView(summary.matrix.get((area, column)), died[area, column])
                for column in summary.columns
            ],
        )
        for area in summary.areas
    ]
    ends = Counter(cell.column for cell in summary.cells if has_died(cell))
    totals = [ScoreView(summary.totals[column], ends[column]) for column in summary.columns]
    return [*rows, ("total", totals)]


def has_died(cell: Cell) -> bool:
    """Whether it failed by dying, where its oracle did not."""
    return _blocks(cell) and cell.outcome in _DIED


def statuses(summary: Summary) -> list[tuple[Status, list[int]]]:
    """The statuses that occur, counted by column; they add up to all cells."""
    totals = [summary.totals[column] for column in summary.columns]
    rows = [(status, [score.statuses.get(status, 0) for score in totals]) for status in Status]
    return [(status, counts) for status, counts in rows if any(counts)]


# ---------------------------------------------------------------------- causes


@dataclass(frozen=True)
class CauseView:
    cause: Cause
    counts: tuple[int, ...]  # scripts by column

    @property
    def kind(self) -> str:
        if not self.cause.blocking:
            return "strict only"
        return "expected" if self.cause.expected else ""

    @property
    def title(self) -> str:
        return clip(self.cause.text, LINE_CHARACTERS)


def causes(summary: Summary) -> list[CauseView]:
    return [
        CauseView(cause, tuple(cause.scripts.get(column, 0) for column in summary.columns))
        for cause in summary.causes
    ]


# ---------------------------------------------------------------------- a cell


@dataclass(frozen=True)
class OutputView:
    """One stream of one side: its first lines, and what is not shown."""

    side: str
    stream: str
    size: int
    text: Markup
    note: str


@dataclass(frozen=True)
class CellView:
    cell: Cell
    pair: Pair | None
    past: Sequence[Past]

    @property
    def opened(self) -> bool:
        """Whether it is shown without being asked for."""
        return self.cell.status is not Status.PASS or self.cell.verdict.strict is False

    def facts(self) -> Iterator[tuple[str, str]]:
        return facts(self.cell)

    def sides(self) -> list[tuple[str, list[str], list[str]]]:
        """Both sides' ending, exception and so on, as lines."""
        if not self.pair:
            return []
        return [(name, a.split("\n"), b.split("\n")) for name, a, b in sides(self.pair)]

    def diffs(self) -> list[tuple[str, Markup]]:
        """The streams that differ, with their differences."""
        if not self.pair:
            return []
        streams = ((s, stream_diff(self.pair, s)) for s in ("stdout", "stderr"))
        return [(stream, diff_markup(lines)) for stream, lines in streams if lines]

    def outputs(self) -> list[OutputView]:
        if not self.pair:
            return []
        both = ((self.pair.left_label, self.pair.left), (self.pair.right_label, self.pair.right))
        return [
            _output(side, seen, stream)
            for stream in ("stdout", "stderr")
            for side, seen in both
            if output_of(seen, stream).size
        ]

    def phases(self) -> list[tuple[str, str, str]]:
        """Phase times that either side told, and all its time."""
        if not self.pair:
            return []
        left, right = self.pair.left, self.pair.right
        names = ("instantiate", "start", "compile", "execute", "finalise")
        rows = [
            (name, getattr(left.phases, f"{name}_ns"), getattr(right.phases, f"{name}_ns"))
            for name in names
        ]
        rows += [("wall", left.wall_ns, right.wall_ns), ("CPU", left.cpu_ns, right.cpu_ns)]
        return [(name, _time(a), _time(b)) for name, a, b in rows if (a, b) != (None, None)]


def cell_view(cell: Cell, past: Sequence[Past]) -> CellView:
    return CellView(cell, pair_of(cell), past)


def diff_markup(lines: Sequence[str]) -> Markup:
    """The lines of a difference, each in its colour: `del`, `ins`, `head` or `same`.

    Made here and not by a template, for a page may have thousands of lines.
    """
    kinds = {"-": "del", "+": "ins"}
    parts = []
    for line in lines:
        heading = line.startswith(("--- ", "+++ ", "@@ ", "\\ "))
        kind = "head" if heading else kinds.get(line[:1], "same")
        parts.append(f'<span class="{kind}">{escape(safe(line))}</span>\n')
    return Markup("".join(parts))


def size(count: int) -> str:
    """A number of bytes, exact while it is short."""
    if count < 10_000:
        return plural(count, "byte")
    return f"{count / 1e3:.1f} kB" if count < 1e6 else f"{count / 1e6:.1f} MB"


def _time(nanoseconds: int | None) -> str:
    return DASH if nanoseconds is None else seconds(nanoseconds / 1e9)


def _output(side: str, seen: Observation, stream: str) -> OutputView:
    output = output_of(seen, stream)
    # A line may be all of it: no more is decoded than can be shown.
    room = OUTPUT_LINES * LINE_CHARACTERS * 4
    text = output.data[:room].decode("utf-8", "surrogateescape")
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    shown = tuple(clip(safe(line), LINE_CHARACTERS) for line in lines[:OUTPUT_LINES])
    notes = [output_note(output)]
    if len(lines) > OUTPUT_LINES or len(output.data) > room:
        notes.append(f"the first {plural(len(shown), 'line')}")
    if any(len(line) > LINE_CHARACTERS for line in lines[:OUTPUT_LINES]):
        notes.append(f"lines are cut at {LINE_CHARACTERS} characters")
    made = escape("".join(f"{line}\n" for line in shown))
    return OutputView(side, stream, output.size, made, "; ".join(filter(None, notes)))


# ---------------------------------------------------------------------- comparing


@dataclass(frozen=True)
class ChangeCauseView:
    """The changes of one kind that share a cause, with the difference of the smallest."""

    cause: ChangeCause
    title: str
    diff: Markup
    command: str


@dataclass(frozen=True)
class ComparisonView:
    comparison: Comparison

    def counts(self) -> list[tuple[ChangeKind, int, str]]:
        counts, meaning = self.comparison.counts, compare_summary.MEANING
        return [(kind, count, meaning[kind]) for kind, count in counts.items()]

    def causes(self) -> list[tuple[ChangeKind, list[ChangeCauseView]]]:
        shown = [(kind, self.comparison.causes_of(kind)) for kind in compare_summary.BY_CAUSE]
        return [(kind, [self._cause(c) for c in found]) for kind, found in shown if found]

    def _cause(self, cause: ChangeCause) -> ChangeCauseView:
        telling = next(c for c in cause.changes if c.case.id == cause.smallest.id)
        new = cause.kind in (ChangeKind.REGRESSED, ChangeKind.CHANGED)
        diff = compare_summary.difference(telling, self.comparison) if new else []
        title = clip(compare_summary.cause_text(cause), LINE_CHARACTERS)
        command = compare_summary.command(telling, self.comparison)
        return ChangeCauseView(cause, title, diff_markup(diff), command)

    def others(self) -> list[tuple[ChangeKind, Sequence[Change]]]:
        """Kinds that are listed cell by cell."""
        shown = [
            (kind, self.comparison.of(kind))
            for kind in (*compare_summary.BY_CELL, *compare_summary.ON_REQUEST)
        ]
        return [(kind, found) for kind, found in shown if found]

    def notes(self) -> list[str]:
        lines = (
            compare_summary.confirmation(self.comparison),
            compare_summary.speed_summary(self.comparison),
        )
        return [line for line in lines if line]


# ---------------------------------------------------------------------- the query page


def cells_data(shown: Shown, pages: Mapping[str, str]) -> dict[str, Any]:
    """What the query box works on, as small as it can be: tables, and places in them.

    A cell is [status, class, signature, flags, modules]; classes and signatures are places in
    their tables or -1; flags: 1 compatible, 2 strict, 4 died, 8 version-sensitive.
    """
    columns = [str(column) for column in shown.columns]
    signatures: dict[tuple[str, str], int] = {}
    modules: dict[str, int] = {}
    places: dict[str, int] = {}
    kinds = list(Status)
    classes = list(Divergence)
    cases, cells = [], []
    for case_id, by_column in shown.cells.items():
        info = next(iter(by_column.values())).case
        tags = list(info.tags)
        places[case_id] = len(places)
        cases.append([case_id, pages[case_id], info.area, clip(info.description, 120), tags])
        row = []
        for column in shown.columns:
            cell = by_column[column]
            found = cell.verdict.signature
            where = -1
            if found:
                text = clip(found.text, 160)
                where = signatures.setdefault((found.id, text), len(signatures))
            named = [modules.setdefault(m, len(modules)) for m in failing_modules(cell)]
            worst = classes.index(cell.worst) if cell.worst else -1
            row.append([kinds.index(cell.status), worst, where, _flags(cell), named])
        cells.append(row)
    return {
        "columns": columns,
        "statuses": [status.value for status in kinds],
        "classes": [divergence.value for divergence in classes],
        "signatures": [list(key) for key in signatures],
        "modules": list(modules),
        "cases": cases,
        "cells": cells,
        "changes": _changes(shown, places),
    }


def _flags(cell: Cell) -> int:
    verdict = cell.verdict
    return (
        (verdict.compatible is True)
        + 2 * (verdict.strict is True)
        + 4 * has_died(cell)
        + 8 * verdict.version_sensitive
    )


def failing_modules(cell: Cell) -> list[str]:
    """The modules that the failure's traceback passes through, `__main__` aside."""
    seen = cell.candidate.observation if cell.candidate and _blocks(cell) else None
    frames = seen.exception.frames if seen and seen.exception else ()
    names = (frame.module for frame in frames)
    return list(dict.fromkeys(name for name in names if name and name != "__main__"))


def _changes(shown: Shown, places: Mapping[str, int]) -> dict[str, dict[str, list[int]]]:
    """The scripts of each kind of change, for every step from a version to another; of many
    columns for those to the next version."""
    kinds = (ChangeKind.REGRESSED, ChangeKind.FIXED, ChangeKind.CHANGED)
    found: dict[str, dict[str, list[int]]] = {}
    for old, new in shown.pairs if len(shown.columns) <= MANY else shown.upgrades:
        if (old.profile, old.runtime) != (new.profile, new.runtime):
            continue
        comparison = shown.compared(old, new)
        found[f"{old}..{new}"] = {
            kind.value: [places[change.case.id] for change in comparison.of(kind)] for kind in kinds
        }
    return found
