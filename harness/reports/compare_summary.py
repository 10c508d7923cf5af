"""What every report of a comparison says, in the same words for all formats. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import exp

from harness.compare import (
    Cause,
    Change,
    ChangeKind,
    Comparison,
    Side,
    pair_columns,
)
from harness.errors import HarnessError
from harness.model import Attempt, Speed, Verdict
from harness.model import Comparison as SpeedComparison
from harness.reports.diff import Pair, stream_diff
from harness.reports.text import join_command, plural, repeat_command, safe, times

MEANING: Mapping[ChangeKind, str] = {
    ChangeKind.REGRESSED: "agreed with the oracle, and fails now",
    ChangeKind.CHANGED: "fails on both sides, in another way",
    ChangeKind.FIXED: "failed, and agrees with the oracle now",
    ChangeKind.STRICT_LOST: "compatible on both sides, strict no more",
    ChangeKind.STRICT_GAINED: "compatible on both sides, strict now",
    ChangeKind.FLAKY: "its repeats disagree",
    ChangeKind.ORACLE_MOVED: "not the candidate moved, but what it is held to",
    ChangeKind.REJUDGED: "both did the same, and are judged otherwise",
    ChangeKind.EDITED_SCRIPT: "the script is not the same",
    ChangeKind.NEW_SCRIPT: "only in the new record",
    ChangeKind.REMOVED_SCRIPT: "only in the old record",
    ChangeKind.SPURIOUS: "a fault of the harness or the machine",
    ChangeKind.UNKNOWN: "missing or not judged on one side",
    ChangeKind.NOT_JUDGED: "judged on neither side",
    ChangeKind.PERSISTENT: "fails the same way on both sides",
    ChangeKind.SAME: "agrees with the oracle on both sides",
}

# Kinds that are shown by their causes, and those whose cells are listed one by one.
BY_CAUSE = (ChangeKind.REGRESSED, ChangeKind.CHANGED, ChangeKind.FIXED, ChangeKind.STRICT_LOST)
BY_CELL = (
    ChangeKind.FLAKY,
    ChangeKind.SPURIOUS,
    ChangeKind.UNKNOWN,
    ChangeKind.ORACLE_MOVED,
    ChangeKind.REJUDGED,
)
# What is only counted, unless everything is asked for.
ON_REQUEST = (
    ChangeKind.STRICT_GAINED,
    ChangeKind.EDITED_SCRIPT,
    ChangeKind.NEW_SCRIPT,
    ChangeKind.REMOVED_SCRIPT,
    ChangeKind.NOT_JUDGED,
    ChangeKind.PERSISTENT,
)


def headline(comparison: Comparison) -> str:
    """What is compared, in one line."""
    old, new = comparison.old.column, comparison.new.column
    count = plural(len(comparison.changes), "script")
    if old == new:
        return f"{new}, {_run(comparison.old)} → {_run(comparison.new)}: {count}"
    return f"{old} → {new}: {count}"


def _run(side: Side) -> str:
    return safe(side.record.path.name if side.record.path else side.record.header.run_id)


def verdict(comparison: Comparison) -> str:
    """The answer in one sentence."""
    if comparison.changes and not comparison.common:
        return "Nothing was compared: no script is on both sides, by its ID."
    regressed = comparison.causes_of(ChangeKind.REGRESSED)
    scripts = comparison.counts.get(ChangeKind.REGRESSED, 0)
    text = (
        f"{plural(scripts, 'script')} regressed, {plural(len(regressed), 'cause')}"
        if regressed
        else "Nothing regressed"
    )
    hidden = sum(change.hides for change in comparison.changes)
    if hidden:
        text += f"; {plural(hidden, 'cell')} could not be judged and may hide a regression"
    return text + "."


def confirmation(comparison: Comparison) -> str:
    """Whether the regressions were run again; "" when there are none."""
    regressed = comparison.of(ChangeKind.REGRESSED)
    if not regressed:
        return ""
    least = min(change.repeats for change in regressed)
    once = sum(not change.repeats for change in regressed)
    if once == len(regressed):
        return "None was run again to confirm it; `harness upgrade` does that."
    if once:
        return f"{once} of these {'was' if once == 1 else 'were'} not run again to confirm it."
    return f"Each was run again and failed {plural(least, 'time')} of {least}."


def control(comparison: Comparison) -> str:
    """What the A/A control says; "" when there was none."""
    found = comparison.control
    if found is None:
        return ""
    return (
        f"Control, the new side against itself: {plural(found.changes, 'change')} "
        f"in {plural(found.cells, 'cell')}."
    )


def cause_text(cause: Cause) -> str:
    """One printable line that names the cause, its class in front."""
    text = safe(cause.text)
    telling = telling_verdict(cause.changes[0])
    name = telling.classes[0].value if telling and telling.classes else ""
    return text if text.startswith(name) else f"{name}: {text}"


def telling_verdict(change: Change) -> Verdict | None:
    """The side whose verdict says what is, or was, wrong."""
    mended = change.kind in (ChangeKind.FIXED, ChangeKind.STRICT_GAINED)
    return change.old if mended else change.new or change.old


def command(change: Change, comparison: Comparison) -> str:
    """The command that repeats the cell: on the new side, where it has the script."""
    gone = change.kind is ChangeKind.REMOVED_SCRIPT
    side = comparison.old if gone else comparison.new
    return repeat_command(change.case, side.column)


def again(comparison: Comparison, *options: str) -> list[str]:
    """The command that makes this comparison again, in parts that may stand on lines of their
    own, each quoted for a shell."""
    old, new = comparison.old, comparison.new
    paths = [str(side.record.path or "RECORD") for side in (old, new)]
    if paths[0] == paths[1]:
        head, columns = paths[:1], [["--column", str(side.column)] for side in (old, new)]
    elif _found_by_itself(comparison):
        head, columns = paths, []
    else:
        head, columns = paths, [["--column", f"{old.column}={new.column}"]]
    return list(map(join_command, [["harness", "compare", *head], *columns, [*options]]))


def _found_by_itself(comparison: Comparison) -> bool:
    """Whether the two columns are paired without being named."""
    old, new = comparison.old, comparison.new
    try:
        return (old.column, new.column) in pair_columns(old.record, new.record)
    except HarnessError:
        return False


def difference(change: Change, comparison: Comparison) -> list[str]:
    """Printable lines that show what a failure is about; [] when outputs do not tell.

    The new side's oracle beside the new candidate; for what fails in another way the two
    candidates.
    """
    changed = change.kind is ChangeKind.CHANGED
    left = change.old_attempts if changed else change.new_oracles
    label = str(comparison.old.column if changed else change.new.oracle if change.new else "")
    if not left or not change.new_attempts:
        return []
    oracles = tuple(attempt.observation for attempt in change.new_oracles)
    pair = Pair(
        label if label != str(comparison.new.column) else f"{label} (old)",
        _shown(left, change.old).observation,
        str(comparison.new.column),
        _shown(change.new_attempts, change.new).observation,
        oracles,
        repeats=changed,
    )
    return [line for stream in ("stdout", "stderr") for line in stream_diff(pair, stream)]


def _shown(attempts: Sequence[Attempt], verdict: Verdict | None) -> Attempt:
    """The attempt that a verdict speaks of: the first with its outcome, else the first."""
    outcome = verdict.outcome if verdict else None
    return next((a for a in attempts if a.observation.outcome is outcome), attempts[0])


# --------------------------------------------------------------------------- speed


def speed_summary(comparison: Comparison) -> str:
    """How many cells are slower, faster and so on, or why there is no word on that."""
    first = [speed for speed in comparison.speeds if speed.batch == 1]
    if not first and comparison.quick_looks:
        cells = plural(comparison.quick_looks, "cell")
        return f"Speed: not measured; the quick look at {cells} is too little to judge by."
    if not first:
        return "Speed: not measured."
    counts = Counter(speed.verdict for speed in first)
    told = {verdict: f"{counts[verdict]} {verdict.value}" for verdict in Speed if counts[verdict]}
    if Speed.SLOWER in told:
        told[Speed.SLOWER] += f" ({len(comparison.slower)} seen again, or exact)"
    return f"Speed, {plural(len(first), 'measurement')}: {', '.join(told.values())}."


def notable_speeds(comparison: Comparison) -> list[SpeedComparison]:
    """What is slower, the worst first, then what is faster."""
    moved = [
        speed
        for speed in comparison.speeds
        if speed.batch == 1 and speed.verdict in (Speed.SLOWER, Speed.FASTER)
    ]
    return sorted(moved, key=lambda speed: (-speed.estimate, speed.case, speed.phase))


def speed_text(speed: SpeedComparison, comparison: Comparison) -> str:
    """One printable line: verdict, ratio with its interval, what was measured."""
    middle, low, high = (times(ratio(value)) for value in (speed.estimate, speed.low, speed.high))
    where = f"{safe(speed.phase)} ({safe(speed.clock)}) of {safe(speed.case)}"
    once = speed.verdict is Speed.SLOWER and speed not in comparison.slower
    notes = ["not seen again"] if once else []
    notes += ["margin provisional"] if speed.provisional else []
    text = f"{speed.verdict.value} {middle} ({low} to {high}): {where}"
    return f"{text}; {', '.join(notes)}" if notes else text


def ratio(logarithm: float) -> float:
    """New / old of its logarithm; what is beyond all bounds stays a number."""
    return exp(max(-700.0, min(700.0, logarithm)))
