"""The report for a terminal or a pipe: plain text, 80 columns unless told otherwise. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from harness.model import ColumnId, Record, Status
from harness.reports.options import DEFAULTS, ReportOptions
from harness.reports.summary import (
    FAILING,
    MEANING,
    NOT_JUDGED,
    Cause,
    Cell,
    Score,
    Speed,
    Summary,
    headline,
    remarks,
    speed_sentence,
    summarise,
    warnings,
)
from harness.reports.text import (
    clip,
    pad,
    percent,
    plural,
    quote,
    safe,
    seconds,
    times,
    width,
    wrap,
)

CAUSES, CELLS, SLOWEST, REASONS = 10, 20, 5, 8
_BOLD, _RED, _GREEN, _YELLOW = "1", "31", "32", "33"


def render(record: Record, options: ReportOptions = DEFAULTS) -> str:
    """The whole report; it ends with a line end."""
    summary = summarise(record)
    page = _Page(summary, options)
    first = summary.has_expectations
    sections = (
        page.top(),
        page.matrix(),
        page.failing() if first else (),
        page.causes(),
        page.speed(),
        page.not_judged(),
        () if first else page.failing(),
    )
    return "\n".join(
        "".join(f"{line}\n" for line in lines) for lines in map(list, sections) if lines
    )


class _Page:
    """The sections of one report, each as lines."""

    def __init__(self, summary: Summary, options: ReportOptions) -> None:
        self.summary = summary
        self.options = options
        self.width = max(40, options.width)

    def paint(self, text: str, color: str) -> str:
        return f"\x1b[{color}m{text}\x1b[0m" if self.options.color else text

    def title(self, text: str) -> str:
        return self.paint(clip(text, self.width), _BOLD)

    def wrapped(self, text: str, indent: str = "", hang: str | None = None) -> list[str]:
        return wrap(text, self.width, indent, hang)

    def more(self, count: int, noun: str) -> list[str]:
        """The line that says what was left out and how to see it."""
        if count <= 0:
            return []
        path = self.summary.record.path
        command = f"harness report {quote(str(path)) if path else 'RECORD'} --all"
        return self.wrapped(f"… and {plural(count, noun)} more: {command}", "  ", "    ")

    def first(self, items: Sequence[object], count: int) -> int:
        return len(items) if self.options.all else min(count, len(items))

    # ----------------------------------------------------------------- top

    def top(self) -> Iterator[str]:
        for warning in warnings(self.summary):
            yield from (self.paint(line, _YELLOW) for line in self.wrapped(warning, "! ", "  "))
        lines = self.wrapped(headline(self.summary), "", "  ")
        yield from (self.paint(line, _BOLD) for line in lines)

    # ----------------------------------------------------------------- matrix

    def matrix(self) -> Iterator[str]:
        statuses = (status.value for status in self.rows(NOT_JUDGED))
        labels = [*map(safe, self.summary.areas), *statuses, "all cells"]
        label = min(24, max(map(width, labels)))
        cell = max([_ScoreCell.width(self.summary), *map(width, map(str, self.summary.columns))])
        count = max(1, (self.width - label) // (cell + 2))
        columns = self.summary.columns
        for start in range(0, len(columns), count):
            yield from self.block(columns[start : start + count], label, cell)
        yield from self.legend()

    def block(self, columns: Sequence[ColumnId], label: int, cell: int) -> Iterator[str]:
        """A table of areas × some columns, and below it every status that occurs."""
        summary = self.summary

        def row(name: str, texts: Sequence[str]) -> str:
            return "  ".join([pad(name, label), *(pad(text, cell) for text in texts)]).rstrip()

        layout = _ScoreCell(summary)
        yield self.paint(row("", [str(column) for column in columns]), _BOLD)
        yield row("area", [layout.head()] * len(columns))
        for area in summary.areas:
            scores = [summary.matrix.get((area, column)) for column in columns]
            yield row(safe(area), [layout.text(score) if score else "" for score in scores])
        totals = [summary.totals[column] for column in columns]
        yield self.paint(row("total", [layout.text(score) for score in totals]), _BOLD)
        for status in self.rows((*FAILING[1:], Status.XFAIL)):
            yield row(f"  {status.value}", layout.counts(totals, status))
        for status in self.rows(NOT_JUDGED):
            yield row(status.value, layout.counts(totals, status))
        yield row("all cells", [layout.number(score.cells) for score in totals])
        yield ""

    def rows(self, statuses: Sequence[Status]) -> list[Status]:
        """Those that occur."""
        totals = self.summary.totals.values()
        return [s for s in statuses if any(total.statuses.get(s) for total in totals)]

    def legend(self) -> Iterator[str]:
        yield from self.wrapped(
            "compatible: same outcome, exit code, stdout and exception type; "
            "strict: same message, traceback and stderr too.",
        )
        for status in self.rows((*FAILING[1:], Status.XFAIL, *NOT_JUDGED)):
            counted = "" if status in NOT_JUDGED else " (counted above)"
            yield from self.wrapped(f"{status.value}: {MEANING[status]}{counted}.", "", "  ")
        for line in remarks(self.summary):
            yield from self.wrapped(line, "", "  ")
        if self.options.all:
            for case in self.summary.version_sensitive:
                yield from self.wrapped(f"version-sensitive: {safe(case)}", "  ", "    ")

    # ----------------------------------------------------------------- causes

    def causes(self) -> Iterator[str]:
        blocking = [cause for cause in self.summary.causes if cause.blocking]
        rest = len(self.summary.causes) - len(blocking)
        if not self.summary.causes:
            return
        expected = sum(cause.expected for cause in blocking)
        known = f" ({expected} expected)" if expected else ""
        text = f"Causes: {len(blocking)} of failures{known}, {rest} of strict differences only"
        yield self.title(text)
        shown = list(self.summary.causes) if self.options.all else blocking[:CAUSES]
        for cause in shown:
            yield from self.cause(cause)
        yield from self.more(len(self.summary.causes) - len(shown), "cause")

    def cause(self, cause: Cause) -> Iterator[str]:
        text = cause.text if self.options.all else clip(cause.text, 2 * self.width - 12)
        yield from self.wrapped(text, f"{cause.cases:>4}  ", "      ")
        scripts = ", ".join(f"{column} {count}" for column, count in cause.scripts.items())
        known = "expected; " if cause.expected else ""
        yield from self.wrapped(f"{known}scripts: {scripts}", "      ", "        ")
        yield from self.wrapped(f"smallest: {safe(cause.smallest.id)}", "      ", "        ")

    # ----------------------------------------------------------------- speed

    def speed(self) -> Iterator[str]:
        if not self.summary.speeds:
            return
        yield self.title("Speed, a quick look: medians, times the oracle's")
        for speed in self.summary.speeds:
            yield from self.wrapped(_speed_text(speed), "  ", "    ")
        if not self.summary.slowest:
            return
        yield f"  slowest in execution, of {plural(len(self.summary.slowest), 'cell')}:"
        count = len(self.summary.slowest) if self.options.all else SLOWEST
        for timing in self.summary.slowest[:count]:
            spread = (
                f" ({times(timing.low)} to {times(timing.high)})"
                if timing.low is not None and timing.high is not None
                else ""
            )
            text = f"{times(timing.ratio or 0)}{spread}  {safe(timing.case)}  {timing.column}"
            yield from self.wrapped(text, "    ", "      ")

    # ----------------------------------------------------------------- cells

    def not_judged(self) -> Iterator[str]:
        """Cells that do not count, grouped by their reason."""
        groups = self.summary.reasons
        if not groups:
            return
        yield self.title(f"Not judged: {plural(sum(map(len, groups.values())), 'cell')}")
        count = self.first(list(groups), REASONS)
        for (status, why), cells in list(groups.items())[:count]:
            columns = Counter(str(cell.column) for cell in cells)
            where = ", ".join(f"{column} {number}" for column, number in columns.items())
            text = f"{status.value}: {why} ({where}; first {safe(cells[0].case.id)})"
            yield from self.wrapped(text, f"{len(cells):>4}  ", "      ")
        yield from self.more(len(groups) - count, "reason")

    def failing(self) -> Iterator[str]:
        cells = self.summary.failing
        if not cells:
            return
        yield self.title(f"{self.summary.failing_title}: {plural(len(cells), 'cell')}")
        count = self.first(cells, CELLS)
        for cell in cells[:count]:
            yield from self.cell(cell)
        yield from self.more(len(cells) - count, "cell")

    def cell(self, cell: Cell) -> Iterator[str]:
        name = cell.worst.value if cell.worst else ""
        words = [cell.status.value, name, cell.drift, safe(cell.case.id), str(cell.column)]
        lines = self.wrapped("  ".join(word for word in words if word), "", "    ")
        yield self.paint(lines[0], _RED)
        yield from lines[1:]
        why = cell.cause.removeprefix(f"{name}: ")
        yield from self.wrapped(why if self.options.all else clip(why, 2 * self.width - 8), "    ")
        yield from command_lines(cell.command, self.width)


def _speed_text(speed: Speed) -> str:
    parts = []
    if speed.start_up:
        start = speed.start_up
        spread = f"{seconds(start.low_s)} to {seconds(start.high_s)}"
        samples = plural(start.samples, "sample")
        parts.append(f"start-up {seconds(start.median_s)} ({spread}, {samples})")
    parts.append(speed_sentence(speed))
    return f"{speed.column}: " + "; ".join(part for part in parts if part)


def command_lines(command: str, columns: int, indent: str = "    ") -> list[str]:
    """A command in lines that a shell still reads as one; a long word is never broken."""
    if width(indent + command) <= columns or " --columns " not in command:
        return [indent + command]
    head, tail = command.rsplit(" --columns ", 1)
    return [f"{indent}{head} \\", f"{indent}  --columns {tail}"]


class _ScoreCell:
    """How both numbers stand in one cell of the matrix, aligned over all of its rows."""

    def __init__(self, summary: Summary) -> None:
        most = max([score.cells for score in summary.totals.values()], default=0)
        self.digits = len(str(most))
        self.part = 2 * self.digits + 1 + len(" 100.0%")

    @classmethod
    def width(cls, summary: Summary) -> int:
        return 2 * max(cls(summary).part, len("compatible")) + 2

    def head(self) -> str:
        return f"{'compatible':<{max(self.part, 10)}}  strict"

    def text(self, score: Score) -> str:
        return f"{self.number_of(score.compatible, score)}  {self.number_of(score.strict, score)}"

    def number_of(self, part: int, score: Score) -> str:
        counts = f"{part:>{self.digits}}/{score.judged:<{self.digits}}"
        return f"{counts} {percent(part, score.judged):>6}".ljust(max(self.part, 10))

    def number(self, count: int) -> str:
        return f"{count:>{self.digits}}"

    def counts(self, totals: Sequence[Score], status: Status) -> list[str]:
        return [self.number(score.statuses.get(status, 0)) for score in totals]
