"""A comparison for a terminal or a pipe: plain text, 80 columns unless told otherwise. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from harness.compare import Cause, Change, ChangeKind, Comparison
from harness.reports.compare_summary import (
    BY_CAUSE,
    BY_CELL,
    MEANING,
    ON_REQUEST,
    again,
    cause_text,
    command,
    confirmation,
    control,
    headline,
    notable_speeds,
    speed_summary,
    speed_text,
    verdict,
)
from harness.reports.options import DEFAULTS, ReportOptions
from harness.reports.terminal import command_lines
from harness.reports.text import clip, plural, safe, width, wrap

CAUSES, SCRIPTS, CELLS, SPEEDS = 10, 3, 5, 10
_BOLD, _RED, _GREEN, _YELLOW = "1", "31", "32", "33"
_COLORS = {
    ChangeKind.REGRESSED: _RED,
    ChangeKind.FIXED: _GREEN,
    ChangeKind.CHANGED: _YELLOW,
    ChangeKind.FLAKY: _YELLOW,
    ChangeKind.SPURIOUS: _YELLOW,
    ChangeKind.UNKNOWN: _YELLOW,
}


def render(comparisons: Sequence[Comparison], options: ReportOptions = DEFAULTS) -> str:
    """The whole report; it ends with a line end."""
    return "\n\n".join(_render(comparison, options) for comparison in comparisons) + "\n"


def _render(comparison: Comparison, options: ReportOptions) -> str:
    page = _Page(comparison, options)
    kinds = (*BY_CELL, *(ON_REQUEST if options.all else ()))
    sections = (
        page.top(),
        page.counts(),
        *(page.causes(kind) for kind in BY_CAUSE),
        *(page.cells(kind) for kind in kinds),
        page.speed(),
    )
    return "\n\n".join("\n".join(lines) for lines in map(list, sections) if lines)


class _Page:
    """The sections of one comparison, each as lines."""

    def __init__(self, comparison: Comparison, options: ReportOptions) -> None:
        self.comparison = comparison
        self.options = options
        self.width = max(40, options.width)

    def paint(self, text: str, color: str | None) -> str:
        return f"\x1b[{color}m{text}\x1b[0m" if self.options.color and color else text

    def wrapped(self, text: str, indent: str = "", hang: str | None = None) -> list[str]:
        return wrap(text, self.width, indent, hang)

    def first(self, count: int, limit: int) -> int:
        return count if self.options.all else min(count, limit)

    def more(self, count: int, noun: str, indent: str = "  ") -> list[str]:
        """The lines that say what was left out and how to see it."""
        if count <= 0:
            return []
        text = f"{indent}… and {plural(count, noun)} more, shown by"
        parts = again(self.comparison, "--all")
        if width(" ".join(parts)) + 4 <= self.width:
            return [text, f"    {' '.join(parts)}"]
        head, *others = parts
        return [text, " \\\n".join([f"    {head}", *(f"      {part}" for part in others)])]

    # ----------------------------------------------------------------- top

    def top(self) -> Iterator[str]:
        comparison = self.comparison
        for warning in comparison.warnings:
            lines = self.wrapped(safe(warning), "! ", "  ")
            yield from (self.paint(line, _YELLOW) for line in lines)
        for line in self.wrapped(headline(comparison), "", "  "):
            yield self.paint(line, _BOLD)
        regressed = comparison.counts.get(ChangeKind.REGRESSED)
        for line in self.wrapped(verdict(comparison)):
            yield self.paint(line, _RED if regressed else None)
        for text in (confirmation(comparison), control(comparison)):
            yield from self.wrapped(text) if text else ()

    # ----------------------------------------------------------------- counts

    def counts(self) -> Iterator[str]:
        counts = self.comparison.counts
        digits = len(str(max(counts.values(), default=0)))
        for kind, count in counts.items():
            text = f"{kind.value:<14}  {MEANING[kind]}"
            yield self.paint(f"{count:>{digits + 2}}  {text}"[: self.width], _COLORS.get(kind))

    # ----------------------------------------------------------------- causes

    def causes(self, kind: ChangeKind) -> Iterator[str]:
        causes = self.comparison.causes_of(kind)
        if not causes:
            return
        scripts = plural(self.comparison.counts[kind], "script")
        title = f"{kind.value.capitalize()}: {scripts}, {plural(len(causes), 'cause')}"
        yield self.paint(title, _BOLD)
        count = self.first(len(causes), CAUSES if kind is ChangeKind.REGRESSED else CAUSES // 2)
        for cause in causes[:count]:
            yield from self.cause(cause)
        yield from self.more(len(causes) - count, "cause")

    def cause(self, cause: Cause) -> Iterator[str]:
        text = cause_text(cause)
        text = text if self.options.all else clip(text, 2 * self.width - 12)
        lines = self.wrapped(text, f"{len(cause.changes):>4}  ", "      ")
        yield self.paint(lines[0], _COLORS.get(cause.kind))
        yield from lines[1:]
        changes = sorted(cause.changes, key=lambda change: change.case is not cause.smallest)
        limit = SCRIPTS if cause.kind is ChangeKind.REGRESSED else 1
        count = self.first(len(changes), limit)
        for change in changes[:count]:
            yield from self.script(change)
        rest = len(changes) - count
        if rest:
            yield f"      … and {plural(rest, 'script')} more"

    def script(self, change: Change) -> Iterator[str]:
        """A script, and for what fails the command that repeats it."""
        yield from self.wrapped(safe(change.case.id), "      ", "        ")
        if change.kind in (ChangeKind.FIXED, ChangeKind.STRICT_LOST):
            return
        if change.kind is ChangeKind.CHANGED:
            text = safe(change.explanation)
            text = text if self.options.all else clip(text, 2 * self.width)
            yield from self.wrapped(text, "        ", "          ")
        yield from command_lines(command(change, self.comparison), self.width, "        ")

    # ----------------------------------------------------------------- cells

    def cells(self, kind: ChangeKind) -> Iterator[str]:
        """Those that may hide a regression first."""
        changes = sorted(self.comparison.of(kind), key=lambda change: not change.hides)
        if not changes:
            return
        title = f"{kind.value.capitalize()}: {plural(len(changes), 'script')}, {MEANING[kind]}"
        yield self.paint(clip(title, self.width), _BOLD)
        count = self.first(len(changes), CELLS)
        for change in changes[:count]:
            yield from self.cell(change)
        yield from self.more(len(changes) - count, "script")

    def cell(self, change: Change) -> Iterator[str]:
        yield from self.wrapped(safe(change.case.id), "  ", "    ")
        text = safe(change.explanation) + (" (may hide a regression)" if change.hides else "")
        text = text if self.options.all else clip(text, 3 * self.width)
        yield from self.wrapped(text, "    ", "      ") if text else ()
        yield from command_lines(command(change, self.comparison), self.width)

    # ----------------------------------------------------------------- speed

    def speed(self) -> Iterator[str]:
        yield from self.wrapped(speed_summary(self.comparison), "", "  ")
        speeds = notable_speeds(self.comparison)
        count = self.first(len(speeds), SPEEDS)
        for speed in speeds[:count]:
            yield from self.wrapped(speed_text(speed, self.comparison), "  ", "    ")
        yield from self.more(len(speeds) - count, "cell")
