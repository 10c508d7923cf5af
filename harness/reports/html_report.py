"""The report as one self-contained HTML page: no script, nothing loaded from elsewhere. Pure."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html import escape

from harness.model import ColumnId, Record, Status, Timing
from harness.reports.diff import pair_of, stream_diff
from harness.reports.explain import facts, sides
from harness.reports.html_style import STYLE, filter_style
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
    summarise,
    warnings,
)
from harness.reports.text import (
    DASH,
    clip,
    percent,
    plural,
    safe,
    seconds,
    times,
)

CAUSES, SLOWEST, TEXT = 30, 10, 300


def render(record: Record, options: ReportOptions = DEFAULTS) -> str:
    """The whole page. Its policy forbids scripts and every address but its own anchors."""
    summary = summarise(record)
    style = STYLE + filter_style(len(summary.columns))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    page = _Page(summary, options)
    sections = (
        page.top(),
        page.cards(),
        page.matrix(),
        page.failing() if summary.has_expectations else (),
        page.causes(),
        page.speed(),
        () if summary.has_expectations else page.failing(),
        page.not_judged(),
        page.others(),
    )
    body = "\n".join(line for lines in sections for line in lines)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(headline(summary))}</title>\n<style>{style}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def text(value: str) -> str:
    """Any text as markup that shows it."""
    return escape(safe(value))


def name(column: ColumnId) -> str:
    """A column's ID that may be broken where its parts begin."""
    shown = text(str(column))
    for separator in "@:/":
        shown = shown.replace(separator, f"<wbr>{separator}")
    return f'<span class="id">{shown}</span>'


def badge(status: Status) -> str:
    return f'<span class="badge {status.value}">{status.value}</span>'


def table(head: Iterable[str], rows: Iterable[Iterable[str]], kind: str = "") -> Iterator[str]:
    """A table from markup; the first cell of each row is its heading."""
    yield f'<div class="scroll"><table class="{kind}"><thead><tr>'
    yield from (f'<th scope="col">{cell}</th>' for cell in head)
    yield "</tr></thead><tbody>"
    for first, *others in rows:
        cells = "".join(cell if cell.startswith("<td") else f"<td>{cell}</td>" for cell in others)
        yield f'<tr><th scope="row">{first}</th>{cells}</tr>'
    yield "</tbody></table></div>"


def _ratio(value: float | None, cells: int = 0) -> str:
    if value is None:
        return DASH
    return times(value) + (f" <small>{plural(cells, 'cell')}</small>" if cells else "")


def _spread(timing: Timing) -> str:
    if timing.low is None or timing.high is None:
        return DASH
    return f"{times(timing.low)} to {times(timing.high)}"


