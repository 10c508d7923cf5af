"""A comparison as GitHub-flavoured Markdown for a pull request: short, details folded. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from harness.compare import Cause, Change, ChangeKind, Comparison
from harness.reports.compare_summary import (
    BY_CAUSE,
    BY_CELL,
    MEANING,
    ON_REQUEST,
    cause_text,
    command,
    confirmation,
    control,
    difference,
    headline,
    notable_speeds,
    speed_summary,
    speed_text,
    verdict,
)
from harness.reports.markdown import code
from harness.reports.options import DEFAULTS, ReportOptions
from harness.reports.text import clip, plural

CAUSES, CELLS, SPEEDS, DIFFS, DIFF_LINES = 10, 40, 10, 5, 20
_COMMAND = 1000


def render(comparisons: Sequence[Comparison], options: ReportOptions = DEFAULTS) -> str:
    """Texts that scripts or records chose stand in code, where nothing of them is markup."""
    return "\n\n".join(_render(comparison, options) for comparison in comparisons) + "\n"


def _render(comparison: Comparison, options: ReportOptions) -> str:
    kinds = (*BY_CELL, *(ON_REQUEST if options.all else ()))
    sections = (
        [f"### {_inline(headline(comparison), 200)}"],
        list(_top(comparison)),
        list(_counts(comparison)),
        list(_causes(comparison, ChangeKind.REGRESSED, options)),
        list(_differences(comparison, options)),
        *(list(_causes(comparison, kind, options)) for kind in BY_CAUSE[1:]),
        *(list(_cells(comparison, kind, options)) for kind in kinds),
        list(_speed(comparison, options)),
    )
    return "\n\n".join("\n".join(lines) for lines in sections if lines)


def _top(comparison: Comparison) -> Iterator[str]:
    texts = (verdict(comparison), confirmation(comparison), control(comparison))
    answer, *others = (text for text in texts if text)
    yield " ".join([f"**{answer}**", *others])
    if comparison.warnings:
        yield ""
    for warning in comparison.warnings:
        yield f"- ⚠ {_inline(warning, 400)}"


def _inline(text: str, limit: int) -> str:
    """A code span outside of a table, where a pipe needs no escape."""
    return code(text, limit).replace("\\|", "|")


def _counts(comparison: Comparison) -> Iterator[str]:
    yield "| | scripts | |"
    yield "| --- | ---: | --- |"
    for kind, count in comparison.counts.items():
        yield f"| {kind.value} | {count} | {MEANING[kind]} |"


def _fold(title: str, lines: Sequence[str], *, opened: bool = False) -> Iterator[str]:
    yield f"<details{' open' if opened else ''}><summary>{title}</summary>\n"
    yield from lines
    yield "\n</details>"


def _causes(comparison: Comparison, kind: ChangeKind, options: ReportOptions) -> Iterator[str]:
    causes = comparison.causes_of(kind)
    if not causes:
        return
    scripts = plural(comparison.counts[kind], "script")
    title = f"{kind.value.capitalize()}: {scripts}, {plural(len(causes), 'cause')}"
    shown = causes if options.all else causes[:CAUSES]
    lines = [
        "| scripts | cause | smallest script | repeat |",
        "| ---: | --- | --- | --- |",
        *(_cause_row(cause, comparison) for cause in shown),
        *_more(len(causes) - len(shown), "cause"),
    ]
    yield from _fold(title, lines, opened=kind is ChangeKind.REGRESSED)


def _cause_row(cause: Cause, comparison: Comparison) -> str:
    smallest = next(change for change in cause.changes if change.case is cause.smallest)
    repeat = code(command(smallest, comparison), _COMMAND)
    cells = [str(len(cause.changes)), code(cause_text(cause)), code(cause.smallest.id), repeat]
    return f"| {' | '.join(cells)} |"


def _differences(comparison: Comparison, options: ReportOptions) -> Iterator[str]:
    """Every regressed script; of the smallest one of each cause what differs."""
    causes = comparison.causes_of(ChangeKind.REGRESSED)
    for cause in causes if options.all else causes[:DIFFS]:
        lines = [f"- {_inline(change.case.id, 160)}" for change in cause.changes[:CELLS]]
        lines += _more(len(cause.changes) - CELLS, "script")
        smallest = next(change for change in cause.changes if change.case is cause.smallest)
        lines += _block(difference(smallest, comparison), options)
        # Between HTML tags Markdown has no code spans: what is told there is ours alone.
        number = causes.index(cause) + 1
        title = f"Cause {number}: {plural(len(cause.changes), 'script')}, and what differs"
        yield from _fold(title, lines)


def _block(lines: Sequence[str], options: ReportOptions) -> list[str]:
    """Lines of a difference in a fence that is longer than any run of backticks in them."""
    if not lines:
        return []
    shown = list(lines if options.all else lines[:DIFF_LINES])
    if len(shown) < len(lines):
        shown.append(f"\\ {plural(len(lines) - len(shown), 'line')} more")
    longest = max((len(run) for line in shown for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return ["", f"{fence}diff", *(clip(line, 300) for line in shown), fence]


def _cells(comparison: Comparison, kind: ChangeKind, options: ReportOptions) -> Iterator[str]:
    changes = sorted(comparison.of(kind), key=lambda change: not change.hides)
    if not changes:
        return
    shown = changes if options.all else changes[:CELLS]
    lines = [
        "| script | why | repeat |",
        "| --- | --- | --- |",
        *(_cell_row(change, comparison) for change in shown),
        *_more(len(changes) - len(shown), "script"),
    ]
    title = f"{kind.value.capitalize()}: {plural(len(changes), 'script')}, {MEANING[kind]}"
    yield from _fold(title, lines)


def _cell_row(change: Change, comparison: Comparison) -> str:
    hides = " **may hide a regression**" if change.hides else ""
    why = code(change.explanation) if change.explanation else ""
    repeat = code(command(change, comparison), _COMMAND)
    return f"| {code(change.case.id)} | {why}{hides} | {repeat} |"


def _speed(comparison: Comparison, options: ReportOptions) -> Iterator[str]:
    yield speed_summary(comparison)
    speeds = notable_speeds(comparison)
    shown = speeds if options.all else speeds[:SPEEDS]
    if shown:
        yield ""
    yield from (f"- {_inline(speed_text(speed, comparison), 200)}" for speed in shown)
    yield from _more(len(speeds) - len(shown), "cell")


def _more(count: int, noun: str) -> list[str]:
    return [f"\n… and {plural(count, noun)} more: use `--all`."] if count > 0 else []
