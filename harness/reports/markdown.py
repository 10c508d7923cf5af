"""The report as GitHub-flavoured Markdown, short enough for a comment. Pure."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from harness.model import Record, Status
from harness.reports.options import DEFAULTS, ReportOptions
from harness.reports.summary import (
    MEANING,
    NOT_JUDGED,
    Cell,
    Score,
    Summary,
    headline,
    remarks,
    speed_sentence,
    summarise,
    warnings,
)
from harness.reports.text import (
    clip,
    percent,
    plural,
    safe,
    seconds,
    times,
)

CAUSES, CELLS, SLOWEST, TEXT = 10, 40, 5, 160


def render(record: Record, options: ReportOptions = DEFAULTS) -> str:
    """Texts that scripts chose stand in code spans, where nothing of them is markup."""
    summary = summarise(record)
    sections = (
        [f"**{line}**" for line in warnings(summary)],
        [headline(summary)],
        list(_matrix(summary)),
        list(_failing(summary, options)) if summary.has_expectations else [],
        list(_causes(summary, options)),
        list(_speed(summary)),
        list(_not_judged(summary)),
        [] if summary.has_expectations else list(_failing(summary, options)),
    )
    return "\n\n".join("\n".join(lines) for lines in sections if lines) + "\n"


def code(text: str, limit: int = TEXT) -> str:
    """A code span, in a table too; its fence is longer than any run of backticks inside."""
    text = clip(safe(text), limit).replace("|", "\\|")
    longest = max([len(run) for run in re.findall("`+", text)], default=0)
    fence = "`" * (longest + 1)
    blank = " " if longest or text.startswith(" ") or not text else ""
    return f"{fence}{blank}{text}{blank}{fence}"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _table(
    head: Sequence[str], rows: Sequence[Sequence[str]], numbers: Container[int] = ()
) -> list[str]:
    """`numbers` are the indices of the columns that hold numbers."""
    rule = ["---:" if index in numbers else "---" for index in range(len(head))]
    return [_row(head), _row(rule), *map(_row, rows)]


def _matrix(summary: Summary) -> Iterator[str]:
    heads = [text for column in summary.columns for text in (code(str(column)), "strict")]
    rows = [
        [code(area), *_numbers([summary.matrix.get((area, c)) for c in summary.columns])]
        for area in summary.areas
    ]
    totals = [summary.totals[column] for column in summary.columns]
    rows.append(["**total**", *_numbers(totals)])
    for status in (s for s in Status if s is not Status.PASS):
        counts = [score.statuses.get(status, 0) for score in totals]
        if any(counts):
            rows.append([_status_label(status), *(t for n in counts for t in (str(n), ""))])
    rows.append(["all cells", *(text for score in totals for text in (str(score.cells), ""))])
    yield from _table(["area", *heads], rows, range(1, len(heads) + 1))
    yield ""
    yield (
        "Compatible: same outcome, exit code, stdout and exception type. "
        "Strict: same message, traceback and stderr too."
    )
    for line in remarks(summary):
        yield f"\n{line}"


def _numbers(scores: Sequence[Score | None]) -> list[str]:
    """Two cells for each score: compatible and strict."""
    texts = []
    for score in scores:
        for part in (score.compatible, score.strict) if score else ():
            texts.append(f"{part}/{score.judged} {percent(part, score.judged)}" if score else "")
        texts += [] if score else ["", ""]
    return texts


def _status_label(status: Status) -> str:
    return f"{status.value}{' (not judged)' if status in NOT_JUDGED else ''}"


def _causes(summary: Summary, options: ReportOptions) -> Iterator[str]:
    causes = [cause for cause in summary.causes if cause.blocking or options.all]
    if not causes:
        return
    shown = causes if options.all else causes[:CAUSES]
    yield f"### Causes ({len(causes)})\n"
    rows = [
        [
            code(cause.text) + (" (expected)" if cause.expected else ""),
            str(cause.cases),
            *(str(cause.scripts.get(column, 0)) for column in summary.columns),
            code(cause.smallest.id),
        ]
        for cause in shown
    ]
    columns = [code(str(column)) for column in summary.columns]
    head = ["cause", "scripts", *columns, "smallest script"]
    yield from _table(head, rows, range(1, len(head) - 1))
    yield from _more(len(causes) - len(shown), "cause")


def _speed(summary: Summary) -> Iterator[str]:
    if not summary.speeds:
        return
    yield "### Speed, a quick look\n"
    for speed in summary.speeds:
        start = f"start-up {seconds(speed.start_up.median_s)}" if speed.start_up else ""
        parts = [part for part in (start, speed_sentence(speed)) if part]
        yield f"- {code(str(speed.column))}: {'; '.join(parts)}"
    for timing in summary.slowest[:SLOWEST]:
        ratio = times(timing.ratio or 0)
        yield f"- slow: {ratio} {code(timing.case)} in {code(str(timing.column))}"


def _not_judged(summary: Summary) -> Iterator[str]:
    if not summary.reasons:
        return
    cells = sum(map(len, summary.reasons.values()))
    yield f"<details><summary>Not judged: {plural(cells, 'cell')}</summary>\n"
    rows = [
        [f"{status.value}: {MEANING[status]}", code(why), str(len(group)), code(group[0].case.id)]
        for (status, why), group in list(summary.reasons.items())[:CELLS]
    ]
    yield from _table(["status", "reason", "cells", "first"], rows, (2,))
    yield from _more(len(summary.reasons) - len(rows), "reason")
    yield "\n</details>"


def _failing(summary: Summary, options: ReportOptions) -> Iterator[str]:
    if not summary.failing:
        return
    shown = summary.failing if options.all else summary.failing[:CELLS]
    title = f"{summary.failing_title}: {plural(len(summary.failing), 'cell')}"
    yield f"<details><summary>{title}</summary>\n"
    rows = [_failing_row(cell) for cell in shown]
    yield from _table(["status", "class", "case", "column", "why", "repeat"], rows)
    yield from _more(len(summary.failing) - len(shown), "cell")
    yield "\n</details>"


def _failing_row(cell: Cell) -> list[str]:
    return [
        cell.status.value,
        cell.worst.value if cell.worst else "",
        code(cell.case.id),
        code(str(cell.column)),
        code(cell.why),
        code(cell.command, 1000),
    ]


def _more(count: int, noun: str) -> list[str]:
    return [f"\n… and {plural(count, noun)} more: use `--all`."] if count > 0 else []