class _Page:
    """The sections of the page, each as lines of markup."""

    def __init__(self, summary: Summary, options: ReportOptions) -> None:
        self.summary = summary
        self.options = options
        self.anchors = {
            (cell.case.id, cell.column): f"cell-{index}"
            for index, cell in enumerate(summary.failing)
        }

    # ----------------------------------------------------------------- top

    def top(self) -> Iterator[str]:
        head = self.summary.record.header
        yield "<header><h1>Compatibility with CPython</h1>"
        for warning in warnings(self.summary):
            yield f'<p class="warning" role="note"><b>Note:</b> {text(warning)}</p>'
        yield f"<p>{text(headline(self.summary))}.</p>"
        yield (
            f'<p class="quiet"><code>{text(head.command)}</code> · {text(head.started)} · '
            f"harness {text(head.harness_version)} · run {text(head.run_id)}</p></header>"
        )

    def cards(self) -> Iterator[str]:
        yield '<div class="cards">'
        for column, score in self.summary.totals.items():
            yield f'<section class="card {score.severity}"><h2>{name(column)}</h2>'
            yield (
                f'<p class="big">{percent(score.compatible, score.judged)} '
                f"<small>compatible, {score.compatible} of {score.judged}</small></p>"
                f"<p>{percent(score.strict, score.judged)} strict, {score.strict} of "
                f"{score.judged}</p>"
            )
            left_out = score.cells - score.judged
            yield f'<p class="quiet">{plural(left_out, "cell")} not judged</p></section>'
        yield "</div>"

    # ----------------------------------------------------------------- matrix

    def matrix(self) -> Iterator[str]:
        summary = self.summary
        yield "<section><h2>Areas</h2>"
        rows = [
            [text(area), *(_score(summary.matrix.get((area, c))) for c in summary.columns)]
            for area in summary.areas
        ]
        totals = [summary.totals[column] for column in summary.columns]
        rows.append(["total", *map(_score, totals)])
        yield from table(["area", *map(name, summary.columns)], rows, "matrix")
        yield (
            '<p class="quiet">First line: compatible, that is the same outcome, exit code, '
            "stdout and exception type. Second line: strict, the same message, traceback and "
            "stderr too. The colour follows the first.</p>"
        )
        yield from (f"<p>{text(line)}</p>" for line in remarks(summary))
        sensitive = summary.version_sensitive
        if sensitive:
            yield "<details><summary>Version-sensitive cases</summary><ul>"
            yield from (f"<li>{text(case)}</li>" for case in sensitive)
            yield "</ul></details>"
        yield from self.statuses(totals)
        yield "</section>"

    def statuses(self, totals: list[Score]) -> Iterator[str]:
        found = [s for s in Status if any(score.statuses.get(s) for score in totals)]
        rows = [
            [
                badge(status),
                *(str(score.statuses.get(status, 0)) for score in totals),
                MEANING[status] + (" (not judged)" if status in NOT_JUDGED else ""),
            ]
            for status in found
        ]
        rows.append(["all cells", *(str(score.cells) for score in totals), ""])
        yield "<details><summary>Statuses, which add up to all cells</summary>"
        yield from table(["status", *map(name, self.summary.columns), "meaning"], rows)
        yield "</details>"

    # ----------------------------------------------------------------- causes

    def causes(self) -> Iterator[str]:
        causes = self.summary.causes
        if not causes:
            return
        shown = causes if self.options.all else causes[:CAUSES]
        yield f"<section><h2>Causes <small>{len(causes)}</small></h2>"
        head = ["cause", "scripts", *map(name, self.summary.columns), "smallest script"]
        yield from table(head, map(self.cause, shown), "causes")
        if len(shown) < len(causes):
            yield f"<p>… and {plural(len(causes) - len(shown), 'cause')} more: use --all.</p>"
        yield "</section>"

    def cause(self, cause: Cause) -> list[str]:
        kind = "" if cause.blocking else ' <span class="badge">strict only</span>'
        kind += ' <span class="badge">expected</span>' if cause.expected else ""
        title = f"<code>{escape(clip(cause.text, TEXT))}</code>{kind}"
        counts = [str(cause.scripts.get(column, 0)) for column in self.summary.columns]
        return [title, str(cause.cases), *counts, self.linked(cause)]

    def linked(self, cause: Cause) -> str:
        """The smallest script, linked to its cell where that one is shown."""
        shown = text(cause.smallest.id)
        anchors = (self.anchors.get((cause.smallest.id, c)) for c in cause.scripts)
        anchor = next(filter(None, anchors), None)
        return f'<a href="#{anchor}">{shown}</a>' if anchor else shown

    # ----------------------------------------------------------------- speed

    def speed(self) -> Iterator[str]:
        if not self.summary.speeds:
            return
        yield "<section><h2>Speed <small>a quick look</small></h2>"
        head = ["column", "start-up", "execution", "shared cases", "start to exit"]
        yield from table(head, map(_speed_row, self.summary.speeds), "speed")
        yield (
            '<p class="quiet">Ratios are to the column\'s oracle, medians over the cells named. '
            "Shared cases are those with an execution ratio in every column.</p>"
        )
        slowest = self.summary.slowest[:SLOWEST]
        if slowest:
            yield f"<details><summary>The slowest {len(slowest)} in execution</summary>"
            rows = [
                [text(t.case), name(t.column), times(t.ratio or 0), _spread(t), str(t.samples)]
                for t in slowest
            ]
            yield from table(["case", "column", "ratio", "spread", "samples"], rows)
            yield "</details>"
        yield "</section>"

    # ----------------------------------------------------------------- cells

    def failing(self) -> Iterator[str]:
        if not self.summary.failing:
            return
        count = plural(len(self.summary.failing), "cell")
        yield f"<section><h2>{self.summary.failing_title} <small>{count}</small></h2>"
        yield from self.filter()
        yield '<div class="cells">'
        for cell in self.summary.failing:
            yield from self.cell(cell)
        yield "</div></section>"

    def filter(self) -> Iterator[str]:
        """One radio button a column; the style sheet hides what is not chosen."""
        if len(self.summary.columns) < 2:
            return
        labels = ["all columns", *map(name, self.summary.columns)]
        for index, shown in enumerate(labels):
            checked = "" if index else " checked"
            button = f'<input type="radio" name="column" id="show-{index}"{checked}>'
            label = f'<label for="show-{index}">{shown}</label>'
            yield f'<span class="choice">{button}{label}</span>'

    def cell(self, cell: Cell) -> Iterator[str]:
        number = self.summary.columns.index(cell.column) + 1
        anchor = self.anchors[cell.case.id, cell.column]
        kind = f'<span class="class">{cell.worst.value}</span> ' if cell.worst else ""
        yield (
            f'<details class="cell column-{number}" id="{anchor}"><summary>{badge(cell.status)} '
            f"{kind}<b>{text(cell.case.id)}</b> {name(cell.column)}"
            f'<span class="why">{escape(clip(cell.why, TEXT))}</span></summary>'
        )
        yield f"<pre><code>{text(cell.command)}</code></pre>"
        yield "<dl>"
        yield from (f"<dt>{key}</dt><dd>{escape(value)}</dd>" for key, value in facts(cell))
        yield "</dl>"
        yield from self.evidence(cell)
        yield "</details>"

    def evidence(self, cell: Cell) -> Iterator[str]:
        """Both sides of the cell, and the differences of their streams."""
        pair = pair_of(cell)
        if not pair:
            return
        rows = [[escape(key), _lines(left), _lines(right)] for key, left, right in sides(pair)]
        yield from table(["", text(pair.left_label), text(pair.right_label)], rows, "sides")
        for stream in ("stdout", "stderr"):
            lines = stream_diff(pair, stream, everything=self.options.all)
            if lines:
                yield f'<pre class="diff">{"".join(map(_diff_line, lines))}</pre>'

    def not_judged(self) -> Iterator[str]:
        reasons = self.summary.reasons
        if not reasons:
            return
        cells = sum(map(len, reasons.values()))
        yield f"<section><h2>Not judged <small>{plural(cells, 'cell')}</small></h2>"
        for (status, why), group in reasons.items():
            yield f"<details><summary>{badge(status)} {escape(clip(why, TEXT))} "
            yield f"<small>{plural(len(group), 'cell')}</small></summary><ul>"
            yield from (f"<li>{text(c.case.id)} {name(c.column)}</li>" for c in group)
            yield "</ul></details>"
        yield "</section>"

    def others(self) -> Iterator[str]:
        """Passing and expected cells, one row each."""
        hidden = (*FAILING, *NOT_JUDGED)
        cells = [cell for cell in self.summary.cells if cell.status not in hidden]
        if not cells:
            return
        rows = [
            [
                text(cell.case.id),
                name(cell.column),
                badge(cell.status),
                escape(clip(cell.why, TEXT)) or DASH,
                _ratio(cell.timing.ratio if cell.timing else None),
            ]
            for cell in cells
        ]
        yield f"<section><h2>As expected <small>{plural(len(cells), 'cell')}</small></h2>"
        yield "<details><summary>Show them</summary>"
        yield from table(["case", "column", "status", "note", "execution"], rows)
        yield "</details></section>"


