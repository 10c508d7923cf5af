"""The plots of the dashboard, each with its figures as a table: what is compared is said with
the number of scripts that it rests on. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from statistics import median, quantiles

from markupsafe import Markup

from harness.compare import Comparison
from harness.model import ColumnId, Speed, Status
from harness.reports.compare_summary import ratio, speed_summary
from harness.reports.summary import Cell
from harness.reports.text import plural, seconds, times
from harness.site import plots
from harness.site.shown import Point, Shown, version_key
from harness.survey import Survey


@dataclass(frozen=True)
class Figure:
    """A plot with its text alternative; `note` says what it rests on."""

    id: str
    title: str
    note: str
    plot: Markup
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def megabytes(size: float) -> str:
    return f"{size / 1e6:.1f} MB"


def mebibytes(size: float) -> str:
    return f"{size:.0f} MiB"


def share(value: float) -> str:
    return f"{100 * value:.4g}%"


# ---------------------------------------------------------------------- the columns side by side


def beside(shown: Shown) -> list[Figure]:
    """Start-up, execution, memory and size of the columns; what was not measured is left out."""
    found = (_start(shown), _execution(shown), _memory(shown), _size(shown))
    return [figure for figure in found if figure]


def _start(shown: Shown) -> Figure | None:
    speeds = [speed for speed in shown.summary.speeds if speed.start_up]
    if not speeds:
        return None
    rows = [
        plots.Row(
            str(speed.column),
            speed.start_up.median_s,
            speed.start_up.low_s,
            speed.start_up.high_s,
            quiet=speed.column not in shown.of,
        )
        for speed in speeds
        if speed.start_up
    ]
    samples = sorted({speed.start_up.samples for speed in speeds if speed.start_up})
    each = f"{samples[0]} to {samples[-1]}" if len(samples) > 1 else str(samples[0])
    return _figure(
        "start",
        "Start-up: an empty script from start to exit",
        f"Median, least and greatest of {each} fresh interpreters.",
        rows,
        seconds,
    )


def _execution(shown: Shown) -> Figure | None:
    """Over scripts that every timed column passes and that run long enough in all of them."""
    ratios = _common_ratios(shown)
    rows = [_distribution(str(column), values) for column, values in ratios.items() if values]
    if not rows:
        return None
    scripts = plural(len(rows[0].ticks), "script")
    return _figure(
        "execution",
        "Execution against CPython",
        f"{scripts} that all of these columns pass; a tick each, their "
        "median and quartiles. A quick look of few samples, not a verdict on speed.",
        rows,
        times,
        log=True,
    )


def _common_ratios(shown: Shown) -> dict[ColumnId, list[float]]:
    """Of each timed column, over the scripts that all of them pass, in one order."""
    timed: dict[ColumnId, dict[str, float]] = defaultdict(dict)
    for cell in shown.summary.cells:
        if cell.timing and cell.timing.ratio is not None and cell.status is Status.PASS:
            timed[cell.column][cell.case.id] = cell.timing.ratio
    common = sorted(_common(timed.values()))
    return {column: [ratios[case] for case in common] for column, ratios in timed.items()}


def _memory(shown: Shown) -> Figure | None:
    peaks: dict[str, dict[str, float]] = defaultdict(dict)
    for cell in shown.summary.cells:
        mine, its = _peak(cell, oracle=False), _peak(cell, oracle=True)
        if cell.status is Status.PASS and mine and its:
            peaks[str(cell.column)][cell.case.id] = mine
            peaks[str(cell.verdict.oracle)][cell.case.id] = its
    common = _common(peaks.values())
    if not common:
        return None
    names = set(map(str, shown.columns))
    rows = [
        _distribution(column, [found[case] for case in sorted(common)], quiet=column not in names)
        for column, found in peaks.items()
    ]
    for_all = f"{plural(len(common), 'script')} that all of these columns pass"
    title = "Peak memory of an attempt"
    return _figure("memory", title, f"{for_all}; median and quartiles.", _bare(rows), mebibytes)


def _peak(cell: Cell, *, oracle: bool) -> float | None:
    """In mebibytes."""
    runs = cell.oracles if oracle else cell.candidates
    found = runs[0].observation.peak_bytes if runs else None
    return found / 2**20 if found else None


def _size(shown: Shown) -> Figure | None:
    rows = []
    for one in shown.standing:
        size = one.column.details.get("size_bytes")
        if isinstance(size, int):
            rows.append(plots.Row(str(one.id), size, size, size))
    if not rows:
        return None
    title = "Size of the host, with the standard library in it"
    return _figure("size", title, "The binary or the module, not compressed.", rows, megabytes)


def _common(found: Iterable[Mapping[str, object]]) -> set[str]:
    groups = [set(cases) for cases in found]
    return set.intersection(*groups) if groups else set()


def _distribution(name: str, values: Sequence[float], *, quiet: bool = False) -> plots.Row:
    quarters = quantiles(values, n=4, method="inclusive") if len(values) > 1 else [values[0]] * 3
    low, _, high = quarters
    return plots.Row(name, median(values), low, high, tuple(sorted(values)), quiet)


def _bare(rows: Sequence[plots.Row]) -> list[plots.Row]:
    """Without their ticks: hundreds of them say no more than the quartiles."""
    return [plots.Row(row.name, row.value, row.low, row.high, quiet=row.quiet) for row in rows]


def _figure(
    name: str,
    title: str,
    note: str,
    rows: Sequence[plots.Row],
    shown: plots.Format,
    *,
    log: bool = False,
) -> Figure:
    return Figure(
        name,
        title,
        note,
        plots.intervals(title, rows, shown, log=log),
        ("column", "value", "from", "to"),
        tuple((row.name, shown(row.value), shown(row.low), shown(row.high)) for row in rows),
    )


def compared(comparison: Comparison) -> Figure | None:
    """What was measured of the new column's speed beside the old one's, with its intervals."""
    measured = [speed for speed in comparison.speeds if speed.batch == 1 and isfinite(speed.low)]
    measured = [speed for speed in measured if isfinite(speed.high)]
    if not measured:
        return None
    measured.sort(key=lambda speed: -speed.estimate)
    rows = [
        plots.Row(
            f"{speed.verdict.value}: {speed.case} {speed.phase} ({speed.clock})",
            ratio(speed.estimate),
            ratio(speed.low),
            ratio(speed.high),
            quiet=speed.verdict is Speed.INCONCLUSIVE,
        )
        for speed in measured
    ]
    note = f"{speed_summary(comparison)} Above 1× the new column takes longer."
    return _figure(
        "speed", "Speed of the new column beside the old one", note, rows, times, log=True
    )


# ---------------------------------------------------------------------- trends


def over_versions(shown: Shown, survey: Survey | None) -> list[Figure]:
    """The default columns of each runtime, from version to version."""
    versions = sorted({c.version for c in shown.columns}, key=version_key)
    if len(versions) < 2:
        return []
    totals, summary = shown.summary.totals, shown.summary
    starts = {speed.column: speed.start_up for speed in summary.speeds if speed.start_up}

    def agreement(column: ColumnId) -> tuple[float, float, float] | None:
        score = totals[column]
        return _flat(score.compatible / score.judged) if score.judged else None

    def start(column: ColumnId) -> tuple[float, float, float] | None:
        found = starts.get(column)
        return (found.median_s, found.low_s, found.high_s) if found else None

    def size(column: ColumnId) -> tuple[float, float, float] | None:
        found = shown.of[column].column.details.get("size_bytes")
        return _flat(found) if isinstance(found, int) else None

    def modules(column: ColumnId) -> tuple[float, float, float] | None:
        if survey is None or column not in survey.oracles:
            return None
        part, whole = survey.imports(column, public=True)
        return _flat(part / whole) if whole else None

    ratios = _common_ratios(shown)

    def speed(column: ColumnId) -> tuple[float, float, float] | None:
        if not ratios.get(column):
            return None
        row = _distribution("", ratios[column])
        return row.value, row.low, row.high

    figures = (
        ("agreement", "Compatible cells by version", agreement, share),
        ("execution", "Execution against CPython by version, with quartiles", speed, times),
        ("start", "Start-up by version", start, seconds),
        ("size", "Size by version", size, megabytes),
        ("modules", "Public modules that import, by version", modules, share),
    )
    note = "Each version is judged by the CPython that it claims to be, where that can be had."
    made = [
        _lines(f"version-{name}", title, note, _by_version(shown, versions, value), versions, form)
        for name, title, value, form in figures
    ]
    return [figure for figure in made if figure]


def _by_version(
    shown: Shown,
    versions: Sequence[str],
    value: Callable[[ColumnId], tuple[float, float, float] | None],
) -> list[plots.Line]:
    """A line for each engine, profile and runtime that has the value in two versions."""
    kinds: dict[tuple[str, str, str], list[ColumnId]] = defaultdict(list)
    for column in shown.columns:
        kinds[column.engine, column.profile, column.runtime].append(column)
    engines = {engine for engine, _, _ in kinds}
    found = []
    for (engine, profile, runtime), columns in kinds.items():
        places = sorted(columns, key=lambda column: versions.index(column.version))
        points = [(float(versions.index(c.version)), value(c)) for c in places]
        known = tuple((place, *triple) for place, triple in points if triple)
        parts = [engine] if len(engines) > 1 else []
        parts += [runtime] if profile == "default" else [profile, runtime]
        found.append(plots.Line(", ".join(parts), known))
    return [line for line in found if len(line.points) > 1]


def over_time(points: Sequence[Point]) -> list[Figure]:
    """Every column over the runs that are whole; a column with one run alone is left out."""
    whole = [point for point in points if not point.partial]
    runs = list(dict.fromkeys((point.started, point.run) for point in whole))
    days = [started[:10] for started, _ in runs]
    alone = len(set(days)) == len(days)
    names = days if alone else [started[:16].replace("T", " ") for started, _ in runs]
    if len(runs) < 2:
        return []

    def line(value: Callable[[Point], tuple[float, float, float] | None]) -> list[plots.Line]:
        found: dict[ColumnId, list[tuple[float, float, float, float]]] = defaultdict(list)
        for point in whole:
            triple = value(point)
            if triple:
                place = float(runs.index((point.started, point.run)))
                found[point.column].append((place, *triple))
        return [plots.Line(str(c), tuple(its)) for c, its in found.items() if len(its) > 1]

    note = f"{plural(len(runs), 'run')}; those of a part of the corpus are left out."
    made = (
        _lines("time-agreement", "Compatible cells", note, line(_agreement), names, share),
        _lines("time-start", "Start-up", note, line(_started), names, seconds),
        _lines("time-size", "Size", note, line(_sized), names, megabytes),
    )
    return [figure for figure in made if figure]


def _agreement(point: Point) -> tuple[float, float, float] | None:
    return _flat(point.compatible / point.judged) if point.judged else None


def _started(point: Point) -> tuple[float, float, float] | None:
    if point.start_s is None or point.start_low_s is None or point.start_high_s is None:
        return None
    return point.start_s, point.start_low_s, point.start_high_s


def _sized(point: Point) -> tuple[float, float, float] | None:
    return _flat(point.size_bytes) if point.size_bytes is not None else None


def _flat(value: float) -> tuple[float, float, float]:
    return value, value, value


def _lines(
    name: str,
    title: str,
    note: str,
    series: Sequence[plots.Line],
    places: Sequence[str],
    shown: plots.Format,
) -> Figure | None:
    if not series:
        return None
    rows = tuple(
        (line.name, places[int(place)], shown(value))
        for line in series
        for place, value, _, _ in line.points
    )
    plot = plots.lines(title, series, places, shown)
    return Figure(name, title, note, plot, ("column", "at", "value"), rows)
