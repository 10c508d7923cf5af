"""Two observations side by side: their streams as unified diffs, their exceptions. Pure."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harness.model import Attempt, Observation, Output, Status
from harness.normalize import Sample, Step, normalise, usable_steps
from harness.reports.summary import Cell
from harness.reports.text import safe

WINDOW_LINES = 300  # how many lines of each side are compared, from the first difference on
LINE_CHARACTERS = 300  # longer lines are shown around their first difference
_CONTEXT = 3


@dataclass(frozen=True)
class Pair:
    """The two observations that show what a cell's verdict means, each with its label.

    `repeats` says that both are of one column. `oracles` are all runs of the oracle.
    """

    left_label: str
    left: Observation
    right_label: str
    right: Observation
    oracles: tuple[Observation, ...]
    repeats: bool = False


def pair_of(cell: Cell) -> Pair | None:
    """Oracle and candidate; for what disagrees with itself, two runs of that side."""
    oracle, column = str(cell.verdict.oracle), str(cell.column)
    oracles = tuple(attempt.observation for attempt in cell.oracles)
    if cell.status is Status.FLAKY and len(cell.candidates) > 1:
        return _repeats(cell.candidates, column, oracles)
    if cell.status is Status.UNSTABLE_ORACLE and len(cell.oracles) > 1:
        return _repeats(cell.oracles, oracle, oracles)
    if not cell.candidate or not cell.oracles:
        return None
    return Pair(oracle, oracles[0], column, cell.candidate.observation, oracles)


def _repeats(attempts: Sequence[Attempt], column: str, oracles: tuple[Observation, ...]) -> Pair:
    first, *others = attempts
    seen = _essence(first.observation)
    other = next((a for a in others if _essence(a.observation) != seen), others[0])
    labels = [f"{column} run {attempt.repeat + 1}" for attempt in (first, other)]
    return Pair(labels[0], first.observation, labels[1], other.observation, oracles, True)


def _essence(seen: Observation) -> tuple[object, ...]:
    raised = seen.exception.type if seen.exception else None
    return seen.outcome, seen.exit_code, raised, seen.stdout.data


def stream_diff(pair: Pair, stream: str, *, everything: bool = False) -> list[str]:
    """The unified diff of `stdout` or `stderr` as printable lines; [] when they agree.

    What the judge would mask is masked here, so that only real differences are shown.
    """
    steps = usable_steps([_sample(oracle, stream) for oracle in pair.oracles])
    texts = [normalise(_sample(run, stream), steps) for run in (pair.left, pair.right)]
    if texts[0] == texts[1] or _expected(pair, stream, steps, texts[1]):
        return []
    left, right = map(_lines, texts)
    window = max(len(left), len(right)) if everything else WINDOW_LINES
    return [
        f"--- {stream} of {pair.left_label}",
        f"+++ {stream} of {pair.right_label}",
        *_hunks(left, right, window),
        *_cut_notes(pair, stream),
    ]


def _expected(pair: Pair, stream: str, steps: Sequence[Step], right: str) -> bool:
    """Whether another run of the oracle wrote just this."""
    others = {} if pair.repeats else {_sample(run, stream).data: run for run in pair.oracles}
    return any(normalise(_sample(run, stream), steps) == right for run in others.values())


def output_of(seen: Observation, stream: str) -> Output:
    return seen.stdout if stream == "stdout" else seen.stderr


def output_note(output: Output) -> str:
    """What is not at hand of an output; "" when all is."""
    if not output.cut:
        return ""
    if not output.data:
        return f"its {output.size} bytes are not beside the record"
    return f"only the first {len(output.data)} of {output.size} bytes were kept"


def _cut_notes(pair: Pair, stream: str) -> list[str]:
    sides = ((pair.left_label, pair.left), (pair.right_label, pair.right))
    notes = ((label, output_note(output_of(seen, stream))) for label, seen in sides)
    return [f"\\ {stream} of {label}: {note}" for label, note in notes if note]


def _sample(seen: Observation, stream: str) -> Sample:
    return Sample(output_of(seen, stream).data, seen.scratch)


def _lines(text: str) -> list[str]:
    """Printable lines; an end without a line end is a line of its own, as in `diff`."""
    if not text:
        return []
    lines = [safe(line) for line in text.split("\n")]
    if lines[-1] == "":
        return lines[:-1]
    return [*lines, "\\ no line end here"]


def _hunks(left: Sequence[str], right: Sequence[str], window: int) -> Iterator[str]:
    start = max(0, _common(left, right) - _CONTEXT)
    a, b = left[start : start + window], right[start : start + window]
    for group in difflib.SequenceMatcher(None, a, b).get_grouped_opcodes(_CONTEXT):
        (_, i1, _, j1, _), (_, _, i2, _, j2) = group[0], group[-1]
        yield f"@@ -{_range(start + i1, i2 - i1)} +{_range(start + j1, j2 - j1)} @@"
        for tag, i1, i2, j1, j2 in group:
            yield from _operation(tag, a[i1:i2], b[j1:j2])
    if max(len(left), len(right)) > start + window:
        yield f"\\ more lines follow ({len(left)} and {len(right)} in all)"


def _range(start: int, count: int) -> str:
    """As `diff` writes it: an empty range is named by the line before it."""
    return f"{start + 1 if count else start},{count}"


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    pairs = enumerate(zip(left, right, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(left), len(right)))


def _operation(tag: str, left: Sequence[str], right: Sequence[str]) -> Iterator[str]:
    if tag == "equal":
        yield from (" " + _window(line, 0) for line in left)
        return
    starts = [_common(a, b) for a, b in zip(left, right, strict=False)]
    starts += [0] * abs(len(left) - len(right))
    for sign, lines in (("-", left), ("+", right)):
        yield from (sign + _window(line, at) for line, at in zip(lines, starts, strict=False))


def _window(line: str, at: int) -> str:
    """A long line around position `at`."""
    if len(line) <= LINE_CHARACTERS:
        return line
    start = max(0, at - LINE_CHARACTERS // 3)
    end = start + LINE_CHARACTERS
    return ("…" if start else "") + line[start:end] + ("…" if end < len(line) else "")
