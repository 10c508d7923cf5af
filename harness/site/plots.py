"""Plots as SVG made at build time: no script, colours by the style sheet's classes. Pure.

Every plot has a title that says what it shows, and the page has its figures as a table too.
A series is told apart by its mark as well as by its colour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from markupsafe import Markup, escape

from harness.reports.text import clip, safe

WIDTH = 640
_NARROW = 340  # for a telephone, where a wide picture could not be read
_ROW, _HEAD, _FOOT = 30, 8, 30
_NAME = 30  # characters of a name beside a row; longer ones stand above it
_CHARACTER = 7.4  # the width of most of them, at the size of the style sheet

Format = Callable[[float], str]


@dataclass(frozen=True)
class Row:
    """A name with one value, the ends of its interval, and single values as ticks."""

    name: str
    value: float
    low: float
    high: float
    ticks: tuple[float, ...] = ()
    quiet: bool = False  # a reference, as the oracle


@dataclass(frozen=True)
class Line:
    """A series of points; x counts places on the axis, an interval may be (y, y)."""

    name: str
    points: tuple[tuple[float, float, float, float], ...]  # x, y, low, high


def intervals(title: str, rows: Sequence[Row], shown: Format, *, log: bool = False) -> Markup:
    """One row each: its single values as ticks, its interval, its value as a mark and a number."""
    if not rows:
        return Markup("")
    return Markup("").join(_intervals(title, rows, shown, width, log=log) for width in _WIDTHS)


def lines(title: str, series: Sequence[Line], names: Sequence[str], shown: Format) -> Markup:
    """Each series over the named places of the axis, with its own mark."""
    series = [line for line in series if line.points]
    if not series:
        return Markup("")
    return Markup("").join(_lines(title, series, names, shown, width) for width in _WIDTHS)


_WIDTHS = (WIDTH, _NARROW)  # the style sheet shows the one that fits


def _intervals(title: str, rows: Sequence[Row], shown: Format, width: int, *, log: bool) -> Markup:
    ends = [v for row in rows for v in (row.value, row.low, row.high, *row.ticks)]
    above = width == _NARROW or any(len(row.name) > _NAME for row in rows)
    left, right = (26 if above else 234), width - 80
    axis = _Axis(min(ends), max(ends), left, right, log=log)
    each = _ROW + 18 * above
    bottom = _HEAD + each * len(rows)
    parts = list(_grid(axis, _HEAD, bottom, shown))
    for index, row in enumerate(rows):
        y = _HEAD + each * (index + 1) - _ROW / 2
        name = clip(safe(row.name), int(width / _CHARACTER) if above else _NAME)
        parts.append(
            _text(0, y - 17, name, "start") if above else _text(left - 12, y + 4, name, "end")
        )
        parts += _interval(row, axis, y)
        parts.append(_text(right + 12, y + 4, shown(row.value), "start"))
    return _svg(title, width, bottom + _FOOT, parts)


def _lines(
    title: str, series: Sequence[Line], names: Sequence[str], shown: Format, width: int
) -> Markup:
    height, left, right = 220 + 18 * len(series), 64, width - 20
    top, bottom = 12.0, 176.0
    values = [v for line in series for _, y, low, high in line.points for v in (y, low, high)]
    axis = _Axis(min(values), max(values), bottom, top)
    last = max(1, len(names) - 1)

    def x(place: float) -> float:
        return left + (right - left) * (place / last if len(names) > 1 else 0.5)

    parts = []
    for value in axis.ticks():
        y = axis.at(value)
        parts.append(_line(left, y, right, y, "grid"))
        parts.append(_text(left - 8, y + 4, shown(value), "end"))
    step = ceil(len(names) * 75 / (right - left))
    for place, name in enumerate(names):
        if place % step == 0:
            anchor = "middle" if 0 < place < last else ("start" if place == 0 else "end")
            parts.append(_text(x(place), bottom + 20, clip(safe(name), 24), anchor))
    for index, line in enumerate(series):
        parts += _series(line, index, x, axis.at)
        y = bottom + 44 + 18 * index
        parts.append(_mark(index, left + 6, y - 4))
        room = int((width - left - 20) / _CHARACTER)
        parts.append(_text(left + 20, y, clip(safe(line.name), room), "start"))
    return _svg(title, width, height, parts)


# ---------------------------------------------------------------------- parts


class _Axis:
    """From values to places; padded, and never of no length."""

    def __init__(
        self, low: float, high: float, start: float, end: float, *, log: bool = False
    ) -> None:
        self._log = log and low > 0
        first, last = (log10(low), log10(high)) if self._log else (low, high)
        room = (last - first) * 0.08 or abs(last) * 0.1 or 1.0
        self._first, self._last = first - room, last + room
        if not self._log and low >= 0:
            self._first = max(0.0, self._first)
        self._start, self._end = start, end

    def at(self, value: float) -> float:
        number = log10(value) if self._log else value
        share = (number - self._first) / (self._last - self._first)
        return self._start + share * (self._end - self._start)

    def ticks(self) -> list[float]:
        """Round values within the axis, about five."""
        least, most = self._first, self._last
        if self._log and most - least > 1:
            powers = range(floor(least), ceil(most) + 1)
            found = [f * 10.0**p for p in powers for f in (1, 2, 5)]
            return [v for v in found if least <= log10(v) <= most]
        if self._log:
            least, most = 10**least, 10**most
        step = _round_step((most - least) / 5)
        first, last = ceil(least / step), floor(most / step)
        return [number * step for number in range(first, last + 1)]


def _round_step(rough: float) -> float:
    power = 10.0 ** floor(log10(rough))
    return next(f * power for f in (1, 2, 5, 10) if f * power >= rough * 0.999)


def _grid(axis: _Axis, top: float, bottom: float, shown: Format) -> Iterator[str]:
    before = -1e9
    for value in axis.ticks():
        x = axis.at(value)
        yield _line(x, top, x, bottom, "grid")
        room = len(shown(value)) * _CHARACTER / 2
        if x - room > before + 8:  # so that two numbers never touch
            yield _text(x, bottom + 18, shown(value), "middle")
            before = x + room


def _interval(row: Row, axis: _Axis, y: float) -> Iterator[str]:
    kind = "reference" if row.quiet else "series-0"
    if row.ticks:  # one path: there may be hundreds
        path = "".join(f"M{axis.at(value):.1f} {y - 7:.1f}v14" for value in row.ticks)
        yield f'<path class="tick {kind}" d="{path}"/>'
    yield _line(axis.at(row.low), y, axis.at(row.high), y, f"interval {kind}")
    yield f'<circle class="mark {kind}" cx="{axis.at(row.value):.1f}" cy="{y:.1f}" r="5"/>'


def _series(
    line: Line, index: int, x: Callable[[float], float], y: Callable[[float], float]
) -> Iterator[str]:
    kind = f"series-{index % 6}"
    path = " ".join(f"{x(place):.1f},{y(value):.1f}" for place, value, _, _ in line.points)
    yield f'<polyline class="line {kind}" points="{path}"/>'
    for place, value, low, high in line.points:
        if low < high:
            yield _line(x(place), y(low), x(place), y(high), f"interval {kind}")
        yield _mark(index, x(place), y(value))


def _mark(index: int, x: float, y: float) -> str:
    """A circle, a square, a triangle …: a series is known by its shape too."""
    kind = f"mark series-{index % 6}"
    shapes = (
        f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="4.5"/>',
        f'<rect class="{kind}" x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8"/>',
        f'<path class="{kind}" d="M{x - 5:.1f} {y + 4:.1f}h10l-5 -9z"/>',
        f'<path class="{kind}" d="M{x:.1f} {y - 6:.1f}l6 6l-6 6l-6 -6z"/>',
        f'<path class="{kind}" d="M{x - 5:.1f} {y - 4:.1f}h10l-5 9z"/>',
        f'<path class="{kind}" d="M{x - 5:.1f} {y - 1.5:.1f}h10v3h-10z"/>',
    )
    return shapes[index % len(shapes)]


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(safe(text))}</text>'


def _svg(title: str, width: int, height: float, parts: Sequence[str]) -> Markup:
    label = escape(safe(title))
    kind = "narrow" if width == _NARROW else "wide"
    return Markup(
        f'<svg class="plot {kind}" viewBox="0 0 {width} {height:.0f}" role="img" '
        f'aria-label="{label}">' + "".join(parts) + "</svg>"
    )


# ---------------------------------------------------------------------- badges


def badge(label: str, value: str, kind: str) -> str:
    """A badge as an SVG of its own: what it is about at the left, its value at the right."""
    label, value = clip(safe(label), 60), clip(safe(value), 30)
    left, right = (round(6.6 * len(text)) + 14 for text in (label, value))
    colour = _BADGE_COLOURS[kind]
    whole = escape(f"{label}: {value}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img" '
        f'aria-label="{whole}"><title>{whole}</title>'
        f'<rect width="{left + right}" height="20" rx="3" fill="#3c434b"/>'
        f'<path d="M{left} 0h{right - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1 -3 3h-{right - 3}z" '
        f'fill="{colour}"/><g fill="#fff" font-family="DejaVu Sans,Verdana,sans-serif" '
        f'font-size="11"><text x="7" y="14" textLength="{left - 14}">{escape(label)}</text>'
        f'<text x="{left + 7}" y="14" textLength="{right - 14}">{escape(value)}</text></g></svg>\n'
    )


# White on each of them has a contrast of at least 4.5.
_BADGE_COLOURS = {
    "s0": "#1b7a3d",
    "s1": "#5c6b12",
    "s2": "#8a5a00",
    "s3": "#a8480b",
    "s4": "#b3261e",
    "none": "#5b6470",
}
