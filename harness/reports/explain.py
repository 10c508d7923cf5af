"""Everything that a record knows of one case: why each of its cells is as it is. Pure."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterator, Sequence
from pathlib import Path

from harness.errors import HarnessError
from harness.model import CaseInfo, ExceptionInfo, Observation, Record
from harness.reports.diff import Pair, output_note, output_of, pair_of, stream_diff
from harness.reports.options import DEFAULTS, ReportOptions
from harness.reports.summary import Cell, Summary, summarise, warnings
from harness.reports.terminal import command_lines
from harness.reports.text import DASH, pad, plural, safe, seconds, times, wrap

DIFF_LINES, FRAMES = 60, 5


def explain(
    record: Record,
    case: str,
    column: str | None = None,
    options: ReportOptions = DEFAULTS,
) -> str:
    """Text on the cells of one case, or on the one in `column`.

    `case` is an ID, the path of a script, or an end of either that only one case has. Raises
    HarnessError, naming the nearest, for a case or column that the record does not hold.
    """
    summary = summarise(record)
    info = find_case(summary, case)
    wanted = find_column(summary, column) if column else None
    cells = [c for c in summary.cells if c.case.id == info.id and wanted in (None, str(c.column))]
    lines = [line for text in warnings(summary) for line in wrap(text, options.width, "! ", "  ")]
    lines += wrap(f"{safe(info.id)} (area {safe(info.area)})", options.width, "", "  ")
    lines += wrap(safe(info.description), options.width, "  ") if info.description else []
    for cell in cells:
        lines += ["", *_cell(cell, options)]
    return "\n".join(lines) + "\n"


# --------------------------------------------------------------------------- finding


def find_case(summary: Summary, text: str) -> CaseInfo:
    wanted = posixpath.normpath(Path(text).as_posix()) if text else text
    cases = summary.cases
    found = (
        [case for case in cases if case.id in (text, wanted)]
        or [case for case in cases if case.path and _same(case.path, wanted)]
        or [case for case in cases if _ends_with(case.id, wanted)]
        or sorted((c for c in cases if wanted.endswith(f"/{c.id}")), key=lambda c: -len(c.id))[:1]
    )
    if len(found) == 1:
        return found[0]
    if found:
        raise HarnessError(
            f"{len(found)} cases of the record end with '{safe(text)}'",
            hint=f"name one of: {_listed([case.id for case in found])}",
        )
    raise HarnessError(
        f"the record holds no case '{safe(text)}'",
        hint=f"the nearest: {_listed(_nearest(wanted, [case.id for case in cases]))}"
        if cases
        else "it holds no cases at all",
    )


def _same(path: str, wanted: str) -> bool:
    return posixpath.normpath(Path(path).as_posix()) == wanted


def _ends_with(case_id: str, end: str) -> bool:
    """In whole parts of the path; the suffix may be left out."""
    return any(f"/{name}".endswith(f"/{end}") for name in (case_id, case_id.removesuffix(".py")))


def _nearest(wanted: str, names: Sequence[str]) -> list[str]:
    by_end = {posixpath.basename(name): name for name in reversed(names)}
    ends = difflib.get_close_matches(posixpath.basename(wanted), by_end, 3)
    near = [*difflib.get_close_matches(wanted, names, 3), *(by_end[end] for end in ends)]
    return list(dict.fromkeys(near)) or sorted(names)


def _listed(names: Sequence[str], count: int = 3) -> str:
    more = f" and {len(names) - count} more" if len(names) > count else ""
    return ", ".join(map(safe, names[:count])) + more


def find_column(summary: Summary, text: str) -> str:
    names = [str(column) for column in summary.columns]
    if text in names:
        return text
    raise HarnessError(
        f"the record holds no candidate column '{safe(text)}'",
        hint=f"its columns: {', '.join(names)}",
    )


# --------------------------------------------------------------------------- one cell


def _cell(cell: Cell, options: ReportOptions) -> Iterator[str]:
    verdict, pair = cell.verdict, pair_of(cell)
    yield f"{cell.column}: {verdict.status.value}"
    for name, text in facts(cell):
        yield from wrap(text, options.width, f"  {name:<11}", " " * 13)
    if pair:
        yield from _sides(pair, options)
        for stream in ("stdout", "stderr"):
            yield from _stream(pair, stream, options)
    yield "  repeat"
    yield from command_lines(cell.command, options.width)


def facts(cell: Cell) -> Iterator[tuple[str, str]]:
    """What a cell's verdict says, as names and printable lines."""
    verdict = cell.verdict
    names = {True: "yes", False: "no", None: "not judged"}
    yield "compatible", f"{names[verdict.compatible]}, strict {names[verdict.strict]}"
    if verdict.reason:
        yield "reason", safe(verdict.reason)
    if verdict.expectation:
        yield "expected", safe(verdict.expectation)
    if cell.drift:
        yield "drift", f"{cell.drift}, and not {verdict.oracle}"
    if verdict.version_sensitive:
        yield "versions", "the CPythons of this run disagree on the case"
    if verdict.classes:
        yield "classes", ", ".join(divergence.value for divergence in verdict.classes)
    if verdict.signature:
        yield "cause", f"{verdict.signature.id} {safe(verdict.signature.text)}"
    if verdict.compatible is not None:
        yield "masks", ", ".join(verdict.masks) or "none needed"
    if cell.timing:
        timing = cell.timing
        execution = f"execution {times(timing.ratio)}, " if timing.ratio is not None else ""
        yield (
            "speed",
            (
                f"{execution}start to exit {times(timing.total_ratio)} the oracle's "
                f"({seconds(timing.total_s)}, {plural(timing.samples, 'sample')})"
            ),
        )
    if not cell.candidates or not cell.oracles:
        side = "candidate" if not cell.candidates else "oracle"
        yield "attempts", f"the record holds no attempt of the {side}"