def _score(score: Score | None) -> str:
    if not score:
        return f"<td>{DASH}</td>"
    judged = score.judged
    return (
        f'<td class="{score.severity}"><span class="number">{score.compatible}/{judged} '
        f'<b>{percent(score.compatible, judged)}</b></span> <small class="number">strict '
        f"{score.strict}/{judged} {percent(score.strict, judged)}</small></td>"
    )


def _speed_row(speed: Speed) -> list[str]:
    start = speed.start_up
    cells = [name(speed.column), DASH]
    if start:
        spread = f"{seconds(start.low_s)} to {seconds(start.high_s)}"
        cells[1] = f"{seconds(start.median_s)} <small>{spread}</small>"
    for ratio in (speed.execution, speed.common, speed.total):
        cells.append(_ratio(ratio.value, ratio.cells) if ratio else DASH)
    return cells


def _lines(shown: str) -> str:
    return "<br>".join(map(escape, shown.split("\n"))) or DASH


def _diff_line(line: str) -> str:
    kinds = {"-": "del", "+": "ins"}
    kind = kinds.get(line[:1], "span")
    heading = line.startswith(("--- ", "+++ ", "@@ ", "\\ "))
    tag = "i" if heading else kind
    return f"<{tag}>{escape(line)}</{tag}>\n"