# --------------------------------------------------------------------------- two sides


def _sides(pair: Pair, options: ReportOptions) -> Iterator[str]:
    rows = [("", pair.left_label, pair.right_label), *sides(pair)]
    column = max(16, (options.width - 15) // 2)
    for name, left, right in rows:
        both = [_wrapped(left or DASH, column), _wrapped(right or DASH, column)]
        for index in range(max(map(len, both))):
            parts = [side[index] if index < len(side) else "" for side in both]
            label = name if index == 0 else ""
            yield f"  {label:<11}{pad(parts[0], column)}  {parts[1]}".rstrip()


def _wrapped(text: str, column: int) -> list[str]:
    return [part for line in text.split("\n") for part in wrap(line, column)]


def sides(pair: Pair) -> Iterator[tuple[str, str, str]]:
    """What is known of both observations, as a name and printable lines for each side."""
    for name, show in _SHOWN.items():
        left, right = show(pair.left), show(pair.right)
        if left or right:
            yield name, left, right


def _ending(seen: Observation) -> str:
    parts = [seen.outcome.value]
    if seen.exit_code is not None:
        parts.append(f"exit code {seen.exit_code}")
    if seen.signal is not None:
        parts.append(f"signal {seen.signal}")
    return ", ".join(parts)


def _limit(seen: Observation) -> str:
    return safe(seen.limit or "")


def _death(seen: Observation) -> str:
    """Panic, trap or the harness's own error."""
    if seen.panic:
        return (
            safe(f"panic: {seen.panic.message}")
            + "\n"
            + safe(f"at {seen.panic.file}:{seen.panic.line} {seen.panic.function or ''}".rstrip())
        )
    if seen.trap:
        frames = "\n".join(f"in {safe(name)}" for name in seen.trap.frames[:FRAMES])
        return safe(f"trap {seen.trap.code}: {seen.trap.message}") + f"\n{frames}".rstrip()
    return safe(seen.error or "")


def _chain(info: ExceptionInfo | None) -> Iterator[tuple[str, ExceptionInfo]]:
    """The exception and what led to it, outermost first."""
    how = ""
    while info:
        yield how, info
        how = "caused by " if info.cause else "while handling "
        info = info.cause or (None if info.suppress_context else info.context)


def _exception(seen: Observation) -> str:
    return "\n".join(f"{how}{safe(info.type)}" for how, info in _chain(seen.exception))


def _message(seen: Observation) -> str:
    if not seen.exception:
        return ""
    message = seen.exception.message
    return "(str() of it failed)" if message is None else safe(message) or "(empty)"


def _notes(seen: Observation) -> str:
    return "\n".join(map(safe, seen.exception.notes)) if seen.exception else ""


def _frames(seen: Observation) -> str:
    frames = seen.exception.frames if seen.exception else ()
    return "\n".join(
        safe(f"{frame.module or '?'}:{frame.function} line {frame.line}")
        for frame in reversed(frames[-FRAMES:])
    )


def _time(seen: Observation) -> str:
    cpu = f", CPU {seconds(seen.cpu_ns / 1e9)}" if seen.cpu_ns is not None else ""
    return f"{seconds(seen.wall_ns / 1e9)}{cpu}"


def _memory(seen: Observation) -> str:
    return f"{seen.peak_bytes / 2**20:.1f} MiB" if seen.peak_bytes is not None else ""


_SHOWN = {
    "outcome": _ending,
    "limit": _limit,
    "died of": _death,
    "exception": _exception,
    "message": _message,
    "notes": _notes,
    "innermost": _frames,
    "time": _time,
    "memory": _memory,
}


def _stream(pair: Pair, stream: str, options: ReportOptions) -> Iterator[str]:
    lines = stream_diff(pair, stream, everything=options.all)
    left, right = output_of(pair.left, stream), output_of(pair.right, stream)
    if not lines:
        if left.size or right.size:
            notes = filter(None, map(output_note, (left, right)))
            alike = f"agrees, {right.size} bytes" if not pair.repeats else "alike"
            yield "; ".join([f"  {stream:<11}{alike}", *notes])
        return
    shown = lines if options.all else lines[:DIFF_LINES]
    yield from (f"  {line}".rstrip() for line in shown)
    if len(shown) < len(lines):
        yield f"  … and {len(lines) - len(shown)} lines more of this difference: add --all"
